/**
 * The commands of a case: who may give each by default, what event follows, and which of its data we compute.
 *
 * The table is that of `docs/contracts.md`; the data are those of the event in `dossier`, less what only
 * the decision can know (rounds, due dates, steps entered).
 *
 * @module
 */
import * as z from 'zod'
import { type CaseEventType, type Command, caseEventData } from '../dossier/history/index.ts'

/** One row of the table of commands. */
interface CommandRow {
  readonly event: CaseEventType
  /** Roles of docs/contracts.md; a step's own role stands above them. Empty for anyone who has a role. */
  readonly roles: readonly string[]
  /** Data of the event that the decision fills in. */
  readonly computed?: readonly string[]
  /** Data that the caller may leave to the decision. */
  readonly optional?: readonly string[]
}

const officer = ['officer']
const reception = ['reception']
const applicant = ['applicant', 'reception']
const heads = ['approver', 'unit-head']

/** Every command with its event, its roles by default, and its computed data. */
export const commandTable = {
  'case.open': { event: 'case.opened', roles: applicant, computed: ['definition'], optional: ['ruleSet'] },
  'dossier.edit': { event: 'dossier.edited', roles: applicant },
  'dossier.submit': { event: 'dossier.submitted', roles: applicant },
  'intake.begin': { event: 'intake.begun', roles: reception },
  'intake-supplement.request': { event: 'intake-supplement.requested', roles: reception },
  'intake-supplement.answer': { event: 'intake-supplement.answered', roles: applicant },
  'dossier.refuse': { event: 'dossier.refused', roles: reception },
  'dossier.receive': { event: 'dossier.received', roles: reception, optional: ['receivedAt'] },
  'dossier.forward': {
    event: 'dossier.forwarded',
    roles: ['reception', 'system'],
    computed: ['forwardBy', 'late'],
  },
  'step.assign': { event: 'step.assigned', roles: ['assigner', 'unit-head'] },
  'step.complete': { event: 'step.completed', roles: officer, computed: ['next'] },
  'step.return': { event: 'step.returned', roles: officer },
  'step.recall': { event: 'step.recalled', roles: officer, computed: ['from'] },
  'authority.delegate': { event: 'authority.delegated', roles: heads },
  'authority.revoke': { event: 'authority.revoked', roles: heads },
  'consultation.request': {
    event: 'consultation.requested',
    roles: officer,
    computed: ['consultee', 'term', 'dueAt', 'pausesClock'],
  },
  'consultation.answer': { event: 'consultation.answered', roles: ['consultee'], computed: ['late'] },
  'supplement.request': {
    event: 'supplement.requested',
    roles: ['officer', 'reception'],
    computed: ['round'],
  },
  'supplement.answer': { event: 'supplement.answered', roles: applicant, computed: ['round'] },
  'supplement.expire': { event: 'supplement.expired', roles: ['system'], computed: ['round'] },
  'duty.impose': { event: 'duty.imposed', roles: officer },
  'duty.settle': { event: 'duty.settled', roles: ['cashier', 'system'] },
  'clock.pause': { event: 'clock.paused', roles: officer },
  'clock.resume': { event: 'clock.resumed', roles: officer },
  'term.extend': { event: 'term.extended', roles: ['officer', 'unit-head'] },
  'appointment.re-appoint': { event: 'apology.sent', roles: ['unit-head', 'reception'] },
  'deadline.warn': { event: 'deadline.warned', roles: ['system'] },
  'case.withdraw': { event: 'case.withdrawn', roles: ['applicant'] },
  'case.stop': { event: 'case.stopped', roles: ['officer', 'unit-head'] },
  'case.reject': { event: 'case.rejected', roles: ['approver'] },
  'result.draft': { event: 'result.drafted', roles: officer },
  'result.sign': { event: 'result.signed', roles: ['approver', 'clerk'] },
  'result.number': { event: 'result.numbered', roles: ['clerk'] },
  'result.issue': { event: 'result.issued', roles: ['clerk'] },
  'result.register': { event: 'result.registered', roles: ['clerk', 'reception', 'system'] },
  'result.hand': { event: 'result.handed', roles: reception },
  'case.archive': { event: 'case.archived', roles: ['reception', 'clerk'] },
  'payment.request': { event: 'payment.requested', roles: ['reception', 'cashier'] },
  'payment.record': { event: 'payment.recorded', roles: ['cashier', 'system'] },
  'payment.refund': { event: 'payment.refunded', roles: ['cashier'] },
  'paper.look-up': { event: 'paper.looked-up', roles: ['reception', 'system'] },
  'paper.reuse': { event: 'paper.reused', roles: ['reception', 'system'] },
  'paper.digitise': { event: 'paper.digitised', roles: ['reception', 'clerk'] },
  'post.send': { event: 'post.sent', roles: ['reception', 'system'] },
  'leg.start': {
    event: 'leg.started',
    roles: ['reception', 'system'],
    computed: ['agency', 'procedure', 'dueAt'],
  },
  'leg.finish': { event: 'leg.finished', roles: ['system', 'officer'] },
  'satisfaction.answer': { event: 'satisfaction.answered', roles: ['applicant'] },
  'case.correct': { event: 'case.corrected', roles: ['administrator'], optional: ['before'] },
  'process.migrate': { event: 'process.migrated', roles: ['administrator'], computed: ['from', 'to'] },
  'note.add': { event: 'note.added', roles: [] },
} as const satisfies Readonly<Record<string, CommandRow>>

/** One of the commands. */
export type CommandType = keyof typeof commandTable

/** A command of the table; its data are checked when it is decided. */
export type CaseCommand = Command<CommandType>

/** Tells whether text is one of the commands. */
export function isCommandType(text: string): text is CommandType {
  return Object.hasOwn(commandTable, text)
}

/** Builds the schema of a command's data from that of its event. */
function buildSchema(type: CommandType): z.ZodType<Readonly<Record<string, unknown>>> {
  const row: CommandRow = commandTable[type]
  const { shape } = caseEventData[row.event]
  const left = new Set(['states', 'nationalStatus', ...(row.computed ?? [])])
  const optional = new Set(row.optional ?? [])
  const entries = Object.entries(shape)
    .filter(([name]) => !left.has(name))
    .map(([name, field]) => [name, optional.has(name) ? z.optional(field) : field])
  return z.strictObject(Object.fromEntries(entries))
}

/** The schema of the data of every command. */
export const commandSchemas: Readonly<Record<CommandType, z.ZodType<Readonly<Record<string, unknown>>>>> =
  Object.fromEntries(
    Object.keys(commandTable)
      .filter(isCommandType)
      .map((type) => [type, buildSchema(type)]),
  ) as Record<CommandType, z.ZodType<Readonly<Record<string, unknown>>>>

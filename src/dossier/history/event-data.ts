/**
 * What each event of a case records: one table from the type of an event to the schema of its data.
 *
 * The table of `docs/contracts.md` in code. Every event also records the states it entered and the national
 * status that results. Nothing here names a person: ids are opaque, and what does name one lives in the
 * event's `personal`.
 *
 * @module
 */
import * as z from 'zod'
import { pauseReasons, termUnits } from '../../deadline/index.ts'
import {
  AgencyField,
  AmountVnd,
  Code,
  DossierCodeField,
  Id,
  type Immutable,
  InstantField,
  IsoDateField,
  Json,
  Line,
  numbersOf,
  PaperField,
  ProcedureField,
  patterned,
  ResultField,
  Sha256,
  Text,
  wordsOf,
} from '../fields.ts'
import {
  adminLevels,
  appointmentCauses,
  channels,
  digitisationMoments,
  legOutcomes,
  nationalStatuses,
  paymentManners,
  postDirections,
  returnManners,
  satisfactionGrades,
  serviceLevels,
} from '../lists.ts'
import { worded } from './field-words.ts'

/** Name of a state, a step or a scope within a definition. */
const Name = patterned(
  /^[0-9A-Za-z][0-9A-Za-z_.:-]{0,127}$/,
  'tên gồm chữ không dấu, số và các dấu _ . : -',
  'a name of ASCII letters, digits and _ . : -',
)
const Names = z.array(Name).max(200)
const Papers = z.array(PaperField).max(200)
const Version = patterned(
  /^[0-9A-Za-z][0-9A-Za-z.+_-]{0,63}$/,
  'phiên bản, ví dụ 1.2',
  'a version, such as 1.2',
)
const Count = z.int().min(1)

/** What every event records beside its own data. */
const everyEvent = {
  states: Names,
  nationalStatus: numbersOf(nationalStatuses),
}

const vettedVersion = z.strictObject(worded({ version: Version, hash: Sha256 }))
const reasoned = { reasonCode: Code, reason: Text }
const supplemented = { papers: Papers, ...reasoned, answerBy: InstantField.optional() }
const refused = { ...reasoned, legalBasis: Line }
const paid = { payment: Id, amountVnd: AmountVnd }

/** Builds the schema of an event's data from the fields that are its own. */
function event<Fields extends z.ZodRawShape>(fields: Fields) {
  return z.strictObject(worded({ ...everyEvent, ...fields }))
}

/** The header of a case, which its first event carries so that reports need no catalogue. */
export const headerFields = {
  procedure: ProcedureField,
  definition: z.strictObject(worded({ id: Code, version: Version, hash: Sha256 })),
  field: Line,
  level: wordsOf(adminLevels),
  agency: AgencyField,
  unit: Id,
  channel: wordsOf(channels),
  serviceLevel: wordsOf(serviceLevels),
  onlineCapable: z.boolean(),
  payable: z.boolean(),
  ruleSet: Code,
  /** Trường hợp of the definition, where it has several with terms of their own. */
  variant: Code.optional(),
}

/** An appointment (ngày hẹn trả): a promise to the applicant, with what made it. */
export const appointmentFields = {
  dueAt: InstantField,
  cause: wordsOf(appointmentCauses),
  calendarHash: Sha256,
  ruleSet: Code,
}

const pauseReason = wordsOf(pauseReasons)

/** A number of units of a term. */
const quantity = { amount: z.number().positive(), kind: wordsOf(termUnits) }

/** What a signature is for; the list belongs to `pades`, which has never heard of dossiers. */
const signingMode = z.enum(['approve', 'issue', 'income', 'copy', 'appendix'])

/** The schema of an event's data, by the type of the event. */
export const caseEventData = {
  'case.opened': event(headerFields),
  'dossier.edited': event({ paths: z.array(Line).max(500) }),
  'dossier.submitted': event({ dossierHash: Sha256 }),
  'intake.begun': event({}),
  'intake-supplement.requested': event(supplemented),
  'intake-supplement.answered': event({ papers: Papers, dossierHash: Sha256 }),
  'dossier.refused': event(refused),
  'dossier.received': event({
    dossierCode: DossierCodeField,
    receivedAt: InstantField,
    book: Line.optional(),
    sequence: Count.optional(),
  }),
  'appointment.set': event(appointmentFields),
  'dossier.forwarded': event({ forwardBy: InstantField, late: z.boolean() }),
  'step.assigned': event({ step: Name, assignee: Id, support: z.array(Id).max(50).optional() }),
  'step.completed': event({
    step: Name,
    next: Names,
    outcome: Code.optional(),
    documents: z.array(Sha256).max(100).optional(),
  }),
  'step.returned': event({ step: Name, to: Name, reason: Text }),
  'step.recalled': event({ step: Name, from: Name }),
  'authority.delegated': event({
    delegation: Id,
    from: Id,
    to: Id,
    kind: z.enum(['uy-quyen', 'thay-mat', 'ky-thay', 'thua-lenh']),
    validFrom: IsoDateField,
    validTo: IsoDateField,
    scope: Names,
  }),
  'authority.revoked': event({ delegation: Id }),
  'consultation.requested': event({
    consultation: Id,
    consultee: Id,
    term: z.strictObject(worded(quantity)),
    dueAt: InstantField,
    pausesClock: z.boolean(),
  }),
  'consultation.answered': event({ consultation: Id, late: z.boolean() }),
  'supplement.requested': event({ round: Count, ...supplemented }),
  'supplement.answered': event({ round: Count, papers: Papers, dossierHash: Sha256 }),
  'supplement.expired': event({ round: Count }),
  'duty.imposed': event({ amountVnd: AmountVnd, kind: Code, noticeNumber: Line }),
  'duty.settled': event({ amountVnd: AmountVnd, receiptNumber: Line }),
  'clock.paused': event({ reason: pauseReason, note: Text }),
  'clock.resumed': event({ reason: pauseReason }),
  'term.extended': event({ ...quantity, when: Line, mode: z.enum(['to', 'by']) }),
  'apology.sent': event({ reason: Text, apologyNumber: Line, dueAt: InstantField }),
  'deadline.warned': event({
    kind: z.enum([
      'due-soon',
      'overdue',
      'step-due-soon',
      'step-overdue',
      'forward-overdue',
      'reply-overdue',
    ]),
    step: Name.optional(),
    dueAt: InstantField,
  }),
  'case.withdrawn': event({ reason: Text }),
  'case.stopped': event(refused),
  'case.rejected': event({ ...refused, documentHash: Sha256.optional() }),
  'result.drafted': event({ documentHash: Sha256 }),
  'result.signed': event({
    signing: Id,
    mode: signingMode,
    documentHash: Sha256,
    signatureLevel: z.enum(['B-B', 'B-T', 'B-LT', 'B-LTA']).optional(),
  }),
  'result.numbered': event({ number: Line, symbol: Line, issuedDate: IsoDateField }),
  'result.issued': event({ resultCode: ResultField, documentHash: Sha256 }),
  'result.registered': event({
    storeId: Id,
    resultCode: ResultField,
    documentHash: Sha256,
    validTo: IsoDateField.optional(),
  }),
  'result.handed': event({ manner: wordsOf(returnManners) }),
  'case.archived': event({ fileCode: Line, retention: Line }),
  'payment.requested': event({
    ...paid,
    items: z.array(z.strictObject(worded({ fee: Code, amountVnd: AmountVnd }))).max(100),
    reference: Line,
  }),
  'payment.recorded': event({
    ...paid,
    manner: wordsOf(paymentManners),
    online: z.boolean(),
    receiptNumber: Line.optional(),
  }),
  'payment.refunded': event({ ...paid, reason: Text }),
  'paper.looked-up': event({ paper: PaperField, moment: wordsOf(digitisationMoments), found: z.boolean() }),
  'paper.reused': event({
    paper: PaperField,
    moment: wordsOf(digitisationMoments),
    source: z.literal([2, 3]),
    storeId: Id,
  }),
  'paper.digitised': event({
    paper: PaperField,
    moment: wordsOf(digitisationMoments),
    documentHash: Sha256,
    signed: z.boolean(),
  }),
  'post.sent': event({ direction: wordsOf(postDirections), tracking: Line.optional() }),
  'leg.started': event({ leg: Name, agency: AgencyField, procedure: ProcedureField, dueAt: InstantField }),
  'leg.finished': event({ leg: Name, outcome: wordsOf(legOutcomes), resultCode: ResultField.optional() }),
  'satisfaction.answered': event({ answers: z.record(Code, numbersOf(satisfactionGrades)) }),
  'case.corrected': event({
    what: z.enum(['step', 'appointment', 'data']),
    before: Json,
    after: Json,
    reason: Text,
    authority: Line,
  }),
  'process.migrated': event({
    from: vettedVersion,
    to: vettedVersion,
    stateMap: z.record(Name, Name),
  }),
  'note.added': event({ noteHash: Sha256 }),
} as const

/** The type of an event: what happened. */
export type CaseEventType = keyof typeof caseEventData

/** What an event of each type records. */
export type CaseEventData = {
  readonly [Type in CaseEventType]: Immutable<z.infer<(typeof caseEventData)[Type]>>
}

/**
 * A case as it comes back from a store: checked before it is trusted.
 *
 * @module
 */
import * as z from 'zod'
import { CaseHeader } from '../../dossier/history/index.ts'
import { MotcuaError } from '../../errors.ts'
import type { DossierCase } from '../case/facts.ts'
import { compileFastYes } from '../case/fast-yes.ts'
import type { DefinedProcess } from '../define.ts'
import { messages } from '../messages.ts'
import { assertPinned, configurationOf } from '../replay.ts'

const Moment = z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}\+07:00$/)
const Day = z.iso.date()
const Words = z.array(z.string())
const reason = z.enum(['supplement', 'financial-duty', 'outside-opinion', 'inspection', 'force-majeure'])
const cause = z.enum([
  'received',
  'resumed',
  'restarted',
  'extended',
  're-appointed',
  're-projected',
  'corrected',
])
const unit = z.enum(['working-days', 'calendar-days', 'working-hours', 'hours', 'months', 'years'])
const pin = z.strictObject({ id: z.string(), version: z.string(), hash: z.string() })
const count = z.int().min(0)

const Facts = z.strictObject({
  phase: z.enum(['filing', 'settling', 'concluded', 'closed']),
  unansweredSince: Moment.optional(),
  dossierCode: z.string().optional(),
  receivedAt: Moment.optional(),
  countedFrom: Moment.optional(),
  receivedBy: z.string().optional(),
  settledBy: z.string().optional(),
  processedAt: Moment.optional(),
  returnedAt: Moment.optional(),
  appointment: z
    .strictObject({ dueAt: Moment, firstDueAt: Moment, cause, isByHand: z.literal(true).optional() })
    .optional(),
  standstills: z.array(z.strictObject({ fromAt: Moment, toAt: Moment.optional(), reason })),
  pausedFor: reason.optional(),
  pausedBy: z.string().optional(),
  extensions: z.array(
    z.strictObject({
      kind: unit,
      amount: z.number().positive(),
      mode: z.enum(['to', 'by']),
      when: z.string(),
    }),
  ),
  reappointments: count,
  intakeRounds: count,
  rounds: count,
  answerBy: Moment.optional(),
  steps: z.record(
    z.string(),
    z.strictObject({ enteredAt: Moment, assignee: z.string().optional(), support: Words.optional() }),
  ),
  completed: Words,
  recall: z.strictObject({ step: z.string(), by: z.string() }).optional(),
  delegations: z.array(
    z.strictObject({
      delegation: z.string(),
      from: z.string(),
      to: z.string(),
      validFrom: Day,
      validTo: Day,
      scope: Words,
    }),
  ),
  consultations: z.record(z.string(), Moment),
  legs: z.record(z.string(), z.strictObject({ dueAt: Moment, outcome: z.string().optional() })),
  payments: z.record(z.string(), z.enum(['requested', 'paid', 'refunded'])),
  papers: z.record(z.string(), z.enum(['found', 'absent', 'reused', 'digitised'])),
  moments: Words,
  signatures: Words,
  number: z.string().optional(),
  isRegistered: z.boolean(),
  warned: Words,
})

const StoredCase = z.strictObject({
  schema: z.literal('motcua/dossier-case@1'),
  caseId: z.string(),
  seq: z.int().min(1),
  header: CaseHeader,
  definition: pin,
  ruleSet: z.string(),
  configuration: Words.min(1),
  nationalStatus: z.int().min(1).max(10),
  facts: Facts,
  commandIds: Words.min(1),
})

/** What nearly every stored case answers with yes; zod names the places of the others. */
const isStoredCase = compileFastYes(StoredCase)

/**
 * Checks a stored case against its definition: pin, shape of every fact, states that exist and fit together, and
 * the status that follows from them.
 *
 * @throws MotcuaError `procedure/invalid-case` with the places that are wrong.
 *
 * @example
 * import { registerCopies, restoreCase } from 'motcua/procedure'
 * import { isMotcuaError } from 'motcua'
 * try {
 *   restoreCase(registerCopies, { schema: 'something else' })
 * } catch (error) {
 *   isMotcuaError(error, 'procedure/invalid-case') // true
 * }
 */
export function restoreCase(defined: DefinedProcess, stored: unknown): DossierCase {
  const refused = isStoredCase(stored) ? undefined : StoredCase.safeParse(stored).error
  if (refused !== undefined) {
    const places = refused.issues.map(({ path }) => path.map(String).join('.') || '$')
    throw new MotcuaError(messages, 'procedure/invalid-case', { places })
  }
  // The value itself goes on, not the copy: its keys keep their order. Moments are checked by pattern.
  const dossierCase = stored as DossierCase
  assertPinned(defined, dossierCase.definition)
  const configuration = configurationOf(defined, dossierCase.configuration)
  if (configuration.status !== dossierCase.nationalStatus) {
    throw new MotcuaError(messages, 'procedure/invalid-case', { places: ['nationalStatus'] })
  }
  return dossierCase
}

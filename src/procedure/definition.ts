/**
 * The one definition from which the machine, the sheet, the diagram, the listing and the checks are made.
 *
 * It is plain JSON, so that it can live in a database and be compared, signed and published.
 *
 * @module
 */
import * as z from 'zod'
import type { Term } from '../deadline/index.ts'
import { closedLists, type DigitisationMoment } from '../dossier/index.ts'
import type { LocalizedText } from '../errors.ts'

/** Words for people: a Vietnamese text, or both languages. */
export const Label = z.union([
  z.string().min(1).describe('Vietnamese text.'),
  z.strictObject({ vi: z.string().min(1), en: z.string().min(1) }).readonly(),
])
export type Label = z.infer<typeof Label>

/** Gives a label in both languages; Vietnamese stands in where no English was written. */
export function localizeLabel(label: Label): LocalizedText {
  return typeof label === 'string' ? { vi: label, en: label } : label
}

const StateName = z
  .string()
  .regex(/^[a-z][A-Za-z0-9]{0,31}$/)
  .describe('camelCase name, part of the state path.')
const RoleName = z
  .string()
  .regex(/^[a-z][a-z0-9-]{0,39}$/)
  .describe('One of the roles of the dossier room, or one that `roles` adds.')

/** A number of units; the same shape as the deadline room's `Quantity`. */
export const Duration = z
  .strictObject({
    kind: z.enum(['working-days', 'calendar-days', 'working-hours', 'hours', 'months', 'years']),
    amount: z.number().nonnegative().describe('0 only for a step that is not counted.'),
  })
  .readonly()
export type Duration = z.infer<typeof Duration>

/** The legal term of the whole; the same shape as the deadline room's `Term`. */
export const LegalTerm = z.union([
  z
    .strictObject({
      kind: z.enum(['working-days', 'calendar-days', 'working-hours', 'hours', 'months', 'years']),
      amount: z.number().positive(),
    })
    .readonly(),
  z
    .strictObject({
      kind: z.literal('same-day'),
      cutOff: z
        .string()
        .regex(/^([01]\d|2[0-3]):[0-5]\d$/)
        .describe('Received later than this, due on the next working day (the 15:00 rule).')
        .optional(),
    })
    .readonly(),
  z.strictObject({ kind: z.literal('none') }).readonly(),
])
export type LegalTerm = z.infer<typeof LegalTerm>

/** Gives a term of a definition as the deadline room takes it. */
export function asTerm(term: LegalTerm): Term {
  if (term.kind !== 'same-day') return term
  return term.cutOff === undefined ? { kind: 'same-day' } : { kind: 'same-day', cutOff: term.cutOff }
}

const { digitisationMoments: momentList } = closedLists

/** The four moments at which papers are digitised (NĐ 107/2021 art. 1 cl. 11). */
export const digitisationMoments = Object.keys(momentList) as DigitisationMoment[]

const stepShape = {
  id: StateName,
  task: Label.describe('What is done (Trình tự).'),
  role: RoleName.describe('Who may complete it.'),
  unit: Label.describe('Who is responsible, in the words of the sheet (Trách nhiệm).').optional(),
  unitId: z.string().describe('Only actors of this unit may complete it.').optional(),
  term: Duration.optional(),
  termOnline: Duration.describe('Its term when the dossier came online.').optional(),
  termText: z.string().describe('The term as published, where it is words and not a number.').optional(),
  phase: z.int().min(1).optional(),
  input: Label.describe('What comes in.').optional(),
  output: Label.describe('What goes out (Biểu mẫu/Kết quả).').optional(),
  record: Label.describe('What is kept.').optional(),
  forms: z.array(z.string()).readonly().describe('Codes of the forms used.').optional(),
  next: StateName.describe('The step that follows; without it the next one in the list.').optional(),
  outcomes: z
    .array(z.strictObject({ id: StateName, title: Label, next: StateName }).readonly())
    .min(2)
    .readonly()
    .describe('Exclusive branches: the officer names the outcome when completing the step.')
    .optional(),
  returnsTo: z
    .array(StateName)
    .readonly()
    .describe('Earlier steps to which it may be returned; without it any earlier one.')
    .optional(),
}

/** One step done by one role. */
export const Step = z
  .strictObject({
    ...stepShape,
    kind: z
      .enum(['intake', 'work', 'automatic', 'sign', 'issue', 'return'])
      .describe('intake: received, to be forwarded; issue: number, sign as agency, issue; return: hand over.')
      .optional(),
    signs: z
      .strictObject({
        as: z.enum(['approve', 'issue', 'income', 'copy', 'appendix']),
        level: z
          .enum(['B-B', 'B-T', 'B-LT', 'B-LTA'])
          .describe('Least signature level that is taken.')
          .optional(),
      })
      .readonly()
      .describe('The signature that this step puts under the result.')
      .optional(),
  })
  .readonly()
export type Step = z.infer<typeof Step>

/** Branches that run side by side and join before the next step. */
export const ParallelSteps = z
  .strictObject({
    id: StateName,
    task: Label,
    phase: z.int().min(1).optional(),
    next: StateName.optional(),
    branches: z
      .array(
        z
          .strictObject({ id: StateName, title: Label.optional(), steps: z.array(Step).min(1).readonly() })
          .readonly(),
      )
      .min(2)
      .readonly(),
  })
  .readonly()
export type ParallelSteps = z.infer<typeof ParallelSteps>

/** Asking another agency or unit, with a term of its own (NĐ 61/2018 art. 19(5)). */
export const Consultation = z
  .strictObject({
    id: StateName,
    title: Label,
    consultee: z.string().min(1).describe('Code of the agency or unit that is asked.'),
    term: Duration,
    pausesClock: z
      .boolean()
      .describe('Whether the term stands still meanwhile; only where the law says so.')
      .optional(),
    steps: z
      .array(StateName)
      .readonly()
      .describe('Steps that wait for the answer while it is not overdue.')
      .optional(),
  })
  .readonly()
export type Consultation = z.infer<typeof Consultation>

/** One leg of an interlinked procedure (liên thông): another agency's procedure with its own term and result. */
export const Leg = z
  .strictObject({
    id: StateName,
    title: Label,
    agency: z.string().min(1),
    procedure: z.string().min(1),
    term: LegalTerm,
    startAfter: z.array(StateName).readonly().describe('Legs that must be done first.').optional(),
    startAfterStep: StateName.describe('Step that must be completed first.').optional(),
    isMandatory: z.boolean().describe('Whether the parent waits for it; true when absent.').optional(),
    dataPassed: z
      .array(z.string())
      .readonly()
      .describe('Parts of the dossier that are passed on.')
      .optional(),
    handBack: Label.describe('How its result comes back to the receiving counter.').optional(),
  })
  .readonly()
export type Leg = z.infer<typeof Leg>

const person = { position: z.string().min(1), by: z.string().optional(), date: z.iso.date().optional() }

/** The life of a definition: only an approved one in force starts a case. It is not part of the content hash. */
export const Lifecycle = z
  .strictObject({
    drafted: z.strictObject(person).readonly().optional(),
    reviewed: z.strictObject(person).readonly().optional(),
    approved: z
      .strictObject({ ...person, decision: z.string().min(1), date: z.iso.date() })
      .readonly()
      .optional(),
    inForceFrom: z.iso.date().optional(),
    supersededFrom: z.iso.date().optional(),
    supersededBy: z.string().optional(),
    amendments: z
      .array(
        z
          .strictObject({
            request: z.string(),
            place: z.string(),
            description: z.string(),
            issue: z.string(),
            date: z.iso.date(),
          })
          .readonly(),
      )
      .readonly()
      .optional(),
  })
  .readonly()
export type Lifecycle = z.infer<typeof Lifecycle>

/** What the ISO sheet prints besides the steps (sections 1 to 7). */
export const IsoSheet = z
  .strictObject({
    code: z.string().min(1).describe('Mã số quy trình, QT-xx.'),
    issue: z.string().describe('Lần ban hành.').optional(),
    purpose: Label.optional(),
    scope: Label.optional(),
    references: z.array(z.string()).readonly().optional(),
    definitions: z
      .array(z.strictObject({ term: z.string(), meaning: z.string() }).readonly())
      .readonly()
      .optional(),
    records: z
      .array(z.strictObject({ title: z.string(), place: z.string(), retention: z.string() }).readonly())
      .readonly()
      .optional(),
  })
  .readonly()
export type IsoSheet = z.infer<typeof IsoSheet>

/** Facts of the procedure that the sheet and the listing print; the catalogue's record stands above them. */
const ProcedureFacts = {
  procedure: z.strictObject({ code: z.string().min(1), name: z.string().min(1) }).readonly(),
  field: z
    .strictObject({ code: z.string().min(1), name: z.string().min(1) })
    .readonly()
    .optional(),
  level: z.string().describe('cấp tỉnh, cấp xã, …').optional(),
  agency: z.string().optional(),
  legalBases: z.array(z.string()).readonly().optional(),
  papers: z
    .array(
      z
        .strictObject({
          code: z.string().optional(),
          name: z.string().min(1),
          originals: z.int().nonnegative().optional(),
          copies: z.int().nonnegative().optional(),
        })
        .readonly(),
    )
    .readonly()
    .optional(),
  dossierSets: z.int().min(1).describe('Số lượng hồ sơ (bộ).').optional(),
  fee: z.string().describe('Fee in words; amounts belong to the catalogue.').optional(),
  counters: z
    .strictObject({ receive: z.string().min(1), return: z.string().min(1) })
    .readonly()
    .describe('Where it is received and where the result is handed over.')
    .optional(),
  forms: z
    .array(z.strictObject({ code: z.string(), name: z.string() }).readonly())
    .readonly()
    .optional(),
}

/**
 * An internal process (quy trình nội bộ) of one procedure.
 *
 * NĐ 61/2018 and TT 01/2018/TT-VPCP art. 8: order, units, persons and time of each step, drawn up by the
 * ISO quality system, approved, then configured as the electronic process. Here both are the same data.
 */
export const ProcessDefinition = z
  .strictObject({
    schema: z.literal('motcua/process@1'),
    id: z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/),
    version: z.string().regex(/^\d+(\.\d+){0,2}$/),
    title: Label,
    ...ProcedureFacts,
    term: LegalTerm.describe('The declared legal term.'),
    termOnline: LegalTerm.optional(),
    termText: z.string().describe('The term as published.').optional(),
    cases: z
      .array(
        z
          .strictObject({ id: StateName, title: Label, term: LegalTerm, termOnline: LegalTerm.optional() })
          .readonly(),
      )
      .readonly()
      .describe('Trường hợp: cases with a term of their own.')
      .optional(),
    roles: z
      .array(z.strictObject({ id: RoleName, title: Label }).readonly())
      .readonly()
      .optional(),
    permissions: z
      .record(z.string(), z.array(RoleName).min(1).readonly())
      .readonly()
      .describe('Roles for a command where they differ from the table in docs/contracts.md.')
      .optional(),
    steps: z
      .array(z.union([Step, ParallelSteps]))
      .min(1)
      .readonly(),
    consultations: z.array(Consultation).readonly().optional(),
    supplement: z
      .strictObject({
        mode: z
          .enum(['pause', 'restart'])
          .describe('Go on counting after the answer, or count anew from zero.'),
        maxRounds: z.int().min(0).optional(),
        answerWithin: Duration.optional(),
      })
      .readonly()
      .describe('Without it, as the rule set says.')
      .optional(),
    refusalGrounds: z
      .array(z.strictObject({ code: z.string(), title: Label, legalBasis: z.string() }).readonly())
      .readonly()
      .optional(),
    payment: z
      .strictObject({ dueBefore: z.enum(['reception', 'result', 'none']) })
      .readonly()
      .describe('What may not happen before what was requested is paid.')
      .optional(),
    digitisation: z
      .strictObject({
        moments: z.array(z.enum(digitisationMoments)).readonly(),
        isBlocking: z.boolean().describe('Refuse to go on while a moment is not covered.').optional(),
        isCopySigned: z
          .boolean()
          .describe('Whether an officer signs each electronic copy (mode copy); true when absent.')
          .optional(),
      })
      .readonly()
      .optional(),
    usesPost: z.boolean().optional(),
    result: z
      .strictObject({
        code: z.string().optional(),
        title: Label,
        isRegistered: z
          .boolean()
          .describe('Whether it must be in the result store before archiving.')
          .optional(),
      })
      .readonly()
      .optional(),
    legs: z.array(Leg).readonly().optional(),
    dueSoonBefore: Duration.describe('How long before the due date a warning is raised.').optional(),
    iso: IsoSheet.optional(),
    lifecycle: Lifecycle.optional(),
    origin: z
      .strictObject({ source: z.string().min(1), note: z.string().optional() })
      .readonly()
      .describe(
        'Present when it was read from a published record: what such a record does not print is no fault.',
      )
      .optional(),
  })
  .readonly()
export type ProcessDefinition = z.infer<typeof ProcessDefinition>

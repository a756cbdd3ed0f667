/**
 * What happened to a petition: its events as data, sealed like those of a case.
 *
 * @module
 */
import * as z from 'zod'
import type { Instant } from '../../date.ts'
import {
  type Actor,
  type HistoryKind,
  type PersonalData,
  type SealedEvent,
  sealedFields,
} from '../../dossier/history/index.ts'
import { closedLists } from '../../dossier/index.ts'
import type { PetitionCommandType } from './petition-chart.ts'

/** Most characters of a reason or a request. */
const MAX_TEXT = 10_000
const Words = z.string().min(1).max(MAX_TEXT)
const Digest = z.string().regex(/^[0-9a-f]{64}$/)
const Name = z.string().min(1).max(200)
const kinds = Object.keys(closedLists.feedbackKinds) as [string, ...string[]]

const Clock = z.enum(['refuse', 'ask', 'settle', 'publish'])
const Moment = z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}\+07:00$/)

/** Data of each command; the words of the sender and of the answer are personal or documents, never here. */
export const petitionCommandData = {
  'petition.send': z.strictObject({ contentHash: Digest }),
  'petition.classify': z.strictObject({ kind: z.enum(kinds) }),
  'petition.refuse': z.strictObject({ reason: Words }),
  'petition.ask': z.strictObject({ request: Words }),
  'petition.supplement': z.strictObject({ contentHash: Digest }),
  'petition.transfer': z.strictObject({ agency: Name, reason: Words }),
  'petition.settle': z.strictObject({ answerHash: Digest }),
  'petition.publish': z.strictObject({ place: Name }),
  'petition.warn': z.strictObject({ promise: Clock, dueAt: Moment }),
  'petition.rate': z.strictObject({ satisfied: z.boolean() }),
  'petition.re-open': z.strictObject({ reason: Words }),
} as const satisfies Readonly<Record<PetitionCommandType, z.ZodObject>>

/** The event that each command becomes. */
export const petitionEventTypes = {
  'petition.send': 'petition.sent',
  'petition.classify': 'petition.classified',
  'petition.refuse': 'petition.refused',
  'petition.ask': 'petition.asked',
  'petition.supplement': 'petition.supplemented',
  'petition.transfer': 'petition.transferred',
  'petition.settle': 'petition.settled',
  'petition.publish': 'petition.published',
  'petition.warn': 'petition.warned',
  'petition.rate': 'petition.rated',
  'petition.re-open': 'petition.re-opened',
} as const satisfies Readonly<Record<PetitionCommandType, string>>

/** Type of an event. */
export type PetitionEventType = (typeof petitionEventTypes)[PetitionCommandType]

/** What follows from the decision: where the petition is, and whether the promise that was kept came late. */
const decided = {
  states: z.array(z.string()).length(1),
  clock: Clock.optional(),
  isLate: z.boolean().optional(),
}

/** What the decision adds to the data of an event. */
export interface PetitionOutcome {
  /** The state entered. */
  readonly states: readonly string[]
  /** The promise that it keeps, where it keeps one. */
  readonly clock?: 'refuse' | 'ask' | 'settle' | 'publish'
  readonly isLate?: boolean
}

/** What happened to a petition: a fact, shaped as the events of a case are. */
export type PetitionEvent = {
  readonly [Type in PetitionCommandType]: {
    readonly caseId: string
    readonly seq: number
    readonly type: (typeof petitionEventTypes)[Type]
    readonly at: Instant
    readonly actor: Actor
    readonly commandId: string
    readonly data: z.infer<(typeof petitionCommandData)[Type]> & PetitionOutcome
    readonly personal?: PersonalData | undefined
  }
}[PetitionCommandType]

/** The events of one type, as they lie sealed. */
function schemaOf(type: PetitionCommandType) {
  const data = z.strictObject({ ...petitionCommandData[type].shape, ...decided })
  return z.strictObject({ ...sealedFields, type: z.literal(petitionEventTypes[type]), data })
}

const [first, ...others] = Object.keys(petitionEventTypes) as [PetitionCommandType, ...PetitionCommandType[]]

/**
 * The history of a petition, for `verifyHistory(events, { kind: petitionHistory })`.
 *
 * @example
 * import { verifyHistory } from 'motcua/dossier/history'
 * import { petitionHistory } from 'motcua/procedure/petition'
 * verifyHistory([], { kind: petitionHistory }) // []
 */
export const petitionHistory: HistoryKind = {
  schema: z.discriminatedUnion('type', [
    schemaOf(first),
    ...others.map(schemaOf),
  ]) as unknown as z.ZodType<SealedEvent>,
  opening: 'petition.sent',
}

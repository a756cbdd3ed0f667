/**
 * A case's history: who did what, when, and what became of it.
 *
 * @module
 */
import * as z from 'zod'
import type { Instant } from '../../date.ts'
import {
  AgencyField,
  Code,
  Id,
  type Immutable,
  InstantField,
  Json,
  type JsonValue,
  patterned,
  Sha256,
} from '../fields.ts'
import { publish } from '../labels.ts'
import {
  appointmentFields,
  type CaseEventData,
  type CaseEventType,
  caseEventData,
  headerFields,
} from './event-data.ts'
import { worded } from './field-words.ts'

/** Who acts on a case: opaque ids, so that a history can be shown without naming anyone. */
export const Actor = publish(
  z.strictObject(
    worded({
      /** The person or system, as the host knows them. */
      id: Id,
      roles: z.array(Code).max(50),
      unit: Id,
      agency: AgencyField,
      /** For whom, where a delegation is used. */
      onBehalfOf: Id.optional(),
    }),
  ),
  'Actor',
  { vi: 'Người thực hiện', en: 'Actor' },
)
/** Who acts on a case: opaque ids, so that a history can be shown without naming anyone. */
export type Actor = Immutable<z.infer<typeof Actor>>

/** What a case is about, said once by its first event. */
export const CaseHeader = publish(z.strictObject(worded(headerFields)), 'CaseHeader', {
  vi: 'Thông tin chung của vụ việc',
  en: 'Case header',
})
/** What a case is about, said once by its first event. */
export type CaseHeader = Immutable<z.infer<typeof CaseHeader>>

/** An appointment (ngày hẹn trả): a promise to the applicant, never derived again. */
export const Appointment = publish(z.strictObject(worded(appointmentFields)), 'Appointment', {
  vi: 'Ngày hẹn trả',
  en: 'Appointment',
})
/** An appointment (ngày hẹn trả): a promise to the applicant, never derived again. */
export type Appointment = Immutable<z.infer<typeof Appointment>>

/** Longest command id, so that every database can index it. */
const MAX_COMMAND_ID = 64

/** The caller's name for one asking; the same one twice changes nothing. */
export const CommandId = z
  .string()
  .regex(/^[!-~]+$/)
  .min(1)
  .max(MAX_COMMAND_ID)

/** Name of a field of free data. */
const FieldName = patterned(
  /^[0-9A-Za-z][0-9A-Za-z_-]{0,63}$/,
  'tên trường gồm chữ không dấu, số và các dấu _ -',
  'a field name of ASCII letters, digits, _ and -',
)

/** What names a person, apart from everything else so that it can be erased. */
const Personal = z.record(FieldName, Json)

/** What every command has in common; `procedure` says which types there are and what their data are. */
export const Command = publish(
  z.strictObject(
    worded({
      caseId: Id,
      /** `noun.verb`, such as `dossier.submit`. */
      type: patterned(
        /^[a-z]+(?:-[a-z]+)*\.[a-z]+(?:-[a-z]+)*$/,
        'tên lệnh, ví dụ dossier.submit',
        'a command, such as dossier.submit',
      ),
      commandId: CommandId,
      actor: Actor,
      data: z.record(FieldName, Json),
      personal: Personal.optional(),
    }),
  ),
  'Command',
  { vi: 'Lệnh', en: 'Command' },
)

/** A command: asked, and perhaps refused. */
export interface Command<Type extends string = string, Data = Readonly<Record<string, unknown>>> {
  readonly caseId: string
  readonly type: Type
  readonly commandId: string
  readonly actor: Actor
  readonly data: Data
  /** What names a person; `data` and `actor` never do. */
  readonly personal?: PersonalData | undefined
}

/** What names a person, under names of the host's choosing. */
export type PersonalData = { readonly [name: string]: JsonValue }

/** The fields that every sealed event has, whatever its kind of history. */
export const sealedFields = {
  caseId: Id,
  /** 1 for the first event of a case, then without gaps. */
  seq: z.int().min(1),
  at: InstantField,
  actor: Actor,
  commandId: CommandId,
  personal: Personal.optional(),
  salt: z
    .string()
    .regex(/^[0-9a-f]{32}$/)
    .optional(),
  personalHash: Sha256.optional(),
  prev: Sha256,
  hash: Sha256,
}

/** The fields of an event that {@link CaseEvent} adds to what happened: the links of the chain. */
export interface Links {
  /** 16 random bytes, hexadecimal; gone when the personal data are erased. */
  readonly salt?: string | undefined
  /** SHA-256 of salt and canonical JSON of `personal`; stays when they are erased. */
  readonly personalHash?: string | undefined
  /** Hash of the event before, or 64 zeros. */
  readonly prev: string
  /** SHA-256 of the canonical JSON of everything but `personal`, `salt` and `hash`. */
  readonly hash: string
}

/** What can be sealed: an event of a case, or of another kind of history such as that of a petition. */
export interface SealableEvent {
  readonly caseId: string
  readonly seq: number
  readonly type: string
  readonly at: Instant
  readonly actor: Actor
  readonly commandId: string
  readonly data: object
  readonly personal?: PersonalData | undefined
}

/** A sealed event of any kind of history. */
export type SealedEvent = SealableEvent & Links

/** An event as it is decided: not yet linked to the one before. */
export type UnsealedEvent<Type extends CaseEventType = CaseEventType> = {
  readonly [T in Type]: {
    readonly caseId: string
    readonly seq: number
    readonly type: T
    readonly at: Instant
    readonly actor: Actor
    readonly commandId: string
    readonly data: CaseEventData[T]
    readonly personal?: PersonalData | undefined
  }
}[Type]

/** Something that happened to a case: a fact, linked to all that happened before. */
export type CaseEvent<Type extends CaseEventType = CaseEventType> = UnsealedEvent<Type> & Links

/** Builds the schema of the events of one type. */
function eventSchema(type: CaseEventType) {
  return z.strictObject(worded({ ...sealedFields, type: z.literal(type), data: caseEventData[type] }))
}

const [firstType, ...otherTypes] = Object.keys(caseEventData) as [CaseEventType, ...CaseEventType[]]

/** Something that happened to a case: a fact, linked to all that happened before. */
export const CaseEvent = publish(
  z.discriminatedUnion('type', [eventSchema(firstType), ...otherTypes.map(eventSchema)]),
  'CaseEvent',
  { vi: 'Sự kiện của vụ việc', en: 'Case event' },
) as unknown as z.ZodType<CaseEvent>

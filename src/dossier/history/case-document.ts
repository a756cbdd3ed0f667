/**
 * A whole case in one document: `CASE.json`.
 *
 * @module
 */
import * as z from 'zod'
import { Dossier } from '../dossier.ts'
import type { Immutable } from '../fields.ts'
import { numbersOf } from '../fields.ts'
import { nationalStatuses } from '../lists.ts'
import { Appointment, CaseEvent, CaseHeader } from './case-event.ts'

/** A case with its dossier and its history, as one system hands it to another. */
export const CaseDocument = z.strictObject({
  schema: z.literal('motcua/case@1'),
  header: CaseHeader,
  /** Absent when the personal data of the case have been erased. */
  dossier: Dossier.optional(),
  events: z.array(CaseEvent).min(1),
  /** The promise in force and the first one made; absent before reception. */
  appointment: z.strictObject({ inForce: Appointment, first: Appointment }).optional(),
  nationalStatus: numbersOf(nationalStatuses),
})
/** A case with its dossier and its history, as one system hands it to another. */
export type CaseDocument = Immutable<z.infer<typeof CaseDocument>>

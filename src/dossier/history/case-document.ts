/**
 * A whole case in one document: `CASE.json`.
 *
 * @module
 */
import * as z from 'zod'
import { Dossier } from '../dossier.ts'
import type { Immutable } from '../fields.ts'
import { numbersOf } from '../fields.ts'
import { publish } from '../labels.ts'
import { nationalStatuses } from '../lists.ts'
import { Appointment, CaseEvent, CaseHeader } from './case-event.ts'
import { worded } from './field-words.ts'

/** A case with its dossier and its history, as one system hands it to another. */
export const CaseDocument = publish(
  z.strictObject(
    worded({
      schema: z.literal('motcua/case@1'),
      header: CaseHeader,
      /** Absent when the personal data of the case have been erased. */
      dossier: Dossier.optional(),
      events: z.array(CaseEvent).min(1),
      /** The promise in force and the first one made; absent before reception. */
      appointment: z.strictObject(worded({ inForce: Appointment, first: Appointment })).optional(),
      nationalStatus: numbersOf(nationalStatuses),
    }),
  ),
  'CaseDocument',
  { vi: 'Vụ việc', en: 'Case' },
)
/** A case with its dossier and its history, as one system hands it to another. */
export type CaseDocument = Immutable<z.infer<typeof CaseDocument>>

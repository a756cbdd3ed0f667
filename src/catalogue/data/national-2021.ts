import type { Procedure } from '../procedure.ts'
import { education2021 } from './national-education.ts'
import { employment2021 } from './national-employment.ts'
import { homeAffairs2021 } from './national-home-affairs.ts'
import { insurance2021 } from './national-insurance.ts'
import { justice2021 } from './national-justice.ts'
import { licences2021 } from './national-licences.ts'
import { residence2021 } from './national-residence.ts'
import { tax2021 } from './national-tax.ts'

/**
 * Records of the national procedure database as they were published on 30/8/2021.
 *
 * The records carry no procedure codes, so their ids come from their names. Terms and fees that could not be read
 * are kept as text. Written by scripts/build-national-procedures.mjs.
 */
export const nationalProcedures2021: readonly Procedure[] = [
  ...education2021,
  ...employment2021,
  ...homeAffairs2021,
  ...insurance2021,
  ...justice2021,
  ...licences2021,
  ...residence2021,
  ...tax2021,
]

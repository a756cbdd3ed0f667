import type { IsoDate } from '../../date.ts'

/** What an administrative unit is; two tiers from 1/7/2025, three before. */
export type UnitKind =
  | 'province'
  | 'city'
  | 'district'
  | 'town'
  | 'commune'
  | 'ward'
  | 'township'
  | 'special-zone'

/**
 * How far a statement about units was checked: in the act or an official table, in other published data
 * only, or not at all.
 */
export type UnitCertainty = 'verified' | 'secondary' | 'unverified'

/**
 * One administrative unit as it was during one span of days.
 *
 * The code alone says nothing: code 15 was Yên Bái until 30/6/2025 and has been Lào Cai since. Code and day
 * together are the identity.
 */
export interface AdministrativeUnit {
  /** Code of the General Statistics Office: two digits for a province, five for a commune. */
  readonly code: string
  /** Name without the word for its kind: `Thanh Hóa`, not `tỉnh Thanh Hóa`. */
  readonly name: string
  readonly kind: UnitKind
  /** Code of the unit above, on the same days. */
  readonly parent?: string
  /** First day on which the unit was this. */
  readonly validFrom: IsoDate
  /** Last day; absent while it still is. */
  readonly validTo?: IsoDate
  /** Other ways in which people write the name. */
  readonly aliases?: readonly string[]
}

/** A change of units on one day: the units that ended and those that took their place. */
export interface UnitChange {
  /** First day of the new units. */
  readonly effectiveFrom: IsoDate
  /** The act that made the change, with its clause where it is known. */
  readonly act: string
  readonly certainty: UnitCertainty
  /** Codes that were valid on the day before. */
  readonly from: readonly string[]
  /** Codes that are valid from the day on. */
  readonly to: readonly string[]
}

/** Units with the changes between them; a value that is passed in, as calendars are. */
export interface UnitRegister {
  readonly units: readonly AdministrativeUnit[]
  readonly changes: readonly UnitChange[]
}

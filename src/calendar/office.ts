/**
 * When one office is open: its weekly hours, and the dates on which they differ.
 *
 * @module
 */
import type { IsoDate } from '../date.ts'
import type { LocalizedText } from '../errors.ts'

/** Names of the weekdays as an office schedule writes them, Monday first. */
export const weekdayNames = [
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
] as const

/** One of the weekdays. */
export type WeekdayName = (typeof weekdayNames)[number]

/** From the first clock time up to, not including, the second: `['07:00', '11:30']`; an end may be `24:00`. */
export type OpenHours = readonly [start: string, end: string]

/** The weekly pattern that holds from a day on. */
export interface OfficeSchedule {
  /** First day of this pattern; only the first schedule may leave it out, and then holds for all days before. */
  readonly validFrom?: IsoDate
  /** Hours of each weekday, in order and apart; a weekday that is left out is a day of rest. */
  readonly weekly: Readonly<Partial<Record<WeekdayName, readonly OpenHours[]>>>
  /** Weekdays that are open without counting as working days, such as a Saturday kept for receiving papers. */
  readonly uncounted?: readonly WeekdayName[]
}

/** Hours of one date in place of its weekday's. */
export interface OfficeShift {
  readonly date: IsoDate
  /** Empty: the office does not work on this date. */
  readonly hours: readonly OpenHours[]
  /** Whether the date counts as a working day when it has hours; when left out, yes except on an official day off. */
  readonly counted?: boolean
  /** Whether it also holds on an official day off; otherwise the day off wins. */
  readonly onDaysOff?: boolean
  readonly name?: LocalizedText
  readonly source?: string
}

/** Days, or hours of days, on which the office is closed whatever else is said. */
export interface OfficeClosure {
  readonly from: IsoDate
  /** Last day, itself included; the first one when left out. */
  readonly to?: IsoDate
  /** The closed hours of each of those days; the whole day when left out. */
  readonly hours?: readonly OpenHours[]
  readonly name: LocalizedText
  /** Number of the document that ordered it. */
  readonly source?: string
}

/** The schedule of one office, as plain data. Reception and processing may be two of them. */
export interface Office {
  readonly id: string
  readonly name: LocalizedText
  /** The only zone there is: hours are Viet Nam's, never the process's. */
  readonly zone: 'Asia/Ho_Chi_Minh'
  /** Weekly patterns in the order of their days; at least one. */
  readonly schedules: readonly OfficeSchedule[]
  readonly shifts?: readonly OfficeShift[]
  readonly closures?: readonly OfficeClosure[]
  /** Offices that must be open at the same time; see {@link intersectOffices}. */
  readonly within?: readonly Office[]
}

const dayHours: readonly OpenHours[] = [
  ['07:00', '11:30'],
  ['13:30', '17:00'],
]

/** Monday to Friday, 07:00–11:30 and 13:30–17:00: the hours most one-stop desks keep; a default, not a law. */
export const defaultOffice: Office = {
  id: 'default',
  name: { vi: 'Giờ hành chính mặc định', en: 'Default office hours' },
  zone: 'Asia/Ho_Chi_Minh',
  schedules: [
    {
      weekly: {
        monday: dayHours,
        tuesday: dayHours,
        wednesday: dayHours,
        thursday: dayHours,
        friday: dayHours,
      },
    },
  ],
}

/**
 * Makes the schedule that is open when both offices are.
 *
 * The second is kept whole inside the first, so that a swapped Saturday, a shift or a closure of either acts as
 * it would alone.
 *
 * @example
 * import { defaultOffice, intersectOffices } from 'motcua/calendar'
 * const morningDesk = { ...defaultOffice, id: 'desk', schedules: [{ weekly: { monday: [['08:00', '10:00']] } }] } as const
 * intersectOffices(defaultOffice, morningDesk).id // 'default+desk'
 */
export function intersectOffices(office: Office, other: Office): Office {
  const name = { vi: `${office.name.vi} và ${other.name.vi}`, en: `${office.name.en} and ${other.name.en}` }
  return { ...office, id: `${office.id}+${other.id}`, name, within: [...(office.within ?? []), other] }
}

/**
 * The appointment printed on the slip against the clock, and the outcome against the appointment.
 *
 * The appointment is a promise, recorded when it was made; nothing here overwrites it, and a later notice never
 * changes what was right on the day.
 *
 * @module
 */
import type { WorkingCalendar } from '../calendar/index.ts'
import { dateOfInstant, type Instant, instant } from '../date.ts'
import type { LocalizedText } from '../errors.ts'
import type { Finding, FindingSeverity } from '../finding.ts'
import { readClock } from './clock.ts'
import { type ClockContext, type LedgerEntry, sortLedger } from './ledger.ts'

/** A promise as it was recorded (`appointment.set`). */
export interface Appointment {
  /** When the promise was made. */
  readonly at: Instant
  readonly dueAt: Instant
  readonly cause:
    | 'received'
    | 'resumed'
    | 'restarted'
    | 'extended'
    | 're-appointed'
    | 're-projected'
    | 'corrected'
  /** The calendar by which it was derived. */
  readonly calendarHash: string
}

/** Promises and the ledger they claim to follow. */
export interface AppointmentInput extends ClockContext {
  readonly ledger: readonly LedgerEntry[]
  readonly appointments: readonly Appointment[]
  /** Earlier calendars; a promise is checked by the one that it names, when it is here. */
  readonly pastCalendars?: readonly WorkingCalendar[]
}

const MESSAGES = {
  'deadline/promise-later': {
    vi: 'ngày hẹn muộn hơn hạn tính theo thời hạn và sổ tạm dừng',
    en: 'the promise is later than the term and the ledger allow',
  },
  'deadline/promise-earlier': {
    vi: 'ngày hẹn sớm hơn hạn tính theo thời hạn và sổ tạm dừng',
    en: 'the promise is earlier than the term and the ledger require',
  },
  'deadline/promise-without-term': {
    vi: 'có ngày hẹn trong khi đồng hồ không có hạn',
    en: 'there is a promise while the clock has no due date',
  },
  'deadline/promise-missing': {
    vi: 'đồng hồ có hạn mới nhưng không ghi nhận ngày hẹn nào',
    en: 'the clock has a new due date, but no promise was recorded',
  },
  'deadline/promise-by-unknown-calendar': {
    vi: 'ngày hẹn tính theo một lịch không có ở đây; được so với lịch hiện có',
    en: 'the promise was derived from a calendar that is not here; it is compared with the one at hand',
  },
} as const satisfies Readonly<Record<string, LocalizedText>>

function report(
  code: keyof typeof MESSAGES,
  severity: FindingSeverity,
  at: { readonly place: string; readonly facts: Finding['facts'] },
): Finding {
  return { code, severity, place: at.place, message: MESSAGES[code], facts: at.facts }
}

/** What the promise ought to be at its moment. */
function derivePromise(
  appointment: Appointment,
  input: AppointmentInput,
  calendar: WorkingCalendar,
): Instant | undefined {
  const at = instant(appointment.at)
  const known = input.ledger.filter((entry) => instant(entry.recordedAt ?? entry.at) <= at)
  const reading = readClock({ ...input, ledger: known, calendar, at })
  return appointment.cause === 're-appointed' ? reading.reappointedAt : reading.dueAt
}

/** Compares one promise with the clock. */
function checkPromise(appointment: Appointment, index: number, input: AppointmentInput): readonly Finding[] {
  const place = `appointments[${index}]`
  const own = [input.calendar, ...(input.pastCalendars ?? [])].find(
    (calendar) => calendar.hash === appointment.calendarHash,
  )
  const unknown =
    own === undefined
      ? [
          report('deadline/promise-by-unknown-calendar', 'info', {
            place,
            facts: { calendarHash: appointment.calendarHash },
          }),
        ]
      : []
  const derivedAt = derivePromise(appointment, input, own ?? input.calendar)
  const promisedAt = instant(appointment.dueAt)
  if (derivedAt === promisedAt) return unknown
  const facts = { promisedAt, derivedAt, cause: appointment.cause }
  if (derivedAt === undefined)
    return [...unknown, report('deadline/promise-without-term', 'warning', { place, facts })]
  // A correction or a re-projection is a decision of its own, and an unknown calendar proves nothing.
  const isDecided =
    appointment.cause === 'corrected' || appointment.cause === 're-projected' || own === undefined
  const isLater = promisedAt > derivedAt
  const severity = isDecided ? 'info' : isLater ? 'error' : 'warning'
  return [
    ...unknown,
    report(isLater ? 'deadline/promise-later' : 'deadline/promise-earlier', severity, { place, facts }),
  ]
}

/** The entries after which a promise must follow, and what it may be called. */
const PROMISED_BY: Readonly<Partial<Record<LedgerEntry['kind'], readonly Appointment['cause'][]>>> = {
  start: ['received'],
  resume: ['resumed', 'restarted'],
  restart: ['restarted'],
  extend: ['extended'],
  're-appoint': ['re-appointed'],
}

/** Reports entries of the ledger that no promise followed. */
function checkMissing(input: AppointmentInput): readonly Finding[] {
  if (input.term.kind === 'none') return []
  const entries = sortLedger(input.ledger)
  return entries.flatMap((entry, index) => {
    const causes = PROMISED_BY[entry.kind]
    if (causes === undefined) return []
    const isPromised = input.appointments.some(
      ({ at, cause }) => instant(at) >= entry.at && causes.includes(cause),
    )
    const facts = { entry: entry.kind, at: entry.at }
    return isPromised
      ? []
      : [report('deadline/promise-missing', 'warning', { place: `ledger[${index}]`, facts })]
  })
}

/**
 * Checks that every promise was what the clock said when it was made, and that none is missing.
 *
 * A promise later than the derivation is an error: the office took more time than the law gives. An earlier one
 * is a warning; a correction or a re-projection is reported for information. Each promise is checked by the
 * calendar whose hash it carries, so that a later notice finds no fault with the past.
 *
 * @example
 * import { instant } from 'motcua'
 * import { buildWorkingCalendar } from 'motcua/calendar'
 * import { checkAppointment } from 'motcua/deadline'
 * const calendar = buildWorkingCalendar()
 * const findings = checkAppointment({
 *   term: { kind: 'working-days', amount: 3 },
 *   calendar,
 *   ledger: [{ kind: 'start', at: instant('2026-08-28T10:00') }],
 *   appointments: [
 *     {
 *       at: instant('2026-08-28T10:00'),
 *       dueAt: instant('2026-09-08T17:00'),
 *       cause: 'received',
 *       calendarHash: calendar.hash,
 *     },
 *   ],
 * })
 * findings.map((finding) => finding.code) // ['deadline/promise-later']
 */
export function checkAppointment(input: AppointmentInput): readonly Finding[] {
  const promises = input.appointments.flatMap((appointment, index) => checkPromise(appointment, index, input))
  return [...promises, ...checkMissing(input)]
}

/** Early, on time or late, with their names (TT 01/2020/TT-VPCP, form II.06a). */
export const termOutcomes = {
  early: { vi: 'Trước hạn', en: 'Early' },
  'on-time': { vi: 'Đúng hạn', en: 'On time' },
  late: { vi: 'Quá hạn', en: 'Late' },
} as const satisfies Readonly<Record<string, LocalizedText>>

/** One of {@link termOutcomes}. */
export type TermOutcome = keyof typeof termOutcomes

/** A finished dossier against its due moment. */
export interface OutcomeInput {
  readonly finishedAt: Instant
  /** Absent where no term is set: such a dossier is neither on time nor late. */
  readonly dueAt: Instant | undefined
  /**
   * `date` compares days of Viet Nam, as provinces report; `timestamp` compares moments, as products do, which
   * leaves hardly any dossier exactly on time. `date` when left out.
   */
  readonly granularity?: 'date' | 'timestamp'
}

/**
 * Judges whether a dossier was finished early, on time or late; undefined when nothing was due.
 *
 * @example
 * import { instant } from 'motcua'
 * import { judgeOutcome } from 'motcua/deadline'
 * const finished = { finishedAt: instant('2026-09-07T09:00'), dueAt: instant('2026-09-07T17:00') }
 * judgeOutcome(finished) // 'on-time'
 * judgeOutcome({ ...finished, granularity: 'timestamp' }) // 'early'
 */
export function judgeOutcome({
  finishedAt,
  dueAt,
  granularity = 'date',
}: OutcomeInput): TermOutcome | undefined {
  if (dueAt === undefined) return undefined
  const read = (at: Instant): string => (granularity === 'date' ? dateOfInstant(instant(at)) : instant(at))
  const finished = read(finishedAt)
  const due = read(dueAt)
  return finished < due ? 'early' : finished > due ? 'late' : 'on-time'
}

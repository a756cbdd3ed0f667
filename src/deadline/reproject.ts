/**
 * What a changed calendar does to open dossiers.
 *
 * @module
 */
import { type DayExplanation, explainDay, type WorkingCalendar } from '../calendar/index.ts'
import { fromDayNumber, type Instant, instant, toDayNumber, toEpochMs } from '../date.ts'
import { readClock } from './clock.ts'
import type { ClockContext, LedgerEntry } from './ledger.ts'
import { dayOfEpochMs, isCountedDay } from './measure.ts'

/** A dossier that is not finished. */
export interface OpenDossier extends Omit<ClockContext, 'calendar'> {
  /** The host's own id. */
  readonly id: string
  readonly ledger: readonly LedgerEntry[]
}

/** Open dossiers and the two calendars. */
export interface ReprojectionInput {
  readonly open: readonly OpenDossier[]
  readonly oldCalendar: WorkingCalendar
  readonly newCalendar: WorkingCalendar
  /** The moment of the change; the ledgers are read at it. */
  readonly at: Instant
  /**
   * Whether a due date may move to an earlier day. When left out it may not: the move is reported, and the
   * promise stays.
   */
  readonly allowEarlier?: boolean
}

/** A day that the two calendars see differently. */
export interface ChangedDay {
  readonly before: DayExplanation
  readonly after: DayExplanation
}

/** A due date that moves. */
export interface DueDateMove {
  readonly id: string
  readonly fromDueAt: Instant
  readonly toDueAt: Instant
  readonly direction: 'later' | 'earlier'
  /** What to promise now: the new moment, or the old one when an earlier one is not allowed. */
  readonly dueAt: Instant
  readonly adopted: boolean
  /** The days of the dossier's run that changed. */
  readonly because: readonly ChangedDay[]
}

/** Whether two calendars give a day the same hours and the same count. */
function isSameDay(oldCalendar: WorkingCalendar, newCalendar: WorkingCalendar, dayNumber: number): boolean {
  if (isCountedDay(oldCalendar.axis, dayNumber) !== isCountedDay(newCalendar.axis, dayNumber)) return false
  const patternOf = ({ axis }: WorkingCalendar): string => {
    const pattern = axis.patternOf[dayNumber - axis.firstDay] ?? 0
    return axis.rangeEdges.slice(axis.patternAt[pattern], axis.patternAt[pattern + 1]).join()
  }
  return patternOf(oldCalendar) === patternOf(newCalendar)
}

/** The changed days between two days, once for all dossiers. */
function findChangedDays(
  { oldCalendar, newCalendar }: ReprojectionInput,
  fromDay: number,
  toDay: number,
): readonly ChangedDay[] {
  const first = Math.max(fromDay, oldCalendar.axis.firstDay, newCalendar.axis.firstDay)
  const last = Math.min(toDay, oldCalendar.axis.lastDay, newCalendar.axis.lastDay)
  const changed: ChangedDay[] = []
  for (let day = first; day <= last; day += 1) {
    if (isSameDay(oldCalendar, newCalendar, day)) continue
    const date = fromDayNumber(day)
    changed.push({ before: explainDay(oldCalendar, date), after: explainDay(newCalendar, date) })
  }
  return changed
}

/** A dossier's due moments by both calendars; undefined when nothing is due or nothing can move any more. */
function compareDossier(dossier: OpenDossier, input: ReprojectionInput) {
  const at = instant(input.at)
  const before = readClock({ ...dossier, calendar: input.oldCalendar, at })
  if (before.state === 'stopped' || before.dueAt === undefined) return undefined
  const after = readClock({ ...dossier, calendar: input.newCalendar, at })
  if (after.dueAt === undefined || after.dueAt === before.dueAt) return undefined
  return { dossier, fromAt: before.runFromAt ?? at, fromDueAt: before.dueAt, toDueAt: after.dueAt }
}

/**
 * Finds the open dossiers whose due date moves with a changed calendar, from what to what, and why.
 *
 * Nothing is overwritten: the answer is what to promise anew. A due date never moves to an earlier day for the
 * citizen unless `allowEarlier` says so.
 *
 * @example
 * import { instant, isoDate } from 'motcua'
 * import { buildWorkingCalendar, defaultOffice } from 'motcua/calendar'
 * import { reprojectDueDates } from 'motcua/deadline'
 * const storm = { from: isoDate('2026-09-04'), name: { vi: 'Nghỉ bão', en: 'Storm' } }
 * const moves = reprojectDueDates({
 *   open: [
 *     {
 *       id: 'case-1',
 *       term: { kind: 'working-days', amount: 3 },
 *       ledger: [{ kind: 'start', at: instant('2026-08-28T10:00') }],
 *     },
 *   ],
 *   oldCalendar: buildWorkingCalendar(),
 *   newCalendar: buildWorkingCalendar({ office: { ...defaultOffice, closures: [storm] } }),
 *   at: instant('2026-09-03T16:00'),
 * })
 * moves[0]?.toDueAt // '2026-09-08T17:00:00.000+07:00'
 * moves[0]?.because.map((day) => day.after.date) // ['2026-09-04']
 */
export function reprojectDueDates(input: ReprojectionInput): readonly DueDateMove[] {
  const pairs = input.open
    .map((dossier) => compareDossier(dossier, input))
    .filter((pair) => pair !== undefined)
  if (pairs.length === 0) return []
  const dayOf = (at: Instant): number => dayOfEpochMs(toEpochMs(at))
  const fromDay = Math.min(...pairs.map((pair) => dayOf(pair.fromAt)))
  const toDay = Math.max(...pairs.map((pair) => Math.max(dayOf(pair.fromDueAt), dayOf(pair.toDueAt))))
  const changed = findChangedDays(input, fromDay, toDay)
  return pairs.map(({ dossier, fromAt, fromDueAt, toDueAt }) => {
    const direction = toDueAt > fromDueAt ? 'later' : 'earlier'
    const adopted = direction === 'later' || input.allowEarlier === true
    const last = Math.max(dayOf(fromDueAt), dayOf(toDueAt))
    const because = changed.filter(({ before }) => {
      const day = toDayNumber(before.date)
      return day >= dayOf(fromAt) && day <= last
    })
    return {
      id: dossier.id,
      fromDueAt,
      toDueAt,
      direction,
      dueAt: adopted ? toDueAt : fromDueAt,
      adopted,
      because,
    }
  })
}

/**
 * From rules and notices to the list of special days.
 *
 * @module
 */
import { fromDayNumber, type IsoDate, isoDate, toDayNumber, weekdayOfDayNumber } from '../date.ts'
import { type LocalizedText, MotcuaError } from '../errors.ts'
import { toLunar, toSolar } from './lunar.ts'
import { messages } from './messages.ts'
import type { HolidayRule, Notice, NoticeDayOff, OfficialCalendar } from './official-calendar.ts'

/** What makes a day special in the official calendar. */
export type OfficialKind =
  | 'public-holiday'
  | 'substitute-day'
  | 'swapped-off'
  | 'announced-off'
  | 'swapped-worked'

/** A day that the official calendar says something about. */
export interface OfficialDay {
  readonly date: IsoDate
  readonly kind: OfficialKind
  readonly name: LocalizedText
  /** Number of the notice or of the act; several are joined by `; `, `unverified` where no notice is at hand. */
  readonly source: string
  /** The source in words. */
  readonly basis: LocalizedText
  readonly holiday?: string
  /** The day of rest that a substitute day makes up for. */
  readonly substituteFor?: IsoDate
  /** The other half of a swap. */
  readonly pairedWith?: IsoDate
}

/** What a provisional year cannot say before its notice. */
export type MissingPart = 'tet-span' | 'second-national-day' | 'swaps'

/** Which years the calendar knows and how well. */
export interface OfficialYears {
  readonly settled: ReadonlySet<number>
  readonly provisional: ReadonlySet<number>
  readonly first: number
  readonly last: number
  /** For messages: `2018–2028`, with holes `2018, 2020–2022`. */
  readonly covered: string
}

/** Civil years that rules on lunar days can be computed for. */
const FIRST_YEAR = 1968
const LAST_YEAR = 2100

/** Day number of 1 January. */
export function firstDayOfYear(year: number): number {
  return toDayNumber(`${year}-01-01` as IsoDate)
}

/** Writes sorted years as ranges. */
function writeYears(years: readonly number[]): string {
  const ranges: [number, number][] = []
  for (const year of years) {
    const open = ranges.at(-1)
    if (open !== undefined && open[1] === year - 1) open[1] = year
    else ranges.push([year, year])
  }
  return ranges.map(([first, last]) => (first === last ? `${first}` : `${first}–${last}`)).join(', ')
}

/**
 * Finds the settled and the provisional years of a calendar.
 *
 * A calendar without rules has no provisional years: nothing could be computed for them.
 *
 * @throws MotcuaError `calendar/no-years`
 * @throws MotcuaError `calendar/invalid-calendar` for a year outside 1968 to 2100.
 */
export function findOfficialYears(official: OfficialCalendar): OfficialYears {
  const settled = new Set<number>()
  official.notices.forEach((notice, index) => {
    for (const year of notice.settles) {
      if (!Number.isInteger(year) || year < FIRST_YEAR || year > LAST_YEAR) {
        throw new MotcuaError(messages, 'calendar/invalid-calendar', { place: `notices[${index}].settles` })
      }
      settled.add(year)
    }
  })
  if (settled.size === 0) throw new MotcuaError(messages, 'calendar/no-years', {})
  const first = Math.min(...settled)
  const lastSettled = Math.max(...settled)
  const canCompute = official.rules.length > 0
  const last = canCompute ? Math.min(LAST_YEAR, lastSettled + official.provisionalYears) : lastSettled
  const provisional = new Set<number>()
  for (let year = first; canCompute && year <= last; year += 1) if (!settled.has(year)) provisional.add(year)
  const covered = writeYears([...settled, ...provisional].sort((a, b) => a - b))
  return { settled, provisional, first, last, covered }
}

/** The civil day of a rule in a civil year, when the rule holds on it. */
function findRuleDate(rule: HolidayRule, year: number): IsoDate | undefined {
  const { calendar, month, day } = rule.on
  const date =
    calendar === 'lunar'
      ? toSolar({ year, month, leap: false, day })
      : isoDate(`${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`)
  const holds = date >= rule.validFrom && (rule.validTo === undefined || date <= rule.validTo)
  return holds ? date : undefined
}

/** Names a day of Tết by its lunar day, so that a slip can say which one it is. */
function nameHoliday(rule: HolidayRule, date: IsoDate): LocalizedText {
  if (rule.leavesOpen !== 'span' || rule.on.calendar !== 'lunar') return rule.name
  const { month, day } = toLunar(date)
  const vi =
    month === 12 ? `${day} tháng Chạp` : month === 1 && day <= 10 ? `mùng ${day}` : `${day}/${month} âm lịch`
  return { vi: `${rule.name.vi} (${vi})`, en: `${rule.name.en}, lunar ${day}/${month}` }
}

/** Writes a day as it is read in Viet Nam. */
function writeDay(date: IsoDate): string {
  return `${Number(date.slice(8))}/${Number(date.slice(5, 7))}/${date.slice(0, 4)}`
}

/** Names a notice in words. */
function citeNotice(number: string): LocalizedText {
  if (number === 'unverified') {
    return { vi: 'chưa đối chiếu được với văn bản thông báo', en: 'not verified against a notice' }
  }
  return { vi: `Văn bản ${number}`, en: `Notice ${number}` }
}

/** Joins two citations. */
function joinTexts(a: LocalizedText, b: LocalizedText | undefined): LocalizedText {
  return b === undefined ? a : { vi: `${a.vi}; ${b.vi}`, en: `${a.en}; ${b.en}` }
}

/** Special days by day number. */
type Days = Map<number, OfficialDay>

/** Everything that the steps below read and fill. */
interface Draft {
  readonly official: OfficialCalendar
  readonly years: OfficialYears
  /** 1 January of the first year to derive; no bound when that is the first year there is. */
  readonly firstDay: number
  /** What notices say; it outranks what is computed. */
  readonly announced: Days
  readonly withdrawn: Set<number>
  /** Holidays of which notices name days in a year: `tet 2026`. */
  readonly announcedHolidays: Set<string>
  /** What the rules give beyond that. */
  readonly computed: Days
}

/** The rule that a holiday's day falls under. */
function findRule(official: OfficialCalendar, holiday: string, date: IsoDate): HolidayRule | undefined {
  return official.rules.find(
    (rule) =>
      rule.holiday === holiday &&
      date >= rule.validFrom &&
      (rule.validTo === undefined || date <= rule.validTo),
  )
}

/** Notes what one document says about a day; two documents that say the same are both named. */
function announce(draft: Draft, day: OfficialDay): void {
  const key = toDayNumber(day.date)
  const known = draft.announced.get(key)
  const isRepeated = known !== undefined && known.kind === day.kind && known.pairedWith === day.pairedWith
  draft.withdrawn.delete(key)
  if (!isRepeated || known.source === day.source) draft.announced.set(key, day)
  else {
    const basis = joinTexts(known.basis, citeNotice(day.source))
    draft.announced.set(key, { ...day, source: `${known.source}; ${day.source}`, basis })
  }
}

/** A day off of a notice: the substitute of a holiday, a holiday, or neither. */
function readDayOff(official: OfficialCalendar, dayOff: NoticeDayOff, number: string): OfficialDay {
  const { date, holiday, substituteFor, name } = dayOff
  const cited = citeNotice(number)
  if (substituteFor !== undefined) {
    const generic = { vi: `Nghỉ bù ngày ${writeDay(substituteFor)}`, en: `In lieu of ${substituteFor}` }
    return {
      date,
      kind: 'substitute-day',
      name: name ?? generic,
      source: number,
      basis: cited,
      substituteFor,
    }
  }
  const rule = holiday === undefined ? undefined : findRule(official, holiday, date)
  if (holiday === undefined) {
    const generic = { vi: 'Ngày nghỉ theo thông báo', en: 'Day off by notice' }
    return { date, kind: 'announced-off', name: name ?? generic, source: number, basis: cited }
  }
  const own = rule === undefined ? { vi: 'Ngày nghỉ lễ', en: 'Public holiday' } : nameHoliday(rule, date)
  const basis = joinTexts(cited, rule?.basis)
  return { date, kind: 'public-holiday', name: name ?? own, source: number, basis, holiday }
}

/** Reads the notices in their order; of days before the first to derive nothing is noted. */
function readNotices(draft: Draft): void {
  const isBefore = (date: IsoDate | undefined): boolean =>
    date !== undefined && toDayNumber(date) < draft.firstDay
  for (const { number, daysOff, swaps, withdrawn = [] } of draft.official.notices) {
    for (const date of withdrawn) {
      draft.announced.delete(toDayNumber(date))
      draft.withdrawn.add(toDayNumber(date))
    }
    for (const dayOff of daysOff) {
      if (!isBefore(dayOff.date)) announce(draft, readDayOff(draft.official, dayOff, number))
    }
    const basis = citeNotice(number)
    for (const { off, worked } of swaps) {
      if (isBefore(off) && isBefore(worked)) continue
      if (off !== undefined) {
        const vi = worked === undefined ? 'Nghỉ hoán đổi' : `Nghỉ hoán đổi, làm bù ngày ${writeDay(worked)}`
        const en = worked === undefined ? 'Day off by swap' : `Day off, worked on ${worked} instead`
        const pair = worked === undefined ? {} : { pairedWith: worked }
        announce(draft, { date: off, kind: 'swapped-off', name: { vi, en }, source: number, basis, ...pair })
      }
      if (worked !== undefined) {
        const vi = off === undefined ? 'Làm bù' : `Làm bù cho ngày ${writeDay(off)}`
        const en = off === undefined ? 'Worked by swap' : `Worked for ${off}`
        const pair = off === undefined ? {} : { pairedWith: off }
        announce(draft, {
          date: worked,
          kind: 'swapped-worked',
          name: { vi, en },
          source: number,
          basis,
          ...pair,
        })
      }
    }
  }
}

/**
 * Days of Tết on which every lawful choice agrees: the eve and the first three.
 *
 * The five days are one before and four after, or two before and three after the turn of the year; every notice
 * since 2018 has the eve and the first three days among them. The fifth is left out rather than guessed.
 */
function certainSpan(newYear: IsoDate): readonly IsoDate[] {
  const first = toDayNumber(newYear)
  return [first - 1, first, first + 1, first + 2].map(fromDayNumber)
}

/** Adds what a rule gives in a year and no notice has said; a span that a notice fixed is left to it. */
function computeRule(draft: Draft, rule: HolidayRule, year: number): void {
  if (rule.leavesOpen === 'span' && draft.announcedHolidays.has(`${rule.holiday} ${year}`)) return
  const date = findRuleDate(rule, year)
  if (date === undefined) return
  for (const own of rule.leavesOpen === 'span' ? certainSpan(date) : [date]) {
    const key = toDayNumber(own)
    if (draft.announced.has(key) || draft.withdrawn.has(key) || draft.computed.has(key)) continue
    const { holiday, source, basis } = rule
    const name = nameHoliday(rule, own)
    draft.computed.set(key, { date: own, kind: 'public-holiday', name, source, basis, holiday })
  }
}

/** Whether nobody works on a day, by what is known so far. */
function isOffSoFar(draft: Draft, dayNumber: number): boolean {
  const day = draft.announced.get(dayNumber) ?? draft.computed.get(dayNumber)
  if (day !== undefined) return day.kind !== 'swapped-worked'
  return weekdayOfDayNumber(dayNumber) >= 6
}

/**
 * Makes up for holidays on a weekly day of rest (Labour Code 2019 art. 111(3)): each takes the next working day.
 *
 * Holidays are served in the order of their dates. A holiday whose substitute a notice names is left to it.
 */
function computeSubstitutes(draft: Draft): void {
  const served = new Set<IsoDate | undefined>()
  const holidays: OfficialDay[] = []
  for (const days of [draft.announced, draft.computed]) {
    for (const [dayNumber, day] of days) {
      served.add(day.substituteFor)
      const isOnRestDay = weekdayOfDayNumber(dayNumber) >= 6
      if (isOnRestDay && day.kind === 'public-holiday' && dayNumber >= draft.firstDay) holidays.push(day)
    }
  }
  holidays.sort((a, b) => (a.date < b.date ? -1 : 1))
  for (const { date, holiday = '', name, source, basis } of holidays) {
    const rule = findRule(draft.official, holiday, date)
    if (rule?.substitution === undefined || served.has(date)) continue
    let next = toDayNumber(date) + 1
    while (isOffSoFar(draft, next) || draft.withdrawn.has(next)) next += 1
    draft.computed.set(next, {
      date: fromDayNumber(next),
      kind: 'substitute-day',
      name: {
        vi: `Nghỉ bù ${name.vi} ngày ${writeDay(date)}`,
        en: `In lieu of ${name.en}, ${date}`,
      },
      source,
      basis: joinTexts(basis, rule.substitution),
      substituteFor: date,
    })
  }
}

/**
 * Derives every special day of the covered years: what the notices say, and what the rules give beside them.
 *
 * @param firstYear - Days before it are left out, for a calendar of which the beginning is known already.
 * @throws MotcuaError `calendar/invalid-calendar` when a notice holds something that is not a day.
 */
export function deriveDays(
  official: OfficialCalendar,
  years: OfficialYears,
  firstYear = years.first,
): ReadonlyMap<number, OfficialDay> {
  const draft: Draft = {
    official,
    years,
    firstDay: firstYear === years.first ? Number.NEGATIVE_INFINITY : firstDayOfYear(firstYear),
    announced: new Map(),
    withdrawn: new Set(),
    announcedHolidays: new Set(),
    computed: new Map(),
  }
  readNotices(draft)
  if (draft.announced.has(Number.NaN)) {
    throw new MotcuaError(messages, 'calendar/invalid-calendar', { place: 'notices' })
  }
  for (const { holiday, date } of draft.announced.values()) {
    if (holiday !== undefined) draft.announcedHolidays.add(`${holiday} ${date.slice(0, 4)}`)
  }
  for (let year = firstYear; year <= years.last; year += 1) {
    for (const rule of official.rules) computeRule(draft, rule, year)
  }
  computeSubstitutes(draft)
  for (const [dayNumber, day] of draft.announced) draft.computed.set(dayNumber, day)
  return draft.computed
}

/** The days that a notice speaks of, also those it only refers to. */
function listDays(notice: Notice): readonly IsoDate[] {
  const { daysOff, swaps, withdrawn = [] } = notice
  const days = [
    ...withdrawn,
    ...daysOff.flatMap(({ date, substituteFor }) => [date, substituteFor]),
    ...swaps.flatMap(({ off, worked }) => [off, worked]),
  ]
  return days.filter((date) => date !== undefined)
}

/**
 * Finds the first year about which a calendar says something new; nothing where it does not follow from the other
 * one by notices added at the end.
 */
export function findFirstChange(official: OfficialCalendar, before: OfficialCalendar): number | undefined {
  const isContinued =
    official.rules === before.rules &&
    official.provisionalYears === before.provisionalYears &&
    before.notices.every((notice, index) => notice === official.notices[index])
  if (!isContinued) return undefined
  const added = official.notices.slice(before.notices.length)
  const years = added.flatMap((notice) => [
    ...notice.settles,
    ...listDays(notice).map((date) => Number(date.slice(0, 4))),
  ])
  return Math.min(...years, LAST_YEAR + 1)
}

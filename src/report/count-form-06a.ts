/**
 * Form II.06a/VPCP/KSTT: dossiers received, settled and in process, by field.
 *
 * @module
 */
import { dateOfInstant, fromEpochMs, type Instant, type IsoDate, instantAt, toEpochMs } from '../date.ts'
import type { CaseEvent } from '../dossier/history/index.ts'
import type { Finding } from '../finding.ts'
import { compareText } from '../text.ts'
import { type CaseFacts, readCaseFacts } from './read-case-facts.ts'

/** A figure with the cases behind it. */
export interface Cell {
  readonly count: number
  readonly caseIds: readonly string[]
}

/** One row of the form; the numbers are those of its columns. */
export interface Form06aRow {
  /** Column 2, lĩnh vực. */
  readonly field: string
  /** Column 3 = 4 + 5 + 6. */
  readonly received: Cell
  /** Column 4, trực tuyến. */
  readonly receivedOnline: Cell
  /** Column 5, trực tiếp, dịch vụ bưu chính. */
  readonly receivedDirectOrPost: Cell
  /** Column 6, từ kỳ trước. */
  readonly carriedOver: Cell
  /** Column 7 = 8 + 9 + 10 (+ those without an appointment, which the form has no column for). */
  readonly settled: Cell
  /** Column 8, trước hạn. */
  readonly settledEarly: Cell
  /** Column 9, đúng hạn. */
  readonly settledOnTime: Cell
  /** Column 10, quá hạn. */
  readonly settledLate: Cell
  /** Column 11 = 12 + 13. */
  readonly inProcess: Cell
  /** Column 12, trong hạn; a case whose term stands still is judged at the moment it was paused. */
  readonly inProcessInTime: Cell
  /** Column 13, quá hạn. */
  readonly inProcessOverdue: Cell
  /** Withdrawn or stopped in the period; outside the thirteen columns, and the difference between 3 and 7 + 11. */
  readonly endedOtherwise: Cell
  /** Settled without an appointment: neither early nor on time nor late. */
  readonly settledWithoutAppointment: Cell
}

/** The form for one period. */
export interface Form06a {
  readonly startDate: IsoDate
  readonly endDate: IsoDate
  /** In the order of the Vietnamese dictionary. */
  readonly rows: readonly Form06aRow[]
  readonly total: Form06aRow
  readonly findings: readonly Finding[]
}

/** What {@link countForm06a} counts. */
export interface Form06aInput {
  /** The events of each case, in order. */
  readonly histories: Iterable<readonly CaseEvent[]>
  /** First day of the period. */
  readonly startDate: IsoDate
  /** Last day of the period, counted. */
  readonly endDate: IsoDate
}

type CellName = Exclude<keyof Form06aRow, 'field'>

const cellNames = [
  'received',
  'receivedOnline',
  'receivedDirectOrPost',
  'carriedOver',
  'settled',
  'settledEarly',
  'settledOnTime',
  'settledLate',
  'inProcess',
  'inProcessInTime',
  'inProcessOverdue',
  'endedOtherwise',
  'settledWithoutAppointment',
] as const satisfies readonly CellName[]

/** Which column a settled case belongs to; provinces compare by date, not by the minute. */
function outcomeCell(facts: CaseFacts, endedAt: Instant): CellName {
  if (facts.dueAt === undefined) return 'settledWithoutAppointment'
  const endDate = dateOfInstant(endedAt)
  const dueDate = dateOfInstant(facts.dueAt)
  if (endDate < dueDate) return 'settledEarly'
  return endDate === dueDate ? 'settledOnTime' : 'settledLate'
}

/** The columns in which one case is counted. */
function cellsOf(facts: CaseFacts, startAt: Instant, endAt: Instant): readonly CellName[] {
  if (facts.receivedAt === undefined || facts.receivedAt > endAt) return []
  const isCarried = facts.receivedAt < startAt
  if (facts.endedAt !== undefined && facts.endedAt < startAt) return []
  const newcomer = facts.channel === 'online' ? 'receivedOnline' : 'receivedDirectOrPost'
  const arrival = ['received', isCarried ? 'carriedOver' : newcomer] as const
  if (facts.standing === 'settled' && facts.endedAt !== undefined) {
    return [...arrival, 'settled', outcomeCell(facts, facts.endedAt)]
  }
  if (facts.standing !== 'in-process') return [...arrival, 'endedOtherwise']
  const judgedAt = facts.pausedAt ?? endAt
  const isOverdue = facts.dueAt !== undefined && facts.dueAt < judgedAt
  return [...arrival, 'inProcess', isOverdue ? 'inProcessOverdue' : 'inProcessInTime']
}

/** Adds a case to a column. */
function pushInto(cells: Map<CellName, string[]>, name: CellName, caseId: string): void {
  const list = cells.get(name)
  if (list === undefined) cells.set(name, [caseId])
  else list.push(caseId)
}

/** Turns collected case ids into a row. */
function buildRow(field: string, cells: ReadonlyMap<CellName, readonly string[]>): Form06aRow {
  const cell = (name: CellName): Cell => ({
    count: cells.get(name)?.length ?? 0,
    caseIds: cells.get(name) ?? [],
  })
  const entries = cellNames.map((name) => [name, cell(name)] as const)
  return { field, ...(Object.fromEntries(entries) as Record<CellName, Cell>) }
}

/** Says which settled cases have no appointment, since the form hides them. */
function checkAppointments(total: Form06aRow): Finding[] {
  const { count, caseIds } = total.settledWithoutAppointment
  if (count === 0) return []
  return [
    {
      code: 'report/no-appointment',
      severity: 'warning',
      place: 'II.06a (7)',
      message: {
        vi: `${count} hồ sơ đã giải quyết không có ngày hẹn trả nên không thuộc cột 8, 9 hoặc 10`,
        en: `${count} settled dossiers have no appointment and belong to none of the columns 8, 9 and 10`,
      },
      facts: { caseIds },
    },
  ]
}

/**
 * Counts form II.06a (TT 01/2020/TT-VPCP) for a period, from the events of the cases.
 *
 * Each case is read as it stood at the end of the period, so that a past period never changes. Early, on time
 * and late compare the day of the result with the day of the promise in force. Every figure carries the cases
 * behind it; column 3 is 7 + 11 + `endedOtherwise`.
 *
 * @example
 * import { isoDate } from 'motcua'
 * import { countForm06a } from 'motcua/report'
 * const form = countForm06a({ histories: [], startDate: isoDate('2026-07-01'), endDate: isoDate('2026-09-30') })
 * form.total.received.count // 0
 */
export function countForm06a(input: Form06aInput): Form06a {
  const startAt = instantAt(input.startDate, 0)
  const endAt = fromEpochMs(toEpochMs(instantAt(input.endDate, 1440)) - 1)
  const fields = new Map<string, Map<CellName, string[]>>()
  const all = new Map<CellName, string[]>()
  for (const events of input.histories) {
    const facts = readCaseFacts(events, endAt)
    if (facts === undefined) continue
    const cells = fields.get(facts.field) ?? new Map<CellName, string[]>()
    for (const name of cellsOf(facts, startAt, endAt)) {
      pushInto(cells, name, facts.caseId)
      pushInto(all, name, facts.caseId)
      fields.set(facts.field, cells)
    }
  }
  const rows = [...fields]
    .map(([field, cells]) => buildRow(field, cells))
    .sort((a, b) => compareText(a.field, b.field))
  const total = buildRow('', all)
  return {
    startDate: input.startDate,
    endDate: input.endDate,
    rows,
    total,
    findings: checkAppointments(total),
  }
}

/**
 * Many cases from the events of them all, as columns: where each stands and what its clock says, and nothing else.
 *
 * A case of `replay` is an object of a kilobyte; here it is a few numbers, so that the history of a whole province can
 * be gone through at once. Which event stops the clock and which sets it going again is the table below; that it says
 * the same as `replay` is a property that is tested.
 *
 * @module
 */
import { toEpochMs } from '../../date.ts'
import type { CaseEventType, UnsealedEvent } from '../../dossier/history/index.ts'
import type { Configuration } from '../chart/compile-chart.ts'
import type { DefinedProcess } from '../define.ts'
import { assertPinned, configurationOf, enter, findProcess, refuseHistory } from '../replay.ts'
import type { DefinitionPin } from './facts.ts'

/** One row for each case, in the order in which they were opened; moments are NaN until they come. */
export interface ReplayedCases {
  readonly caseIds: readonly string[]
  /** Every set of active states that was met; `stateIds` points into it. */
  readonly configurations: readonly (readonly string[])[]
  readonly stateIds: Uint16Array
  readonly nationalStatuses: Uint8Array
  readonly eventCounts: Uint32Array
  readonly receivedAtEpochMs: Float64Array
  /** The promise in force, and the first one. */
  readonly dueAtEpochMs: Float64Array
  readonly firstDueAtEpochMs: Float64Array
  readonly processedAtEpochMs: Float64Array
  readonly returnedAtEpochMs: Float64Array
  /** Time on the wall during which the term stood still, in standstills that are over. */
  readonly pausedMs: Float64Array
  /** Since when it stands still now. */
  readonly pausedSinceEpochMs: Float64Array
}

/** What an event does to the clock of its case. */
const clockOf: { readonly [Type in CaseEventType]?: 'stop' | 'go' } = {
  'supplement.requested': 'stop',
  'supplement.answered': 'go',
  'duty.imposed': 'stop',
  'duty.settled': 'go',
  'clock.paused': 'stop',
  'clock.resumed': 'go',
  'supplement.expired': 'go',
  'case.withdrawn': 'go',
  'case.stopped': 'go',
  'case.rejected': 'go',
}

/** Events after which a case counts as processed. */
const ends: ReadonlySet<CaseEventType> = new Set<CaseEventType>([
  'supplement.expired',
  'case.withdrawn',
  'case.stopped',
  'case.rejected',
  'result.issued',
])

const moments = [
  'receivedAtEpochMs',
  'dueAtEpochMs',
  'firstDueAtEpochMs',
  'processedAtEpochMs',
  'returnedAtEpochMs',
  'pausedMs',
  'pausedSinceEpochMs',
] as const

/** The columns while they grow. */
interface Columns {
  caseIds: string[]
  stateIds: Uint16Array
  nationalStatuses: Uint8Array
  eventCounts: Uint32Array
  /** Place of the definition that the case runs under. */
  definitionIds: Uint8Array
  times: Record<(typeof moments)[number], Float64Array>
  /** The consultation for which the clock of a case stands; most cases have none. */
  readonly pausedBy: Map<number, string>
}

/** Rows at first; they double. */
const FIRST_ROWS = 1024

/** A longer copy of a column. */
function lengthen<T extends Uint8Array | Uint16Array | Uint32Array | Float64Array>(column: T, longer: T): T {
  longer.set(column)
  return longer
}

/** Doubles every column, or makes the first ones. */
function grow(columns: Columns | undefined): Columns {
  const rows = columns === undefined ? FIRST_ROWS : columns.stateIds.length * 2
  const times = moments.map((name) => {
    const longer = new Float64Array(rows).fill(name === 'pausedMs' ? 0 : Number.NaN)
    return [name, columns === undefined ? longer : lengthen(columns.times[name], longer)]
  })
  return {
    caseIds: columns?.caseIds ?? [],
    stateIds: lengthen(columns?.stateIds ?? new Uint16Array(0), new Uint16Array(rows)),
    nationalStatuses: lengthen(columns?.nationalStatuses ?? new Uint8Array(0), new Uint8Array(rows)),
    eventCounts: lengthen(columns?.eventCounts ?? new Uint32Array(0), new Uint32Array(rows)),
    definitionIds: lengthen(columns?.definitionIds ?? new Uint8Array(0), new Uint8Array(rows)),
    times: Object.fromEntries(times) as Columns['times'],
    pausedBy: columns?.pausedBy ?? new Map(),
  }
}

/** Ends a standstill, if there is one. */
function resume({ times, pausedBy }: Columns, row: number, atMs: number): void {
  const since = times.pausedSinceEpochMs[row] ?? Number.NaN
  if (!Number.isNaN(since)) times.pausedMs[row] = (times.pausedMs[row] ?? 0) + atMs - since
  times.pausedSinceEpochMs[row] = Number.NaN
  pausedBy.delete(row)
}

/** A consultation stops the clock where its definition says so, and its own answer sets it going. */
function consult(columns: Columns, row: number, event: UnsealedEvent): void {
  if (event.type === 'consultation.requested' && event.data.pausesClock) {
    columns.times.pausedSinceEpochMs[row] = toEpochMs(event.at)
    columns.pausedBy.set(row, event.data.consultation)
  }
  if (event.type === 'consultation.answered' && columns.pausedBy.get(row) === event.data.consultation) {
    resume(columns, row, toEpochMs(event.at))
  }
}

/** A new promise; a term counted anew forgets what stood still before. */
function promise(
  columns: Columns,
  row: number,
  data: { readonly dueAt: string; readonly cause: string },
): void {
  const { times } = columns
  const dueMs = toEpochMs(data.dueAt as Parameters<typeof toEpochMs>[0])
  times.dueAtEpochMs[row] = dueMs
  if (Number.isNaN(times.firstDueAtEpochMs[row])) times.firstDueAtEpochMs[row] = dueMs
  if (data.cause !== 'restarted') return
  times.pausedMs[row] = 0
  times.pausedSinceEpochMs[row] = Number.NaN
}

/** What an event says of moments and of the clock. */
function keepTime(columns: Columns, row: number, event: UnsealedEvent): void {
  const { times } = columns
  const clock = clockOf[event.type]
  if (clock === 'stop') times.pausedSinceEpochMs[row] = toEpochMs(event.at)
  else if (clock === 'go') resume(columns, row, toEpochMs(event.at))
  if (ends.has(event.type)) times.processedAtEpochMs[row] = toEpochMs(event.at)
  if (event.type === 'appointment.set') promise(columns, row, event.data)
  else if (event.type === 'dossier.received') times.receivedAtEpochMs[row] = toEpochMs(event.data.receivedAt)
  else if (event.type === 'result.handed') times.returnedAtEpochMs[row] = toEpochMs(event.at)
  else consult(columns, row, event)
}

/** The numbers of the configurations that are met. */
function numberConfigurations() {
  const met: Configuration[] = []
  const numbers = new Map<Configuration, number>()
  return {
    met,
    numberOf: (configuration: Configuration): number => {
      const known = numbers.get(configuration)
      if (known !== undefined) return known
      numbers.set(configuration, met.length)
      return met.push(configuration) - 1
    },
  }
}

/**
 * Replays the events of many cases at once and gives a row for each: states, status, promise, and what its clock says.
 *
 * Cases may be interleaved as they happened; the events of one case come in their order. What is refused is what
 * `replay` refuses. No case is kept as an object: a row takes about a hundred bytes, and its id.
 *
 * @param events - Of cases that run under `defined`, or were migrated to it from one of `earlier`.
 * @throws MotcuaError `procedure/broken-history`, `procedure/wrong-definition` or `procedure/state-gone`.
 *
 * @example
 * import { registerCopies, replayMany } from 'motcua/procedure'
 * import { generatePaths } from 'motcua/procedure/testing'
 * import { buildWorkingCalendar } from 'motcua/calendar'
 * const commands = (type: string) => /^(dossier|intake\.begin|step\.complete|result|case\.archive)/.test(type)
 * const paths = generatePaths(registerCopies, { calendar: buildWorkingCalendar(), commands })
 * const events = paths.flatMap((path, at) => path.events.map((event) => ({ ...event, caseId: `case-${at}` })))
 * const { caseIds, nationalStatuses } = replayMany(registerCopies, events)
 * caseIds.length === paths.length // true
 * nationalStatuses[0] === paths[0]?.end.nationalStatus // true
 */
export function replayMany(
  defined: DefinedProcess,
  events: Iterable<UnsealedEvent>,
  earlier: readonly DefinedProcess[] = [],
): ReplayedCases {
  const run: Run = {
    processes: [defined, ...earlier],
    rows: new Map(),
    columns: grow(undefined),
    ...numberConfigurations(),
  }
  for (const event of events) {
    const row = run.rows.get(event.caseId) ?? addRow(run, event)
    const configuration = event.type === 'case.opened' ? begin(run, row, event) : moveOn(run, row, event)
    if (configuration !== undefined) run.columns.stateIds[row] = run.numberOf(configuration)
    run.columns.nationalStatuses[row] = event.data.nationalStatus
    run.columns.eventCounts[row] = event.seq
  }
  for (let row = 0; row < run.rows.size; row += 1) assertPinned(defined, processOf(run, row).pin)
  return cut(run)
}

/** Everything that one replay of many cases keeps. */
interface Run extends ReturnType<typeof numberConfigurations> {
  readonly processes: readonly DefinedProcess[]
  readonly rows: Map<string, number>
  columns: Columns
}

/** A row for a case that is met first; the histories of all begin with its opening. */
function addRow(run: Run, { caseId, type, seq }: UnsealedEvent): number {
  if (type !== 'case.opened' || seq !== 1) return refuseHistory(seq, 'it does not begin with case.opened')
  const row = run.rows.size
  run.rows.set(caseId, row)
  if (row >= run.columns.stateIds.length) run.columns = grow(run.columns)
  run.columns.caseIds.push(caseId)
  return row
}

/** The definition that a case runs under. */
function processOf({ processes, columns }: Run, row: number): DefinedProcess {
  // The column only ever holds places of the list.
  return processes[columns.definitionIds[row] ?? 0] as DefinedProcess
}

/** Puts a case under a definition, and finds the states that it is in there. */
function pin(
  run: Run,
  row: number,
  to: { readonly definition: DefinitionPin; readonly states: readonly string[] },
) {
  const running = findProcess(run.processes, to.definition)
  run.columns.definitionIds[row] = run.processes.indexOf(running)
  return configurationOf(running, to.states)
}

/** Opens a case. */
function begin(run: Run, row: number, event: Extract<UnsealedEvent, { type: 'case.opened' }>): Configuration {
  if (run.columns.eventCounts[row] !== 0) refuseHistory(event.seq, 'case.opened is not its first event')
  return pin(run, row, event.data)
}

/** Takes in one more event of a case; `undefined` where its states stay as they are. */
function moveOn(
  run: Run,
  row: number,
  event: Exclude<UnsealedEvent, { type: 'case.opened' }>,
): Configuration | undefined {
  const expected = (run.columns.eventCounts[row] ?? 0) + 1
  if (event.seq !== expected) refuseHistory(event.seq, `${expected} was expected`)
  keepTime(run.columns, row, event)
  if (event.type === 'process.migrated') {
    const definition = { ...processOf(run, row).pin, ...event.data.to }
    return pin(run, row, { definition, states: event.data.states })
  }
  const before = event.data.states.length > 0 ? run.met[run.columns.stateIds[row] ?? 0] : undefined
  return before && enter(processOf(run, row), before, event)
}

/** The columns without the rows that were not needed. */
function cut({ columns, met, rows: { size } }: Run): ReplayedCases {
  const times = Object.fromEntries(
    moments.map((name) => [name, columns.times[name].slice(0, size)]),
  ) as Columns['times']
  return {
    caseIds: columns.caseIds,
    configurations: met.map(({ paths }) => paths),
    stateIds: columns.stateIds.slice(0, size),
    nationalStatuses: columns.nationalStatuses.slice(0, size),
    eventCounts: columns.eventCounts.slice(0, size),
    ...times,
  }
}

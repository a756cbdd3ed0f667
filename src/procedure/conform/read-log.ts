/**
 * What really happened, as runs of steps: from our events, or from an XES-like CSV of another system.
 *
 * @module
 */
import { parseCsv } from '../../catalogue/index.ts'
import { type Instant, instant } from '../../date.ts'
import type { Pause } from '../../deadline/index.ts'
import type { UnsealedEvent } from '../../dossier/history/index.ts'
import type { Finding } from '../../finding.ts'
import { foldText } from '../../text.ts'
import type { DefinedProcess } from '../define.ts'
import { localizeLabel } from '../definition.ts'

/** One run of one step in one case. */
export interface StepRun {
  readonly caseId: string
  readonly step: string
  /** Absent where the log only tells when it ended. */
  readonly startAt?: Instant
  readonly endAt: Instant
  readonly by?: string
  /** Taken back or returned: it was not completed. */
  readonly isUndone: boolean
  /** Stretches in which the clock stood still. */
  readonly pauses: readonly Pause[]
}

/** A log that was read. */
export interface ReadLog {
  readonly runs: readonly StepRun[]
  readonly findings: readonly Finding[]
}

/** Events of which the end of a step is not its completion. */
const undoing = new Set([
  'step.returned',
  'step.recalled',
  'case.withdrawn',
  'case.stopped',
  'case.rejected',
  'case.corrected',
])

/** The pauses that a history of one case shows. */
function readPauses(events: readonly UnsealedEvent[]): readonly Pause[] {
  const pauses: Pause[] = []
  let open: { fromAt: Instant; reason: Pause['reason'] } | undefined
  for (const event of events) {
    const paused = event.data.states.find((path) => path.startsWith('clock.paused.'))
    const isMoved = event.data.states.some((path) => path.startsWith('clock.'))
    if (open !== undefined && isMoved && paused === undefined) {
      pauses.push({ ...open, toAt: event.at })
      open = undefined
    }
    if (paused !== undefined) open = { fromAt: event.at, reason: reasonOf(paused) }
  }
  return pauses
}

/** Reason of a state of the clock. */
function reasonOf(path: string): Pause['reason'] {
  const name = path.split('.').at(-1)
  if (name === 'financialDuty') return 'financial-duty'
  if (name === 'outsideOpinion') return 'outside-opinion'
  return name === 'inspection' ? 'inspection' : name === 'forceMajeure' ? 'force-majeure' : 'supplement'
}

/** The step that an event ends, among those running. */
function endedBy(
  event: UnsealedEvent,
  running: ReadonlyMap<string, Instant>,
  entered: readonly string[],
): readonly string[] {
  const isMoved = event.data.states.some((path) => path.startsWith('handling.'))
  if (!isMoved) return []
  const named =
    event.type === 'step.completed' || event.type === 'step.returned' ? event.data.step : undefined
  if (named !== undefined) return running.has(named) ? [named] : []
  return [...running.keys()].filter((step) => !entered.includes(step) || undoing.has(event.type))
}

/** Runs of one case. */
function readCase(defined: DefinedProcess, events: readonly UnsealedEvent[]): readonly StepRun[] {
  const pauses = readPauses(events)
  const running = new Map<string, Instant>()
  const runs: StepRun[] = []
  for (const event of events) {
    const entered = event.data.states.flatMap((path) => {
      const planned = defined.plan.byPath.get(path)
      return planned === undefined || planned.kind === 'return' ? [] : [planned.id]
    })
    for (const step of endedBy(event, running, entered)) {
      const startAt = running.get(step) ?? event.at
      const own = pauses.filter(({ fromAt, toAt }) => fromAt < event.at && toAt > startAt)
      const isUndone = undoing.has(event.type)
      runs.push({
        caseId: event.caseId,
        step,
        startAt,
        endAt: event.at,
        by: event.actor.id,
        isUndone,
        pauses: own,
      })
      running.delete(step)
    }
    for (const step of entered) running.set(step, event.at)
  }
  return runs
}

/**
 * Reads runs of steps from our own events, of many cases in any order of cases.
 *
 * @param events - Sealed or not; those of one case in order.
 */
export function readRunsFromEvents(defined: DefinedProcess, events: readonly UnsealedEvent[]): ReadLog {
  const cases = new Map<string, UnsealedEvent[]>()
  for (const event of events) cases.set(event.caseId, [...(cases.get(event.caseId) ?? []), event])
  return { runs: [...cases.values()].flatMap((history) => readCase(defined, history)), findings: [] }
}

/** Headings of an XES-like CSV, by what they hold. */
const headings = {
  caseId: ['case:concept:name', 'case', 'case id', 'ma ho so'],
  activity: ['concept:name', 'activity', 'buoc', 'trinh tu'],
  start: ['start_timestamp', 'start', 'start time', 'bat dau'],
  end: ['time:timestamp', 'timestamp', 'end', 'complete', 'ket thuc', 'thoi diem'],
  resource: ['org:resource', 'resource', 'nguoi xu ly'],
} as const

type Column = keyof typeof headings

/** Column of each kind. */
function findColumns(header: readonly string[]): ReadonlyMap<Column, number> {
  const names = header.map((cell) => foldText(cell))
  const found = Object.entries(headings).map(([column, words]) => [
    column,
    names.findIndex((name) => words.some((word) => word === name)),
  ])
  return new Map(found.filter(([, index]) => Number(index) >= 0) as [Column, number][])
}

/** Reads a moment, or nothing. */
function readMoment(text: string | undefined): Instant | undefined {
  if (text === undefined || text.trim() === '') return undefined
  try {
    return instant(text.trim())
  } catch {
    // The finding says on which line it stands.
    return undefined
  }
}

/** One finding about a line. */
function lineFinding(line: number, code: string, texts: readonly [string, string]): Finding {
  const [vi, en] = texts
  return {
    code: `procedure/${code}`,
    severity: 'warning',
    place: `line ${line}`,
    message: { vi, en },
    facts: {},
  }
}

/**
 * Reads runs of steps from CSV with the headings of XES (`case:concept:name`, `concept:name`, `time:timestamp`,
 * and where there are any `start_timestamp` and `org:resource`), or plain ones.
 *
 * An activity is matched by the id of a step or by its task, without diacritics if need be, and in an imported
 * process by the number printed beside it. Rows that say nothing are findings with their line.
 */
export function readRunsFromCsv(defined: DefinedProcess, csv: string): ReadLog {
  const findings: Finding[] = []
  const [header, ...rows] = parseCsv(csv, findings)
  const columns = findColumns(header?.cells ?? [])
  if (!columns.has('caseId') || !columns.has('activity') || !columns.has('end')) {
    const none = lineFinding(1, 'no-log-header', [
      'thiếu cột mã hồ sơ, bước hoặc thời điểm',
      'a column for case, activity or time is missing',
    ])
    return { runs: [], findings: [...findings, { ...none, severity: 'error' }] }
  }
  const byName = new Map(
    defined.plan.steps.flatMap(({ id, step }) => [
      [foldText(id), id],
      // The number printed in an imported table, from which the id was made.
      ...(defined.definition.origin === undefined ? [] : [[foldText(id.replace(/^step/, '')), id] as const]),
      [foldText(localizeLabel(step.task).vi), id],
    ]),
  )
  const runs = rows.flatMap(({ line, cells }): readonly StepRun[] => {
    const cell = (column: Column): string | undefined => cells[columns.get(column) ?? -1]
    const [caseId, activity, endAt] = [
      cell('caseId')?.trim(),
      cell('activity')?.trim() ?? '',
      readMoment(cell('end')),
    ]
    if (caseId === undefined || caseId === '' || activity === '' || endAt === undefined) {
      findings.push(
        lineFinding(line, 'row-not-read', [
          'dòng thiếu mã, bước hoặc thời điểm',
          'the line lacks case, activity or time',
        ]),
      )
      return []
    }
    const startAt = readMoment(cell('start'))
    const by = cell('resource')?.trim()
    return [
      {
        caseId,
        step: byName.get(foldText(activity)) ?? activity,
        ...(startAt === undefined ? {} : { startAt }),
        endAt,
        ...(by === undefined || by === '' ? {} : { by }),
        isUndone: false,
        pauses: [],
      },
    ]
  })
  return { runs, findings }
}

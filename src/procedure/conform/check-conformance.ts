/**
 * What happened against what the process says: order, times, waits; the ISO quality record.
 *
 * @module
 */
import { countWorkingMinutes, type WorkingCalendar } from '../../calendar/index.ts'
import type { Instant } from '../../date.ts'
import { findDueDate, type PauseReason } from '../../deadline/index.ts'
import type { LocalizedText } from '../../errors.ts'
import type { Finding } from '../../finding.ts'
import type { DefinedProcess } from '../define.ts'
import { localizeLabel } from '../definition.ts'
import { findFollowers } from './follow.ts'
import type { StepRun } from './read-log.ts'

/** What the runs of one step show; minutes are working minutes without standstills. */
export interface StepStatistics {
  readonly step: string
  readonly task: string
  readonly runs: number
  readonly medianMinutes: number | undefined
  readonly p90Minutes: number | undefined
  /** Runs over the step's own term, of those that could be measured. */
  readonly overTerm: number
  readonly measured: number
}

/** The whole comparison. */
export interface Conformance {
  readonly cases: number
  /** Cases without a finding about their order. */
  readonly conforming: number
  readonly findings: readonly Finding[]
  readonly steps: readonly StepStatistics[]
  /** Working minutes that cases stood still, by reason. */
  readonly standstillMinutes: Readonly<Partial<Record<PauseReason, number>>>
  /** Working minutes between the end of a step and the start of the next one, by the step waited for. */
  readonly waits: readonly { readonly step: string; readonly medianMinutes: number; readonly cases: number }[]
}

/** The value below which a share of sorted numbers lies (nearest rank). */
export function findQuantile(values: readonly number[], share: number): number | undefined {
  if (values.length === 0) return undefined
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)]
}

/** Working minutes of a run without its standstills. */
function minutesOf(run: StepRun, calendar: WorkingCalendar): number | undefined {
  const { startAt, endAt, pauses } = run
  if (startAt === undefined) return undefined
  const clip = (at: Instant): Instant => (at < startAt ? startAt : at > endAt ? endAt : at)
  const stood = pauses.map(
    ({ fromAt, toAt }) => countWorkingMinutes(calendar, clip(fromAt), clip(toAt)).minutes,
  )
  return countWorkingMinutes(calendar, startAt, endAt).minutes - stood.reduce((sum, one) => sum + one, 0)
}

/** Whether a run took longer than its step may; `undefined` where that cannot be told. */
function isOverTerm(defined: DefinedProcess, run: StepRun, calendar: WorkingCalendar): boolean | undefined {
  const term = defined.plan.byId.get(run.step)?.step.term
  if (term === undefined || term.amount === 0 || run.startAt === undefined) return undefined
  const { dueAt } = findDueDate({
    receivedAt: run.startAt,
    term,
    calendar,
    rules: { firstDay: 'at-once' },
    pauses: run.pauses,
  })
  return dueAt === undefined ? undefined : run.endAt > dueAt
}

/** Statistics of every step, in the order of the sheet. */
function countSteps(
  defined: DefinedProcess,
  runs: readonly StepRun[],
  calendar: WorkingCalendar,
): readonly StepStatistics[] {
  // Our own events tell no run of the counter that hands the result back; logs of other systems may.
  return defined.plan.steps
    .filter(({ id, kind }) => kind !== 'return' || runs.some(({ step }) => step === id))
    .map(({ id, step }) => {
      const own = runs.filter((run) => run.step === id)
      const minutes = own.map((run) => minutesOf(run, calendar)).filter((one) => one !== undefined)
      const over = own.map((run) => isOverTerm(defined, run, calendar)).filter((one) => one !== undefined)
      return {
        step: id,
        task: localizeLabel(step.task).vi,
        runs: own.length,
        medianMinutes: findQuantile(minutes, 0.5),
        p90Minutes: findQuantile(minutes, 0.9),
        overTerm: over.filter(Boolean).length,
        measured: over.length,
      }
    })
}

/** What is said of each departure from the order. */
const departures = {
  skipped: { vi: 'bỏ qua bước', en: 'skipped step' },
  repeated: { vi: 'lặp lại bước', en: 'repeated step' },
  swapped: { vi: 'làm trước lượt bước', en: 'step done out of turn' },
  unknown: { vi: 'quy trình không có bước', en: 'the process has no step' },
} as const satisfies Readonly<Record<string, LocalizedText>>

/** One departure of one case; a step of the process is called by its task. */
function depart(
  kind: keyof typeof departures,
  run: Pick<StepRun, 'caseId' | 'step'>,
  defined: DefinedProcess,
): Finding {
  const { caseId, step } = run
  const planned = defined.plan.byId.get(step)?.step
  const name = planned === undefined ? { vi: step, en: step } : localizeLabel(planned.task)
  const said = departures[kind]
  return {
    code: `procedure/step-${kind}`,
    severity: kind === 'repeated' ? 'warning' : 'error',
    place: `${caseId} ${step}`,
    message: { vi: `${said.vi}: ${name.vi}`, en: `${said.en}: ${name.en}` },
    facts: { step },
  }
}

/** Departures of one case from the order of the process. */
function checkCase(defined: DefinedProcess, runs: readonly StepRun[]): readonly Finding[] {
  const done = runs
    .filter(({ isUndone }) => !isUndone)
    .sort((a, b) => (a.endAt < b.endAt ? -1 : a.endAt > b.endAt ? 1 : 0))
  const followers = findFollowers(defined)
  const findings: Finding[] = []
  const wasReturned = runs.some(({ isUndone }) => isUndone)
  const seen = new Set<string>()
  const stepsDone = new Set(done.map(({ step }) => step))
  let last: string | undefined
  for (const { caseId, step } of done) {
    if (!followers.has(step)) {
      findings.push(depart('unknown', { caseId, step }, defined))
      continue
    }
    if (seen.has(step) && !wasReturned) findings.push(depart('repeated', { caseId, step }, defined))
    const between = last === undefined ? followers.fromStart(step) : followers.between(last, step)
    const missing = (between ?? []).filter((one) => !stepsDone.has(one))
    for (const one of missing) findings.push(depart('skipped', { caseId, step: one }, defined))
    const late = (between ?? []).filter((one) => stepsDone.has(one) && !seen.has(one))
    if (!seen.has(step) && (between === undefined || late.length > 0))
      findings.push(depart('swapped', { caseId, step }, defined))
    seen.add(step)
    last = step
  }
  return findings
}

/** Working time between the steps of the cases, by the step waited for. */
function countWaits(cases: readonly (readonly StepRun[])[], calendar: WorkingCalendar): Conformance['waits'] {
  const minutes = new Map<string, number[]>()
  for (const runs of cases) {
    const sorted = runs
      .filter(({ startAt }) => startAt !== undefined)
      .sort((a, b) => (a.endAt < b.endAt ? -1 : 1))
    sorted.slice(1).forEach((run, index) => {
      const before = sorted[index]
      if (before === undefined || run.startAt === undefined || run.startAt < before.endAt) return
      const wait = countWorkingMinutes(calendar, before.endAt, run.startAt).minutes
      minutes.set(run.step, [...(minutes.get(run.step) ?? []), wait])
    })
  }
  return [...minutes].map(([step, list]) => ({
    step,
    medianMinutes: findQuantile(list, 0.5) ?? 0,
    cases: list.length,
  }))
}

/** Working minutes that cases stood still. */
function countStandstills(
  runs: readonly StepRun[],
  calendar: WorkingCalendar,
): Conformance['standstillMinutes'] {
  const sums: Partial<Record<PauseReason, number>> = {}
  const seen = new Set<string>()
  for (const { caseId, pauses } of runs) {
    for (const { fromAt, toAt, reason } of pauses) {
      const key = `${caseId} ${fromAt}`
      if (seen.has(key)) continue
      seen.add(key)
      sums[reason] = (sums[reason] ?? 0) + countWorkingMinutes(calendar, fromAt, toAt).minutes
    }
  }
  return sums
}

/**
 * Compares runs of steps with the process: which cases skipped, repeated or swapped steps, which steps run over
 * their term, where cases wait.
 *
 * @param runs - From `readRunsFromEvents` or `readRunsFromCsv`.
 */
export function checkConformance(
  defined: DefinedProcess,
  runs: readonly StepRun[],
  options: { readonly calendar: WorkingCalendar },
): Conformance {
  const { calendar } = options
  const cases = new Map<string, StepRun[]>()
  for (const run of runs) cases.set(run.caseId, [...(cases.get(run.caseId) ?? []), run])
  const findings = [...cases.values()].map((own) => checkCase(defined, own))
  return {
    cases: cases.size,
    conforming: findings.filter((own) => own.length === 0).length,
    findings: findings.flat(),
    steps: countSteps(defined, runs, calendar),
    standstillMinutes: countStandstills(runs, calendar),
    waits: countWaits([...cases.values()], calendar),
  }
}

/** Minutes as a sheet writes them. */
function writeMinutes(minutes: number | undefined): string {
  return minutes === undefined ? '–' : `${(minutes / 60).toFixed(1).replace('.', ',')} giờ`
}

/** Reasons for standing still, as the record writes them. */
const reasons: Readonly<Record<PauseReason, string>> = {
  supplement: 'chờ bổ sung hồ sơ',
  'financial-duty': 'chờ thực hiện nghĩa vụ tài chính',
  'outside-opinion': 'chờ ý kiến cơ quan khác',
  inspection: 'kiểm tra, xác minh',
  'force-majeure': 'sự kiện bất khả kháng',
}

/** Writes the ISO quality record of a process as Markdown: each step with its times against its term, and the waits. */
export function writeQualityRecord(defined: DefinedProcess, conformance: Conformance): string {
  const waited = new Map(conformance.waits.map(({ step, medianMinutes }) => [step, medianMinutes]))
  const rows = conformance.steps.map(
    ({ step, task, runs, medianMinutes, p90Minutes, overTerm, measured }) =>
      `| ${task} | ${runs} | ${writeMinutes(medianMinutes)} | ${writeMinutes(p90Minutes)} | ${overTerm}/${measured} | ${writeMinutes(waited.get(step))} |`,
  )
  const standstills = Object.entries(conformance.standstillMinutes).map(
    ([reason, minutes]) => `- Tạm dừng, ${reasons[reason as PauseReason]}: ${writeMinutes(minutes)}`,
  )
  return [
    `# Hồ sơ chất lượng: ${localizeLabel(defined.definition.title).vi}`,
    '',
    `Số hồ sơ: ${conformance.cases}; đúng trình tự: ${conformance.conforming}/${conformance.cases}.`,
    '',
    '| Bước | Số lượt | Trung vị | P90 | Quá thời hạn bước | Chờ trước bước (trung vị) |',
    '| --- | --- | --- | --- | --- | --- |',
    ...rows,
    '',
    ...standstills,
    ...(standstills.length > 0 ? [''] : []),
  ].join('\n')
}

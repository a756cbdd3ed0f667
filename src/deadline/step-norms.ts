/**
 * Internal norms inside the legal term: per step, per agency, per leg of an interlinked procedure.
 *
 * A norm is the office's own promise (quy trình nội bộ, TT 01/2018 art. 8): it runs at once, not from the next
 * day, stands still with the dossier's clock, and never reaches beyond the legal term.
 *
 * @module
 */
import type { LocalizedText } from '../errors.ts'
import type { Finding, FindingSeverity } from '../finding.ts'
import type { Quantity, Term } from './term.ts'

/** The time that the internal process gives one step. */
export interface StepNorm {
  readonly step: string
  readonly norm: Quantity
  readonly agency?: string
  /** The leg of an interlinked procedure (liên thông). */
  readonly leg?: string
  /** Steps that must be finished first; the step before it in the list when left out, none when empty. */
  readonly after?: readonly string[]
}

/** A limit on what all steps of one agency or leg may take together. */
export interface Budget {
  readonly kind: 'step' | 'agency' | 'leg'
  /** Name of the step, agency or leg. */
  readonly key: string
  readonly norm: Quantity
}

/** Norms and the legal term that they must fit. */
export interface StepNormsInput {
  readonly term: Term
  readonly steps: readonly StepNorm[]
  readonly budgets?: readonly Budget[]
  /** Open minutes of one working day, by which days and hours are compared; 480 when left out. */
  readonly minutesPerDay?: number
}

const MESSAGES = {
  'deadline/norms-exceed-term': {
    vi: 'tổng thời gian các bước dài hơn thời hạn của thủ tục',
    en: 'the steps together take longer than the legal term',
  },
  'deadline/norms-below-term': {
    vi: 'tổng thời gian các bước ngắn hơn thời hạn đã công bố',
    en: 'the steps together take less than the published term',
  },
  'deadline/norm-unit-differs': {
    vi: 'bước tính theo đơn vị khác với thời hạn (ngày và ngày làm việc)',
    en: 'the step is counted in another kind of day than the term',
  },
  'deadline/norm-not-comparable': {
    vi: 'thời hạn không thể so với thời gian các bước',
    en: 'the term cannot be compared with the time of the steps',
  },
  'deadline/budget-exceeded': {
    vi: 'các bước của một cơ quan hoặc một nhánh vượt thời gian được giao',
    en: 'the steps of an agency or a leg take more than it was given',
  },
  'deadline/unknown-step': {
    vi: 'bước chờ một bước không có',
    en: 'the step waits for a step that does not exist',
  },
  'deadline/step-cycle': {
    vi: 'các bước chờ nhau thành vòng',
    en: 'the steps wait for each other in a circle',
  },
} as const satisfies Readonly<Record<string, LocalizedText>>

function report(
  code: keyof typeof MESSAGES,
  severity: FindingSeverity,
  { place, facts }: { readonly place: string; readonly facts: Finding['facts'] },
): Finding {
  return { code, severity, place, message: MESSAGES[code], facts }
}

/** Minutes of a quantity where a day of either kind is one working day; months and years have no such length. */
function toMinutes({ kind, amount }: Quantity, minutesPerDay: number): number | undefined {
  if (kind === 'months' || kind === 'years') return undefined
  return amount * (kind === 'hours' || kind === 'working-hours' ? 60 : minutesPerDay)
}

/** The steps that a step waits for. */
function predecessorsOf(steps: readonly StepNorm[], index: number): readonly string[] {
  const before = steps[index - 1]
  return steps[index]?.after ?? (before === undefined ? [] : [before.step])
}

/** The longest way through the steps: where it ends after each of them, or which steps form a circle. */
function findLongestPath(input: StepNormsInput): {
  readonly minutes: number
  readonly path: readonly string[]
  readonly cycle: readonly string[]
} {
  const { steps, minutesPerDay = 480 } = input
  const indexOf = new Map(steps.map((step, index) => [step.step, index]))
  const done = new Map<number, { minutes: number; path: readonly string[] }>()
  const open = new Set<number>()
  const cycle = new Set<string>()
  const visit = (index: number): { minutes: number; path: readonly string[] } => {
    const known = done.get(index)
    const step = steps[index]
    if (known !== undefined || step === undefined) return known ?? { minutes: 0, path: [] }
    if (open.has(index)) {
      cycle.add(step.step)
      return { minutes: 0, path: [] }
    }
    open.add(index)
    let longest: { minutes: number; path: readonly string[] } = { minutes: 0, path: [] }
    for (const name of predecessorsOf(steps, index)) {
      const before = indexOf.get(name)
      const way = before === undefined ? longest : visit(before)
      if (way.minutes > longest.minutes) longest = way
    }
    open.delete(index)
    const ended = {
      minutes: longest.minutes + (toMinutes(step.norm, minutesPerDay) ?? 0),
      path: [...longest.path, step.step],
    }
    done.set(index, ended)
    return ended
  }
  const ends = steps.map((_, index) => visit(index))
  const longest = ends.reduce((best, end) => (end.minutes > best.minutes ? end : best), {
    minutes: 0,
    path: [] as readonly string[],
  })
  return { ...longest, cycle: [...cycle] }
}

/** Steps that wait for nothing known, or are counted in another kind of day than the term. */
function checkSteps({ term, steps }: StepNormsInput): readonly Finding[] {
  const names = new Set(steps.map((step) => step.step))
  const dayKinds = ['working-days', 'calendar-days']
  return steps.flatMap(({ step, norm, after = [] }, index) => {
    const place = `steps[${index}]`
    const unknown = after.filter((name) => !names.has(name))
    const differs = dayKinds.includes(norm.kind) && dayKinds.includes(term.kind) && norm.kind !== term.kind
    return [
      ...unknown.map((name) =>
        report('deadline/unknown-step', 'error', { place, facts: { step, after: name } }),
      ),
      ...(differs
        ? [
            report('deadline/norm-unit-differs', 'warning', {
              place,
              facts: { step, norm: norm.kind, term: term.kind },
            }),
          ]
        : []),
    ]
  })
}

/** Compares the longest way with the term. */
function checkTotal(input: StepNormsInput): readonly Finding[] {
  const { term, minutesPerDay = 480 } = input
  const { minutes, path, cycle } = findLongestPath(input)
  if (cycle.length > 0)
    return [report('deadline/step-cycle', 'error', { place: 'steps', facts: { steps: cycle } })]
  const isCounted = term.kind !== 'none' && term.kind !== 'same-day'
  const termMinutes = isCounted
    ? toMinutes(term, minutesPerDay)
    : term.kind === 'same-day'
      ? minutesPerDay
      : undefined
  if (termMinutes === undefined) {
    return [report('deadline/norm-not-comparable', 'info', { place: 'term', facts: { term: term.kind } })]
  }
  const facts = { stepDays: minutes / minutesPerDay, termDays: termMinutes / minutesPerDay, path }
  if (minutes > termMinutes + 1e-6)
    return [report('deadline/norms-exceed-term', 'error', { place: 'steps', facts })]
  return minutes < termMinutes - 1e-6
    ? [report('deadline/norms-below-term', 'info', { place: 'steps', facts })]
    : []
}

/** Compares what an agency's or a leg's steps add up to with its budget. */
function checkBudgets({ steps, budgets = [], minutesPerDay = 480 }: StepNormsInput): readonly Finding[] {
  return budgets.flatMap((budget, index) => {
    const own = steps.filter((step) => step[budget.kind] === budget.key)
    const minutes = own.reduce((sum, step) => sum + (toMinutes(step.norm, minutesPerDay) ?? 0), 0)
    const limit = toMinutes(budget.norm, minutesPerDay)
    if (limit === undefined || minutes <= limit + 1e-6) return []
    const facts = {
      [budget.kind]: budget.key,
      stepDays: minutes / minutesPerDay,
      budgetDays: limit / minutesPerDay,
    }
    return [report('deadline/budget-exceeded', 'error', { place: `budgets[${index}]`, facts })]
  })
}

/**
 * Checks that the internal norms fit the legal term, and each agency's and leg's steps their budget.
 *
 * Steps follow one another unless `after` says otherwise; of parallel steps the longest way counts. Real
 * published procedures fail this: steps of 8.5 days under a term of 7.
 *
 * @example
 * import { checkStepNorms } from 'motcua/deadline'
 * const findings = checkStepNorms({
 *   term: { kind: 'working-days', amount: 3 },
 *   steps: [
 *     { step: 'receive', norm: { kind: 'working-hours', amount: 4 } },
 *     { step: 'appraise', norm: { kind: 'working-days', amount: 2 } },
 *     { step: 'sign', norm: { kind: 'working-days', amount: 1 } },
 *   ],
 * })
 * findings.map((finding) => finding.code) // ['deadline/norms-exceed-term']
 */
export function checkStepNorms(input: StepNormsInput): readonly Finding[] {
  return [...checkSteps(input), ...checkTotal(input), ...checkBudgets(input)]
}

/**
 * The times of the steps against the declared term.
 *
 * @module
 */
import { formatTerm } from '../../deadline/index.ts'
import type { Finding } from '../../finding.ts'
import { isParallel } from '../chart/step-plan.ts'
import {
  asTerm,
  type Duration,
  type LegalTerm,
  type ParallelSteps,
  type ProcessDefinition,
  type Step,
} from '../definition.ts'

/** In published tables a day is eight hours. */
const HOURS_PER_DAY = 8

/** A sum of times in hours; `isWhole` tells whether every step on the way has one. */
export interface TimeSum {
  readonly hours: number
  readonly isWhole: boolean
  /** Units that were added up. */
  readonly units: ReadonlySet<Duration['kind']>
}

const nothing: TimeSum = { hours: 0, isWhole: true, units: new Set() }

/** A duration in hours of published tables; months are no fixed number of them. */
function hoursOf({ kind, amount }: Duration): number | undefined {
  if (kind === 'working-hours' || kind === 'hours') return amount
  return kind === 'working-days' || kind === 'calendar-days' ? amount * HOURS_PER_DAY : undefined
}

/** Time of one step. */
function sumStep(step: Step): TimeSum {
  const hours = step.term && hoursOf(step.term)
  const isUncounted = step.kind === 'return' && step.term === undefined
  if (step.term === undefined || hours === undefined) return { ...nothing, isWhole: isUncounted }
  return { hours, isWhole: true, units: hours === 0 ? new Set() : new Set([step.term.kind]) }
}

/** One time after another. */
function add(a: TimeSum, b: TimeSum): TimeSum {
  return {
    hours: a.hours + b.hours,
    isWhole: a.isWhole && b.isWhole,
    units: new Set([...a.units, ...b.units]),
  }
}

/** The longer of two times that run side by side, or of two ways. */
function longer(a: TimeSum, b: TimeSum): TimeSum {
  const longest = a.hours >= b.hours ? a : b
  return { hours: longest.hours, isWhole: a.isWhole && b.isWhole, units: new Set([...a.units, ...b.units]) }
}

/** Time of a block: its longest branch. */
function sumBlock(block: ParallelSteps): TimeSum {
  return block.branches
    .map((branch) => branch.steps.map(sumStep).reduce(add, nothing))
    .reduce(longer, nothing)
}

/** Longest way from an item of the main line to its end; a way that turns back is not followed twice. */
function longestFrom(definition: ProcessDefinition, index: number, seen: ReadonlySet<number>): TimeSum {
  const item = definition.steps[index]
  if (item === undefined || seen.has(index)) return nothing
  const after = new Set([...seen, index])
  const indexOf = (id: string): number => definition.steps.findIndex((one) => one.id === id)
  const outcomes = isParallel(item) ? undefined : item.outcomes
  const next = item.next === undefined ? [index + 1] : [indexOf(item.next)]
  const ways = outcomes ? outcomes.map((outcome) => indexOf(outcome.next)) : next
  const own = isParallel(item) ? sumBlock(item) : sumStep(item)
  return add(own, ways.map((way) => longestFrom(definition, way, after)).reduce(longer, nothing))
}

/** Sums the times along the longest way through a process. */
export function sumStepTimes(definition: ProcessDefinition): TimeSum {
  return longestFrom(definition, 0, new Set())
}

/** A declared term in hours of published tables: "trong ngày" is one day. */
function declaredHours(term: LegalTerm): number | undefined {
  if (term.kind === 'none') return undefined
  return term.kind === 'same-day' ? HOURS_PER_DAY : hoursOf(term)
}

/** Days as a sheet writes them. */
function writeHours(hours: number): { vi: string; en: string } {
  if (hours % (HOURS_PER_DAY / 4) !== 0 || hours < HOURS_PER_DAY) {
    return { vi: `${String(hours).replace('.', ',')} giờ`, en: `${hours} hours` }
  }
  const days = hours / HOURS_PER_DAY
  return { vi: `${String(days).replace('.', ',')} ngày`, en: `${days} days` }
}

/** Compares the sum with one declared term. */
function compareSum(sum: TimeSum, term: LegalTerm, place: string): Finding | undefined {
  const declared = declaredHours(term)
  if (declared === undefined || sum.hours === declared) return undefined
  const total = writeHours(sum.hours)
  const words = { vi: formatTerm(asTerm(term), 'vi'), en: formatTerm(asTerm(term), 'en') }
  const facts = { sumHours: sum.hours, declaredHours: declared }
  if (sum.hours > declared) {
    return {
      code: 'procedure/over-term',
      severity: 'error',
      place,
      message: {
        vi: `tổng thời gian các bước là ${total.vi}, vượt thời hạn ${words.vi}`,
        en: `the steps add up to ${total.en}, more than the term of ${words.en}`,
      },
      remedy: {
        vi: 'rút ngắn các bước hoặc công bố lại thời hạn',
        en: 'shorten steps, or publish the term anew',
      },
      facts,
    }
  }
  if (!sum.isWhole) return undefined
  return {
    code: 'procedure/under-term',
    severity: 'info',
    place,
    message: {
      vi: `tổng thời gian các bước là ${total.vi}, ít hơn thời hạn ${words.vi}`,
      en: `the steps add up to ${total.en}, less than the term of ${words.en}`,
    },
    facts,
  }
}

/** Days of the calendar counted against working days, or the other way round. */
function findUnitConflict(definition: ProcessDefinition, sum: TimeSum): Finding | undefined {
  const { kind } = definition.term
  const isWorking = kind === 'working-days' || kind === 'working-hours'
  const isCalendar = kind === 'calendar-days' || kind === 'hours'
  const other = isWorking ? 'calendar-days' : isCalendar ? 'working-days' : undefined
  if (other === undefined || !sum.units.has(other)) return undefined
  return {
    code: 'procedure/unit-differs',
    severity: 'warning',
    place: 'steps',
    message: {
      vi: 'đơn vị thời gian của các bước khác đơn vị của thời hạn',
      en: 'the steps are counted in another unit than the term',
    },
    remedy: { vi: 'ghi cùng một đơn vị', en: 'use one unit for both' },
    facts: { term: kind, steps: [...sum.units] },
  }
}

/** A published text whose unit is not that of the structured term. */
function findTextConflict({ term, termText }: ProcessDefinition): Finding | undefined {
  if (termText === undefined || (term.kind !== 'calendar-days' && term.kind !== 'working-days'))
    return undefined
  const saysWorking = /ngày làm việc/i.test(termText.normalize('NFC'))
  const saysPlain = /\d\s*ngày(?! làm việc)/i.test(termText.normalize('NFC'))
  const isConflict = term.kind === 'working-days' ? saysPlain : saysWorking
  if (!isConflict) return undefined
  return {
    code: 'procedure/unit-differs',
    severity: 'warning',
    place: 'termText',
    message: {
      vi: 'lời văn và trường dữ liệu ghi hai đơn vị khác nhau',
      en: 'the text and the structured term give two units',
    },
    remedy: { vi: 'đối chiếu quyết định công bố', en: 'compare with the decision that published it' },
    facts: { term: term.kind },
  }
}

/** Checks the times of the steps against the declared term, and against that of each trường hợp. */
export function checkTerms(definition: ProcessDefinition): readonly Finding[] {
  const sum = sumStepTimes(definition)
  const cases = (definition.cases ?? []).map(({ id, term }) => compareSum(sum, term, `cases.${id}.term`))
  // A case may be shorter than the process as a whole; only exceeding it is said.
  const overCases = cases.filter((finding) => finding?.severity === 'error')
  const found = [
    definition.cases ? undefined : compareSum(sum, definition.term, 'term'),
    findUnitConflict(definition, sum),
    findTextConflict(definition),
    ...overCases,
  ]
  return found.filter((finding): finding is Finding => finding !== undefined)
}

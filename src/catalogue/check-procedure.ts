import type { LocalizedText } from '../errors.ts'
import type { Finding } from '../finding.ts'
import { buildFinding } from './messages.ts'
import type { Procedure, PublishedStep } from './procedure.ts'
import type { PublishedTerm, TermReading } from './published-term.ts'

/** The parts without which a procedure is not completely published (QĐ 766/QĐ-TTg, indicator 1.3). */
const parts: readonly { part: string; text: LocalizedText; isThere: (procedure: Procedure) => boolean }[] = [
  {
    part: 'sequence',
    text: { vi: 'trình tự thực hiện', en: 'the sequence' },
    isThere: ({ sequence }) => sequence.length > 0,
  },
  {
    part: 'manners',
    text: { vi: 'cách thức thực hiện', en: 'the manner' },
    isThere: ({ manners }) => manners.length > 0,
  },
  {
    part: 'papers',
    text: { vi: 'thành phần hồ sơ', en: 'the papers' },
    isThere: ({ papers }) => papers.some((list) => list.papers.length > 0),
  },
  {
    part: 'dossierSets',
    text: { vi: 'số lượng hồ sơ', en: 'the number of sets' },
    isThere: ({ dossierSets }) => dossierSets !== undefined,
  },
  {
    part: 'terms',
    text: { vi: 'thời hạn giải quyết', en: 'the term' },
    isThere: ({ manners, process: published }) =>
      [
        ...manners.flatMap(({ terms }) => terms),
        ...(published?.declaredTerm === undefined ? [] : [published.declaredTerm]),
      ].some(({ reading }) => reading.kind !== 'unread' || reading.reason !== 'empty'),
  },
  {
    part: 'subjects',
    text: { vi: 'đối tượng thực hiện', en: 'the subjects' },
    isThere: ({ subjects }) => subjects.length > 0,
  },
  {
    part: 'agencies',
    text: { vi: 'cơ quan thực hiện', en: 'the agency' },
    isThere: ({ agencies }) => agencies.length > 0,
  },
]

/** Says the same paper listed twice, and papers of which nothing is asked. */
function checkPaperLists(procedure: Procedure): readonly Finding[] {
  return procedure.papers.flatMap((list) =>
    list.papers.flatMap((paper, index) => {
      const first = list.papers.findIndex(
        (other) => other.name === paper.name && other.templateUrl === paper.templateUrl,
      )
      const twin = list.papers[first]
      const counts = [paper.originals, paper.certifiedCopies, paper.photocopies, paper.copies ?? 0]
      return [
        ...(twin !== undefined && first < index
          ? [buildFinding('catalogue/duplicate-paper', paper.code, { first: twin.code })]
          : []),
        ...(counts.every((count) => count === 0)
          ? [buildFinding('catalogue/paper-without-copies', paper.code, {})]
          : []),
      ]
    }),
  )
}

/** A period that prose mentions. */
interface Period {
  readonly amount: number
  readonly kind: 'working-days' | 'calendar-days' | 'months'
  readonly text: string
}

/** Finds the periods of days and months in prose; dates (`ngày 15 tháng 3`) are none. */
function findPeriods(prose: string): readonly Period[] {
  const pattern =
    /(?<!ngày\s|\d[/-])\b(\d{1,3})\s*(?:\([^()]{1,30}\)\s*)?(ngày làm việc|ngày|tháng)(?!\s*\d)/giu
  return [...prose.matchAll(pattern)].map(([text, amount, unit = '']) => ({
    amount: Number(amount),
    kind: /làm việc/iu.test(unit) ? 'working-days' : /ngày/iu.test(unit) ? 'calendar-days' : 'months',
    text: text.replace(/\s+/g, ' '),
  }))
}

/** The lengths that a term itself mentions, its lengthenings included. */
function lengthsOf(reading: TermReading): readonly { kind: string; amount: number }[] {
  if (reading.kind === 'unread' || reading.kind === 'none') return []
  const extensions = reading.extensions ?? []
  return reading.kind === 'same-day' ? extensions : [reading, ...extensions]
}

/** The prose of a record that may speak of its term. */
interface Prose {
  /** Of the manner that the term belongs to. */
  readonly description: string
  /** Of the whole procedure; its periods are mostly those of single steps. */
  readonly sequence: string
}

/** Says where prose gives a term another unit, or mentions periods that the term does not. */
function checkTerm(term: PublishedTerm, prose: Prose, place: string): readonly Finding[] {
  const lengths = lengthsOf(term.reading)
  const [base] = lengths
  if (base === undefined || (base.kind !== 'working-days' && base.kind !== 'calendar-days')) return []
  const near = findPeriods(`${prose.description}\n${term.note ?? ''}`)
  const everywhere = [...near, ...findPeriods(prose.sequence)].filter(({ amount }) => amount === base.amount)
  const isConfirmed = everywhere.some(({ kind }) => kind === base.kind)
  const rival = everywhere.find(({ kind }) => kind !== base.kind && kind !== 'months')
  const periods = near
    .filter(({ amount, kind }) => !lengths.some((length) => length.amount === amount && length.kind === kind))
    .filter((period) => period !== rival)
    .map(({ text }) => text)
  return [
    ...(rival !== undefined && !isConfirmed
      ? [buildFinding('catalogue/unit-conflict', place, { structured: term.text, prose: rival.text })]
      : []),
    ...(periods.length > 0
      ? [buildFinding('catalogue/term-in-prose', place, { periods: [...new Set(periods)] })]
      : []),
  ]
}

/** Says what is odd about the terms of each manner; the same oddity of several manners once. */
function checkTerms(procedure: Procedure): readonly Finding[] {
  const sequence = procedure.sequence.flatMap(({ steps }) => steps).join('\n')
  const findings = procedure.manners.flatMap(({ channel, terms, description = '' }) =>
    terms.flatMap((term) => checkTerm(term, { description, sequence }, channel)),
  )
  const keyOf = ({ code, facts }: Finding): string => `${code} ${JSON.stringify(facts)}`
  return findings.filter(
    (finding, index) => findings.findIndex((other) => keyOf(other) === keyOf(finding)) === index,
  )
}

/** Hours of a day in published tables. */
const HOURS_IN_DAY = 8

/** Days of one step; `undefined` where the table has no figure in days or hours. */
function daysOf({ amount, unit }: PublishedStep): number | undefined {
  if (amount === undefined || unit === undefined) return undefined
  if (/^giờ/u.test(unit)) return amount / HOURS_IN_DAY
  return /ngày/u.test(unit) ? amount : undefined
}

/** Sum of the steps in days: of steps that run side by side the longest counts. */
function sumDays(steps: readonly PublishedStep[]): number {
  return steps.reduce((sum, step) => {
    const rival = steps.find(({ number }) => number === step.parallelWith)
    const days = daysOf(step) ?? 0
    const rivalDays = rival === undefined ? -1 : (daysOf(rival) ?? 0)
    const isCounted =
      rival === undefined ||
      days > rivalDays ||
      (days === rivalDays && steps.indexOf(step) < steps.indexOf(rival))
    return isCounted ? sum + days : sum
  }, 0)
}

/** Length of the declared term in days, where it is counted in days or hours, or is the same day. */
function declaredDays({ reading }: PublishedTerm): number | undefined {
  if (reading.kind === 'same-day') return 1
  if (reading.kind === 'working-days' || reading.kind === 'calendar-days') return reading.amount
  return reading.kind === 'working-hours' || reading.kind === 'hours'
    ? reading.amount / HOURS_IN_DAY
    : undefined
}

/** Compares the steps of the published process with the declared term. */
function checkSteps({ process: published }: Procedure): readonly Finding[] {
  if (published === undefined) return []
  const untimed = published.steps.filter((step) => daysOf(step) === undefined).length
  const findings =
    untimed === 0 ? [] : [buildFinding('catalogue/steps-untimed', 'process', { steps: untimed })]
  const term = published.declaredTerm === undefined ? undefined : declaredDays(published.declaredTerm)
  const steps = Math.round(sumDays(published.steps) * 1000) / 1000
  if (term === undefined || untimed === published.steps.length || steps === term) return findings
  const facts = { steps, term, unit: 'ngày' }
  if (steps > term) return [...findings, buildFinding('catalogue/steps-over-term', 'process', facts)]
  return untimed > 0 ? findings : [...findings, buildFinding('catalogue/steps-under-term', 'process', facts)]
}

/**
 * Checks a record as it was published: missing parts, terms that contradict the prose beside them, papers
 * listed twice, steps that do not add up.
 *
 * The record is not changed. In published tables 8 hours are a day, and a day of a step is one of the
 * declared term's days. That is a check of the publication; a process of one's own is checked by the linter of
 * `motcua/procedure`.
 *
 * @example
 * import { checkProcedure, findProcedure } from 'motcua/catalogue'
 * checkProcedure(findProcedure('2.000908')).map(({ facts }) => facts['part']) // ['sequence']
 */
export function checkProcedure(procedure: Procedure): readonly Finding[] {
  const missing = parts
    .filter(({ isThere }) => !isThere(procedure))
    .map(({ part, text }) => buildFinding('catalogue/part-missing', part, { part, partText: text }))
  return [...missing, ...checkPaperLists(procedure), ...checkTerms(procedure), ...checkSteps(procedure)]
}

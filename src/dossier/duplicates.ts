/**
 * Likely duplicates: dossiers that seem to be the same request of the same person, each with a score and why.
 *
 * A score asks a person to look; it refuses nothing.
 *
 * @module
 */
import { dateOfInstant, type IsoDate, toDayNumber } from '../date.ts'
import type { LocalizedText } from '../errors.ts'
import { composeText, foldText } from '../text.ts'
import type { Dossier } from './dossier.ts'
import type { Party } from './people.ts'

/** What two dossiers may have in common, or not: the points it brings, and how it is said. */
const weights = {
  'same-procedure': { points: 20, vi: 'cùng thủ tục', en: 'same procedure' },
  'same-number': { points: 40, vi: 'cùng số giấy tờ hoặc mã số', en: 'same identity number or code' },
  'other-number': {
    points: -30,
    vi: 'số giấy tờ cùng loại khác nhau',
    en: 'identity numbers of one kind differ',
  },
  'same-name': { points: 25, vi: 'cùng họ tên', en: 'same name' },
  'same-name-unmarked': { points: 20, vi: 'cùng họ tên khi bỏ dấu', en: 'same name without diacritics' },
  'same-name-reordered': {
    points: 15,
    vi: 'cùng các chữ trong họ tên, khác thứ tự',
    en: 'same words of the name in another order',
  },
  'similar-name': { points: 10, vi: 'họ tên gần giống', en: 'similar name' },
  'other-name': { points: -20, vi: 'họ tên khác', en: 'another name' },
  'same-birth-date': { points: 15, vi: 'cùng ngày sinh', en: 'same date of birth' },
  'same-birth-year': { points: 5, vi: 'cùng năm sinh', en: 'same year of birth' },
  'other-birth-date': { points: -20, vi: 'ngày sinh khác', en: 'another date of birth' },
  'same-phone': { points: 5, vi: 'cùng số điện thoại', en: 'same telephone' },
  'same-day': { points: 15, vi: 'nộp cùng ngày', en: 'handed in on the same day' },
  'same-week': { points: 10, vi: 'nộp cách nhau không quá 7 ngày', en: 'handed in within 7 days' },
  'same-month': { points: 5, vi: 'nộp cách nhau không quá 30 ngày', en: 'handed in within 30 days' },
  'same-summary': { points: 5, vi: 'cùng trích yếu', en: 'same summary' },
} as const satisfies Readonly<Record<string, LocalizedText & { readonly points: number }>>

/** One of the things in common. */
export type DuplicateReasonCode = keyof typeof weights

/** Why a dossier is taken for a duplicate; says nothing that is in the dossier. */
export interface DuplicateReason {
  readonly code: DuplicateReasonCode
  /** What it adds to the score; negative where it speaks against. */
  readonly points: number
  readonly message: LocalizedText
}

/** A dossier to compare with, under the id that the host knows it by. */
export interface DuplicateCandidate {
  readonly id: string
  readonly dossier: Dossier
}

/** A candidate that is likely the same request. */
export interface LikelyDuplicate {
  readonly id: string
  /** 0 to 100. */
  readonly score: number
  /** The heaviest first. */
  readonly reasons: readonly DuplicateReason[]
}

/** Score from which a candidate is worth a look: a name and a procedure alone do not reach it. */
const DEFAULT_LEAST_SCORE = 60

/** The owner of a dossier: who it is for, not who hands it in. */
function ownerOf({ owner, applicant }: Dossier): Party {
  return owner ?? applicant
}

/** Words of organisation names that are as often written short. */
const shortForms: readonly (readonly [RegExp, string])[] = [
  [/\bcty\b/g, 'cong ty'],
  [/\btrach nhiem huu han\b/g, 'tnhh'],
  [/\bco phan\b/g, 'cp'],
  [/^(?:ong|ba|anh|chi) (?=\S+ \S)/, ''],
]

/** Folds a name: no diacritics, no punctuation, no titles, one form of "công ty". */
function foldPartyName(name: string): string {
  const folded = foldText(name)
    .replace(/[^a-z0-9 ]+/g, ' ')
    .replace(/ +/g, ' ')
    .trim()
  return shortForms.reduce((text, [pattern, short]) => text.replace(pattern, short), folded)
}

/** Tells whether one letter changed, added or left out makes one text of the other. */
function isOneLetterOff(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false
  let start = 0
  while (start < a.length && a[start] === b[start]) start += 1
  let end = 0
  while (end < Math.min(a.length, b.length) - start && a.at(-1 - end) === b.at(-1 - end)) end += 1
  return Math.max(a.length, b.length) - start - end <= 1
}

/** Tells whether one name is the other with a word left out (`Nguyễn Thị Lan`, `Nguyễn Lan`). */
function isOneWordOff(a: readonly string[], b: readonly string[]): boolean {
  const [long, short] = a.length > b.length ? [a, b] : [b, a]
  if (long.length - short.length !== 1 || short.length < 2) return false
  return long.some((_, index) => long.filter((_word, at) => at !== index).join(' ') === short.join(' '))
}

/** How alike two names are. */
function compareNames(a: string, b: string): DuplicateReasonCode {
  const [plainA, plainB] = [foldPartyName(a), foldPartyName(b)]
  const [wordsA, wordsB] = [plainA.split(' '), plainB.split(' ')]
  if (plainA === plainB) {
    const isMarkedAlike = composeText(a).trim().toLowerCase() === composeText(b).trim().toLowerCase()
    return isMarkedAlike ? 'same-name' : 'same-name-unmarked'
  }
  if ([...wordsA].sort().join(' ') === [...wordsB].sort().join(' ')) return 'same-name-reordered'
  return isOneLetterOff(plainA, plainB) || isOneWordOff(wordsA, wordsB) ? 'similar-name' : 'other-name'
}

/** The numbers of a party by kind: identity papers, tax and enterprise codes. */
function numbersOf(party: Party): ReadonlyMap<string, string> {
  const papers = party.kind === 'citizen' ? (party.identityPapers ?? []) : []
  const numbers = new Map<string, string>(papers.map(({ kind, number }) => [kind, number]))
  if (party.taxCode !== undefined) numbers.set('tax-code', party.taxCode)
  // Since 1/7/2025 the personal number is the tax code of a person: it meets the number on the card.
  if (party.taxCode?.length === 12 && !numbers.has('personal-number'))
    numbers.set('personal-number', party.taxCode)
  if (party.kind !== 'citizen' && party.enterpriseCode !== undefined)
    numbers.set('enterprise-code', party.enterpriseCode)
  return numbers
}

/** Compares the numbers that both parties have. */
function compareNumbers(a: Party, b: Party): DuplicateReasonCode | undefined {
  const numbersB = numbersOf(b)
  const shared = [...numbersOf(a)].flatMap(([kind, number]) => {
    const other = numbersB.get(kind)
    return other === undefined ? [] : [number === other]
  })
  if (shared.includes(true)) return 'same-number'
  return shared.length > 0 ? 'other-number' : undefined
}

/** Compares birth dates as far as both are known: a year alone says little. */
function compareBirths(a: Party, b: Party): DuplicateReasonCode | undefined {
  if (a.kind !== 'citizen' || b.kind !== 'citizen') return undefined
  const { birthDate: one } = a
  const { birthDate: other } = b
  if (one === undefined || other === undefined) return undefined
  const known = Math.min(one.length, other.length)
  if (one.slice(0, known) !== other.slice(0, known)) return 'other-birth-date'
  return known === 'YYYY-MM-DD'.length ? 'same-birth-date' : 'same-birth-year'
}

/** The day on which a dossier was handed in, or received. */
function dayOf({ progress }: Dossier): IsoDate | undefined {
  const moment = progress?.submittedAt ?? progress?.receivedAt
  return moment === undefined ? undefined : dateOfInstant(moment)
}

/** Compares the days on which two dossiers came in. */
function compareDays(a: Dossier, b: Dossier): DuplicateReasonCode | undefined {
  const [one, other] = [dayOf(a), dayOf(b)]
  if (one === undefined || other === undefined) return undefined
  const daysApart = Math.abs(toDayNumber(one) - toDayNumber(other))
  if (daysApart === 0) return 'same-day'
  if (daysApart <= 7) return 'same-week'
  return daysApart <= 30 ? 'same-month' : undefined
}

/** Letters of a national procedure code, with which a localised one begins. */
const NATIONAL_LENGTH = 8

/** Everything two dossiers have in common, and what speaks against it. */
function compareDossiers(a: Dossier, b: Dossier): readonly DuplicateReasonCode[] {
  const [ownerA, ownerB] = [ownerOf(a), ownerOf(b)]
  const nationalOf = ({ procedure }: Dossier): string => procedure.code.slice(0, NATIONAL_LENGTH)
  const found: readonly (DuplicateReasonCode | undefined | false)[] = [
    nationalOf(a) === nationalOf(b) && 'same-procedure',
    compareNumbers(ownerA, ownerB),
    compareNames(ownerA.name, ownerB.name),
    compareBirths(ownerA, ownerB),
    ownerA.phone !== undefined && ownerA.phone === ownerB.phone && 'same-phone',
    compareDays(a, b),
    foldText(a.summary) === foldText(b.summary) && 'same-summary',
  ]
  return found.filter((code) => code !== undefined && code !== false)
}

/**
 * Finds the dossiers that are likely the same request, the likeliest first, with the reasons of each score.
 *
 * Compared are the owner's numbers and name (as written, without diacritics, in another order, one letter or
 * word off), the date of birth, the procedure and the days. Numbers of one kind that differ, another name or
 * another birth date speak against. A candidate is named by its id only; the reasons repeat nothing of its
 * contents. Candidates below `leastScore` are left out; it is 60 unless given.
 *
 * @example
 * import { type Dossier, findLikelyDuplicates } from 'motcua/dossier'
 * const dossierOf = (name: string): Dossier => ({
 *   schema: 'motcua/dossier@1',
 *   procedure: { code: '2.000908', name: 'Cấp bản sao từ sổ gốc' },
 *   field: { name: 'Chứng thực' },
 *   agency: '000.00.31.H26',
 *   channel: 'direct',
 *   origin: 'local',
 *   summary: 'Cấp bản sao giấy khai sinh',
 *   sets: 1,
 *   applicant: { kind: 'citizen', name, birthDate: '1999-05-01', taxCode: '001099012345' },
 *   papers: [],
 *   fees: [],
 *   return: { manner: 'desk' },
 * })
 * const [found] = findLikelyDuplicates(dossierOf('Nguyễn Văn Thử'), [
 *   { id: 'a', dossier: dossierOf('NGUYEN VAN THU') },
 * ])
 * found?.score // 100
 * found?.reasons.map(({ code }) => code)
 * // ['same-number', 'same-procedure', 'same-name-unmarked', 'same-birth-date', 'same-summary']
 */
export function findLikelyDuplicates(
  dossier: Dossier,
  candidates: readonly DuplicateCandidate[],
  { leastScore = DEFAULT_LEAST_SCORE }: { readonly leastScore?: number } = {},
): readonly LikelyDuplicate[] {
  return candidates
    .map(({ id, dossier: other }) => {
      const reasons = compareDossiers(dossier, other)
        .map((code) => {
          const { points, vi, en } = weights[code]
          return { code, points, message: { vi, en } }
        })
        .sort((a, b) => Math.abs(b.points) - Math.abs(a.points))
      const sum = reasons.reduce((total, { points }) => total + points, 0)
      return { id, score: Math.min(100, Math.max(0, sum)), reasons }
    })
    .filter(({ score }) => score >= leastScore)
    .sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1))
}

/**
 * Reads the texts in which the national portal publishes a term.
 *
 * A small grammar and no guessing: every number, every condition and every word around a number must be
 * accounted for, otherwise the answer is that a person must read it. A wrong term becomes a wrong promise
 * on an appointment slip; an unread one costs a minute.
 *
 * @module
 */
import type { CountedTerm, SameDayTerm, Term, TermExtension, UnreadReason, UnreadTerm } from '../term.ts'
import {
  DEPENDS,
  FINAL_WORK,
  isLink,
  judgeNote,
  judgeSuffix,
  LINK_WORDS,
  NEXT_DAY,
  NO_TERM,
  SAME_DAY,
  SESSION,
  SUB_STEP,
  TRIVIAL_CONDITION,
} from './term-phrases.ts'
import { type LexedTerm, lexTerm, type QuantityAt } from './term-words.ts'

/** A stretch of the text between two boundaries. */
interface Clause {
  readonly start: number
  readonly text: string
  /** The word that makes it a condition (`truong hop`, `doi voi`, `neu`), or an empty text. */
  readonly opener: string
  /** Number of the sentence; conditions belong to their own sentence. */
  readonly sentence: number
  /** Whether a comma or a bracket stands between it and what comes before. */
  readonly isSetOff: boolean
}

/** What one clause says. */
type Piece =
  | {
      readonly kind: 'base'
      readonly quantity: QuantityAt
      readonly sentence: number
      readonly isMore: boolean
    }
  | { readonly kind: 'same-day'; readonly saysNextDay: boolean }
  | { readonly kind: 'next-day' }
  | { readonly kind: 'cut-off'; readonly time: string; readonly saysNextDay: boolean }
  | { readonly kind: 'extension'; readonly extension: TermExtension; readonly isUnclear?: boolean }
  | {
      readonly kind: 'condition'
      readonly when: string
      readonly sentence: number
      /** It says what happens in that case, not that the number is for that case. */
      readonly isRemark: boolean
    }
  | { readonly kind: 'note'; readonly text: string; readonly sentence: number }
  | { readonly kind: 'unread'; readonly reason: UnreadReason }

/** Cuts the text at sentence ends, brackets and the words that open a condition. */
function splitClauses(masked: string): Clause[] {
  const boundary =
    /[.;()\n•*+]|,(?= ?(?:khong QUA |toi da |va )*#)|(?:(?<=^|[\s,(])|(?<=^|[.;\n(] ?)[-])(?:(?:doi voi |trong |rieng |rieng doi voi )?(?:cac |nhung |mot so )?truong hop\b|neu\b|doi voi\b|rieng\b|ap dung\b|truong hop\b)|(?<=, ?|^)khi (?=can|phai|co)/g
  const clauses: Clause[] = []
  let start = 0
  let opener = ''
  let sentence = 0
  let isSetOff = true
  const close = (end: number): void => {
    const text = masked.slice(start, end)
    if (text.trim() !== '' || opener !== '') clauses.push({ start, text, opener, sentence, isSetOff })
  }
  for (const match of masked.matchAll(boundary)) {
    const mark = match[0]
    close(match.index)
    isSetOff = /(?:^|[,;.(\n:]) ?$/.test(masked.slice(0, match.index)) || /^[.;()\n•*+]$/.test(mark)
    opener = /[a-z]/.test(mark) ? mark : ''
    if (/^[.;\n•*+]$/.test(mark)) sentence += 1
    start = match.index + mark.length
  }
  close(masked.length)
  return clauses
}

const unread = (reason: UnreadReason): Piece => ({ kind: 'unread', reason })

/** `trong đó`: parts of one term; they must add up to it. */
function readBreakdown(clause: Clause, quantities: readonly QuantityAt[]): Piece | undefined {
  const [whole, ...parts] = quantities
  const cut = clause.text.search(/\b(?:trong do|cu the|bao gom|gom)\b/)
  if (whole === undefined || cut < 0 || clause.start + cut < whole.end) return undefined
  const sum = parts.reduce((total, part) => total + part.amount, 0)
  const isWhole = parts.every((part) => part.kind === whole.kind) && Math.abs(sum - whole.amount) < 1e-9
  return isWhole ? readBase({ ...clause, text: clause.text.slice(0, cut) }, whole) : unread('several-terms')
}

/** A clause with one number and no condition in front of it. */
function readBase(clause: Clause, quantity: QuantityAt): Piece {
  const at = quantity.start - clause.start
  const before = clause.text.slice(0, at)
  const isMore = /\bthem\b(?: (?:toi da|khong QUA|la))* ?$/.test(before)
  const label = before.replace(/\bnop (?:ho so )?(?=truc|qua|buu)/, '')
  if (SUB_STEP.test(label)) return unread('sub-step')
  if (!isLink(before.replace(/(?:keo dai |cong |tang )?\bthem\b/, ''))) {
    return unread(DEPENDS.test(before) ? 'depends' : 'unknown-words')
  }
  const reason = judgeSuffix(clause.text.slice(quantity.end - clause.start), quantity)
  return reason === undefined ? { kind: 'base', quantity, sentence: clause.sentence, isMore } : unread(reason)
}

const LENGTHEN_BY = /\bthem\b(?: (?:thoi han|thoi gian|nhung|toi da|khong QUA|la|TU))*\s*$/
const LENGTHEN_TO =
  /\b(?:keo dai|gia han|tang)(?: thoi han| thoi gian)? (?:den|toi|len|thanh)(?: (?:toi da|khong QUA|la))*\s*$|\bkeo dai hon(?: nhung)?(?: (?:toi da|khong QUA))+\s*$|\btong (?:cong )?(?:thoi han|thoi gian)[\p{L} ]*$/u
const LENGTHEN = /\b(?:keo dai|gia han|lui)\b[\p{L} ,]*$/u

/** How a condition's number acts on the base term. */
function readMode(link: string): 'to' | 'by' | 'unclear' {
  if (LENGTHEN_BY.test(link)) return 'by'
  if (LENGTHEN_TO.test(link)) return 'to'
  return LENGTHEN.test(link) ? 'unclear' : 'to'
}

/** Splits `phải xác minh thì không quá` into the circumstance and the words that lead to the number. */
function splitCondition(head: string): { when: string; link: string } | undefined {
  const cut = head.search(/\bthi\b/)
  if (cut >= 0) return { when: head.slice(0, cut), link: head.slice(cut + 'thi'.length) }
  const words = [...head.matchAll(/\p{L}+|[,:]/gu)]
  let index = words.length
  while (index > 0) {
    const word = words[index - 1]?.[0] ?? ''
    const isPart =
      LINK_WORDS.has(word) ||
      /^[,:]$/.test(word) ||
      /^(?:keo|dai|hon|them|gia|den|len|tang|cong|co|the|nhung|phep)$/.test(word)
    if (!isPart) break
    index -= 1
  }
  const at = words[index]?.index ?? head.length
  const when = head.slice(0, at)
  const link = head.slice(at)
  return /\b(?:khong QUA|toi da|trong|la|them|den|len|cham nhat|thoi han|thoi gian)\b|[:,]/.test(link)
    ? { when, link }
    : undefined
}

/** A condition with one number: a lawful lengthening, when the way it acts is clear. */
function readExtension(clause: Clause, quantity: QuantityAt, original: string): Piece {
  const head = clause.text.slice(0, quantity.start - clause.start)
  const parts = splitCondition(head)
  const reason = judgeSuffix(clause.text.slice(quantity.end - clause.start), quantity)
  if (reason !== undefined) return unread(reason)
  if (parts === undefined || SUB_STEP.test(parts.link)) return unread('unknown-words')
  if (TRIVIAL_CONDITION.test(parts.when))
    return { kind: 'base', quantity, sentence: clause.sentence, isMore: false }
  const linkWords = parts.link.replace(
    /\b(?:keo dai(?: hon)?|gia han|them|den|toi|len|tang|cong|lui|co the|nhung|duoc phep|tren)\b/g,
    '',
  )
  if (!isLink(linkWords)) return unread('unknown-words')
  const mode = readMode(parts.link)
  const when = trimCircumstance(original.slice(clause.start, clause.start + parts.when.length))
  if (when === '' || parts.when.includes('#')) return unread('unknown-words')
  const { kind, amount } = quantity
  const extension: TermExtension = { kind, amount, mode: mode === 'to' ? 'to' : 'by', when }
  return { kind: 'extension', extension, isUnclear: mode === 'unclear' }
}

function trimCircumstance(text: string): string {
  return text.replace(/^[\s,:-]+|[\s,:-]+$/g, '')
}

/** A clause that names a time of day: only the 15:00 rule is understood. */
function readCutOff(clause: Clause, lexed: LexedTerm): Piece {
  const times = lexed.times.filter((time) => isInside(time.start, clause))
  const [first] = times
  if (first === undefined || times.some((time) => time.time !== first.time))
    return unread('unexplained-number')
  if (!/\bSAU (?:luc )?@/.test(clause.text) || clause.text.includes('#')) return unread('unknown-words')
  return { kind: 'cut-off', time: first.time, saysNextDay: NEXT_DAY.test(clause.text) }
}

function isInside(offset: number, clause: Clause): boolean {
  return offset >= clause.start && offset < clause.start + clause.text.length
}

/** Whether what stands before "on the same day" speaks of the answer, and not of opening hours or of filing. */
function canLeadToSameDay(text: string): boolean {
  const before = text.slice(0, text.search(SAME_DAY)).replace(/\bngay\b/g, '')
  return (
    !SUB_STEP.test(before) && !/\btiep nhan\b/.test(before) && (isLink(before) || FINAL_WORK.test(before))
  )
}

/** A clause without numbers: the same day, a circumstance, or words that change nothing. */
function readWords(clause: Clause, original: string): Piece {
  const { text, opener, sentence, isSetOff } = clause
  if (SESSION.test(text)) return unread('session')
  if (NEXT_DAY.test(text) && !SAME_DAY.test(text)) return { kind: 'next-day' }
  if (SAME_DAY.test(text.trim()) && opener === '') {
    if (/\bke TU\b/.test(text) && !/tiep nhan|nhan/.test(text.split('ke TU')[0] ?? ''))
      return unread('unknown-words')
    if (!canLeadToSameDay(text.trim())) return unread('unknown-words')
    if (DEPENDS.test(text)) return unread('depends')
    return { kind: 'same-day', saysNextDay: NEXT_DAY.test(text) }
  }
  if (SAME_DAY.test(text.trim())) return unread('several-terms')
  if (opener !== '') {
    const when = trimCircumstance(original.slice(clause.start, clause.start + text.length))
    return { kind: 'condition', when, sentence, isRemark: isSetOff && /\bthi\b|,|\bphai\b/.test(text) }
  }
  return DEPENDS.test(text) ? unread('depends') : { kind: 'note', text, sentence }
}

function readClause(clause: Clause, lexed: LexedTerm): Piece {
  const quantities = lexed.quantities.filter((quantity) => isInside(quantity.start, clause))
  if (clause.text.includes('@')) return readCutOff(clause, lexed)
  const [quantity, second] = quantities
  if (quantity === undefined) return readWords(clause, lexed.original)
  if (second !== undefined) {
    const gap = clause.text.slice(quantity.end - clause.start, second.start - clause.start)
    return (
      readBreakdown(clause, quantities) ?? unread(/^[ ,]*(?:va )?$/.test(gap) ? 'compound' : 'several-terms')
    )
  }
  if (SAME_DAY.test(clause.text)) return unread('several-terms')
  return clause.opener === '' ? readBase(clause, quantity) : readExtension(clause, quantity, lexed.original)
}

/** Rough length in calendar days, only to see whether a lengthening lengthens. */
const DAYS_IN_UNIT = {
  'working-days': 1.4,
  'calendar-days': 1,
  'working-hours': 0.175,
  hours: 1 / 24,
  months: 30,
  years: 365,
} as const

/** Says why a lengthening does not fit its base, or undefined when it does. */
function judgeExtension(
  base: CountedTerm | SameDayTerm,
  piece: Piece & { kind: 'extension' },
): UnreadReason | undefined {
  const { extension, isUnclear } = piece
  if (base.kind === 'same-day') return isUnclear ? 'ambiguous-extension' : undefined
  const isSameUnit = base.kind === extension.kind
  // "May be lengthened, but not over 5 days" of a base of 5 days or more can only mean by 5.
  if (isUnclear) return isSameUnit && extension.amount <= base.amount ? undefined : 'ambiguous-extension'
  if (extension.mode === 'by') return undefined
  const isLonger = isSameUnit
    ? extension.amount > base.amount
    : extension.amount * DAYS_IN_UNIT[extension.kind] > base.amount * DAYS_IN_UNIT[base.kind]
  return isLonger ? undefined : 'several-terms'
}

/** Joins a number with the circumstance written after it: `25 ngày đối với vùng sâu`. */
function attachConditions(pieces: readonly Piece[]): Piece[] {
  const result: Piece[] = []
  for (const piece of pieces) {
    const last = result.at(-1)
    if (piece.kind !== 'condition') {
      result.push(piece)
    } else if (last?.kind === 'base' && last.sentence === piece.sentence && isLimit(piece)) {
      const hasOtherBase = result.slice(0, -1).some((earlier) => earlier.kind === 'base')
      const { kind, amount } = last.quantity
      const mode = last.isMore ? 'by' : 'to'
      result[result.length - 1] = hasOtherBase
        ? { kind: 'extension', extension: { kind, amount, mode, when: piece.when } }
        : unread('conditional')
    }
  }
  return result
}

/** Whether a circumstance after a number limits it; `trường hợp từ chối thì …` is only a remark. */
function isLimit(piece: Piece & { kind: 'condition' }): boolean {
  return !piece.isRemark && !TRIVIAL_CONDITION.test(foldLoosely(piece.when))
}

function foldLoosely(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .replace(/đ/gi, 'd')
    .toLowerCase()
}

/** Puts the pieces together, or says why they do not make one term. */
function joinPieces(pieces: readonly Piece[]): Term | UnreadReason {
  const failed = pieces.find((piece) => piece.kind === 'unread')
  if (failed?.kind === 'unread') return failed.reason
  const bases = pieces.flatMap((piece) => (piece.kind === 'base' ? [piece] : []))
  const [first] = bases
  const isSameDay = pieces.some((piece) => piece.kind === 'same-day')
  if (
    bases.some(
      ({ quantity, isMore }) =>
        isMore || quantity.kind !== first?.quantity.kind || quantity.amount !== first.quantity.amount,
    )
  )
    return 'several-terms'
  if (first !== undefined && isSameDay) return 'several-terms'
  if (first === undefined && !isSameDay)
    return pieces.some((piece) => piece.kind === 'extension') ? 'conditional' : 'no-quantity'
  for (const piece of pieces) {
    const reason = piece.kind === 'note' && first !== undefined ? judgeNote(piece, first) : undefined
    if (reason !== undefined) return reason
  }
  const base = first === undefined ? readSameDay(pieces) : readCounted(first.quantity, pieces)
  if (typeof base === 'string') return base
  const extensions = pieces.flatMap((piece) => (piece.kind === 'extension' ? [piece] : []))
  const misfit = extensions.map((piece) => judgeExtension(base, piece)).find((reason) => reason !== undefined)
  if (misfit !== undefined) return misfit
  return extensions.length === 0 ? base : { ...base, extensions: extensions.map((piece) => piece.extension) }
}

function readCounted({ kind, amount }: QuantityAt, pieces: readonly Piece[]): CountedTerm | UnreadReason {
  const hasOther = pieces.some((piece) => piece.kind === 'cut-off' || piece.kind === 'next-day')
  return hasOther ? 'several-terms' : { kind, amount }
}

function readSameDay(pieces: readonly Piece[]): SameDayTerm | UnreadReason {
  const cutOffs = pieces.flatMap((piece) => (piece.kind === 'cut-off' ? [piece] : []))
  const [cutOff, other] = cutOffs
  const saysNextDay = pieces.some(
    (piece) => piece.kind === 'next-day' || (piece.kind === 'same-day' && piece.saysNextDay),
  )
  if (other !== undefined && other.time !== cutOff?.time) return 'several-terms'
  if (cutOff === undefined) return saysNextDay ? 'several-terms' : { kind: 'same-day' }
  return cutOff.saysNextDay || saysNextDay ? { kind: 'same-day', cutOff: cutOff.time } : 'unknown-words'
}

/**
 * Reads a published term, or says that a person must read it and why.
 *
 * A range (`từ 5 đến 7 ngày`), half-day sessions, joined units and terms that start with anything but the
 * receipt of the dossier are left to a person; so is a condition without an unconditional base.
 *
 * @example
 * import { parseTerm } from 'motcua/deadline'
 * parseTerm('03 ngày làm việc, trường hợp phải xác minh thì không quá 08 ngày làm việc')
 * // { kind: 'working-days', amount: 3,
 * //   extensions: [{ kind: 'working-days', amount: 8, mode: 'to', when: 'phải xác minh' }] }
 * parseTerm('30') // { kind: 'unread', reason: 'no-unit' }
 */
export function parseTerm(text: string): Term | UnreadTerm {
  const lexed = lexTerm(text)
  if (typeof lexed === 'string') return { kind: 'unread', reason: lexed }
  if (NO_TERM.test(lexed.masked)) return { kind: 'none' }
  const pieces = attachConditions(splitClauses(lexed.masked).map((clause) => readClause(clause, lexed)))
  const joined = joinPieces(pieces)
  if (typeof joined !== 'string') return joined
  const isDepending = joined === 'no-quantity' && DEPENDS.test(lexed.masked)
  return { kind: 'unread', reason: isDepending ? 'depends' : joined }
}

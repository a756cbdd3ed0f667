/**
 * The ledger of a dossier's clock: what started, stopped and lengthened it, as data.
 *
 * Nothing in it is computed. An entry takes effect at its own moment, so a back-dated one is read where it
 * belongs in time; entries of the same minute keep the order in which they were written.
 *
 * @module
 */
import type { WorkingCalendar } from '../calendar/index.ts'
import { addDays, dateOfInstant, type Instant, instant } from '../date.ts'
import type { LocalizedText } from '../errors.ts'
import { findDueDate, type Pause } from './due-date.ts'
import type { CountingRules, PauseReason } from './rules.ts'
import type { Term, TermExtension } from './term.ts'

/** When an entry takes effect, and when it was written down. */
export interface EntryTimes {
  readonly at: Instant
  /** Only where it was written down later than it takes effect; a promise made before then did not know of it. */
  readonly recordedAt?: Instant
}

/**
 * One entry of a clock ledger.
 *
 * `start`: the complete dossier was received. `restart`: the full dossier arrived after a return, and the term
 * runs from zero (NĐ 61/2018 art. 19(4)). `re-appoint`: the apology with a new date (art. 19(9)), a promise that
 * does not lengthen the term. `stop`: the result was signed, or the dossier ended otherwise.
 */
export type LedgerEntry = EntryTimes &
  (
    | { readonly kind: 'start' | 'resume' | 'restart' | 'stop' }
    | { readonly kind: 'pause'; readonly reason: PauseReason }
    | { readonly kind: 'extend'; readonly extension: TermExtension }
    | { readonly kind: 're-appoint'; readonly newDueAt: Instant }
  )

/** What a resume does after a supplement: goes on, or starts the term from zero. Chosen by the rule set. */
export type ResumeMode = 'pause' | 'restart'

/** Limits that the law or the rule set puts on the ledger. */
export interface ClockPolicy {
  /** At most once by NĐ 61/2018 art. 19(9). */
  readonly maxReappointments: number
  /** The apology goes out at least this many days before the due date (NĐ 61/2018 art. 19(9)). */
  readonly apologyLeadDays: number
  /** Not limited by NĐ 61/2018; NĐ 118/2025 is unverified. */
  readonly maxExtensions?: number
  /** Supplements asked for after reception; NĐ 61/2018 sets no number here, NĐ 118/2025 is unverified. */
  readonly maxSupplements?: number
}

/** The limits of NĐ 61/2018. */
export const defaultClockPolicy: ClockPolicy = { maxReappointments: 1, apologyLeadDays: 1 }

/** What every reading of a ledger needs. */
export interface ClockContext {
  readonly term: Term
  readonly calendar: WorkingCalendar
  /** `pause` when left out. */
  readonly mode?: ResumeMode
  readonly rules?: Partial<CountingRules>
  readonly policy?: Partial<ClockPolicy>
}

/** Why an entry cannot stand where it is. */
export const ledgerRefusals = {
  'not-started': { vi: 'đồng hồ chưa bắt đầu', en: 'the clock has not started' },
  'already-started': { vi: 'đồng hồ đã bắt đầu', en: 'the clock has started already' },
  'already-paused': { vi: 'đang tạm dừng, không tạm dừng lần nữa', en: 'the clock is paused already' },
  'not-paused': { vi: 'không có tạm dừng nào để tiếp tục', en: 'there is no pause to end' },
  'already-stopped': { vi: 'đồng hồ đã kết thúc', en: 'the clock has stopped' },
  'no-term': { vi: 'thủ tục không có thời hạn', en: 'the procedure has no term' },
  'already-overdue': {
    vi: 'đã quá hạn, không kéo dài hay hẹn lại được nữa',
    en: 'the term is over; it can no longer be lengthened or re-appointed',
  },
  'too-many-reappointments': {
    vi: 'đã hẹn lại đủ số lần cho phép',
    en: 'it was re-appointed as often as allowed',
  },
  'too-many-extensions': { vi: 'đã kéo dài đủ số lần cho phép', en: 'it was lengthened as often as allowed' },
  'too-many-supplements': {
    vi: 'đã yêu cầu bổ sung đủ số lần cho phép',
    en: 'supplements were asked for as often as allowed',
  },
  'apology-too-late': {
    vi: 'văn bản xin lỗi phải gửi trước ngày hết hạn ít nhất một ngày',
    en: 'the apology must go out at least one day before the due date',
  },
  'new-date-not-later': {
    vi: 'ngày hẹn lại phải sau hạn đang có',
    en: 'the new date must be later than the term',
  },
} as const satisfies Readonly<Record<string, LocalizedText>>

/** One of the reasons in {@link ledgerRefusals}. */
export type LedgerRefusal = keyof typeof ledgerRefusals

/** A ledger read up to a moment: what one run of the term is made of. */
export interface LedgerState {
  readonly status: 'not-started' | 'running' | 'paused' | 'stopped'
  /** When the run that counts began: the start, or the last restart. */
  readonly runFromAt?: Instant
  readonly runIsRestart: boolean
  /** Ended pauses of this run. */
  readonly pauses: readonly Pause[]
  readonly openPause?: { readonly fromAt: Instant; readonly reason: PauseReason }
  readonly extensions: readonly TermExtension[]
  readonly reappointments: readonly { readonly at: Instant; readonly newDueAt: Instant }[]
  readonly supplements: number
  readonly stoppedAt?: Instant
  /** Pauses of earlier runs, which a restart has closed. */
  readonly pastPauses: readonly Pause[]
}

const NOTHING: LedgerState = {
  status: 'not-started',
  runIsRestart: false,
  pauses: [],
  extensions: [],
  reappointments: [],
  supplements: 0,
  pastPauses: [],
}

/** Puts entries in the order of their moments; entries of one moment keep their order. */
export function sortLedger(ledger: readonly LedgerEntry[]): readonly LedgerEntry[] {
  return ledger
    .map((entry) => ({ ...entry, at: instant(entry.at) }))
    .sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))
}

/** When the term of a run ends, taking an open pause as ended at `at`. */
export function findRunDue(
  state: LedgerState,
  context: ClockContext,
  at: Instant,
): ReturnType<typeof findDueDate> {
  const { term, calendar, rules } = context
  const open = state.openPause
  const pauses =
    open === undefined
      ? state.pauses
      : [...state.pauses, { ...open, toAt: at < open.fromAt ? open.fromAt : at }]
  return findDueDate({
    receivedAt: state.runFromAt ?? at,
    term,
    calendar,
    pauses,
    extensions: state.extensions,
    ...(rules === undefined ? {} : { rules }),
  })
}

/** Why a lengthening or a new date cannot be granted now. */
function refusePromise(
  state: LedgerState,
  entry: LedgerEntry,
  context: ClockContext,
): LedgerRefusal | undefined {
  const policy = { ...defaultClockPolicy, ...context.policy }
  if (context.term.kind === 'none') return 'no-term'
  const { dueAt, dueDate } = findRunDue(state, context, entry.at)
  if (dueAt === undefined || dueDate === undefined || entry.at > dueAt) return 'already-overdue'
  if (entry.kind === 'extend') {
    return state.extensions.length >= (policy.maxExtensions ?? Number.POSITIVE_INFINITY)
      ? 'too-many-extensions'
      : undefined
  }
  if (entry.kind !== 're-appoint') return undefined
  if (state.reappointments.length >= policy.maxReappointments) return 'too-many-reappointments'
  if (instant(entry.newDueAt) <= dueAt) return 'new-date-not-later'
  return addDays(dateOfInstant(entry.at), policy.apologyLeadDays) > dueDate ? 'apology-too-late' : undefined
}

/** Why an entry cannot follow a state, or undefined when it can. */
export function refuseEntry(
  state: LedgerState,
  entry: LedgerEntry,
  context: ClockContext,
): LedgerRefusal | undefined {
  const { status } = state
  if (status === 'stopped') return 'already-stopped'
  if (entry.kind === 'start') return status === 'not-started' ? undefined : 'already-started'
  if (status === 'not-started') return 'not-started'
  if (entry.kind === 'resume') return status === 'paused' ? undefined : 'not-paused'
  if (entry.kind === 'pause') {
    const max = context.policy?.maxSupplements ?? Number.POSITIVE_INFINITY
    if (status === 'paused') return 'already-paused'
    return entry.reason === 'supplement' && state.supplements >= max ? 'too-many-supplements' : undefined
  }
  return entry.kind === 'extend' || entry.kind === 're-appoint'
    ? refusePromise(state, entry, context)
    : undefined
}

/** Begins a run from zero: pauses and lengthenings of the run before belong to the past. */
function beginRun(state: LedgerState, at: Instant, runIsRestart: boolean): LedgerState {
  const { reappointments, supplements } = state
  const closed = state.openPause === undefined ? [] : [{ ...state.openPause, toAt: at }]
  const pastPauses = [...state.pastPauses, ...state.pauses, ...closed]
  return {
    status: 'running',
    runFromAt: at,
    runIsRestart,
    pauses: [],
    extensions: [],
    reappointments,
    supplements,
    pastPauses,
  }
}

/** The state after an entry that can follow. */
export function applyEntry(state: LedgerState, entry: LedgerEntry, mode: ResumeMode): LedgerState {
  const { openPause, ...rest } = state
  switch (entry.kind) {
    case 'start':
      return beginRun(state, entry.at, false)
    case 'restart':
      return beginRun(state, entry.at, true)
    case 'pause': {
      const supplements = state.supplements + (entry.reason === 'supplement' ? 1 : 0)
      return {
        ...state,
        status: 'paused',
        supplements,
        openPause: { fromAt: entry.at, reason: entry.reason },
      }
    }
    case 'resume':
      if (mode === 'restart' && openPause?.reason === 'supplement') return beginRun(state, entry.at, true)
      return openPause === undefined
        ? state
        : { ...rest, status: 'running', pauses: [...state.pauses, { ...openPause, toAt: entry.at }] }
    case 'extend':
      return { ...state, extensions: [...state.extensions, entry.extension] }
    case 're-appoint':
      return {
        ...state,
        reappointments: [...state.reappointments, { at: entry.at, newDueAt: instant(entry.newDueAt) }],
      }
    case 'stop': {
      const pauses =
        openPause === undefined ? state.pauses : [...state.pauses, { ...openPause, toAt: entry.at }]
      return { ...rest, status: 'stopped', pauses, stoppedAt: entry.at }
    }
  }
}

/** A ledger that was read, or the first entry that cannot stand. */
export type LedgerReading =
  | { readonly kind: 'read'; readonly state: LedgerState }
  | {
      readonly kind: 'refused'
      readonly index: number
      readonly refusal: LedgerRefusal
      readonly state: LedgerState
    }

/** Reads the entries up to and with a moment, in the order of time. */
export function readLedger(
  ledger: readonly LedgerEntry[],
  context: ClockContext,
  at?: Instant,
): LedgerReading {
  let state = NOTHING
  for (const [index, entry] of sortLedger(ledger).entries()) {
    if (at !== undefined && entry.at > at) break
    const refusal = refuseEntry(state, entry, context)
    if (refusal !== undefined) return { kind: 'refused', index, refusal, state }
    state = applyEntry(state, entry, context.mode ?? 'pause')
  }
  return { kind: 'read', state }
}

/** The answer to one more entry. */
export type LedgerDecision =
  | { readonly kind: 'added'; readonly ledger: readonly LedgerEntry[] }
  | {
      readonly kind: 'refused'
      readonly refusal: LedgerRefusal
      readonly message: LocalizedText
      /** What could be entered at the end of the ledger instead. */
      readonly allowed: readonly LedgerEntry['kind'][]
    }

const NEXT_KINDS = {
  'not-started': ['start'],
  running: ['pause', 'restart', 'extend', 're-appoint', 'stop'],
  paused: ['resume', 'restart', 'extend', 're-appoint', 'stop'],
  stopped: [],
} as const satisfies Readonly<Record<LedgerState['status'], readonly LedgerEntry['kind'][]>>

/**
 * Adds an entry where its moment puts it, or says why it cannot stand there.
 *
 * A back-dated entry is refused when it, or anything after it, becomes impossible: two pauses never overlap, a
 * lengthening never comes after the term is over.
 *
 * @example
 * import { instant } from 'motcua'
 * import { buildWorkingCalendar } from 'motcua/calendar'
 * import { addLedgerEntry } from 'motcua/deadline'
 * const context = { term: { kind: 'working-days', amount: 5 }, calendar: buildWorkingCalendar() } as const
 * const ledger = [
 *   { kind: 'start', at: instant('2026-08-03T10:00') },
 *   { kind: 'pause', at: instant('2026-08-05T09:00'), reason: 'supplement' },
 * ] as const
 * const again = addLedgerEntry(ledger, { kind: 'pause', at: instant('2026-08-06T09:00'), reason: 'inspection' }, context)
 * again.kind === 'refused' && again.refusal // 'already-paused'
 */
export function addLedgerEntry(
  ledger: readonly LedgerEntry[],
  entry: LedgerEntry,
  context: ClockContext,
): LedgerDecision {
  const next = sortLedger([...ledger, entry])
  const reading = readLedger(next, context)
  if (reading.kind === 'read') return { kind: 'added', ledger: next }
  const before = readLedger(ledger, context)
  return {
    kind: 'refused',
    refusal: reading.refusal,
    message: ledgerRefusals[reading.refusal],
    allowed: NEXT_KINDS[before.state.status],
  }
}

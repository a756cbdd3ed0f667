/**
 * Checking what claims to be the history of a case.
 *
 * @module
 */
import type * as z from 'zod'
import type { LocalizedText } from '../../errors.ts'
import type { Finding, FindingSeverity } from '../../finding.ts'
import { CaseEvent, type SealedEvent } from './case-event.ts'
import { FIRST_PREV, hashEvent, hashPersonal } from './chain.ts'

/** What {@link verifyHistory} can find, with its weight and its words. */
export const historyFindings = {
  'dossier/history-malformed': {
    severity: 'error',
    vi: 'sự kiện sai cấu trúc',
    en: 'the event is not one of the known events',
  },
  'dossier/history-altered': {
    severity: 'error',
    vi: 'nội dung sự kiện không khớp với mã băm của nó',
    en: 'the event does not match its own hash',
  },
  'dossier/history-broken-link': {
    severity: 'error',
    vi: 'sự kiện không nối với sự kiện liền trước',
    en: 'the event is not linked to the one before it',
  },
  'dossier/history-gap': {
    severity: 'error',
    vi: 'số thứ tự sự kiện không liên tục',
    en: 'the numbers of the events do not follow one another',
  },
  'dossier/history-mixed': {
    severity: 'error',
    vi: 'sự kiện thuộc một hồ sơ khác',
    en: 'the event belongs to another case',
  },
  'dossier/history-not-opened': {
    severity: 'error',
    vi: 'lịch sử phải bắt đầu bằng đúng một sự kiện mở hồ sơ',
    en: 'a history starts with the one event that opens the case',
  },
  'dossier/history-personal-altered': {
    severity: 'error',
    vi: 'dữ liệu cá nhân không khớp với mã băm đã lưu',
    en: 'the personal data do not match their stored hash',
  },
  'dossier/history-truncated': {
    severity: 'error',
    vi: 'sự kiện cuối không phải là sự kiện cuối đã biết',
    en: 'the last event is not the last one known',
  },
  'dossier/history-time-reversed': {
    severity: 'warning',
    vi: 'sự kiện có thời điểm sớm hơn sự kiện liền trước',
    en: 'the event is earlier than the one before it',
  },
  'dossier/history-erased': {
    severity: 'info',
    vi: 'dữ liệu cá nhân của sự kiện đã được xóa',
    en: 'the personal data of the event have been erased',
  },
} as const satisfies Record<string, LocalizedText & { severity: FindingSeverity }>

/** One of the things {@link verifyHistory} can find. */
export type HistoryFindingCode = keyof typeof historyFindings

/** Writes one finding about the event at `index`. */
function find(code: HistoryFindingCode, index: number, facts: Finding['facts'] = {}): Finding {
  const { severity, vi, en } = historyFindings[code]
  return { code, severity, place: `events[${index}]`, message: { vi, en }, facts }
}

/** Whether a digest comes out as stored; what cannot be digested does not. */
function matches(stored: string, digest: () => string): boolean {
  try {
    return digest() === stored
  } catch {
    return false
  }
}

/** Checks what one event says about itself: its hash and its personal data. */
function checkEvent(event: SealedEvent, index: number): Finding[] {
  const findings: Finding[] = []
  const { personal, personalHash, salt } = event
  if (!matches(event.hash, () => hashEvent(event))) {
    findings.push(find('dossier/history-altered', index, { type: event.type }))
  }
  const isErased = personal === undefined && salt === undefined
  if (isErased && personalHash !== undefined) {
    findings.push(find('dossier/history-erased', index, { type: event.type }))
  }
  const isWhole = personal !== undefined && salt !== undefined && personalHash !== undefined
  const isIntact = isWhole ? matches(personalHash, () => hashPersonal(personal, salt)) : isErased
  if (!isIntact) findings.push(find('dossier/history-personal-altered', index, { type: event.type }))
  return findings
}

/** Checks how an event follows the one before it (`undefined` at the start). */
function checkStep(
  event: SealedEvent,
  before: SealedEvent | undefined,
  place: { readonly index: number; readonly opening: string },
): Finding[] {
  const { index, opening } = place
  const findings: Finding[] = []
  const seq = (before?.seq ?? 0) + 1
  if (event.prev !== (before?.hash ?? FIRST_PREV)) findings.push(find('dossier/history-broken-link', index))
  if (event.seq !== seq) findings.push(find('dossier/history-gap', index, { expected: seq, seq: event.seq }))
  if (before !== undefined && event.caseId !== before.caseId) {
    findings.push(find('dossier/history-mixed', index))
  }
  if ((event.type === opening) !== (before === undefined)) {
    findings.push(find('dossier/history-not-opened', index, { type: event.type }))
  }
  if (before !== undefined && event.at < before.at) {
    findings.push(find('dossier/history-time-reversed', index, { at: event.at, before: before.at }))
  }
  return findings
}

/** A kind of history: the schema of its events, and the type of the first. */
export interface HistoryKind {
  readonly schema: z.ZodType<SealedEvent>
  readonly opening: string
}

/**
 * Checks that a history is whole and unaltered, and says where it is not.
 *
 * Each event is checked against its own hash and against the one before. A cut-off end cannot be seen from
 * the inside: give `head`, the hash of the last event as known elsewhere (a snapshot, a signed list). Erased
 * personal data are told as information; they break nothing.
 *
 * With `kind` it checks another kind of history, sealed the same way, such as that of a petition.
 *
 * @param events - In order, from the first; anything at all, as it came from outside.
 * @returns No finding of severity `error` for an intact history. An empty history has none, unless `head` is given.
 *
 * @example
 * import { verifyHistory } from 'motcua/dossier/history'
 * verifyHistory([{ caseId: 'c1' }]).map(({ code, place }) => [code, place])
 * // [['dossier/history-malformed', 'events[0]']]
 */
export function verifyHistory(
  events: readonly unknown[],
  options: { readonly head?: string | undefined; readonly kind?: HistoryKind } = {},
): readonly Finding[] {
  const { schema, opening } = options.kind ?? { schema: CaseEvent, opening: 'case.opened' }
  const findings: Finding[] = []
  let before: SealedEvent | undefined
  for (const [index, candidate] of events.entries()) {
    const event = schema.safeParse(candidate)
    if (!event.success) {
      const at = event.error.issues.map(({ path }) => path.join('.'))
      findings.push(find('dossier/history-malformed', index, { at }))
      // Its links can still be followed by those who come after, when it has any.
      const hash = readHash(candidate)
      before = before && hash !== undefined ? { ...before, hash, seq: before.seq + 1 } : before
      continue
    }
    findings.push(...checkEvent(event.data, index), ...checkStep(event.data, before, { index, opening }))
    before = event.data
  }
  if (options.head !== undefined && before?.hash !== options.head) {
    findings.push(
      find('dossier/history-truncated', Math.max(0, events.length - 1), { length: events.length }),
    )
  }
  return findings
}

/** The hash that a malformed event claims to have. */
function readHash(candidate: unknown): string | undefined {
  const isObject = typeof candidate === 'object' && candidate !== null && 'hash' in candidate
  return isObject && typeof candidate.hash === 'string' ? candidate.hash : undefined
}

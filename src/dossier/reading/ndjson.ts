/**
 * Judging dossiers that come one a line (NDJSON), however many there are.
 *
 * @module
 */
import type { Language, LocalizedText } from '../../errors.ts'
import type { Finding } from '../../finding.ts'
import { Dossier } from '../dossier.ts'
import { type DossierIssue, type DossierVerdict, type ValidateOptions, validateDossier } from '../validate.ts'
import { describeChange, normaliseDossier } from './normalise.ts'

/** The verdict on one line. */
export interface LineVerdict {
  /** Counted from 1, blank lines included. */
  readonly line: number
  /** Where the line starts, in bytes from the start of the stream. */
  readonly offsetBytes: number
  readonly verdict: DossierVerdict
  /** What was changed before judging; nothing unless `normalise` was asked for. */
  readonly changes: readonly Finding[]
}

/** How lines are judged. */
export interface NdjsonOptions extends ValidateOptions {
  /** Whether careless writing is read first; see `normaliseDossier`. */
  readonly normalise?: boolean | undefined
  /** Longest line that is read; a longer one is one error and is passed over. 16 MiB unless given. */
  readonly maxLineBytes?: number | undefined
}

const DEFAULT_MAX_LINE_BYTES = 16 * 1024 * 1024

const LINE_FEED = 10

/** What can be wrong with a line before it is a dossier. */
const lineWords = {
  'invalid-json': { vi: 'không phải JSON hợp lệ', en: 'not valid JSON' },
  'invalid-utf8': { vi: 'không phải UTF-8 hợp lệ', en: 'not valid UTF-8' },
  'line-too-long': { vi: 'dòng dài quá giới hạn', en: 'the line is longer than the limit' },
} as const satisfies Readonly<Record<string, LocalizedText>>

/** What can be wrong with a line before it is a dossier. */
export type LineFault = keyof typeof lineWords

/** The one issue of a line that is no dossier at all. */
function describeFault(fault: LineFault, language: Language): DossierIssue {
  return { path: [], label: '', code: fault, message: lineWords[fault][language] }
}

/** Reads one line of text, or says why it cannot be read. */
function parseLine(text: string): { readonly value: unknown } | LineFault {
  try {
    return { value: JSON.parse(text) }
  } catch {
    return 'invalid-json'
  }
}

/** Decodes a line; a byte order mark at its start is dropped. */
function decodeLine(decoder: TextDecoder, bytes: Uint8Array): string | undefined {
  try {
    return decoder.decode(bytes)
  } catch {
    return undefined
  }
}

/** Whether bytes start with a byte order mark, which the decoder drops. */
function hasMark(bytes: Uint8Array): boolean {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf
}

/** Judges one text as a dossier; that its bytes began with a mark is a change like any other. */
function judgeText(
  text: string,
  bytes: Uint8Array,
  options: NdjsonOptions,
): Pick<LineVerdict, 'verdict' | 'changes'> {
  const { language = 'vi', schema = Dossier } = options
  const parsed = parseLine(text)
  if (typeof parsed === 'string') return judgeFault(parsed, options)
  if (options.normalise !== true)
    return { verdict: validateDossier(parsed.value, { language, schema }), changes: [] }
  const { value, changes } = normaliseDossier(parsed.value, schema)
  const all = hasMark(bytes) ? [describeChange('dossier/marks-removed', []), ...changes] : changes
  return { verdict: validateDossier(value, { language, schema }), changes: all }
}

/**
 * Judges the bytes of one dossier: UTF-8 (a byte order mark is dropped), then JSON, then the schema.
 *
 * @example
 * import { judgeBytes } from 'motcua/dossier'
 * const { verdict } = judgeBytes(new TextEncoder().encode('{"sets": 1'))
 * verdict.ok ? undefined : verdict.issues[0]?.code // 'invalid-json'
 */
export function judgeBytes(
  bytes: Uint8Array,
  options: Omit<NdjsonOptions, 'maxLineBytes'> = {},
): Pick<LineVerdict, 'verdict' | 'changes'> {
  const text = decodeLine(new TextDecoder('utf-8', { fatal: true }), bytes)
  return text === undefined ? judgeFault('invalid-utf8', options) : judgeText(text, bytes, options)
}

/** The verdict on bytes that cannot be read. */
function judgeFault(
  fault: LineFault,
  { language = 'vi' }: NdjsonOptions,
): Pick<LineVerdict, 'verdict' | 'changes'> {
  return { verdict: { ok: false, issues: [describeFault(fault, language)] }, changes: [] }
}

/** Bytes of a line that goes on in the next chunk. */
interface Rest {
  parts: Uint8Array[]
  length: number
  isTooLong: boolean
}

/** Joins what is left over with the end of its line. */
function joinRest(rest: Rest, end: Uint8Array): Uint8Array {
  if (rest.length === 0) return end
  const joined = new Uint8Array(rest.length + end.length)
  let at = 0
  for (const part of [...rest.parts, end]) {
    joined.set(part, at)
    at += part.length
  }
  return joined
}

/** Keeps the start of a line, unless it has become too long to be read. */
function keepRest(rest: Rest, part: Uint8Array, maxLineBytes: number): void {
  rest.isTooLong ||= rest.length + part.length > maxLineBytes
  rest.parts = rest.isTooLong ? [] : [...rest.parts, part.slice()]
  rest.length = rest.isTooLong ? 0 : rest.length + part.length
}

/**
 * Judges a stream of dossiers, one JSON value a line, in memory that does not grow with the stream.
 *
 * A line that cannot be read is one verdict like any other, and the stream goes on. Blank lines are passed over
 * but counted. A byte order mark at the start of a line is dropped.
 *
 * @param chunks - The bytes, cut anywhere.
 *
 * @example
 * import { judgeNdjson } from 'motcua/dossier'
 * async function* bytes() {
 *   yield new TextEncoder().encode('{"sets":1}\n{broken\n')
 * }
 * const codes: string[] = []
 * for await (const { line, verdict } of judgeNdjson(bytes())) {
 *   if (!verdict.ok) codes.push(`${line} ${verdict.issues[0]?.code}`)
 * }
 * codes // ['1 invalid_value', '2 invalid-json']
 */
export async function* judgeNdjson(
  chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  options: NdjsonOptions = {},
): AsyncGenerator<LineVerdict, void, undefined> {
  const { maxLineBytes = DEFAULT_MAX_LINE_BYTES } = options
  const decoder = new TextDecoder('utf-8', { fatal: true })
  const rest: Rest = { parts: [], length: 0, isTooLong: false }
  let line = 1
  let offsetBytes = 0
  let chunkOffset = 0
  for await (const chunk of chunks) {
    let start = 0
    for (let end = chunk.indexOf(LINE_FEED); end >= 0; end = chunk.indexOf(LINE_FEED, start)) {
      const judged = judgeLine(decoder, { rest, end: chunk.subarray(start, end), maxLineBytes }, options)
      if (judged !== undefined) yield { line, offsetBytes, ...judged }
      start = end + 1
      line += 1
      offsetBytes = chunkOffset + start
    }
    keepRest(rest, chunk.subarray(start), maxLineBytes)
    chunkOffset += chunk.length
  }
  const judged = judgeLine(decoder, { rest, end: new Uint8Array(0), maxLineBytes }, options)
  if (judged !== undefined) yield { line, offsetBytes, ...judged }
}

/** Judges one line and forgets what was kept of it; nothing for a blank line. */
function judgeLine(
  decoder: TextDecoder,
  { rest, end, maxLineBytes }: { rest: Rest; end: Uint8Array; maxLineBytes: number },
  options: NdjsonOptions,
): Pick<LineVerdict, 'verdict' | 'changes'> | undefined {
  const isTooLong = rest.isTooLong || rest.length + end.length > maxLineBytes
  const bytes = isTooLong ? undefined : joinRest(rest, end)
  rest.parts = []
  rest.length = 0
  rest.isTooLong = false
  const text = bytes && decodeLine(decoder, bytes)
  if (bytes !== undefined && text !== undefined)
    return text.trim() === '' ? undefined : judgeText(text, bytes, options)
  return judgeFault(isTooLong ? 'line-too-long' : 'invalid-utf8', options)
}

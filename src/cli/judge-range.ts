/**
 * Judging a large file of dossiers in ranges of bytes, so that several threads can share it.
 *
 * A line belongs to the range in which it starts. Verdicts come back in the order of the file, with the line numbers
 * and byte offsets that one thread would give.
 *
 * @module
 */
import type { FileSource } from '../adapters/file-source.ts'
import { dossierOf, findProcedure } from '../catalogue/index.ts'
import { judgeNdjson, type LineVerdict } from '../dossier/index.ts'
import type { Language } from '../errors.ts'

/** A range of a file, and how its dossiers are judged; plain data, to be sent to another thread. */
export interface RangeRequest {
  readonly path: string
  readonly start: number
  readonly end: number
  readonly language: Language
  /** Code of a procedure of the catalogue. */
  readonly procedure: string | undefined
  readonly normalise: boolean
}

/** What is told of a line: the verdict without the dossier, and what was changed. */
export type ToldVerdict = Pick<LineVerdict, 'line' | 'offsetBytes' | 'changes'> & {
  readonly verdict: { readonly ok: true } | Extract<LineVerdict['verdict'], { ok: false }>
}

/** Verdicts on a range; columns, because most lines are valid and a million objects are dear to send. */
export interface RangeReply {
  /** Line feeds in the range: what the next range's line numbers start from. */
  readonly lineFeeds: number
  /** Number of each line that is not blank, counted from 1 at the first line of the range. */
  readonly lines: Float64Array
  /** Where each of them starts in the file. */
  readonly offsets: Float64Array
  /** What is told of those that are not plainly valid, by their place in the columns. */
  readonly remarks: ReadonlyMap<number, Pick<ToldVerdict, 'verdict' | 'changes'>>
}

/** A thread of its own that answers requests in their order. */
export interface Helper {
  readonly ask: (request: RangeRequest) => Promise<RangeReply>
  readonly close: () => void
}

const LINE_FEED = 10

/** Bytes read at once. */
const PIECE_BYTES = 1 << 20

/** Bytes of a range: large enough that asking costs nothing, small enough to wait in memory. */
const RANGE_BYTES = 8 << 20

/** Where the first line feed at or after an offset lies and before an end; the end when there is none. */
function findLineFeed(source: FileSource, offset: number, end: number): number {
  for (let at = offset; at < end; at += PIECE_BYTES) {
    const found = source.read(at, Math.min(PIECE_BYTES, end - at)).indexOf(LINE_FEED)
    if (found >= 0) return at + found
  }
  return end
}

/** The bytes between two offsets, piece by piece, counting line feeds on the way. */
function* readRange(
  source: FileSource,
  range: { readonly start: number; readonly end: number },
  counts: { lineFeeds: number },
) {
  const { start, end } = range
  for (let at = start; at < end; at += PIECE_BYTES) {
    const piece = source.read(at, Math.min(PIECE_BYTES, end - at))
    for (let feed = piece.indexOf(LINE_FEED); feed >= 0; feed = piece.indexOf(LINE_FEED, feed + 1))
      counts.lineFeeds += 1
    yield piece
  }
}

/** Makes the function that judges ranges; what a procedure asks for is put together once. */
export function buildRangeJudge(
  openFile: (path: string) => FileSource,
): (request: RangeRequest) => Promise<RangeReply> {
  const schemas = new Map<string, ReturnType<typeof dossierOf>>()
  const schemaOf = (code: string | undefined) => {
    const procedure = code === undefined ? undefined : findProcedure(code)
    if (code === undefined || procedure === undefined) return undefined
    const schema = schemas.get(code) ?? dossierOf(procedure)
    schemas.set(code, schema)
    return schema
  }
  return async ({ path, start, end, language, procedure, normalise }) => {
    const source = openFile(path)
    try {
      const first = start === 0 ? 0 : findLineFeed(source, start - 1, end - 1) + 1
      const last =
        first >= end ? first : Math.min(findLineFeed(source, end - 1, source.length) + 1, source.length)
      const counts = { lineFeeds: 0 }
      const lines: number[] = []
      const offsets: number[] = []
      const remarks = new Map<number, Pick<ToldVerdict, 'verdict' | 'changes'>>()
      const judging = { language, normalise, schema: schemaOf(procedure) }
      for await (const judged of judgeNdjson(
        readRange(source, { start: first, end: last }, counts),
        judging,
      )) {
        const { verdict, changes } = judged
        if (!verdict.ok || changes.length > 0)
          remarks.set(lines.length, { verdict: verdict.ok ? { ok: true } : verdict, changes })
        lines.push(judged.line)
        offsets.push(first + judged.offsetBytes)
      }
      source.assertUnchanged()
      const { lineFeeds } = counts
      return { lineFeeds, lines: Float64Array.from(lines), offsets: Float64Array.from(offsets), remarks }
    } finally {
      source.close()
    }
  }
}

const plainlyValid = { verdict: { ok: true }, changes: [] } as const

/** The verdicts of one reply, with the line numbers of the file. */
function* readReply(reply: RangeReply, linesBefore: number): Generator<ToldVerdict, void, undefined> {
  for (let index = 0; index < reply.lines.length; index += 1) {
    const line = linesBefore + (reply.lines[index] ?? 0)
    yield { line, offsetBytes: reply.offsets[index] ?? 0, ...(reply.remarks.get(index) ?? plainlyValid) }
  }
}

/**
 * Judges a file by several threads. Each is asked for one range while another waits for it, no more: the verdicts of
 * a slow reader do not pile up. What comes is a list for each range: a million promises would cost more than they give.
 *
 * @param file - Request without a range, and the length of the file.
 */
export async function* judgeRanges(
  file: Omit<RangeRequest, 'start' | 'end'> & { readonly length: number; readonly rangeBytes?: number },
  helpers: readonly Helper[],
): AsyncGenerator<Iterable<ToldVerdict>, void, undefined> {
  const { length, rangeBytes = RANGE_BYTES, ...request } = file
  const pending: Promise<RangeReply>[] = []
  let asked = 0
  const askNext = (): void => {
    const start = asked * rangeBytes
    const helper = helpers[asked % helpers.length]
    if (helper === undefined || start >= length) return
    const reply = helper.ask({ ...request, start, end: Math.min(length, start + rangeBytes) })
    // A failure is met where its turn comes, also when an earlier one ends everything.
    reply.catch(() => undefined)
    pending.push(reply)
    asked += 1
  }
  for (let index = 0; index < helpers.length * 2; index += 1) askNext()
  let linesBefore = 0
  for (let reply = await pending.shift(); reply !== undefined; reply = await pending.shift()) {
    askNext()
    yield readReply(reply, linesBefore)
    linesBefore += reply.lineFeeds
  }
}

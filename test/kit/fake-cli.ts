import { concatBytes } from '../../src/bytes.ts'
import type { CliIo } from '../../src/cli/command.ts'
import { buildRangeJudge } from '../../src/cli/judge-range.ts'
import { type Instant, instant } from '../../src/date.ts'

/** A command line in memory: what was said, what was written, and the world it saw. */
export interface FakeCli {
  readonly io: CliIo
  readonly files: Map<string, Uint8Array>
  /** Everything said so far. */
  readonly said: () => { readonly out: string; readonly err: string }
}

/** What a fake world holds at the start. */
export interface FakeWorld {
  readonly files?: Readonly<Record<string, string | Uint8Array>>
  readonly stdin?: string
  readonly env?: Readonly<Record<string, string>>
  readonly now?: Instant
  readonly isErrTerminal?: boolean
}

/** Builds a command line that touches nothing: files in memory, a standing clock. A missing file is `ENOENT`. */
export function buildFakeCli(world: FakeWorld = {}): FakeCli {
  const encoder = new TextEncoder()
  const toBytes = (content: string | Uint8Array): Uint8Array =>
    typeof content === 'string' ? encoder.encode(content) : content
  const files = new Map(Object.entries(world.files ?? {}).map(([path, content]) => [path, toBytes(content)]))
  const out: string[] = []
  const err: string[] = []
  const io: CliIo = {
    out: (text) => void out.push(text),
    err: (text) => void err.push(text),
    readFile: (path) => {
      const bytes = files.get(path)
      if (bytes !== undefined) return bytes
      throw Object.assign(new Error(`ENOENT: no such file, open '${path}'`), { code: 'ENOENT', path })
    },
    readChunks: async function* (path) {
      const bytes = io.readFile(path)
      const half = bytes.length >> 1
      yield bytes.subarray(0, half)
      yield bytes.subarray(half)
    },
    openFile: (path) => {
      const bytes = io.readFile(path)
      const isClosed = { now: false }
      return {
        length: bytes.length,
        read: (offset, length) => {
          if (isClosed.now) throw new Error('read after close')
          return bytes.subarray(offset, offset + length)
        },
        assertUnchanged: () => {
          if (files.get(path) !== bytes) throw new Error('changed')
        },
        close: () => {
          isClosed.now = true
        },
      }
    },
    drained: async () => undefined,
    measureFile: (path) => io.readFile(path).length,
    parallelism: 2,
    startHelper: () => ({ ask: buildRangeJudge(io.openFile), close: () => undefined }),
    writeFile: (path, bytes) => void files.set(path, bytes),
    writePieces: (path, pieces) => void files.set(path, concatBytes(...pieces)),
    exists: (path) => [...files.keys()].some((name) => name === path || name.startsWith(`${path}/`)),
    realPath: (path) => path.replace(/^\.\//, ''),
    readStdin: async function* () {
      yield encoder.encode(world.stdin ?? '')
    },
    env: world.env ?? {},
    isTerminal: false,
    isErrTerminal: world.isErrTerminal ?? false,
    now: () => world.now ?? instant('2026-08-28T15:20:00+07:00'),
  }
  return { io, files, said: () => ({ out: out.join(''), err: err.join('') }) }
}

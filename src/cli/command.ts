/**
 * What every word on the command line is made of.
 *
 * @module
 */
import type { FileSource } from '../adapters/file-source.ts'
import type { Instant } from '../date.ts'
import type { LocalizedText } from '../errors.ts'
import type { Helper } from './judge-range.ts'

/** The world as a command sees it; the program hands in the real one, tests a small one. */
export interface CliIo {
  readonly out: (text: string) => void
  /** Waits until what was handed to `out` has been taken, so that a slow reader does not fill the memory. */
  readonly drained: () => Promise<void>
  readonly err: (text: string) => void
  readonly readFile: (path: string) => Uint8Array
  /** The bytes of a file piece by piece, for files that may not fit in memory. */
  readonly readChunks: (path: string) => AsyncIterable<Uint8Array>
  /** Opens a file to be read where it is needed, for documents that may not fit in memory; the caller closes it. */
  readonly openFile: (path: string) => FileSource
  /** Length of a file in bytes; nothing for pipes and devices. */
  readonly measureFile: (path: string) => number | undefined
  /** How many threads the machine runs at once. */
  readonly parallelism: number
  /** Starts a thread that judges ranges of files; the caller closes it. */
  readonly startHelper: () => Helper
  readonly writeFile: (path: string, bytes: Uint8Array) => void
  /** Writes a file from pieces, whole or not at all; they may come from the very file that is replaced. */
  readonly writePieces: (path: string, pieces: Iterable<Uint8Array>) => void
  readonly exists: (path: string) => boolean
  /** The one path by which a file is known, links followed; the path itself where there is no such file. */
  readonly realPath: (path: string) => string
  readonly readStdin: () => AsyncIterable<Uint8Array>
  readonly env: Readonly<Record<string, string | undefined>>
  readonly isTerminal: boolean
  /** Whether the error stream is a terminal, where progress may be shown. */
  readonly isErrTerminal: boolean
  readonly now: () => Instant
}

/** One word on the command line; `run` gives the exit code: 0 fine, 1 subject wrong, 2 call wrong, 3 world failed. */
export interface Command {
  readonly name: string
  readonly summary: LocalizedText
  readonly run: (args: readonly string[], io: CliIo) => Promise<number>
}

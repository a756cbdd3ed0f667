/**
 * Files as byte sources, and files written whole or not at all: a document of a gigabyte is signed in a few megabytes of
 * memory.
 *
 * @module
 */
import {
  closeSync,
  fstatSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readSync,
  realpathSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs'
import { basename, dirname, join } from 'node:path'
import process from 'node:process'
import { assertInRange, type ByteSource } from '../bytes.ts'
import { MotcuaError } from '../errors.ts'
import { messages } from './messages.ts'

/** A file that is read piece by piece. */
export interface FileSource extends ByteSource {
  /** Refuses to go on when somebody has written to the file since it was opened. */
  assertUnchanged(): void
  /** Gives the handle back; nothing can be read afterwards. */
  close(): void
}

/** Readers of PDF syntax ask for a few bytes at a time; blocks keep that from becoming as many calls to the system. */
const BLOCK_BYTES = 64 * 1024

/** Blocks kept, the oldest leaving first: four megabytes. */
const KEPT_BLOCKS = 64

/** Bytes copied at once. */
const PIECE_BYTES = 1024 * 1024

/**
 * Reads exactly so many bytes; a file that has become shorter gives none of them.
 *
 * @throws MotcuaError `adapters/file-changed`
 */
function readExactly(handle: number, offset: number, length: number): Uint8Array {
  const bytes = new Uint8Array(length)
  for (let done = 0; done < length; ) {
    const count = readSync(handle, bytes, done, length - done, offset + done)
    if (count === 0) throw new MotcuaError(messages, 'adapters/file-changed', {})
    done += count
  }
  return bytes
}

/**
 * Opens a file as a `ByteSource`. The caller closes it.
 *
 * The length is that of the moment of opening. What is read may be a view of a kept block: it must not be written to.
 *
 * @throws MotcuaError `adapters/file-changed` when the file is written to while it is open.
 *
 * @example
 * import { mkdtempSync, rmSync } from 'node:fs'
 * import { tmpdir } from 'node:os'
 * import { join } from 'node:path'
 * import { openFileSource, writeFileWhole } from 'motcua/adapters/file-source'
 * const folder = mkdtempSync(join(tmpdir(), 'motcua-'))
 * writeFileWhole(join(folder, 'a.bin'), [Uint8Array.of(1, 2), Uint8Array.of(3)])
 * const source = openFileSource(join(folder, 'a.bin'))
 * source.read(1, 2) // Uint8Array [2, 3]
 * source.close()
 * rmSync(folder, { recursive: true })
 */
export function openFileSource(path: string): FileSource {
  const handle = openSync(path, 'r')
  const { size: length, mtimeMs } = fstatSync(handle)
  const blocks = new Map<number, Uint8Array>()
  const readBlock = (index: number): Uint8Array => {
    const start = index * BLOCK_BYTES
    const block = blocks.get(index) ?? readExactly(handle, start, Math.min(BLOCK_BYTES, length - start))
    blocks.delete(index)
    blocks.set(index, block)
    const [oldest] = blocks.keys()
    if (blocks.size > KEPT_BLOCKS && oldest !== undefined) blocks.delete(oldest)
    return block
  }
  return {
    length,
    read(offset, count) {
      assertInRange(offset, count, length)
      const index = Math.floor(offset / BLOCK_BYTES)
      const start = offset - index * BLOCK_BYTES
      if (count === 0 || start + count > BLOCK_BYTES) return readExactly(handle, offset, count)
      return readBlock(index).subarray(start, start + count)
    },
    assertUnchanged() {
      const now = fstatSync(handle)
      if (now.size !== length || now.mtimeMs !== mtimeMs)
        throw new MotcuaError(messages, 'adapters/file-changed', {})
    },
    close: () => closeSync(handle),
  }
}

/** Gives the first `length` bytes of a source piece by piece, all of them when no length is named. */
export function* readPieces(source: ByteSource, length: number = source.length): Generator<Uint8Array> {
  for (let offset = 0; offset < length; offset += PIECE_BYTES) {
    yield source.read(offset, Math.min(PIECE_BYTES, length - offset))
  }
}

/** The file that a path leads to; a link stays a link to it. */
function followLink(path: string): string {
  try {
    return realpathSync(path)
  } catch {
    // Nothing is there yet.
    return path
  }
}

/** Writes all of some bytes at the end of an open file. */
function writeFully(handle: number, bytes: Uint8Array): void {
  for (let done = 0; done < bytes.length; ) done += writeSync(handle, bytes, done, bytes.length - done)
}

/**
 * Writes a file from pieces, whole or not at all: under another name in the same folder first, then renamed.
 *
 * The pieces may be read from the very file that is replaced. What fails on the way leaves the old file as it was.
 */
export function writeFileWhole(path: string, pieces: Iterable<Uint8Array>): void {
  const target = followLink(path)
  mkdirSync(dirname(target), { recursive: true })
  const unfinished = join(dirname(target), `.${basename(target)}.${process.pid}.unfinished`)
  const handle = openSync(unfinished, 'wx')
  try {
    try {
      for (const piece of pieces) writeFully(handle, piece)
      fsyncSync(handle)
    } finally {
      closeSync(handle)
    }
    renameSync(unfinished, target)
  } catch (error) {
    rmSync(unfinished, { force: true })
    throw error
  }
}

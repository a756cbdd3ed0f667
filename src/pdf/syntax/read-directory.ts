/**
 * The directory at the start of an object stream (ISO 32000-1, 7.5.7).
 *
 * @module
 */
import { createCursor, readInteger } from './lexer.ts'

/** Number of an object and its offset in the decoded stream. */
export interface DirectoryEntry {
  readonly number: number
  readonly offset: number
}

/** Reads the pairs of number and offset at the start of an object stream. */
export function readDirectory(bytes: Uint8Array, count: number, first: number): DirectoryEntry[] {
  const cursor = createCursor(bytes)
  const directory: DirectoryEntry[] = []
  while (directory.length < count) {
    const number = readInteger(cursor)
    const offset = readInteger(cursor)
    if (number === undefined || offset === undefined) break
    directory.push({ number, offset: first + offset })
  }
  return directory
}

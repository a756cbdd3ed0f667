/**
 * Bytes put behind a document: read from its file where they are needed, written whole or not at all.
 *
 * @module
 */
import { readPieces } from '../adapters/file-source.ts'
import type { ByteSource } from '../bytes.ts'
import type { CliIo } from './command.ts'

/** From which file to which; they may be the same. */
export interface FilePaths {
  readonly from: string
  readonly to: string
}

/**
 * Makes a tail from a document and writes the document with the tail behind it.
 *
 * The document is never in memory as a whole. A file that somebody wrote to in the meantime (a timestamp can take two
 * minutes) is not written out.
 *
 * @param make - Gives the tail, and whatever else is to be told.
 */
export async function extendFile<Made extends { readonly tail: Uint8Array }>(
  io: CliIo,
  { from, to }: FilePaths,
  make: (source: ByteSource) => Promise<Made>,
): Promise<Made> {
  const source = io.openFile(from)
  try {
    const made = await make(source)
    const pieces = function* () {
      yield* readPieces(source)
      source.assertUnchanged()
      yield made.tail
    }
    io.writePieces(to, pieces())
    return made
  } finally {
    source.close()
  }
}

/**
 * Revisions behind a signature: validation data, and timestamps over everything so far.
 *
 * @module
 */
import { type ByteSource, concatBytes } from '../bytes.ts'
import { isMotcuaError } from '../errors.ts'
import { appendRevision, beginRevision, joinSources, type Pdf } from '../pdf/index.ts'
import {
  addSignatureDictionary,
  addSignatureField,
  declareExtension,
  embedContents,
  extendSecurityStore,
  prepareSignedRevision,
  type SecurityStoreAddition,
} from '../signature/index.ts'
import { openForSigning } from './prepare-signature.ts'
import {
  type CheckedTimestamp,
  digestOf,
  requestTimestamp,
  type TimestampSource,
  TOKEN_BYTES,
} from './request-timestamp.ts'
import type { RunningDigest } from './running-digest.ts'

/** A document that grows by revisions, none of which copies it. */
export interface GrowingDocument {
  readonly base: ByteSource
  readonly digest: RunningDigest
  readonly tails: Uint8Array[]
  readonly password: string | undefined
}

/** Room for a token beyond what it took, so that a second answer a little longer still fits. */
export const SPARE_BYTES = 512

/** Opens the document as it now is. */
export function openGrown({ base, tails, password }: GrowingDocument): Pdf {
  return openForSigning(tails.length === 0 ? base : joinSources([base, ...tails]), password)
}

/** Takes a finished revision into the document. */
export function grow(document: GrowingDocument, tail: Uint8Array): void {
  document.digest.append(tail)
  document.tails.push(tail)
}

/** All revisions that were added, as the bytes to be put behind the document as it was. */
export function joinTails({ tails }: GrowingDocument): Uint8Array {
  const [only] = tails
  return tails.length === 1 && only !== undefined ? only : concatBytes(...tails)
}

/** Adds a revision with validation data (EN 319 142-1, 5.4.2); what the store holds already stays and is not repeated. */
export function addStoreRevision(document: GrowingDocument, addition: SecurityStoreAddition): void {
  const draft = beginRevision(openGrown(document))
  extendSecurityStore(draft, addition)
  declareExtension(draft, { prefix: 'ESIC', level: 5 })
  grow(document, appendRevision(draft).bytes)
}

/** Adds a document timestamp, with room for a token of some size. */
async function stampOnce(
  document: GrowingDocument,
  source: TimestampSource,
  reservedBytes: number,
): Promise<{ tail: Uint8Array; timestamp: CheckedTimestamp }> {
  const draft = beginRevision(openGrown(document))
  const value = addSignatureDictionary(draft, {
    kind: 'timestamp',
    subFilter: 'ETSI.RFC3161',
    reservedBytes,
  })
  addSignatureField(draft, { name: undefined, value })
  declareExtension(draft, { prefix: 'ESIC', level: 5 })
  const revision = prepareSignedRevision(draft)
  const imprint = document.digest.ofRevision(revision, digestOf(source))
  const timestamp = await requestTimestamp(source, imprint)
  return { tail: embedContents(revision, timestamp.token), timestamp }
}

/**
 * Adds a revision with a timestamp over the whole document (EN 319 142-1, 5.4.3).
 *
 * A token that is larger than the room for it is asked for once more, with room enough.
 */
export async function addTimestampRevision(
  document: GrowingDocument,
  source: TimestampSource,
): Promise<CheckedTimestamp> {
  const reservedBytes = source.reservedBytes ?? TOKEN_BYTES
  const stamped = await stampOnce(document, source, reservedBytes).catch((error: unknown) => {
    if (!isMotcuaError(error, 'signature/placeholder-too-small')) throw error
    return stampOnce(document, source, error.data.neededBytes + SPARE_BYTES)
  })
  grow(document, stamped.tail)
  return stamped.timestamp
}

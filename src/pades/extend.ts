/**
 * Raising signatures that exist, ours or foreign, to a higher level; renewing archives; document timestamps.
 *
 * Nothing that was signed changes: a timestamp for B-T is a document timestamp, because an attribute added to the CMS
 * would rewrite bytes that later signatures may cover.
 *
 * @module
 */
import { type ByteSource, toByteSource } from '../bytes.ts'
import { isMotcuaError, MotcuaError } from '../errors.ts'
import type { Pdf } from '../pdf/index.ts'
import {
  type Certificate,
  findSignerCertificate,
  readCertificates,
  readSignedData,
  readTimestampToken,
  type SignerInfo,
} from '../pki/index.ts'
import {
  buildVriKey,
  type FoundSignature,
  listSignatures,
  readSecurityStore,
  type SecurityStoreAddition,
} from '../signature/index.ts'
import {
  addStoreRevision,
  addTimestampRevision,
  type GrowingDocument,
  joinTails,
  openGrown,
} from './add-revision.ts'
import { assertCovered, type GatheredMaterial, gatherMaterial, type RevocationSource } from './gather.ts'
import { type LevelSources, type PadesLevel, reaches, requireSources } from './level.ts'
import { messages } from './messages.ts'
import { openForSigning } from './prepare-signature.ts'
import { digestOf, type TimestampSource } from './request-timestamp.ts'
import { startDigest } from './running-digest.ts'

/** How signatures are extended. */
export interface ExtendInput extends LevelSources {
  /** The level that every signature of the document shall reach. */
  readonly level: Exclude<PadesLevel, 'B-B'>
  /** Opens an encrypted document; the empty password is tried first. */
  readonly password?: string
}

/** The bytes that extend the signatures of a document. */
export interface ExtendedRevision {
  /** To be put behind the document as it was; empty when there was nothing to do. */
  readonly tail: Uint8Array
  readonly level: PadesLevel
}

/** A signature or document timestamp with everybody whose certificates it needs. */
interface Member {
  readonly signature: FoundSignature
  readonly ends: readonly Certificate[]
  readonly known: readonly Uint8Array[]
  readonly hasTimestamp: boolean
}

/** The signer's certificate of a CMS and the certificates that came along. */
function readSigner(signer: SignerInfo | undefined, known: readonly Uint8Array[]): Certificate | undefined {
  return signer === undefined ? undefined : findSignerCertificate(signer, readCertificates(known))
}

/** Reads one signature: its signer and the authorities of the timestamps in it. */
function readMember(signature: FoundSignature, stored: readonly Uint8Array[]): Member | undefined {
  const { contents, kind } = signature
  if (contents === undefined) return undefined
  const cms = kind === 'timestamp' ? readTimestampToken(contents).signedData : readSignedData(contents)
  const [signerInfo] = cms.signers
  const tokens = (signerInfo?.attributes.signatureTimestamps ?? []).map(readTimestampToken)
  const known = [...cms.certificates, ...tokens.flatMap((token) => token.signedData.certificates), ...stored]
  const all = [readSigner(signerInfo, known), ...tokens.map((token) => readSigner(token.signer, known))]
  const ends = all.filter((certificate) => certificate !== undefined)
  return ends.length < all.length ? undefined : { signature, ends, known, hasTimestamp: tokens.length > 0 }
}

/**
 * Reads all signatures and timestamps of a document.
 *
 * @throws MotcuaError `pades/no-signature` when there is none to extend.
 * @throws MotcuaError `pades/unreadable-signature` with its index, in the order in which they were made.
 */
function readMembers(pdf: Pdf): readonly Member[] {
  const stored = readSecurityStore(pdf)?.certificates.map(({ bytes }) => bytes) ?? []
  const found = listSignatures(pdf).filter(({ isInNewest }) => isInNewest)
  if (!found.some(({ kind }) => kind === 'signature'))
    throw new MotcuaError(messages, 'pades/no-signature', {})
  return found.map((signature, index) => {
    try {
      const member = readMember(signature, stored)
      if (member !== undefined) return member
    } catch (error) {
      if (!isMotcuaError(error, 'pki/malformed')) throw error
    }
    throw new MotcuaError(messages, 'pades/unreadable-signature', { index })
  })
}

/** Tells whether every signature has a timestamp over it: in its CMS, or of a later revision. */
function areTimestamped(members: readonly Member[]): boolean {
  return members.every(({ signature, hasTimestamp }) => {
    const isStampedLater = members.some(
      ({ signature: other }) => other.kind === 'timestamp' && other.revisionIndex > signature.revisionIndex,
    )
    return signature.kind === 'timestamp' || hasTimestamp || isStampedLater
  })
}

/** Gathers for every signature, one after the other, so that each gets its own entry. */
async function gatherAll(
  members: readonly Member[],
  source: RevocationSource,
): Promise<SecurityStoreAddition> {
  const vri: (GatheredMaterial & { readonly key: string })[] = []
  for (const { signature, ends, known } of members) {
    const material = await gatherMaterial(ends, source, { known })
    assertCovered(material)
    vri.push({ ...material, key: buildVriKey(signature.contents ?? new Uint8Array(0)) })
  }
  return { certificates: [], ocsps: [], crls: [], vri }
}

/**
 * Raises every signature of a document to a level, by revisions behind the last one.
 *
 * A signature that has no timestamp gets a document timestamp first. B-LT adds chains and revocation data for all
 * signatures and all timestamps; B-LTA adds a timestamp over everything behind them. Asked again later, B-LTA renews the
 * archive: data for the last timestamp, then a new one, before the old one's certificate or algorithm gives out.
 *
 * @example
 * import { fromEpochMs } from 'motcua'
 * import { createTestAuthority } from 'motcua/adapters/test-authority'
 * import { extendSignatures, sign } from 'motcua/pades'
 * const authority = await createTestAuthority()
 * const { signer } = await authority.issue({ commonName: 'Người ký thử' })
 * const document = new TextEncoder().encode(
 *   '%PDF-1.7\n1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj 2 0 obj <</Type/Pages/Count 1/Kids[3 0 R]>> endobj\n' +
 *     '3 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>> endobj trailer <</Root 1 0 R>>\n',
 * )
 * const { tail } = await sign(document, { signer, claimedAt: fromEpochMs(Date.now()) })
 * const signed = new Uint8Array([...document, ...tail])
 * const randomBytes = (length: number) => crypto.getRandomValues(new Uint8Array(length))
 * const timestamp = { fetchTimestamp: authority.fetchTimestamp, randomBytes }
 * const extended = await extendSignatures(signed, { level: 'B-LTA', timestamp, revocation: authority })
 * extended.level // 'B-LTA'
 */
export async function extendSignatures(
  source: Uint8Array | ByteSource,
  input: ExtendInput,
): Promise<ExtendedRevision> {
  const { level, timestamp, revocation, password } = input
  requireSources(level, input)
  const base = toByteSource(source)
  const algorithms = timestamp === undefined ? [] : [digestOf(timestamp)]
  const document: GrowingDocument = { base, digest: startDigest(base, algorithms), tails: [], password }
  const members = readMembers(openForSigning(base, password))
  if (timestamp !== undefined && !areTimestamped(members)) await addTimestampRevision(document, timestamp)
  if (reaches(level, 'B-LT') && revocation !== undefined) {
    // Read again: the timestamp just added needs its data as well.
    const all = document.tails.length === 0 ? members : readMembers(openGrown(document))
    addStoreRevision(document, await gatherAll(all, revocation))
  }
  if (reaches(level, 'B-LTA') && timestamp !== undefined) await addTimestampRevision(document, timestamp)
  return { tail: joinTails(document), level }
}

/**
 * Adds a timestamp over a whole document, signed or not: proof that it existed (EN 319 142-1, 5.4.3).
 *
 * @returns The tail alone, to be put behind the document as it was.
 */
export async function addDocumentTimestamp(
  source: Uint8Array | ByteSource,
  timestamp: TimestampSource,
  options: { readonly password?: string } = {},
): Promise<Uint8Array> {
  const base = toByteSource(source)
  const { password } = options
  const document = { base, digest: startDigest(base, [digestOf(timestamp)]), tails: [], password }
  await addTimestampRevision(document, timestamp)
  return joinTails(document)
}

/**
 * Gathers what a document says about its signatures, before anything is judged.
 *
 * @module
 */
import { type ByteSource, concatBytes } from '../../bytes.ts'
import { isMotcuaError, tryReading } from '../../errors.ts'
import type { HashAlgorithm } from '../../hash.ts'
import { listRevisions, openRevision, type Pdf } from '../../pdf/index.ts'
import {
  type Certificate,
  readSignedData,
  readTimestampToken,
  type SignedData,
  type SignerInfo,
  type TimestampToken,
} from '../../pki/index.ts'
import {
  type DocMdpLevel,
  type FieldLock,
  type FoundSignature,
  listSignatures,
  readCertification,
  readFieldMdp,
  readSecurityStore,
  readSeedValue,
  type SecurityStore,
  type SeedValue,
} from '../../signature/index.ts'
import { measureCoverage } from '../difference/coverage.ts'
import { findDocMdp } from '../difference/permission.ts'
import type { Coverage } from '../verdict.ts'
import { digestRanges, type RangeDigest } from './digest-ranges.ts'
import { keyOf } from './evidence-key.ts'
import type { Memory } from './memory.ts'

/** One signature or document timestamp with all that was read of it. */
export interface SignatureFacts {
  readonly found: FoundSignature
  readonly coverage: Coverage
  /** `undefined` when /Contents is no CMS that can be read. */
  readonly signedData: SignedData | undefined
  /** The first signer; there should be one. */
  readonly signer: SignerInfo | undefined
  /** Of a document timestamp. */
  readonly token: TimestampToken | undefined
  /** Certificates inside the CMS. */
  readonly certificates: readonly Certificate[]
  /** Digests of the byte range, by each algorithm that the signature speaks of and that is known here. */
  readonly digests: ReadonlyMap<HashAlgorithm, Uint8Array>
  /** The bytes of the range themselves; for signatures without attributes, which are over them (RFC 5652, 5.4). */
  readonly readContent?: () => Uint8Array | undefined
  /** DocMDP of this signature, from its reference or the lock of its field. */
  readonly docMdp: DocMdpLevel | undefined
  readonly locks: readonly FieldLock[]
  readonly seedValue: SeedValue | undefined
  /** It is the one that catalog /Perms /DocMDP names. */
  readonly isCertification: boolean
}

/** What a document says about its signatures. */
export interface DocumentFacts {
  readonly pdf: Pdf
  /** In the order in which they were made. */
  readonly signatures: readonly SignatureFacts[]
  /** Signatures that are not among them because there are too many; the later ones. */
  readonly omittedSignatures: number
  /** The store of the newest revision. */
  readonly securityStore: SecurityStore | undefined
  /** The store as it was in a revision; read when asked. */
  readonly readStoreAt: (revisionIndex: number) => SecurityStore | undefined
}

/** Digest algorithms that a signature speaks of, of its byte range. */
function algorithmsOf({ signer, token }: Pick<SignatureFacts, 'signer' | 'token'>): HashAlgorithm[] {
  if (token !== undefined)
    return token.info.imprint.digestAlgorithm === undefined ? [] : [token.info.imprint.digestAlgorithm]
  const own = signer?.digestAlgorithm.digest
  const stamped = (signer?.attributes.contentTimestamps ?? []).flatMap(
    (der) => tryReading('pki/malformed', () => readTimestampToken(der))?.info.imprint.digestAlgorithm ?? [],
  )
  return [...new Set([...(own === undefined ? [] : [own]), ...stamped])]
}

/**
 * The ranges that can be hashed: a last one that reaches beyond the end of the file is taken as far as the file goes,
 * so that a file cut short is told from one that was changed; any other fault leaves nothing.
 */
function findRanges(
  byteRange: readonly number[] | undefined,
  source: ByteSource,
): readonly number[] | undefined {
  if (byteRange === undefined || byteRange.length === 0 || byteRange.length % 2 !== 0) return undefined
  const last = byteRange.length - 1
  const start = byteRange[last - 1] ?? 0
  const ranges = [...byteRange.slice(0, last), Math.min(byteRange[last] ?? 0, source.length - start)]
  const isWithin = ranges.every(
    (value, index) => value >= 0 && (index % 2 === 0 || (ranges[index - 1] ?? 0) + value <= source.length),
  )
  return isWithin ? ranges : undefined
}

/** What a signature carries, read. */
type Container = Pick<SignatureFacts, 'found' | 'signedData' | 'signer' | 'token'>

/** Reads the CMS of a signature. */
function openContainer(found: FoundSignature): Container {
  const contents = found.contents
  const signedData = contents && tryReading('pki/malformed', () => readSignedData(contents))
  const token =
    found.kind === 'timestamp' && contents !== undefined
      ? tryReading('pki/malformed', () => readTimestampToken(contents))
      : undefined
  return { found, signedData, signer: signedData?.signers[0], token }
}

/** Everything that is known of a signature. */
function readFacts(
  pdf: Pdf,
  { found, signedData, signer, token }: Container,
  known: { readonly memory: Memory; readonly digests: Digests; readonly certifiedRef: number | undefined },
): SignatureFacts {
  const { memory, digests, certifiedRef } = known
  return {
    found,
    coverage: measureCoverage(pdf, found),
    signedData,
    signer,
    digests,
    readContent: () => readRanges(pdf.source, found.byteRange),
    token,
    certificates: memory.readCertificates(signedData?.certificates ?? []),
    docMdp: findDocMdp(pdf, found),
    locks: readFieldMdp(pdf, found),
    seedValue: readSeedValue(pdf, found.field),
    isCertification: certifiedRef !== undefined && certifiedRef === found.ref?.number,
  }
}

/** Joins the bytes of the range, as signed. */
function readRanges(source: ByteSource, byteRange: readonly number[] | undefined): Uint8Array | undefined {
  const ranges = findRanges(byteRange, source)
  if (ranges === undefined) return undefined
  const parts: Uint8Array[] = []
  for (let index = 0; index + 1 < ranges.length; index += 2) {
    parts.push(source.read(ranges[index] ?? 0, ranges[index + 1] ?? 0))
  }
  return concatBytes(...parts)
}

/** Digests of one byte range by algorithm. */
type Digests = SignatureFacts['digests']

/** Digests the ranges of all signatures in one pass; one map for each, in their order. */
function digestAll(source: ByteSource, containers: readonly Container[]): Digests[] {
  const maps = containers.map(() => new Map<HashAlgorithm, Uint8Array>())
  const jobs: (RangeDigest & { readonly owner: number })[] = []
  for (const [owner, each] of containers.entries()) {
    const byteRange = findRanges(each.found.byteRange, source)
    if (byteRange === undefined) continue
    for (const algorithm of algorithmsOf(each)) jobs.push({ algorithm, byteRange, owner })
  }
  for (const [index, digest] of digestRanges(source, jobs).entries()) {
    const job = jobs[index]
    if (job !== undefined) maps[job.owner]?.set(job.algorithm, digest)
  }
  return maps
}

/** Reads a store; a broken one is as good as none. */
function readStore(pdf: Pdf): SecurityStore | undefined {
  try {
    return readSecurityStore(pdf)
  } catch (error) {
    if (isMotcuaError(error)) return undefined
    throw error
  }
}

/**
 * Leaves out dictionaries that a later revision wrote anew with the same range and contents: it is the same signature,
 * and the newest dictionary is the one that readers see and that has to answer for where it stands.
 */
function dropSuperseded(found: readonly FoundSignature[]): readonly FoundSignature[] {
  if (new Set(found.map(({ field }) => field.name)).size === found.length) return found
  const name = ({ field, byteRange, contents }: FoundSignature) =>
    `${field.name}\u0000${byteRange?.join(' ')}\u0000${contents === undefined ? '' : keyOf(contents)}`
  const newest = new Map(found.map((signature) => [name(signature), signature]))
  return found.filter((signature) => newest.get(name(signature)) === signature)
}

/** More signatures than this are not judged: nobody made them to be looked at. */
const MOST_SIGNATURES = 5000

/** So many bytes are digested for one document, a few seconds' work; forty signatures over 200 MB need as many. */
const MOST_DIGESTED_BYTES = 8 * 1024 ** 3

/** So many revisions are compared with signed ones: 125 signatures one after another need as many. */
const MOST_COMPARISONS = 8000

/** Keeps the first signatures as far as judging them takes a bounded time. */
function keepBounded(pdf: Pdf, found: readonly FoundSignature[]): readonly FoundSignature[] {
  const revisions = listRevisions(pdf).length
  let digestedBytes = 0
  let comparisons = 0
  const end = found.findIndex(({ byteRange, coversRevision }, index) => {
    const [, first = 0, , second = 0] = byteRange ?? []
    digestedBytes += Math.min(pdf.source.length, Math.max(0, first) + Math.max(0, second))
    if (index > 0 && coversRevision !== undefined) comparisons += revisions - coversRevision - 1
    return index >= MOST_SIGNATURES || digestedBytes > MOST_DIGESTED_BYTES || comparisons > MOST_COMPARISONS
  })
  return end < 0 ? found : found.slice(0, end)
}

/** Gathers the facts of an open document. */
export function collectFacts(pdf: Pdf, memory: Memory): DocumentFacts {
  const all = dropSuperseded(listSignatures(pdf))
  const found = keepBounded(pdf, all)
  const certifiedRef = readCertification(pdf)?.signature.ref?.number
  const stores = new Map<number, SecurityStore | undefined>()
  const containers = found.map(openContainer)
  const digests = digestAll(pdf.source, containers)
  return {
    pdf,
    signatures: containers.map((each, index) =>
      readFacts(pdf, each, { memory, certifiedRef, digests: digests[index] ?? new Map() }),
    ),
    omittedSignatures: all.length - found.length,
    securityStore: readStore(pdf),
    readStoreAt(revisionIndex) {
      if (stores.has(revisionIndex)) return stores.get(revisionIndex)
      const revision = listRevisions(pdf)[revisionIndex]
      const store = revision === undefined ? undefined : readStore(openRevision(pdf, revision))
      stores.set(revisionIndex, store)
      return store
    },
  }
}

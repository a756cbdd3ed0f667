/**
 * Gathers what a detached CMS says about a content that lies beside it.
 *
 * @module
 */
import { type ByteSource, readBase64 } from '../../bytes.ts'
import { isMotcuaError } from '../../errors.ts'
import type { HashAlgorithm } from '../../hash.ts'
import {
  type CadesArchive,
  readCadesArchive,
  readPem,
  readSignedData,
  type SignedData,
  type SignerInfo,
} from '../../pki/index.ts'
import type { SignerFacts } from '../judge/document-inquiry.ts'
import { digestRanges } from './digest-ranges.ts'
import { tryReadingTimestamp } from './evidence.ts'
import type { Memory } from './memory.ts'

/** One signer of a detached CMS. */
export interface DetachedFacts extends SignerFacts {
  readonly signedData: SignedData
  readonly signer: SignerInfo
  readonly archive: CadesArchive
}

/** Contents beyond this are not read into memory for the few signatures that have no signed attributes. */
const MOST_CONTENT_BYTES = 256 * 1024 * 1024

/** Labels of PEM under which a CMS is written (RFC 7468, 9; the older PKCS7 and OpenSSL's). */
const LABELS: readonly string[] = ['CMS', 'PKCS7', 'PKCS #7 SIGNED DATA']

/** Takes the CMS out of PEM or plain Base64, in which documents are mailed and exchanged; DER stays as it is. */
export function unwrapCms(bytes: Uint8Array): Uint8Array {
  if (bytes[0] === 0x30) return bytes
  const text = new TextDecoder('latin1').decode(bytes)
  if (text.includes('-----BEGIN ')) {
    const block = readPem(text).find(({ label }) => LABELS.includes(label))
    return block?.bytes ?? bytes
  }
  const packed = text.replace(/\s/g, '')
  return /^[A-Za-z0-9+/]+={0,2}$/.test(packed) && packed.length % 4 === 0 ? readBase64(packed) : bytes
}

/** Reads a CMS, or nothing when it cannot be read. */
export function readCms(bytes: Uint8Array): SignedData | undefined {
  try {
    return readSignedData(unwrapCms(bytes))
  } catch (error) {
    if (isMotcuaError(error)) return undefined
    throw error
  }
}

/** Digest algorithms that a signer and the timestamps over its content speak of. */
function algorithmsOf(signer: SignerInfo, { timestamps }: CadesArchive): HashAlgorithm[] {
  const before = signer.attributes.contentTimestamps.flatMap((der) => tryReadingTimestamp(der) ?? [])
  const tokens = [...before, ...timestamps.map(({ token }) => token)]
  const stamped = tokens.flatMap(({ info }) => info.imprint.digestAlgorithm ?? [])
  return [...(signer.digestAlgorithm.digest === undefined ? [] : [signer.digestAlgorithm.digest]), ...stamped]
}

/**
 * Gathers the facts of every signer of a CMS over a content.
 *
 * Whatever content the CMS carries itself is not looked at: the question is what was signed of the file beside it.
 */
export function collectDetached(
  signedData: SignedData,
  content: ByteSource,
  memory: Memory,
): readonly DetachedFacts[] {
  const { signers } = signedData
  const archived = signers.map((signer) => ({ signer, archive: readCadesArchive(signedData, signer) }))
  const algorithms = [...new Set(archived.flatMap(({ signer, archive }) => algorithmsOf(signer, archive)))]
  const byteRange = [0, content.length]
  const digests = digestRanges(
    content,
    algorithms.map((algorithm) => ({ algorithm, byteRange })),
  )
  const byName = new Map(
    algorithms.map((algorithm, index) => [algorithm, digests[index] ?? new Uint8Array(0)]),
  )
  const isBare = signers.some((signer) => signer.signedAttributes === undefined)
  const whole = isBare && content.length <= MOST_CONTENT_BYTES ? content.read(0, content.length) : undefined
  return archived.map(({ signer, archive }, index) => ({
    archive,
    signedData: { ...signedData, content: whole },
    signer,
    certificates: memory.readCertificates(signedData.certificates),
    digests: byName,
    found: { field: { name: `signer[${index}]` }, revisionIndex: 0 },
  }))
}

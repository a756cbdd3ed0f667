/**
 * What a verifier remembers from document to document: parsed certificates, imported keys, checked links.
 *
 * Only facts that follow from bytes are kept, never verdicts; so a verifier may live as long as a server.
 *
 * @module
 */
import { equalBytes } from '../../bytes.ts'
import { tryReading } from '../../errors.ts'
import {
  type Certificate,
  type Crl,
  createSignatureVerifier,
  type OcspResponse,
  readCertificate,
  readCrl,
  readOcspResponse,
  type SignatureOutcome,
  type VerifySignature,
} from '../../pki/index.ts'
import { type EvidenceKey, keyOf } from './evidence-key.ts'
import { type ChainMemory, rememberChains } from './remember-chains.ts'

/** Facts kept between documents. */
export interface Memory extends ChainMemory {
  /** Checks a signature; that of a certificate, a CRL or an OCSP answer seen before is not computed again. */
  readonly verify: VerifySignature
  /** Checks a signature that will not be met again, such as that of a document: only its key is remembered. */
  readonly verifyOnce: VerifySignature
  /** Reads certificates, those seen before from memory; broken ones are left out. */
  readonly readCertificates: (encodings: readonly Uint8Array[]) => readonly Certificate[]
  /** Reads revocation data, those seen before from memory; broken ones give nothing. */
  readonly readCrl: (der: Uint8Array) => { readonly key: EvidenceKey; readonly crl: Crl } | undefined
  readonly readOcsp: (
    der: Uint8Array,
  ) => { readonly key: EvidenceKey; readonly response: OcspResponse } | undefined
}

/** Certificates remembered; the oldest goes first. */
const REMEMBERED = 5000

/** Revocation data remembered of each kind; lists may be large. */
const REMEMBERED_DATA = 200

/** Longer encodings, such as the lists of large authorities, are not kept between documents. */
const REMEMBERED_BYTES = 1024 * 1024

/** Encodings up to this length are compared each time they come. */
const COMPARED_BYTES = 4096

/** Bytes with what was read from them; nothing where they are broken. */
interface Reading<T> {
  readonly der: Uint8Array
  readonly value: T | undefined
}

/** What an encoding is looked up by before it is compared whole: its length and its last octets, part of a signature. */
function shortKeyOf(der: Uint8Array): number {
  let end = 0
  for (const octet of der.subarray(-4)) end = end * 256 + octet
  return der.length * 2 ** 32 + end
}

/**
 * Remembers what was read by what it was read from: first by the very array, then by its bytes.
 *
 * The bytes are copied before they are read: they may be a view of a whole file. Of encodings with one short key the
 * newest is kept.
 */
function rememberReading<T extends object>(
  most: number,
  read: (der: Uint8Array) => T,
): (der: Uint8Array) => T | undefined {
  const byArray = new WeakMap<Uint8Array, Reading<T>>()
  const byKey = new Map<number, Reading<T>>()
  const readNew = (der: Uint8Array): Reading<T> => ({
    der,
    value: tryReading('pki/malformed', () => read(der)),
  })
  return (der) => {
    const seen = byArray.get(der)
    if (seen !== undefined) return seen.value
    const key = shortKeyOf(der)
    const known = byKey.get(key)
    if (known !== undefined && equalBytes(known.der, der)) {
      // Small ones are compared sooner than noted; the arrays of a document do not come again.
      if (der.length > COMPARED_BYTES) byArray.set(der, known)
      return known.value
    }
    const reading = readNew(der.slice())
    const [oldest] = byKey.keys()
    if (byKey.size >= most && oldest !== undefined) byKey.delete(oldest)
    if (der.length <= REMEMBERED_BYTES) byKey.set(key, reading)
    byArray.set(der, reading)
    return reading.value
  }
}

/** An outcome with what it was about, so that nothing else is taken for it. */
interface Remembered {
  readonly signature: Uint8Array
  readonly algorithm: unknown
  readonly outcome: Promise<SignatureOutcome>
}

/** Remembers outcomes by the identity of signed bytes and key: those of remembered certificates stay the same. */
function rememberOutcomes(verify: VerifySignature): VerifySignature {
  const outcomes = new WeakMap<Uint8Array, WeakMap<Uint8Array, Remembered>>()
  return (check) => {
    const { message, publicKey, signature, algorithm } = check
    const ofMessage = outcomes.get(message) ?? new WeakMap<Uint8Array, Remembered>()
    outcomes.set(message, ofMessage)
    const known = ofMessage.get(publicKey.spki)
    if (known?.signature === signature && known.algorithm === algorithm) return known.outcome
    const outcome = verify(check)
    ofMessage.set(publicKey.spki, { signature, algorithm, outcome })
    return outcome
  }
}

/** Starts with nothing remembered. */
export function createMemory(): Memory {
  const readOne = rememberReading(REMEMBERED, readCertificate)
  const verifyOnce = createSignatureVerifier()
  const verify = rememberOutcomes(verifyOnce)
  return {
    verify,
    verifyOnce,
    ...rememberChains(verify),
    readCertificates: (encodings) => encodings.flatMap((der) => readOne(der) ?? []),
    readCrl: rememberReading(REMEMBERED_DATA, (der) => ({ key: keyOf(der), crl: readCrl(der) })),
    readOcsp: rememberReading(REMEMBERED_DATA, (der) => ({
      key: keyOf(der),
      response: readOcspResponse(der),
    })),
  }
}

/**
 * What a verifier remembers from document to document: parsed certificates, imported keys, checked links.
 *
 * Only facts that follow from bytes are kept, never verdicts; so a verifier may live as long as a server.
 *
 * @module
 */
import { writeHex } from '../../bytes.ts'
import { isMotcuaError } from '../../errors.ts'
import { hashBytes } from '../../hash.ts'
import {
  type Certificate,
  createSignatureVerifier,
  readCertificate,
  type SignatureOutcome,
  type VerifySignature,
} from '../../pki/index.ts'

/** Facts kept between documents. */
export interface Memory {
  /** Checks a signature; that of a certificate, a CRL or an OCSP answer seen before is not computed again. */
  readonly verify: VerifySignature
  /** Reads certificates, those seen before from memory; broken ones are left out. */
  readonly readCertificates: (encodings: readonly Uint8Array[]) => readonly Certificate[]
}

/** Certificates remembered; the oldest goes first. */
const REMEMBERED = 5000

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
  const certificates = new Map<string, Certificate | undefined>()
  const verify = rememberOutcomes(createSignatureVerifier())

  function readOne(der: Uint8Array): Certificate | undefined {
    const key = writeHex(hashBytes('sha256', der))
    if (certificates.has(key)) return certificates.get(key)
    const certificate = readOrSkip(der)
    const [oldest] = certificates.keys()
    if (certificates.size >= REMEMBERED && oldest !== undefined) certificates.delete(oldest)
    certificates.set(key, certificate)
    return certificate
  }

  return {
    verify,
    readCertificates: (encodings) => encodings.flatMap((der) => readOne(der) ?? []),
  }
}

/** Reads a certificate; `undefined` when it is broken. The bytes are copied: they may be a view of a whole file. */
function readOrSkip(der: Uint8Array): Certificate | undefined {
  try {
    return readCertificate(der.slice())
  } catch (error) {
    if (isMotcuaError(error, 'pki/malformed')) return undefined
    throw error
  }
}

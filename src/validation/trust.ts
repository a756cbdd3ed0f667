/**
 * Trust stores: which roots are trusted, for what, and when.
 *
 * @module
 */
import type { Instant } from '../date.ts'
import { type Certificate, readCertificate, readPem } from '../pki/index.ts'

/** What a root may vouch for. */
export type TrustPurpose = 'signing' | 'timestamp'

/** A trusted root. */
export interface TrustAnchor {
  readonly certificate: Certificate
  /** What it may vouch for. */
  readonly purposes: readonly TrustPurpose[]
  /** Trusted from this moment on; always when absent. */
  readonly validFrom?: Instant
  /** Trusted up to this moment; for ever when absent. */
  readonly validUntil?: Instant
}

/** Roots that the caller trusts. */
export type TrustStore = readonly TrustAnchor[]

/** For what and how long the roots of one file are trusted. */
export interface TrustOptions {
  /** Both purposes when absent. */
  readonly purposes?: readonly TrustPurpose[]
  readonly validFrom?: Instant
  readonly validUntil?: Instant
}

/** Tells whether bytes look like PEM: text with the dashes of a first line. */
function isPem(bytes: Uint8Array): boolean {
  return new TextDecoder('latin1').decode(bytes.subarray(0, 4096)).includes('-----BEGIN ')
}

/**
 * Reads trusted roots from PEM, one or many, or from a single DER certificate.
 *
 * A certificate in the store is trusted of itself, whether or not it is a root in the technical sense: an issuing
 * authority or the certificate of one person may be trusted too. Nothing is trusted beyond what the caller hands in.
 *
 * @param bytes - PEM text as bytes, or DER.
 * @throws MotcuaError `pki/malformed` through the readers below, with the offset.
 *
 * @example
 * import { readTrustStore } from 'motcua/validation'
 * import { createTestAuthority } from 'motcua/adapters/test-authority'
 * const { root } = await createTestAuthority()
 * const store = readTrustStore(root.certificate, { purposes: ['signing'] })
 * store[0]?.purposes // ['signing']
 */
export function readTrustStore(bytes: Uint8Array, options: TrustOptions = {}): TrustStore {
  const { purposes = ['signing', 'timestamp'], ...period } = options
  const encodings = isPem(bytes)
    ? readPem(new TextDecoder().decode(bytes)).flatMap(({ label, bytes: der }) =>
        label === 'CERTIFICATE' || label === 'TRUSTED CERTIFICATE' ? [der] : [],
      )
    : [bytes]
  return encodings.map((der) => ({ certificate: readCertificate(der), purposes, ...period }))
}

/** Roots of a store for one purpose. */
export function anchorsFor(store: TrustStore, purpose: TrustPurpose): readonly TrustAnchor[] {
  return store.filter(({ purposes }) => purposes.includes(purpose))
}

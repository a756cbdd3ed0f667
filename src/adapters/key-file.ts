/**
 * Key files and keys of the browser as signers, in Node and in browsers alike: PKCS #12, PEM, PKCS #8, WebCrypto.
 *
 * Nothing here reads a disk: the bytes come from `readFile`, from an `<input type="file">`, from wherever the host keeps
 * them.
 *
 * @module
 */
import { isMotcuaError, MotcuaError } from '../errors.ts'
import type { HashAlgorithm } from '../hash.ts'
import {
  type AlgorithmChoice,
  assertKeyPair,
  chooseAlgorithm,
  fromCryptoKey,
  fromPrivateKey,
  type Pkcs12,
  readCertificate,
  readPem,
  readPkcs12,
  readPrivateKey,
  type SignatureAlgorithm,
  type Signer,
} from '../pki/index.ts'
import { messages } from './messages.ts'

/** A file of a browser, a `Blob` of Node, or bytes. */
export type KeyFile = Uint8Array | { arrayBuffer(): Promise<ArrayBuffer> }

/** What goes with a key file. */
export interface KeyFileOptions extends AlgorithmChoice {
  /** Never part of an error. */
  readonly password?: string | undefined
  /**
   * Certificates as DER, the signer's first where the file itself holds none; behind those of the file otherwise, for
   * issuers that it lacks.
   */
  readonly chain?: readonly Uint8Array[]
  /** Reads PKCS #12 of the old kind; `readLegacyPkcs12` of `motcua/adapters/pkcs12-legacy` when absent. */
  readonly readLegacy?: (bytes: Uint8Array, password: string) => Promise<Pkcs12>
}

/** PKCS #12 begins with version 3; PKCS #8 with version 0, or with an algorithm when it is encrypted. */
function isPkcs12(bytes: Uint8Array): boolean {
  if (bytes[0] !== 0x30) return false
  const lengthOctets = (bytes[1] ?? 0) & 0x80 ? (bytes[1] ?? 0) & 0x7f : 0
  const at = 2 + lengthOctets
  return bytes[at] === 0x02 && bytes[at + 1] === 1 && bytes[at + 2] === 3
}

/**
 * Reads a PKCS #12 of the old kind with the optional package; without it, the answer is how to convert the file.
 */
async function readOldPkcs12(bytes: Uint8Array, options: KeyFileOptions, refusal: unknown): Promise<Pkcs12> {
  const { password = '', readLegacy } = options
  try {
    const { readLegacyPkcs12 } = await import('./pkcs12-legacy.ts')
    return await (readLegacy ?? readLegacyPkcs12)(bytes, password)
  } catch (error) {
    throw isMotcuaError(error, 'adapters/package-missing') ? refusal : error
  }
}

/** Opens the first key of a PKCS #12 that has its certificate. */
async function openPkcs12(bytes: Uint8Array, options: KeyFileOptions): Promise<Signer> {
  const { password = '', chain: more = [] } = options
  const { identities } = await readPkcs12(bytes, password).catch((error: unknown) => {
    if (!isMotcuaError(error, 'pki/legacy-encryption')) throw error
    return readOldPkcs12(bytes, options, error)
  })
  const identity = identities.find(({ chain }) => chain.length > 0) ?? identities[0]
  if (identity === undefined) return refuseKeyless()
  return sign(identity.key, { ...options, chain: [...identity.chain, ...more] })
}

/** Makes the signer, unless nobody has said whose key it is. */
function sign(
  key: Awaited<ReturnType<typeof readPrivateKey>>,
  { digest, isPss, chain = [] }: KeyFileOptions,
): Promise<Signer> {
  return chain.length === 0 ? refuseKeyless() : fromPrivateKey(key, { digest, isPss, chain })
}

/**
 * Refuses a file without a key and certificate.
 *
 * @throws MotcuaError `adapters/no-signing-key`
 */
function refuseKeyless(): never {
  throw new MotcuaError(messages, 'adapters/no-signing-key', {})
}

/** Opens a PEM text: a key, and certificates when they stand beside it. */
async function openPem(text: string, options: KeyFileOptions): Promise<Signer> {
  const key = await readPrivateKey(text, options.password)
  const own = readPem(text).flatMap(({ label, bytes }) => (label === 'CERTIFICATE' ? [bytes] : []))
  return sign(key, { ...options, chain: [...own, ...(options.chain ?? [])] })
}

/**
 * Makes a {@link Signer} from a key file: PKCS #12, PEM with or without certificates, PKCS #8.
 *
 * The kind is told from the bytes. The key goes into WebCrypto as non-exportable, and is tried against its certificate
 * at once. PKCS #12 of the old kind (3DES, RC2) needs the optional package `node-forge`; without it `pki/legacy-encryption`
 * gives the command that converts the file.
 *
 * @example
 * import { fromKeyFile } from 'motcua/adapters/key-file'
 * import { createTestAuthority } from 'motcua/adapters/test-authority'
 * import { writePem } from 'motcua/pki'
 * const { issue } = await createTestAuthority()
 * const { pkcs8, chain } = await issue({ commonName: 'Người ký thử', keyType: 'p384' })
 * const pem = writePem('PRIVATE KEY', pkcs8) + chain.map((der) => writePem('CERTIFICATE', der)).join('')
 * const signer = await fromKeyFile(new TextEncoder().encode(pem))
 * signer.algorithm // { scheme: 'ecdsa', digest: 'sha384' }
 */
export async function fromKeyFile(file: KeyFile, options: KeyFileOptions = {}): Promise<Signer> {
  const bytes = file instanceof Uint8Array ? file : new Uint8Array(await file.arrayBuffer())
  if (isPkcs12(bytes)) return openPkcs12(bytes, options)
  if (bytes[0] !== 0x30) return openPem(new TextDecoder().decode(bytes), options)
  return sign(await readPrivateKey(bytes, options.password), options)
}

/** Names that WebCrypto gives to digests. */
const webDigests: Readonly<Record<string, HashAlgorithm>> = {
  'SHA-256': 'sha256',
  'SHA-384': 'sha384',
  'SHA-512': 'sha512',
}

/** The digest that an RSA key is bound to; elliptic curves leave the choice. */
function digestOf({ algorithm }: CryptoKey): HashAlgorithm | undefined {
  const hash: unknown = Reflect.get(algorithm, 'hash')
  const name: unknown = typeof hash === 'object' && hash !== null ? Reflect.get(hash, 'name') : undefined
  return typeof name === 'string' ? webDigests[name] : undefined
}

/** The signature algorithm of a WebCrypto key, from the key and its certificate. */
function algorithmOf(
  key: CryptoKey,
  chain: readonly Uint8Array[],
  choice: AlgorithmChoice,
): SignatureAlgorithm {
  const [certificate] = chain
  if (certificate === undefined) return refuseKeyless()
  const isPss = key.algorithm.name === 'RSA-PSS'
  return chooseAlgorithm(readCertificate(certificate).publicKey, {
    digest: digestOf(key) ?? choice.digest,
    isPss,
  })
}

/**
 * Makes a {@link Signer} from a private key that WebCrypto holds, exportable or not: one that was generated in the
 * browser, or came back from IndexedDB.
 *
 * The algorithm is read from the key; it is tried against the certificate at once.
 *
 * @param options - `chain` as DER, the signer's first; `digest` for elliptic curves, the curve's own when absent.
 *
 * @example
 * import { fromWebKey } from 'motcua/adapters/key-file'
 * import { createTestAuthority } from 'motcua/adapters/test-authority'
 * const { issue } = await createTestAuthority()
 * const { pkcs8, chain } = await issue({ commonName: 'Người ký thử', keyType: 'p256' })
 * const parameters = { name: 'ECDSA', namedCurve: 'P-256' }
 * const key = await crypto.subtle.importKey('pkcs8', new Uint8Array(pkcs8), parameters, false, ['sign'])
 * const signer = await fromWebKey(key, { chain })
 * signer.algorithm // { scheme: 'ecdsa', digest: 'sha256' }
 */
export async function fromWebKey(
  key: CryptoKey,
  options: { readonly chain: readonly Uint8Array[]; readonly digest?: HashAlgorithm | undefined },
): Promise<Signer> {
  const { chain } = options
  const signer = fromCryptoKey(key, { algorithm: algorithmOf(key, chain, options), chain })
  await assertKeyPair(signer)
  return signer
}

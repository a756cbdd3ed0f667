/**
 * Tokens, smart cards and HSMs through their PKCS#11 library, with the optional package `pkcs11js`.
 *
 * Digests are made here and the token signs them: documents never go through the card. The PIN is asked for when it is
 * needed, tried once and never kept or repeated in an error: three wrong tries lock most tokens.
 *
 * @module
 */
import { concatBytes, equalBytes, readHex, writeHex } from '../bytes.ts'
import { type ErrorTable, isMotcuaError, MotcuaError } from '../errors.ts'
import { hashBytes, isSigningDigest, type SigningDigest } from '../hash.ts'
import {
  type AlgorithmChoice,
  chooseAlgorithm,
  readCertificate,
  type SignatureAlgorithm,
  type Signer,
} from '../pki/index.ts'
import { messages } from './messages.ts'
import { toCmsSignature } from './remote-signing.ts'

type Handle = Buffer

interface Attribute {
  readonly type: number
  readonly value?: Buffer | number | boolean
}

/** The part of `pkcs11js` that is used. */
export interface Pkcs11Like {
  load(path: string): void
  close(): void
  C_Initialize(): void
  C_Finalize(): void
  C_GetSlotList(tokenPresent: boolean): Handle[]
  C_GetTokenInfo(slot: Handle): { readonly label: string; readonly serialNumber: string }
  C_OpenSession(slot: Handle, flags: number): Handle
  C_CloseSession(session: Handle): void
  C_Login(session: Handle, userType: number, pin: string): void
  C_FindObjectsInit(session: Handle, template: Attribute[]): void
  C_FindObjects(session: Handle, count: number): Handle[]
  C_FindObjectsFinal(session: Handle): void
  C_GetAttributeValue(session: Handle, object: Handle, template: Attribute[]): { readonly value: unknown }[]
  C_SignInit(session: Handle, mechanism: { mechanism: number; parameter?: unknown }, key: Handle): void
  C_SignAsync(session: Handle, data: Buffer, signature: Buffer): Promise<Buffer>
}

/** Which library, which token, and how its PIN is asked for. */
export interface Pkcs11Options {
  /** Path of the library that came with the token, such as `/usr/lib/softhsm/libsofthsm2.so`. */
  readonly library: string
  /** Needed when several tokens are plugged in. */
  readonly tokenLabel?: string
  /** Asked once for the login, and again for keys that want the PIN for each signature. */
  readonly pin: () => Promise<string>
  /** The package `pkcs11js`, where the host has loaded it itself. */
  readonly module?: { readonly PKCS11: new () => Pkcs11Like }
}

/** A certificate on a token, with what links it to its key. */
export interface TokenCertificate {
  readonly label: string
  /** CKA_ID, hexadecimal. */
  readonly id: string
  readonly der: Uint8Array
}

/** A token that somebody has logged in to. */
export interface Pkcs11Token {
  readonly label: string
  readonly certificates: readonly TokenCertificate[]
  /** Makes a signer for a certificate of the token; issuers that it holds are put into the chain. */
  readonly signerFor: (
    certificate: TokenCertificate,
    options?: AlgorithmChoice & { readonly issuers?: readonly Uint8Array[] },
  ) => Signer
  /** Logs out and lets the library go. */
  readonly close: () => void
}

/** Numbers of PKCS#11 2.40. */
const CKF_SERIAL_SESSION = 4
const CKU = { user: 1, contextSpecific: 2 } as const
const CKO = { certificate: 1, privateKey: 3 } as const
const CKA = { class: 0, label: 3, value: 17, id: 258, alwaysAuthenticate: 514 } as const
const CKM = { rsaPkcs: 1, rsaPss: 13, ecdsa: 0x1041, eddsa: 0x1057 } as const
const PSS_PARAMETERS = 5
const PSS_DIGESTS = {
  sha256: { hashAlg: 0x250, mgf: 2, saltLen: 32 },
  sha384: { hashAlg: 0x260, mgf: 3, saltLen: 48 },
  sha512: { hashAlg: 0x270, mgf: 4, saltLen: 64 },
} as const

/** `DigestInfo` up to the digest (RFC 8017, 9.2, note 1). */
const DIGEST_INFO: Readonly<Record<SigningDigest, Uint8Array>> = {
  sha256: readHex('3031300d060960864801650304020105000420'),
  sha384: readHex('3041300d060960864801650304020205000430'),
  sha512: readHex('3051300d060960864801650304020305000440'),
}

/** Larger than any signature: RSA with 16,384 bits. */
const LARGEST_SIGNATURE_BYTES = 2048

/** More objects than any token holds. */
const MOST_OBJECTS = 1000

type Step = ErrorTable['adapters/pkcs11-failed']['step']

/** The name of a return value, `CKR_…`, from an error of the package; nothing else of it is told. */
function nameReturned(error: unknown): { readonly returned?: string } {
  const found = error instanceof Error ? /CKR_[A-Z_]+/.exec(error.message) : null
  return found === null ? {} : { returned: found[0] }
}

/**
 * Fails with the step, and with the name of what the library returned.
 *
 * @throws MotcuaError `adapters/pkcs11-failed`
 */
function fail(step: Step, error?: unknown): never {
  throw new MotcuaError(messages, 'adapters/pkcs11-failed', { step, ...nameReturned(error) })
}

/** Runs one step of the library. */
function attempt<T>(step: Step, run: () => T): T {
  try {
    return run()
  } catch (error) {
    if (isMotcuaError(error)) throw error
    return fail(step, error)
  }
}

/** Loads the package, whichever way its CommonJS is wrapped. */
async function loadPackage(): Promise<NonNullable<Pkcs11Options['module']>> {
  try {
    // A name in a variable: an application without the package must still bundle.
    const name = 'pkcs11js'
    const loaded: { readonly default: NonNullable<Pkcs11Options['module']> } = await import(name)
    return loaded.default
  } catch (cause) {
    throw new MotcuaError(messages, 'adapters/package-missing', { name: 'pkcs11js' }, { cause })
  }
}

/** An open session on one token. */
interface Session {
  readonly library: Pkcs11Like
  readonly session: Handle
  readonly options: Pkcs11Options
}

/** Finds the token that is meant, or the only one. */
function findSlot(library: Pkcs11Like, tokenLabel: string | undefined): { slot: Handle; label: string } {
  const found = library
    .C_GetSlotList(true)
    .map((slot) => ({ slot, label: library.C_GetTokenInfo(slot).label.trim() }))
  const fitting = found.filter(({ label }) => tokenLabel === undefined || label === tokenLabel)
  const [only] = fitting
  if (only === undefined) return fail('no-token')
  return fitting.length > 1 ? fail('several-tokens') : only
}

/** Finds objects of one class. */
function findObjects({ library, session }: Session, template: Attribute[]): Handle[] {
  library.C_FindObjectsInit(session, template)
  try {
    return library.C_FindObjects(session, MOST_OBJECTS)
  } finally {
    library.C_FindObjectsFinal(session)
  }
}

/** Reads attributes that are octets. */
function readAttributes(
  { library, session }: Session,
  object: Handle,
  types: readonly number[],
): Uint8Array[] {
  const found = library.C_GetAttributeValue(
    session,
    object,
    types.map((type) => ({ type })),
  )
  return found.map(({ value }) => (value instanceof Uint8Array ? new Uint8Array(value) : new Uint8Array(0)))
}

/** Lists the certificates of a token. */
function listCertificates(open: Session): TokenCertificate[] {
  const utf8 = new TextDecoder()
  return findObjects(open, [{ type: CKA.class, value: CKO.certificate }]).map((object) => {
    const [label, id, der] = readAttributes(open, object, [CKA.label, CKA.id, CKA.value])
    return {
      label: utf8.decode(label ?? new Uint8Array(0)),
      id: writeHex(id ?? new Uint8Array(0)),
      der: der ?? new Uint8Array(0),
    }
  })
}

/** Finds the private key of a certificate by their common CKA_ID. */
function findKey(open: Session, { id }: TokenCertificate): Handle {
  const template = [
    { type: CKA.class, value: CKO.privateKey },
    { type: CKA.id, value: Buffer.from(id, 'hex') },
  ]
  return attempt('no-key', () => findObjects(open, template))[0] ?? fail('no-key')
}

/** Tells whether a key wants the PIN before each signature, as keys of qualified certificates do. */
function wantsPinEachTime(open: Session, key: Handle): boolean {
  try {
    const [value] = readAttributes(open, key, [CKA.alwaysAuthenticate])
    return value?.[0] === 1
  } catch {
    // Libraries older than the attribute.
    return false
  }
}

/** The mechanism for an algorithm, and what is handed to it. */
function prepareMechanism({ scheme, digest }: SignatureAlgorithm, bytes: Uint8Array, fieldBytes: number) {
  if (scheme === 'ed25519') return { mechanism: { mechanism: CKM.eddsa }, input: bytes }
  if (!isSigningDigest(digest)) return fail('algorithm')
  const hash = hashBytes(digest, bytes)
  if (scheme === 'rsa-pkcs1') {
    return { mechanism: { mechanism: CKM.rsaPkcs }, input: concatBytes(DIGEST_INFO[digest], hash) }
  }
  // A digest longer than the curve is cut on the left side of it (FIPS 186-5, 6.4.1); not every token does so itself.
  if (scheme === 'ecdsa') return { mechanism: { mechanism: CKM.ecdsa }, input: hash.subarray(0, fieldBytes) }
  const parameter = { type: PSS_PARAMETERS, ...PSS_DIGESTS[digest] }
  return { mechanism: { mechanism: CKM.rsaPss, parameter }, input: hash }
}

/** Octets of the field of a curve. */
const FIELD_BYTES = { 'P-256': 32, 'P-384': 48, 'P-521': 66 } as const

/** Makes one signature on the token. */
async function signOnToken(
  open: Session,
  certificate: TokenCertificate,
  { algorithm, bytes }: { readonly algorithm: SignatureAlgorithm; readonly bytes: Uint8Array },
): Promise<Uint8Array> {
  const { library, session, options } = open
  const { curve } = readCertificate(certificate.der).publicKey
  const { mechanism, input } = prepareMechanism(
    algorithm,
    bytes,
    curve === undefined ? 0 : FIELD_BYTES[curve],
  )
  const key = findKey(open, certificate)
  const pin = wantsPinEachTime(open, key) ? await options.pin() : undefined
  attempt('algorithm', () => library.C_SignInit(session, mechanism, key))
  if (pin !== undefined) attempt('login', () => library.C_Login(session, CKU.contextSpecific, pin))
  const room = Buffer.alloc(LARGEST_SIGNATURE_BYTES)
  const made = await library
    .C_SignAsync(session, Buffer.from(input), room)
    .catch((error: unknown) => fail('sign', error))
  return toCmsSignature(certificate.der, new Uint8Array(made))
}

/** Issuers on the token, for the chain: every certificate but the signer's that is an authority. */
function listIssuers(certificates: readonly TokenCertificate[], own: TokenCertificate): Uint8Array[] {
  return certificates
    .map(({ der }) => der)
    .filter((der) => !equalBytes(der, own.der) && readCertificate(der).basicConstraints?.isCa === true)
}

/** A token over an open session; signatures wait for each other, as PKCS#11 knows one at a time. */
function wrapToken(open: Session, label: string): Pkcs11Token {
  const certificates = listCertificates(open)
  let last: Promise<unknown> = Promise.resolve()
  return {
    label,
    certificates,
    signerFor(certificate, options = {}) {
      const algorithm = chooseAlgorithm(readCertificate(certificate.der).publicKey, options)
      const issuers = [...listIssuers(certificates, certificate), ...(options.issuers ?? [])]
      return {
        algorithm,
        chain: [certificate.der, ...issuers],
        sign(bytes) {
          const made = last.then(() => signOnToken(open, certificate, { algorithm, bytes }))
          last = made.catch(() => undefined)
          return made
        },
      }
    },
    close() {
      open.library.C_CloseSession(open.session)
      open.library.C_Finalize()
      open.library.close()
    },
  }
}

/**
 * Opens a token and logs in.
 *
 * `adapters/package-missing` says so when `pkcs11js` is not installed; it is a native package that the host installs.
 *
 * @throws MotcuaError `adapters/pkcs11-failed`, through the steps: library, token, PIN.
 */
export async function openPkcs11(options: Pkcs11Options): Promise<Pkcs11Token> {
  const { PKCS11 } = options.module ?? (await loadPackage())
  const library = new PKCS11()
  attempt('load', () => {
    library.load(options.library)
    library.C_Initialize()
  })
  try {
    const { slot, label } = attempt('no-token', () => findSlot(library, options.tokenLabel))
    const session = attempt('no-token', () => library.C_OpenSession(slot, CKF_SERIAL_SESSION))
    const pin = await options.pin()
    attempt('login', () => library.C_Login(session, CKU.user, pin))
    return wrapToken({ library, session, options }, label)
  } catch (error) {
    library.C_Finalize()
    library.close()
    throw error
  }
}

/**
 * A certificate authority for tests and demonstrations: keys, randomness and the clock around `motcua/pki/issue`.
 *
 * Everything it issues is worthless outside tests and says so in its names. The private keys of its
 * identities can be exported; a real authority's cannot.
 *
 * @module
 */
import { writeHex } from '../bytes.ts'
import { type Clock, fromEpochMs, type Instant, toEpochMs } from '../date.ts'
import {
  type FetchTimestamp,
  fromCryptoKey,
  type KeyUsage,
  type NameInput,
  type SignatureAlgorithm,
  type Signer,
} from '../pki/index.ts'
import {
  buildCertificate,
  buildTimestampResponse,
  type ExtensionsInput,
  readKeyId,
} from '../pki/issue/index.ts'

/** Kinds of key that can be made; RSA-4096 takes seconds. */
export type TestKeyType = 'rsa-2048' | 'rsa-3072' | 'rsa-4096' | 'p256' | 'p384' | 'p521' | 'ed25519'

/** A key with its certificate. */
export interface TestIdentity {
  readonly certificate: Uint8Array
  /** The certificate and its issuers upwards, without the root; empty for the root itself. */
  readonly chain: readonly Uint8Array[]
  readonly privateKey: CryptoKey
  /** The private key as PKCS#8. */
  readonly pkcs8: Uint8Array
  readonly signer: Signer
}

/** What is asked for in {@link TestAuthority.issue}. */
export interface IssueInput {
  readonly commonName: string
  /** P-256 when absent. */
  readonly keyType?: TestKeyType
  /** Digest of its signatures; the curve's own with ECDSA, SHA-256 otherwise. */
  readonly digest?: SignatureAlgorithm['digest']
  /** Signs with RSASSA-PSS instead of PKCS#1 v1.5; RSA keys only. */
  readonly isPss?: boolean
  /** Day before now when absent. */
  readonly notBefore?: Instant
  /** A year after `notBefore` when absent. */
  readonly notAfter?: Instant
  /** digitalSignature and nonRepudiation when absent. */
  readonly keyUsage?: readonly KeyUsage[]
  /** Anything else the certificate is to say; a field given here replaces the usual one. */
  readonly extensions?: ExtensionsInput
  /** Attributes between organisation and common name, such as `[['OU', 'Phòng thử']]`. */
  readonly nameAttributes?: NameInput
  /** Who issues; the issuing authority when absent. */
  readonly issuer?: TestIdentity
}

/** Settings of {@link createTestAuthority}. */
export interface TestAuthorityOptions {
  /** What the time is; the system's clock when absent. */
  readonly now?: Clock
  /** Address written into certificates. */
  readonly baseUrl?: string
  /** Kind of key of the authorities; P-256 when absent. */
  readonly keyType?: TestKeyType
}

/** A root, an issuing authority and the services of both. */
export interface TestAuthority {
  readonly root: TestIdentity
  readonly issuing: TestIdentity
  /** Signs timestamps. */
  readonly timestamping: TestIdentity
  issue(input: IssueInput): Promise<TestIdentity>
  /** Answers timestamp requests without a network. */
  readonly fetchTimestamp: FetchTimestamp
}

const DAY_MS = 86_400_000
const ORGANIZATION: NameInput = [
  ['C', 'VN'],
  ['O', 'motcua test'],
]

const systemClock: Clock = () => fromEpochMs(Date.now())

/** Parameters of key generation. */
function keyParameters(keyType: TestKeyType, digest: SignatureAlgorithm['digest'], isPss: boolean) {
  const hash = `SHA-${digest.slice(3)}`
  switch (keyType) {
    case 'ed25519':
      return { name: 'Ed25519' }
    case 'p256':
    case 'p384':
    case 'p521':
      return { name: 'ECDSA', namedCurve: `P-${keyType.slice(1)}` }
    default: {
      const publicExponent = Uint8Array.of(1, 0, 1)
      const name = isPss ? 'RSA-PSS' : 'RSASSA-PKCS1-v1_5'
      return { name, modulusLength: Number(keyType.slice(4)), publicExponent, hash }
    }
  }
}

/** The signature algorithm of a kind of key. */
function algorithmOf(input: Pick<IssueInput, 'keyType' | 'digest' | 'isPss'>): SignatureAlgorithm {
  const { keyType = 'p256', isPss = false } = input
  const own = { p256: 'sha256', p384: 'sha384', p521: 'sha512', ed25519: 'sha512' } as const
  if (keyType === 'ed25519') return { scheme: 'ed25519', digest: 'sha512' }
  if (keyType === 'p256' || keyType === 'p384' || keyType === 'p521') {
    return { scheme: 'ecdsa', digest: input.digest ?? own[keyType] }
  }
  return { scheme: isPss ? 'rsa-pss' : 'rsa-pkcs1', digest: input.digest ?? 'sha256' }
}

/** A fresh key pair with everything that is written from it. */
async function generateKeys(input: Pick<IssueInput, 'keyType' | 'digest' | 'isPss'>) {
  const algorithm = algorithmOf(input)
  const parameters = keyParameters(input.keyType ?? 'p256', algorithm.digest, input.isPss ?? false)
  const made = await crypto.subtle.generateKey(parameters, true, ['sign', 'verify'])
  const { privateKey, publicKey } = made as CryptoKeyPair
  const spki = new Uint8Array(await crypto.subtle.exportKey('spki', publicKey))
  const pkcs8 = new Uint8Array(await crypto.subtle.exportKey('pkcs8', privateKey))
  return { algorithm, privateKey, pkcs8, spki, keyId: readKeyId(spki) }
}

/** Sixteen random octets whose first bit is clear: a positive serial number. */
function makeSerial(): string {
  const octets = crypto.getRandomValues(new Uint8Array(16))
  octets[0] = ((octets[0] as number) & 0x3f) | 0x40
  return writeHex(octets)
}

/** What an authority needs to issue: its name, its key, its chain. */
interface Issuer {
  readonly name: NameInput
  readonly keyId: string
  readonly identity: TestIdentity
}

/** What one authority knows. */
interface AuthorityState {
  readonly now: Clock
  readonly issuers: Map<TestIdentity, Issuer>
}

/** The moment a number of days from now. */
function daysFromNow(state: AuthorityState, days: number): Instant {
  return fromEpochMs(toEpochMs(state.now()) + days * DAY_MS)
}

/** The period a certificate is asked to be valid for. */
function validityOf(state: AuthorityState, input: IssueInput) {
  const notBefore = input.notBefore ?? daysFromNow(state, -1)
  return { notBefore, notAfter: input.notAfter ?? fromEpochMs(toEpochMs(notBefore) + 365 * DAY_MS) }
}

/** Makes a key and certifies it; self-signed without an issuer. */
async function certify(state: AuthorityState, input: IssueInput, issuer?: Issuer): Promise<TestIdentity> {
  const { privateKey, pkcs8, spki, keyId, algorithm } = await generateKeys(input)
  const name: NameInput = [...ORGANIZATION, ...(input.nameAttributes ?? []), ['CN', input.commonName]]
  const own = fromCryptoKey(privateKey, { algorithm, chain: [] })
  const certificate = await buildCertificate(
    {
      subject: name,
      issuer: issuer?.name ?? name,
      serial: makeSerial(),
      ...validityOf(state, input),
      spki,
      extensions: { subjectKeyId: keyId, authorityKeyId: issuer?.keyId ?? keyId, ...input.extensions },
    },
    issuer?.identity.signer ?? own,
  )
  // A root is not sent along: whoever trusts it has it.
  const above = issuer === undefined || issuer.identity.chain.length === 0 ? [] : issuer.identity.chain
  const chain = issuer === undefined ? [] : [certificate, ...above]
  const signer = fromCryptoKey(privateKey, { algorithm, chain })
  const identity = { certificate, chain, privateKey, pkcs8, signer }
  state.issuers.set(identity, { name, keyId, identity })
  return identity
}

/** What a certificate of an authority says. */
function authorityExtensions(pathLength?: number): ExtensionsInput {
  const basicConstraints = pathLength === undefined ? { isCa: true } : { isCa: true, pathLength }
  return { basicConstraints, keyUsage: ['keyCertSign', 'cRLSign'] }
}

/** What the certificate of a timestamp authority says (RFC 3161, 2.3). */
const TIMESTAMPING_EXTENSIONS: ExtensionsInput = {
  keyUsage: ['digitalSignature'],
  extendedKeyUsage: ['1.3.6.1.5.5.7.3.8'],
  isExtendedKeyUsageCritical: true,
}

/** Policy of test timestamps, below the arc that RFC 5612 gives to documentation. */
const TIMESTAMP_POLICY = '1.3.6.1.4.1.32473.1.1'

/**
 * Creates an authority: a self-signed root and an issuing authority below it.
 *
 * @example
 * import { createTestAuthority } from 'motcua/adapters/test-authority'
 * const authority = await createTestAuthority()
 * const { signer } = await authority.issue({ commonName: 'Người ký thử' })
 * signer.chain.length // 2: the signer's certificate and the issuing authority's
 */
export async function createTestAuthority(options: TestAuthorityOptions = {}): Promise<TestAuthority> {
  const { now = systemClock, keyType = 'p256' } = options
  const state: AuthorityState = { now, issuers: new Map() }
  const root = await certify(state, {
    commonName: 'motcua test root',
    keyType,
    notAfter: daysFromNow(state, 20 * 365),
    extensions: authorityExtensions(),
  })
  const issuingInput: IssueInput = {
    commonName: 'motcua test issuing',
    keyType,
    notAfter: daysFromNow(state, 10 * 365),
    extensions: authorityExtensions(0),
  }
  const issuing = await certify(state, issuingInput, state.issuers.get(root))
  const timestamping = await certify(
    state,
    { commonName: 'motcua test timestamping', keyType, extensions: TIMESTAMPING_EXTENSIONS },
    state.issuers.get(issuing),
  )
  return {
    root,
    issuing,
    timestamping,
    fetchTimestamp: (request) =>
      buildTimestampResponse(
        { request, stampedAt: now(), serial: makeSerial(), policy: TIMESTAMP_POLICY, accuracyMs: 1000 },
        timestamping.signer,
      ),
    issue(input) {
      const { keyUsage = ['digitalSignature', 'nonRepudiation'], issuer = issuing } = input
      return certify(
        state,
        { ...input, extensions: { keyUsage, ...input.extensions } },
        state.issuers.get(issuer),
      )
    },
  }
}

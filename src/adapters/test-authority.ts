/**
 * A certificate authority for tests and demonstrations: keys, randomness and the clock around `motcua/pki/issue`.
 *
 * Everything it issues is worthless outside tests and says so in its names. The private keys of its
 * identities can be exported; a real authority's cannot. It answers without a network, through the same ports
 * that real services are reached by; `motcua/adapters/test-authority-server` puts it on loopback.
 *
 * @module
 */
import { writeHex } from '../bytes.ts'
import { type Clock, DAY_MS, fromEpochMs, type Instant, toEpochMs } from '../date.ts'
import { MotcuaError } from '../errors.ts'
import {
  type FetchCertificates,
  type FetchCrl,
  type FetchOcsp,
  type FetchTimestamp,
  fromCryptoKey,
  type KeyUsage,
  type NameInput,
  type RevocationReason,
  readCertificate,
  type Signer,
} from '../pki/index.ts'
import {
  buildCertificate,
  buildCrl,
  buildOcspResponse,
  buildTimestampResponse,
  type ExtensionsInput,
  type RevokedCertificate,
} from '../pki/issue/index.ts'
import { generateSigningKeys, type SigningKeyInput, type SigningKeyType } from './generate-keys.ts'
import { messages } from './messages.ts'

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
export interface IssueInput extends SigningKeyInput {
  readonly commonName: string
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

/** How a certificate is revoked. */
export interface RevokeInput {
  /** Now when absent. */
  readonly revokedAt?: Instant
  readonly reason?: RevocationReason
}

/** Settings of {@link createTestAuthority}. */
export interface TestAuthorityOptions {
  /** What the time is; the system's clock when absent. */
  readonly now?: Clock
  /** Address written into certificates; a name that never resolves when absent. */
  readonly baseUrl?: string
  /** Kind of key of the authorities and their services; P-256 when absent. */
  readonly keyType?: SigningKeyType
}

/** The answer of one service. */
export interface TestServiceAnswer {
  readonly contentType: string
  readonly body: Uint8Array
}

/** A root, an issuing authority and their services. */
export interface TestAuthority {
  readonly root: TestIdentity
  readonly issuing: TestIdentity
  /** Signs timestamps. */
  readonly timestamping: TestIdentity
  /** Signs OCSP answers about what the issuing authority issued; other issuers answer themselves. */
  readonly responding: TestIdentity
  /** Where timestamps are asked for. */
  readonly timestampUrl: string
  issue(input: IssueInput): Promise<TestIdentity>
  /** From now on OCSP answers and CRLs say that the certificate is revoked. */
  revoke(identity: TestIdentity, input?: RevokeInput): void
  /** The current CRL of an authority, the issuing one when absent. */
  buildCrl(issuer?: TestIdentity): Promise<Uint8Array>
  readonly fetchTimestamp: FetchTimestamp
  readonly fetchOcsp: FetchOcsp
  readonly fetchCrl: FetchCrl
  readonly fetchCertificates: FetchCertificates
  /** What a service says at a path such as `/crl/2`; nothing where there is none. */
  answer(path: string, body: Uint8Array): Promise<TestServiceAnswer | undefined>
}

const ORGANIZATION: NameInput = [
  ['C', 'VN'],
  ['O', 'motcua test'],
]

/** Policy of test timestamps, below the arc that RFC 5612 gives to documentation. */
const TIMESTAMP_POLICY = '1.3.6.1.4.1.32473.1.1'

/** What the certificate of a timestamp authority says (RFC 3161, 2.3). */
const TIMESTAMPING: ExtensionsInput = {
  keyUsage: ['digitalSignature'],
  extendedKeyUsage: ['1.3.6.1.5.5.7.3.8'],
  isExtendedKeyUsageCritical: true,
}

/** What the certificate of a delegated OCSP responder says (RFC 6960, 4.2.2.2). */
const RESPONDING: ExtensionsInput = {
  keyUsage: ['digitalSignature'],
  extendedKeyUsage: ['1.3.6.1.5.5.7.3.9'],
  hasOcspNoCheck: true,
}

/** What the certificate of an authority says. */
const authorityExtensions = (pathLength?: number): ExtensionsInput => ({
  basicConstraints: pathLength === undefined ? { isCa: true } : { isCa: true, pathLength },
  keyUsage: ['keyCertSign', 'cRLSign'],
})

const systemClock: Clock = () => fromEpochMs(Date.now())

/** Sixteen random octets whose first bits are 01: a positive serial number of full length. */
function makeSerial(): string {
  const octets = crypto.getRandomValues(new Uint8Array(16))
  octets[0] = ((octets[0] as number) & 0x3f) | 0x40
  return writeHex(octets)
}

/** What is kept of each identity: its name and key for issuing, its number for addresses, its revoked certificates. */
interface Entry {
  readonly number: number
  readonly name: NameInput
  readonly keyId: string
  readonly serial: string
  readonly identity: TestIdentity
  readonly issuer: Entry | undefined
  readonly revoked: RevokedCertificate[]
  crlNumber: number
}

/** What one authority knows. */
interface AuthorityState {
  readonly now: Clock
  readonly baseUrl: string
  readonly entries: Map<TestIdentity, Entry>
}

/** The moment a number of days from now. */
function daysFromNow(state: AuthorityState, days: number): Instant {
  return fromEpochMs(toEpochMs(state.now()) + days * DAY_MS)
}

/** The addresses of an issuer's services, as its certificates name them. */
function addressesOf({ baseUrl }: AuthorityState, { number }: Entry): ExtensionsInput {
  return {
    ocspUrls: [`${baseUrl}/ocsp/${number}`],
    caIssuersUrls: [`${baseUrl}/ca/${number}`],
    crlUrls: [`${baseUrl}/crl/${number}`],
  }
}

/** Makes a key and certifies it; self-signed without an issuer. */
async function certify(state: AuthorityState, input: IssueInput, issuer?: Entry): Promise<Entry> {
  const { privateKey, pkcs8, spki, keyId, algorithm } = await generateSigningKeys(input)
  const name: NameInput = [...ORGANIZATION, ...(input.nameAttributes ?? []), ['CN', input.commonName]]
  const serial = makeSerial()
  const notBefore = input.notBefore ?? daysFromNow(state, -1)
  const notAfter = input.notAfter ?? fromEpochMs(toEpochMs(notBefore) + 365 * DAY_MS)
  const keyIds = { subjectKeyId: keyId, authorityKeyId: issuer?.keyId ?? keyId }
  const addresses = issuer === undefined ? {} : addressesOf(state, issuer)
  const extensions = { ...keyIds, ...addresses, ...input.extensions }
  const issuerKey = issuer?.identity.signer ?? fromCryptoKey(privateKey, { algorithm, chain: [] })
  const subject = {
    subject: name,
    issuer: issuer?.name ?? name,
    serial,
    notBefore,
    notAfter,
    spki,
    extensions,
  }
  const certificate = await buildCertificate(subject, issuerKey)
  // A root is not sent along: whoever trusts it has it.
  const chain = issuer === undefined ? [] : [certificate, ...issuer.identity.chain]
  const signer = fromCryptoKey(privateKey, { algorithm, chain })
  const identity = { certificate, chain, privateKey, pkcs8, signer }
  const entry = {
    number: state.entries.size + 1,
    name,
    keyId,
    serial,
    identity,
    issuer,
    revoked: [],
    crlNumber: 0,
  }
  state.entries.set(identity, entry)
  return entry
}

/** The current CRL of an issuer, valid for a week. */
function makeCrl(state: AuthorityState, issuer: Entry): Promise<Uint8Array> {
  issuer.crlNumber += 1
  return buildCrl(
    {
      issuer: issuer.name,
      thisUpdate: state.now(),
      nextUpdate: daysFromNow(state, 7),
      revoked: issuer.revoked,
      crlNumber: issuer.crlNumber,
      authorityKeyId: issuer.keyId,
    },
    issuer.identity.signer,
  )
}

/** Answers an OCSP request about an issuer's certificates, valid for a day. */
function makeOcspAnswer(
  state: AuthorityState,
  [issuer, responder]: readonly [Entry, Entry],
  request: Uint8Array,
) {
  const { certificate, chain, signer } = responder.identity
  const known = [...state.entries.values()].filter((entry) => (entry.issuer ?? entry) === issuer)
  return buildOcspResponse(
    {
      request,
      producedAt: state.now(),
      thisUpdate: state.now(),
      nextUpdate: daysFromNow(state, 1),
      answer: (serial) => {
        const revoked = issuer.revoked.find((entry) => entry.serial === serial)
        if (revoked !== undefined) return { status: 'revoked', ...revoked }
        return { status: known.some((entry) => entry.serial === serial) ? 'good' : 'unknown' }
      },
    },
    { ...signer, chain: chain.length === 0 ? [certificate] : chain },
  )
}

/** The standing identities of an authority. */
interface Standing {
  readonly root: Entry
  readonly issuing: Entry
  readonly timestamping: Entry
  readonly responding: Entry
}

/** Makes root, issuing authority and services. */
async function createStanding(state: AuthorityState, keyType: SigningKeyType): Promise<Standing> {
  const make = (role: string, input: Partial<IssueInput>, issuer?: Entry) =>
    certify(state, { commonName: `motcua test ${role}`, keyType, ...input }, issuer)
  const root = await make('root', { notAfter: daysFromNow(state, 7300), extensions: authorityExtensions() })
  const issuingInput = { notAfter: daysFromNow(state, 3650), extensions: authorityExtensions(0) }
  const issuing = await make('issuing', issuingInput, root)
  const timestamping = await make('timestamping', { extensions: TIMESTAMPING }, issuing)
  const responding = await make('responding', { extensions: RESPONDING }, issuing)
  return { root, issuing, timestamping, responding }
}

/** Gives the answer of the service at a path. */
async function answerAt(
  state: AuthorityState,
  standing: Standing,
  [path, body]: readonly [string, Uint8Array],
) {
  const [, service = '', number = ''] = path.split('/')
  if (service === 'tsa') {
    const issue = { request: body, stampedAt: state.now(), serial: makeSerial(), policy: TIMESTAMP_POLICY }
    const { signer } = standing.timestamping.identity
    const answer = await buildTimestampResponse({ ...issue, accuracyMs: 1000 }, signer)
    return { contentType: 'application/timestamp-reply', body: answer }
  }
  const issuer = [...state.entries.values()].find((entry) => String(entry.number) === number)
  if (issuer === undefined) return undefined
  switch (service) {
    case 'ca':
      return { contentType: 'application/pkix-cert', body: issuer.identity.certificate }
    case 'crl':
      return { contentType: 'application/pkix-crl', body: await makeCrl(state, issuer) }
    case 'ocsp': {
      const responder = issuer === standing.issuing ? standing.responding : issuer
      return {
        contentType: 'application/ocsp-response',
        body: await makeOcspAnswer(state, [issuer, responder], body),
      }
    }
    default:
      return undefined
  }
}

/** Asks a service by its whole address. */
async function fetchFrom(authority: Pick<TestAuthority, 'answer'>, url: string, body = new Uint8Array(0)) {
  const path = new URL(url).pathname
  const answer = await authority.answer(path, body)
  if (answer !== undefined) return answer.body
  throw new MotcuaError(messages, 'adapters/test-service-not-found', { path })
}

/**
 * Creates an authority: a self-signed root, an issuing authority below it, a timestamp authority and an OCSP responder.
 *
 * Works in Node and in browsers; RSA keys take longer to make, P-256 keys a few milliseconds.
 *
 * @example
 * import { createTestAuthority } from 'motcua/adapters/test-authority'
 * const authority = await createTestAuthority()
 * const { signer } = await authority.issue({ commonName: 'Người ký thử', keyType: 'p256' })
 * signer.chain.length // 2: the signer's certificate and the issuing authority's
 */
export async function createTestAuthority(options: TestAuthorityOptions = {}): Promise<TestAuthority> {
  const { now = systemClock, baseUrl = 'http://pki.motcua.test', keyType = 'p256' } = options
  const state: AuthorityState = { now, baseUrl, entries: new Map() }
  const standing = await createStanding(state, keyType)
  const entryOf = (identity: TestIdentity | undefined) =>
    state.entries.get(identity ?? standing.issuing.identity)
  const authority: Pick<TestAuthority, 'answer'> = {
    answer: (path, body) => answerAt(state, standing, [path, body]),
  }
  return {
    ...authority,
    root: standing.root.identity,
    issuing: standing.issuing.identity,
    timestamping: standing.timestamping.identity,
    responding: standing.responding.identity,
    timestampUrl: `${baseUrl}/tsa`,
    async issue(input) {
      const { keyUsage = ['digitalSignature', 'nonRepudiation'] } = input
      const extensions = { keyUsage, ...input.extensions }
      return (await certify(state, { ...input, extensions }, entryOf(input.issuer))).identity
    },
    revoke(identity, { revokedAt = now(), reason } = {}) {
      const entry = state.entries.get(identity)
      const revoked = { serial: readCertificate(identity.certificate).serial, revokedAt }
      ;(entry?.issuer ?? entry)?.revoked.push(reason === undefined ? revoked : { ...revoked, reason })
    },
    buildCrl: (issuer) => makeCrl(state, entryOf(issuer) ?? standing.issuing),
    fetchTimestamp: (request) => fetchFrom(authority, `${baseUrl}/tsa`, new Uint8Array(request)),
    fetchOcsp: (url, request) => fetchFrom(authority, url, new Uint8Array(request)),
    fetchCrl: (url) => fetchFrom(authority, url),
    fetchCertificates: (url) => fetchFrom(authority, url),
  }
}

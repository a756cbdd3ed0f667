/**
 * Client of the API of the Cloud Signature Consortium, versions 1 and 2: credentials, authorisation, signatures over
 * digests, asynchronous answers.
 *
 * The names follow the consortium's API; the standard itself was not read. Single services differ: what they add goes
 * into `authorizeMore`, and their words for a refusal into `refusedErrors`.
 *
 * @module
 */
import { readBase64, writeBase64 } from '../bytes.ts'
import { type Clock, fromEpochMs, toEpochMs } from '../date.ts'
import { isSigningDigest } from '../hash.ts'
import type { SignatureAlgorithm } from '../pki/index.ts'
import {
  callService,
  digestOids,
  pickJson,
  type RemoteAnswer,
  type RemoteCertificate,
  type RemoteRequest,
  type RemoteService,
  type RemoteTransaction,
  remoteFailure,
  type ServiceConnection,
} from './remote-signing.ts'

/** How a service is reached and authorised. */
export interface CscOptions extends ServiceConnection {
  /** Name for errors, `csc` when absent. */
  readonly name?: string
  /** Up to the version: `https://…/csc/v2`. */
  readonly baseUrl: string
  readonly version: 'v1' | 'v2'
  /** The access token (OAuth 2.0 or a login); asked for before each call, so that it can be renewed. */
  readonly getToken: (signal: AbortSignal | undefined) => Promise<string>
  /** Whose credentials are listed, where the token does not say. */
  readonly userId?: string
  /**
   * `service`: `credentials/authorize` gives the activation data (SAD) once the person has confirmed. `token`: the access
   * token itself was given for this signature (`oauth2code`), and nothing more is asked.
   */
  readonly authorization?: 'service' | 'token'
  /** Further members of `credentials/authorize`, such as `PIN`, `OTP` or `authData`; asked for each time. */
  readonly authorizeMore?: (request: RemoteRequest) => Promise<Readonly<Record<string, unknown>>>
  /** Further members of `signatures/signHash`. */
  readonly signMore?: (request: RemoteRequest) => Readonly<Record<string, unknown>>
  /** Asks for an answer to be polled (version 2, `operationMode` `A`) instead of one in the same call. */
  readonly isAsynchronous?: boolean
  /** How long the person has, 300,000 ms when absent; the call that waits for the phone waits so long. */
  readonly expiresAfterMs?: number
  /** Values of `error` that mean that the person said no, or came too late. */
  readonly refusedErrors?: readonly string[]
  readonly expiredErrors?: readonly string[]
  /** Values of `error` of an asynchronous answer that is not there yet. */
  readonly pendingErrors?: readonly string[]
  readonly newId?: () => string
  readonly clock?: Clock
}

const DEFAULT_EXPIRY_MS = 300_000
const REFUSED = ['access_denied', 'authorization_denied', 'user_rejected', 'user_cancelled'] as const
const EXPIRED = ['authorization_expired', 'expired', 'timeout', 'expired_token'] as const
const PENDING = ['authorization_pending', 'pending', 'signature_pending'] as const

/** Signature algorithms as the API names them, beside the digest. */
const signOids: Readonly<Record<'rsa-pkcs1' | 'ecdsa', Readonly<Record<string, string>>>> = {
  'rsa-pkcs1': {
    sha256: '1.2.840.113549.1.1.1',
    sha384: '1.2.840.113549.1.1.1',
    sha512: '1.2.840.113549.1.1.1',
  },
  ecdsa: { sha256: '1.2.840.10045.4.3.2', sha384: '1.2.840.10045.4.3.3', sha512: '1.2.840.10045.4.3.4' },
}

const nameOf = ({ name = 'csc' }: CscOptions): string => name

/** How an algorithm is asked for; PSS needs parameters that services read differently, so it is refused. */
function writeAlgorithm(options: CscOptions, { scheme, digest }: SignatureAlgorithm) {
  const signAlgo = scheme === 'rsa-pkcs1' || scheme === 'ecdsa' ? signOids[scheme][digest] : undefined
  if (signAlgo === undefined || !isSigningDigest(digest)) throw remoteFailure(nameOf(options), 'algorithm')
  const oid = digestOids[digest]
  return { signAlgo, ...(options.version === 'v1' ? { hashAlgo: oid } : { hashAlgorithmOID: oid }) }
}

/** The digests under the name of the version. */
function writeHashes({ version }: CscOptions, { documents }: RemoteRequest) {
  const hashes = documents.map(({ hash }) => writeBase64(hash))
  return version === 'v1' ? { hash: hashes } : { hashes }
}

/** What a call sends, and how long it may take. */
interface CscCall {
  readonly body: object
  readonly signal: AbortSignal | undefined
  readonly timeoutMs?: number
}

/** Sends one call; a status other than 2xx is a failure with its kind. */
async function call(
  options: CscOptions,
  method: string,
  { body, signal, timeoutMs }: CscCall,
): Promise<unknown> {
  const service = nameOf(options)
  const { status, body: answer } = await callService({
    ...options,
    ...(timeoutMs === undefined ? {} : { timeoutMs }),
    service,
    url: `${options.baseUrl}/${method}`,
    body,
    token: await options.getToken(signal),
    signal,
  })
  if (status >= 200 && status < 300) return answer
  const error = String(pickJson(answer, 'error') ?? '')
  const { refusedErrors = REFUSED, expiredErrors = EXPIRED, pendingErrors = PENDING } = options
  if (pendingErrors.includes(error)) return {}
  if (refusedErrors.includes(error)) throw remoteFailure(service, 'refused-by-person', { status })
  if (expiredErrors.includes(error)) throw remoteFailure(service, 'expired', { status })
  if (status === 401 || status === 403) throw remoteFailure(service, 'credentials', { status })
  throw remoteFailure(service, status >= 500 ? 'unavailable' : 'rejected', { status })
}

/** Reads one credential with its chain. */
async function readCredential(
  options: CscOptions,
  credentialID: string,
  signal: AbortSignal | undefined,
): Promise<RemoteCertificate> {
  const body = { credentialID, certificates: 'chain', certInfo: true, authInfo: true }
  const info = await call(options, 'credentials/info', { body, signal })
  const list = pickJson(info, 'cert', 'certificates')
  const texts = Array.isArray(list) ? list.filter((text) => typeof text === 'string') : []
  const states = [pickJson(info, 'cert', 'status'), pickJson(info, 'key', 'status')]
  return {
    id: credentialID,
    chain: texts.map((text) => readBase64(text.replace(/\s/g, ''))),
    isUsable: states.every((state) => state === undefined || state === 'valid' || state === 'enabled'),
  }
}

/** Gets the activation data; the call lasts until the person has confirmed. */
async function authorize(
  options: CscOptions,
  request: RemoteRequest,
  signal: AbortSignal | undefined,
): Promise<Readonly<Record<string, string>>> {
  if (options.authorization === 'token') return {}
  const { hashAlgorithmOID } = { hashAlgorithmOID: undefined, ...writeAlgorithm(options, request.algorithm) }
  const body = {
    credentialID: request.certificate.id,
    numSignatures: request.documents.length,
    ...writeHashes(options, request),
    ...(hashAlgorithmOID === undefined ? {} : { hashAlgorithmOID }),
    description: request.description,
    ...(await options.authorizeMore?.(request)),
  }
  const timeoutMs = options.expiresAfterMs ?? DEFAULT_EXPIRY_MS
  const sad = pickJson(await call(options, 'credentials/authorize', { body, signal, timeoutMs }), 'SAD')
  if (typeof sad !== 'string') throw remoteFailure(nameOf(options), 'bad-answer')
  return { SAD: sad }
}

/** Asks for the signatures of what was authorised. */
function signHashes(
  options: CscOptions,
  request: RemoteRequest,
  {
    state,
    signal,
  }: { readonly state: Readonly<Record<string, string>>; readonly signal: AbortSignal | undefined },
): Promise<unknown> {
  const body = {
    credentialID: request.certificate.id,
    ...state,
    ...writeHashes(options, request),
    ...writeAlgorithm(options, request.algorithm),
    ...(options.isAsynchronous === true ? { operationMode: 'A' } : {}),
    ...options.signMore?.(request),
  }
  return call(options, 'signatures/signHash', { body, signal })
}

/** Signatures come in the order of the digests. */
function readSignatures(options: CscOptions, answer: unknown, { documents }: RemoteRequest): RemoteAnswer {
  const list = pickJson(answer, 'signatures')
  if (!Array.isArray(list)) return { kind: 'waiting' }
  if (list.length !== documents.length || !list.every((text) => typeof text === 'string')) {
    throw remoteFailure(nameOf(options), 'bad-answer')
  }
  const pairs = documents.map(
    ({ id }, index) => [id, readBase64(String(list[index]).replace(/\s/g, ''))] as const,
  )
  return { kind: 'signed', signatures: Object.fromEntries(pairs) }
}

/** Starts: authorises, and hands in an asynchronous request. */
async function start(
  options: CscOptions,
  request: RemoteRequest,
  signal: AbortSignal | undefined,
): Promise<RemoteTransaction> {
  const { clock = () => fromEpochMs(Date.now()), newId = () => crypto.randomUUID() } = options
  const startedAt = clock()
  const expiresAt = fromEpochMs(toEpochMs(startedAt) + (options.expiresAfterMs ?? DEFAULT_EXPIRY_MS))
  const authorized = await authorize(options, request, signal)
  const common = { service: nameOf(options), startedAt, expiresAt, request }
  if (options.isAsynchronous !== true) return { ...common, id: newId(), state: authorized }
  const id = pickJson(await signHashes(options, request, { state: authorized, signal }), 'responseID')
  if (typeof id !== 'string') throw remoteFailure(nameOf(options), 'bad-answer')
  return { ...common, id, state: {} }
}

/**
 * Makes a client of a service with the API of the Cloud Signature Consortium.
 *
 * There is no call that takes a request back: a cancellation ends the waiting here.
 *
 * @example
 * import { createCsc } from 'motcua/adapters/csc'
 * const service = createCsc({
 *   baseUrl: 'https://signing.example/csc/v2',
 *   version: 'v2',
 *   getToken: async () => 'from OAuth 2.0',
 *   // Stands in for the network.
 *   fetch: async () => new Response(JSON.stringify({ credentialIDs: [] })),
 * })
 * await service.listCertificates() // []
 */
export function createCsc(options: CscOptions): RemoteService {
  return {
    name: nameOf(options),
    async listCertificates(signal) {
      const body = options.userId === undefined ? {} : { userID: options.userId }
      const ids = pickJson(await call(options, 'credentials/list', { body, signal }), 'credentialIDs')
      if (!Array.isArray(ids)) throw remoteFailure(nameOf(options), 'bad-answer')
      const found: RemoteCertificate[] = []
      for (const id of ids) found.push(await readCredential(options, String(id), signal))
      return found.filter(({ chain }) => chain.length > 0)
    },
    start: (request, signal) => start(options, request, signal),
    async poll({ id, request, state }, signal) {
      const answer =
        options.isAsynchronous === true
          ? await call(options, 'signatures/signPolling', { body: { requestID: id }, signal })
          : await signHashes(options, request, { state, signal })
      return readSignatures(options, answer, request)
    },
  }
}

/**
 * Signing by a service that asks a person on a phone: a transaction, a wait of minutes, an answer or none.
 *
 * This is the port that the clients of single services fulfil, and what every one of them needs: waiting by polling or by
 * web-hook, cancelling, expiry, and a `Signer` over it. What comes back is checked where it is used: `sign` and
 * `embedSignature` refuse a signature of another key.
 *
 * @module
 */
import { writeHex } from '../bytes.ts'
import { type Clock, fromEpochMs, type Instant, toEpochMs } from '../date.ts'
import { type ErrorTable, isMotcuaError, MotcuaError } from '../errors.ts'
import { hashBytes, type SigningDigest } from '../hash.ts'
import {
  type AlgorithmChoice,
  chooseAlgorithm,
  readCertificate,
  type SignatureAlgorithm,
  type Signer,
  writeEcdsaSignature,
} from '../pki/index.ts'
import { messages } from './messages.ts'

/** A certificate that a service holds the key of. */
export interface RemoteCertificate {
  /** The service's name for it: a serial number, a credential. */
  readonly id: string
  /** As DER: the signer's first, then its issuers as far as the service gives them. */
  readonly chain: readonly Uint8Array[]
  /** The service says that it can be used now. */
  readonly isUsable: boolean
}

/** One digest to be signed. */
export interface RemoteDocument {
  /** Shown to the person beside the transaction. */
  readonly id: string
  /**
   * Digest of what is signed: of the signed attributes for a raw signature, of the document for a service that builds
   * the whole CMS.
   */
  readonly hash: Uint8Array
  readonly name?: string
}

/** What a service is asked to sign; several digests cost the person one confirmation. */
export interface RemoteRequest {
  readonly certificate: RemoteCertificate
  readonly algorithm: SignatureAlgorithm
  readonly documents: readonly RemoteDocument[]
  /** Shown to the person on the phone. */
  readonly description: string
}

/** A signature that a person has been asked for; plain data, to be kept until the answer comes. */
export interface RemoteTransaction {
  readonly service: string
  readonly id: string
  readonly startedAt: Instant
  /** After it, nobody waits any longer. */
  readonly expiresAt: Instant
  readonly request: RemoteRequest
  /** What else the client needs to poll. A token in it is as secret as a password for as long as it lives. */
  readonly state: Readonly<Record<string, string>>
}

/** What a service says of a transaction; signatures by the id of the document. */
export type RemoteAnswer =
  | { readonly kind: 'waiting' }
  | { readonly kind: 'signed'; readonly signatures: Readonly<Record<string, Uint8Array>> }
  | { readonly kind: 'refused' }
  | { readonly kind: 'expired' }

/** What a client of a service does. */
export interface RemoteService {
  /** Name for errors and transactions, such as `smartca`. */
  readonly name: string
  readonly listCertificates: (signal?: AbortSignal) => Promise<readonly RemoteCertificate[]>
  /** Asks the person. Never tried twice by itself: each try rings a phone. */
  readonly start: (request: RemoteRequest, signal?: AbortSignal) => Promise<RemoteTransaction>
  readonly poll: (transaction: RemoteTransaction, signal?: AbortSignal) => Promise<RemoteAnswer>
  /** Left out where the service knows no such call: the request then ends on the phone by its own expiry. */
  readonly cancel?: (transaction: RemoteTransaction) => Promise<void>
}

/** The world around a wait; each has a default. */
export interface RemoteWorld {
  readonly clock?: Clock
  /** Waits; ends early when the signal does. */
  readonly sleep?: (milliseconds: number, signal: AbortSignal | undefined) => Promise<void>
  /** Pause between two polls, 3,000 ms when absent. */
  readonly pollEveryMs?: number
  /** Gives up: the transaction is cancelled where the service can. */
  readonly signal?: AbortSignal
  /** Where a web-hook delivers; polling goes on beside it, because web-hooks get lost. */
  readonly inbox?: RemoteInbox
}

type Failure = ErrorTable['adapters/remote-signing-failed']

const DEFAULT_POLL_MS = 3000

/**
 * Makes the one error of remote signing: a service, a reason, perhaps a status; never what was sent or answered.
 *
 * It is given, not thrown, so that a client says where it throws.
 *
 * @throws MotcuaError `adapters/remote-signing-failed` by whoever asked for it.
 */
export function remoteFailure(
  service: string,
  reason: Failure['reason'],
  more: { readonly status?: number; readonly cause?: unknown } = {},
): MotcuaError<'adapters/remote-signing-failed'> {
  const { status, cause } = more
  const data = { service, reason, ...(status === undefined ? {} : { status }) }
  return new MotcuaError(
    messages,
    'adapters/remote-signing-failed',
    data,
    cause === undefined ? {} : { cause },
  )
}

/** The clock of the machine. */
const machineClock: Clock = () => fromEpochMs(Date.now())

/** Waits by a timer that a signal ends. */
function waitFor(milliseconds: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      clearTimeout(timer)
      signal?.removeEventListener('abort', done)
      resolve()
    }
    const timer = setTimeout(done, milliseconds)
    signal?.addEventListener('abort', done)
  })
}

/** Where web-hooks deliver what the waiting side is waiting for. */
export interface RemoteInbox {
  /** Hands in an answer, as a client's reader of web-hooks gives it. */
  readonly deliver: (transactionId: string, answer: RemoteAnswer) => void
  /** The answer to a transaction, also one that came before anybody asked. */
  readonly wait: (transactionId: string) => Promise<RemoteAnswer>
}

/**
 * Makes an inbox for web-hooks of one process. Several processes behind one address share their answers by a store of
 * their own: the interface is two functions.
 */
export function createInbox(): RemoteInbox {
  const answers = new Map<
    string,
    { promise: Promise<RemoteAnswer>; resolve: (answer: RemoteAnswer) => void }
  >()
  const open = (id: string) => {
    const known = answers.get(id)
    if (known !== undefined) return known
    let resolve: (answer: RemoteAnswer) => void = () => {}
    const promise = new Promise<RemoteAnswer>((settle) => {
      resolve = settle
    })
    const made = { promise, resolve }
    answers.set(id, made)
    return made
  }
  return {
    deliver: (id, answer) => open(id).resolve(answer),
    wait: (id) => open(id).promise,
  }
}

/** Polls once; a network that fails for a moment is no answer, and the person may confirm meanwhile. */
async function pollOnce(
  service: RemoteService,
  transaction: RemoteTransaction,
  signal: AbortSignal | undefined,
) {
  try {
    return await service.poll(transaction, signal)
  } catch (error) {
    const isPassing =
      isMotcuaError(error, 'adapters/remote-signing-failed') &&
      ['network', 'timeout', 'unavailable'].includes(error.data.reason)
    if (isPassing) return { kind: 'waiting' } as const
    throw error
  }
}

/** Gives up a transaction; that the service could not be told is no reason for another error. */
async function giveUp(service: RemoteService, transaction: RemoteTransaction): Promise<never> {
  await service.cancel?.(transaction).catch(() => undefined)
  throw remoteFailure(service.name, 'cancelled')
}

/**
 * Waits until the person has confirmed or refused, the transaction expires, or the caller gives up.
 *
 * @throws MotcuaError `adapters/remote-signing-failed`, through {@link remoteFailure}: refused, expired, cancelled.
 */
export async function waitForSignatures(
  service: RemoteService,
  transaction: RemoteTransaction,
  world: RemoteWorld = {},
): Promise<Readonly<Record<string, Uint8Array>>> {
  const { clock = machineClock, sleep = waitFor, pollEveryMs = DEFAULT_POLL_MS, signal, inbox } = world
  const hooked = inbox?.wait(transaction.id)
  for (;;) {
    if (signal?.aborted) return giveUp(service, transaction)
    const answer = await pollOnce(service, transaction, signal)
    const settled = answer.kind === 'waiting' ? await pause(hooked, () => sleep(pollEveryMs, signal)) : answer
    if (settled.kind === 'signed') return settled.signatures
    if (settled.kind === 'refused') throw remoteFailure(service.name, 'refused-by-person')
    const isOver = settled.kind === 'expired' || toEpochMs(clock()) >= toEpochMs(transaction.expiresAt)
    if (isOver && !signal?.aborted) throw remoteFailure(service.name, 'expired')
  }
}

/** Sleeps, unless a web-hook comes first. */
async function pause(
  hooked: Promise<RemoteAnswer> | undefined,
  sleep: () => Promise<void>,
): Promise<RemoteAnswer> {
  const slept = sleep().then((): RemoteAnswer => ({ kind: 'waiting' }))
  return hooked === undefined ? slept : Promise.race([hooked, slept])
}

/** Asks for signatures and waits for them; by the id of each document. */
export async function requestSignatures(
  service: RemoteService,
  request: RemoteRequest,
  world: RemoteWorld = {},
): Promise<Readonly<Record<string, Uint8Array>>> {
  if (!request.certificate.isUsable) throw remoteFailure(service.name, 'certificate-not-usable')
  const { signal } = world
  if (signal?.aborted) throw remoteFailure(service.name, 'cancelled')
  const transaction = await service.start(request, signal)
  return waitForSignatures(service, transaction, world)
}

/** How a signer over a service works. */
export interface RemoteSignerOptions extends RemoteWorld, AlgorithmChoice {
  readonly certificate: RemoteCertificate
  /** Certificates of issuers that the service does not give, as DER. */
  readonly issuers?: readonly Uint8Array[]
  /** Shown to the person on the phone. */
  readonly description: string
  /** Shown to the person beside it; the first digits of the digest when absent. */
  readonly documentId?: string
}

/** Octets of r and s of each curve. */
const FIELD_BYTES = { 'P-256': 32, 'P-384': 48, 'P-521': 66 } as const

/** A raw signature in the form that CMS carries; services and cards give ECDSA as r‖s or as DER. */
export function toCmsSignature(certificate: Uint8Array, signature: Uint8Array): Uint8Array {
  const { curve } = readCertificate(certificate).publicKey
  return curve !== undefined && signature.length === 2 * FIELD_BYTES[curve]
    ? writeEcdsaSignature(signature)
    : signature
}

/** A CMS begins with the identifier of SignedData, where a DER ECDSA signature has an integer. */
function isWholeCms(bytes: Uint8Array): boolean {
  return bytes[0] === 0x30 && writeHex(bytes.subarray(0, 24)).includes('06092a864886f70d010702')
}

/**
 * Makes a {@link Signer} over a service that gives raw signatures: `sign` of `motcua/pades` then waits for the person.
 *
 * The digest that is sent is that of the signed attributes. A service that answers with a whole CMS is told apart: it
 * wants `prepareSignature`, {@link requestSignatures} over the digest of the document, and `embedSignature`.
 */
export function fromRemoteService(service: RemoteService, options: RemoteSignerOptions): Signer {
  const { certificate, issuers = [], description, documentId } = options
  const [own] = certificate.chain
  if (own === undefined) throw remoteFailure(service.name, 'certificate-not-usable')
  const algorithm = chooseAlgorithm(readCertificate(own).publicKey, options)
  return {
    algorithm,
    chain: [...certificate.chain, ...issuers],
    async sign(bytes) {
      const hash = hashBytes(algorithm.digest, bytes)
      const id = documentId ?? writeHex(hash.subarray(0, 8))
      const request = { certificate, algorithm, documents: [{ id, hash }], description }
      const signature = (await requestSignatures(service, request, options))[id]
      if (signature === undefined) throw remoteFailure(service.name, 'bad-answer')
      if (isWholeCms(signature)) throw remoteFailure(service.name, 'whole-cms')
      return toCmsSignature(own, signature)
    },
  }
}

/** The part of `fetch` that clients use. */
export type ServiceFetch = (url: string, init: RequestInit) => Promise<Response>

/** How clients of services reach them. */
export interface ServiceConnection {
  /** `fetch` of the machine when absent. */
  readonly fetch?: ServiceFetch
  /** Longest wait for one answer, 30,000 ms when absent; calls during which the person confirms wait for the expiry. */
  readonly timeoutMs?: number
}

/** One call of a service: JSON there, JSON back. */
export interface ServiceCall extends ServiceConnection {
  readonly service: string
  readonly url: string
  readonly body: unknown
  /** Sent as `Authorization: Bearer`. */
  readonly token?: string | undefined
  readonly signal?: AbortSignal | undefined
}

const DEFAULT_TIMEOUT_MS = 30_000

/** Certificates and signatures of a batch fit many times. */
const MAX_ANSWER_CHARACTERS = 4_000_000

/** Passwords and tokens go over TLS only, or stay on this machine. */
function isSafe(url: string): boolean {
  const { protocol, hostname } = new URL(url)
  return protocol === 'https:' || ['127.0.0.1', '[::1]', 'localhost'].includes(hostname)
}

/** Why a call came back without an answer. */
function reasonOf(signal: AbortSignal | undefined, error: unknown): Failure['reason'] {
  if (signal?.aborted) return 'cancelled'
  return error instanceof Error && error.name === 'TimeoutError' ? 'timeout' : 'network'
}

/**
 * Sends one call and reads the JSON that comes back, whatever its status.
 *
 * Redirects are refused: they would carry passwords elsewhere. Neither what was sent nor what came is part of an error.
 */
export async function callService(
  call: ServiceCall,
): Promise<{ readonly status: number; readonly body: unknown }> {
  const { service, url, body, token, signal, timeoutMs = DEFAULT_TIMEOUT_MS } = call
  if (!isSafe(url)) throw remoteFailure(service, 'not-https')
  const limit = AbortSignal.timeout(timeoutMs)
  const send = call.fetch ?? fetch
  try {
    const response = await send(url, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        accept: 'application/json',
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      },
      body: JSON.stringify(body),
      redirect: 'error',
      signal: signal === undefined ? limit : AbortSignal.any([signal, limit]),
    })
    const text = await response.text()
    return {
      status: response.status,
      body: text.length > MAX_ANSWER_CHARACTERS ? undefined : parseJson(text),
    }
  } catch (error) {
    throw remoteFailure(service, reasonOf(signal, error))
  }
}

/** Parses JSON; what is none is `undefined`, which every reader below refuses. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    // An error page in HTML, as gateways answer.
    return undefined
  }
}

/** Reads a member of nested objects and arrays; `undefined` where there is none. */
export function pickJson(value: unknown, ...keys: readonly (string | number)[]): unknown {
  let current: unknown = value
  for (const key of keys) {
    if (typeof current !== 'object' || current === null) return undefined
    current = Reflect.get(current, key)
  }
  return current
}

/** Digest names as services want them. */
export const digestOids: Readonly<Record<SigningDigest, string>> = {
  sha256: '2.16.840.1.101.3.4.2.1',
  sha384: '2.16.840.1.101.3.4.2.2',
  sha512: '2.16.840.1.101.3.4.2.3',
}

/**
 * Client of VNPT SmartCA: certificates, signatures over digests that a person confirms on a phone, web-hook, and the
 * variant "TH" that is confirmed by a password and a one-time code.
 *
 * Names and addresses follow the provider's guide for integration; what it does not say (the words for a refusal, how long
 * a request lives) is configuration with a default.
 *
 * @module
 */
import { readBase64, writeHex } from '../bytes.ts'
import { type Clock, fromEpochMs, type Instant, toEpochMs } from '../date.ts'
import { readPem } from '../pki/index.ts'
import {
  callService,
  pickJson,
  type RemoteAnswer,
  type RemoteCertificate,
  type RemoteRequest,
  type RemoteService,
  type RemoteTransaction,
  remoteFailure,
  type ServiceConnection,
} from './remote-signing.ts'

/** The two addresses of the service. */
export const smartCaUrls = {
  production: 'https://gwsca.vnpt.vn/sca/sp769',
  test: 'https://rmgateway.vnptit.vn/sca/sp769',
} as const

/** Who asks, for whom. All of it is secret or personal; none of it is ever part of an error. */
export interface SmartCaOptions extends ServiceConnection {
  /** Account of the application, from the provider. */
  readonly spId: string
  readonly spPassword: string
  /** Identity number of the subscriber (CCCD, CMND, passport) or tax code. */
  readonly userId: string
  /** `smartCaUrls.production` when absent. */
  readonly baseUrl?: string
  /**
   * Which id the status is asked by. The guide's text leaves it open: `tran_code` when absent; samples of the provider
   * use `transaction_id`.
   */
  readonly statusBy?: 'tran_code' | 'transaction_id'
  /** How long a request lives on the phone, 300,000 ms when absent: the guide does not say. */
  readonly expiresAfterMs?: number
  /** Words of the answer that mean the end without a signature, in lower case: not in the guide either. */
  readonly refusedWords?: readonly string[]
  readonly expiredWords?: readonly string[]
  /** Kind of the files as shown to the person, `pdf` when absent. */
  readonly fileType?: string
  /** Confirms by password and one-time code instead of the phone: the variant "TH" (`v2/signatures`). */
  readonly integrated?: { readonly password: string; readonly otp: () => Promise<string> }
  /** Makes the ids of transactions, which have to be unique; random UUIDs when absent. */
  readonly newId?: () => string
  readonly clock?: Clock
}

const NAME = 'smartca'
const DEFAULT_EXPIRY_MS = 300_000
const REFUSED_WORDS = ['reject', 'refuse', 'denied', 'cancel', 'tu_choi'] as const
const EXPIRED_WORDS = ['expire', 'timeout', 'time_out'] as const

/** Sends one call and hands out `data`; a status other than 200 is a failure with its kind. */
async function call(
  options: SmartCaOptions,
  path: string,
  { body, signal }: { readonly body: object; readonly signal?: AbortSignal | undefined },
): Promise<unknown> {
  const { baseUrl = smartCaUrls.production } = options
  const answer = await callService({
    ...options,
    service: NAME,
    url: `${baseUrl}${path}`,
    body,
    signal,
  })
  const inner = pickJson(answer.body, 'status_code')
  const status = answer.status === 200 && typeof inner === 'number' && inner !== 0 ? inner : answer.status
  if (status === 200) return answer.body
  if (status === 401) throw remoteFailure(NAME, 'credentials', { status })
  if (status === 403) throw remoteFailure(NAME, 'certificate-not-usable', { status })
  throw remoteFailure(NAME, status >= 500 ? 'unavailable' : 'rejected', { status })
}

/** Reads base64, with or without the lines of PEM. */
function readDer(text: unknown): Uint8Array[] {
  if (typeof text !== 'string' || text === '') return []
  if (text.includes('-----BEGIN')) return readPem(text, 'CERTIFICATE').map(({ bytes }) => bytes)
  return [readBase64(text.replace(/\s/g, ''))]
}

/** Reads one certificate of a subscriber. */
function readRemoteCertificate(entry: unknown): RemoteCertificate[] {
  const id = pickJson(entry, 'serial_number')
  const chain = [
    ...readDer(pickJson(entry, 'cert_data')),
    ...readDer(pickJson(entry, 'chain_data', 'ca_cert')),
    ...readDer(pickJson(entry, 'chain_data', 'root_cert')),
  ]
  if (typeof id !== 'string' || chain.length === 0) return []
  const status = pickJson(entry, 'cert_status')
  const words = typeof status === 'string' ? status.toLowerCase() : ''
  const isUsable = !['revoked', 'expired', 'suspend', 'thu hồi', 'hết hạn'].some((word) =>
    words.includes(word),
  )
  return [{ id, chain, isUsable }]
}

/** The moment of a request as the service writes it: `yyyyMMddHHmmssZ`, in UTC. */
function writeStamp(at: Instant): string {
  return `${new Date(toEpochMs(at)).toISOString().replace(/\D/g, '').slice(0, 14)}Z`
}

/** Signatures in an answer, by document; those that are still missing are left out. */
function readSignatures(list: unknown): Record<string, Uint8Array> {
  const entries: readonly unknown[] = Array.isArray(list) ? list : []
  return Object.fromEntries(
    entries.flatMap((entry) => {
      const [id, value] = [pickJson(entry, 'doc_id'), pickJson(entry, 'signature_value')]
      if (typeof id !== 'string' || typeof value !== 'string' || value === '') return []
      return [[id, readBase64(value.replace(/\s/g, ''))] as const]
    }),
  )
}

/** What an answer with a message and perhaps signatures means. */
function interpret(options: SmartCaOptions, message: unknown, list: unknown): RemoteAnswer {
  const signatures = readSignatures(list)
  if (Object.keys(signatures).length > 0) return { kind: 'signed', signatures }
  const { refusedWords = REFUSED_WORDS, expiredWords = EXPIRED_WORDS } = options
  const word = typeof message === 'string' ? message.toLowerCase() : ''
  if (refusedWords.some((refused) => word.includes(refused))) return { kind: 'refused' }
  return expiredWords.some((expired) => word.includes(expired)) ? { kind: 'expired' } : { kind: 'waiting' }
}

/** Who asks, as every call but that for the status says it. */
function writeAccount({ spId, spPassword, userId }: SmartCaOptions) {
  return { sp_id: spId, sp_password: spPassword, user_id: userId }
}

/** The body of a request for signatures. */
function writeRequest(options: SmartCaOptions, request: RemoteRequest, at: Instant) {
  return {
    ...writeAccount(options),
    transaction_desc: request.description,
    time_stamp: writeStamp(at),
    serial_number: request.certificate.id,
    sign_files: request.documents.map(({ id, hash }) => ({
      doc_id: id,
      file_type: options.fileType ?? 'pdf',
      sign_type: 'hash',
      data_to_be_signed: writeHex(hash),
    })),
  }
}

/** Starts a transaction: the phone rings, or the one-time code is spent. */
async function start(
  options: SmartCaOptions,
  request: RemoteRequest,
  signal: AbortSignal | undefined,
): Promise<RemoteTransaction> {
  // The service knows SHA-256 alone.
  if (request.algorithm.digest !== 'sha256') throw remoteFailure(NAME, 'algorithm')
  const { clock = () => fromEpochMs(Date.now()), newId = () => crypto.randomUUID(), integrated } = options
  const startedAt = clock()
  const id = newId()
  const secret =
    integrated === undefined ? {} : { password: integrated.password, otp: await integrated.otp() }
  const path = integrated === undefined ? '/v1/signatures/sign' : '/v2/signatures/sign'
  const body = { ...writeRequest(options, request, startedAt), transaction_id: id, ...secret }
  const data = pickJson(await call(options, path, { body, signal }), 'data')
  const [code, sad] = [pickJson(data, 'tran_code'), pickJson(data, 'sad')]
  if (typeof code !== 'string' || (integrated !== undefined && typeof sad !== 'string')) {
    throw remoteFailure(NAME, 'bad-answer')
  }
  const expiresAt = fromEpochMs(toEpochMs(startedAt) + (options.expiresAfterMs ?? DEFAULT_EXPIRY_MS))
  const state = { code, ...(typeof sad === 'string' ? { sad } : {}) }
  return { service: NAME, id, startedAt, expiresAt, request, state }
}

/** Asks how a transaction stands; the variant "TH" confirms it by the same call. */
async function poll(
  options: SmartCaOptions,
  transaction: RemoteTransaction,
  signal: AbortSignal | undefined,
): Promise<RemoteAnswer> {
  const { integrated, statusBy = 'tran_code' } = options
  const { sad, code } = transaction.state
  const isIntegrated = integrated !== undefined && sad !== undefined
  const key = statusBy === 'tran_code' ? (code ?? '') : transaction.id
  const path = isIntegrated
    ? '/v2/signatures/confirm'
    : `/v1/signatures/sign/${encodeURIComponent(key)}/status`
  const body = isIntegrated
    ? { ...writeAccount(options), password: integrated.password, transaction_id: transaction.id, sad }
    : {}
  const answer = await call(options, path, { body, signal })
  return interpret(options, pickJson(answer, 'message'), pickJson(answer, 'data', 'signatures'))
}

/** A client of the service, and the reader of its web-hooks. */
export interface SmartCaService extends RemoteService {
  /**
   * Reads the body of a web-hook: which transaction, and its answer; `undefined` when it is not for this application.
   *
   * Nobody proves that a web-hook comes from the service: the signature in it is checked where it is embedded.
   */
  readonly readWebhook: (body: unknown) => { readonly id: string; readonly answer: RemoteAnswer } | undefined
}

/**
 * Makes a client of VNPT SmartCA for one subscriber.
 *
 * There is no call that takes a request back: after a cancellation it stays on the phone until it expires there.
 *
 * @example
 * import { createSmartCa, smartCaUrls } from 'motcua/adapters/smartca'
 * const service = createSmartCa({
 *   spId: 'from-the-provider',
 *   spPassword: 'from-the-provider',
 *   userId: '000000000000',
 *   baseUrl: smartCaUrls.test,
 *   // Stands in for the network.
 *   fetch: async () => new Response(JSON.stringify({ status_code: 200, data: { user_certificates: [] } })),
 * })
 * await service.listCertificates() // []
 */
export function createSmartCa(options: SmartCaOptions): SmartCaService {
  return {
    name: NAME,
    async listCertificates(signal) {
      const { newId = () => crypto.randomUUID() } = options
      const body = { ...writeAccount(options), serial_number: '', transaction_id: newId() }
      const answer = await call(options, '/v1/credentials/get_certificate', { body, signal })
      const list = pickJson(answer, 'data', 'user_certificates')
      if (!Array.isArray(list)) throw remoteFailure(NAME, 'bad-answer')
      return list.flatMap(readRemoteCertificate)
    },
    start: (request, signal) => start(options, request, signal),
    poll: (transaction, signal) => poll(options, transaction, signal),
    readWebhook(body) {
      const id = pickJson(body, 'transaction_id')
      if (pickJson(body, 'sp_id') !== options.spId || typeof id !== 'string') return undefined
      return { id, answer: interpret(options, pickJson(body, 'message'), pickJson(body, 'signed_files')) }
    },
  }
}

/**
 * Client of Viettel MySign: a login, then the first version of the API of the Cloud Signature Consortium under the
 * service's own path.
 *
 * Names and addresses are those that integrations in use show; the provider's guide was not read. The call for the
 * activation data lasts until the person has confirmed on the phone.
 *
 * @module
 */
import type { Clock } from '../date.ts'
import { createCsc } from './csc.ts'
import {
  callService,
  pickJson,
  type RemoteRequest,
  type RemoteService,
  remoteFailure,
  type ServiceConnection,
} from './remote-signing.ts'

/** Who asks, for whom. All of it is secret or personal; none of it is ever part of an error. */
export interface MySignOptions extends ServiceConnection {
  readonly clientId: string
  readonly clientSecret: string
  /** `CMT_` with an identity number, or `MST_` with a tax code. */
  readonly userId: string
  /** `adss:ras:profile:001` when absent. */
  readonly profileId?: string
  /** `https://remotesigning.viettel.vn` when absent. */
  readonly baseUrl?: string
  /** `/adss/service/ras` when absent; newer installations answer under `/vtss/service/ras`. */
  readonly servicePath?: string
  /** How long the person has, 300,000 ms when absent. */
  readonly expiresAfterMs?: number
  /** Values of `error` that mean that the person said no, or came too late: they are not published. */
  readonly refusedErrors?: readonly string[]
  readonly expiredErrors?: readonly string[]
  readonly newId?: () => string
  readonly clock?: Clock
}

const NAME = 'mysign'

/** Logs in; each call is logged in anew, so that nothing is kept that could be stolen or grow old. */
async function login(options: MySignOptions, url: string, signal: AbortSignal | undefined): Promise<string> {
  const { clientId, clientSecret, userId, profileId = 'adss:ras:profile:001' } = options
  const body = { client_id: clientId, client_secret: clientSecret, user_id: userId, profile_id: profileId }
  const { status, body: answer } = await callService({ ...options, service: NAME, url, body, signal })
  if (status >= 500) throw remoteFailure(NAME, 'unavailable', { status })
  const token = pickJson(answer, 'access_token')
  if (status !== 200 || typeof token !== 'string') throw remoteFailure(NAME, 'credentials', { status })
  return token
}

/** What the phone shows of each document. */
function describeDocuments({ documents, description }: RemoteRequest) {
  return documents.map(({ id, name }) => ({ document_id: id, document_name: name ?? description }))
}

/**
 * Makes a client of Viettel MySign for one subscriber.
 *
 * @example
 * import { createMySign } from 'motcua/adapters/mysign'
 * const answers: Record<string, unknown> = { login: { access_token: 'a' }, list: { credentialIDs: [] } }
 * const service = createMySign({
 *   clientId: 'from-the-provider',
 *   clientSecret: 'from-the-provider',
 *   userId: 'CMT_000000000000',
 *   // Stands in for the network.
 *   fetch: async (url) => new Response(JSON.stringify(answers[url.split('/').at(-1) ?? ''])),
 * })
 * await service.listCertificates() // []
 */
export function createMySign(options: MySignOptions): RemoteService {
  const { baseUrl = 'https://remotesigning.viettel.vn', servicePath = '/adss/service/ras' } = options
  const root = `${baseUrl}${servicePath}`
  return createCsc({
    ...options,
    name: NAME,
    baseUrl: `${root}/csc/v1`,
    version: 'v1',
    getToken: (signal) => login(options, `${root}/v1/login`, signal),
    authorizeMore: async (request) => ({ documents: describeDocuments(request) }),
    signMore: (request) => ({ documents: describeDocuments(request) }),
  })
}

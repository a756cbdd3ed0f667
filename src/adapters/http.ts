/**
 * Timestamps, OCSP answers, CRLs and issuers over HTTP, for servers: long patience, bounded answers, and no way
 * for a certificate's own address to reach inside the house.
 *
 * @module
 */
import { lookup } from 'node:dns'
import * as http from 'node:http'
import * as https from 'node:https'
import { BlockList, isIP, type LookupFunction } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { type ErrorTable, isMotcuaError, MotcuaError } from '../errors.ts'
import type { FetchCertificates, FetchCrl, FetchOcsp, FetchTimestamp } from '../pki/index.ts'
import { messages } from './messages.ts'

/** How patient and how trusting the fetching is. */
export interface HttpOptions {
  /** Longest wait for one answer in milliseconds; a government TSA was seen to take 131 s. 180,000 when absent. */
  readonly timeoutMs?: number
  /** Further tries after a failure of the network or an answer of 5xx; 2 when absent. */
  readonly retries?: number
  /** Largest answer in bytes; 32 MiB when absent. */
  readonly maxBytes?: number
  /** Host names that may be asked although their address is private or loopback, such as an agency's own OCSP. */
  readonly internalHosts?: readonly string[]
  /** User name and password for the TSA, sent as HTTP Basic; never to another host. */
  readonly tsaCredentials?: { readonly user: string; readonly password: string }
}

/** The four ports, ready for `motcua/pades` and `motcua/validation`. */
export interface HttpFetchers {
  /** Makes the port for one TSA. The address is the caller's own choice and may be internal. */
  readonly timestampFrom: (url: string) => FetchTimestamp
  readonly fetchOcsp: FetchOcsp
  readonly fetchCrl: FetchCrl
  readonly fetchCertificates: FetchCertificates
}

const DEFAULT_TIMEOUT_MS = 180_000
const DEFAULT_MAX_BYTES = 32 * 1024 * 1024
const MAX_REDIRECTS = 3
const RETRY_PAUSE_MS = 500

/** Addresses that a certificate must not send a server to (RFC 1918, 6598, 3927, 4193, 4291, 5735, 6890). */
const internal = new BlockList()
for (const [net, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['224.0.0.0', 3],
] as const) {
  internal.addSubnet(net, bits, 'ipv4')
}
for (const [net, bits] of [
  ['::', 127],
  ['::ffff:0:0', 96],
  ['64:ff9b::', 96],
  ['fc00::', 7],
  ['fe80::', 10],
  ['ff00::', 8],
] as const) {
  internal.addSubnet(net, bits, 'ipv6')
}

/** Tells whether an address lies inside the house; IPv4 hidden in IPv6 counts as inside. */
function isInternal(address: string): boolean {
  return internal.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4')
}

/** Resolves a name and refuses an internal address at the moment of connecting, so that DNS cannot change its mind. */
const guardedLookup: LookupFunction = (hostname, options, callback) => {
  lookup(hostname, { ...options, all: true }, (error, addresses) => {
    if (error) return callback(error, '', 0)
    const allowed = addresses.filter(({ address }) => !isInternal(address))
    const [first] = allowed
    if (first === undefined)
      return callback(Object.assign(new Error('internal address'), { code: 'EINTERNAL' }), '', 0)
    if (options.all === true) return callback(null, allowed, 0)
    callback(null, first.address, first.family)
  })
}

interface Exchange {
  readonly url: URL
  readonly body?: Uint8Array
  readonly headers: Readonly<Record<string, string>>
  readonly mayBeInternal: boolean
}

interface Answer {
  readonly status: number
  readonly location: string | undefined
  readonly bytes: Uint8Array
}

type Reason = ErrorTable['adapters/http-failed']['reason']

/** Says what went wrong, naming the host but neither path nor query, which may carry what is looked for. */
function failure(url: URL, reason: Reason, cause?: unknown): MotcuaError<'adapters/http-failed'> {
  return new MotcuaError(
    messages,
    'adapters/http-failed',
    { host: url.host, reason },
    cause === undefined ? {} : { cause },
  )
}

/** Sends one request and reads the whole answer within the bounds. */
function exchangeOnce(exchange: Exchange, timeoutMs: number, maxBytes: number): Promise<Answer> {
  const { url, body, headers, mayBeInternal } = exchange
  return new Promise((resolve, reject) => {
    const send = url.protocol === 'https:' ? https.request : http.request
    const request = send(url, {
      method: body === undefined ? 'GET' : 'POST',
      headers: { ...headers, ...(body === undefined ? {} : { 'content-length': String(body.length) }) },
      ...(mayBeInternal ? {} : { lookup: guardedLookup }),
    })
    const timer = setTimeout(() => request.destroy(failure(url, 'timeout')), timeoutMs)
    const fail = (error: Error): void => {
      clearTimeout(timer)
      if (isMotcuaError(error)) reject(error)
      else
        reject(
          failure(url, 'code' in error && error.code === 'EINTERNAL' ? 'internal-address' : 'network', error),
        )
    }
    request.on('error', fail)
    request.on('response', (response) => {
      const chunks: Uint8Array[] = []
      let length = 0
      response.on('error', fail)
      response.on('data', (chunk: Uint8Array) => {
        chunks.push(chunk)
        length += chunk.length
        if (length > maxBytes) request.destroy(failure(url, 'too-large'))
      })
      response.on('end', () => {
        clearTimeout(timer)
        const { statusCode = 0, headers: answered } = response
        resolve({
          status: statusCode,
          location: answered.location,
          bytes: new Uint8Array(Buffer.concat(chunks)),
        })
      })
    })
    request.end(body)
  })
}

/** Follows redirects, each one checked as the first address was. */
async function exchangeBytes(exchange: Exchange, options: HttpOptions): Promise<Uint8Array> {
  const { timeoutMs = DEFAULT_TIMEOUT_MS, maxBytes = DEFAULT_MAX_BYTES, internalHosts = [] } = options
  let current = exchange
  for (let hop = 0; hop <= MAX_REDIRECTS; hop += 1) {
    const { url } = current
    if (url.protocol !== 'http:' && url.protocol !== 'https:') throw failure(url, 'scheme')
    const mayBeInternal = current.mayBeInternal || internalHosts.includes(url.hostname)
    const literal = url.hostname.replace(/^\[|\]$/g, '')
    if (!mayBeInternal && isIP(literal) !== 0 && isInternal(literal)) throw failure(url, 'internal-address')
    const answer = await exchangeOnce({ ...current, mayBeInternal }, timeoutMs, maxBytes)
    if (answer.status >= 200 && answer.status < 300) return answer.bytes
    if (answer.status < 300 || answer.status >= 400 || answer.location === undefined)
      throw failure(url, 'status')
    const { authorization: _, ...headers } = current.headers
    current = { ...current, url: new URL(answer.location, url), headers, mayBeInternal: false }
  }
  throw failure(current.url, 'redirects')
}

/** Tells whether trying again may help. */
function isPassing(error: unknown): boolean {
  if (!isMotcuaError(error, 'adapters/http-failed')) return false
  return ['network', 'status', 'timeout'].includes(error.data.reason)
}

/** Tries a few times, with a pause that doubles. */
async function exchangePatiently(exchange: Exchange, options: HttpOptions): Promise<Uint8Array> {
  const { retries = 2 } = options
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await exchangeBytes(exchange, options)
    } catch (error) {
      if (attempt >= retries || !isPassing(error)) throw error
      await wait(RETRY_PAUSE_MS * 2 ** attempt)
    }
  }
}

/**
 * Reads an address.
 *
 * @throws MotcuaError `adapters/http-failed`
 */
function readUrl(text: string): URL {
  try {
    return new URL(text)
  } catch {
    throw new MotcuaError(messages, 'adapters/http-failed', { host: '', reason: 'scheme' })
  }
}

/**
 * Makes the fetching ports of signing and validation over HTTP.
 *
 * Addresses of OCSP, CRL and issuers come out of certificates, which anyone can make: they reach public hosts
 * only, checked at the moment of connecting and again at each redirect. The TSA's address is the caller's own.
 *
 * @example
 * import { createHttpFetchers } from 'motcua/adapters/http'
 * const fetchers = createHttpFetchers({ retries: 0 })
 * await fetchers.fetchCrl('http://127.0.0.1:9/ca.crl').catch((error) => error.data.reason) // 'internal-address'
 */
export function createHttpFetchers(options: HttpOptions = {}): HttpFetchers {
  const ask = async (url: string, accept: string): Promise<Uint8Array> =>
    exchangePatiently({ url: readUrl(url), headers: { accept }, mayBeInternal: false }, options)
  const { tsaCredentials } = options
  const authorization =
    tsaCredentials === undefined
      ? {}
      : {
          authorization: `Basic ${Buffer.from(`${tsaCredentials.user}:${tsaCredentials.password}`).toString('base64')}`,
        }
  return {
    timestampFrom: (url) => async (request) =>
      exchangePatiently(
        {
          url: readUrl(url),
          body: request,
          headers: {
            'content-type': 'application/timestamp-query',
            accept: 'application/timestamp-reply',
            ...authorization,
          },
          mayBeInternal: true,
        },
        options,
      ),
    fetchOcsp: async (url, request) =>
      exchangePatiently(
        {
          url: readUrl(url),
          body: request,
          headers: { 'content-type': 'application/ocsp-request', accept: 'application/ocsp-response' },
          mayBeInternal: false,
        },
        options,
      ),
    fetchCrl: (url) => ask(url, 'application/pkix-crl'),
    fetchCertificates: (url) => ask(url, 'application/pkix-cert, application/pkcs7-mime'),
  }
}

/**
 * Puts a test authority on loopback: OCSP, CRL, timestamps and issuers' certificates over HTTP.
 *
 * @module
 */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createTestAuthority, type TestAuthority, type TestAuthorityOptions } from './test-authority.ts'

/** Settings of {@link serveTestAuthority}. */
export interface TestServerOptions extends Omit<TestAuthorityOptions, 'baseUrl'> {
  /** Port on 127.0.0.1; any free one when absent. */
  readonly port?: number
}

/** A test authority that can be reached over HTTP. */
export interface TestServer {
  readonly authority: TestAuthority
  /** `http://127.0.0.1:…`; the addresses in its certificates start with it. */
  readonly url: string
  close(): Promise<void>
}

/** No request of these protocols comes near it. */
const LARGEST_REQUEST_BYTES = 1_000_000

/** Reads the body of a request; `undefined` when it is too large. */
async function readBody(request: IncomingMessage): Promise<Uint8Array | undefined> {
  const parts: Uint8Array[] = []
  let length = 0
  for await (const part of request as AsyncIterable<Uint8Array>) {
    length += part.length
    if (length > LARGEST_REQUEST_BYTES) return undefined
    parts.push(part)
  }
  return new Uint8Array(Buffer.concat(parts))
}

/** The OCSP request in the path of a GET (RFC 6960, A.1), or the body of a POST. */
async function readQuestion(request: IncomingMessage, path: string): Promise<Uint8Array | undefined> {
  const [, service, , encoded] = path.split('/')
  if (request.method !== 'GET' || service !== 'ocsp' || encoded === undefined) return readBody(request)
  return new Uint8Array(Buffer.from(decodeURIComponent(path.split('/').slice(3).join('/')), 'base64'))
}

/** Answers one request; what cannot be read is a bad request. */
async function handle(
  authority: TestAuthority,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const path = new URL(request.url ?? '/', 'http://127.0.0.1').pathname
  try {
    const body = await readQuestion(request, path)
    if (body === undefined) return void response.writeHead(413).end()
    const answer = await authority.answer(path, body)
    if (answer === undefined) return void response.writeHead(404).end()
    response.writeHead(200, { 'content-type': answer.contentType }).end(answer.body)
  } catch {
    // The body was no request of this service; the client learns that and nothing else.
    response.writeHead(400).end()
  }
}

/** Waits until a server listens and tells its port. */
function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', () => resolve((server.address() as AddressInfo).port))
  })
}

/**
 * Starts a test authority on loopback. The port is taken first, so that every certificate names it.
 *
 * @example
 * import { serveTestAuthority } from 'motcua/adapters/test-authority-server'
 * const server = await serveTestAuthority()
 * server.authority.timestampUrl.startsWith(server.url) // true
 * await server.close()
 */
export async function serveTestAuthority(options: TestServerOptions = {}): Promise<TestServer> {
  const { port = 0, ...rest } = options
  let authority: TestAuthority | undefined
  const server = createServer((request, response) => {
    if (authority === undefined) response.writeHead(503).end()
    else void handle(authority, request, response)
  })
  const url = `http://127.0.0.1:${await listen(server, port)}`
  authority = await createTestAuthority({ ...rest, baseUrl: url })
  return {
    authority,
    url,
    close: () =>
      new Promise((resolve, reject) => server.close((error) => (error ? reject(error) : resolve()))),
  }
}

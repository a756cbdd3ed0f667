import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/** One call that a service got. */
export interface JsonCall {
  readonly path: string
  readonly token: string | undefined
  readonly body: Record<string, unknown>
}

/** A service on loopback that speaks JSON, for clients of remote services. */
export interface JsonServer {
  readonly url: string
  readonly calls: JsonCall[]
  readonly close: () => Promise<void>
}

/** What a service answers; `undefined` for never. */
export type JsonAnswer = { readonly status?: number; readonly body: unknown } | undefined

/** Puts a service on loopback. */
export async function serveJson(
  answer: (call: JsonCall) => JsonAnswer | Promise<JsonAnswer>,
): Promise<JsonServer> {
  const calls: JsonCall[] = []
  const server = createServer((request, response) => {
    const parts: Buffer[] = []
    request.on('data', (part: Buffer) => parts.push(part))
    request.on('end', async () => {
      const call = {
        path: request.url ?? '',
        token: request.headers.authorization,
        body: JSON.parse(Buffer.concat(parts).toString('utf8') || '{}'),
      }
      calls.push(call)
      const made = await answer(call)
      if (made === undefined) return
      response.writeHead(made.status ?? 200, { 'content-type': 'application/json' })
      response.end(typeof made.body === 'string' ? made.body : JSON.stringify(made.body))
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    calls,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
}

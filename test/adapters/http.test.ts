import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { createHttpFetchers } from '../../src/adapters/http.ts'

let server: Server | undefined
let asked: {
  url: string
  method: string
  type: string | undefined
  authorization: string | undefined
  body: Buffer
}[] = []

/** Starts a server on loopback that answers as told, one answer per request, the last one again and again. */
async function serve(
  ...answers: { status: number; body?: Buffer | string; location?: string; silent?: boolean }[]
): Promise<string> {
  asked = []
  server = createServer((request, response) => {
    const parts: Buffer[] = []
    request.on('data', (part: Buffer) => parts.push(part))
    request.on('end', () => {
      const { url = '', method = '', headers } = request
      asked.push({
        url,
        method,
        type: headers['content-type'],
        authorization: headers.authorization,
        body: Buffer.concat(parts),
      })
      const answer = answers[Math.min(asked.length, answers.length) - 1]
      if (answer === undefined || answer.silent) return
      response.writeHead(answer.status, answer.location === undefined ? {} : { location: answer.location })
      response.end(answer.body)
    })
  })
  await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}
afterEach(() => {
  server?.closeAllConnections()
  server?.close()
})

const house = { internalHosts: ['127.0.0.1'] }
const failing = (reason: string) =>
  expect.objectContaining({ code: 'adapters/http-failed', data: expect.objectContaining({ reason }) })

describe('what it gives', () => {
  it('posts a timestamp request to the TSA with its credentials', async () => {
    const tsa = await serve({ status: 200, body: 'reply' })
    const { timestampFrom } = createHttpFetchers({ tsaCredentials: { user: 'u', password: 'p' } })
    const reply = await timestampFrom(`${tsa}/tsa`)(new Uint8Array([1, 2, 3]))
    expect(Buffer.from(reply).toString()).toBe('reply')
    expect(asked).toMatchObject([
      { url: '/tsa', method: 'POST', type: 'application/timestamp-query', authorization: 'Basic dTpw' },
    ])
    expect([...(asked[0]?.body ?? [])]).toEqual([1, 2, 3])
  })
  it('tries again after a failure of the server', async () => {
    const host = await serve({ status: 503 }, { status: 200, body: 'crl' })
    const crl = await createHttpFetchers({ ...house, retries: 1 }).fetchCrl(`${host}/ca.crl`)
    expect(Buffer.from(crl).toString()).toBe('crl')
    expect(asked.length).toBe(2)
  })
  it('follows a redirect', async () => {
    const host = await serve({ status: 302, location: '/there' }, { status: 200, body: 'x' })
    await createHttpFetchers(house).fetchCertificates(`${host}/here`)
    expect(asked.map(({ url }) => url)).toEqual(['/here', '/there'])
  })
})

describe('what it refuses', () => {
  it.each([
    'http://127.0.0.1:1/',
    'http://10.1.2.3/',
    'http://192.168.1.1/',
    'http://169.254.169.254/latest',
    'http://[::1]/',
    'http://[::ffff:127.0.0.1]/',
    'http://localhost:1/',
    'http://2130706433/',
  ])('does not let a certificate send us to %s', async (url) => {
    await expect(createHttpFetchers({ retries: 0 }).fetchCrl(url)).rejects.toEqual(
      failing('internal-address'),
    )
    await expect(createHttpFetchers({ retries: 0 }).fetchOcsp(url, new Uint8Array(1))).rejects.toEqual(
      failing('internal-address'),
    )
  })
  it('does not follow a redirect into the house', async () => {
    const host = await serve({ status: 302, location: 'http://127.0.0.2:1/' })
    await expect(createHttpFetchers({ ...house, retries: 0 }).fetchCrl(host)).rejects.toEqual(
      failing('internal-address'),
    )
  })
  it.each(['file:///etc/passwd', 'ldap://example.vn/cn=ca', 'no address'])(
    'knows only http and https, not %s',
    async (url) => {
      await expect(createHttpFetchers({ retries: 0 }).fetchCrl(url)).rejects.toEqual(failing('scheme'))
    },
  )
  it('stops reading an answer that is too large', async () => {
    const host = await serve({ status: 200, body: Buffer.alloc(100_000) })
    await expect(createHttpFetchers({ ...house, maxBytes: 1000, retries: 0 }).fetchCrl(host)).rejects.toEqual(
      failing('too-large'),
    )
  })
  it('stops waiting for a server that says nothing', async () => {
    const host = await serve({ status: 200, silent: true })
    await expect(createHttpFetchers({ ...house, timeoutMs: 60, retries: 0 }).fetchCrl(host)).rejects.toEqual(
      failing('timeout'),
    )
  })
})

describe('edges', () => {
  it('gives up after too many redirects', async () => {
    const host = await serve({ status: 302, location: '/again' })
    await expect(createHttpFetchers({ ...house, retries: 0 }).fetchCrl(host)).rejects.toEqual(
      failing('redirects'),
    )
  })
})

describe('what it must not touch', () => {
  it('does not carry the credentials of the TSA to another place', async () => {
    const host = await serve({ status: 302, location: '/elsewhere' }, { status: 200, body: 'x' })
    await createHttpFetchers({ ...house, tsaCredentials: { user: 'u', password: 'p' } }).timestampFrom(
      `${host}/tsa`,
    )(new Uint8Array(1))
    expect(asked.map(({ authorization }) => authorization !== undefined)).toEqual([true, false])
  })
  it('puts neither path nor query into an error', async () => {
    const host = await serve({ status: 404 })
    const error = await createHttpFetchers({ ...house, retries: 0 })
      .fetchCrl(`${host}/secret?person=1`)
      .catch((thrown: Error) => thrown)
    expect(JSON.stringify(error) + String(error)).not.toMatch(/secret|person/)
  })
})

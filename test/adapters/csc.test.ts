import { createPrivateKey, sign as signWithNode } from 'node:crypto'
import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import { type CscOptions, createCsc } from '../../src/adapters/csc.ts'
import { fromRemoteService } from '../../src/adapters/remote-signing.ts'
import {
  createTestAuthority,
  type TestAuthority,
  type TestIdentity,
} from '../../src/adapters/test-authority.ts'
import { instant } from '../../src/date.ts'
import { drawResultDocument } from '../../src/form/index.ts'
import { sign } from '../../src/pades/index.ts'
import { result } from '../form/samples.ts'
import { type JsonAnswer, type JsonCall, type JsonServer, serveJson } from '../kit/json-server.ts'
import { signDigest } from '../kit/remote-key.ts'

const startedAt = instant('2026-09-01T09:00')
let authority: TestAuthority
let person: TestIdentity
let document: Uint8Array
let server: JsonServer

beforeAll(async () => {
  authority = await createTestAuthority({ now: () => startedAt })
  person = await authority.issue({ commonName: 'Người ký thử', keyType: 'rsa-2048' })
  document = (await drawResultDocument(result)).bytes
})
afterEach(() => server.close())

const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64')

/** A service of version 2; asynchronous requests are answered after `pollsBefore` polls. */
async function serve(
  pollsBefore = 0,
  change: (call: JsonCall) => JsonAnswer = () => undefined,
): Promise<void> {
  let polls = 0
  let hashes: string[] = []
  const signatures = () => ({
    signatures: hashes.map((hash) => base64(signDigest(person, Buffer.from(hash, 'base64')))),
  })
  server = await serveJson((call) => {
    const changed = change(call)
    if (changed !== undefined) return changed
    const { path, body } = call
    const method = path.replace('/csc/v2/', '')
    if (method === 'credentials/list') return { body: { credentialIDs: ['khoa-1'] } }
    if (method === 'credentials/info') {
      return {
        body: {
          key: { status: 'enabled' },
          cert: { status: 'valid', certificates: person.chain.map(base64) },
        },
      }
    }
    if (method === 'credentials/authorize') return { body: { SAD: 'SAD-9', expiresIn: 300 } }
    if (method === 'signatures/signHash') {
      hashes = body.hashes as string[]
      return { body: body.operationMode === 'A' ? { responseID: 'lan-1' } : signatures() }
    }
    if (method !== 'signatures/signPolling' || body.requestID !== 'lan-1') return { status: 404, body: {} }
    polls += 1
    return polls <= pollsBefore
      ? { status: 400, body: { error: 'authorization_pending' } }
      : { body: signatures() }
  })
}

async function signWith(more: Partial<CscOptions> = {}) {
  const baseUrl = `${server.url}/csc/v2`
  const service = createCsc({ baseUrl, version: 'v2', getToken: async () => 'the-token', ...more })
  const [certificate] = await service.listCertificates()
  if (certificate === undefined) throw new Error('no certificate')
  const world = { clock: () => startedAt, sleep: async () => undefined }
  const signer = fromRemoteService(service, { certificate, description: 'Ký', ...world })
  return sign(document, { signer, claimedAt: startedAt })
}

describe('what it gives', () => {
  it('signs in one call, after an authorisation with what the service wants besides', async () => {
    await serve()
    await signWith({ authorizeMore: async () => ({ authData: [{ id: 'PIN', value: '1234' }] }) })
    const bodies = new Map(server.calls.map(({ path, body }) => [path.replace('/csc/v2/', ''), body]))
    expect(bodies.get('credentials/authorize')).toMatchObject({
      credentialID: 'khoa-1',
      numSignatures: 1,
      hashAlgorithmOID: '2.16.840.1.101.3.4.2.1',
      authData: [{ id: 'PIN', value: '1234' }],
    })
    expect(bodies.get('signatures/signHash')).toMatchObject({
      SAD: 'SAD-9',
      signAlgo: '1.2.840.113549.1.1.1',
    })
    expect(server.calls.every(({ token }) => token === 'Bearer the-token')).toBe(true)
  })

  it('polls an asynchronous request until its signature is there', async () => {
    await serve(4)
    await signWith({ isAsynchronous: true })
    expect(server.calls.filter(({ path }) => path.endsWith('signPolling'))).toHaveLength(5)
    expect(server.calls.filter(({ path }) => path.endsWith('signHash'))).toHaveLength(1)
  })

  it('asks for no activation data where the token itself was given for the signature', async () => {
    await serve()
    await signWith({ authorization: 'token' })
    expect(server.calls.some(({ path }) => path.endsWith('authorize'))).toBe(false)
  })

  it('turns r‖s of an elliptic curve into what CMS carries', async () => {
    const other = await authority.issue({ commonName: 'Người ký thử', keyType: 'p256' })
    const key = createPrivateKey({ key: Buffer.from(other.pkcs8), format: 'der', type: 'pkcs8' })
    const service = {
      name: 'thu',
      listCertificates: async () => [],
      start: async (request: Parameters<ReturnType<typeof createCsc>['start']>[0]) => ({
        service: 'thu',
        id: '1',
        startedAt,
        expiresAt: startedAt,
        request,
        state: {},
      }),
      poll: async () => ({ kind: 'signed', signatures: { a: raw } }) as const,
    }
    let raw = new Uint8Array()
    const certificate = { id: '1', chain: other.chain, isUsable: true }
    const signer = fromRemoteService(service, { certificate, description: 'x', documentId: 'a' })
    const wrapped = {
      ...signer,
      sign(bytes: Uint8Array) {
        raw = new Uint8Array(signWithNode('sha256', bytes, { key, dsaEncoding: 'ieee-p1363' }))
        return signer.sign(bytes)
      },
    }
    expect((await sign(document, { signer: wrapped, claimedAt: startedAt })).level).toBe('B-B')
    await serve()
  })
})

describe('what it refuses', () => {
  it.each([
    [400, 'access_denied', 'refused-by-person'],
    [400, 'authorization_expired', 'expired'],
    [400, 'invalid_request', 'rejected'],
    [401, 'invalid_token', 'credentials'],
    [503, 'server_error', 'unavailable'],
  ])('an authorisation that ends with %i %s', async (status, error, reason) => {
    await serve(0, ({ path }) => (path.endsWith('authorize') ? { status, body: { error } } : undefined))
    await expect(signWith()).rejects.toEqual(
      expect.objectContaining({ data: { service: 'csc', reason, status } }),
    )
  })

  it('an algorithm whose name services read differently', async () => {
    await serve()
    const service = createCsc({ baseUrl: `${server.url}/csc/v2`, version: 'v2', getToken: async () => 't' })
    const [certificate] = await service.listCertificates()
    if (certificate === undefined) throw new Error('no certificate')
    const signer = fromRemoteService(service, { certificate, description: 'x', isPss: true })
    await expect(sign(document, { signer, claimedAt: startedAt })).rejects.toEqual(
      expect.objectContaining({ data: expect.objectContaining({ reason: 'algorithm' }) }),
    )
  })
})

import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import { createMySign, type MySignOptions } from '../../src/adapters/mysign.ts'
import { fromRemoteService } from '../../src/adapters/remote-signing.ts'
import { createTestAuthority, type TestIdentity } from '../../src/adapters/test-authority.ts'
import { concatBytes } from '../../src/bytes.ts'
import { instant } from '../../src/date.ts'
import { isMotcuaError } from '../../src/errors.ts'
import { drawResultDocument } from '../../src/form/index.ts'
import { sign } from '../../src/pades/index.ts'
import { openPdf } from '../../src/pdf/index.ts'
import { listSignatures } from '../../src/signature/index.ts'
import { result } from '../form/samples.ts'
import { type JsonAnswer, type JsonCall, type JsonServer, serveJson } from '../kit/json-server.ts'
import { signDigest, signOther } from '../kit/remote-key.ts'

const startedAt = instant('2026-09-01T09:00')
const account = { clientId: 'ung-dung', clientSecret: 'bi-mat-ung-dung-9', userId: 'CMT_079000000001' }
const root = '/adss/service/ras'
let person: TestIdentity
let document: Uint8Array
let server: JsonServer

beforeAll(async () => {
  const authority = await createTestAuthority({ now: () => startedAt })
  person = await authority.issue({ commonName: 'Người ký thử', keyType: 'rsa-2048' })
  document = (await drawResultDocument(result)).bytes
})
afterEach(() => server.close())

const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64')

/** The service as integrations in use show it: login, list, info, authorize (as long as the phone takes), signHash. */
async function serve(change: (call: JsonCall) => JsonAnswer | 'silence' = () => undefined): Promise<void> {
  server = await serveJson((call) => {
    const changed = change(call)
    if (changed !== undefined) return changed === 'silence' ? undefined : changed
    const { path, body, token } = call
    if (path === `${root}/v1/login`) {
      const isKnown =
        body.client_secret === account.clientSecret && body.profile_id === 'adss:ras:profile:001'
      return isKnown ? { body: { access_token: 'the-token', expires_in: 3600 } } : { status: 401, body: {} }
    }
    if (token !== 'Bearer the-token') return { status: 401, body: { error: 'invalid_token' } }
    if (path === `${root}/csc/v1/credentials/list`) return { body: { credentialIDs: ['khoa-1'] } }
    if (path === `${root}/csc/v1/credentials/info`) {
      const cert = { status: 'valid', certificates: person.chain.map(base64) }
      return { body: { key: { status: 'enabled' }, cert } }
    }
    if (path === `${root}/csc/v1/credentials/authorize`) return { body: { SAD: 'SAD-9', expiresIn: 300 } }
    if (path !== `${root}/csc/v1/signatures/signHash` || body.SAD !== 'SAD-9')
      return { status: 404, body: {} }
    const hashes: string[] = body.hash as string[]
    return {
      body: { signatures: hashes.map((hash) => base64(signDigest(person, Buffer.from(hash, 'base64')))) },
    }
  })
}

async function signWith(more: Partial<MySignOptions> = {}, world: object = {}) {
  const service = createMySign({ ...account, baseUrl: server.url, clock: () => startedAt, ...more })
  const [certificate] = await service.listCertificates()
  if (certificate === undefined) throw new Error('no certificate')
  const options = {
    certificate,
    description: 'Ký văn bản 12/BS',
    documentId: '12-BS',
    clock: () => startedAt,
    ...world,
  }
  return sign(document, { signer: fromRemoteService(service, options), claimedAt: startedAt })
}

const failed = (reason: string) =>
  expect.objectContaining({
    code: 'adapters/remote-signing-failed',
    data: expect.objectContaining({ service: 'mysign', reason }),
  })

describe('what it gives', () => {
  it('signs a document after login, authorisation on the phone and signHash', async () => {
    await serve()
    const { tail } = await signWith()
    expect(listSignatures(openPdf(concatBytes(document, tail)))).toHaveLength(1)
    const asked = server.calls.find(({ path }) => path.endsWith('authorize'))
    expect(asked?.body).toEqual({
      credentialID: 'khoa-1',
      numSignatures: 1,
      hash: [expect.any(String)],
      description: 'Ký văn bản 12/BS',
      documents: [{ document_id: '12-BS', document_name: 'Ký văn bản 12/BS' }],
    })
    expect(server.calls.at(-1)?.body).toMatchObject({
      SAD: 'SAD-9',
      hashAlgo: '2.16.840.1.101.3.4.2.1',
      signAlgo: '1.2.840.113549.1.1.1',
    })
  })
})

describe('what it refuses', () => {
  const onAuthorize = (answer: JsonAnswer | 'silence') => (call: JsonCall) =>
    call.path.endsWith('authorize') ? answer : undefined

  it('a person who says no', async () => {
    await serve(onAuthorize({ status: 400, body: { error: 'access_denied', error_description: 'x' } }))
    await expect(signWith()).rejects.toEqual(failed('refused-by-person'))
  })

  it('a person who does not answer while the call lasts', async () => {
    await serve(onAuthorize('silence'))
    await expect(signWith({ expiresAfterMs: 50 })).rejects.toEqual(failed('timeout'))
  })

  it('to wait on when the caller gives up during the call', async () => {
    await serve(onAuthorize('silence'))
    const controller = new AbortController()
    setTimeout(() => controller.abort(), 400)
    await expect(signWith({}, { signal: controller.signal })).rejects.toEqual(failed('cancelled'))
  })

  it('a wrong account, without a word of it', async () => {
    await serve()
    const error: unknown = await signWith({ clientSecret: 'sai-roi-88' }).catch((e: unknown) => e)
    expect(error).toEqual(failed('credentials'))
    const said = isMotcuaError(error) ? `${error.message} ${JSON.stringify(error)}` : ''
    for (const secret of ['sai-roi-88', account.userId, account.clientId]) expect(said).not.toContain(secret)
  })

  it('a signature over something else, and answers that do not fit the question', async () => {
    const wrong = [base64(signOther(person))]
    await serve(({ path }) => (path.endsWith('signHash') ? { body: { signatures: wrong } } : undefined))
    await expect(signWith()).rejects.toEqual(expect.objectContaining({ code: 'pades/wrong-signature' }))
    await server.close()
    await serve(({ path }) => (path.endsWith('signHash') ? { body: { signatures: [] } } : undefined))
    await expect(signWith()).rejects.toEqual(failed('bad-answer'))
    await server.close()
    await serve(onAuthorize({ body: {} }))
    await expect(signWith()).rejects.toEqual(failed('bad-answer'))
  })

  it('a key that is not enabled', async () => {
    await serve(({ path }) => {
      if (!path.endsWith('info')) return undefined
      return { body: { key: { status: 'disabled' }, cert: { certificates: person.chain.map(base64) } } }
    })
    await expect(signWith()).rejects.toEqual(failed('certificate-not-usable'))
  })
})

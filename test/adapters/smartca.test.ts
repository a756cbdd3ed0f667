import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import {
  createInbox,
  fromRemoteService,
  type RemoteCertificate,
  requestSignatures,
} from '../../src/adapters/remote-signing.ts'
import { createSmartCa, type SmartCaOptions } from '../../src/adapters/smartca.ts'
import {
  createTestAuthority,
  type TestAuthority,
  type TestIdentity,
} from '../../src/adapters/test-authority.ts'
import { concatBytes } from '../../src/bytes.ts'
import { fromEpochMs, instant, toEpochMs } from '../../src/date.ts'
import { isMotcuaError } from '../../src/errors.ts'
import { drawResultDocument } from '../../src/form/index.ts'
import {
  embedSignature,
  prepareAttributes,
  prepareSignature,
  reopenSignature,
  sign,
} from '../../src/pades/index.ts'
import { openPdf } from '../../src/pdf/index.ts'
import { buildSignedAttributes, buildSignedData } from '../../src/pki/index.ts'
import { listSignatures } from '../../src/signature/index.ts'
import { result } from '../form/samples.ts'
import { type JsonAnswer, type JsonCall, type JsonServer, serveJson } from '../kit/json-server.ts'
import { signDigest, signOther } from '../kit/remote-key.ts'

const startedAt = instant('2026-09-01T09:00')
const secrets = { spId: 'ung-dung-thu', spPassword: 'mat-khau-ung-dung-31', userId: '079000000001' }
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

type Person = 'confirms' | 'refuses' | 'sleeps' | 'mixes up'

/** A phone and the service behind it, as the provider's guide describes them. */
interface Mock {
  readonly person: Person
  /** Polls that are answered with nothing yet. */
  readonly pollsBefore?: number
  readonly change?: (call: JsonCall) => JsonAnswer
  /** Signs the digest as a whole CMS instead of a raw signature. */
  readonly gives?: (digest: Uint8Array) => Promise<Uint8Array> | Uint8Array
}

const base64 = (bytes: Uint8Array | undefined) => Buffer.from(bytes ?? []).toString('base64')

function certificatesOf({ chain }: TestIdentity) {
  const [own, issuer, root] = chain
  return {
    cert_id: '047db43a',
    serial_number: '5401',
    cert_data: base64(own),
    chain_data: { ca_cert: base64(issuer), root_cert: root === undefined ? null : base64(root) },
    cert_status: 'ACTIVE',
  }
}

async function serveSmartCa(mock: Mock) {
  let polls = 0
  let asked: { id: string; docs: { doc_id: string; data_to_be_signed: string }[] } | undefined
  const signatures = async () =>
    Promise.all(
      (asked?.docs ?? []).map(async ({ doc_id, data_to_be_signed }) => {
        const digest = Buffer.from(data_to_be_signed, 'hex')
        const value =
          mock.person === 'mixes up'
            ? signOther(person)
            : await (mock.gives ?? ((d) => signDigest(person, d)))(digest)
        return { doc_id, signature_value: base64(value), timestamp_signature: null }
      }),
    )
  server = await serveJson(async (call) => {
    const changed = mock.change?.(call)
    if (changed !== undefined) return changed
    const { path, body } = call
    if (path === '/v1/credentials/get_certificate') {
      return { body: { status_code: 200, data: { user_certificates: [certificatesOf(person)] } } }
    }
    if (path === '/v1/signatures/sign' || path === '/v2/signatures/sign') {
      asked = { id: String(body.transaction_id), docs: body.sign_files as [] }
      const data = {
        transaction_id: asked.id,
        tran_code: 'ma-giao-dich-1',
        ...(path.startsWith('/v2') ? { sad: 'SAD-bi-mat' } : {}),
      }
      return { body: { status_code: 200, message: 'sig_wait_for_user_confirm', data } }
    }
    if (path === '/v2/signatures/confirm' && body.sad === 'SAD-bi-mat') {
      return { body: { status_code: 200, message: 'Success', data: { signatures: await signatures() } } }
    }
    if (path !== '/v1/signatures/sign/ma-giao-dich-1/status') return { status: 404, body: {} }
    polls += 1
    if (mock.person === 'sleeps' || polls <= (mock.pollsBefore ?? 0)) {
      return { body: { status_code: 200, message: 'PENDING', data: { signatures: [] } } }
    }
    if (mock.person === 'refuses') return { body: { status_code: 200, message: 'USER_REJECTED', data: {} } }
    return { body: { status_code: 200, message: 'SUCCESS', data: { signatures: await signatures() } } }
  })
  return server
}

/** A clock that moves with each sleep, so that minutes pass at once. */
function movedWorld() {
  let epochMs = toEpochMs(startedAt)
  const slept: number[] = []
  return {
    slept,
    clock: () => fromEpochMs(epochMs),
    sleep: async (milliseconds: number) => {
      slept.push(milliseconds)
      epochMs += milliseconds
    },
  }
}

const connect = (more: Partial<SmartCaOptions> = {}) =>
  createSmartCa({ ...secrets, baseUrl: server.url, newId: () => 'giao-dich-7', ...more })

async function onlyCertificate(service = connect()): Promise<RemoteCertificate> {
  const [certificate] = await service.listCertificates()
  if (certificate === undefined) throw new Error('no certificate')
  return certificate
}

const failed = (reason: string) =>
  expect.objectContaining({
    code: 'adapters/remote-signing-failed',
    data: expect.objectContaining({ service: 'smartca', reason }),
  })

describe('what it gives', () => {
  it('signs a document while the person takes their time, by polling', async () => {
    await serveSmartCa({ person: 'confirms', pollsBefore: 20 })
    const world = movedWorld()
    const service = connect({ clock: world.clock })
    const signer = fromRemoteService(service, {
      ...world,
      certificate: await onlyCertificate(service),
      description: 'Ký văn bản 12/BS',
      documentId: '12-BS',
    })
    const { tail } = await sign(document, { signer, claimedAt: startedAt, level: 'B-B' })
    expect(listSignatures(openPdf(concatBytes(document, tail)))).toHaveLength(1)
    expect(world.slept).toHaveLength(20)
    expect(server.calls.find(({ path }) => path === '/v1/signatures/sign')?.body).toEqual({
      sp_id: 'ung-dung-thu',
      sp_password: 'mat-khau-ung-dung-31',
      user_id: '079000000001',
      transaction_id: 'giao-dich-7',
      transaction_desc: 'Ký văn bản 12/BS',
      time_stamp: '20260901020000Z',
      serial_number: '5401',
      sign_files: [
        {
          doc_id: '12-BS',
          file_type: 'pdf',
          sign_type: 'hash',
          data_to_be_signed: expect.stringMatching(/^[0-9a-f]{64}$/),
        },
      ],
    })
    expect(server.calls.at(-1)?.body).toEqual({})
  })

  it('takes the answer of a web-hook before the next poll', async () => {
    await serveSmartCa({ person: 'sleeps' })
    const inbox = createInbox()
    const service = connect()
    const certificate = await onlyCertificate(service)
    const hash = new Uint8Array(32).fill(7)
    const sleep = async () => {
      const body = {
        sp_id: 'ung-dung-thu',
        status_code: 200,
        message: 'SUCCESS',
        transaction_id: 'giao-dich-7',
        signed_files: [{ doc_id: 'a', signature_value: base64(signDigest(person, hash)) }],
      }
      const hooked = service.readWebhook(body)
      if (hooked !== undefined) inbox.deliver(hooked.id, hooked.answer)
      await new Promise(() => undefined)
    }
    const signatures = await requestSignatures(
      service,
      {
        certificate,
        algorithm: { scheme: 'rsa-pkcs1', digest: 'sha256' },
        documents: [{ id: 'a', hash }],
        description: 'x',
      },
      { inbox, sleep, clock: () => startedAt },
    )
    expect(signatures.a?.length).toBe(256)
    expect(service.readWebhook({ sp_id: 'khac', transaction_id: 'giao-dich-7' })).toBeUndefined()
  })

  it('asks once for several documents', async () => {
    await serveSmartCa({ person: 'confirms' })
    const service = connect()
    const documents = ['a', 'b', 'c'].map((id, index) => ({ id, hash: new Uint8Array(32).fill(index) }))
    const signatures = await requestSignatures(
      service,
      {
        certificate: await onlyCertificate(service),
        algorithm: { scheme: 'rsa-pkcs1', digest: 'sha256' },
        documents,
        description: 'lô',
      },
      movedWorld(),
    )
    expect(Object.keys(signatures)).toEqual(['a', 'b', 'c'])
    expect(server.calls.filter(({ path }) => path === '/v1/signatures/sign')).toHaveLength(1)
  })

  it('keeps a transaction as plain data, for another process that polls it', async () => {
    await serveSmartCa({ person: 'confirms', pollsBefore: 1 })
    const service = connect()
    const certificate = await onlyCertificate(service)
    const prepared = prepareSignature(document, { claimedAt: startedAt })
    const algorithm = { scheme: 'rsa-pkcs1', digest: 'sha256' } as const
    const attributes = prepareAttributes(prepared, { algorithm, chain: certificate.chain })
    const { hashBytes } = await import('../../src/hash.ts')
    const hash = hashBytes('sha256', attributes.signedAttributes)
    const transaction = await service.start({
      certificate,
      algorithm,
      documents: [{ id: 'a', hash }],
      description: 'x',
    })
    const stored = structuredClone({
      transaction,
      attributes,
      whole: concatBytes(document, prepared.revision.tail),
    })
    const later = connect()
    expect(await later.poll(stored.transaction)).toEqual({ kind: 'waiting' })
    const answer = await later.poll(stored.transaction)
    const signature = answer.kind === 'signed' ? answer.signatures.a : undefined
    const again = reopenSignature(stored.whole)
    const { level } = await embedSignature(again, {
      ...stored.attributes,
      signature: signature ?? new Uint8Array(),
    })
    expect(level).toBe('B-B')
  })

  it('embeds a whole CMS where the service makes one, and says so where a raw signature was wanted', async () => {
    const prepared = prepareSignature(document, { claimedAt: startedAt })
    const gives = async (messageDigest: Uint8Array) => {
      const [signerCertificate = new Uint8Array()] = person.chain
      const signedAttributes = buildSignedAttributes({
        digestAlgorithm: 'sha256',
        messageDigest,
        signerCertificate,
      })
      const signature = await person.signer.sign(signedAttributes)
      return buildSignedData({
        signedAttributes,
        signature,
        algorithm: person.signer.algorithm,
        certificates: person.chain,
      })
    }
    await serveSmartCa({ person: 'confirms', gives })
    const service = connect()
    const certificate = await onlyCertificate(service)
    const documents = [{ id: 'a', hash: prepared.digest('sha256') }]
    const request = { certificate, algorithm: person.signer.algorithm, documents, description: 'x' }
    const { a: cms = new Uint8Array() } = await requestSignatures(service, request, movedWorld())
    expect((await embedSignature(prepared, cms)).level).toBe('B-B')
    const signer = fromRemoteService(service, { ...movedWorld(), certificate, description: 'x' })
    await expect(sign(document, { signer, claimedAt: startedAt })).rejects.toEqual(failed('whole-cms'))
  })

  it('confirms by password and one-time code in the variant without a phone', async () => {
    await serveSmartCa({ person: 'confirms' })
    const service = connect({ integrated: { password: 'mat-khau-nguoi-dung', otp: async () => '123456' } })
    const signer = fromRemoteService(service, {
      ...movedWorld(),
      certificate: await onlyCertificate(service),
      description: 'x',
    })
    await sign(document, { signer, claimedAt: startedAt })
    expect(server.calls.map(({ path }) => path)).toEqual([
      '/v1/credentials/get_certificate',
      '/v2/signatures/sign',
      '/v2/signatures/confirm',
    ])
  })
})

describe('what it refuses', () => {
  const signWith = async (mock: Mock, more: Partial<SmartCaOptions> = {}, world: object = movedWorld()) => {
    await serveSmartCa(mock)
    const service = connect({ clock: () => startedAt, ...more })
    const certificate = await onlyCertificate(service)
    const signer = fromRemoteService(service, { ...world, certificate, description: 'x' })
    return sign(document, { signer, claimedAt: startedAt })
  }

  it('a person who says no', async () => {
    await expect(signWith({ person: 'refuses', pollsBefore: 2 })).rejects.toEqual(failed('refused-by-person'))
  })

  it('a person who does not answer, after the minutes that a request lives', async () => {
    const world = movedWorld()
    await expect(signWith({ person: 'sleeps' }, {}, world)).rejects.toEqual(failed('expired'))
    expect(world.slept.reduce((sum, ms) => sum + ms, 0)).toBe(300_000)
  })

  it('to wait on when the caller gives up', async () => {
    const controller = new AbortController()
    const world = movedWorld()
    const sleep = async (milliseconds: number) => {
      await world.sleep(milliseconds)
      if (world.slept.length === 3) controller.abort()
    }
    const given = signWith({ person: 'sleeps' }, {}, { ...world, sleep, signal: controller.signal })
    await expect(given).rejects.toEqual(failed('cancelled'))
  })

  it('a signature over something else: nothing is written', async () => {
    await expect(signWith({ person: 'mixes up' })).rejects.toEqual(
      expect.objectContaining({ code: 'pades/wrong-signature' }),
    )
  })

  it.each([
    [401, 'SP_CREDENTIAL_INVALID', 'credentials'],
    [403, 'CREDENTIAL_STATUS_INVALID', 'certificate-not-usable'],
    [400, 'BAD_REQUEST', 'rejected'],
    [500, 'INTERNAL', 'unavailable'],
  ])('status %i of the service, without a word of what was sent', async (status, message, reason) => {
    const change = ({ path }: JsonCall) =>
      path === '/v1/signatures/sign' ? { status, body: { status_code: status, message } } : undefined
    const error: unknown = await signWith({ person: 'confirms', change }).catch((e: unknown) => e)
    expect(error).toEqual(failed(reason))
    const said = isMotcuaError(error)
      ? `${error.message} ${error.messageIn('vi')} ${JSON.stringify(error)}`
      : ''
    for (const secret of Object.values(secrets)) expect(said + String(error)).not.toContain(secret)
    expect(said).toContain(String(status))
  })

  it('an error within an answer of 200, an answer that is no JSON, and one without a code', async () => {
    const answers = [
      [{ status_code: 401, message: 'SP_CREDENTIAL_INVALID' }, 'credentials'],
      ['<html>', 'bad-answer'],
      [{ status_code: 200, data: {} }, 'bad-answer'],
    ] as const
    for (const [body, reason] of answers) {
      const change = ({ path }: JsonCall) => (path === '/v1/signatures/sign' ? { body } : undefined)
      await expect(signWith({ person: 'confirms', change })).rejects.toEqual(failed(reason))
      await server.close()
    }
    await serveSmartCa({ person: 'sleeps' })
  })

  it('a certificate that the service calls revoked, and a digest that it does not know', async () => {
    const revoked = { ...certificatesOf(person), cert_status: 'REVOKED' }
    const change = ({ path }: JsonCall) =>
      path.endsWith('get_certificate')
        ? { body: { status_code: 200, data: { user_certificates: [revoked] } } }
        : undefined
    await expect(signWith({ person: 'confirms', change })).rejects.toEqual(failed('certificate-not-usable'))
    await server.close()
    await serveSmartCa({ person: 'confirms' })
    const service = connect()
    const certificate = await onlyCertificate(service)
    const signer = fromRemoteService(service, { certificate, description: 'x', digest: 'sha512' })
    await expect(sign(document, { signer, claimedAt: startedAt })).rejects.toEqual(failed('algorithm'))
  })

  it('to send a password over plain http to another machine', async () => {
    await serveSmartCa({ person: 'confirms' })
    const service = connect({ baseUrl: 'http://gwsca.example/sca' })
    await expect(service.listCertificates()).rejects.toEqual(failed('not-https'))
  })
})

describe('edges', () => {
  it('goes on polling when the network fails for a moment, and never starts twice', async () => {
    let drops = 0
    const change = ({ path }: JsonCall): JsonAnswer => {
      if (!path.endsWith('/status') || drops >= 2) return undefined
      drops += 1
      return { status: 503, body: 'busy' }
    }
    await serveSmartCa({ person: 'confirms', change })
    const service = connect()
    const certificate = await onlyCertificate(service)
    const signer = fromRemoteService(service, { ...movedWorld(), certificate, description: 'x' })
    await sign(document, { signer, claimedAt: startedAt })
    expect(server.calls.filter(({ path }) => path === '/v1/signatures/sign')).toHaveLength(1)
  })
})

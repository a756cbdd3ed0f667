import { createPrivateKey, sign as signWithNode } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { openPkcs11, type Pkcs11Like, type Pkcs11Options } from '../../src/adapters/pkcs11.ts'
import { createTestAuthority, type TestIdentity } from '../../src/adapters/test-authority.ts'
import { instant } from '../../src/date.ts'
import { isMotcuaError } from '../../src/errors.ts'
import { drawResultDocument } from '../../src/form/index.ts'
import { sign } from '../../src/pades/index.ts'
import { result } from '../form/samples.ts'

const claimedAt = instant('2026-09-01T09:00')
let person: TestIdentity
let document: Uint8Array

beforeAll(async () => {
  const authority = await createTestAuthority({ now: () => claimedAt })
  person = await authority.issue({ commonName: 'Người ký thử', keyType: 'p256' })
  document = (await drawResultDocument(result)).bytes
})

/** What a token that stands in for a real one does; SoftHSM takes its place in the interop tests. */
interface FakeToken {
  readonly labels?: readonly string[]
  readonly wantsPinEachTime?: boolean
  readonly hasKey?: boolean
}

/** A library with one key; it keeps a list of what was called, and whose PIN is 1234. */
function fakeModule(token: FakeToken = {}) {
  const { labels = ['the-token'], wantsPinEachTime = false, hasKey = true } = token
  const called: string[] = []
  let wanted: { type: number; value?: unknown }[] = []
  const failing = (name: string) => {
    throw Object.assign(new Error(`CKR_${name}:160`), { code: 160 })
  }
  class PKCS11 implements Pkcs11Like {
    load(path: string) {
      if (path === 'none.so') throw new Error('dlopen failed: /home/somebody/none.so')
    }
    close = () => void called.push('close')
    C_Initialize = () => undefined
    C_Finalize = () => void called.push('C_Finalize')
    C_GetSlotList = () => labels.map((_, index) => Buffer.from([index]))
    C_GetTokenInfo = (slot: Buffer) => ({ label: (labels[slot[0] ?? 0] ?? '').padEnd(32), serialNumber: '1' })
    C_OpenSession = () => Buffer.from('session')
    C_CloseSession = () => void called.push('C_CloseSession')
    C_Login(_session: Buffer, userType: number, pin: string) {
      called.push(`C_Login ${userType}`)
      if (pin !== '1234') failing('PIN_INCORRECT')
    }
    C_FindObjectsInit = (_session: Buffer, template: { type: number; value?: unknown }[]) => {
      wanted = template
    }
    C_FindObjects = () => {
      const isKey = wanted[0]?.value === 3
      return isKey && !hasKey ? [] : [Buffer.from(isKey ? 'key' : 'certificate')]
    }
    C_FindObjectsFinal = () => undefined
    C_GetAttributeValue = (_session: Buffer, object: Buffer, template: { type: number }[]) =>
      object.toString() === 'key'
        ? [{ value: Buffer.from([wantsPinEachTime ? 1 : 0]) }]
        : template.map(({ type }) => ({
            value:
              type === 17
                ? Buffer.from(person.chain[0] ?? [])
                : Buffer.from(type === 3 ? 'Ký số' : '01', 'utf8'),
          }))
    C_SignInit = () => void called.push('C_SignInit')
    C_SignAsync = async (_session: Buffer, data: Buffer) => {
      called.push('C_SignAsync')
      expect(data.length).toBe(32)
      // The fake signs what was digested before: it keeps the bytes of the last message.
      const key = createPrivateKey({ key: Buffer.from(person.pkcs8), format: 'der', type: 'pkcs8' })
      return signWithNode('sha256', message, { key, dsaEncoding: 'ieee-p1363' })
    }
  }
  return { module: { PKCS11 }, called }
}

let message = new Uint8Array()

async function open(token: FakeToken = {}, more: Partial<Pkcs11Options> = {}) {
  const { module, called } = fakeModule(token)
  const opened = await openPkcs11({ library: 'fake.so', pin: async () => '1234', module, ...more })
  return { opened, called }
}

/** A signer of the token that shows the fake what it is about to sign. */
function signerOf(opened: Awaited<ReturnType<typeof openPkcs11>>) {
  const [certificate] = opened.certificates
  if (certificate === undefined) throw new Error('no certificate')
  const signer = opened.signerFor(certificate, { issuers: person.chain.slice(1) })
  return {
    ...signer,
    sign(bytes: Uint8Array) {
      message = new Uint8Array(bytes)
      return signer.sign(bytes)
    },
  }
}

const failed = (step: string, more: object = {}) =>
  expect.objectContaining({ code: 'adapters/pkcs11-failed', data: { step, ...more } })

describe('what it gives', () => {
  it('signs a document with a key that never leaves the token, and lets the token go', async () => {
    const { opened, called } = await open()
    expect(opened).toMatchObject({ label: 'the-token', certificates: [{ label: 'Ký số' }] })
    expect((await sign(document, { signer: signerOf(opened), claimedAt })).level).toBe('B-B')
    opened.close()
    expect(called).toEqual([
      'C_Login 1',
      'C_SignInit',
      'C_SignAsync',
      'C_CloseSession',
      'C_Finalize',
      'close',
    ])
  })

  it('asks for the PIN again where the key wants it for each signature', async () => {
    const { opened, called } = await open({ wantsPinEachTime: true })
    await sign(document, { signer: signerOf(opened), claimedAt })
    expect(called).toEqual(['C_Login 1', 'C_SignInit', 'C_Login 2', 'C_SignAsync'])
  })

  it('takes the token of a label among several', async () => {
    const { opened } = await open({ labels: ['a', 'b'] }, { tokenLabel: 'b' })
    expect(opened.label).toBe('b')
  })
})

describe('what it refuses', () => {
  it('to work without the optional package, and says which', async () => {
    await expect(openPkcs11({ library: 'x.so', pin: async () => '1234' })).rejects.toEqual(
      expect.objectContaining({ code: 'adapters/package-missing', data: { name: 'pkcs11js' } }),
    )
  })

  it('a wrong PIN after one try, without repeating it', async () => {
    const { module, called } = fakeModule()
    const error: unknown = await openPkcs11({ library: 'fake.so', pin: async () => '9876', module }).catch(
      (e: unknown) => e,
    )
    expect(error).toEqual(failed('login', { returned: 'CKR_PIN_INCORRECT' }))
    expect(`${error}${JSON.stringify(error)}${isMotcuaError(error) && error.messageIn('vi')}`).not.toContain(
      '9876',
    )
    expect(called).toEqual(['C_Login 1', 'C_Finalize', 'close'])
  })

  it('a library that is not there, no token, one of several, a certificate without its key', async () => {
    await expect(open({}, { library: 'none.so' })).rejects.toEqual(failed('load'))
    await expect(open({ labels: [] })).rejects.toEqual(failed('no-token'))
    await expect(open({}, { tokenLabel: 'other' })).rejects.toEqual(failed('no-token'))
    await expect(open({ labels: ['a', 'b'] })).rejects.toEqual(failed('several-tokens'))
    const { opened } = await open({ hasKey: false })
    await expect(sign(document, { signer: signerOf(opened), claimedAt })).rejects.toEqual(failed('no-key'))
  })
})

import { beforeAll, describe, expect, it } from 'vitest'
import { createTestAuthority, type TestIdentity } from '../../src/adapters/test-authority.ts'
import { command as extend } from '../../src/cli/extend-command.ts'
import { command } from '../../src/cli/sign-command.ts'
import { command as timestamp } from '../../src/cli/timestamp-command.ts'
import { instant } from '../../src/date.ts'
import { drawResultDocument } from '../../src/form/index.ts'
import { openPdf } from '../../src/pdf/index.ts'
import { readTextString } from '../../src/pdf/syntax/index.ts'
import { readCertificate, readSignedData, writePem } from '../../src/pki/index.ts'
import { findField, listSignatures } from '../../src/signature/index.ts'
import { result } from '../form/samples.ts'
import { buildFakeCli } from '../kit/fake-cli.ts'
import { pkiVector } from '../kit/pki-vectors.ts'

const now = instant('2026-08-28T15:20:00+07:00')
let document: Uint8Array
let person: TestIdentity

beforeAll(async () => {
  // On loopback, where no certificate may send anybody: no test here reaches a network.
  const authority = await createTestAuthority({ now: () => now, baseUrl: 'http://127.0.0.1:9' })
  person = await authority.issue({ commonName: 'Người ký thử' })
  document = (await drawResultDocument(result)).bytes
})

function world(bytes: Uint8Array = document) {
  const files = {
    'in.pdf': bytes,
    'key.pem': writePem('PRIVATE KEY', person.pkcs8),
    'cert.pem': person.chain.map((der) => writePem('CERTIFICATE', der)).join(''),
  }
  return buildFakeCli({ files, now })
}

const key = ['--key', 'key.pem', '--cert', 'cert.pem']

describe('what it gives', () => {
  it('signs with PEM files, then issues with number and date in their fields', async () => {
    const first = world()
    const approve = [
      'in.pdf',
      '--out',
      'out.pdf',
      ...key,
      '--mode',
      'approve',
      '--rect',
      '300,200,150,60',
      '--json',
    ]
    expect(await command.run(approve, first.io)).toBe(0)
    expect(JSON.parse(first.said().out)).toMatchObject({ field: 'NguoiKy', level: 'B-B' })
    const second = world(first.files.get('out.pdf'))
    const issue = [
      'in.pdf',
      '--out',
      'out.pdf',
      ...key,
      '--mode',
      'issue',
      '--number',
      '12/BS-UBND',
      '--issued',
      '2026-08-28',
    ]
    expect(await command.run(issue, second.io)).toBe(0)
    const pdf = openPdf(second.files.get('out.pdf') ?? new Uint8Array())
    const value = findField(pdf, 'soKyHieu')?.value
    expect(value?.kind === 'string' && readTextString(value)).toBe('12/BS-UBND')
    expect(listSignatures(pdf).map(({ field }) => field.name)).toEqual(['NguoiKy', 'CoQuan'])
  })
})

describe('key files', () => {
  const sign = async (files: Record<string, string | Uint8Array>, line: string[]) => {
    const world = buildFakeCli({
      files: { 'in.pdf': document, ...files },
      now,
      env: { MK: 'mật khẩu', OLD: 'abc' },
    })
    expect(await command.run(['in.pdf', '--out', 'out.pdf', ...line], world.io)).toBe(0)
    return listSignatures(openPdf(world.files.get('out.pdf') ?? new Uint8Array()))
  }
  it.each([
    ['modern.p12', 'MK'],
    ['modern-sha512.p12', 'MK'],
    ['legacy-ascii-password.p12', 'OLD'],
  ])('signs with %s', async (name, variable) => {
    // The certificates of these vectors begin later than the clock of the other tests.
    const { notBefore } = readCertificate(pkiVector('rsa.cer'))
    const line = ['--p12', 'k.p12', '--password-env', variable, '--at', notBefore]
    expect(await sign({ 'k.p12': pkiVector(name) }, line)).toHaveLength(1)
  })
  it('signs with key, certificate and chain in files of their own, as PEM or DER', async () => {
    const [own = new Uint8Array(), ...issuers] = person.chain
    const files = {
      'key.pem': writePem('PRIVATE KEY', person.pkcs8),
      'cert.cer': own,
      'chain.pem': issuers.map((der) => writePem('CERTIFICATE', der)).join(''),
    }
    const [found] = await sign(files, ['--key', 'key.pem', '--cert', 'cert.cer', '--chain', 'chain.pem'])
    expect(readSignedData(found?.contents ?? new Uint8Array()).certificates).toHaveLength(person.chain.length)
  })
  it('signs onto the file that it reads', async () => {
    const { io, files } = world()
    expect(await command.run(['in.pdf', '--out', 'in.pdf', ...key], io)).toBe(0)
    expect(listSignatures(openPdf(files.get('in.pdf') ?? new Uint8Array()))).toHaveLength(1)
  })
})

describe('what it refuses', () => {
  it('writes nothing when the agency issues what nobody has approved', async () => {
    const { io, files } = world()
    const issue = [
      'in.pdf',
      '--out',
      'out.pdf',
      ...key,
      '--mode',
      'issue',
      '--number',
      '1',
      '--issued',
      '2026-08-28',
    ]
    await expect(command.run(issue, io)).rejects.toMatchObject({
      code: 'pades/wrong-order',
      data: { reason: 'not-approved-yet' },
    })
    expect(files.has('out.pdf')).toBe(false)
  })
  it('names the variable of a missing password, and never takes a password itself', async () => {
    const { io } = world()
    const line = ['in.pdf', '--out', 'out.pdf', '--p12', 'k.p12', '--password-env', 'MATKHAU']
    await expect(command.run(line, io)).rejects.toMatchObject({
      code: 'cli/no-password',
      data: { variable: 'MATKHAU' },
    })
    expect(await command.run(['in.pdf', '--password', 'x'], io)).toBe(2)
  })
  it.each([
    ['--rect', '1,2,3'],
    ['--certify', '4'],
    ['--lock', 'some'],
    ['--mode', 'seal'],
    ['--level', 'B-X'],
    ['--digest', 'md5'],
    ['--level', 'B-T'],
  ])('refuses a wrong value of %s', async (option, value) => {
    const line = ['in.pdf', '--out', 'out.pdf', ...key, option, value]
    await expect(command.run(line, world().io)).rejects.toMatchObject({ code: 'cli/bad-option' })
  })
  it('needs the address of a timestamp authority', async () => {
    await expect(timestamp.run(['in.pdf', '--out', 'out.pdf'], world().io)).rejects.toMatchObject({
      code: 'cli/bad-option',
    })
    const { io } = world()
    await expect(extend.run(['in.pdf', '--out', 'out.pdf', '--level', 'B-T'], io)).rejects.toMatchObject({
      code: 'cli/bad-option',
      data: { option: '--tsa' },
    })
  })
  it('says when nobody can tell whether the certificate is revoked, and signs', async () => {
    const { io, files, said } = world()
    expect(
      await command.run(['in.pdf', '--out', 'out.pdf', ...key, '--check-revocation', '--lang', 'en'], io),
    ).toBe(0)
    expect(said().err).toContain('nobody could say whether a certificate of the chain is revoked')
    expect(files.has('out.pdf')).toBe(true)
  })
})

describe('what it must not touch', () => {
  it('leaves the document as the first bytes of the signed one', async () => {
    const { io, files } = world()
    await command.run(['in.pdf', '--out', 'out.pdf', ...key], io)
    expect(files.get('out.pdf')?.subarray(0, document.length)).toEqual(document)
  })
})

import { beforeAll, describe, expect, it } from 'vitest'
import { createTestAuthority, type TestIdentity } from '../../src/adapters/test-authority.ts'
import { readHex } from '../../src/bytes.ts'
import { command } from '../../src/cli/sign-command.ts'
import { instant } from '../../src/date.ts'
import { drawResultDocument } from '../../src/form/index.ts'
import { hashBytes } from '../../src/hash.ts'
import { openPdf } from '../../src/pdf/index.ts'
import { buildSignedAttributes, buildSignedData, writePem } from '../../src/pki/index.ts'
import { listSignatures } from '../../src/signature/index.ts'
import { result } from '../form/samples.ts'
import { buildFakeCli, type FakeCli } from '../kit/fake-cli.ts'

const now = instant('2026-08-28T15:20:00+07:00')
let document: Uint8Array
let person: TestIdentity

beforeAll(async () => {
  const authority = await createTestAuthority({ now: () => now })
  person = await authority.issue({ commonName: 'Người ký thử', keyType: 'p384' })
  document = (await drawResultDocument(result)).bytes
})

async function prepared(...more: string[]): Promise<FakeCli> {
  const files = {
    'in.pdf': document,
    'cert.pem': person.chain.map((der) => writePem('CERTIFICATE', der)).join(''),
  }
  const world = buildFakeCli({ files, now })
  expect(await command.run(['prepare', 'in.pdf', '--out', 'dir', ...more], world.io)).toBe(0)
  return world
}

const factsOf = ({ files }: FakeCli) => JSON.parse(new TextDecoder().decode(files.get('dir/prepared.json')))
const fileOf = ({ files }: FakeCli, name: string) => files.get(name) ?? new Uint8Array()

/** What a service answers that got the digest. */
async function answerWith(world: FakeCli): Promise<Uint8Array> {
  const { algorithm, chain } = person.signer
  const signedAttributes = buildSignedAttributes({
    digestAlgorithm: 'sha384',
    messageDigest: readHex(factsOf(world).digests.sha384),
    signerCertificate: chain[0] ?? new Uint8Array(),
  })
  const signature = await person.signer.sign(signedAttributes)
  return buildSignedData({ signedAttributes, signature, algorithm, certificates: chain })
}

describe('what it gives', () => {
  it('a folder with the bytes to be signed, and takes the raw signature over them', async () => {
    const world = await prepared('--cert', 'cert.pem', '--rect', '300,200,150,60', '--reason', 'Phê duyệt')
    expect(factsOf(world)).toMatchObject({
      schema: 'motcua/prepared-signature@1',
      field: 'Signature1',
      algorithm: { scheme: 'ecdsa', digest: 'sha384' },
    })
    world.files.set('raw.bin', await person.signer.sign(fileOf(world, 'dir/attributes.der')))
    expect(await command.run(['embed', 'dir', '--signature', 'raw.bin'], world.io)).toBe(0)
    const signed = fileOf(world, 'dir/signed.pdf')
    expect(signed.subarray(0, document.length)).toEqual(document)
    expect(listSignatures(openPdf(signed))).toMatchObject([{ reason: 'Phê duyệt', coversFile: true }])
  })

  it('takes a whole CMS over the digest, as DER or PEM, and writes where it is told', async () => {
    const world = await prepared('--content')
    expect(Buffer.from(hashBytes('sha256', fileOf(world, 'dir/content.bin'))).toString('hex')).toBe(
      factsOf(world).digests.sha256,
    )
    const cms = await answerWith(world)
    world.files.set('a.p7s', cms)
    world.files.set('a.pem', new TextEncoder().encode(writePem('CMS', cms)))
    expect(await command.run(['embed', 'dir', '--cms', 'a.p7s', '--out', 'a.pdf'], world.io)).toBe(0)
    expect(await command.run(['embed', 'dir', '--cms', 'a.pem', '--out', 'b.pdf', '--json'], world.io)).toBe(
      0,
    )
    expect(fileOf(world, 'a.pdf')).toEqual(fileOf(world, 'b.pdf'))
    expect(listSignatures(openPdf(fileOf(world, 'a.pdf'))).length).toBe(1)
  })
})

describe('what it refuses', () => {
  it('a raw signature where no certificate was known, and both or neither of the two', async () => {
    const world = await prepared()
    world.files.set('raw.bin', new Uint8Array(96))
    await expect(command.run(['embed', 'dir', '--signature', 'raw.bin'], world.io)).rejects.toMatchObject({
      code: 'cli/no-attributes',
    })
    for (const line of [
      ['embed', 'dir'],
      ['embed', 'dir', '--cms', 'a', '--signature', 'b'],
    ])
      await expect(command.run(line, world.io)).rejects.toMatchObject({ code: 'cli/bad-option' })
  })

  it('to prepare over what was prepared before', async () => {
    const world = await prepared()
    const again = command.run(['prepare', 'in.pdf', '--out', 'dir'], world.io)
    await expect(again).rejects.toMatchObject({ code: 'cli/folder-in-use' })
  })

  it('a prepared document that was changed in the meantime', async () => {
    const world = await prepared('--cert', 'cert.pem')
    world.files.set('raw.bin', await person.signer.sign(fileOf(world, 'dir/attributes.der')))
    const changed = fileOf(world, 'dir/prepared.pdf').slice()
    const at = changed.indexOf(0x31, 30)
    changed[at] = 0x32
    world.files.set('dir/prepared.pdf', changed)
    await expect(command.run(['embed', 'dir', '--signature', 'raw.bin'], world.io)).rejects.toMatchObject({
      code: expect.stringMatching(/^(pades|pdf)\//),
    })
    expect(world.files.has('dir/signed.pdf')).toBe(false)
  })

  it('a drawn look without a certificate whose name it could show', async () => {
    const { io } = buildFakeCli({ files: { 'in.pdf': document }, now })
    const line = ['prepare', 'in.pdf', '--out', 'dir', '--rect', '300,200,150,60']
    await expect(command.run(line, io)).rejects.toMatchObject({ code: 'cli/bad-option' })
  })
})

describe('what it must not touch', () => {
  it('writes nothing when the signature is of another key', async () => {
    const world = await prepared('--cert', 'cert.pem')
    world.files.set('raw.bin', await person.signer.sign(new Uint8Array(3)))
    await expect(command.run(['embed', 'dir', '--signature', 'raw.bin'], world.io)).rejects.toMatchObject({
      code: 'pades/wrong-signature',
    })
    expect(world.files.has('dir/signed.pdf')).toBe(false)
  })
})

import { beforeAll, describe, expect, it } from 'vitest'
import { createTestAuthority, type TestIdentity } from '../../src/adapters/test-authority.ts'
import { concatBytes, writeHex } from '../../src/bytes.ts'
import { instant } from '../../src/date.ts'
import {
  drawFieldAppearance,
  drawResultDocument,
  drawSealAppearance,
  drawSignatureAppearance,
} from '../../src/form/index.ts'
import { hashBytes } from '../../src/hash.ts'
import { prepareSignature, sign } from '../../src/pades/index.ts'
import { openPdf } from '../../src/pdf/index.ts'
import { readTextString } from '../../src/pdf/syntax/index.ts'
import { findField, listSignatures, readFieldMdp } from '../../src/signature/index.ts'
import { result } from '../form/samples.ts'

const claimedAt = instant('2026-09-01T09:00')
let document: Uint8Array
let person: TestIdentity
let agency: TestIdentity

beforeAll(async () => {
  const authority = await createTestAuthority({ now: () => claimedAt })
  person = await authority.issue({ commonName: 'Người ký thử' })
  agency = await authority.issue({ commonName: 'Cơ quan thử', keyType: 'p256' })
  document = (await drawResultDocument(result)).bytes
})

describe('what it gives', () => {
  it('signs twice by incremental update, each byte range ending where its revision ends', async () => {
    const first = await sign(document, { signer: person.signer, claimedAt, field: 'NguoiKy' })
    const once = concatBytes(document, first.tail)
    const second = await sign(once, { signer: agency.signer, claimedAt, field: 'CoQuan' })
    const twice = concatBytes(once, second.tail)
    const ranges = listSignatures(openPdf(twice)).map(
      ({ byteRange = [] }) => (byteRange[2] ?? 0) + (byteRange[3] ?? 0),
    )
    expect(ranges).toEqual([once.length, twice.length])
  })
  it('fills and locks number and date in the agency’s revision, and shows both signatures', async () => {
    const { approve, issue, fields } = await drawResultDocument(result)
    const size = (rect: { width: number; height: number }) => ({ widthPt: rect.width, heightPt: rect.height })
    const look = await drawSignatureAppearance({
      ...size(approve.rect),
      name: 'Người ký thử',
      signedAt: claimedAt,
    })
    const first = await sign(document, {
      signer: person.signer,
      claimedAt,
      field: 'NguoiKy',
      place: approve,
      appearance: look,
    })
    const once = concatBytes(document, first.tail)
    const fill = async (text: string, rect: { width: number; height: number }) => ({
      text,
      appearance: await drawFieldAppearance({ ...size(rect), text }),
    })
    const second = await sign(once, {
      signer: agency.signer,
      claimedAt,
      field: 'CoQuan',
      place: issue,
      appearance: await drawSealAppearance({
        ...size(issue.rect),
        agency: 'CƠ QUAN THỬ',
        signedAt: claimedAt,
      }),
      textFields: {
        soKyHieu: await fill('12/BS-UBND', fields.soKyHieu.rect),
        ngayBanHanh: await fill('ngày 01 tháng 9 năm 2026', fields.ngayBanHanh.rect),
      },
      lock: { action: 'Include', fields: ['soKyHieu', 'ngayBanHanh'], level: undefined },
    })
    const twice = openPdf(concatBytes(once, second.tail))
    const value = findField(twice, 'soKyHieu')?.value
    expect(value?.kind === 'string' && readTextString(value)).toBe('12/BS-UBND')
    const [, sealed] = listSignatures(twice)
    expect(sealed && readFieldMdp(twice, sealed)).toMatchObject([
      { action: 'Include', fields: ['soKyHieu', 'ngayBanHanh'] },
    ])
  })
  it('digests everything but the place of the CMS', () => {
    const { revision, digest } = prepareSignature(document, { claimedAt })
    const covered = withoutGap(concatBytes(document, revision.tail), revision.byteRange)
    expect(digest('sha256')).toEqual(hashBytes('sha256', covered))
  })
})

describe('what it refuses', () => {
  it('does not sign a document certified without changes, nor certify twice', async () => {
    const certified = concatBytes(
      document,
      (await sign(document, { signer: person.signer, claimedAt, certify: 1 })).tail,
    )
    expect(() => prepareSignature(certified, { claimedAt })).toThrow(
      expect.objectContaining({ code: 'pades/not-permitted' }),
    )
    const open = concatBytes(
      document,
      (await sign(document, { signer: person.signer, claimedAt, certify: 2 })).tail,
    )
    expect(() => prepareSignature(open, { claimedAt, certify: 2 })).toThrow(
      expect.objectContaining({ code: 'pades/not-permitted' }),
    )
    expect(prepareSignature(open, { claimedAt }).field).toBe('Signature2')
  })
})

describe('what it must not touch', () => {
  it('reads the document and leaves every byte of it as it was', async () => {
    const before = document.slice()
    const { tail } = await sign(document, { signer: person.signer, claimedAt })
    expect(document).toEqual(before)
    expect(tail.length).toBeLessThan(80_000)
  })
  it('puts no signing-time into the CMS (EN 319 142-1, table 1)', async () => {
    const { tail } = await sign(document, { signer: person.signer, claimedAt })
    const contents = listSignatures(openPdf(concatBytes(document, tail)))[0]?.contents ?? new Uint8Array()
    expect(writeHex(contents)).not.toContain('06092a864886f70d010905')
    expect(writeHex(contents)).toContain('06092a864886f70d010904')
  })
})

function withoutGap(
  bytes: Uint8Array,
  [start, length, next, rest]: readonly [number, number, number, number],
): Uint8Array {
  return concatBytes(bytes.subarray(start, length), bytes.subarray(next, next + rest))
}

/**
 * The result of the demonstration: drawn once, signed by the person, then numbered and signed by the agency.
 *
 * @module
 */
import { createTestAuthority, type TestIdentity } from '../../adapters/test-authority.ts'
import { concatBytes } from '../../bytes.ts'
import { dateOfInstant, type Instant } from '../../date.ts'
import {
  type DrawnResult,
  drawFieldAppearance,
  drawResultDocument,
  drawSealAppearance,
  drawSignatureAppearance,
  type PagePlace,
  writeVietnameseDate,
} from '../../form/index.ts'
import { sign } from '../../pades/index.ts'
import { agency, cast } from './cast.ts'

/** The keys of the demonstration, made on the fly. */
export interface Keys {
  /** Root of the test authority, as DER. */
  readonly root: Uint8Array
  readonly approver: TestIdentity
  readonly agency: TestIdentity
}

/** Makes a test authority and two identities; nothing of it is ever stored. */
export async function makeKeys(at: Instant): Promise<Keys> {
  const authority = await createTestAuthority({ now: () => at })
  return {
    root: authority.root.certificate,
    approver: await authority.issue({ commonName: cast.approver.name }),
    agency: await authority.issue({ commonName: 'UBND phường Minh Họa' }),
  }
}

/** Draws the result with its places for number, date and signatures. */
export function drawResult(at: Instant): Promise<DrawnResult> {
  return drawResultDocument({
    superiorAgency: agency.province,
    agency: agency.name,
    place: agency.place,
    title: 'BẢN SAO',
    summary: 'Giấy khai sinh (trích từ sổ gốc)',
    entries: [
      { label: 'Họ và tên', value: 'NGUYỄN VĂN MINH HỌA' },
      { label: 'Ngày sinh', value: '28/02/1990' },
      { label: 'Nơi đăng ký', value: 'Ủy ban nhân dân phường Minh Họa' },
      { label: 'Số trong sổ', value: '12/1990' },
    ],
    statement: 'Bản sao này được cấp từ sổ gốc, quyển số 01/1990, số thứ tự 12.',
    signer: { authority: 'KT. CHỦ TỊCH', title: 'PHÓ CHỦ TỊCH', name: cast.approver.name },
    recipients: ['Người yêu cầu', 'Lưu: VT'],
    createdAt: at,
  })
}

/** The size of a place, as appearances want it. */
function sizeOf({ rect }: PagePlace) {
  return { widthPt: rect.width, heightPt: rect.height }
}

/** Signs as the authorised person, between title and name. */
export async function approveResult(drawn: DrawnResult, keys: Keys, at: Instant): Promise<Uint8Array> {
  const appearance = await drawSignatureAppearance({
    ...sizeOf(drawn.approve),
    name: cast.approver.name,
    title: 'PHÓ CHỦ TỊCH',
    signedAt: at,
  })
  const { tail } = await sign(drawn.bytes, {
    signer: keys.approver.signer,
    claimedAt: at,
    field: 'NguoiCoThamQuyen',
    place: drawn.approve,
    appearance,
    reason: 'Phê duyệt',
  })
  return concatBytes(drawn.bytes, tail)
}

/** What the clerk adds. */
export interface Issue {
  readonly number: string
  readonly at: Instant
}

/** Fills and locks number and date and signs as the agency, in one further revision. */
export async function issueResult(
  approved: Uint8Array,
  drawn: DrawnResult,
  input: Issue & { keys: Keys },
): Promise<Uint8Array> {
  const { number, at, keys } = input
  const { soKyHieu, ngayBanHanh } = drawn.fields
  const dateText = writeVietnameseDate(dateOfInstant(at))
  const { tail } = await sign(approved, {
    signer: keys.agency.signer,
    claimedAt: at,
    field: 'CoQuanBanHanh',
    place: drawn.issue,
    appearance: await drawSealAppearance({ ...sizeOf(drawn.issue), agency: agency.name, signedAt: at }),
    textFields: {
      soKyHieu: {
        text: number,
        appearance: await drawFieldAppearance({ ...sizeOf(soKyHieu), text: number }),
      },
      ngayBanHanh: {
        text: dateText,
        appearance: await drawFieldAppearance({ ...sizeOf(ngayBanHanh), text: dateText, face: 'italic' }),
      },
    },
    lock: { action: 'Include', fields: ['soKyHieu', 'ngayBanHanh'], level: undefined },
  })
  return concatBytes(approved, tail)
}

/** A copy in which one letter on the first page is another one: what a forger would send. */
export function tamper(signed: Uint8Array, drawn: DrawnResult): Uint8Array {
  const copy = signed.slice()
  const place = Math.floor(drawn.bytes.length / 2)
  copy[place] = (copy[place] ?? 0) ^ 1
  return copy
}

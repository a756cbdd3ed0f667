/**
 * What goes around a synchronisation message, and what comes back.
 *
 * The envelope is that of VietOpenCPS/opencps-v2, the meaning of the codes that of
 * HuanVu201/DichVuCong_KhoaLuan_PASETO.
 *
 * @module
 */
import * as z from 'zod'
import { type Immutable, label } from '../dossier/index.ts'
import { foldText } from '../text.ts'
import { AnyText, Filled } from './leaves.ts'
import { PortalDossier, PortalProgress } from './portal-dossier.ts'

/** The services by what they carry. */
export const portalServices = {
  DongBoHoSoMC: { vi: 'Đồng bộ hồ sơ một cửa', en: 'Synchronise dossiers' },
  CapNhatTienDoHoSoMC: { vi: 'Cập nhật tiến độ hồ sơ một cửa', en: 'Update the progress of dossiers' },
} as const

/** Fields of every envelope. */
const envelope = {
  session: label(Filled, 'Phiên làm việc', 'Session'),
  madonvi: label(Filled, 'Mã đơn vị', 'Agency identifier'),
  isUpdating: label(z.boolean(), 'Là cập nhật', 'Is an update'),
}

/** A message to one of the two synchronisation services: a list in an envelope, also where it is one. */
export const PortalEnvelope = label(
  z.discriminatedUnion('service', [
    z.strictObject({
      ...envelope,
      service: label(z.literal('DongBoHoSoMC'), 'Dịch vụ', 'Service'),
      data: label(z.array(PortalDossier).min(1).max(10_000), 'Danh sách hồ sơ', 'Dossiers'),
    }),
    z.strictObject({
      ...envelope,
      service: label(z.literal('CapNhatTienDoHoSoMC'), 'Dịch vụ', 'Service'),
      data: label(z.array(PortalProgress).min(1).max(10_000), 'Danh sách tiến độ', 'Progress'),
    }),
  ]),
  'Thông điệp đồng bộ',
  'Synchronisation message',
)
/** A message to one of the two synchronisation services. */
export type PortalEnvelope = Immutable<z.infer<typeof PortalEnvelope>>

/** The answer of a synchronisation service; more fields than these may come and are kept. */
export const PortalReply = label(
  z.looseObject({
    error_code: label(z.string().regex(/^-?[0-9]{1,9}$/), 'Mã lỗi', 'Error code'),
    message: label(AnyText.optional(), 'Thông báo', 'Message'),
    result: label(z.unknown().optional(), 'Kết quả', 'Result'),
  }),
  'Trả lời của dịch vụ đồng bộ',
  'Answer of a synchronisation service',
)
/** The answer of a synchronisation service. */
export type PortalReply = Immutable<z.infer<typeof PortalReply>>

/** The codes of an answer that are known; every other one is a refusal. */
export const portalReplyCodes = {
  '0': { vi: 'Thành công', en: 'Done' },
  '3': {
    vi: 'Lỗi; đã tồn tại nếu thông báo nói vậy',
    en: 'Failed; exists already where the message says so',
  },
  '-3': {
    vi: 'Lỗi; đã tồn tại nếu thông báo nói vậy',
    en: 'Failed; exists already where the message says so',
  },
} as const

/**
 * What is to be done after an answer.
 *
 * `done`: nothing. `update`: the portal has the dossier already; send the same body again as an update.
 * `refused`: the message was not taken; nothing is to be repeated before somebody has read why.
 */
export type PortalOutcome = 'done' | 'update' | 'refused'

/**
 * Judges the answer to a synchronisation message.
 *
 * That a dossier exists already is said by code 3 or -3 together with the words `đã tồn tại`; the words are compared
 * without diacritics, because not every gateway keeps them composed.
 *
 * @example
 * import { judgePortalReply } from 'motcua/exchange'
 * judgePortalReply({ error_code: '-3', message: 'Hồ sơ đã tồn tại' }) // 'update'
 */
export function judgePortalReply(reply: PortalReply): PortalOutcome {
  if (reply.error_code === '0') return 'done'
  const saysThree = reply.error_code === '3' || reply.error_code === '-3'
  return saysThree && foldText(reply.message ?? '').includes('da ton tai') ? 'update' : 'refused'
}

/**
 * Turns a message into the update that an answer `update` asks for: the same body, said to be an update.
 *
 * @example
 * import { addUpdateMark } from 'motcua/exchange'
 * const item = { MaHoSo: 'H10-1', NguoiXuLy: 'A', ThoiDiemXuLy: '20260828152000', TrangThai: '4' } as const
 * const message = { session: 's', madonvi: 'H10', service: 'CapNhatTienDoHoSoMC', isUpdating: false, data: [item] } as const
 * addUpdateMark(message).isUpdating // true
 */
export function addUpdateMark(message: PortalEnvelope): PortalEnvelope {
  return { ...message, isUpdating: true }
}

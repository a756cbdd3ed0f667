/**
 * A procedure as the national database gives it, field by field (`DVCQGIntegrationActionTerm` of
 * VietOpenCPS/opencps-v2).
 *
 * To make a record of the catalogue of it, hand it to `importProcedures` of `motcua/catalogue`, which reads careless
 * ones too.
 *
 * @module
 */
import * as z from 'zod'
import { type Immutable, label } from '../dossier/index.ts'
import { codesOf, portalCodes } from './code-lists.ts'
import { AnyText } from './leaves.ts'

const text = (vi: string, en: string) => label(AnyText.nullish(), vi, en)
/** An amount or a count, which is sent as a number by some and as text by others. */
const amount = (vi: string, en: string) => label(z.union([AnyText, z.number().min(0)]).nullish(), vi, en)
const list = <S extends z.ZodType>(schema: S, vi: string, en: string) =>
  label(z.array(schema).nullish(), vi, en)

/** One term with its fees. */
const PortalTerm = z.looseObject({
  THOIGIANGIAIQUYET: amount('Thời gian giải quyết', 'Term'),
  DONVITINH: text('Đơn vị tính', 'Unit'),
  MOTA: text('Mô tả', 'Description'),
  PHILEPHI: list(
    z.looseObject({
      SOTIEN: amount('Số tiền', 'Amount'),
      DONVI: text('Đơn vị', 'Unit'),
      MOTA: text('Mô tả', 'Description'),
    }),
    'Phí, lệ phí',
    'Fees',
  ),
})

/** One paper that the procedure asks for. */
const PortalRequiredPaper = z.looseObject({
  MAGIAYTO: text('Mã giấy tờ', 'Paper code'),
  TENGIAYTO: text('Tên giấy tờ', 'Name'),
  TENMAUDON: text('Tên mẫu đơn', 'Form'),
  URL: text('Đường dẫn mẫu đơn', 'Address of the form'),
  SOBANCHINH: amount('Số bản chính', 'Originals'),
  SOBANSAO: amount('Số bản sao', 'Copies'),
})

/** A procedure as the national database gives it; more fields than these may come and are kept. */
export const PortalProcedure = label(
  z.looseObject({
    MATTHC: text('Mã thủ tục hành chính', 'Procedure code'),
    TENTTHC: label(z.string().min(1).max(4000), 'Tên thủ tục hành chính', 'Name'),
    LINHVUCTHUCHIEN: list(
      z.looseObject({
        MALINHVUC: text('Mã lĩnh vực', 'Field code'),
        TENLINHVUC: text('Tên lĩnh vực', 'Field'),
      }),
      'Lĩnh vực thực hiện',
      'Fields',
    ),
    TRINHTUTHUCHIEN: list(
      z.looseObject({
        TRUONGHOP: text('Trường hợp', 'Case'),
        TRINHTU: list(z.looseObject({ TENTRINHTU: text('Tên trình tự', 'Step') }), 'Trình tự', 'Steps'),
      }),
      'Trình tự thực hiện',
      'Sequence',
    ),
    CACHTHUCTHUCHIEN: list(
      z.looseObject({
        KENH: label(codesOf(portalCodes.KENH), 'Kênh', 'Channel'),
        THOIGIAN: list(PortalTerm, 'Thời gian', 'Terms'),
      }),
      'Cách thức thực hiện',
      'Manners',
    ),
    THANHPHANHOSO: list(
      z.looseObject({
        TRUONGHOP: text('Trường hợp', 'Case'),
        GIAYTO: list(PortalRequiredPaper, 'Giấy tờ', 'Papers'),
      }),
      'Thành phần hồ sơ',
      'Papers',
    ),
    DOITUONGTHUCHIEN: label(z.unknown().optional(), 'Đối tượng thực hiện', 'Subjects'),
    MOTADOITUONGTHUCHIEN: text('Mô tả đối tượng thực hiện', 'Subjects in words'),
    COQUANTHUCHIEN: list(
      z.looseObject({
        MADONVI: text('Mã đơn vị', 'Agency identifier'),
        TENDONVI: text('Tên đơn vị', 'Agency'),
      }),
      'Cơ quan thực hiện',
      'Agencies',
    ),
    KETQUATHUCHIEN: list(
      z.looseObject({
        MAKETQUA: text('Mã kết quả', 'Result code'),
        TENKETQUA: text('Tên kết quả', 'Result'),
      }),
      'Kết quả thực hiện',
      'Results',
    ),
    CANCUPHAPLY: list(
      z.looseObject({
        SOVANBAN: text('Số văn bản', 'Number'),
        TENVANBAN: text('Tên văn bản', 'Title'),
      }),
      'Căn cứ pháp lý',
      'Legal bases',
    ),
    YEUCAU: label(z.unknown().optional(), 'Yêu cầu, điều kiện', 'Requirements'),
  }),
  'Thủ tục hành chính của Cơ sở dữ liệu quốc gia',
  'Procedure of the national database',
)
/** A procedure as the national database gives it. */
export type PortalProcedure = Immutable<z.infer<typeof PortalProcedure>>

/**
 * What is handed in and what comes out: files, papers, results, and what the post carries.
 *
 * @module
 */
import * as z from 'zod'
import {
  AgencyField,
  AmountVnd,
  composedLine,
  DossierCodeField,
  Id,
  type Immutable,
  InstantField,
  IsoDateField,
  Line,
  numbersOf,
  PaperField,
  patterned,
  ResultField,
  Sha256,
  Text,
  wordsOf,
} from './fields.ts'
import { label, publish } from './labels.ts'
import { digitisedStates, paperSources, postDirections } from './lists.ts'

/** Most copies of one paper that an office counts. */
const MAX_COPIES = 9_999

const Copies = z.int().min(0).max(MAX_COPIES)
const Url = patterned(
  /^https?:\/\/[!-~]+$/,
  'địa chỉ bắt đầu bằng https:// hoặc http://',
  'an address that starts with https:// or http://',
).max(4000)

/** A file in the host's store; the bytes are not part of a dossier. */
export const StoredFile = publish(
  z.strictObject({
    id: label(Id.optional(), 'Mã tệp', 'File id'),
    name: label(composedLine(4000), 'Tên tệp', 'File name'),
    mediaType: label(
      patterned(
        /^[a-z]+\/[0-9A-Za-z][0-9A-Za-z.+-]{0,126}$/,
        'kiểu tệp, ví dụ application/pdf',
        'a media type, such as application/pdf',
      ),
      'Định dạng',
      'Media type',
    ),
    sizeBytes: label(z.int().min(0), 'Dung lượng (byte)', 'Size in bytes'),
    sha256: label(Sha256, 'Mã băm SHA-256', 'SHA-256 digest'),
    url: label(Url.optional(), 'Đường dẫn tải tệp', 'Address for download'),
  }),
  'StoredFile',
  { vi: 'Tệp tin', en: 'File' },
)
/** A file in the host's store; the bytes are not part of a dossier. */
export type StoredFile = Immutable<z.infer<typeof StoredFile>>

const Files = z.array(StoredFile).max(100)

/** One paper of a dossier (thành phần hồ sơ): how many copies of which kind, and how far it is digitised. */
export const Paper = publish(
  z.strictObject({
    code: label(PaperField, 'Mã thành phần hồ sơ', 'Paper code'),
    name: label(composedLine(2000), 'Tên thành phần hồ sơ', 'Name'),
    originals: label(Copies, 'Số bản chính', 'Originals'),
    certifiedCopies: label(Copies, 'Số bản chứng thực', 'Certified copies'),
    photocopies: label(Copies, 'Số bản photo', 'Photocopies'),
    digitised: label(numbersOf(digitisedStates), 'Trạng thái số hóa', 'Digitised state'),
    source: label(wordsOf(paperSources).optional(), 'Nguồn dữ liệu', 'Source'),
    reuse: label(
      z
        .strictObject({
          storeId: label(Id, 'Mã trong kho dữ liệu', 'Id in the store'),
          dossierCode: label(DossierCodeField.optional(), 'Mã hồ sơ nguồn', 'Source dossier'),
          resultCode: label(ResultField.optional(), 'Mã kết quả thay thế', 'Result that replaces the paper'),
        })
        .optional(),
      'Nguồn tái sử dụng',
      'Where it is reused from',
    ),
    fromNationalStore: label(
      z.boolean().optional(),
      'Lấy từ kho dữ liệu quốc gia',
      'Taken from the national store',
    ),
    compared: label(z.boolean().optional(), 'Đã đối chiếu bản chính', 'Compared with the original'),
    files: label(Files, 'Tệp đính kèm', 'Files'),
    note: label(Text.optional(), 'Ghi chú', 'Note'),
  }),
  'Paper',
  { vi: 'Thành phần hồ sơ', en: 'Paper' },
)
/** One paper of a dossier (thành phần hồ sơ). */
export type Paper = Immutable<z.infer<typeof Paper>>

/** A paper handed in beside what the procedure asks for. */
export const OtherPaper = publish(
  z.strictObject({
    name: label(composedLine(2000), 'Tên giấy tờ', 'Name'),
    copies: label(z.int().min(1).max(MAX_COPIES), 'Số lượng', 'Copies'),
    kind: label(z.enum(['original', 'certified-copy', 'photocopy', 'electronic']), 'Loại giấy tờ', 'Kind'),
    files: label(Files.optional(), 'Tệp đính kèm', 'Files'),
  }),
  'OtherPaper',
  { vi: 'Giấy tờ khác', en: 'Other paper' },
)
/** A paper handed in beside what the procedure asks for. */
export type OtherPaper = Immutable<z.infer<typeof OtherPaper>>

/** A result (giấy tờ kết quả) with who signed it and where it is kept. */
export const ResultDocument = publish(
  z.strictObject({
    id: label(Id.optional(), 'Mã giấy tờ', 'Id'),
    code: label(ResultField, 'Mã kết quả', 'Result code'),
    paper: label(PaperField.optional(), 'Mã thành phần hồ sơ', 'Paper code'),
    name: label(composedLine(2000), 'Tên giấy tờ', 'Name'),
    number: label(Line.optional(), 'Số', 'Number'),
    symbol: label(Line.optional(), 'Ký hiệu', 'Symbol'),
    issuedOn: label(IsoDateField.optional(), 'Ngày ban hành', 'Issued on'),
    issuer: label(AgencyField.optional(), 'Cơ quan ban hành', 'Issuing agency'),
    ownerId: label(
      patterned(
        /^[0-9A-Z-]{6,40}$/,
        '6 đến 40 chữ in hoa, số và dấu -',
        '6 to 40 capital letters, digits and -',
      ).optional(),
      'Số định danh chủ sở hữu',
      "Owner's number",
    ),
    validFrom: label(IsoDateField.optional(), 'Có hiệu lực từ', 'Valid from'),
    validTo: label(IsoDateField.optional(), 'Có hiệu lực đến', 'Valid to'),
    files: label(Files, 'Tệp kết quả', 'Files'),
    signatures: label(
      z
        .array(
          z.strictObject({
            by: label(z.enum(['person', 'agency']), 'Người ký hay cơ quan ký', 'Signed by'),
            signer: label(Line, 'Tên trên chứng thư', 'Name on the certificate'),
            signedAt: label(InstantField, 'Thời điểm ký', 'Signed at'),
            level: label(z.enum(['B-B', 'B-T', 'B-LT', 'B-LTA']).optional(), 'Mức chữ ký', 'Signature level'),
          }),
        )
        .max(20)
        .optional(),
      'Chữ ký số',
      'Signatures',
    ),
    store: label(
      z
        .strictObject({
          storeId: label(Id, 'Mã trong kho kết quả', 'Id in the result store'),
          agency: label(AgencyField, 'Cơ quan chủ quản', 'Agency in charge'),
          path: label(
            patterned(
              /^(?:https?:\/\/|\/)[!-~]{0,1999}$/,
              'đường dẫn bắt đầu bằng / hoặc https://',
              'a path that starts with / or https://',
            ),
            'Đường dẫn',
            'Path',
          ),
          registeredAt: label(InstantField, 'Thời điểm đưa vào kho', 'Registered at'),
        })
        .optional(),
      'Kho kết quả số hóa',
      'Result store',
    ),
  }),
  'ResultDocument',
  { vi: 'Giấy tờ kết quả', en: 'Result' },
)
/** A result (giấy tờ kết quả) with who signed it and where it is kept. */
export type ResultDocument = Immutable<z.infer<typeof ResultDocument>>

/** One carrying by post: papers to the agency, or the result to the applicant. */
export const PostLeg = publish(
  z.strictObject({
    direction: label(wordsOf(postDirections), 'Chiều chuyển phát', 'Direction'),
    tracking: label(Line.optional(), 'Số hiệu bưu gửi', 'Tracking number'),
    sentAt: label(InstantField.optional(), 'Thời điểm gửi', 'Sent at'),
    deliveredAt: label(InstantField.optional(), 'Thời điểm phát', 'Delivered at'),
    amountVnd: label(AmountVnd.optional(), 'Cước phí (đồng)', 'Postage in dong'),
  }),
  'PostLeg',
  { vi: 'Chuyển phát', en: 'Postal leg' },
)
/** One carrying by post: papers to the agency, or the result to the applicant. */
export type PostLeg = Immutable<z.infer<typeof PostLeg>>

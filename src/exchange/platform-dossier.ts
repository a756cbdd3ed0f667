/**
 * A dossier as the ministries' systems take it over the data-sharing platform of 2026.
 *
 * Known from descriptions only, none of them official: the whole file is a default to be checked against the guide of
 * the ministry that one connects to. Its LoaiDoiTuong and its times differ from those of the national portal.
 *
 * @module
 */
import * as z from 'zod'
import { type Immutable, label, type NationalStatus } from '../dossier/index.ts'
import { type CodeList, codesOf, numbersOf, platformCodes } from './code-lists.ts'
import { AnyText, Filled, PlatformDay, PlatformTime } from './leaves.ts'

/** A code of a list as a number or as text: which of the two is sent was not told. */
function eitherOf(list: CodeList): z.ZodType<number | string> {
  return z.union([numbersOf(list), codesOf(list)])
}

const maybe = (vi: string, en: string) => label(AnyText.optional(), vi, en)

/** The calls of the flow in their order. */
export const platformSteps = {
  token: { vi: 'Lấy mã truy cập', en: 'Get a token' },
  GetNextValue: { vi: 'Xin mã hồ sơ', en: 'Ask for the dossier code' },
  upload: { vi: 'Tải tệp lên', en: 'Upload the files' },
  create: { vi: 'Tạo hồ sơ', en: 'Create the dossier' },
  CapNhatTienTrinh: { vi: 'Cập nhật tiến trình', en: 'Update the progress' },
  CapNhatTrangThai: { vi: 'Cập nhật trạng thái', en: 'Update the status' },
} as const

/** What the HTTP statuses of the platform say. */
export const platformHttpStatuses = {
  200: { vi: 'Thành công', en: 'Done' },
  400: { vi: 'Dữ liệu gửi lên không đúng', en: 'The data sent are wrong' },
  401: { vi: 'Chưa xác thực hoặc mã truy cập hết hạn', en: 'Not authenticated, or the token has expired' },
  403: { vi: 'Không có quyền', en: 'Not permitted' },
  404: { vi: 'Không tìm thấy', en: 'Not found' },
  502: { vi: 'Hệ thống đích không trả lời', en: 'The system behind does not answer' },
} as const

/** Where a file lies after it was uploaded. */
export const PlatformFile = label(
  z.looseObject({
    IdTepTin: label(Filled, 'Mã tệp tin', 'File id'),
    HashTepTin: label(Filled, 'Mã băm tệp tin', 'Digest of the file'),
  }),
  'Tệp đã tải lên',
  'Uploaded file',
)
/** Where a file lies after it was uploaded. */
export type PlatformFile = Immutable<z.infer<typeof PlatformFile>>

/** The answer to a created dossier. */
export const PlatformCreated = label(
  z.looseObject({ idHoSo: label(Filled, 'Mã hồ sơ trên hệ thống đích', 'Id in the system behind') }),
  'Hồ sơ đã tạo',
  'Created dossier',
)
/** The answer to a created dossier. */
export type PlatformCreated = Immutable<z.infer<typeof PlatformCreated>>

/** One paper with its files. */
const PlatformPaper = z.strictObject({
  MaThanhPhanHoSo: label(Filled, 'Mã thành phần hồ sơ', 'Paper code'),
  TenThanhPhanHoSo: label(Filled, 'Tên thành phần hồ sơ', 'Name'),
  SoLuong: label(z.int().min(0).max(9_999), 'Số lượng', 'Copies'),
  LoaiBan: label(eitherOf(platformCodes.LoaiBan), 'Loại bản', 'Kind of copy'),
  GiayToDinhKem: label(
    z
      .array(
        z.strictObject({
          IdGiayTo: maybe('Mã tệp giấy tờ', 'File id'),
          MaKetQua: maybe('Mã kết quả', 'Result code'),
          TenGiayTo: label(Filled, 'Tên giấy tờ', 'Name'),
          HashTepTin: maybe('Mã băm tệp tin', 'Digest of the file'),
        }),
      )
      .max(100),
    'Giấy tờ đính kèm',
    'Files',
  ),
})

/** Who hands in. */
const PlatformApplicant = z.strictObject({
  LoaiDoiTuong: label(eitherOf(platformCodes.LoaiDoiTuong), 'Loại đối tượng', 'Kind of applicant'),
  IdDoiTuong: maybe('Mã đối tượng', 'Account'),
  ThongTinChiTiet: label(
    z.strictObject({
      TenNguoiNop: label(Filled, 'Tên người nộp', 'Applicant'),
      SoDinhDanh: maybe('Số định danh', "Applicant's number"),
      NgayCapDinhDanh: label(PlatformDay.optional(), 'Ngày cấp định danh', 'Issued on'),
      NgaySinh: label(PlatformDay.optional(), 'Ngày sinh', 'Date of birth'),
      SoDienThoai: maybe('Số điện thoại', 'Telephone'),
      Email: maybe('Thư điện tử', 'E-mail'),
      Fax: maybe('Fax', 'Fax'),
      MaTinh: maybe('Mã tỉnh, thành phố', 'Province code'),
      MaHuyen: maybe('Mã huyện (đến 30/6/2025)', 'District code (until 2025-06-30)'),
      MaXa: maybe('Mã xã, phường, đặc khu', 'Commune code'),
      DiaChiChiTiet: maybe('Địa chỉ chi tiết', 'Address'),
      TenChuHs: maybe('Tên chủ hồ sơ', 'Owner'),
      SoDinhDanhChuHs: maybe('Số định danh chủ hồ sơ', "Owner's number"),
    }),
    'Thông tin chi tiết',
    'Details',
  ),
})

/** A dossier as it is created over the platform. */
export const PlatformDossier = label(
  z.strictObject({
    MaHoSo: label(Filled, 'Mã hồ sơ', 'Dossier code'),
    MaTTHC: label(Filled, 'Mã thủ tục hành chính', 'Procedure code'),
    MaDichVuCong: maybe('Mã dịch vụ công', 'Service code'),
    ChuHoSo: label(Filled, 'Chủ hồ sơ', 'Owner'),
    LoaiDoiTuong: label(eitherOf(platformCodes.LoaiDoiTuong), 'Loại đối tượng', 'Kind of applicant'),
    MaDonViTiepNhan: label(Filled, 'Mã đơn vị tiếp nhận', 'Receiving agency'),
    NgayNop: label(PlatformTime.optional(), 'Ngày nộp', 'Submitted at'),
    NgayTiepNhan: label(PlatformTime, 'Ngày tiếp nhận', 'Received at'),
    ThanhPhanHoSo: label(z.array(PlatformPaper).max(200), 'Thành phần hồ sơ', 'Papers'),
    ThongTinNguoiNop: label(PlatformApplicant, 'Thông tin người nộp', 'Applicant'),
    EformThongTinChiTiet: label(
      z.record(z.string(), z.unknown()).optional(),
      'Nội dung biểu mẫu điện tử',
      'Answers of the electronic form',
    ),
  }),
  'Hồ sơ gửi qua nền tảng chia sẻ dữ liệu',
  'Dossier over the data-sharing platform',
)
/** A dossier as it is created over the platform. */
export type PlatformDossier = Immutable<z.infer<typeof PlatformDossier>>

/** The statuses with which lists of fees and of results are sent over the platform. */
export const platformListStatuses: readonly NationalStatus[] = [5, 6, 9]

/**
 * The numbers and letters that other systems write for what a dossier says in words.
 *
 * Every list carries where it was seen and how far that was checked. What was not seen in a deployed system or an act
 * is a default that a caller can replace.
 *
 * @module
 */
import * as z from 'zod'
import type { LocalizedText } from '../errors.ts'

/** How far a list was checked: seen in a deployed system, only told by others, or only remembered. */
export type CodeCertainty = 'verified' | 'secondary' | 'unverified'

/** A list of codes of another system. */
export interface CodeList {
  readonly source: string
  readonly certainty: CodeCertainty
  readonly members: Readonly<Record<string, LocalizedText>>
}

/** HuanVu201/DichVuCong_KhoaLuan_PASETO, the source of a provincial product. */
const product = 'SyncDataToDVCQG of HuanVu201/DichVuCong_KhoaLuan_PASETO'
/** What is known of the platform of 2026, told by others. */
const platform = 'descriptions of the flow over the data-sharing platform of 2026'

const yes = { vi: 'Có', en: 'Yes' }
const no = { vi: 'Không', en: 'No' }

/** The code lists of the national portal's synchronisation services, by the name of the field. */
export const portalCodes = {
  KenhThucHien: {
    source: product,
    certainty: 'verified',
    members: {
      '1': { vi: 'Trực tiếp', en: 'At the desk' },
      '2': { vi: 'Trực tuyến', en: 'Online' },
      '3': { vi: 'Bưu chính công ích', en: 'By public post' },
    },
  },
  LoaiDoiTuong: {
    source: product,
    certainty: 'verified',
    members: {
      '1': { vi: 'Công dân', en: 'Citizen' },
      '2': { vi: 'Doanh nghiệp', en: 'Enterprise' },
      '3': { vi: 'Cơ quan nhà nước', en: 'State agency' },
      '4': { vi: 'Tổ chức khác', en: 'Other organisation' },
    },
  },
  TrangThaiHoSo: {
    source: `${product}; VietOpenCPS/opencps-v2`,
    certainty: 'verified',
    members: {
      '1': { vi: 'Mới đăng ký', en: 'Newly registered' },
      '2': { vi: 'Được tiếp nhận', en: 'Received' },
      '3': { vi: 'Không được tiếp nhận', en: 'Not received' },
      '4': { vi: 'Đang xử lý', en: 'In process' },
      '5': { vi: 'Yêu cầu bổ sung giấy tờ', en: 'Supplement required' },
      '6': { vi: 'Yêu cầu thực hiện nghĩa vụ tài chính', en: 'Financial duty required' },
      '7': { vi: 'Công dân yêu cầu rút hồ sơ', en: 'Withdrawn by the applicant' },
      '8': { vi: 'Dừng xử lý', en: 'Stopped' },
      '9': { vi: 'Đã xử lý xong', en: 'Processed' },
      '10': { vi: 'Đã trả kết quả', en: 'Result returned' },
    },
  },
  HinhThuc: {
    source: `${product}; what the two numbers mean was only remembered`,
    certainty: 'unverified',
    members: {
      '0': { vi: 'Trả tại bộ phận một cửa', en: 'Returned at the one-stop unit' },
      '1': { vi: 'Trả qua bưu chính công ích', en: 'Returned by public post' },
    },
  },
  NoiNopHoSo: {
    source: `${product} for 2; 1 was only remembered`,
    certainty: 'unverified',
    members: {
      '1': { vi: 'Cổng Dịch vụ công quốc gia', en: 'National portal' },
      '2': { vi: 'Hệ thống của bộ, tỉnh', en: 'System of the ministry or province' },
    },
  },
  HoSoCoThanhPhanSoHoa: { source: product, certainty: 'verified', members: { '0': no, '1': yes } },
  TaiKhoanDuocXacThucVoiVNeID: { source: product, certainty: 'verified', members: { '0': no, '1': yes } },
  DuocThanhToanTrucTuyen: {
    source: product,
    certainty: 'verified',
    members: {
      '0': { vi: 'Không thanh toán trực tuyến', en: 'Not paid online' },
      '1': { vi: 'Qua Cổng Dịch vụ công quốc gia', en: 'Over the national portal' },
      '2': { vi: 'Qua cổng thanh toán của địa phương', en: 'Over the local gateway' },
      '3': { vi: 'Không thanh toán trực tuyến', en: 'Not paid online' },
    },
  },
  LoaiDinhDanh: {
    source: product,
    certainty: 'verified',
    members: {
      '1': { vi: 'Căn cước công dân (12 số)', en: 'Personal number (12 digits)' },
      '2': { vi: 'Chứng minh nhân dân (9 số)', en: 'Old identity card (9 digits)' },
    },
  },
  MaCSDL: {
    source: product,
    certainty: 'verified',
    members: { '7': { vi: 'Cơ sở dữ liệu quốc gia về dân cư', en: 'National population database' } },
  },
  IsDeleted: { source: product, certainty: 'verified', members: { True: yes, False: no } },
  DuocSoHoa: { source: product, certainty: 'verified', members: { '0': no, '1': yes } },
  DuocTaiSuDung: {
    source: product,
    certainty: 'verified',
    members: {
      '0': no,
      '1': { vi: 'Từ thành phần hồ sơ khác', en: "From another dossier's paper" },
      '2': { vi: 'Từ kết quả đã cấp', en: 'From an earlier result' },
    },
  },
  DuocLayTuKhoDMQG: { source: product, certainty: 'verified', members: { '0': no, '1': yes } },
  HinhThucThu: {
    source: product,
    certainty: 'verified',
    members: {
      '1': { vi: 'Thu khi tiếp nhận', en: 'Taken at reception' },
      '2': { vi: 'Thu khi bổ sung hồ sơ', en: 'Taken at a supplement' },
      '4': { vi: 'Thu khi trả kết quả', en: 'Taken when the result is returned' },
    },
  },
  LoaiPhiLePhi: {
    source: product,
    certainty: 'verified',
    members: {
      '1': { vi: 'Thông thường', en: 'Normal' },
      '2': { vi: 'Thẩm định', en: 'Appraisal' },
      '3': { vi: 'Gia hạn', en: 'Extension' },
    },
  },
  KENH: {
    source: 'DVCQGIntegrationActionTerm of VietOpenCPS/opencps-v2',
    certainty: 'verified',
    members: {
      '1': { vi: 'Trực tiếp', en: 'At the desk' },
      '2': { vi: 'Trực tuyến', en: 'Online' },
      '3': { vi: 'Bưu chính công ích', en: 'By public post' },
    },
  },
} as const satisfies Readonly<Record<string, CodeList>>

/** The code lists of the flow over the data-sharing platform, which differ from {@link portalCodes}. */
export const platformCodes = {
  LoaiDoiTuong: {
    source: platform,
    certainty: 'secondary',
    members: {
      '0': { vi: 'Công dân', en: 'Citizen' },
      '1': { vi: 'Doanh nghiệp', en: 'Enterprise' },
      '2': { vi: 'Hộ kinh doanh', en: 'Household business' },
    },
  },
  LoaiBan: {
    source: platform,
    certainty: 'secondary',
    members: {
      '0': { vi: 'Bản chính', en: 'Original' },
      '1': { vi: 'Bản sao', en: 'Copy' },
      '2': { vi: 'Bản điện tử', en: 'Electronic' },
    },
  },
  TrangThaiThanhToan: {
    source: `${platform}; what the two numbers mean was not told`,
    certainty: 'unverified',
    members: {
      '0': { vi: 'Chưa thanh toán', en: 'Not paid' },
      '1': { vi: 'Đã thanh toán', en: 'Paid' },
    },
  },
} as const satisfies Readonly<Record<string, CodeList>>

/** The codes of a list as a schema of text. */
export function codesOf<M extends object>(list: {
  readonly members: M
}): z.ZodEnum<{ [K in `${keyof M & (string | number)}`]: K }> {
  return z.enum(Object.keys(list.members)) as never
}

/** The codes of a list as a schema of whole numbers. */
export function numbersOf<M extends object>(list: { readonly members: M }): z.ZodLiteral<number> {
  return z.literal(Object.keys(list.members).map(Number))
}

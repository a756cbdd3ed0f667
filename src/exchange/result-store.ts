/**
 * The look-up of results in the national store of digitised results (kho kết quả số hóa).
 *
 * As `KhoSoHoaDVCQG` of HuanVu201/DichVuCong_KhoaLuan_PASETO asks it: first what there is, then each file by the
 * agency that keeps it and its path.
 *
 * @module
 */
import * as z from 'zod'
import { type Immutable, label } from '../dossier/index.ts'
import { codesOf, portalCodes } from './code-lists.ts'
import { AnyText, FileAddress, Filled } from './leaves.ts'

/** The question which results a person has. */
export const ResultStoreRequest = label(
  z.strictObject({
    SoDinhDanhChuSoHuu: label(Filled, 'Số định danh chủ sở hữu', "Owner's number"),
    HoTenNguoiYeuCau: label(Filled, 'Họ tên người yêu cầu', 'Name of who asks'),
    SoDinhDanhNguoiYeuCau: label(Filled, 'Số định danh người yêu cầu', 'Number of who asks'),
    KenhThucHien: label(codesOf(portalCodes.KenhThucHien), 'Kênh thực hiện', 'Channel'),
    MaThuTuc: label(Filled, 'Mã thủ tục', 'Procedure code'),
    DanhSachDanhMucKetQua: label(
      z
        .array(
          z.strictObject({
            MaKetQua: label(Filled, 'Mã kết quả', 'Result code'),
            SoKyHieu: label(AnyText.optional(), 'Số, ký hiệu', 'Number and symbol'),
          }),
        )
        .min(1)
        .max(100),
      'Danh mục kết quả',
      'Results asked for',
    ),
  }),
  'Yêu cầu tra cứu kho kết quả',
  'Question to the result store',
)
/** The question which results a person has. */
export type ResultStoreRequest = Immutable<z.infer<typeof ResultStoreRequest>>

/** The answer of the store; more fields than these may come and are kept. */
export const ResultStoreReply = label(
  z.looseObject({
    errorCode: label(z.union([z.string(), z.int()]), 'Mã lỗi', 'Error code'),
    message: label(AnyText.nullish(), 'Thông báo', 'Message'),
    signature: label(z.string().nullish(), 'Chữ ký', 'Signature'),
    result: label(
      z
        .looseObject({
          DanhSachGiayToKetQua: label(
            z.array(
              z.looseObject({
                MaKetQua: label(Filled, 'Mã kết quả', 'Result code'),
                TenGiayTo: label(AnyText.nullish(), 'Tên giấy tờ', 'Name of the result'),
                SoKyHieu: label(AnyText.nullish(), 'Số, ký hiệu', 'Number and symbol'),
                CoQuanChuQuan: label(AnyText.nullish(), 'Cơ quan chủ quản', 'Agency in charge'),
                DanhSachTepDinhKem: label(
                  z
                    .array(
                      z.looseObject({
                        TenTep: label(AnyText.nullish(), 'Tên tệp', 'File name'),
                        DuongDan: label(FileAddress, 'Đường dẫn', 'Path'),
                      }),
                    )
                    .nullish(),
                  'Tệp đính kèm',
                  'Files',
                ),
              }),
            ),
            'Giấy tờ kết quả',
            'Results',
          ),
        })
        .nullish(),
      'Kết quả tra cứu',
      'What was found',
    ),
  }),
  'Trả lời của kho kết quả',
  'Answer of the result store',
)
/** The answer of the store. */
export type ResultStoreReply = Immutable<z.infer<typeof ResultStoreReply>>

/** The question for one file, by the agency that keeps it. */
export const ResultFileRequest = label(
  z.strictObject({
    CoQuanChuQuan: label(Filled, 'Cơ quan chủ quản', 'Agency in charge'),
    DuongDan: label(FileAddress.min(1), 'Đường dẫn', 'Path'),
  }),
  'Yêu cầu lấy tệp kết quả',
  'Question for a file',
)
/** The question for one file, by the agency that keeps it. */
export type ResultFileRequest = Immutable<z.infer<typeof ResultFileRequest>>

/**
 * Finds the question for every file that an answer of the store names.
 *
 * A result without an agency, and a file without a path, cannot be fetched and are passed over.
 *
 * @example
 * import { findResultFiles } from 'motcua/exchange'
 * const files = [{ TenTep: 'bang.pdf', DuongDan: '/kq/1.pdf' }]
 * const found = { MaKetQua: 'KQ.G07.000122', CoQuanChuQuan: 'G07', DanhSachTepDinhKem: files }
 * findResultFiles({ errorCode: '0', result: { DanhSachGiayToKetQua: [found] } }).length // 1
 */
export function findResultFiles(reply: ResultStoreReply): readonly ResultFileRequest[] {
  return (reply.result?.DanhSachGiayToKetQua ?? []).flatMap(({ CoQuanChuQuan, DanhSachTepDinhKem }) =>
    (DanhSachTepDinhKem ?? []).flatMap(({ DuongDan }) =>
      CoQuanChuQuan && DuongDan ? [{ CoQuanChuQuan, DuongDan }] : [],
    ),
  )
}

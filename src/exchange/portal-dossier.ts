/**
 * A dossier and its progress as the national portal's synchronisation services take them.
 *
 * Services `DongBoHoSoMC` and `CapNhatTienDoHoSoMC`; field names as deployed systems send them (`SyncDataToDVCQG` of
 * HuanVu201/DichVuCong_KhoaLuan_PASETO, VietOpenCPS/opencps-v2). Numbers are text, times are local
 * `yyyyMMddHHmmss`, and what is absent is an empty text.
 *
 * @module
 */
import * as z from 'zod'
import { type Immutable, label } from '../dossier/index.ts'
import { codesOf, portalCodes } from './code-lists.ts'
import { Amount, AnyText, FileAddress, Filled, PortalTime, textUpTo } from './leaves.ts'

/** Longest summary that the portal takes, in characters. */
export const MAX_SUMMARY = 1000
/** Longest file name, in characters. */
export const MAX_FILE_NAME = 4000
/** Longest name of a result, in characters. */
export const MAX_RESULT_NAME = 2000
/** Longest name of who handles a dossier, in characters. */
export const MAX_HANDLER = 50

/** An optional field that may be left out or empty. */
const maybe = (vi: string, en: string) => label(AnyText.optional(), vi, en)
/** An optional time. */
const time = (vi: string, en: string) => label(PortalTime.optional(), vi, en)
/** An optional code out of a list, or nothing. */
const coded = <S extends z.ZodType>(schema: S, vi: string, en: string) => label(schema.optional(), vi, en)

/** One fee of a dossier or of a supplement round. */
const PortalFee = z.strictObject({
  TenPhiLePhi: label(Filled, 'Tên phí, lệ phí', 'Name of the fee'),
  MaPhiLePhi: maybe('Mã phí, lệ phí', 'Fee code'),
  HinhThucThu: label(codesOf(portalCodes.HinhThucThu), 'Hình thức thu', 'When it is taken'),
  Gia: label(Amount, 'Mức phí, lệ phí (đồng)', 'Amount in dong'),
  LoaiPhiLePhi: label(codesOf(portalCodes.LoaiPhiLePhi), 'Loại phí, lệ phí', 'Kind of fee'),
})

/** One paper that was handed in. */
const PortalPaper = z.strictObject({
  TepDinhKemId: maybe('Mã tệp đính kèm', 'File id'),
  TenTepDinhKem: label(textUpTo(MAX_FILE_NAME), 'Tên tệp đính kèm', 'File name'),
  IsDeleted: coded(codesOf(portalCodes.IsDeleted), 'Đã xóa', 'Deleted'),
  MaThanhPhanHoSo: maybe('Mã thành phần hồ sơ', 'Paper code'),
  DuongDanTaiTepTin: label(FileAddress, 'Đường dẫn tải tệp tin', 'Address for download'),
  DuocSoHoa: coded(codesOf(portalCodes.DuocSoHoa), 'Được số hóa', 'Digitised'),
  DuocTaiSuDung: coded(codesOf(portalCodes.DuocTaiSuDung), 'Được tái sử dụng', 'Reused'),
  DuocLayTuKhoDMQG: coded(
    codesOf(portalCodes.DuocLayTuKhoDMQG),
    'Được lấy từ kho dữ liệu quốc gia',
    'Taken from the national store',
  ),
  MaKetQuaThayThe: maybe('Mã kết quả thay thế', 'Result that replaces the paper'),
})

/** A paper beside those of the procedure. */
const PortalOtherPaper = z.strictObject({
  TenGiayTo: label(Filled, 'Tên giấy tờ', 'Name of the paper'),
  SoLuong: label(Amount, 'Số lượng', 'Copies'),
  LoaiGiayTo: maybe('Loại giấy tờ', 'Kind of paper'),
})

/** One round of supplementing. */
const PortalSupplement = z.strictObject({
  HoSoBoSungId: label(Filled, 'Mã lần bổ sung', 'Id of the round'),
  NguoiYeuCauBoSung: maybe('Người yêu cầu bổ sung', 'Requested by'),
  NoiDungBoSung: maybe('Nội dung bổ sung', 'What is asked for'),
  NgayBoSung: time('Ngày yêu cầu bổ sung', 'Requested at'),
  NguoiTiepNhanBoSung: maybe('Người tiếp nhận bổ sung', 'Received by'),
  ThongTinTiepNhan: maybe('Thông tin tiếp nhận', 'Note at reception'),
  NgayTiepNhanBoSung: time('Ngày tiếp nhận bổ sung', 'Answered at'),
  TrangThaiBoSung: label(z.boolean(), 'Đã bổ sung', 'Done'),
  DanhSachGiayToBoSung: coded(z.array(PortalOtherPaper).max(200), 'Giấy tờ bổ sung', 'Papers'),
  DanhSachLePhiBoSung: coded(z.array(PortalFee).max(100), 'Lệ phí bổ sung', 'Fees'),
  NgayHenTraTruoc: time('Ngày hẹn trả trước', 'Appointment before'),
  NgayHenTraMoi: time('Ngày hẹn trả mới', 'Appointment after'),
})

/** A result. */
const PortalResult = z.strictObject({
  TenGiayTo: label(textUpTo(MAX_RESULT_NAME), 'Tên giấy tờ', 'Name of the result'),
  MaThanhPhanHoSo: maybe('Mã thành phần hồ sơ', 'Paper code'),
  GiayToId: maybe('Mã giấy tờ', 'Id of the result'),
  DuongDanTepTinKetQua: label(FileAddress.optional(), 'Đường dẫn tệp kết quả', 'Address of the result'),
  MaGiayToKetQua: maybe('Mã kết quả', 'Result code'),
})

/** A dossier as the service `DongBoHoSoMC` takes it; a message carries a list of them. */
export const PortalDossier = label(
  z.strictObject({
    MaHoSo: label(Filled, 'Mã hồ sơ', 'Dossier code'),
    MaTTHC: label(Filled, 'Mã thủ tục hành chính', 'Procedure code'),
    TenTTHC: maybe('Tên thủ tục hành chính', 'Name of the procedure'),
    MaLinhVuc: maybe('Mã lĩnh vực', 'Field code'),
    TenLinhVuc: maybe('Tên lĩnh vực', 'Name of the field'),
    KenhThucHien: coded(codesOf(portalCodes.KenhThucHien), 'Kênh thực hiện', 'Channel'),
    ChuHoSo: maybe('Chủ hồ sơ', 'Owner'),
    SoGiayToChuHoSo: maybe('Số giấy tờ của chủ hồ sơ', "Number of the owner's identity paper"),
    LoaiDoiTuong: coded(codesOf(portalCodes.LoaiDoiTuong), 'Loại đối tượng', 'Kind of applicant'),
    MaDoiTuong: maybe('Mã tài khoản trên Cổng (TechID)', 'Account on the portal (TechID)'),
    ThongTinKhac: maybe('Thông tin khác', 'Other information'),
    Email: maybe('Thư điện tử', 'E-mail'),
    Fax: maybe('Fax', 'Fax'),
    SoDienThoai: maybe('Số điện thoại', 'Telephone'),
    GhiChu: maybe('Ghi chú', 'Note'),
    ThongTinTra: maybe('Thông tin trả kết quả', 'Note on the return'),
    TrichYeuHoSo: label(textUpTo(MAX_SUMMARY).optional(), 'Trích yếu hồ sơ', 'Summary'),
    NgayNopHoSo: time('Ngày nộp hồ sơ', 'Submitted at'),
    NgayTiepNhan: time('Ngày tiếp nhận', 'Received at'),
    NgayHenTra: time('Ngày hẹn trả', 'Appointment'),
    NgayTra: time('Ngày trả kết quả', 'Result returned at'),
    NgayKetThucXuLy: time('Ngày kết thúc xử lý', 'Processing ended at'),
    NgayTuChoi: time('Ngày từ chối', 'Refused at'),
    TrangThaiHoSo: label(codesOf(portalCodes.TrangThaiHoSo), 'Trạng thái hồ sơ', 'Status'),
    HinhThuc: coded(codesOf(portalCodes.HinhThuc), 'Hình thức trả kết quả', 'Manner of return'),
    DonViXuLy: maybe('Đơn vị xử lý', 'Settling unit'),
    NoiNopHoSo: coded(codesOf(portalCodes.NoiNopHoSo), 'Nơi nộp hồ sơ', 'Where it was handed in'),
    HoSoCoThanhPhanSoHoa: coded(
      codesOf(portalCodes.HoSoCoThanhPhanSoHoa),
      'Hồ sơ có thành phần số hóa',
      'Has digitised papers',
    ),
    TaiKhoanDuocXacThucVoiVNeID: coded(
      codesOf(portalCodes.TaiKhoanDuocXacThucVoiVNeID),
      'Tài khoản được xác thực với VNeID',
      'Account verified with VNeID',
    ),
    DuocThanhToanTrucTuyen: coded(
      codesOf(portalCodes.DuocThanhToanTrucTuyen),
      'Được thanh toán trực tuyến',
      'Paid online',
    ),
    DinhDanhCHS: coded(
      z
        .array(
          z.strictObject({
            LoaiDinhDanh: label(codesOf(portalCodes.LoaiDinhDanh), 'Loại định danh', 'Kind of number'),
            SoDinhDanh: label(Filled, 'Số định danh', 'Number'),
          }),
        )
        .max(10),
      'Định danh chủ hồ sơ',
      "Owner's numbers",
    ),
    DSKetNoiCSDL: coded(
      z.array(z.strictObject({ MaCSDL: label(Filled, 'Mã cơ sở dữ liệu', 'Database code') })).max(100),
      'Cơ sở dữ liệu đã kết nối',
      'Databases that were asked',
    ),
    TaiLieuNop: coded(z.array(PortalPaper).max(1000), 'Tài liệu nộp', 'Papers handed in'),
    DanhSachLePhi: coded(z.array(PortalFee).max(100), 'Phí, lệ phí', 'Fees'),
    DanhSachTepDinhKemKhac: coded(z.array(PortalOtherPaper).max(200), 'Giấy tờ khác', 'Other papers'),
    DanhSachHoSoBoSung: coded(z.array(PortalSupplement).max(100), 'Các lần bổ sung', 'Supplement rounds'),
    DanhSachGiayToKetQua: coded(z.array(PortalResult).max(100), 'Giấy tờ kết quả', 'Results'),
  }),
  'Hồ sơ đồng bộ lên Cổng Dịch vụ công quốc gia',
  'Dossier for the national portal',
)
/** A dossier as the service `DongBoHoSoMC` takes it. */
export type PortalDossier = Immutable<z.infer<typeof PortalDossier>>

/** One step that somebody took, as the service `CapNhatTienDoHoSoMC` takes it. */
export const PortalProgress = label(
  z.strictObject({
    MaHoSo: label(Filled, 'Mã hồ sơ', 'Dossier code'),
    NguoiXuLy: label(textUpTo(MAX_HANDLER), 'Người xử lý', 'Handled by'),
    ChucDanh: maybe('Chức danh', 'Position'),
    ThoiDiemXuLy: label(PortalTime, 'Thời điểm xử lý', 'Handled at'),
    PhongBanXuLy: maybe('Phòng ban xử lý', 'Unit'),
    NoiDungXuLy: maybe('Nội dung xử lý', 'What was done'),
    TrangThai: label(codesOf(portalCodes.TrangThaiHoSo), 'Trạng thái', 'Status'),
    NgayBatDau: time('Ngày bắt đầu', 'Started at'),
    NgayKetThucTheoQuyDinh: time('Ngày kết thúc theo quy định', 'Due at'),
  }),
  'Tiến độ xử lý gửi Cổng Dịch vụ công quốc gia',
  'Progress for the national portal',
)
/** One step that somebody took, as the service `CapNhatTienDoHoSoMC` takes it. */
export type PortalProgress = Immutable<z.infer<typeof PortalProgress>>

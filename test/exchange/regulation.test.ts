/**
 * The messages of the national systems, one row for each field and each list of codes, with where it was seen.
 *
 * A field that vanishes, a code that is added or dropped, or a bound that moves makes its row fail.
 */
import { describe, expect, it } from 'vitest'
import type * as z from 'zod'
import { importProcedures } from '../../src/catalogue/index.ts'
import { validateDossier } from '../../src/dossier/index.ts'
import {
  buildMessageSchema,
  judgePortalReply,
  type MessageSchemaName,
  messageSchemaNames,
  PlatformCreated,
  PlatformDossier,
  PlatformFile,
  PlatformInstant,
  PortalDossier,
  PortalEnvelope,
  PortalProcedure,
  PortalProgress,
  PortalReply,
  platformCodes,
  platformHttpStatuses,
  platformListStatuses,
  platformSteps,
  portalCodes,
  portalReplyCodes,
  portalServices,
  ResultFileRequest,
  ResultStoreReply,
  ResultStoreRequest,
} from '../../src/exchange/index.ts'

const PASETO = 'HuanVu201/DichVuCong_KhoaLuan_PASETO@7d1730c'
const OPENCPS = 'VietOpenCPS/opencps-v2@2c719850c'
const SYNC = `${PASETO}, SyncDataToDVCQG; ${OPENCPS}, DongBoHoSoMC`
const PROGRESS = `${PASETO}, SyncDataToDVCQG; ${OPENCPS}, CapNhatTienDoHoSoMC`
const STORE = `${PASETO}, KhoSoHoaDVCQG`
const RECORD = `${OPENCPS}, DVCQGIntegrationActionTerm`
const PLATFORM = 'descriptions of the platform of 2026 (secondary)'

const long = (length: number) => 'ă'.repeat(length)
const at = '20260828152000'

/** Puts a value at a path into a copy of a message. */
function put(message: unknown, path: string, value: unknown): unknown {
  const copy = structuredClone(message)
  const keys = path.split('.')
  const last = keys.pop() ?? ''
  let place = copy as Record<string, unknown>
  for (const key of keys) place = place[key] as Record<string, unknown>
  if (value === undefined) delete place[last]
  else place[last] = value
  return copy
}

/** The node of a field in a JSON Schema; list indexes stand for every member, unions for the branch that has it. */
function fieldOf(name: MessageSchemaName, path: string): Record<string, unknown> | undefined {
  const root = buildMessageSchema(name) as Record<string, never>
  const open = (node: Record<string, never> | undefined): Record<string, never> | undefined => {
    if (node?.$ref) return open(root.$defs?.[String(node.$ref).replace('#/$defs/', '')])
    const branches: Record<string, never>[] = node?.anyOf ?? node?.oneOf ?? []
    return branches.map(open).find((branch) => branch?.properties ?? branch?.items) ?? node
  }
  return path.split('.').reduce<Record<string, never> | undefined>((node, key) => {
    const here = open(node)
    return /^\d+$/.test(key) ? here?.items : here?.properties?.[key]
  }, root)
}

type Row = readonly [source: string, path: string, accepted: unknown, refused: unknown]

/** A field is named in both languages, keeps what it accepts, and refuses what it refuses. */
function judge(schema: z.ZodType, name: MessageSchemaName, message: unknown, row: Row): void {
  const [, path, accepted, refused] = row
  const node = fieldOf(name, path)
  expect([typeof node?.title, typeof node?.description], 'words in both languages').toEqual([
    'string',
    'string',
  ])
  const parsed = schema.safeParse(put(message, path, accepted))
  expect(parsed.error?.issues, 'accepted').toBeUndefined()
  const kept = path.split('.').reduce<unknown>((value, key) => (value as never)?.[key], parsed.data)
  expect(kept, 'kept').toEqual(accepted)
  expect(schema.safeParse(put(message, path, refused)).success, 'refused').toBe(false)
}

const fee = { TenPhiLePhi: 'Lệ phí', MaPhiLePhi: 'LP', HinhThucThu: '1', Gia: '8000', LoaiPhiLePhi: '1' }
const other = { TenGiayTo: 'Đơn', SoLuong: '1', LoaiGiayTo: 'Bản chính' }
const dossier = {
  MaHoSo: '000.00.64.H10-260828-0011',
  MaTTHC: '2.000908',
  TrangThaiHoSo: '4',
  DinhDanhCHS: [{ LoaiDinhDanh: '1', SoDinhDanh: '070090000001' }],
  DSKetNoiCSDL: [{ MaCSDL: '7' }],
  TaiLieuNop: [{ TenTepDinhKem: 'a.pdf', DuongDanTaiTepTin: 'https://tep.vidu.vn/a' }],
  DanhSachLePhi: [fee],
  DanhSachTepDinhKemKhac: [other],
  DanhSachHoSoBoSung: [
    { HoSoBoSungId: '1', TrangThaiBoSung: true, DanhSachGiayToBoSung: [other], DanhSachLePhiBoSung: [fee] },
  ],
  DanhSachGiayToKetQua: [{ TenGiayTo: 'Bản sao' }],
}

describe('a dossier for the national portal', () => {
  const text = [
    'MaLinhVuc',
    'TenTTHC',
    'TenLinhVuc',
    'ChuHoSo',
    'SoGiayToChuHoSo',
    'MaDoiTuong',
    'ThongTinKhac',
  ]
  const more = ['Email', 'Fax', 'SoDienThoai', 'GhiChu', 'ThongTinTra', 'DonViXuLy']
  const times = ['NgayNopHoSo', 'NgayTiepNhan', 'NgayHenTra', 'NgayTra', 'NgayKetThucXuLy', 'NgayTuChoi']
  const rows: readonly Row[] = [
    [SYNC, 'MaHoSo', '000.00.64.H10-260828-0011', ''],
    [SYNC, 'MaTTHC', '2.000908', ''],
    ...[...text, ...more].map((name): Row => [SYNC, name, '', 7]),
    ...times.map((name): Row => [SYNC, name, at, '2026-08-28']),
    ...times.map((name): Row => [SYNC, name, '', '20261328152000']),
    [SYNC, 'KenhThucHien', '3', '4'],
    [SYNC, 'LoaiDoiTuong', '4', '5'],
    [SYNC, 'TrichYeuHoSo', long(1000), long(1001)],
    [SYNC, 'TrangThaiHoSo', '10', '11'],
    [SYNC, 'HinhThuc', '1', '2'],
    [SYNC, 'NoiNopHoSo', '2', '3'],
    [SYNC, 'HoSoCoThanhPhanSoHoa', '1', true],
    [SYNC, 'TaiKhoanDuocXacThucVoiVNeID', '1', true],
    [SYNC, 'DuocThanhToanTrucTuyen', '3', '4'],
    [SYNC, 'DinhDanhCHS', [], {}],
    [SYNC, 'DinhDanhCHS.0.LoaiDinhDanh', '2', '3'],
    [SYNC, 'DinhDanhCHS.0.SoDinhDanh', '000000001', ''],
    [SYNC, 'DSKetNoiCSDL', [], {}],
    [SYNC, 'DSKetNoiCSDL.0.MaCSDL', '7', ''],
    [SYNC, 'TaiLieuNop', [], {}],
    [SYNC, 'TaiLieuNop.0.TepDinhKemId', 'f-1', 1],
    [SYNC, 'TaiLieuNop.0.TenTepDinhKem', long(4000), long(4001)],
    [SYNC, 'TaiLieuNop.0.IsDeleted', 'True', 'true'],
    [SYNC, 'TaiLieuNop.0.IsDeleted', 'False', false],
    [SYNC, 'TaiLieuNop.0.MaThanhPhanHoSo', '000.00.00.G09-KQ002269', 1],
    [SYNC, 'TaiLieuNop.0.DuongDanTaiTepTin', 'https://tep.vidu.vn/a', null],
    [SYNC, 'TaiLieuNop.0.DuocSoHoa', '1', '2'],
    [SYNC, 'TaiLieuNop.0.DuocTaiSuDung', '2', '3'],
    [SYNC, 'TaiLieuNop.0.DuocLayTuKhoDMQG', '1', '2'],
    [SYNC, 'TaiLieuNop.0.MaKetQuaThayThe', 'KQ.G07.000122', 1],
    [SYNC, 'DanhSachLePhi', [], {}],
    [SYNC, 'DanhSachLePhi.0.TenPhiLePhi', 'Lệ phí', ''],
    [SYNC, 'DanhSachLePhi.0.MaPhiLePhi', 'LP-01', 1],
    [SYNC, 'DanhSachLePhi.0.HinhThucThu', '4', '3'],
    [SYNC, 'DanhSachLePhi.0.Gia', '8000', 8000],
    [SYNC, 'DanhSachLePhi.0.LoaiPhiLePhi', '3', '4'],
    [SYNC, 'DanhSachTepDinhKemKhac', [], {}],
    [SYNC, 'DanhSachTepDinhKemKhac.0.TenGiayTo', 'Đơn', ''],
    [SYNC, 'DanhSachTepDinhKemKhac.0.SoLuong', '2', 2],
    [SYNC, 'DanhSachTepDinhKemKhac.0.LoaiGiayTo', 'Bản chính', 1],
    [SYNC, 'DanhSachHoSoBoSung', [], {}],
    [SYNC, 'DanhSachHoSoBoSung.0.HoSoBoSungId', '1', ''],
    [SYNC, 'DanhSachHoSoBoSung.0.NguoiYeuCauBoSung', 'Lê Văn Mẫu', 1],
    [SYNC, 'DanhSachHoSoBoSung.0.NoiDungBoSung', 'Bổ sung', 1],
    [SYNC, 'DanhSachHoSoBoSung.0.NgayBoSung', at, '28/08/2026'],
    [SYNC, 'DanhSachHoSoBoSung.0.NguoiTiepNhanBoSung', 'Lê Văn Mẫu', 1],
    [SYNC, 'DanhSachHoSoBoSung.0.ThongTinTiepNhan', 'Đủ', 1],
    [SYNC, 'DanhSachHoSoBoSung.0.NgayTiepNhanBoSung', at, '28/08/2026'],
    [SYNC, 'DanhSachHoSoBoSung.0.TrangThaiBoSung', false, 'False'],
    [SYNC, 'DanhSachHoSoBoSung.0.DanhSachGiayToBoSung', [other], {}],
    [SYNC, 'DanhSachHoSoBoSung.0.DanhSachLePhiBoSung', [fee], {}],
    [SYNC, 'DanhSachHoSoBoSung.0.NgayHenTraTruoc', at, '28/08/2026'],
    [SYNC, 'DanhSachHoSoBoSung.0.NgayHenTraMoi', at, '28/08/2026'],
    [SYNC, 'DanhSachGiayToKetQua', [], {}],
    [SYNC, 'DanhSachGiayToKetQua.0.TenGiayTo', long(2000), long(2001)],
    [SYNC, 'DanhSachGiayToKetQua.0.MaThanhPhanHoSo', 'TP-1', 1],
    [SYNC, 'DanhSachGiayToKetQua.0.GiayToId', 'g-1', 1],
    [SYNC, 'DanhSachGiayToKetQua.0.DuongDanTepTinKetQua', 'https://tep.vidu.vn/k', 1],
    [SYNC, 'DanhSachGiayToKetQua.0.MaGiayToKetQua', 'KQ.G07.000122', 1],
  ]
  it.each(rows)('%s: %s', (...row) => judge(PortalDossier, 'portal-dossier', dossier, row))
  it('has no field that no row cites', () => {
    const cited = new Set(rows.map(([, path]) => path.replace(/\.\d+/g, '[]')))
    const found: string[] = []
    const walk = (node: Record<string, never> | undefined, path: string): void => {
      for (const [key, field] of Object.entries<Record<string, never>>(node?.properties ?? {})) {
        found.push(`${path}${key}`)
        walk(field.items, `${path}${key}[].`)
      }
    }
    walk(buildMessageSchema('portal-dossier') as Record<string, never>, '')
    // The lists of a supplement round have the members of the lists of the dossier itself.
    expect(
      found.filter((path) => !cited.has(path) && !/^DanhSachHoSoBoSung\[\]\.\w+\[\]/.test(path)),
    ).toEqual([])
  })
  it('refuses a field of another name', () => {
    expect(PortalDossier.safeParse({ ...dossier, maHoSo: 'x' }).success).toBe(false)
  })
})

describe('a progress item for the national portal', () => {
  const item = { MaHoSo: 'H10-260828-0011', NguoiXuLy: 'Lê Văn Mẫu', ThoiDiemXuLy: at, TrangThai: '4' }
  const rows: readonly Row[] = [
    [PROGRESS, 'MaHoSo', 'H10-260828-0011', ''],
    [PROGRESS, 'NguoiXuLy', long(50), long(51)],
    [PROGRESS, 'ChucDanh', 'Chuyên viên', 1],
    [PROGRESS, 'ThoiDiemXuLy', at, '28/08/2026'],
    [PROGRESS, 'PhongBanXuLy', 'Phòng Tư pháp', 1],
    [PROGRESS, 'NoiDungXuLy', 'Thẩm định', 1],
    [PROGRESS, 'TrangThai', '9', '0'],
    [PROGRESS, 'NgayBatDau', at, '28/08/2026'],
    [PROGRESS, 'NgayKetThucTheoQuyDinh', at, '28/08/2026'],
  ]
  it.each(rows)('%s: %s', (...row) => judge(PortalProgress, 'portal-progress', item, row))
  it('has no field that no row cites', () => {
    expect(Object.keys(PortalProgress.shape)).toEqual(rows.map(([, path]) => path))
  })
})

describe('the envelope and its answer', () => {
  const envelope = {
    session: 's',
    madonvi: '000.00.00.H10',
    service: 'DongBoHoSoMC',
    isUpdating: false,
    data: [dossier],
  }
  const rows: readonly Row[] = [
    [OPENCPS, 'session', 's-1', ''],
    [OPENCPS, 'madonvi', '000.00.00.H10', ''],
    [OPENCPS, 'service', 'DongBoHoSoMC', 'LayHoSoMC'],
    [OPENCPS, 'isUpdating', true, 'true'],
    [`${SYNC} (a list, also for one)`, 'data', [dossier], dossier],
  ]
  it.each(rows)('%s: %s', (...row) => judge(PortalEnvelope, 'portal-envelope', envelope, row))
  it('carries the item of the other service under its name only', () => {
    const item = { MaHoSo: 'H10-1', NguoiXuLy: '', ThoiDiemXuLy: at, TrangThai: '4' }
    expect(
      PortalEnvelope.safeParse({ ...envelope, service: 'CapNhatTienDoHoSoMC', data: [item] }).success,
    ).toBe(true)
    expect(PortalEnvelope.safeParse({ ...envelope, data: [item] }).success).toBe(false)
    expect(Object.keys(portalServices)).toEqual(['DongBoHoSoMC', 'CapNhatTienDoHoSoMC'])
  })
  it.each<Row>([
    [OPENCPS, 'error_code', '-3', 3],
    [OPENCPS, 'message', 'Hồ sơ đã tồn tại', 3],
  ])('%s: %s', (...row) => judge(PortalReply, 'portal-reply', { error_code: '0' }, row))
  it(`${OPENCPS}: result, whatever it is`, () => {
    expect(fieldOf('portal-reply', 'result')?.title).toBe('Kết quả')
    expect(PortalReply.parse({ error_code: '0', result: [{ id: 1 }] }).result).toEqual([{ id: 1 }])
  })
  it.each([
    [OPENCPS, '0', 'Thành công', 'done'],
    [PASETO, '3', 'Hồ sơ đã tồn tại', 'update'],
    [PASETO, '-3', 'Mã hồ sơ ĐÃ TỒN TẠI trên hệ thống', 'update'],
    [PASETO, '-3', 'Hồ sơ đã tồn tại'.normalize('NFD'), 'update'],
    [PASETO, '-3', 'Thiếu trường MaHoSo', 'refused'],
    [PASETO, '1', 'Hồ sơ đã tồn tại', 'refused'],
    [PASETO, '00', '', 'refused'],
  ] as const)('%s: error_code %s with "%s" means %s', (_, error_code, message, outcome) => {
    expect(judgePortalReply({ error_code, message })).toBe(outcome)
  })
  it('knows the codes 0, 3 and -3', () => {
    expect(Object.keys(portalReplyCodes).sort()).toEqual(['-3', '0', '3'])
  })
})

describe('the lists of codes', () => {
  const lists: readonly (readonly [string, keyof typeof portalCodes, readonly string[], string])[] = [
    [SYNC, 'KenhThucHien', ['1', '2', '3'], 'verified'],
    [SYNC, 'LoaiDoiTuong', ['1', '2', '3', '4'], 'verified'],
    [SYNC, 'TrangThaiHoSo', ['1', '2', '3', '4', '5', '6', '7', '8', '9', '10'], 'verified'],
    [SYNC, 'HinhThuc', ['0', '1'], 'unverified'],
    [SYNC, 'NoiNopHoSo', ['1', '2'], 'unverified'],
    [SYNC, 'HoSoCoThanhPhanSoHoa', ['0', '1'], 'verified'],
    [SYNC, 'TaiKhoanDuocXacThucVoiVNeID', ['0', '1'], 'verified'],
    [SYNC, 'DuocThanhToanTrucTuyen', ['0', '1', '2', '3'], 'verified'],
    [SYNC, 'LoaiDinhDanh', ['1', '2'], 'verified'],
    [SYNC, 'MaCSDL', ['7'], 'verified'],
    [SYNC, 'IsDeleted', ['True', 'False'], 'verified'],
    [SYNC, 'DuocSoHoa', ['0', '1'], 'verified'],
    [SYNC, 'DuocTaiSuDung', ['0', '1', '2'], 'verified'],
    [SYNC, 'DuocLayTuKhoDMQG', ['0', '1'], 'verified'],
    [SYNC, 'HinhThucThu', ['1', '2', '4'], 'verified'],
    [SYNC, 'LoaiPhiLePhi', ['1', '2', '3'], 'verified'],
    [RECORD, 'KENH', ['1', '2', '3'], 'verified'],
  ]
  it.each(lists)('%s: %s', (_, name, codes, certainty) => {
    expect(Object.keys(portalCodes[name].members)).toEqual(codes)
    expect(portalCodes[name].certainty).toBe(certainty)
    for (const { vi, en } of Object.values<{ vi: string; en: string }>(portalCodes[name].members))
      expect([vi, en]).not.toContain('')
  })
  it('is every list that there is', () => {
    expect(lists.map(([, name]) => name)).toEqual(Object.keys(portalCodes))
  })
  it(`${SYNC}: the words of channels, applicants, statuses and fees`, () => {
    const words = (name: keyof typeof portalCodes) =>
      Object.values<{ vi: string }>(portalCodes[name].members).map(({ vi }) => vi)
    expect(words('KenhThucHien')).toEqual(['Trực tiếp', 'Trực tuyến', 'Bưu chính công ích'])
    expect(words('KENH')).toEqual(words('KenhThucHien'))
    expect(words('LoaiDoiTuong')).toEqual(['Công dân', 'Doanh nghiệp', 'Cơ quan nhà nước', 'Tổ chức khác'])
    expect(words('TrangThaiHoSo')[5]).toBe('Yêu cầu thực hiện nghĩa vụ tài chính')
    expect(words('LoaiPhiLePhi')).toEqual(['Thông thường', 'Thẩm định', 'Gia hạn'])
  })
  it.each([
    ['LoaiDoiTuong', { '0': 'Công dân', '1': 'Doanh nghiệp', '2': 'Hộ kinh doanh' }, 'secondary'],
    ['LoaiBan', { '0': 'Bản chính', '1': 'Bản sao', '2': 'Bản điện tử' }, 'secondary'],
    ['TrangThaiThanhToan', { '0': 'Chưa thanh toán', '1': 'Đã thanh toán' }, 'unverified'],
  ] as const)(`${PLATFORM}: %s`, (name, words, certainty) => {
    const { members, certainty: said } = platformCodes[name]
    expect(Object.fromEntries(Object.entries(members).map(([code, { vi }]) => [code, vi]))).toEqual(words)
    expect(said).toBe(certainty)
  })
})

describe('a dossier over the data-sharing platform of 2026', () => {
  const message = {
    MaHoSo: 'G09.20-20260609-0092637',
    MaTTHC: '1.001193',
    ChuHoSo: 'Nguyễn Văn Mẫu',
    LoaiDoiTuong: 0,
    MaDonViTiepNhan: 'H36.01.02',
    NgayTiepNhan: '2026-06-09 08:00:00',
    ThanhPhanHoSo: [
      {
        MaThanhPhanHoSo: '000.00.00.G09-KQ002269',
        TenThanhPhanHoSo: 'Tờ khai',
        SoLuong: 1,
        LoaiBan: 2,
        GiayToDinhKem: [{ TenGiayTo: 'Tờ khai' }],
      },
    ],
    ThongTinNguoiNop: { LoaiDoiTuong: 0, ThongTinChiTiet: { TenNguoiNop: 'Nguyễn Văn Mẫu' } },
  }
  const paper = 'ThanhPhanHoSo.0'
  const file = `${paper}.GiayToDinhKem.0`
  const person = 'ThongTinNguoiNop.ThongTinChiTiet'
  const rows: readonly Row[] = [
    [PLATFORM, 'MaHoSo', 'G09.20-20260609-0092637', ''],
    [PLATFORM, 'MaTTHC', '1.001193', ''],
    [PLATFORM, 'MaDichVuCong', '1.001193', 1],
    [PLATFORM, 'ChuHoSo', 'Nguyễn Văn Mẫu', ''],
    [PLATFORM, 'LoaiDoiTuong', 2, 3],
    [PLATFORM, 'LoaiDoiTuong', '2', '4'],
    [PLATFORM, 'MaDonViTiepNhan', 'H36.01.02', ''],
    [PLATFORM, 'NgayNop', '2026-06-09 07:59:59', '20260609075959'],
    [PLATFORM, 'NgayTiepNhan', '2026-06-09 08:00:00', ''],
    [PLATFORM, 'ThanhPhanHoSo', [], {}],
    [PLATFORM, `${paper}.MaThanhPhanHoSo`, 'TP-1', ''],
    [PLATFORM, `${paper}.TenThanhPhanHoSo`, 'Tờ khai', ''],
    [PLATFORM, `${paper}.SoLuong`, 2, -1],
    [PLATFORM, `${paper}.LoaiBan`, 2, 3],
    [PLATFORM, `${paper}.GiayToDinhKem`, [], {}],
    [PLATFORM, `${file}.IdGiayTo`, 'f-1', 1],
    [PLATFORM, `${file}.MaKetQua`, 'KQ.G07.000122', 1],
    [PLATFORM, `${file}.TenGiayTo`, 'Tờ khai', ''],
    [PLATFORM, `${file}.HashTepTin`, 'ab'.repeat(32), 1],
    [PLATFORM, 'ThongTinNguoiNop.LoaiDoiTuong', 1, 3],
    [PLATFORM, 'ThongTinNguoiNop.IdDoiTuong', 'tech-1', 1],
    [PLATFORM, `${person}.TenNguoiNop`, 'Nguyễn Văn Mẫu', ''],
    [PLATFORM, `${person}.SoDinhDanh`, '070090000001', 1],
    [PLATFORM, `${person}.NgayCapDinhDanh`, '2021-05-04', '04/05/2021'],
    [PLATFORM, `${person}.NgaySinh`, '1990-02-28', '28/02/1990'],
    [PLATFORM, `${person}.SoDienThoai`, '0912345678', 1],
    [PLATFORM, `${person}.Email`, 'mau@vidu.vn', 1],
    [PLATFORM, `${person}.Fax`, '', 1],
    [PLATFORM, `${person}.MaTinh`, '75', 1],
    [PLATFORM, `${person}.MaHuyen`, '', 1],
    [PLATFORM, `${person}.MaXa`, '25216', 1],
    [PLATFORM, `${person}.DiaChiChiTiet`, 'Số 1', 1],
    [PLATFORM, `${person}.TenChuHs`, 'Trần Thị Mẫu', 1],
    [PLATFORM, `${person}.SoDinhDanhChuHs`, '070090000002', 1],
    [PLATFORM, 'EformThongTinChiTiet', { hoTen: 'Nguyễn Văn Mẫu' }, 'x'],
  ]
  it.each(rows)('%s: %s', (...row) => judge(PlatformDossier, 'platform-dossier', message, row))
  it('has every field that is cited, and no other', () => {
    const own = [...new Set(rows.map(([, path]) => path).filter((path) => !path.includes('.')))]
    expect(Object.keys(PlatformDossier.shape).sort()).toEqual([...own, 'ThongTinNguoiNop'].sort())
  })
  it.each<readonly [z.ZodType, MessageSchemaName, Row]>([
    [PlatformFile, 'platform-file', [PLATFORM, 'IdTepTin', 'f-1', '']],
    [PlatformFile, 'platform-file', [PLATFORM, 'HashTepTin', 'ab', '']],
    [PlatformCreated, 'platform-created', [PLATFORM, 'idHoSo', 'h-1', '']],
  ])('answers with %#', (schema, name, row) => {
    judge(schema, name, { IdTepTin: 'f', HashTepTin: 'h', idHoSo: 'i' }, row)
  })
  it(`${PLATFORM}: the order of the calls`, () => {
    expect(Object.keys(platformSteps)).toEqual([
      'token',
      'GetNextValue',
      'upload',
      'create',
      'CapNhatTienTrinh',
      'CapNhatTrangThai',
    ])
  })
  it(`${PLATFORM}: HTTP statuses, and the statuses that carry fees and results`, () => {
    expect(Object.keys(platformHttpStatuses)).toEqual(['200', '400', '401', '403', '404', '502'])
    expect(platformListStatuses).toEqual([5, 6, 9])
  })
  it(`${PLATFORM}: progress is timed in ISO 8601 with milliseconds`, () => {
    expect(PlatformInstant.safeParse('2026-06-09T08:00:00.000+07:00').success).toBe(true)
    expect(PlatformInstant.safeParse('2026-06-09 08:00:00').success).toBe(false)
  })
})

describe('the store of digitised results', () => {
  const request = {
    SoDinhDanhChuSoHuu: '070090000001',
    HoTenNguoiYeuCau: 'Lê Văn Mẫu',
    SoDinhDanhNguoiYeuCau: '070090000009',
    KenhThucHien: '1',
    MaThuTuc: '2.000908',
    DanhSachDanhMucKetQua: [{ MaKetQua: 'KQ.G07.000122', SoKyHieu: '15/BS' }],
  }
  const list = 'result.DanhSachGiayToKetQua'
  const found = {
    MaKetQua: 'KQ.G07.000122',
    CoQuanChuQuan: 'G07',
    DanhSachTepDinhKem: [{ TenTep: 'a.pdf', DuongDan: '/kq/a.pdf' }],
  }
  const reply = { errorCode: '0', message: '', signature: '', result: { DanhSachGiayToKetQua: [found] } }
  it.each<readonly [z.ZodType, MessageSchemaName, unknown, Row]>([
    [ResultStoreRequest, 'result-store-request', request, [STORE, 'SoDinhDanhChuSoHuu', '070090000001', '']],
    [ResultStoreRequest, 'result-store-request', request, [STORE, 'HoTenNguoiYeuCau', 'Lê Văn Mẫu', '']],
    [ResultStoreRequest, 'result-store-request', request, [STORE, 'SoDinhDanhNguoiYeuCau', '0700', '']],
    [ResultStoreRequest, 'result-store-request', request, [STORE, 'KenhThucHien', '2', '4']],
    [ResultStoreRequest, 'result-store-request', request, [STORE, 'MaThuTuc', '2.000908', '']],
    [
      ResultStoreRequest,
      'result-store-request',
      request,
      [STORE, 'DanhSachDanhMucKetQua', [{ MaKetQua: 'K' }], []],
    ],
    [
      ResultStoreRequest,
      'result-store-request',
      request,
      [STORE, 'DanhSachDanhMucKetQua.0.MaKetQua', 'K', ''],
    ],
    [
      ResultStoreRequest,
      'result-store-request',
      request,
      [STORE, 'DanhSachDanhMucKetQua.0.SoKyHieu', '1', 1],
    ],
    [ResultStoreReply, 'result-store-reply', reply, [STORE, 'errorCode', '0', null]],
    [ResultStoreReply, 'result-store-reply', reply, [STORE, 'message', 'x', 1]],
    [ResultStoreReply, 'result-store-reply', reply, [STORE, 'signature', 'x', 1]],
    [ResultStoreReply, 'result-store-reply', reply, [STORE, 'result', null, 1]],
    [ResultStoreReply, 'result-store-reply', reply, [STORE, list, [], {}]],
    [ResultStoreReply, 'result-store-reply', reply, [STORE, `${list}.0.MaKetQua`, 'K', '']],
    [ResultStoreReply, 'result-store-reply', reply, [STORE, `${list}.0.TenGiayTo`, 'Bằng', 1]],
    [ResultStoreReply, 'result-store-reply', reply, [STORE, `${list}.0.SoKyHieu`, '15', 1]],
    [ResultStoreReply, 'result-store-reply', reply, [STORE, `${list}.0.CoQuanChuQuan`, 'G07', 1]],
    [ResultStoreReply, 'result-store-reply', reply, [STORE, `${list}.0.DanhSachTepDinhKem`, [], {}]],
    [ResultStoreReply, 'result-store-reply', reply, [STORE, `${list}.0.DanhSachTepDinhKem.0.TenTep`, 'a', 1]],
    [
      ResultStoreReply,
      'result-store-reply',
      reply,
      [STORE, `${list}.0.DanhSachTepDinhKem.0.DuongDan`, '/a', 1],
    ],
    [
      ResultFileRequest,
      'result-file-request',
      { CoQuanChuQuan: 'G', DuongDan: '/' },
      [STORE, 'CoQuanChuQuan', 'G07', ''],
    ],
    [
      ResultFileRequest,
      'result-file-request',
      { CoQuanChuQuan: 'G', DuongDan: '/' },
      [STORE, 'DuongDan', '/a', ''],
    ],
  ])('%#', (schema, name, message, row) => judge(schema, name, message, row))
})

describe('a procedure of the national database', () => {
  const record = {
    MATTHC: '1.001193',
    TENTTHC: 'Thủ tục hư cấu',
    LINHVUCTHUCHIEN: [{ MALINHVUC: 'G15-HT', TENLINHVUC: 'Hộ tịch' }],
    TRINHTUTHUCHIEN: [{ TRUONGHOP: 'Trường hợp 1', TRINHTU: [{ TENTRINHTU: 'Nộp hồ sơ' }] }],
    CACHTHUCTHUCHIEN: [
      {
        KENH: '1',
        THOIGIAN: [
          {
            THOIGIANGIAIQUYET: '05',
            DONVITINH: 'Ngày làm việc',
            MOTA: 'Kể từ ngày nhận đủ hồ sơ',
            PHILEPHI: [{ SOTIEN: '8000', DONVI: 'Đồng', MOTA: 'Một bản' }],
          },
        ],
      },
    ],
    THANHPHANHOSO: [
      {
        TRUONGHOP: 'Trường hợp 1',
        GIAYTO: [
          {
            MAGIAYTO: 'GT1',
            TENGIAYTO: 'Tờ khai',
            TENMAUDON: 'Mẫu 01',
            URL: 'https://tep.vidu.vn/mau',
            SOBANCHINH: '1',
            SOBANSAO: '0',
          },
        ],
      },
    ],
    DOITUONGTHUCHIEN: [{ MADOITUONG: '1', TENDOITUONG: 'Công dân Việt Nam' }],
    MOTADOITUONGTHUCHIEN: 'Người từ đủ 18 tuổi',
    COQUANTHUCHIEN: [{ MADONVI: 'H36.01', TENDONVI: 'Ủy ban nhân dân cấp xã' }],
    KETQUATHUCHIEN: [{ MAKETQUA: 'KQ.G15.000122', TENKETQUA: 'Giấy khai sinh' }],
    CANCUPHAPLY: [{ SOVANBAN: '60/2014/QH13', TENVANBAN: 'Luật Hộ tịch' }],
    YEUCAU: 'Không',
  }
  const manner = 'CACHTHUCTHUCHIEN.0'
  const term = `${manner}.THOIGIAN.0`
  const paper = 'THANHPHANHOSO.0.GIAYTO.0'
  const options = { source: { title: 'hư cấu', certainty: 'unverified' as const } }
  /** Every field, and where the catalogue keeps what it says. */
  const rows: readonly (readonly [source: string, field: string, kept: string, value: unknown])[] = [
    [PASETO, 'MATTHC', 'code', '1.001193'],
    [RECORD, 'TENTTHC', 'name', 'Thủ tục hư cấu'],
    [RECORD, 'LINHVUCTHUCHIEN.0.MALINHVUC', 'field.code', 'G15-HT'],
    [RECORD, 'LINHVUCTHUCHIEN.0.TENLINHVUC', 'field.name', 'Hộ tịch'],
    [RECORD, 'TRINHTUTHUCHIEN.0.TRUONGHOP', 'sequence.0.case', 'Trường hợp 1'],
    [RECORD, 'TRINHTUTHUCHIEN.0.TRINHTU.0.TENTRINHTU', 'sequence.0.steps.0', 'Nộp hồ sơ'],
    [RECORD, `${manner}.KENH`, 'manners.0.channel', 'direct'],
    [RECORD, `${term}.THOIGIANGIAIQUYET`, 'manners.0.terms.0.text', '05 Ngày làm việc'],
    [RECORD, `${term}.DONVITINH`, 'manners.0.terms.0.text', '05 Ngày làm việc'],
    [RECORD, `${term}.MOTA`, 'manners.0.terms.0.note', 'Kể từ ngày nhận đủ hồ sơ'],
    [RECORD, `${term}.PHILEPHI.0.SOTIEN`, 'fees.0.rates.0.amount.amountVnd', 8000],
    [RECORD, `${term}.PHILEPHI.0.DONVI`, 'fees', expect.any(Array)],
    [RECORD, `${term}.PHILEPHI.0.MOTA`, 'fees', expect.any(Array)],
    [RECORD, 'THANHPHANHOSO.0.TRUONGHOP', 'papers.0.case', 'Trường hợp 1'],
    [RECORD, `${paper}.MAGIAYTO`, 'papers.0.papers.0.code', 'GT1'],
    [RECORD, `${paper}.TENGIAYTO`, 'papers.0.papers.0.name', 'Tờ khai'],
    [RECORD, `${paper}.TENMAUDON`, 'papers.0.papers.0.template', 'Mẫu 01'],
    [RECORD, `${paper}.URL`, 'papers.0.papers.0.templateUrl', 'https://tep.vidu.vn/mau'],
    [RECORD, `${paper}.SOBANCHINH`, 'papers.0.papers.0.originals', 1],
    [RECORD, `${paper}.SOBANSAO`, 'papers.0.papers', expect.any(Array)],
    [RECORD, 'DOITUONGTHUCHIEN', 'subjects.0.text', 'Công dân Việt Nam'],
    [RECORD, 'MOTADOITUONGTHUCHIEN', 'subjects.1.text', 'Người từ đủ 18 tuổi'],
    [RECORD, 'COQUANTHUCHIEN.0.MADONVI', 'agencies.0.code', 'H36.01'],
    [RECORD, 'COQUANTHUCHIEN.0.TENDONVI', 'agencies.0.name', 'Ủy ban nhân dân cấp xã'],
    [RECORD, 'KETQUATHUCHIEN.0.MAKETQUA', 'results.0.code', 'KQ.G15.000122'],
    [RECORD, 'KETQUATHUCHIEN.0.TENKETQUA', 'results.0.name', 'Giấy khai sinh'],
    [RECORD, 'CANCUPHAPLY.0.SOVANBAN', 'legalBases.0.number', '60/2014/QH13'],
    [RECORD, 'CANCUPHAPLY.0.TENVANBAN', 'legalBases.0.title', 'Luật Hộ tịch'],
    [RECORD, 'YEUCAU', 'requirements.0', 'Không'],
  ]
  it.each(rows)('%s: %s is kept as %s', (_, field, kept, value) => {
    expect(typeof fieldOf('portal-procedure', field)?.title).toBe('string')
    const { procedures, findings } = importProcedures(record, options)
    const [procedure] = procedures
    expect(kept.split('.').reduce<unknown>((node, key) => (node as never)?.[key], procedure)).toEqual(value)
    expect(findings.filter(({ code }) => code === 'catalogue/unread-field')).toEqual([])
  })
  it('is accepted whole, and refused without its name or with another channel', () => {
    expect(PortalProcedure.safeParse(record).success).toBe(true)
    expect(PortalProcedure.safeParse({ ...record, TENTTHC: '' }).success).toBe(false)
    expect(PortalProcedure.safeParse(put(record, `${manner}.KENH`, '4')).success).toBe(false)
  })
  it.each(['1', '2', '3'] as const)(`${RECORD}: KENH %s`, (code) => {
    const [procedure] = importProcedures(put(record, `${manner}.KENH`, code), options).procedures
    expect(procedure?.manners[0]?.channel).toBe({ 1: 'direct', 2: 'online', 3: 'post' }[code])
  })
})

describe('messages about messages', () => {
  it.each(messageSchemaNames)('calls every field of %s by the office’s words', (name) => {
    const bare: string[] = []
    const visit = (node: unknown, path: string): void => {
      if (typeof node !== 'object' || node === null) return
      const { properties } = node as { properties?: Record<string, { title?: string; description?: string }> }
      for (const [key, { title, description }] of Object.entries(properties ?? {}))
        if (!title || !description || title === key) bare.push(`${path}.${key}`)
      for (const [key, member] of Object.entries(node)) visit(member, `${path}.${key}`)
    }
    visit(buildMessageSchema(name), name)
    expect(bare.filter((path) => !/\.(?:Fax)$/.test(path))).toEqual([])
  })
  it('says what is wrong with a message by the validator of dossiers', () => {
    const verdict = validateDossier({ ...dossier, NgayTra: '28/08/2026' }, { schema: PortalDossier })
    expect(verdict.ok ? [] : verdict.issues).toMatchObject([
      { label: 'Ngày trả kết quả', message: 'phải là yyyyMMddHHmmss, ví dụ 20260828152000, hoặc để trống' },
    ])
  })
})

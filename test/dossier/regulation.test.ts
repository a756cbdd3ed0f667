/**
 * Codes, statuses, payload fields and identifiers as acts and deployed systems write them, against what this room has.
 *
 * Deployed systems: `PASETO` is HuanVu201/DichVuCong_KhoaLuan_PASETO@7d1730c, `OPENCPS` VietOpenCPS/opencps-v2@2c719850c,
 * `VNPROV` thanglequoc/vietnamese-provinces-database@cd580632, `STDNUM` arthurdejong/python-stdnum@006192e.
 */
import { describe, expect, it } from 'vitest'
import { isoDate } from '../../src/date.ts'
import {
  isAgencyCode,
  isComponentCode,
  isDossierCode,
  isHealthInsuranceCard,
  isOldIdentityCard,
  isPassportNumber,
  isPersonalNumber,
  isProcedureCode,
  isResultCode,
  isSectorCode,
  isSocialInsuranceNumber,
  isTaxCode,
  parseAgencyCode,
  parseDossierCode,
  parsePhoneNumber,
  parseProcedureCode,
  toNationalCode,
} from '../../src/dossier/codes/index.ts'
import { Dossier, labelOfPath } from '../../src/dossier/index.ts'
import * as lists from '../../src/dossier/lists.ts'
import { findProvinceOfLetterCode, findUnits, provinces } from '../../src/dossier/units/index.ts'
import { validateDossier } from '../../src/dossier/validate.ts'
import { broken } from '../kit/dossiers.ts'

/** Vietnamese names of a list in its order. */
const namesOf = (list: Readonly<Record<string | number, { readonly vi: string }>>): readonly string[] =>
  Object.values(list).map(({ vi }) => vi)

/** Members of a list. */
const membersOf = (list: object): readonly string[] => Object.keys(list)

/** Whether a dossier has such a place: every step of it has the office's words. */
function hasPlace(path: string): boolean {
  const keys = path.split('.').map((key) => (/^\d+$/.test(key) ? Number(key) : key))
  const names = keys.filter((key) => typeof key === 'string')
  const label = labelOfPath(Dossier, keys, 'vi')
  return label.split(' › ').length === names.length && !names.includes(label.split(' › ').at(-1) ?? '')
}

describe('agency identifiers (QĐ 20/2020/QĐ-TTg; the old form as PASETO seeds it)', () => {
  it.each([
    ['000.00.64.H10', 'old'],
    ['000.17.22.H56', 'old'],
    ['000.00.00.H56', 'old'],
    ['H36.01.02', 'new'],
    ['G09.20', 'new'],
    ['A00', 'new'],
    ['Y99.0Z', 'new'],
    ['Z01A', 'other'],
    ['Z99'.padEnd(35, '0'), 'other'],
  ])('reads %s as the %s form', (code, form) => {
    expect(parseAgencyCode(code).facts).toMatchObject({ form })
  })
  it.each(['Z00A', 'Z01', 'Z01.A', 'h36', 'H3', '000.00.64', 'H36.', 'H36..1', `H36.${'0'.repeat(32)}`])(
    'refuses %s',
    (code) => {
      expect(isAgencyCode(code)).toBe(false)
    },
  )
  it('names the ministries that PASETO seeds, by their letter codes', () => {
    const names = Object.fromEntries(
      Array.from({ length: 21 }, (_, at) => `G${String(at + 1).padStart(2, '0')}`).map((code) => [
        code,
        parseAgencyCode(code).facts?.topName,
      ]),
    )
    expect(names).toMatchObject({
      G01: 'Bộ Công an',
      G02: 'Bộ Công Thương',
      G03: 'Bộ Giáo dục và Đào tạo',
      G04: 'Bộ Giao thông vận tải',
      G05: 'Bộ Kế hoạch và Đầu tư',
      G06: 'Bộ Khoa học và Công nghệ',
      G07: 'Bộ Lao động - Thương binh và Xã hội',
      G08: 'Bộ Ngoại giao',
      G09: 'Bộ Nội vụ',
      G10: 'Bộ Nông nghiệp và Phát triển nông thôn',
      G11: 'Bộ Quốc phòng',
      G14: 'Bộ Thông tin và Truyền thông',
      G15: 'Bộ Tư pháp',
      G16: 'Bộ Văn hóa, Thể thao và Du lịch',
      G17: 'Bộ Xây dựng',
      G18: 'Bộ Y tế',
      G19: 'Ngân hàng Nhà nước Việt Nam',
      G20: 'Thanh tra Chính phủ',
      G21: 'Ủy ban Dân tộc',
    })
  })
  it('gives the 63 provinces of PASETO the letter codes H01 to H63, each once', () => {
    const names = Array.from({ length: 63 }, (_, at) =>
      findProvinceOfLetterCode(`H${String(at + 1).padStart(2, '0')}`),
    ).map((unit) => unit?.name)
    expect(new Set(names).size).toBe(63)
    expect(names).not.toContain(undefined)
    expect([names[9], names[55], names[0], names[25], names[28], names[62]]).toEqual([
      'Bình Phước',
      'Thanh Hóa',
      'An Giang',
      'Hà Nội',
      'Hồ Chí Minh',
      'Yên Bái',
    ])
  })
})

describe('dossier codes (TT 01/2018/TT-VPCP art. 19)', () => {
  it('reads agency, day and order of the code that the portal of Bình Phước printed', () => {
    expect(parseDossierCode('000.00.64.H10-230515-0011').facts).toMatchObject({
      agency: '000.00.64.H10',
      receivedDate: '2023-05-15',
      sequence: 11,
    })
  })
  it.each(['G09.20-20260609-0092637', 'H36.01.02-260609-0011', '03706/2026/07906'])(
    'accepts the form of newer systems and of social insurance: %s',
    (code) => {
      expect(isDossierCode(code)).toBe(true)
    },
  )
  it.each(['000.00.64.H10-230515-11', '000.00.64.H10-231315-0011', '000.00.64.H10_230515_0011'])(
    'refuses %s',
    (code) => {
      expect(isDossierCode(code)).toBe(false)
    },
  )
  it('keeps the codes of other systems beside its own (GetMaHoSo of PASETO)', () => {
    expect(hasPlace('externalCodes.0.code')).toBe(true)
  })
})

describe('codes of sectors, procedures, papers and results', () => {
  it('reads a sector as agency and letters (TT 01/2018/TT-VPCP art. 20)', () => {
    expect(['G15-CT', 'H56-TP01'].map(isSectorCode)).toEqual([true, true])
    expect(['G15', 'G15-', 'g15-CT'].map(isSectorCode)).toEqual([false, false, false])
  })
  it.each([
    '1.001193',
    '2.000908',
    '2.000635',
    '1.012790',
    '1.001193.000.00.00.H41',
    '1.004616.000.00.00.H56',
  ])('reads the procedure %s (PASETO)', (code) => {
    const reading = parseProcedureCode(code)
    expect(reading.ok && toNationalCode(reading.value)).toBe(code.slice(0, 8))
  })
  it.each(['4.001193', '1.01193', '1.001193.H41'])('refuses the procedure %s', (code) => {
    expect(isProcedureCode(code)).toBe(false)
  })
  it('reads the code of a paper and of a result as deployed systems write them', () => {
    expect([isComponentCode('000.00.00.G09-KQ002269'), isResultCode('KQ.G07.000122')]).toEqual([true, true])
  })
})

describe('statuses of the national portal (PASETO; OPENCPS)', () => {
  it('are ten, by their numbers and names', () => {
    expect(lists.nationalStatuses).toMatchObject({
      1: { vi: 'Mới đăng ký' },
      2: { vi: 'Được tiếp nhận' },
      3: { vi: 'Không được tiếp nhận' },
      4: { vi: 'Đang xử lý' },
      5: { vi: 'Yêu cầu bổ sung giấy tờ' },
      6: { vi: 'Yêu cầu thực hiện nghĩa vụ tài chính' },
      7: { vi: 'Công dân yêu cầu rút hồ sơ' },
      8: { vi: 'Dừng xử lý' },
      9: { vi: 'Đã xử lý xong' },
      10: { vi: 'Đã trả kết quả' },
    })
    expect(membersOf(lists.nationalStatuses)).toHaveLength(10)
  })
  it.each([0, 11, '4', null])('refuses %j as a status', (status) => {
    expect(validateDossier(broken(['progress', 'status'], status)).ok).toBe(false)
  })
})

/** Fields of DongBoHoSoMC and CapNhatTienDoHoSoMC, and where a dossier keeps what they say. */
const payload = [
  ['MaHoSo', 'code'],
  ['MaTTHC', 'procedure.code'],
  ['TenTTHC', 'procedure.name'],
  ['MaLinhVuc', 'field.code'],
  ['TenLinhVuc', 'field.name'],
  ['KenhThucHien', 'channel'],
  ['ChuHoSo', 'owner.name'],
  ['SoGiayToChuHoSo', 'owner.identityPapers.0.number'],
  ['LoaiDoiTuong', 'owner.kind'],
  ['MaDoiTuong', 'owner.account.id'],
  ['ThongTinKhac', 'otherInfo'],
  ['Email', 'applicant.email'],
  ['Fax', 'applicant.fax'],
  ['SoDienThoai', 'applicant.phone'],
  ['GhiChu', 'note'],
  ['ThongTinTra', 'return.note'],
  ['TrichYeuHoSo', 'summary'],
  ['NgayNopHoSo', 'progress.submittedAt'],
  ['NgayTiepNhan', 'progress.receivedAt'],
  ['NgayHenTra', 'progress.dueAt'],
  ['NgayTra', 'progress.returnedAt'],
  ['NgayKetThucXuLy', 'progress.finishedAt'],
  ['NgayTuChoi', 'progress.refusedAt'],
  ['TrangThaiHoSo', 'progress.status'],
  ['HinhThuc', 'return.manner'],
  ['DonViXuLy', 'unit'],
  ['NoiNopHoSo', 'origin'],
  ['HoSoCoThanhPhanSoHoa', 'papers.0.digitised'],
  ['TaiKhoanDuocXacThucVoiVNeID', 'applicant.account.verified'],
  ['DuocThanhToanTrucTuyen', 'payments.0.manner'],
  ['DinhDanhCHS.LoaiDinhDanh', 'owner.identityPapers.0.kind'],
  ['DinhDanhCHS.SoDinhDanh', 'owner.identityPapers.0.number'],
  ['DSKetNoiCSDL.MaCSDL', 'databases'],
  ['TaiLieuNop.TepDinhKemId', 'papers.0.files.0.id'],
  ['TaiLieuNop.TenTepDinhKem', 'papers.0.files.0.name'],
  ['TaiLieuNop.MaThanhPhanHoSo', 'papers.0.code'],
  ['TaiLieuNop.DuongDanTaiTepTin', 'papers.0.files.0.url'],
  ['TaiLieuNop.DuocSoHoa', 'papers.0.digitised'],
  ['TaiLieuNop.DuocTaiSuDung', 'papers.0.digitised'],
  ['TaiLieuNop.DuocLayTuKhoDMQG', 'papers.0.fromNationalStore'],
  ['TaiLieuNop.MaKetQuaThayThe', 'papers.0.reuse.resultCode'],
  ['DanhSachLePhi.TenPhiLePhi', 'fees.0.name'],
  ['DanhSachLePhi.MaPhiLePhi', 'fees.0.code'],
  ['DanhSachLePhi.HinhThucThu', 'fees.0.moment'],
  ['DanhSachLePhi.Gia', 'fees.0.amountVnd'],
  ['DanhSachLePhi.LoaiPhiLePhi', 'fees.0.purpose'],
  ['DanhSachTepDinhKemKhac.TenGiayTo', 'otherPapers.0.name'],
  ['DanhSachTepDinhKemKhac.SoLuong', 'otherPapers.0.copies'],
  ['DanhSachTepDinhKemKhac.LoaiGiayTo', 'otherPapers.0.kind'],
  ['DanhSachHoSoBoSung.HoSoBoSungId', 'supplements.0.round'],
  ['DanhSachHoSoBoSung.NguoiYeuCauBoSung', 'supplements.0.requestedBy'],
  ['DanhSachHoSoBoSung.NoiDungBoSung', 'supplements.0.content'],
  ['DanhSachHoSoBoSung.NgayBoSung', 'supplements.0.requestedAt'],
  ['DanhSachHoSoBoSung.NguoiTiepNhanBoSung', 'supplements.0.receivedBy'],
  ['DanhSachHoSoBoSung.ThongTinTiepNhan', 'supplements.0.receivedNote'],
  ['DanhSachHoSoBoSung.NgayTiepNhanBoSung', 'supplements.0.answeredAt'],
  ['DanhSachHoSoBoSung.TrangThaiBoSung', 'supplements.0.done'],
  ['DanhSachHoSoBoSung.DanhSachGiayToBoSung', 'supplements.0.papers'],
  ['DanhSachHoSoBoSung.DanhSachLePhiBoSung', 'supplements.0.fees'],
  ['DanhSachHoSoBoSung.NgayHenTraTruoc', 'supplements.0.dueBefore'],
  ['DanhSachHoSoBoSung.NgayHenTraMoi', 'supplements.0.dueAfter'],
  ['DanhSachGiayToKetQua.TenGiayTo', 'results.0.name'],
  ['DanhSachGiayToKetQua.MaThanhPhanHoSo', 'results.0.paper'],
  ['DanhSachGiayToKetQua.GiayToId', 'results.0.id'],
  ['DanhSachGiayToKetQua.DuongDanTepTinKetQua', 'results.0.files.0.url'],
  ['DanhSachGiayToKetQua.MaGiayToKetQua', 'results.0.code'],
] as const

describe('the synchronisation payload (SyncDataToDVCQG of PASETO; DongBoHoSoMC of OPENCPS)', () => {
  it.each(payload)('has a place for %s', (_, path) => {
    expect(hasPlace(path), path).toBe(true)
  })
  it('has a member for every value of its enumerations, and says them in the same words', () => {
    expect(membersOf(lists.channels)).toEqual(['direct', 'online', 'post'])
    expect(namesOf(lists.channels)).toEqual(['Trực tiếp', 'Trực tuyến', 'Bưu chính công ích'])
    // LoaiDoiTuong 1 to 4; the fifth is told apart by the platform of 2026 only.
    expect(namesOf(lists.applicantKinds)).toEqual([
      'Công dân',
      'Doanh nghiệp',
      'Cơ quan nhà nước',
      'Tổ chức khác',
      'Hộ kinh doanh',
    ])
    // LoaiDinhDanh 1 and 2; other papers are met in records.
    expect(membersOf(lists.identityKinds).slice(0, 2)).toEqual(['personal-number', 'old-identity-card'])
    // HinhThucThu 1, 2, 4; LoaiPhiLePhi 1 to 3; HinhThuc 0 and 1; NoiNopHoSo 1 and 2.
    expect(membersOf(lists.feeMoments)).toEqual(['reception', 'supplement', 'return'])
    expect(membersOf(lists.feePurposes)).toEqual(['normal', 'appraisal', 'extension'])
    expect(membersOf(lists.returnManners)).toEqual(['desk', 'post', 'online'])
    expect(membersOf(lists.origins)).toEqual(['national-portal', 'local'])
    // DuocThanhToanTrucTuyen 1 and 2; the others are not online.
    expect(membersOf(lists.paymentManners)).toEqual(
      expect.arrayContaining(['national-portal', 'local-gateway']),
    )
    // DuocSoHoa 0/1, DuocTaiSuDung 1 (another paper) and 2 (an earlier result).
    expect(membersOf(lists.digitisedStates)).toEqual(['0', '1', '2', '3'])
  })
  it.each([
    [['summary'], 1000],
    [['papers', 0, 'files', 0, 'name'], 4000],
    [['results', 0, 'name'], 2000],
  ] as const)('bounds %j at the length of the payload', (path, most) => {
    expect(validateDossier(broken(path, 'ă'.repeat(most))).ok).toBe(true)
    expect(validateDossier(broken(path, 'ă'.repeat(most + 1))).ok).toBe(false)
  })
  it('reads the placeholder 000000001 that PASETO sends for an unknown owner as what it is, a CMND by its form', () => {
    expect(isOldIdentityCard('000000001')).toBe(true)
  })
})

describe('the flow over the data-sharing platform of 2026 (a secondary description; unverified)', () => {
  it.each([
    ['LoaiBan 0, original', 'papers.0.originals'],
    ['LoaiBan 1, copy', 'papers.0.certifiedCopies'],
    ['LoaiBan 2, electronic', 'papers.0.files'],
    ['HashTepTin', 'papers.0.files.0.sha256'],
    ['MaKetQua of an attachment', 'papers.0.reuse.resultCode'],
    ['NgayCapDinhDanh', 'applicant.identityPapers.0.issuedOn'],
    ['NgaySinh', 'applicant.birthDate'],
    ['MaTinh', 'applicant.address.units.provinceCode'],
    ['MaHuyen', 'applicant.address.units.districtCode'],
    ['MaXa', 'applicant.address.units.communeCode'],
    ['DiaChiChiTiet', 'applicant.address.detail'],
    ['EformThongTinChiTiet', 'form.answers'],
    ['idHoSo', 'reference'],
  ])('has a place for %s', (_, path) => {
    expect(hasPlace(path), path).toBe(true)
  })
})

describe('the look-up in the result store (KhoSoHoaDVCQG of PASETO)', () => {
  it.each([
    ['MaKetQua', 'results.0.code'],
    ['SoKyHieu', 'results.0.number'],
    ['CoQuanChuQuan', 'results.0.store.agency'],
    ['DuongDan', 'results.0.store.path'],
    ['TenTep', 'results.0.files.0.name'],
  ])('has a place for %s', (_, path) => {
    expect(hasPlace(path), path).toBe(true)
  })
})

describe('identifiers', () => {
  it('accepts personal numbers of 12 digits and leaves their structure a hint', () => {
    expect(['001099012345', '999999999999'].map(isPersonalNumber)).toEqual([true, true])
    expect(['00109901234', '0010990123456'].map(isPersonalNumber)).toEqual([false, false])
  })
  it('accepts the CMND of 9 digits and of the 12-digit series', () => {
    expect(['012345678', '012345678901'].map(isOldIdentityCard)).toEqual([true, true])
  })
  it('has the 34 provinces of VNPROV from 1/7/2025', () => {
    const codes = findUnits(provinces, isoDate('2025-07-01')).map(({ code }) => code)
    expect(codes.sort()).toEqual(
      '01 04 08 11 12 14 15 19 20 22 24 25 31 33 37 38 40 42 44 46 48 51 52 56 66 68 75 79 80 82 86 91 92 96'.split(
        ' ',
      ),
    )
  })
  it('checks tax codes by the check digit of STDNUM, and takes personal numbers (TT 86/2024/TT-BTC)', () => {
    const valid = [
      '0100233488',
      '0314409058-002',
      '0100112437',
      '0312687878-001',
      '0100109106',
      '0100109106-001',
    ]
    expect([...valid, '001099012345'].filter((code) => !isTaxCode(code))).toEqual([])
    expect(['0100233480', '0100109107', '0100000007'].filter(isTaxCode)).toEqual([])
  })
  it('accepts numbers of social insurance, and health insurance cards of both forms', () => {
    expect(isSocialInsuranceNumber('0120878811')).toBe(true)
    expect(['HS4010120878811', '0120878811'].map(isHealthInsuranceCard)).toEqual([true, true])
    expect(isHealthInsuranceCard('HS6010120878811')).toBe(false)
  })
  it.each(['0312345678', '0512345678', '0712345678', '0812345678', '0912345678', '+84912345678'])(
    'accepts the mobile number %s',
    (number) => {
      expect(parsePhoneNumber(number).value).toMatch(/^0[35789]\d{8}$/)
    },
  )
  it('accepts passports of a letter and seven digits', () => {
    expect(['C1234567', 'c123', 'C12345678'].map(isPassportNumber)).toEqual([true, false, false])
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { instant } from '../../src/date.ts'
import { closedLists, Dossier } from '../../src/dossier/index.ts'
import { isMotcuaError } from '../../src/errors.ts'
import {
  addUpdateMark,
  buildPortalDossier,
  findResultFiles,
  PortalDossier,
  PortalEnvelope,
  writePortalTime,
} from '../../src/exchange/index.ts'
import { arbitraryOf } from '../kit/arbitrary-of.ts'
import { fullDossier, smallDossier } from '../kit/dossiers.ts'

const dossier = Dossier.parse(fullDossier)
const { message, findings } = buildPortalDossier(dossier)

/** The same dossier with some fields replaced. */
const changed = (fields: object): Dossier => ({ ...dossier, ...fields }) as Dossier

describe('what it gives', () => {
  it('writes every field of the portal, empty where the dossier says nothing', () => {
    expect(Object.keys(message).sort()).toEqual(Object.keys(PortalDossier.shape).sort())
    expect([message.Fax, message.NgayTuChoi]).toEqual(['', ''])
  })
  it('is taken by the schema of the portal, alone and in an envelope', () => {
    expect(PortalDossier.safeParse(message).error?.issues).toBeUndefined()
    const envelope = {
      session: 's',
      madonvi: 'H10',
      service: 'DongBoHoSoMC',
      isUpdating: false,
      data: [message],
    } as const
    expect(PortalEnvelope.safeParse(addUpdateMark(envelope)).data).toMatchObject({ isUpdating: true })
  })
  it('writes codes, times and numbers as the portal does', () => {
    expect(message).toMatchObject({
      MaHoSo: '000.00.64.H10-260828-0011',
      MaTTHC: '2.000908',
      KenhThucHien: '2',
      LoaiDoiTuong: '2',
      SoGiayToChuHoSo: '0100233488',
      NoiNopHoSo: '1',
      TaiKhoanDuocXacThucVoiVNeID: '1',
      DuocThanhToanTrucTuyen: '1',
      HoSoCoThanhPhanSoHoa: '1',
      DinhDanhCHS: [],
      DanhSachLePhi: [{ MaPhiLePhi: 'LP-01', HinhThucThu: '1', Gia: '8000', LoaiPhiLePhi: '1' }],
      DanhSachTepDinhKemKhac: [{ TenGiayTo: 'Đơn trình bày', SoLuong: '2', LoaiGiayTo: 'Bản chính' }],
    })
    expect(message.DanhSachHoSoBoSung?.[0]).toMatchObject({
      HoSoBoSungId: '000.00.64.H10-260828-0011-1',
      NgayBoSung: '20260831090000',
      TrangThaiBoSung: true,
      NgayHenTraMoi: '20260903170000',
      DanhSachGiayToBoSung: [{ TenGiayTo: 'Giấy ủy quyền', SoLuong: '1' }],
    })
  })
  it('sends a paper that is reused without a file, and says from where', () => {
    expect(message.TaiLieuNop).toMatchObject([
      {
        TepDinhKemId: 'f-1',
        DuocSoHoa: '1',
        DuocTaiSuDung: '0',
        DuongDanTaiTepTin: 'https://tep.vidu.vn/f-1',
      },
      {
        TenTepDinhKem: 'Giấy ủy quyền',
        DuocTaiSuDung: '2',
        DuocLayTuKhoDMQG: '1',
        MaKetQuaThayThe: 'KQ.G15.000122',
      },
    ])
  })
  it('names the owner’s numbers where the owner is a person', () => {
    const own = buildPortalDossier(changed({ owner: undefined, authorisation: undefined })).message
    expect(own).toMatchObject({
      ChuHoSo: 'Nguyễn Văn Mẫu',
      LoaiDoiTuong: '1',
      MaDoiTuong: 'tech-0001',
      DinhDanhCHS: [{ LoaiDinhDanh: '1', SoDinhDanh: '070090000001' }],
    })
  })
  it('says which file the portal will not get', () => {
    expect(findings.map(({ code, place }) => [code, place])).toEqual([
      ['exchange/no-file-address', 'results.0.files.0'],
    ])
  })
  it.each(Object.keys(closedLists.nationalStatuses).map(Number))('writes the status %i as text', (status) => {
    const built = buildPortalDossier(changed({ progress: { ...dossier.progress, status } }))
    expect(built.message.TrangThaiHoSo).toBe(String(status))
  })
  it('writes local time', () => {
    expect(writePortalTime(instant('2026-12-31T17:30:00Z'))).toBe('20270101003000')
    expect(writePortalTime(undefined)).toBe('')
  })
})

describe('what is configuration', () => {
  const household = { kind: 'household-business', name: 'Hộ kinh doanh Thí Dụ', taxCode: '070090000001' }
  it('sends a household business as another organisation, and says so, unless told otherwise', () => {
    const built = buildPortalDossier(changed({ owner: household }))
    expect(built.message.LoaiDoiTuong).toBe('4')
    expect(built.findings.map(({ code }) => code)).toContain('exchange/nearest-code')
    const told = buildPortalDossier(changed({ owner: household }), {
      applicants: { 'household-business': '2' },
    })
    expect(told.message.LoaiDoiTuong).toBe('2')
    expect(told.findings.map(({ code }) => code)).not.toContain('exchange/nearest-code')
  })
  it('takes other codes for the return and for the origin', () => {
    const options = {
      returns: { [dossier.return.manner]: '1' },
      origins: { 'national-portal': '2' },
    } as const
    expect(buildPortalDossier(dossier, options).message).toMatchObject({ HinhThuc: '1', NoiNopHoSo: '2' })
  })
})

describe('what it refuses', () => {
  it.each([
    ['code', 'exchange/no-dossier-code'],
    ['progress', 'exchange/no-status'],
  ] as const)('refuses a dossier without its %s', (field, code) => {
    let thrown: unknown
    try {
      buildPortalDossier(changed({ [field]: undefined }))
    } catch (error) {
      thrown = error
    }
    expect(isMotcuaError(thrown, code)).toBe(true)
    expect(() => buildPortalDossier(smallDossier as Dossier)).toThrow()
  })
})

describe('edges', () => {
  it('cuts a summary of too many units of UTF-16 and never through a character', () => {
    const built = buildPortalDossier(changed({ summary: `a${'😀'.repeat(900)}` }))
    expect(built.message.TrichYeuHoSo?.length).toBeLessThanOrEqual(1000)
    expect(built.message.TrichYeuHoSo).toMatch(/😀\.\.\.$/u)
    expect(built.findings.map(({ code }) => code)).toContain('exchange/text-cut')
    expect(buildPortalDossier(changed({ summary: 'a'.repeat(1000) })).message.TrichYeuHoSo).toHaveLength(1000)
  })
  it('gives a message that the portal’s schema takes for every dossier', () => {
    fc.assert(
      fc.property(arbitraryOf(Dossier), (value) => {
        // The rules across fields do not matter here, only the structure.
        const whole = { ...(value as Dossier), code: 'H10-260828-0011', progress: dossier.progress }
        const built = buildPortalDossier(whole).message
        expect(PortalDossier.safeParse(built).error?.issues).toBeUndefined()
      }),
      { numRuns: 40 },
    )
  }, 20_000)
  it('finds no file where the store names no agency or no path', () => {
    const result = {
      DanhSachGiayToKetQua: [
        { MaKetQua: 'K', DanhSachTepDinhKem: [{ DuongDan: '/a' }] },
        { MaKetQua: 'K', CoQuanChuQuan: 'G07', DanhSachTepDinhKem: [{ DuongDan: '' }, { DuongDan: '/b' }] },
      ],
    }
    expect(findResultFiles({ errorCode: '0', result })).toEqual([{ CoQuanChuQuan: 'G07', DuongDan: '/b' }])
    expect(findResultFiles({ errorCode: '1', result: null })).toEqual([])
  })
})

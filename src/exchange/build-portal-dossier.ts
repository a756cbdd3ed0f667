import type { Instant } from '../date.ts'
import type { ApplicantKind, Dossier, Fee, Party } from '../dossier/index.ts'
import { MotcuaError } from '../errors.ts'
import type { Finding } from '../finding.ts'
import type { portalCodes } from './code-lists.ts'
import { buildFinding, messages } from './messages.ts'
import { MAX_FILE_NAME, MAX_SUMMARY, type PortalDossier } from './portal-dossier.ts'

type Code<Name extends keyof typeof portalCodes> =
  `${keyof (typeof portalCodes)[Name]['members'] & (string | number)}`

/** Codes that are not settled by what was seen of the portal; each has a default. */
export interface PortalCodeOptions {
  /** LoaiDoiTuong by kind of applicant. A household business is sent as `4`, for want of a code of its own. */
  readonly applicants?: Partial<Readonly<Record<ApplicantKind, Code<'LoaiDoiTuong'>>>> | undefined
  /** HinhThuc by manner of return; what 0 and 1 mean was only remembered, and there is none for `online`. */
  readonly returns?: Partial<Readonly<Record<Dossier['return']['manner'], Code<'HinhThuc'>>>> | undefined
  /** NoiNopHoSo by origin; `1` was only remembered. */
  readonly origins?: Partial<Readonly<Record<Dossier['origin'], Code<'NoiNopHoSo'>>>> | undefined
}

/** A message, and what there is to say about it. */
export interface BuiltPortalDossier {
  readonly message: PortalDossier
  readonly findings: readonly Finding[]
}

const applicants = {
  citizen: '1',
  enterprise: '2',
  'state-agency': '3',
  organisation: '4',
  'household-business': '4',
} as const satisfies Record<ApplicantKind, Code<'LoaiDoiTuong'>>
const channels = { direct: '1', online: '2', post: '3' } as const
const returns = { desk: '0', post: '1', online: '0' } as const
const origins = { 'national-portal': '1', local: '2' } as const
const moments = { reception: '1', supplement: '2', return: '4' } as const
const purposes = { normal: '1', appraisal: '2', extension: '3' } as const
const reuses = { 0: '0', 1: '0', 2: '1', 3: '2' } as const
const identities = { 'personal-number': '1', 'old-identity-card': '2' } as const
const otherKinds = {
  original: 'Bản chính',
  'certified-copy': 'Bản chứng thực',
  photocopy: 'Bản photo',
  electronic: 'Bản điện tử',
} as const

/** Characters that are left of a text that is too long, before the dots. */
const CUT_AT = 995

/**
 * Writes a moment as the portal's local time, `yyyyMMddHHmmss`; an empty text for none.
 *
 * @example
 * import { instant } from 'motcua'
 * import { writePortalTime } from 'motcua/exchange'
 * writePortalTime(instant('2026-08-28T15:20:00+07:00')) // '20260828152000'
 */
export function writePortalTime(moment: Instant | undefined): string {
  return moment === undefined ? '' : moment.slice(0, 19).replace(/[-T:]/g, '')
}

const flag = (isTrue: boolean | undefined): '0' | '1' => (isTrue === true ? '1' : '0')

/** Cuts a summary as deployed systems do: 995 units of UTF-16 and three dots, never through a pair of surrogates. */
function cutSummary(text: string, findings: Finding[]): string {
  if (text.length <= MAX_SUMMARY) return text
  findings.push(buildFinding('exchange/text-cut', 'summary', { most: MAX_SUMMARY }))
  return `${text.slice(0, CUT_AT).replace(/[\ud800-\udbff]$/, '')}...`
}

/** Gives the address of a file, and says it where there is none. */
function addressOf(url: string | undefined, place: string, findings: Finding[]): string {
  if (url === undefined) findings.push(buildFinding('exchange/no-file-address', place))
  return url ?? ''
}

function toFee(fee: Fee): NonNullable<PortalDossier['DanhSachLePhi']>[number] {
  return {
    TenPhiLePhi: fee.name,
    MaPhiLePhi: fee.code,
    HinhThucThu: moments[fee.moment],
    Gia: String(fee.amountVnd),
    LoaiPhiLePhi: purposes[fee.purpose],
  }
}

/** Papers: one entry for each file, and one for each paper that is reused without a file. */
function toPapers(dossier: Dossier, findings: Finding[]): PortalDossier['TaiLieuNop'] {
  return dossier.papers.flatMap((paper, at) => {
    const said = {
      IsDeleted: 'False',
      MaThanhPhanHoSo: paper.code,
      DuocSoHoa: flag(paper.digitised !== 0),
      DuocTaiSuDung: reuses[paper.digitised],
      DuocLayTuKhoDMQG: flag(paper.fromNationalStore),
      MaKetQuaThayThe: paper.reuse?.resultCode ?? '',
    } as const
    const isReused = paper.digitised >= 2 || paper.fromNationalStore === true
    if (paper.files.length === 0 && isReused) {
      const name = paper.name.slice(0, MAX_FILE_NAME)
      return [{ TepDinhKemId: '', TenTepDinhKem: name, DuongDanTaiTepTin: '', ...said }]
    }
    return paper.files.map((file, index) => ({
      TepDinhKemId: file.id ?? '',
      TenTepDinhKem: file.name,
      DuongDanTaiTepTin: addressOf(file.url, `papers.${at}.files.${index}`, findings),
      ...said,
    }))
  })
}

function toSupplements(dossier: Dossier): PortalDossier['DanhSachHoSoBoSung'] {
  const nameOf = (code: string): string => dossier.papers.find((paper) => paper.code === code)?.name ?? code
  return (dossier.supplements ?? []).map((round) => ({
    HoSoBoSungId: `${dossier.code}-${round.round}`,
    NguoiYeuCauBoSung: round.requestedBy,
    NoiDungBoSung: round.content,
    NgayBoSung: writePortalTime(round.requestedAt),
    NguoiTiepNhanBoSung: round.receivedBy ?? '',
    ThongTinTiepNhan: round.receivedNote ?? '',
    NgayTiepNhanBoSung: writePortalTime(round.answeredAt),
    TrangThaiBoSung: round.done,
    DanhSachGiayToBoSung: (round.papers ?? []).map((code) => ({ TenGiayTo: nameOf(code), SoLuong: '1' })),
    DanhSachLePhiBoSung: (round.fees ?? []).map(toFee),
    NgayHenTraTruoc: writePortalTime(round.dueBefore),
    NgayHenTraMoi: writePortalTime(round.dueAfter),
  }))
}

/** Results: one entry for each file of a result, and one for a result without a file. */
function toResults(dossier: Dossier, findings: Finding[]): PortalDossier['DanhSachGiayToKetQua'] {
  return (dossier.results ?? []).flatMap((result, at) => {
    const said = {
      TenGiayTo: result.name,
      MaThanhPhanHoSo: result.paper ?? '',
      MaGiayToKetQua: result.code,
      GiayToId: result.id ?? '',
    }
    if (result.files.length === 0) return [{ ...said, DuongDanTepTinKetQua: '' }]
    return result.files.map((file, index) => ({
      ...said,
      DuongDanTepTinKetQua: addressOf(file.url, `results.${at}.files.${index}`, findings),
    }))
  })
}

/** What the message says of the owner and of who applies. */
function toParties(dossier: Dossier, owner: Party) {
  const papers = owner.kind === 'citizen' ? (owner.identityPapers ?? []) : []
  const code = owner.kind === 'citizen' ? undefined : (owner.enterpriseCode ?? owner.taxCode)
  const { applicant } = dossier
  return {
    ChuHoSo: owner.name,
    SoGiayToChuHoSo: papers[0]?.number ?? code ?? '',
    MaDoiTuong: owner.account?.id ?? '',
    Email: applicant.email ?? '',
    Fax: applicant.fax ?? '',
    SoDienThoai: applicant.phone ?? '',
    TaiKhoanDuocXacThucVoiVNeID: flag(applicant.account?.verified),
    DinhDanhCHS: papers.flatMap(({ kind, number }) =>
      kind === 'personal-number' || kind === 'old-identity-card'
        ? [{ LoaiDinhDanh: identities[kind], SoDinhDanh: number }]
        : [],
    ),
  } as const
}

/** The moments of a dossier in the portal's form. */
function toTimes(progress: NonNullable<Dossier['progress']>) {
  return {
    NgayNopHoSo: writePortalTime(progress.submittedAt),
    NgayTiepNhan: writePortalTime(progress.receivedAt),
    NgayHenTra: writePortalTime(progress.dueAt),
    NgayTra: writePortalTime(progress.returnedAt),
    NgayKetThucXuLy: writePortalTime(progress.finishedAt),
    NgayTuChoi: writePortalTime(progress.refusedAt),
    TrangThaiHoSo: `${progress.status}`,
  } as const
}

/** How a dossier was paid, as far as the portal asks. */
function toPayment({ payments = [] }: Dossier): Code<'DuocThanhToanTrucTuyen'> {
  if (payments.some(({ manner }) => manner === 'national-portal')) return '1'
  return payments.some(({ manner }) => manner === 'local-gateway') ? '2' : '0'
}

/**
 * Builds the message by which a dossier is synchronised to the national portal (service `DongBoHoSoMC`).
 *
 * Every field is there, empty where the dossier says nothing. An unknown owner's number stays out; deployed systems
 * send the placeholder 000000001 for it, which is nobody's number. The lists that the portal's practice leaves open
 * are options.
 *
 * @param dossier - A valid dossier with its code and its progress.
 * @throws MotcuaError `exchange/no-dossier-code` before it has a code.
 * @throws MotcuaError `exchange/no-status` before it says where it stands.
 *
 * @example
 * import type { Dossier } from 'motcua/dossier'
 * import { buildPortalDossier } from 'motcua/exchange'
 * const dossier: Dossier = {
 *   schema: 'motcua/dossier@1', code: 'H26.01-260828-0011', agency: 'H26.01', channel: 'direct', origin: 'local',
 *   procedure: { code: '2.000908', name: 'Cấp bản sao từ sổ gốc' }, field: { name: 'Chứng thực' },
 *   summary: 'Cấp bản sao bằng tốt nghiệp', sets: 1, papers: [], fees: [], return: { manner: 'desk' },
 *   applicant: { kind: 'citizen', name: 'Nguyễn Văn Mẫu' }, progress: { status: 4 },
 * }
 * buildPortalDossier(dossier).message.KenhThucHien // '1'
 */
export function buildPortalDossier(dossier: Dossier, options: PortalCodeOptions = {}): BuiltPortalDossier {
  const { code, progress } = dossier
  if (code === undefined) throw new MotcuaError(messages, 'exchange/no-dossier-code', {})
  if (progress === undefined) throw new MotcuaError(messages, 'exchange/no-status', {})
  const findings: Finding[] = []
  const owner = dossier.owner ?? dossier.applicant
  const chosen = options.applicants?.[owner.kind]
  if (owner.kind === 'household-business' && chosen === undefined)
    findings.push(buildFinding('exchange/nearest-code', 'owner.kind', { field: 'LoaiDoiTuong' }))
  const message: PortalDossier = {
    MaHoSo: code,
    MaTTHC: dossier.procedure.code,
    TenTTHC: dossier.procedure.name,
    MaLinhVuc: dossier.field.code ?? '',
    TenLinhVuc: dossier.field.name,
    KenhThucHien: channels[dossier.channel],
    ...toParties(dossier, owner),
    LoaiDoiTuong: chosen ?? applicants[owner.kind],
    ThongTinKhac: dossier.otherInfo ?? '',
    GhiChu: dossier.note ?? '',
    ThongTinTra: dossier.return.note ?? '',
    TrichYeuHoSo: cutSummary(dossier.summary, findings),
    ...toTimes(progress),
    HinhThuc: options.returns?.[dossier.return.manner] ?? returns[dossier.return.manner],
    DonViXuLy: dossier.unit ?? '',
    NoiNopHoSo: options.origins?.[dossier.origin] ?? origins[dossier.origin],
    HoSoCoThanhPhanSoHoa: flag(dossier.papers.some(({ digitised }) => digitised !== 0)),
    DuocThanhToanTrucTuyen: toPayment(dossier),
    DSKetNoiCSDL: (dossier.databases ?? []).map((database) => ({ MaCSDL: database })),
    TaiLieuNop: toPapers(dossier, findings),
    DanhSachLePhi: dossier.fees.map(toFee),
    DanhSachTepDinhKemKhac: (dossier.otherPapers ?? []).map((paper) => ({
      TenGiayTo: paper.name,
      SoLuong: String(paper.copies),
      LoaiGiayTo: otherKinds[paper.kind],
    })),
    DanhSachHoSoBoSung: toSupplements(dossier),
    DanhSachGiayToKetQua: toResults(dossier, findings),
  }
  return { message, findings }
}

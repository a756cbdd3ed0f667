/** What goes to the national portal for a dossier, and what is done with its answer. */
import type { Dossier } from 'motcua/dossier'
import { addUpdateMark, buildPortalDossier, judgePortalReply, type PortalEnvelope } from 'motcua/exchange'

const dossier: Dossier = {
  schema: 'motcua/dossier@1',
  code: 'H26.01-260828-0011',
  procedure: { code: '2.000908', name: 'Cấp bản sao từ sổ gốc' },
  field: { code: 'G15-CT', name: 'Chứng thực' },
  agency: 'H26.01',
  channel: 'post',
  origin: 'local',
  summary: 'Cấp bản sao bằng tốt nghiệp',
  sets: 1,
  applicant: { kind: 'household-business', name: 'Hộ kinh doanh Thí Dụ (hư cấu)' },
  papers: [],
  fees: [],
  return: { manner: 'desk' },
  progress: { status: 4 },
}

const { message, findings } = buildPortalDossier(dossier)
const { MaHoSo, KenhThucHien, LoaiDoiTuong, TrangThaiHoSo } = message
console.log(JSON.stringify({ MaHoSo, KenhThucHien, LoaiDoiTuong, TrangThaiHoSo }))
for (const { place, message: said } of findings) console.log(`${place}: ${said.en}`)

const sent: PortalEnvelope = {
  session: 'phiên do hệ thống cấp',
  madonvi: 'H26.01',
  service: 'DongBoHoSoMC',
  isUpdating: false,
  data: [message],
}
const outcome = judgePortalReply({ error_code: '3', message: 'Hồ sơ đã tồn tại' })
console.log(outcome, outcome === 'update' && addUpdateMark(sent).isUpdating)

/* Prints:
{"MaHoSo":"H26.01-260828-0011","KenhThucHien":"3","LoaiDoiTuong":"4","TrangThaiHoSo":"4"}
owner.kind: the portal has no code of its own for this; the nearest was sent, an option changes it
update true
*/

/**
 * The four steps of 2.000908, copies from the register: the smallest whole process, and the one of the demo.
 *
 * @module
 */
import { type DefinedProcess, defineProcess } from './define.ts'

const hours = (amount: number) => ({ kind: 'working-hours', amount }) as const

/**
 * Cấp bản sao từ sổ gốc (2.000908) as Hà Nội publishes it: 2 + 3 + 2 + 1 working hours within the day.
 *
 * Steps and times: QĐ 663/QĐ-TTPVHCC of 13/5/2026, read in a secondary source. Roles, signatures and the way
 * of supplementing are ours: the published table does not print them.
 */
export const registerCopies: DefinedProcess = defineProcess({
  schema: 'motcua/process@1',
  id: '2.000908-HN',
  version: '1',
  title: { vi: 'Cấp bản sao từ sổ gốc (Hà Nội)', en: 'Copies from the register (Hà Nội)' },
  procedure: { code: '2.000908', name: 'Cấp bản sao từ sổ gốc' },
  field: { code: 'CT', name: 'Chứng thực' },
  term: { kind: 'working-hours', amount: 8 },
  termText: 'Trong ngày; sau 15 giờ: ngày làm việc tiếp theo',
  steps: [
    {
      id: 'receive',
      kind: 'intake',
      task: { vi: 'Tiếp nhận', en: 'Receive' },
      role: 'reception',
      unit: 'Bộ phận Một cửa',
      term: hours(2),
      input: 'Hồ sơ của người yêu cầu',
      output: 'Mẫu số 01 – Giấy tiếp nhận hồ sơ và hẹn trả kết quả',
      record: 'Hồ sơ điện tử',
    },
    {
      id: 'appraise',
      task: { vi: 'Thẩm định', en: 'Appraise' },
      role: 'officer',
      unit: 'Công chức tư pháp',
      term: hours(3),
      input: 'Hồ sơ đã tiếp nhận',
      output: 'Dự thảo bản sao',
      record: 'Ý kiến thẩm định',
    },
    {
      id: 'approve',
      kind: 'sign',
      task: { vi: 'Ký duyệt', en: 'Approve' },
      role: 'approver',
      unit: 'Lãnh đạo cơ quan',
      term: hours(2),
      signs: { as: 'approve' },
      input: 'Dự thảo bản sao',
      output: 'Bản sao đã ký',
      record: 'Bản sao đã ký',
    },
    {
      id: 'issue',
      kind: 'issue',
      task: { vi: 'Phát hành, trả kết quả', en: 'Issue and return' },
      role: 'clerk',
      unit: 'Văn thư, Bộ phận Một cửa',
      term: hours(1),
      signs: { as: 'issue' },
      input: 'Bản sao đã ký',
      output: 'Bản sao có số, ngày và chữ ký số của cơ quan',
      record: 'Sổ cấp bản sao, kho kết quả',
    },
  ],
  supplement: { mode: 'pause', maxRounds: 1, answerWithin: { kind: 'calendar-days', amount: 30 } },
  refusalGrounds: [
    {
      code: 'no-entry',
      title: 'Không có thông tin trong sổ gốc',
      legalBasis: 'Nghị định 23/2015/NĐ-CP, Điều 17',
    },
  ],
  counters: { receive: 'Bộ phận Một cửa', return: 'Bộ phận Một cửa' },
  digitisation: { moments: ['reception', 'settlement', 'result', 'archive'] },
  result: { code: 'KQ.2.000908', title: 'Bản sao từ sổ gốc', isRegistered: true },
  fee: 'Không',
  dueSoonBefore: { kind: 'working-hours', amount: 1 },
  lifecycle: {
    approved: {
      position: 'Trung tâm Phục vụ hành chính công thành phố Hà Nội',
      decision: '663/QĐ-TTPVHCC',
      date: '2026-05-13',
    },
    inForceFrom: '2026-05-13',
  },
})

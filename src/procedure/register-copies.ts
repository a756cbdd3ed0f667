/**
 * The four steps of 2.000908, copies from the register: the smallest whole process, and the one of the demo.
 *
 * @module
 */
import { findProcedure } from '../catalogue/index.ts'
import { type DefinedProcess, defineProcess } from './define.ts'
import type { Duration, LegalTerm } from './definition.ts'
import { readPublishedDuration, readPublishedTerm } from './import/published-times.ts'

/** The record whose term and times these are; nothing of them is written twice. */
const record = findProcedure('2.000908')

/** The declared term of the record. */
const declared: LegalTerm = readPublishedTerm(record.process.declaredTerm.reading) ?? { kind: 'none' }

/** Time of a published step. */
function timeOf(index: 0 | 1 | 2 | 3): Duration {
  return readPublishedDuration(record.process.steps[index], declared) ?? { kind: 'working-hours', amount: 0 }
}

/**
 * Cấp bản sao từ sổ gốc (2.000908) as Hà Nội publishes it: due on the same day, or on the next working day
 * after 15:00; inside, 2 + 3 + 2 + 1 working hours.
 *
 * Steps and times: QĐ 663/QĐ-TTPVHCC of 13/5/2026, read in a secondary source. Roles, signatures and the way
 * of supplementing are ours: the published table does not print them.
 */
export const registerCopies: DefinedProcess = defineProcess({
  schema: 'motcua/process@1',
  id: '2.000908-HN',
  version: '1',
  title: { vi: 'Cấp bản sao từ sổ gốc (Hà Nội)', en: 'Copies from the register (Hà Nội)' },
  procedure: { code: record.code, name: record.name },
  field: { code: 'chung-thuc', name: record.field.name },
  term: declared,
  termText: record.process.declaredTerm.text,
  legalBases: record.legalBases.map(({ number, title }) => `${number}: ${title}`),
  papers: record.papers.flatMap(({ papers }) =>
    papers.map(({ code, name, originals, certifiedCopies }) => ({
      code,
      name,
      originals,
      copies: certifiedCopies,
    })),
  ),
  dossierSets: record.dossierSets,
  steps: [
    {
      id: 'receive',
      kind: 'intake',
      task: { vi: 'Tiếp nhận', en: 'Receive' },
      role: 'reception',
      unit: 'Bộ phận Một cửa',
      term: timeOf(0),
      input: 'Hồ sơ của người yêu cầu',
      output: 'Mẫu số 01 – Giấy tiếp nhận hồ sơ và hẹn trả kết quả',
      record: 'Hồ sơ điện tử',
    },
    {
      id: 'appraise',
      task: { vi: 'Thẩm định', en: 'Appraise' },
      role: 'officer',
      unit: 'Công chức tư pháp',
      term: timeOf(1),
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
      term: timeOf(2),
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
      term: timeOf(3),
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

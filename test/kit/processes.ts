import {
  defineBirthCard2015,
  defineBirthResidenceCard2015,
  defineLandAndTax,
  listBuiltInProcesses,
} from '../../src/procedure/built-in/index.ts'
import { type DefinedProcess, defineProcess, registerCopies } from '../../src/procedure/index.ts'

/** A process with everything: outcomes, branches, consultations, legs, payment, post, blocking digitisation. */
export const everything: DefinedProcess = defineProcess({
  ...registerCopies.definition,
  id: 'everything',
  supplement: { mode: 'restart', maxRounds: 1, answerWithin: { kind: 'calendar-days', amount: 5 } },
  term: { kind: 'working-days', amount: 15 },
  steps: [
    { id: 'receive', kind: 'intake', task: 'Tiếp nhận', role: 'reception' },
    {
      id: 'appraise',
      task: 'Thẩm định',
      role: 'officer',
      outcomes: [
        { id: 'complete', title: 'Đủ điều kiện', next: 'draft' },
        { id: 'verify', title: 'Cần xác minh', next: 'verification' },
      ],
    },
    {
      id: 'verification',
      task: 'Xác minh',
      branches: [
        { id: 'field', steps: [{ id: 'visit', task: 'Kiểm tra thực địa', role: 'officer' }] },
        {
          id: 'office',
          steps: [
            { id: 'lookUp', task: 'Tra cứu', role: 'officer' },
            { id: 'compare', task: 'Đối chiếu', role: 'officer' },
          ],
        },
      ],
    },
    { id: 'draft', task: 'Dự thảo', role: 'officer' },
    { id: 'approve', kind: 'sign', task: 'Ký', role: 'approver', signs: { as: 'approve' } },
    { id: 'issue', kind: 'issue', task: 'Phát hành', role: 'clerk', signs: { as: 'issue' } },
    { id: 'back', kind: 'return', task: 'Trả', role: 'reception' },
  ],
  consultations: [
    {
      id: 'tax',
      title: 'Thuế',
      consultee: 'G12',
      term: { kind: 'working-days', amount: 2 },
      pausesClock: true,
      steps: ['draft'],
    },
  ],
  legs: [
    {
      id: 'card',
      title: 'Thẻ',
      agency: 'G24',
      procedure: '1.000001',
      term: { kind: 'working-days', amount: 3 },
    },
  ],
  usesPost: true,
})

/** The same, with everything that may be demanded of an agency demanded. */
export const strict: DefinedProcess = defineProcess({
  ...everything.definition,
  id: 'strict',
  supplement: { mode: 'pause', maxRounds: 2, answerWithin: { kind: 'working-days', amount: 5 } },
  digitisation: { moments: ['reception', 'settlement', 'result', 'archive'], isBlocking: true },
  payment: { dueBefore: 'result' },
})

/** Codes of no procedure that exists. */
export const inventedCodes = { residence: '1.000901', card: '1.000902', tax: '1.000903' }

/** Every built-in process, the interlinked ones among them, and two with everything. */
export function walkedProcesses(): readonly DefinedProcess[] {
  return [
    ...listBuiltInProcesses().map(({ process: defined }) => defined),
    defineBirthResidenceCard2015(inventedCodes),
    defineBirthCard2015(inventedCodes),
    defineLandAndTax({ procedure: inventedCodes.tax }),
    everything,
    strict,
  ].filter((defined) => defined !== undefined)
}

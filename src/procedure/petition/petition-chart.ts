/**
 * The course of feedback and petitions (phản ánh, kiến nghị) as a chart, and its commands.
 *
 * @module
 */

import type { LocalizedText } from '../../errors.ts'
import type { Chart, ChartTransition } from '../chart/chart-node.ts'

/** Commands of a petition, by whom, and what they are called. */
export const petitionCommands = {
  'petition.send': {
    roles: ['applicant', 'reception'],
    label: { vi: 'Gửi phản ánh, kiến nghị', en: 'Send' },
  },
  'petition.classify': { roles: ['reception', 'assigner'], label: { vi: 'Phân loại', en: 'Classify' } },
  'petition.refuse': { roles: ['reception', 'assigner'], label: { vi: 'Từ chối tiếp nhận', en: 'Refuse' } },
  'petition.ask': { roles: ['officer', 'reception'], label: { vi: 'Yêu cầu bổ sung', en: 'Ask for more' } },
  'petition.supplement': { roles: ['applicant', 'reception'], label: { vi: 'Bổ sung', en: 'Supplement' } },
  'petition.transfer': {
    roles: ['reception', 'assigner'],
    label: { vi: 'Chuyển cơ quan khác', en: 'Transfer' },
  },
  'petition.settle': { roles: ['officer', 'approver'], label: { vi: 'Trả lời', en: 'Settle' } },
  'petition.publish': { roles: ['clerk', 'reception'], label: { vi: 'Công khai trả lời', en: 'Publish' } },
  'petition.warn': { roles: ['system'], label: { vi: 'Cảnh báo quá hạn', en: 'Warn of a deadline' } },
  'petition.rate': { roles: ['applicant'], label: { vi: 'Đánh giá hài lòng', en: 'Rate' } },
  'petition.re-open': { roles: ['applicant', 'unit-head'], label: { vi: 'Mở lại', en: 'Re-open' } },
} as const satisfies Readonly<Record<string, { roles: readonly string[]; label: LocalizedText }>>

/** One of the commands. */
export type PetitionCommandType = keyof typeof petitionCommands

/** An arrow of a command to a state. */
function to(command: PetitionCommandType, target: string): Record<string, readonly ChartTransition[]> {
  const params = { command, roles: petitionCommands[command].roles, checks: [] }
  return { [command]: [{ target: `#petition.${target}`, guard: { type: 'isPermitted', params } }] }
}

/** A warning of the system: it changes no state. */
const warn: Record<string, readonly ChartTransition[]> = {
  'petition.warn': [
    { guard: { type: 'isPermitted', params: { command: 'petition.warn', roles: ['system'], checks: [] } } },
  ],
}

/** The chart: one region, the clocks are dates in the record. */
export const petitionChart: Chart = {
  id: 'phan-anh-kien-nghi',
  version: '1',
  type: 'parallel',
  context: {},
  states: {
    petition: {
      id: 'petition',
      initial: 'sent',
      states: {
        sent: {
          on: {
            ...to('petition.classify', 'settling'),
            ...to('petition.refuse', 'refused'),
            ...to('petition.transfer', 'sent'),
            ...warn,
          },
        },
        settling: {
          on: {
            ...to('petition.ask', 'awaitingSupplement'),
            ...to('petition.transfer', 'sent'),
            ...to('petition.settle', 'settled'),
            ...warn,
          },
        },
        awaitingSupplement: { on: { ...to('petition.supplement', 'settling'), ...warn } },
        settled: {
          on: { ...to('petition.publish', 'published'), ...to('petition.re-open', 'settling'), ...warn },
        },
        published: { on: { ...to('petition.rate', 'closed'), ...to('petition.re-open', 'settling') } },
        refused: { type: 'final' },
        closed: { type: 'final' },
      },
    },
  },
}

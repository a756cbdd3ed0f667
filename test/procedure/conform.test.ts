import { describe, expect, it } from 'vitest'
import {
  checkConformance,
  findQuantile,
  readRunsFromCsv,
  readRunsFromEvents,
  writeQualityRecord,
} from '../../src/procedure/conform/index.ts'
import { draftProcess } from '../../src/procedure/import/index.ts'
import { defineProcess, registerCopies } from '../../src/procedure/index.ts'
import { archived, calendar } from '../kit/procedure-walk.ts'
import { everything } from '../kit/processes.ts'

const header = 'case:concept:name,concept:name,start_timestamp,time:timestamp,org:resource\n'
const row = (caseId: string, step: string, start: string, end: string) =>
  `${caseId},${step},2026-09-03T${start},2026-09-03T${end},u1\n`
const check = (csv: string, defined = registerCopies) =>
  checkConformance(defined, readRunsFromCsv(defined, header + csv).runs, { calendar })

describe('what it gives', () => {
  it('finds our own events in order, with the times of each step', () => {
    const { runs } = readRunsFromEvents(registerCopies, archived.events)
    const result = checkConformance(registerCopies, runs, { calendar })
    expect(result).toMatchObject({ cases: 1, conforming: 1, findings: [] })
    expect(result.steps.map(({ step, runs: count, medianMinutes }) => [step, count, medianMinutes])).toEqual([
      ['receive', 1, 98],
      ['appraise', 1, 60],
      ['approve', 1, 60],
      ['issue', 1, 12],
    ])
  })
  it('matches activities by id or by task, in any writing', () => {
    const csv =
      row('a', 'Tiếp nhận', '07:00', '07:10') +
      row('a', 'THAM DINH', '07:10', '08:10') +
      row('a', 'approve', '08:10', '08:20')
    expect(check(csv).findings).toEqual([])
  })
  it('finds skipped, repeated, swapped and unknown steps, by case', () => {
    const csv =
      row('skips', 'receive', '07:00', '07:10') +
      row('skips', 'approve', '07:10', '07:20') +
      row('repeats', 'receive', '07:00', '07:10') +
      row('repeats', 'appraise', '07:10', '07:20') +
      row('repeats', 'appraise', '07:20', '07:30') +
      row('swaps', 'receive', '07:00', '07:10') +
      row('swaps', 'approve', '07:10', '07:20') +
      row('swaps', 'appraise', '07:20', '07:30') +
      row('strays', 'lunch', '07:00', '07:10')
    const { findings, conforming } = check(csv)
    expect(findings.map(({ code, place }) => `${code} ${place}`)).toEqual([
      'procedure/step-skipped skips appraise',
      'procedure/step-repeated repeats appraise',
      'procedure/step-swapped swaps approve',
      'procedure/step-swapped swaps appraise',
      'procedure/step-unknown strays lunch',
    ])
    expect(conforming).toBe(0)
  })
  it('lets branches run in any order and wants all of them before going on', () => {
    const begin = row('a', 'receive', '07:00', '07:05') + row('a', 'appraise', '07:05', '07:10')
    const any =
      begin +
      row('a', 'lookUp', '07:10', '07:20') +
      row('a', 'visit', '07:10', '07:30') +
      row('a', 'compare', '07:20', '07:40')
    expect(check(any + row('a', 'draft', '07:40', '07:50'), everything).findings).toEqual([])
    const half = begin + row('a', 'visit', '07:10', '07:20') + row('a', 'draft', '07:20', '07:30')
    expect(check(half, everything).findings.map(({ place }) => place)).toEqual(['a lookUp', 'a compare'])
  })
  it('takes the counter that hands the result back in its turn', () => {
    const { definition } = draftProcess({
      id: 'bang',
      title: 'Bảng công bố',
      procedure: { code: '1.000001', name: 'Bảng công bố' },
      source: 'a table made for this test',
      term: { kind: 'working-days', amount: 5 },
      steps: [
        { number: 'B1', task: 'Tiếp nhận hồ sơ', responsible: 'Bộ phận Một cửa', amount: 1, unit: 'ngày' },
        { number: 'B2', task: 'Thẩm định', responsible: 'Công chức', amount: 2, unit: 'ngày' },
        { number: 'B3', task: 'Ký duyệt', responsible: 'Lãnh đạo', amount: 1, unit: 'ngày' },
        { number: 'B4', task: 'Trả kết quả', responsible: 'Bộ phận Một cửa' },
      ],
    })
    const defined = defineProcess(definition)
    const inOrder =
      row('a', 'B1', '07:00', '07:10') +
      row('a', 'Thẩm định', '07:10', '08:10') +
      row('a', 'b3', '08:10', '08:20')
    const result = check(inOrder + row('a', 'Trả kết quả', '09:20', '09:30'), defined)
    expect(result).toMatchObject({ conforming: 1, findings: [] })
    expect(result.steps.map(({ runs }) => runs)).toEqual([1, 1, 1, 1])
    const early = check(row('b', 'B1', '07:00', '07:10') + row('b', 'B4', '07:20', '07:30'), defined)
    expect(early.findings.map(({ message }) => message.vi)).toEqual([
      'bỏ qua bước: Thẩm định',
      'bỏ qua bước: Ký duyệt',
    ])
  })
  it('tells which steps run over their term, and where cases wait', () => {
    const csv =
      row('a', 'receive', '07:00', '07:10') +
      row('a', 'appraise', '08:10', '15:00') +
      row('b', 'appraise', '07:00', '07:30')
    const result = check(csv)
    expect(result.steps[1]).toMatchObject({
      step: 'appraise',
      runs: 2,
      measured: 2,
      overTerm: 1,
      medianMinutes: 30,
      p90Minutes: 290,
    })
    expect(result.waits).toEqual([{ step: 'appraise', medianMinutes: 60, cases: 1 }])
    expect(writeQualityRecord(registerCopies, result)).toContain(
      '| Thẩm định | 2 | 0,5 giờ | 4,8 giờ | 1/2 | 1,0 giờ |',
    )
  })
})

describe('edges', () => {
  it('takes the nearest rank, and nothing of nothing', () => {
    expect(findQuantile([3, 1, 2], 0.5)).toBe(2)
    expect(findQuantile([1, 2, 3, 4], 0.9)).toBe(4)
    expect(findQuantile([], 0.5)).toBeUndefined()
  })
  it('says which lines it could not read', () => {
    const log = readRunsFromCsv(
      registerCopies,
      `${header},appraise,,2026-09-03T07:00,u1\nb,appraise,,never,u1\n`,
    )
    expect(log.findings.map(({ place }) => place)).toEqual(['line 2', 'line 3'])
    expect(readRunsFromCsv(registerCopies, 'a,b\n').findings[0]).toMatchObject({
      code: 'procedure/no-log-header',
      severity: 'error',
    })
  })
})

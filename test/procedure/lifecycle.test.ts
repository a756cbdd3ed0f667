import { describe, expect, it } from 'vitest'
import { instant, isoDate } from '../../src/date.ts'
import { writeSheetMarkdown } from '../../src/procedure/draw/index.ts'
import {
  advanceLifecycle,
  decide,
  defineProcess,
  findLifecycleStage,
  type LifecycleAct,
  type ProcessDefinition,
  registerCopies,
} from '../../src/procedure/index.ts'
import { actorOf, calendar, openingData } from '../kit/procedure-walk.ts'

const { lifecycle: _lifecycle, ...draft } = registerCopies.definition
const drafted: LifecycleAct = {
  kind: 'draft',
  position: 'Chuyên viên',
  by: 'Nguyễn Văn Thử',
  date: isoDate('2026-05-04'),
}
const reviewed: LifecycleAct = { kind: 'review', position: 'Trưởng phòng', date: isoDate('2026-05-06') }
const approved: LifecycleAct = {
  kind: 'approve',
  position: 'Giám đốc',
  decision: '12/QĐ',
  date: isoDate('2026-05-08'),
}
const inForce: LifecycleAct = { kind: 'put-in-force', from: isoDate('2026-05-15') }
const superseded: LifecycleAct = { kind: 'supersede', from: isoDate('2026-09-01'), by: '2' }
const amended: LifecycleAct = {
  kind: 'amend',
  request: 'Góp ý của Một cửa',
  place: 'B2',
  description: 'Sửa thời gian',
  issue: '2',
  date: '2026-05-05',
}

/** The definition after acts that must all be taken. */
function versionAfter(...acts: readonly LifecycleAct[]): ProcessDefinition {
  return acts.reduce<ProcessDefinition>((definition, act) => {
    const answer = advanceLifecycle(definition, act)
    return answer.kind === 'moved' ? answer.definition : expect.fail(answer.code)
  }, draft)
}
const codeOf = (definition: ProcessDefinition, act: LifecycleAct) => {
  const answer = advanceLifecycle(definition, act)
  return answer.kind === 'refused' ? answer.code : answer.kind
}
const open = (definition: ProcessDefinition, at: string) => {
  const command = {
    caseId: 'c1',
    type: 'case.open',
    commandId: 'k1',
    actor: actorOf('reception'),
    data: openingData,
  } as const
  const decision = decide(defineProcess(definition), undefined, command, { at: instant(at), calendar })
  return decision.kind === 'refused' ? decision.code : decision.kind
}

describe('what it gives', () => {
  it('takes a version from its draft to its end, a stage at a time, and keeps its content hash', () => {
    const whole = versionAfter(drafted, amended, reviewed, approved, inForce, superseded)
    const stages = ['2026-05-14', '2026-05-15', '2026-09-01'].map((day) =>
      findLifecycleStage(whole, isoDate(day)),
    )
    expect(stages).toEqual(['approved', 'in-force', 'superseded'])
    expect(defineProcess(whole).pin).toEqual(registerCopies.pin)
  })
  it('starts a case under a version in force only', () => {
    expect(open(versionAfter(drafted, reviewed), '2026-05-20T08:00')).toBe('not-approved')
    expect(open(versionAfter(drafted, reviewed, approved), '2026-05-20T08:00')).toBe('not-approved')
    const whole = versionAfter(drafted, reviewed, approved, inForce, superseded)
    expect(['2026-05-14T08:00', '2026-05-15T08:00', '2026-09-03T08:00'].map((at) => open(whole, at))).toEqual(
      ['not-in-force', 'moved', 'not-in-force'],
    )
  })
  it('is printed by the ISO sheet: who drafted, reviewed and approved, by which decision, and what was amended', () => {
    const sheet = writeSheetMarkdown(
      defineProcess(versionAfter(drafted, amended, reviewed, approved, inForce, superseded)),
    )
    for (const text of [
      'Nguyễn Văn Thử',
      'Trưởng phòng',
      'Giám đốc',
      '12/QĐ',
      '15/05/2026',
      '01/09/2026',
      'Sửa thời gian',
    ])
      expect(sheet).toContain(text)
  })
})

describe('what it refuses', () => {
  it.each([
    ['not-drafted', [], reviewed],
    ['not-reviewed', [drafted], approved],
    ['not-reviewed', [drafted, reviewed, drafted], approved],
    ['not-approved', [drafted, reviewed], inForce],
    ['not-in-force', [drafted, reviewed, approved], superseded],
    ['already-approved', [drafted, reviewed, approved], approved],
    ['already-approved', [drafted, reviewed, approved], drafted],
    ['already-approved', [drafted, reviewed, approved], amended],
    ['already-superseded', [drafted, reviewed, approved, inForce, superseded], superseded],
    ['too-early', [drafted], { ...reviewed, date: isoDate('2026-05-03') }],
    ['too-early', [drafted, reviewed], { ...approved, date: isoDate('2026-05-05') }],
    ['too-early', [drafted, reviewed, approved], { kind: 'put-in-force', from: isoDate('2026-05-07') }],
    [
      'too-early',
      [drafted, reviewed, approved, inForce],
      { kind: 'supersede', from: isoDate('2026-05-14'), by: '2' },
    ],
  ] as const)('refuses with %s what comes out of order', (code, before, act) => {
    expect(codeOf(versionAfter(...before), act as LifecycleAct)).toBe(code)
  })
  it('refuses to approve what the linter calls wrong, and says what', () => {
    const faulty = { ...versionAfter(drafted, reviewed), counters: undefined }
    const answer = advanceLifecycle(faulty, approved)
    expect(answer).toMatchObject({
      code: 'lint-errors',
      findings: [{ code: 'procedure/no-return-counter', severity: 'error' }],
    })
  })
})

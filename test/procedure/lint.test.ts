import { describe, expect, it } from 'vitest'
import { procedures } from '../../src/catalogue/index.ts'
import { draftProcessOf, readProcessTable } from '../../src/procedure/import/index.ts'
import { defineProcess, lintProcess, registerCopies, sumStepTimes } from '../../src/procedure/index.ts'

const codesOf = (input: unknown, severity: string) =>
  lintProcess(input)
    .filter((finding) => finding.severity === severity)
    .map(({ code }) => code)

const published = procedures.flatMap((record) => {
  const drafted = draftProcessOf(record)
  return drafted ? [{ id: record.id, definition: drafted.definition }] : []
})

describe('what it gives', () => {
  it('finds nothing in a whole process', () => {
    expect(lintProcess(registerCopies.definition)).toEqual([])
    expect(sumStepTimes(registerCopies.definition).hours).toBe(8)
  })
  it('finds the one published process whose steps exceed its term, and no other error', () => {
    expect(published.length).toBeGreaterThan(7)
    const errors = published.filter(({ definition }) => codesOf(definition, 'error').length > 0)
    expect(errors.map(({ id }) => id)).toEqual(['TTHC-TINH-04'])
    expect(codesOf(errors[0]?.definition, 'error')).toEqual(['procedure/over-term'])
  })
  it('tells which published processes leave slack', () => {
    const slack = published.filter(({ definition }) =>
      codesOf(definition, 'info').includes('procedure/under-term'),
    )
    expect(slack.map(({ id }) => id).sort()).toEqual(['TTHC-TINH-02', 'TTHC-TINH-08'])
  })
  it('drafts every published process so that it can be defined', () => {
    for (const { definition } of published) expect(defineProcess(definition).pin.hash).toHaveLength(64)
  })
  it('counts the longest of the branches that run side by side', () => {
    const both = published.find(({ id }) => id === 'LIENTHONG-2015-A')
    expect(both && sumStepTimes(both.definition).hours).toBe(15 * 8)
  })
})

describe('what it refuses', () => {
  it.each([
    ['refusal-without-ground', { refusalGrounds: [] }],
    ['no-return-counter', { counters: undefined }],
    ['moment-not-digitised', { digitisation: { moments: ['reception', 'settlement', 'result'] } }],
    ['pause-without-end', { supplement: { mode: 'pause' } }],
    ['over-term', { term: { kind: 'working-hours', amount: 7 } }],
    [
      'leg-without-hand-back',
      { legs: [{ id: 'tax', title: 'Thuế', agency: 'G12', procedure: '1.000001', term: { kind: 'none' } }] },
    ],
    [
      'pause-without-end',
      {
        legs: [
          {
            id: 'tax',
            title: 'Thuế',
            agency: 'G12',
            procedure: '1.000001',
            term: { kind: 'none' },
            handBack: 'Một cửa',
          },
        ],
      },
    ],
    ['wait-without-owner', { permissions: { 'duty.settle': ['system'] } }],
    ['wait-without-owner', { permissions: { 'supplement.answer': ['system'] } }],
    [
      'wait-without-owner',
      {
        consultations: [
          { id: 'tax', title: 'Thuế', consultee: 'G12', term: { kind: 'working-days', amount: 2 } },
        ],
      },
    ],
    [
      'result-without-signer',
      { steps: registerCopies.definition.steps.filter(({ id }) => id !== 'approve') },
    ],
    [
      'step-without-owner',
      { steps: registerCopies.definition.steps.map((step) => ({ ...step, unit: undefined })) },
    ],
  ])('finds %s in a definition of one’s own, and less in an imported one', (code, change) => {
    const definition = { ...registerCopies.definition, ...change }
    expect(codesOf(definition, 'error')).toContain(`procedure/${code}`)
    if (code === 'over-term') return
    const imported = { ...definition, origin: { source: 'a table' } }
    expect(codesOf(imported, 'error')).toEqual([])
    expect(codesOf(imported, 'info')).toContain(`procedure/${code}`)
  })
  it('finds steps that nothing leads to, and steps that lead nowhere', () => {
    const [receive, appraise, approve, issue] = registerCopies.definition.steps
    const loop = { id: 'loop', task: 'Vòng', role: 'officer', next: 'appraise' }
    const unreachable = [receive, { ...appraise, next: 'approve' }, loop, approve, issue]
    expect(codesOf({ ...registerCopies.definition, steps: unreachable }, 'error')).toContain(
      'procedure/unreachable-step',
    )
    const dead = [receive, { ...appraise, next: 'appraise' }, approve, issue]
    expect(codesOf({ ...registerCopies.definition, steps: dead }, 'error')).toContain('procedure/dead-end')
  })
  it('warns where days of the calendar are counted against working days', () => {
    const steps = registerCopies.definition.steps.map((step) => ({
      ...step,
      term: { kind: 'calendar-days', amount: 1 },
    }))
    const definition = { ...registerCopies.definition, term: { kind: 'working-days', amount: 4 }, steps }
    expect(codesOf(definition, 'warning')).toEqual(['procedure/unit-differs'])
  })
})

describe('edges', () => {
  const table = `\uFEFFTT,Trình tự,Trách nhiệm,Thời gian,Biểu mẫu/Kết quả\r\n1,"Tiếp nhận, kiểm tra",Bộ phận Một cửa,"0,5 ngày",Mẫu 01\r\n2,Thẩm định,Công chức,"2,5 ngày",\r\n3,Ký duyệt,Lãnh đạo,1 ngày,Quyết định\r\n`
  it('reads the table of an ISO procedure with quotes, commas and a byte order mark', () => {
    const { definition, findings } = readProcessTable(table, {
      id: 'demo',
      title: 'Thử',
      term: '4 ngày làm việc',
    })
    expect(findings).toEqual([])
    expect(definition?.steps.map((step) => 'kind' in step && step.kind)).toEqual(['intake', false, 'sign'])
    expect(codesOf(definition, 'error')).toEqual([])
    expect(
      codesOf(readProcessTable(table, { id: 'demo', title: 'Thử', term: '3 ngày' }).definition, 'error'),
    ).toEqual(['procedure/over-term'])
  })
  it('says what it could not read, with the line', () => {
    const none = readProcessTable('a,b\n1,2\n', { id: 'demo', title: 'Thử', term: '3 ngày' })
    expect(none.definition).toBeUndefined()
    expect(none.findings.map(({ severity }) => severity)).toContain('error')
    const odd = readProcessTable(`${table}4,Trả kết quả,Một cửa,khi nào xong,\r\n`, {
      id: 'demo',
      title: 'Thử',
      term: '4 ngày',
    })
    expect(odd.findings.map(({ place }) => place)).toContain('line 5')
    expect(codesOf(odd.definition, 'error')).toEqual([])
  })
})

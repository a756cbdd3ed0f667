import { describe, expect, it } from 'vitest'
import { nationalProcedures2021 } from '../../src/catalogue/data/index.ts'
import {
  checkProcedure,
  fieldGroups,
  findFieldGroup,
  findProcedure,
  type Procedure,
  Procedure as ProcedureSchema,
  procedures,
} from '../../src/catalogue/index.ts'
import { parseTerm } from '../../src/deadline/index.ts'

const all = [...procedures, ...nationalProcedures2021]
const codesOf = (procedure: Procedure): string[] =>
  checkProcedure(procedure)
    .map(({ code }) => code)
    .filter((code) => !['catalogue/part-missing', 'catalogue/paper-without-copies'].includes(code))

function find(id: string): Procedure {
  const procedure = findProcedure(id, all)
  if (procedure === undefined) throw new Error(`no built-in record ${id}`)
  return procedure
}

describe('what it gives', () => {
  it.each([
    ['2.000908', []],
    ['TTHC-TINH-01', []],
    ['TTHC-TINH-02', ['catalogue/steps-under-term']],
    ['TTHC-TINH-04', ['catalogue/steps-over-term']],
    ['TTHC-TINH-08', ['catalogue/steps-under-term']],
    ['NAMTRAMY-GPXD', []],
    ['DVCQG-HONGHEO-2021', ['catalogue/unit-conflict']],
    ['Q4-HT-KHAISINH', ['catalogue/steps-untimed']],
  ])('says of %s as published %j', (id, codes) => {
    expect(codesOf(find(id))).toEqual(codes)
  })
  it('says by how much the steps miss the term', () => {
    expect(checkProcedure(find('TTHC-TINH-04')).at(-1)?.facts).toEqual({ steps: 8.5, term: 7, unit: 'ngày' })
    expect(checkProcedure(find('TTHC-TINH-02')).at(-1)?.facts).toEqual({
      steps: 10.75,
      term: 15,
      unit: 'ngày',
    })
  })
  it('finds periods of the description that the term does not have', () => {
    const findings = nationalProcedures2021.flatMap((procedure) => checkProcedure(procedure))
    expect(findings).toContainEqual(
      expect.objectContaining({ code: 'catalogue/term-in-prose', facts: { periods: ['45 ngày làm việc'] } }),
    )
  })
  it('covers the seven groups of fields as far as the data go', () => {
    const covered = new Set(all.map((procedure) => findFieldGroup(procedure)))
    const missing = Object.keys(fieldGroups).filter(
      (group) => !covered.has(group as keyof typeof fieldGroups),
    )
    expect(missing).toEqual(['culture', 'agriculture'])
  })
})

describe('what it refuses', () => {
  const [national] = nationalProcedures2021
  it('says the missing parts of indicator 1.3 of QĐ 766/QĐ-TTg', () => {
    if (national === undefined) throw new Error('no national records')
    const bare = { ...national, sequence: [], manners: [], papers: [], agencies: [] }
    expect(checkProcedure(bare).map(({ facts }) => facts.part)).toEqual([
      'sequence',
      'manners',
      'papers',
      'dossierSets',
      'terms',
      'subjects',
      'agencies',
    ])
  })
  it('says a paper that is listed twice', () => {
    const copy = find('2.000908')
    const [paper] = copy.papers[0]?.papers ?? []
    if (paper === undefined) throw new Error('2.000908 asks for no paper')
    const twice = { ...copy, papers: [{ papers: [paper, { ...paper, code: 'TP09' }] }] }
    expect(checkProcedure(twice)).toContainEqual(
      expect.objectContaining({ code: 'catalogue/duplicate-paper', place: 'TP09', facts: { first: 'TP01' } }),
    )
  })
})

describe('edges', () => {
  const withTerm = (text: string, description: string): Procedure => ({
    ...find('2.000908'),
    manners: [{ channel: 'direct', description, terms: [{ text, reading: parseTerm(text) }] }],
  })
  it.each([
    ['07 Ngày', 'trong 07 ngày làm việc', ['catalogue/unit-conflict']],
    ['07 ngày làm việc', 'trong 7 (bảy) ngày', ['catalogue/unit-conflict']],
    ['07 ngày làm việc', 'trong 7 (bảy) ngày làm việc', []],
    ['07 ngày làm việc', 'theo Thông tư ngày 07 tháng 3 năm 2020', []],
    ['07 ngày làm việc', 'ngày 7/3/2020', []],
    ['1 Tháng', '01 tháng kể từ ngày nhận', []],
  ])('compares "%s" with "%s"', (text, description, codes) => {
    expect(codesOf(withTerm(text, description))).toEqual(codes)
  })
  it('counts of steps side by side only the longest', () => {
    const linked = find('LIENTHONG-2015-A')
    const { process } = linked
    if (process === undefined) throw new Error('no process')
    const declared = (amount: number): Procedure => ({
      ...linked,
      process: {
        ...process,
        declaredTerm: { text: `${amount} ngày`, reading: { kind: 'calendar-days', amount } },
      },
    })
    expect(codesOf(declared(15))).toContain('catalogue/steps-over-term')
    expect(codesOf(declared(16))).not.toContain('catalogue/steps-over-term')
  })
})

describe('what it must not touch', () => {
  it('holds records of the schema, each id once, with readings that the reader of terms still gives', () => {
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length)
    expect(nationalProcedures2021).toHaveLength(44)
    for (const procedure of all) {
      expect(ProcedureSchema.safeParse(procedure).error, procedure.id).toBeUndefined()
      for (const { text, reading } of procedure.manners.flatMap(({ terms }) => terms)) {
        const now = parseTerm(text)
        if (now.kind === 'unread' && reading.kind !== 'unread') continue // read by a person
        expect(reading, `${procedure.id}: ${text}`).toEqual(now)
      }
    }
  })
})

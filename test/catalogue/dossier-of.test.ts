import { describe, expect, expectTypeOf, it } from 'vitest'
import {
  type AnswersOf,
  checkPapers,
  type DossierOf,
  dossierOf,
  findProcedure,
} from '../../src/catalogue/index.ts'

const procedure = findProcedure('2.000908')
const CopyDossier = dossierOf(procedure)

/** An invented dossier of 2.000908. */
const dossier = {
  schema: 'motcua/dossier@1',
  procedure: { code: '2.000908', name: 'Cấp bản sao từ sổ gốc' },
  field: { name: 'Chứng thực' },
  agency: '000.00.31.H26',
  channel: 'direct',
  origin: 'local',
  summary: 'Cấp 03 bản sao giấy khai sinh',
  sets: 1,
  applicant: { kind: 'citizen', name: 'Nguyễn Thị Thử Nghiệm' },
  papers: [
    {
      code: 'TP01',
      name: 'Giấy tờ tùy thân',
      originals: 1,
      certifiedCopies: 0,
      photocopies: 0,
      digitised: 0,
      files: [],
    },
  ],
  form: {
    code: 'BS-01',
    answers: { register: 'khai sinh', registeredName: 'Nguyễn Thị Thử Nghiệm', copies: 3 },
  },
  fees: [],
  return: { manner: 'desk' },
  results: [{ code: 'KQ01', name: 'Bản sao từ sổ gốc', files: [] }],
}

function pathsOf(value: unknown): string[] {
  const verdict = CopyDossier.safeParse(value)
  return verdict.success ? [] : verdict.error.issues.map(({ path }) => path.join('.'))
}

describe('what it gives', () => {
  it('accepts a dossier with the papers, form and result of the procedure', () => {
    expect(CopyDossier.safeParse(dossier).error).toBeUndefined()
    expect(
      pathsOf({ ...dossier, procedure: { ...dossier.procedure, code: '2.000908.000.00.00.H26' } }),
    ).toEqual([])
  })
  it('has a type that knows the codes and the answers', () => {
    type Copy = DossierOf<typeof procedure>
    expectTypeOf<Copy['papers'][number]['code']>().toEqualTypeOf<'TP01' | 'TP02' | 'TP03'>()
    expectTypeOf<NonNullable<Copy['results']>[number]['code']>().toEqualTypeOf<'KQ01' | 'KQ02'>()
    type Answers = AnswersOf<typeof procedure>
    expectTypeOf<Answers['copies']>().toEqualTypeOf<number>()
    expectTypeOf<Answers['register']>().toEqualTypeOf<
      'khai sinh' | 'kết hôn' | 'khai tử' | 'văn bằng, chứng chỉ' | 'khác'
    >()
    expectTypeOf<Answers['purpose']>().toEqualTypeOf<string | undefined>()
  })
})

describe('what it refuses', () => {
  it.each([
    ['procedure.code', { procedure: { code: '1.001193', name: 'x' } }],
    ['papers.0.code', { papers: [{ ...dossier.papers[0], code: 'TP09' }] }],
    ['results.0.code', { results: [{ code: 'KQ09', name: 'x', files: [] }] }],
    ['form.code', { form: { ...dossier.form, code: 'BS-02' } }],
    [
      'form.answers.register',
      { form: { code: 'BS-01', answers: { ...dossier.form.answers, register: 'hộ khẩu' } } },
    ],
    ['form.answers.copies', { form: { code: 'BS-01', answers: { ...dossier.form.answers, copies: '3' } } }],
    ['form.answers', { form: { code: 'BS-01', answers: { ...dossier.form.answers, colour: 'x' } } }],
    ['', { colour: 'x' }],
  ])('says the path %s', (path, change) => {
    expect(pathsOf({ ...dossier, ...change })).toEqual([path])
  })
})

describe('edges', () => {
  it('leaves open what the procedure does not publish', () => {
    const { code: _code, form: _form, ...bare } = procedure
    const Open = dossierOf({ ...bare, papers: [], results: [] })
    expect(Open.safeParse({ ...dossier, procedure: { code: '1.001193', name: 'x' } }).success).toBe(true)
    expect(Open.safeParse({ ...dossier, form: { code: 'X', answers: { any: 'thing' } } }).success).toBe(true)
  })
})

describe('what it must not touch', () => {
  const paper = CopyDossier.parse(dossier).papers[0]
  if (paper === undefined) throw new Error('the dossier of the test has no paper')
  const codesOf = (findings: readonly { code: string }[]): string[] => findings.map(({ code }) => code)

  it('does not ask for missing papers: that is the question of the day', () => {
    expect(pathsOf({ ...dossier, papers: [] })).toEqual([])
    expect(checkPapers(procedure, [])).toMatchObject([{ code: 'catalogue/paper-missing', place: 'TP01' }])
    expect(checkPapers(procedure, [paper])).toEqual([])
  })
  it('counts copies, lets the better kind stand in and takes data for paper', () => {
    const asks = (counts: object) => ({
      papers: [{ papers: [{ ...procedure.papers[0].papers[0], originals: 0, ...counts }] }],
    })
    expect(codesOf(checkPapers(asks({ originals: 2 }), [paper]))).toEqual(['catalogue/too-few-copies'])
    expect(checkPapers(asks({ certifiedCopies: 1 }), [paper])).toEqual([])
    expect(checkPapers(asks({ copies: 1 }), [paper])).toEqual([])
    expect(codesOf(checkPapers(asks({ certifiedCopies: 1, copies: 1 }), [paper]))).toEqual([
      'catalogue/too-few-copies',
    ])
    expect(checkPapers(asks({ originals: 2 }), [{ ...paper, source: 'database' }])).toEqual([])
    expect(checkPapers(asks({ originals: 2 }), [{ ...paper, digitised: 2 }])).toEqual([])
  })
  it('demands of an unnamed case only what every case asks for', () => {
    const [list] = procedure.papers
    const cases = {
      papers: [
        { case: 'A', papers: [list.papers[0], { ...list.papers[1], required: true }] },
        { case: 'B', papers: [list.papers[0]] },
      ],
    }
    expect(checkPapers(cases, []).map(({ place }) => place)).toEqual(['TP01'])
    expect(checkPapers(cases, [], { case: 'A' }).map(({ place }) => place)).toEqual(['TP01', 'TP02'])
    expect(codesOf(checkPapers(cases, [paper, { ...paper, code: 'TP77' }]))).toEqual([
      'catalogue/paper-not-listed',
    ])
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { instant } from '../../src/date.ts'
import { type Dossier, findLikelyDuplicates, type Party } from '../../src/dossier/index.ts'

/** An invented dossier of an invented person. */
function dossierOf(owner: Partial<Party & { kind: 'citizen' }>, more: Partial<Dossier> = {}): Dossier {
  return {
    schema: 'motcua/dossier@1',
    procedure: { code: '2.000908', name: 'Cấp bản sao từ sổ gốc' },
    field: { name: 'Chứng thực' },
    agency: '000.00.31.H26',
    channel: 'direct',
    origin: 'local',
    summary: 'Cấp bản sao',
    sets: 1,
    applicant: { kind: 'citizen', name: 'Nguyễn Thị Thử', ...owner },
    papers: [],
    fees: [],
    return: { manner: 'desk' },
    ...more,
  }
}

function compare(a: Dossier, b: Dossier): { score: number; codes: string[] } {
  const [found] = findLikelyDuplicates(a, [{ id: 'b', dossier: b }], { leastScore: 0 })
  return { score: found?.score ?? -1, codes: (found?.reasons ?? []).map(({ code }) => code) }
}

const card = (number: string) => ({ identityPapers: [{ kind: 'personal-number' as const, number }] })

describe('what it gives', () => {
  it.each([
    ['Nguyễn Thị Thử', 'Nguyễn Thị Thử', 'same-name'],
    ['Nguyễn Thị Thử', 'NGUYỄN THỊ THỬ'.normalize('NFD'), 'same-name'],
    ['Nguyễn Thị Hòa', 'Nguyen Thi Hoa', 'same-name-unmarked'],
    ['Nguyễn Thị Hòa', 'Nguyễn Thị Hoà', 'same-name-unmarked'],
    ['Nguyễn Thị Lan', 'Lan Nguyễn Thị', 'same-name-reordered'],
    ['Nguyễn Thị Lan', 'Nguyễn Lan', 'similar-name'],
    ['Nguyễn Thị Lan', 'Nguyễn Thi Lam', 'similar-name'],
    ['Nguyễn Thị Lan', 'Trần Văn Nam', 'other-name'],
    ['Bà Nguyễn Thị Lan', 'Nguyễn Thị Lan', 'same-name-unmarked'],
    ['Trần Anh Bảo Ngọc', 'Trần Bảo Ngọc', 'similar-name'],
    ['Cty TNHH Thử Nghiệm', 'Công ty trách nhiệm hữu hạn Thử Nghiệm', 'same-name-unmarked'],
  ])('says of "%s" and "%s": %s', (a, b, code) => {
    expect(compare(dossierOf({ name: a }), dossierOf({ name: b })).codes).toContain(code)
  })
  it('finds the same person and procedure a day later, first of all', () => {
    const at = (moment: string) => ({ progress: { status: 1, submittedAt: instant(moment) } }) as const
    const first = dossierOf({ ...card('001199012345'), birthDate: '1999-05-01' }, at('2026-08-28T09:00'))
    const found = findLikelyDuplicates(first, [
      { id: 'stranger', dossier: dossierOf({ name: 'Trần Văn Khác', ...card('001099000000') }) },
      {
        id: 'again',
        dossier: dossierOf(
          { name: 'Nguyen Thi Thu', ...card('001199012345'), birthDate: '1999-05-01' },
          at('2026-08-29T09:00'),
        ),
      },
      { id: 'namesake', dossier: dossierOf({ birthDate: '1970-01-01' }) },
    ])
    expect(found.map(({ id }) => id)).toEqual(['again'])
    expect(found[0]?.reasons[0]).toEqual({
      code: 'same-number',
      points: 40,
      message: { vi: 'cùng số giấy tờ hoặc mã số', en: 'same identity number or code' },
    })
    expect(found[0]?.reasons.map(({ code }) => code)).toContain('same-week')
  })
  it('takes the personal number for the tax code of a person, and a localised code for the national one', () => {
    const { codes } = compare(
      dossierOf(card('001199012345')),
      dossierOf({ taxCode: '001199012345' }, { procedure: { code: '2.000908.000.00.00.H26', name: 'x' } }),
    )
    expect(codes).toEqual(expect.arrayContaining(['same-number', 'same-procedure']))
  })
  it('compares the owner, not who hands the dossier in', () => {
    const owner: Party = { kind: 'citizen', name: 'Lê Văn Chủ' }
    const { codes } = compare(
      dossierOf({ name: 'Người Nộp A' }, { owner }),
      dossierOf({ name: 'Người Nộp B' }, { owner }),
    )
    expect(codes).toContain('same-name')
  })
})

describe('what it refuses', () => {
  it('does not take a namesake of another number or birth date for the same person', () => {
    const one = dossierOf({ ...card('001199012345'), birthDate: '1999-05-01' })
    const other = dossierOf({ ...card('001199067890'), birthDate: '1999-06-01' })
    expect(compare(one, other).codes).toEqual(expect.arrayContaining(['other-number', 'other-birth-date']))
    expect(findLikelyDuplicates(one, [{ id: 'b', dossier: other }])).toEqual([])
  })
  it('does not find a name and a procedure alone likely enough', () => {
    const other = dossierOf({}, { summary: 'Việc khác' })
    expect(findLikelyDuplicates(dossierOf({}), [{ id: 'b', dossier: other }])).toEqual([])
  })
})

describe('edges', () => {
  it('scores both ways alike, from 0 to 100', () => {
    const name = fc.constantFrom(
      'Nguyễn Thị Lan',
      'Nguyen Thi Lan',
      'Lan Nguyễn Thị',
      'Trần Lan',
      'Lê A',
      'A',
    )
    const number = fc.constantFrom('001199012345', '001199067890')
    const birth = fc.constantFrom('1999', '1999-05', '1999-05-01', '2000-01-01')
    const person = fc
      .tuple(name, number, birth)
      .map(([n, c, b]) => dossierOf({ name: n, ...card(c), birthDate: b }))
    fc.assert(
      fc.property(person, person, (a, b) => {
        const forth = compare(a, b)
        expect(forth.score).toBe(compare(b, a).score)
        expect(forth.score).toBeGreaterThanOrEqual(0)
        expect(forth.score).toBeLessThanOrEqual(100)
      }),
    )
  })
})

describe('what it must not touch', () => {
  it('puts nothing of a dossier into the reasons', () => {
    const a = dossierOf({ ...card('001199012345'), phone: '0912345678' })
    const written = JSON.stringify(findLikelyDuplicates(a, [{ id: 'b', dossier: a }]))
    expect(written).not.toMatch(/001199012345|0912345678|Thử|2\.000908/)
  })
})

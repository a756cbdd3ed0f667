import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { changeWords } from '../../../src/dossier/reading/loose-values.ts'
import { normaliseDossier } from '../../../src/dossier/reading/normalise.ts'
import { validateDossier } from '../../../src/dossier/validate.ts'
import { broken, copyOf, fullDossier, smallDossier } from '../../kit/dossiers.ts'

/** The value at `path` after normalising the full dossier with `value` there, and what was done to it. */
function normaliseAt(path: readonly (string | number)[], value: unknown): [unknown, string[]] {
  const normalised = normaliseDossier(broken(path, value))
  const found = path.reduce<unknown>((at, key) => (at as Record<string, unknown>)?.[key], normalised.value)
  return [found, normalised.changes.map(({ code }) => code.slice('dossier/'.length))]
}

describe('what it gives', () => {
  it.each([
    [
      'decomposed Vietnamese',
      ['applicant', 'name'],
      'Nguyễn Văn Mẫu'.normalize('NFD'),
      'Nguyễn Văn Mẫu',
      'text-composed',
    ],
    ['a byte order mark', ['summary'], '\ufeffCấp bản sao', 'Cấp bản sao', 'marks-removed'],
    [
      'a zero-width space within a name',
      ['applicant', 'name'],
      'Nguyễn\u200bVăn',
      'NguyễnVăn',
      'marks-removed',
    ],
    ['the Icelandic letter in a name', ['applicant', 'name'], 'Ðỗ Văn Mẫu', 'Đỗ Văn Mẫu', 'letter-replaced'],
    ['blanks at the ends', ['applicant', 'name'], '  Nguyễn Văn Mẫu\t', 'Nguyễn Văn Mẫu', 'spaces-cleaned'],
    ['Windows line ends', ['note'], 'một\r\nhai', 'một\nhai', 'spaces-cleaned'],
    [
      'a day as dd/MM/yyyy',
      ['applicant', 'identityPapers', 0, 'issuedOn'],
      '04/05/2021',
      '2021-05-04',
      'date-read',
    ],
    ['a day as d-M-yyyy', ['authorisation', 'signedOn'], '1-8-2026', '2026-08-01', 'date-read'],
    ['a day as yyyy/MM/dd', ['authorisation', 'signedOn'], '2026/08/01', '2026-08-01', 'date-read'],
    ['a day as yyyyMMdd', ['authorisation', 'signedOn'], '20260801', '2026-08-01', 'date-read'],
    ['a day with midnight', ['authorisation', 'signedOn'], '2026-08-01T00:00:00', '2026-08-01', 'date-read'],
    ['a day with a time', ['authorisation', 'signedOn'], '20260801093000', '2026-08-01', 'time-dropped'],
    ['a birth month', ['applicant', 'birthDate'], '02/1990', '1990-02', 'date-read'],
    ['a birth year as a number', ['applicant', 'birthDate'], 1990, '1990', 'number-written'],
    [
      'yyyyMMddHHmmss',
      ['progress', 'receivedAt'],
      '20260828152200',
      '2026-08-28T15:22:00.000+07:00',
      'instant-read',
    ],
    [
      'yyyy-MM-dd HH:mm:ss',
      ['progress', 'receivedAt'],
      '2026-08-28 15:22:00',
      '2026-08-28T15:22:00.000+07:00',
      'instant-read',
    ],
    [
      'RFC 3339 in UTC',
      ['progress', 'receivedAt'],
      '2026-08-28T08:22:00Z',
      '2026-08-28T15:22:00.000+07:00',
      'instant-read',
    ],
    [
      'day first, then time',
      ['progress', 'receivedAt'],
      '28/08/2026 15h22',
      '2026-08-28T15:22:00.000+07:00',
      'instant-read',
    ],
    [
      'time first, then day',
      ['progress', 'receivedAt'],
      '15:22 28/08/2026',
      '2026-08-28T15:22:00.000+07:00',
      'instant-read',
    ],
    [
      'a day where a moment is wanted',
      ['progress', 'submittedAt'],
      '28/08/2026',
      '2026-08-28T00:00:00.000+07:00',
      'midnight-assumed',
    ],
    ['a number as text', ['sets'], '1', 1, 'number-read'],
    ['a status as text', ['progress', 'status'], '10', 10, 'number-read'],
    ['an amount as text', ['fees', 0, 'amountVnd'], '8000', 8000, 'number-read'],
    ['an amount with points', ['fees', 0, 'amountVnd'], '8.000 đồng', 8000, 'thousands-read'],
    ['a truth as text', ['applicant', 'account', 'verified'], 'True', true, 'boolean-read'],
    ['a truth as a number', ['applicant', 'account', 'verified'], 0, false, 'boolean-read'],
    ['a telephone number with blanks', ['applicant', 'phone'], '0912 345 678', '0912345678', 'code-cleaned'],
    ['a fixed number with marks', ['owner', 'phone'], '(0271) 3888-888', '02713888888', 'code-cleaned'],
    [
      'a tax code without its hyphen',
      ['owner', 'taxCode'],
      '0314409058002',
      '0314409058-002',
      'code-cleaned',
    ],
    ['an agency in small letters', ['agency'], 'h26.01', 'H26.01', 'code-cleaned'],
    ['a null', ['note'], null, undefined, 'empty-removed'],
    ['an empty text', ['unit'], '', undefined, 'empty-removed'],
    ['a text of blanks', ['unit'], '  ', undefined, 'spaces-cleaned'],
    ['a null answer', ['form', 'answers', 'ghiChu'], null, undefined, 'empty-removed'],
    ['a code that came as a number', ['databases', 0], 7, '7', 'number-written'],
  ] as const)('reads %s', (_, path, sent, expected, code) => {
    const [found, changes] = normaliseAt(path, sent)
    expect(found).toEqual(expected)
    expect(changes[0]).toBe(code)
  })
  it('makes a valid dossier of a careless one, and says what it did and where', () => {
    const careless = { ...copyOf(), sets: '1', summary: '\ufeffĐề nghị '.normalize('NFD'), unit: null }
    expect(validateDossier(careless).ok).toBe(false)
    const { value, changes } = normaliseDossier(careless)
    expect(validateDossier(value).ok).toBe(true)
    expect(changes.map(({ place, code }) => `${place} ${code.slice(8)}`)).toEqual([
      'unit empty-removed',
      'summary marks-removed',
      'summary text-composed',
      'summary spaces-cleaned',
      'sets number-read',
    ])
  })
  it('marks guesses as warnings', () => {
    const guesses = Object.entries(changeWords).filter(([, { severity }]) => severity === 'warning')
    expect(guesses.map(([code]) => code.slice(8)).sort()).toEqual([
      'letter-replaced',
      'midnight-assumed',
      'thousands-read',
      'time-dropped',
    ])
  })
})

describe('what it refuses', () => {
  it.each([
    ['a day that does not exist', ['authorisation', 'signedOn'], '30/02/2026'],
    ['a day with the month first', ['authorisation', 'signedOn'], '08/28/2026'],
    ['a year of two digits', ['authorisation', 'signedOn'], '01/08/26'],
    ['an hour that does not exist', ['progress', 'receivedAt'], '20260828252200'],
    ['a number with a sign of its own', ['sets'], '+1'],
    ['a number in hexadecimal', ['sets'], '0x10'],
    ['an amount with one group too short', ['fees', 0, 'amountVnd'], '8.00'],
    ['a word where a truth is wanted', ['applicant', 'account', 'verified'], 'maybe'],
    ['an unknown kind', ['applicant', 'kind'], 'nobody'],
    ['a null in a list', ['databases', 0], null],
  ] as const)('leaves %s for the schema to refuse', (_, path, sent) => {
    expect(normaliseAt(path, sent)[0]).toEqual(sent)
    expect(validateDossier(normaliseDossier(broken(path, sent)).value).ok).toBe(false)
  })
  it('keeps fields that nobody knows, so that the schema can name them', () => {
    expect(normaliseDossier({ ...smallDossier, nope: ' x ' }).value).toHaveProperty('nope', ' x ')
  })
})

describe('edges', () => {
  it.each([fullDossier, smallDossier])('gives a valid dossier back unchanged', (dossier) => {
    expect(normaliseDossier(dossier)).toEqual({ value: dossier, changes: [] })
  })
  it('keeps an answer that was left empty', () => {
    expect(normaliseAt(['form', 'answers', 'ghiChu'], '')).toEqual(['', []])
  })
  it('normalises twice as once', () => {
    const careless = {
      ...copyOf(),
      sets: '1',
      agency: ' h26.01',
      progress: { status: '1', submittedAt: '28/08/2026' },
    }
    const once = normaliseDossier(careless)
    expect(normaliseDossier(once.value)).toEqual({ value: once.value, changes: [] })
  })
  it('gives an answer for anything at all, and the same after a second time', () => {
    fc.assert(
      fc.property(
        fc.jsonValue(),
        fc.constantFrom('applicant', 'papers', 'form', 'progress', 'sets'),
        (json, key) => {
          const { value } = normaliseDossier({ ...smallDossier, [key]: json })
          return normaliseDossier(value).changes.length === 0
        },
      ),
    )
  })
  it('follows no nesting without bound', () => {
    let deep: unknown = 'a\u0301'
    for (let level = 0; level < 20_000; level += 1) deep = [deep]
    expect(() => normaliseDossier({ form: { code: 'x', answers: { a: deep } } })).not.toThrow()
  })
  it('tells no name in a place', () => {
    const { changes } = normaliseDossier({ form: { answers: { 'Nguyễn Văn Mẫu': 'a\u0301' } } })
    expect(JSON.stringify(changes)).not.toContain('Nguyễn')
    expect(changes).toHaveLength(1)
  })
})

describe('what it must not touch', () => {
  it('leaves what it was given as it was', () => {
    const careless = Object.freeze({ sets: '1', progress: Object.freeze({ status: '2' }), note: '' })
    normaliseDossier(careless)
    expect(careless).toEqual({ sets: '1', progress: { status: '2' }, note: '' })
  })
  it('does not let a key reach a prototype', () => {
    const { value } = normaliseDossier(JSON.parse('{"__proto__": {"polluted": 1}, "sets": "1"}'))
    expect(({} as Record<string, unknown>).polluted).toBeUndefined()
    expect(Object.keys(value as object)).toEqual(['__proto__', 'sets'])
  })
})

import { describe, expect, it } from 'vitest'
import * as z from 'zod'
import {
  isAgencyCode,
  isDossierCode,
  isPhoneNumber,
  isProcedureCode,
  isResultCode,
  isTaxCode,
} from '../../src/dossier/codes/index.ts'
import {
  AgencyField,
  DossierCodeField,
  forms,
  PaperField,
  ProcedureField,
  ResultField,
} from '../../src/dossier/fields.ts'
import { schemas } from '../../src/dossier/json-schema/build-json-schema.ts'
import { closedLists } from '../../src/dossier/lists.ts'
import { validateDossier } from '../../src/dossier/validate.ts'
import { broken } from '../kit/dossiers.ts'

const accepts = (schema: z.ZodType, value: unknown): boolean => schema.safeParse(value).success

describe('codes of the regulations', () => {
  // QĐ 20/2020/QĐ-TTg: new left to right, Z scheme for others; old right to left. Examples from deployed systems.
  it.each(['000.00.64.H10', '000.17.22.H56', 'H36.01.02', 'G09.20', 'Z01ABC'])(
    'accepts the agency %s',
    (code) => {
      expect([accepts(AgencyField, code), isAgencyCode(code)]).toEqual([true, true])
    },
  )
  it.each(['Z00A', 'h36', 'H3', '000.00.64', 'H36.', `H36.${'A'.repeat(40)}`])(
    'refuses the agency %s',
    (code) => {
      expect([accepts(AgencyField, code), isAgencyCode(code)]).toEqual([false, false])
    },
  )
  // TT 01/2018/TT-VPCP art. 19; new-style and social insurance codes of deployed systems.
  it.each(['000.00.64.H10-230515-0011', 'G09.20-20260609-0092637', '03706/2026/07906'])(
    'accepts the dossier code %s',
    (code) => {
      expect([accepts(DossierCodeField, code), isDossierCode(code)]).toEqual([true, true])
    },
  )
  it.each(['1.001193', '2.000908', '1.001193.000.00.00.H41', '1.004616.000.00.00.H56'])(
    'accepts the procedure %s',
    (code) => {
      expect([accepts(ProcedureField, code), isProcedureCode(code)]).toEqual([true, true])
    },
  )
  it('accepts codes of papers and results as the portal writes them', () => {
    expect([accepts(PaperField, '000.00.00.G09-KQ002269'), accepts(ResultField, 'KQ.G07.000122')]).toEqual([
      true,
      true,
    ])
    expect(isResultCode('KQ.G07.000122')).toBe(true)
  })
  it.each([
    [
      'telephone numbers',
      ['applicant', 'phone'],
      ['0312345678', '0512345678', '0712345678', '0812345678', '0912345678'],
      isPhoneNumber,
    ],
    ['tax codes', ['owner', 'taxCode'], ['0100233488', '0314409058-002', '070090000001'], isTaxCode],
  ] as const)('accepts the %s that the codes accept', (_, path, values, isCode) => {
    for (const value of values) {
      expect([isCode(value), validateDossier(broken(path, value)).ok], value).toEqual([true, true])
    }
  })
  it.each([
    ['a personal number', 'personal-number', '070090000001', true],
    ['a personal number of 11 digits', 'personal-number', '07009000000', false],
    ['an old identity card', 'old-identity-card', '123456789', true],
    ['a passport', 'passport', 'C1234567', true],
  ])('judges %s by its form only', (_, kind, number, expected) => {
    expect(validateDossier(broken(['applicant', 'identityPapers'], [{ kind, number }])).ok).toBe(expected)
  })
})

describe('lists of the synchronisation payload', () => {
  // The ten statuses, the channels, LoaiDoiTuong, DuocTaiSuDung, HinhThucThu, LoaiPhiLePhi, HinhThuc, NoiNopHoSo.
  it.each([
    ['nationalStatuses', 10],
    ['channels', 3],
    ['applicantKinds', 5],
    ['digitisedStates', 4],
    ['feeMoments', 3],
    ['feePurposes', 3],
    ['origins', 2],
  ] as const)('%s has %i members', (list, length) => {
    expect(Object.keys(closedLists[list])).toHaveLength(length)
  })
  it('writes the summary in at most 1000 characters, names of results and papers in 2000', () => {
    expect(validateDossier(broken(['summary'], 'a'.repeat(1000))).ok).toBe(true)
    expect(validateDossier(broken(['results', 0, 'name'], 'a'.repeat(2000))).ok).toBe(true)
    expect(validateDossier(broken(['results', 0, 'name'], 'a'.repeat(2001))).ok).toBe(false)
  })
  // NĐ 254/2026/NĐ-CP art. 23(2): forms, symbol, number of at most 8 digits.
  it.each([
    [['form'], 'EBL02', true],
    [['form'], 'EBL03', false],
    [['symbol'], '26TIA', false],
    [['number'], 99_999_999, true],
    [['number'], 100_000_000, false],
  ])('judges the field %j of a receipt holding %s', (path, value, expected) => {
    expect(validateDossier(broken(['payments', 0, 'receipt', ...path], value)).ok).toBe(expected)
  })
})

describe('patterns', () => {
  const patterns = new Set<string>([...forms.keys()])
  for (const schema of Object.values(schemas)) {
    const text = JSON.stringify(z.toJSONSchema(schema))
    for (const [, source] of text.matchAll(/"pattern":"((?:[^"\\]|\\.)*)"/g))
      patterns.add(String(new RegExp(JSON.parse(`"${source}"`))))
  }
  const attacks = [
    'a',
    '0',
    ' ',
    '\t',
    '.',
    '-',
    'a.',
    'A0.',
    '0-',
    'a@',
    '@a.',
    '+84',
    'ế',
    '/',
    'https://',
    '2026-02-',
    '\u200b',
  ]
  it.each([...patterns])('%s takes time in proportion to the text', (pattern) => {
    const regex = new RegExp(pattern.slice(1, -1))
    for (const attack of attacks) {
      for (const end of ['', '\u0000', '!', ' ', '@']) {
        const text = attack.repeat(100_000) + end
        const start = performance.now()
        regex.test(text)
        // A backtracking pattern would need minutes for this.
        expect(performance.now() - start, attack).toBeLessThan(1500)
      }
    }
  })
  it('say how a text is written in both languages', () => {
    for (const { vi, en } of forms.values()) expect([vi, en]).not.toContain('')
  })
})

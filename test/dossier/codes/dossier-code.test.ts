import { describe, expect, it } from 'vitest'
import { isoDate } from '../../../src/date.ts'
import { isDossierCode, parseDossierCode } from '../../../src/dossier/codes/index.ts'

const codesOf = (doubts: readonly { code: string }[]): string[] => doubts.map(({ code }) => code)

describe('what it gives', () => {
  it('reads a real code of the old form (TT 01/2018/TT-VPCP, article 19)', () => {
    expect(parseDossierCode('000.00.64.H10-230515-0011')).toEqual({
      ok: true,
      value: '000.00.64.H10-230515-0011',
      facts: { form: 'old', agency: '000.00.64.H10', receivedDate: '2023-05-15', sequence: 11 },
      doubts: [],
    })
  })
  it('reads a real code of the new form and hints that its grammar is not from an act', () => {
    const reading = parseDossierCode('G09.20-20260609-0092637')
    expect(reading.facts).toEqual({
      form: 'new',
      agency: 'G09.20',
      receivedDate: '2026-06-09',
      sequence: 92637,
    })
    expect(codesOf(reading.doubts)).toEqual(['codes/unverified-form'])
  })
  it('reads the form of the social insurance offices', () => {
    expect(parseDossierCode('03706/2026/07906').facts).toEqual({
      form: 'social-insurance',
      office: '03706',
      year: 2026,
      sequence: 7906,
    })
  })
})

describe('what it refuses', () => {
  it('refuses a day of receipt that does not exist', () => {
    expect(codesOf(parseDossierCode('000.00.64.H10-230229-0011').doubts)).toEqual(['codes/no-such-day'])
    expect(parseDossierCode('000.00.64.H10-240229-0011').ok).toBe(true)
    expect(codesOf(parseDossierCode('G09.20-20261301-0092637').doubts)).toEqual(['codes/no-such-day'])
  })
  it.each([
    '',
    '000.00.64.H10',
    '000.00.64.H10-230515',
    '000.00.64.H10-230515-011',
    '000.00.64.H10-230515-00110',
    '000.00.64.H10-20230515-0011',
    'G09.20-20260609-00926370',
    '03706/1999/07906',
  ])('refuses %j for its form', (text) => {
    expect(codesOf(parseDossierCode(text).doubts)).toEqual(['codes/wrong-form'])
    expect(isDossierCode(text)).toBe(false)
  })
})

describe('edges', () => {
  it('doubts a day of receipt after the day in question', () => {
    const code = '000.00.64.H26-230515-0011'
    expect(codesOf(parseDossierCode(code, { on: isoDate('2023-05-14') }).doubts)).toEqual([
      'codes/received-later',
    ])
    expect(parseDossierCode(code, { on: isoDate('2023-05-15') }).doubts).toEqual([])
  })
  it('reads hostile text in time linear in its length', () => {
    const started = performance.now()
    parseDossierCode(`H10${'.A'.repeat(500_000)}-`)
    parseDossierCode('0'.repeat(1_000_000))
    expect(performance.now() - started).toBeLessThan(1000)
  })
})

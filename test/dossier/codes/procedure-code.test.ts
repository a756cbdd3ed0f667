import { describe, expect, it } from 'vitest'
import { isoDate } from '../../../src/date.ts'
import {
  isProcedureCode,
  isSectorCode,
  parseProcedureCode,
  parseSectorCode,
  toNationalCode,
} from '../../../src/dossier/codes/index.ts'

const codesOf = (doubts: readonly { code: string }[]): string[] => doubts.map(({ code }) => code)

describe('what it gives', () => {
  it.each(['1.001193', '2.000908', '2.000635', '1.012790'])('reads the national code %s', (text) => {
    expect(parseProcedureCode(text)).toEqual({
      ok: true,
      value: text,
      facts: { form: 'national', national: text },
      doubts: [],
    })
  })
  it.each([
    ['1.001193.000.00.00.H41', '1.001193', '000.00.00.H41'],
    ['1.004616.000.00.00.H56', '1.004616', '000.00.00.H56'],
  ])('maps the localised code %s to %s', (text, national, agency) => {
    const reading = parseProcedureCode(text)
    expect(reading.facts).toEqual({ form: 'localised', national, agency })
    expect(reading.ok && toNationalCode(reading.value)).toBe(national)
  })
  it('reads a sector code (TT 01/2018/TT-VPCP, article 20)', () => {
    expect(parseSectorCode('G15-HT01')).toMatchObject({
      ok: true,
      facts: { topCode: 'G15', sector: 'HT01' },
      doubts: [],
    })
    expect(isSectorCode('G15-HT01')).toBe(true)
  })
})

describe('what it refuses', () => {
  it.each(['', '4.001193', '1.00119', '1.0011930', '1.001193.H41', '1.001193-000.00.00.H41', '1001193'])(
    'refuses %j',
    (text) => {
      expect(codesOf(parseProcedureCode(text).doubts)).toEqual(['codes/wrong-form'])
      expect(isProcedureCode(text)).toBe(false)
    },
  )
  it.each(['G15', 'G15-', '15-HT', 'G15-HT-01'])('refuses %j as a sector code', (text) => {
    expect(parseSectorCode(text).ok).toBe(false)
  })
})

describe('edges', () => {
  it('hints at a localised code under a province that was merged, and still reads it', () => {
    const reading = parseProcedureCode('1.001193.000.00.00.H10', { on: isoDate('2026-01-01') })
    expect(reading.ok).toBe(true)
    expect(codesOf(reading.doubts)).toEqual(['codes/superseded-unit'])
  })
})

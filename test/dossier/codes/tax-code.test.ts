import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isoDate } from '../../../src/date.ts'
import {
  isEnterpriseCode,
  isTaxCode,
  parseEnterpriseCode,
  parseTaxCode,
} from '../../../src/dossier/codes/index.ts'

const codesOf = (doubts: readonly { code: string }[]): string[] => doubts.map(({ code }) => code)

describe('what it gives', () => {
  it.each(['0100233488', '0314409058-002', '0100112437', '0312687878-001', '0100109106', '0100109106-001'])(
    'accepts the published number %s',
    (text) => {
      expect(parseTaxCode(text)).toMatchObject({ ok: true, value: text, doubts: [] })
      expect(isTaxCode(text)).toBe(true)
    },
  )
  it('reads main number and branch', () => {
    expect(parseTaxCode('0100109106').facts).toEqual({ form: 'main' })
    expect(parseTaxCode('0100109106-001').facts).toEqual({
      form: 'branch',
      main: '0100109106',
      branch: '001',
    })
  })
  it('reads twelve digits as the personal number, without a checksum', () => {
    const reading = parseTaxCode('001099012345', { on: isoDate('2025-07-01') })
    expect(reading).toMatchObject({
      ok: true,
      facts: { form: 'personal', person: { birthYear: 1999 } },
      doubts: [],
    })
  })
  it('reads the enterprise code as the tax code of the enterprise', () => {
    expect(parseEnterpriseCode('0100109106').facts).toEqual({ form: 'enterprise' })
    expect(parseEnterpriseCode('0100109106-001').facts).toEqual({
      form: 'branch',
      enterprise: '0100109106',
      branch: '001',
    })
    expect(codesOf(parseEnterpriseCode('00012').doubts)).toEqual(['codes/unverified-form'])
    expect(isEnterpriseCode('0100109106')).toBe(true)
  })
})

describe('what it refuses', () => {
  it.each(['0100233480', '0100109107'])('refuses %s for its check digit', (text) => {
    expect(codesOf(parseTaxCode(text).doubts)).toEqual(['codes/wrong-check-digit'])
    expect(isTaxCode(text)).toBe(false)
    expect(parseEnterpriseCode(text).ok).toBe(false)
  })
  it('refuses a serial of zeros, a remainder that is never issued and the branch 000', () => {
    expect(codesOf(parseTaxCode('0100000000').doubts)).toEqual(['codes/never-issued'])
    // 000000012 weighs 5 + 6 = 11, a multiple of 11: there is no check digit for it.
    expect(parseTaxCode('0000000120').doubts[0]).toMatchObject({
      code: 'codes/never-issued',
      facts: { reason: 'remainder' },
    })
    expect(codesOf(parseTaxCode('0100109106-000').doubts)).toEqual(['codes/never-issued'])
  })
  it.each(['', '123', '01001091060', '0100109106-01', 'MST0100109106'])('refuses %j for its form', (text) => {
    expect(codesOf(parseTaxCode(text).doubts)).toEqual(['codes/wrong-form'])
  })
})

describe('edges', () => {
  it('doubts twelve digits before 1/7/2025 and says the act', () => {
    const reading = parseTaxCode('001099012345', { on: isoDate('2025-06-30') })
    expect(reading.ok).toBe(true)
    expect(reading.doubts[0]).toMatchObject({
      code: 'codes/not-yet-valid',
      facts: { since: '2025-07-01', basis: 'TT 86/2024/TT-BTC' },
    })
  })
  it('doubts ten digits of a person since 1/7/2025, and not of an organisation', () => {
    const on = isoDate('2025-07-01')
    expect(codesOf(parseTaxCode('0100109106', { on, holder: 'person' }).doubts)).toEqual([
      'codes/replaced-by-personal-number',
    ])
    expect(parseTaxCode('0100109106', { on, holder: 'organisation' }).doubts).toEqual([])
    expect(parseTaxCode('0100109106', { on: isoDate('2025-06-30'), holder: 'person' }).doubts).toEqual([])
  })
  it('puts the missing hyphen before a branch and says so', () => {
    const reading = parseTaxCode('0100109106001')
    expect(reading.value).toBe('0100109106-001')
    expect(codesOf(reading.doubts)).toEqual(['codes/cleaned'])
    expect(isTaxCode('0100109106001')).toBe(false)
  })
  it('finds every single mistyped digit', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('0100233488', '0314409058', '0100112437'),
        fc.nat(9),
        fc.nat(9),
        (code, at, digit) => {
          const wrong = code.slice(0, at) + digit + code.slice(at + 1)
          expect(parseTaxCode(wrong).ok).toBe(wrong === code)
        },
      ),
    )
  })
})

describe('what it must not touch', () => {
  it('leaves the digits of the code out of the doubts', () => {
    expect(JSON.stringify(parseTaxCode('0314409059').doubts)).not.toContain('0314409059')
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isoDate } from '../../../src/date.ts'
import {
  codeKinds,
  isCodeKind,
  isComponentCode,
  isHealthInsuranceCard,
  isOldIdentityCard,
  isPassportNumber,
  isPhoneNumber,
  isResultCode,
  isSocialInsuranceNumber,
  parseCode,
  parseComponentCode,
  parseHealthInsuranceCard,
  parseOldIdentityCard,
  parsePassportNumber,
  parsePhoneNumber,
  parseResultCode,
  parseSocialInsuranceNumber,
} from '../../../src/dossier/codes/index.ts'
import { doubts } from '../../../src/dossier/codes/messages.ts'

const codesOf = (findings: readonly { code: string }[]): string[] => findings.map(({ code }) => code)

describe('what it gives', () => {
  it('reads old identity cards and says since when they are out of use', () => {
    expect(parseOldIdentityCard('171234567')).toMatchObject({
      ok: true,
      facts: { series: 'nine-digits' },
      doubts: [],
    })
    expect(codesOf(parseOldIdentityCard('171234567', { on: isoDate('2025-01-01') }).doubts)).toEqual([
      'codes/no-longer-valid',
    ])
    expect(parseOldIdentityCard('171234567', { on: isoDate('2024-12-31') }).doubts).toEqual([])
    expect(codesOf(parseOldIdentityCard('012345678901').doubts)).toEqual(['codes/looks-like'])
    expect(isOldIdentityCard('171234567')).toBe(true)
  })
  it('reads passports', () => {
    expect(parsePassportNumber('C1234567').facts).toEqual({ series: 'C' })
    expect(isPassportNumber('C1234567')).toBe(true)
    expect(parsePassportNumber('CC123456').ok).toBe(false)
  })
  it.each(['0912345678', '+84912345678', '0084912345678', '84912345678', '0912.345.678', '(091) 234-5678'])(
    'reads the mobile number %s',
    (text) => {
      expect(parsePhoneNumber(text)).toMatchObject({
        ok: true,
        value: '0912345678',
        facts: { international: '+84912345678' },
      })
    },
  )
  it('reads the published health insurance card and the number in it', () => {
    expect(parseHealthInsuranceCard('HS4010120878811')).toEqual({
      ok: true,
      value: 'HS4010120878811',
      facts: {
        form: 'card',
        group: 'HS',
        benefitLevel: 4,
        provinceCode: '01',
        socialInsuranceNumber: '0120878811',
      },
      doubts: [],
    })
    expect(codesOf(parseHealthInsuranceCard('0120878811').doubts)).toEqual(['codes/unverified-form'])
    expect(parseSocialInsuranceNumber('0120878811')).toMatchObject({ ok: true, doubts: [] })
    expect(isSocialInsuranceNumber('0120878811')).toBe(true)
    expect(isHealthInsuranceCard('HS4010120878811')).toBe(true)
  })
  it('reads paper codes and result codes from practice', () => {
    expect(parseComponentCode('000.00.00.G09-KQ002269').facts).toEqual({
      agency: '000.00.00.G09',
      isResult: true,
      number: '002269',
    })
    expect(parseResultCode('KQ.G07.000122').facts).toEqual({ topCode: 'G07', number: '000122' })
    expect(isComponentCode('000.00.00.G09-KQ002269')).toBe(true)
    expect(isResultCode('KQ.G07.000122')).toBe(true)
  })
  it('offers every kind by name', () => {
    expect(codeKinds.map(({ kind }) => kind)).toHaveLength(14)
    expect(codeKinds.every(({ kind, name }) => isCodeKind(kind) && name.vi !== '' && name.en !== '')).toBe(
      true,
    )
    expect(isCodeKind('toString')).toBe(false)
    expect(parseCode('tax-code', '0100112437').ok).toBe(true)
  })
})

describe('what it refuses', () => {
  it.each(['', '0212345678', '091234567', '09123456789', '+85912345678'])(
    'refuses the phone number %j',
    (text) => {
      expect(codesOf(parsePhoneNumber(text).doubts)).toEqual(['codes/wrong-form'])
      expect(isPhoneNumber(text)).toBe(false)
    },
  )
  it.each(['HS6010120878811', 'H54010120878811', 'HS401012087881', '012087881'])(
    'refuses the card %j',
    (text) => {
      expect(parseHealthInsuranceCard(text).ok).toBe(false)
    },
  )
})

describe('edges', () => {
  it('gives an answer with both languages for any text, any kind', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...codeKinds.map(({ kind }) => kind)),
        fc.string({ unit: 'binary' }),
        (kind, text) => {
          const reading = parseCode(kind, text, { on: isoDate('2026-01-01') })
          expect(reading.ok || reading.doubts.some(({ severity }) => severity === 'error')).toBe(true)
          for (const { message } of reading.doubts) expect(message.vi === '' || message.en === '').toBe(false)
        },
      ),
    )
  })
  it('reads what it wrote as exactly itself', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...codeKinds.map(({ kind }) => kind)),
        fc.stringMatching(/^[0-9A-Z.\- ]{4,30}$/),
        (kind, text) => {
          const first = parseCode(kind, text)
          if (!first.ok) return
          const second = parseCode(kind, first.value)
          expect(second.value).toBe(first.value)
          expect(codesOf(second.doubts)).not.toContain('codes/cleaned')
        },
      ),
    )
  })
})

describe('what it must not touch', () => {
  it('has a sentence in both languages for every doubt', () => {
    for (const [code, { vi, en }] of Object.entries(doubts)) {
      expect(typeof vi, code).toBe('function')
      expect(typeof en, code).toBe('function')
    }
  })
})

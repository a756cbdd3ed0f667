import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isoDate } from '../../../src/date.ts'
import { isPersonalNumber, parsePersonalNumber } from '../../../src/dossier/codes/index.ts'

const codesOf = (doubts: readonly { code: string }[]): string[] => doubts.map(({ code }) => code)

/** The 63 places of the registration of births, as facts about the number list them. */
const places =
  '001,002,004,006,008,010,011,012,014,015,017,019,020,022,024,025,026,027,030,031,033,034,035,036,037,038,040,042,044,045,046,048,049,051,052,054,056,058,060,062,064,066,067,068,070,072,074,075,077,079,080,082,083,084,086,087,089,091,092,093,094,095,096'.split(
    ',',
  )

describe('what it gives', () => {
  it('reads place, sex and year of birth out of the digits', () => {
    expect(parsePersonalNumber('001099012345')).toEqual({
      ok: true,
      value: '001099012345',
      facts: { placeCode: '001', placeName: 'Hà Nội', sex: 'male', birthYear: 1999 },
      doubts: [],
    })
  })
  it.each([
    ['0', 'male', 1985],
    ['1', 'female', 1985],
    ['2', 'male', 2085],
    ['3', 'female', 2085],
    ['4', 'male', 2185],
    ['5', 'female', 2185],
    ['6', 'male', 2285],
    ['7', 'female', 2285],
    ['8', 'male', 2385],
    ['9', 'female', 2385],
  ])('takes the century and sex digit %s for %s, %i', (digit, sex, birthYear) => {
    expect(parsePersonalNumber(`038${digit}85000001`).facts).toMatchObject({ sex, birthYear })
  })
  it('knows all 63 old places for life, also those that were merged', () => {
    expect(places.length).toBe(63)
    for (const place of places) {
      const reading = parsePersonalNumber(`${place}199000001`, { on: isoDate('2026-01-01') })
      expect(reading.facts?.placeName, place).toBeDefined()
      expect(reading.doubts, place).toEqual([])
    }
  })
  it('compares with the birth date and sex that are known', () => {
    const known = { birthDate: isoDate('1999-05-01'), sex: 'male' } as const
    expect(parsePersonalNumber('001099012345', known).doubts).toEqual([])
    expect(codesOf(parsePersonalNumber('001199012345', known).doubts)).toEqual(['codes/sex-differs'])
    expect(codesOf(parsePersonalNumber('001098012345', known).doubts)).toEqual(['codes/birth-year-differs'])
  })
})

describe('what it refuses', () => {
  it.each(['', '12345678901', '1234567890123', '00109901234X', '００１'])(
    'refuses %j, which is not twelve digits',
    (text) => {
      const reading = parsePersonalNumber(text)
      expect(reading.ok).toBe(false)
      expect(codesOf(reading.doubts)).toEqual(['codes/wrong-form'])
    },
  )
  it('refuses a number with something far behind it', () => {
    expect(parsePersonalNumber(`001099012345${' '.repeat(200)}X`).ok).toBe(false)
  })
  it('says that nine digits look like an old identity card', () => {
    expect(codesOf(parsePersonalNumber('171234567').doubts)).toEqual(['codes/wrong-form', 'codes/looks-like'])
  })
})

describe('edges', () => {
  it('never refuses twelve digits for what they hint at', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[0-9]{12}$/), (digits) => {
        const reading = parsePersonalNumber(digits, { birthDate: isoDate('1999-05-01'), sex: 'male' })
        expect(reading.ok).toBe(true)
        expect(reading.doubts.every(({ severity }) => severity !== 'error')).toBe(true)
      }),
    )
  })
  it('doubts an unknown place, a birth after the day in question and a far century', () => {
    const reading = parsePersonalNumber('300627000001', { on: isoDate('2026-01-01') })
    expect(codesOf(reading.doubts)).toEqual(['codes/unknown-place', 'codes/far-century', 'codes/born-later'])
  })
  it('removes spaces and says so; the guard wants the written form', () => {
    const reading = parsePersonalNumber(' 001 099 012345 ')
    expect(reading.value).toBe('001099012345')
    expect(codesOf(reading.doubts)).toEqual(['codes/cleaned'])
    expect(isPersonalNumber('001 099 012345')).toBe(false)
    expect(isPersonalNumber('001099012345')).toBe(true)
    expect(isPersonalNumber(1099012345)).toBe(false)
  })
})

describe('what it must not touch', () => {
  it('puts no digit of the number into a doubt', () => {
    const written = JSON.stringify(
      parsePersonalNumber('300627918273', { birthDate: isoDate('1999-05-01'), sex: 'female' }).doubts,
    )
    expect(written).not.toMatch(/300|627|918|273|2227|1999/)
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, isoDate } from '../../../src/date.ts'
import {
  compareUnits,
  findPredecessors,
  findProvinceOfLetterCode,
  findSuccessors,
  findUnit,
  findUnits,
  findUnitsByName,
  provinces,
} from '../../../src/dossier/units/index.ts'

const lastOldDay = isoDate('2025-06-30')
const firstNewDay = isoDate('2025-07-01')

/** The 34 codes and names of QĐ 19/2025/QĐ-TTg, as published. */
const published = `01 Hà Nội, 04 Cao Bằng, 08 Tuyên Quang, 11 Điện Biên, 12 Lai Châu, 14 Sơn La, 15 Lào Cai,
19 Thái Nguyên, 20 Lạng Sơn, 22 Quảng Ninh, 24 Bắc Ninh, 25 Phú Thọ, 31 Hải Phòng, 33 Hưng Yên, 37 Ninh Bình,
38 Thanh Hóa, 40 Nghệ An, 42 Hà Tĩnh, 44 Quảng Trị, 46 Huế, 48 Đà Nẵng, 51 Quảng Ngãi, 52 Gia Lai, 56 Khánh Hòa,
66 Đắk Lắk, 68 Lâm Đồng, 75 Đồng Nai, 79 Hồ Chí Minh, 80 Tây Ninh, 82 Đồng Tháp, 86 Vĩnh Long, 91 An Giang,
92 Cần Thơ, 96 Cà Mau`
  .split(/,\s*/)
  .map((row) => ({ code: row.slice(0, 2), name: row.slice(3) }))

describe('what it gives', () => {
  it('has 63 provinces until 30/6/2025 and 34 from 1/7/2025', () => {
    expect(findUnits(provinces, lastOldDay)).toHaveLength(63)
    expect(findUnits(provinces, firstNewDay)).toHaveLength(34)
  })
  it('has the 34 codes and names as published, six of them cities, seven since 30/4/2026', () => {
    const now = findUnits(provinces, firstNewDay)
    expect(now.map(({ code, name }) => ({ code, name })).sort((a, b) => (a.code < b.code ? -1 : 1))).toEqual(
      published,
    )
    const cities = (date: string): string[] =>
      findUnits(provinces, isoDate(date))
        .filter(({ kind }) => kind === 'city')
        .map(({ name }) => name)
    expect(cities('2026-04-29')).toEqual(['Cần Thơ', 'Đà Nẵng', 'Hà Nội', 'Hải Phòng', 'Hồ Chí Minh', 'Huế'])
    expect(cities('2026-04-30')).toContain('Đồng Nai')
  })
  it('makes 23 new provinces out of 52 and leaves 11 as they were (NQ 202/2025/QH15)', () => {
    const mergers = provinces.changes.filter(({ effectiveFrom }) => effectiveFrom === firstNewDay)
    expect(mergers).toHaveLength(23)
    expect(new Set(mergers.flatMap(({ from }) => from)).size).toBe(52)
    const unchanged = findUnits(provinces, firstNewDay).filter(({ validFrom }) => validFrom < firstNewDay)
    expect(unchanged.map(({ name }) => name)).toEqual([
      'Cao Bằng',
      'Điện Biên',
      'Hà Nội',
      'Hà Tĩnh',
      'Huế',
      'Lai Châu',
      'Lạng Sơn',
      'Nghệ An',
      'Quảng Ninh',
      'Sơn La',
      'Thanh Hóa',
    ])
  })
  it('knows that a code was given to another province on 1/7/2025', () => {
    for (const [code, before, after] of [
      ['15', 'Yên Bái', 'Lào Cai'],
      ['24', 'Bắc Giang', 'Bắc Ninh'],
      ['44', 'Quảng Bình', 'Quảng Trị'],
      ['52', 'Bình Định', 'Gia Lai'],
      ['80', 'Long An', 'Tây Ninh'],
      ['82', 'Tiền Giang', 'Đồng Tháp'],
      ['91', 'Kiên Giang', 'An Giang'],
    ] as const) {
      expect(findUnit(provinces, code, lastOldDay)?.name).toBe(before)
      expect(findUnit(provinces, code, firstNewDay)?.name).toBe(after)
    }
  })
  it('names the act that leads from an old province to the new one', () => {
    const [now] = findSuccessors(provinces, { code: '70', on: isoDate('2020-02-03') }, isoDate('2026-05-01'))
    expect(now?.unit).toMatchObject({ code: '75', name: 'Đồng Nai', kind: 'city' })
    expect(now?.changes.map(({ act, certainty }) => ({ act, certainty }))).toEqual([
      { act: 'NQ 202/2025/QH15, điều 1, khoản 17', certainty: 'secondary' },
      { act: 'chưa xác minh văn bản (bảng đơn vị hành chính công bố)', certainty: 'secondary' },
    ])
  })
  it('leads from a new province back to the old ones', () => {
    const before = findPredecessors(provinces, { code: '79', on: isoDate('2026-01-01') }, lastOldDay)
    expect(before.map(({ unit }) => unit.name)).toEqual(['Bà Rịa - Vũng Tàu', 'Bình Dương', 'Hồ Chí Minh'])
    const hue = findPredecessors(provinces, { code: '46', on: isoDate('2026-01-01') }, isoDate('2020-01-01'))
    expect(hue.map(({ unit }) => `${unit.kind} ${unit.name}`)).toEqual(['province Thừa Thiên Huế'])
  })
  it('finds names with and without diacritics, with the kind or a short form', () => {
    for (const written of ['Thanh Hóa', 'Thanh Hoá', 'thanh hoa', 'Tỉnh  THANH HÓA', 'tinh thanh hoa'])
      expect(findUnitsByName(provinces, written, firstNewDay).map(({ code }) => code)).toEqual(['38'])
    for (const written of ['TP.HCM', 'TP Hồ Chí Minh', 'thanh pho ho chi minh', 'tphcm', 'Sài Gòn'])
      expect(
        findUnitsByName(provinces, written, firstNewDay).map(({ code }) => code),
        written,
      ).toEqual(['79'])
    expect(findUnitsByName(provinces, 'Daklak', lastOldDay).map(({ code }) => code)).toEqual(['66'])
  })
  it('orders names as a Vietnamese dictionary does', () => {
    const names = findUnits(provinces, lastOldDay).map(({ name }) => name)
    expect(names.slice(0, 4)).toEqual(['An Giang', 'Bà Rịa - Vũng Tàu', 'Bạc Liêu', 'Bắc Giang'])
    expect(names.indexOf('Cao Bằng')).toBeLessThan(names.indexOf('Cần Thơ'))
    expect(names.indexOf('Cần Thơ')).toBeLessThan(names.indexOf('Đà Nẵng'))
    expect(names.indexOf('Điện Biên')).toBeLessThan(names.indexOf('Đồng Nai'))
  })
  it('finds the province of a letter code', () => {
    expect(findProvinceOfLetterCode('H10')?.name).toBe('Bình Phước')
    expect(findProvinceOfLetterCode('H56')?.name).toBe('Thanh Hóa')
    expect(findProvinceOfLetterCode('H64')).toBeUndefined()
  })
})

describe('what it refuses', () => {
  it('finds nothing for a code, a name or a day it does not know', () => {
    expect(findUnit(provinces, '03', lastOldDay)).toBeUndefined()
    expect(findUnit(provinces, '01', isoDate('2008-07-31'))).toBeUndefined()
    expect(findUnitsByName(provinces, 'Hà Tây')).toEqual([])
    expect(findUnitsByName(provinces, '')).toEqual([])
    expect(findSuccessors(provinces, { code: '02', on: firstNewDay }, isoDate('2026-01-01'))).toEqual([])
    expect(findPredecessors(provinces, { code: '03', on: firstNewDay }, lastOldDay)).toEqual([])
  })
})

describe('edges', () => {
  it('gives the unit itself where nothing changed between the days', () => {
    const [same] = findSuccessors(provinces, { code: '40', on: isoDate('2010-01-01') }, isoDate('2030-01-01'))
    expect(same).toMatchObject({ unit: { name: 'Nghệ An' }, changes: [] })
  })
  it('never lets two units claim a code on the same day', () => {
    fc.assert(
      fc.property(fc.constantFrom(...provinces.units), fc.integer({ min: 0, max: 8000 }), (unit, days) => {
        const date = addDays(isoDate('2008-08-01'), days)
        const claimants = findUnits(provinces, date).filter(({ code }) => code === unit.code)
        expect(claimants.length).toBeLessThanOrEqual(1)
      }),
    )
  })
  it('leads every old province to exactly one of the 34, which leads back to it', () => {
    const now = isoDate('2026-06-01')
    for (const old of findUnits(provinces, lastOldDay)) {
      const ways = findSuccessors(provinces, { code: old.code, on: lastOldDay }, now)
      expect(ways).toHaveLength(1)
      const [way] = ways
      const back = findPredecessors(provinces, { code: way?.unit.code ?? '', on: now }, lastOldDay)
      expect(back.map(({ unit }) => unit)).toContain(old)
    }
  })
  it('orders consistently', () => {
    fc.assert(
      fc.property(fc.constantFrom(...provinces.units), fc.constantFrom(...provinces.units), (a, b) => {
        expect(Math.sign(compareUnits(a, b))).toBe(-Math.sign(compareUnits(b, a)) + 0)
      }),
    )
  })
})

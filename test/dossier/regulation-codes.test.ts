/**
 * Codes, statuses and identity numbers, one row for each value that an act or a deployed system lists.
 *
 * `PASETO` is HuanVu201/DichVuCong_KhoaLuan_PASETO@7d1730c, `OPENCPS` VietOpenCPS/opencps-v2@2c719850c, `VNPROV`
 * thanglequoc/vietnamese-provinces-database@cd580632, `STDNUM` arthurdejong/python-stdnum@006192e.
 */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkProcedure, findProcedure, Procedure } from '../../src/catalogue/index.ts'
import { isoDate } from '../../src/date.ts'
import {
  type AgencyCode,
  isEnterpriseCode,
  isOldIdentityCard,
  isSectorCode,
  issueDossierCode,
  parseAgencyCode,
  parseDossierCode,
  parseHealthInsuranceCard,
  parsePassportNumber,
  parsePersonalNumber,
  parsePhoneNumber,
  parseSectorCode,
  parseSocialInsuranceNumber,
  parseTaxCode,
} from '../../src/dossier/codes/index.ts'
import {
  closedLists,
  findStatusGroup,
  isNextStatus,
  type NationalStatus,
  statusRules,
} from '../../src/dossier/index.ts'
import { findProvinceOfLetterCode, findUnits, provinces } from '../../src/dossier/units/index.ts'
import { validateDossier } from '../../src/dossier/validate.ts'
import { broken } from '../kit/dossiers.ts'

const statuses = Object.keys(closedLists.nationalStatuses).map(Number) as NationalStatus[]
const rowsOf = (text: string): readonly (readonly [string, string])[] =>
  text.split(', ').map((row) => [row.slice(0, row.indexOf(' ')), row.slice(row.indexOf(' ') + 1)] as const)

describe('letter codes of agency identifiers (QĐ 20/2020/QĐ-TTg)', () => {
  it.each(
    rowsOf(
      'G12 Bộ Tài chính, G13 Bộ Tài nguyên và Môi trường, G22 Văn phòng Chính phủ, G24 Bảo hiểm xã hội Việt Nam',
    ),
  )('%s is %s (unverified)', (code, name) => {
    expect(parseAgencyCode(code).facts).toMatchObject({ topName: name, form: 'new' })
  })
  const letters = rowsOf(
    'H01 An Giang, H02 Bắc Giang, H03 Bắc Kạn, H04 Bạc Liêu, H05 Bắc Ninh, H06 Bà Rịa - Vũng Tàu, H07 Bến Tre, H08 Bình Định, H09 Bình Dương, H10 Bình Phước, H11 Bình Thuận, H12 Cà Mau, H13 Cần Thơ, H14 Cao Bằng, H15 Đắk Lắk, H16 Đắk Nông, H17 Đà Nẵng, H18 Điện Biên, H19 Đồng Nai, H20 Đồng Tháp, H21 Gia Lai, H22 Hà Giang, H23 Hải Dương, H24 Hải Phòng, H25 Hà Nam, H26 Hà Nội, H27 Hà Tĩnh, H28 Hòa Bình, H29 Hồ Chí Minh, H30 Hậu Giang, H31 Hưng Yên, H32 Khánh Hòa, H33 Kiên Giang, H34 Kon Tum, H35 Lai Châu, H36 Lâm Đồng, H37 Lạng Sơn, H38 Lào Cai, H39 Long An, H40 Nam Định, H41 Nghệ An, H42 Ninh Bình, H43 Ninh Thuận, H44 Phú Thọ, H45 Phú Yên, H46 Quảng Bình, H47 Quảng Nam, H48 Quảng Ngãi, H49 Quảng Ninh, H50 Quảng Trị, H51 Sóc Trăng, H52 Sơn La, H53 Tây Ninh, H54 Thái Bình, H55 Thái Nguyên, H56 Thanh Hóa, H57 Thừa Thiên Huế, H58 Tiền Giang, H59 Trà Vinh, H60 Tuyên Quang, H61 Vĩnh Long, H62 Vĩnh Phúc, H63 Yên Bái',
  )
  it.each(letters)('%s is %s (the map of 63 provinces; H10 and H56 verified in PASETO)', (code, name) => {
    expect(findProvinceOfLetterCode(code)?.name).toBe(name)
    expect(parseAgencyCode(`000.00.00.${code}`).facts?.topName).toBe(name)
  })
  it('leaves a code that no list has a doubt, not a refusal', () => {
    expect(parseAgencyCode('G99.01')).toMatchObject({
      ok: true,
      doubts: [{ code: 'codes/unknown-authority' }],
    })
  })
  it('takes the registration code of an enterprise for its identifier, so it is no code of this form', () => {
    expect(parseAgencyCode('0100109106').ok).toBe(false)
    expect(isEnterpriseCode('0100109106')).toBe(true)
  })
})

describe('dossier codes', () => {
  it.each([
    ['TT 01/2018/TT-VPCP art. 19', '000.00.64.H10-230515-0011', true],
    ['TT 01/2018/TT-VPCP art. 19, four digits', '000.00.64.H10-230515-00111', false],
    ['TT 01/2018/TT-VPCP art. 19, a day that exists', '000.00.64.H10-230230-0011', false],
    ['practice of 2026, six digits of the day', 'H36.01.02-260609-0011', true],
    ['practice of 2026, eight digits of the day', 'G09.20-20260609-0092637', true],
    ['practice of 2026, four to seven digits of the number', 'G09.20-20260609-092637', true],
    ['practice of 2026, not three digits', 'G09.20-20260609-092', false],
    ['practice of 2026, not eight digits', 'G09.20-20260609-00926371', false],
    ['social insurance', '03706/2026/07906', true],
  ])('%s: %s', (_, code, expected) => {
    expect(parseDossierCode(code).ok).toBe(expected)
  })
})

describe('giving a dossier its code', () => {
  const agency = parseAgencyCode('000.00.64.H10').value as AgencyCode
  const asked: string[] = []
  const nextNumber = (register: string): number => asked.push(register)
  it('PASETO, GenerateMaHoSo: counts per agency and day, four digits wide (TT 01/2018/TT-VPCP art. 19)', async () => {
    const issuer = { kind: 'agency', nextNumber } as const
    expect(await issueDossierCode({ agency, receivedDate: isoDate('2023-05-15') }, issuer)).toBe(
      '000.00.64.H10-230515-0001',
    )
    await issueDossierCode({ agency, receivedDate: isoDate('2023-05-16') }, issuer)
    expect(new Set(asked).size, 'a register for each day').toBe(2)
  })
  it('practice of 2026, GetNextValue: a code of the ministry is asked for, never computed', async () => {
    const requestCode = () => 'G09.20-20260609-0092637'
    expect(
      await issueDossierCode(
        { agency, receivedDate: isoDate('2026-06-09') },
        { kind: 'centre', requestCode },
      ),
    ).toBe('G09.20-20260609-0092637')
  })
  it('PASETO, GetMaHoSo: a second code of the portal stands beside the own one', () => {
    const codes = [{ system: 'dvcqg', code: 'G15.20-20260828-0000011' }]
    expect(validateDossier(broken(['externalCodes'], codes)).ok).toBe(true)
    expect(validateDossier(broken(['externalCodes'], [{ system: 'dvcqg' }])).ok).toBe(false)
  })
})

describe('sectors (TT 01/2018/TT-VPCP art. 20)', () => {
  it('reads the letter code before the hyphen and the sector behind it', () => {
    expect(parseSectorCode('G15-HT').facts).toMatchObject({ topCode: 'G15' })
    expect(['G15-HT', 'H56-TP01', 'G15-ht', 'G15', 'G15-'].map(isSectorCode)).toEqual([
      true,
      true,
      false,
      false,
      false,
    ])
  })
})

describe('the parts of a published procedure (indicator 1.3 of QĐ 766/QĐ-TTg, from a transcription)', () => {
  const whole = {
    ...findProcedure('2.000908'),
    sequence: [{ steps: ['Nộp hồ sơ'] }],
    subjects: [{ text: 'Cá nhân' }],
    agencies: [{ name: 'Ủy ban nhân dân cấp xã' }],
    dossierSets: 1,
  } as Procedure
  const missing = (change: object) =>
    checkProcedure({ ...whole, ...change }).flatMap(({ code, facts }) =>
      code === 'catalogue/part-missing' ? [facts.part] : [],
    )
  it('a name: a record without one is none', () => {
    expect([Procedure.safeParse(whole).success, missing({})]).toEqual([true, []])
    expect(Procedure.safeParse({ ...whole, name: '' }).success).toBe(false)
  })
  it.each([
    ['b order', { sequence: [] }, ['sequence']],
    ['c manner', { manners: [] }, expect.arrayContaining(['manners'])],
    ['d components', { papers: [] }, ['papers']],
    ['d their number', { dossierSets: undefined }, ['dossierSets']],
    ['đ term', { manners: [], process: undefined }, expect.arrayContaining(['terms'])],
    ['e subjects', { subjects: [] }, ['subjects']],
    ['g agency', { agencies: [] }, ['agencies']],
  ])('%s', (_, change, parts) => {
    expect(missing(change)).toEqual(parts)
  })
})

describe('what the national statuses mean together', () => {
  it.each([
    ['in-process', [2, 4]],
    ['done', [9, 10]],
    ['supplement', [5]],
    ['stopped', [6, 8]],
    ['withdrawn', [7]],
    ['outside', [1, 3]],
  ] as const)('PASETO, BaoCaoTongHopConstants: %s is %j', (group, members) => {
    expect(statusRules.groups[group].statuses).toEqual(members)
    expect(members.map(findStatusGroup)).toEqual(members.map(() => group))
  })
  it('puts every status into exactly one group', () => {
    expect(
      Object.values(statusRules.groups)
        .flatMap((group) => [...group.statuses])
        .sort((a, b) => a - b),
    ).toEqual(statuses)
  })
  it.each([
    [1, [2, 3]],
    [2, [4, 5, 7]],
    [3, []],
    [4, [3, 4, 5, 6, 7, 8, 9]],
    [5, [3, 4, 7, 8]],
    [6, [4, 8]],
    [7, []],
    [8, []],
    [9, [10]],
    [10, []],
  ] as const)('derived from practice: after %i may come %j', (from, to) => {
    expect(statuses.filter((status) => isNextStatus(from, status))).toEqual(to)
  })
  it('asks for the end in the order 9, 10, 8, 3, 7 (practice of indicator 2.1 of QĐ 766/QĐ-TTg)', () => {
    expect(statusRules.endOrder).toEqual([9, 10, 8, 3, 7])
  })
  it('lets an agency that agreed on others with the portal say so', () => {
    expect(isNextStatus(3, 1, { ...statusRules.transitions, 3: [1] })).toBe(true)
    expect(isNextStatus(3, 1)).toBe(false)
  })
})

describe('who applies', () => {
  const household = { kind: 'household-business', name: 'Hộ kinh doanh Thí Dụ', taxCode: '070090000001' }
  it('may be a household business, with the personal number as tax code (TT 86/2024/TT-BTC)', () => {
    expect(validateDossier(broken(['owner'], household)).ok).toBe(true)
  })
})

describe('personal numbers', () => {
  it.each([
    ['0', 'male', 1990],
    ['1', 'female', 1990],
    ['2', 'male', 2090],
    ['3', 'female', 2090],
    ['4', 'male', 2190],
    ['5', 'female', 2190],
    ['6', 'male', 2290],
    ['7', 'female', 2290],
    ['8', 'male', 2390],
    ['9', 'female', 2390],
  ] as const)('digit 4 %s means %s and the century of %i (0 to 5 verified)', (digit, sex, birthYear) => {
    expect(parsePersonalNumber(`001${digit}90012345`).facts).toMatchObject({ sex, birthYear })
  })
  it.each(
    '001,002,004,006,008,010,011,012,014,015,017,019,020,022,024,025,026,027,030,031,033,034,035,036,037,038,040,042,044,045,046,048,049,051,052,054,056,058,060,062,064,066,067,068,070,072,074,075,077,079,080,082,083,084,086,087,089,091,092,093,094,095,096'.split(
      ',',
    ),
  )('%s is a place of birth registration for life, on the map of 63 provinces', (place) => {
    const { facts, doubts } = parsePersonalNumber(`${place}090012345`)
    expect(facts).toMatchObject({ placeCode: place, placeName: expect.any(String) })
    expect(doubts).toEqual([])
  })
  it('holds no further place, and a country is a doubt', () => {
    const known = Array.from({ length: 1000 }, (_, at) => String(at).padStart(3, '0')).filter(
      (place) => parsePersonalNumber(`${place}090012345`).facts?.placeName !== undefined,
    )
    expect(known).toHaveLength(63)
    expect(parsePersonalNumber('101090012345')).toMatchObject({
      ok: true,
      doubts: [{ code: 'codes/unknown-place' }],
    })
  })
  it('compares with birth date and sex, and only doubts', () => {
    const { ok, doubts } = parsePersonalNumber('001090012345', {
      birthDate: isoDate('1991-01-01'),
      sex: 'female',
    })
    expect([ok, doubts.map(({ code }) => code)]).toEqual([
      true,
      ['codes/birth-year-differs', 'codes/sex-differs'],
    ])
  })
  it('has no check digit', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[0-9]{12}$/), (digits) => {
        expect(parsePersonalNumber(digits).ok).toBe(true)
      }),
    )
  })
})

describe('the 34 provinces from 1/7/2025 (VNPROV)', () => {
  const rows = rowsOf(
    '01 Hà Nội*, 04 Cao Bằng, 08 Tuyên Quang, 11 Điện Biên, 12 Lai Châu, 14 Sơn La, 15 Lào Cai, 19 Thái Nguyên, 20 Lạng Sơn, 22 Quảng Ninh, 24 Bắc Ninh, 25 Phú Thọ, 31 Hải Phòng*, 33 Hưng Yên, 37 Ninh Bình, 38 Thanh Hóa, 40 Nghệ An, 42 Hà Tĩnh, 44 Quảng Trị, 46 Huế*, 48 Đà Nẵng*, 51 Quảng Ngãi, 52 Gia Lai, 56 Khánh Hòa, 66 Đắk Lắk, 68 Lâm Đồng, 75 Đồng Nai*, 79 Hồ Chí Minh*, 80 Tây Ninh, 82 Đồng Tháp, 86 Vĩnh Long, 91 An Giang, 92 Cần Thơ*, 96 Cà Mau',
  )
  const now = findUnits(provinces, isoDate('2026-05-01'))
  it.each(rows)('%s is %s', (code, name) => {
    expect(now.find((unit) => unit.code === code)).toMatchObject({
      name: name.replace('*', ''),
      kind: name.endsWith('*') ? 'city' : 'province',
    })
  })
  it('are all', () => {
    expect(now.map(({ code }) => code).sort()).toEqual(rows.map(([code]) => code))
  })
  it('have communes of five digits (QĐ 19/2025/QĐ-TTg)', () => {
    const path = ['applicant', 'address', 'units', 'communeCode']
    expect(['25216', '2521', '252160'].map((code) => validateDossier(broken(path, code)).ok)).toEqual([
      true,
      false,
      false,
    ])
  })
})

describe('tax and enterprise codes', () => {
  it.each([
    ['STDNUM', '0100233488', 'main'],
    ['STDNUM', '0314409058-002', 'branch'],
    ['STDNUM', '0100112437', 'main'],
    ['STDNUM', '0312687878-001', 'branch'],
    ['STDNUM', '0100109106', 'main'],
    ['STDNUM', '0100109106-001', 'branch'],
    ['TT 86/2024/TT-BTC', '001090012345', 'personal'],
  ])('%s: %s is valid as %s', (_, code, form) => {
    expect(parseTaxCode(code).facts).toMatchObject({ form })
  })
  it.each([
    ['STDNUM, check digit', '0100233480', 'codes/wrong-check-digit'],
    ['STDNUM, check digit', '0100109107', 'codes/wrong-check-digit'],
    ['STDNUM, digits 3 to 9 are zero', '0100000007', 'codes/never-issued'],
    ['branches from 001', '0100109106-000', 'codes/never-issued'],
  ])('%s: %s is refused', (_, code, doubt) => {
    const reading = parseTaxCode(code)
    expect([reading.ok, reading.doubts.map((found) => found.code)]).toEqual([
      false,
      expect.arrayContaining([doubt]),
    ])
  })
  it('follows the weights 31, 29, 23, 19, 17, 13, 7, 5, 3; a remainder that gives 10 is never issued (STDNUM)', () => {
    const weights = [31, 29, 23, 19, 17, 13, 7, 5, 3]
    fc.assert(
      fc.property(fc.stringMatching(/^[0-9]{2}[1-9][0-9]{6}$/), (nine) => {
        const sum = weights.reduce((total, weight, at) => total + weight * Number(nine[at]), 0)
        const check = 10 - (sum % 11)
        const valid = Array.from({ length: 10 }, (_, digit) => digit).filter(
          (digit) => parseTaxCode(`${nine}${digit}`).ok,
        )
        expect(valid).toEqual(check === 10 ? [] : [check])
      }),
    )
  })
  it.each([
    ['the tax code of the enterprise', '0100109106', true],
    ['a branch', '0100109106-001', true],
    ['a business location (unverified form)', '00001', true],
    ['twelve digits are of a person', '001090012345', false],
  ])('reads an enterprise code: %s', (_, code, expected) => {
    expect(isEnterpriseCode(code)).toBe(expected)
  })
})

describe('other numbers', () => {
  it.each([
    ['CMND of 9 digits', '012345678', true],
    ['CMND of the 12-digit series', '012345678901', true],
    ['not of 10', '0123456789', false],
  ])('%s', (_, number, expected) => {
    expect(isOldIdentityCard(number)).toBe(expected)
  })
  it.each([
    ['BHXH, ten digits', '0120878811', true],
    ['BHXH, not nine', '012087881', false],
  ])('%s', (_, number, expected) => {
    expect(parseSocialInsuranceNumber(number).ok).toBe(expected)
  })
  it('reads the old BHYT card: group, benefit 1 to 5, province, BHXH number', () => {
    expect(parseHealthInsuranceCard('HS4010120878811').facts).toEqual({
      form: 'card',
      group: 'HS',
      benefitLevel: 4,
      provinceCode: '01',
      socialInsuranceNumber: '0120878811',
    })
    const levels = Array.from({ length: 10 }, (_, level) => level).filter(
      (level) => parseHealthInsuranceCard(`HS${level}010120878811`).ok,
    )
    expect(levels).toEqual([1, 2, 3, 4, 5])
  })
  it('reads the ten digits of a new BHYT card with a doubt (unverified)', () => {
    expect(parseHealthInsuranceCard('0120878811')).toMatchObject({
      ok: true,
      doubts: [{ code: 'codes/unverified-form' }],
    })
  })
  it('takes mobile numbers that begin with 03, 05, 07, 08 and 09, also with +84', () => {
    const prefixes = Array.from({ length: 10 }, (_, digit) => digit).filter(
      (digit) => parsePhoneNumber(`0${digit}12345678`).ok,
    )
    expect(prefixes).toEqual([3, 5, 7, 8, 9])
    expect(parsePhoneNumber('+84912345678').value).toBe('0912345678')
  })
  it('takes passports of a capital letter and seven digits', () => {
    expect(['C1234567', 'C123456', 'CC123456'].map((number) => parsePassportNumber(number).ok)).toEqual([
      true,
      false,
      false,
    ])
  })
})

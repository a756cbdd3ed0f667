import { addDays, isoDate } from '../../date.ts'
import type { AdministrativeUnit, UnitChange, UnitRegister } from './unit.ts'

type ProvinceKind = 'province' | 'city'

/** The day from which there were 63 provinces: Hà Tây had joined Hà Nội (NQ 15/2008/QH12). */
const sixtyThree = isoDate('2008-08-01')

/** The day on which Thừa Thiên Huế became the city of Huế (NQ 175/2024/QH15). */
const hueBecomesCity = isoDate('2025-01-01')

/** The day from which there are 34 provinces and no districts (NQ 202/2025/QH15). */
const thirtyFour = isoDate('2025-07-01')

/** The day on which Đồng Nai became a city; read in a published unit table, not in the act. */
const dongNaiBecomesCity = isoDate('2026-04-30')

/**
 * The 63 provinces until 30/6/2025: code of the General Statistics Office, name, kind, and the letter code
 * that agency identifiers used for the province (TT 10/2016/TT-BTTTT).
 *
 * Code and name agree with two independent published tables; the letter codes H10 and H56 are verified, the
 * others are not.
 */
const oldProvinces: readonly (readonly [string, string, ProvinceKind, string])[] = [
  ['01', 'Hà Nội', 'city', 'H26'],
  ['02', 'Hà Giang', 'province', 'H22'],
  ['04', 'Cao Bằng', 'province', 'H14'],
  ['06', 'Bắc Kạn', 'province', 'H03'],
  ['08', 'Tuyên Quang', 'province', 'H60'],
  ['10', 'Lào Cai', 'province', 'H38'],
  ['11', 'Điện Biên', 'province', 'H18'],
  ['12', 'Lai Châu', 'province', 'H35'],
  ['14', 'Sơn La', 'province', 'H52'],
  ['15', 'Yên Bái', 'province', 'H63'],
  ['17', 'Hòa Bình', 'province', 'H28'],
  ['19', 'Thái Nguyên', 'province', 'H55'],
  ['20', 'Lạng Sơn', 'province', 'H37'],
  ['22', 'Quảng Ninh', 'province', 'H49'],
  ['24', 'Bắc Giang', 'province', 'H02'],
  ['25', 'Phú Thọ', 'province', 'H44'],
  ['26', 'Vĩnh Phúc', 'province', 'H62'],
  ['27', 'Bắc Ninh', 'province', 'H05'],
  ['30', 'Hải Dương', 'province', 'H23'],
  ['31', 'Hải Phòng', 'city', 'H24'],
  ['33', 'Hưng Yên', 'province', 'H31'],
  ['34', 'Thái Bình', 'province', 'H54'],
  ['35', 'Hà Nam', 'province', 'H25'],
  ['36', 'Nam Định', 'province', 'H40'],
  ['37', 'Ninh Bình', 'province', 'H42'],
  ['38', 'Thanh Hóa', 'province', 'H56'],
  ['40', 'Nghệ An', 'province', 'H41'],
  ['42', 'Hà Tĩnh', 'province', 'H27'],
  ['44', 'Quảng Bình', 'province', 'H46'],
  ['45', 'Quảng Trị', 'province', 'H50'],
  ['46', 'Thừa Thiên Huế', 'province', 'H57'],
  ['48', 'Đà Nẵng', 'city', 'H17'],
  ['49', 'Quảng Nam', 'province', 'H47'],
  ['51', 'Quảng Ngãi', 'province', 'H48'],
  ['52', 'Bình Định', 'province', 'H08'],
  ['54', 'Phú Yên', 'province', 'H45'],
  ['56', 'Khánh Hòa', 'province', 'H32'],
  ['58', 'Ninh Thuận', 'province', 'H43'],
  ['60', 'Bình Thuận', 'province', 'H11'],
  ['62', 'Kon Tum', 'province', 'H34'],
  ['64', 'Gia Lai', 'province', 'H21'],
  ['66', 'Đắk Lắk', 'province', 'H15'],
  ['67', 'Đắk Nông', 'province', 'H16'],
  ['68', 'Lâm Đồng', 'province', 'H36'],
  ['70', 'Bình Phước', 'province', 'H10'],
  ['72', 'Tây Ninh', 'province', 'H53'],
  ['74', 'Bình Dương', 'province', 'H09'],
  ['75', 'Đồng Nai', 'province', 'H19'],
  ['77', 'Bà Rịa - Vũng Tàu', 'province', 'H06'],
  ['79', 'Hồ Chí Minh', 'city', 'H29'],
  ['80', 'Long An', 'province', 'H39'],
  ['82', 'Tiền Giang', 'province', 'H58'],
  ['83', 'Bến Tre', 'province', 'H07'],
  ['84', 'Trà Vinh', 'province', 'H59'],
  ['86', 'Vĩnh Long', 'province', 'H61'],
  ['87', 'Đồng Tháp', 'province', 'H20'],
  ['89', 'An Giang', 'province', 'H01'],
  ['91', 'Kiên Giang', 'province', 'H33'],
  ['92', 'Cần Thơ', 'city', 'H13'],
  ['93', 'Hậu Giang', 'province', 'H30'],
  ['94', 'Sóc Trăng', 'province', 'H51'],
  ['95', 'Bạc Liêu', 'province', 'H04'],
  ['96', 'Cà Mau', 'province', 'H12'],
]

/**
 * The 23 provinces that NQ 202/2025/QH15, article 1 made: clause, code, name, kind, codes that it joined.
 *
 * The codes and names of the new provinces are verified. Which old province went where agrees with 10,972
 * commune mappings of an independent data set; the clause numbers were not checked against the act.
 */
const mergers: readonly (readonly [number, string, string, ProvinceKind, readonly string[]])[] = [
  [1, '08', 'Tuyên Quang', 'province', ['02', '08']],
  [2, '15', 'Lào Cai', 'province', ['15', '10']],
  [3, '19', 'Thái Nguyên', 'province', ['06', '19']],
  [4, '25', 'Phú Thọ', 'province', ['17', '26', '25']],
  [5, '24', 'Bắc Ninh', 'province', ['24', '27']],
  [6, '33', 'Hưng Yên', 'province', ['34', '33']],
  [7, '31', 'Hải Phòng', 'city', ['30', '31']],
  [8, '37', 'Ninh Bình', 'province', ['35', '36', '37']],
  [9, '44', 'Quảng Trị', 'province', ['44', '45']],
  [10, '48', 'Đà Nẵng', 'city', ['49', '48']],
  [11, '51', 'Quảng Ngãi', 'province', ['62', '51']],
  [12, '52', 'Gia Lai', 'province', ['52', '64']],
  [13, '56', 'Khánh Hòa', 'province', ['58', '56']],
  [14, '68', 'Lâm Đồng', 'province', ['67', '60', '68']],
  [15, '66', 'Đắk Lắk', 'province', ['54', '66']],
  [16, '79', 'Hồ Chí Minh', 'city', ['77', '74', '79']],
  [17, '75', 'Đồng Nai', 'province', ['70', '75']],
  [18, '80', 'Tây Ninh', 'province', ['80', '72']],
  [19, '92', 'Cần Thơ', 'city', ['94', '93', '92']],
  [20, '86', 'Vĩnh Long', 'province', ['83', '84', '86']],
  [21, '82', 'Đồng Tháp', 'province', ['82', '87']],
  [22, '96', 'Cà Mau', 'province', ['95', '96']],
  [23, '91', 'An Giang', 'province', ['91', '89']],
]

/** Spellings that forms and addresses really carry, by the code of the unit. */
const aliases: Readonly<Record<string, readonly string[]>> = {
  '46': ['Huế'],
  '62': ['Kontum'],
  '66': ['Đắc Lắc', 'Đăk Lăk', 'Daklak'],
  '67': ['Đắc Nông', 'Đăk Nông', 'Daknong'],
  '77': ['Bà Rịa Vũng Tàu', 'BRVT', 'Vũng Tàu'],
  '79': ['HCM', 'TPHCM', 'Sài Gòn'],
}

/** Adds the other spellings where there are any. */
function withAliases(unit: AdministrativeUnit): AdministrativeUnit {
  const other = aliases[unit.code]
  return other === undefined ? unit : { ...unit, aliases: other }
}

/** Provinces that the merger of 1/7/2025 ended, or that went on under their own code as something larger. */
const merged = new Set(mergers.flatMap(([, , , , from]) => from))

/** The rows of one old province: Huế has two, the merged ones end on 30/6/2025. */
function writeOldProvince(row: (typeof oldProvinces)[number]): readonly AdministrativeUnit[] {
  const [code, name, kind] = row
  if (code === '46') {
    return [
      { code, name, kind, validFrom: sixtyThree, validTo: addDays(hueBecomesCity, -1) },
      { code, name: 'Huế', kind: 'city', validFrom: hueBecomesCity },
    ]
  }
  const unit: AdministrativeUnit = { code, name, kind, validFrom: sixtyThree }
  return [merged.has(code) ? { ...unit, validTo: addDays(thirtyFour, -1) } : unit]
}

/** The rows of one new province: Đồng Nai has two. */
function writeNewProvince(row: (typeof mergers)[number]): readonly AdministrativeUnit[] {
  const [, code, name, kind] = row
  if (code !== '75') return [{ code, name, kind, validFrom: thirtyFour }]
  return [
    { code, name, kind, validFrom: thirtyFour, validTo: addDays(dongNaiBecomesCity, -1) },
    { code, name, kind: 'city', validFrom: dongNaiBecomesCity },
  ]
}

const changes: readonly UnitChange[] = [
  {
    effectiveFrom: hueBecomesCity,
    act: 'NQ 175/2024/QH15',
    certainty: 'unverified',
    from: ['46'],
    to: ['46'],
  },
  ...mergers.map(
    ([clause, code, , , from]): UnitChange => ({
      effectiveFrom: thirtyFour,
      act: `NQ 202/2025/QH15, điều 1, khoản ${clause}`,
      certainty: 'secondary',
      from,
      to: [code],
    }),
  ),
  {
    effectiveFrom: dongNaiBecomesCity,
    act: 'chưa xác minh văn bản (bảng đơn vị hành chính công bố)',
    certainty: 'secondary',
    from: ['75'],
    to: ['75'],
  },
]

/**
 * The provinces and centrally-run cities of Viet Nam since 1/8/2008: 63 until 30/6/2025, 34 since.
 *
 * The 34 codes and names are those of QĐ 19/2025/QĐ-TTg. What each change rests on, and how far it was
 * checked, stands in the change itself.
 */
export const provinces: UnitRegister = {
  units: [...oldProvinces.flatMap(writeOldProvince), ...mergers.flatMap(writeNewProvince)].map(withAliases),
  changes,
}

/** Codes of old provinces by the letter code in agency identifiers. */
const codeOfLetter: ReadonlyMap<string, string> = new Map(
  oldProvinces.map(([code, , , letter]) => [letter, code]),
)

/**
 * Finds the province, as it was until 30/6/2025, that a letter code of agency identifiers stands for.
 *
 * The letter codes were given out under the map of 63 provinces; those after the mergers are not known.
 *
 * @param letterCode - `H01` to `H63`.
 *
 * @example
 * import { findProvinceOfLetterCode } from 'motcua/dossier/units'
 * findProvinceOfLetterCode('H56')?.name // 'Thanh Hóa'
 */
export function findProvinceOfLetterCode(letterCode: string): AdministrativeUnit | undefined {
  const code = codeOfLetter.get(letterCode)
  return provinces.units.find((unit) => unit.code === code)
}

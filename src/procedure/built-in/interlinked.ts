/**
 * Interlinked procedures (liên thông): one dossier at one counter, several agencies, a due date for each.
 *
 * @module
 */
import { type DefinedProcess, defineProcess } from '../define.ts'
import type { Leg, LegalTerm, ProcessDefinition } from '../definition.ts'

/** What a leg needs: its term, and the national code of the other agency's procedure. */
export interface LegTerms {
  readonly term: LegalTerm
  /** Not verified for these groups in any text that was read, so the agency has to give it. */
  readonly procedure: string
}

/** Terms of the legs of the birth group; the newer decrees are configuration until their texts are verified. */
export interface BirthGroupTerms {
  readonly id: string
  readonly title: string
  readonly source: string
  readonly residence?: LegTerms
  readonly card: LegTerms
  /** Term of the whole, where one is set; each leg has its own return date anyway. */
  readonly whole: LegalTerm
  readonly lifecycle?: ProcessDefinition['lifecycle']
}

/** The counter of every group. */
const counter = 'Bộ phận Một cửa UBND cấp xã'

/** The steps at the commune: the birth is registered on the same day. */
const birthSteps: ProcessDefinition['steps'] = [
  {
    id: 'receive',
    kind: 'intake',
    task: 'Kiểm tra, tiếp nhận, hẹn trả cho từng việc',
    role: 'reception',
    unit: counter,
    termText: 'Trong ngày',
    input: 'Hồ sơ chung của các thủ tục',
    output: 'Giấy tiếp nhận hồ sơ và hẹn trả kết quả',
    record: 'Hồ sơ điện tử',
  },
  {
    id: 'registerBirth',
    task: 'Đăng ký khai sinh',
    role: 'officer',
    unit: 'Công chức Tư pháp - hộ tịch',
    termText: 'Trong ngày',
    input: 'Giấy chứng sinh, tờ khai',
    output: 'Giấy khai sinh dự thảo',
    record: 'Sổ đăng ký khai sinh',
  },
  {
    id: 'sign',
    kind: 'sign',
    task: 'Ký Giấy khai sinh',
    role: 'approver',
    unit: 'Lãnh đạo UBND cấp xã',
    termText: 'Trong ngày',
    signs: { as: 'approve' },
    input: 'Giấy khai sinh dự thảo',
    output: 'Giấy khai sinh',
    record: 'Giấy khai sinh',
  },
  {
    id: 'issue',
    kind: 'issue',
    task: 'Nhận kết quả các cơ quan, trả kết quả',
    role: 'clerk',
    unit: counter,
    termText: 'Theo giấy hẹn từng việc',
    input: 'Kết quả của các cơ quan',
    output: 'Các kết quả',
    record: 'Sổ theo dõi',
  },
]

/** The legs after the birth is registered; each has its own term and comes back to the counter. */
function legsOf(terms: BirthGroupTerms): readonly Leg[] {
  const residence = terms.residence && {
    id: 'residence',
    title: { vi: 'Đăng ký thường trú', en: 'Permanent residence' },
    agency: 'G01',
    ...terms.residence,
    startAfterStep: 'registerBirth',
    dataPassed: ['child', 'mother', 'father', 'requester', 'birthCertificate'],
    handBack: `Trả kết quả về ${counter}`,
  }
  const card = {
    id: 'card',
    title: { vi: 'Cấp thẻ BHYT cho trẻ em dưới 6 tuổi', en: 'Health-insurance card for a child under six' },
    agency: 'G24',
    ...terms.card,
    startAfterStep: 'registerBirth',
    dataPassed: ['child', 'requester', 'birthCertificate'],
    handBack: `Trả kết quả về ${counter}`,
  }
  return residence === undefined ? [card] : [residence, card]
}

/**
 * Makes the group birth registration + permanent residence + health-insurance card.
 *
 * The birth is registered on the same day; police and social insurance begin after it, side by side, each with
 * its own return date. The failure of one leg undoes nothing: the child stays registered.
 *
 * @example
 * import { defineBirthGroup } from 'motcua/procedure/built-in'
 * // Codes and terms here are invented.
 * const group = defineBirthGroup({
 *   id: 'khai-sinh-moi', title: 'Khai sinh, thường trú, thẻ BHYT', source: 'cấu hình của địa phương',
 *   residence: { procedure: '1.000901', term: { kind: 'working-days', amount: 3 } },
 *   card: { procedure: '1.000902', term: { kind: 'working-days', amount: 2 } },
 *   whole: { kind: 'working-days', amount: 5 },
 * })
 * group.definition.legs?.map(({ id }) => id) // ['residence', 'card']
 */
export function defineBirthGroup(terms: BirthGroupTerms): DefinedProcess {
  return defineProcess({
    schema: 'motcua/process@1',
    id: terms.id,
    version: '1',
    title: terms.title,
    procedure: { code: '1.001193', name: terms.title },
    field: { code: 'lien-thong', name: 'Liên thông' },
    term: terms.whole,
    steps: birthSteps,
    legs: legsOf(terms),
    supplement: { mode: 'pause', maxRounds: 1, answerWithin: { kind: 'calendar-days', amount: 30 } },
    refusalGrounds: [{ code: 'not-eligible', title: 'Không đủ điều kiện', legalBasis: terms.source }],
    counters: { receive: counter, return: counter },
    digitisation: { moments: ['reception', 'settlement', 'result', 'archive'] },
    result: { title: 'Giấy khai sinh và các kết quả liên thông' },
    origin: { source: terms.source },
    ...(terms.lifecycle === undefined ? {} : { lifecycle: terms.lifecycle }),
  })
}

/** The rules of 2015 that these two groups ran under. */
const circular2015 = 'Thông tư liên tịch 05/2015/TTLT-BTP-BCA-BYT'

/** National codes of the procedures of the other agencies. */
export interface BirthGroupCodes {
  /** Permanent residence (police). */
  readonly residence: string
  /** Health-insurance card (social insurance). */
  readonly card: string
}

/**
 * Makes birth + residence + card by the joint circular of 2015: 15 days beside 10 days (superseded by NĐ 63/2024/NĐ-CP).
 *
 * The circular has no procedure codes; those of the receiving agencies are the agency's configuration.
 */
export function defineBirthResidenceCard2015(codes: BirthGroupCodes): DefinedProcess {
  return defineBirthGroup({
    id: 'LIENTHONG-2015-A',
    title: 'Liên thông đăng ký khai sinh, đăng ký thường trú, cấp thẻ BHYT cho trẻ em dưới 6 tuổi',
    source: circular2015,
    residence: { procedure: codes.residence, term: { kind: 'calendar-days', amount: 15 } },
    card: { procedure: codes.card, term: { kind: 'calendar-days', amount: 10 } },
    whole: { kind: 'none' },
  })
}

/** Makes birth + card by the joint circular of 2015: at most 15 working days. */
export function defineBirthCard2015(codes: Pick<BirthGroupCodes, 'card'>): DefinedProcess {
  return defineBirthGroup({
    id: 'LIENTHONG-2015-B',
    title: 'Liên thông đăng ký khai sinh, cấp thẻ BHYT cho trẻ em dưới 6 tuổi',
    source: circular2015,
    card: { procedure: codes.card, term: { kind: 'working-days', amount: 15 } },
    whole: { kind: 'working-days', amount: 15 },
  })
}

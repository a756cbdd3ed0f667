/**
 * Who a dossier is from and for: persons, organisations, their addresses and identity papers.
 *
 * @module
 */
import * as z from 'zod'
import {
  AgencyField,
  Code,
  composedLine,
  Id,
  type Immutable,
  IsoDateField,
  Line,
  PaperField,
  patterned,
  readAs,
  wordsOf,
} from './fields.ts'
import { label, publish } from './labels.ts'
import { authorisationKinds, sexes } from './lists.ts'

/** A Vietnamese mobile or fixed number, with 0 or +84, or a number of another country with its `+`. */
const Phone = readAs(
  'phone',
  patterned(
    /^(?:(?:0|\+84)(?:[35789][0-9]{8}|2[0-9]{9})|\+(?!84)[1-9][0-9]{6,14})$/,
    'số điện thoại, ví dụ 0912345678 hoặc +84912345678',
    'a telephone number, such as 0912345678 or +84912345678',
  ),
)

/** A mail address without comments or quotes. */
const Email = patterned(
  /^[A-Za-z0-9_+'-]+(?:\.[A-Za-z0-9_+'-]+)*@(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z]{2,24}$/,
  'địa chỉ thư điện tử, ví dụ ten@vidu.vn',
  'a mail address, such as name@example.vn',
).max(254)

/** Tax code: 10 digits, 13 as `NNNNNNNNNN-NNN`, or the 12 of a personal number (TT 86/2024/TT-BTC). */
export const TaxField = readAs(
  'tax-code',
  patterned(
    /^[0-9]{10}(?:-[0-9]{3}|[0-9]{2})?$/,
    'mã số thuế 10 số, 13 số dạng 0123456789-001, hoặc 12 số',
    'a tax code of 10 digits, 13 as 0123456789-001, or 12',
  ),
)

/** A birth date as papers have it: a day, a month, or only a year. */
const BirthDate = readAs(
  'birth-date',
  patterned(
    new RegExp(`^(?:${z.regexes.date.source.slice(1, -1)}|[0-9]{4}-(?:0[1-9]|1[0-2])|[0-9]{4})$`),
    'ngày có thật dạng 1990-02-28, hoặc chỉ tháng 1990-02, hoặc chỉ năm 1990',
    'an existing day as 1990-02-28, or only the month 1990-02, or only the year 1990',
  ),
)

const issue = {
  issuedOn: label(IsoDateField.optional(), 'Ngày cấp', 'Issued on'),
  issuedBy: label(Line.optional(), 'Nơi cấp', 'Issued by'),
  validTo: label(IsoDateField.optional(), 'Có giá trị đến', 'Valid to'),
}

/** Builds the schema of one kind of identity paper: its number is checked for form only, never for truth. */
function identity<K extends string>(kind: K, number: z.ZodString) {
  return z.strictObject({
    kind: label(z.literal(kind), 'Loại giấy tờ', 'Kind of paper'),
    number: label(number, 'Số giấy tờ', 'Number'),
    ...issue,
  })
}

/** A paper that says who a person is. */
export const IdentityPaper = publish(
  z.discriminatedUnion('kind', [
    identity('personal-number', patterned(/^[0-9]{12}$/, '12 chữ số', '12 digits')),
    identity('old-identity-card', patterned(/^[0-9]{9}(?:[0-9]{3})?$/, '9 hoặc 12 chữ số', '9 or 12 digits')),
    identity(
      'passport',
      patterned(
        /^[0-9A-Z]{6,9}$/,
        '6 đến 9 chữ in hoa và số, ví dụ C1234567',
        '6 to 9 capital letters and digits, such as C1234567',
      ),
    ),
    identity('other', composedLine(100)),
  ]),
  'IdentityPaper',
  { vi: 'Giấy tờ tùy thân', en: 'Identity paper' },
)
/** A paper that says who a person is. */
export type IdentityPaper = Immutable<z.infer<typeof IdentityPaper>>

/** A place, with the administrative units that it lay in on a day: a code alone is not an identity. */
export const Address = publish(
  z.strictObject({
    detail: label(Line, 'Số nhà, đường, thôn, tổ', 'House, street, hamlet'),
    units: label(
      z
        .strictObject({
          asOf: label(IsoDateField, 'Theo địa giới ngày', 'Units as of'),
          provinceCode: label(
            patterned(/^[0-9]{2}$/, '2 chữ số', '2 digits'),
            'Mã tỉnh, thành phố',
            'Province code',
          ),
          districtCode: label(
            patterned(/^[0-9]{3}$/, '3 chữ số', '3 digits').optional(),
            'Mã huyện',
            'District code',
          ),
          communeCode: label(
            patterned(/^[0-9]{5}$/, '5 chữ số', '5 digits').optional(),
            'Mã xã, phường, đặc khu',
            'Commune code',
          ),
        })
        .optional(),
      'Đơn vị hành chính',
      'Administrative units',
    ),
  }),
  'Address',
  { vi: 'Địa chỉ', en: 'Address' },
)
/** A place, with the administrative units that it lay in on a day. */
export type Address = Immutable<z.infer<typeof Address>>

const contact = {
  address: label(Address.optional(), 'Địa chỉ', 'Address'),
  phone: label(Phone.optional(), 'Số điện thoại', 'Telephone'),
  email: label(Email.optional(), 'Thư điện tử', 'E-mail'),
  fax: label(Phone.optional(), 'Fax', 'Fax'),
  account: label(
    z
      .strictObject({
        id: label(Id, 'Mã tài khoản', 'Account id'),
        verified: label(z.boolean(), 'Đã xác thực với VNeID', 'Verified with VNeID'),
      })
      .optional(),
    'Tài khoản trên Cổng Dịch vụ công quốc gia',
    'Account on the national portal',
  ),
}

/** A natural person. */
export const Person = publish(
  z.strictObject({
    kind: label(z.literal('citizen'), 'Loại đối tượng', 'Kind'),
    name: label(composedLine(200), 'Họ và tên', 'Full name'),
    birthDate: label(BirthDate.optional(), 'Ngày, tháng, năm sinh', 'Date of birth'),
    sex: label(wordsOf(sexes).optional(), 'Giới tính', 'Sex'),
    nationality: label(
      patterned(
        /^[A-Z]{2}$/,
        'mã nước hai chữ in hoa (ISO 3166-1), ví dụ VN',
        'a country of two capital letters (ISO 3166-1), such as VN',
      ).optional(),
      'Quốc tịch',
      'Nationality',
    ),
    ethnicity: label(composedLine(100).optional(), 'Dân tộc', 'Ethnic group'),
    identityPapers: label(z.array(IdentityPaper).max(10).optional(), 'Giấy tờ tùy thân', 'Identity papers'),
    taxCode: label(TaxField.optional(), 'Mã số thuế', 'Tax code'),
    ...contact,
  }),
  'Person',
  { vi: 'Cá nhân', en: 'Person' },
)
/** A natural person. */
export type Person = Immutable<z.infer<typeof Person>>

/** An enterprise, a household business, a state agency or another organisation. */
export const Organisation = publish(
  z.strictObject({
    kind: label(
      z.enum(['enterprise', 'state-agency', 'organisation', 'household-business']),
      'Loại đối tượng',
      'Kind',
    ),
    name: label(Line, 'Tên tổ chức', 'Name'),
    taxCode: label(TaxField.optional(), 'Mã số thuế', 'Tax code'),
    enterpriseCode: label(
      patterned(
        /^[0-9]{10}(?:-[0-9]{3})?$/,
        'mã số doanh nghiệp 10 số, hoặc 13 số dạng 0123456789-001',
        'an enterprise code of 10 digits, or 13 as 0123456789-001',
      ).optional(),
      'Mã số doanh nghiệp',
      'Enterprise code',
    ),
    agency: label(AgencyField.optional(), 'Mã định danh điện tử', 'Agency identifier'),
    representative: label(Person.optional(), 'Người đại diện', 'Representative'),
    ...contact,
  }),
  'Organisation',
  { vi: 'Tổ chức', en: 'Organisation' },
)
/** An enterprise, a household business, a state agency or another organisation. */
export type Organisation = Immutable<z.infer<typeof Organisation>>

/** Someone who applies for, or owns, a dossier. */
export const Party = publish(z.discriminatedUnion('kind', [Person, Organisation]), 'Party', {
  vi: 'Cá nhân, tổ chức',
  en: 'Person or organisation',
})
/** Someone who applies for, or owns, a dossier. */
export type Party = Immutable<z.infer<typeof Party>>

/** By what right the applicant acts for the owner. */
export const Authorisation = publish(
  z.strictObject({
    kind: label(wordsOf(authorisationKinds), 'Hình thức', 'Kind'),
    number: label(Line.optional(), 'Số văn bản', 'Number'),
    signedOn: label(IsoDateField.optional(), 'Ngày lập', 'Signed on'),
    validTo: label(IsoDateField.optional(), 'Có giá trị đến', 'Valid to'),
    paper: label(PaperField.optional(), 'Mã thành phần hồ sơ kèm theo', 'Paper that proves it'),
    relation: label(Code.optional(), 'Quan hệ với chủ hồ sơ', 'Relation to the owner'),
  }),
  'Authorisation',
  { vi: 'Ủy quyền, đại diện', en: 'Authorisation' },
)
/** By what right the applicant acts for the owner. */
export type Authorisation = Immutable<z.infer<typeof Authorisation>>

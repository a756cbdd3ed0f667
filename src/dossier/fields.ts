/**
 * The leaves of every schema: texts, days, moments, money, hashes and codes.
 *
 * What a leaf accepts is said by patterns and bounds that JSON Schema can say too. One thing it cannot
 * say is added by `isComposed`: text is in Unicode's composed form.
 *
 * @module
 */
import * as z from 'zod'
import type { Instant, IsoDate } from '../date.ts'
import type { LocalizedText } from '../errors.ts'
import { isComposed } from '../text.ts'

/** The same value with everything in it readonly; schemas stay plain so that they can be extended. */
export type Immutable<T> = unknown extends T
  ? T
  : T extends string | number | boolean | null | undefined
    ? T
    : T extends readonly (infer Member)[]
      ? readonly Immutable<Member>[]
      : { readonly [Key in keyof T]: Immutable<T[Key]> }

/** How a text of some pattern is written, in both languages, by pattern: for messages that help. */
export const forms = new Map<string, LocalizedText>()

/** How a leaf is read when it was written carelessly; `normaliseDossier` goes by it. */
export type Reading =
  | 'agency'
  | 'any-text'
  | 'birth-date'
  | 'date'
  | 'instant'
  | 'line'
  | 'money'
  | 'phone'
  | 'tax-code'
  | 'text'

/** The reading of each leaf that has one, by schema; what is made from a leaf inherits it. */
export const readings: z.core.$ZodRegistry<{ reading: Reading }> = z.registry()

/** Says how a leaf is read when it was written carelessly. */
export function readAs<S extends z.ZodType>(reading: Reading, schema: S): S {
  readings.add(schema, { reading })
  return schema
}

/**
 * Builds the schema of a text with a pattern, and keeps how such a text is written: for messages that help.
 *
 * @param vi - How such a text is written, in Vietnamese, as it follows on `phải là`.
 * @param en - The same in English, as it follows on `must be`.
 *
 * @example
 * import { patterned, validateDossier } from 'motcua/dossier'
 * const Plate = patterned(/^[0-9]{2}[A-Z]-[0-9]{5}$/, 'biển số, ví dụ 51A-12345', 'a plate, such as 51A-12345')
 * const verdict = validateDossier('x', { schema: Plate, language: 'en' })
 * verdict.ok ? '' : verdict.issues[0]?.message // 'must be a plate, such as 51A-12345'
 */
export function patterned(pattern: RegExp, vi: string, en: string): z.ZodString {
  forms.set(String(pattern), { vi, en })
  return z.string().regex(pattern)
}

/** Longest text of a single line, in characters. */
export const MAX_LINE = 500

/** Longest text of several lines, in characters. */
export const MAX_TEXT = 10_000

const composed = { params: { rule: 'not-composed' } }

/** Builds one line of text, neither blank nor padded, without control characters. */
export function composedLine(maxCharacters: number): z.ZodString {
  const line = patterned(
    /^[^\s\u0000-\u001f\u007f\u200b\u2060](?:[^\u0000-\u001f\u007f\u200b\u2060\ufeff]*[^\s\u0000-\u001f\u007f\u200b\u2060])?$/,
    'một dòng chữ, không có khoảng trắng ở đầu và cuối, không có ký tự ẩn',
    'one line, without blanks at either end and without invisible characters',
  )
  return readAs('line', line.max(maxCharacters).refine(isComposed, composed))
}

/** One line of text of the usual length. */
export const Line = composedLine(MAX_LINE)

/** Text of one or more lines (LF, tab), not blank, without other control characters. */
export const Text = readAs(
  'text',
  patterned(
    /^[\t\n ]*[^\s\u0000-\u001f\u007f\u200b\u2060][^\u0000-\u0008\u000b-\u001f\u007f\u200b\u2060\ufeff]*$/,
    'văn bản không để trống, xuống dòng bằng LF, không có ký tự ẩn',
    'text that is not blank, with lines ended by LF and without invisible characters',
  )
    .max(MAX_TEXT)
    .refine(isComposed, composed),
)

/** Text that may be blank, such as an answer left empty. */
export const AnyText = readAs(
  'any-text',
  patterned(
    /^[^\u0000-\u0008\u000b-\u001f\u007f\u200b\u2060\ufeff]*$/,
    'văn bản xuống dòng bằng LF, không có ký tự ẩn',
    'text with lines ended by LF and without invisible characters',
  )
    .max(MAX_TEXT)
    .refine(isComposed, composed),
)

/** A day, `YYYY-MM-DD`. */
export const IsoDateField = readAs('date', z.iso.date()) as unknown as z.ZodType<IsoDate, string>
forms.set(String(z.regexes.date), {
  vi: 'ngày có thật, dạng 2026-08-28',
  en: 'an existing day, as 2026-08-28',
})

/** A moment in the one form of this package, `YYYY-MM-DDTHH:mm:ss.SSS+07:00`. */
export const InstantField = readAs(
  'instant',
  patterned(
    new RegExp(
      `${z.regexes.date.source.slice(0, -1)}T(?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]\\.[0-9]{3}\\+07:00$`,
    ),
    'thời điểm có thật, dạng 2026-08-28T15:20:00.000+07:00',
    'an existing moment, as 2026-08-28T15:20:00.000+07:00',
  ),
) as unknown as z.ZodType<Instant, string>

/** An amount of money in dong: whole, not negative, exact in a number. */
export const AmountVnd = readAs('money', z.int().min(0))

/** A digest in lower-case hexadecimal: SHA-256. */
export const Sha256 = patterned(
  /^[0-9a-f]{64}$/,
  '64 chữ số thập lục phân, chữ thường',
  '64 hexadecimal digits in lower case',
)

/** An opaque identifier of the host: no blanks, no control characters, at most 128 characters. */
export const Id = patterned(
  /^[!-~]{1,128}$/,
  'tối đa 128 ký tự ASCII, không có khoảng trắng',
  'up to 128 ASCII characters without blanks',
)

/** A short code of our own or of a definition, such as `missing-paper`. */
export const Code = patterned(
  /^[0-9A-Za-z][0-9A-Za-z._:-]{0,63}$/,
  'mã gồm chữ không dấu, số và các dấu . _ : -, tối đa 64 ký tự',
  'a code of ASCII letters, digits and . _ : -, up to 64 characters',
)

/** Deepest nesting of free JSON in an event; machine-made values stay far below, and recursion stays safe. */
const MAX_JSON_DEPTH = 32

/** Tells whether a value is plain JSON of bounded depth. */
export function isJson(value: unknown, depth = 0): value is JsonValue {
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return true
  if (typeof value === 'number') return Number.isFinite(value)
  if (typeof value !== 'object' || depth === MAX_JSON_DEPTH) return false
  if (Array.isArray(value)) return value.every((member) => isJson(member, depth + 1))
  const prototype: unknown = Object.getPrototypeOf(value)
  const isPlain = prototype === Object.prototype || prototype === null
  return isPlain && Object.values(value).every((member) => isJson(member, depth + 1))
}

/** Whatever JSON can say, to a bounded depth. */
export const Json = z
  .unknown()
  .refine((value) => isJson(value), { params: { rule: 'not-json' } }) as z.ZodType<JsonValue, JsonValue>

/** Whatever JSON can say. */
export type JsonValue = string | number | boolean | null | JsonValue[] | { [key: string]: JsonValue }

/** The members of a closed list whose members are words. */
export function wordsOf<T extends object>(list: T): z.ZodEnum<{ [K in keyof T & string]: K }> {
  return z.enum(Object.keys(list)) as never
}

/** The members of a closed list whose members are numbers. */
export function numbersOf<T extends object>(list: T): z.ZodLiteral<keyof T & number> {
  return z.literal(Object.keys(list).map(Number)) as never
}

/** Agency identifier, old (`000.00.64.H10`) or new (`H36.01.02`), or one of the `Z` scheme (QĐ 20/2020/QĐ-TTg). */
export const AgencyField = readAs(
  'agency',
  patterned(
    /^(?:[0-9]{3}\.[0-9]{2}\.[0-9]{2}\.[A-Z][0-9]{2}|[A-Y][0-9]{2}(?:\.[0-9A-Z]+)*|Z(?:0[1-9]|[1-9][0-9])[0-9A-Z]{1,32})$/,
    'mã định danh cơ quan, ví dụ H36.01.02 hoặc 000.00.64.H10',
    'an agency identifier, such as H36.01.02 or 000.00.64.H10',
  ).max(35),
)

/** Procedure code, national (`2.000908`) or localised (`1.001193.000.00.00.H41`). */
export const ProcedureField = patterned(
  /^[123]\.[0-9]{6}(?:\.[0-9]{3}\.[0-9]{2}\.[0-9]{2}\.[A-Z][0-9]{2})?$/,
  'mã thủ tục, ví dụ 2.000908 hoặc 1.001193.000.00.00.H41',
  'a procedure code, such as 2.000908 or 1.001193.000.00.00.H41',
)

/** Dossier code: of TT 01/2018/TT-VPCP art. 19, of the new agency identifiers, or issued by another register. */
export const DossierCodeField = patterned(
  /^[0-9A-Z][0-9A-Z./-]{4,63}$/,
  'mã hồ sơ, ví dụ 000.00.64.H10-230515-0011',
  'a dossier code, such as 000.00.64.H10-230515-0011',
)

/** Builds the schema of a code of the catalogue, official or local. */
function catalogueCode(): z.ZodString {
  return patterned(
    /^[0-9A-Za-z][0-9A-Za-z._-]{0,49}$/,
    'mã gồm chữ không dấu, số và các dấu . _ -, tối đa 50 ký tự',
    'a code of ASCII letters, digits and . _ -, up to 50 characters',
  )
}

/** Code of a paper of a dossier, such as `000.00.00.G09-KQ002269`, or a local one. */
export const PaperField = catalogueCode()

/** Code of a kind of result, such as `KQ.G07.000122`, or a local one. */
export const ResultField = catalogueCode()

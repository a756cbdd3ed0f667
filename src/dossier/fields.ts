/**
 * The leaves of every schema: texts, days, moments, money, hashes and codes.
 *
 * What a leaf accepts is said by patterns and bounds that JSON Schema can say too. One thing it cannot
 * say is added by {@link isComposed}: text is in Unicode's composed form.
 *
 * @module
 */
import * as z from 'zod'
import type { Instant, IsoDate } from '../date.ts'

/** The same value with everything in it readonly; schemas stay plain so that they can be extended. */
export type Immutable<T> = T extends string | number | boolean | null | undefined
  ? T
  : T extends readonly (infer Member)[]
    ? readonly Immutable<Member>[]
    : { readonly [Key in keyof T]: Immutable<T[Key]> }

/** Texts of these characters alone are composed already: nothing below U+0300, nor these blocks, combines. */
const plainText = /^[\u0000-\u02ff\u1e00-\u1eff\u2010-\u2027\u2030-\u205e\u20ab]*$/

/**
 * Tells whether text is in Unicode's composed form (NFC) and free of lone surrogates.
 *
 * Most texts are settled by one linear pattern; only the others are composed and compared.
 */
export function isComposed(text: string): boolean {
  if (plainText.test(text)) return true
  return text.normalize('NFC') === text && !/\p{Cs}/u.test(text)
}

/** Longest text of a single line, in characters. */
export const MAX_LINE = 500

/** Longest text of several lines, in characters. */
export const MAX_TEXT = 10_000

/** Builds one line of text, neither blank nor padded, without control characters. */
export function composedLine(maxCharacters: number): z.ZodString {
  return z
    .string()
    .min(1)
    .max(maxCharacters)
    .regex(/^[^\s\u0000-\u001f\u007f](?:[^\u0000-\u001f\u007f]*[^\s\u0000-\u001f\u007f])?$/)
    .refine(isComposed)
}

/** One line of text of the usual length. */
export const Line = composedLine(MAX_LINE)

/** Text of one or more lines (LF, tab), not blank, without other control characters. */
export const Text = z
  .string()
  .min(1)
  .max(MAX_TEXT)
  .regex(/^[^\u0000-\u0008\u000b-\u001f\u007f]*$/)
  .regex(/\S/)
  .refine(isComposed)

/** A day, `YYYY-MM-DD`. */
export const IsoDateField = z.iso.date() as unknown as z.ZodType<IsoDate, string>

/** A moment in the one form of this package, `YYYY-MM-DDTHH:mm:ss.SSS+07:00`. */
export const InstantField = z
  .string()
  .regex(
    new RegExp(
      `${z.core.regexes.date.source.slice(0, -1)}T(?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]\\.[0-9]{3}\\+07:00$`,
    ),
  ) as unknown as z.ZodType<Instant, string>

/** An amount of money in dong: whole, not negative, exact in a number. */
export const AmountVnd = z.int().min(0)

/** A digest in lower-case hexadecimal: SHA-256. */
export const Sha256 = z.string().regex(/^[0-9a-f]{64}$/)

/** An opaque identifier of the host: no blanks, no control characters, at most 128 characters. */
export const Id = z.string().regex(/^[!-~]{1,128}$/)

/** A short code of our own or of a definition, such as `missing-paper`. */
export const Code = z.string().regex(/^[0-9A-Za-z][0-9A-Za-z._:-]{0,63}$/)

/** Whatever JSON can say. */
export const Json: z.ZodType<JsonValue, JsonValue> = z.json()

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
export const AgencyField = z
  .string()
  .max(35)
  .regex(
    /^(?:[0-9]{3}\.[0-9]{2}\.[0-9]{2}\.[A-Z][0-9]{2}|[A-Y][0-9]{2}(?:\.[0-9A-Z]+)*|Z(?:0[1-9]|[1-9][0-9])[0-9A-Z]{1,32})$/,
  )

/** Procedure code, national (`2.000908`) or localised (`1.001193.000.00.00.H41`). */
export const ProcedureField = z
  .string()
  .regex(/^[123]\.[0-9]{6}(?:\.[0-9]{3}\.[0-9]{2}\.[0-9]{2}\.[A-Z][0-9]{2})?$/)

/** Dossier code: of TT 01/2018/TT-VPCP art. 19, of the new agency identifiers, or issued by another register. */
export const DossierCodeField = z.string().regex(/^[0-9A-Z][0-9A-Z./-]{4,63}$/)

/** Code of a paper of a dossier, such as `000.00.00.G09-KQ002269`, or a local one. */
export const PaperField = z.string().regex(/^[0-9A-Za-z][0-9A-Za-z._-]{0,49}$/)

/** Code of a kind of result, such as `KQ.G07.000122`, or a local one. */
export const ResultField = z.string().regex(/^[0-9A-Za-z][0-9A-Za-z._-]{0,49}$/)

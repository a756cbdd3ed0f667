/**
 * The leaves of the messages: times, amounts and texts as other systems write them.
 *
 * @module
 */
import * as z from 'zod'
import { patterned } from '../dossier/index.ts'

const digits = {
  year: '(?:[0-9]{4})',
  month: '(?:0[1-9]|1[0-2])',
  day: '(?:0[1-9]|[12][0-9]|3[01])',
  hour: '(?:[01][0-9]|2[0-3])',
  sixty: '(?:[0-5][0-9])',
}
const { year, month, day, hour, sixty } = digits

/** Local time as the portal writes it, `yyyyMMddHHmmss`; empty where there is none. */
export const PortalTime = patterned(
  new RegExp(`^(?:${year}${month}${day}${hour}${sixty}${sixty})?$`),
  'yyyyMMddHHmmss, ví dụ 20260828152000, hoặc để trống',
  'yyyyMMddHHmmss, such as 20260828152000, or empty',
)

/** Local time as the platform of 2026 writes it, `yyyy-MM-dd HH:mm:ss`. */
export const PlatformTime = patterned(
  new RegExp(`^${year}-${month}-${day} ${hour}:${sixty}:${sixty}$`),
  'yyyy-MM-dd HH:mm:ss, ví dụ 2026-08-28 15:20:00',
  'yyyy-MM-dd HH:mm:ss, such as 2026-08-28 15:20:00',
)

/**
 * Time of a progress item of the platform of 2026: ISO 8601 with milliseconds. An `Instant` of this package is one.
 *
 * The rest of the bodies of CapNhatTienTrinh and CapNhatTrangThai was not told, so there is no schema of them.
 */
export const PlatformInstant = patterned(
  new RegExp(`^${year}-${month}-${day}T${hour}:${sixty}:${sixty}\\.[0-9]{3}(?:Z|[+-]${hour}:${sixty})?$`),
  'ISO 8601 có phần nghìn giây, ví dụ 2026-08-28T15:20:00.000+07:00',
  'ISO 8601 with milliseconds, such as 2026-08-28T15:20:00.000+07:00',
)

/** A day of the platform of 2026; its form was not told, so the two that are met are taken. */
export const PlatformDay = patterned(
  new RegExp(`^(?:${year}-${month}-${day}(?: ${hour}:${sixty}:${sixty})?)?$`),
  'yyyy-MM-dd, ví dụ 1990-02-28, hoặc để trống',
  'yyyy-MM-dd, such as 1990-02-28, or empty',
)

/** A whole amount in digits: numbers are sent as text; empty where there is none. */
export const Amount = patterned(
  /^[0-9]{0,15}$/,
  'chữ số, không có dấu phân cách, hoặc để trống',
  'digits without separators, or empty',
)

/** Text that has to be there. */
export const Filled = patterned(/\S/, 'văn bản không để trống', 'text that is not blank').max(4000)

/** Text of at most so many characters; empty where there is none. */
export function textUpTo(maxCharacters: number): z.ZodString {
  return z.string().max(maxCharacters)
}

/** Text without a known bound; ours keeps a message from growing without end. Empty where there is none. */
export const AnyText = textUpTo(10_000)

/** Address of a file; empty where there is none. */
export const FileAddress = textUpTo(4000)

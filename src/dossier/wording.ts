/**
 * Our own sentence for each issue that zod raises, in Vietnamese and English.
 *
 * Zod's Vietnamese locale mixes in English type names, and its error map can be set only for the whole
 * process; so the words are ours and are handed over with each call. No sentence holds an input value.
 *
 * @module
 */
import type * as z from 'zod'
import type { Language, LocalizedText } from '../errors.ts'
import { forms } from './fields.ts'
import { type RuleCode, ruleWords } from './rules.ts'

type RawIssue = z.core.$ZodRawIssue

/** What a value is to be, by zod's name for it. */
const types: Readonly<Record<string, LocalizedText>> = {
  string: { vi: 'văn bản', en: 'text' },
  number: { vi: 'số', en: 'a number' },
  int: { vi: 'số nguyên', en: 'a whole number' },
  boolean: { vi: 'true hoặc false', en: 'true or false' },
  array: { vi: 'danh sách', en: 'a list' },
  object: { vi: 'nhóm thông tin', en: 'an object' },
  record: { vi: 'nhóm thông tin', en: 'an object' },
}

/** What a length counts, by zod's name for what has one. */
const units: Readonly<Record<string, LocalizedText>> = {
  string: { vi: ' ký tự', en: ' characters' },
  array: { vi: ' mục', en: ' members' },
}

const missing: LocalizedText = { vi: 'thiếu thông tin bắt buộc', en: 'required, but missing' }
const unacceptable: LocalizedText = {
  vi: 'không đúng dạng nào được chấp nhận',
  en: 'none of the accepted forms',
}

/** Both languages from one pair of templates. */
function say(vi: string, en: string): LocalizedText {
  return { vi, en }
}

/** Most members of a list that a sentence still names. */
const MAX_NAMED = 25

/** Writes the values from which one has to be chosen; they are the schema's, never the sender's. */
function sayChoice(values: readonly unknown[]): LocalizedText {
  const named = values.slice(0, MAX_NAMED).map((value) => JSON.stringify(value))
  const list = `${named.join(', ')}${values.length > MAX_NAMED ? ', …' : ''}`
  return values.length === 1
    ? say(`phải là ${list}`, `must be ${list}`)
    : say(`phải là một trong: ${list}`, `must be one of: ${list}`)
}

/** Writes a bound of a length or of a number. */
function sayBound(origin: string, bound: number | bigint, side: 'least' | 'most'): LocalizedText {
  const unit = units[origin] ?? { vi: '', en: '' }
  return side === 'least'
    ? say(`phải có ít nhất ${bound}${unit.vi}`, `must be at least ${bound}${unit.en}`)
    : say(`nhiều nhất là ${bound}${unit.vi}`, `must be at most ${bound}${unit.en}`)
}

/** A field's name that says nothing about a person: letters, digits and a few marks, not a number. */
const plainName = /^[A-Za-z_$][\w$.-]{0,63}$/

/** Shows a key that the sender chose, unless it might be somebody's name or number. */
export function maskKey(key: PropertyKey): string | number {
  if (typeof key === 'number') return key
  const name = String(key)
  return plainName.test(name) ? name : '…'
}

function sayUnknownKeys(keys: readonly string[]): LocalizedText {
  const named = keys.slice(0, MAX_NAMED).map((key) => `"${maskKey(key)}"`)
  const list = `${named.join(', ')}${keys.length > MAX_NAMED ? ', …' : ''}`
  return say(`có trường không được biết: ${list}`, `has unknown fields: ${list}`)
}

function sayFormat(issue: z.core.$ZodRawIssue<z.core.$ZodIssueInvalidStringFormat>): LocalizedText {
  const form = 'pattern' in issue ? forms.get(String(issue.pattern)) : undefined
  return form === undefined
    ? say('không đúng định dạng', 'not in the right form')
    : say(`phải là ${form.vi}`, `must be ${form.en}`)
}

function sayRule(issue: z.core.$ZodRawIssue<z.core.$ZodIssueCustom>): LocalizedText {
  return ruleWords[issue.params?.rule as RuleCode] ?? unacceptable
}

/** Whether nothing was there at all: then that is what has to be said, whatever zod expected. */
function isMissing(issue: RawIssue): boolean {
  if (issue.code === 'invalid_union' && 'discriminator' in issue && typeof issue.discriminator === 'string') {
    const { input } = issue
    return typeof input === 'object' && input !== null && !(issue.discriminator in input)
  }
  return issue.input === undefined
}

/** Writes one issue in both languages. */
export function sayIssue(issue: RawIssue): LocalizedText {
  if (issue.code !== 'custom' && issue.code !== 'unrecognized_keys' && isMissing(issue)) return missing
  switch (issue.code) {
    case 'invalid_type': {
      const type = types[issue.expected] ?? unacceptable
      return say(`phải là ${type.vi}`, `must be ${type.en}`)
    }
    case 'too_small':
      return sayBound(issue.origin, issue.minimum, 'least')
    case 'too_big':
      return sayBound(issue.origin, issue.maximum, 'most')
    case 'not_multiple_of':
      return say(`phải là bội số của ${issue.divisor}`, `must be a multiple of ${issue.divisor}`)
    case 'invalid_format':
      return sayFormat(issue)
    case 'unrecognized_keys':
      return sayUnknownKeys(issue.keys)
    case 'invalid_value':
      return sayChoice(issue.values)
    case 'invalid_union':
      return 'options' in issue && Array.isArray(issue.options) && issue.options.length > 0
        ? sayChoice(issue.options)
        : unacceptable
    case 'invalid_key':
      return say('tên trường không hợp lệ', 'not a valid field name')
    case 'invalid_element':
      return unacceptable
    case 'custom':
      return sayRule(issue)
    default:
      return unacceptable
  }
}

/** Zod's error map for one call in one language. */
export function errorMap(language: Language): (issue: RawIssue) => string {
  return (issue) => sayIssue(issue)[language]
}

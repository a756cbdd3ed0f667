/**
 * Checks JSON against the room's own schemas, and says in both languages what is wrong where.
 *
 * It reads the keywords that `data/schemas.ts` uses and no others; a test holds its answers against a general
 * JSON Schema validator.
 *
 * @module
 */
import { isIsoDate } from '../date.ts'
import type { LocalizedText } from '../errors.ts'
import type { Finding } from '../finding.ts'
import type { JsonSchema } from './data/schemas.ts'

/** What reading a file gave: a value, or findings of severity `error`; warnings may stand beside a value. */
export type Parsed<T> =
  | { readonly ok: true; readonly value: T; readonly findings: readonly Finding[] }
  | { readonly ok: false; readonly findings: readonly Finding[] }

/** More findings than this help nobody. */
const FINDINGS_LIMIT = 100

/** Makes a finding of this room. */
export function makeFinding(
  code: string,
  place: string,
  said: {
    readonly message: LocalizedText
    readonly facts?: Readonly<Record<string, unknown>>
    readonly severity?: 'warning'
  },
): Finding {
  const { message, facts = {}, severity = 'error' } = said
  return { code: `calendar/${code}`, severity, place, message, facts }
}

/** Where the checker is, and what it has found. */
interface Check {
  readonly root: JsonSchema
  readonly findings: Finding[]
  /** Path of the value, `$.daysOff[0].date`. */
  readonly place: string
  /** How deep an office stands inside others. */
  readonly depth: number
}

/** The same check one field or member further in. */
function inside(check: Check, step: string): Check {
  return { ...check, place: check.place + step }
}

/** Offices inside offices inside offices; deeper is a mistake, or an attack on the stack. */
const DEPTH_LIMIT = 3

const typeNames: Readonly<Record<string, LocalizedText>> = {
  object: { vi: 'một đối tượng', en: 'an object' },
  array: { vi: 'một danh sách', en: 'a list' },
  string: { vi: 'một chuỗi', en: 'a text' },
  integer: { vi: 'một số nguyên', en: 'a whole number' },
  boolean: { vi: 'true hoặc false', en: 'true or false' },
}

/** Whether a JSON value is of a schema's type. */
function hasType(value: unknown, type: string): boolean {
  if (type === 'object') return typeof value === 'object' && value !== null && !Array.isArray(value)
  if (type === 'array') return Array.isArray(value)
  if (type === 'integer') return Number.isInteger(value)
  return typeof value === type
}

/** Notes a value that the schema does not allow. */
function refuse({ findings, place }: Check, rule: string, limit: unknown): void {
  if (findings.length >= FINDINGS_LIMIT) return
  const message = {
    vi: `giá trị tại ${place} không đúng quy định (${rule}: ${String(limit)})`,
    en: `the value at ${place} is not allowed (${rule}: ${String(limit)})`,
  }
  findings.push(makeFinding('wrong-value', place, { message, facts: { rule, limit } }))
}

/** Checks a text. */
function checkText(check: Check, schema: JsonSchema, text: string): void {
  const length = [...text].length
  if (schema.minLength !== undefined && length < schema.minLength)
    refuse(check, 'minLength', schema.minLength)
  if (schema.maxLength !== undefined && length > schema.maxLength)
    refuse(check, 'maxLength', schema.maxLength)
  if (schema.pattern !== undefined && !new RegExp(schema.pattern, 'u').test(text)) {
    refuse(check, 'pattern', schema.pattern)
  } else if (schema.format === 'date' && !isIsoDate(text)) refuse(check, 'format', 'date')
}

/** Checks a number. */
function checkNumber(check: Check, schema: JsonSchema, value: number): void {
  if (schema.minimum !== undefined && value < schema.minimum) refuse(check, 'minimum', schema.minimum)
  if (schema.maximum !== undefined && value > schema.maximum) refuse(check, 'maximum', schema.maximum)
}

/** Checks a list and its members. */
function checkList(check: Check, schema: JsonSchema, list: readonly unknown[]): void {
  const { minItems = 0, maxItems = Number.POSITIVE_INFINITY, prefixItems = [], items } = schema
  if (list.length < minItems) refuse(check, 'minItems', minItems)
  if (list.length > maxItems) refuse(check, 'maxItems', maxItems)
  if (schema.uniqueItems && new Set(list).size < list.length) refuse(check, 'uniqueItems', true)
  if (items === false && list.length > prefixItems.length) refuse(check, 'items', prefixItems.length)
  list.slice(0, maxItems).forEach((member, index) => {
    const own = prefixItems[index] ?? items
    if (own) checkValue(inside(check, `[${index}]`), own, member)
  })
}

/** Notes a field that is missing or that nobody knows. */
function noteField({ findings, place }: Check, field: string, isMissing: boolean): void {
  if (findings.length >= FINDINGS_LIMIT) return
  const message = isMissing
    ? { vi: `thiếu trường ${field} tại ${place}`, en: `the field ${field} is missing at ${place}` }
    : {
        vi: `trường ${field} tại ${place} không được dùng`,
        en: `the field ${field} at ${place} is not known`,
      }
  const code = isMissing ? 'missing-field' : 'unknown-field'
  findings.push(makeFinding(code, `${place}.${field}`, { message, facts: { field } }))
}

/** Checks an object and its fields. */
function checkObject(check: Check, schema: JsonSchema, value: object): void {
  const { properties = {}, required = [], minProperties = 0 } = schema
  const fields = Object.entries(value)
  for (const field of required) if (!Object.hasOwn(value, field)) noteField(check, field, true)
  if (fields.length < minProperties) refuse(check, 'minProperties', minProperties)
  for (const [field, member] of fields) {
    const own = Object.hasOwn(properties, field) ? properties[field] : undefined
    if (own !== undefined) checkValue(inside(check, `.${field}`), own, member)
    else if (schema.additionalProperties === false) noteField(check, field.slice(0, 50), false)
  }
}

/** Follows a reference; an office inside an office a few times at most. */
function checkReference(check: Check, reference: string, value: unknown): void {
  const name = reference.replace('#/$defs/', '')
  const target = check.root.$defs?.[name]
  const depth = check.depth + (name === 'office' ? 1 : 0)
  if (target === undefined) return
  if (depth <= DEPTH_LIMIT) {
    checkValue({ ...check, depth }, target, value)
    return
  }
  const { place } = check
  const message = {
    vi: `${place} lồng quá ${DEPTH_LIMIT} cấp`,
    en: `${place} is nested more than ${DEPTH_LIMIT} deep`,
  }
  check.findings.push(makeFinding('too-deep', place, { message, facts: { limit: DEPTH_LIMIT } }))
}

/** Checks what a schema says of one value alone, and gives whether its members are worth a look. */
function checkOneValue(check: Check, schema: JsonSchema, value: unknown): boolean {
  if (schema.const !== undefined && value !== schema.const) {
    refuse(check, 'const', schema.const)
    return false
  }
  if (schema.enum !== undefined && !schema.enum.some((member) => member === value)) {
    refuse(check, 'enum', schema.enum.join(', '))
    return false
  }
  if (schema.type === undefined || hasType(value, schema.type)) return true
  const { place } = check
  const { vi = '', en = '' } = typeNames[schema.type] ?? {}
  const message = { vi: `${place} phải là ${vi}`, en: `${place} must be ${en}` }
  check.findings.push(makeFinding('wrong-type', place, { message, facts: { expected: schema.type } }))
  return false
}

/** Checks a value and all that is in it. */
function checkValue(check: Check, schema: JsonSchema, value: unknown): void {
  if (check.findings.length >= FINDINGS_LIMIT) return
  if (schema.$ref !== undefined) checkReference(check, schema.$ref, value)
  else if (!checkOneValue(check, schema, value)) return
  else if (typeof value === 'string') checkText(check, schema, value)
  else if (typeof value === 'number') checkNumber(check, schema, value)
  else if (Array.isArray(value)) checkList(check, schema, value)
  else if (typeof value === 'object' && value !== null) checkObject(check, schema, value)
}

/** Checks a JSON value against a schema of this room. */
export function checkShape(schema: JsonSchema, value: unknown): readonly Finding[] {
  const check: Check = { root: schema, findings: [], place: '$', depth: 0 }
  checkValue(check, schema, value)
  return check.findings
}

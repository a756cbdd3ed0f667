/**
 * A fast yes compiled from a schema: what every decision and every restored case goes through first.
 *
 * It is made of the schema itself, so the two cannot drift apart, and it is sound in one direction only: `true` means
 * that zod accepts the value, `false` that zod has to be asked, which also writes the places that are wrong. No code is
 * generated, so that a strict content security policy may stand.
 *
 * @module
 */
import * as z from 'zod'

/** Tells that a value is plainly what a schema wants; `false` means unknown, not wrong. */
export type FastYes = (value: unknown) => boolean

const ask =
  (schema: z.core.$ZodType): FastYes =>
  (value) =>
    z.safeParse(schema, value).success

/** What a check of a schema says of itself. */
type CheckSaid = z.core.$ZodChecks['_zod']['def']

/** The checks of a schema as one predicate over values of the right type; `undefined` where one is not known here. */
function compileChecks<T>(
  schema: z.core.$ZodType,
  compileOne: (check: CheckSaid) => ((value: T) => boolean) | undefined,
): ((value: T) => boolean) | undefined {
  const { def } = schema._zod
  // A format such as `z.iso.date()` is its own first check.
  const said: readonly unknown[] = [
    ...('check' in def ? [def] : []),
    ...(def.checks ?? []).map(({ _zod }) => _zod.def),
  ]
  const compiled = said.map((one) => compileOne(one as CheckSaid))
  const known = compiled.filter((one) => one !== undefined)
  if (known.length < compiled.length) return undefined
  const [first, second] = known
  if (first === undefined) return () => true
  if (second === undefined) return first
  return (value) => known.every((one) => one(value))
}

/** Texts: patterns and lengths. Zod counts characters; twice as many UTF-16 units are enough for sure. */
function compileText(schema: z.core.$ZodType): FastYes {
  const fits = compileChecks<string>(schema, (check) => {
    if (check.check === 'string_format') {
      // Other formats, such as addresses, ask for more than their pattern.
      const pattern = /^(regex|date)$/.test(check.format) && 'pattern' in check ? check.pattern : undefined
      const isPure = pattern instanceof RegExp && !pattern.global && !pattern.sticky
      return isPure ? (text) => pattern.test(text) : undefined
    }
    if (check.check === 'max_length') return (text) => text.length <= check.maximum
    if (check.check !== 'min_length') return undefined
    const enough = check.minimum > 1 ? 2 * check.minimum : check.minimum
    return (text) => text.length >= enough
  })
  return fits === undefined ? ask(schema) : (value) => typeof value === 'string' && fits(value)
}

/** Numbers: bounds, and whether they are whole. */
function compileNumber(schema: z.core.$ZodType): FastYes {
  const fits = compileChecks<number>(schema, (check) => {
    if (check.check === 'number_format') {
      return check.format === 'safeint' ? Number.isSafeInteger : undefined
    }
    const bound = 'value' in check && typeof check.value === 'number' ? check.value : Number.NaN
    if (check.check === 'greater_than') return (n) => (check.inclusive ? n >= bound : n > bound)
    if (check.check === 'less_than') return (n) => (check.inclusive ? n <= bound : n < bound)
    return undefined
  })
  return fits === undefined ? ask(schema) : (value) => Number.isFinite(value) && fits(value as number)
}

/** Lists, with their bounds. */
function compileList(schema: z.core.$ZodType, { element }: z.core.$ZodArrayDef): FastYes {
  const member = compileFastYes(element)
  const fits = compileChecks<readonly unknown[]>(schema, (check) => {
    if (check.check === 'min_length') return (list) => list.length >= check.minimum
    return check.check === 'max_length' ? (list) => list.length <= check.maximum : undefined
  })
  return fits === undefined
    ? ask(schema)
    : (value) => Array.isArray(value) && fits(value) && value.every(member)
}

/** Tells whether a value is an object as JSON makes them. */
function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype
}

/** Records: every key and every value. */
function compileRecord(
  schema: z.core.$ZodType,
  { keyType, valueType, checks = [] }: z.core.$ZodRecordDef,
): FastYes {
  if (checks.length > 0 || keyType._zod.def.type !== 'string') return ask(schema)
  const isKey = compileFastYes(keyType)
  const isMember = compileFastYes(valueType)
  return (value) => {
    if (!isRecord(value)) return false
    for (const key in value) if (!isKey(key) || !isMember(value[key])) return false
    return true
  }
}

/** Objects that admit no other keys. */
function compileObject(
  schema: z.core.$ZodType,
  { shape, catchall, checks = [] }: z.core.$ZodObjectDef,
): FastYes {
  if (checks.length > 0 || catchall?._zod.def.type !== 'never') return ask(schema)
  const members = new Map(Object.entries(shape).map(([key, member]) => [key, compileFastYes(member)]))
  const required = Object.keys(shape).filter((key) => shape[key]?._zod.optin === undefined)
  return (value) => {
    if (!isRecord(value)) return false
    for (const key in value) {
      const fits = members.get(key)
      if (fits === undefined || !fits(value[key])) return false
    }
    return required.every((key) => Object.hasOwn(value, key))
  }
}

/** One of some values. */
function compileWords(values: Iterable<unknown>): FastYes {
  const words = new Set(values)
  return (value) => words.has(value)
}

/**
 * Compiles the fast yes of a schema. What it does not know by heart, such as unions and rules of one's own, is asked of
 * zod at that place.
 */
export function compileFastYes(schema: z.core.$ZodType): FastYes {
  const def = schema._zod.def as z.core.$ZodTypes['_zod']['def']
  const isBare = (def.checks ?? []).length === 0
  switch (def.type) {
    case 'string':
      return compileText(schema)
    case 'number':
      return compileNumber(schema)
    case 'array':
      return compileList(schema, def)
    case 'record':
      return compileRecord(schema, def)
    case 'object':
      return compileObject(schema, def)
    default:
      return isBare ? compilePlain(schema, def) : ask(schema)
  }
}

/** What has no checks of its own: words, yes or no, and what wraps another schema. */
function compilePlain(schema: z.core.$ZodType, def: z.core.$ZodTypes['_zod']['def']): FastYes {
  if (def.type === 'boolean') return (value) => typeof value === 'boolean'
  if (def.type === 'literal') return compileWords(def.values)
  // An enum of numbers has its names among its values.
  if (def.type === 'enum' && Object.values(def.entries).every((entry) => typeof entry === 'string'))
    return compileWords(Object.values(def.entries))
  if (def.type === 'readonly') return compileFastYes(def.innerType)
  if (def.type !== 'optional' || schema instanceof z.ZodExactOptional) return ask(schema)
  const inner = compileFastYes(def.innerType)
  return (value) => value === undefined || inner(value)
}

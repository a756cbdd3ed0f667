import fc from 'fast-check'
import * as z from 'zod'
import { isComposed } from '../../src/text.ts'

/** Texts of patterns that fast-check cannot build from the pattern, by the start of the pattern. */
const byHand: readonly (readonly [start: string, texts: fc.Arbitrary<string>])[] = [
  ['^(?:(?:0|\\+84)', fc.constantFrom('0912345678', '+84712345678', '02713888888', '+12025550123')],
  ["^[A-Za-z0-9_+'-]+", fc.constantFrom('a@b.vn', "o'neil+x@mail.example.vn", 'a.b-c_d@xn--x.vn')],
]

const letters = fc.string({
  unit: fc.constantFrom(...'aăâbcdđeêghiklmnoôơpqrstuưvxyAĐƠ ỗẩựịỳ0123456789-,./😀'),
  minLength: 1,
  maxLength: 40,
})

/** What JSON Schema says of a leaf: its pattern and its bounds. */
function boundsOf(schema: z.core.$ZodType): Readonly<Record<string, unknown>> {
  return z.toJSONSchema(schema) as Readonly<Record<string, unknown>>
}

/** Texts that a schema of text accepts. */
function textOf(schema: z.ZodString | z.ZodStringFormat): fc.Arbitrary<string> {
  const { minLength = 0, maxLength = 200, pattern = '^[^' } = boundsOf(schema) as Record<string, never>
  const source: string = pattern
  const isFree = source.startsWith('^[^') || source.startsWith('^[\\t\\n ]*')
  const ready = byHand.find(([start]) => source.startsWith(start))?.[1]
  const texts = isFree
    ? letters.map((text) => text.trim() || 'a')
    : (ready ?? fc.stringMatching(new RegExp(source)))
  return texts.filter((text) => {
    const length = [...text].length
    return length >= minLength && length <= maxLength && isComposed(text) && schema.safeParse(text).success
  })
}

/** An object of some of its optional fields and all others. */
function objectOf(shape: Readonly<Record<string, z.core.$ZodType>>): fc.Arbitrary<object> {
  const fields = Object.entries(shape)
  const requiredKeys = fields.filter(([, schema]) => !(schema instanceof z.ZodOptional)).map(([key]) => key)
  return fc.record(Object.fromEntries(fields.map(([key, schema]) => [key, arbitraryOf(schema)])), {
    requiredKeys,
    noNullPrototype: true,
  })
}

const built = new WeakMap<z.core.$ZodType, fc.Arbitrary<unknown>>()

/** Values that the structure of a schema accepts; rules across fields may still refuse them. */
export function arbitraryOf(schema: z.core.$ZodType): fc.Arbitrary<unknown> {
  const known = built.get(schema)
  if (known !== undefined) return known
  const arbitrary = build(schema)
  built.set(schema, arbitrary)
  return arbitrary
}

/** Builds the values of a schema from those of its members. */
function build(schema: z.core.$ZodType): fc.Arbitrary<unknown> {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodReadonly) return arbitraryOf(schema.unwrap())
  if (schema instanceof z.ZodNullable) return fc.option(arbitraryOf(schema.unwrap()))
  if (schema instanceof z.ZodObject) return objectOf(schema.shape)
  if (schema instanceof z.ZodArray)
    return fc.array(arbitraryOf(schema.element), {
      maxLength: 2,
      minLength: Number(boundsOf(schema).minItems ?? 0),
    })
  if (schema instanceof z.ZodRecord) {
    return fc.dictionary(arbitraryOf(schema.keyType) as fc.Arbitrary<string>, arbitraryOf(schema.valueType), {
      maxKeys: 3,
      noNullPrototype: true,
    })
  }
  if (schema instanceof z.ZodUnion) return fc.oneof(...schema.options.map(arbitraryOf))
  if (schema instanceof z.ZodEnum) return fc.constantFrom(...schema.options)
  if (schema instanceof z.ZodLiteral) return fc.constantFrom(...schema.values)
  if (schema instanceof z.ZodBoolean) return fc.boolean()
  if (schema instanceof z.ZodNumber) return numberOf(schema)
  if (schema instanceof z.ZodString || schema instanceof z.ZodStringFormat) return textOf(schema)
  return fc.jsonValue({ maxDepth: 2 })
}

/** Numbers within the bounds of a schema. */
function numberOf(schema: z.ZodNumber): fc.Arbitrary<number> {
  const { type, minimum = 0, maximum = 1e6 } = boundsOf(schema)
  if (type === 'integer') return fc.integer({ min: Number(minimum), max: Math.min(Number(maximum), 1e6) })
  return fc.double({ min: 0.5, max: 1e6, noNaN: true })
}

/** What a fault puts in the place of a value. */
const faults: readonly fc.Arbitrary<unknown>[] = [
  fc.constantFrom(
    null,
    true,
    false,
    '',
    ' ',
    'x',
    'a\u0000b',
    'a\u0301',
    'a\tb',
    ' a',
    'a ',
    '\ufeffa',
    '\ud800',
    '😀'.repeat(300),
  ),
  fc.constantFrom(0, 1, -1, 0.5, 1e20, 99_999_999_999, -0, 2 ** 53),
  fc.constantFrom<unknown>([], {}, [null], { kind: 'citizen' }, ['a', 'a']),
  fc.constantFrom(
    '2026-02-30',
    '2024-02-29',
    '2026-08-28T24:00:00.000+07:00',
    '2026-08-28T23:59:59.999+07:00',
  ),
  fc.string({ unit: 'binary', maxLength: 12 }),
]

/** Every place in a value, as paths. */
function placesOf(value: unknown, path: readonly (string | number)[] = []): readonly (string | number)[][] {
  if (typeof value !== 'object' || value === null) return [[...path]]
  const members = Array.isArray(value) ? [...value.entries()] : Object.entries(value)
  return [[...path], ...members.flatMap(([key, member]) => placesOf(member, [...path, key]))]
}

/** Puts a value at a path of a copy, or takes away what is there. */
function change(
  value: unknown,
  path: readonly (string | number)[],
  to: { value: unknown } | undefined,
): unknown {
  if (path.length === 0) return to?.value
  const [key = '', ...rest] = path
  const copy: Record<string | number, unknown> = Array.isArray(value)
    ? ([...value] as never)
    : { ...(value as object) }
  if (rest.length > 0) copy[key] = change(copy[key], rest, to)
  else if (to !== undefined) copy[key] = to.value
  else if (Array.isArray(copy)) copy.splice(Number(key), 1)
  else delete copy[key]
  return copy
}

/** The same value with one fault put somewhere: a wrong value, a missing field, an unknown field, a repeated member. */
export function withFault(value: unknown): fc.Arbitrary<unknown> {
  const places = placesOf(value)
  const wrong = fc.tuple(fc.constantFrom(...places), fc.oneof(...faults))
  return fc.oneof(
    { weight: 5, arbitrary: wrong.map(([path, fault]) => change(value, path, { value: fault })) },
    {
      weight: 2,
      arbitrary: fc
        .constantFrom(...places)
        .map((path) => (path.length === 0 ? {} : change(value, path, undefined))),
    },
    {
      weight: 1,
      arbitrary: wrong.map(([path, fault]) => change(value, [...path, 'unknownField'], { value: fault })),
    },
  )
}

/** Values of a schema, about half of them with a fault. */
export function faultyOf(schema: z.core.$ZodType): fc.Arbitrary<unknown> {
  const right = arbitraryOf(schema)
  return fc.oneof(right, right.chain(withFault))
}

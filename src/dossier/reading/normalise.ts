/**
 * Making of what people really send what the strict schemas want, and saying what was done.
 *
 * @module
 */
import * as z from 'zod'
import type { Finding } from '../../finding.ts'
import { Dossier } from '../dossier.ts'
import { readings } from '../fields.ts'
import { maskKey } from '../wording.ts'
import {
  type ChangeCode,
  changeWords,
  type LooseRead,
  readBoolean,
  readLeaf,
  readLetters,
  readLine,
  readNumber,
  readText,
} from './loose-values.ts'

/** What {@link normaliseDossier} gives: a new value, and every change that was made on the way to it. */
export interface Normalised {
  /** Not yet judged: give it to `validateDossier`. */
  readonly value: unknown
  /** In the order of the fields; those of severity `warning` are guesses that a person should look at. */
  readonly changes: readonly Finding[]
}

type Path = readonly (string | number)[]

/** What goes along on the walk. */
interface Walk {
  readonly changes: Finding[]
}

/** Deepest nesting that is followed: deeper than any schema, so that recursion stays bounded. */
const MAX_DEPTH = 24

/** Writes a path as `papers[2].code`. */
function writePath(path: Path): string {
  return path.reduce<string>(
    (text, key) => (typeof key === 'number' ? `${text}[${key}]` : text === '' ? key : `${text}.${key}`),
    '',
  )
}

/** Describes one change; what the value was is not told. */
export function describeChange(code: ChangeCode, path: Path): Finding {
  const { severity, vi, en } = changeWords[code]
  const masked = path.map(maskKey)
  return { code, severity, place: writePath(masked), message: { vi, en }, facts: { path: masked } }
}

/** Notes one change. */
function note(walk: Walk, code: ChangeCode, path: Path): void {
  walk.changes.push(describeChange(code, path))
}

/** Takes the value that was read and notes what was done to it. */
function take(walk: Walk, read: LooseRead, path: Path): unknown {
  for (const code of read.changes) note(walk, code, path)
  return read.value
}

/** The schema under wrappers that say only whether a value has to be there. */
function unwrap(schema: z.core.$ZodType): z.core.$ZodType {
  let inner = schema
  while (inner instanceof z.ZodOptional || inner instanceof z.ZodNullable || inner instanceof z.ZodReadonly) {
    inner = inner.unwrap()
  }
  return inner
}

function isPlainObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The branch that a value's discriminator chooses. */
function branchOf(schema: z.ZodDiscriminatedUnion, value: unknown): z.core.$ZodType | undefined {
  if (!isPlainObject(value)) return undefined
  const key = schema.def.discriminator
  const chosen = value[key]
  const word = typeof chosen === 'string' ? readLine(chosen).value : chosen
  return schema.options
    .map(unwrap)
    .find((option) => option instanceof z.ZodObject && z.safeParse(option.shape[key], word).success)
}

/** Whether a leaf wants a number: a count, an amount, or one of some numbers. */
function wantsNumber(schema: z.core.$ZodType): boolean {
  if (schema instanceof z.ZodLiteral) return [...schema.values].every(Number.isFinite)
  return schema instanceof z.ZodNumber
}

/** Reads a leaf by what its schema wants; what the schema accepts already stays, but for look-alike letters. */
function readByLeaf(value: unknown, schema: z.core.$ZodType): LooseRead | undefined {
  if (z.safeParse(schema, value).success) return typeof value === 'string' ? readLetters(value) : undefined
  if (schema instanceof z.ZodBoolean) return readBoolean(value)
  if (typeof value === 'number' && Number.isSafeInteger(value) && !wantsNumber(schema)) {
    const { value: text, changes } = readByLeaf(String(value), schema) ?? {
      value: String(value),
      changes: [],
    }
    return { value: text, changes: ['dossier/number-written', ...changes] }
  }
  if (typeof value !== 'string') return undefined
  const reading = readings.get(schema)?.reading
  if (reading !== undefined) return readLeaf(reading, value)
  const { value: line, changes } = readLine(value)
  const number = wantsNumber(schema) ? readNumber(String(line)) : undefined
  return number === undefined
    ? { value: line, changes }
    : { value: number.value, changes: [...changes, ...number.changes] }
}

/** Tells whether a field says nothing; an answer of a form may be empty text. */
function isEmpty(value: unknown, schema: z.core.$ZodType): boolean {
  if (value === null) return true
  const mayBeBlank = schema instanceof z.ZodUnion || readings.get(schema)?.reading === 'any-text'
  return value === '' && !mayBeBlank
}

/** Normalises the fields of an object or a record; a field that says nothing is left out. */
function normaliseFields(
  value: Record<string, unknown>,
  schemaOf: (key: string) => z.core.$ZodType | undefined,
  at: { readonly walk: Walk; readonly path: Path },
): Record<string, unknown> {
  const fields: [string, unknown][] = []
  for (const [key, member] of Object.entries(value)) {
    const schema = schemaOf(key)
    const path = [...at.path, key]
    const read = schema === undefined ? member : normaliseValue(member, schema, { ...at, path })
    if (schema !== undefined && isEmpty(read, unwrap(schema))) note(at.walk, 'dossier/empty-removed', path)
    else fields.push([key, read])
  }
  return Object.fromEntries(fields)
}

/** Normalises a value of a free form answer: its texts only, whatever its shape. */
function normaliseAnswer(value: unknown, at: { readonly walk: Walk; readonly path: Path }): unknown {
  if (typeof value === 'string') return take(at.walk, readText(value), at.path)
  if (at.path.length > MAX_DEPTH) return value
  if (Array.isArray(value)) {
    return value.map((member, index) => normaliseAnswer(member, { ...at, path: [...at.path, index] }))
  }
  if (!isPlainObject(value)) return value
  const fields = Object.entries(value).map(([key, member]) => [
    key,
    normaliseAnswer(member, { ...at, path: [...at.path, key] }),
  ])
  return Object.fromEntries(fields)
}

/** Normalises a value by what its schema wants. */
function normaliseValue(
  value: unknown,
  schema: z.core.$ZodType,
  at: { readonly walk: Walk; readonly path: Path },
): unknown {
  const inner = unwrap(schema)
  if (inner instanceof z.ZodObject) {
    const { shape } = inner
    return isPlainObject(value)
      ? normaliseFields(value, (key) => (Object.hasOwn(shape, key) ? shape[key] : undefined), at)
      : value
  }
  if (inner instanceof z.ZodRecord) {
    return isPlainObject(value) ? normaliseFields(value, () => inner.valueType, at) : value
  }
  if (inner instanceof z.ZodArray) {
    if (!Array.isArray(value)) return value
    return value.map((member, index) =>
      normaliseValue(member, inner.element, { ...at, path: [...at.path, index] }),
    )
  }
  if (inner instanceof z.ZodDiscriminatedUnion) {
    const branch = branchOf(inner, value)
    return branch === undefined ? value : normaliseValue(value, branch, at)
  }
  if (inner instanceof z.ZodUnion) return normaliseAnswer(value, at)
  const read = readByLeaf(value, inner)
  return read === undefined ? value : take(at.walk, read, at.path)
}

/**
 * Makes of a dossier as people really send it what the strict schema wants, and lists every change.
 *
 * Read are: decomposed Vietnamese (NFD), byte order marks and other invisible characters, needless blanks,
 * days as `dd/MM/yyyy` and moments as `yyyyMMddHHmmss` (and their relatives), numbers and booleans as text,
 * telephone numbers, tax and agency codes with spaces, and fields that are `null` or empty, which are left out.
 * What cannot be read stays as it is, so that the schema can say what is wrong; unknown fields stay too.
 * A valid dossier comes back unchanged (but for the letters Ð and ð, which are nobody's in Vietnamese), and
 * normalising twice is normalising once.
 *
 * @param value - Whatever `JSON.parse` gave; it is not touched.
 * @param schema - A narrower schema of dossiers; {@link Dossier} unless given.
 *
 * @example
 * import { normaliseDossier } from 'motcua/dossier'
 * const { value, changes } = normaliseDossier({ sets: '1', progress: { status: '2', receivedAt: '20260828152000' }, note: '' })
 * JSON.stringify(value) // '{"sets":1,"progress":{"status":2,"receivedAt":"2026-08-28T15:20:00.000+07:00"}}'
 * changes.map(({ place }) => place) // ['sets', 'progress.status', 'progress.receivedAt', 'note']
 */
export function normaliseDossier(value: unknown, schema: z.ZodType = Dossier): Normalised {
  const changes: Finding[] = []
  const normalised = normaliseValue(value, schema, { walk: { changes }, path: [] })
  return { value: normalised, changes }
}

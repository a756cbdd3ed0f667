/**
 * The verdict on a dossier that somebody sent: yes, or what is wrong with it and where.
 *
 * @module
 */

import * as z from 'zod'
import { isPlainlyValid } from '#dossier-check'
import type { Language, LocalizedText } from '../errors.ts'
import { Dossier } from './dossier.ts'
import { labels } from './labels.ts'
import { obeysRules } from './rules.ts'
import { errorMap, maskKey } from './wording.ts'

/** One thing that is wrong with a dossier. */
export interface DossierIssue {
  /** Keys and indexes from the top; keys that only the sender knows are masked when they might name a person. */
  readonly path: readonly (string | number)[]
  /** The same place in the office's words, such as `Thành phần hồ sơ [2] › Số bản chính`. */
  readonly label: string
  /** Zod's code of the issue, or the name of the rule across fields that is broken. */
  readonly code: string
  /** What has to be there, never what was. */
  readonly message: string
}

/** The answer of {@link validateDossier}. */
export type DossierVerdict<T = Dossier> =
  | { readonly ok: true; readonly dossier: T }
  | { readonly ok: false; readonly issues: readonly DossierIssue[] }

/** In which language to answer, and by which schema to judge. */
export interface ValidateOptions<T = Dossier> {
  /** Vietnamese unless said otherwise. */
  readonly language?: Language | undefined
  /** A narrower schema, such as that of one procedure; {@link Dossier} unless said otherwise. */
  readonly schema?: z.ZodType<T> | undefined
}

/** A schema without its wrappers, and the label met on the way. */
interface Step {
  readonly inner: z.core.$ZodType | undefined
  readonly words: LocalizedText | undefined
}

/** Takes the wrappers off a schema, keeping the first label met. */
function unwrap(schema: z.core.$ZodType): Step & { inner: z.core.$ZodType } {
  let inner = schema
  let words = labels.get(inner)
  while (inner instanceof z.ZodOptional || inner instanceof z.ZodNullable || inner instanceof z.ZodReadonly) {
    inner = inner.unwrap()
    words ??= labels.get(inner)
  }
  return { inner, words }
}

/** Steps from a schema to that of one of its members; unions give the first branch that has it. */
function stepInto(schema: z.core.$ZodType, key: PropertyKey): z.core.$ZodType | undefined {
  if (schema instanceof z.ZodObject) return schema.shape[String(key)]
  if (schema instanceof z.ZodArray) return schema.element
  if (schema instanceof z.ZodRecord) return schema.valueType
  if (schema instanceof z.ZodUnion) {
    return schema.options
      .map((option) => stepInto(unwrap(option).inner, key))
      .find((step) => step !== undefined)
  }
  return undefined
}

/** Steps to a member and takes its wrappers off; from nowhere to nowhere. */
function unwrapStep(schema: z.core.$ZodType | undefined, key: PropertyKey): Step {
  const next = schema === undefined ? undefined : stepInto(schema, key)
  return next === undefined ? { inner: undefined, words: undefined } : unwrap(next)
}

/**
 * Writes a path in the office's words, for example `Thành phần hồ sơ [2] › Số bản chính`.
 *
 * Members of a list are counted from 1, as people do; a key without a label stands for itself.
 *
 * @example
 * import { Dossier, labelOfPath } from 'motcua/dossier'
 * labelOfPath(Dossier, ['papers', 1, 'originals'], 'en') // 'Papers [2] › Originals'
 */
export function labelOfPath(
  schema: z.core.$ZodType,
  path: readonly PropertyKey[],
  language: Language,
): string {
  const parts: string[] = []
  let at: z.core.$ZodType | undefined = unwrap(schema).inner
  for (const key of path) {
    const next: Step = unwrapStep(at, key)
    const words = next.words?.[language]
    if (typeof key === 'number' && parts.length > 0) parts.push(`${parts.pop()} [${key + 1}]`)
    else if (words === undefined || at instanceof z.ZodRecord) parts.push(String(maskKey(key)))
    else parts.push(words)
    at = next.inner
  }
  return parts.length > 0 ? parts.join(' › ') : (labels.get(schema)?.[language] ?? '')
}

/** Issues of the one branch of a union that was meant: the one whose own type fits, if there is one. */
function flatten(issue: z.core.$ZodIssue, above: readonly PropertyKey[]): z.core.$ZodIssue[] {
  const path = [...above, ...issue.path]
  if (issue.code === 'invalid_union') {
    const meant = issue.errors.find(([first]) => first !== undefined && !isAboutType(first))
    if (meant !== undefined) return meant.flatMap((member) => flatten(member, path))
  }
  return [{ ...issue, path }]
}

/** Whether an issue only says that the whole value is of another type. */
function isAboutType({ code, path }: z.core.$ZodIssue): boolean {
  return (
    path.length === 0 && (code === 'invalid_type' || code === 'invalid_union' || code === 'invalid_value')
  )
}

/** The name by which callers choose: zod's code, or the rule. */
function codeOf(issue: z.core.$ZodIssue): string {
  if (issue.code !== 'custom') return issue.code
  const { rule } = issue.params ?? {}
  return typeof rule === 'string' ? rule : issue.code
}

/** Turns zod's issues into ours: flat, one structural issue a place, with labels. */
export function describeIssues(
  schema: z.core.$ZodType,
  issues: readonly z.core.$ZodIssue[],
  language: Language,
): readonly DossierIssue[] {
  const told = new Set<string>()
  return issues
    .flatMap((issue) => flatten(issue, []))
    .filter(({ path, code }) => {
      const place = JSON.stringify(path.map(String))
      const isTold = told.has(place)
      if (code !== 'unrecognized_keys') told.add(place)
      return !isTold
    })
    .map((issue) => ({
      path: issue.path.map(maskKey),
      label: labelOfPath(schema, issue.path, language),
      code: codeOf(issue),
      message: issue.message,
    }))
}

/**
 * Judges a dossier as it was sent, and says of everything that is wrong where it is and what has to be there.
 *
 * Nothing is repaired here: `normaliseDossier` comes first where senders are careless. A plainly valid dossier
 * is accepted by a check that was compiled from the published JSON Schema; every other one goes through zod.
 * Both give the same verdict.
 *
 * @param value - Whatever `JSON.parse` gave.
 * @returns The dossier, typed: the value itself or an equal copy. Or the issues, whose messages never hold what was sent.
 *
 * @example
 * import { validateDossier } from 'motcua/dossier'
 * const verdict = validateDossier({ schema: 'motcua/dossier@1', sets: 0 }, { language: 'en' })
 * verdict.ok // false
 * const sets = verdict.ok ? undefined : verdict.issues.find(({ path }) => path[0] === 'sets')
 * sets?.message // 'must be at least 1'
 */
export function validateDossier<T = Dossier>(
  value: unknown,
  options: ValidateOptions<T> = {},
): DossierVerdict<T> {
  const { language = 'vi', schema = Dossier } = options
  if (schema === Dossier && isAcceptedAtOnce(value)) return { ok: true, dossier: value as T }
  const parsed = schema.safeParse(value, { error: errorMap(language) })
  if (parsed.success) return { ok: true, dossier: parsed.data as T }
  return { ok: false, issues: describeIssues(schema, parsed.error.issues, language) }
}

/** The fast yes; `false` only means that zod has to be asked. */
function isAcceptedAtOnce(value: unknown): boolean {
  return isPlainlyValid(value) && obeysRules(value as Dossier)
}

/** The interface of standardschema.dev, version 1: what form and router libraries ask of a schema. */
export interface StandardSchema<T> {
  readonly '~standard': {
    readonly version: 1
    readonly vendor: 'motcua'
    readonly validate: (value: unknown) =>
      | { readonly value: T }
      | {
          readonly issues: readonly {
            readonly message: string
            readonly path: readonly (string | number)[]
          }[]
        }
    readonly types?: { readonly input: T; readonly output: T } | undefined
  }
}

/**
 * Wraps the verdict as a Standard Schema with our messages in one language.
 *
 * The zod schemas are Standard Schemas themselves, with zod's messages.
 *
 * @example
 * import { buildStandardSchema } from 'motcua/dossier'
 * const schema = buildStandardSchema({ language: 'vi' })
 * const answer = schema['~standard'].validate({})
 * 'issues' in answer // true
 */
export function buildStandardSchema<T = Dossier>(options: ValidateOptions<T> = {}): StandardSchema<T> {
  return {
    '~standard': {
      version: 1,
      vendor: 'motcua',
      validate: (value) => {
        const verdict = validateDossier(value, options)
        if (verdict.ok) return { value: verdict.dossier }
        return {
          issues: verdict.issues.map(({ label, message, path }) => ({
            message: `${label}: ${message}`,
            path,
          })),
        }
      },
    },
  }
}

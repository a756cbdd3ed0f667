/**
 * What each field is called in the office, and which schemas are published under a name.
 *
 * Two registries of our own: zod's global one would be shared with the application and refuses an id
 * that the other copy of this package (ESM beside CommonJS) has already taken.
 *
 * @module
 */
import * as z from 'zod'
import type { LocalizedText } from '../errors.ts'

/** The office's words for a field, Vietnamese and English, by schema. */
export const labels: z.core.$ZodRegistry<{ vi: string; en: string }> = z.registry()

/** The schemas that are published as JSON Schema of their own, by schema. */
export const published: z.core.$ZodRegistry<{ id: string }> = z.registry()

/** Gives a schema the office's words; the answer is a new schema, so that a shape can bear several names. */
export function label<S extends z.ZodType>(schema: S, vi: string, en: string): S {
  const labelled = schema.describe(vi)
  labels.add(labelled, { vi, en })
  return labelled
}

/** Gives a schema the office's words and publishes it under `id`. */
export function publish<S extends z.ZodType>(schema: S, id: string, words: LocalizedText): S {
  const labelled = label(schema, words.vi, words.en)
  published.add(labelled, { id })
  return labelled
}

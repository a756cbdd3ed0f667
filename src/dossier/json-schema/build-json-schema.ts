/**
 * The schemas as JSON Schema 2020-12 and as components of OpenAPI 3.1, generated from the zod schemas.
 *
 * They say everything that JSON Schema can say. What it cannot (text composed to NFC, rules across fields,
 * free JSON of bounded depth) is listed in the room's page; such texts carry the comment `NFC`.
 *
 * @module
 */
import * as z from 'zod'
import { isComposed } from '../../text.ts'
import { version } from '../../version.ts'
import { Dossier, FormAnswers, Progress, SupplementRound } from '../dossier.ts'
import { Feedback, Satisfaction } from '../feedback.ts'
import { CaseDocument } from '../history/case-document.ts'
import { Actor, Appointment, CaseEvent, CaseHeader, Command } from '../history/case-event.ts'
import { labels, published } from '../labels.ts'
import { Fee, Payment, Receipt } from '../money.ts'
import { OtherPaper, Paper, PostLeg, ResultDocument, StoredFile } from '../papers.ts'
import { Address, Authorisation, IdentityPaper, Organisation, Party, Person } from '../people.ts'

/** Every published schema by the name of its file. */
export const schemas = {
  actor: Actor,
  address: Address,
  appointment: Appointment,
  authorisation: Authorisation,
  'case-document': CaseDocument,
  'case-event': CaseEvent,
  'case-header': CaseHeader,
  command: Command,
  dossier: Dossier,
  fee: Fee,
  feedback: Feedback,
  'form-answers': FormAnswers,
  'identity-paper': IdentityPaper,
  organisation: Organisation,
  'other-paper': OtherPaper,
  paper: Paper,
  party: Party,
  payment: Payment,
  person: Person,
  'post-leg': PostLeg,
  progress: Progress,
  receipt: Receipt,
  'result-document': ResultDocument,
  satisfaction: Satisfaction,
  'stored-file': StoredFile,
  'supplement-round': SupplementRound,
} as const

/** Name of a published schema: of its file in `schemas/`, and in its `$id`. */
export type SchemaName = keyof typeof schemas

/** The names of all published schemas, in order. */
export const schemaNames = Object.keys(schemas) as readonly SchemaName[]

/** A JSON Schema, as plain data. */
export interface JsonSchema {
  readonly [keyword: string]: unknown
}

/** Version of the published shapes, the last part of every `$id`; a change that refuses more raises it. */
const SCHEMA_VERSION = 1

/** Whether a text is refined to be composed, which the JSON Schema can only mention. */
function isComposedText(schema: z.core.$ZodType): boolean {
  const checks =
    'checks' in schema._zod.def && Array.isArray(schema._zod.def.checks) ? schema._zod.def.checks : []
  return checks.some((check: z.core.$ZodCheck<never>) => {
    const { def } = check._zod
    return 'fn' in def && def.fn === isComposed
  })
}

/** Writes one zod schema with the office's words as title (Vietnamese) and description (English). */
function toJsonSchema(schema: z.core.$ZodType): JsonSchema & { $defs?: Record<string, JsonSchema> } {
  return z.toJSONSchema(schema, {
    metadata: published,
    target: 'draft-2020-12',
    override: ({ zodSchema, jsonSchema }) => {
      const words = labels.get(zodSchema)
      if (words !== undefined) Object.assign(jsonSchema, { title: words.vi, description: words.en })
      if (isComposedText(zodSchema)) Object.assign(jsonSchema, { $comment: 'NFC' })
    },
  }) as JsonSchema
}

/**
 * Writes a published schema as JSON Schema 2020-12: self-contained, with a stable `$id`.
 *
 * @example
 * import { buildJsonSchema } from 'motcua/dossier/json-schema'
 * buildJsonSchema('paper').$id // 'urn:motcua:schema:paper:1'
 */
export function buildJsonSchema(name: SchemaName): JsonSchema {
  const { $schema, $ref, $defs = {} } = toJsonSchema(schemas[name])
  const own = String($ref).replace('#/$defs/', '')
  const { [own]: top, ...others } = $defs
  const $id = `urn:motcua:schema:${name}:${SCHEMA_VERSION}`
  return { $schema, $id, ...top, ...(Object.keys(others).length > 0 ? { $defs: others } : {}) }
}

/**
 * Writes published schemas as the components of an OpenAPI 3.1 document, with all that they refer to.
 *
 * @param names - All of them unless given.
 *
 * @example
 * import { buildOpenApi } from 'motcua/dossier/json-schema'
 * buildOpenApi().openapi // '3.1.1'
 */
export function buildOpenApi(names: readonly SchemaName[] = schemaNames): JsonSchema {
  const components: Record<string, JsonSchema> = {}
  for (const name of names) Object.assign(components, toJsonSchema(schemas[name]).$defs)
  const sorted = Object.fromEntries(Object.entries(components).sort(([a], [b]) => (a < b ? -1 : 1)))
  const moved = JSON.stringify(sorted).replaceAll('"#/$defs/', '"#/components/schemas/')
  return {
    openapi: '3.1.1',
    info: { title: 'motcua', version },
    jsonSchemaDialect: 'https://json-schema.org/draft/2020-12/schema',
    paths: {},
    components: { schemas: JSON.parse(moved) },
  }
}

import * as z from 'zod'
import { labels } from '../dossier/index.ts'
import type { JsonSchema } from '../dossier/json-schema/index.ts'
import { Catalogue, Decision } from './catalogue.ts'
import { Procedure } from './procedure.ts'

const schemas = { catalogue: Catalogue, decision: Decision, procedure: Procedure } as const

/** Name of a published schema of the catalogue: of its file in `schemas/`, and in its `$id`. */
export type CatalogueSchemaName = keyof typeof schemas

/** The names of the published schemas, in order. */
export const catalogueSchemaNames: readonly CatalogueSchemaName[] = ['catalogue', 'decision', 'procedure']

/** The schemas that others refer to by name; a registry of our own, not zod's global one. */
const named = z.registry<{ id: string }>().add(Procedure, { id: 'Procedure' })

/**
 * Writes a schema of the catalogue as JSON Schema 2020-12: self-contained, with a stable `$id`.
 *
 * It says all that the zod schema says: a record that passes the one passes the other.
 *
 * @example
 * import { buildCatalogueSchema } from 'motcua/catalogue'
 * buildCatalogueSchema('procedure').$id // 'urn:motcua:schema:procedure:1'
 */
export function buildCatalogueSchema(name: CatalogueSchemaName): JsonSchema {
  const { $schema, ...written }: JsonSchema = z.toJSONSchema(schemas[name], {
    metadata: named,
    target: 'draft-2020-12',
    override: ({ zodSchema, jsonSchema }) => {
      const words = labels.get(zodSchema)
      if (words !== undefined) Object.assign(jsonSchema, { title: words.vi, description: words.en })
    },
  })
  return { $schema, $id: `urn:motcua:schema:${name}:1`, title: `motcua/${name}@1`, ...written }
}

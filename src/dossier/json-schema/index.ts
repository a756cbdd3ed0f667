/**
 * The schemas of dossiers and of their history as JSON Schema 2020-12 and as OpenAPI 3.1 components.
 *
 * The same as the files in `schemas/`; a door of its own, because most programs only judge dossiers.
 *
 * @module
 */
export {
  buildJsonSchema,
  buildOpenApi,
  type JsonSchema,
  type SchemaName,
  schemaNames,
} from './build-json-schema.ts'

// Writes the published JSON Schemas and the OpenAPI components into schemas/: the dossier's from its zod schemas, the
// calendar's and the validation's from the modules that hold them.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build } from 'esbuild'

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..')
const bundle = join(root, 'out/make-schemas.mjs')
const contents = `export * from './src/dossier/json-schema/build-json-schema.ts'
export { calendarSchemas } from './src/calendar/data/schemas.ts'
export { buildCatalogueSchema, catalogueSchemaNames } from './src/catalogue/json-schema.ts'
export { buildMessageSchema, messageSchemaNames } from './src/exchange/json-schema.ts'
export { buildProcessSchema } from './src/procedure/json-schema.ts'
export { validationSchemas } from './src/validation/report/json-schema.ts'`
await build({
  stdin: { contents, resolveDir: root, loader: 'ts' },
  outfile: bundle,
  bundle: true,
  format: 'esm',
  platform: 'node',
  packages: 'external',
  conditions: ['source'],
  logLevel: 'warning',
})
const {
  buildCatalogueSchema,
  buildJsonSchema,
  buildMessageSchema,
  buildOpenApi,
  buildProcessSchema,
  calendarSchemas,
  catalogueSchemaNames,
  messageSchemaNames,
  schemaNames,
  validationSchemas,
} = await import(pathToFileURL(bundle).href)

const folder = join(root, 'schemas')
const write = (name, value) => writeFileSync(join(folder, name), `${JSON.stringify(value, null, 2)}\n`)
mkdirSync(folder, { recursive: true })
for (const name of schemaNames) write(`${name}.schema.json`, buildJsonSchema(name))
for (const [name, schema] of Object.entries(calendarSchemas)) write(`${name}.schema.json`, schema)
for (const name of catalogueSchemaNames) write(`${name}.schema.json`, buildCatalogueSchema(name))
for (const name of messageSchemaNames) write(`${name}.schema.json`, buildMessageSchema(name))
for (const [name, schema] of Object.entries(validationSchemas)) write(`${name}.schema.json`, schema)
write('process-definition.schema.json', buildProcessSchema())
write('openapi.json', buildOpenApi())
rmSync(bundle)
process.stderr.write(
  `${schemaNames.length + Object.keys(calendarSchemas).length + catalogueSchemaNames.length + messageSchemaNames.length + Object.keys(validationSchemas).length + 1} schemas and openapi.json written to schemas/\n`,
)

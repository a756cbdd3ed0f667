// Writes the published JSON Schemas and the OpenAPI components into schemas/, from the zod schemas.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build } from 'esbuild'

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..')
const bundle = join(root, 'out/make-schemas.mjs')
await build({
  entryPoints: [join(root, 'src/dossier/json-schema.ts')],
  outfile: bundle,
  bundle: true,
  format: 'esm',
  platform: 'node',
  packages: 'external',
  conditions: ['source'],
  logLevel: 'warning',
})
const { buildJsonSchema, buildOpenApi, schemaNames } = await import(pathToFileURL(bundle).href)

const folder = join(root, 'schemas')
const write = (name, value) => writeFileSync(join(folder, name), `${JSON.stringify(value, null, 2)}\n`)
mkdirSync(folder, { recursive: true })
for (const name of schemaNames) write(`${name}.schema.json`, buildJsonSchema(name))
write('openapi.json', buildOpenApi())
rmSync(bundle)
process.stderr.write(`${schemaNames.length} schemas and openapi.json written to schemas/\n`)

// Writes the published JSON Schemas from the modules that hold them.
//
//   node scripts/write-schemas.mjs
import { mkdirSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { build } from 'esbuild'

const root = resolve(import.meta.dirname, '..')

/** Loads one TypeScript module of this repository. */
async function load(path) {
  const { outputFiles } = await build({
    entryPoints: [join(root, path)],
    bundle: true,
    platform: 'node',
    format: 'esm',
    write: false,
  })
  return import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`)
}

const { calendarSchemas } = await load('src/calendar/data/schemas.ts')
mkdirSync(join(root, 'schemas'), { recursive: true })
for (const [name, schema] of Object.entries(calendarSchemas)) {
  writeFileSync(join(root, 'schemas', `${name}.schema.json`), `${JSON.stringify(schema, null, 2)}\n`)
}

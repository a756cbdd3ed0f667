// Compiles the published JSON Schema of a dossier into the fast yes of `#dossier-check`: dist/dossier-check.js and .cjs.
//
// Ajv writes standalone code, esbuild makes it a module (ajv's own ESM output still says `require`). The output
// knows nothing of zod: whatever it does not accept is judged by zod, so it may only be too strict, never too lax.
import { readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { _ } from 'ajv'
import Ajv from 'ajv/dist/2020.js'
import standaloneCode from 'ajv/dist/standalone/index.js'
import { build } from 'esbuild'

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..')
const schema = JSON.parse(readFileSync(join(root, 'schemas/dossier.schema.json'), 'utf8'))

/** Adds what only this code can use: texts that are to be composed, and the key by which branches are told apart. */
function sharpen(node) {
  if (Array.isArray(node)) return node.map(sharpen)
  if (typeof node !== 'object' || node === null) return node
  const { $comment, format, title, description, ...rest } = node
  const sharpened = Object.fromEntries(Object.entries(rest).map(([key, value]) => [key, sharpen(value)]))
  // Dates carry a pattern that says more than the format does.
  if ($comment === 'NFC') sharpened.format = 'composed'
  if ('oneOf' in sharpened)
    Object.assign(sharpened, { type: 'object', discriminator: { propertyName: 'kind' } })
  return sharpened
}

const ajv = new Ajv({
  strict: true,
  strictTypes: false,
  discriminator: true,
  // Zod matches by UTF-16 units; none of our patterns tells the two ways apart.
  unicodeRegExp: false,
  messages: false,
  inlineRefs: false,
  code: { source: true, esm: true, optimize: 2, lines: true, formats: _`require("check-runtime")` },
})
ajv.addFormat('composed', () => true)
/** Keeps of a schema only the names of its properties: all that the code still asks it once errors are gone. */
function namesOf(node) {
  if (typeof node !== 'object' || node === null) return 0
  const { properties, items } = node
  return {
    ...(properties
      ? {
          properties: Object.fromEntries(
            Object.entries(properties).map(([key, value]) => [key, namesOf(value)]),
          ),
        }
      : {}),
    ...(items ? { items: namesOf(items) } : {}),
  }
}

const code = standaloneCode(ajv, ajv.compile(sharpen(schema)))
  // Characters are never more than UTF-16 units: a text short in units needs no counting of its characters.
  .replace(/(func\d+)\((data\d*)\) > (\d+)/g, '$2.length > $3 && $1($2) > $3')
  // What the code requires becomes imports, so that nothing of CommonJS is left.
  .replace(
    /^const (func\d+) = require\("ajv\/dist\/runtime\/ucs2length"\)\.default;$/gm,
    "import { countCharacters as $1 } from 'check-runtime'",
  )
  .replace(
    /^const (formats\d+) = require\("check-runtime"\)\.(\w+);?$/gm,
    "import { $2 as $1 } from 'check-runtime'",
  )
  // Nobody reads the errors: zod says what is wrong.
  .replace(/^(validate\d+)\.errors = \[\{.*\}\];$/gm, '$1.errors = [0];')
  .replace(/^const (err\d+) = \{.*\};$/gm, 'const $1 = 0;')
  .replace(
    /^const (schema\d+) = (\{.*\});$/gm,
    (_line, name, json) => `const ${name} = ${JSON.stringify(namesOf(JSON.parse(json)))};`,
  )

if (/\brequire\(/.test(code)) throw new Error('the compiled schema still requires something')

const runtime = `export { isComposed as composed } from './src/text.ts'
export const countCharacters = (text: string): number => [...text].length
`
const modules = {
  'compiled-schema': { contents: code, loader: 'js', resolveDir: root },
  'check-runtime': { contents: runtime, loader: 'ts', resolveDir: root },
}
const virtual = {
  name: 'virtual',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^(compiled-schema|check-runtime)$/ }, ({ path }) => ({
      path,
      namespace: 'virtual',
    }))
    onLoad({ filter: /.*/, namespace: 'virtual' }, ({ path }) => modules[path])
  },
}
const banner = '// Compiled from schemas/dossier.schema.json by scripts/build-dossier-check.mjs.'
const contents = `import validate from 'compiled-schema'
export const isPlainlyValid = (value) => validate(value) === true
`

/** Writes dossier-check.js and dossier-check.cjs into a folder. */
export async function buildDossierCheck(outDir) {
  for (const [format, extension] of [
    ['esm', 'js'],
    ['cjs', 'cjs'],
  ]) {
    await build({
      stdin: { contents, resolveDir: root },
      outfile: join(outDir, `dossier-check.${extension}`),
      bundle: true,
      format,
      platform: 'neutral',
      mainFields: ['main'],
      target: 'es2022',
      minifyWhitespace: true,
      minifySyntax: true,
      banner: { js: banner },
      plugins: [virtual],
      logLevel: 'warning',
    })
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await buildDossierCheck(resolve(root, process.argv[2] ?? 'dist'))
}

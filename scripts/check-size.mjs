// Holds each door's weight (bundled for browsers, minified, gzipped, peers included) against its budget.

import { Buffer } from 'node:buffer'
import { readFileSync } from 'node:fs'
import { relative, resolve } from 'node:path'
import process from 'node:process'
import { gzipSync } from 'node:zlib'
import { build } from 'esbuild'

const root = resolve(import.meta.dirname, '..')
const manifest = JSON.parse(readFileSync(resolve(root, 'package.json'), 'utf8'))

// Kilobytes. A door without a line here fails: a budget is decided when a door is made.
const budgets = JSON.parse(readFileSync(resolve(root, 'scripts/size-budgets.json'), 'utf8'))

/** The files of a bundle that its entry needs before it can run. */
function listAtOnce({ outputs }) {
  const waiting = Object.keys(outputs).filter((path) => outputs[path].entryPoint === '<stdin>')
  const found = new Set(waiting)
  for (const path of waiting) {
    for (const { path: next, kind } of outputs[path].imports) {
      if (kind !== 'import-statement' || found.has(next)) continue
      found.add(next)
      waiting.push(next)
    }
  }
  return found
}

const rows = []
for (const door of Object.keys(manifest.exports)) {
  if (door === './package.json' || door.startsWith('./adapters/')) continue
  const name = door === '.' ? 'motcua' : `motcua/${door.slice(2)}`
  const { outputFiles, metafile } = await build({
    stdin: { contents: `export * from '${name}'`, resolveDir: root },
    bundle: true,
    minify: true,
    write: false,
    format: 'esm',
    platform: 'browser',
    logLevel: 'error',
    // What is imported on demand stands in files of its own and does not count: a page loads it only when it comes to it.
    splitting: true,
    outdir: resolve(root, 'out/size'),
    metafile: true,
  })
  const atOnce = listAtOnce(metafile)
  const contents = outputFiles
    .filter(({ path }) => atOnce.has(relative(root, path)))
    .map((file) => file.contents)
  const kilobytes = Math.round(gzipSync(Buffer.concat(contents)).length / 102.4) / 10
  const budget = budgets[name]
  const verdict = budget === undefined ? 'no budget' : kilobytes > budget ? 'TOO LARGE' : 'ok'
  rows.push({ name, kilobytes, budget, verdict })
}
for (const { name, kilobytes, budget, verdict } of rows) {
  console.log(`${name.padEnd(28)} ${String(kilobytes).padStart(7)} kB gz of ${budget ?? '?'}  ${verdict}`)
}
process.exit(rows.every(({ verdict }) => verdict === 'ok') ? 0 : 1)

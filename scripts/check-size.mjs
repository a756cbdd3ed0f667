// Holds each door's weight (bundled for browsers, minified, gzipped, peers included) against its budget.

import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import process from 'node:process'
import { gzipSync } from 'node:zlib'
import { build } from 'esbuild'

const root = resolve(import.meta.dirname, '..')
const manifest = JSON.parse(readFileSync(resolve(root, 'package.json'), 'utf8'))

// Kilobytes. A door without a line here fails: a budget is decided when a door is made.
const budgets = JSON.parse(readFileSync(resolve(root, 'scripts/size-budgets.json'), 'utf8'))

const rows = []
for (const door of Object.keys(manifest.exports)) {
  if (door === './package.json' || door.startsWith('./adapters/')) continue
  const name = door === '.' ? 'motcua' : `motcua/${door.slice(2)}`
  const { outputFiles } = await build({
    stdin: { contents: `export * from '${name}'`, resolveDir: root },
    bundle: true,
    minify: true,
    write: false,
    format: 'esm',
    platform: 'browser',
    logLevel: 'error',
  })
  const kilobytes = Math.round(gzipSync(outputFiles[0].contents).length / 102.4) / 10
  const budget = budgets[name]
  const verdict = budget === undefined ? 'no budget' : kilobytes > budget ? 'TOO LARGE' : 'ok'
  rows.push({ name, kilobytes, budget, verdict })
}
for (const { name, kilobytes, budget, verdict } of rows) {
  console.log(`${name.padEnd(28)} ${String(kilobytes).padStart(7)} kB gz of ${budget ?? '?'}  ${verdict}`)
}
process.exit(rows.every(({ verdict }) => verdict === 'ok') ? 0 : 1)

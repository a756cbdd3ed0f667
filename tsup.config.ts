import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { defineConfig } from 'tsup'

// The doors in package.json are the only list: each one is built from the source file it stands for.
const manifest = JSON.parse(readFileSync('package.json', 'utf8'))
const nameOf = (target: string): string => target.replace('./dist/', '').replace(/\.js$/, '')
const entries = (names: readonly string[]): Record<string, string> =>
  Object.fromEntries(
    names.map((name) => [name, `src/${name}.ts`]).filter(([, file]) => existsSync(file as string)),
  )

const doors = Object.values(manifest.exports)
  .filter((door): door is { import: { default: string } } => typeof door === 'object')
  .map((door) => nameOf(door.import.default))
const programs = Object.values(manifest.bin as Record<string, string>).map(nameOf)

export default defineConfig({
  entry: entries([
    ...doors,
    ...programs,
    'hasher-node',
    'hasher-noble',
    'verifier-node',
    'verifier-web',
    'dossier-check-source',
  ]),
  format: ['esm', 'cjs'],
  target: 'es2022',
  platform: 'neutral',
  outDir: 'dist',
  splitting: true,
  sourcemap: true,
  clean: true,
  // What `imports` of package.json chooses must stay a question to the host.
  external: [/^#/, /^node:/],
  dts: {
    entry: entries(doors),
    compilerOptions: {
      ignoreDeprecations: '6.0',
      rewriteRelativeImportExtensions: false,
      allowImportingTsExtensions: true,
    },
  },
  // The other half of `#dossier-check`: compiled from the published JSON Schema, never in src.
  async onSuccess() {
    execFileSync(process.execPath, ['scripts/build-dossier-check.mjs'], { stdio: 'inherit' })
  },
})

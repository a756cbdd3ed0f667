import { readFileSync } from 'node:fs'
import { defineConfig } from 'tsup'

// The doors in package.json are the only list: each one is built from the source file it stands for.
const manifest = JSON.parse(readFileSync('package.json', 'utf8'))
const sourceOf = (target: string): string => {
  const name = target.replace('./dist/', '').replace(/\.js$/, '')
  return `src/${name}.ts`
}
const doors: string[] = Object.values(manifest.exports)
  .filter((door): door is { import: { default: string } } => typeof door === 'object')
  .map((door) => sourceOf(door.import.default))
const programs: string[] = Object.values(manifest.bin as Record<string, string>).map(sourceOf)

export default defineConfig([
  {
    entry: Object.fromEntries([...doors].map((file) => [file.slice(4, -3), file])),
    format: ['esm', 'cjs'],
    target: 'es2022',
    platform: 'neutral',
    outDir: 'dist',
    splitting: true,
    sourcemap: true,
    clean: true,
    external: [/^#/, /^node:/],
    dts: {
      compilerOptions: {
        ignoreDeprecations: '6.0',
        rewriteRelativeImportExtensions: false,
        allowImportingTsExtensions: true,
      },
    },
  },
  {
    entry: Object.fromEntries(
      [...programs, 'src/hasher-node.ts', 'src/hasher-noble.ts'].map((file) => [file.slice(4, -3), file]),
    ),
    format: ['esm', 'cjs'],
    target: 'es2022',
    platform: 'neutral',
    outDir: 'dist',
    splitting: true,
    sourcemap: true,
    external: [/^#/, /^node:/],
  },
])

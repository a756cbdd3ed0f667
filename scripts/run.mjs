// Runs the parts of this repository that need the built package or a bundle of the sources.
//
//   node scripts/run.mjs demo [options]   builds dist when it is stale, then `motcua demo`
//   node scripts/run.mjs example NAME     one file of examples/, on the built package
//   node scripts/run.mjs bench NAME       one file of bench/, against the peers pinned in bench/package.json
//   node scripts/run.mjs soak NAME        one file of test/soak/ in full; its output goes to docs/measured/NAME.md
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import process from 'node:process'
import { build } from 'esbuild'

const root = resolve(import.meta.dirname, '..')
const [job, ...rest] = process.argv.slice(2)

/** Newest change below a path, in milliseconds; 0 where there is nothing. */
function newestChange(path) {
  if (!existsSync(path)) return 0
  const stats = statSync(path)
  if (!stats.isDirectory()) return stats.mtimeMs
  return Math.max(0, ...readdirSync(path).map((name) => newestChange(join(path, name))))
}

/** Builds dist when a source is newer than its last build. */
function buildWhenStale() {
  const sources = ['src', 'schemas', 'tsup.config.ts', 'package.json']
  const changed = Math.max(...sources.map((name) => newestChange(join(root, name))))
  if (newestChange(join(root, 'dist/cli/main.js')) > changed) return
  process.stderr.write('building dist …\n')
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['node_modules/tsup/dist/cli-default.js', '--no-dts'],
    {
      cwd: root,
      encoding: 'utf8',
    },
  )
  if (status === 0) return
  process.stderr.write(stdout + stderr)
  process.exit(3)
}

/** Names of the TypeScript files in a folder. */
function listNames(folder) {
  if (!existsSync(join(root, folder))) return []
  return readdirSync(join(root, folder))
    .filter((file) => file.endsWith('.ts'))
    .map((file) => file.slice(0, -3))
}

/** The name asked for, or the end of the program with the list of names. */
function nameIn(folder) {
  const names = listNames(folder)
  if (names.includes(rest[0])) return rest[0]
  process.stderr.write(`usage: npm run ${job} NAME, one of: ${names.join(', ') || '(none yet)'}\n`)
  process.exit(2)
}

/** Bundles TypeScript beside its sources' packages and runs it. */
async function runBundle(entry, outfile, { external, stdio = 'inherit', args = [] }) {
  mkdirSync(dirname(outfile), { recursive: true })
  await build({
    ...entry,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    conditions: ['source'],
    packages: 'external',
    ...(external ? { external } : {}),
    outfile,
    logLevel: 'error',
  })
  const result = spawnSync(process.execPath, ['--expose-gc', outfile, ...args], {
    cwd: root,
    stdio,
    encoding: 'utf8',
    maxBuffer: 1 << 26,
  })
  rmSync(outfile, { force: true })
  return result
}

if (job === 'demo') {
  buildWhenStale()
  const { status } = spawnSync(process.execPath, [join(root, 'dist/cli/main.js'), 'demo', ...rest], {
    cwd: root,
    stdio: 'inherit',
  })
  process.exit(status ?? 1)
} else if (job === 'example' || job === 'bench') {
  const folder = job === 'example' ? 'examples' : 'bench'
  const name = nameIn(folder)
  buildWhenStale()
  const entry = { entryPoints: [join(root, folder, `${name}.ts`)] }
  const { status } = await runBundle(entry, join(root, folder, `.run-${name}.mjs`), { args: rest.slice(1) })
  process.exit(status ?? 1)
} else if (job === 'soak') {
  const name = nameIn('test/soak')
  const contents = `import { run } from './test/soak/${name}.ts'\nawait run()`
  const entry = { stdin: { contents, resolveDir: root, loader: 'ts' } }
  const { status, stdout } = await runBundle(entry, join(root, `out/run/soak-${name}.mjs`), {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  process.stdout.write(stdout)
  mkdirSync(join(root, 'docs/measured'), { recursive: true })
  const page = `# ${name}\n\nWritten by \`npm run soak ${name}\` on Node ${process.version}.\n\n\`\`\`\n${stdout.trimEnd()}\n\`\`\`\n`
  writeFileSync(join(root, 'docs/measured', `${name}.md`), page)
  process.exit(status ?? 1)
} else {
  process.stderr.write('usage: node scripts/run.mjs demo|example|bench|soak [NAME]\n')
  process.exit(2)
}

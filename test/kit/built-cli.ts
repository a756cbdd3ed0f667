import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { build } from 'esbuild'

const root = resolve(import.meta.dirname, '../..')

/** The program as a file of its own, run by a new process each time. */
export interface BuiltCli {
  /** Path of the program. */
  readonly program: string
  /** Runs it to its end; output and exit code are given back, nothing is thrown. */
  readonly run: (
    args: readonly string[],
    env?: Readonly<Record<string, string>>,
  ) => { readonly exitCode: number | null; readonly out: string; readonly err: string }
  readonly remove: () => void
}

/** Bundles the program from the sources, inside the tree so that packages are found. */
export async function buildCli(): Promise<BuiltCli> {
  mkdirSync(join(root, 'out'), { recursive: true })
  const folder = mkdtempSync(join(root, 'out/program-'))
  await build({
    absWorkingDir: root,
    entryPoints: ['src/cli/main.ts'],
    outdir: folder,
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    conditions: ['source'],
    packages: 'external',
    outExtension: { '.js': '.mjs' },
    logLevel: 'error',
  })
  return {
    program: join(folder, 'main.mjs'),
    run(args, env = {}) {
      const options = { encoding: 'utf8', env: { ...process.env, ...env } } as const
      const { status, stdout, stderr } = spawnSync(
        process.execPath,
        [join(folder, 'main.mjs'), ...args],
        options,
      )
      return { exitCode: status, out: stdout, err: stderr }
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}

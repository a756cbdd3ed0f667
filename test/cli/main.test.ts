import { spawn, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import process from 'node:process'
import { build, type Metafile } from 'esbuild'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { commandTable } from '../../src/cli/command-table.ts'
import { version } from '../../src/version.ts'
import { plainDocument } from '../kit/signed-document.ts'

const root = resolve(import.meta.dirname, '../..')
let folder: string
let main: string
let metafile: Metafile

beforeAll(async () => {
  // Inside the tree, so that the packages are found; `out` is never committed.
  mkdirSync(join(root, 'out'), { recursive: true })
  folder = mkdtempSync(join(root, 'out/cli-'))
  const built = await build({
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
    metafile: true,
    logLevel: 'error',
  })
  metafile = built.metafile
  main = join(folder, 'main.mjs')
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Sources and packages that come in with a chunk before anything is called. */
function findLoaded(output: string): ReadonlySet<string> {
  const loaded = new Set<string>()
  const visit = (name: string): void => {
    if (loaded.has(name)) return
    loaded.add(name)
    const chunk = metafile.outputs[name]
    for (const input of Object.keys(chunk?.inputs ?? {})) loaded.add(input)
    for (const { path, kind, external } of chunk?.imports ?? []) {
      if (kind === 'import-statement') external ? loaded.add(`package ${path}`) : visit(path)
    }
  }
  visit(output)
  return loaded
}

/** Packages, without Node's own, that come in with the source `input`. */
function findPackages(input: string): readonly string[] {
  const [name = ''] = Object.entries(metafile.outputs).find(([, chunk]) => chunk.entryPoint === input) ?? []
  expect(name, `${input} is a chunk of its own`).not.toBe('')
  return [...findLoaded(name)]
    .filter((path) => path.startsWith('package ') && !path.startsWith('package node:'))
    .map((path) => path.slice('package '.length))
}

/** What a command that only counts days must not make a program load. */
const light: Readonly<Record<string, readonly string[]>> = {
  calendar: [],
  lunar: [],
  due: [],
  term: [],
}

describe('what it gives', () => {
  it('prints its version', () => {
    const { stdout, stderr, status } = spawnSync(process.execPath, [main, '--version'], { encoding: 'utf8' })
    expect({ stdout, stderr, status }).toEqual({ stdout: `${version}\n`, stderr: '', status: 0 })
  })
  it('exits with the code of the call', () => {
    expect(spawnSync(process.execPath, [main, 'no-such-command']).status).toBe(2)
  })
  it('loads nothing but the floor until a command is called', () => {
    const [name = ''] =
      Object.entries(metafile.outputs).find(([, { entryPoint }]) => entryPoint === 'src/cli/main.ts') ?? []
    const loaded = [...findLoaded(name)].filter((path) => path.startsWith('src/'))
    const rooms = loaded.filter((path) => path.split('/').length > 2 && !path.startsWith('src/cli/'))
    const commands = loaded.filter((path) => path.endsWith('-command.ts'))
    expect({ rooms, commands, packages: findPackages('src/cli/main.ts') }).toEqual({
      // Opening and writing files is what the program itself brings to every command.
      rooms: ['src/adapters/file-source.ts', 'src/adapters/messages.ts'],
      commands: [],
      packages: [],
    })
  })
  it.each(commandTable.filter(({ name }) => light[name]).map(({ name }) => name))(
    'loads no package for a command that counts days: %s',
    (name) => {
      expect(findPackages(`src/cli/${name}-command.ts`)).toEqual(light[name])
    },
  )
})

describe('edges', () => {
  it('names the folder that was given for a file', () => {
    const { stderr, status } = spawnSync(process.execPath, [main, 'verify', folder, '--lang', 'en'], {
      encoding: 'utf8',
    })
    expect(status).toBe(3)
    expect(stderr).toContain(`${folder}: this is a folder`)
  })
  it('reads a document from a pipe', () => {
    writeFileSync(join(folder, 'plain.pdf'), plainDocument)
    const line = `cat plain.pdf | "${process.execPath}" "${main}" verify /dev/stdin --json`
    const { stdout, status } = spawnSync('sh', ['-c', line], { cwd: folder, encoding: 'utf8' })
    expect(status).toBe(1)
    expect(JSON.parse(stdout).document.findings[0]).toMatchObject({ code: 'validation/no-signature' })
  })
  it('ends quietly when nobody reads on', async () => {
    const child = spawn(process.execPath, [main, '--help'], { stdio: ['ignore', 'pipe', 'pipe'] })
    child.stdout.destroy()
    let said = ''
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      said += text
    })
    const code = await new Promise<number | null>((done) => {
      child.on('close', done)
    })
    expect({ code, said }).toEqual({ code: 0, said: '' })
  })
})

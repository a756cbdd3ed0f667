import { execFileSync } from 'node:child_process'
import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const root = resolve(import.meta.dirname, '..')
const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
const doors = Object.keys(manifest.exports).filter((door) => door !== './package.json')
const packageOf = (door: string): string => (door === '.' ? 'motcua' : `motcua/${door.slice(2)}`)

/** Packages that each room may make a program load, from the table in docs/house.md, section 2, followed downwards. */
const loads: Record<string, readonly string[]> = {
  calendar: [],
  deadline: [],
  dossier: ['zod'],
  'dossier/codes': [],
  'dossier/history': ['zod'],
  'dossier/json-schema': ['zod'],
  'dossier/units': [],
  catalogue: ['zod'],
  exchange: ['zod'],
  procedure: ['zod', 'xstate'],
  runtime: ['zod', 'xstate'],
  report: ['zod'],
  form: ['pdf-lib', 'fflate', '@cantoo/fontkit', 'uqr', 'zod', 'xstate'],
  'form/tinos': [],
  pdf: ['fflate', '@noble/hashes', '@noble/ciphers'],
  signature: ['fflate', '@noble/hashes', '@noble/ciphers'],
  pki: ['pkijs', 'asn1js'],
  pades: ['fflate', '@noble/hashes', '@noble/ciphers', 'pkijs', 'asn1js'],
  validation: ['fflate', '@noble/hashes', '@noble/ciphers', 'pkijs', 'asn1js'],
}
const watched = [
  'zod',
  'xstate',
  'pdf-lib',
  '@cantoo/fontkit',
  'uqr',
  'fflate',
  '@noble/hashes',
  '@noble/ciphers',
  'pkijs',
  'asn1js',
  'node-forge',
  '@electric-sql/pglite',
  'pg',
  '@xmldom/xmldom',
]

let home: string
/** Runs a program in the folder where the package is installed. */
function runThere(args: readonly string[]): string {
  return execFileSync(process.execPath, args, { cwd: home, encoding: 'utf8' })
}

beforeAll(() => {
  home = mkdtempSync(join(tmpdir(), 'motcua-package-'))
  const packed = execFileSync('npm', ['pack', '--silent', '--ignore-scripts', '--pack-destination', home], {
    cwd: root,
    encoding: 'utf8',
  })
  const tarball = packed.trim().split('\n').at(-1) as string
  writeFileSync(
    join(home, 'package.json'),
    JSON.stringify({ name: 'elsewhere', private: true, dependencies: { motcua: `file:./${tarball}` } }),
  )
  execFileSync('npm', ['install', '--silent', '--no-audit', '--no-fund', '--ignore-scripts'], {
    cwd: home,
    encoding: 'utf8',
  })
  for (const name of ['node-forge', '@electric-sql', '@xmldom']) {
    const target = join(root, 'node_modules', name)
    if (existsSync(target) && !existsSync(join(home, 'node_modules', name)))
      symlinkSync(target, join(home, 'node_modules', name))
  }
}, 300_000)
afterAll(() => rmSync(home, { recursive: true, force: true }))

describe('the packed package, installed elsewhere', () => {
  it('has what it needs and nothing of the workshop', () => {
    const there = join(home, 'node_modules/motcua')
    expect(readdirSync(there).sort()).toEqual(
      expect.arrayContaining(['CHANGELOG.md', 'LICENSE', 'README.md', 'dist', 'package.json', 'src']),
    )
    expect(existsSync(join(there, 'test'))).toBe(false)
    expect(existsSync(join(there, '.ci'))).toBe(false)
  })
  it.each(doors)('opens by import and by require, with the same names: %s', (door) => {
    const name = packageOf(door)
    const list =
      'console.log(JSON.stringify(Object.keys(door).filter((key) => key !== "default" && key !== "module.exports" && key !== "__esModule").sort()))'
    writeFileSync(join(home, 'open.mjs'), `import * as door from '${name}'\n${list}`)
    writeFileSync(join(home, 'open.cjs'), `const door = require('${name}')\n${list}`)
    const byImport = JSON.parse(runThere(['open.mjs']))
    expect(JSON.parse(runThere(['open.cjs']))).toEqual(byImport)
    expect(byImport.length).toBeGreaterThan(0)
  })
  it.each(doors)('loads only the packages of its room: %s', (door) => {
    const name = packageOf(door)
    writeFileSync(
      join(home, 'hook.mjs'),
      `import { registerHooks, register } from 'node:module'
       import { MessageChannel } from 'node:worker_threads'
       const { port1, port2 } = new MessageChannel()
       globalThis.seen = []
       port1.on('message', (url) => globalThis.seen.push(url))
       port1.unref()
       register('data:text/javascript,' + encodeURIComponent(\`
         let port
         export function initialize(data) { port = data.port }
         export async function load(url, context, next) { port.postMessage(url); return next(url, context) }\`), { parentURL: import.meta.url, data: { port: port2 }, transferList: [port2] })
       await import('${name}')
       await new Promise((resolve) => setTimeout(resolve, 50))
       console.log(JSON.stringify(globalThis.seen))`.replace('registerHooks, ', ''),
    )
    const seen: string[] = JSON.parse(runThere(['hook.mjs']).trim().split('\n').at(-1) as string)
    const packages = watched.filter((watchedName) =>
      seen.some((url) => url.includes(`/node_modules/${watchedName}/`)),
    )
    const room = door.slice(2)
    const allowed =
      door === '.'
        ? []
        : room.startsWith('adapters/')
          ? watched
          : (loads[room] ?? loads[room.split('/')[0] as string])
    expect(allowed, `no row for ${door} in the table of this test`).toBeDefined()
    expect(packages.filter((loaded) => !allowed?.includes(loaded))).toEqual([])
  })
  it('runs the command line', () => {
    const program = join(home, 'node_modules/.bin/motcua')
    expect(execFileSync(program, ['--version'], { encoding: 'utf8' }).trim()).toBe(manifest.version)
  })
})

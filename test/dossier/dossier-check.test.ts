import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Dossier } from '../../src/dossier/dossier.ts'
import { obeysRules } from '../../src/dossier/rules.ts'
import { isPlainlyValid as sourceSays } from '../../src/dossier-check-source.ts'
import { arbitraryOf, withFault } from '../kit/arbitrary-of.ts'
import { fullDossier, smallDossier } from '../kit/dossiers.ts'

const root = resolve(import.meta.dirname, '../..')
const built = join(root, 'dist/dossier-check.js')
let folder: string
let isPlainlyValid: (value: unknown) => boolean

/** Loads a compiled check: the one that `npm run build` left in dist where there is one, and a fresh one. */
async function load(file: string): Promise<typeof isPlainlyValid> {
  return (await import(/* @vite-ignore */ pathToFileURL(file).href)).isPlainlyValid
}

beforeAll(async () => {
  mkdirSync(join(root, 'out'), { recursive: true })
  folder = mkdtempSync(join(root, 'out/dossier-check-'))
  const script = pathToFileURL(join(root, 'scripts/build-dossier-check.mjs')).href
  await (await import(/* @vite-ignore */ script)).buildDossierCheck(folder)
  isPlainlyValid = await load(join(folder, 'dossier-check.js'))
}, 60_000)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** What `validateDossier` accepts at once, without zod. */
const acceptsAtOnce = (value: unknown): boolean => isPlainlyValid(value) && obeysRules(value as Dossier)

describe('what it gives', () => {
  it('says yes at once to valid dossiers', () => {
    expect([fullDossier, smallDossier].map(acceptsAtOnce)).toEqual([true, true])
  })
  it('never says yes where zod refuses, and never leaves a valid dossier to zod', () => {
    const dossiers = arbitraryOf(Dossier)
    let yes = 0
    fc.assert(
      fc.property(fc.oneof(dossiers, dossiers.chain(withFault), withFault(fullDossier)), (value) => {
        const verdict = acceptsAtOnce(value)
        if (verdict) yes += 1
        expect(verdict, JSON.stringify(value)).toBe(Dossier.safeParse(value).success)
      }),
      { numRuns: 400 },
    )
    expect(yes).toBeGreaterThan(20)
  })
  it('is what the last build left in dist, where there is one', async ({ skip }) => {
    if (!existsSync(built)) skip('nothing is built')
    const before = await load(built)
    fc.assert(
      fc.property(withFault(fullDossier), (value) => {
        // An older build may be stricter; it may never accept what zod refuses.
        return !(before(value) && obeysRules(value as Dossier)) || Dossier.safeParse(value).success
      }),
      { numRuns: 200 },
    )
  })
})

describe('what it refuses', () => {
  it.each([
    ['decomposed text', { ...smallDossier, summary: 'a\u0301' }],
    ['a lone surrogate', { ...smallDossier, summary: 'a\ud800' }],
    ['a text longer than its bound in characters', { ...smallDossier, summary: 'a'.repeat(1001) }],
    ['a field of its own', { ...smallDossier, extra: 1 }],
    ['a number that is none', { ...smallDossier, sets: Number.NaN }],
    ['no object at all', null],
  ])('does not say yes to %s', (_, value) => {
    expect(isPlainlyValid(value)).toBe(false)
  })
})

describe('edges', () => {
  it('counts characters and not UTF-16 units', () => {
    expect(isPlainlyValid({ ...smallDossier, summary: '😀'.repeat(1000) })).toBe(true)
    expect(isPlainlyValid({ ...smallDossier, summary: '😀'.repeat(1001) })).toBe(false)
  })
  it('knows of no dossier where nothing is built', () => {
    expect(sourceSays(smallDossier)).toBe(false)
  })
})

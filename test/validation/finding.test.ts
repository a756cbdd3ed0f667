import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { findingSentences } from '../../src/pki/findings.ts'
import { checkSentences } from '../../src/validation/check-sentences.ts'
import { attackNames, checkNames, modificationLevels } from '../../src/validation/index.ts'

describe('the words of validation', () => {
  it('name each check, level and attack once, in kebab-case', () => {
    for (const names of [checkNames, modificationLevels, attackNames]) {
      expect(new Set(names).size).toBe(names.length)
      for (const name of names) expect(name).toMatch(/^[a-z]+(-[a-z]+)*$/)
    }
  })
})

describe('the page of all findings', () => {
  const page = readFileSync(new URL('../../docs/validation-findings.md', import.meta.url), 'utf8')
  const rows = new Map(
    [...page.matchAll(/^\| `([^`]+)` \| ([^|]+) \| (.+) \| (.+) \|$/gm)].map(
      ([, code = '', outcome, en, vi]) => [code, { outcome, en, vi }],
    ),
  )
  const attacks = attackNames.map((name) => `validation/attack-${name}`)

  it('lists every code once, and nothing that the code does not know', () => {
    const known = [...Object.keys(checkSentences), ...Object.keys(findingSentences), ...attacks]
    expect([...rows.keys()].sort()).toEqual(known.sort())
    expect(page.match(/^\| `/gm)?.length).toBe(known.length)
  })
  it('tells outcome and both sentences as the code has them', () => {
    for (const [code, { outcome, en, vi }] of Object.entries({ ...checkSentences, ...findingSentences }))
      expect([code, rows.get(code)]).toEqual([code, { outcome, en, vi }])
  })
})

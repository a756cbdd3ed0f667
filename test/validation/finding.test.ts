import { describe, expect, it } from 'vitest'
import { attackNames, checkNames, modificationLevels } from '../../src/validation/index.ts'

describe('the words of validation', () => {
  it('name each check, level and attack once, in kebab-case', () => {
    for (const names of [checkNames, modificationLevels, attackNames]) {
      expect(new Set(names).size).toBe(names.length)
      for (const name of names) expect(name).toMatch(/^[a-z]+(-[a-z]+)*$/)
    }
  })
})

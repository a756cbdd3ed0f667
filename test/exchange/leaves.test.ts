import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type * as z from 'zod'
import { validateDossier } from '../../src/dossier/index.ts'
import { messageSchemaNames } from '../../src/exchange/index.ts'
import { buildMessageSchema, schemas } from '../../src/exchange/json-schema.ts'
import { PlatformDay, PlatformInstant, PlatformTime, PortalTime } from '../../src/exchange/leaves.ts'

describe('what it gives', () => {
  it.each([
    ['the portal', PortalTime, ['20260828152000', '20261231235959', '']],
    ['the platform', PlatformTime, ['2026-08-28 15:20:00']],
    [
      'progress over the platform',
      PlatformInstant,
      ['2026-08-28T15:20:00.000+07:00', '2026-08-28T08:20:00.000Z'],
    ],
    ['a day of the platform', PlatformDay, ['1990-02-28', '1990-02-28 00:00:00', '']],
  ])('takes the times of %s', (_, schema, times) => {
    for (const time of times) expect(schema.safeParse(time).success, time).toBe(true)
  })
})

describe('what it refuses', () => {
  it.each([
    ['the portal', PortalTime, ['2026-08-28 15:20:00', '20260828', '20261328152000', '20260828242000', ' ']],
    ['the platform', PlatformTime, ['20260828152000', '2026-08-28T15:20:00', '']],
    ['progress over the platform', PlatformInstant, ['2026-08-28T15:20:00+07:00', '20260828152000', '']],
    ['a day of the platform', PlatformDay, ['28/02/1990', '19900228']],
  ])('refuses the times of others for %s', (_, schema, times) => {
    for (const time of times) expect(schema.safeParse(time).success, time).toBe(false)
  })
})

describe('edges', () => {
  const patterns = new Set(
    messageSchemaNames.flatMap((name) =>
      [...JSON.stringify(buildMessageSchema(name)).matchAll(/"pattern":"((?:[^"\\]|\\.)*)"/g)].map(
        ([, source]) => JSON.parse(`"${source}"`) as string,
      ),
    ),
  )
  it('has patterns at all', () => {
    expect(patterns.size).toBeGreaterThan(4)
  })
  it.each([...patterns])('%s takes time in proportion to the text', (pattern) => {
    const regex = new RegExp(pattern)
    for (const attack of ['0', ' ', '-', '20260828', '2026-08-28 ', '\t', 'ế', 'a']) {
      const text = `${attack.repeat(100_000)}!`
      const start = performance.now()
      regex.test(text)
      // A backtracking pattern would need minutes for this.
      expect(performance.now() - start, attack).toBeLessThan(1500)
    }
  })
  it('judges any JSON without throwing, in the office’s words', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 4 }), fc.constantFrom(...messageSchemaNames), (value, name) => {
        const schema: z.ZodType = schemas[name]
        const verdict = validateDossier(value, { schema, language: 'en' })
        if (!verdict.ok) for (const { message } of verdict.issues) expect(message).not.toBe('')
      }),
      { numRuns: 300 },
    )
  })
})

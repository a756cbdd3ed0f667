import { readFileSync } from 'node:fs'
import { Ajv2020 as Ajv } from 'ajv/dist/2020.js'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type * as z from 'zod'
import { buildMessageSchema, type MessageSchemaName, messageSchemaNames } from '../../src/exchange/index.ts'
import { schemas } from '../../src/exchange/json-schema.ts'
import { faultyOf } from '../kit/arbitrary-of.ts'

const folder = new URL('../../schemas/', import.meta.url)
const readShipped = (name: string) => JSON.parse(readFileSync(new URL(`${name}.schema.json`, folder), 'utf8'))

describe('what it gives', () => {
  it.each(messageSchemaNames)('is what schemas/ ships: %s', (name) => {
    expect(readShipped(name)).toEqual(buildMessageSchema(name))
    expect(buildMessageSchema(name)).toMatchObject({
      $id: `urn:motcua:schema:${name}:1`,
      title: expect.any(String),
      description: expect.any(String),
    })
  })
  it('compiles in strict mode', () => {
    const ajv = new Ajv({ strict: true, strictTypes: false, strictRequired: false, allowUnionTypes: true })
    for (const name of messageSchemaNames)
      expect(() => ajv.compile(buildMessageSchema(name)), name).not.toThrow()
  })
})

describe('what it must not touch', () => {
  it.each(messageSchemaNames)(
    'gives the same verdict as the zod schema on values and their faults: %s',
    (name) => {
      const schema: z.ZodType = schemas[name as MessageSchemaName]
      const validate = new Ajv({ strict: false }).compile(readShipped(name))
      let accepted = 0
      fc.assert(
        fc.property(faultyOf(schema), (value) => {
          const verdict = validate(value)
          if (verdict) accepted += 1
          expect(verdict, JSON.stringify(value)).toBe(schema.safeParse(value).success)
        }),
        { numRuns: 60 },
      )
      expect(accepted).toBeGreaterThan(3)
    },
  )
})

import { readFileSync } from 'node:fs'
import { Ajv2020 as Ajv } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { listBuiltInProcesses } from '../../src/procedure/built-in/index.ts'
import { buildProcessSchema, lintProcess, ProcessDefinition } from '../../src/procedure/index.ts'
import { faultyOf } from '../kit/arbitrary-of.ts'
import { everything } from '../kit/processes.ts'

const shipped = JSON.parse(
  readFileSync(new URL('../../schemas/process-definition.schema.json', import.meta.url), 'utf8'),
)
const ajv = new Ajv({ strict: true, strictTypes: false, strictRequired: false })
addFormats.default(ajv)
const isDefinition = ajv.compile(shipped)
const whole = [...listBuiltInProcesses().map(({ process: one }) => one), everything].map(
  ({ definition }): unknown => JSON.parse(JSON.stringify(definition)),
)

describe('what it gives', () => {
  it('is what schemas/ ships, under the name that the lint message gives', () => {
    expect(shipped).toEqual(buildProcessSchema())
    expect(shipped.$id).toBe('urn:motcua:schema:process-definition:1')
    const [first] = lintProcess({})
    expect(first?.remedy?.en).toContain('process-definition.schema.json')
  })
  it('accepts every built-in process', () => {
    for (const definition of whole)
      expect(isDefinition(definition), JSON.stringify(isDefinition.errors)).toBe(true)
  })
  it('refers only to what it holds', () => {
    const known = Object.keys(shipped.$defs)
    const referred = [...JSON.stringify(shipped).matchAll(/"#\/\$defs\/(\w+)"/g)].map(([, name]) => name)
    expect(referred.length).toBeGreaterThan(10)
    expect(referred.filter((name) => !known.includes(name as string))).toEqual([])
  })
})

describe('what it refuses', () => {
  it('gives the same verdict as the zod schema on generated values and their faults', () => {
    let accepted = 0
    fc.assert(
      fc.property(faultyOf(ProcessDefinition), (value) => {
        const json: unknown = JSON.parse(JSON.stringify(value ?? null))
        const verdict = isDefinition(json)
        if (verdict) accepted += 1
        expect(verdict, JSON.stringify(json)).toBe(ProcessDefinition.safeParse(json).success)
      }),
      { numRuns: 200 },
    )
    expect(accepted).toBeGreaterThan(20)
    expect(accepted).toBeLessThan(200)
  })
})

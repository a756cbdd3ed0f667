import { readdirSync, readFileSync } from 'node:fs'
import { Ajv2020 as Ajv } from 'ajv/dist/2020.js'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type * as z from 'zod'
import { Dossier } from '../../../src/dossier/dossier.ts'
import {
  buildJsonSchema,
  buildOpenApi,
  type SchemaName,
  schemaNames,
  schemas,
} from '../../../src/dossier/json-schema/build-json-schema.ts'
import { faultyOf } from '../../kit/arbitrary-of.ts'
import { fullDossier, smallDossier } from '../../kit/dossiers.ts'

const folder = new URL('../../../schemas/', import.meta.url)
const readShipped = (name: string) => JSON.parse(readFileSync(new URL(name, folder), 'utf8'))

/** Ajv as others would set it up for the shipped files: strict, formats left to the patterns. */
const ajv = new Ajv({ strict: true, strictTypes: false, strictRequired: false, validateFormats: false })

/** Whether the structure is right: everything but the rules that JSON Schema cannot say. */
function hasRightStructure(schema: z.ZodType, value: unknown): boolean {
  const parsed = schema.safeParse(value)
  return parsed.success || parsed.error.issues.every(({ code }) => code === 'custom')
}

describe('what it gives', () => {
  it('is what schemas/ ships', () => {
    for (const name of schemaNames)
      expect(readShipped(`${name}.schema.json`), name).toEqual(buildJsonSchema(name))
    expect(readShipped('openapi.json')).toEqual(buildOpenApi())
  })
  it('has a stable id, a title in Vietnamese and a description in English for every schema', () => {
    for (const name of schemaNames) {
      const { $id, $schema, title, description } = buildJsonSchema(name)
      expect($schema).toBe('https://json-schema.org/draft/2020-12/schema')
      expect($id).toBe(`urn:motcua:schema:${name}:1`)
      expect([typeof title, typeof description]).toEqual(['string', 'string'])
    }
  })
  it('calls every field by the office’s words', () => {
    const bare: string[] = []
    const visit = (node: unknown, path: string): void => {
      if (typeof node !== 'object' || node === null) return
      const { properties } = node as { properties?: Record<string, { title?: string; description?: string }> }
      for (const [key, field] of Object.entries(properties ?? {})) {
        const { title, description } = field
        if (!title || !description || title === key) bare.push(`${path}.${key}`)
      }
      for (const [key, member] of Object.entries(node)) visit(member, `${path}.${key}`)
    }
    for (const name of schemaNames) visit(buildJsonSchema(name), name)
    expect(bare).toEqual([])
  })
  it('refers only to what it holds', () => {
    const { components } = buildOpenApi() as { components: { schemas: object } }
    const known = Object.keys(components.schemas)
    const referred = [...JSON.stringify(components).matchAll(/"#\/components\/schemas\/(\w+)"/g)].map(
      ([, name]) => name,
    )
    expect(referred.length).toBeGreaterThan(20)
    expect(referred.filter((name) => !known.includes(name as string))).toEqual([])
    expect(JSON.stringify(components)).not.toContain('$defs')
  })
  it('accepts what the schema accepts', () => {
    const validate = ajv.compile(buildJsonSchema('dossier'))
    expect([validate(fullDossier), validate(smallDossier)]).toEqual([true, true])
  })
})

describe('the same verdict as zod', () => {
  const rounds: Partial<Record<SchemaName, number>> = { dossier: 300, 'case-document': 20, 'case-event': 150 }
  it.each(schemaNames)('is given by %s for values and their faults', (name) => {
    const schema: z.ZodType = schemas[name]
    const validate = new Ajv({ strict: false, validateFormats: false }).compile(
      readShipped(`${name}.schema.json`),
    )
    let accepted = 0
    const numRuns = rounds[name] ?? 100
    fc.assert(
      fc.property(faultyOf(schema), (value) => {
        const verdict = validate(value)
        if (verdict) accepted += 1
        expect(verdict, JSON.stringify(value)).toBe(hasRightStructure(schema, value))
      }),
      { numRuns },
    )
    expect(accepted, 'values of both kinds').toBeGreaterThan(numRuns / 10)
    expect(accepted).toBeLessThan(numRuns)
  })
})

describe('what JSON Schema cannot say', () => {
  it.each([
    ['that text is composed', { ...smallDossier, summary: 'Ca\u0302\u0301p' }],
    ['that surrogates come in pairs', { ...smallDossier, summary: 'a\ud800b' }],
    ['that an owner needs an authorisation', { ...smallDossier, owner: smallDossier.applicant }],
  ])('is %s: zod alone refuses', (_, dossier) => {
    expect(ajv.compile({ ...buildJsonSchema('dossier'), $id: 'urn:motcua:test' })(dossier)).toBe(true)
    ajv.removeSchema('urn:motcua:test')
    const parsed = Dossier.safeParse(dossier)
    expect(parsed.error?.issues.map(({ code }) => code)).toEqual(['custom'])
  })
  it('is marked where text has to be composed', () => {
    const { properties } = buildJsonSchema('dossier') as { properties: { summary: { $comment?: string } } }
    expect(properties.summary.$comment).toBe('NFC')
  })
  it('lists no file that is not a schema of this package', () => {
    expect(
      readdirSync(folder).filter((name) => !/^[a-z-]+\.schema\.json$|^openapi\.json$/.test(name)),
    ).toEqual([])
  })
})

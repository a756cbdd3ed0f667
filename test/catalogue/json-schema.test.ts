import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { nationalProcedures2021 } from '../../src/catalogue/data/index.ts'
import {
  buildCatalogueSchema,
  Catalogue,
  catalogueSchemaNames,
  emptyCatalogue,
  Procedure,
  procedures,
  publishDecision,
} from '../../src/catalogue/index.ts'

const ajv = new Ajv2020({ strict: false })
addFormats.default(ajv)
const isProcedure = ajv.compile(buildCatalogueSchema('procedure'))
const all = [...procedures, ...nationalProcedures2021]

/** Replaces, removes or adds one member somewhere in a value. */
function mutate(value: unknown, [at, ...path]: readonly number[], change: unknown): unknown {
  if (typeof value !== 'object' || value === null || at === undefined) return change
  const keys = Object.keys(value)
  const key = keys[at % (keys.length + 1)]
  if (Array.isArray(value)) {
    return key === undefined
      ? [...value, change]
      : value.map((old, index) => (index === Number(key) ? mutate(old, path, change) : old))
  }
  const record: Record<string, unknown> = { ...value }
  if (key === undefined) return { ...record, colour: change }
  if (change === undefined && path.length === 0) delete record[key]
  else record[key] = mutate(record[key], path, change)
  return record
}

describe('what it gives', () => {
  it('has a stable id and the words of the office in both languages', () => {
    for (const name of catalogueSchemaNames)
      expect(buildCatalogueSchema(name).$id).toBe(`urn:motcua:schema:${name}:1`)
    expect(JSON.stringify(buildCatalogueSchema('procedure'))).toContain('"title":"Thành phần hồ sơ"')
  })
  it('passes every built-in record', () => {
    for (const procedure of all) expect(isProcedure(procedure), procedure.id).toBe(true)
  })
  it('passes a catalogue with its decisions', () => {
    const catalogue = publishDecision(emptyCatalogue, {
      number: 'QĐ 1',
      signedOn: '2026-01-05',
      effectiveFrom: '2026-01-15',
      issuer: 'UBND tỉnh (hư cấu)',
      items: procedures.flatMap((procedure) =>
        procedure.code === undefined ? [] : [{ kind: 'new' as const, procedure }],
      ),
    })
    expect(ajv.compile(buildCatalogueSchema('catalogue'))(catalogue)).toBe(true)
    expect(Catalogue.safeParse(catalogue).success).toBe(true)
  })
})

describe('what it must not touch', () => {
  it('gives the same verdict as the zod schema on mutated records', () => {
    const change = fc.constantFrom<unknown>(
      undefined,
      null,
      '',
      'x',
      0,
      -1,
      1.5,
      true,
      [],
      {},
      '2026-02-30',
      '1.000001',
    )
    fc.assert(
      fc.property(
        fc.constantFrom(...all),
        fc.array(fc.nat(12), { minLength: 1, maxLength: 6 }),
        change,
        (record, path, member) => {
          // Through JSON, because a schema for JSON knows no `undefined`.
          const mutated: unknown = JSON.parse(JSON.stringify(mutate(record, path, member) ?? null))
          expect(isProcedure(mutated)).toBe(Procedure.safeParse(mutated).success)
        },
      ),
      { numRuns: 1000 },
    )
  })
})

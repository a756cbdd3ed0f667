import { readFileSync } from 'node:fs'
import { Ajv2020 } from 'ajv/dist/2020.js'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isoDate } from '../../../src/date.ts'
import {
  findSuccessors,
  findUnit,
  findUnits,
  findUnitsByName,
  loadCommunes,
} from '../../../src/dossier/units/index.ts'
import { communeFindings } from '../../../src/dossier/units/messages.ts'

/** Invented communes of Hà Nội and Đắk Nông; the codes are not theirs. */
const table = {
  schema: 'motcua/communes@1',
  source: 'invented for this test',
  units: [
    {
      code: '99001',
      name: 'Hòa Bình',
      kind: 'ward',
      parent: '01',
      validFrom: '2010-01-01',
      validTo: '2025-06-30',
    },
    {
      code: '99002',
      name: 'Hoa Bình',
      kind: 'commune',
      parent: '01',
      validFrom: '2010-01-01',
      validTo: '2025-06-30',
    },
    {
      code: '99001',
      name: 'Hòa Bình',
      kind: 'ward',
      parent: '01',
      validFrom: '2025-07-01',
      aliases: ['Hòa Bình Mới'],
    },
    { code: '99003', name: 'Ba Vì Hạ', kind: 'commune', parent: '01', validFrom: '2025-07-01' },
  ],
  changes: [
    { effectiveFrom: '2025-07-01', act: 'invented', from: ['99001', '99002'], to: ['99001'] },
    {
      effectiveFrom: '2025-07-01',
      act: 'invented too',
      certainty: 'verified',
      from: ['99002'],
      to: ['99003'],
    },
  ],
}

const codesOf = (findings: readonly { code: string }[]): string[] => findings.map(({ code }) => code)
const today = isoDate('2026-01-01')

describe('what it gives', () => {
  it('loads a table that all the other questions can be asked of', () => {
    const { register, findings } = loadCommunes(JSON.stringify(table))
    expect(findings).toEqual([])
    expect(findUnit(register, '99001', today)?.validFrom).toBe('2025-07-01')
    expect(findUnits(register, today, '01').map(({ name }) => name)).toEqual(['Ba Vì Hạ', 'Hòa Bình'])
    const [way] = findSuccessors(register, { code: '99001', on: isoDate('2020-01-01') }, today)
    expect(way?.changes[0]?.act).toBe('invented')
    expect(findUnitsByName(register, 'hoa binh moi', today).map(({ code }) => code)).toEqual(['99001'])
  })
  it('puts the name that is written with the same diacritics first', () => {
    const { register } = loadCommunes(table)
    const old = isoDate('2020-01-01')
    expect(findUnitsByName(register, 'Hòa Bình', old).map(({ code }) => code)).toEqual(['99001', '99002'])
    expect(findUnitsByName(register, 'xã Hoa Bình', old).map(({ code }) => code)).toEqual(['99002', '99001'])
  })
  it('says every field that it did not read', () => {
    const { register, findings } = loadCommunes({
      ...table,
      note: 'x',
      units: [{ ...table.units[3], population: 12 }],
      changes: [],
    })
    expect(findings.map(({ code, place }) => ({ code, place }))).toEqual([
      { code: 'units/unknown-field', place: '$.note' },
      { code: 'units/unknown-field', place: '$.units[0].population' },
    ])
    expect(register.units).toHaveLength(1)
  })
})

describe('what it refuses', () => {
  it('refuses what is no table at all', () => {
    expect(codesOf(loadCommunes('{').findings)).toEqual(['units/not-json'])
    expect(codesOf(loadCommunes([]).findings)).toEqual(['units/not-a-table'])
    expect(codesOf(loadCommunes({ schema: 'motcua/communes@2' }).findings)).toEqual(['units/not-a-table'])
    expect(codesOf(loadCommunes({ ...table, units: {} }).findings)).toContain('units/not-a-table')
  })
  it.each([
    ['code', '1'],
    ['name', ' '],
    ['kind', 'hamlet'],
    ['parent', 1],
    ['validFrom', '2025-02-30'],
    ['validTo', '30/06/2025'],
    ['aliases', 'x'],
  ])('leaves out a unit whose %s is wrong and says the place', (field, value) => {
    const { register, findings } = loadCommunes({
      ...table,
      units: [{ ...table.units[3], [field]: value }],
      changes: [],
    })
    expect(register.units).toEqual([])
    expect(findings).toMatchObject([
      { code: 'units/wrong-value', severity: 'error', place: `$.units[0].${field}` },
    ])
  })
  it('leaves out the second of two units that claim the same code and day', () => {
    const { register, findings } = loadCommunes({
      ...table,
      units: [table.units[0], { ...table.units[0], validFrom: '2025-06-30', validTo: undefined }],
      changes: [],
    })
    expect(register.units).toHaveLength(1)
    expect(codesOf(findings)).toEqual(['units/overlap'])
  })
  it('leaves out a change that names a unit of another day', () => {
    const { register, findings } = loadCommunes({
      ...table,
      changes: [{ effectiveFrom: '2025-07-02', act: 'invented', from: ['99002'], to: ['99001'] }],
    })
    expect(register.changes).toEqual([])
    expect(findings).toMatchObject([{ code: 'units/unknown-in-change', place: '$.changes[0].from' }])
  })
})

describe('edges', () => {
  it('warns of a unit above that did not exist on the first day', () => {
    const { register, findings } = loadCommunes({
      ...table,
      units: [{ ...table.units[3], parent: '67' }],
      changes: [],
    })
    expect(findings).toMatchObject([{ code: 'units/unknown-parent', severity: 'warning' }])
    expect(register.units).toHaveLength(1)
  })
  it('never throws, whatever is loaded', () => {
    fc.assert(
      fc.property(fc.oneof(fc.json(), fc.jsonValue()), (value) => {
        expect(Array.isArray(loadCommunes(value).findings)).toBe(true)
      }),
    )
  })
})

describe('what it must not touch', () => {
  it('agrees with the published JSON Schema', () => {
    const schema = JSON.parse(readFileSync('schemas/communes.schema.json', 'utf8'))
    const validate = new Ajv2020({ formats: { date: true } }).compile(schema)
    expect(validate(table)).toBe(true)
    for (const [field, value] of [
      ['code', '1'],
      ['kind', 'hamlet'],
      ['parent', 'x'],
      ['population', 12],
    ] as const) {
      const wrong = { ...table, units: [{ ...table.units[3], [field]: value }], changes: [] }
      expect(validate(wrong), field).toBe(false)
      expect(loadCommunes(wrong).findings.length, field).toBeGreaterThan(0)
    }
  })
  it('has a sentence in both languages for every finding', () => {
    for (const [code, { vi, en, remedy }] of Object.entries(communeFindings)) {
      expect(typeof vi === 'function' && typeof en === 'function', code).toBe(true)
      expect(remedy.vi !== '' && remedy.en !== '', code).toBe(true)
    }
  })
})

import { describe, expect, it } from 'vitest'
import { findProcedure, Procedure, procedures } from '../../src/catalogue/index.ts'

describe('what it gives', () => {
  it('finds 2.000908 with the four published steps of eight working hours', () => {
    const procedure = findProcedure('2.000908')
    expect(procedure.name).toBe('Cấp bản sao từ sổ gốc')
    expect(procedure.process.steps.map(({ amount, unit }) => `${amount} ${unit}`)).toEqual([
      '2 giờ',
      '3 giờ',
      '2 giờ',
      '1 giờ',
    ])
  })
  it('finds the national record behind a localised code', () => {
    expect(findProcedure('2.000908.000.00.00.H26')?.id).toBe('2.000908')
  })
})

describe('what it refuses', () => {
  it('finds nothing for a code it does not hold', () => {
    expect(findProcedure('9.999999')).toBeUndefined()
    expect(findProcedure('')).toBeUndefined()
    expect(findProcedure('2.0009081')).toBeUndefined()
  })
})

describe('edges', () => {
  it('holds only records that satisfy their own schema, each id once', () => {
    for (const procedure of procedures)
      expect(Procedure.safeParse(procedure).error, procedure.id).toBeUndefined()
    expect(new Set(procedures.map(({ id }) => id)).size).toBe(procedures.length)
  })
})

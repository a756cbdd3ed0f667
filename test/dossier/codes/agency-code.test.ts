import { describe, expect, it } from 'vitest'
import { isoDate } from '../../../src/date.ts'
import { isAgencyCode, parseAgencyCode } from '../../../src/dossier/codes/index.ts'

const codesOf = (doubts: readonly { code: string }[]): string[] => doubts.map(({ code }) => code)

describe('what it gives', () => {
  it.each([
    [
      '000.00.64.H10',
      { form: 'old', topCode: 'H10', topName: 'Bình Phước', levels: 2, parent: '000.00.00.H10' },
    ],
    [
      '000.17.22.H56',
      { form: 'old', topCode: 'H56', topName: 'Thanh Hóa', levels: 3, parent: '000.00.22.H56' },
    ],
    [
      '005.17.22.H56',
      { form: 'old', topCode: 'H56', topName: 'Thanh Hóa', levels: 4, parent: '000.17.22.H56' },
    ],
    ['000.00.00.H56', { form: 'old', topCode: 'H56', topName: 'Thanh Hóa', levels: 1 }],
  ])('reads the old identifier %s from right to left', (text, facts) => {
    expect(parseAgencyCode(text)).toEqual({ ok: true, value: text, facts, doubts: [] })
  })
  it('reads the new identifier from left to right', () => {
    expect(parseAgencyCode('H36.01.02').facts).toEqual({
      form: 'new',
      topCode: 'H36',
      topName: 'Lâm Đồng',
      levels: 3,
      parent: 'H36.01',
    })
    expect(parseAgencyCode('G09.20').facts).toMatchObject({ topName: 'Bộ Nội vụ', parent: 'G09' })
  })
  it('reads the schemes of bodies outside the state', () => {
    expect(parseAgencyCode('Z01ABC123').facts).toEqual({ form: 'other', topCode: 'Z01', levels: 1 })
  })
})

describe('what it refuses', () => {
  it.each([
    '',
    'H5',
    'H56.',
    'H56..01',
    '.H56',
    'Z00A',
    'Z01',
    '000.00.64',
    '00.00.64.H10',
    `H56.${'A'.repeat(32)}`,
  ])('refuses %j', (text) => {
    expect(codesOf(parseAgencyCode(text).doubts)).toEqual(['codes/wrong-form'])
    expect(isAgencyCode(text)).toBe(false)
  })
})

describe('edges', () => {
  it('allows 35 characters and no more (QĐ 20/2020/QĐ-TTg)', () => {
    expect(parseAgencyCode(`H56.${'A'.repeat(31)}`).ok).toBe(true)
    expect(parseAgencyCode(`Z01${'A'.repeat(32)}`).ok).toBe(true)
    expect(parseAgencyCode(`Z01${'A'.repeat(33)}`).ok).toBe(false)
  })
  it('hints at a top code it does not know, and at provinces that were merged', () => {
    expect(codesOf(parseAgencyCode('A01').doubts)).toEqual(['codes/unknown-authority'])
    const on = isoDate('2025-07-01')
    expect(codesOf(parseAgencyCode('000.00.64.H10', { on }).doubts)).toEqual(['codes/superseded-unit'])
    expect(parseAgencyCode('000.00.64.H10', { on: isoDate('2025-06-30') }).doubts).toEqual([])
    expect(parseAgencyCode('000.00.00.H26', { on }).doubts).toEqual([])
    expect(parseAgencyCode('000.00.00.H57', { on }).doubts).toEqual([])
  })
  it('writes small letters large and says so', () => {
    expect(parseAgencyCode('h36.01.02')).toMatchObject({
      value: 'H36.01.02',
      doubts: [{ code: 'codes/cleaned' }],
    })
  })
})

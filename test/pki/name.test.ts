import { describe, expect, it } from 'vitest'
import { readDer } from '../../src/pki/der/read-der.ts'
import { isSameName, type NameInput, readName, writeName } from '../../src/pki/name.ts'

const nameOf = (name: NameInput) => readName(readDer(writeName(name), 'name'))

const agency: NameInput = [
  ['C', 'VN'],
  ['O', 'Cơ quan thử'],
]

describe('what it gives', () => {
  it.each<[string, NameInput]>([
    ['case', [agency[0] ?? ['C', ''], ['O', 'CƠ QUAN thử']]],
    ['white space', [agency[0] ?? ['C', ''], ['O', '  Cơ  quan\tthử ']]],
    ['composition', [agency[0] ?? ['C', ''], ['O', 'Cơ quan thử'.normalize('NFD')]]],
  ])('takes names for the same that differ in %s only', (_, other) => {
    expect(isSameName(nameOf(agency), nameOf(other))).toBe(true)
  })
})

describe('what it refuses', () => {
  it.each<[string, NameInput]>([
    [
      'another value',
      [
        ['C', 'VN'],
        ['O', 'Cơ quan khác'],
      ],
    ],
    [
      'another type',
      [
        ['C', 'VN'],
        ['OU', 'Cơ quan thử'],
      ],
    ],
    [
      'another order',
      [
        ['O', 'Cơ quan thử'],
        ['C', 'VN'],
      ],
    ],
    ['one more', [...agency, ['CN', 'x']]],
  ])('tells names with %s apart', (_, other) => {
    expect(isSameName(nameOf(agency), nameOf(other))).toBe(false)
  })
})

describe('edges', () => {
  it('cannot be led to take one long value for two', () => {
    const two = nameOf([
      ['O', 'a'],
      ['O', 'b'],
    ])
    for (const joint of ['\u0000', '\u0001', '","', '"],["', '+']) {
      for (const type of ['O=', '2.5.4.10=', '']) {
        expect(isSameName(two, nameOf([['O', `a${joint}${type}b`]]))).toBe(false)
      }
    }
  })
})

import { describe, expect, it } from 'vitest'
import { recogniseForgery } from '../../../src/validation/attack/forgery.ts'
import { attackFactsOf } from '../../kit/attack-facts.ts'
import { overwrite } from '../../kit/attacks/append.ts'
import { signedDocument } from '../../kit/changed-document.ts'

const signed = signedDocument()
const contents = /\/Contents <[0-9a-fA-F]*>/
const byteRange = /\/ByteRange \[[^\]]*\]/
const signs = (bytes: Uint8Array) => recogniseForgery(attackFactsOf(bytes)).map(({ variant }) => variant)

describe('what it gives', () => {
  it.each<[string, RegExp, (found: string) => string]>([
    ['contents-missing', contents, () => '/Kontents null'],
    ['contents-null', contents, () => '/Contents null'],
    ['contents-null', contents, () => '/Contents 99 0 R'],
    ['contents-no-string', contents, () => '/Contents 5'],
    ['contents-no-string', contents, () => '/Contents/A'],
    ['contents-empty', contents, () => '/Contents <>'],
    ['contents-zero', contents, (found) => found.replace(/[0-9a-fA-F](?=[0-9a-fA-F]*>)/g, '0')],
    ['contents-no-cms', contents, (found) => found.replace(/<../, '<ff')],
    ['contents-cut', contents, (found) => found.replace(/<..../, '<307f')],
    ['contents-cut', contents, () => '/Contents <30>'],
    ['contents-cut', contents, (found) => found.replace(/<.{8}/, '<3082ffff')],
    ['contents-cut', contents, (found) => found.replace(/<..../, '<30ff')],
    ['byte-range-missing', byteRange, (found) => found.replace('ByteRange', 'ByteRangd')],
    ['byte-range-null', byteRange, () => '/ByteRange null'],
    ['byte-range-malformed', byteRange, () => '/ByteRange /All'],
    ['byte-range-malformed', byteRange, () => '/ByteRange [0 1 /A 2]'],
    ['byte-range-count', byteRange, () => '/ByteRange []'],
    ['byte-range-count', byteRange, () => '/ByteRange [0 9 9]'],
    ['byte-range-count', byteRange, () => '/ByteRange [0 9 9 9 9 9]'],
    ['byte-range-negative', byteRange, () => '/ByteRange [0 -9 9 9]'],
    ['byte-range-start', byteRange, () => '/ByteRange [1 9 19 9]'],
    ['byte-range-overlap', byteRange, () => '/ByteRange [0 0 0 0]'],
    ['byte-range-overlap', byteRange, () => '/ByteRange [0 99 9 9]'],
    ['byte-range-overlap', byteRange, () => '/ByteRange [0 9 19 0]'],
    ['byte-range-beyond-file', byteRange, () => '/ByteRange [0 9 99 999999]'],
  ])('%s (%#)', (variant, pattern, replacement) => {
    const [attack, ...more] = recogniseForgery(attackFactsOf(overwrite(signed, pattern, replacement)))
    expect([attack?.variant, more]).toEqual([variant, []])
    expect(attack).toMatchObject({ name: 'universal-forgery', stage: 'carried-out', place: 'Sig1 /V' })
  })

  it('each fault of several', () => {
    const both = overwrite(
      overwrite(signed, contents, () => '/Contents null'),
      byteRange,
      () => '/ByteRange null',
    )
    expect(signs(both)).toEqual(['contents-null', 'byte-range-null'])
  })

  it('an entry that is written twice', () => {
    expect(signs(overwrite(signed, contents, () => '/Contents <30> /Contents <3000>'))).toContain(
      'entry-repeated',
    )
  })
})

describe('what it refuses', () => {
  it('to call a proper signature forged', () => {
    expect(signs(signed)).toEqual([])
  })
})

describe('edges', () => {
  it('indefinite and long lengths are lengths', () => {
    for (const head of ['<3080', '<3081']) {
      const bytes = overwrite(signed, contents, (found) => found.replace(/<..../, head))
      expect(signs(bytes)).toEqual([])
    }
  })
  it('a range that ends with the file is none that goes beyond it', () => {
    const end = signed.length
    expect(signs(overwrite(signed, byteRange, () => `/ByteRange [0 9 19 ${end - 19}]`))).toEqual([])
    expect(signs(overwrite(signed, byteRange, () => `/ByteRange [0 9 19 ${end - 18}]`))).toEqual([
      'byte-range-beyond-file',
    ])
  })
})

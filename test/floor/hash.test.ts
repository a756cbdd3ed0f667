import { describe, expect, it } from 'vitest'
import { writeHex, writeUtf8 } from '../../src/bytes.ts'
import { canonicalJson, createHasher, type HashAlgorithm, hashBytes, hashJson } from '../../src/hash.ts'
import { createHasher as createNobleHasher } from '../../src/hasher-noble.ts'

describe('what it gives', () => {
  it('digests "abc" as FIPS 180-4 says', () => {
    expect(writeHex(hashBytes('sha256', writeUtf8('abc')))).toBe(
      'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
    )
    expect(writeHex(hashBytes('sha1', writeUtf8('abc')))).toBe('a9993e364706816aba3e25717850c26c9cd0d89d')
  })
  it('writes keys in the order of UTF-16 units and numbers as ECMAScript does (RFC 8785)', () => {
    expect(
      canonicalJson({
        '\u20ac': 1,
        '\r': 2,
        '\uff21': 3,
        '1': 4,
        '\ud83d\ude00': 5,
        '\u0080': 6,
        '\u00f6': 7,
      }),
    ).toBe('{"\\r":2,"1":4,"\u0080":6,"ö":7,"€":1,"😀":5,"\uff21":3}')
    expect(canonicalJson([333333333.3333333, 1e30, 4.5, 2e-3, 1e-27])).toBe(
      '[333333333.3333333,1e+30,4.5,0.002,1e-27]',
    )
  })
  it('hashes decomposed and composed text alike', () => {
    expect(hashJson({ name: 'Nguyễn' })).toBe(hashJson({ name: 'Nguyễn'.normalize('NFD') }))
  })
})

describe('what it refuses', () => {
  it.each([
    [{ a: [1, Number.NaN] }, 'number', '$.a[1]'],
    [{ a: 1n }, 'type', '$.a'],
    [[undefined], 'undefined', '$[0]'],
    [{ a: 'x\u0000' }, 'nul', '$.a'],
    [{ a: '\ud800' }, 'lone-surrogate', '$.a'],
    [new Map(), 'type', '$'],
    [{ ễ: 1, ['ễ'.normalize('NFD')]: 2 }, 'duplicate-key', '$'],
  ])('refuses what JSON cannot say', (value, reason, path) => {
    expect(() => canonicalJson(value)).toThrow(
      expect.objectContaining({ code: 'hash/not-canonical', data: { path, reason } }),
    )
  })
})

describe('edges', () => {
  it.each<HashAlgorithm>([
    'md5',
    'sha1',
    'sha224',
    'sha256',
    'sha384',
    'sha512',
    'sha512-224',
    'sha512-256',
    'sha3-224',
    'sha3-256',
    'sha3-384',
    'sha3-512',
    'shake256',
  ])('the engine of Node and the one of browsers agree on %s, in the middle too', (algorithm) => {
    for (const create of [createHasher, createNobleHasher]) {
      const whole = writeHex(hashBytes(algorithm, writeUtf8('một cửa liên thông')))
      const running = create(algorithm).update(writeUtf8('một cửa'))
      const branch = running.copy().update(writeUtf8(' khác'))
      expect(writeHex(running.copy().digest())).toBe(writeHex(hashBytes(algorithm, writeUtf8('một cửa'))))
      expect(writeHex(running.update(writeUtf8(' liên thông')).digest())).toBe(whole)
      expect(writeHex(branch.digest())).not.toBe(whole)
    }
  })
  it('leaves out keys without a value', () => {
    expect(canonicalJson({ a: undefined, b: null })).toBe('{"b":null}')
  })
})

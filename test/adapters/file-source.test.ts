import {
  appendFileSync,
  lstatSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openFileSource, readPieces, writeFileWhole } from '../../src/adapters/file-source.ts'
import { concatBytes } from '../../src/bytes.ts'

let folder: string
const bytes = Uint8Array.from({ length: 3_000_000 }, (_, index) => (index * 7919) >> 5)

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'motcua-file-'))
  writeFileSync(join(folder, 'in.bin'), bytes)
})
afterAll(() => rmSync(folder, { recursive: true }))

describe('what it gives', () => {
  it('any range of the file, whatever was read before', () => {
    const source = openFileSource(join(folder, 'in.bin'))
    const range = fc.tuple(fc.nat(bytes.length), fc.nat(200_000))
    fc.assert(
      fc.property(fc.array(range, { maxLength: 10 }), (ranges) => {
        for (const [offset, wanted] of ranges) {
          const length = Math.min(wanted, bytes.length - offset)
          expect(Buffer.compare(source.read(offset, length), bytes.subarray(offset, offset + length))).toBe(0)
        }
      }),
      { numRuns: 50 },
    )
    source.close()
  })

  it('the whole file in pieces, or the first bytes of it', () => {
    const source = openFileSource(join(folder, 'in.bin'))
    expect(Buffer.compare(concatBytes(...readPieces(source)), bytes)).toBe(0)
    expect(concatBytes(...readPieces(source, 5))).toEqual(bytes.subarray(0, 5))
    source.close()
  })
})

describe('what it refuses', () => {
  it('a range beyond the end, and a file that is not there', () => {
    const source = openFileSource(join(folder, 'in.bin'))
    expect(() => source.read(bytes.length - 1, 2)).toThrow(
      expect.objectContaining({ code: 'bytes/out-of-range' }),
    )
    source.close()
    expect(() => openFileSource(join(folder, 'none'))).toThrow(expect.objectContaining({ code: 'ENOENT' }))
  })

  it('to go on when somebody has written to the file', () => {
    const path = join(folder, 'growing.bin')
    writeFileSync(path, 'abc')
    const source = openFileSource(path)
    source.assertUnchanged()
    appendFileSync(path, 'd')
    expect(() => source.assertUnchanged()).toThrow(expect.objectContaining({ code: 'adapters/file-changed' }))
    source.close()
  })

  it('to give half of what was asked for when the file has become shorter', () => {
    const path = join(folder, 'shrinking.bin')
    writeFileSync(path, 'abcdef')
    const source = openFileSource(path)
    writeFileSync(path, 'a')
    expect(() => source.read(0, 6)).toThrow(expect.objectContaining({ code: 'adapters/file-changed' }))
    source.close()
  })
})

describe('edges', () => {
  it('writes a file from pieces of the file that it replaces', () => {
    const path = join(folder, 'same.bin')
    writeFileSync(path, bytes)
    const source = openFileSource(path)
    writeFileWhole(path, [...readPieces(source), Uint8Array.of(1, 2, 3)])
    source.close()
    expect(readFileSync(path).length).toBe(bytes.length + 3)
  })

  it('writes through a link and leaves it a link', () => {
    const [path, link] = [join(folder, 'target.bin'), join(folder, 'link.bin')]
    writeFileSync(path, 'old')
    symlinkSync(path, link)
    writeFileWhole(link, [Uint8Array.of(65)])
    expect(readFileSync(path, 'utf8')).toBe('A')
    expect(lstatSync(link).isSymbolicLink()).toBe(true)
  })
})

describe('what it must not touch', () => {
  it('leaves the old file and nothing else when a piece fails', () => {
    const place = join(folder, 'whole')
    writeFileWhole(join(place, 'out.bin'), [Uint8Array.of(1)])
    const failing = function* () {
      yield Uint8Array.of(2)
      throw new Error('cut')
    }
    expect(() => writeFileWhole(join(place, 'out.bin'), failing())).toThrow('cut')
    expect(readdirSync(place)).toEqual(['out.bin'])
    expect([...readFileSync(join(place, 'out.bin'))]).toEqual([1])
  })
})

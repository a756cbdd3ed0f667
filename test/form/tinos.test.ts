import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { inflateSync } from 'node:zlib'
import { create, type Font } from '@cantoo/fontkit'
import { describe, expect, it } from 'vitest'
import {
  type FontFace,
  repertoire,
  tinosBold,
  tinosBoldItalic,
  tinosItalic,
  tinosRegular,
} from '../../src/form/tinos/index.ts'

const require = createRequire(import.meta.url)
const openSource = (path: string): Font =>
  create(readFileSync(require.resolve(`@expo-google-fonts/tinos/${path}.ttf`))) as Font
const faces: readonly (readonly [string, FontFace, string])[] = [
  ['regular', tinosRegular, '400Regular/Tinos_400Regular'],
  ['bold', tinosBold, '700Bold/Tinos_700Bold'],
  ['italic', tinosItalic, '400Regular_Italic/Tinos_400Regular_Italic'],
  ['bold italic', tinosBoldItalic, '700Bold_Italic/Tinos_700Bold_Italic'],
]
const characters = [...repertoire]

/** Every letter that Vietnamese is written with, made from its parts. */
const vietnamese = [...'aăâeêioôơuưyAĂÂEÊIOÔƠUƯY']
  .flatMap((vowel) => ['', '\u0300', '\u0301', '\u0309', '\u0303', '\u0323'].map((tone) => vowel + tone))
  .map((letter) => letter.normalize('NFC'))

describe('what it gives', () => {
  it('has every Vietnamese letter as one character', () => {
    expect(vietnamese.filter((letter) => [...letter].length !== 1)).toEqual([])
    expect([...vietnamese, 'đ', 'Đ', '₫', '“', '”', '–', '…'].filter((c) => !characters.includes(c))).toEqual(
      [],
    )
  })
  it.each(faces)('has the outline and width of the original for every character: %s', (_, face, path) => {
    const source = openSource(path)
    const subset = create(inflateSync(Buffer.from(face.deflatedProgram, 'base64'))) as Font
    const advances = face.advances.split(' ').map(Number)
    const glyphs = face.glyphs.split(' ').map(Number)
    expect([advances.length, glyphs.length]).toEqual([characters.length, characters.length])
    const different = characters.filter((character, index) => {
      const original = source.glyphForCodePoint(character.codePointAt(0) as number)
      const kept = subset.getGlyph(glyphs[index] ?? 0)
      return (
        kept?.path.toSVG() !== original?.path.toSVG() ||
        kept?.advanceWidth !== original?.advanceWidth ||
        advances[index] !== original?.advanceWidth
      )
    })
    expect(different).toEqual([])
  })
  it.each(faces)('leaves no glyph empty but the spaces: %s', (_, face) => {
    const subset = create(inflateSync(Buffer.from(face.deflatedProgram, 'base64'))) as Font
    const glyphs = face.glyphs.split(' ').map(Number)
    const empty = characters.filter(
      (_character, index) => subset.getGlyph(glyphs[index] ?? 0)?.path.commands.length === 0,
    )
    expect(empty).toEqual([' ', '\u00a0'])
  })
  it('holds composed characters only, each once', () => {
    expect(characters.filter((character) => character.normalize('NFC') !== character)).toEqual([])
    expect(new Set(characters).size).toBe(characters.length)
  })
  it.each(faces)('says how long its program is when inflated: %s', (_, face) => {
    expect(inflateSync(Buffer.from(face.deflatedProgram, 'base64')).length).toBe(face.programLength)
  })
})

describe('what it must not touch', () => {
  it('travels with the licence of the fonts', () => {
    const original = readFileSync(require.resolve('@expo-google-fonts/tinos/LICENSE_FONT'), 'utf8')
    expect(readFileSync('src/form/tinos/OFL.txt', 'utf8')).toBe(original)
    expect(original).toContain('SIL OPEN FONT LICENSE Version 1.1')
  })
})

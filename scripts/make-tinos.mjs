/**
 * Makes `src/form/tinos/{regular,bold,italic,bold-italic}.ts` from the dev dependency @expo-google-fonts/tinos:
 * the Vietnamese repertoire as a TrueType subset without hints, its widths and its ToUnicode map.
 *
 *   node scripts/make-tinos.mjs          writes the modules
 *   node scripts/make-tinos.mjs --check  says whether they are what it would write (exit code 1 when not)
 *
 * Hints are left out because they only serve coarse screens: printers and today's viewers draw the outlines.
 * Glyph numbers are given in the order of the characters, so that text becomes glyph numbers by one look-up.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { deflateSync } from 'node:zlib'

const require = createRequire(import.meta.url)
const fontkitModule = require('@cantoo/fontkit')
const fontkit = fontkitModule.default ?? fontkitModule

const faces = [
  { file: 'regular', name: 'tinosRegular', source: '400Regular/Tinos_400Regular', flags: 34, stemV: 84 },
  { file: 'bold', name: 'tinosBold', source: '700Bold/Tinos_700Bold', flags: 34, stemV: 140 },
  {
    file: 'italic',
    name: 'tinosItalic',
    source: '400Regular_Italic/Tinos_400Regular_Italic',
    flags: 98,
    stemV: 78,
  },
  {
    file: 'bold-italic',
    name: 'tinosBoldItalic',
    source: '700Bold_Italic/Tinos_700Bold_Italic',
    flags: 98,
    stemV: 130,
  },
]

/** First and last code point of each run. Control characters and the soft hyphen have no place on a form. */
const runs = [
  [0x20, 0x7e],
  [0xa0, 0xac],
  [0xae, 0xff],
  [0x100, 0x17f], // names of foreign applicants; holds ă đ ĩ ũ
  [0x1a0, 0x1a1], // ơ
  [0x1af, 0x1b0], // ư
  [0x218, 0x21b],
  [0x1ea0, 0x1ef9],
  [0x2013, 0x2014],
  [0x2018, 0x201a],
  [0x201c, 0x201e],
  [0x2020, 0x2022],
  [0x2026, 0x2026],
  [0x2030, 0x2030],
  [0x2032, 0x2033],
  [0x2039, 0x203a],
  [0x20ab, 0x20ac],
  [0x2116, 0x2116],
  [0x2122, 0x2122],
  [0x2212, 0x2212],
  [0x2264, 0x2265],
]
const codePoints = runs.flatMap(([first, last]) =>
  Array.from({ length: last - first + 1 }, (_, i) => first + i),
)

function readTables(ttf) {
  const tables = new Map()
  for (let index = 0; index < ttf.readUInt16BE(4); index += 1) {
    const at = 12 + index * 16
    const offset = ttf.readUInt32BE(at + 8)
    tables.set(ttf.toString('latin1', at, at + 4), ttf.subarray(offset, offset + ttf.readUInt32BE(at + 12)))
  }
  return tables
}

function readGlyph(tables, id) {
  const isLong = tables.get('head').readInt16BE(50) === 1
  const loca = tables.get('loca')
  const at = (n) => (isLong ? loca.readUInt32BE(n * 4) : loca.readUInt16BE(n * 2) * 2)
  return Buffer.from(tables.get('glyf').subarray(at(id), at(id + 1)))
}

const ARGS_ARE_WORDS = 0x1
const HAS_SCALE = 0x8
const MORE_COMPONENTS = 0x20
const HAS_XY_SCALE = 0x40
const HAS_TWO_BY_TWO = 0x80
const HAS_INSTRUCTIONS = 0x100

/** Calls `visit` at the offset of every component of a composite glyph; gives the offset after the last. */
function walkComponents(glyph, visit) {
  let at = 10
  for (;;) {
    const flags = glyph.readUInt16BE(at)
    visit(at, flags)
    at += 4 + (flags & ARGS_ARE_WORDS ? 4 : 2)
    at += flags & HAS_TWO_BY_TWO ? 8 : flags & HAS_XY_SCALE ? 4 : flags & HAS_SCALE ? 2 : 0
    if ((flags & MORE_COMPONENTS) === 0) return at
  }
}

const isComposite = (glyph) => glyph.length > 0 && glyph.readInt16BE(0) < 0

/** A glyph without its instructions, its components renumbered by `newIdOf`. */
function rewriteGlyph(glyph, newIdOf) {
  if (glyph.length === 0) return glyph
  if (!isComposite(glyph)) {
    const lengthAt = 10 + glyph.readInt16BE(0) * 2
    const instructionBytes = glyph.readUInt16BE(lengthAt)
    return Buffer.concat([
      glyph.subarray(0, lengthAt),
      Buffer.alloc(2),
      glyph.subarray(lengthAt + 2 + instructionBytes),
    ])
  }
  const end = walkComponents(glyph, (at, flags) => {
    glyph.writeUInt16BE(flags & ~HAS_INSTRUCTIONS, at)
    glyph.writeUInt16BE(newIdOf(glyph.readUInt16BE(at + 2)), at + 2)
  })
  return glyph.subarray(0, end)
}

function writeSfnt(tables) {
  const names = [...tables.keys()].sort()
  const log = Math.floor(Math.log2(names.length))
  const head = Buffer.alloc(12 + names.length * 16)
  head.writeUInt32BE(0x00010000, 0)
  head.writeUInt16BE(names.length, 4)
  head.writeUInt16BE(16 << log, 6)
  head.writeUInt16BE(log, 8)
  head.writeUInt16BE(names.length * 16 - (16 << log), 10)
  const padded = names.map((name) => {
    const table = tables.get(name)
    return Buffer.concat([table, Buffer.alloc((4 - (table.length % 4)) % 4)])
  })
  const checksum = (bytes) => {
    let sum = 0
    for (let at = 0; at < bytes.length; at += 4) sum = (sum + bytes.readUInt32BE(at)) >>> 0
    return sum
  }
  let offset = head.length
  names.forEach((name, index) => {
    const at = 12 + index * 16
    head.write(name, at, 'latin1')
    head.writeUInt32BE(checksum(padded[index]), at + 4)
    head.writeUInt32BE(offset, at + 8)
    head.writeUInt32BE(tables.get(name).length, at + 12)
    offset += padded[index].length
  })
  const sfnt = Buffer.concat([head, ...padded])
  const headAt = sfnt.readUInt32BE(12 + names.indexOf('head') * 16 + 8)
  sfnt.writeUInt32BE((0xb1b0afba - checksum(sfnt)) >>> 0, headAt + 8)
  return sfnt
}

/** The glyphs asked for, then the parts they are composed of. */
function closeGlyphs(tables, ids) {
  const all = [...ids]
  for (let index = 0; index < all.length; index += 1) {
    const glyph = readGlyph(tables, all[index])
    if (!isComposite(glyph)) continue
    walkComponents(glyph, (at) => {
      const part = glyph.readUInt16BE(at + 2)
      if (!all.includes(part)) all.push(part)
    })
  }
  return all
}

function makeSubset(ttf, ids) {
  const tables = readTables(ttf)
  const all = closeGlyphs(tables, ids)
  const glyphs = all.map((id) => {
    const glyph = rewriteGlyph(readGlyph(tables, id), (part) => all.indexOf(part))
    return Buffer.concat([glyph, Buffer.alloc((4 - (glyph.length % 4)) % 4)])
  })
  const metricCount = tables.get('hhea').readUInt16BE(34)
  const hmtx = tables.get('hmtx')
  const metrics = all.map((id) => {
    const metric = Buffer.alloc(4)
    metric.writeUInt16BE(hmtx.readUInt16BE(Math.min(id, metricCount - 1) * 4), 0)
    metric.writeInt16BE(
      id < metricCount
        ? hmtx.readInt16BE(id * 4 + 2)
        : hmtx.readInt16BE(metricCount * 4 + (id - metricCount) * 2),
      2,
    )
    return metric
  })
  const loca = Buffer.alloc((all.length + 1) * 2)
  let offset = 0
  glyphs.forEach((glyph, index) => {
    loca.writeUInt16BE(offset / 2, index * 2)
    offset += glyph.length
  })
  loca.writeUInt16BE(offset / 2, all.length * 2)
  const head = Buffer.from(tables.get('head'))
  head.writeUInt32BE(0, 8)
  head.writeInt16BE(0, 50)
  const hhea = Buffer.from(tables.get('hhea'))
  hhea.writeUInt16BE(all.length, 34)
  const maxp = Buffer.from(tables.get('maxp'))
  maxp.writeUInt16BE(all.length, 4)
  for (const at of [14, 16, 18, 20, 22, 24, 26]) maxp.writeUInt16BE(at === 14 ? 1 : 0, at)
  return writeSfnt(
    new Map([
      ['glyf', Buffer.concat(glyphs)],
      ['head', head],
      ['hhea', hhea],
      ['hmtx', Buffer.concat(metrics)],
      ['loca', loca],
      ['maxp', maxp],
    ]),
  )
}

const hex4 = (value) => value.toString(16).toUpperCase().padStart(4, '0')

/** The CMap that lets viewers search and copy: glyph number to character (ISO 32000-1, 9.10.3). */
function makeToUnicode() {
  const lines = [
    '/CIDInit /ProcSet findresource begin 12 dict begin begincmap',
    '/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def',
    '/CMapName /Adobe-Identity-UCS def /CMapType 2 def',
    '1 begincodespacerange <0000> <FFFF> endcodespacerange',
  ]
  const pairs = codePoints.map((codePoint, index) => `<${hex4(index + 1)}> <${hex4(codePoint)}>`)
  for (let at = 0; at < pairs.length; at += 100) {
    const some = pairs.slice(at, at + 100)
    lines.push(`${some.length} beginbfchar`, ...some, 'endbfchar')
  }
  lines.push('endcmap CMapName currentdict /CMap defineresource pop end end')
  return Buffer.from(lines.join('\n'), 'latin1')
}

const quote = (text) =>
  `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'").replaceAll('\u00a0', '\\u00a0')}'`

function makeModule(face) {
  const ttf = readFileSync(require.resolve(`@expo-google-fonts/tinos/${face.source}.ttf`))
  const font = fontkit.create(ttf)
  const missing = codePoints.filter((codePoint) => !font.hasGlyphForCodePoint(codePoint))
  if (missing.length > 0) throw new Error(`${face.source} has no ${missing.map(hex4).join(' ')}`)
  const glyphs = codePoints.map((codePoint) => font.glyphForCodePoint(codePoint))
  const subset = makeSubset(ttf, [0, ...glyphs.map((glyph) => glyph.id)])
  const em = (units) => Math.round((units * 1000) / font.unitsPerEm)
  const { minX, minY, maxX, maxY } = glyphs
    .map((glyph) => glyph.bbox)
    .filter((box) => Number.isFinite(box.minX))
    .reduce((a, b) => ({
      minX: Math.min(a.minX, b.minX),
      minY: Math.min(a.minY, b.minY),
      maxX: Math.max(a.maxX, b.maxX),
      maxY: Math.max(a.maxY, b.maxY),
    }))
  return `// Made by scripts/make-tinos.mjs from @expo-google-fonts/tinos; do not edit.
// ${font.copyright}
// SIL Open Font License 1.1, see OFL.txt beside this file.
import type { FontFace } from './font-face.ts'
import { deflatedToUnicode, repertoire } from './repertoire.ts'

/** ${font.fullName}: ${codePoints.length} characters, ${subset.length} bytes of outlines. */
export const ${face.name}: FontFace = {
  name: ${quote(font.postscriptName)},
  ascent: ${em(font.ascent)},
  descent: ${em(font.descent)},
  capHeight: ${em(font.capHeight)},
  box: [${[minX, minY, maxX, maxY].map(em).join(', ')}],
  italicAngle: ${Math.round(font.italicAngle * 100) / 100},
  flags: ${face.flags},
  stemV: ${face.stemV},
  characters: repertoire,
  unitsPerEm: ${font.unitsPerEm},
  advances:
    '${glyphs.map((glyph) => glyph.advanceWidth).join(' ')}',
  deflatedToUnicode,
  programLength: ${subset.length},
  deflatedProgram:
    '${deflateSync(subset, { level: 9 }).toString('base64')}',
}
`
}

const repertoire = `// Made by scripts/make-tinos.mjs; do not edit.

/** The characters that can be drawn, in the order of their glyph numbers, which begin at 1. */
export const repertoire =
  ${quote(String.fromCodePoint(...codePoints))}

/** The deflated CMap from glyph number to character, in base64; the same for all faces. */
export const deflatedToUnicode =
  '${deflateSync(makeToUnicode(), { level: 9 }).toString('base64')}'
`

const outputs = [
  ...faces.map((face) => [`src/form/tinos/${face.file}.ts`, makeModule(face)]),
  ['src/form/tinos/repertoire.ts', repertoire],
  ['src/form/tinos/OFL.txt', readFileSync(require.resolve('@expo-google-fonts/tinos/LICENSE_FONT'), 'utf8')],
]
if (process.argv.includes('--check')) {
  const stale = outputs.filter(([path, text]) => readFileSync(path, 'utf8') !== text).map(([path]) => path)
  for (const path of stale) console.error(`${path} is not what scripts/make-tinos.mjs writes`)
  process.exitCode = stale.length > 0 ? 1 : 0
} else {
  for (const [path, text] of outputs) writeFileSync(path, text)
}

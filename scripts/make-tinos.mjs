/**
 * Makes the modules of `src/form/tinos` from the dev dependency @expo-google-fonts/tinos: the characters of
 * Vietnamese official documents as TrueType subsets without hints, with their glyph numbers and widths.
 *
 *   node scripts/make-tinos.mjs          writes the modules
 *   node scripts/make-tinos.mjs --check  says whether they are what it would write (exit code 1 when not)
 *
 * HarfBuzz (subset-font) cuts, fontkit reads. Hints are left out because they only serve coarse screens, and a slip
 * carries three faces; layout tables are left out because text is composed and drawn letter by letter.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import process from 'node:process'
import { deflateSync } from 'node:zlib'

const require = createRequire(import.meta.url)
const fontkit = require('@cantoo/fontkit')
const subsetFont = require('subset-font')

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

/**
 * First and last code point of each run. Control characters and the soft hyphen have no place on a form.
 *
 * Where two characters share a glyph (Đ and the Icelandic Ð), copied text gives back the one that comes first here.
 */
const runs = [
  [0x20, 0x7e],
  [0x102, 0x103], // ă
  [0x110, 0x111], // đ
  [0x1a0, 0x1a1], // ơ
  [0x1af, 0x1b0], // ư
  [0x1ea0, 0x1ef9],
  [0x20ab, 0x20ac], // ₫ €
  [0xa0, 0xac],
  [0xae, 0xff],
  [0x100, 0x101], // names of foreign applicants, from here
  [0x104, 0x10f],
  [0x112, 0x17f],
  [0x218, 0x21b],
  [0x2013, 0x2014],
  [0x2018, 0x201a],
  [0x201c, 0x201e],
  [0x2020, 0x2022],
  [0x2026, 0x2026],
  [0x2030, 0x2030],
  [0x2032, 0x2033],
  [0x2039, 0x203a],
  [0x2116, 0x2116],
  [0x2122, 0x2122],
  [0x2212, 0x2212],
  [0x2264, 0x2265],
]
const codePoints = runs.flatMap(([first, last]) =>
  Array.from({ length: last - first + 1 }, (_, index) => first + index),
)
const repertoire = String.fromCodePoint(...codePoints)

/** Tables that a PDF does not read: it gives glyph numbers, and draws letter by letter. */
const unusedTables = ['GDEF', 'GPOS', 'GSUB', 'OS/2', 'cmap', 'gasp', 'name', 'post']
const cut = (ttf, dropTables) =>
  subsetFont(ttf, repertoire, {
    targetFormat: 'truetype',
    noHinting: true,
    noLayoutClosure: true,
    dropTables,
  })

const quote = (text) =>
  `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'").replaceAll('\u00a0', '\\u00a0')}'`

/** The box that holds every glyph: left, bottom, right, top, in font units. */
function findBox(glyphs) {
  const boxes = glyphs.map(({ bbox }) => bbox).filter(({ minX }) => Number.isFinite(minX))
  return [
    Math.min(...boxes.map(({ minX }) => minX)),
    Math.min(...boxes.map(({ minY }) => minY)),
    Math.max(...boxes.map(({ maxX }) => maxX)),
    Math.max(...boxes.map(({ maxY }) => maxY)),
  ]
}

async function makeModule(face) {
  const ttf = readFileSync(require.resolve(`@expo-google-fonts/tinos/${face.source}.ttf`))
  const original = fontkit.create(ttf)
  const missing = codePoints.filter((codePoint) => !original.hasGlyphForCodePoint(codePoint))
  if (missing.length > 0) throw new Error(`${face.source} lacks ${String.fromCodePoint(...missing)}`)
  // Cut twice: with the character map to learn the glyph numbers, without it to embed.
  const font = fontkit.create(await cut(ttf, []))
  const program = await cut(ttf, unusedTables)
  const glyphs = codePoints.map((codePoint) => font.glyphForCodePoint(codePoint))
  const em = (units) => Math.round((units * 1000) / font.unitsPerEm)
  return `// Made by scripts/make-tinos.mjs from @expo-google-fonts/tinos; do not edit.
// ${original.copyright}
// SIL Open Font License 1.1, see OFL.txt beside this file.
import type { FontFace } from './font-face.ts'
import { repertoire } from './repertoire.ts'

/** ${original.fullName}: ${codePoints.length} characters, ${program.length} bytes of outlines. */
export const ${face.name}: FontFace = {
  name: ${quote(original.postscriptName)},
  ascent: ${em(original.ascent)},
  descent: ${em(original.descent)},
  capHeight: ${em(original.capHeight)},
  box: [${findBox(glyphs).map(em).join(', ')}],
  italicAngle: ${Math.round(original.italicAngle * 100) / 100},
  flags: ${face.flags},
  stemV: ${face.stemV},
  characters: repertoire,
  glyphs:
    '${glyphs.map(({ id }) => id).join(' ')}',
  unitsPerEm: ${font.unitsPerEm},
  advances:
    '${glyphs.map(({ advanceWidth }) => advanceWidth).join(' ')}',
  programLength: ${program.length},
  deflatedProgram:
    '${deflateSync(program, { level: 9 }).toString('base64')}',
}
`
}

const outputs = [
  ...(await Promise.all(
    faces.map(async (face) => [`src/form/tinos/${face.file}.ts`, await makeModule(face)]),
  )),
  [
    'src/form/tinos/repertoire.ts',
    `// Made by scripts/make-tinos.mjs; do not edit.

/** The ${codePoints.length} characters that can be drawn. */
export const repertoire =
  ${quote(repertoire)}
`,
  ],
  ['src/form/tinos/OFL.txt', readFileSync(require.resolve('@expo-google-fonts/tinos/LICENSE_FONT'), 'utf8')],
]
if (process.argv.includes('--check')) {
  const stale = outputs.filter(([path, text]) => readFileSync(path, 'utf8') !== text).map(([path]) => path)
  for (const path of stale) console.error(`${path} is not what scripts/make-tinos.mjs writes`)
  process.exitCode = stale.length > 0 ? 1 : 0
} else {
  for (const [path, text] of outputs) writeFileSync(path, text)
}

/**
 * Drawn pages into the bytes of a PDF: the same input gives the same bytes.
 *
 * pdf-lib is used for its objects and its writer only. The fonts go in as the ready subsets of `tinos`, so no
 * font is parsed; nothing asks for the time.
 *
 * @module
 */
import {
  type PDFArray,
  PDFContext,
  type PDFDict,
  PDFHexString,
  type PDFRef,
  PDFString,
  PDFWriter,
  PngEmbedder,
} from 'pdf-lib'
import { readBase64, writeHex, writeUtf8 } from '../bytes.ts'
import type { Instant } from '../date.ts'
import { MotcuaError } from '../errors.ts'
import { hashBytes } from '../hash.ts'
import { version } from '../version.ts'
import { type Canvas, nameFont, type Rect } from './canvas.ts'
import { messages } from './messages.ts'
import { type FaceName, faces, readFace } from './text.ts'
import type { FontFace } from './tinos/index.ts'

/** An empty text field that a later revision fills. */
export interface TextField {
  /** Full name of the field, such as `soKyHieu`. */
  readonly name: string
  /** What a reader is told the field is for. */
  readonly label: string
  /** Counted from 1. */
  readonly page: number
  readonly rect: Rect
  readonly face: FaceName
  readonly sizePt: number
}

/** What a document is, beside its pages. */
export interface DocumentFacts {
  readonly title: string
  readonly subject?: string
  /** Goes into the PDF as its creation date; without it the PDF has none. */
  readonly createdAt?: Instant
  readonly fields?: readonly TextField[]
}

/** A PDF date of ISO 32000-1, 7.9.4, in Viet Nam's time. */
function writePdfDate(moment: Instant): PDFString {
  return PDFString.of(`D:${moment.slice(0, 19).replace(/[-T:]/g, '')}+07'00'`)
}

type Fonts = ReadonlyMap<FaceName, PDFRef>

type Glyphs = ReadonlyMap<FaceName, ReadonlySet<number>>

/** Glyphs drawn in each face on any page; a face in which a field may be filled has all of them. */
function collectGlyphs(canvases: readonly Canvas[], fields: readonly TextField[]): Glyphs {
  const glyphs = new Map<FaceName, Set<number>>()
  const add = (face: FaceName, more: Iterable<number>): void => {
    glyphs.set(face, new Set([...(glyphs.get(face) ?? []), ...more]))
  }
  for (const canvas of canvases) for (const [face, drawn] of canvas.glyphs) add(face, drawn)
  for (const { face } of fields)
    add(
      face,
      [...readFace(face).values()].map(({ number }) => number),
    )
  return new Map([...glyphs].sort(([a], [b]) => (a < b ? -1 : 1)))
}

/** The array W of ISO 32000-1, 9.7.4.3: each stretch of neighbouring glyphs with their widths. */
function buildWidths(face: FaceName, drawn: ReadonlySet<number>): (number | number[])[] {
  const widths = new Map([...readFace(face).values()].map(({ number, width }) => [number, width]))
  const entries: (number | number[])[] = []
  let stretch: number[] = []
  let previous = Number.NaN
  for (const glyph of [...drawn].sort((a, b) => a - b)) {
    if (glyph !== previous + 1) {
      stretch = []
      entries.push(glyph, stretch)
    }
    stretch.push(Math.round((widths.get(glyph) ?? 0) * 1000) / 1000)
    previous = glyph
  }
  return entries
}

function embedDescriptor(context: PDFContext, face: FontFace): PDFRef {
  const program = context.stream(readBase64(face.deflatedProgram), {
    Filter: 'FlateDecode',
    Length1: face.programLength,
  })
  const descriptor = context.obj({
    Type: 'FontDescriptor',
    FontName: face.name,
    Flags: face.flags,
    FontBBox: [...face.box],
    ItalicAngle: face.italicAngle,
    Ascent: face.ascent,
    Descent: face.descent,
    CapHeight: face.capHeight,
    StemV: face.stemV,
    FontFile2: context.register(program),
  })
  return context.register(descriptor)
}

const hex4 = (value: number): string => value.toString(16).toUpperCase().padStart(4, '0')

/** `bfchar` entries that one block may hold (Adobe Technical Note 5014). */
const ENTRIES_IN_BLOCK = 100

/** The CMap with which viewers search and copy: glyph number to character (ISO 32000-1, 9.10.3). */
function writeToUnicode(face: FaceName, drawn: ReadonlySet<number>): string {
  const characters = new Map<number, string>()
  for (const [character, { number }] of readFace(face)) {
    if (drawn.has(number) && !characters.has(number)) characters.set(number, character)
  }
  const entries = [...characters]
    .sort(([a], [b]) => a - b)
    .map(([number, character]) => `<${hex4(number)}> <${hex4(character.codePointAt(0) ?? 0)}>`)
  const blocks = Array.from({ length: Math.ceil(entries.length / ENTRIES_IN_BLOCK) }, (_, index) => {
    const block = entries.slice(index * ENTRIES_IN_BLOCK, (index + 1) * ENTRIES_IN_BLOCK)
    return [`${block.length} beginbfchar`, ...block, 'endbfchar'].join('\n')
  })
  return [
    '/CIDInit /ProcSet findresource begin 12 dict begin begincmap',
    '/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def',
    '/CMapName /Adobe-Identity-UCS def /CMapType 2 def',
    '1 begincodespacerange <0000> <FFFF> endcodespacerange',
    ...blocks,
    'endcmap CMapName currentdict /CMap defineresource pop end end',
  ].join('\n')
}

/** The dictionaries of Type 0 fonts over TrueType outlines, with glyph numbers as codes (ISO 32000-1, 9.7). */
function embedFaces(context: PDFContext, glyphs: Glyphs): Fonts {
  return new Map(
    [...glyphs].map(([name, drawn]) => {
      const face = faces[name]
      const descendant = context.obj({
        Type: 'Font',
        Subtype: 'CIDFontType2',
        BaseFont: face.name,
        CIDSystemInfo: { Registry: PDFString.of('Adobe'), Ordering: PDFString.of('Identity'), Supplement: 0 },
        FontDescriptor: embedDescriptor(context, face),
        CIDToGIDMap: 'Identity',
        DW: 0,
        W: buildWidths(name, drawn),
      })
      const font = context.obj({
        Type: 'Font',
        Subtype: 'Type0',
        BaseFont: face.name,
        Encoding: 'Identity-H',
        DescendantFonts: [context.register(descendant)],
        ToUnicode: context.register(context.flateStream(writeToUnicode(name, drawn))),
      })
      return [name, context.register(font)]
    }),
  )
}

async function embedPng(context: PDFContext, png: Uint8Array, place: string): Promise<PDFRef> {
  try {
    return await (await PngEmbedder.for(png)).embedIntoContext(context)
  } catch (cause) {
    throw new MotcuaError(messages, 'form/invalid-image', { place }, { cause })
  }
}

function nameFonts(fonts: Fonts, used: ReadonlySet<FaceName>): Readonly<Record<string, PDFRef>> {
  return Object.fromEntries(
    [...fonts].filter(([face]) => used.has(face)).map(([face, ref]) => [nameFont(face), ref]),
  )
}

async function writePage(
  context: PDFContext,
  canvas: Canvas,
  links: { readonly fonts: Fonts; readonly parent: PDFRef; readonly annotations: readonly PDFRef[] },
): Promise<PDFDict> {
  const images: [string, PDFRef][] = []
  for (const [name, { png, place }] of canvas.images) images.push([name, await embedPng(context, png, place)])
  return context.obj({
    Type: 'Page',
    Parent: links.parent,
    MediaBox: [0, 0, canvas.widthPt, canvas.heightPt],
    Resources: {
      Font: nameFonts(links.fonts, new Set(canvas.glyphs.keys())),
      XObject: Object.fromEntries(images),
    },
    Contents: context.register(context.flateStream(canvas.operators.join('\n'))),
    ...(links.annotations.length > 0 ? { Annots: [...links.annotations] } : {}),
  })
}

/**
 * A field with its one widget and an empty appearance.
 *
 * The appearance is there from the start, so that no viewer is asked to make one (`NeedAppearances`), which would
 * change the document after it is signed.
 */
function writeField(context: PDFContext, field: TextField, page: PDFRef): PDFRef {
  const { x, y, width, height } = field.rect
  const empty = context.stream('/Tx BMC EMC', {
    Type: 'XObject',
    Subtype: 'Form',
    BBox: [0, 0, width, height],
    Resources: {},
  })
  return context.register(
    context.obj({
      Type: 'Annot',
      Subtype: 'Widget',
      FT: 'Tx',
      T: PDFString.of(field.name),
      TU: PDFHexString.fromText(field.label),
      F: PRINTED,
      Rect: [x, y, x + width, y + height],
      P: page,
      DA: PDFString.of(`0 g /${nameFont(field.face)} ${field.sizePt} Tf`),
      AP: { N: context.register(empty) },
    }),
  )
}

/** Annotation flag 3 of ISO 32000-1, table 165: the annotation appears on paper too. */
const PRINTED = 4

function writeInfo(context: PDFContext, { title, subject, createdAt }: DocumentFacts): PDFRef {
  return context.register(
    context.obj({
      Title: PDFHexString.fromText(title),
      ...(subject === undefined ? {} : { Subject: PDFHexString.fromText(subject) }),
      Producer: PDFString.of(`motcua ${version}`),
      ...(createdAt === undefined ? {} : { CreationDate: writePdfDate(createdAt) }),
    }),
  )
}

/** The file identifier of ISO 32000-1, 14.4, made from what is drawn, so that it is the same every time. */
function writeId(context: PDFContext, canvases: readonly Canvas[], facts: DocumentFacts): PDFArray {
  const drawn = [facts.title, ...canvases.flatMap((canvas) => canvas.operators)].join('\n')
  const id = PDFHexString.of(writeHex(hashBytes('sha256', writeUtf8(drawn)).subarray(0, 16)))
  return context.obj([id, id])
}

/**
 * Writes drawn pages as a PDF 1.7 with a plain cross-reference table.
 *
 * Every face in use is embedded once; page sizes are exactly those of the canvases.
 */
export async function writePdf(canvases: readonly Canvas[], facts: DocumentFacts): Promise<Uint8Array> {
  const context = PDFContext.create()
  const fields = facts.fields ?? []
  const fonts = embedFaces(context, collectGlyphs(canvases, fields))
  const parent = context.nextRef()
  const kids = canvases.map(() => context.nextRef())
  const fieldRefs: PDFRef[] = []
  for (const [index, canvas] of canvases.entries()) {
    const page = kids[index]
    if (page === undefined) continue
    const here = fields.filter((field) => field.page === index + 1)
    const annotations = here.map((field) => writeField(context, field, page))
    fieldRefs.push(...annotations)
    context.assign(page, await writePage(context, canvas, { fonts, parent, annotations }))
  }
  context.assign(parent, context.obj({ Type: 'Pages', Kids: kids, Count: kids.length }))
  const formFonts = nameFonts(fonts, new Set(fields.map(({ face }) => face)))
  context.trailerInfo.Root = context.register(
    context.obj({
      Type: 'Catalog',
      Pages: parent,
      Lang: PDFString.of('vi-VN'),
      ViewerPreferences: { DisplayDocTitle: true },
      ...(fields.length > 0 ? { AcroForm: { Fields: fieldRefs, DR: { Font: formFonts } } } : {}),
    }),
  )
  context.trailerInfo.Info = writeInfo(context, facts)
  context.trailerInfo.ID = writeId(context, canvases, facts)
  return PDFWriter.forContext(context, Number.POSITIVE_INFINITY).serializeToBuffer()
}

/**
 * One page while it is drawn: the operators of its content stream, and what they need beside them.
 *
 * Coordinates are PDF's own: points, from the lower left corner.
 *
 * @module
 */
import { encode } from 'uqr'
import { writeUtf8 } from '../bytes.ts'
import { MotcuaError } from '../errors.ts'
import { messages } from './messages.ts'
import { encodeGlyphs, type FaceName, measureText, type TextRun } from './text.ts'

/** Points in a millimetre. */
export const MM = 72 / 25.4

/** A rectangle in points; `x` and `y` are its lower left corner. */
export interface Rect {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** Red, green and blue, 0 to 1. */
export type Color = readonly [number, number, number]

/** The colour of all text that is not said to have another. */
export const black: Color = [0, 0, 0]

/** A picture, and its path in what the caller handed in, for the error when it cannot be read. */
export interface PlacedImage {
  readonly png: Uint8Array
  readonly place: string
}

/** A page being drawn. The lists grow; nothing in them is changed later. */
export interface Canvas {
  readonly widthPt: number
  readonly heightPt: number
  readonly operators: string[]
  /** Glyph numbers drawn in each face. */
  readonly glyphs: Map<FaceName, Set<number>>
  /** PNG bytes by the name under which the operators call them. */
  readonly images: Map<string, PlacedImage>
  /** Places kept free, by name. */
  readonly spots: Map<string, Rect>
}

/** An empty page, transparent where nothing is drawn. */
export function buildCanvas(widthPt: number, heightPt: number): Canvas {
  return { widthPt, heightPt, operators: [], glyphs: new Map(), images: new Map(), spots: new Map() }
}

/** Writes a number as content streams want it: no exponent, no more digits than a printer can show. */
export function writeNumber(value: number): string {
  const rounded = Math.round(value * 1000) / 1000
  return String(Object.is(rounded, -0) ? 0 : rounded)
}

const join = (...values: readonly number[]): string => values.map(writeNumber).join(' ')

/** Where and how a piece of text is set. */
export interface TextStyle {
  /** Start of the baseline. */
  readonly at: readonly [number, number]
  readonly face: FaceName
  readonly sizePt: number
  readonly color?: Color
  /** Radians anticlockwise about the start of the baseline. */
  readonly angle?: number
}

/** Names the font resource of a face in the content stream. */
export function nameFont(face: FaceName): string {
  return { regular: 'FR', bold: 'FB', italic: 'FI', boldItalic: 'FX' }[face]
}

/** Draws one line of text. */
export function drawText(canvas: Canvas, text: string, style: TextStyle): void {
  const { at, face, sizePt, color = black, angle = 0 } = style
  if (text === '') return
  const glyphs = encodeGlyphs(text, face, '')
  const drawn = canvas.glyphs.get(face) ?? new Set()
  for (const glyph of glyphs) drawn.add(glyph)
  canvas.glyphs.set(face, drawn)
  const codes = glyphs.map((glyph) => glyph.toString(16).padStart(4, '0')).join('')
  const cosine = Math.cos(angle)
  const sine = Math.sin(angle)
  canvas.operators.push(
    `BT ${join(...color)} rg /${nameFont(face)} ${writeNumber(sizePt)} Tf ` +
      `${join(cosine, sine, -sine, cosine, at[0], at[1])} Tm <${codes}> Tj ET`,
  )
}

/** Draws runs one after the other on one baseline and gives the width in points. */
export function drawRuns(
  canvas: Canvas,
  runs: readonly TextRun[],
  style: Omit<TextStyle, 'face' | 'angle'>,
): number {
  let x = style.at[0]
  for (const { text, face } of runs) {
    drawText(canvas, text, { ...style, at: [x, style.at[1]], face })
    x += measureText(text, face, style.sizePt)
  }
  return x - style.at[0]
}

/** Width of the rules of tables and heads. */
const RULE_PT = 0.6

/** Draws a straight line. */
export function drawLine(
  canvas: Canvas,
  from: readonly [number, number],
  to: readonly [number, number],
): void {
  canvas.operators.push(
    `${join(...black)} RG ${writeNumber(RULE_PT)} w ${join(...from)} m ${join(...to)} l S`,
  )
}

/** Draws the outline of a rectangle. */
export function drawFrame(
  canvas: Canvas,
  rect: Rect,
  { widthPt = RULE_PT, color = black }: { readonly widthPt?: number; readonly color?: Color } = {},
): void {
  canvas.operators.push(
    `${join(...color)} RG ${writeNumber(widthPt)} w ${join(rect.x, rect.y, rect.width, rect.height)} re S`,
  )
}

/** Share of a circle's radius at which the control points of four Bézier quarters lie. */
const QUARTER = 0.5523

/** Draws the outline of a circle. */
export function drawCircle(
  canvas: Canvas,
  circle: {
    readonly centre: readonly [number, number]
    readonly radiusPt: number
    readonly widthPt: number
    readonly color: Color
  },
): void {
  const [x, y] = circle.centre
  const r = circle.radiusPt
  const k = r * QUARTER
  canvas.operators.push(
    `${join(...circle.color)} RG ${writeNumber(circle.widthPt)} w ${join(x + r, y)} m ` +
      `${join(x + r, y + k, x + k, y + r, x, y + r)} c ${join(x - k, y + r, x - r, y + k, x - r, y)} c ` +
      `${join(x - r, y - k, x - k, y - r, x, y - r)} c ${join(x + k, y - r, x + r, y - k, x + r, y)} c s`,
  )
}

/**
 * Draws a PNG into a rectangle, as large as it fits, centred, never stretched.
 *
 * @throws MotcuaError `form/invalid-image`
 */
export function drawImage(canvas: Canvas, rect: Rect, { png, place }: PlacedImage): void {
  const size = readPngSize(png)
  if (size === undefined) throw new MotcuaError(messages, 'form/invalid-image', { place })
  const scale = Math.min(rect.width / size.width, rect.height / size.height)
  const width = size.width * scale
  const height = size.height * scale
  const name = `I${canvas.images.size + 1}`
  canvas.images.set(name, { png, place })
  const x = rect.x + (rect.width - width) / 2
  const y = rect.y + (rect.height - height) / 2
  canvas.operators.push(`q ${join(width, 0, 0, height, x, y)} cm /${name} Do Q`)
}

/** The eight bytes with which every PNG begins (ISO/IEC 15948, 5.2). */
const PNG_SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]

function readPngSize(png: Uint8Array): { readonly width: number; readonly height: number } | undefined {
  if (png.length < 33 || PNG_SIGNATURE.some((byte, index) => png[index] !== byte)) return undefined
  const view = new DataView(png.buffer, png.byteOffset, png.byteLength)
  const width = view.getUint32(16)
  const height = view.getUint32(20)
  return width > 0 && height > 0 ? { width, height } : undefined
}

/** A version 20 symbol is the densest that a phone reads from 24 mm of office print; level M holds this much. */
const MAX_QR_BYTES = 666

/**
 * Draws a QR symbol (ISO/IEC 18004, error correction level M) into the square at the lower left of `rect`.
 *
 * The four modules of quiet zone lie inside the square, so that nothing around it can spoil the reading.
 *
 * @throws MotcuaError `form/qr-too-long`
 */
export function drawQr(
  canvas: Canvas,
  rect: Rect,
  { text, place }: { readonly text: string; readonly place: string },
): void {
  const lengthBytes = writeUtf8(text).length
  if (lengthBytes > MAX_QR_BYTES) {
    throw new MotcuaError(messages, 'form/qr-too-long', { place, lengthBytes, maxBytes: MAX_QR_BYTES })
  }
  const { data, size } = encode(text, { ecc: 'M', border: 4 })
  const modulePt = Math.min(rect.width, rect.height) / size
  const bars = data.flatMap((row, rowIndex) =>
    findBars(row).map(([start, length]) => {
      const y = rect.y + (size - 1 - rowIndex) * modulePt
      return `${join(rect.x + start * modulePt, y, length * modulePt, modulePt)} re`
    }),
  )
  canvas.operators.push(`${join(...black)} rg ${bars.join(' ')} f`)
}

/** The dark stretches of one row, as start and length: one rectangle each leaves no hair lines between modules. */
function findBars(row: readonly boolean[]): readonly (readonly [number, number])[] {
  const bars: [number, number][] = []
  row.forEach((isDark, column) => {
    const bar = bars.at(-1)
    if (!isDark) return
    if (bar !== undefined && bar[0] + bar[1] === column) bar[1] += 1
    else bars.push([column, 1])
  })
  return bars
}

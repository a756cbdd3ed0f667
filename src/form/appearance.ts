/**
 * What a visible signature and a filled field look like, as one-page PDFs of exactly the size of their rectangle.
 *
 * The signer places them without knowing how they were drawn. Their ground is transparent.
 *
 * @module
 */
import type { Instant, IsoDate } from '../date.ts'
import { MotcuaError } from '../errors.ts'
import {
  buildCanvas,
  type Canvas,
  type Color,
  drawCircle,
  drawFrame,
  drawImage,
  drawRuns,
  drawText,
  type Rect,
} from './canvas.ts'
import { findBaseline } from './flow.ts'
import { messages } from './messages.ts'
import { signatureLooks } from './signature-look.ts'
import { assertDrawable, type FaceName, measureText, type TextLine, type TextRun, wrapRuns } from './text.ts'
import { writeSigningTime, writeVietnameseDate } from './vietnamese-time.ts'
import { writePdf } from './write-pdf.ts'

/** Size of an appearance in points: that of the rectangle it will be placed in. */
export interface AppearanceSize {
  readonly widthPt: number
  readonly heightPt: number
}

/** Text smaller than this is not read on paper. */
const MIN_SIZE_PT = 6

/** Leading as a multiple of the size; the stacked accents of Ế and the tail of ợ stay apart. */
const LEADING = 1.22

interface Fitted {
  readonly lines: readonly TextLine[]
  readonly sizePt: number
}

/** Whether some word would have to be cut at this size. */
function hasCutWord(paragraphs: readonly (readonly TextRun[])[], widthPt: number, sizePt: number): boolean {
  return paragraphs.some((runs) =>
    runs.some(({ text, face }) =>
      text.split(/[ \n]/).some((word) => measureText(word, face, sizePt) > widthPt),
    ),
  )
}

/**
 * Sets paragraphs as large as they fit into `rect`, at most `maxSizePt`, without cutting words.
 *
 * @throws MotcuaError `form/does-not-fit` when not even the smallest size fits.
 */
function fitLines(
  paragraphs: readonly (readonly TextRun[])[],
  rect: Rect,
  { maxSizePt, place }: { readonly maxSizePt: number; readonly place: string },
): Fitted {
  for (let sizePt = maxSizePt; sizePt >= MIN_SIZE_PT; sizePt -= 0.25) {
    if (hasCutWord(paragraphs, rect.width, sizePt)) continue
    const lines = paragraphs.flatMap((runs) => wrapRuns(runs, rect.width, sizePt))
    if (lines.length * sizePt * LEADING <= rect.height) return { lines, sizePt }
  }
  throw new MotcuaError(messages, 'form/does-not-fit', {
    place,
    widthPt: Math.round(rect.width * 10) / 10,
    heightPt: Math.round(rect.height * 10) / 10,
  })
}

/** Draws fitted lines into `rect`, centred in height. */
function drawLines(canvas: Canvas, { lines, sizePt }: Fitted, rect: Rect): void {
  const size = { sizePt, leadingPt: sizePt * LEADING }
  const topY = rect.y + (rect.height + lines.length * size.leadingPt) / 2
  lines.forEach((line, index) => {
    drawRuns(canvas, line.runs, { at: [rect.x, findBaseline(topY - index * size.leadingPt, size)], sizePt })
  })
}

const one = (text: string, face: FaceName): readonly TextRun[] => [{ text, face }]

const wholeOf = ({ widthPt, heightPt }: AppearanceSize): Rect => ({
  x: 0,
  y: 0,
  width: widthPt,
  height: heightPt,
})

const inset = ({ x, y, width, height }: Rect, by: number): Rect => ({
  x: x + by,
  y: y + by,
  width: width - 2 * by,
  height: height - 2 * by,
})

const BLUE: Color = [0.05, 0.15, 0.6]
const RED: Color = [0.85, 0.05, 0.08]

/** The signature of the authorised person. */
export interface SignatureAppearance extends AppearanceSize {
  /** Picture of the handwriting: blue, with a transparent ground (NĐ 30/2020/NĐ-CP, Phụ lục I; not verified). */
  readonly png?: Uint8Array
  readonly name: string
  readonly title?: string
  readonly signedAt: Instant
  /** Width on the left that text leaves free for the agency's seal; a third where it is left out. */
  readonly sealPt?: number
}

/**
 * Draws the signature of the authorised person: the picture alone, or name, title and time where there is none.
 *
 * Throws {@link MotcuaError} `form/no-glyph`, `form/does-not-fit` and `form/invalid-image` with the field's name.
 *
 * @example
 * import { instant } from 'motcua'
 * import { drawSignatureAppearance } from 'motcua/form'
 * const signedAt = instant('2026-09-03T10:30:00+07:00')
 * const bytes = await drawSignatureAppearance({ widthPt: 156, heightPt: 62, name: 'Trần Văn Thử', signedAt })
 * new TextDecoder().decode(bytes.subarray(0, 8)) // '%PDF-1.7'
 */
export async function drawSignatureAppearance(signature: SignatureAppearance): Promise<Uint8Array> {
  const { widthPt, heightPt, png, name, title, signedAt, sealPt = widthPt / 3 } = signature
  assertDrawable({ name, title }, '')
  const canvas = buildCanvas(widthPt, heightPt)
  if (png !== undefined) {
    drawImage(canvas, wholeOf(signature), { png, place: 'png' })
  } else {
    const rect = inset({ ...wholeOf(signature), x: sealPt, width: widthPt - sealPt }, 3)
    const paragraphs = [
      [...one('Người ký: ', 'regular'), ...one(name, 'bold')],
      ...(title === undefined ? [] : [one(`Chức vụ: ${title}`, 'regular')]),
      one(`Thời gian ký: ${writeSigningTime(signedAt)}`, 'regular'),
    ]
    drawFrame(canvas, inset(wholeOf(signature), 0.5), { widthPt: 0.8, color: BLUE })
    const maxSizePt = signatureLooks.approve.textSizePt
    drawLines(canvas, fitLines(paragraphs, rect, { maxSizePt, place: 'name' }), rect)
  }
  return writePdf([canvas], { title: 'Chữ ký số', createdAt: signedAt })
}

/** The seal of the agency. */
export interface SealAppearance extends AppearanceSize {
  /** Picture of the seal: red, real size, with a transparent ground (NĐ 30/2020/NĐ-CP, Phụ lục I; not verified). */
  readonly png?: Uint8Array
  readonly agency: string
  readonly signedAt: Instant
}

/** Sets text along a circle: above the centre clockwise, or below it anticlockwise, both read from left to right. */
function drawArc(
  canvas: Canvas,
  text: string,
  arc: {
    readonly centre: readonly [number, number]
    readonly radiusPt: number
    readonly isAbove: boolean
    readonly maxSizePt: number
    /** Radians. */
    readonly maxAngle: number
  },
): void {
  const { maxSizePt, maxAngle } = arc
  const face = 'bold'
  const turn = arc.isAbove ? -1 : 1
  const sizePt = Math.min(
    maxSizePt,
    (maxSizePt * maxAngle * arc.radiusPt) / measureText(text, face, maxSizePt),
  )
  // The letters of the lower arc hang from their circle, so they start one cap height further out.
  const radiusPt = arc.isAbove ? arc.radiusPt : arc.radiusPt + sizePt * 0.66
  let angle = (turn * -Math.PI) / 2 - (turn * measureText(text, face, sizePt)) / arc.radiusPt / 2
  for (const character of text.normalize('NFC')) {
    const half = (turn * measureText(character, face, sizePt)) / arc.radiusPt / 2
    const x = arc.centre[0] + radiusPt * Math.cos(angle)
    const y = arc.centre[1] + radiusPt * Math.sin(angle)
    const tilt = angle + half + (turn * Math.PI) / 2
    drawText(canvas, character, { at: [x, y], face, sizePt, color: RED, angle: tilt })
    angle += 2 * half
  }
}

/** A drawn seal that nobody can take for a real one: MẪU across its middle and along its rim. */
function drawTestSeal(canvas: Canvas, agency: string): void {
  const radiusPt = Math.min(canvas.widthPt, canvas.heightPt) / 2 - 1.5
  const centre = [canvas.widthPt / 2, canvas.heightPt / 2] as const
  drawCircle(canvas, { centre, radiusPt, widthPt: radiusPt * 0.05, color: RED })
  drawCircle(canvas, { centre, radiusPt: radiusPt * 0.92, widthPt: radiusPt * 0.015, color: RED })
  drawCircle(canvas, { centre, radiusPt: radiusPt * 0.62, widthPt: radiusPt * 0.015, color: RED })
  const rim = { centre, radiusPt: radiusPt * 0.7, maxSizePt: radiusPt * 0.17 }
  drawArc(canvas, agency, { ...rim, isAbove: true, maxAngle: Math.PI * 1.15 })
  drawArc(canvas, 'MẪU - KHÔNG CÓ GIÁ TRỊ', { ...rim, isAbove: false, maxAngle: Math.PI * 0.7 })
  const sizePt = radiusPt * 0.42
  const x = centre[0] - measureText('MẪU', 'bold', sizePt) / 2
  drawText(canvas, 'MẪU', { at: [x, centre[1] - sizePt * 0.36], face: 'bold', sizePt, color: RED })
}

/**
 * Draws the seal of the agency: the caller's picture, or a test seal that says `MẪU` (specimen).
 *
 * The picture is drawn as large as the appearance; make the appearance as large as the real seal.
 *
 * Throws {@link MotcuaError} `form/no-glyph` and `form/invalid-image` with the field's name.
 *
 * @example
 * import { instant } from 'motcua'
 * import { drawSealAppearance } from 'motcua/form'
 * const signedAt = instant('2026-09-03T11:00:00+07:00')
 * const bytes = await drawSealAppearance({ widthPt: 102, heightPt: 102, agency: 'UBND PHƯỜNG VÍ DỤ', signedAt })
 * new TextDecoder().decode(bytes.subarray(0, 8)) // '%PDF-1.7'
 */
export async function drawSealAppearance(seal: SealAppearance): Promise<Uint8Array> {
  const { widthPt, heightPt, png, agency, signedAt } = seal
  assertDrawable({ agency }, '')
  const canvas = buildCanvas(widthPt, heightPt)
  if (png !== undefined) drawImage(canvas, wholeOf(seal), { png, place: 'png' })
  else drawTestSeal(canvas, agency)
  return writePdf([canvas], { title: 'Dấu cơ quan', createdAt: signedAt })
}

/** A mark of the agency in the corner of a page; which, says `mode`. */
export type MarkAppearance = AppearanceSize & { readonly signedAt: Instant } & (
    | {
        /** An attachment in a file of its own. */
        readonly mode: 'appendix'
        /** Số và ký hiệu of the document it belongs to. */
        readonly numberAndSymbol: string
      }
    | {
        /** A copy in electronic form. */
        readonly mode: 'copy'
        readonly copyKind: 'SAO Y' | 'SAO LỤC' | 'TRÍCH SAO'
        readonly agency: string
        /** Picture of the seal; stands left of the text. */
        readonly png?: Uint8Array
      }
    | {
        /** A document that came in. */
        readonly mode: 'income'
        readonly agency: string
        readonly arrivalNumber: string
        readonly arrivedOn: IsoDate
      }
  )

function writeMark(mark: MarkAppearance): readonly (readonly TextRun[])[] {
  const time = one(`Thời gian ký: ${writeSigningTime(mark.signedAt)}`, 'regular')
  if (mark.mode === 'appendix') return [one(mark.numberAndSymbol, 'regular'), time]
  if (mark.mode === 'copy') return [one(mark.copyKind, 'bold'), one(mark.agency, 'regular'), time]
  return [
    one(`${mark.agency} - ĐẾN`, 'bold'),
    one(`Số: ${mark.arrivalNumber}, ${writeVietnameseDate(mark.arrivedOn)}`, 'regular'),
    time,
  ]
}

/**
 * Draws the mark that stands in the upper right corner of the first page: attachment, copy or incoming document.
 *
 * An attachment shows number and time and no picture; a copy shows its kind, the agency and the time beside the
 * seal (NĐ 30/2020/NĐ-CP, Phụ lục I; from secondary sources). Text is 10 points where it fits, else smaller.
 *
 * Throws {@link MotcuaError} `form/no-glyph`, `form/does-not-fit` and `form/invalid-image` with the field's name.
 *
 * @example
 * import { instant } from 'motcua'
 * import { drawMarkAppearance, signatureLooks } from 'motcua/form'
 * const { widthPt, heightPt } = signatureLooks.appendix
 * const signedAt = instant('2026-10-05T09:30:15+07:00')
 * const numberAndSymbol = '12/QĐ-UBND'
 * await drawMarkAppearance({ mode: 'appendix', widthPt, heightPt, numberAndSymbol, signedAt })
 */
export async function drawMarkAppearance(mark: MarkAppearance): Promise<Uint8Array> {
  const paragraphs = writeMark(mark)
  assertDrawable(mark, '')
  const canvas = buildCanvas(mark.widthPt, mark.heightPt)
  const whole = wholeOf(mark)
  const sealPt =
    mark.mode === 'copy' && mark.png !== undefined ? Math.min(mark.heightPt, mark.widthPt / 2) : 0
  if (mark.mode === 'copy' && mark.png !== undefined) {
    drawImage(canvas, { ...whole, width: sealPt }, { png: mark.png, place: 'png' })
  }
  const rect = inset({ ...whole, x: sealPt, width: whole.width - sealPt }, 2)
  const maxSizePt = signatureLooks[mark.mode].textSizePt
  drawLines(canvas, fitLines(paragraphs, rect, { maxSizePt, place: mark.mode }), rect)
  return writePdf([canvas], { title: 'Chữ ký số của cơ quan', createdAt: mark.signedAt })
}

/** The content of a filled text field. */
export interface FieldAppearance extends AppearanceSize {
  /** What the field holds, one line. */
  readonly text: string
  /** `regular` where it is left out; the date of a document is in italics. */
  readonly face?: FaceName
  /** 13 where it is left out, the size of numbers and dates (NĐ 30/2020/NĐ-CP, Phụ lục I; secondary source). */
  readonly maxSizePt?: number
}

/**
 * Draws the text of a filled field on the baseline that the label before the field has.
 *
 * One line; the text is taken down in size until it fits.
 *
 * Throws {@link MotcuaError} `form/no-glyph`.
 *
 * @throws MotcuaError `form/does-not-fit` below 6 points.
 *
 * @example
 * import { drawFieldAppearance } from 'motcua/form'
 * const bytes = await drawFieldAppearance({ widthPt: 96, heightPt: 20, text: '12/BS-UBND' })
 * new TextDecoder().decode(bytes.subarray(0, 8)) // '%PDF-1.7'
 */
export async function drawFieldAppearance(field: FieldAppearance): Promise<Uint8Array> {
  const { widthPt, heightPt, text, face = 'regular', maxSizePt = 13 } = field
  assertDrawable({ text }, '')
  const byWidth = (maxSizePt * widthPt) / Math.max(widthPt, measureText(text, face, maxSizePt))
  const sizePt = Math.min(byWidth, heightPt / LEADING)
  if (sizePt < MIN_SIZE_PT) {
    throw new MotcuaError(messages, 'form/does-not-fit', { place: 'text', widthPt, heightPt })
  }
  const canvas = buildCanvas(widthPt, heightPt)
  drawText(canvas, text, { at: [0, findBaseline(heightPt, { sizePt, leadingPt: heightPt })], face, sizePt })
  return writePdf([canvas], { title: 'Trường biểu mẫu' })
}

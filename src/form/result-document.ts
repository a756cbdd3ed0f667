/**
 * The result of the procedure "certified copy from the register", ready for two signatures.
 *
 * @module
 */
import type { Instant } from '../date.ts'
import { type Canvas, drawLine, drawText, MM } from './canvas.ts'
import {
  type Block,
  buildGap,
  buildParagraph,
  buildSpot,
  findBaseline,
  findSpot,
  keepWithNext,
  layOut,
  type PagePlace,
  type Paper,
  placeBeside,
} from './flow.ts'
import { findSealRect } from './signature-look.ts'
import { assertDrawable, type FaceName, measureText, type TextRun } from './text.ts'
import { writePdf } from './write-pdf.ts'

/** What stands on a bản sao từ sổ gốc. */
export interface ResultDocument {
  readonly superiorAgency?: string
  /** The agency that issues, in caps. */
  readonly agency: string
  /** Place name before the date. */
  readonly place: string
  /** Tên loại, in caps: `BẢN SAO`. */
  readonly title: string
  /** Trích yếu, below the title. */
  readonly summary: string
  /** What the register says, entry by entry. */
  readonly entries: readonly { readonly label: string; readonly value: string }[]
  /** Closing statement: from which register, volume and number the copy is made. */
  readonly statement: string
  readonly signer: {
    /** Signing form before the title, such as `KT. CHỦ TỊCH`; one line each with the title. */
    readonly authority?: string
    readonly title: string
    readonly name: string
  }
  /** Nơi nhận, one line each. */
  readonly recipients: readonly string[]
  /** Creation date of the PDF. */
  readonly createdAt: Instant
}

/** The bytes of a result, and the places that were kept free in it. */
export interface DrawnResult {
  readonly bytes: Uint8Array
  /** The authorised person: between title and name. */
  readonly approve: PagePlace
  /** The agency's seal: over the left third of the person's signature. */
  readonly issue: PagePlace
  /** Empty text fields for number and date, by their names. */
  readonly fields: Readonly<Record<'soKyHieu' | 'ngayBanHanh', PagePlace>>
}

/** A4 with the margins of NĐ 30/2020/NĐ-CP, Phụ lục I (20–25 mm, left 30–35, right 15–20; secondary source). */
const a4: Paper = {
  widthPt: 210 * MM,
  heightPt: 297 * MM,
  topPt: 20 * MM,
  bottomPt: 20 * MM,
  leftPt: 30 * MM,
  rightPt: 18 * MM,
}

const contentPt = a4.widthPt - a4.leftPt - a4.rightPt
const leftColumn = { x: a4.leftPt, widthPt: contentPt * 0.42 - 6, align: 'center' } as const
const rightColumn = { x: a4.leftPt + contentPt * 0.42, widthPt: contentPt * 0.58, align: 'center' } as const
const body = { sizePt: 13, leadingPt: 19 }

const signaturePt = { width: 55 * MM, height: 22 * MM }

function buildRule(column: { readonly x: number; readonly widthPt: number }, lengthPt: number): Block {
  const x = column.x + (column.widthPt - lengthPt) / 2
  return {
    heightPt: 8,
    draw: (canvas, topY) => drawLine(canvas, [x, topY - 3.5], [x + lengthPt, topY - 3.5]),
  }
}

const MOTTO = 'Độc lập - Tự do - Hạnh phúc'

const one = (text: string, face: FaceName): readonly TextRun[] => [{ text, face }]

function buildHead({ superiorAgency, agency }: ResultDocument): Block {
  const caps = { sizePt: 12.5, leadingPt: 16 }
  const motto = { sizePt: 13.5, leadingPt: 17 }
  return placeBeside([
    [
      ...(superiorAgency === undefined
        ? []
        : buildParagraph(one(superiorAgency, 'regular'), { ...leftColumn, ...caps })),
      ...buildParagraph(one(agency, 'bold'), { ...leftColumn, ...caps }),
      buildRule(leftColumn, leftColumn.widthPt * 0.4),
    ],
    [
      ...buildParagraph(one('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 'bold'), { ...rightColumn, ...caps }),
      ...buildParagraph(one(MOTTO, 'bold'), { ...rightColumn, ...motto }),
      buildRule(rightColumn, measureText(MOTTO, 'bold', motto.sizePt)),
    ],
  ])
}

/** Room for a number such as `1234/BS-UBND`. */
const NUMBER_PT = 96

/** The longest day there is, which the field for the date must hold. */
const LONGEST_DATE = 'ngày 30 tháng 12 năm 2028'

/** A text with a field behind it, centred in its column as if it were one line. */
function buildLabelledSpot(
  name: string,
  label: string,
  field: {
    readonly widthPt: number
    readonly face: FaceName
    readonly column: typeof leftColumn | typeof rightColumn
  },
): Block {
  const size = { sizePt: 13, leadingPt: 20 }
  const { column, face } = field
  const labelPt = measureText(label, face, size.sizePt)
  const x = column.x + Math.max(0, (column.widthPt - labelPt - field.widthPt) / 2)
  const spot = buildSpot(name, { x: x + labelPt, width: field.widthPt, height: size.leadingPt })
  return {
    heightPt: size.leadingPt,
    draw: (canvas, topY) => {
      drawText(canvas, label, { at: [x, findBaseline(topY, size)], face, sizePt: size.sizePt })
      spot.draw(canvas, topY)
    },
  }
}

function buildNumberAndDate({ place }: ResultDocument): Block {
  const datePt = measureText(LONGEST_DATE, 'italic', 13) + 4
  return placeBeside([
    [buildLabelledSpot('soKyHieu', 'Số: ', { widthPt: NUMBER_PT, face: 'regular', column: leftColumn })],
    [
      buildLabelledSpot('ngayBanHanh', `${place}, `, {
        widthPt: datePt,
        face: 'italic',
        column: rightColumn,
      }),
    ],
  ])
}

function buildEntries({ entries, statement }: ResultDocument): readonly Block[] {
  const style = { ...body, x: a4.leftPt, widthPt: contentPt }
  return [
    ...entries.flatMap(({ label, value }) =>
      buildParagraph(
        [
          { text: `${label}: `, face: 'regular' },
          { text: value, face: 'bold' },
        ],
        style,
      ),
    ),
    buildGap(6),
    ...buildParagraph(one(statement, 'regular'), style),
  ]
}

function buildFoot({ signer, recipients }: ResultDocument): Block {
  const title = { ...rightColumn, ...body, leadingPt: 17 }
  const spotX = rightColumn.x + (rightColumn.widthPt - signaturePt.width) / 2
  return placeBeside([
    [
      ...buildParagraph(one('Nơi nhận:', 'boldItalic'), {
        ...leftColumn,
        align: 'left',
        sizePt: 12,
        leadingPt: 15,
      }),
      ...recipients.flatMap((line) =>
        buildParagraph(one(`- ${line}`, 'regular'), {
          ...leftColumn,
          align: 'left',
          sizePt: 11,
          leadingPt: 14,
        }),
      ),
    ],
    [
      ...(signer.authority === undefined ? [] : buildParagraph(one(signer.authority, 'bold'), title)),
      ...buildParagraph(one(signer.title, 'bold'), title),
      buildGap(8 * MM),
      buildSpot('approve', { x: spotX, ...signaturePt }),
      buildGap(8 * MM),
      ...buildParagraph(one(signer.name, 'bold'), title),
    ],
  ])
}

/** Page numbers stand centred in the top margin, from the second page on (NĐ 30/2020/NĐ-CP, Phụ lục I). */
function drawNumbersOnTop(pages: readonly Canvas[]): void {
  pages.slice(1).forEach((canvas, index) => {
    const text = String(index + 2)
    const x = (canvas.widthPt - measureText(text, 'regular', 13)) / 2
    drawText(canvas, text, { at: [x, canvas.heightPt - 14 * MM], face: 'regular', sizePt: 13 })
  })
}

/** Lines that go with the signatures to a further page, so that these never stand alone on one. */
const LINES_WITH_SIGNATURE = 2

const center = { x: a4.leftPt, widthPt: contentPt, align: 'center' } as const

/**
 * Draws the result "certified copy from the register" on A4, with empty fields for its number and date.
 *
 * The fields `soKyHieu` and `ngayBanHanh` are there before anyone signs: the number is given after the authorised
 * person has signed (NĐ 30/2020/NĐ-CP, articles 14 and 15), and page content must not change any more. The clerk's
 * revision fills them, with appearances from {@link drawFieldAppearance}, locks them and signs as the agency. They
 * carry an empty appearance, and the document never asks viewers to make one.
 *
 * Throws `MotcuaError` `form/no-glyph` with the path of the text for a character that cannot be printed.
 *
 * @example
 * import { instant } from 'motcua'
 * import { drawResultDocument } from 'motcua/form'
 * const result = await drawResultDocument({
 *   agency: 'ỦY BAN NHÂN DÂN PHƯỜNG VÍ DỤ',
 *   place: 'Phường Ví Dụ',
 *   title: 'BẢN SAO',
 *   summary: 'Trích từ sổ gốc cấp bằng tốt nghiệp',
 *   entries: [{ label: 'Họ và tên', value: 'Nguyễn Thị Ví Dụ' }],
 *   statement: 'Nội dung trên đúng với nội dung ghi trong sổ gốc.',
 *   signer: { title: 'CHỦ TỊCH', name: 'Trần Văn Thử' },
 *   recipients: ['Người yêu cầu', 'Lưu: VT'],
 *   createdAt: instant('2026-09-03T10:00:00+07:00'),
 * })
 * result.approve.page // 1
 */
export async function drawResultDocument(result: ResultDocument): Promise<DrawnResult> {
  assertDrawable(result, '')
  const pages = layOut(
    [
      buildHead(result),
      buildNumberAndDate(result),
      buildGap(16),
      ...buildParagraph(one(result.title, 'bold'), { ...center, sizePt: 14, leadingPt: 20 }),
      ...buildParagraph(one(result.summary, 'bold'), { ...center, sizePt: 13.5, leadingPt: 18 }),
      buildRule(center, contentPt * 0.25),
      buildGap(10),
      ...keepWithNext([...buildEntries(result), buildGap(14)], LINES_WITH_SIGNATURE + 1),
      buildFoot(result),
    ],
    a4,
  )
  drawNumbersOnTop(pages)
  const place = (name: string): PagePlace => findSpot(pages, name)
  const approve = place('approve')
  const fields = { soKyHieu: place('soKyHieu'), ngayBanHanh: place('ngayBanHanh') }
  const bytes = await writePdf(pages, {
    title: `${result.title}: ${result.summary}`,
    createdAt: result.createdAt,
    fields: [
      { name: 'soKyHieu', label: 'Số, ký hiệu', face: 'regular', sizePt: 13, ...fields.soKyHieu },
      { name: 'ngayBanHanh', label: 'Ngày ban hành', face: 'italic', sizePt: 13, ...fields.ngayBanHanh },
    ],
  })
  return { bytes, approve, issue: { page: approve.page, rect: findSealRect(approve.rect) }, fields }
}

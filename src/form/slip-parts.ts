/**
 * What the slips of a one-stop unit have in common: paper, head, field lines, papers table, QR row, signatures.
 *
 * @module
 */
import { drawLine, drawQr, MM } from './canvas.ts'
import { type Block, buildGap, buildParagraph, type Paper, placeBeside, type TextSize } from './flow.ts'
import { buildTable } from './table.ts'
import { measureText, type TextRun } from './text.ts'

/** One paper of a dossier and how many of each kind were handed in. */
export interface SlipPaper {
  readonly name: string
  /** Bản chính. */
  readonly originalCount: number
  /** Bản chứng thực. */
  readonly certifiedCopyCount: number
  /** Bản photo. */
  readonly photocopyCount: number
}

/** Who issues a slip, and where. */
export interface SlipIssuer {
  /** Superior agency, first line of the head on the left. */
  readonly superiorAgency: string
  /** The one-stop unit, second line of the head on the left. */
  readonly unit: string
  /** Place name before the date. */
  readonly place: string
}

/** A person or organisation as a slip names them. What is left out is not printed. */
export interface SlipPerson {
  readonly name: string
  readonly address?: string
  readonly phone?: string
  readonly email?: string
  /** Citizen identity, passport or enterprise number. */
  readonly identityNumber?: string
}

/** Who signs at the foot of a slip. */
export interface SlipSigner {
  /** Caps above the signature, such as `NGƯỜI TIẾP NHẬN`. */
  readonly title: string
  readonly name?: string
}

/** A5, the format of the slips (TT 01/2018/TT-VPCP, articles 9 and 10). */
export const a5: Paper = {
  widthPt: 148 * MM,
  heightPt: 210 * MM,
  topPt: 9 * MM,
  bottomPt: 11 * MM,
  leftPt: 14 * MM,
  rightPt: 10 * MM,
}

const contentPt = a5.widthPt - a5.leftPt - a5.rightPt

/** Running text. */
export const body: TextSize = { sizePt: 10, leadingPt: 12.5 }
const small: TextSize = { sizePt: 8.5, leadingPt: 10.5 }

/** A rule of `lengthPt` centred in a column, `dropPt` below the text above it. */
function buildRule(x: number, widthPt: number, lengthPt: number): Block {
  const start = x + (widthPt - lengthPt) / 2
  return {
    heightPt: 5,
    draw: (canvas, topY) => drawLine(canvas, [start, topY - 2.5], [start + lengthPt, topY - 2.5]),
  }
}

const MOTTO = 'Độc lập - Tự do - Hạnh phúc'

/**
 * The head: agency on the left, country and motto on the right, then place and date.
 *
 * Sizes are those of NĐ 30/2020/NĐ-CP, Phụ lục I, taken down in proportion to A5.
 */
export function buildSlipHead(issuer: SlipIssuer, issuedOn: string): readonly Block[] {
  const leftPt = contentPt * 0.44
  const right = { x: a5.leftPt + leftPt, widthPt: contentPt - leftPt, align: 'center' } as const
  const left = { x: a5.leftPt, widthPt: leftPt - 8, align: 'center' } as const
  const head = { sizePt: 9, leadingPt: 11.5 }
  const motto = { sizePt: 10, leadingPt: 12.5 }
  const mottoPt = measureText(MOTTO, 'bold', motto.sizePt)
  const date = [{ text: `${issuer.place}, ${issuedOn}`, face: 'italic' }] as const
  const columns = placeBeside([
    [
      ...buildParagraph([{ text: issuer.superiorAgency, face: 'regular' }], { ...left, ...head }),
      ...buildParagraph([{ text: issuer.unit, face: 'bold' }], { ...left, ...head }),
      buildRule(left.x, left.widthPt, leftPt * 0.35),
    ],
    [
      ...buildParagraph([{ text: 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', face: 'bold' }], {
        ...right,
        ...head,
      }),
      ...buildParagraph([{ text: MOTTO, face: 'bold' }], { ...right, ...motto }),
      buildRule(right.x, right.widthPt, mottoPt),
      buildGap(4),
      ...buildParagraph(date, { ...right, sizePt: 9.5, leadingPt: 12.5 }),
    ],
  ])
  return [columns]
}

/** The title of the slip with the code of the dossier below it, centred. */
export function buildTitle(title: string, dossierCode: string): readonly Block[] {
  const center = { x: a5.leftPt, widthPt: contentPt, align: 'center' } as const
  const code: readonly TextRun[] = [
    { text: 'Mã hồ sơ: ', face: 'regular' },
    { text: dossierCode, face: 'bold' },
  ]
  return [
    buildGap(4),
    ...buildParagraph([{ text: title, face: 'bold' }], { ...center, sizePt: 13, leadingPt: 16 }),
    ...buildParagraph(code, { ...center, ...body }),
    buildGap(4),
  ]
}

/** A label with what stands after it; several on one line when a line holds them. */
export function buildField(...pairs: readonly (readonly [label: string, value: string])[]): readonly Block[] {
  const runs = pairs.flatMap(([label, value], index): TextRun[] => [
    { text: `${index > 0 ? '    ' : ''}${label} `, face: 'regular' },
    { text: value, face: 'bold' },
  ])
  return buildParagraph(runs, { ...body, x: a5.leftPt, widthPt: contentPt })
}

/** A paragraph over the whole width. */
export function buildText(...runs: readonly TextRun[]): readonly Block[] {
  return buildParagraph(runs, { ...body, x: a5.leftPt, widthPt: contentPt })
}

/** A paragraph in small italics, for notes. */
export function buildNote(text: string): readonly Block[] {
  return buildParagraph([{ text, face: 'italic' }], { ...small, x: a5.leftPt, widthPt: contentPt })
}

/** Address, telephone, e-mail and identity number of a person, each only when there is one. */
export function buildContact(person: SlipPerson): readonly Block[] {
  const { address, phone, email, identityNumber } = person
  const reach = [
    ...(phone === undefined ? [] : [['Số điện thoại:', phone] as const]),
    ...(email === undefined ? [] : [['Email:', email] as const]),
  ]
  return [
    ...(identityNumber === undefined ? [] : buildField(['Số giấy tờ tùy thân/mã số:', identityNumber])),
    ...(address === undefined ? [] : buildField(['Địa chỉ:', address])),
    ...(reach.length === 0 ? [] : buildField(...reach)),
  ]
}

const COUNT_GROUP = 'Số lượng'

/** The papers with their three counts; a count of 0 is printed as a dash, so that nothing can be added later. */
export function buildPaperTable(papers: readonly SlipPaper[]): readonly Block[] {
  const numberPt = 24
  const countPt = { original: 40, certifiedCopy: 58, photocopy: 40 }
  const countsPt = countPt.original + countPt.certifiedCopy + countPt.photocopy
  const count = (value: number): string => (value === 0 ? '–' : String(value))
  const table = buildTable({
    x: a5.leftPt,
    size: { sizePt: 9.5, leadingPt: 12 },
    columns: [
      { title: 'TT', widthPt: numberPt, align: 'center' },
      { title: 'Thành phần hồ sơ', widthPt: contentPt - numberPt - countsPt, align: 'left' },
      { title: 'Bản chính', group: COUNT_GROUP, widthPt: countPt.original, align: 'center' },
      { title: 'Bản chứng thực', group: COUNT_GROUP, widthPt: countPt.certifiedCopy, align: 'center' },
      { title: 'Bản photo', group: COUNT_GROUP, widthPt: countPt.photocopy, align: 'center' },
    ],
    rows: papers.map((paper, index) => [
      String(index + 1),
      paper.name,
      count(paper.originalCount),
      count(paper.certifiedCopyCount),
      count(paper.photocopyCount),
    ]),
  })
  return [buildGap(2), ...table, buildGap(3)]
}

const QR_PT = 22 * MM

/** The QR symbol for looking up, with notes beside it. Never cut. */
export function buildLookUp(lookUpUrl: string, notes: readonly string[]): readonly Block[] {
  const gapPt = 6
  const style = { ...small, x: a5.leftPt + QR_PT + gapPt, widthPt: contentPt - QR_PT - gapPt }
  const lines = notes.flatMap((note) => buildParagraph([{ text: note, face: 'italic' }], style))
  const symbol: Block = {
    heightPt: QR_PT,
    draw: (canvas, topY) =>
      drawQr(
        canvas,
        { x: a5.leftPt, y: topY - QR_PT, width: QR_PT, height: QR_PT },
        { text: lookUpUrl, place: 'lookUpUrl' },
      ),
  }
  return [buildGap(2), placeBeside([[symbol], [buildGap(3), ...lines]])]
}

/** Room for a signature between title and name. */
const SIGNATURE_PT = 12 * MM

/** The signers beside each other, the last on the right. Never cut. */
export function buildSigners(signers: readonly SlipSigner[]): Block {
  const columnPt = contentPt / Math.max(2, signers.length)
  const firstX = a5.leftPt + contentPt - columnPt * signers.length
  return placeBeside(
    signers.map(({ title, name = '' }, index) => {
      const style = { x: firstX + index * columnPt, widthPt: columnPt, align: 'center' } as const
      return [
        buildGap(3),
        ...buildParagraph([{ text: title, face: 'bold' }], { ...style, ...body }),
        ...buildParagraph([{ text: '(Ký và ghi rõ họ tên)', face: 'italic' }], { ...style, ...small }),
        buildGap(SIGNATURE_PT),
        ...buildParagraph([{ text: name, face: 'bold' }], { ...style, ...body }),
      ]
    }),
  )
}

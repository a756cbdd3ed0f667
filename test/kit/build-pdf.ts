/** One object of a built file: its body as it stands between `obj` and `endobj`, one character a byte. */
export interface BuiltObject {
  readonly number: number
  readonly generation?: number
  readonly body: string
}

/** How a built file departs from the plainest one. */
export interface PdfShape {
  readonly pages?: number
  /** How the cross-reference data are written. */
  readonly xref?: 'table' | 'stream' | 'hybrid' | 'none'
  /** Puts everything but streams into an object stream (for `stream` and `hybrid`). */
  readonly objectStream?: boolean
  readonly eol?: '\n' | '\r\n' | '\r'
  readonly header?: string
  /** Bytes before the header; offsets count from the header unless `absolute`. */
  readonly junk?: string
  readonly absolute?: boolean
  /** Entries for catalog, first page and trailer, as PDF text. */
  readonly catalog?: string
  readonly page?: string
  readonly trailer?: string
  readonly extra?: readonly BuiltObject[]
  /** What is added to the number behind `startxref`. */
  readonly startxrefError?: number
  /** Written between `xref` and the first entry instead of `0 n`. */
  readonly subsection?: string
  readonly entryEnd?: string
  readonly size?: number
  readonly ending?: string
  /** Changes the text of the whole body before offsets are counted. */
  readonly rewrite?: (text: string) => string
}

/** One character a byte. */
export function toBytes(text: string): Uint8Array {
  return Uint8Array.from(text, (character) => character.charCodeAt(0) & 0xff)
}

/** One character a byte. */
export function toText(bytes: Uint8Array): string {
  let text = ''
  for (let offset = 0; offset < bytes.length; offset += 8192) {
    text += String.fromCharCode(...bytes.subarray(offset, offset + 8192))
  }
  return text
}

/** A stream body with its true length. */
export function streamBody(dict: string, data: string): string {
  return `<<${dict}/Length ${data.length}>>\nstream\n${data}\nendstream`
}

/** Catalog 1, pages 2, then a page and its content for each page. */
function plainObjects({ pages = 1, catalog = '', page = '', extra = [] }: PdfShape): BuiltObject[] {
  const kids = Array.from({ length: pages }, (_, index) => `${3 + index * 2} 0 R`)
  const objects: BuiltObject[] = [
    { number: 1, body: `<</Type/Catalog/Pages 2 0 R${catalog}>>` },
    { number: 2, body: `<</Type/Pages/Kids[${kids.join(' ')}]/Count ${pages}/MediaBox[0 0 595 842]>>` },
  ]
  for (let index = 0; index < pages; index += 1) {
    const number = 3 + index * 2
    const own = index === 0 ? page : ''
    objects.push({ number, body: `<</Type/Page/Parent 2 0 R/Contents ${number + 1} 0 R${own}>>` })
    objects.push({ number: number + 1, body: streamBody('', `0 ${index} m 10 10 l S`) })
  }
  return [...objects.filter(({ number }) => !extra.some((other) => other.number === number)), ...extra]
}

/** Packs objects into an object stream. */
function packObjects(number: number, objects: readonly BuiltObject[]): BuiltObject {
  let offset = 0
  const pairs = objects.map((object) => {
    const pair = `${object.number} ${offset}`
    offset += object.body.length + 1
    return pair
  })
  const head = `${pairs.join(' ')} `
  const data = head + objects.map(({ body }) => `${body} `).join('')
  return { number, body: streamBody(`/Type/ObjStm/N ${objects.length}/First ${head.length}`, data) }
}

/** Big-endian bytes of a number. */
function field(value: number, width: number): string {
  let text = ''
  for (let shift = width - 1; shift >= 0; shift -= 1)
    text += String.fromCharCode((value / 2 ** (8 * shift)) & 255)
  return text
}

/** Rows of a cross-reference stream: type, offset or container, generation or index. */
type Row = readonly [number, number, number, number]

/** Builds an xref stream out of rows that start with the object number. */
function xrefStream(number: number, rows: readonly Row[], rest: string): string {
  const sorted = rows.toSorted((a, b) => a[0] - b[0])
  const index = sorted.map((row) => `${row[0]} 1`).join(' ')
  const data = sorted.map((row) => field(row[1], 1) + field(row[2], 4) + field(row[3], 2)).join('')
  return `${number} 0 obj\n${streamBody(`/Type/XRef/W[1 4 2]/Index[${index}]${rest}`, data)}\nendobj\n`
}

/** Builds a PDF by hand, plain or odd, so that tests know every byte of it. */
export function buildPdf(shape: PdfShape = {}): Uint8Array {
  const { xref = 'table', eol = '\n', junk = '', objectStream = false } = shape
  const all = plainObjects(shape)
  const highest = Math.max(...all.map(({ number }) => number))
  const isPacked = objectStream && xref !== 'table' && xref !== 'none'
  const packed = isPacked ? all.filter(({ body, number }) => !body.includes('stream') && number !== 1) : []
  const loose = all.filter((object) => !packed.includes(object))
  if (packed.length > 0) loose.push(packObjects(highest + 1, packed))
  let text = `${junk}${shape.header ?? '%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n'}`
  for (const { number, generation = 0, body } of loose)
    text += `${number} ${generation} obj\n${body}\nendobj\n`
  if (eol !== '\n') text = text.replaceAll('\n', eol)
  text = shape.rewrite?.(text) ?? text
  const base = shape.absolute ? 0 : junk.length
  const offsetOf = ({ number, generation = 0 }: BuiltObject): number =>
    text.search(new RegExp(`(?<!\\d)${number} ${generation} obj`)) - base
  const rows: Row[] = loose.map((object) => [object.number, 1, offsetOf(object), object.generation ?? 0])
  for (const [index, object] of packed.entries()) rows.push([object.number, 2, highest + 1, index])
  const size = shape.size ?? highest + 3
  const rest = `/Root 1 0 R/Size ${size}${shape.trailer ?? ''}`
  const ending = shape.ending ?? `%%EOF${eol}`
  if (xref === 'none') return toBytes(`${text}trailer${eol}<<${rest}>>${eol}${ending}`)
  let hidden = ''
  if (xref === 'stream' || xref === 'hybrid') {
    const start = text.length - base
    const own: Row[] = xref === 'hybrid' ? rows.filter((row) => row[1] === 2) : [[0, 0, 0, 65_535], ...rows]
    text += xrefStream(highest + 2, [...own, [highest + 2, 1, start, 0]], rest)
    hidden = `/XRefStm ${start}`
    if (xref === 'stream')
      return toBytes(`${text}startxref\n${start + (shape.startxrefError ?? 0)}\n${ending}`)
  }
  const start = text.length - base
  const end = shape.entryEnd ?? (eol.length === 2 ? '\r\n' : ` ${eol}`)
  const entry = (number: number): string => {
    const row = rows.find((other) => other[0] === number && other[1] === 1)
    if (row === undefined) return `0000000000 65535 f${end}`
    return `${String(row[2]).padStart(10, '0')} ${String(row[3]).padStart(5, '0')} n${end}`
  }
  const entries = Array.from({ length: highest + 2 }, (_, number) => entry(number)).join('')
  const table = `xref${eol}${shape.subsection ?? `0 ${highest + 2}`}${eol}${entries}`
  const trailer = `trailer${eol}<<${rest}${xref === 'hybrid' ? hidden : ''}>>${eol}`
  return toBytes(
    `${text}${table}${trailer}startxref${eol}${start + (shape.startxrefError ?? 0)}${eol}${ending}`,
  )
}

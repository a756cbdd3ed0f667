/**
 * Scans to sign and to verify: one picture a page, as an office's scanner writes them.
 *
 * The pictures are noise that does not compress, under the name of a filter nobody here looks into.
 */
const PAGE_BYTES = 1_000_000
const LEAST_PAGE_BYTES = 30_000
const encoder = new TextEncoder()

/** Writes pseudo-random bytes, the same in every run. */
function fillWithNoise(bytes: Uint8Array, seed: number): void {
  const words = new Uint32Array(bytes.buffer, 0, bytes.length >> 2)
  for (let at = 0; at < words.length; at += 1) words[at] = Math.imul(at + seed, 2_654_435_761)
}

/** Makes a PDF of about so many million bytes; below one million it has a single page, of 30 KB at least. */
export function makeScan(megabytes: number): Uint8Array {
  const pages = Math.max(1, Math.round(megabytes))
  const pageBytes = Math.round(Math.max(LEAST_PAGE_BYTES, Math.min(1, megabytes) * PAGE_BYTES))
  const chunks: Uint8Array[] = []
  const offsets: number[] = []
  let length = 0
  const put = (chunk: string | Uint8Array): void => {
    const bytes = typeof chunk === 'string' ? encoder.encode(chunk) : chunk
    chunks.push(bytes)
    length += bytes.length
  }
  const putObject = (number: number, head: string, stream?: Uint8Array): void => {
    offsets[number] = length
    put(`${number} 0 obj\n${head}`)
    if (stream !== undefined) for (const part of ['\nstream\n', stream, '\nendstream']) put(part)
    put('\nendobj\n')
  }
  const kids = Array.from({ length: pages }, (_, page) => `${3 + page * 3} 0 R`).join(' ')
  put('%PDF-1.4\n')
  putObject(1, '<</Type/Catalog/Pages 2 0 R>>')
  putObject(2, `<</Type/Pages/Count ${pages}/Kids[${kids}]>>`)
  for (let page = 0; page < pages; page += 1) {
    const number = 3 + page * 3
    const resources = `<</XObject<</I ${number + 1} 0 R>>>>`
    const picture = new Uint8Array(pageBytes)
    fillWithNoise(picture, page)
    const drawing = encoder.encode('q 595 0 0 842 0 0 cm /I Do Q')
    const size = '/Width 1000/Height 1000/ColorSpace/DeviceRGB/BitsPerComponent 8'
    putObject(
      number,
      `<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources${resources}/Contents ${number + 2} 0 R>>`,
    )
    putObject(
      number + 1,
      `<</Type/XObject/Subtype/Image${size}/Filter/DCTDecode/Length ${pageBytes}>>`,
      picture,
    )
    putObject(number + 2, `<</Length ${drawing.length}>>`, drawing)
  }
  const start = length
  put(`xref\n0 ${offsets.length}\n0000000000 65535 f \n`)
  for (const offset of offsets.slice(1)) put(`${String(offset).padStart(10, '0')} 00000 n \n`)
  put(`trailer\n<</Size ${offsets.length}/Root 1 0 R>>\nstartxref\n${start}\n%%EOF\n`)
  const whole = new Uint8Array(length)
  let at = 0
  for (const chunk of chunks) {
    whole.set(chunk, at)
    at += chunk.length
  }
  return whole
}

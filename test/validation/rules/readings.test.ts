import { describe, expect, it } from 'vitest'
import { openPdf } from '../../../src/pdf/index.ts'
import { lastStartxref } from '../../kit/attacks/append.ts'
import { sampleShape } from '../../kit/attacks/sample.ts'
import { streamBody, toBytes, toText } from '../../kit/build-pdf.ts'
import { analyseBytes, signedDocument } from '../../kit/changed-document.ts'

const sizeOf = (bytes: Uint8Array): number => {
  const size = openPdf(bytes).trailer.entries.get('Size')
  return size?.kind === 'number' ? size.value : 0
}

/** Words of an appended revision that changes nothing; `{start}` is the offset of `xref`, `{prev}` of the last section. */
function append(bytes: Uint8Array, tail: string): Uint8Array {
  const text = toText(bytes)
  const made = tail
    .replaceAll('{prev}', String(lastStartxref(text)))
    .replaceAll('{size}', String(sizeOf(bytes)))
  const start = text.length + made.search(/(?<!start)xref/)
  return toBytes(text + made.replaceAll('{start}', String(start)))
}

const trailer = 'trailer\n<</Size {size}/Root 1 0 R/Prev {prev}>>\n'
const end = 'startxref\n{start}\n%%EOF\n'
const table = 'xref\n0 1\n0000000000 65535 f \n'

/** The sample with another definition of its content in the data of a stream nobody looks at. */
const hiding = signedDocument({
  shape: {
    ...sampleShape(),
    extra: [
      ...(sampleShape().extra ?? []),
      { number: 19, body: streamBody('', `\n4 0 obj\n${streamBody('', 'BT ET')}\nendobj\n`) },
    ],
  },
})
const plain = signedDocument()

const levelOf = (bytes: Uint8Array): string => analyseBytes(bytes).level
const signsOf = (bytes: Uint8Array): string[] => analyseBytes(bytes).attacks.map(({ variant }) => variant)

describe('what it gives', () => {
  it('lets a revision pass that is written as everybody writes it', () => {
    expect(levelOf(append(hiding, `${table}${trailer}${end}`))).toBe('lta-updates')
  })
  it('lets comments stand before startxref, as some writers put them', () => {
    expect(levelOf(append(hiding, `${table}${trailer}%a library 1.0\n${end}`))).toBe('lta-updates')
  })
  it.each([
    ['trailer without /Root', `${table}trailer\n<</Size {size}/Prev {prev}>>\n${end}`],
    ['table without the word trailer', `${table}<</Size {size}/Root 1 0 R/Prev {prev}>>\n${end}`],
    ['comment behind startxref', `${table}${trailer}startxref\n% {start}\n{start}\n%%EOF\n`],
  ])('lets a sloppy one pass where a search of the file shows the same: %s', (_, tail) => {
    expect(levelOf(append(plain, tail))).toBe('lta-updates')
  })
})

describe('a hybrid section whose stream lists what the table lists', () => {
  const text = toText(plain)
  const offset = text.indexOf('\n4 0 obj') + 1
  /** The content of the page listed in the table, and in the stream so far beside it. */
  function appendHybrid(beside: number): Uint8Array {
    const number = sizeOf(plain)
    const row = String.fromCharCode(1, 0, 0, (offset + beside) >> 8, (offset + beside) & 255, 0)
    const hidden = streamBody(`/Type/XRef/Size ${number + 1}/Root 1 0 R/W[1 4 1]/Index[4 1]`, row)
    const before = `${number} 0 obj\n${hidden}\nendobj\n`
    const entry = `${String(offset).padStart(10, '0')} 00000 n \n`
    const own = `${String(text.length).padStart(10, '0')} 00000 n \n`
    const words = `xref\n4 1\n${entry}${number} 1\n${own}trailer\n<</Size ${number + 1}/Root 1 0 R/XRefStm ${text.length}/Prev {prev}>>\n`
    return append(plain, `${before}${words}${end}`)
  }

  it('passes where both lead to the same place, and is refused where they do not', () => {
    expect(levelOf(appendHybrid(0))).toBe('lta-updates')
    const bytes = appendHybrid(text.indexOf('\n3 0 obj') + 1 - offset)
    expect([levelOf(bytes), signsOf(bytes)]).toEqual(['other', expect.arrayContaining(['unlike-readings'])])
  })
})

describe('what it refuses', () => {
  it.each([
    ['trailer without /Root', `${table}trailer\n<</Size {size}/Prev {prev}>>\n${end}`],
    ['table without the word trailer', `${table}<</Size {size}/Root 1 0 R/Prev {prev}>>\n${end}`],
    ['comment behind startxref', `${table}${trailer}startxref\n% {start}\n{start}\n%%EOF\n`],
  ])('refuses a sloppy one where a search of the file shows something else: %s', (_, tail) => {
    const bytes = append(hiding, tail)
    expect(levelOf(bytes)).toBe('other')
    expect(signsOf(bytes)).toContain('unlike-readings')
  })
  it.each([
    [
      'a key twice in the trailer',
      `${table}trailer\n<</Size {size}/Root 9 0 R/Root 1 0 R/Prev {prev}>>\n${end}`,
    ],
    ['a smaller /Size', `${table}trailer\n<</Size 5/Root 1 0 R/Prev {prev}>>\n${end}`],
    ['an entry beyond /Size', `xref\n999999 1\n0000000000 65535 f \n${trailer}${end}`],
    ['an entry twice', `xref\n0 1\n0000000000 65535 f \n0 1\n0000000000 65535 f \n${trailer}${end}`],
    ['fewer entries than announced', `xref\n0 2\n0000000000 65535 f \n${trailer}${end}`],
  ])('refuses what readers resolve differently in any document: %s', (_, tail) => {
    expect(signsOf(append(plain, tail))).toContain('unlike-readings')
  })
})

describe('edges', () => {
  it('refuses white space that pushes the end out of the window readers search, where a search shows something else', () => {
    const blank = toBytes('\n'.repeat(1500))
    expect(signsOf(new Uint8Array([...hiding, ...blank]))).toEqual(['unmarked-bytes'])
    expect(signsOf(new Uint8Array([...plain, ...blank]))).toEqual([])
  })
  it('gives up on a table of megabytes instead of going through it', () => {
    const rows = '0000000000 65535 f \n'.repeat(300_000)
    const bytes = append(
      plain,
      `xref\n1000 300000\n${rows}trailer\n<</Size 301000/Root 1 0 R/Prev {prev}>>\n${end}`,
    )
    expect(signsOf(bytes)).toContain('unlike-readings')
  })
})

describe('what it must not touch', () => {
  it('leaves the bytes as they are', () => {
    const bytes = append(hiding, `${table}${trailer}${end}`)
    const copy = bytes.slice()
    analyseBytes(bytes)
    expect(bytes).toEqual(copy)
  })
})

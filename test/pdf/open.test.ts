import { isMotcuaError } from 'motcua'
import {
  countPages,
  findPage,
  findPageAttribute,
  findValue,
  openPdf,
  type Pdf,
  readCatalog,
  readObject,
  walkPages,
} from 'motcua/pdf'
import { pdfRef } from 'motcua/pdf/syntax'
import { describe, expect, it } from 'vitest'
import { buildPdf, type PdfShape, toBytes, toText } from '../kit/build-pdf.ts'

const codes = (pdf: Pdf): string[] => [...new Set(pdf.repairs.map(({ code }) => code))]

describe('what it gives', () => {
  const sound: [string, PdfShape][] = [
    ['a table', {}],
    ['a cross-reference stream', { xref: 'stream' }],
    ['objects in an object stream', { xref: 'stream', objectStream: true }],
    ['a hybrid file, whose hidden objects are free in the table', { xref: 'hybrid', objectStream: true }],
    ['CR as the only line end', { eol: '\r' }],
    ['CR and LF as line ends', { eol: '\r\n' }],
    ['a header that offsets count from', { junk: 'HTTP/1.1 200 OK\r\n\r\n' }],
    ['offsets that count from the file in spite of junk', { junk: 'junk junk\n', absolute: true }],
    ['bytes behind the end', { ending: `%%EOF\n${'\0'.repeat(3000)}` }],
    ['no end mark', { ending: '' }],
    ['comments between all tokens', { rewrite: (text) => text.replaceAll('/Type', '%x\n/Type%y\n') }],
    [
      'names with #xx',
      { rewrite: (text) => text.replaceAll('/Pages', '/P#61ges').replaceAll('/Kids', '/#4bids') },
    ],
    ['blanks behind obj', { rewrite: (text) => text.replaceAll(' obj\n', ' obj   \n') }],
    ['no line end behind obj', { rewrite: (text) => text.replaceAll(' obj\n', ' obj') }],
  ]
  it.each(sound)('opens a file with %s by its own cross-reference data', (_, shape) => {
    const pdf = openPdf(buildPdf({ pages: 3, ...shape }))
    expect(pdf.isRebuilt).toBe(false)
    expect(countPages(pdf)).toBe(3)
  })

  const damaged: [string, PdfShape, string][] = [
    ['no cross-reference data', { xref: 'none' }, 'pdf/xref-rebuilt'],
    ['startxref 0', { startxrefError: -1e6 }, 'pdf/xref-rebuilt'],
    ['startxref a few bytes off', { startxrefError: 7 }, 'pdf/startxref-wrong'],
    ['startxref before the table', { startxrefError: -3 }, 'pdf/startxref-wrong'],
    [
      'startxref off before a cross-reference stream',
      { xref: 'stream', startxrefError: 5 },
      'pdf/startxref-wrong',
    ],
    ['entries of 19 bytes', { entryEnd: '\n' }, ''],
    ['fewer entries than announced', { subsection: '0 90' }, 'pdf/xref-malformed'],
    ['more entries than announced', { subsection: '0 2' }, 'pdf/xref-malformed'],
    ['a table that starts at 1 though it means 0', { subsection: '1 10' }, 'pdf/xref-malformed'],
    ['a cross-reference stream of another generation', { xref: 'stream' }, 'pdf/xref-malformed'],
    ['no header', { header: '' }, 'pdf/no-header'],
    ['no endobj', { rewrite: (text) => text.replaceAll('\nendobj', '') }, 'pdf/endobj-missing'],
    ['wrong stream lengths', { rewrite: (text) => text.replaceAll(/Length \d+/g, 'Length 9999') }, ''],
    ['dictionaries that never close', { rewrite: (text) => text.replaceAll('>>\nendobj', '\nendobj') }, ''],
    ['a page without /Type', { rewrite: (text) => text.replaceAll('/Type/Page/', '/') }, ''],
    ['a tree without /Count', { rewrite: (text) => text.replaceAll(/\/Count \d+/g, '') }, ''],
    ['a /Size that is too small', { size: 2 }, ''],
    [
      'a trailer without /Root',
      { rewrite: (text) => text, xref: 'none', trailer: '/Root null' },
      'pdf/root-searched',
    ],
    ['the catalog in the trailer', { xref: 'none', trailer: '/Root<</Pages 2 0 R>>' }, 'pdf/xref-rebuilt'],
  ]
  it.each(damaged)('opens a file with %s and says what it mended', (_, shape, code) => {
    const bytes = buildPdf({ pages: 3, ...shape })
    const isStream = code === 'pdf/xref-malformed' && shape.xref === 'stream'
    const pdf = openPdf(
      isStream ? toBytes(toText(bytes).replace('0 obj\n<</Type/XRef', '7 obj\n<</Type/XRef')) : bytes,
    )
    expect(countPages(pdf)).toBe(3)
    if (code !== '') expect(codes(pdf)).toContain(code)
  })

  it('makes a catalog for pages whose own is lost', () => {
    for (const lost of [/1 0 obj\n.*\nendobj\n/, /1 0 obj\n.*\nendobj\n2 0 obj\n.*\nendobj\n/]) {
      const pdf = openPdf(buildPdf({ pages: 3, xref: 'none', rewrite: (text) => text.replace(lost, '') }))
      expect(countPages(pdf)).toBe(3)
      expect(codes(pdf)).toContain('pdf/root-searched')
    }
  })
  it('gives a catalog the page tree it does not lead to', () => {
    const pdf = openPdf(
      buildPdf({ pages: 2, rewrite: (text) => text.replace('/Pages 2 0 R', '/Pages 99 0 R') }),
    )
    expect(countPages(pdf)).toBe(2)
  })
  it('reads values of objects, references followed, absent ones as null', () => {
    const pdf = openPdf(buildPdf({ catalog: '/Lang(vi)/Gone 99 0 R' }))
    expect(findValue(pdf, readCatalog(pdf), 'Pages')).toMatchObject({ kind: 'dict' })
    expect(findValue(pdf, readCatalog(pdf), 'Gone')).toBeUndefined()
    expect(readObject(pdf, pdfRef(99)).kind).toBe('null')
  })

  it('inherits page attributes from the tree', () => {
    const pdf = openPdf(buildPdf({ pages: 2 }))
    const page = findPage(pdf, 1)
    expect(page && findPageAttribute(pdf, page, 'MediaBox')).toMatchObject({ kind: 'array' })
    expect(page && findPageAttribute(pdf, page, 'Rotate')).toBeUndefined()
  })

  it('takes the newest revision for the document', () => {
    const old = toText(buildPdf({ pages: 2 }))
    const start = old.length
    const entry = `${String(start).padStart(10, '0')} 00000 n \n`
    const prev = /startxref\n(\d+)/.exec(old)?.[1]
    const update = `2 0 obj\n<</Type/Pages/Kids[3 0 R]/Count 1>>\nendobj\n`
    const section = `xref\n2 1\n${entry}trailer\n<</Size 9/Root 1 0 R/Prev ${prev}>>\nstartxref\n${start + update.length}\n%%EOF\n`
    expect(countPages(openPdf(toBytes(old + update + section)))).toBe(1)
  })

  it.each([-3, 1, 40])('finds the older section where /Prev is wrong by %i bytes, and says so', (error) => {
    const old = toText(buildPdf({ pages: 2 }))
    const prev = Number(/startxref\n(\d+)/.exec(old)?.[1]) + error
    const section = `xref\n0 1\n0000000000 65535 f \ntrailer\n<</Size 9/Root 1 0 R/Prev ${prev}>>\nstartxref\n${old.length}\n%%EOF\n`
    const pdf = openPdf(toBytes(old + section))
    expect([pdf.isRebuilt, pdf.sections.length, countPages(pdf)]).toEqual([false, 2, 2])
    expect(codes(pdf)).toContain('pdf/prev-broken')
  })

  it('searches the file where /Prev leads nowhere near an older section', () => {
    const old = toText(buildPdf({ pages: 2 }))
    const filler = `%${'x'.repeat(2000)}\n`
    const start = old.length + filler.length
    // The section itself is near, but a section cannot be older than itself.
    const section = `xref\n0 1\n0000000000 65535 f \ntrailer\n<</Size 9/Root 1 0 R/Prev ${start + 3}>>\nstartxref\n${start}\n%%EOF\n`
    const pdf = openPdf(toBytes(old + filler + section))
    expect([pdf.isRebuilt, countPages(pdf)]).toEqual([true, 2])
  })
})

describe('what it refuses', () => {
  it('says that a file without objects is no PDF', () => {
    expect(() => openPdf(toBytes('GIF89a, not at all a PDF'))).toThrow(/not a PDF/)
  })
  it('says that a file without a catalog has none', () => {
    try {
      openPdf(toBytes('%PDF-1.4\n1 0 obj <</A 1>> endobj\n'))
      expect.unreachable()
    } catch (error) {
      expect(isMotcuaError(error, 'pdf/no-catalog')).toBe(true)
    }
  })
  it('refuses nesting without end', () => {
    const bytes = buildPdf({ catalog: `/X${'['.repeat(5000)}` })
    expect(() => openPdf(bytes)).toThrow(/maxDepth/)
  })
  it('refuses more entries than allowed', () => {
    expect(() => openPdf(buildPdf({ pages: 50 }), { limits: { maxObjects: 20 } })).toThrow(/maxObjects/)
  })
})

describe('edges', () => {
  it.each(['65535', '65536', '99999'])('takes a head of the free list with generation %s', (generation) => {
    const pdf = openPdf(toBytes(toText(buildPdf()).replaceAll('65535 f', `${generation} f`)))
    expect(pdf.isRebuilt).toBe(false)
    expect(codes(pdf)).toEqual([])
  })
  it('ends a /Prev loop', () => {
    const text = toText(buildPdf({ pages: 2 }))
    const start = /startxref\n(\d+)/.exec(text)?.[1]
    const looped = toBytes(text.replace(/(trailer\n<<)/, `$1/Prev ${start}`))
    const pdf = openPdf(looped)
    expect(codes(pdf)).toContain('pdf/prev-loop')
    expect(countPages(pdf)).toBe(2)
  })
  it('ends a page tree that contains itself', () => {
    const pdf = openPdf(
      buildPdf({ extra: [{ number: 2, body: '<</Type/Pages/Kids[2 0 R 3 0 R 2 0 R]/Count 3>>' }] }),
    )
    expect(countPages(pdf)).toBe(1)
    expect(codes(pdf)).toContain('pdf/page-tree-broken')
  })
  it('ends an object stream that lies in itself', () => {
    const text = toText(buildPdf({ xref: 'stream', objectStream: true }))
    const bytes = toBytes(text.replaceAll('/First', '/Extends 6 0 R/First'))
    expect(() => countPages(openPdf(bytes))).not.toThrow()
  })
  it('ends a /Length that leads to its own stream', () => {
    const body = '<</Length 9 0 R>>\nstream\nabc\nendstream'
    const pdf = openPdf(buildPdf({ extra: [{ number: 9, body }] }))
    expect(readObject(pdf, pdfRef(9))).toMatchObject({ kind: 'stream', dataLength: 3 })
  })
  it('finds an object whose entry leads elsewhere', () => {
    const text = toText(buildPdf({ pages: 1 }))
    const bytes = toBytes(
      text.replace(/(\d{10}) 00000 n (\s+)(\d{10}) 65535 f/, '0000000017 00000 n $2$3 65535 f'),
    )
    const pdf = openPdf(bytes)
    expect(readObject(pdf, pdfRef(4))).toMatchObject({ kind: 'stream' })
    expect(codes(pdf)).toContain('pdf/xref-entry-wrong')
  })
  it('passes over kids that are missing or no dictionaries', () => {
    const kids = '<</Type/Pages/Kids[77 0 R null 5 3 0 R(x)]/Count 5>>'
    const pdf = openPdf(buildPdf({ extra: [{ number: 2, body: kids }] }))
    expect([...walkPages(pdf)].map(({ ref }) => ref?.number)).toEqual([3])
  })
})

describe('what it must not touch', () => {
  it('leaves the bytes it reads as they are', () => {
    const bytes = buildPdf({ pages: 2, xref: 'stream', objectStream: true })
    const before = bytes.slice()
    countPages(openPdf(bytes))
    expect(bytes).toEqual(before)
  })
  it('reads little of a large file', () => {
    const large = '0'.repeat(5_000_000)
    const bytes = buildPdf({
      extra: [{ number: 9, body: `<</Length ${large.length}>>\nstream\n${large}\nendstream` }],
    })
    let read = 0
    const source = {
      length: bytes.length,
      read: (offset: number, length: number) => {
        read += length
        return bytes.subarray(offset, offset + length)
      },
    }
    const pdf = openPdf(source)
    expect(countPages(pdf)).toBe(1)
    expect(readObject(pdf, pdfRef(9))).toMatchObject({ dataLength: large.length })
    expect(read).toBeLessThan(100_000)
  })
})

import { describe, expect, it } from 'vitest'
import { openPdf } from '../../../src/pdf/index.ts'
import { listSignatures } from '../../../src/signature/index.ts'
import { type Appendix, appendTo } from '../../kit/attacks/append.ts'
import { newestBody } from '../../kit/attacks/places.ts'
import { numbers, sampleShape } from '../../kit/attacks/sample.ts'
import { streamBody, toBytes, toText } from '../../kit/build-pdf.ts'
import { analyseBytes, signedDocument } from '../../kit/changed-document.ts'

const signed = signedDocument()
const text = toText(signed)

/** The newest catalog of a signed sample, with a security store. */
const catalogOf = (bytes: Uint8Array) =>
  newestBody(bytes, 1).replace(/>>$/, '/DSS<</Type/DSS/Certs[40 0 R]>>>>')
const storeOf = (bytes: Uint8Array) => ({ 1: catalogOf(bytes), 40: streamBody('', 'no certificate') })

const content = streamBody('', '1 g 40 690 200 30 re f 0 g BT /F1 12 Tf 50 700 Td (Pay 9 999 dong) Tj ET')

/** Appends a store in a revision whose /Prev is 0, as a program does that could not read what was there. */
function appendBroken(bytes: Uint8Array, appendix: Appendix = {}): Uint8Array {
  const appended = appendTo(bytes, { ...appendix, objects: { ...storeOf(bytes), ...appendix.objects } })
  return loseWay(appended)
}

/** Turns the last /Prev to another number, in its place. */
function loseWay(bytes: Uint8Array, prev = 0): Uint8Array {
  const found = toText(bytes)
  const at = found.lastIndexOf('/Prev ')
  const length = /\d+/.exec(found.slice(at))?.[0].length ?? 0
  return toBytes(`${found.slice(0, at)}/Prev ${String(prev).padEnd(length)}${found.slice(at + 6 + length)}`)
}

const rewrite = (bytes: Uint8Array, change: (text: string) => string) => toBytes(change(toText(bytes)))
/** What is named; a document that shows no signature any more is refused as loudly. */
function variantsOf(bytes: Uint8Array): string[] {
  if (listSignatures(openPdf(bytes)).length === 0) return ['no signature']
  return analyseBytes(bytes).attacks.map(({ variant }) => variant)
}

/** The sample with another definition of its content in the data of a stream, before or behind the real one. */
const hiding = (number: number) => {
  const other = { number, body: streamBody('', `\n4 0 obj\n${content}\nendobj\n`) }
  const extra = sampleShape().extra ?? []
  return signedDocument({
    shape: { ...sampleShape(), extra: [...extra, other].sort((a, b) => a.number - b.number) },
  })
}

describe('what it gives', () => {
  it('no attack where a program lost its way to the older sections, and everybody has to search', () => {
    const bytes = appendBroken(signed)
    expect(openPdf(bytes).isRebuilt).toBe(true)
    expect(analyseBytes(bytes)).toMatchObject({ level: 'lta-updates', attacks: [] })
  })

  it('no attack where the revision before it has wrong offsets that lead to nothing, as after bytes were lost', () => {
    const shifted = appendTo(signed, {
      objects: storeOf(signed),
      offsetError: 20_000,
      startxrefError: 20_000,
    })
    const lost = loseWay(shifted, 99_999)
    const more = catalogOf(signed).replace('40 0 R', '40 0 R 41 0 R')
    const objects = { 1: more, 41: streamBody('', 'far from the end of the other. '.repeat(100)) }
    const bytes = loseWay(appendTo(lost, { objects }))
    expect(openPdf(bytes).isRebuilt).toBe(true)
    expect(analyseBytes(bytes)).toMatchObject({ level: 'lta-updates', attacks: [] })
  })
})

describe('what it refuses', () => {
  it.each<[string, () => Uint8Array]>([
    ['other content', () => appendBroken(signed, { objects: { [numbers.content]: content } })],
    [
      'a section that leads some viewers to the pages, and to no content',
      () =>
        appendBroken(signed, {
          entries: { 2: text.indexOf('\n2 0 obj') + 1, 3: text.indexOf('\n3 0 obj') + 1 },
        }),
    ],
    ['content that is freed', () => appendBroken(signed, { freed: [numbers.content] })],
    [
      'an entry that leads to another object',
      () => appendBroken(signed, { entries: { 4: text.indexOf('\n11 0 obj') + 1 } }),
    ],
    [
      'an entry of the section in use that leads to nothing',
      () => appendBroken(signed, { entries: { 4: 9 } }),
    ],
    ['a second version in the data of a stream, behind the first', () => appendBroken(hiding(19))],
    ['a second version in the data of a stream, before the first', () => appendBroken(hiding(0.5 + 3))],
    [
      'a comment in the end',
      () =>
        rewrite(appendBroken(signed), (all) =>
          all.replace(/startxref\n(?=\d+\n%%EOF\n$)/, 'startxref\n%1\n'),
        ),
    ],
    [
      'another catalog, named first',
      () =>
        rewrite(appendBroken(signed), (all) =>
          all.replace(/\/Root 1 0 R(?=\/Prev 0)/, '/Root 9 0 R/Root 1 0 R'),
        ),
    ],
    [
      'a startxref that leads into a stream with a section',
      () => {
        const prepared = signedDocument({
          shape: {
            ...sampleShape(),
            extra: [...(sampleShape().extra ?? []), { number: 19, body: streamBody('', '\nxref\n0 1\n') }],
          },
        })
        const start = toText(prepared).indexOf('\nxref\n0 1\n') + 1
        return rewrite(appendBroken(prepared), (all) => all.replace(/\d+(?=\n%%EOF\n$)/, String(start)))
      },
    ],
    ['objects without a section', () => appendTo(signed, { objects: storeOf(signed), xref: 'none' })],
    ['a trailer without a table', () => appendTo(signed, { objects: storeOf(signed), xref: 'trailer' })],
    ['object streams', () => appendBroken(signedDocument({ shape: sampleShape({ xref: 'stream' }) }))],
    [
      'another generation of the content',
      () =>
        rewrite(appendBroken(signed, { objects: { 41: 'null' } }), (all) =>
          all.replace('\n41 0 obj\nnull', '\n4 1 obj\nnull '),
        ),
    ],
    [
      'a comment in the head of an object',
      () => rewrite(appendBroken(signed, { objects: { 41: '(4 0 %\n obj null endobj)' } }), (all) => all),
    ],
  ])('to pass over %s', (_, make) => {
    const bytes = make()
    expect(variantsOf(bytes)).not.toEqual([])
  })
})

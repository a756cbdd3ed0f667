import { describe, expect, it } from 'vitest'
import { recogniseCertified } from '../../../src/validation/attack/certified.ts'
import type { AttackFacts } from '../../../src/validation/attack/facts.ts'
import { attackFactsOf } from '../../kit/attack-facts.ts'
import { appendTo } from '../../kit/attacks/append.ts'
import { sampleShape } from '../../kit/attacks/sample.ts'
import { streamBody } from '../../kit/build-pdf.ts'
import { signedDocument } from '../../kit/changed-document.ts'
import { addedField, look, page, sigField, signature, text } from '../../kit/sample-objects.ts'

type Level = 1 | 2 | 3
/** A document certified at a level, or only signed, with objects written behind the signature. */
const factsOf = (objects: Record<number, string>, certify?: Level, bytes?: Uint8Array): AttackFacts => {
  const signed = bytes ?? signedDocument(certify === undefined ? {} : { certify })
  return { ...attackFactsOf(appendTo(signed, { objects })), docMdp: certify }
}
const recognise = (...parts: Parameters<typeof factsOf>) => recogniseCertified(factsOf(...parts))
const signs = (...parts: Parameters<typeof factsOf>) => recognise(...parts).map(({ variant }) => variant)

/** One annotation more on the page. */
const annotated = (subtype: string, rectangle = '40 690 300 720', more = '') => ({
  3: page('13 0 R 15 0 R 19 0 R 40 0 R'),
  40: `<</Type/Annot/Subtype/${subtype}/F 4/Rect[${rectangle}]/P 3 0 R${more}>>`,
})
/** A signature field more, with a picture. */
const pictured = (rectangle: string, value = '') => ({
  ...addedField(sigField(`${value}/AP<</N 41 0 R>>`, rectangle)),
  41: look,
})

describe('what it gives', () => {
  it.each(['FreeText', 'Stamp', 'Redact', 'Square', 'Ink', 'Line', 'Watermark', 'Unknown'])(
    'an evil annotation where a certified page got one that can cover it: %s',
    (subtype) => {
      const [found, ...more] = recognise(annotated(subtype), 3)
      expect(found).toMatchObject({
        name: 'evil-annotation',
        variant: 'covering-annotation',
        stage: 'carried-out',
        place: '/Pages/Kids[0]/Annots',
        pageNumber: 1,
      })
      expect(more).toEqual([])
      expect(signs(annotated(subtype), 2)).toEqual(['covering-annotation'])
    },
  )

  it('the same without a certification as incremental saving', () => {
    expect(recognise(annotated('FreeText'))).toMatchObject([
      { name: 'incremental-saving', variant: 'annotation-added', stage: 'carried-out' },
    ])
  })

  it('a signature field that runs something or draws by itself', () => {
    const acting = sigField('/AA<</PO<</S/JavaScript/JS(x)>>>>')
    expect(recognise(addedField(acting), 1)).toMatchObject([
      { name: 'evil-annotation', variant: 'field-with-action', stage: 'carried-out', pageNumber: 1 },
    ])
    const drawing = sigField('/InkList[[1 1 9 9]]').replace('/Subtype/Widget', '/Subtype/Ink')
    expect(signs(addedField(drawing), 1)).toEqual(['field-with-action'])
  })

  it('a visible signature field on a certified page', () => {
    expect(recognise(pictured('40 690 300 720'), 2)).toMatchObject([
      { name: 'sneaky-signature', variant: 'visible-field', stage: 'carried-out', pageNumber: 1 },
    ])
  })

  it('a field that nobody signed, with a picture, on a page that was only signed', () => {
    expect(recognise(pictured('40 690 300 720'))).toMatchObject([
      { name: 'sneaky-signature', variant: 'unsigned-field-shown', stage: 'suspected', pageNumber: 1 },
    ])
  })

  it('a field over half of the page, signed or filled in', () => {
    const signed = { ...pictured('0 0 595 421', '/V 42 0 R'), 42: signature }
    expect(recognise(signed)).toMatchObject([
      { name: 'sneaky-signature', variant: 'covering-field', stage: 'suspected', pageNumber: 1 },
    ])
    const shape = sampleShape()
    const large = text('').replace('50 600 250 620', '0 0 595 842')
    const extra = (shape.extra ?? []).map((each) => (each.number === 13 ? { number: 13, body: large } : each))
    const bytes = signedDocument({ shape: { ...shape, extra } })
    const filled = { 13: large.replace('/V()', '/V( )').replace('14 0 R', '40 0 R'), 40: streamBody('', 'x') }
    expect(signs(filled, undefined, bytes)).toEqual(['covering-field'])
  })
})

describe('what it refuses', () => {
  it.each(['Text', 'Link', 'Popup', 'Highlight', 'Underline', 'Squiggly', 'StrikeOut', 'Caret'])(
    'to call evil what shows a symbol or lets the text through: %s',
    (subtype) => {
      expect(signs(annotated(subtype), 3)).toEqual([])
    },
  )

  it('to see anything in a certified document that nobody touched, or whose fields were filled in', () => {
    const bytes = signedDocument({ certify: 2 })
    expect(recogniseCertified({ ...attackFactsOf(bytes), docMdp: 2 })).toEqual([])
    expect(signs({ 13: text('5 dong'), 14: streamBody('', 'BT (5 dong) Tj ET') }, 2)).toEqual([])
  })

  it('to suspect a further signature of the usual kind', () => {
    expect(signs(addedField(sigField('')))).toEqual([])
    expect(signs(addedField(sigField('', '40 690 300 720')))).toEqual([])
    expect(signs({ ...pictured('40 690 300 720', '/V 42 0 R'), 42: signature })).toEqual([])
    expect(signs(addedField(sigField('')), 2)).toEqual([])
  })
})

describe('edges', () => {
  it('an annotation without size covers nothing', () => {
    expect(signs(annotated('FreeText', '40 690 40 690'), 3)).toEqual([])
  })

  it('half of the page is the line: just below it a field is only a field', () => {
    const filled = (height: number) => ({ ...pictured(`0 0 595 ${height}`, '/V 42 0 R'), 42: signature })
    expect(signs(filled(421))).toEqual(['covering-field'])
    expect(signs(filled(420))).toEqual([])
  })

  it('an annotation is looked at in the revision that brought it, though a later one takes it away', () => {
    const signed = signedDocument({ certify: 3 })
    const brought = appendTo(signed, { objects: annotated('FreeText') })
    const facts = attackFactsOf(appendTo(brought, { objects: { 40: 'null' } }))
    const found = recogniseCertified({ ...facts, docMdp: 3 })
    expect(found.map(({ variant }) => variant)).toContain('covering-annotation')
  })

  it('names what is wrong once, though several annotations cover', () => {
    const several = { ...annotated('FreeText'), 41: annotated('Stamp')[40] }
    several[3] = page('13 0 R 15 0 R 19 0 R 40 0 R 41 0 R')
    expect(signs(several, 3)).toEqual(['covering-annotation'])
  })
})

describe('what it must not touch', () => {
  it('the facts it is asked with', () => {
    const facts = factsOf(annotated('FreeText'), 3)
    const changes = structuredClone(facts.changes)
    recogniseCertified(facts)
    expect(facts.changes).toEqual(changes)
  })
})

import { describe, expect, it } from 'vitest'
import { recogniseShadow } from '../../../src/validation/attack/shadow.ts'
import { attackFactsOf } from '../../kit/attack-facts.ts'
import { type Appendix, appendTo } from '../../kit/attacks/append.ts'
import { sampleShape } from '../../kit/attacks/sample.ts'
import { type PdfShape, streamBody, toText } from '../../kit/build-pdf.ts'
import { signedDocument } from '../../kit/changed-document.ts'
import { addedField, catalog, form, page, sigField, text } from '../../kit/sample-objects.ts'

/** The sample with other bodies, and with more objects. */
const shapeWith = (bodies: Record<number, string>, more: Partial<PdfShape> = {}): PdfShape => {
  const shape = { ...sampleShape(), ...more }
  const kept = (shape.extra ?? []).filter(({ number }) => bodies[number] === undefined)
  return { ...shape, extra: [...kept, ...Object.entries(bodies).map(([n, body]) => ({ number: +n, body }))] }
}
const recognise = (appendix: Appendix, shape?: PdfShape) =>
  recogniseShadow(attackFactsOf(appendTo(signedDocument(shape === undefined ? {} : { shape }), appendix)))
const signs = (...parts: Parameters<typeof recognise>) =>
  recognise(...parts).map(({ variant, place }) => `${variant} ${place}`)
const variants = (...parts: Parameters<typeof recognise>) => recognise(...parts).map(({ variant }) => variant)

const image = '/Type/XObject/Subtype/Image/Width 8/Height 8/BitsPerComponent 8/ColorSpace/DeviceGray'
const formLook = '/Type/XObject/Subtype/Form/BBox[0 0 200 20]/Resources<</Font<</F1 11 0 R>>>>'
const shownAs = (words: string) => streamBody(formLook, `BT /F1 10 Tf 2 5 Td (${words}) Tj ET`)
const stamp = (more = '/AP<</N 12 0 R>>', flags = 4) =>
  `<</Type/Annot/Subtype/Stamp/F ${flags}/Rect[300 600 400 700]/P 3 0 R${more}>>`
const font = '<</Type/Font/Subtype/Type3/FontBBox[0 0 1 1]/CharProcs<<>>>>'
const picture = '/Pages/Kids[0]/Resources/XObject/Im1'

describe('what it gives', () => {
  it.each<[string, string, string, Appendix]>([
    ['object-freed', picture, 'a picture freed', { freed: [12] }],
    ['object-freed', picture, 'a picture whose entry leads to nothing', { entries: { 12: 0 } }],
    ['overlay-removed', picture, 'a picture emptied', { objects: { 12: streamBody(image, '') } }],
    [
      'overlay-removed',
      picture,
      'a picture of which hardly a byte is left',
      { objects: { 12: streamBody(image, 'AAA') } },
    ],
    ['overlay-removed', picture, 'a form in place of a picture', { objects: { 12: shownAs('') } }],
    ['overlay-removed', picture, 'a dictionary in place of a picture', { objects: { 12: '<<>>' } }],
    [
      'overlay-removed',
      '/Pages/Kids[0]/Annots[1]',
      'a stamp hidden',
      { objects: { 15: stamp(undefined, 2) } },
    ],
    [
      'overlay-removed',
      '/Pages/Kids[0]/Annots[1]',
      'a stamp without its look',
      { objects: { 15: stamp('') } },
    ],
    [
      'overlay-removed',
      '/Pages/Kids[0]',
      'a picture taken out of the page',
      { objects: { 3: page().replace('/Im1 12 0 R', '') } },
    ],
    [
      'annotation-removed',
      '/Pages/Kids[0]/Annots',
      'a stamp taken off the page',
      { objects: { 3: page('13 0 R 19 0 R') } },
    ],
    [
      'appearance-replaced',
      '/AcroForm/Fields[0]/AP',
      'a field that takes the look of something else',
      { objects: { 13: text('100 dong', '/F 4/AP 12 0 R') } },
    ],
    [
      'resource-replaced',
      picture,
      'another picture of the same size',
      { objects: { 12: streamBody(image, 'Z'.repeat(64)) } },
    ],
    [
      'resource-replaced',
      '/Pages/Kids[0]',
      'a page turned to another picture',
      { objects: { 3: page().replace('12 0 R', '40 0 R'), 40: streamBody(image, 'Z') } },
    ],
    ['font-replaced', '/Pages/Kids[0]/Resources/Font/F1', 'a font written anew', { objects: { 11: font } }],
    [
      'font-replaced',
      '/Pages/Kids[0]',
      'a page turned to another font',
      { objects: { 3: page().replace('11 0 R', '40 0 R'), 40: font } },
    ],
    [
      'font-replaced',
      '/Pages/Kids[0]',
      'a page without its font',
      { objects: { 3: page().replace('/F1 11 0 R', '') } },
    ],
    [
      'appearance-replaced',
      '/Pages/Kids[0]/Annots[1]',
      'a stamp with another look',
      { objects: { 15: stamp('/AP<</N 40 0 R>>'), 40: shownAs('x') } },
    ],
  ])('%s at %s: %s', (variant, place, _, appendix) => {
    expect(signs(appendix)).toContain(`${variant} ${place}`)
  })

  it.each<[string, string, Record<number, string>, Appendix]>([
    [
      'font-replaced',
      'the file of a font',
      { 11: '<</Type/Font/Subtype/TrueType/FontFile2 18 0 R>>', 18: streamBody('', 'glyphs') },
      { objects: { 18: streamBody('', 'others') } },
    ],
    [
      'font-replaced',
      'a font that only a state of drawing names',
      { 16: '<</Type/ExtGState/F 17 0 R>>', 17: '<</Type/Font/Subtype/Type1>>' },
      { objects: { 17: font } },
    ],
    ['resource-replaced', 'a state of drawing', { 16: '<</CA 1>>' }, { objects: { 16: '<</CA 0>>' } }],
    [
      'appearance-replaced',
      'the look of a stamp, written anew',
      { 15: stamp('/AP<</N 17 0 R>>'), 17: shownAs('100 dong') },
      { objects: { 17: shownAs('900 dong') } },
    ],
    [
      'overlay-removed',
      'the look of a stamp, emptied',
      { 15: stamp('/AP<</N 17 0 R>>'), 17: shownAs('100 dong') },
      { objects: { 17: streamBody(formLook, '') } },
    ],
  ])('%s: %s', (variant, _, bodies, appendix) => {
    const shape = shapeWith(bodies, {
      rewrite: (body) => body.replace('/XObject<<', '/ExtGState<</G1 16 0 R>>/XObject<<'),
    })
    expect(variants(appendix, shapeWith({}, shape))).toEqual([variant])
  })

  it('names the page, and that it was carried out', () => {
    const [found] = recognise({ freed: [12] })
    expect(found).toMatchObject({ name: 'shadow-hide', stage: 'carried-out', pageNumber: 1 })
  })

  it('one of two contents taken away', () => {
    const shape = shapeWith(
      {},
      {
        ...sampleShape({ hidden: true }),
        rewrite: (body) => body.replace('/Contents 4 0 R', '/Contents[4 0 R 17 0 R]'),
      },
    )
    const kept = page().replace('/Contents 4 0 R', '/Contents[17 0 R]')
    expect(signs({ objects: { 3: kept } }, shape)).toContain('overlay-removed /Pages/Kids[0]')
  })

  it('a layer switched', () => {
    const layers = (off: string) => `/OCProperties<</OCGs[16 0 R 17 0 R]/D 18 0 R>>${off === '' ? '' : off}`
    const shape: PdfShape = {
      ...sampleShape(),
      catalog: `${sampleShape().catalog}${layers('')}`,
      extra: [
        ...(sampleShape().extra ?? []),
        { number: 16, body: '<</Type/OCG/Name(a)>>' },
        { number: 17, body: '<</Type/OCG/Name(b)>>' },
        { number: 18, body: '<</OFF[16 0 R]>>' },
      ],
    }
    expect(variants({ objects: { 18: '<</OFF[17 0 R]>>' } }, shape)).toEqual(['layer-switched'])
  })

  it('annotations put in another order', () => {
    const overlapping = stamp().replace('300 600 400 700', '50 600 250 620')
    const objects = { ...addedField(sigField('')), 3: page('15 0 R 13 0 R 19 0 R 40 0 R') }
    expect(variants({ objects }, shapeWith({ 15: overlapping }))).toContain('annotations-reordered')
  })

  it('a place filled that the signed document kept open', () => {
    const shape = shapeWith(
      {},
      { rewrite: (body) => body.replace('/Contents 4 0 R', '/Contents[4 0 R 60 0 R]') },
    )
    const objects = {
      1: catalog('/DSS<</Certs[60 0 R]>>', form()),
      60: streamBody('', 'x'),
    }
    expect(signs({ objects }, shape)).toContain('open-place-filled /Pages/Kids[0]/Contents[1]')
  })

  it('an object stream that the signed document read from, written anew', () => {
    const signed = signedDocument({ shape: sampleShape({ xref: 'stream' }) })
    const [, number = '', body = ''] =
      /(\d+) 0 obj\n(<<\/Type\/ObjStm[\s\S]*?endstream)/.exec(toText(signed)) ?? []
    const other = body.replace('Rect[50 600', 'Rect[50 500')
    expect(other).not.toBe(body)
    const facts = attackFactsOf(appendTo(signed, { objects: { [Number(number)]: other } }))
    expect(recogniseShadow(facts).map(({ variant }) => variant)).toContain('object-stream-replaced')
  })

  it('pages, contents and versions that lay hidden in the signed document', () => {
    const hidden = sampleShape({ hidden: true })
    const other = catalog().replace('/Pages 2 0 R', '/Pages 18 0 R')
    expect(signs({ objects: { 1: other } }, hidden)).toContain('hidden-pages-shown object 18')
    const turned = page().replace('/Contents 4 0 R', '/Contents 17 0 R')
    expect(signs({ objects: { 3: turned } }, hidden)).toContain('hidden-pages-shown object 17')
    const version = `\n4 0 obj\n${streamBody('', 'BT ET')}\nendobj`
    const twice = shapeWith({}, { rewrite: (body) => body.replace('\n4 0 obj', `${version}\n4 0 obj`) })
    const signed = signedDocument({ shape: twice })
    const offset = toText(signed).lastIndexOf('\n4 0 obj\n<<') + 1
    const first = toText(signed).indexOf('\n4 0 obj\n<<') + 1
    expect(first).toBeLessThan(offset)
    expect(
      recogniseShadow(attackFactsOf(appendTo(signed, { entries: { 4: offset } }))).map(
        ({ variant, place }) => `${variant} ${place}`,
      ),
    ).toContain('hidden-object-shown object 4')
  })

  it.each<[string, string, string]>([
    ['value-replaced', 'another value', text('9 999 dong')],
    ['value-replaced', 'the same value with another look', text('100 dong', '/F 4/AP<</N 40 0 R>>')],
    ['field-hidden', 'a flag that hides it', text('100 dong', '/F 2/AP<</N 14 0 R>>')],
    ['field-hidden', 'no look any more', text('100 dong', '/F 4')],
  ])('%s of a field filled in when the document was signed: %s', (variant, _, body) => {
    const found = recognise({ objects: { 13: body, 40: shownAs('100 dong') } })
    expect(found.map((sign) => sign.variant)).toEqual([variant])
    expect(found[0]).toMatchObject({ stage: 'suspected', place: '/AcroForm/Fields[0]', pageNumber: 1 })
  })

  it('a field that shows other words now than it holds', () => {
    const [found, ...more] = recognise({ objects: { 14: shownAs('9 999 dong') } })
    expect(found).toMatchObject({ variant: 'appearance-differs', stage: 'carried-out', place: 'object 13' })
    expect(more).toEqual([])
  })
})

describe('what it refuses', () => {
  it('to see anything in a signature with nothing behind it', () => {
    expect(recogniseShadow(attackFactsOf(signedDocument()))).toEqual([])
  })

  it.each<[string, Appendix]>([
    ['an empty field filled in', { objects: { 13: text('5 dong'), 14: shownAs('5 dong') } }],
    ['a further signature field', { objects: addedField(sigField('')) }],
    ['objects that nothing uses', { objects: { 40: '<<>>' } }],
  ])('to take for an attack: %s', (_, appendix) => {
    expect(variants(appendix, shapeWith({ 13: text(''), 14: shownAs('') }))).toEqual([])
  })

  it('to read a document whose cross-reference data are broken', () => {
    const facts = attackFactsOf(appendTo(signedDocument(), { objects: { 2: '5' } }))
    expect(facts.pdf.isRebuilt).toBe(true)
    expect(recogniseShadow(facts)).toEqual([])
  })
})

describe('edges', () => {
  const two = sampleShape({ hidden: true })
  const twoContents: PdfShape = {
    ...two,
    rewrite: (body) => body.replace('/Contents 4 0 R', '/Contents[4 0 R 17 0 R]'),
  }
  it.each<[string, string, Record<number, string>]>([
    ['all contents taken away', '[]', {}],
    ['other contents, though fewer', '[40 0 R]', { 40: streamBody('', 'x') }],
  ])('%s are page content replaced, no overlay removed', (_, contents, objects) => {
    const turned = page('13 0 R 15 0 R 22 0 R').replace('/Contents 4 0 R', `/Contents${contents}`)
    const found = variants({ objects: { 3: turned, ...objects } }, twoContents)
    expect(found).not.toContain('overlay-removed')
  })

  it('a hidden object that was written anew before it was shown did not lie ready', () => {
    const turned = page('13 0 R 15 0 R 22 0 R').replace('/Contents 4 0 R', '/Contents 17 0 R')
    const objects = { 3: turned, 17: streamBody('', 'BT (new) Tj ET') }
    expect(variants({ objects }, two)).not.toContain('hidden-pages-shown')
  })

  it('an entry that leads where it led is no hidden object shown', () => {
    const signed = signedDocument()
    const offset = toText(signed).indexOf('\n4 0 obj\n<<') + 1
    const bytes = appendTo(signed, { objects: { 11: font }, entries: { 4: offset } })
    expect(recogniseShadow(attackFactsOf(bytes)).map(({ variant }) => variant)).toEqual(['font-replaced'])
  })

  it('only a field of text, and only one whose value or look is another', () => {
    const box = text('x').replace('/FT/Tx', '/FT/Btn').replace('/V(x)', '/V/Off/AS/Off')
    expect(variants({ objects: { 13: box.replaceAll('/Off', '/Yes') } }, shapeWith({ 13: box }))).toEqual([])
    const readOnly = text('100 dong').replace('/T(amount)', '/T(amount)/Ff 1')
    expect(attackFactsOf(appendTo(signedDocument(), { objects: { 13: readOnly } })).changes.length).toBe(1)
    expect(variants({ objects: { 13: readOnly } })).toEqual([])
  })

  it('of several fields with other values the first is named', () => {
    const second = text('7 dong').replace('amount', 'more')
    const shape = shapeWith(
      { 16: second },
      { rewrite: (body) => body.replace('/Fields[13 0 R]', '/Fields[13 0 R 16 0 R]') },
    )
    const objects = { 13: text('1 dong'), 16: second.replace('7 dong', '8 dong') }
    expect(signs({ objects }, shape)).toEqual(['value-replaced /AcroForm/Fields[0]'])
  })

  it('what a rule allows is no attack carried out', () => {
    const facts = attackFactsOf(appendTo(signedDocument(), { objects: { 11: font } }))
    const changes = facts.changes.map((change) => ({ ...change, level: 'annotations' as const }))
    expect(recogniseShadow({ ...facts, changes })).toEqual([])
  })

  it('a picture made smaller is another picture until a twentieth is left', () => {
    const pictured = shapeWith({ 12: streamBody(image, 'A'.repeat(200)) })
    const left = (bytes: number) =>
      variants({ objects: { 12: streamBody(image, 'A'.repeat(bytes)) } }, pictured)
    expect(left(10)).toEqual(['resource-replaced'])
    expect(left(9)).toEqual(['overlay-removed'])
  })

  it('a field that showed other words when it was signed is not said to differ now', () => {
    const shape = shapeWith({ 14: shownAs('something else') })
    expect(variants({ objects: { 14: shownAs('9 999 dong') } }, shape)).not.toContain('appearance-differs')
  })

  it('each sign once, and only the first field of several', () => {
    const both = { objects: { 11: font, 12: '<<>>', 15: stamp('') } }
    const found = variants(both)
    expect(new Set(found).size).toBe(found.length)
    expect(found).toContain('overlay-removed')
  })

  it('a stamp that was hidden when it was signed hides nothing by staying so', () => {
    const shape = shapeWith({ 15: stamp(undefined, 2) })
    expect(variants({ objects: { 15: stamp('/AP<</N 40 0 R>>', 2), 40: shownAs('x') } }, shape)).toEqual([
      'appearance-replaced',
    ])
  })
})

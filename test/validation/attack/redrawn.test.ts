import { describe, expect, it } from 'vitest'
import { recogniseRedrawn } from '../../../src/validation/attack/redrawn.ts'
import { attackFactsOf } from '../../kit/attack-facts.ts'
import { appendTo } from '../../kit/attacks/append.ts'
import { sampleShape } from '../../kit/attacks/sample.ts'
import { type PdfShape, streamBody } from '../../kit/build-pdf.ts'
import { signedDocument } from '../../kit/changed-document.ts'
import { addedField, catalog, form, sigField, text } from '../../kit/sample-objects.ts'

/** The sample with another form and other bodies. */
const shapeWith = (bodies: Record<number, string>, more = ''): PdfShape => {
  const shape = sampleShape()
  const kept = (shape.extra ?? []).filter(({ number }) => bodies[number] === undefined)
  const extra = [...kept, ...Object.entries(bodies).map(([n, body]) => ({ number: +n, body }))]
  return { ...shape, extra, catalog: `/AcroForm<</Fields[13 0 R]/DA(/F1 10 Tf)${more}>>` }
}
const recognise = (objects: Record<number, string>, shape = sampleShape()) =>
  recogniseRedrawn(attackFactsOf(appendTo(signedDocument({ shape }), { objects })))
const variants = (...parts: Parameters<typeof recognise>) => recognise(...parts).map(({ variant }) => variant)

const anew = '/NeedAppearances true'
const fonts = (names: string) => `/DR<</Font<<${names}>>>>`
const other = '<</Type/Font/Subtype/Type3/FontBBox[0 0 1 1]/CharProcs<<>>>>'
const drawing = (data: string) => streamBody('/Type/XObject/Subtype/Form/BBox[0 0 20 20]', data)
/** A field of a kind with value, flags and look. */
const field = (rest: string) => `<</Type/Annot/Subtype/Widget/T(amount)/Rect[50 600 250 620]/P 3 0 R${rest}>>`
const box = (look: string, state = '/Off', flags = 4) =>
  field(`/FT/Btn/V${state}/AS${state}/F ${flags}/AP<</N<</Off ${look} 0 R/Yes 17 0 R>>>>`)
const looks = { 16: drawing('0 0 20 20 re S'), 17: drawing('0 0 20 20 re f') }

describe('what it gives', () => {
  it('viewers asked to draw fields anew, where one showed other words than its value', () => {
    const shape = shapeWith({ 13: text('9 999 dong') })
    const [found, ...more] = recognise({ 1: catalog('', form(anew)) }, shape)
    expect(found).toMatchObject({
      name: 'shadow-replace',
      variant: 'fields-drawn-anew',
      stage: 'suspected',
      place: '/AcroForm',
    })
    expect(more).toEqual([])
  })

  it('fonts with which viewers draw fields anew turned to others', () => {
    const shape = shapeWith({}, anew + fonts('/F1 11 0 R'))
    const turned = { 1: catalog('', form(anew + fonts('/F1 40 0 R'))), 40: other }
    expect(variants(turned, shape)).toEqual(['resources-replaced'])
    const withFilling = { 1: catalog('', form(anew + fonts(''))), 13: text('5 dong') }
    expect(variants(withFilling, shape)).toEqual(['resources-replaced'])
  })

  it('a hidden field with something in it that is shown now', () => {
    const shape = shapeWith({ 13: text('9 999 dong', '/F 2/AP<</N 14 0 R>>') })
    const [found, ...more] = recognise({ 13: text('9 999 dong', '/F 4/AP<</N 14 0 R>>') }, shape)
    expect(found).toMatchObject({
      name: 'shadow-hide-and-replace',
      variant: 'field-shown',
      stage: 'suspected',
      place: '/AcroForm/Fields[0]',
      pageNumber: 1,
    })
    expect(more).toEqual([])
    const unseen = shapeWith({ 13: text('9 999 dong', '/F 36/AP<</N 14 0 R>>') })
    expect(variants({ 13: text('9 999 dong', '/F 4/AP<</N 14 0 R>>') }, unseen)).toEqual(['field-shown'])
  })

  it('the look of a button replaced while its state stayed', () => {
    const shape = shapeWith({ 13: box('16'), ...looks })
    expect(variants({ 13: box('40'), 40: looks[17] }, shape)).toEqual(['button-redrawn'])
  })

  it('a button without any value that was hidden and is shown', () => {
    const push = (flags: number) => field(`/FT/Btn/Ff 65536/F ${flags}/AP<</N 16 0 R>>`)
    expect(variants({ 13: push(4) }, shapeWith({ 13: push(2), ...looks }))).toEqual(['field-shown'])
  })
})

describe('what it refuses', () => {
  it('to suspect a signature with nothing behind it, or what no rule of forms is about', () => {
    expect(recogniseRedrawn(attackFactsOf(signedDocument()))).toEqual([])
    expect(variants({ 40: '<<>>' })).toEqual([])
    expect(variants({ 4: streamBody('', 'x') })).toEqual([])
  })

  it.each<[string, Record<number, string>, PdfShape?]>([
    ['fields drawn anew that showed what they hold', { 1: catalog('', form(anew)) }],
    [
      'a font more for the form',
      { 1: catalog('', form(anew + fonts('/F1 11 0 R/F2 40 0 R'))), 40: other },
      shapeWith({}, anew + fonts('/F1 11 0 R')),
    ],
    [
      'another font where nothing is drawn anew',
      { 1: catalog('', form(fonts('/F1 40 0 R'))), 40: other },
      shapeWith({}, fonts('/F1 11 0 R')),
    ],
    ['a field filled in', { 13: text('5 dong'), 14: drawing('BT (5 dong) Tj ET') }],
    ['a box checked', { 13: box('16', '/Yes') }, shapeWith({ 13: box('16'), ...looks })],
    ['a hidden field that stays hidden', { 13: text('x', '/F 34') }, shapeWith({ 13: text('x', '/F 2') })],
    ['an empty field that was hidden', { 13: text('', '/F 4') }, shapeWith({ 13: text('', '/F 2') })],
    ['a further signature field', addedField(sigField(''))],
  ])('to suspect %s', (_, objects, shape) => {
    expect(variants(objects, shape)).toEqual([])
  })

  it.each<[string, string]>([
    ['a field without a value', text('')],
    ['a choice', text('9 999 dong').replace('/FT/Tx', '/FT/Ch')],
  ])('to suspect %s that is drawn anew, whatever it showed', (_, body) => {
    expect(variants({ 1: catalog('', form(anew)) }, shapeWith({ 13: body }))).toEqual([])
  })

  it.each<[string, string, string]>([
    ['a hidden field shown with another value', text('x', '/F 2'), text('y', '/F 4')],
    ['a hidden box shown in another state', box('16', '/Off', 2), box('16').replace('/AS/Off', '/AS/Yes')],
    ['the look of a field that is no button', text('x', '/AP<</N 16 0 R>>'), text('x', '/AP<</N 17 0 R>>')],
    ['a button that had no look', field('/FT/Btn/F 4'), field('/FT/Btn/F 4/AP<</N 16 0 R>>')],
  ])('to call redrawn what has another name: %s', (_, before, after) => {
    expect(variants({ 13: after }, shapeWith({ 13: before, ...looks }))).toEqual([])
  })

  it('to read a document whose cross-reference data are broken', () => {
    const facts = attackFactsOf(appendTo(signedDocument(), { objects: { 2: '5' } }))
    const [change] = attackFactsOf(appendTo(signedDocument(), { objects: { 13: text('5') } })).changes
    if (change === undefined) throw new Error('no change')
    expect(facts.pdf.isRebuilt).toBe(true)
    expect(recogniseRedrawn({ ...facts, changes: [change] })).toEqual([])
  })
})

describe('edges', () => {
  it('a request to draw anew that was signed changes nothing by staying', () => {
    const later = addedField(sigField(''))
    const objects = { ...later, 1: later[1]?.replace('/SigFlags', `${anew}/SigFlags`) ?? '' }
    const differing = { 13: text('9 999 dong') }
    expect(variants(objects, shapeWith(differing, anew))).toEqual([])
    expect(variants(objects, shapeWith(differing))).toEqual(['fields-drawn-anew'])
  })

  it('a value that changes along with the request is form filling, not drawing anew', () => {
    const shape = shapeWith({ 13: text('9 999 dong') })
    expect(variants({ 1: catalog('', form(anew)), 13: text('100 dong') }, shape)).toEqual([])
  })

  it('words without a look count as shown, and white space makes no other words', () => {
    const plain = shapeWith({ 13: text('9 999 dong', '/F 4') })
    expect(variants({ 1: catalog('', form(anew)) }, plain)).toEqual([])
    const spaced = shapeWith({ 13: text('100dong') })
    expect(variants({ 1: catalog('', form(anew)) }, spaced)).toEqual([])
  })

  it('says each sign once, however many fields show it', () => {
    const hidden = text('1', '/F 2')
    const shape = shapeWith({ 13: hidden, 16: hidden.replace('amount', 'more') })
    const both: PdfShape = {
      ...shape,
      rewrite: (body) => body.replace('/Fields[13 0 R]', '/Fields[13 0 R 16 0 R]'),
    }
    const shown = text('1', '/F 4')
    const found = recognise({ 13: shown, 16: shown.replace('amount', 'more') }, both)
    expect(found.map(({ place }) => place)).toEqual(['/AcroForm/Fields[0]'])
  })
})

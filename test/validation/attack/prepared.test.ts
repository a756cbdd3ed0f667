import { describe, expect, it } from 'vitest'
import { recognisePreparation } from '../../../src/validation/attack/prepared.ts'
import { attackFactsOf } from '../../kit/attack-facts.ts'
import { sampleShape } from '../../kit/attacks/sample.ts'
import { streamBody } from '../../kit/build-pdf.ts'
import { signedDocument } from '../../kit/changed-document.ts'
import { text } from '../../kit/sample-objects.ts'

type Shape = ReturnType<typeof sampleShape>
const shapeWith = (bodies: Record<number, string>, more: Partial<Shape> = {}): Shape => {
  const shape = { ...sampleShape(), ...more }
  return {
    ...shape,
    extra: (shape.extra ?? []).map((each) => ({ ...each, body: bodies[each.number] ?? each.body })),
  }
}
const signsOf = (shape: Shape, more = {}) =>
  recognisePreparation({ ...attackFactsOf(signedDocument({ shape })), ...more })
const variants = (...parts: Parameters<typeof signsOf>) => signsOf(...parts).map(({ variant }) => variant)
/** The content of the page, twice in one body: the first version is listed nowhere. */
const twice = (text: string) =>
  `${text}`.replace('4 0 obj\n', `4 0 obj\n${streamBody('', 'BT ET')}\nendobj\n4 0 obj\n`)

describe('what it gives', () => {
  it('pages that lie in the document and nobody sees', () => {
    const [sign] = signsOf(sampleShape({ hidden: true }))
    expect(sign).toMatchObject({
      variant: 'hidden-pages-prepared',
      name: 'shadow-hide-and-replace',
      stage: 'suspected',
    })
    expect(sign?.place).toMatch(/^object 1[68]$/)
  })

  it('an object that one body defines twice', () => {
    expect(variants({ ...sampleShape(), rewrite: twice })).toEqual(['hidden-object-prepared'])
  })

  it('an annotation that covers the page', () => {
    const cover = '<</Type/Annot/Subtype/Stamp/F 4/Rect[0 0 595 842]/P 3 0 R/AP<</N 12 0 R>>>>'
    expect(variants(shapeWith({ 15: cover }))).toEqual(['overlay-prepared'])
  })

  it('a field that shows something else than it holds', () => {
    const [sign] = signsOf(shapeWith({ 13: text('9 999 dong') }))
    expect(sign).toMatchObject({ variant: 'appearance-prepared', name: 'shadow-replace', stage: 'suspected' })
  })
})

describe('what it refuses', () => {
  it('to suspect a plain document', () => {
    expect(variants(sampleShape())).toEqual([])
  })
})

describe('edges', () => {
  it('is said of the last signature only', () => {
    expect(variants(sampleShape({ hidden: true }), { isLastSignature: false })).toEqual([])
  })

  it('does not go through a document of more than five thousand objects', () => {
    const shape = sampleShape({ hidden: true })
    const many = Array.from({ length: 5001 }, (_, index) => ({ number: 100 + index, body: '5' }))
    expect(variants({ ...shape, extra: [...(shape.extra ?? []), ...many] })).toEqual([])
  })
})

import { describe, expect, it } from 'vitest'
import { sampleShape } from '../../kit/attacks/sample.ts'
import { streamBody } from '../../kit/build-pdf.ts'
import { type Allowance, changeSample } from '../../kit/changed-document.ts'
import { look, text } from '../../kit/sample-objects.ts'

const other = streamBody('/Subtype/Form/BBox[0 0 9 9]', 'other')
const change = (objects: Record<number, string>, allowance?: Allowance) =>
  changeSample({ objects }, allowance)
/** The sample with other bodies, and objects from 16 on. */
const shapeWith = (bodies: Record<number, string>, ...more: readonly string[]): Allowance => {
  const shape = sampleShape()
  const extra = (shape.extra ?? []).map((each) => ({ ...each, body: bodies[each.number] ?? each.body }))
  return {
    shape: { ...shape, extra: [...extra, ...more.map((body, index) => ({ number: 16 + index, body }))] },
  }
}
const holding = (ap: string, more = '') => text('100 dong', `/F 4/AP ${ap}${more}`)

describe('what it gives', () => {
  it.each<[string, Record<number, string>, Allowance?]>([
    ['a new stream', { 13: holding('<</N 40 0 R>>'), 40: look }],
    [
      'a new stream with pictures of its own',
      {
        13: holding('<</N 40 0 R>>'),
        40: streamBody('/Subtype/Form/Resources<</XObject<</A 41 0 R>>>>', ''),
        41: look,
      },
    ],
    ['looks for other states of the mouse', { 13: holding('<</N 14 0 R/D 40 0 R>>'), 40: look }],
    [
      'a dictionary of looks in an object of its own',
      { 13: holding('40 0 R'), 40: '<</N 41 0 R>>', 41: look },
    ],
    ['the stream written anew in place', { 14: other }],
    [
      'the same through a dictionary of its own',
      { 14: other },
      shapeWith({ 13: holding('16 0 R') }, '<</N 14 0 R>>'),
    ],
  ])('form filling: %s', (_, objects, allowance) => {
    expect(change(objects, allowance)[0]).toBe('form-filling')
  })
})

describe('what it refuses', () => {
  it.each<[string, Record<number, string>, Allowance?]>([
    ['looks removed', { 13: text('100 dong', '/F 4') }],
    ['looks that are no dictionary', { 13: holding('[]') }],
    ['looks turned to what was something else', { 13: holding('11 0 R'), 11: '<</N 14 0 R>>' }],
    [
      'looks that two widgets share, exchanged',
      { 16: '<</N 40 0 R>>', 40: other },
      shapeWith(
        {
          13: holding('16 0 R'),
          15: '<</Type/Annot/Subtype/Stamp/F 4/Rect[300 600 400 700]/P 3 0 R/AP 16 0 R>>',
        },
        '<</N 14 0 R>>',
      ),
    ],
  ])('%s', (_, objects, allowance) => {
    const [level, ...rules] = change(objects, allowance)
    expect(level).toBe('other')
    expect(
      rules.some(
        (rule) =>
          rule === 'change/appearance' ||
          rule.startsWith('change/annotation') ||
          rule === 'change/page-content',
      ),
    ).toBe(true)
  })

  it('a stream written anew that something else shows too', () => {
    const shared = '<</Type/Annot/Subtype/Stamp/F 4/Rect[300 600 400 700]/P 3 0 R/AP<</N 14 0 R>>>>'
    expect(change({ 14: other }, shapeWith({ 15: shared }))[0]).toBe('other')
  })

  it('the looks of a button written anew: it chooses among them', () => {
    const button =
      '<</Type/Annot/Subtype/Widget/FT/Btn/T(amount)/AS/Yes/Rect[50 600 250 620]/P 3 0 R/AP<</N 14 0 R>>>>'
    expect(change({ 14: other }, shapeWith({ 13: button }))[0]).toBe('other')
  })
})

describe('edges', () => {
  it('looks that two widgets share and nobody touches are no change', () => {
    const stamped = '<</Type/Annot/Subtype/Stamp/F 4/Rect[300 600 400 700]/P 3 0 R/AP 16 0 R>>'
    const shared = shapeWith({ 13: holding('16 0 R'), 15: stamped }, '<</N 14 0 R>>')
    expect(change({ 40: '<<>>' }, shared)).toEqual(['lta-updates', 'xref/unused-object'])
  })

  it('a new stream may not bring along what the document has already, changed', () => {
    const objects = {
      13: holding('<</N 40 0 R>>'),
      40: streamBody('/Subtype/Form/Resources<</Font<</F1 11 0 R>>>>', ''),
      11: '<</Type/Font/Subtype/Type3>>',
    }
    expect(change(objects)[0]).toBe('other')
  })
})

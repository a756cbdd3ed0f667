import { describe, expect, it } from 'vitest'
import { sampleShape } from '../../kit/attacks/sample.ts'
import { streamBody } from '../../kit/build-pdf.ts'
import { type Allowance, changeSample } from '../../kit/changed-document.ts'
import { addedField, catalog, form, look, page, sigField } from '../../kit/sample-objects.ts'

const free: Allowance = { certify: 3 }
const strict: Allowance = { certify: 2 }
const change = (objects: Record<number, string>, allowance: Allowance = free) =>
  changeSample({ objects }, allowance)
const note = '<</Type/Annot/Subtype/Text/Rect[0 0 20 20]/Contents(x)/P 3 0 R>>'
const stampBody = (more = '/F 4/Rect[300 600 400 700]/P 3 0 R/AP<</N 12 0 R>>') =>
  `<</Type/Annot/Subtype/Stamp${more}>>`
const withNote = page('13 0 R 15 0 R 19 0 R 40 0 R')

describe('what it gives', () => {
  it.each<[string, Record<number, string>]>([
    ['an annotation more', { 3: withNote, 40: note }],
    [
      'one with its looks and its window',
      {
        3: withNote,
        40: note.replace('>>', '/AP<</N 41 0 R>>/Popup 42 0 R>>'),
        41: look,
        42: '<</Type/Annot/Subtype/Popup/Parent 40 0 R/Rect[0 0 9 9]>>',
      },
    ],
    ['an annotation taken away', { 3: page('13 0 R 19 0 R') }],
    ['an annotation changed', { 15: stampBody('/F 4/Rect[0 0 9 9]/P 3 0 R/AP<</N 12 0 R>>') }],
  ])('annotations where level 3 is in force: %s', (_, objects) => {
    const [level, ...rules] = change(objects)
    expect([level, rules.includes('annotation/changed')]).toEqual(['annotations', true])
  })

  it('archiving: the widget of a new field on its page, and the order of tabs that goes with it', () => {
    const objects = {
      ...addedField(sigField('')),
      1: catalog('/Perms<</DocMDP 18 0 R>>', form('', '13 0 R 19 0 R 40 0 R')),
    }
    expect(change(objects, strict)).toEqual(expect.arrayContaining(['lta-updates', 'page/annotations']))
    expect(change({ ...objects, 3: page('13 0 R 15 0 R 19 0 R 40 0 R', '/Tabs/S') }, strict)[0]).toBe(
      'lta-updates',
    )
  })
})

describe('what it refuses', () => {
  it.each<[string, string, Record<number, string>, Allowance]>([
    ['change/annotation-added', 'an annotation under level 2', { 3: withNote, 40: note }, strict],
    ['change/annotation-added', 'an annotation without any certification', { 3: withNote, 40: note }, {}],
    [
      'change/annotation-deleted',
      'an annotation taken away under level 2',
      { 3: page('13 0 R 19 0 R') },
      strict,
    ],
    [
      'change/annotation-changed',
      'an annotation changed under level 2',
      { 15: stampBody('/F 2/P 3 0 R') },
      strict,
    ],
    [
      'change/annotation-deleted',
      'the widget of a field taken off the page',
      { 3: page('15 0 R 19 0 R') },
      free,
    ],
    [
      'change/annotation-added',
      'a widget that belongs to no field',
      { 3: withNote, 40: '<</Type/Annot/Subtype/Widget/FT/Tx/T(x)/Rect[0 0 9 9]>>' },
      free,
    ],
    [
      'change/annotation-order',
      'annotations drawn in another order',
      { 3: page('15 0 R 13 0 R 19 0 R') },
      free,
    ],
    [
      'change/page-content',
      'other content beside a new annotation',
      { 3: withNote.replace('/Contents 4', '/Contents 41'), 40: note, 41: streamBody('', 'x') },
      free,
    ],
    [
      'change/page-entries',
      'a turned page beside a new annotation',
      { 3: page('13 0 R 15 0 R 19 0 R 40 0 R', '/Rotate 90'), 40: note },
      free,
    ],
    [
      'change/page-entries',
      'an order of tabs that was another',
      { 3: page('13 0 R 15 0 R 19 0 R 40 0 R', '/Tabs/R'), 40: note },
      { ...free, shape: { ...sampleShape(), page: `${sampleShape().page ?? ''}/Tabs/S` } },
    ],
    ['change/page-content', 'new content without anything else', { 4: streamBody('', 'x') }, free],
    [
      'change/page-tree',
      'a page more',
      {
        2: '<</Type/Pages/Kids[3 0 R 40 0 R]/Count 2/MediaBox[0 0 595 842]>>',
        40: '<</Type/Page/Parent 2 0 R>>',
      },
      free,
    ],
  ])('%s: %s', (rule, _, objects, allowance) => {
    const [level, ...rules] = change(objects, allowance)
    expect(level).toBe('other')
    expect(rules).toContain(rule)
  })

  it('an annotation of another kind under its old number', () => {
    expect(
      change({ 15: '<</Type/Annot/Subtype/Link/F 4/Rect[300 600 400 700]/P 3 0 R/AP<</N 12 0 R>>>>' })[0],
    ).toBe('other')
  })

  it('a kind that stands in an object of its own, exchanged behind the annotation', () => {
    const shape = sampleShape()
    const extra = (shape.extra ?? []).map((each) =>
      each.number === 15 ? { ...each, body: each.body.replace('/Stamp', ' 16 0 R') } : each,
    )
    const named = { ...free, shape: { ...shape, extra: [...extra, { number: 16, body: '/Stamp' }] } }
    const same = '<</Type/Annot/Subtype 16 0 R/F 4/Rect[0 0 9 9]/P 3 0 R/AP<</N 12 0 R>>>>'
    expect(change({ 15: same }, named)[0]).toBe('annotations')
    expect(change({ 15: same, 16: '/FreeText' }, named)[0]).toBe('other')
  })

  it('a picture that pages show as well, changed through an annotation', () => {
    expect(change({ 12: streamBody('/Subtype/Form/BBox[0 0 9 9]', 'x') })[0]).toBe('other')
  })
})

describe('edges', () => {
  it('a list of annotations in an object of its own may grow there', () => {
    const shape = sampleShape()
    const own = {
      ...shape,
      page: shape.page?.replace('/Annots[13 0 R 15 0 R]', '/Annots 16 0 R') ?? '',
      extra: [...(shape.extra ?? []), { number: 16, body: '[13 0 R 15 0 R]' }],
    }
    const allowance = { ...free, shape: own }
    expect(change({ 16: '[13 0 R 15 0 R 20 0 R 40 0 R]', 40: note }, allowance)[0]).toBe('annotations')
  })
})

import { describe, expect, it } from 'vitest'
import { appendTo } from '../../kit/attacks/append.ts'
import { sampleShape } from '../../kit/attacks/sample.ts'
import { streamBody } from '../../kit/build-pdf.ts'
import { analyseBytes, changeSample, signedDocument } from '../../kit/changed-document.ts'
import { catalog, form } from '../../kit/sample-objects.ts'

/** Rules by which something was allowed or refused, in one word each. */
const rulesOf = (
  objects: Record<number, string>,
  more: { trailer?: string; shape?: ReturnType<typeof sampleShape> } = {},
) => {
  const { trailer = '', shape = sampleShape() } = more
  const { level, changes } = analyseBytes(appendTo(signedDocument({ shape }), { objects, trailer }))
  return [level, ...new Set(changes.map(({ rule }) => rule))]
}
const withExtra = (number: number, body: string, more: Partial<ReturnType<typeof sampleShape>> = {}) => {
  const shape = sampleShape()
  return { ...shape, ...more, extra: [...(shape.extra ?? []), { number, body }] }
}

describe('what it gives', () => {
  it.each<[string, Record<number, string>, string]>([
    ['the catalog written again', { 1: catalog() }, 'catalog/updated'],
    [
      'a version and an extension',
      { 1: catalog('/Version/2.0/Extensions<</ESIC<</BaseVersion/1.7>>>>') },
      'catalog/updated',
    ],
    ['marks of tagging', { 1: catalog('/MarkInfo 40 0 R'), 40: '<</Marked true>>' }, 'catalog/entry'],
    [
      'objects that nothing uses, one of them used by the other',
      { 40: '<</A 41 0 R>>', 41: '<<>>' },
      'xref/unused-object',
    ],
  ])('archiving: %s', (_, objects, rule) => {
    const [level, ...rules] = rulesOf(objects)
    expect(level).toBe('lta-updates')
    expect(rules).toContain(rule)
  })

  it('archiving: the document information, new or written again', () => {
    const shape = {
      ...sampleShape(),
      trailer: '/Info 16 0 R',
      extra: [...(sampleShape().extra ?? []), { number: 16, body: '<</Title(a)>>' }],
    }
    const same = rulesOf({ 16: '<</Title 50 0 R>>', 50: '(b)' }, { shape, trailer: '/Info 16 0 R' })
    const other = rulesOf({ 50: '<</Title(b)>>' }, { shape, trailer: '/Info 50 0 R' })
    expect([same, other]).toEqual([
      ['lta-updates', 'info/updated'],
      ['lta-updates', 'info/updated'],
    ])
  })
})

describe('what it refuses', () => {
  it.each([
    'OpenAction',
    'AA',
    'Names',
    'OCProperties',
    'Perms',
    'Outlines',
    'StructTreeRoot',
    'ViewerPreferences',
    'Lang',
    'Odd',
  ])('the entry /%s, added', (key) => {
    expect(changeSample({ objects: { 1: catalog(`/${key}<<>>`) } })).toContain('change/catalog-entries')
  })

  it('an entry that was there, removed or changed', () => {
    const shape = { ...sampleShape(), catalog: `${sampleShape().catalog}/Lang(vi)` }
    expect(rulesOf({ 1: catalog() }, { shape })).toContain('change/catalog-entries')
    expect(rulesOf({ 1: catalog('/Lang(en)') }, { shape })).toContain('change/catalog-entries')
    expect(rulesOf({ 1: catalog('/Lang(vi)') }, { shape })[0]).toBe('lta-updates')
  })

  it('other pages under the key /Pages, by their own name', () => {
    const objects = {
      1: catalog('', form()).replace('/Pages 2', '/Pages 40'),
      40: '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    }
    expect(changeSample({ objects })).toContain('change/page-tree')
  })

  it('the document information turned to an object that the document uses elsewhere, or to a stream', () => {
    expect(rulesOf({ 11: '<</Title(b)>>' }, { trailer: '/Info 11 0 R' })).toContain('change/info')
    const shape = { ...withExtra(16, streamBody('', 'x')), trailer: '/Info 16 0 R' }
    expect(rulesOf({ 50: '<<>>' }, { shape, trailer: '/Info 50 0 R' })).toContain('change/info')
  })

  it('an unused object in a place that was prepared for it', () => {
    const shape = { ...sampleShape(), page: `${sampleShape().page ?? ''}/B 99 0 R` }
    expect(rulesOf({ 99: '<<>>' }, { shape })[0]).toBe('other')
  })

  it('an unused object that a changed one leads to', () => {
    expect(rulesOf({ 3: '<</Type/Page/B 40 0 R>>', 40: '<<>>' })).not.toContain('xref/unused-object')
  })
})

describe('edges', () => {
  it('cross-reference streams and object streams of a later revision are allowed, what they list is not', () => {
    const shape = sampleShape({ xref: 'stream' })
    expect(analyseBytes(appendTo(signedDocument({ shape }), { objects: { 40: '<<>>' } })).level).toBe(
      'lta-updates',
    )
    const replaced = appendTo(signedDocument({ shape }), { objects: { 4: streamBody('', 'other') } })
    expect(analyseBytes(replaced).level).toBe('other')
  })
})

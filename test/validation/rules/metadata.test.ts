import { describe, expect, it } from 'vitest'
import { sampleShape } from '../../kit/attacks/sample.ts'
import { streamBody } from '../../kit/build-pdf.ts'
import { type Allowance, changeSample } from '../../kit/changed-document.ts'
import { catalog, packet, xmp } from '../../kit/sample-objects.ts'

const rdf = '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"/>'
/** A signed document that has metadata already: object 16. */
const described = (body = xmp(packet)): Allowance => {
  const shape = sampleShape()
  const extra = [...(shape.extra ?? []), { number: 16, body }]
  return { shape: { ...shape, catalog: `${shape.catalog}/Metadata 16 0 R`, extra } }
}

describe('what it gives', () => {
  it.each<[string, Record<number, string>, Allowance?]>([
    ['a first packet', { 1: catalog('/Metadata 40 0 R'), 40: xmp(packet) }],
    ['a packet without the outer element', { 1: catalog('/Metadata 40 0 R'), 40: xmp(rdf) }],
    ['the packet written anew in place', { 16: xmp(rdf) }, described()],
  ])('archiving: %s', (_, objects, allowance) => {
    const [level, ...rules] = changeSample({ objects }, allowance)
    expect(level).toBe('lta-updates')
    expect(rules).toContain('metadata/updated')
  })
})

describe('what it refuses', () => {
  it.each<[string, Record<number, string>, Allowance?]>([
    ['words that are no XML', { 1: catalog('/Metadata 40 0 R'), 40: xmp('<x>') }],
    ['XML that is no XMP', { 1: catalog('/Metadata 40 0 R'), 40: xmp('<html/>') }],
    [
      'a document type with entities',
      { 1: catalog('/Metadata 40 0 R'), 40: xmp(`<!DOCTYPE a [<!ENTITY e "v">]>${packet}`) },
    ],
    ['no stream', { 1: catalog('/Metadata 40 0 R'), 40: '<<>>' }],
    ['a direct value', { 1: catalog('/Metadata(x)') }],
    ['the packet in place, broken', { 16: xmp('<x:xmpmeta>') }, described()],
    ['a good packet in place of one that was none', { 16: xmp(packet) }, described(streamBody('', 'BT ET'))],
    ['data that cannot be unpacked', { 16: streamBody('/Filter/FlateDecode', 'xxxx') }, described()],
  ])('%s', (_, objects, allowance) => {
    expect(changeSample({ objects }, allowance)).toContain('change/metadata')
  })

  it('a page’s content taken for metadata', () => {
    const objects = { 1: catalog('/Metadata 4 0 R'), 4: xmp(packet) }
    expect(changeSample({ objects })[0]).toBe('other')
  })
})

describe('edges', () => {
  it('the same object, not written again, is no change', () => {
    expect(changeSample({ objects: { 40: '<<>>' } }, described())).toEqual([
      'lta-updates',
      'xref/unused-object',
    ])
  })
})

import { describe, expect, it } from 'vitest'
import { sampleShape } from '../../kit/attacks/sample.ts'
import { streamBody } from '../../kit/build-pdf.ts'
import { type Allowance, changeSample } from '../../kit/changed-document.ts'
import { catalog } from '../../kit/sample-objects.ts'

const data = streamBody('', 'x')
const hash = 'A'.repeat(40)
const other = 'B'.repeat(40)
/** A signed document that has a store already: object 16, with two certificates and an entry for a signature. */
const stored = (): Allowance => {
  const shape = sampleShape()
  const store = `<</Certs[17 0 R 18 0 R]/VRI<</${hash}<</Cert[17 0 R]>>>>>>`
  const more = [
    { number: 16, body: store },
    { number: 17, body: data },
    { number: 18, body: data },
  ]
  return {
    shape: { ...shape, catalog: `${shape.catalog}/DSS 16 0 R`, extra: [...(shape.extra ?? []), ...more] },
  }
}
/** The same with the entry for a signature in an object of its own: 19. */
const storedApart = (): Allowance => {
  const { shape } = stored()
  const extra = (shape?.extra ?? []).map((each) =>
    each.number === 16 ? { ...each, body: `<</Certs[17 0 R 18 0 R]/VRI<</${hash} 19 0 R>>>>` } : each,
  )
  return { shape: { ...shape, extra: [...extra, { number: 19, body: '<</Cert[17 0 R]>>' }] } }
}
const grown = (more: string) => `<</Certs[17 0 R 18 0 R]/VRI<</${hash}<<${more}>>>>>>`
const kept = `/VRI<</${hash}<</Cert[17 0 R]>>>>`
const change = (objects: Record<number, string>, allowance?: Allowance) =>
  changeSample({ objects }, allowance)

describe('what it gives', () => {
  it.each<[string, Record<number, string>, Allowance?]>([
    [
      'a new store',
      {
        1: catalog('/DSS 40 0 R'),
        40: '<</Type/DSS/Certs[41 0 R]/CRLs[42 0 R]/OCSPs[43 0 R]>>',
        41: data,
        42: data,
        43: data,
      },
    ],
    ['a store in the catalog itself', { 1: catalog('/DSS<</Certs[41 0 R]>>'), 41: data }],
    [
      'an entry with time and timestamp',
      {
        1: catalog(`/DSS<</VRI<</${hash} 40 0 R>>>>`),
        40: '<</Type/VRI/TU(D:2026)/TS 41 0 R/CRL[42 0 R]>>',
        41: data,
        42: data,
      },
    ],
    [
      'more data in the store that was there',
      { 16: `<</Certs[17 0 R 18 0 R 50 0 R]${kept}>>`, 50: data },
      stored(),
    ],
    ['less data than before', { 16: `<</Certs[17 0 R]${kept}>>` }, stored()],
    [
      'a further entry',
      {
        16: `<</Certs[17 0 R 18 0 R]/VRI<</${hash}<</Cert[17 0 R]>>/${other}<</OCSP[50 0 R]>>>>>>`,
        50: data,
      },
      stored(),
    ],
    [
      'an old entry that grows',
      { 16: grown('/Cert[17 0 R 50 0 R]/OCSP[51 0 R]/TU(D:2027)'), 50: data, 51: data },
      stored(),
    ],
    [
      'an old entry that grows in its own object',
      { 19: '<</Cert[17 0 R]/OCSP[50 0 R]>>', 50: data },
      storedApart(),
    ],
    ['an empty list', { 16: `<</Certs[]${kept}>>` }, stored()],
  ])('archiving: %s', (_, objects, allowance) => {
    const [level, ...rules] = change(objects, allowance)
    expect(level).toBe('lta-updates')
    expect(rules).toContain('security-store/extended')
  })
})

describe('what it refuses', () => {
  it.each<[string, Record<number, string>, Allowance?]>([
    ['a store that is no dictionary', { 1: catalog('/DSS 40 0 R'), 40: '[]' }],
    ['an entry of another name', { 1: catalog('/DSS<</Odd[]>>') }],
    ['a list of something else than streams', { 1: catalog('/DSS<</Certs[41 0 R]>>'), 41: '<<>>' }],
    ['a list that is none', { 1: catalog('/DSS<</CRLs 41 0 R>>'), 41: data }],
    ['entries that are no dictionary', { 1: catalog('/DSS<</VRI 40 0 R>>'), 40: '[]' }],
    ['an entry that is named by no hash', { 1: catalog('/DSS<</VRI<</abc<<>>>>>>') }],
    ['an entry with something else in it', { 1: catalog(`/DSS<</VRI<</${hash}<</Odd 1>>>>>>`) }],
    ['an entry that is no dictionary', { 1: catalog(`/DSS<</VRI<</${hash} 5>>>>`) }],
    ['an old entry changed', { 16: `<</Certs[17 0 R 18 0 R]/VRI<</${hash}<</Cert[18 0 R]>>>>>>` }, stored()],
    ['an old entry that grows and loses', { 16: grown('/Cert[50 0 R]'), 50: data }, stored()],
    ['an old entry that grows by something else', { 16: grown('/Cert[17 0 R]/Odd 1') }, stored()],
    [
      'an old entry that grows by what is no stream',
      { 16: grown('/Cert[17 0 R 50 0 R]'), 50: '<<>>' },
      stored(),
    ],
    ['an old entry in its own object, emptied', { 19: '<<>>' }, storedApart()],
    ['an old entry removed', { 16: '<</Certs[17 0 R 18 0 R]/VRI<<>>>>' }, stored()],
    ['the entries removed', { 16: '<</Certs[17 0 R 18 0 R]>>' }, stored()],
  ])('%s', (_, objects, allowance) => {
    expect(change(objects, allowance)).toContain('change/security-store')
  })

  it('the store removed, and data that were signed written anew', () => {
    const fields = '/AcroForm<</Fields[13 0 R 22 0 R]/DA(/F1 10 Tf)/SigFlags 3>>'
    expect(change({ 1: `<</Type/Catalog/Pages 2 0 R${fields}>>` }, stored())[0]).toBe('other')
    expect(change({ 17: streamBody('', 'y') }, stored())[0]).toBe('other')
  })

  it('an object of the pages taken for data of the store', () => {
    expect(change({ 1: catalog('/DSS<</Certs[4 0 R]>>'), 4: streamBody('', 'other') })[0]).toBe('other')
  })
})

import { createHash } from 'node:crypto'
import { instant } from 'motcua'
import { appendRevision, beginRevision, findDict, openPdf, readCatalog } from 'motcua/pdf'
import {
  buildVriKey,
  extendSecurityStore,
  readSecurityStore,
  type SecurityStoreAddition,
} from 'motcua/signature'
import { describe, expect, it } from 'vitest'
import { buildPdf, streamBody, toBytes, toText } from '../kit/build-pdf.ts'
import { extend } from '../kit/signing-draft.ts'

const [certificate, other, ocsp, crl] = ['certificate', 'other', 'ocsp', 'crl'].map(toBytes) as [
  Uint8Array,
  Uint8Array,
  Uint8Array,
  Uint8Array,
]
const none = { certificates: [], ocsps: [], crls: [] }

const add = (bytes: Uint8Array, addition: SecurityStoreAddition) => {
  const draft = beginRevision(openPdf(bytes))
  extendSecurityStore(draft, addition)
  const { bytes: tail } = appendRevision(draft)
  const whole = extend(bytes, tail)
  return { bytes: whole, tail: toText(tail), store: readSecurityStore(openPdf(whole)) }
}
const texts = (values: readonly { readonly bytes: Uint8Array }[] | undefined): string[] =>
  (values ?? []).map(({ bytes }) => toText(bytes))

describe('what it gives', () => {
  it('stores material and reads it back', () => {
    const { store } = add(buildPdf(), { certificates: [certificate], ocsps: [ocsp], crls: [crl] })
    expect(texts(store?.certificates)).toEqual(['certificate'])
    expect(texts(store?.ocsps)).toEqual(['ocsp'])
    expect(texts(store?.crls)).toEqual(['crl'])
    expect(store?.vri).toEqual([])
  })
  it('names entries for single signatures by the SHA-1 of the padded contents', () => {
    const contents = Uint8Array.of(0x30, 1, 2, 0, 0, 0)
    expect(buildVriKey(contents)).toBe(createHash('sha1').update(contents).digest('hex').toUpperCase())
  })
  it('stores the material of single signatures once, in both places', () => {
    const updatedAt = instant('2026-10-05T09:30:15+07:00')
    const vri = [{ key: 'ABC', certificates: [certificate], ocsps: [], crls: [crl], updatedAt }]
    const { store, tail } = add(buildPdf(), { ...none, certificates: [certificate], vri })
    expect(texts(store?.certificates)).toEqual(['certificate'])
    expect(texts(store?.crls)).toEqual(['crl'])
    expect(store?.vri).toMatchObject([{ key: 'ABC', updatedAt: '2026-10-05T09:30:15.000+07:00' }])
    expect(texts(store?.vri[0]?.certificates)).toEqual(['certificate'])
    expect(tail.split('certificate').length - 1).toBe(1)
  })
})

describe('what it must not touch', () => {
  it('never drops what is there, and stores nothing twice', () => {
    const first = add(buildPdf(), {
      ...none,
      certificates: [certificate],
      vri: [{ ...none, key: 'OLD', crls: [crl] }],
    })
    const second = add(first.bytes, {
      ...none,
      certificates: [certificate, other],
      vri: [{ ...none, key: 'NEW', ocsps: [ocsp] }],
    })
    expect(texts(second.store?.certificates)).toEqual(['certificate', 'other'])
    expect(second.store?.vri.map(({ key }) => key)).toEqual(['OLD', 'NEW'])
    expect(texts(second.store?.crls)).toEqual(['crl'])
    expect(second.tail).not.toContain('stream\ncertificate')
  })
  it('leaves the catalog be once the store is an object of its own', () => {
    const first = add(buildPdf(), { ...none, certificates: [certificate] })
    const second = add(first.bytes, { ...none, certificates: [other] })
    expect(first.tail).toContain('/Type/Catalog')
    expect(second.tail).not.toContain('/Type/Catalog')
  })
})

describe('edges', () => {
  it('keeps entries it does not know, and arrays that are objects of their own', () => {
    const shape = {
      catalog: '/DSS<</Certs 20 0 R/Odd(kept)>>',
      extra: [
        { number: 20, body: '[21 0 R]' },
        { number: 21, body: streamBody('', 'old') },
      ],
    }
    const { bytes, store } = add(buildPdf(shape), { ...none, certificates: [certificate] })
    expect(texts(store?.certificates)).toEqual(['old', 'certificate'])
    const pdf = openPdf(bytes)
    expect(findDict(pdf, readCatalog(pdf), 'DSS')?.entries.has('Odd')).toBe(true)
  })
  it('finds no store where there is none, and passes over what is no stream', () => {
    expect(readSecurityStore(openPdf(buildPdf()))).toBeUndefined()
    const pdf = openPdf(buildPdf({ catalog: '/DSS<</Certs[5 null 77 0 R]/VRI<</X 5>>>>' }))
    expect(readSecurityStore(pdf)).toEqual({ certificates: [], ocsps: [], crls: [], vri: [] })
  })
})

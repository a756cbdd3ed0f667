import { describe, expect, it } from 'vitest'
import { toByteSource } from '../../../src/bytes.ts'
import type { SignedData } from '../../../src/pki/index.ts'
import { readSignedData } from '../../../src/pki/index.ts'
import { checkDetachedAttributes, checkDetachedForm } from '../../../src/validation/checks/detached.ts'
import { collectDetached, type DetachedFacts } from '../../../src/validation/facts/collect-detached.ts'
import { createMemory } from '../../../src/validation/facts/memory.ts'
import { inShort } from '../../kit/inquiry.ts'
import { pkiVector } from '../../kit/pki-vectors.ts'

const signedData = readSignedData(pkiVector('cms-p256.p7s'))
const [facts] = collectDetached(signedData, toByteSource(pkiVector('content.txt')), createMemory())

const form = (more: Partial<SignedData> = {}) => inShort(checkDetachedForm({ ...signedData, ...more }, 'x'))
const attributes = (
  more: Partial<DetachedFacts['signer']> = {},
  inner: Partial<DetachedFacts['signer']['attributes']> = {},
) => {
  if (facts === undefined) throw new Error('no signer')
  const signer = { ...facts.signer, ...more, attributes: { ...facts.signer.attributes, ...inner } }
  return inShort(checkDetachedAttributes({ ...facts, signer }))
}
const unsigned = (oid: string) => ({ unsignedAttributes: [{ oid, values: [] }] as never })

describe('what it gives', () => {
  it('that a CAdES signature of OpenSSL has the form and the attributes', () => {
    expect([form(), attributes()]).toEqual([['ok format-ok'], ['ok attributes-ok']])
  })
})

describe('what it refuses', () => {
  it.each<[string, Partial<SignedData>]>([
    ['warning content-embedded', { content: Uint8Array.of(1) }],
    ['warning cms-not-der', { isDer: false }],
    ['warning cms-trailing', { trailingBytes: 3 }],
    ['not-checked attribute-certificate', { otherCertificates: 1 }],
  ])('to pass over: %s', (said, more) => {
    expect(form(more)).toEqual(['ok format-ok', said])
  })

  it.each<[string, Parameters<typeof attributes>]>([
    ['warning signing-time-missing', [{}, { signingTime: undefined }]],
    ['warning signature-policy-unknown', [{}, { signaturePolicy: { oid: '1.2.3' } as never }]],
    ['not-checked archive-timestamp-not-checked', [unsigned('1.2.840.113549.1.9.16.2.27')]],
    ['not-checked archive-timestamp-not-checked', [unsigned('1.2.840.113549.1.9.16.2.48')]],
    ['not-checked counter-signature-not-checked', [unsigned('1.2.840.113549.1.9.6')]],
  ])('to call the attributes in order: %s (%#)', (said, parts) => {
    expect(attributes(...parts)).toEqual([said])
  })
})

describe('edges', () => {
  it('asks for no signing-time where nothing is signed but the content', () => {
    expect(attributes({ signedAttributes: undefined }, { signingTime: undefined })).toEqual([
      'ok attributes-ok',
    ])
  })
})

import { beforeAll, describe, expect, it } from 'vitest'
import type { AttributeFacts, SignerInfo } from '../../../src/pki/index.ts'
import { checkAttributes } from '../../../src/validation/checks/attributes.ts'
import type { SignatureFacts } from '../../../src/validation/facts/collect.ts'
import { factsOf, inShort } from '../../kit/inquiry.ts'
import { signedAt, signWhole, startSigning } from '../../kit/signed-document.ts'

let signature: SignatureFacts
let stamp: SignatureFacts
beforeAll(async () => {
  const [first, second] = factsOf(await signWhole(await startSigning(), { level: 'B-LTA' })).signatures
  if (first === undefined || second === undefined) throw new Error('no signature and timestamp')
  signature = first
  stamp = second
})

const unsigned = (oid: string): Partial<SignerInfo> => ({
  unsignedAttributes: [{ oid, values: [] }] as never,
})
const policy = { signaturePolicy: { oid: '1.2.3' } } as Partial<AttributeFacts>
const commitment = { commitmentTypes: ['1.2.840.113549.1.9.16.6.1'] }

/** What is said of a signer with other attributes. */
const check = (
  attributes: Partial<AttributeFacts> = {},
  more: Partial<SignerInfo> = {},
  found: Partial<SignatureFacts['found']> = {},
) => {
  const { signer } = signature
  if (signer === undefined) throw new Error('no signer')
  const facts = {
    ...signature,
    signer: { ...signer, ...more, attributes: { ...signer.attributes, ...attributes } },
    found: { ...signature.found, ...found },
  }
  return inShort(checkAttributes(facts))
}

describe('what it gives', () => {
  it('that the attributes follow the rules', () => {
    expect(check()).toEqual(['ok attributes-ok'])
  })
})

describe('what it refuses', () => {
  it.each<[string, Parameters<typeof check>]>([
    ['warning signing-time-present', [{ signingTime: signedAt }]],
    ['warning reason-with-commitment', [commitment, {}, { reason: 'phê duyệt' }]],
    ['warning signature-policy-unknown', [policy]],
    ['warning long-term-attribute', [{}, unsigned('1.2.840.113549.1.9.16.2.24')]],
    ['warning long-term-attribute', [{}, unsigned('0.4.0.1733.2.4')]],
  ])('%s (%#)', (said, parts) => {
    expect(check(...parts)).toEqual([said])
  })

  it('a policy beside a reason, both', () => {
    expect(check(policy, {}, { reason: 'x' })).toEqual([
      'warning reason-with-commitment',
      'warning signature-policy-unknown',
    ])
  })

  it('to call attribute certificates checked', () => {
    const facts = {
      ...signature,
      signedData: { ...signature.signedData, otherCertificates: 2 },
    } as SignatureFacts
    expect(checkAttributes(facts)).toMatchObject([
      { outcome: 'not-checked', code: 'validation/attribute-certificate', facts: { count: 2 } },
    ])
  })
})

describe('edges', () => {
  it('the rules of PAdES are not those of Adobe’s SubFilter', () => {
    const adobe = { subFilter: 'adbe.pkcs7.detached', reason: 'x' }
    const all = { signingTime: signedAt, ...commitment }
    expect(check(all, unsigned('1.2.840.113549.1.9.16.2.24'), adobe)).toEqual(['ok attributes-ok'])
  })

  it('a reason alone, a commitment alone and a signature timestamp are in order', () => {
    expect(check({}, {}, { reason: 'x' })).toEqual(['ok attributes-ok'])
    expect(check(commitment)).toEqual(['ok attributes-ok'])
    expect(check({}, unsigned('1.2.840.113549.1.9.16.2.14'))).toEqual(['ok attributes-ok'])
  })

  it('says nothing of a timestamp, nor of what cannot be read', () => {
    expect(checkAttributes(stamp)).toEqual([])
    expect(checkAttributes({ ...signature, signer: undefined })).toEqual([])
  })
})

import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import {
  createTestAuthority,
  type TestAuthority,
  type TestIdentity,
} from '../../src/adapters/test-authority.ts'
import { listTrustAnchors, readTrustedList, type TrustedList } from '../../src/adapters/trusted-list.ts'
import { instant } from '../../src/date.ts'
import {
  type ListSignatureInput,
  signTrustedList,
  unsignedMarkup,
  writeTrustedList,
} from '../kit/trusted-list.ts'

const at = instant('2026-09-01T09:00')
const bytesOf = (text: string) => new TextEncoder().encode(text)

let authority: TestAuthority
let operator: TestIdentity
let other: TestIdentity
let list: string
let signed: string

beforeAll(async () => {
  authority = await createTestAuthority({ now: () => at })
  operator = await authority.issue({ commonName: 'Cơ quan danh sách thử' })
  other = await authority.issue({ commonName: 'Người lạ thử' })
  list = writeTrustedList({ services: [{ certificates: [authority.root.certificate] }] })
  signed = await signTrustedList(list, operator)
})

/** Reads a list whose operator is known. */
const read = (xml: string, signers = [operator.certificate]): Promise<TrustedList> =>
  readTrustedList(bytesOf(xml), { at, signers })

/** Why a signature does not hold; nothing where it does. Asks on the way that no root comes of a bad one. */
async function troubleOf(xml: string, signers = [operator.certificate]): Promise<unknown> {
  const answer = await read(xml, signers)
  const finding = answer.findings.find(({ code }) => code === 'adapters/trusted-list-signature-invalid')
  expect(answer.signature).toBe(finding === undefined ? 'valid' : 'invalid')
  expect(listTrustAnchors(answer).length).toBe(finding === undefined ? 1 : 0)
  return finding?.facts['trouble']
}

describe('what it gives', () => {
  it('roots of a list that its operator signed, and nothing to be said against it', async () => {
    const answer = await read(signed)
    expect([answer.signature, answer.findings, listTrustAnchors(answer).length]).toEqual(['valid', [], 1])
  })
  it.each([
    ['rsa-2048', 'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256'],
    ['p256', 'http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha256'],
  ] as const)('the same with a key of kind %s', async (keyType, method) => {
    const identity = await authority.issue({ commonName: 'Cơ quan khác thử', keyType })
    expect(await troubleOf(await signTrustedList(list, identity, { method }), [identity.certificate])).toBe(
      undefined,
    )
  })
  it('the same with RSASSA-PSS, and where the reference names the root by its identifier', async () => {
    const identity = await authority.issue({ commonName: 'PSS', keyType: 'rsa-2048', isPss: true })
    const method = 'http://www.w3.org/2007/05/xmldsig-more#sha256-rsa-MGF1'
    const xml = await signTrustedList(list, identity, { method, uri: '#list' })
    expect(await troubleOf(xml, [other.certificate, identity.certificate])).toBe(undefined)
  })
  it('the same as lists in use have it: properties without a transform, the certificate named by SHA-1', async () => {
    expect(await troubleOf(await signTrustedList(list, operator, { isBare: true, naming: 'sha1' }))).toBe(
      undefined,
    )
    const other = await signTrustedList(list, operator, { isBare: true })
    expect(await troubleOf(other.replace('2026-08-01T00:00:00Z</xades', '2026-08-02T00:00:00Z</xades'))).toBe(
      'digest',
    )
  })
  it('what the caller says besides: both have to agree', async () => {
    const ask = (verifySignature: (xml: Uint8Array) => Promise<boolean>) =>
      readTrustedList(bytesOf(signed), { at, signers: [operator.certificate], verifySignature })
    expect((await ask(async () => true)).signature).toBe('valid')
    expect((await ask(async () => false)).signature).toBe('invalid')
  })
})

describe('what it refuses', () => {
  it('a list from which the signature was taken, also for a check of the caller', async () => {
    expect(await troubleOf(list)).toBe('missing')
    const answer = await readTrustedList(bytesOf(list), { at, verifySignature: async () => false })
    expect(listTrustAnchors(answer)).toEqual([])
  })
  it('a signature that is none, and two of them', async () => {
    const bare = list.replace('</TrustServiceStatusList>', `${unsignedMarkup}</TrustServiceStatusList>`)
    expect(await troubleOf(bare)).toBe('form')
    const twice = signed.replace('<ds:Signature ', `${unsignedMarkup}<ds:Signature `)
    expect(await troubleOf(twice)).toBe('form')
  })
  it('another signer, and a signer that only claims to be the operator', async () => {
    expect(await troubleOf(await signTrustedList(list, other))).toBe('signer')
    expect(await troubleOf(signed, [])).toBe('signer')
    const forged = await signTrustedList(list, { certificate: operator.certificate, signer: other.signer })
    expect(await troubleOf(forged)).toBe('value')
  })
  it('anything that changed in the list', async () => {
    expect(await troubleOf(signed.replace('/granted<', '/withdrawn<'))).toBe('digest')
    expect(await troubleOf(signed.replace('>7<', '>8<'))).toBe('digest')
    expect(await troubleOf(signed.replace('<NextUpdate>', '<?more?><NextUpdate>'))).toBe('digest')
    expect(await troubleOf(signed.replace('<Trust', '<?more?><Trust'))).toBe('digest')
    expect(await troubleOf(`${signed}<?more?>`)).toBe('digest')
  })
  it('anything that changed in the signed properties or in what is signed', async () => {
    expect(
      await troubleOf(signed.replace('2026-08-01T00:00:00Z</xades', '2026-08-02T00:00:00Z</xades')),
    ).toBe('digest')
    expect(await troubleOf(signed.replace('xmlenc#sha256', 'xmlenc#sha512'))).not.toBe(undefined)
  })
  const deviations: readonly (readonly [string, ListSignatureInput, string])[] = [
    ['SHA-1', { digest: 'http://www.w3.org/2000/09/xmldsig#sha1' }, 'algorithm'],
    ['RSA with SHA-1', { method: 'http://www.w3.org/2000/09/xmldsig#rsa-sha1' }, 'algorithm'],
    ['HMAC', { method: 'http://www.w3.org/2001/04/xmldsig-more#hmac-sha256' }, 'algorithm'],
    ['no enveloped signature', { transforms: ['http://www.w3.org/2001/10/xml-exc-c14n#'] }, 'reference'],
    [
      'canonicalisation with comments',
      {
        transforms: [
          'http://www.w3.org/2000/09/xmldsig#enveloped-signature',
          'http://www.w3.org/TR/2001/REC-xml-c14n-20010315#WithComments',
        ],
      },
      'algorithm',
    ],
    [
      'a filter in XPath',
      {
        transforms: [
          'http://www.w3.org/2000/09/xmldsig#enveloped-signature',
          'http://www.w3.org/TR/1999/REC-xpath-19991116',
          'http://www.w3.org/2001/10/xml-exc-c14n#',
        ],
      },
      'algorithm',
    ],
    ['a reference to a part of the list', { uri: '#part' }, 'reference'],
    ['a reference to another place', { uri: 'https://list.example/list.xml' }, 'reference'],
    ['an XPointer', { uri: "#xpointer(id('list'))" }, 'reference'],
    [
      'a third reference',
      {
        more: '<ds:Reference URI="https://list.example/"><ds:Transforms><ds:Transform Algorithm="http://www.w3.org/2001/10/xml-exc-c14n#"></ds:Transform></ds:Transforms><ds:DigestMethod Algorithm="http://www.w3.org/2001/04/xmlenc#sha256"></ds:DigestMethod><ds:DigestValue>AAAA</ds:DigestValue></ds:Reference>',
      },
      'reference',
    ],
    [
      'no signing certificate',
      {
        properties: (markup) =>
          markup.replace(/<xades:SigningCertificateV2>.*<\/xades:SigningCertificateV2>/, ''),
      },
      'form',
    ],
    [
      'properties of another signature',
      { properties: (markup) => markup.replace('Id="props"', 'Id="other"') },
      'reference',
    ],
    ['the digest of another list', { digested: (xml) => xml.replace('>7<', '>8<') }, 'digest'],
  ]
  it.each(deviations)('%s', async (_, input, trouble) => {
    expect(await troubleOf(await signTrustedList(list, operator, input))).toBe(trouble)
  })
  it('a kind of key that lists are not signed with', async () => {
    const identity = await authority.issue({ commonName: 'Ed25519 thử', keyType: 'ed25519' })
    const method = 'http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha256'
    expect(await troubleOf(await signTrustedList(list, identity, { method }), [identity.certificate])).toBe(
      'algorithm',
    )
  })
})

describe('wrapping', () => {
  const evil = () => writeTrustedList({ services: [{ certificates: [authority.issuing.certificate] }] })
  const signatureOf = (xml: string) => /<ds:Signature .*<\/ds:Signature>/s.exec(xml)?.[0] ?? ''
  const bare = (xml: string) => xml.replace(/^<\?xml[^>]*>\s*<!--[^>]*>[^>]*-->\s*/, '').trim()

  it.each(['', '#list'])(
    'the signed list hidden inside another one, signed by reference "%s"',
    async (uri) => {
      const good = await signTrustedList(list, operator, { uri })
      const signature = signatureOf(good)
      // Into an object of the signature, beside it, and as an extension in the scheme.
      const hidden = [
        (xml: string) =>
          xml.replace(
            '</TrustServiceStatusList>',
            `${signature.replace('</ds:Signature>', `<ds:Object>${bare(list)}</ds:Object></ds:Signature>`)}</TrustServiceStatusList>`,
          ),
        (xml: string) => xml.replace('</TrustServiceStatusList>', `${bare(good)}</TrustServiceStatusList>`),
        (xml: string) => xml.replace('</SchemeInformation>', `${bare(good)}</SchemeInformation>`),
        (xml: string) =>
          xml.replace('</TrustServiceStatusList>', `${bare(list)}${signature}</TrustServiceStatusList>`),
      ]
      for (const hide of hidden) {
        for (const id of ['Id="list"', 'Id="evil"', '']) {
          const answer = await read(hide(evil()).replace('Id="list"', id))
          expect(answer.signature).toBe('invalid')
          expect(listTrustAnchors(answer)).toEqual([])
        }
      }
    },
  )
  it('signed properties that stand elsewhere under the same identifier', async () => {
    const properties = /<xades:SignedProperties .*<\/xades:SignedProperties>/s.exec(signed)?.[0] ?? ''
    const moved = signed
      .replace(properties, properties.replace('2026-08-01T00:00:00Z<', '2030-01-01T00:00:00Z<'))
      .replace('</ds:Signature>', `<ds:Object>${properties}</ds:Object></ds:Signature>`)
    expect(await troubleOf(moved)).toBe('digest')
    const twice = signed.replace(
      '</ds:Signature>',
      `<ds:Object><xades:QualifyingProperties xmlns:xades="http://uri.etsi.org/01903/v1.3.2#" Target="#sig">${properties}</xades:QualifyingProperties></ds:Object></ds:Signature>`,
    )
    expect(await troubleOf(twice)).toBe('form')
  })
})

describe('edges', () => {
  it('comments and the writing of empty elements and attributes do not matter; what is read stays the same', async () => {
    const commented = signed
      .replace('/granted<', '/gra<!-- not -->nted<')
      .replace('<!-- A list for tests; <nothing> in it is real. -->', '')
      .replace(
        'TSLTag="http://uri.etsi.org/19612/TSLTag" Id="list"',
        "Id='list'\n  TSLTag='http://uri.etsi.org/19612/TSLTag'",
      )
    const answer = await read(commented)
    expect(answer.signature).toBe('valid')
    expect(listTrustAnchors(answer).length).toBe(1)
  })
  it('lines that end as Windows writes them do not matter', async () => {
    expect(await troubleOf(signed.replaceAll('\n', '\r\n'))).toBe(undefined)
  })
  it('no damage makes a list say something else and hold', async () => {
    const good = JSON.stringify(listTrustAnchors(await read(signed)))
    const damage = fc.tuple(fc.nat(signed.length), fc.nat(3), fc.string({ maxLength: 3 }))
    await fc.assert(
      fc.asyncProperty(damage, async ([start, length, inserted]) => {
        const damaged = signed.slice(0, start) + inserted + signed.slice(start + length)
        const answer = await read(damaged).catch((error) => {
          expect(error.code).toBe('adapters/trusted-list-unreadable')
        })
        if (answer?.signature !== 'valid') return
        expect(JSON.stringify(listTrustAnchors(answer))).toBe(good)
        expect(answer.sequenceNumber).toBe(7)
      }),
      { numRuns: 300 },
    )
  })
})

import { beforeAll, describe, expect, it } from 'vitest'
import { instant } from '../../src/date.ts'
import { createVerifier, type ValidationReport, verifyDocument } from '../../src/validation/index.ts'
import { appendTo } from '../kit/attacks/append.ts'
import { signedDocument } from '../kit/changed-document.ts'
import { plainDocument, type Signing, signedAt, signWhole, startSigning } from '../kit/signed-document.ts'

let signing: Signing

beforeAll(async () => {
  signing = await startSigning()
})

/** Codes of the findings of the first signature that are not good. */
const complaints = ({ signatures }: ValidationReport) =>
  signatures[0]?.findings.filter(({ outcome }) => outcome === 'failed').map(({ code }) => code)

describe('what it gives', () => {
  it('passes a signature whose chain leads to a trusted root', async () => {
    const report = await verifyDocument(await signWhole(signing), { trust: signing.trust, at: signedAt })
    expect(report.signatures.map(({ indication, coverage }) => `${indication} ${coverage}`)).toEqual([
      'TOTAL-PASSED entire-file',
    ])
    expect(report.document).toMatchObject({ indication: 'TOTAL-PASSED', subIndication: null })
    expect(report.signatures[0]?.signer?.subject).toContain('Người ký thử')
  })
  it('passes every level that our own signer makes', async () => {
    const verifier = createVerifier({ trust: signing.trust })
    for (const level of ['B-B', 'B-T', 'B-LT', 'B-LTA'] as const) {
      const report = await verifier.verify(await signWhole(signing, { level }), { at: signedAt })
      expect(report.signatures.map(({ indication }) => indication)).toEqual(
        level === 'B-LTA' ? ['TOTAL-PASSED', 'TOTAL-PASSED'] : ['TOTAL-PASSED'],
      )
    }
  })
})

describe('what it refuses', () => {
  it('says loudly that there is no signature', async () => {
    const report = await verifyDocument(plainDocument, { trust: signing.trust, at: signedAt })
    expect(report).toMatchObject({ signatures: [], document: { indication: null } })
    expect(report.document.findings[0]).toMatchObject({ code: 'validation/no-signature', outcome: 'failed' })
  })
  it('fails a document of which one byte was changed', async () => {
    const signed = await signWhole(signing)
    signed[60] = (signed[60] ?? 0) ^ 1
    const report = await verifyDocument(signed, { trust: signing.trust, at: signedAt })
    expect(report.signatures[0]).toMatchObject({ indication: 'TOTAL-FAILED', subIndication: 'HASH_FAILURE' })
  })
  it('leaves open what no trusted root vouches for', async () => {
    const report = await verifyDocument(await signWhole(signing), { trust: [], at: signedAt })
    expect(report.document).toMatchObject({
      indication: 'INDETERMINATE',
      subIndication: 'NO_CERTIFICATE_CHAIN_FOUND',
    })
    expect(complaints(report)).toEqual(['validation/chain-not-found'])
  })
  it('leaves open a certificate that has expired, where nothing proves when it signed', async () => {
    const report = await verifyDocument(await signWhole(signing), {
      trust: signing.trust,
      at: instant('2031-01-01T00:00'),
    })
    expect(report.document).toMatchObject({ subIndication: 'OUT_OF_BOUNDS_NO_POE' })
  })
})

describe('edges', () => {
  it.each([1, 2, 3, 4, 11, 13, 14, 15, 18, 19, 40])(
    'tells object %s nested without end in a finding, and throws nothing',
    async (number) => {
      const bytes = appendTo(signedDocument(), { objects: { [number]: '['.repeat(5000) } })
      const { document, signatures } = await verifyDocument(bytes, { trust: [], at: signedAt })
      expect(document.indication).not.toBe('TOTAL-PASSED')
      const findings = [document, ...signatures].flatMap((each) => each.findings)
      expect(findings.some(({ outcome }) => outcome === 'failed')).toBe(true)
    },
  )

  it('tells bytes that are no PDF in a finding', async () => {
    const report = await verifyDocument(new Uint8Array([1, 2, 3]), { trust: [], at: signedAt })
    expect(report.document.findings[0]).toMatchObject({ code: 'validation/document-unreadable' })
  })
})

describe('what it must not touch', () => {
  it('leaves the bytes of the document as they are', async () => {
    const signed = await signWhole(signing, { level: 'B-LT' })
    const before = signed.slice()
    await verifyDocument(signed, { trust: signing.trust, at: signedAt })
    expect(signed).toEqual(before)
  })
})

import { describe, expect, it } from 'vitest'
import { type SignatureReport, writeXmlReport } from '../../../src/validation/index.ts'
import { findingOf, reportOf, signatureOf } from '../../kit/report-of.ts'
import { day } from '../../kit/timeline.ts'

const xmlOf = (...signatures: readonly SignatureReport[]) => writeXmlReport(reportOf(signatures))
/** What stands between the tags of one name. */
const contentsOf = (xml: string, name: string) =>
  [...xml.matchAll(new RegExp(`<${name}(?: [^>]*)?>(.*?)</${name}>`, 'g'))].map(([, inner]) => inner)

describe('what it gives', () => {
  it.each([
    ['TOTAL-PASSED', null, 'total-passed', []],
    ['INDETERMINATE', 'NO_POE', 'indeterminate', ['urn:etsi:019102:subindication:NO_POE']],
    ['TOTAL-FAILED', 'HASH_FAILURE', 'total-failed', ['urn:etsi:019102:subindication:HASH_FAILURE']],
  ] as const)('the status %s with %s', (indication, subIndication, main, sub) => {
    const xml = xmlOf(signatureOf({ indication, subIndication, findings: [] }))
    expect(contentsOf(xml, 'MainIndication')).toEqual([`urn:etsi:019102:mainindication:${main}`])
    expect(contentsOf(xml, 'SubIndication')).toEqual(sub)
  })

  it('every finding as a constraint with its own status; what is not checked never as passed', () => {
    const outcomes = ['ok', 'failed', 'warning', 'not-checked'] as const
    const xml = xmlOf(signatureOf({ findings: outcomes.map((outcome) => findingOf('chain', outcome)) }))
    expect(
      contentsOf(xml, 'ValidationStatus').map((each) => /indication:(\w+)</.exec(each ?? '')?.[1]),
    ).toEqual(['passed', 'failed', 'indeterminate', 'indeterminate'])
    expect(contentsOf(xml, 'ValidationConstraintIdentifier')[3]).toBe(
      'urn:motcua:finding:validation/chain-not-checked',
    )
  })

  it('the claimed time, the proved one or else that of the validation, and the certificate by its digest', () => {
    const xml = xmlOf(signatureOf({ provenAt: day(-3) }), signatureOf())
    expect(contentsOf(xml, 'Time')).toEqual([day(0), day(0)])
    expect(contentsOf(xml, 'POETime')).toEqual([day(-3), day(0)])
    expect(contentsOf(xml, 'ds:DigestValue')).toEqual(
      Array(2).fill(Buffer.from('ab'.repeat(32), 'hex').toString('base64')),
    )
    for (const id of ['certificate-0', 'certificate-1']) expect(xml).toContain(`VOReference="${id}"`)
  })
})

describe('what it refuses', () => {
  it('to give a document without signatures a status of the standard', () => {
    const xml = writeXmlReport(reportOf([], [findingOf('document', 'failed')]))
    expect(contentsOf(xml, 'SignatureValidationStatus')).toEqual([
      '<MainIndication>urn:motcua:mainindication:no-signature</MainIndication>',
    ])
    expect(xml).toContain('urn:motcua:finding:validation/document-failed')
  })
})

describe('edges', () => {
  it('leaves out who signed and when where nobody knows', () => {
    const xml = xmlOf(signatureOf({ signer: null, claimedAt: null }))
    expect(xml).not.toMatch(/SignerInformation|SigningTime|SignatureValidationObjects/)
  })

  it('gives each signature and each certificate a name of its own', () => {
    const xml = xmlOf(signatureOf(), signatureOf({ signer: null }), signatureOf())
    const ids = [...xml.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id)
    expect(new Set(ids).size).toBe(ids.length)
    for (const [, id] of xml.matchAll(/VOReference="([^"]+)"/g)) expect(ids).toContain(id)
  })
})

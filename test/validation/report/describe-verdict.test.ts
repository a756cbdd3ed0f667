import { describe, expect, it } from 'vitest'
import { describeVerdict } from '../../../src/validation/index.ts'
import { changeOf, findingOf, hostileSignature, reportOf, signatureOf } from '../../kit/report-of.ts'

describe('what it gives', () => {
  it('the verdict on the document with its findings in one language', () => {
    const report = reportOf([signatureOf()], [findingOf('document', 'ok')])
    for (const [language, message] of [
      ['vi', 'câu'],
      ['en', 'words'],
    ] as const) {
      expect(describeVerdict(report, language).document).toEqual({
        indication: 'TOTAL-PASSED',
        subIndication: null,
        findings: [{ check: 'document', outcome: 'ok', code: 'validation/document-ok', message }],
      })
    }
  })

  it('of each signature exactly what the command line promises, in that order', () => {
    const [signature] = describeVerdict(reportOf(), 'en').signatures
    expect(Object.keys(signature ?? {})).toEqual([
      'field',
      'kind',
      'level',
      'indication',
      'subIndication',
      'coverage',
      'modification',
      'docMdp',
      'signer',
      'claimedAt',
      'provenAt',
      'findings',
    ])
    expect(Object.keys(signature?.signer ?? {})).toEqual([
      'subject',
      'issuer',
      'serial',
      'notBefore',
      'notAfter',
    ])
  })

  it('the values as the report has them', () => {
    const given = signatureOf({
      kind: 'timestamp',
      level: null,
      indication: 'TOTAL-FAILED',
      subIndication: 'HASH_FAILURE',
      coverage: 'partial',
      modification: 'other',
      docMdp: { level: 2, ok: false },
    })
    const [signature] = describeVerdict(reportOf([given]), 'en').signatures
    const { kind, level, indication, subIndication, coverage, modification, docMdp, claimedAt, provenAt } =
      given
    expect(signature).toMatchObject({
      ...{ kind, level, indication, subIndication, coverage, modification, docMdp, claimedAt, provenAt },
      signer: { serial: '1f', subject: 'CN=Người ký thử' },
    })
  })

  it('every signature and every finding, in their order', () => {
    const findings = (['failed', 'ok', 'warning', 'not-checked'] as const).map((outcome) =>
      findingOf('chain', outcome),
    )
    const signatures = ['A', 'B', 'C'].map((field) => signatureOf({ field, findings }))
    const verdict = describeVerdict(reportOf(signatures), 'en')
    expect(verdict.signatures.map(({ field }) => field)).toEqual(['A', 'B', 'C'])
    for (const signature of verdict.signatures)
      expect(signature.findings.map(({ outcome }) => outcome)).toEqual([
        'failed',
        'ok',
        'warning',
        'not-checked',
      ])
  })
})

describe('what it refuses', () => {
  it('to carry changes, attacks, places or facts along', () => {
    const full = { ...hostileSignature(), changes: [changeOf()] }
    const [signature] = describeVerdict(reportOf([full]), 'en').signatures
    expect(signature).not.toHaveProperty('changes')
    expect(signature).not.toHaveProperty('attacks')
    expect(signature?.findings.map((finding) => Object.keys(finding))).toEqual([
      ['check', 'outcome', 'code', 'message'],
    ])
  })
})

describe('edges', () => {
  it('no signature at all, and one whose signer nobody knows', () => {
    expect(describeVerdict(reportOf([]), 'vi')).toEqual({
      document: { indication: null, subIndication: null, findings: [] },
      signatures: [],
    })
    const [signature] = describeVerdict(reportOf([signatureOf({ signer: null })]), 'vi').signatures
    expect(signature?.signer).toBeNull()
  })
})

describe('what it must not touch', () => {
  it('the report, and nothing in the verdict leads back into it', () => {
    const report = reportOf()
    const copy = structuredClone(report)
    const [signature] = describeVerdict(report, 'en').signatures
    expect(report).toEqual(copy)
    expect(signature?.signer).not.toBe(report.signatures[0]?.signer)
  })
})

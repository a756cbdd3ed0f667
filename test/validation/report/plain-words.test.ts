import { describe, expect, it } from 'vitest'
import {
  explainReport,
  explainSignature,
  isAllPassed,
  type SignatureReport,
  type SubIndication,
} from '../../../src/validation/index.ts'
import { judgeTone, listRemarks } from '../../../src/validation/report/plain-words.ts'
import { indicationOf } from '../../../src/validation/report/report-signature.ts'
import { subIndications } from '../../../src/validation/verdict.ts'
import { findingOf, reportOf, signatureOf } from '../../kit/report-of.ts'

const because = (subIndication: SubIndication): Partial<SignatureReport> => ({
  subIndication,
  indication: indicationOf(subIndication),
})
const attack = (stage: 'carried-out' | 'suspected') => ({
  attacks: [
    {
      name: 'shadow-hide',
      variant: 'x',
      stage,
      place: '',
      pageNumber: undefined,
      message: { vi: '', en: '' },
    } as const,
  ],
})
const stamp = (more: Partial<SignatureReport> = {}) => signatureOf({ kind: 'timestamp', ...more })
const failed = findingOf('seed-value', 'failed')

describe('what it gives', () => {
  it.each<[string, readonly SignatureReport[], string, string]>([
    ['one that passed', [signatureOf()], 'good', 'The signature of this document is valid'],
    [
      'two that passed',
      [signatureOf(), signatureOf()],
      'good',
      'All 2 signatures of this document are valid',
    ],
    ['one and its timestamp', [signatureOf(), stamp()], 'good', 'The signature of this document is valid'],
    [
      'one of two left open',
      [signatureOf(), signatureOf(because('REVOKED_NO_POE'))],
      'doubtful',
      'There is NOT enough to rely on this document: 1 of 2 signatures valid',
    ],
    [
      'one of two broken',
      [signatureOf(), signatureOf(because('HASH_FAILURE'))],
      'bad',
      'This document should NOT be relied on: 1 of 2 signatures valid',
    ],
    [
      'an attack on one left open',
      [signatureOf({ ...because('NO_CERTIFICATE_CHAIN_FOUND'), ...attack('carried-out') })],
      'bad',
      'This document should NOT be relied on: 0 of 1 signatures valid',
    ],
    ['timestamps alone', [stamp()], 'bad', 'Nobody has signed the document; it carries only timestamps'],
  ])('the sentence on %s', (_, signatures, tone, en) => {
    expect(explainReport(reportOf(signatures))).toMatchObject({ tone, en })
  })

  it('why there is no signature', () => {
    const none = reportOf([], [findingOf('document', 'failed', { message: { vi: 'hỏng', en: 'broken' } })])
    expect(explainReport(none)).toMatchObject({ tone: 'bad', en: 'NO signature was confirmed: broken' })
  })

  it.each(subIndications.map((name) => [name]))('a reason of its own, in both languages, for %s', (name) => {
    const { vi, en } = explainSignature(signatureOf(because(name)))
    const others = subIndications.filter((other) => other !== name)
    expect(vi).not.toBe(en)
    expect(others.map((other) => explainSignature(signatureOf(because(other))).en)).not.toContain(en)
    expect(en).toMatch(indicationOf(name) === 'TOTAL-FAILED' ? /is NOT valid: / : /cannot be called valid: /)
  })

  it('what a good verdict must not hide: a suspicion, and revocation nobody answered for', () => {
    const open = findingOf('revocation', 'not-checked', { code: 'validation/revocation-none' })
    const remarksOf = (more: Partial<SignatureReport>) => listRemarks(reportOf([signatureOf(more)])).length
    expect(
      [{}, attack('suspected'), { findings: [open] }, { ...attack('suspected'), findings: [open] }].map(
        remarksOf,
      ),
    ).toEqual([0, 1, 1, 2])
    expect(remarksOf({ ...because('HASH_FAILURE'), ...attack('suspected') })).toBe(0)
  })
})

describe('what it refuses', () => {
  it.each<[string, Parameters<typeof reportOf>]>([
    ['no signature', [[]]],
    ['timestamps alone', [[stamp()]]],
    ['a signature left open', [[signatureOf(because('NO_POE'))]]],
    ['a timestamp left open', [[signatureOf(), stamp(because('NO_POE'))]]],
    ['a failed finding of a signature', [[signatureOf({ findings: [failed] })]]],
    ['a failed finding of the document', [[signatureOf()], [failed]]],
  ])('to call %s all passed', (_, parts) => {
    expect(isAllPassed(reportOf(...parts))).toBe(false)
    expect(explainReport(reportOf(...parts)).tone).not.toBe('good')
  })
})

describe('edges', () => {
  it('an attack that was carried out outweighs what was left open, a suspicion does not', () => {
    const tones = [{}, attack('suspected'), attack('carried-out')].map((more) =>
      judgeTone(signatureOf({ ...because('NO_POE'), ...more })),
    )
    expect(tones).toEqual(['doubtful', 'doubtful', 'bad'])
  })

  it('says what came after a good signature; of a detached one nothing', () => {
    const { en } = explainSignature(signatureOf({ modification: 'annotations' }))
    expect(en).toContain('NOTE: comments were put on its pages since')
    expect(explainSignature(signatureOf({ modification: null })).en).toBe('The signature is valid')
  })
})

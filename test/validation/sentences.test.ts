import { describe, expect, it } from 'vitest'
import type { PkiFinding } from '../../src/pki/index.ts'
import { checkSentences } from '../../src/validation/check-sentences.ts'
import { checkNames } from '../../src/validation/index.ts'
import {
  adoptFinding,
  checkOfSignerFinding,
  makeFinding,
  type ValidationCode,
  weighFinding,
} from '../../src/validation/sentences.ts'
import { findingOf } from '../kit/report-of.ts'

const codes = Object.keys(checkSentences) as ValidationCode[]
const ofPki = (code: PkiFinding['code'], outcome: PkiFinding['outcome'] = 'failed'): PkiFinding => ({
  code,
  outcome,
  severity: 'error',
  place: 'signedAttrs',
  message: { vi: 'câu', en: 'words' },
  facts: { a: 1 },
})

describe('what it gives', () => {
  it.each(codes)('a whole finding of %s, in two languages that differ', (code) => {
    const { check, outcome, severity, message, place, facts } = makeFinding(code, 'Sig1', { a: 1 })
    expect(code).toMatch(/^validation\/[a-z0-9-]+$/)
    expect(checkNames).toContain(check)
    expect([place, facts]).toEqual(['Sig1', { a: 1 }])
    expect(message.vi.length).toBeGreaterThan(4)
    expect(message.vi).not.toBe(message.en)
    expect(message.vi).toBe(message.vi.normalize('NFC'))
    expect(severity === 'error').toBe(outcome === 'failed')
    expect(severity === 'info').toBe(outcome === 'ok')
    // The reports put the full stop.
    expect(`${message.vi}${message.en}`).not.toMatch(/[.!]$/)
  })

  it.each<[string, PkiFinding['code']]>([
    ['digest', 'pki/message-digest-differs'],
    ['digest', 'pki/content-missing'],
    ['signing-certificate', 'pki/signing-certificate-differs'],
    ['signing-certificate', 'pki/signer-certificate-not-found'],
    ['attributes', 'pki/attribute-repeated'],
    ['attributes', 'pki/algorithm-protection-differs'],
    ['algorithm', 'pki/digest-algorithms-differ'],
    ['algorithm', 'pki/digest-algorithm-misnamed'],
  ])('the check %s to which %s belongs', (check, code) => {
    expect(checkOfSignerFinding(ofPki(code))).toBe(check)
  })

  it('the check of the signature to what belongs to no other', () => {
    expect(checkOfSignerFinding(ofPki('pki/signature-invalid'))).toBe('signature')
  })
})

describe('what it refuses', () => {
  it('to change code, place, words or facts of what it takes over', () => {
    const { code, place, message, facts } = ofPki('pki/attribute-broken')
    expect(adoptFinding(ofPki('pki/attribute-broken'), 'attributes', 'warning')).toEqual({
      ...{ code, place, message, facts },
      check: 'attributes',
      outcome: 'warning',
      severity: 'warning',
    })
  })
})

describe('edges', () => {
  it('keeps the outcome that a finding has where no other is asked for', () => {
    expect(adoptFinding(ofPki('pki/attribute-broken', 'warning'), 'attributes')).toMatchObject({
      outcome: 'warning',
      severity: 'warning',
    })
  })

  it('gives each outcome the severity that goes with it', () => {
    const severities = (['ok', 'failed', 'warning', 'not-checked'] as const).map(
      (outcome) => weighFinding(findingOf('chain', 'ok'), outcome).severity,
    )
    expect(severities).toEqual(['info', 'error', 'warning', 'warning'])
  })
})

describe('what it must not touch', () => {
  it('the finding that it weighs', () => {
    const finding = findingOf('chain', 'failed')
    weighFinding(finding, 'ok')
    expect(finding).toEqual(findingOf('chain', 'failed'))
  })
})

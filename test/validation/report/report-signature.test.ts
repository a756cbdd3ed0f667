import { beforeAll, describe, expect, it } from 'vitest'
import type { ValidationFinding } from '../../../src/validation/finding.ts'
import {
  createVerifier,
  explainReport,
  isAllPassed,
  type SubIndication,
} from '../../../src/validation/index.ts'
import { etsiPolicy } from '../../../src/validation/policy.ts'
import { applyWeights, conclude, indicationOf } from '../../../src/validation/report/report-signature.ts'
import { troubleOf } from '../../../src/validation/trouble.ts'
import { attacks } from '../../kit/attacks/catalogue.ts'
import { createSampleSigner } from '../../kit/attacks/sample.ts'
import { signedAt } from '../../kit/signed-document.ts'

const failed = (check: ValidationFinding['check'], outcome: ValidationFinding['outcome'] = 'failed') => ({
  code: `validation/${check}`,
  check,
  outcome,
  severity: 'error' as const,
  place: '',
  message: { vi: '', en: '' },
  facts: {},
})
const trouble = (subIndication?: SubIndication) =>
  subIndication === undefined ? { trouble: undefined } : { trouble: troubleOf(subIndication) }

describe('what it gives', () => {
  it.each([
    ['nothing that failed', undefined, [failed('chain', 'ok'), failed('attack', 'warning')], undefined],
    ['an attack alone', undefined, [failed('attack')], 'FORMAT_FAILURE'],
    ['constraints beside an attack', undefined, [failed('permission'), failed('attack')], 'FORMAT_FAILURE'],
    ['a fault of the signature that a policy fails', undefined, [failed('signature')], 'SIG_CRYPTO_FAILURE'],
    ['constraints alone', undefined, [failed('seed-value')], 'SIG_CONSTRAINTS_FAILURE'],
    ['cryptography beside an attack', 'HASH_FAILURE', [failed('attack')], 'HASH_FAILURE'],
    [
      'no chain beside an attack',
      'NO_CERTIFICATE_CHAIN_FOUND',
      [failed('attack')],
      'NO_CERTIFICATE_CHAIN_FOUND',
    ],
    ['what is not checked', undefined, [failed('revocation', 'not-checked')], undefined],
  ] as const)('the sub-indication of %s', (_, of, findings, expected) => {
    expect(conclude(trouble(of), findings)).toBe(expected)
  })

  it('the main status of table 2', () => {
    expect(indicationOf(undefined)).toBe('TOTAL-PASSED')
    expect(indicationOf('FORMAT_FAILURE')).toBe('TOTAL-FAILED')
    expect(indicationOf('SIG_CONSTRAINTS_FAILURE')).toBe('INDETERMINATE')
  })
})

describe('an attack that was carried out', () => {
  let signer: Awaited<ReturnType<typeof createSampleSigner>>
  beforeAll(async () => {
    signer = await createSampleSigner()
  })
  const carriedOut = attacks.filter(({ isSuspicion }) => !isSuspicion)
  const named = carriedOut.map((attack) => [`${attack.name}: ${attack.title}`, attack] as const)

  it.each(named)(
    'is told as one without a trusted chain as well: %s',
    async (_, { name, sample, attack }) => {
      const bytes = attack(await signer.make(sample))
      const report = await createVerifier({ trust: [] }).verify(bytes, { at: signedAt })
      const findings = report.signatures.flatMap((signature) => signature.findings)
      expect(findings).toContainEqual(
        expect.objectContaining({ code: `validation/attack-${name}`, outcome: 'failed', severity: 'error' }),
      )
      expect(isAllPassed(report)).toBe(false)
      expect(explainReport(report).tone).toBe('bad')
    },
  )
})

describe('the weights of a policy', () => {
  const weigh = (weights: typeof etsiPolicy.weights, ...findings: ValidationFinding[]) =>
    applyWeights(findings, { ...etsiPolicy, weights }).map(({ check, outcome }) => `${check} ${outcome}`)

  it('turn a finding by its code or by its check, the code first', () => {
    expect(weigh({ attack: 'warn' }, failed('attack'))).toEqual(['attack warning'])
    expect(weigh({ timestamp: 'fail' }, failed('timestamp', 'not-checked'))).toEqual(['timestamp failed'])
    expect(weigh({ 'validation/chain': 'ignore', chain: 'fail' }, failed('chain', 'warning'))).toEqual([])
  })

  it('leave alone what is good, and what they do not name', () => {
    expect(weigh({ chain: 'fail' }, failed('chain', 'ok'), failed('level', 'warning'))).toEqual([
      'chain ok',
      'level warning',
    ])
    expect(weigh({ chain: 'ignore' }, failed('chain', 'ok'))).toEqual(['chain ok'])
  })

  it('do not mend what stopped a building block', () => {
    const findings = applyWeights([failed('signature')], { ...etsiPolicy, weights: { signature: 'ignore' } })
    expect(conclude(trouble('SIG_CRYPTO_FAILURE'), findings)).toBe('SIG_CRYPTO_FAILURE')
  })
})

import { describe, expect, it } from 'vitest'
import { obeysRules, ruleWords } from '../../src/dossier/rules.ts'
import { validateDossier } from '../../src/dossier/validate.ts'
import { broken, copyOf, fullDossier, smallDossier, typedDossier } from '../kit/dossiers.ts'

/** The codes and places of what is wrong. */
function breachesOf(value: unknown): string[] {
  const verdict = validateDossier(value)
  return verdict.ok ? [] : verdict.issues.map(({ code, path }) => `${code} ${path.join('.')}`)
}

const paper = fullDossier.papers[0]

describe('what it gives', () => {
  it('lets a dossier without faults pass', () => {
    expect([breachesOf(fullDossier), breachesOf(smallDossier)]).toEqual([[], []])
    expect(obeysRules(typedDossier)).toBe(true)
  })
  it('has words for every rule in both languages', () => {
    for (const { vi, en } of Object.values(ruleWords)) expect([vi, en]).not.toContain('')
  })
})

describe('what it refuses', () => {
  it.each([
    [
      'an owner without an authorisation',
      broken(['authorisation'], undefined),
      'owner-without-authorisation authorisation',
    ],
    ['an authorisation without an owner', broken(['owner'], undefined), 'authorisation-without-owner owner'],
    [
      'an authorisation proved by no paper',
      broken(['authorisation', 'paper'], 'XX'),
      'authorisation-paper-missing authorisation.paper',
    ],
    ['a paper that is listed twice', broken(['papers', 1, 'code'], paper.code), 'paper-twice papers.1.code'],
    // Indicator 4.2 of QĐ 766/QĐ-TTg counts a paper as digitised only where there is a file.
    [
      'a digitised paper without a file',
      broken(['papers', 0, 'files'], []),
      'digitised-without-file papers.0.files',
    ],
    [
      'a reused paper without a source',
      broken(['papers', 1, 'reuse'], undefined),
      'reuse-without-source papers.1.reuse',
    ],
    [
      'a source of reuse without reuse',
      broken(['papers', 1, 'digitised'], 0),
      'source-without-reuse papers.1.digitised',
    ],
    // Two levels since 1/7/2025.
    [
      'a district after districts ended',
      broken(['applicant', 'address', 'units', 'districtCode'], '001'),
      'district-abolished applicant.address.units.districtCode',
    ],
    // Check vectors of regulation 4: 0100233480 and 0100109107 are wrong.
    [
      'a tax code with a wrong check digit',
      broken(['owner', 'taxCode'], '0100233480'),
      'tax-code-not-issued owner.taxCode',
    ],
    [
      'another such tax code',
      broken(['owner', 'taxCode'], '0100109107'),
      'tax-code-not-issued owner.taxCode',
    ],
    ['a branch 000', broken(['owner', 'taxCode'], '0100109106-000'), 'tax-code-not-issued owner.taxCode'],
    [
      'a collector with a wrong tax code',
      broken(['payments', 0, 'receipt', 'collectorTaxCode'], '0100233480'),
      'tax-code-not-issued payments.0.receipt.collectorTaxCode',
    ],
    [
      'a receipt for another amount',
      broken(['payments', 0, 'receipt', 'amountVnd'], 1),
      'receipt-differs payments.0.receipt.amountVnd',
    ],
    [
      'a payment of a fee that is not owed',
      broken(['payments', 0, 'fees', 0], 'LP-99'),
      'fee-unknown payments.0.fees.0',
    ],
    [
      'a round that is not the next',
      broken(['supplements', 0, 'round'], 2),
      'round-order supplements.0.round',
    ],
    [
      'a round that is done but not answered',
      broken(['supplements', 0, 'answeredAt'], undefined),
      'round-not-answered supplements.0.answeredAt',
    ],
    [
      'an answer before its request',
      broken(['supplements', 0, 'answeredAt'], '2026-08-30T09:00:00.000+07:00'),
      'time-order supplements.0.answeredAt',
    ],
    [
      'a reception before the submission',
      broken(['progress', 'receivedAt'], '2026-08-27T09:00:00.000+07:00'),
      'time-order progress.receivedAt',
    ],
    [
      'a result that ends before it starts',
      broken(['results', 0, 'validTo'], '2026-09-02'),
      'time-order results.0.validTo',
    ],
    [
      'a paper that ended before it was issued',
      broken(['applicant', 'identityPapers', 0, 'validTo'], '2020-01-01'),
      'time-order applicant.identityPapers.0.validTo',
    ],
    [
      'a status that asks for a moment',
      broken(['progress', 'finishedAt'], undefined),
      'status-without-time progress.finishedAt',
    ],
    ['decomposed text', broken(['note'], 'a\u0301'), 'not-composed note'],
  ] as const)('refuses %s', (_, dossier, expected) => {
    expect(breachesOf(dossier)).toContain(expected)
  })
  it('refuses a return by post where nobody has an address', () => {
    const copy = copyOf(smallDossier)
    expect(breachesOf({ ...copy, return: { manner: 'post' } })).toEqual([
      'post-without-address return.address',
    ])
  })
})

describe('edges', () => {
  // Valid vectors of regulation 4; a personal number of 12 digits carries no check digit (TT 86/2024/TT-BTC).
  it.each([
    '0100233488',
    '0314409058-002',
    '0100112437',
    '0312687878-001',
    '0100109106',
    '0100109106-001',
    '070090000001',
  ])('accepts the tax code %s', (taxCode) => {
    expect(breachesOf(broken(['owner', 'taxCode'], taxCode))).toEqual([])
  })
  it('lets an old address keep its district', () => {
    const units = { asOf: '2025-06-30', provinceCode: '70', districtCode: '689', communeCode: '25216' }
    expect(breachesOf(broken(['applicant', 'address', 'units'], units))).toEqual([])
  })
  it('accepts the address of the applicant for a return by post', () => {
    expect(breachesOf(broken(['return', 'address'], undefined))).toEqual([])
  })
  it('tells a structural fault only once, not as a broken rule again', () => {
    expect(breachesOf(broken(['owner', 'taxCode'], 'abc'))).toEqual(['invalid_format owner.taxCode'])
  })
})

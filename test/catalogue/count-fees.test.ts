import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { countFees, type FeeItem, type FeeSituation } from '../../src/catalogue/index.ts'
import { isoDate } from '../../src/date.ts'

const situation: FeeSituation = { on: isoDate('2026-09-01'), channel: 'direct' }

function feeOf(...rates: FeeItem['rates']): { fees: FeeItem[] } {
  return { fees: [{ code: 'LP', name: 'Lệ phí', class: 'charge', rates }] }
}

/** Đạ Tẻh as published: 2,000 a copy, from page 3 on 1,000 a page, 100,000 a copy at most. */
const certifiedCopy = feeOf({
  amount: {
    kind: 'per-page',
    tiers: [
      { fromPage: 1, amountVnd: 2000, per: 'copy' },
      { fromPage: 3, amountVnd: 1000, per: 'page' },
    ],
    capVnd: 100_000,
  },
})

describe('what it gives', () => {
  it.each([
    [1, 2000],
    [2, 2000],
    [3, 3000],
    [10, 10_000],
    [100, 100_000],
    [500, 100_000],
  ])('counts %i pages of one copy as %i dong', (pages, amountVnd) => {
    expect(countFees(certifiedCopy, { ...situation, pages }).totalVnd).toBe(amountVnd)
  })
  it('caps each copy by itself', () => {
    expect(countFees(certifiedCopy, { ...situation, pages: 500, copies: 3 }).totalVnd).toBe(300_000)
  })
  it('takes the most favourable of several reductions and names the others (NQ 66.22/2026/NQ-CP, article 5(2))', () => {
    const fees = feeOf(
      { amount: { kind: 'fixed', amountVnd: 15_000 } },
      { amount: { kind: 'percent-off', percent: 50 }, channel: 'online', basis: 'NQ HĐND' },
      {
        amount: { kind: 'percent-off', percent: 80 },
        beneficiary: 'digital-citizen',
        validFrom: '2026-08-15',
        validTo: '2027-02-28',
      },
    )
    const digital = { ...situation, channel: 'online', beneficiaries: ['digital-citizen'] } as const
    const count = countFees(fees, digital)
    expect(count.totalVnd).toBe(3000)
    expect(count.choices[0]?.passedOver.map(({ amountVnd }) => amountVnd)).toEqual([7500, 15_000])
    expect(countFees(fees, { ...digital, on: isoDate('2027-03-01') }).totalVnd).toBe(7500)
    expect(countFees(fees, situation).totalVnd).toBe(15_000)
  })
  it('does not take a reduction off an amount that is reduced already', () => {
    const fees = feeOf(
      { amount: { kind: 'fixed', amountVnd: 10_000 } },
      { amount: { kind: 'fixed', amountVnd: 6000 }, channel: 'online' },
      { amount: { kind: 'percent-off', percent: 50 }, beneficiary: 'poor' },
    )
    expect(countFees(fees, { ...situation, channel: 'online', beneficiaries: ['poor'] }).totalVnd).toBe(5000)
  })
  it('lets the rate of a named case go before the general one, also where it is dearer', () => {
    const fees = feeOf(
      { amount: { kind: 'fixed', amountVnd: 50_000 } },
      { amount: { kind: 'fixed', amountVnd: 100_000 }, case: 'cấp nhanh' },
    )
    expect(countFees(fees, { ...situation, case: 'cấp nhanh' }).totalVnd).toBe(100_000)
    expect(countFees(fees, situation).totalVnd).toBe(50_000)
  })
  it('adds fees and charges, and comes to nothing where there are none', () => {
    const two = {
      fees: [
        ...certifiedCopy.fees,
        ...feeOf({ amount: { kind: 'fixed', amountVnd: 500, per: 'copy' } }).fees,
      ],
    }
    expect(countFees(two, { ...situation, pages: 2, copies: 2 }).totalVnd).toBe(5000)
    expect(countFees({ fees: [] }, situation)).toEqual({ choices: [], totalVnd: 0, findings: [] })
  })
})

describe('what it refuses', () => {
  it.each([
    ['catalogue/fee-needs-pages', certifiedCopy],
    [
      'catalogue/fee-undecided',
      feeOf({ amount: { kind: 'fixed', amountVnd: 1 } }, { amount: { kind: 'fixed', amountVnd: 2 } }),
    ],
    ['catalogue/fee-needs-case', feeOf({ amount: { kind: 'fixed', amountVnd: 1 }, case: 'mức 1' })],
    ['catalogue/fee-needs-reading', feeOf({ amount: { kind: 'unread', text: 'theo HĐND tỉnh' } })],
    [
      'catalogue/fee-not-laid-down',
      feeOf({ amount: { kind: 'fixed', amountVnd: 1 }, validTo: '2020-01-01' }),
    ],
  ])('says %s and gives no total', (code, fees) => {
    const count = countFees(fees, situation)
    expect(count.findings.map((finding) => finding.code)).toEqual([code])
    expect(count.totalVnd).toBeUndefined()
  })
})

describe('edges', () => {
  it('drops the fraction of a dong', () => {
    const fees = feeOf(
      { amount: { kind: 'fixed', amountVnd: 15_001 } },
      { amount: { kind: 'percent-off', percent: 50 } },
    )
    expect(countFees(fees, situation).totalVnd).toBe(7500)
  })
  it('never costs more for more reductions, nor less for more pages', () => {
    fc.assert(
      fc.property(
        fc.nat(1_000_000),
        fc.integer({ min: 1, max: 100 }),
        fc.nat(300),
        (amountVnd, percent, pages) => {
          const base = { amount: { kind: 'fixed', amountVnd } } as const
          const reduced = feeOf(base, { amount: { kind: 'percent-off', percent } })
          expect(countFees(reduced, situation).totalVnd).toBeLessThanOrEqual(amountVnd)
          const at = (count: number): number =>
            countFees(certifiedCopy, { ...situation, pages: count }).totalVnd ?? -1
          expect(at(pages + 1)).toBeGreaterThanOrEqual(at(pages))
        },
      ),
    )
  })
})

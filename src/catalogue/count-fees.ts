import type { IsoDate } from '../date.ts'
import type { Channel } from '../dossier/index.ts'
import type { Finding } from '../finding.ts'
import type { FeeItem, FeeRate } from './fee.ts'
import { buildFinding } from './messages.ts'
import type { Procedure } from './procedure.ts'

/** What decides which rates apply to a dossier. */
export interface FeeSituation {
  /** Day of receipt. */
  readonly on: IsoDate
  readonly channel: Channel
  /** Name of the case, as the rates write it. */
  readonly case?: string
  /** Groups that the applicant belongs to, as the rates write them. */
  readonly beneficiaries?: readonly string[]
  /** Copies that are made; 1 when absent. */
  readonly copies?: number
  /** Pages of one copy. */
  readonly pages?: number
}

/** An amount that could have been taken. */
export interface FeeCandidate {
  readonly amountVnd: number
  readonly rate: FeeRate
}

/** What one fee comes to, and the less favourable amounts that were passed over. */
export interface FeeChoice extends FeeCandidate {
  readonly item: Pick<FeeItem, 'code' | 'name' | 'class'>
  readonly passedOver: readonly FeeCandidate[]
}

/** What a dossier costs; `totalVnd` is absent while some fee could not be decided. */
export interface FeeCount {
  readonly choices: readonly FeeChoice[]
  readonly totalVnd?: number
  readonly findings: readonly Finding[]
}

/** Tells whether a rate is for this day, channel and applicant; cases are looked at separately. */
function appliesTo(rate: FeeRate, situation: FeeSituation): boolean {
  return (
    (rate.channel === undefined || rate.channel === situation.channel) &&
    (rate.validFrom === undefined || rate.validFrom <= situation.on) &&
    (rate.validTo === undefined || situation.on <= rate.validTo) &&
    (rate.beneficiary === undefined || (situation.beneficiaries ?? []).includes(rate.beneficiary))
  )
}

/** Keeps the rates of the chosen case; where there are such, the general ones stand back. */
function chooseCase(rates: readonly FeeRate[], name: string | undefined): readonly FeeRate[] {
  const reductions = rates.filter(
    (rate) => rate.amount.kind === 'percent-off' && (rate.case === undefined || rate.case === name),
  )
  const bases = rates.filter((rate) => rate.amount.kind !== 'percent-off')
  const ofCase = name === undefined ? [] : bases.filter((rate) => rate.case === name)
  const general = bases.filter((rate) => rate.case === undefined)
  return [...(ofCase.length > 0 ? ofCase : general), ...reductions]
}

/** Adds up the tiers of one copy of `pages` pages, and cuts at the cap. */
function countPages(amount: FeeRate['amount'] & { kind: 'per-page' }, pages: number): number {
  const tiers = [...amount.tiers].sort((a, b) => a.fromPage - b.fromPage)
  const sum = tiers.reduce((total, tier, index) => {
    if (tier.fromPage > pages) return total
    const lastPage = Math.min(pages, (tiers[index + 1]?.fromPage ?? Number.POSITIVE_INFINITY) - 1)
    return total + tier.amountVnd * (tier.per === 'copy' ? 1 : lastPage - tier.fromPage + 1)
  }, 0)
  return amount.capVnd === undefined ? sum : Math.min(sum, amount.capVnd)
}

/** What a rate comes to, or the finding that says why it cannot be told. */
function countBase(item: FeeItem, rate: FeeRate, situation: FeeSituation): FeeCandidate | Finding {
  const { amount } = rate
  const copies = situation.copies ?? 1
  if (amount.kind === 'fixed' && amount.per !== 'page')
    return { rate, amountVnd: amount.amountVnd * (amount.per === 'copy' ? copies : 1) }
  if (amount.kind === 'fixed' || amount.kind === 'per-page') {
    if (situation.pages === undefined)
      return buildFinding('catalogue/fee-needs-pages', item.code, { code: item.code })
    const one =
      amount.kind === 'fixed' ? amount.amountVnd * situation.pages : countPages(amount, situation.pages)
    return { rate, amountVnd: one * copies }
  }
  return buildFinding('catalogue/fee-needs-reading', item.code, { code: item.code })
}

/** The reduced amounts; a fraction of a dong is dropped, in the applicant's favour. */
function countReductions(rates: readonly FeeRate[], base: FeeCandidate): readonly FeeCandidate[] {
  return rates.flatMap((rate) =>
    rate.amount.kind === 'percent-off'
      ? [{ rate, amountVnd: Math.floor((base.amountVnd * (100 - rate.amount.percent)) / 100) }]
      : [],
  )
}

/** Says why there is nothing to choose from. */
function explainNothing(item: FeeItem, applicable: readonly FeeRate[]): Finding {
  const cases = [...new Set(applicable.flatMap((rate) => rate.case ?? []))]
  return cases.length > 0
    ? buildFinding('catalogue/fee-needs-case', item.code, { code: item.code, cases })
    : buildFinding('catalogue/fee-not-laid-down', item.code, { code: item.code })
}

/** Chooses the most favourable amount of one fee, or says why none can be chosen. */
function chooseRate(item: FeeItem, situation: FeeSituation): FeeChoice | readonly Finding[] {
  const applicable = item.rates.filter((rate) => appliesTo(rate, situation))
  const rates = chooseCase(applicable, situation.case)
  const counted = rates
    .filter((rate) => rate.amount.kind !== 'percent-off')
    .map((rate) => countBase(item, rate, situation))
  const findings = counted.filter((answer) => 'severity' in answer)
  const bases = counted.filter((answer) => 'rate' in answer)
  // Nothing is less than nothing: where the applicant goes free, the amounts in words need no reading.
  if (findings.length > 0 && !bases.some(({ amountVnd }) => amountVnd === 0)) return findings
  const plain = bases.filter(({ rate }) => rate.beneficiary === undefined && rate.channel === undefined)
  const amountsVnd = [...new Set(plain.map(({ amountVnd }) => amountVnd))]
  if (amountsVnd.length > 1)
    return [buildFinding('catalogue/fee-undecided', item.code, { code: item.code, amountsVnd })]
  // A reduction is taken off the general amount, never off one that is reduced already.
  const [base] = [...(plain.length > 0 ? plain : bases)].sort((a, b) => a.amountVnd - b.amountVnd)
  if (base === undefined) return [explainNothing(item, applicable)]
  const [best = base, ...passedOver] = [...bases, ...countReductions(rates, base)].sort(
    (a, b) => a.amountVnd - b.amountVnd,
  )
  return { item: { code: item.code, name: item.name, class: item.class }, ...best, passedOver }
}

/**
 * Counts what a dossier costs under the rates in force on its day.
 *
 * Where several rates or reductions apply, the most favourable is taken and the others are named
 * (NQ 66.22/2026/NQ-CP, article 5(2)). Two amounts that nothing tells apart are not decided by guessing the
 * lower one: that is a finding, and there is no total.
 *
 * @example
 * import { isoDate } from 'motcua'
 * import { countFees, findProcedure } from 'motcua/catalogue'
 * const procedure = findProcedure('2.000908')
 * countFees(procedure, { on: isoDate('2026-08-28'), channel: 'direct', copies: 3 }).totalVnd // 0
 */
export function countFees(procedure: Pick<Procedure, 'fees'>, situation: FeeSituation): FeeCount {
  const answers = procedure.fees.map((item) => chooseRate(item, situation))
  const choices = answers.flatMap((answer) => ('item' in answer ? [answer] : []))
  const findings = answers.flatMap((answer) => ('item' in answer ? [] : answer))
  if (findings.length > 0) return { choices, findings }
  return { choices, totalVnd: choices.reduce((sum, { amountVnd }) => sum + amountVnd, 0), findings }
}

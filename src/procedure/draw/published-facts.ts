/**
 * What the sheet and the listing say of the procedure itself: from the catalogue's record where one is given, else
 * from the definition.
 *
 * @module
 */
import type { FeeItem, Procedure, PublishedTerm } from '../../catalogue/index.ts'
import { formatTerm } from '../../deadline/index.ts'
import { closedLists } from '../../dossier/index.ts'
import { asTerm, localizeLabel, type ProcessDefinition } from '../definition.ts'

/** One paper with its counts in words. */
export interface ListedPaper {
  readonly name: string
  readonly originals: string
  readonly copies: string
}

/** The facts as printed; an empty list is an empty place. */
export interface PublishedFacts {
  readonly code: string
  readonly name: string
  readonly field: string | undefined
  readonly legalBases: readonly string[]
  readonly papers: readonly ListedPaper[]
  readonly sets: number | undefined
  readonly terms: readonly string[]
  readonly fees: readonly string[]
  readonly results: readonly string[]
  /** Only a record has these. */
  readonly subjects: readonly string[]
  readonly requirements: readonly string[]
  readonly agencies: readonly string[]
  readonly service: string | undefined
}

/** A count as a form writes it. */
function writeCount(count: number | undefined): string {
  return count === undefined || count === 0 ? '' : String(count)
}

/** A sum in dong. */
function writeVnd(amount: number): string {
  return `${String(amount).replace(/\B(?=(\d{3})+$)/g, '.')} đồng`
}

/** A rate in words. */
function writeRate({ amount, case: name, channel, beneficiary }: FeeItem['rates'][number]): string {
  const sum =
    amount.kind === 'fixed'
      ? writeVnd(amount.amountVnd)
      : amount.kind === 'per-page'
        ? amount.tiers.map((tier) => `${writeVnd(tier.amountVnd)} từ trang ${tier.fromPage}`).join(', ')
        : amount.kind === 'percent-off'
          ? `giảm ${amount.percent}%`
          : amount.text
  const only = [name, channel && closedLists.channels[channel].vi, beneficiary].filter(Boolean)
  return only.length === 0 ? sum : `${sum} (${only.join('; ')})`
}

/** A published term with its channel and case. */
function writeTerm(channel: keyof typeof closedLists.channels, { text, case: name }: PublishedTerm): string {
  return `${closedLists.channels[channel].vi}${name === undefined ? '' : ` – ${name}`}: ${text}`
}

/** The papers of a record, those of a case under its name. */
function listPapers(record: Procedure): readonly ListedPaper[] {
  return record.papers.flatMap(({ case: name, papers }) =>
    papers.map((paper) => {
      const copies = (paper.copies ?? 0) + paper.certifiedCopies + paper.photocopies
      return {
        name: name === undefined ? paper.name : `${paper.name} (${name})`,
        originals: writeCount(paper.originals),
        copies: writeCount(copies),
      }
    }),
  )
}

/** The facts of a record. */
function factsOfRecord(record: Procedure): PublishedFacts {
  const { level, partialReason } = record.service ?? {}
  const reason =
    partialReason === undefined ? '' : ` (${closedLists.partialServiceReasons[partialReason].vi})`
  return {
    code: record.code ?? record.id,
    name: record.name,
    field: record.field.name,
    legalBases: record.legalBases.map(({ number, title }) => (number ? `${number}: ${title}` : title)),
    papers: listPapers(record),
    sets: record.dossierSets,
    terms: record.manners.flatMap(({ channel, terms }) => terms.map((term) => writeTerm(channel, term))),
    fees: record.fees.flatMap(({ name, rates }) => rates.map((rate) => `${name}: ${writeRate(rate)}`)),
    results: record.results.map(({ name }) => name),
    subjects: record.subjects.map(({ text }) => text),
    requirements: record.requirements,
    agencies: record.agencies.map(({ name }) => name),
    service: level === undefined ? undefined : `${closedLists.serviceLevels[level].vi}${reason}`,
  }
}

/** The facts that a definition carries itself. */
function factsOfDefinition(definition: ProcessDefinition): PublishedFacts {
  const { procedure, field, legalBases, papers, dossierSets, fee, result } = definition
  const term = definition.termText ?? formatTerm(asTerm(definition.term), 'vi')
  const cases = (definition.cases ?? []).map(
    ({ title, term: own }) => `${localizeLabel(title).vi}: ${formatTerm(asTerm(own), 'vi')}`,
  )
  return {
    ...procedure,
    field: field?.name,
    legalBases: legalBases ?? [],
    papers: (papers ?? []).map(({ name, originals, copies }) => ({
      name,
      originals: writeCount(originals),
      copies: writeCount(copies),
    })),
    sets: dossierSets,
    terms: [term, ...cases],
    fees: fee === undefined ? [] : [fee],
    results: result === undefined ? [] : [localizeLabel(result.title).vi],
    subjects: [],
    requirements: [],
    agencies: definition.agency === undefined ? [] : [definition.agency],
    service: undefined,
  }
}

/** Gives the facts to print: each from the record where it says something, else from the definition. */
export function findFacts(definition: ProcessDefinition, record: Procedure | undefined): PublishedFacts {
  const own = factsOfDefinition(definition)
  if (record === undefined) return own
  const said = Object.entries(factsOfRecord(record)).filter(
    ([, value]) => value !== undefined && !(Array.isArray(value) && value.length === 0),
  )
  return { ...own, ...Object.fromEntries(said) }
}

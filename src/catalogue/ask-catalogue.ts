import type { IsoDate } from '../date.ts'
import {
  type Catalogue,
  type ChangeKind,
  type CodeMapping,
  isInForce,
  type ProcedureVersion,
} from './catalogue.ts'

/** Letters of a national code, with which a localised one begins. */
const NATIONAL_LENGTH = 8

/** Where to look, and for whom. */
export interface ProcedureQuestion {
  readonly catalogue: Catalogue
  /** The agency that asks; its own variant goes before the general version. */
  readonly agency?: string
}

/**
 * Finds the version of a procedure that applied on a day.
 *
 * The agency's own variant goes before the general version, and a localised code (`1.001193.000.00.00.H41`)
 * before the national one behind it. A code that was replaced is not followed: ask {@link findCodeMappings},
 * because another procedure than the one meant would be a surprise.
 *
 * @example
 * import { isoDate } from 'motcua'
 * import { emptyCatalogue, findProcedureOn } from 'motcua/catalogue'
 * findProcedureOn('2.000908', isoDate('2026-08-28'), { catalogue: emptyCatalogue }) // undefined
 */
export function findProcedureOn(
  code: string,
  date: IsoDate,
  { catalogue, agency }: ProcedureQuestion,
): ProcedureVersion | undefined {
  const inForce = catalogue.versions.filter((version) => isInForce(version, date))
  const find = (wanted: string, forAgency: string | undefined): ProcedureVersion | undefined =>
    inForce.find((version) => version.procedure.code === wanted && version.agency === forAgency)
  const codes = [...new Set([code, code.slice(0, NATIONAL_LENGTH)])]
  const variants = agency === undefined ? [undefined] : [agency, undefined]
  for (const wanted of codes) {
    for (const forAgency of variants) {
      const version = find(wanted, forAgency)
      if (version !== undefined) return version
    }
  }
  return undefined
}

/**
 * Finds all versions that applied on a day, the general ones and the variants, in order of code.
 *
 * @example
 * import { isoDate } from 'motcua'
 * import { emptyCatalogue, findProceduresOn } from 'motcua/catalogue'
 * findProceduresOn(isoDate('2026-08-28'), { catalogue: emptyCatalogue }) // []
 */
export function findProceduresOn(
  date: IsoDate,
  { catalogue, agency }: ProcedureQuestion,
): readonly ProcedureVersion[] {
  const keyOf = ({ procedure, agency: of }: ProcedureVersion): string =>
    `${procedure.code ?? procedure.id} ${of ?? ''}`
  return catalogue.versions
    .filter((version) => isInForce(version, date))
    .filter((version) => agency === undefined || version.agency === undefined || version.agency === agency)
    .sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1))
}

/**
 * Finds the codes that a code leads to by a day, step by step: an old code was replaced, its successor too.
 *
 * @example
 * import { isoDate } from 'motcua'
 * import { emptyCatalogue, findCodeMappings } from 'motcua/catalogue'
 * findCodeMappings('1.001193', isoDate('2026-08-28'), emptyCatalogue) // []
 */
export function findCodeMappings(code: string, until: IsoDate, catalogue: Catalogue): readonly CodeMapping[] {
  const found: CodeMapping[] = []
  const open = [{ code, since: '' }]
  for (let next = open.shift(); next !== undefined; next = open.shift()) {
    const { code: from, since } = next
    for (const mapping of catalogue.mappings) {
      const isNext = mapping.from === from && mapping.effectiveFrom >= since && mapping.effectiveFrom <= until
      if (!isNext || found.includes(mapping)) continue
      found.push(mapping)
      open.push({ code: mapping.to, since: mapping.effectiveFrom })
    }
  }
  return found
}

/**
 * Finds the codes whose place a code took, step by step: dossiers and printed forms still carry them.
 *
 * @example
 * import { emptyCatalogue, findFormerCodes } from 'motcua/catalogue'
 * findFormerCodes('1.001193', emptyCatalogue) // []
 */
export function findFormerCodes(code: string, catalogue: Catalogue): readonly CodeMapping[] {
  const found: CodeMapping[] = []
  const open = [{ code, before: '9999-12-31' }]
  for (let next = open.shift(); next !== undefined; next = open.shift()) {
    const { code: to, before } = next
    for (const mapping of catalogue.mappings) {
      if (mapping.to !== to || mapping.effectiveFrom > before || found.includes(mapping)) continue
      found.push(mapping)
      open.push({ code: mapping.from, before: mapping.effectiveFrom })
    }
  }
  return found
}

/** A quarter of a year. */
export interface Quarter {
  readonly year: number
  readonly quarter: 1 | 2 | 3 | 4
}

/** How many procedures the decisions of a quarter made new, amended, replaced and abolished. */
export interface ChangeCount extends Readonly<Record<ChangeKind, number>> {
  readonly total: number
  /** Numbers of the decisions, in the order in which they were signed. */
  readonly decisions: readonly string[]
}

/**
 * Counts what changed in a quarter, as the reports on procedure control do.
 *
 * A decision belongs to the quarter in which it was signed, also when it takes effect later; each procedure
 * in it counts once, under what the decision does to it.
 *
 * @example
 * import { countChanges, emptyCatalogue } from 'motcua/catalogue'
 * countChanges({ year: 2019, quarter: 1 }, emptyCatalogue).total // 0
 */
export function countChanges({ year, quarter }: Quarter, catalogue: Catalogue): ChangeCount {
  const decisions = catalogue.decisions
    .filter(({ signedOn }) => Number(signedOn.slice(0, 4)) === year)
    .filter(({ signedOn }) => Math.ceil(Number(signedOn.slice(5, 7)) / 3) === quarter)
    .sort((a, b) => (a.signedOn < b.signedOn ? -1 : a.signedOn > b.signedOn ? 1 : 0))
  const kinds = decisions.flatMap(({ changes }) => changes.map(({ kind }) => kind))
  const count = (wanted: ChangeKind): number => kinds.filter((kind) => kind === wanted).length
  return {
    new: count('new'),
    amended: count('amended'),
    replaced: count('replaced'),
    abolished: count('abolished'),
    total: kinds.length,
    decisions: decisions.map(({ number }) => number),
  }
}

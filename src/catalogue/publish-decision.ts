import { addDays, isoDate } from '../date.ts'
import { MotcuaError } from '../errors.ts'
import {
  type Catalogue,
  type CodeMapping,
  type Decision,
  type DecisionItem,
  isInForce,
  type ProcedureVersion,
} from './catalogue.ts'
import { messages } from './messages.ts'
import type { Procedure } from './procedure.ts'

/** The versions of one code, for everybody or for one agency. */
function isSameSeries(version: ProcedureVersion, code: string, agency: string | undefined): boolean {
  return version.procedure.code === code && version.agency === agency
}

/** The code of a record that is to be published. */
function codeOf(procedure: Procedure, decision: Decision): string {
  if (procedure.code !== undefined) return procedure.code
  throw new MotcuaError(messages, 'catalogue/no-code', { id: procedure.id, decision: decision.number })
}

/**
 * Ends the version in force the day before the decision takes effect.
 *
 * A version that would begin later, or end later than it began, is not touched: it is refused, because the
 * past is then told differently from what was published.
 */
function closeVersion(
  versions: readonly ProcedureVersion[],
  code: string,
  decision: Decision,
): readonly ProcedureVersion[] {
  const { agency, effectiveFrom } = decision
  const current = versions.find(
    (version) => isSameSeries(version, code, agency) && isInForce(version, effectiveFrom),
  )
  const isEndable =
    current !== undefined && current.validFrom < effectiveFrom && current.validTo === undefined
  if (!isEndable)
    throw new MotcuaError(messages, 'catalogue/not-in-force', {
      code,
      date: effectiveFrom,
      decision: decision.number,
    })
  const validTo = addDays(isoDate(effectiveFrom), -1)
  return versions.map((version) => (version === current ? { ...version, validTo } : version))
}

/** Begins a version; refused while another of the same series is in force then or later. */
function openVersion(
  versions: readonly ProcedureVersion[],
  procedure: Procedure,
  decision: Decision,
): readonly ProcedureVersion[] {
  const { agency, effectiveFrom, number } = decision
  const code = codeOf(procedure, decision)
  const isTaken = versions.some(
    (version) =>
      isSameSeries(version, code, agency) &&
      (version.validTo === undefined || version.validTo >= effectiveFrom),
  )
  if (isTaken)
    throw new MotcuaError(messages, 'catalogue/already-in-force', {
      code,
      date: effectiveFrom,
      decision: number,
    })
  const version: ProcedureVersion = { procedure, validFrom: effectiveFrom, decision: number }
  return [...versions, agency === undefined ? version : { ...version, agency }]
}

/** The versions after one item of a decision. */
function applyItem(
  versions: readonly ProcedureVersion[],
  item: DecisionItem,
  decision: Decision,
): readonly ProcedureVersion[] {
  switch (item.kind) {
    case 'new':
      return openVersion(versions, item.procedure, decision)
    case 'amended':
      return openVersion(
        closeVersion(versions, codeOf(item.procedure, decision), decision),
        item.procedure,
        decision,
      )
    case 'replaced': {
      const closed = item.replaces.reduce((left, code) => closeVersion(left, code, decision), versions)
      return openVersion(closed, item.procedure, decision)
    }
    case 'abolished':
      return closeVersion(versions, item.code, decision)
  }
}

/** The codes whose place an item takes. */
function mapCodes(item: DecisionItem, decision: Decision): readonly CodeMapping[] {
  if (item.kind !== 'replaced') return []
  const to = codeOf(item.procedure, decision)
  return item.replaces
    .filter((from) => from !== to)
    .map((from) => ({ from, to, effectiveFrom: decision.effectiveFrom, basis: decision.number }))
}

/** The code under which an item is counted. */
function countedCode(item: DecisionItem, decision: Decision): string {
  return item.kind === 'abolished' ? item.code : codeOf(item.procedure, decision)
}

/**
 * Carries out a decision on a catalogue: opens, closes and replaces versions, all of them or none.
 *
 * A new version begins on the day the decision takes effect and the older one ends the day before, so ranges
 * never overlap. A decision with `agency` makes variants of that agency; the general versions stay. Records
 * that were concepts stop being so when a decision publishes them.
 *
 * @throws MotcuaError `catalogue/decision-known` when the same decision was carried out before.
 *
 * @example
 * import { emptyCatalogue, findProcedure, publishDecision } from 'motcua/catalogue'
 * const catalogue = publishDecision(emptyCatalogue, {
 *   number: 'QĐ 1/QĐ-UBND',
 *   signedOn: '2026-01-05',
 *   effectiveFrom: '2026-01-15',
 *   issuer: 'UBND tỉnh (ví dụ)',
 *   items: [{ kind: 'new', procedure: findProcedure('2.000908') }],
 * })
 * catalogue.versions[0]?.validFrom // '2026-01-15'
 */
export function publishDecision(catalogue: Catalogue, decision: Decision): Catalogue {
  const { number, signedOn, effectiveFrom, issuer, agency, items } = decision
  const isKnown = catalogue.decisions.some(
    (entry) => entry.number === number && entry.signedOn === signedOn && entry.issuer === issuer,
  )
  if (isKnown)
    throw new MotcuaError(messages, 'catalogue/decision-known', { decision: number, date: signedOn })
  const published = new Set(items.flatMap((item) => (item.kind === 'abolished' ? [] : [item.procedure.id])))
  const changes = items.map((item) => ({ kind: item.kind, code: countedCode(item, decision) }))
  const entry = { number, signedOn, effectiveFrom, issuer, changes }
  return {
    ...catalogue,
    concepts: catalogue.concepts.filter(({ id }) => !published.has(id)),
    versions: items.reduce<readonly ProcedureVersion[]>(
      (versions, item) => applyItem(versions, item, decision),
      catalogue.versions,
    ),
    decisions: [...catalogue.decisions, agency === undefined ? entry : { ...entry, agency }],
    mappings: [...catalogue.mappings, ...items.flatMap((item) => mapCodes(item, decision))],
  }
}

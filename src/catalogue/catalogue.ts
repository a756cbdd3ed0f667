/**
 * Procedures over time: which version was in force when, by which decision, and which code took whose place.
 *
 * @module
 */
import * as z from 'zod'
import { type Immutable, label } from '../dossier/index.ts'
import type { Finding } from '../finding.ts'
import { buildFinding } from './messages.ts'
import { Procedure } from './procedure.ts'

const Day = z.iso.date()
const Line = z.string().min(1)
const Code = z.string().regex(/^[123]\.[0-9]{6}(?:\.[0-9]{3}\.[0-9]{2}\.[0-9]{2}\.[A-Z][0-9]{2})?$/)

/** What a decision does to a procedure (công bố: mới ban hành, sửa đổi bổ sung, thay thế, bãi bỏ). */
export const changeKinds = {
  new: { vi: 'mới ban hành', en: 'new' },
  amended: { vi: 'sửa đổi, bổ sung', en: 'amended' },
  replaced: { vi: 'thay thế', en: 'replaced' },
  abolished: { vi: 'hủy bỏ, bãi bỏ', en: 'abolished' },
} as const

/** What a decision does to a procedure. */
export type ChangeKind = keyof typeof changeKinds

/** One procedure in a decision. */
export const DecisionItem = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal(['new', 'amended']), procedure: Procedure }),
  z.strictObject({
    kind: z.literal('replaced'),
    procedure: Procedure,
    replaces: label(z.array(Code).min(1), 'Thay thế các mã', 'Codes that it takes the place of'),
  }),
  z.strictObject({ kind: z.literal('abolished'), code: Code }),
])
/** One procedure in a decision. */
export type DecisionItem = Immutable<z.infer<typeof DecisionItem>>

/** A decision that publishes procedures (quyết định công bố). */
export const Decision = z.strictObject({
  number: label(Line, 'Số quyết định', 'Number'),
  signedOn: label(Day, 'Ngày ký', 'Signed on'),
  effectiveFrom: label(Day, 'Hiệu lực từ ngày', 'In force from'),
  issuer: label(Line, 'Cơ quan ban hành', 'Issuer'),
  agency: label(Line.optional(), 'Chỉ áp dụng cho cơ quan', 'Only for this agency'),
  items: label(z.array(DecisionItem).min(1), 'Thủ tục hành chính', 'Procedures'),
})
/** A decision that publishes procedures. */
export type Decision = Immutable<z.infer<typeof Decision>>

/** A decision as the catalogue remembers it: what it did, without the records. */
export const DecisionEntry = z.strictObject({
  number: Line,
  signedOn: Day,
  effectiveFrom: Day,
  issuer: Line,
  agency: Line.optional(),
  changes: z.array(z.strictObject({ kind: z.enum(['new', 'amended', 'replaced', 'abolished']), code: Code })),
})
/** A decision as the catalogue remembers it. */
export type DecisionEntry = Immutable<z.infer<typeof DecisionEntry>>

/** A procedure during one span of days. */
export const ProcedureVersion = z.strictObject({
  procedure: label(Procedure, 'Thủ tục', 'Procedure'),
  validFrom: label(Day, 'Hiệu lực từ ngày', 'In force from'),
  validTo: label(Day.optional(), 'Hiệu lực đến hết ngày', 'Last day in force'),
  agency: label(Line.optional(), 'Biến thể của cơ quan', 'Variant of an agency'),
  decision: label(Line.optional(), 'Quyết định công bố', 'Decision that published it'),
})
/** A procedure during one span of days; an agency's variant goes before the general version. */
export type ProcedureVersion = Immutable<z.infer<typeof ProcedureVersion>>

/** One code that took the place of another. */
export const CodeMapping = z.strictObject({
  from: label(Code, 'Mã cũ', 'Old code'),
  to: label(Code, 'Mã mới', 'New code'),
  effectiveFrom: label(Day, 'Từ ngày', 'From'),
  basis: label(Line, 'Căn cứ', 'Basis'),
})
/** One code that took the place of another. */
export type CodeMapping = Immutable<z.infer<typeof CodeMapping>>

/** A catalogue: records in preparation, versions in force, the decisions behind them, and the codes. */
export const Catalogue = z.strictObject({
  schema: z.literal('motcua/catalogue@1'),
  concepts: label(z.array(Procedure), 'Bản dự thảo', 'Concepts'),
  versions: label(z.array(ProcedureVersion), 'Các phiên bản', 'Versions'),
  decisions: label(z.array(DecisionEntry), 'Các quyết định', 'Decisions'),
  mappings: label(z.array(CodeMapping), 'Mã thay thế', 'Codes'),
})
/** A catalogue of procedures over time, as a plain value. */
export type Catalogue = Immutable<z.infer<typeof Catalogue>>

/** A catalogue with nothing in it. */
export const emptyCatalogue: Catalogue = {
  schema: 'motcua/catalogue@1',
  concepts: [],
  versions: [],
  decisions: [],
  mappings: [],
}

/** Tells whether a version is in force on a day. */
export function isInForce(version: ProcedureVersion, date: string): boolean {
  return version.validFrom <= date && (version.validTo === undefined || date <= version.validTo)
}

/** Says which two versions of the same code and agency share a day. */
function checkOverlaps(versions: readonly ProcedureVersion[]): readonly Finding[] {
  const series = new Map<string, ProcedureVersion[]>()
  for (const version of versions) {
    const key = `${version.procedure.code ?? version.procedure.id} ${version.agency ?? ''}`
    series.set(key, [...(series.get(key) ?? []), version])
  }
  return [...series.values()].flatMap((members) => {
    const ordered = [...members].sort((a, b) => (a.validFrom < b.validFrom ? -1 : 1))
    return ordered.flatMap((version, index) => {
      const next = ordered[index + 1]
      if (next === undefined || (version.validTo !== undefined && version.validTo < next.validFrom)) return []
      const code = next.procedure.code ?? next.procedure.id
      return [buildFinding('catalogue/overlap', code, { code, from: next.validFrom })]
    })
  })
}

/** Says what is wrong with one version by itself. */
function checkVersion(version: ProcedureVersion, numbers: ReadonlySet<string>): readonly Finding[] {
  const code = version.procedure.code ?? version.procedure.id
  const { validFrom, validTo, decision } = version
  const findings: Finding[] = []
  if (validTo !== undefined && validTo < validFrom)
    findings.push(buildFinding('catalogue/range-reversed', code, { code, from: validFrom, to: validTo }))
  if (decision !== undefined && !numbers.has(decision))
    findings.push(buildFinding('catalogue/unknown-decision', code, { decision }))
  return findings
}

/**
 * Checks a catalogue that comes from elsewhere: ranges that overlap or run backwards, decisions and codes
 * that nothing stands behind.
 *
 * What {@link publishDecision} made needs no check; it never makes such a catalogue.
 *
 * @example
 * import { checkCatalogue, emptyCatalogue } from 'motcua/catalogue'
 * checkCatalogue(emptyCatalogue) // []
 */
export function checkCatalogue(catalogue: Catalogue): readonly Finding[] {
  const numbers = new Set(catalogue.decisions.map(({ number }) => number))
  const codes = new Set(catalogue.versions.map(({ procedure }) => procedure.code))
  const unmapped = catalogue.mappings
    .filter(({ to }) => !codes.has(to))
    .map(({ from, to }) => buildFinding('catalogue/mapping-to-unknown', from, { code: to }))
  return [
    ...checkOverlaps(catalogue.versions),
    ...catalogue.versions.flatMap((version) => checkVersion(version, numbers)),
    ...unmapped,
  ]
}

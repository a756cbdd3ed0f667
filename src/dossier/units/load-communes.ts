import { addDays, type IsoDate, isIsoDate } from '../../date.ts'
import type { Finding } from '../../finding.ts'
import { composeText } from '../../text.ts'
import { buildCommuneFinding } from './messages.ts'
import { provinces } from './provinces.ts'
import type { AdministrativeUnit, UnitCertainty, UnitChange, UnitKind, UnitRegister } from './unit.ts'

/** What was loaded and what is wrong with the rest; a row with an error finding is not in the register. */
export interface CommuneLoading {
  readonly register: UnitRegister
  readonly findings: readonly Finding[]
}

/** Kinds below the province; districts only until 30/6/2025. */
const kinds: readonly UnitKind[] = ['district', 'town', 'commune', 'ward', 'township', 'special-zone']

const certainties: readonly UnitCertainty[] = ['verified', 'secondary', 'unverified']

const unitFields = ['code', 'name', 'kind', 'parent', 'validFrom', 'validTo', 'aliases']
const changeFields = ['effectiveFrom', 'act', 'certainty', 'from', 'to']

type Row = Readonly<Record<string, unknown>>

/** Tells whether a value is a JSON object. */
function isRow(value: unknown): value is Row {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Tells whether a value is text with something in it. */
function isText(value: unknown): value is string {
  return typeof value === 'string' && value.trim() !== ''
}

/** Tells whether a value is a list of texts. */
function isTextList(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every(isText)
}

/** Tells whether a value is a code below the province: three digits of a district, five of a commune. */
function isUnitCode(value: unknown): value is string {
  return typeof value === 'string' && /^(?:\d{3}|\d{5})$/.test(value)
}

const day = 'YYYY-MM-DD, 1900 or later'

/** Tells whether a value is a day of the time that unit tables speak of. */
function isDay(value: unknown): value is IsoDate {
  return isIsoDate(value) && value >= '1900-01-01'
}

/** One rule about a field of a row. */
interface FieldRule {
  readonly field: string
  readonly holds: (value: unknown) => boolean
  readonly expected: string
}

const unitRules: readonly FieldRule[] = [
  { field: 'code', holds: isUnitCode, expected: '5 digits (3 for a district)' },
  { field: 'name', holds: isText, expected: 'text' },
  { field: 'kind', holds: (value) => kinds.some((kind) => kind === value), expected: kinds.join(' | ') },
  { field: 'parent', holds: (value) => isText(value) && /^\d{2,3}$/.test(value), expected: '2 or 3 digits' },
  { field: 'validFrom', holds: isDay, expected: day },
  { field: 'validTo', holds: (value) => value === undefined || isDay(value), expected: day },
  { field: 'aliases', holds: (value) => value === undefined || isTextList(value), expected: 'list of text' },
]

const changeRules: readonly FieldRule[] = [
  { field: 'effectiveFrom', holds: isDay, expected: day },
  { field: 'act', holds: isText, expected: 'text' },
  {
    field: 'certainty',
    holds: (value) => value === undefined || certainties.some((certainty) => certainty === value),
    expected: certainties.join(' | '),
  },
  { field: 'from', holds: isTextList, expected: 'list of codes' },
  { field: 'to', holds: isTextList, expected: 'list of codes' },
]

/** Checks the fields of one row; unknown fields are said, wrong ones make the row unusable. */
function checkFields(
  row: Row,
  place: string,
  { rules, known }: { rules: readonly FieldRule[]; known: readonly string[] },
): Finding[] {
  const unread = Object.keys(row)
    .filter((field) => !known.includes(field))
    .map((field) => buildCommuneFinding('units/unknown-field', `${place}.${field}`, { field }))
  const wrong = rules
    .filter(({ field, holds }) => !holds(row[field]))
    .map(({ field, expected }) =>
      buildCommuneFinding('units/wrong-value', `${place}.${field}`, { field, expected }),
    )
  return [...unread, ...wrong]
}

const hasError = (findings: readonly Finding[]): boolean =>
  findings.some(({ severity }) => severity === 'error')

/** Makes a unit of a checked row. */
function buildUnit(row: Row): AdministrativeUnit {
  const aliases = row.aliases
  const validTo = row.validTo
  return {
    code: String(row.code),
    name: composeText(String(row.name)).trim(),
    kind: kinds.find((kind) => kind === row.kind) ?? 'commune',
    parent: String(row.parent),
    validFrom: String(row.validFrom) as IsoDate,
    ...(isIsoDate(validTo) ? { validTo } : {}),
    ...(isTextList(aliases) ? { aliases: aliases.map(composeText) } : {}),
  }
}

/** Makes a change of a checked row. */
function buildChange(row: Row): UnitChange {
  const { from, to } = row
  return {
    effectiveFrom: String(row.effectiveFrom) as IsoDate,
    act: composeText(String(row.act)),
    certainty: certainties.find((certainty) => certainty === row.certainty) ?? 'unverified',
    from: isTextList(from) ? from : [],
    to: isTextList(to) ? to : [],
  }
}

/** Tells whether two spans of days share a day. */
function overlaps(a: AdministrativeUnit, b: AdministrativeUnit): boolean {
  return (
    (b.validTo === undefined || a.validFrom <= b.validTo) &&
    (a.validTo === undefined || b.validFrom <= a.validTo)
  )
}

/** Reads the rows of units; the second of two that claim the same code and day is left out. */
function loadUnits(rows: readonly unknown[], findings: Finding[]): AdministrativeUnit[] {
  const units: AdministrativeUnit[] = []
  const byCode = new Map<string, AdministrativeUnit[]>()
  rows.forEach((row, index) => {
    const place = `$.units[${index}]`
    const found = isRow(row)
      ? checkFields(row, place, { rules: unitRules, known: unitFields })
      : [buildCommuneFinding('units/wrong-value', place, { field: 'unit', expected: 'object' })]
    findings.push(...found)
    if (!isRow(row) || hasError(found)) return
    const unit = buildUnit(row)
    const sameCode = byCode.get(unit.code) ?? []
    if (sameCode.some((other) => overlaps(other, unit))) {
      findings.push(buildCommuneFinding('units/overlap', place, { code: unit.code }))
      return
    }
    byCode.set(unit.code, [...sameCode, unit])
    units.push(unit)
  })
  return units
}

type UnitIndex = ReadonlyMap<string, readonly AdministrativeUnit[]>

/** Puts units in order of code, so that thousands of changes are checked in one go. */
function indexUnits(units: readonly AdministrativeUnit[]): UnitIndex {
  const index = new Map<string, AdministrativeUnit[]>()
  for (const unit of units) {
    const sameCode = index.get(unit.code)
    if (sameCode === undefined) index.set(unit.code, [unit])
    else sameCode.push(unit)
  }
  return index
}

/** Tells whether a code meant some unit on a day. */
function isKnown(index: UnitIndex, code: string, date: IsoDate): boolean {
  return (index.get(code) ?? []).some(
    ({ validFrom, validTo }) => validFrom <= date && (validTo === undefined || date <= validTo),
  )
}

/** Says which units hang under a code that did not exist on their first day. */
function checkParents(units: readonly AdministrativeUnit[], index: UnitIndex): readonly Finding[] {
  return units
    .filter(({ parent, validFrom }) => !isKnown(index, parent ?? '', validFrom))
    .map(({ code, parent }) => buildCommuneFinding('units/unknown-parent', code, { parent: parent ?? '' }))
}

/** Says which codes of a change did not exist on the day before it, or on its day. */
function checkChange(change: UnitChange, place: string, index: UnitIndex): readonly Finding[] {
  const dayBefore = addDays(change.effectiveFrom, -1)
  const missing = (codes: readonly string[], side: 'from' | 'to', date: IsoDate): readonly Finding[] =>
    codes
      .filter((code) => !isKnown(index, code, date))
      .map((code) => buildCommuneFinding('units/unknown-in-change', `${place}.${side}`, { code, side }))
  return [...missing(change.from, 'from', dayBefore), ...missing(change.to, 'to', change.effectiveFrom)]
}

/** Reads the rows of changes; one that names a unit which did not exist then is left out. */
function loadChanges(rows: readonly unknown[], findings: Finding[], index: UnitIndex): UnitChange[] {
  return rows.flatMap((row, at) => {
    const place = `$.changes[${at}]`
    const found = isRow(row)
      ? checkFields(row, place, { rules: changeRules, known: changeFields })
      : [buildCommuneFinding('units/wrong-value', place, { field: 'change', expected: 'object' })]
    if (isRow(row) && !hasError(found)) found.push(...checkChange(buildChange(row), place, index))
    findings.push(...found)
    return isRow(row) && !hasError(found) ? [buildChange(row)] : []
  })
}

/** Parses text; anything else is taken as JSON that was parsed already. */
function readJson(json: unknown): { value: unknown } | { finding: Finding } {
  if (typeof json !== 'string') return { value: json }
  try {
    return { value: JSON.parse(json.replace(/^\uFEFF/, '')) }
  } catch {
    // The engine's own words may quote the text and differ between versions: they are not passed on.
    return { finding: buildCommuneFinding('units/not-json', '$', { length: json.length }) }
  }
}

/**
 * Loads communes (and, for the time before 1/7/2025, districts) as a register of their own.
 *
 * Thousands of units change by dozens of acts a year, so they are data of the application, not of the
 * library: `{schema: 'motcua/communes@1', units: [...], changes: [...]}`, published as
 * `schemas/communes.schema.json`. Nothing is repaired: a row with an error is left out and said.
 *
 * @param json - JSON text, or the value that was parsed from it.
 *
 * @example
 * import { isoDate } from 'motcua'
 * import { findUnit, loadCommunes } from 'motcua/dossier/units'
 * const { register, findings } = loadCommunes({
 *   schema: 'motcua/communes@1',
 *   units: [{ code: '00004', name: 'Ba Đình', kind: 'ward', parent: '01', validFrom: '2025-07-01' }],
 *   changes: [],
 * })
 * findings.length // 0
 * findUnit(register, '00004', isoDate('2026-01-01'))?.name // 'Ba Đình'
 */
export function loadCommunes(json: unknown): CommuneLoading {
  const nothing: UnitRegister = { units: [], changes: [] }
  const read = readJson(json)
  if ('finding' in read) return { register: nothing, findings: [read.finding] }
  const table = read.value
  if (!isRow(table) || table.schema !== 'motcua/communes@1') {
    const expected = '{"schema": "motcua/communes@1", …}'
    return { register: nothing, findings: [buildCommuneFinding('units/not-a-table', '$', { expected })] }
  }
  const findings: Finding[] = Object.keys(table)
    .filter((field) => !['schema', 'source', 'units', 'changes'].includes(field))
    .map((field) => buildCommuneFinding('units/unknown-field', `$.${field}`, { field }))
  const rowsOf = (field: string): readonly unknown[] => {
    const rows = table[field] ?? []
    if (Array.isArray(rows)) return rows
    findings.push(buildCommuneFinding('units/not-a-table', `$.${field}`, { expected: 'list' }))
    return []
  }
  const units = loadUnits(rowsOf('units'), findings)
  const index = indexUnits([...provinces.units, ...units])
  findings.push(...checkParents(units, index))
  return { register: { units, changes: loadChanges(rowsOf('changes'), findings, index) }, findings }
}

import type { Finding } from '../../finding.ts'
import { foldText } from '../../text.ts'
import { buildFinding } from '../messages.ts'

/** A value together with where it stands, so that every finding can name its place. */
export interface Placed {
  readonly value: unknown
  readonly place: string
}

/** Takes the fields of a foreign record one after the other, and says in the end which were left. */
export interface RecordReader {
  readonly place: string
  /** The first filled field among the names; fields of equal meaning that differ stay unread. */
  take(names: readonly string[]): Placed | undefined
  /** Says every filled field that nobody took. */
  close(): void
}

/** Where readers write what they have to say. */
export type Findings = Finding[]

/** Folds a field name so that `Trình tự thực hiện` and `TRINHTUTHUCHIEN` are one name. */
export function foldName(name: string): string {
  return foldText(name).replace(/[^a-z0-9]+/g, '')
}

/** Tells whether a value is a JSON object. */
export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Tells whether a value says nothing. */
export function isBlank(value: unknown): boolean {
  if (value === null || value === undefined) return true
  if (typeof value === 'string') return value.trim() === ''
  if (Array.isArray(value)) return value.every(isBlank)
  return isObject(value) && Object.values(value).every(isBlank)
}

/** Opens a foreign record for reading; its field names are compared folded. */
export function openRecord(
  record: Readonly<Record<string, unknown>>,
  place: string,
  findings: Findings,
): RecordReader {
  const left = Object.entries(record)
    .filter(([, value]) => !isBlank(value))
    .map(([field, value]) => ({ field, value, name: foldName(field) }))
  return {
    place,
    take(names) {
      for (const wanted of names) {
        const index = left.findIndex(({ name }) => name === wanted)
        const [taken] = index === -1 ? [] : left.splice(index, 1)
        if (taken !== undefined) return { value: taken.value, place: `${place}.${taken.field}` }
      }
      return undefined
    },
    close() {
      for (const { field } of left)
        findings.push(buildFinding('catalogue/unread-field', `${place}.${field}`, { field }))
    },
  }
}

/** Entities that the pages of the national portal leave in its texts. */
const entities: Readonly<Record<string, string>> = {
  '&nbsp;': ' ',
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
}

/** Composes text, turns block ends into lines, drops tags and spare spaces. */
export function cleanMarkup(text: string): { text: string; hadMarkup: boolean } {
  const bare = text
    .normalize('NFC')
    .replace(/<\s*(?:br|\/p|\/li|\/div|\/tr)\b[^<>]*>/gi, '\n')
    .replace(/<\/?[a-z][^<>]*>/gi, '')
    .replace(/&(?:nbsp|amp|lt|gt|quot|#39);/g, (entity) => entities[entity] ?? entity)
  const lines = bare
    .split(/\r?\n/)
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .filter((line) => line !== '')
  const hadMarkup = /<\s*\/?\s*[a-z]|&(?:nbsp|amp|lt|gt|quot|#39);/i.test(text)
  return { text: lines.join('\n'), hadMarkup }
}

/** Reads text, or a number, or lines; anything else is said. */
export function readText({ value, place }: Placed, findings: Findings): string | undefined {
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  const lines =
    Array.isArray(value) && value.every((line) => typeof line === 'string') ? value.join('\n') : value
  if (typeof lines !== 'string') {
    if (!isBlank(value)) findings.push(buildFinding('catalogue/unread-value', place, { expected: 'text' }))
    return undefined
  }
  const { text, hadMarkup } = cleanMarkup(lines)
  if (hadMarkup) findings.push(buildFinding('catalogue/markup-removed', place, {}))
  return text === '' ? undefined : text
}

/** Takes a field as text. */
export function takeText(
  reader: RecordReader,
  names: readonly string[],
  findings: Findings,
): string | undefined {
  const placed = reader.take(names)
  return placed === undefined ? undefined : readText(placed, findings)
}

/** Gives the members of a list, each with its place; one value alone is a list of one. */
export function listOf({ value, place }: Placed): readonly Placed[] {
  if (!Array.isArray(value)) return [{ value, place }]
  return value.map((member: unknown, index) => ({ value: member, place: `${place}[${index}]` }))
}

/** Something with a code and a name, as most lists of a record hold. */
export interface Named {
  readonly code?: string
  readonly name: string
  /** Where the code stands, or the whole where there is none. */
  readonly place: string
}

/** Reads a list of names: objects with a code and a name, texts, or one text with a line for each. */
export function readNamed(
  placed: Placed | undefined,
  names: { readonly code: readonly string[]; readonly name: readonly string[] },
  findings: Findings,
): readonly Named[] {
  if (placed === undefined) return []
  return listOf(placed).flatMap((member): readonly Named[] => {
    if (!isObject(member.value)) {
      const text = readText(member, findings)
      return text === undefined
        ? []
        : text.split(/\n|;\s*/).flatMap((name) => (name === '' ? [] : [{ name, place: member.place }]))
    }
    const reader = openRecord(member.value, member.place, findings)
    const codeField = reader.take(names.code)
    const code = codeField === undefined ? undefined : readText(codeField, findings)
    const name = takeText(reader, names.name, findings) ?? code
    reader.close()
    if (name === undefined) return []
    return [{ name, place: codeField?.place ?? member.place, ...(code === undefined ? {} : { code }) }]
  })
}

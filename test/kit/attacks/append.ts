import { openPdf } from '../../../src/pdf/index.ts'
import { toBytes, toText } from '../build-pdf.ts'

/** What is appended, and how honestly. */
export interface Appendix {
  /** Bodies of objects by number. */
  readonly objects?: Readonly<Record<number, string>>
  /** Numbers to be freed. */
  readonly freed?: readonly number[]
  /** Entries of the table that lead somewhere else, by number. */
  readonly entries?: Readonly<Record<number, number>>
  /** `table`: a proper section; `trailer`: only a trailer; `none`: neither. */
  readonly xref?: 'table' | 'trailer' | 'none'
  /** Added to the number behind `startxref`. */
  readonly startxrefError?: number
  /** Leaves out `startxref` and its number. */
  readonly withoutStartxref?: boolean
  /** Offsets in the table are this much too large. */
  readonly offsetError?: number
  readonly trailer?: string
}

/** The last `startxref` of a file. */
export function lastStartxref(text: string): number {
  return Number(/\d+/.exec(text.slice(text.lastIndexOf('startxref')))?.[0])
}

/** Appends objects and, as asked, what makes a revision of them. */
export function appendTo(bytes: Uint8Array, appendix: Appendix): Uint8Array {
  const {
    objects = {},
    freed = [],
    entries = {},
    xref = 'table',
    offsetError = 0,
    startxrefError = 0,
  } = appendix
  const text = toText(bytes)
  const size = openPdf(bytes).trailer.entries.get('Size')
  const rows = new Map<number, string>()
  const row = (offset: number) => `${String(offset).padStart(10, '0')} 00000 n \n`
  let tail = ''
  for (const [number, body] of Object.entries(objects)) {
    rows.set(Number(number), row(text.length + tail.length + offsetError))
    tail += `${number} 0 obj\n${body}\nendobj\n`
  }
  for (const number of freed) rows.set(number, '0000000000 00001 f \n')
  for (const [number, offset] of Object.entries(entries)) rows.set(Number(number), row(offset))
  const start = text.length + tail.length
  const highest = Math.max(size?.kind === 'number' ? size.value - 1 : 0, ...rows.keys())
  if (xref === 'table') {
    const sorted = [...rows].sort(([a], [b]) => a - b)
    tail += `xref\n${sorted.map(([number, entry]) => `${number} 1\n${entry}`).join('')}`
  }
  if (xref !== 'none') {
    tail += `trailer\n<</Size ${highest + 1}/Root 1 0 R/Prev ${lastStartxref(text)}${appendix.trailer ?? ''}>>\n`
    if (!appendix.withoutStartxref) tail += `startxref\n${start + startxrefError}\n%%EOF\n`
  }
  return toBytes(text + tail)
}

/** Replaces text by text of the same length, filled up with spaces; offsets stay as they were. */
export function overwrite(
  bytes: Uint8Array,
  pattern: RegExp,
  replacement: (found: string) => string,
): Uint8Array {
  const text = toText(bytes)
  const match = pattern.exec(text)
  if (match === null) throw new Error(`nothing matches ${pattern}`)
  const written = replacement(match[0])
  if (written.length > match[0].length) throw new Error(`no room for ${written.length} characters`)
  const padded = written.padEnd(match[0].length, ' ')
  return toBytes(text.slice(0, match.index) + padded + text.slice(match.index + padded.length))
}

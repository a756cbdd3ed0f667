import { buildFinding } from '../messages.ts'
import type { Findings } from './open-record.ts'

/** One row of a CSV text, with the line on which it begins. */
export interface CsvRow {
  /** Counted from 1, as editors do. */
  readonly line: number
  readonly cells: readonly string[]
}

/** Finds the separator: the one of `,` `;` and tab that the first line has most of. */
function findSeparator(text: string): string {
  const [first = ''] = text.split('\n', 1)
  const bare = first.replace(/"[^"]*"/g, '')
  const counts = [',', ';', '\t'].map((mark) => ({ mark, count: bare.split(mark).length }))
  return counts.reduce((best, next) => (next.count > best.count ? next : best)).mark
}

/** Reads a quoted cell that begins at `start`; the answer's `end` lies after the closing quote. */
function readQuoted(text: string, start: number): { cell: string; end: number; isClosed: boolean } {
  let cell = ''
  let from = start + 1
  for (;;) {
    const quote = text.indexOf('"', from)
    if (quote === -1) return { cell: cell + text.slice(from), end: text.length, isClosed: false }
    cell += text.slice(from, quote)
    if (text[quote + 1] !== '"') return { cell, end: quote + 1, isClosed: true }
    cell += '"'
    from = quote + 2
  }
}

/** Reads a cell without quotes, up to the next separator or the end of the line. */
function readPlain(text: string, start: number, separator: string): { cell: string; end: number } {
  let end = start
  while (end < text.length && text[end] !== separator && text[end] !== '\n') end += 1
  return { cell: text.slice(start, end), end }
}

/**
 * Parses CSV (RFC 4180) as spreadsheets write it: with a byte-order mark, CR LF, semicolons or tabs.
 *
 * Blank lines are passed over. Text after a closing quote stays part of the cell. An opened quote that is
 * never closed is a finding; the rest of the text is then one cell.
 */
export function parseCsv(csv: string, findings: Findings): readonly CsvRow[] {
  const text = csv.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n')
  const separator = findSeparator(text)
  const rows: CsvRow[] = []
  let cells: string[] = []
  let line = 1
  let rowLine = 1
  let offset = 0
  while (offset <= text.length) {
    const quoted = text[offset] === '"' ? readQuoted(text, offset) : undefined
    if (quoted?.isClosed === false)
      findings.push(buildFinding('catalogue/csv-quote', `line ${line}`, { line }))
    const tail = readPlain(text, quoted?.end ?? offset, separator)
    cells.push((quoted?.cell ?? '') + tail.cell)
    line += (quoted?.cell.split('\n').length ?? 1) - 1
    offset = tail.end + 1
    if (text[tail.end] === separator) continue
    if (cells.some((cell) => cell.trim() !== '')) rows.push({ line: rowLine, cells })
    cells = []
    line += 1
    rowLine = line
  }
  return rows
}

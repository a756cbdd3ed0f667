/**
 * Cross-reference sections into bytes: tables and streams (ISO 32000-1, 7.5.4 and 7.5.8).
 *
 * @module
 */
import { type PdfDict, pdfArray, pdfDict, pdfName, pdfNumber } from './syntax/object.ts'
import { type PdfOutput, putText } from './syntax/write-object.ts'
import type { XrefEntry } from './xref.ts'

/** Groups ascending numbers into runs. */
function groupRuns(numbers: readonly number[]): { first: number; count: number }[] {
  const runs: { first: number; count: number }[] = []
  for (const number of numbers) {
    const last = runs.at(-1)
    if (last !== undefined && last.first + last.count === number) last.count += 1
    else runs.push({ first: number, count: 1 })
  }
  return runs
}

/** Adds a cross-reference table, without its trailer. */
export function putTable(output: PdfOutput, entries: ReadonlyMap<number, XrefEntry>, shift: number): void {
  const numbers = [...entries.keys()].sort((a, b) => a - b)
  putText(output, 'xref\n')
  for (const { first, count } of groupRuns(numbers)) {
    putText(output, `${first} ${count}\n`)
    for (let number = first; number < first + count; number += 1) {
      const entry = entries.get(number)
      const isUsed = entry?.kind === 'offset'
      const offset = isUsed ? entry.offset - shift : 0
      const generation = isUsed ? entry.generation : 65_535
      const fields = `${String(offset).padStart(10, '0')} ${String(generation).padStart(5, '0')}`
      putText(output, `${fields} ${isUsed ? 'n' : 'f'} \n`)
    }
  }
}

/** Bytes a number needs. */
function countBytes(value: number): number {
  let bytes = 1
  for (let rest = Math.floor(value / 256); rest > 0; rest = Math.floor(rest / 256)) bytes += 1
  return bytes
}

/** The three fields of an entry (ISO 32000-1, table 18). */
function fieldsOf(entry: XrefEntry | undefined, shift: number): readonly [number, number, number] {
  if (entry?.kind === 'offset') return [1, entry.offset - shift, entry.generation]
  return entry?.kind === 'compressed' ? [2, entry.container, entry.index] : [0, 0, 65_535]
}

/** Builds the data of a cross-reference stream with its /W and /Index; not compressed, it is small. */
export function buildXrefStream(
  entries: ReadonlyMap<number, XrefEntry>,
  shift: number,
): { dict: PdfDict; data: Uint8Array } {
  const numbers = [...entries.keys()].sort((a, b) => a - b)
  const rows = numbers.map((number) => fieldsOf(entries.get(number), shift))
  const second = countBytes(rows.reduce((largest, row) => Math.max(largest, row[1]), 0))
  const third = countBytes(rows.reduce((largest, row) => Math.max(largest, row[2]), 0))
  const data = new Uint8Array(rows.length * (1 + second + third))
  let position = 0
  const put = (value: number, width: number): void => {
    for (let index = width - 1, rest = value; index >= 0; index -= 1, rest = Math.floor(rest / 256)) {
      data[position + index] = rest % 256
    }
    position += width
  }
  for (const [type, middle, last] of rows) {
    put(type, 1)
    put(middle, second)
    put(last, third)
  }
  const index = groupRuns(numbers).flatMap(({ first, count }) => [pdfNumber(first), pdfNumber(count)])
  const W = pdfArray([1, second, third].map(pdfNumber))
  return { dict: pdfDict({ Type: pdfName('XRef'), Index: pdfArray(index), W }), data }
}

/** Fills the gaps of a section that stands alone, so that every number below /Size is accounted for. */
export function fillGaps(entries: Map<number, XrefEntry>, size: number): void {
  entries.set(0, { kind: 'free', generation: 65_535 })
  // Where numbers are sparse, subsections say less but cost less.
  if (size > 1000 + 8 * entries.size) return
  for (let number = 1; number < size; number += 1) {
    if (!entries.has(number)) entries.set(number, { kind: 'free', generation: 65_535 })
  }
}

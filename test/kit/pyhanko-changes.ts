import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { openPdf } from '../../src/pdf/index.ts'
import { listSignatures } from '../../src/signature/index.ts'
import { analyseDifference, type DocumentDifference, measureCoverage } from '../../src/validation/index.ts'

const root = resolve(import.meta.dirname, '../..')

/** What pyHanko says of one signature of a document it changed itself. */
export interface ChangedSignature {
  readonly file: string
  readonly base: string
  readonly first: string
  readonly changes: readonly string[]
  readonly field: string
  readonly type?: string
  readonly coverage?: string
  readonly modification?: string
  readonly docmdpOk?: boolean
  readonly reason?: string
  readonly error?: string
}

/** Has pyHanko make and judge documents. */
export function makeChangedDocuments(
  folder: string,
  { seed, count, step }: { readonly seed: number; readonly count: number; readonly step: number },
): ChangedSignature[] {
  const python = join(root, 'out/judges/pyhanko/bin/python')
  const script = join(root, 'test/interop/pyhanko_changes.py')
  const words = [script, folder, seed, count, step].map(String)
  const { stdout, status, stderr } = spawnSync(python, words, { encoding: 'utf8', maxBuffer: 1 << 28 })
  if (status !== 0) throw new Error(stderr.slice(-2000))
  return stdout
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line) => JSON.parse(line))
}

/** pyHanko's words for coverage in ours. */
export const coverageOf: Readonly<Record<string, string>> = {
  ENTIRE_FILE: 'entire-file',
  ENTIRE_REVISION: 'entire-revision',
  CONTIGUOUS_BLOCK_FROM_START: 'partial',
  UNCLEAR: 'broken',
}

/** pyHanko's words for modification levels in ours. */
export function levelOf(modification: string): string {
  return modification.toLowerCase().replace('_', '-')
}

/** Why the two disagree on a signature; `undefined` where no reason is known. */
export function explainDisagreement(
  row: ChangedSignature,
  difference: DocumentDifference,
): string | undefined {
  const { modification = '', reason = '', changes, base, first } = row
  if (/because the form field .* is locked/.test(reason)) {
    // Its rule asks whether the appearance was last written in the signed revision itself, not whether it was since.
    return 'pyHanko takes the appearance of a locked field for changed in every update, unless the signing revision wrote it'
  }
  if (
    changes.includes('need-appearances') &&
    modification === 'LTA_UPDATES' &&
    difference.level === 'form-filling'
  ) {
    return 'pyHanko counts /NeedAppearances, by which viewers draw all fields anew, among the updates of an archive'
  }
  if (changes.includes('fill-apart') && difference.level === 'form-filling') {
    return 'pyHanko does not know widgets that are dictionaries of their own below a field'
  }
  if (first === 'certify3' && difference.level === 'annotations') {
    return 'pyHanko does not implement annotations under DocMDP level 3'
  }
  if (base === 'encrypted' && modification === 'LTA_UPDATES' && difference.level === 'form-filling') {
    return 'pyHanko takes objects of encrypted documents for unused when a nested array or dictionary leads to them'
  }
  return undefined
}

/** How far both agree. */
export interface Agreement {
  readonly signatures: number
  readonly coverage: number
  readonly modification: number
  readonly docMdp: number
  readonly timestamps: number
  /** Disagreements by reason. */
  readonly explained: ReadonlyMap<string, number>
  readonly unexplained: readonly string[]
}

/** Compares what both say of every signature. */
export function compareWithPyhanko(folder: string, rows: readonly ChangedSignature[]): Agreement {
  const explained = new Map<string, number>()
  const unexplained: string[] = []
  const count = { signatures: 0, coverage: 0, modification: 0, docMdp: 0, timestamps: 0 }
  for (const row of rows) {
    const { file, field, coverage, modification, docmdpOk, type } = row
    if (coverage === undefined || modification === undefined) continue
    const pdf = openPdf(readFileSync(join(folder, file)), { password: 'user' })
    const signatures = listSignatures(pdf)
    const found = signatures.filter((other) => other.field.name === field && other.isInNewest).at(-1)
    const name = `${file} ${field} (${row.first}: ${row.changes.join(', ')})`
    count.signatures += 1
    if (found === undefined) {
      unexplained.push(`${name}: not found`)
      continue
    }
    const difference = analyseDifference(pdf, found, signatures)
    if (measureCoverage(pdf, found) === coverageOf[coverage]) count.coverage += 1
    else unexplained.push(`${name}: coverage`)
    const isSame = difference.level === levelOf(modification)
    if (isSame) count.modification += 1
    if (type === '/DocTimeStamp') count.timestamps += 1
    else if (difference.isPermitted === docmdpOk) count.docMdp += 1
    else if (isSame) unexplained.push(`${name}: permission`)
    if (isSame) continue
    const reason = explainDisagreement(row, difference)
    if (reason === undefined) unexplained.push(`${name}: ours ${difference.level}, theirs ${modification}`)
    else explained.set(reason, (explained.get(reason) ?? 0) + 1)
  }
  return { ...count, explained, unexplained }
}

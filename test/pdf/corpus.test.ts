import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { isMotcuaError } from 'motcua'
import { addObject, appendRevision, beginRevision, countPages, joinSources, openPdf } from 'motcua/pdf'
import { pdfDict, pdfText } from 'motcua/pdf/syntax'
import { describe, expect, it } from 'vitest'

interface CorpusRow {
  readonly file: string
  readonly qpdfCheck: string | number
}

const folder = resolve(import.meta.dirname, '../../../shared/corpus')
const rows: readonly CorpusRow[] = existsSync(folder)
  ? JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'))
  : []

/** Opens a file, appends an object, opens the result; says what happened. */
function tryFile(name: string): 'good' | 'refused' | 'wrong' {
  const bytes = new Uint8Array(readFileSync(join(folder, name)))
  const before = bytes.slice()
  try {
    const pdf = openPdf(bytes)
    const pages = countPages(pdf)
    const draft = beginRevision(pdf)
    addObject(draft, pdfDict({ Note: pdfText('thêm') }))
    const whole = joinSources([bytes, appendRevision(draft).bytes])
    const isPrefix = Buffer.compare(whole.read(0, before.length), before) === 0
    return isPrefix && countPages(openPdf(whole)) === pages ? 'good' : 'wrong'
  } catch (error) {
    if (isMotcuaError(error)) return 'refused'
    throw error
  }
}

const namesOf = (folders: RegExp, check: string): string[] =>
  rows
    .filter(({ file, qpdfCheck }) => folders.test(file) && String(qpdfCheck) === check)
    .map(({ file }) => file)

describe.skipIf(rows.length === 0)(`the sample corpus (${rows.length} files, 0 when it is absent)`, () => {
  it('opens and extends every file that qpdf finds sound', () => {
    const names = namesOf(/^input\//, 'ok')
    expect(names.filter((name) => tryFile(name) !== 'good')).toEqual([])
    expect(names.length).toBeGreaterThan(0)
  })
  it('opens and extends nine in ten of the files that qpdf warns of, and none wrongly', () => {
    const results = namesOf(/^input\//, 'warnings').map(tryFile)
    expect(results).not.toContain('wrong')
    expect(results.filter((result) => result === 'good').length).toBeGreaterThanOrEqual(results.length * 0.9)
  })
  it('gives a result or a typed refusal for files that qpdf gives up on', () => {
    const results = [...namesOf(/^input\//, 'error'), ...namesOf(/^input\//, '-11')].map(tryFile)
    expect(results).not.toContain('wrong')
  })
  it('opens and extends signed and forged files that ask for no password', () => {
    const results = ['ok', 'warnings'].flatMap((check) => namesOf(/^(signed|attack)\//, check)).map(tryFile)
    expect(results.filter((result) => result !== 'good')).toEqual([])
  })
})

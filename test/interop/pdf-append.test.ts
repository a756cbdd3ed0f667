import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import {
  addObject,
  appendRevision,
  beginRevision,
  countPages,
  openPdf,
  readCatalog,
  setObject,
} from '../../src/pdf/index.ts'
import { pdfDict, pdfText, withEntries } from '../../src/pdf/syntax/index.ts'
import { buildPdf, type PdfShape } from '../kit/build-pdf.ts'
import { askQpdf, hasJudge } from '../kit/judges.ts'
import { extend } from '../kit/signing-draft.ts'

const folder = mkdtempSync(join(tmpdir(), 'motcua-pdf-'))
afterAll(() => rmSync(folder, { recursive: true }))

const shapes: [string, PdfShape][] = [
  ['table', {}],
  ['stream', { xref: 'stream' }],
  ['object-stream', { xref: 'stream', objectStream: true }],
  ['hybrid', { xref: 'hybrid', objectStream: true }],
  ['cr-ends', { eol: '\r' }],
  ['junk', { junk: 'junk\n' }],
  ['no-final-line-end', { ending: '%%EOF' }],
  ['startxref-off', { startxrefError: 5 }],
  ['no-xref', { xref: 'none' }],
  ['short-entries', { entryEnd: '\n' }],
  ['table-from-one', { subsection: '1 8' }],
]
const vectors = join(import.meta.dirname, '../vectors/pdf')
const encrypted = readdirSync(vectors).filter((name) => name.endsWith('.pdf'))

/** Appends a changed catalog and a new object, and puts the result on disk. */
function extendOnDisk(name: string, bytes: Uint8Array): { before: string; after: string; pages: number } {
  const pdf = openPdf(bytes, { password: 'owner' })
  const draft = beginRevision(pdf)
  const note = addObject(draft, pdfDict({ Note: pdfText('thêm sau') }))
  setObject(draft, pdf.catalogRef, withEntries(readCatalog(pdf), { MotcuaNote: note }))
  const [before, after] = [join(folder, `${name}-before.pdf`), join(folder, `${name}-after.pdf`)]
  writeFileSync(before, bytes)
  writeFileSync(after, extend(bytes, appendRevision(draft).bytes))
  return { before, after, pages: countPages(pdf) }
}

const rank = { ok: 0, warnings: 1, error: 2 }
const isMissing = !hasJudge('qpdf')
if (isMissing && process.env.CI) throw new Error('qpdf is missing')

describe.skipIf(isMissing)(`qpdf on appended revisions (${shapes.length + encrypted.length} files)`, () => {
  it.each(shapes)('finds the extended file no worse than the one before: %s', (name, shape) => {
    const { before, after, pages } = extendOnDisk(name, buildPdf({ pages: 3, size: 9, ...shape }))
    expect(rank[askQpdf(after)]).toBeLessThanOrEqual(rank[askQpdf(before)])
    const { stdout } = spawnSync('qpdf', ['--show-npages', after], { encoding: 'utf8' })
    expect(Number(stdout)).toBe(pages)
  })
  it.each(encrypted)('opens what was added to %s with the password', (name) => {
    const { before, after } = extendOnDisk(name, new Uint8Array(readFileSync(join(vectors, name))))
    expect(rank[askQpdf(after, 'owner')]).toBeLessThanOrEqual(rank[askQpdf(before, 'owner')])
    const args = ['--password=owner', '--show-object=trailer', after]
    expect(spawnSync('qpdf', args, { encoding: 'utf8' }).stdout).toContain('/Root')
    const note = spawnSync('qpdf', ['--password=owner', '--qdf', '--object-streams=disable', after, '-'], {
      encoding: 'latin1',
    })
    // The text as UTF-16, in clear once qpdf has decrypted it.
    expect(note.stdout).toMatch(/\/Note (?:<feff0074006800ea006d|\(\\xfe|\(\\376|\(\u00fe\u00ff)/i)
  })
})

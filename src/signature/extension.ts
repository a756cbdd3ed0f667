/**
 * Developer extensions and the version of a document (ISO 32000-1, 7.12).
 *
 * @module
 */
import { findValue, type RevisionDraft, readCatalog } from '../pdf/index.ts'
import { pdfDict, pdfName, pdfNumber, withEntries } from '../pdf/syntax/index.ts'
import { changeCatalog, changeDictUnder, findDraftDict, readDraftCatalog } from './draft-form.ts'

/** The version a document is in: the higher of header and catalog. */
export function readDocumentVersion({ pdf }: RevisionDraft): number {
  const stated = findValue(pdf, readCatalog(pdf), 'Version')
  const fromCatalog = stated?.kind === 'name' ? Number.parseFloat(stated.name) : 0
  return Math.max(Number.parseFloat(pdf.headerVersion) || 0, fromCatalog || 0)
}

/**
 * Declares an extension of PDF 1.7 and raises the document's version to 1.7.
 *
 * Documents of PDF 2.0 need no declaration: the features are part of it. A level that is already declared is
 * never lowered, and nothing is written when nothing changes.
 *
 * @param extension - Such as `{ prefix: 'ESIC', level: 2 }`.
 */
export function declareExtension(draft: RevisionDraft, extension: { prefix: string; level: number }): void {
  const version = readDocumentVersion(draft)
  if (version >= 2) return
  const declared = findDraftDict(draft, readDraftCatalog(draft), 'Extensions') ?? pdfDict({})
  const own = findDraftDict(draft, declared, extension.prefix) ?? pdfDict({})
  const level = own.entries.get('ExtensionLevel')
  if (version < 1.7) changeCatalog(draft, { Version: pdfName('1.7') })
  if (level?.kind === 'number' && level.value >= extension.level) return
  const changed = withEntries(own, {
    BaseVersion: pdfName('1.7'),
    ExtensionLevel: pdfNumber(extension.level),
  })
  const place = {
    owner: readDraftCatalog(draft),
    key: 'Extensions',
    changeOwner: (changes: Parameters<typeof changeCatalog>[1]) => changeCatalog(draft, changes),
  }
  changeDictUnder(draft, place, { [extension.prefix]: changed })
}

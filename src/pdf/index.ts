/**
 * PDF syntax: reading any document lazily, and appending a revision without touching a byte that was there.
 *
 * It has never heard of signatures. Values are built and compared by `motcua/pdf/syntax`.
 *
 * @module
 */
export {
  type AppendedRevision,
  addObject,
  appendRevision,
  beginRevision,
  joinSources,
  type RevisionDraft,
  readDraftObject,
  resolveDraftValue,
  setObject,
  setTrailerEntry,
} from './append-revision.ts'
export type { CipherMethod, EncryptionFacts } from './encryption.ts'
export {
  findDict,
  findValue,
  listObjectNumbers,
  type OpenPdfOptions,
  openPdf,
  type Pdf,
  readCatalog,
  readObject,
  readStream,
  resolveObject,
} from './open.ts'
export { countPages, findPage, findPageAttribute, type PdfPage, walkPages } from './page.ts'
export { listRevisions, openRevision, type PdfRevision } from './revision.ts'
export {
  listDuplicatedObjects,
  type MisdirectedEntry,
  type ObjectPlace,
  type PdfStructure,
  readStructure,
} from './structure.ts'
export type {
  PdfArray,
  PdfBoolean,
  PdfDict,
  PdfId,
  PdfName,
  PdfNull,
  PdfNumber,
  PdfObject,
  PdfOrigin,
  PdfPlace,
  PdfRaw,
  PdfRef,
  PdfStream,
  PdfString,
} from './syntax/object.ts'
export type { PdfLimits } from './syntax/read-value.ts'
export type { XrefEntry, XrefSection } from './xref.ts'

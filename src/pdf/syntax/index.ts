/**
 * The words of PDF: its objects as plain data, read from bytes and written to bytes.
 *
 * Values that were read remember their bytes and are written with them; the functions here build new ones.
 *
 * @module
 */
export {
  equalObjects,
  type PdfArray,
  type PdfBoolean,
  type PdfDict,
  type PdfId,
  type PdfName,
  type PdfNull,
  type PdfNumber,
  type PdfObject,
  type PdfOrigin,
  type PdfPlace,
  type PdfRaw,
  type PdfRef,
  type PdfStream,
  type PdfString,
  pdfArray,
  pdfBoolean,
  pdfDict,
  pdfName,
  pdfNull,
  pdfNumber,
  pdfRaw,
  pdfRef,
  pdfStream,
  pdfString,
  withEntries,
} from './object.ts'
export {
  defaultLimits,
  type PdfLimits,
  type ReadOptions,
  type ReadValue,
  readPdfObject,
} from './read-value.ts'
export { pdfDate, pdfText, readPdfDate, readTextString } from './text-string.ts'
export { writePdfObject } from './write-object.ts'

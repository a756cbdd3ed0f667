/**
 * Signature dictionaries with places for what is known only later, and revisions that are ready to be signed.
 *
 * @module
 */
import { writeHex, writeUtf8 } from '../bytes.ts'
import type { Instant } from '../date.ts'
import { MotcuaError } from '../errors.ts'
import {
  type AppendedRevision,
  addObject,
  appendRevision,
  type PdfDict,
  type PdfRef,
  type RevisionDraft,
} from '../pdf/index.ts'
import { pdfArray, pdfDate, pdfDict, pdfName, pdfNumber, pdfRaw, pdfText } from '../pdf/syntax/index.ts'
import { buildLockDictionary } from './add-field.ts'
import { changeCatalog, changeDictUnder, readDraftCatalog } from './draft-form.ts'
import { messages } from './messages.ts'
import type { DocMdpLevel, FieldLock } from './permission.ts'

/** What goes into a signature or timestamp dictionary. */
export interface NewSignatureDictionary {
  readonly kind: 'signature' | 'timestamp'
  /** `ETSI.CAdES.detached`, `ETSI.RFC3161`, `adbe.pkcs7.detached`. */
  readonly subFilter: string
  /** Octets to reserve for the CMS or the timestamp token. */
  readonly reservedBytes: number
  /** /M: the time the signer claims. Left out for timestamps. */
  readonly claimedAt?: Instant | undefined
  readonly name?: string | undefined
  readonly reason?: string | undefined
  readonly location?: string | undefined
  readonly contactInfo?: string | undefined
  /** Certification level; also restricts further changes when taken from a lock. */
  readonly docMdp?: DocMdpLevel | undefined
  /** Fields that this signature locks. */
  readonly fieldMdp?: FieldLock | undefined
}

/** Labels under which the writer reports the two places. */
const BYTE_RANGE = 'signature byte range'
const CONTENTS = 'signature contents'

/** Wide enough for offsets of ten digits. */
const BYTE_RANGE_PLACEHOLDER = '[0 0000000000 0000000000 0000000000]'

/** Builds one entry of /Reference; the parameters stand inside it, as validators want them. */
function buildReference(draft: RevisionDraft, method: 'DocMDP' | 'FieldMDP', parameters: PdfDict): PdfDict {
  return pdfDict({
    Type: pdfName('SigRef'),
    TransformMethod: pdfName(method),
    TransformParams: parameters,
    // Required for FieldMDP (ISO 32000-1, table 253).
    Data: method === 'FieldMDP' ? draft.pdf.catalogRef : undefined,
  })
}

/** Builds /Reference, or nothing. */
function buildReferences(draft: RevisionDraft, input: NewSignatureDictionary): PdfDict[] {
  const { docMdp, fieldMdp } = input
  const references: PdfDict[] = []
  if (docMdp !== undefined) {
    const parameters = pdfDict({ Type: pdfName('TransformParams'), P: pdfNumber(docMdp), V: pdfName('1.2') })
    references.push(buildReference(draft, 'DocMDP', parameters))
  }
  if (fieldMdp !== undefined) {
    references.push(buildReference(draft, 'FieldMDP', buildLockDictionary(fieldMdp, 'TransformParams')))
  }
  return references
}

/** Builds optional text. */
function optionalText(text: string | undefined) {
  return text === undefined || text === '' ? undefined : pdfText(text)
}

/**
 * Adds a signature dictionary to a draft, with places for /ByteRange and /Contents.
 *
 * One draft holds one of them: a second would have to lie in the first one's signed range.
 */
export function addSignatureDictionary(draft: RevisionDraft, input: NewSignatureDictionary): PdfRef {
  const references = buildReferences(draft, input)
  const dict = pdfDict({
    Type: pdfName(input.kind === 'timestamp' ? 'DocTimeStamp' : 'Sig'),
    Filter: pdfName('Adobe.PPKLite'),
    SubFilter: pdfName(input.subFilter),
    ByteRange: pdfRaw(writeUtf8(BYTE_RANGE_PLACEHOLDER), BYTE_RANGE),
    Contents: pdfRaw(writeUtf8(`<${'00'.repeat(input.reservedBytes)}>`), CONTENTS),
    M: input.claimedAt === undefined ? undefined : pdfDate(input.claimedAt),
    Name: optionalText(input.name),
    Reason: optionalText(input.reason),
    Location: optionalText(input.location),
    ContactInfo: optionalText(input.contactInfo),
    Reference: references.length === 0 ? undefined : pdfArray(references),
  })
  return addObject(draft, dict)
}

/** Makes a signature the certification of the document: catalog /Perms /DocMDP (ISO 32000-1, 12.8.4). */
export function certifyDocument(draft: RevisionDraft, signature: PdfRef): void {
  const changeOwner = (changes: Parameters<typeof changeCatalog>[1]): void => changeCatalog(draft, changes)
  changeDictUnder(draft, { owner: readDraftCatalog(draft), key: 'Perms', changeOwner }, { DocMDP: signature })
}

/** A revision whose signature is still to come. */
export interface SignableRevision {
  /** To be put behind the document as it was. /ByteRange is final, /Contents all zeros. */
  readonly tail: Uint8Array
  /** Length of the document as it was. */
  readonly baseOffset: number
  /** Start and length of the two signed ranges. */
  readonly byteRange: readonly [number, number, number, number]
  /** Octets that fit into /Contents. */
  readonly reservedBytes: number
}

/** Writes the final byte range over its placeholder, which is never shorter. */
function fillByteRange(revision: AppendedRevision, byteRange: readonly number[]): void {
  const place = revision.labels.get(BYTE_RANGE)
  if (place === undefined) return
  const text = `[${byteRange.join(' ')}`.padEnd(BYTE_RANGE_PLACEHOLDER.length - 1, ' ')
  revision.bytes.set(writeUtf8(`${text}]`), place.start - revision.baseOffset)
}

/**
 * Writes a draft that holds a signature dictionary, and makes its byte range cover everything but /Contents.
 *
 * @throws MotcuaError `signature/no-placeholder` when the draft holds no such dictionary.
 */
export function prepareSignedRevision(draft: RevisionDraft): SignableRevision {
  const revision = appendRevision(draft)
  const contents = revision.labels.get(CONTENTS)
  if (contents === undefined) throw new MotcuaError(messages, 'signature/no-placeholder', {})
  const end = revision.baseOffset + revision.bytes.length
  const byteRange = [0, contents.start, contents.end, end - contents.end] as const
  fillByteRange(revision, byteRange)
  const reservedBytes = (contents.end - contents.start - 2) / 2
  return { tail: revision.bytes, baseOffset: revision.baseOffset, byteRange, reservedBytes }
}

/**
 * Gives the tail with the finished CMS or timestamp token in /Contents; the rest of the place stays zero.
 *
 * @throws MotcuaError `signature/placeholder-too-small` with the size needed; nothing half-signed is given.
 */
export function embedContents(revision: SignableRevision, contents: Uint8Array): Uint8Array {
  const { tail, baseOffset, byteRange, reservedBytes } = revision
  if (contents.length > reservedBytes) {
    const data = { neededBytes: contents.length, reservedBytes }
    throw new MotcuaError(messages, 'signature/placeholder-too-small', data)
  }
  const signed = tail.slice()
  signed.set(writeUtf8(writeHex(contents)), byteRange[1] - baseOffset + 1)
  return signed
}

/**
 * The first half of a signature: the bytes to append and the digest to sign.
 *
 * @module
 */
import { type ByteSource, toByteSource } from '../bytes.ts'
import type { Instant } from '../date.ts'
import { MotcuaError } from '../errors.ts'
import type { HashAlgorithm } from '../hash.ts'
import { beginRevision, openPdf, type Pdf, type PdfRef, type RevisionDraft } from '../pdf/index.ts'
import {
  addSignatureDictionary,
  addSignatureField,
  certifyDocument,
  type DocMdpLevel,
  embedContents,
  type FieldLock,
  fillSignatureField,
  findField,
  listSignatures,
  type PageRectangle,
  prepareSignedRevision,
  readCertification,
  readFieldLock,
  type SignableRevision,
  setTextField,
  type TextFieldValue,
} from '../signature/index.ts'
import { digestRevision } from './digest-ranges.ts'
import { messages } from './messages.ts'

/** A place on a page; what `motcua/form` gives for the documents it draws. */
export interface SignaturePlace {
  /** Counted from 1. */
  readonly page: number
  /** In points, from the lower left corner of the page as shown. */
  readonly rect: PageRectangle
}

/** What a signature says and where it stands. */
export interface SignaturePlan {
  /** The time the signer claims, /M; the CMS carries none (EN 319 142-1, table 1). */
  readonly claimedAt: Instant
  /** Name of an empty signature field to sign, or of a new one; the next free `Signature1` … when absent. */
  readonly field?: string
  /** Where a new field stands on a page as shown; left out, the signature is invisible. */
  readonly place?: SignaturePlace
  /** A one-page PDF shown in the field, as `motcua/form` draws it. */
  readonly appearance?: Uint8Array
  readonly reason?: string
  readonly location?: string
  readonly contactInfo?: string
  /** /Name of the signer, when it shall differ from the certificate's. */
  readonly signerName?: string
  /** Makes this the certification of the document, allowing nothing (1), form filling (2), annotations too (3). */
  readonly certify?: DocMdpLevel
  /** Fields that this signature locks. */
  readonly lock?: FieldLock
  /** Text fields that this revision fills, by name: number and date of a document before the agency signs. */
  readonly textFields?: Readonly<Record<string, TextFieldValue>>
  /** Octets reserved for the CMS; estimated by `sign`, 32 KiB here when absent. */
  readonly reservedBytes?: number
  /** Opens an encrypted document; the empty password is tried first. */
  readonly password?: string
}

/** A document that waits for its CMS. */
export interface PreparedSignature {
  readonly revision: SignableRevision
  /** Full name of the field. */
  readonly field: string
  /** Digests what the signature covers; reads the whole document once for each call. */
  readonly digest: (algorithm: HashAlgorithm) => Uint8Array
}

/** What practice in Viet Nam reserves, and enough for qualified chains with a timestamp. */
const DEFAULT_RESERVED_BYTES = 32 * 1024

/** Refuses a signature that the document's own permissions forbid. */
function assertAllowed(pdf: Pdf, plan: SignaturePlan): void {
  const certification = readCertification(pdf)
  if (certification?.level === 1)
    throw new MotcuaError(messages, 'pades/not-permitted', { reason: 'certified-without-changes' })
  if (plan.certify === undefined) return
  if (certification !== undefined)
    throw new MotcuaError(messages, 'pades/not-permitted', { reason: 'already-certified' })
  if (listSignatures(pdf).length > 0)
    throw new MotcuaError(messages, 'pades/not-permitted', { reason: 'already-signed' })
}

/** Puts the signature dictionary into its field, an existing empty one or a new one. */
function placeSignature(draft: RevisionDraft, plan: SignaturePlan, value: PdfRef): string {
  const { field, place, appearance } = plan
  if (field !== undefined && findField(draft.pdf, field.normalize('NFC')) !== undefined) {
    return fillSignatureField(draft, field, { value, appearance }).name
  }
  return addSignatureField(draft, {
    name: field,
    value,
    ...(place === undefined ? {} : { pageIndex: place.page - 1, rectangle: place.rect }),
    ...(appearance === undefined ? {} : { appearance }),
  }).name
}

/** The lock that signing has to copy: the one asked for, or the one that stands on the field. */
function findLock(pdf: Pdf, plan: SignaturePlan): FieldLock | undefined {
  if (plan.lock !== undefined) return plan.lock
  const field = plan.field === undefined ? undefined : findField(pdf, plan.field.normalize('NFC'))
  return field === undefined ? undefined : readFieldLock(pdf, field)
}

/**
 * Prepares a signature: bytes to append with a place for the CMS, and the digest of everything else.
 *
 * The document is only read. Nothing is signed yet: the digest may go to a service that answers minutes later.
 *
 * @param source - The whole document, in memory or read piece by piece.
 * @throws MotcuaError `pades/not-permitted` when the document's certification forbids the signature.
 */
export function prepareSignature(source: Uint8Array | ByteSource, plan: SignaturePlan): PreparedSignature {
  const bytes = toByteSource(source)
  const pdf = openPdf(bytes, plan.password === undefined ? {} : { password: plan.password })
  assertAllowed(pdf, plan)
  const draft = beginRevision(pdf)
  for (const [name, value] of Object.entries(plan.textFields ?? {})) setTextField(draft, name, value)
  const lock = findLock(pdf, plan)
  const dictionary = addSignatureDictionary(draft, {
    kind: 'signature',
    subFilter: 'ETSI.CAdES.detached',
    reservedBytes: plan.reservedBytes ?? DEFAULT_RESERVED_BYTES,
    claimedAt: plan.claimedAt,
    name: plan.signerName,
    reason: plan.reason,
    location: plan.location,
    contactInfo: plan.contactInfo,
    docMdp: plan.certify ?? lock?.level,
    fieldMdp: lock,
  })
  if (plan.certify !== undefined) certifyDocument(draft, dictionary)
  const field = placeSignature(draft, plan, dictionary)
  const revision = prepareSignedRevision(draft)
  return { revision, field, digest: (algorithm) => digestRevision(bytes, revision, algorithm) }
}

/**
 * Gives the bytes to append, with the finished CMS in their place.
 *
 * The other half of {@link prepareSignature}. `signature/placeholder-too-small` names the size needed when the
 * CMS does not fit; nothing half-signed is given.
 */
export function embedSignature(prepared: PreparedSignature, cms: Uint8Array): Uint8Array {
  return embedContents(prepared.revision, cms)
}

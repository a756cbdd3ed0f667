/**
 * The first half of a signature: the bytes to append and the digest to sign.
 *
 * @module
 */
import { type ByteSource, toByteSource } from '../bytes.ts'
import type { Instant } from '../date.ts'
import type { Finding } from '../finding.ts'
import type { HashAlgorithm } from '../hash.ts'
import { beginRevision, openPdf, type Pdf, type PdfRef, type RevisionDraft } from '../pdf/index.ts'
import type { SignaturePolicy } from '../pki/index.ts'
import {
  addSignatureDictionary,
  addSignatureField,
  certifyDocument,
  checkShadowRisks,
  type DocMdpLevel,
  declareExtension,
  type FieldLock,
  type FormField,
  fillSignatureField,
  findField,
  type PageRectangle,
  prepareSignedRevision,
  readFieldLock,
  type SignableRevision,
  setTextField,
  type TextFieldValue,
} from '../signature/index.ts'
import { assertPermitted } from './check-permission.ts'
import { applyMode, type SigningMode } from './mode.ts'
import { type RunningDigest, startDigest } from './running-digest.ts'
import { assertSeedValue, type SignerAnswer } from './seed-value.ts'

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
  /** Name of an empty signature field to sign, or of a new one; the mode's, or the next free `Signature1` … when absent. */
  readonly field?: string
  /** Where a new field stands on a page as shown; left out, the signature is invisible. */
  readonly place?: SignaturePlace
  /** A one-page PDF shown in the field, as `motcua/form` draws it. */
  readonly appearance?: Uint8Array
  /** One of the five modes of Vietnamese practice, which presets field, locks and order. */
  readonly mode?: SigningMode
  readonly reason?: string
  readonly location?: string
  readonly contactInfo?: string
  /** /Name of the signer, when it shall differ from the certificate's. */
  readonly signerName?: string
  /** Makes this the certification of the document, allowing nothing (1), form filling (2), annotations too (3). */
  readonly certify?: DocMdpLevel
  /** Fields that this signature locks; the field's own /Lock or the mode's when absent. */
  readonly lock?: FieldLock
  /** Text fields that this revision fills, by name: number and date of a document before the agency signs. */
  readonly textFields?: Readonly<Record<string, TextFieldValue>>
  /** Octets reserved for the CMS; estimated by `sign`, 32 KiB here when absent. */
  readonly reservedBytes?: number
  /** Opens an encrypted document; the empty password is tried first. */
  readonly password?: string
  /** `false` leaves out the look for what prepares a shadow attack. */
  readonly scan?: boolean
}

/** What a signature says under the CMS beside what every one says. */
export interface SignatureExtras {
  /** Positions the signer claims to hold, such as `Chủ tịch`. */
  readonly claimedRoles?: readonly string[]
  /** Commitment types, such as proof of approval `1.2.840.113549.1.9.16.6.5`; exclude a reason (EN 319 142-1, table 1). */
  readonly commitmentTypes?: readonly string[]
  /** The policy under which is signed (EPES); excludes a reason as well. */
  readonly signaturePolicy?: SignaturePolicy
}

/** What the second half needs of the first; `reopenSignature` gives it in another process. */
export interface AwaitingSignature {
  readonly revision: SignableRevision
  /** Full name of the field. */
  readonly field: string
  readonly claimedAt: Instant
  readonly reason: string | undefined
  /** Digests what the signature covers; reads the whole document once for each algorithm. */
  readonly digest: (algorithm: HashAlgorithm) => Uint8Array
  /** Refuses a signer that the seed value of the field does not want. */
  readonly assertDemands: (signer: SignerAnswer) => void
}

/** A document that waits for its CMS. */
export interface PreparedSignature extends AwaitingSignature {
  /** What in the document could show something else later: reasons to look before signing, never a refusal. */
  readonly findings: readonly Finding[]
}

/** What practice in Viet Nam reserves, and enough for qualified chains with a timestamp. */
const DEFAULT_RESERVED_BYTES = 32 * 1024

/** The SubFilter of PAdES (EN 319 142-1, 6.3). */
const SUB_FILTER = 'ETSI.CAdES.detached'

/** A plan whose field, lock and order are settled against the document. */
export interface SettledPlan extends SignaturePlan {
  readonly appliedLock: FieldLock | undefined
  /** The existing field that is signed, for what it demands. */
  readonly existingField: FormField | undefined
}

/**
 * Settles a plan: mode and order, permissions of earlier signatures, the field's own lock and demands.
 *
 * Everything that forbids the signature is found here, before anything is digested or signed.
 */
export function settlePlan(pdf: Pdf, plan: SignaturePlan, signer: SignerAnswer = {}): SettledPlan {
  const filled = Object.keys(plan.textFields ?? {})
  const preset = plan.mode === undefined ? undefined : applyMode(pdf, plan.mode, filled)
  const name = (plan.field ?? preset?.field)?.normalize('NFC')
  const existingField = name === undefined ? undefined : findField(pdf, name)
  const ownLock = existingField === undefined ? undefined : readFieldLock(pdf, existingField)
  const appliedLock = plan.lock ?? ownLock ?? preset?.lock
  assertPermitted(pdf, { certify: plan.certify, fieldNames: [name ?? '', ...filled] })
  const { reason, certify } = plan
  const document = { subFilter: SUB_FILTER, reason, certify, lockLevel: appliedLock?.level }
  assertSeedValue(pdf, existingField, { document, signer })
  return { ...plan, ...(name === undefined ? {} : { field: name }), appliedLock, existingField }
}

/** Puts the signature dictionary into its field, an existing empty one or a new one. */
function placeSignature(draft: RevisionDraft, plan: SignaturePlan, value: PdfRef): string {
  const { field, place, appearance } = plan
  if (field !== undefined && findField(draft.pdf, field) !== undefined) {
    return fillSignatureField(draft, field, { value, appearance }).name
  }
  return addSignatureField(draft, {
    name: field,
    value,
    ...(place === undefined ? {} : { pageIndex: place.page - 1, rectangle: place.rect }),
    ...(appearance === undefined ? {} : { appearance }),
  }).name
}

/** Writes the revision of a settled plan, with zeros where the CMS will be. */
export function draftSignature(
  pdf: Pdf,
  plan: SettledPlan,
  reservedBytes: number,
): { readonly revision: SignableRevision; readonly field: string } {
  const draft = beginRevision(pdf)
  for (const [name, value] of Object.entries(plan.textFields ?? {})) setTextField(draft, name, value)
  const dictionary = addSignatureDictionary(draft, {
    kind: 'signature',
    subFilter: SUB_FILTER,
    reservedBytes,
    claimedAt: plan.claimedAt,
    name: plan.signerName,
    reason: plan.reason,
    location: plan.location,
    contactInfo: plan.contactInfo,
    docMdp: plan.certify ?? plan.appliedLock?.level,
    fieldMdp: plan.appliedLock,
  })
  if (plan.certify !== undefined) certifyDocument(draft, dictionary)
  const field = placeSignature(draft, plan, dictionary)
  // ETSI.CAdES.detached is no SubFilter of PDF 1.7 itself (EN 319 142-1, 5.5).
  declareExtension(draft, { prefix: 'ESIC', level: 2 })
  return { revision: prepareSignedRevision(draft), field }
}

/** Opens a document that is to be signed. */
export function openForSigning(source: ByteSource, password: string | undefined): Pdf {
  return openPdf(source, password === undefined ? {} : { password })
}

/** Looks for what prepares a shadow attack, unless the plan leaves it out. */
export function scanDocument(pdf: Pdf, { scan = true }: SignaturePlan): readonly Finding[] {
  return scan ? checkShadowRisks(pdf) : []
}

/**
 * Prepares a signature: bytes to append with a place for the CMS, and the digest of everything else.
 *
 * The second half is `embedSignature`, in this process or, with `reopenSignature`, in another. The document is only read. Nothing is signed yet: the digest may go to a service that answers minutes later.
 * What earlier signatures, seed values or the order of the modes forbid is refused here.
 *
 * @param source - The whole document, in memory or read piece by piece.
 *
 * @example
 * import { instant } from 'motcua'
 * import { prepareSignature } from 'motcua/pades'
 * const document = new TextEncoder().encode(
 *   '%PDF-1.7\n1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj 2 0 obj <</Type/Pages/Count 1/Kids[3 0 R]>> endobj\n' +
 *     '3 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>> endobj trailer <</Root 1 0 R>>\n',
 * )
 * const prepared = prepareSignature(document, { claimedAt: instant('2026-09-01T09:00') })
 * prepared.digest('sha256').length // 32
 */
export function prepareSignature(source: Uint8Array | ByteSource, plan: SignaturePlan): PreparedSignature {
  const bytes = toByteSource(source)
  const pdf = openForSigning(bytes, plan.password)
  const settled = settlePlan(pdf, plan)
  const drafted = draftSignature(pdf, settled, plan.reservedBytes ?? DEFAULT_RESERVED_BYTES)
  const running: RunningDigest = startDigest(bytes)
  return {
    ...drafted,
    claimedAt: plan.claimedAt,
    reason: plan.reason,
    digest: (algorithm) => running.ofRevision(drafted.revision, algorithm),
    assertDemands: (signer) => assertSeedValue(pdf, settled.existingField, { signer }),
    findings: scanDocument(pdf, plan),
  }
}

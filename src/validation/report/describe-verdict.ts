/**
 * The verdict in short: what `motcua verify --json` prints, one language, no facts.
 *
 * @module
 */
import type { Language } from '../../errors.ts'
import type { CheckName, CheckOutcome, ValidationFinding } from '../finding.ts'
import type { DocumentReport, SignatureReport, SignerReport, ValidationReport } from '../verdict.ts'

/** A finding in one language. */
export interface ShortFinding {
  readonly check: CheckName
  readonly outcome: CheckOutcome
  readonly code: string
  readonly message: string
}

/** A signature or document timestamp without its changes and facts. */
export interface ShortSignature
  extends Omit<SignatureReport, 'signer' | 'findings' | 'changes' | 'attacks' | 'reason' | 'location'> {
  readonly signer: Omit<SignerReport, 'name' | 'unit' | 'issuerName' | 'sha256'> | null
  readonly findings: readonly ShortFinding[]
}

/** The verdict on a document and on everything in it that was signed. */
export interface ShortVerdict {
  readonly document: Omit<DocumentReport, 'findings'> & { readonly findings: readonly ShortFinding[] }
  readonly signatures: readonly ShortSignature[]
}

/** A finding in one language. */
function shorten({ check, outcome, code, message }: ValidationFinding, language: Language): ShortFinding {
  return { check, outcome, code, message: message[language] }
}

/** The certificate of the signer without what is picked from its names. */
function shortenSigner(signer: SignerReport | null): ShortSignature['signer'] {
  if (signer === null) return null
  const { subject, issuer, serial, notBefore, notAfter } = signer
  return { subject, issuer, serial, notBefore, notAfter }
}

/**
 * Gives the verdict in the short form that is published as the JSON Schema `verdict`.
 *
 * The report itself, with the changes, their places and both languages, is the JSON Schema `validation-report`.
 *
 * @example
 * import { describeVerdict, verifyDocument } from 'motcua/validation'
 * import { instant } from 'motcua'
 * const report = await verifyDocument(new Uint8Array(9), { trust: [], at: instant('2026-09-01T09:00') })
 * describeVerdict(report, 'en').document.indication // null
 */
export function describeVerdict(report: ValidationReport, language: Language): ShortVerdict {
  const { indication, subIndication, findings } = report.document
  return {
    document: { indication, subIndication, findings: findings.map((each) => shorten(each, language)) },
    signatures: report.signatures.map((signature) => ({
      field: signature.field,
      kind: signature.kind,
      level: signature.level,
      indication: signature.indication,
      subIndication: signature.subIndication,
      coverage: signature.coverage,
      modification: signature.modification,
      docMdp: signature.docMdp,
      signer: shortenSigner(signature.signer),
      claimedAt: signature.claimedAt,
      provenAt: signature.provenAt,
      findings: signature.findings.map((each) => shorten(each, language)),
    })),
  }
}

/**
 * The report as the XML of ETSI TS 119 102-2, for archives and other validators.
 *
 * Elements and identifiers follow the schema `http://uri.etsi.org/19102/v1.4.1#`; the text of the standard was not read.
 *
 * @module
 */
import { readHex, writeBase64 } from '../../bytes.ts'
import type { CheckOutcome, ValidationFinding } from '../finding.ts'
import type { DocumentReport, SignatureReport, ValidationReport } from '../verdict.ts'
import { type Html, markup, nothing } from './safe-text.ts'

const NAMESPACES =
  'xmlns="http://uri.etsi.org/19102/v1.4.1#" xmlns:ds="http://www.w3.org/2000/09/xmldsig#" xmlns:XAdES="http://uri.etsi.org/01903/v1.3.2#"'
const SHA256 = 'http://www.w3.org/2001/04/xmlenc#sha256'

/** How the outcome of one check is said. */
const statuses: Readonly<Record<CheckOutcome, string>> = {
  ok: 'passed',
  failed: 'failed',
  warning: 'indeterminate',
  'not-checked': 'indeterminate',
}

/** One finding as a constraint that was applied. */
function writeConstraint({ code, outcome, message }: ValidationFinding): Html {
  return markup`<ValidationConstraint><ValidationConstraintIdentifier>urn:motcua:finding:${code}</ValidationConstraintIdentifier><ConstraintStatus><Status>urn:etsi:019102:constraintStatus:applied</Status></ConstraintStatus><ValidationStatus><MainIndication>urn:etsi:019102:mainindication:${statuses[outcome]}</MainIndication></ValidationStatus><Indications>${message.en}</Indications></ValidationConstraint>`
}

/** The policy, and what it was applied to. */
function writeConstraints(policy: string, findings: readonly ValidationFinding[]): Html {
  return markup`<ValidationConstraintsEvaluationReport><SignatureValidationPolicy><SignaturePolicyIdentifier><XAdES:SignaturePolicyImplied/></SignaturePolicyIdentifier><PolicyName>${policy}</PolicyName></SignatureValidationPolicy>${findings.map(writeConstraint)}</ValidationConstraintsEvaluationReport>`
}

/** Main status and sub-indication; a document without signatures has none in the standard. */
function writeStatus({
  indication,
  subIndication,
}: Pick<DocumentReport, 'indication' | 'subIndication'>): Html {
  const main =
    indication === null
      ? 'urn:motcua:mainindication:no-signature'
      : `urn:etsi:019102:mainindication:${indication.toLowerCase()}`
  const sub =
    subIndication === null
      ? nothing
      : markup`<SubIndication>urn:etsi:019102:subindication:${subIndication}</SubIndication>`
  return markup`<SignatureValidationStatus><MainIndication>${main}</MainIndication>${sub}</SignatureValidationStatus>`
}

/** One signature or document timestamp. */
function writeSignature(signature: SignatureReport, index: number, report: ValidationReport): Html {
  const { field, claimedAt, provenAt, signer, findings } = signature
  const attributes =
    claimedAt === null
      ? nothing
      : markup`<SignatureAttributes><SigningTime><Time>${claimedAt}</Time></SigningTime></SignatureAttributes>`
  const by =
    signer === null
      ? nothing
      : markup`<SignerInformation><SignerCertificate VOReference="certificate-${index}"/><Signer>${signer.subject}</Signer></SignerInformation>`
  return markup`<SignatureValidationReport><SignatureIdentifier id="signature-${index}"><HashOnly>false</HashOnly><DocHashOnly>false</DocHashOnly><DAIdentifier>${field}</DAIdentifier></SignatureIdentifier>${writeConstraints(report.policy, findings)}<ValidationTimeInfo><ValidationTime>${report.at}</ValidationTime><BestSignatureTime><POETime>${provenAt ?? report.at}</POETime><TypeOfProof>urn:etsi:019102:poetype:validation</TypeOfProof></BestSignatureTime></ValidationTimeInfo>${attributes}${by}${writeStatus(signature)}</SignatureValidationReport>`
}

/** The certificates of the signers, by their digests. */
function writeObjects(signatures: readonly SignatureReport[]): Html {
  const rows = signatures.flatMap(({ signer }, index) =>
    signer === null
      ? []
      : [
          markup`<ValidationObject id="certificate-${index}"><ObjectType>urn:etsi:019102:validationObject:certificate</ObjectType><ValidationObjectRepresentation><DigestAlgAndValue><ds:DigestMethod Algorithm="${SHA256}"/><ds:DigestValue>${writeBase64(readHex(signer.sha256))}</ds:DigestValue></DigestAlgAndValue></ValidationObjectRepresentation></ValidationObject>`,
        ],
  )
  return rows.length === 0
    ? nothing
    : markup`<SignatureValidationObjects>${rows}</SignatureValidationObjects>`
}

/**
 * Writes the report as XML of ETSI TS 119 102-2: for each signature its status, times, signer and every finding as a
 * constraint. Certificates are named by their SHA-256; nothing is signed, and no further validation data are put in.
 *
 * @example
 * import { verifyDocument, writeXmlReport } from 'motcua/validation'
 * import { instant } from 'motcua'
 * const report = await verifyDocument(new Uint8Array(9), { trust: [], at: instant('2026-09-01T09:00') })
 * writeXmlReport(report).slice(0, 19) // '<?xml version="1.0"'
 */
export function writeXmlReport(report: ValidationReport): string {
  const { document, signatures, policy } = report
  const none = markup`<SignatureValidationReport>${writeConstraints(policy, document.findings)}${writeStatus(document)}</SignatureValidationReport>`
  const all = signatures.map((signature, index) => writeSignature(signature, index, report))
  const body = markup`${all.length === 0 ? none : all}${writeObjects(signatures)}`
  // Two characters that XML 1.0 knows in no form at all.
  const text = body.html.replace(/[\ufffe\uffff]/g, '\ufffd')
  return `<?xml version="1.0" encoding="UTF-8"?>\n<ValidationReport ${NAMESPACES}>${text}</ValidationReport>\n`
}

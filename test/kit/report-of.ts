/**
 * Reports made by hand: a good one, and the same with what a test wants otherwise.
 *
 * @module
 */
import type { ValidationFinding } from '../../src/validation/finding.ts'
import type { DocumentChange, SignatureReport, ValidationReport } from '../../src/validation/index.ts'
import { signedAt } from './signed-document.ts'

/** A finding with only what it is about. */
export function findingOf(
  check: ValidationFinding['check'],
  outcome: ValidationFinding['outcome'],
  more: Partial<ValidationFinding> = {},
): ValidationFinding {
  const severity = ({ ok: 'info', failed: 'error', warning: 'warning', 'not-checked': 'warning' } as const)[
    outcome
  ]
  const code = `validation/${check}-${outcome}`
  return {
    check,
    outcome,
    severity,
    code,
    place: '',
    message: { vi: 'câu', en: 'words' },
    facts: {},
    ...more,
  }
}

/** A signature that passed, but for what is said. */
export function signatureOf(more: Partial<SignatureReport> = {}): SignatureReport {
  return {
    field: 'Sig1',
    kind: 'signature',
    level: 'B-B',
    indication: 'TOTAL-PASSED',
    subIndication: null,
    coverage: 'entire-file',
    modification: 'none',
    docMdp: { level: null, ok: true },
    signer: {
      name: 'Người ký thử',
      unit: '',
      issuerName: 'motcua test issuing',
      subject: 'CN=Người ký thử',
      issuer: 'CN=motcua test issuing',
      sha256: 'ab'.repeat(32),
      serial: '1f',
      notBefore: signedAt,
      notAfter: signedAt,
    },
    claimedAt: signedAt,
    provenAt: null,
    reason: '',
    location: '',
    findings: [findingOf('digest', 'ok'), findingOf('signature', 'ok')],
    changes: [],
    attacks: [],
    ...more,
  }
}

/** The headings that TT 15/2025/TT-BKHCN asks for. */
export const circularHeadings: readonly string[] = [
  'Người ký',
  'Đơn vị quản lý',
  'Tổ chức cấp chứng thư',
  'Thời gian ký',
  'Dấu thời gian',
  'Tính toàn vẹn',
  'Hiệu lực chứng thư khi ký',
  'Thời hạn chứng thư',
]

/** A change on the first page. */
export function changeOf(more: Partial<DocumentChange> = {}): DocumentChange {
  return {
    rule: 'field/filled',
    level: 'form-filling',
    revisionIndex: 1,
    object: { number: 13, generation: 0 },
    path: '/AcroForm/Fields[0]',
    pageNumber: 1,
    rectangle: [10, 20, 110, 60],
    message: { vi: 'một trường được điền', en: 'a field was filled in' },
    ...more,
  }
}

/** A report on signatures. */
export function reportOf(
  signatures: readonly SignatureReport[] = [signatureOf()],
  findings: readonly ValidationFinding[] = [],
): ValidationReport {
  const indication = signatures[0]?.indication ?? null
  const document = { indication, subIndication: signatures[0]?.subIndication ?? null, findings }
  return {
    schema: 'motcua/validation-report@1',
    at: signedAt,
    policy: 'etsi',
    document,
    signatures,
    pages: [],
  }
}

/** Everything a stranger may write that must not reach whoever reads a report as it is. */
export const hostileText =
  '</title><script>alert(1)</script>"\'&<![CDATA[x]]><!-- \u0000\u0007\u001b[31m\u009b31m\r\n\t\u061c\u200e\u200f\u202a\u202e\u2028\u2029\u2066\u2069\ufeff\u{e0041}\ud800\ufffe\uffff'

/** A signature in which every word of the document is hostile. */
export function hostileSignature(): SignatureReport {
  const evil = hostileText
  const { signer } = signatureOf()
  const message = { vi: evil, en: evil }
  return signatureOf({
    field: evil,
    reason: evil,
    location: evil,
    signer: signer && {
      ...signer,
      name: evil,
      unit: evil,
      issuerName: evil,
      subject: evil,
      issuer: evil,
      serial: evil,
    },
    findings: [findingOf('chain', 'failed', { place: evil, message, facts: { reason: evil } })],
    changes: [changeOf({ path: evil, message })],
    attacks: [
      {
        name: 'shadow-hide',
        variant: 'overlay-removed',
        stage: 'suspected',
        place: evil,
        pageNumber: 1,
        message,
      },
    ],
  })
}

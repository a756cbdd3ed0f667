import { openPdf } from '../../src/pdf/index.ts'
import {
  addSignatureField,
  certifyDocument,
  type FieldLock,
  listSignatures,
} from '../../src/signature/index.ts'
import { analyseDifference, type DocumentDifference } from '../../src/validation/index.ts'
import { type Appendix, appendTo } from './attacks/append.ts'
import { sampleShape } from './attacks/sample.ts'
import { buildPdf, type PdfShape } from './build-pdf.ts'
import { pretendToSign } from './signing-draft.ts'

/** What the pretended signer allows. */
export interface Allowance {
  readonly shape?: PdfShape
  readonly certify?: 1 | 2 | 3
  readonly lock?: FieldLock
}

/** The bytes of a document with a pretended signature in a field `Sig1`; objects 19 and up are the signer's. */
export function signedDocument({ shape = sampleShape(), certify, lock }: Allowance = {}): Uint8Array {
  const more = {
    ...(certify === undefined ? {} : { docMdp: certify }),
    ...(lock === undefined ? {} : { fieldMdp: lock }),
  }
  return pretendToSign(
    buildPdf(shape),
    (draft, value) => {
      addSignatureField(draft, { name: 'Sig1', value })
      if (certify !== undefined) certifyDocument(draft, value)
    },
    more,
  ).bytes
}

/** What the first signature of a document finds behind it. */
export function analyseBytes(bytes: Uint8Array): DocumentDifference {
  const pdf = openPdf(bytes)
  const signatures = listSignatures(pdf)
  const [first] = signatures
  if (first === undefined) throw new Error('no signature')
  return analyseDifference(pdf, first, signatures)
}

/** Appends something to the signed sample and says what is found: the level, then the rules of that level. */
export function changeSample(appendix: Appendix, allowance?: Allowance): string[] {
  const { level, changes } = analyseBytes(appendTo(signedDocument(allowance), appendix))
  return [level, ...changes.filter((change) => change.level === level).map(({ rule }) => rule)]
}

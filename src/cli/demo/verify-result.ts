/**
 * A first look at the signatures of a document: digest, signature, coverage, signer.
 *
 * @module
 */
import { concatBytes } from '../../bytes.ts'
import type { LocalizedText } from '../../errors.ts'
import { createHasher } from '../../hash.ts'
import { openPdf } from '../../pdf/index.ts'
import {
  checkSigner,
  findNameValue,
  findSignerCertificate,
  readCertificates,
  readSignedData,
} from '../../pki/index.ts'
import { type FoundSignature, listSignatures } from '../../signature/index.ts'

/** What is said of one signature. */
export interface SignatureLook {
  readonly isIntact: boolean
  readonly says: LocalizedText
}

/** Digests what a signature covers. */
function digestCovered(document: Uint8Array, byteRange: readonly number[]): Uint8Array {
  const [start = 0, length = 0, next = 0, rest = 0] = byteRange
  const covered = concatBytes(document.subarray(start, start + length), document.subarray(next, next + rest))
  return createHasher('sha256').update(covered).digest()
}

/** Looks at one signature. */
async function look(document: Uint8Array, found: FoundSignature): Promise<SignatureLook> {
  const { byteRange = [], contents = new Uint8Array(0) } = found
  const signedData = readSignedData(contents)
  const [signer] = signedData.signers
  const certificate = signer && findSignerCertificate(signer, readCertificates(signedData.certificates))
  const name = (certificate && findNameValue(certificate.subject, 'CN')) ?? '?'
  const findings =
    signer === undefined || certificate === undefined
      ? undefined
      : await checkSigner(signer, {
          certificate,
          contentType: signedData.contentType,
          messageDigest: digestCovered(document, byteRange),
        })
  const isIntact = findings?.length === 0
  const isWhole = (byteRange[2] ?? 0) + (byteRange[3] ?? 0) === document.length
  const cover = isWhole
    ? { vi: 'phủ toàn bộ tệp', en: 'covers the whole file' }
    : { vi: 'phủ toàn bộ phiên bản đã ký', en: 'covers its whole revision' }
  const verdict = isIntact
    ? { vi: 'nguyên vẹn', en: 'intact' }
    : { vi: 'NỘI DUNG ĐÃ BỊ THAY ĐỔI', en: 'THE CONTENT WAS CHANGED' }
  return {
    isIntact,
    says: { vi: `${name}: ${verdict.vi}, ${cover.vi}`, en: `${name}: ${verdict.en}, ${cover.en}` },
  }
}

/** Looks at every signature of a document. */
export function lookAtSignatures(document: Uint8Array): Promise<readonly SignatureLook[]> {
  return Promise.all(listSignatures(openPdf(document)).map((found) => look(document, found)))
}

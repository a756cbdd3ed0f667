/**
 * A signature in one call, from B-B to B-LTA.
 *
 * @module
 */
import { type ByteSource, toByteSource } from '../bytes.ts'
import { isMotcuaError } from '../errors.ts'
import type { Finding } from '../finding.ts'
import { hashBytes } from '../hash.ts'
import type { Pdf } from '../pdf/index.ts'
import {
  addUnsignedAttributes,
  buildSignedAttributes,
  buildSignedData,
  type Certificate,
  countSignedDataBytes,
  type Signer,
  type StrengthRule,
  writeSignatureTimestamp,
} from '../pki/index.ts'
import { buildVriKey, embedContents, type SignableRevision } from '../signature/index.ts'
import {
  addStoreRevision,
  addTimestampRevision,
  type GrowingDocument,
  grow,
  joinTails,
  SPARE_BYTES,
} from './add-revision.ts'
import { assertSigner } from './check-signer.ts'
import { assertSignature, pickExtras, type SignedRevision } from './embed-signature.ts'
import { assertCovered, type GatheredMaterial, gatherMaterial } from './gather.ts'
import { type LevelSources, type PadesLevel, reaches, requireSources } from './level.ts'
import {
  draftSignature,
  openForSigning,
  type SettledPlan,
  type SignatureExtras,
  type SignaturePlan,
  scanDocument,
  settlePlan,
} from './prepare-signature.ts'
import {
  assertWithinCertificate,
  type CheckedTimestamp,
  digestOf,
  requestTimestamp,
  TOKEN_BYTES,
} from './request-timestamp.ts'
import { startDigest } from './running-digest.ts'

/** A signature by a signer that is known beforehand. */
export interface SignInput extends SignaturePlan, SignatureExtras, LevelSources {
  /** Key and certificates; the certificates come first because the signed attributes name the signer's. */
  readonly signer: Signer
  /** B-B when absent. */
  readonly level?: PadesLevel
  /** Table of accepted algorithms, the Vietnamese one when absent. */
  readonly strengthRules?: readonly StrengthRule[]
}

/** Everything one signing needs, settled. */
interface Signing {
  readonly pdf: Pdf
  readonly plan: SettledPlan
  readonly input: SignInput
  readonly certificate: Certificate
  readonly document: GrowingDocument
}

/** A finished first revision. */
interface Made {
  readonly tail: Uint8Array
  readonly field: string
  readonly revision: SignableRevision
  readonly cms: Uint8Array
  readonly timestamp: CheckedTimestamp | undefined
}

/** Room for the CMS: built with a stand-in, plus the token where there will be one. */
function estimateBytes(input: SignInput): number {
  const { signer, level = 'B-B', timestamp, reason } = input
  const { algorithm, chain } = signer
  const unsignedBytes = reaches(level, 'B-T') ? (timestamp?.reservedBytes ?? TOKEN_BYTES) : 0
  const attributes = pickExtras(input, reason)
  return countSignedDataBytes({ algorithm, certificates: chain, unsignedBytes, attributes }) + SPARE_BYTES
}

/** Signs the attributes over a digest, and checks the signature before anything is done with it. */
async function buildCms({ input, certificate, document }: Signing, revision: SignableRevision) {
  const { signer, reason } = input
  const { algorithm, chain } = signer
  const signedAttributes = buildSignedAttributes({
    digestAlgorithm: algorithm.digest,
    messageDigest: document.digest.ofRevision(revision, algorithm.digest),
    signerCertificate: certificate.der,
    ...pickExtras(input, reason),
  })
  const signature = await signer.sign(signedAttributes)
  await assertSignature({ algorithm, certificate, message: signedAttributes, signature })
  return { cms: buildSignedData({ signedAttributes, signature, algorithm, certificates: chain }), signature }
}

/** Makes the signature revision with a certain room for the CMS. */
async function signOnce(signing: Signing, reservedBytes: number): Promise<Made> {
  const { pdf, plan, input } = signing
  const { revision, field } = draftSignature(pdf, plan, reservedBytes)
  const { cms, signature } = await buildCms(signing, revision)
  if (input.timestamp === undefined || !reaches(input.level ?? 'B-B', 'B-T')) {
    return { tail: embedContents(revision, cms), field, revision, cms, timestamp: undefined }
  }
  const { timestamp: source } = input
  const imprint = hashBytes(digestOf(source), signature)
  const timestamp = await requestTimestamp(source, imprint)
  assertWithinCertificate(timestamp, signing.certificate)
  const stamped = addUnsignedAttributes(cms, [writeSignatureTimestamp(timestamp.token)])
  return { tail: embedContents(revision, stamped), field, revision, cms: stamped, timestamp }
}

/** The same, once more with room enough when the first estimate was too small. */
async function signPatiently(signing: Signing): Promise<Made> {
  const { reservedBytes } = signing.input
  try {
    return await signOnce(signing, reservedBytes ?? estimateBytes(signing.input))
  } catch (error) {
    const isFixed = reservedBytes !== undefined
    if (isFixed || !isMotcuaError(error, 'signature/placeholder-too-small')) throw error
    return signOnce(signing, error.data.neededBytes + SPARE_BYTES)
  }
}

/** Contents as they stand in the file, padding included: what the VRI key is made of. */
function padContents({ revision, cms }: Made): Uint8Array {
  const padded = new Uint8Array(revision.reservedBytes)
  padded.set(cms)
  return padded
}

/** Adds validation data for the signature and its timestamp, and at B-LTA a timestamp over everything. */
async function raiseLevel(signing: Signing, made: Made): Promise<void> {
  const { input, certificate, document } = signing
  const { level = 'B-B', revocation, timestamp } = input
  if (!reaches(level, 'B-LT') || revocation === undefined || timestamp === undefined) return
  const stamp = made.timestamp
  const ends = stamp === undefined ? [certificate] : [certificate, stamp.certificate]
  const known = [...input.signer.chain, ...(stamp?.certificates ?? [])]
  const material = await gatherMaterial(ends, revocation, { known })
  assertCovered(material)
  const { certificates, ocsps, crls } = material
  const entry = { key: buildVriKey(padContents(made)), certificates, ocsps, crls }
  addStoreRevision(document, { certificates, ocsps, crls, vri: [entry] })
  if (reaches(level, 'B-LTA')) await addTimestampRevision(document, timestamp)
}

/** Says that nobody could tell whether a certificate is revoked (TT 15/2025/TT-BKHCN, Annex II: never passed in silence). */
function findSilence({ uncovered }: GatheredMaterial): Finding[] {
  return uncovered.map(({ sha256, reason, codes }) => ({
    code: 'pades/revocation-unknown',
    severity: 'warning',
    place: 'signer',
    message: {
      vi: 'không kiểm tra được trạng thái thu hồi của một chứng thư trong chuỗi; hãy kiểm tra OCSP, CRL hoặc bổ sung chứng thư cấp trên',
      en: 'nobody could say whether a certificate of the chain is revoked; check OCSP and CRL services or hand in the issuers',
    },
    facts: { sha256, reason, codes },
  }))
}

/** Refuses a certificate that its own services call revoked; services that are silent are told, and stop nothing here. */
async function checkRevocation(certificate: Certificate, input: SignInput): Promise<Finding[]> {
  if (input.revocation === undefined) return []
  return findSilence(await gatherMaterial([certificate], input.revocation, { known: input.signer.chain }))
}

/**
 * Signs a document as PAdES baseline by incremental update (ETSI EN 319 142-1), at any of the four levels.
 *
 * Everything that can be refused is refused before the signer is asked: a certificate out of its period, for another
 * purpose, revoked, or with a weak algorithm; what earlier signatures, seed values and the order of the modes forbid.
 * The signature is checked against the certificate before it is written. The document is read once, also for B-LTA.
 *
 * @param source - The whole document, in memory or read piece by piece; it is never changed or copied.
 * @returns The tail alone; the signed document is the old one with the tail behind it.
 *
 * @example
 * import { fromEpochMs } from 'motcua'
 * import { createTestAuthority } from 'motcua/adapters/test-authority'
 * import { sign } from 'motcua/pades'
 * const authority = await createTestAuthority()
 * const { signer } = await authority.issue({ commonName: 'Người ký thử' })
 * const document = new TextEncoder().encode(
 *   '%PDF-1.7\n1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj 2 0 obj <</Type/Pages/Count 1/Kids[3 0 R]>> endobj\n' +
 *     '3 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>> endobj trailer <</Root 1 0 R>>\n',
 * )
 * const randomBytes = (length: number) => crypto.getRandomValues(new Uint8Array(length))
 * const signed = await sign(document, {
 *   signer,
 *   claimedAt: fromEpochMs(Date.now()),
 *   level: 'B-LTA',
 *   timestamp: { fetchTimestamp: authority.fetchTimestamp, randomBytes },
 *   revocation: authority,
 * })
 * signed.level // 'B-LTA'
 */
export async function sign(source: Uint8Array | ByteSource, input: SignInput): Promise<SignedRevision> {
  const { signer, level = 'B-B', timestamp, claimedAt, strengthRules } = input
  requireSources(level, input)
  const base = toByteSource(source)
  const { chain, algorithm } = signer
  const { certificate, findings } = assertSigner({ algorithm, chain, at: claimedAt, strengthRules })
  const pdf = openForSigning(base, input.password)
  const plan = settlePlan(pdf, input, {
    digest: algorithm.digest,
    chain,
    isTimestamped: reaches(level, 'B-T'),
    hasRevocationData: reaches(level, 'B-LT'),
    policyOid: input.signaturePolicy?.oid,
  })
  const shadows = scanDocument(pdf, input)
  const silence = await checkRevocation(certificate, input)
  const digests = timestamp === undefined ? [algorithm.digest] : [algorithm.digest, digestOf(timestamp)]
  const document: GrowingDocument = {
    base,
    digest: startDigest(base, digests),
    tails: [],
    password: input.password,
  }
  const signing = { pdf, plan, input, certificate, document }
  const made = await signPatiently(signing)
  grow(document, made.tail)
  await raiseLevel(signing, made)
  const { byteRange } = made.revision
  return {
    tail: joinTails(document),
    field: made.field,
    byteRange,
    level,
    findings: [...findings, ...silence, ...shadows],
  }
}

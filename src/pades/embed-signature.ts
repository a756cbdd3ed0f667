/**
 * The second half of a signature that was prepared: a CMS or a raw signature from outside, checked and put in its place.
 *
 * What comes from outside is not trusted: a CMS over another document, of another certificate, or in a form that PAdES
 * forbids would only be found by the receiver, when nobody can sign again.
 *
 * @module
 */
import { type ByteSource, toByteSource } from '../bytes.ts'
import { MotcuaError } from '../errors.ts'
import type { Finding } from '../finding.ts'
import {
  buildSignedAttributes,
  buildSignedData,
  type Certificate,
  checkSigner,
  findSignerCertificate,
  readCertificates,
  readSignedData,
  type SignatureAlgorithm,
  type SignedData,
  type Signer,
  type SignerInfo,
  type StrengthRule,
  verifySignature,
} from '../pki/index.ts'
import { embedContents, type FoundSignature, listSignatures } from '../signature/index.ts'
import { assertSigner } from './check-signer.ts'
import type { PadesLevel } from './level.ts'
import { type BaselineBreach, baselineBreaches, messages } from './messages.ts'
import { type AwaitingSignature, openForSigning, type SignatureExtras } from './prepare-signature.ts'
import { startDigest } from './running-digest.ts'
import { assertSeedValue } from './seed-value.ts'

/** The bytes that make a document a signed one. */
export interface SignedRevision {
  /** To be put behind the document as it was; several revisions from B-LT on. */
  readonly tail: Uint8Array
  /** Full name of the signed field. */
  readonly field: string
  readonly byteRange: readonly [number, number, number, number]
  readonly level: PadesLevel
  /** What should make somebody look: preparations for a shadow attack, an algorithm outside the table. */
  readonly findings: readonly Finding[]
}

/** Who will sign, for the attributes under the signature. */
export interface AttributesInput extends SignatureExtras {
  readonly algorithm: SignatureAlgorithm
  /** Certificates as DER, the signer's first. */
  readonly chain: readonly Uint8Array[]
  /** Table of accepted algorithms, the Vietnamese one when absent. */
  readonly strengthRules?: readonly StrengthRule[]
}

/** Attributes that wait for a raw signature; plain data, to be kept until it comes. */
export interface PreparedAttributes {
  /** The DER SET to be signed as it is; a service that signs digests gets its digest by `algorithm.digest`. */
  readonly signedAttributes: Uint8Array
  readonly algorithm: SignatureAlgorithm
  readonly chain: readonly Uint8Array[]
}

/** A signature over {@link PreparedAttributes}. */
export interface RawSignature extends PreparedAttributes {
  /** As CMS carries it; ECDSA as DER, see `writeEcdsaSignature`. */
  readonly signature: Uint8Array
}

/** How a CMS or a signature from outside is taken. */
export interface EmbedOptions {
  /** Table of accepted algorithms, the Vietnamese one when absent. */
  readonly strengthRules?: readonly StrengthRule[]
  /**
   * Embeds a CMS that is sound but that nobody calls PAdES baseline, as most have signing-time in them; what is wrong
   * comes as findings. Refused when absent.
   */
  readonly allowNonBaseline?: boolean
}

/**
 * Refuses a signature that does not belong to the certificate: a mixed-up key would only be found by the receiver.
 *
 * @throws MotcuaError `pades/wrong-signature`
 */
export async function assertSignature(check: {
  readonly algorithm: Signer['algorithm']
  readonly certificate: Certificate
  readonly message: Uint8Array
  readonly signature: Uint8Array
}): Promise<void> {
  const { algorithm, certificate, message, signature } = check
  const { publicKey } = certificate
  const outcome = await verifySignature({ algorithm, publicKey, message, signature })
  if (outcome === 'invalid') throw new MotcuaError(messages, 'pades/wrong-signature', {})
}

/** The extras alone; a commitment or a policy beside a reason is refused as every validator would. */
export function pickExtras(extras: SignatureExtras, reason: string | undefined): SignatureExtras {
  const { claimedRoles, commitmentTypes, signaturePolicy } = extras
  const saysWhy = (commitmentTypes?.length ?? 0) > 0 || signaturePolicy !== undefined
  if (saysWhy && reason !== undefined) refuseCms(['pades/reason-twice'])
  return {
    ...(claimedRoles === undefined ? {} : { claimedRoles }),
    ...(commitmentTypes === undefined ? {} : { commitmentTypes }),
    ...(signaturePolicy === undefined ? {} : { signaturePolicy }),
  }
}

/**
 * Builds the attributes that go under a raw signature, for a service or card whose certificate is known beforehand.
 *
 * The certificate is checked first: period, purpose, algorithm, and what the field demands of it.
 *
 * @example
 * import { instant } from 'motcua'
 * import { createTestAuthority } from 'motcua/adapters/test-authority'
 * import { embedSignature, prepareAttributes, prepareSignature } from 'motcua/pades'
 * const claimedAt = instant('2026-09-01T09:00')
 * const authority = await createTestAuthority({ now: () => claimedAt })
 * const { signer } = await authority.issue({ commonName: 'Người ký thử' })
 * const document = new TextEncoder().encode(
 *   '%PDF-1.7\n1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj 2 0 obj <</Type/Pages/Count 1/Kids[3 0 R]>> endobj\n' +
 *     '3 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>> endobj trailer <</Root 1 0 R>>\n',
 * )
 * const prepared = prepareSignature(document, { claimedAt })
 * const attributes = prepareAttributes(prepared, { algorithm: signer.algorithm, chain: signer.chain })
 * const signature = await signer.sign(attributes.signedAttributes) // minutes later, somewhere else
 * const { level } = await embedSignature(prepared, { ...attributes, signature })
 * level // 'B-B'
 */
export function prepareAttributes(prepared: AwaitingSignature, input: AttributesInput): PreparedAttributes {
  const { algorithm, chain, strengthRules } = input
  const { certificate } = assertSigner({ algorithm, chain, at: prepared.claimedAt, strengthRules })
  prepared.assertDemands({ digest: algorithm.digest, chain, policyOid: input.signaturePolicy?.oid })
  const signedAttributes = buildSignedAttributes({
    digestAlgorithm: algorithm.digest,
    messageDigest: prepared.digest(algorithm.digest),
    signerCertificate: certificate.der,
    ...pickExtras(input, prepared.reason),
  })
  return { signedAttributes, algorithm, chain }
}

/** Makes the CMS around a raw signature, which is checked first. */
async function buildCms({
  signedAttributes,
  algorithm,
  chain,
  signature,
}: RawSignature): Promise<Uint8Array> {
  const [certificate] = readCertificates(chain.slice(0, 1))
  if (certificate !== undefined) {
    await assertSignature({ algorithm, certificate, message: signedAttributes, signature })
  }
  return buildSignedData({ signedAttributes, signature, algorithm, certificates: chain })
}

/** What EN 319 142-1, 6.3, table 1 forbids although the signature itself is sound. */
function findBreaches(cms: SignedData, signer: SignerInfo, reason: string | undefined): BaselineBreach[] {
  const { signingTime, commitmentTypes, signaturePolicy } = signer.attributes
  const hasOtherReason = commitmentTypes.length > 0 || signaturePolicy !== undefined
  const breaches: readonly (readonly [BaselineBreach, boolean])[] = [
    ['pades/several-signers', cms.signers.length !== 1],
    ['pades/content-inside', cms.content !== undefined],
    ['pades/signing-time', signingTime !== undefined],
    ['pades/reason-twice', hasOtherReason && reason !== undefined],
  ]
  return breaches.flatMap(([code, isBroken]) => (isBroken ? [code] : []))
}

/**
 * Refuses a CMS with everything that is wrong with it.
 *
 * @throws MotcuaError `pades/cms-refused`
 */
function refuseCms(codes: readonly string[]): never {
  throw new MotcuaError(messages, 'pades/cms-refused', { codes })
}

/** Checks that a CMS signs what was prepared: digest, content type, binding to its certificate, signature. */
async function checkCms(prepared: AwaitingSignature, cms: SignedData, certificate: Certificate) {
  const [signer] = cms.signers
  if (signer === undefined) return refuseCms(['pki/signer-certificate-not-found'])
  const { digest } = signer.digestAlgorithm
  const messageDigest = digest === undefined ? undefined : prepared.digest(digest)
  const found = await checkSigner(signer, { certificate, contentType: cms.contentType, messageDigest })
  // Without signed attributes nothing names the certificate, and the signature is over the content itself.
  const isBare = signer.signedAttributes === undefined
  const codes = found.filter(({ outcome }) => outcome !== 'warning').map(({ code }) => code)
  if (isBare) codes.push('pki/message-digest-missing')
  if (codes.length > 0) return refuseCms([...new Set(codes)])
  return { signer, algorithm: signer.signatureAlgorithm.signature }
}

/** The certificate of the first signer, and the others that came along. */
function findChain(cms: SignedData): { certificate: Certificate; chain: readonly Uint8Array[] } {
  const [signer] = cms.signers
  const certificates = readCertificates(cms.certificates)
  const certificate = signer && findSignerCertificate(signer, certificates)
  if (certificate === undefined) return refuseCms(['pki/signer-certificate-not-found'])
  const others = certificates.filter(({ sha256 }) => sha256 !== certificate.sha256)
  return { certificate, chain: [certificate.der, ...others.map(({ der }) => der)] }
}

/** Checks a CMS against what was prepared and gives what is to be said of it. */
async function assertCms(
  prepared: AwaitingSignature,
  cms: SignedData,
  options: EmbedOptions,
): Promise<readonly Finding[]> {
  const { certificate, chain } = findChain(cms)
  const { signer, algorithm } = await checkCms(prepared, cms, certificate)
  if (algorithm === undefined) return refuseCms(['pki/signature-not-checked'])
  const { strengthRules, allowNonBaseline = false } = options
  const { findings } = assertSigner({ algorithm, chain, at: prepared.claimedAt, strengthRules })
  const policyOid = signer.attributes.signaturePolicy?.oid
  prepared.assertDemands({ digest: algorithm.digest, chain, policyOid })
  const breaches = findBreaches(cms, signer, prepared.reason)
  if (breaches.length > 0 && !allowNonBaseline) return refuseCms(breaches)
  return [...findings, ...breaches.map(describeBreach)]
}

/** A breach as something to be told. */
function describeBreach(code: BaselineBreach): Finding {
  return { code, severity: 'warning', place: 'CMS', message: baselineBreaches[code], facts: {} }
}

/**
 * Puts a signature from outside into its place: a whole CMS as a service returns it, or a raw signature over the
 * attributes of {@link prepareAttributes}.
 *
 * Checked before anything is given: the digest is that of the prepared document, the content type, the certificate named
 * by the attributes and that it may sign, the signature itself, and what keeps a file from being PAdES baseline.
 * `signature/placeholder-too-small` names the size needed when the CMS does not fit; nothing half-signed is given.
 *
 * @param prepared - From {@link prepareSignature}, or in another process from {@link reopenSignature}.
 * @returns The tail at level B-B; `extendSignatures` raises it.
 */
export async function embedSignature(
  prepared: AwaitingSignature,
  answer: Uint8Array | RawSignature,
  options: EmbedOptions = {},
): Promise<SignedRevision> {
  const bytes = answer instanceof Uint8Array ? answer : await buildCms(answer)
  const cms = readSignedData(bytes)
  const findings = await assertCms(prepared, cms, options)
  const { revision, field } = prepared
  // As DER, without the padding or the BER of whoever sent it: the signature is over the attributes alone.
  const tail = embedContents(revision, cms.der)
  return { tail, field, byteRange: revision.byteRange, level: 'B-B', findings }
}

/** Tells whether a signature is an empty place at the end of its file. */
function isAwaiting({ kind, coversFile, gap, contents }: FoundSignature): boolean {
  return (
    kind === 'signature' &&
    coversFile &&
    gap?.isHexString === true &&
    contents?.every((octet) => octet === 0) === true
  )
}

/**
 * Finds the signature that a document still waits for, in another process than the one that prepared it.
 *
 * @param source - The document with the tail of `prepareSignature` behind it, nothing else.
 * @returns As `prepareSignature` gave it, but with a shorter tail: it belongs behind the first `revision.baseOffset`
 *   bytes of `source`.
 * @throws MotcuaError `pades/not-prepared` when the last revision does not wait for a signature.
 */
export function reopenSignature(
  source: Uint8Array | ByteSource,
  options: { readonly password?: string } = {},
): AwaitingSignature {
  const bytes = toByteSource(source)
  const pdf = openForSigning(bytes, options.password)
  const found = listSignatures(pdf).find(isAwaiting)
  const { gap, claimedAt, byteRange } = found ?? {}
  if (found === undefined || gap === undefined || claimedAt === undefined || byteRange === undefined) {
    throw new MotcuaError(messages, 'pades/not-prepared', {})
  }
  const baseOffset = gap.start
  const revision = {
    tail: bytes.read(baseOffset, bytes.length - baseOffset),
    baseOffset,
    byteRange: [0, gap.start, gap.end, bytes.length - gap.end] as const,
    reservedBytes: gap.contents.length,
  }
  const before: ByteSource = { length: baseOffset, read: (offset, length) => bytes.read(offset, length) }
  const running = startDigest(before)
  const { field, reason } = found
  return {
    revision,
    field: field.name,
    claimedAt,
    reason: reason === '' ? undefined : reason,
    digest: (algorithm) => running.ofRevision(revision, algorithm),
    // What does not depend on the certificate was asked before the revision was written.
    assertDemands: (signer) => assertSeedValue(pdf, field, { signer }),
  }
}

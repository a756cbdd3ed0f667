/**
 * The signature of a trusted list: an enveloped XAdES signature over the whole of it (TS 119 612, 5.7 and annex B).
 *
 * What is digested is the very tree that is read afterwards, and elements are never looked up by identifier: a reference
 * has to name one of the three that can be meant. So there is nothing to be wrapped. One reference has to be to the whole
 * list, one to the signed properties; no transform is accepted but leaving the signature out and canonicalisation.
 *
 * @module
 */
import { equalBytes, readBase64 } from '../bytes.ts'
import { type HashAlgorithm, hashBytes } from '../hash.ts'
import {
  type Certificate,
  readCertificate,
  type SignatureAlgorithm,
  verifySignature,
  writeEcdsaSignature,
} from '../pki/index.ts'
import { type CanonicalOptions, writeCanonical, writeCanonicalDocument } from './canonical-xml.ts'
import { childrenOf, type XmlElement } from './list-xml.ts'

/**
 * Why a signature does not hold: it is missing, has another form than lists have, refers to something else than the list and its
 * own properties, uses an algorithm that is not accepted, was made with another certificate than those that are
 * expected, or a digest or the value is wrong.
 */
export type ListSignatureTrouble =
  | 'missing'
  | 'form'
  | 'reference'
  | 'algorithm'
  | 'signer'
  | 'digest'
  | 'value'

/** Namespaces of XML-DSig, of XAdES, and of the parameters of exclusive canonicalisation, which is its name as well. */
const DSIG = 'http://www.w3.org/2000/09/xmldsig#'
const XADES = 'http://uri.etsi.org/01903/v1.3.2#'
const EXCLUSIVE = 'http://www.w3.org/2001/10/xml-exc-c14n#'
const INCLUSIVE = 'http://www.w3.org/TR/2001/REC-xml-c14n-20010315'

const ENVELOPED = `${DSIG}enveloped-signature`
const SIGNED_PROPERTIES = 'http://uri.etsi.org/01903#SignedProperties'

/** Digests of RFC 9231; SHA-1 is not accepted. */
const DIGESTS: Readonly<Record<string, HashAlgorithm>> = {
  'http://www.w3.org/2001/04/xmlenc#sha256': 'sha256',
  'http://www.w3.org/2001/04/xmldsig-more#sha384': 'sha384',
  'http://www.w3.org/2001/04/xmlenc#sha512': 'sha512',
}

/** Digests that tell which of the expected certificates is meant: for that even SHA-1 will do, and lists in use have it. */
const NAMING_DIGESTS: Readonly<Record<string, HashAlgorithm>> = { ...DIGESTS, [`${DSIG}sha1`]: 'sha1' }

/** Signature algorithms of RFC 9231. */
const MORE = 'http://www.w3.org/2001/04/xmldsig-more#'
const PSS = 'http://www.w3.org/2007/05/xmldsig-more#'
const SIGNATURES: Readonly<Record<string, SignatureAlgorithm>> = Object.fromEntries(
  (['sha256', 'sha384', 'sha512'] as const).flatMap((digest) => [
    [`${MORE}rsa-${digest}`, { scheme: 'rsa-pkcs1', digest }],
    [`${MORE}ecdsa-${digest}`, { scheme: 'ecdsa', digest }],
    [`${PSS}${digest}-rsa-MGF1`, { scheme: 'rsa-pss', digest }],
  ]),
)

/** Keys below these sizes are not accepted (TT 15/2025/TT-BKHCN, Annex I). */
const LEAST_BITS: Readonly<Record<string, number>> = { rsa: 2048, ec: 256 }

/** Ends the check; never leaves this file. */
class Refusal {
  readonly trouble: ListSignatureTrouble
  constructor(trouble: ListSignatureTrouble) {
    this.trouble = trouble
  }
}

function refuse(trouble: ListSignatureTrouble): never {
  throw new Refusal(trouble)
}

/** The one child of a name; several are as bad as none. */
function onlyChild(parent: XmlElement, name: string, namespace = DSIG): XmlElement {
  const [child, ...more] = childrenOf(parent, name, namespace)
  return child === undefined || more.length > 0 ? refuse('form') : child
}

/** An attribute that is there and not empty. */
function attributeOf(element: XmlElement, name: string): string {
  return element.getAttribute?.(name) || refuse('form')
}

/** Octets written in Base64. */
function octetsOf({ textContent }: XmlElement): Uint8Array {
  const text = (textContent ?? '').replace(/[ \t\r\n]+/g, '')
  return /^[A-Za-z0-9+/]+={0,2}$/.test(text) && text.length % 4 === 0 ? readBase64(text) : refuse('form')
}

/** How an algorithm of canonicalisation writes; where none is named, as Canonical XML 1.0 (XML-DSig, 4.4.3.2). */
function readCanonical(method: XmlElement | undefined): Required<Pick<CanonicalOptions, 'inclusive'>> {
  const algorithm = method === undefined ? INCLUSIVE : attributeOf(method, 'Algorithm')
  if (algorithm === INCLUSIVE) return { inclusive: 'all' }
  if (algorithm !== EXCLUSIVE) refuse('algorithm')
  const [list] = childrenOf(method, 'InclusiveNamespaces', EXCLUSIVE)
  const names = (list?.getAttribute?.('PrefixList') ?? '').split(/[ \t\r\n]+/).filter((name) => name !== '')
  return { inclusive: names.map((name) => (name === '#default' ? '' : name)) }
}

/** Asks that a digest, given beside its algorithm, is that of some bytes. */
function hasDigest(
  holder: XmlElement,
  bytes: Uint8Array,
  accepted: Readonly<Record<string, HashAlgorithm>> = DIGESTS,
): boolean {
  const digest = accepted[attributeOf(onlyChild(holder, 'DigestMethod'), 'Algorithm')] ?? refuse('algorithm')
  return equalBytes(hashBytes(digest, bytes), octetsOf(onlyChild(holder, 'DigestValue')))
}

/** The parts of a signature that count. */
interface Parts {
  readonly root: XmlElement
  readonly signature: XmlElement
  readonly signedInfo: XmlElement
  readonly properties: XmlElement
}

/** Takes a signature apart. */
function takeApart(root: XmlElement): Parts {
  const [signature, ...more] = childrenOf(root, 'Signature', DSIG)
  if (signature === undefined) return refuse('missing')
  if (more.length > 0) refuse('form')
  const holders = childrenOf(signature, 'Object', DSIG).flatMap((object) =>
    childrenOf(object, 'QualifyingProperties', XADES),
  )
  const [holder, ...others] = holders
  if (holder === undefined || others.length > 0) return refuse('form')
  if (attributeOf(holder, 'Target') !== `#${attributeOf(signature, 'Id')}`) refuse('form')
  const properties = onlyChild(holder, 'SignedProperties', XADES)
  return { root, signature, signedInfo: onlyChild(signature, 'SignedInfo'), properties }
}

/** Tells whether a reference means the list as a whole. */
function meansWhole(reference: XmlElement, root: XmlElement): boolean {
  const id = root.getAttribute?.('Id') ?? ''
  const uri = reference.getAttribute?.('URI')
  return uri === '' || (id !== '' && uri === `#${id}`)
}

/** What a reference is over: the list without its signature, or a part of the signature. */
function writeReferenced(reference: XmlElement, { root, signature, properties }: Parts): Uint8Array {
  const lists = childrenOf(reference, 'Transforms', DSIG)
  if (lists.length > 1) refuse('form')
  const methods = lists.flatMap((list) => childrenOf(list, 'Transform', DSIG))
  const isWhole = meansWhole(reference, root)
  const canonical = isWhole ? methods.slice(1) : methods
  if (isWhole && methods[0]?.getAttribute?.('Algorithm') !== ENVELOPED) refuse('reference')
  const [method, ...more] = canonical
  if (more.length > 0) refuse('algorithm')
  const options = readCanonical(method)
  if (isWhole) {
    const isEmpty = reference.getAttribute?.('URI') === ''
    return (isEmpty ? writeCanonicalDocument : writeCanonical)(root, { ...options, without: signature })
  }
  const uri = attributeOf(reference, 'URI')
  const parts = [properties, ...childrenOf(signature, 'KeyInfo', DSIG)]
  const part = parts.find((each) => uri === `#${each.getAttribute?.('Id') || ' '}`) ?? refuse('reference')
  return writeCanonical(part, options)
}

/** Checks all references: one to the whole list, one to the signed properties, and nothing that is not there. */
function checkReferences(parts: Parts): void {
  const references = childrenOf(parts.signedInfo, 'Reference', DSIG)
  const whole = references.filter((reference) => meansWhole(reference, parts.root))
  const own = references.filter((reference) => reference.getAttribute?.('Type') === SIGNED_PROPERTIES)
  const isOwn = own[0]?.getAttribute?.('URI') === `#${attributeOf(parts.properties, 'Id')}`
  if (whole.length !== 1 || own.length !== 1 || !isOwn) refuse('reference')
  for (const reference of references) {
    if (!hasDigest(reference, writeReferenced(reference, parts))) refuse('digest')
  }
}

/** The expected certificate that the signed properties name (EN 319 132-1, 5.2.2). */
function findSigner({ properties }: Parts, signers: readonly Uint8Array[]): Certificate {
  const own = onlyChild(properties, 'SignedSignatureProperties', XADES)
  const [list] = ['SigningCertificateV2', 'SigningCertificate'].flatMap((name) =>
    childrenOf(own, name, XADES),
  )
  const [certificate] = list === undefined ? [] : childrenOf(list, 'Cert', XADES)
  const digest = certificate === undefined ? refuse('form') : onlyChild(certificate, 'CertDigest', XADES)
  return readCertificate(signers.find((der) => hasDigest(digest, der, NAMING_DIGESTS)) ?? refuse('signer'))
}

/** Checks the value over the list of references. */
async function checkValue({ signature, signedInfo }: Parts, { publicKey }: Certificate): Promise<void> {
  const name = attributeOf(onlyChild(signedInfo, 'SignatureMethod'), 'Algorithm')
  const algorithm = SIGNATURES[name] ?? refuse('algorithm')
  if ((publicKey.bits ?? 0) < (LEAST_BITS[publicKey.kind] ?? Number.POSITIVE_INFINITY)) refuse('algorithm')
  const message = writeCanonical(signedInfo, readCanonical(onlyChild(signedInfo, 'CanonicalizationMethod')))
  const value = octetsOf(onlyChild(signature, 'SignatureValue'))
  const isEven = value.length % 2 === 0
  // XML carries ECDSA as two numbers of one length (RFC 4050, 3.3; RFC 9231, 2.3.6).
  const encoded = algorithm.scheme !== 'ecdsa' ? value : isEven ? writeEcdsaSignature(value) : refuse('value')
  if ((await verifySignature({ algorithm, publicKey, message, signature: encoded })) !== 'valid')
    refuse('value')
}

/**
 * Judges the signature of a list; nothing comes back where it holds.
 *
 * @param root - Of the document as it was parsed; the tree must not be changed afterwards.
 * @param signers - DER of the certificates one of which must have signed; they are trusted as they are, like roots.
 */
async function judgeListSignature(
  root: XmlElement,
  signers: readonly Uint8Array[],
): Promise<ListSignatureTrouble | undefined> {
  try {
    const parts = takeApart(root)
    const signer = findSigner(parts, signers)
    await checkValue(parts, signer)
    checkReferences(parts)
    return undefined
  } catch (error) {
    if (error instanceof Refusal) return error.trouble
    throw error
  }
}

/** Who is asked about the signature. */
interface SignatureOptions {
  readonly signers?: readonly Uint8Array[]
  readonly verifySignature?: (xml: Uint8Array) => Promise<boolean>
}

/** What came out about the signature, and why it does not hold. */
export interface SignatureState {
  readonly signature: 'valid' | 'invalid' | 'not-checked' | 'none'
  readonly trouble?: ListSignatureTrouble | 'caller'
}

/**
 * Whether the signature holds, as far as anybody checked it. Where a check is asked for, a list without a signature is
 * as bad as one whose signature is wrong: anybody can take a signature off.
 */
export async function judgeSignature(
  root: XmlElement,
  xml: Uint8Array,
  { signers, verifySignature }: SignatureOptions,
): Promise<SignatureState> {
  if (signers === undefined && verifySignature === undefined) {
    const isSigned = childrenOf(root, 'Signature', DSIG).length > 0
    return { signature: isSigned ? 'not-checked' : 'none' }
  }
  if (signers !== undefined) {
    const trouble = await judgeListSignature(root, signers)
    if (trouble !== undefined) return { signature: 'invalid', trouble }
  }
  if (verifySignature === undefined || (await verifySignature(xml))) return { signature: 'valid' }
  return { signature: 'invalid', trouble: 'caller' }
}

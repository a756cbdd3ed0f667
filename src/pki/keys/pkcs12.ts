/**
 * PKCS #12 files (RFC 7292): the key and the certificates of a signer behind one password.
 *
 * @module
 */
import { concatBytes, equalBytes } from '../../bytes.ts'
import { MotcuaError } from '../../errors.ts'
import { createHasher, type HashAlgorithm } from '../../hash.ts'
import { DIGEST_BYTES, readAlgorithm, WEB_DIGESTS } from '../algorithms.ts'
import { type Certificate, readCertificates } from '../certificate.ts'
import { measureEncoding, normaliseBer } from '../der/normalise-ber.ts'
import { CMS_OID } from '../der/oids.ts'
import {
  contextConstructed,
  type DerElement,
  encodingOf,
  isAtEnd,
  membersOf,
  onlyMember,
  openElement,
  readDer,
  TAG,
  takeElement,
  takeExplicit,
} from '../der/read-der.ts'
import { readOctets, readOid, readSmallInteger } from '../der/read-values.ts'
import { joinBytes } from '../der/write-der.ts'
import { messages, refuseMalformed } from '../messages.ts'
import { isSameName } from '../name.ts'
import { ownBytes } from '../signer.ts'
import { type DecryptLegacy, decryptPiece, refuseLegacy, type Unlocking } from './decrypt.ts'
import { type PrivateKey, readEncryptedKey, readPlainKey } from './private-key.ts'

/** A key of a PKCS #12 file with its certificates. */
export interface Pkcs12Identity {
  readonly key: PrivateKey
  /** As DER: the key's certificate first, then its issuers as far as the file holds them. */
  readonly chain: readonly Uint8Array[]
}

/** What a PKCS #12 file holds. */
export interface Pkcs12 {
  /** Usually one. */
  readonly identities: readonly Pkcs12Identity[]
  /** Every certificate of the file as DER. */
  readonly certificates: readonly Uint8Array[]
}

const STRUCTURE = 'PKCS #12 file'
const ENCRYPTED_DATA = '1.2.840.113549.1.7.6'
const BAG = {
  key: '1.2.840.113549.1.12.10.1.1',
  shroudedKey: '1.2.840.113549.1.12.10.1.2',
  certificate: '1.2.840.113549.1.12.10.1.3',
  localKeyId: '1.2.840.113549.1.9.21',
  x509: '1.2.840.113549.1.9.22.1',
} as const

/** PBMAC1 (RFC 9579), which no tool writes unless told to. */
const PBMAC1 = '1.2.840.113549.1.5.14'

/** Rounds beyond which a file was made to keep its reader busy. */
const MOST_ROUNDS = 1_000_000

/** The password as PKCS #12 derives keys from it: UTF-16, big-endian, with a closing zero (RFC 7292, B.1). */
function writeBmpPassword(password: string): Uint8Array {
  const bytes = new Uint8Array(password.length * 2 + 2)
  for (let index = 0; index < password.length; index += 1) {
    const unit = password.charCodeAt(index)
    bytes[index * 2] = unit >> 8
    bytes[index * 2 + 1] = unit & 0xff
  }
  return bytes
}

/** Repeats bytes up to the next multiple of a block; nothing stays nothing. */
function fillBlocks(bytes: Uint8Array, blockBytes: number): Uint8Array {
  const length = Math.ceil(bytes.length / blockBytes) * blockBytes
  return Uint8Array.from({ length }, (_, index) => bytes[index % bytes.length] as number)
}

/** Where a MAC comes from. */
interface MacParameters {
  readonly digest: HashAlgorithm
  readonly salt: Uint8Array
  readonly rounds: number
}

/**
 * Derives the key of the MAC (RFC 7292, appendix B.2, with identifier 3).
 *
 * Ours, because PKI.js takes the password's octets for characters and so refuses every password with a Vietnamese
 * letter. One digest length is asked for, so that the loop over blocks falls away.
 */
function deriveMacKey(password: string, { digest, salt, rounds }: MacParameters): Uint8Array {
  const blockBytes = DIGEST_BYTES[digest] > 32 ? 128 : 64
  const diversifier = new Uint8Array(blockBytes).fill(3)
  const input = concatBytes(fillBlocks(salt, blockBytes), fillBlocks(writeBmpPassword(password), blockBytes))
  let key = createHasher(digest).update(diversifier).update(input).digest()
  for (let round = 1; round < rounds; round += 1) key = createHasher(digest).update(key).digest()
  return key
}

/** Reads `MacData`; rounds default to one. */
function readMac(element: DerElement): MacParameters & { readonly mac: Uint8Array } {
  const cursor = openElement(element)
  const info = openElement(takeElement(cursor, TAG.sequence))
  const algorithm = readAlgorithm(takeElement(info, TAG.sequence))
  if (algorithm.oid === PBMAC1) refuseLegacy('PBMAC1')
  if (algorithm.digest === undefined) refuseLegacy(`MAC ${algorithm.name}`)
  const mac = readOctets(takeElement(info))
  const salt = readOctets(takeElement(cursor))
  const rounds = isAtEnd(cursor) ? 1 : readSmallInteger(takeElement(cursor, TAG.integer))
  if (rounds > MOST_ROUNDS) refuseMalformed(STRUCTURE, element.start, 'too many rounds')
  return { digest: algorithm.digest ?? 'sha1', salt, rounds, mac }
}

/** Refuses a file whose MAC does not come from this password. */
async function assertMac(element: DerElement, content: Uint8Array, password: string): Promise<void> {
  const parameters = readMac(element)
  const hash = WEB_DIGESTS[parameters.digest]
  const raw = ownBytes(deriveMacKey(password, parameters))
  const key = await crypto.subtle.importKey('raw', raw, { name: 'HMAC', hash }, false, ['sign'])
  const made = new Uint8Array(await crypto.subtle.sign('HMAC', key, ownBytes(content)))
  if (!equalBytes(made, parameters.mac)) throw new MotcuaError(messages, 'pki/wrong-password', {})
}

/** Bags that were found. */
interface Bags {
  readonly keys: { readonly key: PrivateKey; readonly id: Uint8Array | undefined }[]
  readonly certificates: { readonly der: Uint8Array; readonly id: Uint8Array | undefined }[]
}

/** Reads the `localKeyId` among the attributes of a bag. */
function readLocalKeyId(attributes: DerElement | undefined): Uint8Array | undefined {
  for (const attribute of attributes === undefined ? [] : membersOf(attributes)) {
    const cursor = openElement(attribute)
    if (readOid(takeElement(cursor, TAG.oid)) !== BAG.localKeyId) continue
    const [value] = membersOf(takeElement(cursor, TAG.set))
    if (value?.tag === TAG.octetString) return readOctets(value)
  }
  return undefined
}

/** Takes one `SafeBag` into the collection; kinds without use here are passed over. */
async function takeBag(element: DerElement, unlocking: Unlocking, bags: Bags): Promise<void> {
  const cursor = openElement(element)
  const kind = readOid(takeElement(cursor, TAG.oid))
  const value = onlyMember(takeElement(cursor, contextConstructed(0)))
  const id = readLocalKeyId(isAtEnd(cursor) ? undefined : takeElement(cursor, TAG.set))
  if (kind === BAG.key) bags.keys.push({ key: readPlainKey(encodingOf(value)), id })
  if (kind === BAG.shroudedKey)
    bags.keys.push({ key: await readEncryptedKey(encodingOf(value), unlocking), id })
  if (kind !== BAG.certificate) return
  const members = openElement(value)
  if (readOid(takeElement(members, TAG.oid)) !== BAG.x509) return
  const der = takeExplicit(members, 0)
  if (der !== undefined) bags.certificates.push({ der: readOctets(der), id })
}

/** The `SafeContents` within one `ContentInfo`, decrypted where needed. */
async function openSafe(element: DerElement, unlocking: Unlocking): Promise<Uint8Array> {
  const cursor = openElement(element)
  const type = readOid(takeElement(cursor, TAG.oid))
  const content = onlyMember(takeElement(cursor, contextConstructed(0)))
  if (type === CMS_OID.data) return readOctets(content)
  if (type !== ENCRYPTED_DATA) return refuseMalformed(STRUCTURE, element.start, 'another content type')
  const members = openElement(content)
  takeElement(members, TAG.integer) // version
  const info = openElement(takeElement(members, TAG.sequence))
  takeElement(info, TAG.oid) // type of what is inside
  const algorithm = takeElement(info, TAG.sequence)
  const wrapper = takeElement(info)
  // [0] IMPLICIT OCTET STRING; written in segments by streaming tools.
  const octets =
    wrapper.tag === contextConstructed(0)
      ? joinBytes(membersOf(wrapper).map(readOctets))
      : wrapper.source.bytes.subarray(wrapper.bodyStart, wrapper.end)
  return decryptPiece({ algorithm, octets }, unlocking)
}

/** Puts the certificate of a key first and its issuers behind it. */
function orderChain(first: Certificate | undefined, all: readonly Certificate[]): readonly Uint8Array[] {
  const chain: Certificate[] = []
  let next = first
  while (next !== undefined && !chain.includes(next)) {
    chain.push(next)
    const { issuer, isSelfIssued } = next
    next = isSelfIssued ? undefined : all.find(({ subject }) => isSameName(subject, issuer))
  }
  return chain.map(({ der }) => der)
}

/** Pairs keys with certificates by their local identifier; a single key takes the certificate nobody else issued from. */
function pairUp({ keys, certificates }: Bags): Pkcs12 {
  const all = readCertificates(certificates.map(({ der }) => der))
  const leaf = all.find(
    ({ subject }) => !all.some((other) => !other.isSelfIssued && isSameName(other.issuer, subject)),
  )
  const identities = keys.map(({ key, id }) => {
    const named = certificates.find(
      (entry) => id !== undefined && entry.id !== undefined && equalBytes(entry.id, id),
    )
    const first = named === undefined ? leaf : all.find(({ der }) => equalBytes(der, named.der))
    return { key, chain: orderChain(first ?? leaf, all) }
  })
  return { identities, certificates: all.map(({ der }) => der) }
}

/** The outer structure of a file as DER. */
function openFile(bytes: Uint8Array): DerElement {
  const source = { bytes, structure: STRUCTURE }
  const { end, isReadable } = measureEncoding(source)
  return readDer(isReadable ? bytes.subarray(0, end) : normaliseBer(source), STRUCTURE)
}

/** Reads the `AuthenticatedSafe`, which may itself be BER. */
async function readBags(content: Uint8Array, unlocking: Unlocking): Promise<Bags> {
  const bags: Bags = { keys: [], certificates: [] }
  for (const safe of membersOf(openFile(content))) {
    const contents = openFile(await openSafe(safe, unlocking))
    for (const bag of membersOf(contents)) await takeBag(bag, unlocking, bags)
  }
  return bags
}

/**
 * Reads a PKCS #12 file (.p12, .pfx) protected by PBES2 and a MAC, as OpenSSL 3, Java 17 and current browsers write it.
 *
 * Files of older tools (3DES, RC2) are refused with the command that converts them; `motcua/adapters/pkcs12-legacy`
 * reads them where `node-forge` is installed.
 *
 * @throws MotcuaError `pki/malformed` `pki/wrong-password` `pki/legacy-encryption` through the readers below.
 */
export async function readPkcs12(
  bytes: Uint8Array,
  password: string,
  options: { readonly decryptLegacy?: DecryptLegacy } = {},
): Promise<Pkcs12> {
  const cursor = openElement(openFile(bytes))
  readSmallInteger(takeElement(cursor, TAG.integer)) // version
  const safe = openElement(takeElement(cursor, TAG.sequence))
  const type = takeElement(safe, TAG.oid)
  if (readOid(type) !== CMS_OID.data) refuseLegacy('public-key integrity')
  const content = readOctets(onlyMember(takeElement(safe, contextConstructed(0))))
  if (!isAtEnd(cursor)) await assertMac(takeElement(cursor, TAG.sequence), content, password)
  return pairUp(await readBags(content, { password, ...options }))
}

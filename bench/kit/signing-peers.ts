/**
 * The peers that sign, each as one function from a document to the signed document.
 */
import { existsSync, fstatSync, openSync, readSync } from 'node:fs'
import type { ByteSource } from 'motcua'
import type { TestIdentity } from 'motcua/adapters/test-authority'
import { loadPeer } from './measure.ts'

/** A peer, and whether bench/package.json is installed. */
export interface SigningPeer {
  readonly name: string
  readonly isThere: boolean
  readonly run: (bytes: Uint8Array, identity: TestIdentity, password: string) => Promise<Uint8Array>
}

/** Tells whether a peer is installed, without loading it: its memory is not ours to carry. */
export function hasPeer(name: string): boolean {
  return existsSync(new URL(`./node_modules/${name}`, import.meta.url))
}

/** Joins parts of a file. */
export function joinBytes(parts: readonly Uint8Array[]): Uint8Array {
  return new Uint8Array(Buffer.concat(parts))
}

/** A file as a source of bytes; the process ends before the handle matters. */
export function openFile(path: string): ByteSource {
  const handle = openSync(path, 'r')
  return {
    length: fstatSync(handle).size,
    read: (offset, length) => {
      const bytes = new Uint8Array(length)
      readSync(handle, bytes, 0, length, offset)
      return bytes
    },
  }
}

/** The part of @libpdf/core that is used. */
interface Libpdf {
  readonly CryptoKeySigner: new (
    key: CryptoKey,
    certificate: Uint8Array,
    keyType: 'RSA',
    algorithm: 'RSASSA-PKCS1-v1_5',
    chain: readonly Uint8Array[],
  ) => unknown
  readonly PDF: {
    load(bytes: Uint8Array): Promise<{ sign(options: object): Promise<{ bytes: Uint8Array }> }>
  }
}

/** Signs by @libpdf/core, level B-B. */
export async function signByLibpdf(bytes: Uint8Array, identity: TestIdentity): Promise<Uint8Array> {
  const peer = await loadPeer<Libpdf>('@libpdf/core')
  if (peer === undefined) throw new Error('@libpdf/core is not installed')
  const { certificate, privateKey, chain } = identity
  const signer = new peer.CryptoKeySigner(privateKey, certificate, 'RSA', 'RSASSA-PKCS1-v1_5', chain.slice(1))
  const document = await peer.PDF.load(bytes)
  return (await document.sign({ signer })).bytes
}

/** The parts of node-forge that make a PKCS #12 file. */
interface Forge {
  readonly pki: { certificateFromAsn1(asn1: unknown): unknown; privateKeyFromAsn1(asn1: unknown): unknown }
  readonly asn1: { fromDer(bytes: string): unknown; toDer(asn1: unknown): { getBytes(): string } }
  readonly pkcs12: {
    toPkcs12Asn1(key: unknown, certificates: readonly unknown[], password: string, options: object): unknown
  }
}

const files = new Map<TestIdentity, Buffer>()

/** Writes the identity as the PKCS #12 file that @signpdf takes. */
async function writePkcs12(identity: TestIdentity, password: string): Promise<Buffer> {
  const known = files.get(identity)
  if (known !== undefined) return known
  const forge = await loadPeer<Forge>('node-forge')
  if (forge === undefined) throw new Error('node-forge is not installed')
  const read = (der: Uint8Array) => forge.asn1.fromDer(Buffer.from(der).toString('latin1'))
  const privateKeyInfo = read(identity.pkcs8)
  const certificates = [identity.certificate, ...identity.chain.slice(1)].map((der) =>
    forge.pki.certificateFromAsn1(read(der)),
  )
  const key = forge.pki.privateKeyFromAsn1(privateKeyInfo)
  const file = forge.pkcs12.toPkcs12Asn1(key, certificates, password, { algorithm: '3des' })
  const bytes = Buffer.from(forge.asn1.toDer(file).getBytes(), 'latin1')
  files.set(identity, bytes)
  return bytes
}

/** Signs by @signpdf with its plain placeholder, the way its own example does. */
export async function signBySignpdf(
  bytes: Uint8Array,
  identity: TestIdentity,
  password: string,
): Promise<Uint8Array> {
  const placeholder = await loadPeer<{ plainAddPlaceholder(input: object): Buffer }>(
    '@signpdf/placeholder-plain',
  )
  const signpdf = await loadPeer<{
    SignPdf: new () => { sign(pdf: Buffer, signer: unknown): Promise<Buffer> }
  }>('@signpdf/signpdf')
  const keys = await loadPeer<{ P12Signer: new (file: Buffer, options: object) => unknown }>(
    '@signpdf/signer-p12',
  )
  if (placeholder === undefined || signpdf === undefined || keys === undefined)
    throw new Error('@signpdf is not installed')
  const signer = new keys.P12Signer(await writePkcs12(identity, password), { passphrase: password })
  const words = { reason: 'bench', contactInfo: '', name: '', location: '' }
  const pdfBuffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const prepared = placeholder.plainAddPlaceholder({ pdfBuffer, ...words })
  return new Uint8Array(await new signpdf.SignPdf().sign(prepared, signer))
}

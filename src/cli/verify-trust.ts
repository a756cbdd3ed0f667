/**
 * The roots that `motcua verify` trusts: certificates in PEM or DER, and trusted lists in XML.
 *
 * @module
 */
import { listTrustAnchors, readTrustedList } from '../adapters/trusted-list.ts'
import type { Instant } from '../date.ts'
import { isMotcuaError } from '../errors.ts'
import { readCertificate } from '../pki/index.ts'
import { readTrustStore, type TrustPurpose, type TrustStore } from '../validation/index.ts'
import type { CliIo } from './command.ts'
import { readCertificateFile, refuseOption } from './signing-options.ts'

/** The options that name files of roots. */
export interface TrustValues {
  readonly trust?: readonly string[] | undefined
  readonly 'tsa-trust'?: readonly string[] | undefined
  readonly 'list-signer'?: readonly string[] | undefined
}

/** The moment in question, and the language of what is told. */
export interface TrustContext {
  readonly at: Instant
  readonly language: 'vi' | 'en'
}

/** Files under one option. */
interface TrustFiles extends TrustContext {
  /** DER of the certificates that sign trusted lists; lists are not checked where none is named. */
  readonly signers: readonly Uint8Array[] | undefined
  readonly option: '--trust' | '--tsa-trust'
  readonly purposes: readonly TrustPurpose[]
}

/** What those options take. */
const EXPECTED = 'PEM | DER (X.509) | XML (ETSI TS 119 612)'

/** Tells whether bytes are XML: the first sign of PEM is a dash or a letter, that of DER a 0x30, which is the digit 0. */
function isXml(bytes: Uint8Array): boolean {
  const start = new TextDecoder().decode(bytes.subarray(0, 256)).trimStart()
  return start.startsWith('<')
}

/** How grave a finding is, for people. */
const severities = {
  vi: { error: 'lỗi', warning: 'cảnh báo', info: 'thông tin' },
  en: { error: 'error', warning: 'warning', info: 'info' },
} as const

/** The anchors of a trusted list for some purposes; what is to be said of the list goes to the error stream. */
async function readList(
  path: string,
  { at, language, purposes, signers }: TrustFiles,
  io: CliIo,
): Promise<TrustStore> {
  const list = await readTrustedList(io.readFile(path), { at, ...(signers && { signers }) })
  for (const { severity, place, message } of list.findings)
    io.err(`${path}: ${severities[language][severity]}: ${message[language]} (${place})\n`)
  return listTrustAnchors(list).filter((anchor) => anchor.purposes.every((each) => purposes.includes(each)))
}

/** The roots of one file; none when it holds nothing of the kind. */
async function readRootFile(path: string, files: TrustFiles, io: CliIo): Promise<TrustStore> {
  const bytes = io.readFile(path)
  try {
    return isXml(bytes)
      ? await readList(path, files, io)
      : readTrustStore(bytes, { purposes: files.purposes })
  } catch (error) {
    if (isMotcuaError(error, 'adapters/trusted-list-unreadable'))
      return refuseOption(`${files.option} ${path}`, `${EXPECTED}: ${error.messageIn(files.language)}`)
    if (isMotcuaError(error) && error.code.startsWith('pki/')) return []
    throw error
  }
}

/** Reads the certificates with which the operators of trusted lists sign. */
function readSigners(path: string, io: CliIo): readonly Uint8Array[] {
  try {
    const certificates = readCertificateFile(path, io)
    for (const der of certificates) readCertificate(der)
    return certificates.length === 0
      ? refuseOption(`--list-signer ${path}`, 'PEM | DER (X.509)')
      : certificates
  } catch (error) {
    if (isMotcuaError(error) && error.code.startsWith('pki/'))
      return refuseOption(`--list-signer ${path}`, 'PEM | DER (X.509)')
    throw error
  }
}

/** Reads the roots of some files; one without a root that serves is a mistake of the caller. */
async function readRoots(paths: readonly string[], files: TrustFiles, io: CliIo): Promise<TrustStore> {
  const stores = paths.map(async (path) => {
    const roots = await readRootFile(path, files, io)
    return roots.length === 0 ? refuseOption(`${files.option} ${path}`, EXPECTED) : roots
  })
  return (await Promise.all(stores)).flat()
}

/**
 * Reads all roots; those of `--trust` vouch for timestamps too where nothing else is named for them.
 *
 * @param values - What the options say.
 */
export async function readTrust(values: TrustValues, context: TrustContext, io: CliIo): Promise<TrustStore> {
  const { trust = [], 'tsa-trust': tsaTrust = [] } = values
  const signers = values['list-signer']?.flatMap((path) => readSigners(path, io))
  const purposes: readonly TrustPurpose[] = tsaTrust.length === 0 ? ['signing', 'timestamp'] : ['signing']
  return [
    ...(await readRoots(trust, { ...context, signers, option: '--trust', purposes }, io)),
    ...(await readRoots(
      tsaTrust,
      { ...context, signers, option: '--tsa-trust', purposes: ['timestamp'] },
      io,
    )),
  ]
}

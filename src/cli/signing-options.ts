/**
 * What the commands about signatures share: keys, levels, sources, passwords.
 *
 * @module
 */
import { createHttpFetchers } from '../adapters/http.ts'
import { fromKeyFile } from '../adapters/key-file.ts'
import { MotcuaError } from '../errors.ts'
import { type LevelSources, type PadesLevel, padesLevels } from '../pades/index.ts'
import { readPem, type Signer } from '../pki/index.ts'
import type { CliIo } from './command.ts'
import { messages } from './messages.ts'

/** Options of every command that fetches timestamps or revocation data. */
export const sourceOptions = {
  tsa: { type: 'string' },
  'internal-host': { type: 'string', multiple: true },
  issuers: { type: 'string' },
} as const

/** The values of {@link sourceOptions}. */
export interface SourceValues {
  readonly tsa?: string | undefined
  readonly 'internal-host'?: readonly string[] | undefined
  readonly issuers?: string | undefined
}

/**
 * Refuses the value of an option.
 *
 * @throws MotcuaError `cli/bad-option` with what would be accepted, never with the value.
 */
export function refuseOption(option: string, expected: string): never {
  throw new MotcuaError(messages, 'cli/bad-option', { option, expected })
}

/**
 * Reads a password from the environment; commands take the name of the variable, never the password.
 *
 * @throws MotcuaError `cli/no-password` when there is no such variable.
 */
export function readPassword(variable: string | undefined, io: CliIo): string | undefined {
  if (variable === undefined) return undefined
  const password = io.env[variable]
  if (password === undefined) throw new MotcuaError(messages, 'cli/no-password', { variable })
  return password
}

/** Reads a level. */
export function readLevel(text: string): PadesLevel {
  return padesLevels.find((level) => level === text) ?? refuseOption('--level', padesLevels.join(', '))
}

/** Refuses a level that needs a timestamp authority when none is named; a lower one asks for nothing. */
export function requireTsa(level: PadesLevel, { tsa }: SourceValues): void {
  if (level !== 'B-B' && tsa === undefined) refuseOption('--tsa', 'URL')
}

/** Opens the sources of timestamps and revocation data over HTTP. */
export function openSources(values: SourceValues, io: CliIo): LevelSources {
  const fetchers = createHttpFetchers({ internalHosts: values['internal-host'] ?? [] })
  const { fetchOcsp, fetchCrl, fetchCertificates } = fetchers
  const certificates = values.issuers === undefined ? [] : readCertificateFile(values.issuers, io)
  const revocation = { fetchOcsp, fetchCrl, fetchCertificates, certificates }
  const randomBytes = (length: number): Uint8Array => crypto.getRandomValues(new Uint8Array(length))
  if (values.tsa === undefined) return { revocation }
  return { revocation, timestamp: { fetchTimestamp: fetchers.timestampFrom(values.tsa), randomBytes } }
}

const utf8 = new TextDecoder()

/** Reads the certificates of a PEM file, or the one of a DER file. */
export function readCertificateFile(path: string, io: CliIo): readonly Uint8Array[] {
  const bytes = io.readFile(path)
  // A SEQUENCE: DER begins with it, and no text does.
  if (bytes[0] === 0x30) return [bytes]
  return readPem(utf8.decode(bytes), 'CERTIFICATE').map((block) => block.bytes)
}

/** The values that say with which key to sign. */
export interface KeyValues {
  readonly p12?: string | undefined
  readonly 'password-env'?: string | undefined
  readonly key?: string | undefined
  readonly cert?: string | undefined
  readonly chain?: string | undefined
  readonly digest?: string | undefined
  readonly pss?: boolean | undefined
}

const digests = ['sha256', 'sha384', 'sha512'] as const

/** Reads the name of a digest. */
export function readDigest(value: string | undefined): (typeof digests)[number] | undefined {
  if (value === undefined) return undefined
  return digests.find((name) => name === value) ?? refuseOption('--digest', digests.join(', '))
}

/** Opens the key that is to sign: a PKCS #12 file, or PEM or DER files. */
export async function openSigner(values: KeyValues, io: CliIo): Promise<Signer> {
  const password = readPassword(values['password-env'], io)
  const choice = { password, isPss: values.pss, digest: readDigest(values.digest) }
  const { p12, key, cert } = values
  const more = values.chain === undefined ? [] : readCertificateFile(values.chain, io)
  if (p12 !== undefined) return fromKeyFile(io.readFile(p12), { ...choice, chain: more })
  if (key === undefined || cert === undefined) return refuseOption('--p12 | --key --cert', 'FILE')
  const chain = [...readCertificateFile(cert, io), ...more]
  return fromKeyFile(io.readFile(key), { ...choice, chain })
}

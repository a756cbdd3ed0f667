/**
 * What signatures allow and forbid: DocMDP, FieldMDP, locks, seed values (ISO 32000-1, 12.8.2 and 12.7.4.5).
 *
 * @module
 */
import { findDict, findValue, type Pdf, type PdfDict, readCatalog, resolveObject } from '../pdf/index.ts'
import { readTextString } from '../pdf/syntax/index.ts'
import { readNameEntry, readSignatureDictionary, type SignatureDictionary } from './dictionary.ts'
import type { FormField } from './field.ts'

/** 1: nothing may change; 2: forms may be filled and signed; 3: annotations too. */
export type DocMdpLevel = 1 | 2 | 3

/** Which fields a signature locks, and whether it restricts the document too. */
export interface FieldLock {
  readonly action: 'All' | 'Include' | 'Exclude'
  /** Fully qualified names; a name stands for everything below it. */
  readonly fields: readonly string[]
  /** /P of a lock dictionary (PDF 2.0), also where Acrobat writes it: into the FieldMDP parameters. */
  readonly level: DocMdpLevel | undefined
}

/** Reads /P; anything but 1, 2 or 3 counts as absent. */
function readLevel(pdf: Pdf, dict: PdfDict | undefined): DocMdpLevel | undefined {
  const value = findValue(pdf, dict, 'P')
  if (value?.kind !== 'number') return undefined
  return value.value === 1 || value.value === 2 || value.value === 3 ? value.value : undefined
}

/** Reads an array of text strings. */
function readTexts(pdf: Pdf, dict: PdfDict | undefined, key: string): string[] {
  const value = findValue(pdf, dict, key)
  const items = value?.kind === 'array' ? value.items : value === undefined ? [] : [value]
  return items.flatMap((item) => {
    const text = resolveObject(pdf, item)
    return text.kind === 'string' ? [readTextString(text)] : []
  })
}

/** Reads a lock from a /Lock dictionary or from FieldMDP parameters; they have the same entries. */
export function readLockDictionary(pdf: Pdf, dict: PdfDict | undefined): FieldLock | undefined {
  const action = readNameEntry(pdf, dict, 'Action')
  if (action !== 'All' && action !== 'Include' && action !== 'Exclude') return undefined
  return { action, fields: readTexts(pdf, dict, 'Fields'), level: readLevel(pdf, dict) }
}

/** Reads the /Lock of a field: what signing it will lock. */
export function readFieldLock(pdf: Pdf, field: FormField): FieldLock | undefined {
  return readLockDictionary(pdf, findDict(pdf, field.dict, 'Lock'))
}

/** Reads the DocMDP level in a signature's /Reference; /P defaults to 2 (ISO 32000-1, table 254). */
export function readDocMdp(pdf: Pdf, signature: SignatureDictionary): DocMdpLevel | undefined {
  const reference = signature.references.find(({ transformMethod }) => transformMethod === 'DocMDP')
  return reference && (readLevel(pdf, reference.parameters) ?? 2)
}

/** Reads the locks in a signature's /Reference. */
export function readFieldMdp(pdf: Pdf, signature: SignatureDictionary): FieldLock[] {
  return signature.references.flatMap(({ transformMethod, parameters }) => {
    const lock = transformMethod === 'FieldMDP' ? readLockDictionary(pdf, parameters) : undefined
    return lock === undefined ? [] : [lock]
  })
}

/** The certification of a document: the signature that catalog /Perms names, and its level. */
export interface Certification {
  readonly signature: SignatureDictionary
  readonly level: DocMdpLevel
}

/** Reads the certification; `undefined` when /Perms /DocMDP is absent or leads to no signature dictionary. */
export function readCertification(pdf: Pdf): Certification | undefined {
  const permissions = findDict(pdf, readCatalog(pdf), 'Perms')
  const signature = readSignatureDictionary(pdf, permissions?.entries.get('DocMDP'))
  return signature && { signature, level: readDocMdp(pdf, signature) ?? 2 }
}

/** Tells whether a lock covers a field. */
export function isLocked(lock: FieldLock, fieldName: string): boolean {
  if (lock.action === 'All') return true
  const isNamed = lock.fields.some((name) => fieldName === name || fieldName.startsWith(`${name}.`))
  return lock.action === 'Include' ? isNamed : !isNamed
}

/** What the author of a form asks of whoever signs a field (ISO 32000-1, table 234; 32000-2 adds more). */
export interface SeedValue {
  /** /Ff: which of the constraints are required, bit by bit. */
  readonly flags: number
  readonly filter: string
  readonly subFilters: readonly string[]
  /** /V: how much of this dictionary a reader has to understand; 0 where it is not said. */
  readonly version: number
  readonly digestMethods: readonly string[]
  readonly reasons: readonly string[]
  /** /MDP /P: 0 for an approval signature, 1 to 3 for certification. */
  readonly docMdp: number | undefined
  /** /TimeStamp: address of the service, and whether a timestamp is required. */
  readonly timestamp: { readonly url: string; readonly isRequired: boolean } | undefined
  readonly legalAttestations: readonly string[]
  /** /AddRevInfo; `undefined` where the entry is absent. */
  readonly addRevInfo: boolean | undefined
  /** /LockDocument: `true`, `false` or `auto`. */
  readonly lockDocument: string
  readonly appearanceFilter: string
  /** /Cert: constraints on the certificate, DER where they are certificates. */
  readonly certificate: SeedCertificate | undefined
}

/** Constraints on the signer's certificate (ISO 32000-1, table 235). */
export interface SeedCertificate {
  readonly flags: number
  readonly subjects: readonly Uint8Array[]
  readonly issuers: readonly Uint8Array[]
  /** Dotted object identifiers of acceptable policies. */
  readonly policyOids: readonly string[]
  /** /SubjectDN: attributes by keyword or dotted identifier, all of which the subject has to have. */
  readonly subjectNames: readonly Readonly<Record<string, string>>[]
  /** Strings of `0`, `1` and `X`, one character a key usage bit. */
  readonly keyUsages: readonly string[]
  readonly url: string
  /** /SignaturePolicyOID (ISO 32000-2, table 238): the policy to be named under the signature; empty where there is none. */
  readonly signaturePolicyOid: string
}

/** The bits of /Ff in a seed value dictionary. */
export const seedValueBits = {
  filter: 1,
  subFilter: 2,
  version: 4,
  reasons: 8,
  legalAttestation: 16,
  addRevInfo: 32,
  digestMethod: 64,
  lockDocument: 128,
  appearanceFilter: 256,
} as const

/** Reads an array of names, or of names and strings. */
function readNames(pdf: Pdf, dict: PdfDict, key: string): string[] {
  const value = findValue(pdf, dict, key)
  const items = value?.kind === 'array' ? value.items : value === undefined ? [] : [value]
  return items.flatMap((item) => {
    const entry = resolveObject(pdf, item)
    if (entry.kind === 'name') return [entry.name]
    return entry.kind === 'string' ? [readTextString(entry)] : []
  })
}

/** Reads an array of byte strings. */
function readByteStrings(pdf: Pdf, dict: PdfDict, key: string): Uint8Array[] {
  const value = findValue(pdf, dict, key)
  const items = value?.kind === 'array' ? value.items : []
  return items.flatMap((item) => {
    const entry = resolveObject(pdf, item)
    return entry.kind === 'string' ? [entry.bytes] : []
  })
}

/** Reads a number entry, 0 where there is none. */
function readNumber(pdf: Pdf, dict: PdfDict, key: string): number {
  const value = findValue(pdf, dict, key)
  return value?.kind === 'number' ? value.value : 0
}

/** Reads /SubjectDN, an array of dictionaries with a text for each attribute. */
function readNameRecords(pdf: Pdf, dict: PdfDict): Readonly<Record<string, string>>[] {
  const value = findValue(pdf, dict, 'SubjectDN')
  const items = value?.kind === 'array' ? value.items : []
  return items.flatMap((item) => {
    const entry = resolveObject(pdf, item)
    if (entry.kind !== 'dict') return []
    const texts = [...entry.entries.keys()].map((key) => [key, readTexts(pdf, entry, key)[0] ?? ''] as const)
    return [Object.fromEntries(texts)]
  })
}

/** Reads /LockDocument: a name in the standard, a boolean in some files. */
function readLockDocument(pdf: Pdf, dict: PdfDict): string {
  const value = findValue(pdf, dict, 'LockDocument')
  return value?.kind === 'boolean' ? String(value.value) : readNameEntry(pdf, dict, 'LockDocument')
}

/** Reads /Cert of a seed value dictionary. */
function readSeedCertificate(pdf: Pdf, dict: PdfDict | undefined): SeedCertificate | undefined {
  if (dict === undefined) return undefined
  return {
    flags: readNumber(pdf, dict, 'Ff'),
    subjects: readByteStrings(pdf, dict, 'Subject'),
    issuers: readByteStrings(pdf, dict, 'Issuer'),
    policyOids: readNames(pdf, dict, 'OID'),
    subjectNames: readNameRecords(pdf, dict),
    keyUsages: readNames(pdf, dict, 'KeyUsage'),
    url: readTexts(pdf, dict, 'URL')[0] ?? '',
    signaturePolicyOid: readNames(pdf, dict, 'SignaturePolicyOID')[0] ?? '',
  }
}

/** Reads the /SV of a signature field. */
export function readSeedValue(pdf: Pdf, field: FormField): SeedValue | undefined {
  const dict = findDict(pdf, field.dict, 'SV')
  if (dict === undefined) return undefined
  const mdp = findDict(pdf, dict, 'MDP')
  const timestamp = findDict(pdf, dict, 'TimeStamp')
  const addRevInfo = findValue(pdf, dict, 'AddRevInfo')
  return {
    flags: readNumber(pdf, dict, 'Ff'),
    filter: readNameEntry(pdf, dict, 'Filter'),
    subFilters: readNames(pdf, dict, 'SubFilter'),
    version: readNumber(pdf, dict, 'V'),
    digestMethods: readNames(pdf, dict, 'DigestMethod'),
    reasons: readTexts(pdf, dict, 'Reasons'),
    docMdp: mdp && readNumber(pdf, mdp, 'P'),
    timestamp: timestamp && {
      url: readTexts(pdf, timestamp, 'URL')[0] ?? '',
      isRequired: readNumber(pdf, timestamp, 'Ff') === 1,
    },
    legalAttestations: readTexts(pdf, dict, 'LegalAttestation'),
    addRevInfo: addRevInfo?.kind === 'boolean' ? addRevInfo.value : undefined,
    lockDocument: readLockDocument(pdf, dict),
    appearanceFilter: readTexts(pdf, dict, 'AppearanceFilter')[0] ?? '',
    certificate: readSeedCertificate(pdf, findDict(pdf, dict, 'Cert')),
  }
}

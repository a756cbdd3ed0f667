/**
 * Writes the extensions of certificates and CRLs from plain data.
 *
 * @module
 */
import { readHex, writeUtf8 } from '../../bytes.ts'
import { EXTENSION_OID, OCSP_OID } from '../der/oids.ts'
import {
  writeBoolean,
  writeElement,
  writeExplicit,
  writeInteger,
  writeNamedBits,
  writeNull,
  writeOctets,
  writeOid,
  writeSequence,
} from '../der/write-der.ts'
import { KEY_USAGES, type KeyUsage } from '../extensions.ts'
import { writeDirectoryName, writeUriName } from '../general-name.ts'
import { type NameInput, writeName } from '../name.ts'

/** A subtree or alternative name to be written. */
export type GeneralNameInput =
  | { readonly kind: 'email' | 'dns' | 'uri'; readonly value: string }
  | { readonly kind: 'directory'; readonly name: NameInput }
  /** Address octets; with the mask behind them in name constraints. */
  | { readonly kind: 'ip'; readonly octets: Uint8Array }

/** The extensions of a certificate as plain data; what is absent is not written. */
export interface ExtensionsInput {
  /** Critical. */
  readonly basicConstraints?: { readonly isCa: boolean; readonly pathLength?: number }
  /** Critical. */
  readonly keyUsage?: readonly KeyUsage[]
  /** Purposes as dotted identifiers; critical for timestamping alone, as RFC 3161, 2.3 demands. */
  readonly extendedKeyUsage?: readonly string[]
  readonly isExtendedKeyUsageCritical?: boolean
  /** Lower-case hexadecimal. */
  readonly subjectKeyId?: string
  readonly authorityKeyId?: string
  readonly subjectAltNames?: readonly GeneralNameInput[]
  readonly ocspUrls?: readonly string[]
  readonly caIssuersUrls?: readonly string[]
  readonly crlUrls?: readonly string[]
  /** Issuer of an indirect CRL, named in the distribution point. */
  readonly crlIssuer?: NameInput
  readonly policies?: readonly string[]
  readonly policyMappings?: readonly (readonly [issuerDomain: string, subjectDomain: string])[]
  readonly policyConstraints?: {
    readonly requireExplicitPolicy?: number
    readonly inhibitPolicyMapping?: number
  }
  readonly inhibitAnyPolicy?: number
  /** Critical. */
  readonly nameConstraints?: {
    readonly permitted?: readonly GeneralNameInput[]
    readonly excluded?: readonly GeneralNameInput[]
  }
  readonly hasOcspNoCheck?: boolean
  /** Statements without information, by identifier. */
  readonly qcStatements?: readonly string[]
  /** Anything else: contents of the OCTET STRING as DER. */
  readonly others?: readonly {
    readonly oid: string
    readonly isCritical: boolean
    readonly value: Uint8Array
  }[]
}

/** Writes one `Extension`; `critical` is DEFAULT FALSE and so left out. */
export function writeExtension(oid: string, value: Uint8Array, isCritical = false): Uint8Array {
  return writeSequence(writeOid(oid), isCritical ? writeBoolean(true) : undefined, writeOctets(value))
}

/** Writes one general name. */
function writeGeneralName(name: GeneralNameInput): Uint8Array {
  switch (name.kind) {
    case 'email':
      return writeElement(0x81, writeUtf8(name.value))
    case 'dns':
      return writeElement(0x82, writeUtf8(name.value))
    case 'uri':
      return writeUriName(name.value)
    case 'directory':
      return writeDirectoryName(writeName(name.name))
    case 'ip':
      return writeElement(0x87, name.octets)
  }
}

/** Writes `KeyUsage`. */
export function writeKeyUsage(usages: readonly KeyUsage[]): Uint8Array {
  return writeNamedBits(usages.map((usage) => KEY_USAGES.indexOf(usage)))
}

/** Writes `DistributionPointName` with full names. */
export function writeDistributionPointName(urls: readonly string[]): Uint8Array {
  return writeExplicit(0, writeElement(0xa0, ...urls.map(writeUriName)))
}

/** Writes `CRLDistributionPoints` with one point. */
function writeDistributionPoints(urls: readonly string[], crlIssuer: NameInput | undefined): Uint8Array {
  const issuer =
    crlIssuer === undefined ? undefined : writeElement(0xa2, writeDirectoryName(writeName(crlIssuer)))
  return writeSequence(writeSequence(writeDistributionPointName(urls), issuer))
}

/** Writes `AuthorityInfoAccessSyntax`. */
function writeAuthorityInfo(input: ExtensionsInput): Uint8Array {
  const { ocspUrls = [], caIssuersUrls = [] } = input
  return writeSequence(
    ...ocspUrls.map((url) => writeSequence(writeOid(OCSP_OID.accessOcsp), writeUriName(url))),
    ...caIssuersUrls.map((url) => writeSequence(writeOid(OCSP_OID.accessCaIssuers), writeUriName(url))),
  )
}

/** Writes subtrees under a tag; absent when there are none. */
function writeSubtrees(tag: number, names: readonly GeneralNameInput[] = []): Uint8Array | undefined {
  if (names.length === 0) return undefined
  return writeElement(tag, ...names.map((name) => writeSequence(writeGeneralName(name))))
}

/** Writes `PolicyConstraints`. */
function writePolicyConstraints(input: NonNullable<ExtensionsInput['policyConstraints']>): Uint8Array {
  const field = (tag: number, count: number | undefined) =>
    count === undefined ? undefined : writeElement(tag, writeInteger(count).subarray(2))
  return writeSequence(field(0x80, input.requireExplicitPolicy), field(0x81, input.inhibitPolicyMapping))
}

/** Contents of each extension that the input asks for, with whether it is critical. */
function* listExtensions(input: ExtensionsInput): Generator<readonly [string, Uint8Array, boolean]> {
  const { basicConstraints: basic, nameConstraints: names } = input
  if (basic !== undefined) {
    const length = basic.pathLength === undefined ? undefined : writeInteger(basic.pathLength)
    const isCa = basic.isCa ? writeBoolean(true) : undefined
    yield [EXTENSION_OID.basicConstraints, writeSequence(isCa, length), true]
  }
  if (input.keyUsage !== undefined) yield [EXTENSION_OID.keyUsage, writeKeyUsage(input.keyUsage), true]
  if (input.extendedKeyUsage !== undefined) {
    const isCritical = input.isExtendedKeyUsageCritical ?? false
    yield [EXTENSION_OID.extendedKeyUsage, writeSequence(...input.extendedKeyUsage.map(writeOid)), isCritical]
  }
  if (input.subjectKeyId !== undefined) {
    yield [EXTENSION_OID.subjectKeyId, writeOctets(readHex(input.subjectKeyId)), false]
  }
  if (input.authorityKeyId !== undefined) {
    const keyId = writeElement(0x80, readHex(input.authorityKeyId))
    yield [EXTENSION_OID.authorityKeyId, writeSequence(keyId), false]
  }
  if (names !== undefined) {
    const subtrees = writeSequence(writeSubtrees(0xa0, names.permitted), writeSubtrees(0xa1, names.excluded))
    yield [EXTENSION_OID.nameConstraints, subtrees, true]
  }
  yield* listAddresses(input)
  yield* listPolicies(input)
}

/** The extensions that say where something lies or who else the subject is. */
function* listAddresses(input: ExtensionsInput): Generator<readonly [string, Uint8Array, boolean]> {
  if (input.subjectAltNames !== undefined) {
    yield [EXTENSION_OID.subjectAltName, writeSequence(...input.subjectAltNames.map(writeGeneralName)), false]
  }
  if ((input.ocspUrls ?? input.caIssuersUrls) !== undefined) {
    yield [EXTENSION_OID.authorityInfoAccess, writeAuthorityInfo(input), false]
  }
  if (input.crlUrls !== undefined) {
    yield [
      EXTENSION_OID.crlDistributionPoints,
      writeDistributionPoints(input.crlUrls, input.crlIssuer),
      false,
    ]
  }
  if (input.hasOcspNoCheck === true) yield [EXTENSION_OID.ocspNoCheck, writeNull(), false]
}

/** The extensions about policies and statements. */
function* listPolicies(input: ExtensionsInput): Generator<readonly [string, Uint8Array, boolean]> {
  if (input.policies !== undefined) {
    const policies = input.policies.map((oid) => writeSequence(writeOid(oid)))
    yield [EXTENSION_OID.certificatePolicies, writeSequence(...policies), false]
  }
  if (input.policyMappings !== undefined) {
    const mappings = input.policyMappings.map(([issuer, subject]) =>
      writeSequence(writeOid(issuer), writeOid(subject)),
    )
    yield [EXTENSION_OID.policyMappings, writeSequence(...mappings), true]
  }
  if (input.policyConstraints !== undefined) {
    yield [EXTENSION_OID.policyConstraints, writePolicyConstraints(input.policyConstraints), true]
  }
  if (input.inhibitAnyPolicy !== undefined) {
    yield [EXTENSION_OID.inhibitAnyPolicy, writeInteger(input.inhibitAnyPolicy), true]
  }
  if (input.qcStatements !== undefined) {
    const statements = input.qcStatements.map((oid) => writeSequence(writeOid(oid)))
    yield [EXTENSION_OID.qcStatements, writeSequence(...statements), false]
  }
}

/** Writes `Extensions`; absent when nothing is asked for, because the SEQUENCE must not be empty. */
export function writeExtensions(input: ExtensionsInput): Uint8Array | undefined {
  const extensions = [...listExtensions(input)].map(([oid, value, isCritical]) =>
    writeExtension(oid, value, isCritical),
  )
  for (const { oid, value, isCritical } of input.others ?? [])
    extensions.push(writeExtension(oid, value, isCritical))
  return extensions.length === 0 ? undefined : writeSequence(...extensions)
}

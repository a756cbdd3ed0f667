/**
 * Distinguished names: read, shown as RFC 4514 text, compared, written.
 *
 * @module
 */
import { equalBytes, writeHex, writeUtf8 } from '../bytes.ts'
import { NAME_TYPES } from './der/oids.ts'
import {
  type DerElement,
  encodingOf,
  expectTag,
  isAtEnd,
  openElement,
  TAG,
  takeElement,
} from './der/read-der.ts'
import { readOid, readText } from './der/read-values.ts'
import {
  writeElement,
  writeIa5String,
  writeOid,
  writeSequence,
  writeSetOf,
  writeUtf8String,
} from './der/write-der.ts'

/** One attribute of a name, such as `O` with its value. */
export interface NameAttribute {
  readonly oid: string
  /** Keyword of RFC 4514, or the dotted identifier where there is none. */
  readonly type: string
  /** Composed text; `#` and hexadecimal for a value that is no text. */
  readonly value: string
}

/** A distinguished name. */
export interface DistinguishedName {
  /** From the root downwards, as encoded: usually country first, common name last. */
  readonly relativeNames: readonly (readonly NameAttribute[])[]
  /** RFC 4514: the last first, `CN=…,O=…,C=VN`. */
  readonly text: string
  /** The same for names that are the same by RFC 5280, 7.1, however their strings are encoded. */
  readonly folded: string
  readonly der: Uint8Array
}

/** A name to be written: attribute types with their values, from the root downwards. */
export type NameInput = readonly (readonly [type: string, value: string])[]

/** Reads one `AttributeTypeAndValue`. */
function readAttribute(element: DerElement): NameAttribute {
  const cursor = openElement(expectTag(element, TAG.sequence))
  const oid = readOid(takeElement(cursor, TAG.oid))
  const content = takeElement(cursor)
  const value = readText(content) ?? `#${writeHex(encodingOf(content))}`
  return { oid, type: NAME_TYPES[oid] ?? oid, value }
}

/** Escapes a value for RFC 4514, section 2.4. */
function escapeValue(value: string): string {
  return value
    .replace(/[\\",+;<>]/g, '\\$&')
    .replaceAll('\u0000', '\\00')
    .replace(/^[ #]/, '\\$&')
    .replace(/ $/, '\\ ')
}

/** Text of a name: relative names reversed, attributes of one joined by `+`. */
function writeNameText(relativeNames: readonly (readonly NameAttribute[])[]): string {
  return [...relativeNames]
    .reverse()
    .map((attributes) => attributes.map(({ type, value }) => `${type}=${escapeValue(value)}`).join('+'))
    .join(',')
}

/** Reads a `Name` (RFC 5280, 4.1.2.4). */
export function readName(element: DerElement): DistinguishedName {
  expectTag(element, TAG.sequence)
  const relativeNames: NameAttribute[][] = []
  const cursor = openElement(element)
  while (!isAtEnd(cursor)) {
    const members = openElement(takeElement(cursor, TAG.set))
    const attributes: NameAttribute[] = []
    while (!isAtEnd(members)) attributes.push(readAttribute(takeElement(members)))
    relativeNames.push(attributes)
  }
  return new ReadName(relativeNames, encodingOf(element))
}

/**
 * A name that was read. Its texts are written when somebody asks: most names are only compared.
 *
 * A class, because accessors on each object cost more than reading the name.
 */
class ReadName implements DistinguishedName {
  readonly relativeNames: DistinguishedName['relativeNames']
  readonly der: Uint8Array
  #text: string | undefined
  #folded: string | undefined

  constructor(relativeNames: DistinguishedName['relativeNames'], der: Uint8Array) {
    this.relativeNames = relativeNames
    this.der = der
  }

  get text(): string {
    this.#text ??= writeNameText(this.relativeNames)
    return this.#text
  }

  get folded(): string {
    this.#folded ??= JSON.stringify(this.relativeNames.map(foldRelativeName))
    return this.#folded
  }

  /** All that the interface promises, for whoever writes a certificate as JSON. */
  toJSON(): DistinguishedName {
    const { relativeNames, text, folded, der } = this
    return { relativeNames, text, folded, der }
  }
}

/** A value in the form in which it is compared: case and inner white space do not count (RFC 5280, 7.1). */
function foldValue(value: string): string {
  return value.normalize('NFKC').trim().replace(/\s+/g, ' ').toLowerCase()
}

/** Text under which equal relative names are equal, whatever their string types. */
export function foldRelativeName(attributes: readonly NameAttribute[]): string {
  return JSON.stringify(attributes.map(({ oid, value }) => `${oid}=${foldValue(value)}`).sort())
}

/** Tells whether two names are the same (RFC 5280, 7.1); equal bytes are the usual, quick case. */
export function isSameName(a: DistinguishedName, b: DistinguishedName): boolean {
  return equalBytes(a.der, b.der) || a.folded === b.folded
}

/** Value of the last attribute of a type, such as the common name. */
export function findNameValue(name: DistinguishedName, type: string): string | undefined {
  let value: string | undefined
  for (const attributes of name.relativeNames) {
    for (const attribute of attributes) if (attribute.type === type) value = attribute.value
  }
  return value
}

const oidOfType = new Map(Object.entries(NAME_TYPES).map(([oid, type]) => [type.toLowerCase(), oid]))

/** Writes one value: PrintableString and IA5String where the type demands them, UTF8String otherwise. */
function writeValue(type: string, value: string): Uint8Array {
  if (type === 'C' || type === 'serialNumber') return writeElement(0x13, writeUtf8(value))
  return type === 'DC' || type === 'emailAddress' ? writeIa5String(value) : writeUtf8String(value)
}

/** Writes a `Name` with one attribute in each relative name. */
export function writeName(name: NameInput): Uint8Array {
  const relativeNames = name.map(([type, value]) => {
    const oid = oidOfType.get(type.toLowerCase()) ?? type
    return writeSetOf([writeSequence(writeOid(oid), writeValue(NAME_TYPES[oid] ?? type, value))])
  })
  return writeSequence(...relativeNames)
}

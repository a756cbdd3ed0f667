/**
 * General names: the union of e-mail addresses, hosts, addresses, directory names and the like (RFC 5280, 4.2.1.6).
 *
 * @module
 */
import { writeHex, writeUtf8 } from '../bytes.ts'
import {
  bodyOf,
  type DerElement,
  encodingOf,
  isAtEnd,
  onlyMember,
  openElement,
  takeElement,
} from './der/read-der.ts'
import { readOid } from './der/read-values.ts'
import { writeElement, writeExplicit } from './der/write-der.ts'
import { type DistinguishedName, readName } from './name.ts'

/** A general name that was read. */
export type GeneralName =
  | { readonly kind: 'email' | 'dns' | 'uri' | 'registered-id'; readonly value: string }
  | { readonly kind: 'directory'; readonly name: DistinguishedName }
  /** Four or sixteen octets; with a mask behind them in name constraints. */
  | { readonly kind: 'ip'; readonly octets: Uint8Array }
  | { readonly kind: 'other'; readonly value: string }

/** Latin-1 text of an implicitly tagged IA5String. */
function readAscii(element: DerElement): string {
  let text = ''
  for (const byte of bodyOf(element)) text += String.fromCharCode(byte)
  return text
}

/** Reads one `GeneralName`; kinds without use here are kept as hexadecimal. */
export function readGeneralName(element: DerElement): GeneralName {
  switch (element.tag & 0x1f) {
    case 1:
      return { kind: 'email', value: readAscii(element) }
    case 2:
      return { kind: 'dns', value: readAscii(element) }
    case 4:
      return { kind: 'directory', name: readName(onlyMember(element)) }
    case 6:
      return { kind: 'uri', value: readAscii(element) }
    case 7:
      return { kind: 'ip', octets: bodyOf(element) }
    case 8:
      return { kind: 'registered-id', value: readOid(element) }
    default:
      return { kind: 'other', value: writeHex(encodingOf(element)) }
  }
}

/** Reads the members of `GeneralNames`, whatever tag is around them. */
export function readGeneralNames(element: DerElement): readonly GeneralName[] {
  const cursor = openElement(element)
  const names: GeneralName[] = []
  while (!isAtEnd(cursor)) names.push(readGeneralName(takeElement(cursor)))
  return names
}

/** Addresses among general names that can be fetched. */
export function findUrls(names: readonly GeneralName[]): readonly string[] {
  return names.flatMap((name) => (name.kind === 'uri' ? [name.value] : []))
}

/** Writes an address as a `GeneralName`. */
export function writeUriName(url: string): Uint8Array {
  return writeElement(0x86, writeUtf8(url))
}

/** Writes a directory name as a `GeneralName`; the choice inside makes the tag explicit. */
export function writeDirectoryName(name: Uint8Array): Uint8Array {
  return writeExplicit(4, name)
}

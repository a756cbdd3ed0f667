/**
 * XML for the adapters that read it: guarded before it is parsed, and walked by names.
 *
 * @module
 */
import { MotcuaError } from '../errors.ts'
import { messages } from './messages.ts'

/** An attribute, as the W3C's DOM has it. */
export interface XmlAttribute {
  readonly name: string
  readonly value: string
  readonly prefix?: string | null
  readonly localName?: string | null
  readonly namespaceURI?: string | null
}

/** The part of the W3C's DOM that is used. */
export interface XmlElement {
  readonly nodeType: number
  readonly nodeName: string
  readonly nodeValue?: string | null
  readonly prefix?: string | null
  readonly localName?: string | null
  readonly namespaceURI?: string | null
  readonly attributes?: ArrayLike<XmlAttribute>
  readonly parentNode?: XmlElement | null
  readonly textContent: string | null
  readonly childNodes: ArrayLike<XmlElement>
  getAttribute?(name: string): string | null
}

/** What parses XML: `DOMParser` of a browser fits. */
export interface XmlParser {
  parseFromString(text: string, type: 'text/xml'): { readonly documentElement: XmlElement | null }
}

/** The namespace of TS 119 612 in all its versions. */
const TSL = 'http://uri.etsi.org/02231/v2#'

/** The largest lists of the European Union have some megabytes and a dozen levels. */
const MAX_BYTES = 32 * 1024 * 1024
const MAX_DEPTH = 100

/**
 * Refuses what is no trusted list.
 *
 * @throws MotcuaError `adapters/trusted-list-unreadable`
 */
export function refuse(
  reason: 'too-large' | 'not-utf8' | 'doctype' | 'too-deep' | 'not-xml' | 'other-root' | 'missing',
  place = '',
): never {
  throw new MotcuaError(messages, 'adapters/trusted-list-unreadable', { reason, place })
}

/** Child elements of a name. */
export function childrenOf(parent: XmlElement | undefined, name: string, namespace = TSL): XmlElement[] {
  return Array.from(parent?.childNodes ?? []).filter(
    (node) => node.nodeType === 1 && node.localName === name && node.namespaceURI === namespace,
  )
}

/** Elements at the end of a path of names, all of them. */
export function follow(parent: XmlElement | undefined, ...names: readonly string[]): XmlElement[] {
  let found = parent === undefined ? [] : [parent]
  for (const name of names) found = found.flatMap((element) => childrenOf(element, name))
  return found
}

/** Text of the first element at the end of a path; empty where there is none. */
export function textAt(parent: XmlElement | undefined, ...names: readonly string[]): string {
  return follow(parent, ...names)[0]?.textContent?.trim() ?? ''
}

/** Where the tag that begins at an offset ends; a `>` inside the quotes of an attribute does not end it. */
function findTagEnd(text: string, start: number): number {
  let quote = ''
  for (let at = start; at < text.length; at += 1) {
    const character = text.charAt(at)
    if (quote !== '') quote = character === quote ? '' : quote
    else if (character === '"' || character === "'") quote = character
    else if (character === '>') return at + 1
  }
  return refuse('not-xml')
}

/** Refuses a document type, which brings entities, and nesting that is deeper than any list, before anything is parsed. */
function assertHarmless(text: string): void {
  let depth = 0
  let end = 0
  for (let at = text.indexOf('<'); at >= 0; at = text.indexOf('<', end)) {
    const [, closing] = [['<!--', '-->'] as const, ['<![CDATA[', ']]>'] as const, ['<?', '?>'] as const].find(
      ([opening]) => text.startsWith(opening, at),
    ) ?? ['', '']
    if (closing !== '') {
      const found = text.indexOf(closing, at)
      end = found < 0 ? refuse('not-xml') : found + closing.length
      continue
    }
    if (text[at + 1] === '!') refuse('doctype')
    end = findTagEnd(text, at)
    if (text[at + 1] === '/') depth -= 1
    else if (text[end - 2] !== '/') depth += 1
    if (depth > MAX_DEPTH) refuse('too-deep')
  }
}

/** Loads the parser, which stops at the first thing that is not well-formed. */
async function loadParser(): Promise<XmlParser> {
  // A name in a variable: an application without the package must still bundle.
  const name = '@xmldom/xmldom'
  try {
    const { DOMParser, onErrorStopParsing } = await import(name)
    return new DOMParser({ onError: onErrorStopParsing, locator: false })
  } catch (cause) {
    throw new MotcuaError(messages, 'adapters/package-missing', { name }, { cause })
  }
}

/** Lists are written in UTF-8 (TS 119 612, 5.1.4); a byte order mark is allowed. */
function decodeUtf8(xml: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(xml)
  } catch {
    return refuse('not-utf8')
  }
}

/** Parses; whatever the parser throws at means that it is no XML. */
function parseText(parser: XmlParser, text: string): XmlElement | null {
  try {
    return parser.parseFromString(text, 'text/xml').documentElement
  } catch {
    return refuse('not-xml')
  }
}

/** Reads the root of the list. */
export async function openList(xml: Uint8Array, given: XmlParser | undefined): Promise<XmlElement> {
  if (xml.length > MAX_BYTES) refuse('too-large')
  const text = decodeUtf8(xml)
  assertHarmless(text)
  const parser = given ?? (await loadParser())
  const root = parseText(parser, text)
  if (root?.localName !== 'TrustServiceStatusList' || root.namespaceURI !== TSL) return refuse('other-root')
  return root
}

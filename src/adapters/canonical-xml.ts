/**
 * XML in the forms in which it is signed: Exclusive XML Canonicalization 1.0 and Canonical XML 1.0, both without comments
 * (W3C, 18 July 2002 and 15 March 2001).
 *
 * Trusted lists are signed in the exclusive form (TS 119 612, annex B); the other one is what XML-DSig means where it
 * names none. Documents have no document type here, so there are no entities and no attributes by default.
 *
 * @module
 */
import { concatBytes, writeUtf8 } from '../bytes.ts'
import type { XmlAttribute, XmlElement } from './list-xml.ts'

/** Kinds of nodes in the W3C's DOM that are written; all others, comments among them, are not. */
const ELEMENT = 1
const TEXT = 3
const CDATA = 4
const INSTRUCTION = 7

/** Namespaces by prefix; the empty prefix is that of the default namespace. */
type Scope = ReadonlyMap<string, string>

/** What is written, and with which settings. */
interface Writing {
  readonly parts: string[]
  /** Left out with all that is in it: the signature of which the reference is a part. */
  readonly without: XmlElement | undefined
  /** Prefixes that are written wherever they are in scope (InclusiveNamespaces), or all of them. */
  readonly inclusive: ReadonlySet<string> | 'all'
  /** Attributes such as xml:lang that the first element has from those around it; in Canonical XML 1.0 only. */
  readonly inherited: readonly XmlAttribute[]
}

const TEXT_SIGNS: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '\r': '&#xD;' }
const ATTRIBUTE_SIGNS: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '"': '&quot;',
  '\t': '&#x9;',
  '\n': '&#xA;',
  '\r': '&#xD;',
}
const writeText = (text: string) => text.replace(/[&<>\r]/g, (sign) => TEXT_SIGNS[sign] ?? sign)
const writeValue = (text: string) => text.replace(/[&<"\t\n\r]/g, (sign) => ATTRIBUTE_SIGNS[sign] ?? sign)

/** The prefix that an attribute declares a namespace for; nothing when it is an ordinary attribute. */
function declaredPrefix({ name }: XmlAttribute): string | undefined {
  if (name === 'xmlns') return ''
  return name.startsWith('xmlns:') ? name.slice('xmlns:'.length) : undefined
}

const attributesOf = ({ attributes }: XmlElement): readonly XmlAttribute[] => Array.from(attributes ?? [])

/** The namespaces in scope inside an element. */
function widenScope(scope: Scope, element: XmlElement): Scope {
  const declared = attributesOf(element).flatMap((attribute) => {
    const prefix = declaredPrefix(attribute)
    return prefix === undefined ? [] : ([[prefix, attribute.value]] as const)
  })
  return declared.length === 0 ? scope : new Map([...scope, ...declared])
}

/** The namespaces in scope around an element. */
function scopeAround(element: XmlElement): Scope {
  const parent = element.parentNode
  return parent?.nodeType === ELEMENT ? widenScope(scopeAround(parent), parent) : new Map()
}

/** The xml: attributes around an element, the nearest of each name. */
function inheritedBy(element: XmlElement): readonly XmlAttribute[] {
  const parent = element.parentNode
  if (parent?.nodeType !== ELEMENT) return []
  const own = attributesOf(parent).filter(({ name }) => name.startsWith('xml:'))
  return [...own, ...inheritedBy(parent).filter(({ name }) => own.every((each) => each.name !== name))]
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** The namespaces at a place: what is in scope, and what the output has declared so far. */
interface Namespaces {
  readonly scope: Scope
  readonly written: Scope
}

/** Prefixes that a start tag has to declare: those it uses, unless the output has them already. */
function listFresh(
  prefixes: readonly (string | null | undefined)[],
  { scope, written }: Namespaces,
  { inclusive }: Writing,
): readonly string[] {
  const always = inclusive === 'all' ? [...scope.keys()] : [...inclusive].filter((each) => scope.has(each))
  const used = new Set([...prefixes.map((prefix) => prefix ?? ''), ...always])
  return [...used]
    .filter((prefix) => prefix !== 'xml' && (scope.get(prefix) ?? '') !== (written.get(prefix) ?? ''))
    .sort(compare)
}

/** Writes the start tag; gives the namespaces for what is inside. */
function writeStart(element: XmlElement, { scope, written }: Namespaces, writing: Writing): Namespaces {
  const own = attributesOf(element).filter((attribute) => declaredPrefix(attribute) === undefined)
  const more = writing.parts.length === 0 ? writing.inherited : []
  const attributes = [...own, ...more.filter(({ name }) => own.every((each) => each.name !== name))]
  // An attribute without a prefix is in no namespace: it uses none.
  const prefixes = [element.prefix, ...attributes.flatMap(({ prefix }) => prefix || [])]
  const fresh = listFresh(prefixes, { scope, written }, writing)
  const declarations = fresh.map(
    (prefix) => ` ${prefix === '' ? 'xmlns' : `xmlns:${prefix}`}="${writeValue(scope.get(prefix) ?? '')}"`,
  )
  const sorted = attributes.sort(
    (a, b) =>
      compare(a.namespaceURI ?? '', b.namespaceURI ?? '') || compare(a.localName ?? '', b.localName ?? ''),
  )
  const values = sorted.map(({ name, value }) => ` ${name}="${writeValue(value)}"`)
  writing.parts.push(`<${element.nodeName}`, ...declarations, ...values, '>')
  if (fresh.length === 0) return { scope, written }
  return {
    scope,
    written: new Map([...written, ...fresh.map((prefix) => [prefix, scope.get(prefix) ?? ''] as const)]),
  }
}

/** An instruction; the XML declaration, which some parsers give as one, is none. */
function writeInstruction({ nodeName, nodeValue }: XmlElement): string {
  if (nodeName === 'xml') return ''
  return nodeValue ? `<?${nodeName} ${nodeValue}?>` : `<?${nodeName}?>`
}

/** An element with everything in it. */
function writeElement(element: XmlElement, around: Namespaces, writing: Writing): void {
  if (element === writing.without) return
  const inside = writeStart(element, { ...around, scope: widenScope(around.scope, element) }, writing)
  for (const node of Array.from(element.childNodes)) {
    if (node.nodeType === ELEMENT) writeElement(node, inside, writing)
    else if (node.nodeType === TEXT || node.nodeType === CDATA)
      writing.parts.push(writeText(node.nodeValue ?? ''))
    else if (node.nodeType === INSTRUCTION) writing.parts.push(writeInstruction(node))
  }
  writing.parts.push(`</${element.nodeName}>`)
}

/** How an element is canonicalised. */
export interface CanonicalOptions {
  /** An element inside it that is left out. */
  readonly without?: XmlElement
  /** Prefixes of InclusiveNamespaces, the default namespace as the empty one; `all` for Canonical XML 1.0. */
  readonly inclusive?: readonly string[] | 'all'
}

/** Writes an element with everything in it. */
export function writeCanonical(
  element: XmlElement,
  { without, inclusive = [] }: CanonicalOptions = {},
): Uint8Array {
  const isAll = inclusive === 'all'
  const writing: Writing = {
    parts: [],
    without,
    inclusive: isAll ? 'all' : new Set(inclusive),
    inherited: isAll ? inheritedBy(element) : [],
  }
  writeElement(element, { scope: scopeAround(element), written: new Map() }, writing)
  return writeUtf8(writing.parts.join(''))
}

/** Writes a whole document: its root, and the instructions before and after it, each on a line of its own. */
export function writeCanonicalDocument(root: XmlElement, options: CanonicalOptions = {}): Uint8Array {
  const nodes = Array.from(root.parentNode?.childNodes ?? [root])
  const at = nodes.indexOf(root)
  const told = (part: readonly XmlElement[]) =>
    part
      .filter(({ nodeType }) => nodeType === INSTRUCTION)
      .map(writeInstruction)
      .filter((text) => text !== '')
  const before = told(nodes.slice(0, at)).map((text) => `${text}\n`)
  const after = told(nodes.slice(at + 1)).map((text) => `\n${text}`)
  return concatBytes(writeUtf8(before.join('')), writeCanonical(root, options), writeUtf8(after.join('')))
}

/**
 * Whether bytes are well-formed XML without entities of their own, and what their root element is.
 *
 * Small on purpose: names are not checked character by character, and nothing is built. What a parser would have
 * to fetch or expand (document types, entities) is refused.
 *
 * @module
 */

/** Gives the text of an XML file by its byte order mark; `undefined` for broken UTF-8. */
function decodeXml(bytes: Uint8Array): string | undefined {
  const [first, second] = bytes
  const label =
    first === 0xfe && second === 0xff ? 'utf-16be' : first === 0xff && second === 0xfe ? 'utf-16le' : 'utf-8'
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}

/** A start or empty tag: name, attributes, whether it closes itself. */
const tagPattern = /<([^\s/>!?=<'"]+)((?:\s+[^\s=/><'"]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>/y

/** Text without markup; the five predefined entities and character references are the only ones. */
const referencePattern = /&(?!(?:amp|lt|gt|quot|apos|#\d{1,7}|#x[0-9a-fA-F]{1,6});)/

/** Prefixes and the names they stand for. */
type Namespaces = ReadonlyMap<string, string>

/** Reads the attributes of a tag; `undefined` where a name repeats or a reference is unknown. */
function readNamespaces(attributes: string, outer: Namespaces): Namespaces | undefined {
  const seen = new Set<string>()
  const inner = new Map(outer)
  for (const [, name = '', quoted = ''] of attributes.matchAll(/\s+([^\s=]+)\s*=\s*("[^"]*"|'[^']*')/g)) {
    const value = quoted.slice(1, -1)
    if (seen.has(name) || referencePattern.test(value)) return undefined
    seen.add(name)
    if (name === 'xmlns') inner.set('', value)
    else if (name.startsWith('xmlns:')) inner.set(name.slice(6), value)
  }
  return inner
}

/** Gives the name of an element with its namespace in braces; `undefined` for a prefix nobody declared. */
function expandName(name: string, namespaces: Namespaces): string | undefined {
  const colon = name.indexOf(':')
  const space = namespaces.get(colon < 0 ? '' : name.slice(0, colon))
  if (colon >= 0 && space === undefined) return undefined
  return space === undefined || space === '' ? name : `{${space}}${name.slice(colon + 1)}`
}

/** Passes over a comment, a processing instruction or a CDATA section; `undefined` for other markup. */
function passMarkup(text: string, position: number, isInside: boolean): number | undefined {
  const forms = [['<!--', '-->'], ['<?', '?>'], ...(isInside ? [['<![CDATA[', ']]>']] : [])]
  for (const [start = '', end = ''] of forms) {
    if (!text.startsWith(start, position)) continue
    const close = text.indexOf(end, position + start.length)
    return close < 0 ? undefined : close + end.length
  }
  return undefined
}

/** An element that is still open. */
interface OpenElement {
  readonly name: string
  readonly namespaces: Namespaces
}

/** Deeper documents are malice. */
const MAX_DEPTH = 256

/**
 * Finds the root element of an XML document.
 *
 * @returns Its name with the namespace in braces, `undefined` when the document is not well-formed.
 */
export function findRootName(bytes: Uint8Array): string | undefined {
  const text = decodeXml(bytes)
  if (text === undefined) return undefined
  const open: OpenElement[] = []
  const start: Namespaces = new Map([['xml', 'http://www.w3.org/XML/1998/namespace']])
  let root: string | undefined
  // XMP packets are padded with white space, and some writers add zero bytes.
  const end = text.replace(/[\s\0]+$/, '').length
  for (let position = 0; position < end; ) {
    const next = text.indexOf('<', position)
    const stop = next < 0 ? end : next
    const words = text.slice(position, stop)
    if (open.length === 0 ? words.trim() !== '' : referencePattern.test(words)) return undefined
    if (next < 0) break
    const current = open.at(-1)
    if (current !== undefined && text.startsWith('</', next)) {
      const close = /^<\/([^\s>]+)\s*>/.exec(text.slice(next, next + current.name.length + 64))
      if (close?.[1] !== current.name) return undefined
      open.pop()
      position = next + close[0].length
      continue
    }
    const passed = passMarkup(text, next, open.length > 0)
    if (passed !== undefined) {
      position = passed
      continue
    }
    tagPattern.lastIndex = next
    const tag = tagPattern.exec(text)
    const namespaces = tag === null ? undefined : readNamespaces(tag[2] ?? '', current?.namespaces ?? start)
    if (tag === null || namespaces === undefined || open.length > MAX_DEPTH) return undefined
    const name = expandName(tag[1] ?? '', namespaces)
    if (name === undefined || (open.length === 0 && root !== undefined)) return undefined
    root ??= name
    if (tag[3] !== '/') open.push({ name: tag[1] ?? '', namespaces })
    position = next + tag[0].length
  }
  return open.length === 0 ? root : undefined
}

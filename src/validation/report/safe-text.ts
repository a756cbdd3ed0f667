/**
 * Text from documents made safe to show: a name in a certificate or a reason in a signature is a stranger's word.
 *
 * @module
 */

/**
 * Replaces characters that would move a cursor, hide lines or turn the direction of text (C0, C1 and the Unicode marks
 * of direction).
 */
export function cleanText(text: string): string {
  return text.replace(/[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, ' ')
}

/** Markup that is safe to stand in a page as it is. */
export interface Html {
  readonly html: string
}

/** What may be put into markup: text and numbers are escaped, markup is taken as it is, lists are joined. */
export type HtmlPart = string | number | Html | readonly Html[]

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** Escapes text for elements and quoted attributes alike; lone surrogates and controls do not survive. */
export function escapeHtml(text: string): string {
  return cleanText(text.replace(/[\ud800-\udfff]/gu, '\ufffd')).replace(
    /[&<>"']/g,
    (character) => escapes[character] ?? '',
  )
}

/** Writes one part. */
function writePart(part: HtmlPart): string {
  if (typeof part === 'string') return escapeHtml(part)
  if (typeof part === 'number') return String(part)
  return 'html' in part ? part.html : part.map(({ html }) => html).join('')
}

/** Builds markup from a template; everything that is put in and is not markup itself is escaped. */
export function markup(strings: TemplateStringsArray, ...parts: readonly HtmlPart[]): Html {
  return {
    html: strings
      .map((text, index) => text + (index < parts.length ? writePart(parts[index] ?? '') : ''))
      .join(''),
  }
}

/** No markup at all. */
export const nothing: Html = { html: '' }

/**
 * Text from documents made safe to show: a name in a certificate or a reason in a signature is a stranger's word.
 *
 * @module
 */

/**
 * Replaces characters that would move a cursor, break or hide lines, turn the direction of text or stand unseen in it:
 * the controls, the formatting characters and the separators of lines and paragraphs of Unicode.
 */
export function cleanText(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, ' ')
}

/** Writes such characters, the line feed left out, as escapes in JSON text: its values stay the same. */
export function escapeJson(json: string): string {
  return json.replace(/(?!\n)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, (character) =>
    Array.from({ length: character.length }, (_, index) => {
      return `\\u${character.charCodeAt(index).toString(16).padStart(4, '0')}`
    }).join(''),
  )
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

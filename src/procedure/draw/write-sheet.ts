/**
 * The ISO sheet as Markdown and as HTML.
 *
 * @module
 */
import type { DefinedProcess } from '../define.ts'
import { escapeXml } from './draw-svg.ts'
import { buildSheet, type SheetOptions, type SheetPart } from './sheet.ts'

/** A cell of a Markdown table. */
function cell(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll('\n', '<br>')
}

/** A table in Markdown; an empty one keeps a line to write on. */
function writeMarkdownTable({ header, rows }: NonNullable<SheetPart['table']>): readonly string[] {
  const line = (cells: readonly string[]): string => `| ${cells.map(cell).join(' | ')} |`
  const blank = header.map(() => ' ')
  return [line(header), line(header.map(() => '---')), ...(rows.length === 0 ? [blank] : rows).map(line), '']
}

/**
 * Writes the ISO sheet as Markdown; with `record`, papers, terms and fees as the catalogue publishes them.
 *
 * @example
 * import { registerCopies } from 'motcua/procedure'
 * import { writeSheetMarkdown } from 'motcua/procedure/draw'
 * writeSheetMarkdown(registerCopies).includes('| TT | Trình tự | Trách nhiệm | Thời gian | Biểu mẫu/Kết quả |') // true
 */
export function writeSheetMarkdown(defined: DefinedProcess, options: SheetOptions = {}): string {
  return buildSheet(defined, options)
    .flatMap(({ level, heading, paragraphs, table }) => [
      `${'#'.repeat(level)} ${heading}`,
      '',
      ...paragraphs.flatMap((text) => [text, '']),
      ...(table ? writeMarkdownTable(table) : []),
    ])
    .join('\n')
}

/** A table in HTML. */
function writeHtmlTable({ header, rows }: NonNullable<SheetPart['table']>): string {
  const row = (tag: 'th' | 'td', cells: readonly string[]): string =>
    `<tr>${cells.map((text) => `<${tag}>${escapeXml(text)}</${tag}>`).join('')}</tr>`
  const blank = header.map(() => '\u00a0')
  return `<table><thead>${row('th', header)}</thead><tbody>${(rows.length === 0 ? [blank] : rows).map((cells) => row('td', cells)).join('')}</tbody></table>`
}

const style = [
  "body{font-family:'Times New Roman',Tinos,serif;max-width:190mm;margin:12mm auto;line-height:1.35}",
  'table{border-collapse:collapse;width:100%;margin:.5em 0}th,td{border:1px solid #333;padding:4px 6px;text-align:left;vertical-align:top}',
  'h1{text-align:center;font-size:1.4em}h2{font-size:1.15em}h3{font-size:1em}',
].join('')

/** Writes the ISO sheet as one HTML page without anything from outside; the same options. */
export function writeSheetHtml(defined: DefinedProcess, options: SheetOptions = {}): string {
  const parts = buildSheet(defined, options)
  const body = parts.map(({ level, heading, paragraphs, table }) =>
    [
      `<h${level}>${escapeXml(heading)}</h${level}>`,
      ...paragraphs.map((text) => `<p>${escapeXml(text)}</p>`),
      ...(table ? [writeHtmlTable(table)] : []),
    ].join('\n'),
  )
  const title = escapeXml(parts[0]?.heading ?? '')
  return `<!doctype html>\n<html lang="vi"><head><meta charset="utf-8"><title>${title}</title><style>${style}</style></head>\n<body>\n${body.join('\n')}\n</body></html>\n`
}

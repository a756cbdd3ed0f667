/**
 * The table of an ISO procedure as CSV: TT, Trình tự, Trách nhiệm, Thời gian, Biểu mẫu/Kết quả.
 *
 * @module
 */
import type { PublishedStep } from '../../catalogue/index.ts'
import type { Finding } from '../../finding.ts'
import { composeText, foldText } from '../../text.ts'
import { type DraftedProcess, draftProcess, readDeclaredTerm } from './draft-process.ts'

/** The header that such a file begins with. */
export const tableHeader = 'TT,Trình tự,Trách nhiệm,Thời gian,Biểu mẫu/Kết quả'

/** What the table itself does not say. */
export interface TableOptions {
  readonly id: string
  readonly title: string
  /** The declared legal term in words, `15 ngày`. */
  readonly term: string
  readonly procedureCode?: string
}

/** Reads CSV with quotes (RFC 4180); a byte order mark and both line ends are taken. */
export function readCsv(text: string): readonly (readonly string[])[] {
  const rows: string[][] = []
  let row: string[] = []
  let cell = ''
  let isQuoted = false
  const input = text.replace(/^\uFEFF/, '')
  for (let index = 0; index < input.length; index += 1) {
    const character = input[index] as string
    if (isQuoted) {
      if (character !== '"') cell += character
      else if (input[index + 1] === '"') {
        cell += '"'
        index += 1
      } else isQuoted = false
    } else if (character === '"' && cell === '') isQuoted = true
    else if (character === ',' || character === '\n') {
      row.push(cell.replace(/\r$/, ''))
      cell = ''
      if (character === '\n') {
        rows.push(row)
        row = []
      }
    } else cell += character
  }
  if (cell !== '' || row.length > 0) rows.push([...row, cell.replace(/\r$/, '')])
  return rows.filter((cells) => cells.some((one) => one.trim() !== ''))
}

/** Reads the time of a row: a number with a unit, or words. */
function readTime(text: string): Pick<PublishedStep, 'amount' | 'unit' | 'text'> {
  const match = /^(\d+(?:[.,]\d+)?|½|1\/2)\s*(ngày làm việc|ngày|giờ làm việc|giờ|tháng)$/i.exec(
    composeText(text.trim()),
  )
  const [, amount, unit] = match ?? []
  if (amount === undefined || unit === undefined) return text.trim() === '' ? {} : { text: text.trim() }
  const number = amount === '½' || amount === '1/2' ? 0.5 : Number(amount.replace(',', '.'))
  return { amount: number, unit }
}

/** One finding of this file. */
function fault(
  severity: Finding['severity'],
  code: string,
  own: { place: string; vi: string; en: string },
): Finding {
  const { place, vi, en } = own
  return { code: `procedure/${code}`, severity, place, message: { vi, en }, facts: {} }
}

/** Columns of the header, by folded name. */
const columns = ['tt', 'trinh tu', 'trach nhiem', 'thoi gian', 'bieu mau/ket qua']

/**
 * Reads the table of an ISO procedure and drafts its process.
 *
 * Every row that is not a step is a finding with its line; a table without the header is refused whole.
 *
 * @example
 * import { readProcessTable } from 'motcua/procedure/import'
 * const table = 'TT,Trình tự,Trách nhiệm,Thời gian,Biểu mẫu/Kết quả\n1,Tiếp nhận,Bộ phận Một cửa,1 ngày,Mẫu 01\n2,Ký duyệt,Lãnh đạo,2 ngày,'
 * readProcessTable(table, { id: 'demo', title: 'Thử', term: '3 ngày' }).definition?.steps.length // 2
 */
export function readProcessTable(
  text: string,
  options: TableOptions,
): { readonly definition?: DraftedProcess['definition']; readonly findings: readonly Finding[] } {
  const [header, ...rows] = readCsv(text)
  const names = (header ?? []).map((cell) => foldText(cell))
  if (!columns.every((name, index) => names[index] === name)) {
    const own = {
      place: 'line 1',
      vi: `dòng đầu phải là: ${tableHeader}`,
      en: `the first line must be: ${tableHeader}`,
    }
    return { findings: [fault('error', 'no-table-header', own)] }
  }
  const findings: Finding[] = []
  const term = readDeclaredTerm(options.term)
  if (term === undefined) {
    const own = {
      place: '--term',
      vi: `không đọc được thời hạn "${options.term}"`,
      en: 'the declared term cannot be read',
    }
    findings.push(fault('error', 'term-not-read', own))
  }
  const steps: PublishedStep[] = []
  rows.forEach((cells, index) => {
    const [number = '', task = '', responsible = '', time = '', forms = '', ...rest] = cells.map((cell) =>
      composeText(cell.trim()),
    )
    if (task === '' || rest.some((cell) => cell !== '')) {
      const own = { place: `line ${index + 2}`, vi: 'dòng không phải một bước', en: 'the line is not a step' }
      findings.push(fault('warning', 'row-not-read', own))
      return
    }
    steps.push({
      number: number === '' ? String(index + 1) : number,
      task,
      ...(responsible === '' ? {} : { responsible }),
      ...readTime(time),
      ...(forms === '' ? {} : { forms: [forms] }),
    })
  })
  const code = options.procedureCode ?? options.id
  const drafted = draftProcess({
    id: options.id,
    title: options.title,
    procedure: { code, name: options.title },
    term: term ?? { kind: 'none' },
    termText: options.term,
    steps,
    source: 'CSV',
  })
  return { definition: drafted.definition, findings: [...findings, ...drafted.findings] }
}

import type { Finding } from '../../finding.ts'
import { buildFinding } from '../messages.ts'
import type { Procedure, PublishedStep } from '../procedure.ts'
import type { PublishedTerm } from '../published-term.ts'
import { type ImportOptions, type ProcedureImport, readProcedure, separateIds } from './import-procedures.ts'
import { cleanMarkup, type Findings, foldName } from './open-record.ts'
import { type CsvRow, parseCsv } from './parse-csv.ts'
import { readTerm } from './read-manners.ts'

/** A header with the rows under it; rows of another width are said and filled up or cut. */
interface CsvTable {
  readonly header: readonly string[]
  readonly rows: readonly CsvRow[]
}

/** Splits off the header, and says what does not fit under it. */
function readTable(csv: string, findings: Findings): CsvTable | undefined {
  const [header, ...rows] = parseCsv(csv, findings)
  if (header === undefined || rows.length === 0) {
    findings.push(buildFinding('catalogue/csv-empty', 'line 1', {}))
    return undefined
  }
  const columns = header.cells.length
  for (const { line, cells } of rows) {
    const isOdd = cells.length < columns || cells.slice(columns).some((cell) => cell.trim() !== '')
    if (isOdd)
      findings.push(
        buildFinding('catalogue/csv-cells', `line ${line}`, { line, cells: cells.length, columns }),
      )
  }
  return { header: header.cells.map((cell) => cell.trim()), rows }
}

/** Says columns that bear the same name as an earlier one: their cells are not read. */
function checkHeader(header: readonly string[], findings: Findings): void {
  header.forEach((field, index) => {
    if (field !== '' && header.indexOf(field) < index)
      findings.push(buildFinding('catalogue/unread-field', `line 1, column ${index + 1}`, { field }))
  })
}

/** One row as a record; cells without a header go under their column's number, so that they are said. */
function buildRecord(header: readonly string[], { cells }: CsvRow): Readonly<Record<string, unknown>> {
  const record: Record<string, unknown> = {}
  cells.forEach((cell, index) => {
    const field = header[index] === undefined || header[index] === '' ? `column ${index + 1}` : header[index]
    if (!Object.hasOwn(record, field)) record[field] = cell
  })
  return record
}

/**
 * Imports procedures from CSV: a header with the headings of the public page, one procedure a row.
 *
 * Cells are read as the fields of a record are ({@link importProcedures}): a cell with several lines is a
 * list. Unread columns, cells beyond the header and broken quotes are findings with their line.
 *
 * @example
 * import { importProcedureCsv } from 'motcua/catalogue'
 * const { procedures } = importProcedureCsv(
 *   'Mã thủ tục,Tên thủ tục,Cách thức thực hiện,Thời hạn giải quyết\n2.000908,Cấp bản sao từ sổ gốc,Trực tiếp,3 ngày làm việc',
 *   { source: { title: 'ví dụ', certainty: 'unverified' } },
 * )
 * procedures[0]?.manners[0]?.terms[0]?.reading // { kind: 'working-days', amount: 3 }
 */
export function importProcedureCsv(csv: string, options: ImportOptions): ProcedureImport {
  const findings: Finding[] = []
  const table = readTable(csv, findings)
  if (table === undefined) return { procedures: [], findings }
  checkHeader(table.header, findings)
  const procedures = table.rows.flatMap(
    (row) =>
      readProcedure(
        { value: buildRecord(table.header, row), place: `line ${row.line}` },
        options,
        findings,
      ) ?? [],
  )
  return { procedures: separateIds(procedures), findings }
}

/** What the columns of a step table are called, folded. */
const stepColumns: Readonly<Record<string, readonly string[]>> = {
  number: ['tt', 'stt', 'buoc'],
  phase: ['giaidoan'],
  task: ['trinhtu', 'noidungcongviec', 'noidung', 'congviec'],
  responsible: ['trachnhiem', 'donvithuchien', 'nguoithuchien'],
  time: ['thoigian', 'thoihan', 'thoigianthuchien'],
  forms: ['bieumauketqua', 'hosobieumau', 'bieumau', 'ketqua'],
  note: ['diengiai', 'ghichu'],
}

/** What a step table gives: the process as published, the notes beside it, and what was not read. */
export interface StepTable {
  readonly process?: NonNullable<Procedure['process']>
  readonly findings: readonly Finding[]
}

/** Reads `0,5 ngày`; words stay words, and are said. */
function readTime(text: string, place: string, findings: Findings): Partial<PublishedStep> {
  const match = /^0*(\d+(?:[.,]\d+)?)\s*(ngày làm việc|ngày|giờ làm việc|giờ|phút|tháng)\.?$/iu.exec(text)
  if (match === null) {
    const reasonText = { vi: 'không phải một con số kèm đơn vị', en: 'not a number with a unit' }
    findings.push(buildFinding('catalogue/unread-term', place, { reason: 'unknown-words', reasonText }))
    return { text }
  }
  return { amount: Number((match[1] ?? '').replace(',', '.')), unit: (match[2] ?? '').toLowerCase() }
}

/** Reads one row of a step table. */
function readStep(row: CsvRow, columns: ReadonlyMap<string, number>, findings: Findings): PublishedStep {
  const cellOf = (column: string): string => cleanMarkup(row.cells[columns.get(column) ?? -1] ?? '').text
  const phase = /^(?:giai đoạn\s*)?(\d{1,2})$/iu.exec(cellOf('phase'))?.[1]
  const [task, responsible, time, note] = ['task', 'responsible', 'time', 'note'].map(cellOf)
  if (note !== undefined && note !== '')
    findings.push(buildFinding('catalogue/unread-field', `line ${row.line}`, { field: 'note' }))
  const forms = cellOf('forms')
    .split('\n')
    .filter((form) => form !== '')
  return {
    number: cellOf('number') === '' ? String(row.line - 1) : cellOf('number'),
    ...(phase === undefined ? {} : { phase: Number(phase) }),
    ...(task === undefined || task === '' ? {} : { task }),
    ...(responsible === undefined || responsible === '' ? {} : { responsible }),
    ...(time === undefined || time === '' ? {} : readTime(time, `line ${row.line}`, findings)),
    ...(forms.length === 0 ? {} : { forms }),
  }
}

/**
 * Reads the step table of an ISO sheet: `TT,Trình tự,Trách nhiệm,Thời gian,Biểu mẫu/Kết quả`.
 *
 * The steps stay as published, also where they do not add up to the term; {@link checkProcedure} says that.
 *
 * @param term - The declared term in words, `15 ngày`, where there is one.
 *
 * @example
 * import { readStepTable } from 'motcua/catalogue'
 * const { process } = readStepTable('TT,Trình tự,Trách nhiệm,Thời gian\n1,Tiếp nhận,Một cửa,"0,5 ngày"', '15 ngày')
 * process?.steps[0]?.amount // 0.5
 */
export function readStepTable(csv: string, term?: string): StepTable {
  const findings: Finding[] = []
  const table = readTable(csv, findings)
  if (table === undefined) return { findings }
  const columns = new Map<string, number>()
  table.header.forEach((field, index) => {
    const column = Object.entries(stepColumns).find(([, names]) => names.includes(foldName(field)))?.[0]
    if (column !== undefined && !columns.has(column)) columns.set(column, index)
    else if (field !== '')
      findings.push(buildFinding('catalogue/unread-field', `line 1, column ${index + 1}`, { field }))
  })
  if (!columns.has('task')) {
    findings.push(
      buildFinding('catalogue/not-a-record', 'line 1', { expected: 'TT,Trình tự,Trách nhiệm,Thời gian,…' }),
    )
    return { findings }
  }
  const steps = table.rows.map((row) => readStep(row, columns, findings))
  const declaredTerm: PublishedTerm | undefined =
    term === undefined ? undefined : readTerm(term, 'term', findings)
  return { process: { ...(declaredTerm === undefined ? {} : { declaredTerm }), steps }, findings }
}

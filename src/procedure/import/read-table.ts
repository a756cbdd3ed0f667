/**
 * The table of an ISO procedure as CSV, drafted as a process.
 *
 * @module
 */
import { readStepTable } from '../../catalogue/index.ts'
import type { Finding } from '../../finding.ts'
import { type DraftedProcess, draftProcess, readDeclaredTerm } from './draft-process.ts'
import { readPublishedTerm } from './published-times.ts'

/** What the table itself does not say. */
export interface TableOptions {
  readonly id: string
  readonly title: string
  /** The declared legal term in words, `15 ngày`. */
  readonly term?: string
  readonly procedureCode?: string
}

/**
 * Reads the table `TT,Trình tự,Trách nhiệm,Thời gian,Biểu mẫu/Kết quả` and drafts its process.
 *
 * What was not read is a finding with its line; without the header there is no definition.
 *
 * @example
 * import { readProcessTable } from 'motcua/procedure/import'
 * const table = 'TT,Trình tự,Trách nhiệm,Thời gian,Biểu mẫu/Kết quả\n1,Tiếp nhận,Bộ phận Một cửa,1 ngày,Mẫu 01\n2,Ký duyệt,Lãnh đạo,2 ngày,'
 * readProcessTable(table, { id: 'demo', title: 'Thử', term: '3 ngày' }).definition?.steps.length // 2
 */
export function readProcessTable(
  csv: string,
  options: TableOptions,
): { readonly definition?: DraftedProcess['definition']; readonly findings: readonly Finding[] } {
  const { process: table, findings } = readStepTable(csv, options.term)
  if (table === undefined) return { findings }
  const read = table.declaredTerm && readPublishedTerm(table.declaredTerm.reading)
  const drafted = draftProcess({
    id: options.id,
    title: options.title,
    procedure: { code: options.procedureCode ?? options.id, name: options.title },
    term: read ?? readDeclaredTerm(options.term ?? '') ?? { kind: 'none' },
    ...(options.term === undefined ? {} : { termText: options.term }),
    steps: table.steps,
    source: 'CSV',
  })
  return { definition: drafted.definition, findings: [...findings, ...drafted.findings] }
}

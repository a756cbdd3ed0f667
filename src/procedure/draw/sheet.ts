/**
 * The ISO sheet (quy trình nội bộ) as data: cover, amendments, sections 1 to 7.
 *
 * What the definition does not say stands as an empty place, as on a printed form.
 *
 * @module
 */
import type { Procedure } from '../../catalogue/index.ts'
import { formatTerm } from '../../deadline/index.ts'
import { roleLabels } from '../case/role-labels.ts'
import { isParallel } from '../chart/step-plan.ts'
import type { DefinedProcess } from '../define.ts'
import { type Label, localizeLabel, type Step } from '../definition.ts'
import { findFacts, type PublishedFacts } from './published-facts.ts'

/** A part of the sheet: a heading with paragraphs and a table. */
export interface SheetPart {
  readonly level: 1 | 2 | 3
  readonly heading: string
  readonly paragraphs: readonly string[]
  readonly table?: { readonly header: readonly string[]; readonly rows: readonly (readonly string[])[] }
}

/** Nothing was written there. */
const EMPTY = '…'

/** A date as a sheet writes it. */
function writeDate(day: string | undefined): string {
  return day === undefined ? EMPTY : day.split('-').reverse().join('/')
}

/** A label in Vietnamese: the sheet is a Vietnamese document. */
function say(label: Label | undefined): string {
  return label === undefined ? '' : localizeLabel(label).vi
}

/** Time of a step as printed. */
export function timeOfStep({ term, termText, kind }: Step): string {
  if (termText !== undefined) return termText
  if (term === undefined || term.amount === 0) return kind === 'return' ? 'Theo giấy hẹn' : EMPTY
  return formatTerm({ kind: term.kind, amount: term.amount }, 'vi')
}

/** A row of the table of steps. */
function rowOf(number: string, step: Step): readonly string[] {
  const unit = step.unit === undefined ? roleLabels([step.role]).vi : say(step.unit)
  const forms = [say(step.output), ...(step.forms ?? [])].filter((part) => part !== '').join('; ')
  return [number, say(step.task), unit, timeOfStep(step), forms]
}

/** The rows of the table TT | Trình tự | Trách nhiệm | Thời gian | Biểu mẫu/Kết quả. */
export function listStepRows(defined: DefinedProcess): readonly (readonly string[])[] {
  return defined.definition.steps.flatMap((item, index) => {
    const number = `B${index + 1}`
    if (!isParallel(item)) return [rowOf(number, item)]
    const steps = item.branches.flatMap((branch, at) =>
      branch.steps.map((step, place) =>
        rowOf(`${number}.${at + 1}${branch.steps.length > 1 ? `.${place + 1}` : ''}`, step),
      ),
    )
    return [[number, say(item.task), '', 'Song song', ''], ...steps]
  })
}

/** The cover and the table of amendments. */
function coverOf({ definition }: DefinedProcess): readonly SheetPart[] {
  const { iso, lifecycle } = definition
  const person = (
    who: { position: string; by?: string | undefined; date?: string | undefined } | undefined,
  ) => (who === undefined ? [EMPTY, EMPTY, EMPTY] : [who.by ?? EMPTY, who.position, writeDate(who.date)])
  const approved = lifecycle?.approved
  return [
    {
      level: 1,
      heading: say(definition.title),
      paragraphs: [
        `Mã số: ${iso?.code ?? EMPTY} · Lần ban hành: ${iso?.issue ?? definition.version} · Ngày ban hành: ${writeDate(approved?.date)}`,
        `Quyết định: ${approved?.decision ?? EMPTY} · Hiệu lực từ: ${writeDate(lifecycle?.inForceFrom)}${lifecycle?.supersededFrom === undefined ? '' : ` · Bị thay thế từ: ${writeDate(lifecycle.supersededFrom)}`}`,
      ],
      table: {
        header: ['', 'Soạn thảo', 'Xem xét', 'Phê duyệt'],
        rows: ['Họ và tên', 'Chức vụ', 'Ngày ký'].map((name, index) => [
          name,
          person(lifecycle?.drafted)[index] ?? EMPTY,
          person(lifecycle?.reviewed)[index] ?? EMPTY,
          person(approved)[index] ?? EMPTY,
        ]),
      },
    },
    {
      level: 2,
      heading: 'Sửa đổi tài liệu',
      paragraphs: [],
      table: {
        header: ['Yêu cầu sửa đổi', 'Trang/phần', 'Mô tả', 'Lần ban hành/sửa đổi', 'Ngày'],
        rows: (lifecycle?.amendments ?? []).map(({ request, place, description, issue, date }) => [
          request,
          place,
          description,
          issue,
          writeDate(date),
        ]),
      },
    },
  ]
}

/** Sections 1 to 4. */
function generalParts({ definition }: DefinedProcess, { code, name }: PublishedFacts): readonly SheetPart[] {
  const { iso } = definition
  const part = (heading: string, paragraphs: readonly string[]): SheetPart => ({
    level: 2,
    heading,
    paragraphs,
  })
  return [
    part('1. Mục đích', [
      say(iso?.purpose) || `Quy định trình tự, trách nhiệm và thời gian giải quyết thủ tục ${name}.`,
    ]),
    part('2. Phạm vi', [say(iso?.scope) || `Áp dụng đối với thủ tục ${code} ${name}.`]),
    part('3. Tài liệu viện dẫn', iso?.references ?? [EMPTY]),
    {
      ...part('4. Định nghĩa, viết tắt', []),
      table: {
        header: ['Từ ngữ', 'Giải thích'],
        rows: (iso?.definitions ?? []).map(({ term, meaning }) => [term, meaning]),
      },
    },
  ]
}

/** Section 5: what is done. */
function contentParts(defined: DefinedProcess, facts: PublishedFacts): readonly SheetPart[] {
  const { counters } = defined.definition
  const sub = (heading: string, paragraphs: readonly string[]): SheetPart => ({
    level: 3,
    heading,
    paragraphs: paragraphs.length === 0 ? [EMPTY] : paragraphs,
  })
  return [
    { level: 2, heading: '5. Nội dung', paragraphs: [] },
    sub('5.1 Cơ sở pháp lý', facts.legalBases),
    {
      ...sub('5.2 Thành phần hồ sơ', []),
      paragraphs: [],
      table: {
        header: ['TT', 'Giấy tờ', 'Bản chính', 'Bản sao'],
        rows: facts.papers.map(({ name, originals, copies }, index) => [
          String(index + 1),
          name,
          originals,
          copies,
        ]),
      },
    },
    sub('5.3 Số lượng hồ sơ', facts.sets === undefined ? [] : [`${facts.sets} bộ`]),
    sub('5.4 Thời gian xử lý', facts.terms),
    sub(
      '5.5 Nơi tiếp nhận và trả kết quả',
      counters === undefined ? [] : [`Tiếp nhận: ${counters.receive}`, `Trả kết quả: ${counters.return}`],
    ),
    sub('5.6 Phí, lệ phí', facts.fees),
    {
      ...sub('5.7 Quy trình xử lý công việc', []),
      paragraphs: [],
      table: {
        header: ['TT', 'Trình tự', 'Trách nhiệm', 'Thời gian', 'Biểu mẫu/Kết quả'],
        rows: listStepRows(defined),
      },
    },
  ]
}

/** Sections 6 and 7: forms, and what is kept. */
function closingParts({ definition }: DefinedProcess): readonly SheetPart[] {
  const kept = (definition.iso?.records ?? []).map(({ title, place, retention }) => [
    title,
    `${place}, ${retention}`,
  ])
  const own = definition.steps.flatMap((item) =>
    isParallel(item) || item.record === undefined ? [] : [[say(item.record), EMPTY]],
  )
  const records = kept.length > 0 ? kept : own
  return [
    {
      level: 2,
      heading: '6. Biểu mẫu',
      paragraphs: [],
      table: {
        header: ['TT', 'Mã hiệu', 'Tên biểu mẫu'],
        rows: (definition.forms ?? []).map(({ code, name }, index) => [String(index + 1), code, name]),
      },
    },
    {
      level: 2,
      heading: '7. Hồ sơ cần lưu',
      paragraphs: [],
      table: {
        header: ['TT', 'Hồ sơ', 'Nơi lưu, thời gian lưu'],
        rows: records.map(([title = '', place = ''], index) => [String(index + 1), title, place]),
      },
    },
  ]
}

/** What may be printed besides the definition. */
export interface SheetOptions {
  /** The catalogue's record of the procedure: what it says stands above what the definition says. */
  readonly record?: Procedure | undefined
}

/** Builds the ISO sheet of a process: QĐ 19/2014/QĐ-TTg and TCVN ISO 9001 as agencies lay it out. */
export function buildSheet(defined: DefinedProcess, options: SheetOptions = {}): readonly SheetPart[] {
  const facts = findFacts(defined.definition, options.record)
  return [
    ...coverOf(defined),
    ...generalParts(defined, facts),
    ...contentParts(defined, facts),
    ...closingParts(defined),
  ]
}

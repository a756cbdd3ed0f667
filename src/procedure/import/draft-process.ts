/**
 * A process definition drafted from what an agency published: the steps as printed, nothing dropped silently.
 *
 * What a table does not print (roles, signers, records) is guessed from its words or left out, and said.
 *
 * @module
 */
import type { Procedure, PublishedStep } from '../../catalogue/index.ts'
import { parseTerm } from '../../deadline/index.ts'
import type { Finding } from '../../finding.ts'
import { foldText } from '../../text.ts'
import type { LegalTerm, ParallelSteps, ProcessDefinition, Step } from '../definition.ts'
import { readPublishedDuration, readPublishedTerm } from './published-times.ts'

/** A drafted definition and what a person should look at. */
export interface DraftedProcess {
  readonly definition: ProcessDefinition
  readonly findings: readonly Finding[]
}

/** What drafting needs of a record. */
export interface PublishedProcess {
  readonly id: string
  readonly title: string
  readonly procedure: { readonly code: string; readonly name: string }
  readonly term: LegalTerm
  readonly termText?: string
  readonly steps: readonly PublishedStep[]
  readonly source: string
  readonly note?: string
  readonly details?: Partial<ProcessDefinition>
}

type Kind = NonNullable<Step['kind']>

/** Words of a step's task or of who does it. */
function wordsOf(step: PublishedStep): { readonly task: string; readonly who: string } {
  return { task: foldText(step.task ?? ''), who: foldText(step.responsible ?? step.to ?? '') }
}

/** Tells whether a step is the applicant's own. */
function isApplicants(step: PublishedStep): boolean {
  const { task, who } = wordsOf(step)
  return /^nop ho so/.test(task) && /to chuc|ca nhan|nguoi nop/.test(who)
}

const isSigning = (task: string): boolean => /ky duyet|ky phe duyet|phe duyet|ban hanh|cong bo/.test(task)
const isIssuing = (task: string): boolean =>
  /phat hanh|dong dau|chuyen tra ket qua|vao so.*ban hanh/.test(task)

/** What each step is in the course of the case, by its words and its place. */
function kindsOf(steps: readonly PublishedStep[]): readonly Kind[] {
  const kinds: Kind[] = steps.map(() => 'work')
  const tasks = steps.map((step) => wordsOf(step).task)
  if (
    /tiep nhan|kiem tra ho so/.test(tasks[0] ?? '') ||
    wordsOf(steps[0] ?? { number: '' }).who.includes('tn&tkq')
  ) {
    kinds[0] = 'intake'
  }
  const last = steps.length - 1
  if (
    last > 0 &&
    /^(chuyen )?tra ket qua|^tra ket qua/.test(tasks[last] ?? '') &&
    !isIssuing(tasks[last] ?? '')
  ) {
    kinds[last] = 'return'
  }
  const issue = tasks.findLastIndex((task, index) => kinds[index] === 'work' && isIssuing(task))
  if (issue >= 0 && tasks.slice(issue + 1).every((_task, offset) => kinds[issue + 1 + offset] === 'return')) {
    kinds[issue] = 'issue'
  }
  const sign = tasks.findLastIndex((task, index) => kinds[index] === 'work' && isSigning(task))
  const isLastWork = kinds.slice(sign + 1).every((kind) => kind === 'issue' || kind === 'return')
  if (sign > 0 && isLastWork) kinds[sign] = 'sign'
  return kinds
}

/** Who may do a step, guessed from who is printed beside it. */
function roleOf(step: PublishedStep, kind: Kind): string {
  if (kind === 'sign') return 'approver'
  if (kind === 'intake' || kind === 'return') return 'reception'
  const { who, task } = wordsOf(step)
  if (/van thu/.test(who) || kind === 'issue') return 'clerk'
  if (/tn&tkq|mot cua|hcc|tiep nhan va tra/.test(who)) return 'reception'
  return /lanh dao|chu tich|giam doc|truong phong/.test(who) || /phan cong/.test(task)
    ? 'unit-head'
    : 'officer'
}

/** Name of a step's state: its phase and number as printed. */
function idOf(step: PublishedStep, index: number): string {
  const number = step.number.replace(/[^A-Za-z0-9]/g, '')
  return `step${step.phase === undefined ? '' : `${step.phase}x`}${number === '' ? index + 1 : number}`
}

/** One drafted step. */
function draftStep(
  step: PublishedStep,
  declared: LegalTerm,
  own: { readonly id: string; readonly kind: Kind },
): Step {
  const term = readPublishedDuration(step, declared)
  const task = step.task ?? [step.from, step.to].filter((part) => part !== undefined).join(' → ')
  const unit = step.responsible ?? step.to
  return {
    id: own.id,
    task: task === '' ? `Bước ${step.number}` : task,
    role: roleOf(step, own.kind),
    ...(own.kind === 'work' ? {} : { kind: own.kind }),
    ...(unit === undefined ? {} : { unit }),
    ...(term === undefined ? {} : { term }),
    ...(step.text === undefined ? {} : { termText: step.text }),
    ...(step.phase === undefined ? {} : { phase: step.phase }),
    ...(step.forms === undefined || step.forms.length === 0 ? {} : { output: step.forms.join('; ') }),
    ...(own.kind === 'sign' ? { signs: { as: 'approve' } as const } : {}),
  }
}

/** Names that no two steps share. */
function uniqueIds(steps: readonly PublishedStep[]): readonly string[] {
  const ids = steps.map(idOf)
  return ids.map((id, index) => (ids.indexOf(id) === index ? id : `${id}n${index + 1}`))
}

/** Puts steps that the record runs side by side into one block. */
function joinParallel(
  steps: readonly PublishedStep[],
  drafted: readonly Step[],
): readonly (Step | ParallelSteps)[] {
  const items: (Step | ParallelSteps)[] = []
  for (const [index, step] of drafted.entries()) {
    const { kind: _kind, signs: _signs, ...work } = step
    const branch = { id: `branch${step.id}`, steps: [work] }
    const last = items.at(-1)
    const isBeside = steps[index]?.parallelWith !== undefined
    if (!isBeside) items.push(step)
    else if (last !== undefined && 'branches' in last && steps[index - 1]?.parallelWith !== undefined) {
      items[items.length - 1] = { ...last, branches: [...last.branches, branch] }
    } else {
      items.push({ id: `block${step.id}`, task: 'Thực hiện song song', branches: [branch] })
    }
  }
  return items
}

/** One finding of drafting. */
function note(code: string, place: string, texts: readonly [string, string]): Finding {
  const [vi, en] = texts
  return { code: `procedure/${code}`, severity: 'info', place, message: { vi, en }, facts: {} }
}

/** What drafting could not take over as it stood. */
function findOddities(published: PublishedProcess, kept: readonly PublishedStep[]): readonly Finding[] {
  const applicants = published.steps
    .filter(isApplicants)
    .map((step) =>
      note('applicants-step', `step ${step.number}`, [
        'bước của người nộp hồ sơ là việc nộp, không phải bước của cơ quan',
        'a step of the applicant is the submission itself and no step of the agency',
      ]),
    )
  const unread = kept
    .filter((step) => readPublishedDuration(step, published.term) === undefined)
    .map((step) =>
      note('time-not-a-number', `step ${step.number}`, [
        step.text === undefined ? 'bước không ghi thời gian' : `thời gian ghi bằng chữ: ${step.text}`,
        step.text === undefined ? 'the step prints no time' : 'the time of the step is printed in words',
      ]),
    )
  return [...applicants, ...unread]
}

/**
 * Drafts a process from published steps; it passes `defineProcess` and is a draft until somebody approves it.
 *
 * @example
 * import { draftProcess } from 'motcua/procedure/import'
 * const { definition } = draftProcess({
 *   id: 'demo', title: 'Thủ tục thử', procedure: { code: '1.000001', name: 'Thủ tục thử' }, source: 'a table',
 *   term: { kind: 'working-days', amount: 3 },
 *   steps: [
 *     { number: '1', task: 'Tiếp nhận hồ sơ', responsible: 'Bộ phận Một cửa', amount: 1, unit: 'ngày' },
 *     { number: '2', task: 'Thẩm định', responsible: 'Công chức', amount: 1, unit: 'ngày' },
 *     { number: '3', task: 'Ký duyệt', responsible: 'Lãnh đạo', amount: 1, unit: 'ngày' },
 *   ],
 * })
 * definition.steps.map((step) => ('kind' in step ? step.kind : 'work')) // ['intake', 'work', 'sign']
 */
export function draftProcess(published: PublishedProcess): DraftedProcess {
  const kept = published.steps.filter((step) => !isApplicants(step))
  const kinds = kindsOf(kept)
  const ids = uniqueIds(kept)
  const drafted = kept.map((step, index) =>
    draftStep(step, published.term, { id: ids[index] ?? `step${index}`, kind: kinds[index] ?? 'work' }),
  )
  const { id, title, procedure, term, termText, source, note: remark, details } = published
  return {
    definition: {
      schema: 'motcua/process@1',
      id,
      version: '1',
      title,
      procedure,
      term,
      ...(termText === undefined ? {} : { termText }),
      ...details,
      steps: joinParallel(kept, drafted),
      origin: { source, ...(remark === undefined ? {} : { note: remark }) },
    },
    findings: findOddities(published, kept),
  }
}

/**
 * Drafts the process of a record of the catalogue; `undefined` where the record prints no steps.
 *
 * The term is that of the published process, or the first of the record that could be read.
 */
export function draftProcessOf(record: Procedure): DraftedProcess | undefined {
  const { process: printed } = record
  if (printed === undefined) return undefined
  const terms = [printed.declaredTerm, ...record.manners.flatMap((manner) => manner.terms)]
  const readable = terms.find((term) => term !== undefined && readPublishedTerm(term.reading) !== undefined)
  const code = record.code ?? record.id
  return draftProcess({
    id: record.id.replace(/[^A-Za-z0-9._-]/g, '-').slice(0, 64),
    title: record.name,
    procedure: { code, name: record.name },
    term: (readable && readPublishedTerm(readable.reading)) ?? { kind: 'none' },
    ...(readable === undefined ? {} : { termText: readable.text }),
    steps: printed.steps,
    source: record.sources[0]?.title ?? record.id,
    details: {
      field: { code: record.field.code ?? 'khac', name: record.field.name },
      legalBases: record.legalBases.map(({ number, title }) => [number, title].filter(Boolean).join(': ')),
    },
  })
}

/** Reads a declared term as people write it, `15 ngày làm việc`; `undefined` where a person has to read it. */
export function readDeclaredTerm(text: string): LegalTerm | undefined {
  const term = parseTerm(text)
  return readPublishedTerm(
    term.kind === 'unread' ? { kind: 'unread', reason: term.reason } : withoutExtensions(term),
  )
}

/** A term without what may lengthen it. */
function withoutExtensions(term: Exclude<ReturnType<typeof parseTerm>, { kind: 'unread' }>): LegalTerm {
  if (term.kind === 'none') return { kind: 'none' }
  if (term.kind !== 'same-day') return { kind: term.kind, amount: term.amount }
  return term.cutOff === undefined ? { kind: 'same-day' } : { kind: 'same-day', cutOff: term.cutOff }
}

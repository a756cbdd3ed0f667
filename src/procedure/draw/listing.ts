/**
 * What is posted for the public (niêm yết), and the data of the control slip that travels with a dossier.
 *
 * @module
 */
import type { WorkingCalendar } from '../../calendar/index.ts'
import type { Instant } from '../../date.ts'
import type { UnsealedEvent } from '../../dossier/history/index.ts'
import { deriveStepDueAt } from '../case/clock.ts'
import type { DossierCase } from '../case/facts.ts'
import { roleLabels } from '../case/role-labels.ts'
import type { DefinedProcess } from '../define.ts'
import { localizeLabel } from '../definition.ts'
import { findFacts } from './published-facts.ts'
import { listStepRows, type SheetOptions } from './sheet.ts'

/** A line of the listing; an empty place where nothing was said. */
function line(name: string, values: readonly string[]): string {
  return `- ${name}: ${values.length === 0 ? '…' : values.join('; ')}`
}

/** A line that is left out where nothing was said. */
function optionalLine(name: string, values: readonly string[]): readonly string[] {
  return values.length === 0 ? [] : [line(name, values)]
}

/**
 * Writes the public listing of a procedure as Markdown: papers, term, fee, counters, and the steps.
 *
 * With `record` it says what the catalogue publishes (papers by case, terms by channel, fees by rate, who may apply),
 * and only the steps and counters come from the process.
 *
 * @example
 * import { registerCopies } from 'motcua/procedure'
 * import { writeListing } from 'motcua/procedure/draw'
 * writeListing(registerCopies).split('\n')[0] // '# 2.000908 Cấp bản sao từ sổ gốc'
 */
export function writeListing(defined: DefinedProcess, options: SheetOptions = {}): string {
  const { counters } = defined.definition
  const facts = findFacts(defined.definition, options.record)
  const papers = facts.papers.map(({ name, originals, copies }) => {
    const counts = [
      originals === '' ? '' : `${originals} bản chính`,
      copies === '' ? '' : `${copies} bản sao`,
    ].filter((part) => part !== '')
    return `- ${name}${counts.length === 0 ? '' : ` (${counts.join(', ')})`}`
  })
  const list = (values: readonly string[]): readonly string[] =>
    values.length === 0 ? ['…'] : values.map((value) => `- ${value}`)
  return [
    `# ${facts.code} ${facts.name}`,
    '',
    line('Lĩnh vực', facts.field === undefined ? [] : [facts.field]),
    ...optionalLine('Cơ quan thực hiện', facts.agencies),
    ...optionalLine('Đối tượng thực hiện', facts.subjects),
    ...optionalLine('Dịch vụ công trực tuyến', facts.service === undefined ? [] : [facts.service]),
    line('Thời hạn giải quyết', facts.terms),
    line('Phí, lệ phí', facts.fees),
    line('Nơi tiếp nhận', counters === undefined ? [] : [counters.receive]),
    line('Nơi trả kết quả', counters === undefined ? [] : [counters.return]),
    line('Kết quả', facts.results),
    '',
    '## Thành phần hồ sơ',
    '',
    ...(papers.length === 0 ? ['…'] : papers),
    ...(facts.sets === undefined ? [] : ['', `Số lượng hồ sơ: ${facts.sets} bộ`]),
    ...(facts.requirements.length === 0
      ? []
      : ['', '## Yêu cầu, điều kiện', '', ...list(facts.requirements)]),
    '',
    '## Trình tự giải quyết',
    '',
    '| TT | Trình tự | Trách nhiệm | Thời gian |',
    '| --- | --- | --- | --- |',
    ...listStepRows(defined).map((row) => `| ${row.slice(0, 4).join(' | ')} |`),
    '',
    '## Căn cứ pháp lý',
    '',
    ...list(facts.legalBases),
    '',
  ].join('\n')
}

/** One line of the control slip (phiếu kiểm soát quá trình giải quyết hồ sơ). */
export interface ControlSlipRow {
  readonly step: string
  readonly task: string
  readonly unit: string
  readonly receivedAt: Instant | undefined
  readonly handedAt: Instant | undefined
  /** Opaque id of who completed it. */
  readonly by: string | undefined
  readonly dueAt: Instant | undefined
  readonly isCurrent: boolean
}

/** The data of the control slip; `form` draws it. */
export interface ControlSlip {
  readonly dossierCode: string | undefined
  readonly procedure: { readonly code: string; readonly name: string }
  readonly receivedAt: Instant | undefined
  readonly dueAt: Instant | undefined
  readonly rows: readonly ControlSlipRow[]
}

/** When each step was entered first and left last, by its events. */
function readTimes(defined: DefinedProcess, events: readonly UnsealedEvent[]) {
  const times = new Map<string, { receivedAt?: Instant; handedAt?: Instant; by?: string }>()
  const active = new Set<string>()
  for (const event of events) {
    const entered = event.data.states.flatMap((path) => defined.plan.byPath.get(path)?.id ?? [])
    const isMove = event.data.states.some((path) => path.startsWith('handling.'))
    const done =
      event.type === 'step.completed'
        ? event.data.step
        : event.type === 'result.signed'
          ? event.data.signing
          : undefined
    for (const id of [...active]) {
      if (!isMove || (done !== undefined && done !== id && !entered.includes(id))) continue
      times.set(id, { ...times.get(id), handedAt: event.at, by: event.actor.id })
      active.delete(id)
    }
    for (const id of entered) {
      const before = times.get(id)
      times.set(id, { receivedAt: before?.receivedAt ?? event.at })
      active.add(id)
    }
  }
  return times
}

/**
 * Gives the data of the control slip: who had the dossier from when to when, and until when each step may take.
 *
 * @param options - `events`: all events of the case, for the steps that are done.
 */
export function buildControlSlip(
  defined: DefinedProcess,
  dossierCase: DossierCase,
  options: { readonly events: readonly UnsealedEvent[]; readonly calendar: WorkingCalendar },
): ControlSlip {
  const times = readTimes(defined, options.events)
  const rows = defined.plan.steps
    .filter(({ kind }) => kind !== 'return')
    .map(({ id, step }): ControlSlipRow => {
      const time = times.get(id)
      const isCurrent = dossierCase.facts.steps[id] !== undefined
      return {
        step: id,
        task: localizeLabel(step.task).vi,
        unit: step.unit === undefined ? roleLabels([step.role]).vi : localizeLabel(step.unit).vi,
        receivedAt: time?.receivedAt,
        handedAt: isCurrent ? undefined : time?.handedAt,
        by: isCurrent ? undefined : time?.by,
        dueAt: isCurrent
          ? deriveStepDueAt(defined, dossierCase, { step: id, calendar: options.calendar })
          : undefined,
        isCurrent,
      }
    })
  const { dossierCode, receivedAt, appointment } = dossierCase.facts
  return { dossierCode, procedure: defined.definition.procedure, receivedAt, dueAt: appointment?.dueAt, rows }
}

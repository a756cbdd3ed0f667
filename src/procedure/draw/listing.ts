/**
 * What is posted for the public (niêm yết), and the data of the control slip that travels with a dossier.
 *
 * @module
 */
import type { WorkingCalendar } from '../../calendar/index.ts'
import type { Instant } from '../../date.ts'
import { formatTerm } from '../../deadline/index.ts'
import type { UnsealedEvent } from '../../dossier/history/index.ts'
import { deriveStepDueAt } from '../case/clock.ts'
import type { DossierCase } from '../case/facts.ts'
import { roleLabels } from '../case/role-labels.ts'
import type { DefinedProcess } from '../define.ts'
import { asTerm, localizeLabel } from '../definition.ts'
import { listStepRows } from './sheet.ts'

/**
 * Writes the public listing of a procedure as Markdown: papers, term, fee, counters, and the steps.
 *
 * @example
 * import { registerCopies } from 'motcua/procedure'
 * import { writeListing } from 'motcua/procedure/draw'
 * writeListing(registerCopies).split('\n')[0] // '# 2.000908 Cấp bản sao từ sổ gốc'
 */
export function writeListing(defined: DefinedProcess): string {
  const { definition } = defined
  const term = definition.termText ?? formatTerm(asTerm(definition.term), 'vi')
  const papers = (definition.papers ?? []).map(({ name, originals, copies }) => {
    const counts = [
      originals === undefined || originals === 0 ? '' : `${originals} bản chính`,
      copies === undefined || copies === 0 ? '' : `${copies} bản sao`,
    ].filter((part) => part !== '')
    return `- ${name}${counts.length === 0 ? '' : ` (${counts.join(', ')})`}`
  })
  const lines = [
    `# ${definition.procedure.code} ${definition.procedure.name}`,
    '',
    `- Lĩnh vực: ${definition.field?.name ?? '…'}`,
    `- Thời hạn giải quyết: ${term}`,
    `- Phí, lệ phí: ${definition.fee ?? '…'}`,
    `- Nơi tiếp nhận: ${definition.counters?.receive ?? '…'}`,
    `- Nơi trả kết quả: ${definition.counters?.return ?? '…'}`,
    `- Kết quả: ${definition.result === undefined ? '…' : localizeLabel(definition.result.title).vi}`,
    '',
    '## Thành phần hồ sơ',
    '',
    ...(papers.length === 0 ? ['…'] : papers),
    '',
    '## Trình tự giải quyết',
    '',
    '| TT | Trình tự | Trách nhiệm | Thời gian |',
    '| --- | --- | --- | --- |',
    ...listStepRows(defined).map((row) => `| ${row.slice(0, 4).join(' | ')} |`),
    '',
    '## Căn cứ pháp lý',
    '',
    ...(definition.legalBases ?? ['…']).map((basis) => `- ${basis}`),
    '',
  ]
  return lines.join('\n')
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

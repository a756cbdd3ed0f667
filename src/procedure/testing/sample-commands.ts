/**
 * Commands that a case could be given now, with made-up data that fit: what generated paths are made of.
 *
 * @module
 */
import { fromEpochMs, type Instant, toEpochMs } from '../../date.ts'
import { pauseReasons } from '../../deadline/index.ts'
import { latestOf, type NextInstant } from '../case/clock.ts'
import type { DossierCase } from '../case/facts.ts'
import type { Permit } from '../case/permit.ts'
import { type CaseCommand, type CommandType, isCommandType } from '../commands.ts'
import type { DefinedProcess } from '../define.ts'
import { configurationOf } from '../replay.ts'

type Data = Readonly<Record<string, unknown>>

/** A command with the moment at which it is given. */
export interface TimedCommand {
  readonly at: Instant
  readonly command: CaseCommand
}

/** A digest that stands for any document. */
const documentHash = 'ab'.repeat(32)
const reasoned = { reasonCode: 'test', reason: 'Lý do dùng để thử', legalBasis: 'Căn cứ dùng để thử' }
const supplement = { papers: ['GT01'], reasonCode: 'missing-paper', reason: 'Thiếu giấy tờ' }
const answered = { papers: ['GT01'], dossierHash: documentHash }
const payment = { payment: 'p1', amountVnd: 10_000 }

/** What a sample may be made from. */
export interface SampleContext {
  readonly defined: DefinedProcess
  readonly dossierCase: DossierCase
  readonly at: Instant
  readonly nextInstants: readonly NextInstant[]
}

/** Value of a check among those of an arrow. */
function valueAt(permit: Permit, name: string): string | undefined {
  return permit.checks.find((check) => check.name === name)?.value
}

/** Data of the commands that need any; made from the arrow that is to be taken. */
const samples: {
  readonly [Type in CommandType]?: (permit: Permit, context: SampleContext) => readonly Data[]
} = {
  'dossier.edit': () => [{ paths: ['/form'] }],
  'dossier.submit': () => [{ dossierHash: documentHash }],
  'intake-supplement.request': () => [supplement],
  'intake-supplement.answer': () => [answered],
  'dossier.refuse': () => [reasoned],
  'dossier.receive': () => [{ dossierCode: 'H26.01-260828-0001' }],
  'step.assign': (_permit, { dossierCase }) =>
    Object.keys(dossierCase.facts.steps).map((step) => ({ step, assignee: `u-${step}` })),
  'step.complete': (permit) => [
    {
      step: valueAt(permit, 'isStep'),
      ...(valueAt(permit, 'isOutcome') === undefined ? {} : { outcome: valueAt(permit, 'isOutcome') }),
    },
  ],
  'step.return': (permit) => [
    { step: valueAt(permit, 'isStep'), to: valueAt(permit, 'isReturnTo'), reason: 'Cần làm lại' },
  ],
  'step.recall': (permit) => [{ step: valueAt(permit, 'isRecallOf') }],
  'authority.delegate': () => [
    {
      delegation: 'd1',
      from: 'u-approver',
      to: 'u-officer',
      kind: 'uy-quyen',
      validFrom: '2018-01-01',
      validTo: '2028-12-31',
      scope: ['approver'],
    },
  ],
  'authority.revoke': () => [{ delegation: 'd1' }],
  'consultation.request': (permit) => [{ consultation: valueAt(permit, 'isConsultation') }],
  'consultation.answer': (permit) => [{ consultation: valueAt(permit, 'isConsultation') }],
  'supplement.request': () => [supplement],
  'supplement.answer': () => [answered],
  'duty.impose': () => [{ amountVnd: 500_000, kind: 'land-tax', noticeNumber: '12/TB' }],
  'duty.settle': () => [{ amountVnd: 500_000, receiptNumber: 'BL12' }],
  'clock.pause': (permit) => [
    { reason: valueAt(permit, 'isReason') ?? Object.keys(pauseReasons)[2], note: 'Thử' },
  ],
  'clock.resume': (permit) => [{ reason: valueAt(permit, 'isReason') }],
  'term.extend': () => [{ when: 'phải xác minh', amount: 2, kind: 'working-days', mode: 'by' }],
  'appointment.re-appoint': (_permit, { dossierCase, at }) => [
    {
      reason: 'Cần thêm thời gian',
      apologyNumber: '3/XL',
      dueAt: later(latestOf(dossierCase.facts.appointment?.dueAt ?? at, at), 2 * 24 * 60),
    },
  ],
  'deadline.warn': (_permit, { nextInstants }) =>
    nextInstants.filter(({ command }) => command === 'deadline.warn').map(({ data }) => data),
  'case.withdraw': () => [{ reason: 'Không còn nhu cầu' }],
  'case.stop': () => [reasoned],
  'case.reject': () => [reasoned],
  'result.draft': () => [{ documentHash }],
  'result.sign': (permit, { defined }) => {
    const signing = valueAt(permit, 'isSigning') ?? ''
    const { as: mode = 'approve', level: signatureLevel = 'B-LTA' } =
      defined.plan.byId.get(signing)?.step.signs ?? {}
    return [{ signing, mode, documentHash, signatureLevel }]
  },
  'result.number': () => [{ number: '12', symbol: 'BS', issuedDate: '2026-09-03' }],
  'result.issue': () => [{ resultCode: 'KQ1', documentHash }],
  'result.register': () => [{ storeId: 's1', resultCode: 'KQ1', documentHash }],
  'result.hand': () => [{ manner: 'desk' }],
  'case.archive': () => [{ fileCode: 'F1', retention: '5 năm' }],
  'payment.request': (_permit, { dossierCase }) => [
    {
      payment: `p${Object.keys(dossierCase.facts.payments).length + 1}`,
      amountVnd: 10_000,
      items: [],
      reference: 'r1',
    },
  ],
  'payment.record': () => [{ ...payment, manner: 'cash', online: false }],
  'payment.refund': () => [{ ...payment, reason: 'Rút hồ sơ' }],
  'paper.look-up': (permit) =>
    momentsOf(permit).flatMap((moment) => [true, false].map((found) => ({ paper: 'GT01', moment, found }))),
  'paper.reuse': (permit) =>
    momentsOf(permit).map((moment) => ({ paper: 'GT01', moment, source: 2, storeId: 's1' })),
  'paper.digitise': (permit) =>
    momentsOf(permit).map((moment) => ({ paper: 'GT01', moment, documentHash, signed: true })),
  'post.send': (permit) => [{ direction: valueAt(permit, 'isDirection') }],
  'leg.start': (permit) => [{ leg: valueAt(permit, 'isLeg') }],
  'leg.finish': (permit) => [{ leg: valueAt(permit, 'isLeg'), outcome: valueAt(permit, 'isLegOutcome') }],
  'satisfaction.answer': () => [{ answers: { 1: 2 } }],
  'case.correct': (permit, { dossierCase, at }) => {
    const what = valueAt(permit, 'isCorrectionOf')
    const after =
      what === 'step'
        ? valueAt(permit, 'isCorrectionTo')
        : what === 'appointment'
          ? later(dossierCase.facts.appointment?.dueAt ?? at, 24 * 60)
          : { field: 'x' }
    return [{ what, after, reason: 'Sửa sai sót', authority: 'QĐ 1' }]
  },
  'note.add': () => [{ noteHash: documentHash }],
}

/** Moments that an arrow of digitisation takes. */
function momentsOf(permit: Permit): readonly string[] {
  return (valueAt(permit, 'isMoment') ?? '').split(' ')
}

/** Some minutes after a moment. */
function later(at: Instant, minutes: number): Instant {
  return fromEpochMs(toEpochMs(at) + minutes * 60_000)
}

/** When a command is given: a system's command when its moment has come. */
function momentOf(type: CommandType, context: SampleContext, data: Data): Instant {
  const timer = context.nextInstants.find(
    (one) => one.command === type && (one.data === data || type === 'supplement.expire'),
  )
  return timer && timer.at > context.at ? timer.at : context.at
}

/**
 * Makes every command that the chart offers in a state, one for each arrow, outcome and reason.
 *
 * Whether it is taken is for `decide` to say; the data are invented and fit the schemas.
 */
export function sampleCommands(context: SampleContext): readonly TimedCommand[] {
  const { defined, dossierCase } = context
  const configuration = configurationOf(defined, dossierCase.configuration)
  return configuration.commands().flatMap((name) => {
    if (!isCommandType(name)) return []
    const make = samples[name]
    const rows = configuration
      .movesOf(name)
      .flatMap(({ permit }) => (make?.(permit, context) ?? [{}]).map((data) => ({ permit, data })))
    const distinct = new Map(rows.map((row) => [JSON.stringify([row.data, row.permit.roles]), row]))
    return [...distinct.values()].map(({ permit, data }): TimedCommand => {
      const role = permit.roles[0] ?? 'reception'
      const assignee =
        typeof data.step === 'string' ? dossierCase.facts.steps[data.step]?.assignee : undefined
      const recall = name === 'step.recall' ? dossierCase.facts.recall?.by : undefined
      const id = recall ?? assignee ?? `u-${role}`
      const unit = permit.unitId ?? 'unit'
      return {
        at: momentOf(name, context, data),
        command: {
          caseId: dossierCase.caseId,
          type: name,
          commandId: `t${dossierCase.seq + 1}`,
          actor: { id, roles: [role], unit, agency: dossierCase.header.agency },
          data,
        },
      }
    })
  })
}

import { buildWorkingCalendar } from '../../src/calendar/index.ts'
import { instant } from '../../src/date.ts'
import type { UnsealedEvent } from '../../src/dossier/history/index.ts'
import {
  type CaseCommand,
  type Decision,
  type DefinedProcess,
  type DossierCase,
  decide,
  registerCopies,
} from '../../src/procedure/index.ts'

/** The calendar of every walk. */
export const calendar = buildWorkingCalendar()

/** A digest that stands for any document. */
export const anyHash = 'ab'.repeat(32)

/** An invented actor with one role. */
export function actorOf(role: string): CaseCommand['actor'] {
  return { id: `u-${role}`, roles: [role], unit: 'mot-cua', agency: 'H26.01' }
}

/** What opens a case of 2.000908 at an invented commune. */
export const openingData = {
  procedure: '2.000908',
  field: 'Chứng thực',
  level: 'commune',
  agency: 'H26.01',
  unit: 'mot-cua',
  channel: 'direct',
  serviceLevel: 'full',
  onlineCapable: true,
  payable: false,
}

/** A case on its way, with all its events and the answers. */
export interface Walk {
  readonly defined: DefinedProcess
  readonly dossierCase: DossierCase | undefined
  readonly events: readonly UnsealedEvent[]
  readonly decisions: readonly Decision[]
  readonly commands: readonly { readonly at: string; readonly command: CaseCommand }[]
}

/** Nothing has happened yet. */
export function startWalk(defined: DefinedProcess = registerCopies): Walk {
  return { defined, dossierCase: undefined, events: [], decisions: [], commands: [] }
}

/** One more command; a refusal changes nothing but is kept among the answers. */
export function step(
  walk: Walk,
  at: string,
  role: string,
  type: CaseCommand['type'],
  data: Readonly<Record<string, unknown>> = {},
): Walk {
  const command: CaseCommand = {
    caseId: 'case-1',
    type,
    commandId: `cmd-${walk.decisions.length + 1}`,
    actor: actorOf(role),
    data,
  }
  const decision = decide(walk.defined, walk.dossierCase, command, { at: instant(at), calendar })
  const isMoved = decision.kind === 'moved'
  return {
    ...walk,
    dossierCase: isMoved ? decision.dossierCase : walk.dossierCase,
    events: isMoved ? [...walk.events, ...decision.events] : walk.events,
    decisions: [...walk.decisions, decision],
    commands: [...walk.commands, { at, command }],
  }
}

/** Several commands, each `[at, role, type, data]`. */
export function steps(walk: Walk, list: readonly Parameters<typeof stepRow>[1][]): Walk {
  return list.reduce(stepRow, walk)
}

function stepRow(
  walk: Walk,
  row: readonly [string, string, CaseCommand['type'], Readonly<Record<string, unknown>>?],
): Walk {
  return step(walk, row[0], row[1], row[2], row[3])
}

/** The code of the last answer: `moved`, or that of the refusal. */
export function lastCode(walk: Walk): string {
  const last = walk.decisions.at(-1)
  return last === undefined ? 'none' : last.kind === 'moved' ? 'moved' : last.code
}

/** Received after 15:00 on the Friday before a long holiday: the case of the demo. */
export const received = steps(startWalk(), [
  ['2026-08-28T15:20', 'reception', 'case.open', openingData],
  ['2026-08-28T15:21', 'reception', 'dossier.submit', { dossierHash: anyHash }],
  ['2026-08-28T15:21', 'reception', 'intake.begin'],
  ['2026-08-28T15:22', 'reception', 'dossier.receive', { dossierCode: '000.00.64.H10-260828-0001' }],
])

/** The same case being appraised. */
export const appraising = step(received, '2026-09-03T07:00', 'reception', 'dossier.forward')

/** The same case from appraisal to the archive. */
export const archived = steps(appraising, [
  ['2026-09-03T08:00', 'officer', 'step.complete', { step: 'appraise' }],
  [
    '2026-09-03T09:00',
    'approver',
    'result.sign',
    { signing: 'approve', mode: 'approve', documentHash: anyHash },
  ],
  ['2026-09-03T09:10', 'clerk', 'result.number', { number: '12', symbol: 'BS', issuedDate: '2026-09-03' }],
  ['2026-09-03T09:11', 'clerk', 'result.sign', { signing: 'issue', mode: 'issue', documentHash: anyHash }],
  ['2026-09-03T09:12', 'clerk', 'result.issue', { resultCode: 'KQ.2.000908', documentHash: anyHash }],
  [
    '2026-09-03T09:13',
    'clerk',
    'result.register',
    { storeId: 's1', resultCode: 'KQ.2.000908', documentHash: anyHash },
  ],
  ['2026-09-03T09:30', 'reception', 'result.hand', { manner: 'desk' }],
  ['2026-09-03T09:35', 'reception', 'case.archive', { fileCode: 'F1', retention: '5 năm' }],
])

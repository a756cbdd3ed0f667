/**
 * Where the commands of the demonstration are given: a host decides and stores them, what came of it is told.
 *
 * @module
 */
import { memoryStore } from '../../adapters/memory.ts'
import type { WorkingCalendar } from '../../calendar/index.ts'
import type { Instant } from '../../date.ts'
import type { CaseEvent, RandomBytes } from '../../dossier/history/index.ts'
import { closedLists } from '../../dossier/index.ts'
import type { LocalizedText } from '../../errors.ts'
import {
  type CaseCommand,
  commandLabels,
  type DossierCase,
  type NextInstant,
  registerCopies,
} from '../../procedure/index.ts'
import { type Answer, createHost, type Host, runTimers } from '../../runtime/index.ts'
import { cast } from './cast.ts'
import type { Asking } from './course.ts'
import type { Scene } from './telling.ts'

/** A case on its way: kept by a host in memory, whose clock the story moves. */
export interface Desk {
  readonly caseId: string
  readonly calendar: WorkingCalendar
  readonly host: Host
  readonly setClock: (at: Instant) => void
  dossierCase: DossierCase | undefined
  timers: readonly NextInstant[]
  readonly events: CaseEvent[]
}

/** Sets up a desk for one case. */
export function setUpDesk(
  caseId: string,
  calendar: WorkingCalendar,
  own: { readonly agency: string; readonly startAt: Instant; readonly randomBytes: RandomBytes },
): Desk {
  let now = own.startAt
  const host = createHost({
    agency: own.agency,
    store: memoryStore(),
    clock: () => now,
    calendar,
    randomBytes: own.randomBytes,
    definitions: [registerCopies],
  })
  const setClock = (at: Instant): void => {
    now = at
  }
  return { caseId, calendar, host, setClock, dossierCase: undefined, timers: [], events: [] }
}

/** Takes over what the host stored. */
function note(desk: Desk, answer: Answer): void {
  if (answer.kind === 'refused') return
  desk.events.push(...answer.events)
  desk.dossierCase = answer.dossierCase
  desk.timers = answer.nextInstants
}

/** Says what followed from a command that moved: status, appointment, notices. */
function tellMove(
  decision: Extract<Answer, { kind: 'stored' }>,
  before: DossierCase | undefined,
): LocalizedText[] {
  const lines: LocalizedText[] = []
  const { nationalStatus } = decision.dossierCase
  if (nationalStatus !== before?.nationalStatus) {
    const { vi, en } = closedLists.nationalStatuses[nationalStatus]
    lines.push({
      vi: `trạng thái ${nationalStatus} – ${vi}; đã gửi thông báo cho người nộp`,
      en: `status ${nationalStatus} – ${en}; the applicant is notified`,
    })
  }
  const promise = decision.events.find((event) => event.type === 'appointment.set')
  if (promise?.type === 'appointment.set') {
    const day = `${promise.data.dueAt.slice(11, 16)} ${promise.data.dueAt.slice(8, 10)}/${promise.data.dueAt.slice(5, 7)}/${promise.data.dueAt.slice(0, 4)}`
    lines.push({ vi: `hẹn trả: ${day}`, en: `appointment: ${day}` })
  }
  return lines
}

/** Says what is allowed instead. */
function tellRefusal(decision: Extract<Answer, { kind: 'refused' }>): LocalizedText[] {
  const labels: Readonly<Record<string, LocalizedText>> = commandLabels
  const list = (language: 'vi' | 'en'): string =>
    decision.allowed
      .map(({ command, roles }) => `${labels[command]?.[language] ?? command} (${roles.join(', ') || '*'})`)
      .join('; ')
  return [decision.message, { vi: `được phép lúc này: ${list('vi')}`, en: `allowed now: ${list('en')}` }]
}

/** Fires the timers that fell due before a moment, each when it was due. */
async function fireTimers(desk: Desk, until: Instant): Promise<Scene[]> {
  const scenes: Scene[] = []
  const { roles: _roles, ...actor } = cast.system.actor
  for (let due = desk.timers[0]; due !== undefined && due.at <= until; due = desk.timers[0]) {
    desk.setClock(due.at)
    const { fired } = await runTimers(desk.host, { actor })
    if (fired.length === 0) return scenes
    for (const { timer, answer } of fired) {
      note(desk, answer)
      if (answer.kind === 'refused' || answer.events.length === 0) continue
      const { kind = timer.command, step } = timer.data as { kind?: string; step?: string }
      const what = {
        vi: `cảnh báo ${kind}${step === undefined ? '' : ` ở bước ${step}`}`,
        en: `warning ${kind}${step === undefined ? '' : ` at step ${step}`}`,
      }
      scenes.push({ at: timer.at, who: cast.system.called, what, tone: 'warning', details: [] })
    }
  }
  return scenes
}

/** Gives one command and tells what came of it, timers that fell due before it included. */
async function giveOne(desk: Desk, asking: Asking): Promise<Scene[]> {
  const { at, who, type, data = {}, personal, says } = asking
  const fired = await fireTimers(desk, at)
  const before = desk.dossierCase
  const command = {
    caseId: desk.caseId,
    type,
    commandId: `${desk.caseId}:${type}:${at}`.slice(-64),
    actor: who.actor,
    data,
    ...(personal === undefined ? {} : { personal }),
  }
  desk.setClock(at)
  const answer = await desk.host.give({ command: command as CaseCommand })
  note(desk, answer)
  const isStored = answer.kind === 'stored'
  const details = isStored ? tellMove(answer, before) : tellRefusal(answer)
  return [...fired, { at, who: who.called, what: says, tone: isStored ? 'good' : 'refused', details }]
}

/**
 * Gives commands one after another and tells what came of each.
 *
 * @returns The scenes in order.
 */
export async function give(desk: Desk, ...askings: readonly Asking[]): Promise<Scene[]> {
  const scenes: Scene[] = []
  for (const asking of askings) scenes.push(...(await giveOne(desk, asking)))
  return scenes
}

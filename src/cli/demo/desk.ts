/**
 * Where the commands of the demonstration are given: each is decided, its events are sealed and told.
 *
 * @module
 */
import type { WorkingCalendar } from '../../calendar/index.ts'
import type { Instant } from '../../date.ts'
import { type CaseEvent, type RandomBytes, sealEvents } from '../../dossier/history/index.ts'
import { closedLists } from '../../dossier/index.ts'
import type { LocalizedText } from '../../errors.ts'
import { hashJson } from '../../hash.ts'
import {
  type CaseCommand,
  type Decision,
  type DossierCase,
  decide,
  type NextInstant,
  registerCopies,
} from '../../procedure/index.ts'
import { cast } from './cast.ts'
import type { Asking } from './course.ts'
import type { Scene } from './telling.ts'

/** A case on its way, with everything told so far. */
export interface Desk {
  readonly caseId: string
  readonly calendar: WorkingCalendar
  readonly randomBytes: RandomBytes
  dossierCase: DossierCase | undefined
  timers: readonly NextInstant[]
  readonly events: CaseEvent[]
}

/** Sets up a desk for one case. */
export function setUpDesk(caseId: string, calendar: WorkingCalendar, randomBytes: RandomBytes): Desk {
  return { caseId, calendar, randomBytes, dossierCase: undefined, timers: [], events: [] }
}

/** Gives one command; what moves is sealed into the history. */
function submit(desk: Desk, command: CaseCommand, at: Instant): Decision {
  const { calendar, randomBytes, events } = desk
  const decision = decide(registerCopies, desk.dossierCase, command, { at, calendar })
  if (decision.kind === 'refused') return decision
  events.push(...sealEvents(decision.events, { last: events.at(-1), randomBytes }))
  desk.dossierCase = decision.dossierCase
  desk.timers = decision.nextInstants
  return decision
}

/** Says what followed from a command that moved: status, appointment, notices. */
function tellMove(
  decision: Extract<Decision, { kind: 'moved' }>,
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
function tellRefusal(decision: Extract<Decision, { kind: 'refused' }>): LocalizedText[] {
  const list = decision.allowed.map(({ command, roles }) => `${command} (${roles.join(', ') || '*'})`)
  return [
    decision.message,
    { vi: `được phép lúc này: ${list.join('; ')}`, en: `allowed now: ${list.join('; ')}` },
  ]
}

/** Fires the timers that fell due before a moment, as a host does. */
function fireTimers(desk: Desk, until: Instant): Scene[] {
  const scenes: Scene[] = []
  for (;;) {
    const due = desk.timers.find(({ at }) => at <= until)
    if (due === undefined || desk.dossierCase === undefined) return scenes
    const { at, command: type, data, key } = due
    const decision = submit(
      desk,
      { caseId: desk.caseId, type, commandId: hashJson(key), actor: cast.system.actor, data },
      at,
    )
    if (decision.kind === 'refused' || decision.events.length === 0) {
      desk.timers = desk.timers.filter((timer) => timer !== due)
      continue
    }
    const { kind = type, step } = data as { kind?: string; step?: string }
    const what = {
      vi: `cảnh báo ${kind}${step === undefined ? '' : ` ở bước ${step}`}`,
      en: `warning ${kind}${step === undefined ? '' : ` at step ${step}`}`,
    }
    scenes.push({ at, who: cast.system.called, what, tone: 'warning', details: [] })
  }
}

/**
 * Gives a command and tells what came of it, timers that fell due before it included.
 *
 * @returns The scenes in order; the last one is the command's own.
 */
export function give(desk: Desk, asking: Asking): Scene[] {
  const { at, who, type, data = {}, personal, says } = asking
  const fired = fireTimers(desk, at)
  const before = desk.dossierCase
  const command = {
    caseId: desk.caseId,
    type,
    commandId: `${desk.caseId}:${type}:${at}`.slice(-64),
    actor: who.actor,
    data,
    ...(personal === undefined ? {} : { personal }),
  }
  const decision = submit(desk, command as CaseCommand, at)
  const isMoved = decision.kind === 'moved'
  const details = isMoved ? tellMove(decision, before) : tellRefusal(decision)
  return [...fired, { at, who: who.called, what: says, tone: isMoved ? 'good' : 'refused', details }]
}

/**
 * What a report needs to know of one case, as of one moment, from its events alone.
 *
 * @module
 */
import type { Instant } from '../date.ts'
import type { CaseEvent } from '../dossier/history/index.ts'

/** How a case stood at a moment. */
export type CaseStanding = 'not-received' | 'in-process' | 'settled' | 'withdrawn' | 'stopped'

/** One case as a report sees it at a moment. */
export interface CaseFacts {
  readonly caseId: string
  readonly field: string
  readonly agency: string
  readonly channel: 'direct' | 'online' | 'post'
  readonly receivedAt?: Instant
  readonly standing: CaseStanding
  /** When it was settled, withdrawn or stopped. */
  readonly endedAt?: Instant
  /** The promise in force at the end of processing, or at the moment asked about. */
  readonly dueAt?: Instant
  /** Since when the term stands still, when it does. */
  readonly pausedAt?: Instant
}

type Facts = { -readonly [K in keyof CaseFacts]: CaseFacts[K] }

/** Statuses of the national portal that end processing: a result, a withdrawal, a stop. */
const endings: Readonly<Partial<Record<number, CaseStanding>>> = {
  7: 'withdrawn',
  8: 'stopped',
  9: 'settled',
  10: 'settled',
}

/** Statuses at which the term stands still: supplement and financial duty. */
const pauses: readonly number[] = [5, 6]

/** Takes one event into the facts. */
function takeIn(facts: Facts, event: CaseEvent): void {
  if (event.type === 'dossier.received') {
    facts.receivedAt = event.data.receivedAt
    facts.standing = 'in-process'
  }
  if (event.type === 'appointment.set' && facts.endedAt === undefined) facts.dueAt = event.data.dueAt
  const status = event.data.nationalStatus
  const ending = endings[status]
  if (ending !== undefined && facts.receivedAt !== undefined && facts.endedAt === undefined) {
    facts.standing = ending
    facts.endedAt = event.at
  }
  if (ending === undefined && facts.endedAt !== undefined) {
    facts.standing = 'in-process'
    delete facts.endedAt
  }
  if (!pauses.includes(status)) delete facts.pausedAt
  else facts.pausedAt ??= event.at
}

/**
 * Reads how a case stood at a moment, from the events up to it.
 *
 * Later events play no part: a report on a past period gives the same figures whenever it is made.
 *
 * @param events - Events of one case, in order, the first one `case.opened`.
 * @returns `undefined` when the case did not exist yet.
 */
export function readCaseFacts(events: readonly CaseEvent[], asOf: Instant): CaseFacts | undefined {
  const [opened] = events
  if (opened === undefined || opened.type !== 'case.opened' || opened.at > asOf) return undefined
  const { field, agency, channel } = opened.data
  const facts: Facts = { caseId: opened.caseId, field, agency, channel, standing: 'not-received' }
  for (const event of events) {
    if (event.at > asOf) break
    takeIn(facts, event)
  }
  return facts
}

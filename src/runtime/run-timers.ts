/**
 * Coming back at the moments that decisions named, and telling the world what they asked for.
 *
 * @module
 */
import { fromEpochMs, type Instant, toEpochMs } from '../date.ts'
import type { Actor } from '../dossier/history/index.ts'
import type { CaseCommand, Effect, NextInstant } from '../procedure/index.ts'
import type { Answer, Host } from './host.ts'
import type { PetitionAnswer, PetitionHost } from './petition-host.ts'
import type { Claim, DueTimer } from './ports.ts'

/** How long a claim on a timer or an effect lasts; after a crash it is taken again then. */
const CLAIM_MS = 60_000

/** How many are taken at once. */
const BATCH = 100

/** How timers are run. */
export interface TimerOptions {
  /** Who gives the commands of the timers; the role `system` is added. */
  readonly actor: Omit<Actor, 'roles'>
  /**
   * After an interruption: `every` fires what was missed in order; `skip-outdated` leaves out the announcement
   * of a due date that has passed meanwhile, because its overdue warning says more.
   */
  readonly catchUp?: 'every' | 'skip-outdated'
  /** Who keeps the petitions that lie in the same store; without it their timers are left for a later run. */
  readonly petitions?: PetitionHost
}

/** What running the timers did. */
export interface TimerRun {
  readonly fired: readonly { readonly caseId: string; readonly timer: NextInstant; readonly answer: Answer }[]
  /** Warnings of petitions. */
  readonly warned: readonly { readonly caseId: string; readonly answer: PetitionAnswer }[]
  readonly skipped: readonly DueTimer[]
  /** Left for a later run, with what was thrown: one broken case does not hold up the others. */
  readonly failed: readonly { readonly due: DueTimer; readonly cause: unknown }[]
}

/** The claim of this moment. */
function claimOf(host: Host): Claim {
  const now = host.options.clock()
  return { agency: host.options.agency, now, until: later(now, CLAIM_MS), limit: BATCH }
}

/** A moment some time after another. */
function later(at: Instant, ms: number): Instant {
  return fromEpochMs(toEpochMs(at) + ms)
}

/** A timer of a case, not of a petition. */
interface DueCase extends DueTimer {
  readonly timer: NextInstant
}

/** Tells whether a timer belongs to a case. */
function isOfCase(due: DueTimer): due is DueCase {
  return due.timer.command !== 'petition.warn'
}

/** The command of a timer: its id comes from the timer, so that firing twice does nothing twice. */
function commandOf({ caseId, timer }: DueCase, actor: TimerOptions['actor']): CaseCommand {
  return {
    caseId,
    type: timer.command,
    commandId: timer.key,
    actor: { ...actor, roles: ['system'] },
    data: timer.data,
  }
}

/** An announcement whose due date has passed. */
function isOutdated({ timer }: DueCase, now: Instant): boolean {
  return String(timer.data.kind).endsWith('due-soon') && String(timer.data.dueAt) < now
}

/** Fires one timer; what the case refuses, or has heard already, is dropped. */
async function fire(host: Host, due: DueCase, options: TimerOptions): Promise<TimerRun['fired'][number]> {
  const { caseId, timer } = due
  const answer = await host.give({ command: commandOf(due, options.actor) })
  if (answer.kind === 'refused' || answer.events.length === 0) {
    await host.options.store.dropTimer(host.options.agency, caseId, timer.key)
  }
  return { caseId, timer, answer }
}

/** Warns of a promise to the sender of a petition. */
async function warn(
  host: Host,
  due: DueTimer,
  options: TimerOptions,
): Promise<readonly TimerRun['warned'][number][]> {
  const { caseId, timer } = due
  const answer = await options.petitions?.give({
    caseId,
    type: 'petition.warn',
    commandId: timer.key,
    actor: { ...options.actor, roles: ['system'] },
    data: timer.data,
  })
  if (answer === undefined) return []
  if (answer.kind === 'refused' || answer.events.length === 0) {
    await host.options.store.dropTimer(host.options.agency, caseId, timer.key)
  }
  return [{ caseId, answer }]
}

/**
 * Fires every timer whose moment has come, a batch at a time; call it as often as warnings should be punctual.
 *
 * A timer that the case refuses (the step is done meanwhile) is dropped.
 */
export async function runTimers(host: Host, options: TimerOptions): Promise<TimerRun> {
  const { store, agency } = host.options
  const claim = claimOf(host)
  const due = await store.claimTimers(claim)
  const fired: TimerRun['fired'][number][] = []
  const warned: TimerRun['warned'][number][] = []
  const skipped: DueTimer[] = []
  const failed: TimerRun['failed'][number][] = []
  for (const one of due) {
    if (isOfCase(one) && options.catchUp === 'skip-outdated' && isOutdated(one, claim.now)) {
      skipped.push(one)
      await store.dropTimer(agency, one.caseId, one.timer.key)
      continue
    }
    try {
      if (isOfCase(one)) fired.push(await fire(host, one, options))
      else warned.push(...(await warn(host, one, options)))
    } catch (cause) {
      failed.push({ due: one, cause })
    }
  }
  return { fired, warned, skipped, failed }
}

/** What delivering did. */
export interface Delivery {
  readonly delivered: readonly Effect[]
  /** Left for a later attempt, with what the handler threw. */
  readonly failed: readonly { readonly effect: Effect; readonly attempts: number; readonly cause: unknown }[]
}

/**
 * Hands open effects to a handler, oldest first, at least once each.
 *
 * A handler that throws leaves its effect open; it is taken again after a minute. The effect's `key` tells a
 * receiver what it has seen already.
 */
export async function deliverEffects(
  host: Host,
  handle: (effect: Effect, attempts: number) => Promise<void>,
): Promise<Delivery> {
  const { store, agency } = host.options
  const delivered: Effect[] = []
  const failed: Delivery['failed'][number][] = []
  for (const { effect, attempts } of await store.claimEffects(claimOf(host))) {
    try {
      await handle(effect, attempts)
    } catch (cause) {
      failed.push({ effect, attempts: attempts + 1, cause })
      continue
    }
    await store.settleEffects(agency, [effect.key])
    delivered.push(effect)
  }
  return { delivered, failed }
}

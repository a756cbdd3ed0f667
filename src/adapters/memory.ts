/**
 * Cases in memory: for tests, demonstrations and browsers. Nothing survives the process.
 *
 * @module
 */
import type { CaseEvent, SealedEvent } from '../dossier/history/index.ts'
import type { DossierCase } from '../procedure/index.ts'
import type {
  CaseStep,
  CaseStore,
  Claim,
  DueEffect,
  DueTimer,
  Keepable,
  StoredCase,
} from '../runtime/index.ts'

/** A step of any kind of case. */
type AnyStep = CaseStep<Keepable, SealedEvent>

interface TimerRow extends DueTimer {
  claimedUntil: string
}

interface EffectRow {
  readonly effect: CaseStep['effects'][number]
  attempts: number
  claimedUntil: string
}

/** What one agency keeps. Cases are kept as text, so that nobody shares an object with the store. */
interface Shelf {
  readonly cases: Map<string, string>
  readonly events: Map<string, string[]>
  readonly timers: Map<string, Map<string, TimerRow>>
  readonly effects: Map<string, EffectRow>
  readonly seen: Set<string>
  readonly registers: Map<string, number>
}

function emptyShelf(): Shelf {
  return {
    cases: new Map(),
    events: new Map(),
    timers: new Map(),
    effects: new Map(),
    seen: new Set(),
    registers: new Map(),
  }
}

/** Whether case and counters still stand where they were read. */
function fits(shelf: Shelf, step: AnyStep): boolean {
  const text = shelf.cases.get(step.caseId)
  const seq = text === undefined ? 0 : (JSON.parse(text) as StoredCase<Keepable>).dossierCase.seq
  return (
    seq === step.expectedSeq &&
    step.numbers.every(({ register, number }) => (shelf.registers.get(register) ?? 1) === number)
  )
}

/** Writes a step that fits. */
function write(shelf: Shelf, step: AnyStep): void {
  const { caseId } = step
  shelf.cases.set(caseId, JSON.stringify(step.stored))
  shelf.events.set(caseId, [
    ...(shelf.events.get(caseId) ?? []),
    ...step.events.map((one) => JSON.stringify(one)),
  ])
  const before = shelf.timers.get(caseId)
  shelf.timers.set(
    caseId,
    new Map(
      step.timers.map((timer) => [
        timer.key,
        { caseId, timer, claimedUntil: before?.get(timer.key)?.claimedUntil ?? '' },
      ]),
    ),
  )
  for (const effect of step.effects) {
    if (shelf.seen.has(effect.key)) continue
    shelf.seen.add(effect.key)
    shelf.effects.set(effect.key, { effect, attempts: 0, claimedUntil: '' })
  }
  for (const { register, number } of step.numbers) shelf.registers.set(register, number + 1)
}

/** Takes due timers, earliest first. */
function takeTimers(shelf: Shelf, { now, until, limit }: Claim): readonly DueTimer[] {
  const due = [...shelf.timers.values()]
    .flatMap((timers) => [...timers.values()])
    .filter(({ timer, claimedUntil }) => timer.at <= now && claimedUntil <= now)
    .sort((a, b) => (a.timer.at < b.timer.at ? -1 : a.timer.at > b.timer.at ? 1 : 0))
    .slice(0, limit)
  for (const row of due) row.claimedUntil = until
  return due.map(({ caseId, timer }) => ({ caseId, timer }))
}

/** Takes open effects, oldest first. */
function takeEffects(shelf: Shelf, { now, until, limit }: Claim): readonly DueEffect[] {
  const open = [...shelf.effects.values()].filter(({ claimedUntil }) => claimedUntil <= now).slice(0, limit)
  return open.map((row) => {
    row.claimedUntil = until
    row.attempts += 1
    return { effect: row.effect, attempts: row.attempts - 1 }
  })
}

/**
 * Makes a store in memory, with the same answers as the one on PostgreSQL.
 *
 * @example
 * import { memoryStore } from 'motcua/adapters/memory'
 * await memoryStore().readNumbers('H26.01', ['dossier-code']) // [{ register: 'dossier-code', number: 1 }]
 */
export function memoryStore<C extends Keepable = DossierCase, E extends SealedEvent = CaseEvent>(): CaseStore<
  C,
  E
> {
  const shelves = new Map<string, Shelf>()
  const shelfOf = (agency: string): Shelf => {
    const shelf = shelves.get(agency) ?? emptyShelf()
    shelves.set(agency, shelf)
    return shelf
  }
  return {
    async load(agency, caseId) {
      const text = shelfOf(agency).cases.get(caseId)
      return text === undefined ? undefined : (JSON.parse(text) as StoredCase<C>)
    },
    async readEvents(agency, caseId) {
      return (shelfOf(agency).events.get(caseId) ?? []).map((text) => JSON.parse(text) as E)
    },
    async readNumbers(agency, registers) {
      return registers.map((register) => ({ register, number: shelfOf(agency).registers.get(register) ?? 1 }))
    },
    async append(step) {
      const shelf = shelfOf(step.agency)
      if (!fits(shelf, step)) return 'conflict'
      write(shelf, step)
      return 'stored'
    },
    claimTimers: async (claim) => takeTimers(shelfOf(claim.agency), claim),
    async dropTimer(agency, caseId, key) {
      shelfOf(agency).timers.get(caseId)?.delete(key)
    },
    claimEffects: async (claim) => takeEffects(shelfOf(claim.agency), claim),
    async settleEffects(agency, keys) {
      for (const key of keys) shelfOf(agency).effects.delete(key)
    },
    async eraseEvent(agency, event) {
      const events = shelfOf(agency).events.get(event.caseId)
      if (events) events[event.seq - 1] = JSON.stringify(event)
    },
  }
}

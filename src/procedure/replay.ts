/**
 * A case from its events alone.
 *
 * @module
 */
import type { UnsealedEvent } from '../dossier/history/index.ts'
import { MotcuaError } from '../errors.ts'
import { applyEvent, openCase } from './case/apply-event.ts'
import type { DefinitionPin, DossierCase } from './case/facts.ts'
import type { Configuration } from './chart/compile-chart.ts'
import type { DefinedProcess } from './define.ts'
import { messages } from './messages.ts'

/** Writes a pin for a message. */
function nameOf({ id, version, hash }: DefinitionPin): string {
  return `${id}@${version}#${hash.slice(0, 8)}`
}

/**
 * Refuses a case that runs under another definition, version or content.
 *
 * @throws MotcuaError `procedure/wrong-definition`
 */
export function assertPinned(defined: DefinedProcess, pin: DefinitionPin): void {
  const { id, version, hash } = defined.pin
  if (pin.id === id && pin.version === version && pin.hash === hash) return
  throw new MotcuaError(messages, 'procedure/wrong-definition', {
    expected: nameOf(pin),
    actual: nameOf(defined.pin),
  })
}

/**
 * Finds the tables' entry of stored states.
 *
 * @throws MotcuaError `procedure/state-gone` when they are not a configuration of this chart.
 */
export function configurationOf(defined: DefinedProcess, paths: readonly string[]): Configuration {
  const tables = defined.tables()
  const found = tables.find(paths)
  if (found) return found
  const state = paths.find((path) => !tables.leaves.includes(path)) ?? paths.join(' ')
  throw new MotcuaError(messages, 'procedure/state-gone', { state, definition: nameOf(defined.pin) })
}

/**
 * Refuses a history with a gap or with events of another case.
 *
 * @throws MotcuaError `procedure/broken-history`
 */
export function refuseHistory(seq: number, reason: string): never {
  throw new MotcuaError(messages, 'procedure/broken-history', { seq, reason })
}

/**
 * Finds the definition of a pin among those at hand.
 *
 * @throws MotcuaError `procedure/wrong-definition` when it is none of them.
 */
export function findProcess(processes: readonly DefinedProcess[], pin: DefinitionPin): DefinedProcess {
  const found = processes.find((one) => one.pin.hash === pin.hash && one.pin.version === pin.version)
  if (found) return found
  const [own] = processes
  throw new MotcuaError(messages, 'procedure/wrong-definition', {
    expected: nameOf(pin),
    actual: own ? nameOf(own.pin) : 'none',
  })
}

/**
 * Finds the configuration after an event.
 *
 * @throws MotcuaError `procedure/state-gone` when the event enters states that this chart does not have.
 */
export function enter(defined: DefinedProcess, before: Configuration, event: UnsealedEvent): Configuration {
  const next = before.enter(event.data.states)
  if (next) return next
  throw new MotcuaError(messages, 'procedure/state-gone', {
    state: event.data.states.join(' '),
    definition: nameOf(defined.pin),
  })
}

/**
 * Rebuilds a case from its events: the same case, byte for byte, as the one that was decided.
 *
 * No guard, clock or calendar is asked: the events record the states entered and the status that resulted.
 *
 * @param events - All events of the case in order; sealed or not.
 * @param earlier - Definitions that the case was migrated from, where it was.
 * @throws MotcuaError `procedure/wrong-definition`, `procedure/state-gone` or `procedure/broken-history`.
 *
 * @example
 * import { buildWorkingCalendar } from 'motcua/calendar'
 * import { instant } from 'motcua'
 * import { decide, registerCopies, replay } from 'motcua/procedure'
 * const opened = decide(registerCopies, undefined, {
 *   caseId: 'c1', type: 'case.open', commandId: 'k1',
 *   actor: { id: 'u7', roles: ['reception'], unit: 'mot-cua', agency: 'H26.01' },
 *   data: {
 *     procedure: '2.000908', field: 'Chứng thực', level: 'commune', agency: 'H26.01', unit: 'mot-cua',
 *     channel: 'direct', serviceLevel: 'full', onlineCapable: true, payable: false,
 *   },
 * }, { at: instant('2026-08-28T15:20'), calendar: buildWorkingCalendar() })
 * if (opened.kind === 'moved') replay(registerCopies, opened.events).nationalStatus // 1
 */
export function replay(
  defined: DefinedProcess,
  events: readonly UnsealedEvent[],
  earlier: readonly DefinedProcess[] = [],
): DossierCase {
  const [first, ...rest] = events
  if (first === undefined || first.type !== 'case.opened' || first.seq !== 1) {
    return refuseHistory(first?.seq ?? 0, 'it does not begin with case.opened')
  }
  const processes = [defined, ...earlier]
  let running = findProcess(processes, first.data.definition)
  let configuration = configurationOf(running, first.data.states)
  let dossierCase = openCase(first, { configuration, plan: running.plan })
  for (const event of rest) {
    if (event.caseId !== first.caseId) refuseHistory(event.seq, 'it belongs to another case')
    if (event.seq !== dossierCase.seq + 1) refuseHistory(event.seq, `${dossierCase.seq + 1} was expected`)
    if (event.type === 'process.migrated') {
      running = findProcess(processes, { ...dossierCase.definition, ...event.data.to })
      configuration = configurationOf(running, event.data.states)
    } else {
      configuration = enter(running, configuration, event)
    }
    dossierCase = applyEvent(dossierCase, event, { configuration, plan: running.plan })
  }
  assertPinned(defined, dossierCase.definition)
  return dossierCase
}

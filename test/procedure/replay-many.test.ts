import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Instant, instant, toEpochMs } from '../../src/date.ts'
import type { UnsealedEvent } from '../../src/dossier/history/index.ts'
import {
  type DossierCase,
  decide,
  defineProcess,
  registerCopies,
  replay,
  replayMany,
} from '../../src/procedure/index.ts'
import { courseCommands, generatePaths } from '../../src/procedure/testing/index.ts'
import { actorOf, appraising, archived, calendar } from '../kit/procedure-walk.ts'
import { everything } from '../kit/processes.ts'

const commands = (type: string) =>
  courseCommands.some((one) => one === type) && !/^(leg|step\.return|intake-s|term|appointment)/.test(type)

/** Histories in which the clock stands still, is counted anew, and runs out. */
const histories = [registerCopies, everything].map((defined) => ({
  defined,
  paths: generatePaths(defined, { calendar, commands, limit: 2_000 })
    .map(({ events }) => events)
    .filter((_, index) => index % 9 === 0),
}))

const ms = (at: Instant | undefined): number => (at === undefined ? Number.NaN : toEpochMs(at))

/** The row that a whole case makes. */
function rowOf({ configuration, nationalStatus, seq, facts }: DossierCase) {
  const over = facts.standstills.filter(({ toAt }) => toAt !== undefined)
  const open = facts.standstills.find(({ toAt }) => toAt === undefined)
  return {
    states: configuration,
    nationalStatus,
    seq,
    receivedAt: ms(facts.receivedAt),
    dueAt: ms(facts.appointment?.dueAt),
    firstDueAt: ms(facts.appointment?.firstDueAt),
    processedAt: ms(facts.processedAt),
    returnedAt: ms(facts.returnedAt),
    pausedMs: over.reduce((sum, { fromAt, toAt }) => sum + ms(toAt) - ms(fromAt), 0),
    pausedSince: ms(open?.fromAt),
  }
}

/** The row of the columns. */
function rowAt(columns: ReturnType<typeof replayMany>, row: number) {
  return {
    states: columns.configurations[columns.stateIds[row] ?? -1],
    nationalStatus: columns.nationalStatuses[row],
    seq: columns.eventCounts[row],
    receivedAt: columns.receivedAtEpochMs[row],
    dueAt: columns.dueAtEpochMs[row],
    firstDueAt: columns.firstDueAtEpochMs[row],
    processedAt: columns.processedAtEpochMs[row],
    returnedAt: columns.returnedAtEpochMs[row],
    pausedMs: columns.pausedMs[row],
    pausedSince: columns.pausedSinceEpochMs[row],
  }
}

/** Lays histories of several cases into each other; the choices say whose event comes next. */
function interleave(
  histories: readonly (readonly UnsealedEvent[])[],
  choices: readonly number[],
): UnsealedEvent[] {
  const left = histories.map((events) => [...events])
  const mixed: UnsealedEvent[] = []
  for (let turn = 0; left.some(({ length }) => length > 0); turn += 1) {
    const waiting = left.filter(({ length }) => length > 0)
    const next = waiting[(choices[turn % choices.length] ?? 0) % waiting.length]?.shift()
    if (next) mixed.push(next)
  }
  return mixed
}

describe.each(histories)('what it gives for $defined.definition.id', ({ defined, paths }) => {
  it('gives the same as replay, however the cases are laid into each other and wherever they are cut', () => {
    expect(paths.length).toBeGreaterThan(15)
    const types = new Set(paths.flat().map(({ type }) => type))
    for (const type of ['supplement.answered', 'duty.settled', 'clock.resumed', 'case.withdrawn'] as const) {
      expect(types).toContain(type)
    }
    const cutPath = fc
      .tuple(fc.nat(paths.length - 1), fc.nat(60))
      .map(([index, length]) => (paths[index] ?? []).slice(0, length + 1))
    const some = fc.array(cutPath, { minLength: 1, maxLength: 8 })
    fc.assert(
      fc.property(some, fc.array(fc.nat(7), { minLength: 1, maxLength: 40 }), (chosen, choices) => {
        const cases = chosen.map((events, at) => events.map((event) => ({ ...event, caseId: `c${at}` })))
        const columns = replayMany(defined, interleave(cases, choices))
        expect(columns.caseIds).toHaveLength(cases.length)
        for (const [row, caseId] of columns.caseIds.entries()) {
          const events = cases[Number(caseId.slice(1))] ?? []
          expect(rowAt(columns, row)).toEqual(rowOf(replay(defined, events)))
        }
      }),
      { numRuns: 60 },
    )
  })
})

describe('what it refuses', () => {
  const codeOf = (events: readonly UnsealedEvent[], defined = registerCopies) => {
    try {
      replayMany(defined, events)
      return 'none'
    } catch (error) {
      return (error as { readonly code?: string }).code
    }
  }
  it('refuses what replay refuses: a gap, a beginning that is none, a second opening, another definition', () => {
    const [first, ...rest] = archived.events
    if (first === undefined) return expect.fail('no events')
    expect(codeOf(archived.events)).toBe('none')
    expect(codeOf(rest)).toBe('procedure/broken-history')
    expect(codeOf([first, ...rest.slice(1)])).toBe('procedure/broken-history')
    expect(codeOf([first, first])).toBe('procedure/broken-history')
    expect(codeOf(archived.events, everything)).toBe('procedure/wrong-definition')
    const elsewhere = {
      ...rest[0],
      data: { ...rest[0]?.data, states: ['handling.nowhere'] },
    } as UnsealedEvent
    expect(codeOf([first, elsewhere])).toBe('procedure/state-gone')
  })
  it('refuses a case that stayed under an earlier definition', () => {
    const next = defineProcess({ ...registerCopies.definition, version: '2' })
    expect(() => replayMany(next, appraising.events, [registerCopies])).toThrow(
      expect.objectContaining({ code: 'procedure/wrong-definition' }),
    )
  })
})

describe('edges', () => {
  it('follows a case to another version', () => {
    const next = defineProcess({ ...registerCopies.definition, version: '2' })
    const command = {
      caseId: 'case-1',
      type: 'process.migrate',
      commandId: 'm1',
      actor: actorOf('administrator'),
      data: { stateMap: {} },
    } as const
    const at = instant('2026-09-03T08:00')
    const decision = decide(next, appraising.dossierCase, command, { at, calendar })
    if (decision.kind === 'refused') return expect.fail(decision.code)
    const events = [...appraising.events, ...decision.events]
    const columns = replayMany(next, events, [registerCopies])
    expect(rowAt(columns, 0)).toEqual(rowOf(replay(next, events, [registerCopies])))
  })
  it('has no rows without events, and more rows than it began with', () => {
    expect(replayMany(registerCopies, []).stateIds).toHaveLength(0)
    const events = Array.from({ length: 1500 }, (_, at) =>
      appraising.events.map((event) => ({ ...event, caseId: `c${at}` })),
    ).flat()
    const columns = replayMany(registerCopies, events)
    expect(rowAt(columns, 1499)).toEqual(rowAt(columns, 0))
    expect(columns.caseIds[1499]).toBe('c1499')
  })
})

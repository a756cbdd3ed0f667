import { describe, expect, it } from 'vitest'
import { createActor, createMachine, transition } from 'xstate'
import { instant } from '../../src/date.ts'
import {
  type DefinedProcess,
  decide,
  implementChart,
  machineOf,
  registerCopies,
  snapshotOf,
} from '../../src/procedure/index.ts'
import { exploreProcess, sampleCommands } from '../../src/procedure/testing/index.ts'
import { archived, calendar, received } from '../kit/procedure-walk.ts'
import { everything } from '../kit/processes.ts'

/** Paths of the leaves of XState's value, in the chart's order of regions. */
function pathsOf(value: unknown, prefix = ''): string[] {
  if (typeof value === 'string') return [`${prefix}${value}`]
  return Object.entries(value as Record<string, unknown>).flatMap(([name, inner]) =>
    Object.keys(inner as object).length === 0 ? [`${prefix}${name}`] : pathsOf(inner, `${prefix}${name}.`),
  )
}

const events = archived.commands.slice(1).map(({ at, command }) => ({
  type: command.type,
  commandId: command.commandId,
  at: instant(at),
  actor: command.actor,
  data: command.data,
}))

describe('what it gives', () => {
  it('walks the same way as a live actor, and as a chart written out as JSON', () => {
    const json = JSON.parse(JSON.stringify(registerCopies.chart()))
    const fromJson = createMachine(json).provide(implementChart(registerCopies, { calendar }) as never)
    for (const machine of [machineOf(registerCopies, { calendar }), fromJson]) {
      const actor = createActor(machine).start()
      for (const event of events) actor.send(event)
      const snapshot = actor.getSnapshot()
      expect(pathsOf(snapshot.value)).toEqual(archived.dossierCase?.configuration)
      expect(snapshot.context.facts).toMatchObject({ phase: 'closed', number: '12', isRegistered: true })
    }
  })
  it('goes on from a stored case', () => {
    const machine = machineOf(registerCopies, { calendar })
    const snapshot = snapshotOf(machine, received.dossierCase ?? expect.fail())
    const actor = createActor(machine, { snapshot: snapshot as never }).start()
    for (const event of events.slice(3)) actor.send(event)
    expect(JSON.stringify(actor.getSnapshot().context)).toBe(JSON.stringify(archived.dossierCase))
  })
})

describe('what it must not touch', () => {
  it('has no inline function, no wildcard and no delay in the chart', () => {
    const text = JSON.stringify(registerCopies.chart())
    expect(JSON.parse(text)).toEqual(registerCopies.chart())
    expect(text).not.toMatch(/"after"|"\*"|"always"/)
  })
})

describe.each([registerCopies, everything])(
  'the machine and the tables of $definition.id',
  (defined: DefinedProcess) => {
    it('agree on every command in every situation walked', () => {
      const machine = machineOf(defined, { calendar })
      let compared = 0
      const side = /^(payment|post|note|satisfaction|dossier\.edit)/
      const options = { calendar, commands: (type: string) => !side.test(type), limit: 120 }
      for (const { dossierCase, nextInstants, commands } of exploreProcess(
        defined,
        options,
      ).situations.values()) {
        const at = commands.at(-1)?.at ?? expect.fail()
        for (const timed of sampleCommands({ defined, dossierCase, at, nextInstants })) {
          const { type, commandId, actor, data } = timed.command
          const decision = decide(defined, dossierCase, timed.command, { at: timed.at, calendar })
          const [next] = transition(machine, snapshotOf(machine, dossierCase) as never, {
            type,
            commandId,
            actor,
            data,
            at: timed.at,
          })
          const expected = decision.kind === 'moved' ? decision.dossierCase : dossierCase
          if (pathsOf(next.value).join() !== expected.configuration.join())
            expect.fail(`${type}: ${pathsOf(next.value)}`)
          if (JSON.stringify(next.context) !== JSON.stringify(expected)) expect.fail(`${type}: context`)
          compared += 1
        }
      }
      expect(compared).toBeGreaterThan(1000)
    })
  },
)

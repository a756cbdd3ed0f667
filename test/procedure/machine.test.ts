import { describe, expect, it } from 'vitest'
import { createActor, createMachine } from 'xstate'
import { instant } from '../../src/date.ts'
import { implementChart, machineOf, registerCopies, snapshotOf } from '../../src/procedure/index.ts'
import { archived, calendar, received } from '../kit/procedure-walk.ts'

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

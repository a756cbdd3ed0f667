import { describe, expect, it } from 'vitest'
import { instant, isoDate } from '../../src/date.ts'
import {
  decide,
  defineProcess,
  deriveDueAt,
  findLifecycleStage,
  planMigration,
  publicViewOf,
  registerCopies,
  replay,
  restoreCase,
  ruleSets,
} from '../../src/procedure/index.ts'
import { actorOf, appraising, archived, calendar, received, step } from '../kit/procedure-walk.ts'

const [receive, appraise, approve, issue] = registerCopies.definition.steps
const next = defineProcess({
  ...registerCopies.definition,
  version: '2',
  steps: [receive, { ...appraise, id: 'examine' }, approve, issue] as typeof registerCopies.definition.steps,
})
const stateMap = { 'handling.processing.appraise': 'handling.processing.examine' }
const running = appraising.dossierCase ?? expect.fail()

function migrate(map: Record<string, string>, role = 'administrator') {
  const command = {
    caseId: 'case-1',
    type: 'process.migrate',
    commandId: 'm1',
    actor: actorOf(role),
    data: { stateMap: map },
  } as const
  return decide(next, running, command, { at: instant('2026-09-03T08:00'), calendar })
}

describe('what it gives', () => {
  it('plans a migration with every live state, and says what is left over', () => {
    expect(planMigration(registerCopies, next).findings).toMatchObject([
      { code: 'procedure/state-not-mapped', severity: 'error', place: 'handling.processing.appraise' },
    ])
    const plan = planMigration(registerCopies, next, stateMap)
    expect(plan.findings).toEqual([])
    expect(plan.stateMap['handling.processing.appraise']).toBe('handling.processing.examine')
  })
  it('reports roles and clocks that change', () => {
    const other = defineProcess({
      ...registerCopies.definition,
      version: '3',
      term: { kind: 'working-days', amount: 2 },
      steps: [
        receive,
        { ...appraise, role: 'unit-head' },
        approve,
        issue,
      ] as typeof registerCopies.definition.steps,
    })
    expect(
      planMigration(registerCopies, other).findings.map(({ code, place }) => `${code} ${place}`),
    ).toEqual(['procedure/role-changes handling.processing.appraise', 'procedure/clock-changes term'])
  })
  it('moves a case with its clock, its promise and its assignee, and replays it', () => {
    const decision = migrate(stateMap)
    if (decision.kind === 'refused') return expect.fail(decision.code)
    const { dossierCase } = decision
    expect(dossierCase.definition).toEqual(next.pin)
    expect(dossierCase.facts.steps).toEqual({ examine: running.facts.steps.appraise })
    expect(dossierCase.facts.appointment).toEqual(running.facts.appointment)
    const at = instant('2026-09-03T08:00')
    expect(deriveDueAt(next, dossierCase, { at, calendar })).toBe(
      deriveDueAt(registerCopies, running, { at, calendar }),
    )
    const replayed = replay(next, [...appraising.events, ...decision.events], [registerCopies])
    expect(JSON.stringify(replayed)).toBe(JSON.stringify(dossierCase))
    const done = decide(
      next,
      dossierCase,
      {
        caseId: 'case-1',
        type: 'step.complete',
        commandId: 'm2',
        actor: actorOf('officer'),
        data: { step: 'examine' },
      },
      { at, calendar },
    )
    expect(done.kind).toBe('moved')
  })
  it('tells the stage of a definition on a day', () => {
    const { definition } = registerCopies
    expect(findLifecycleStage(definition, isoDate('2026-05-12'))).toBe('approved')
    expect(findLifecycleStage({ ...definition, lifecycle: undefined }, isoDate('2026-05-12'))).toBe('draft')
    const over = { ...definition, lifecycle: { ...definition.lifecycle, supersededFrom: '2026-08-01' } }
    expect(findLifecycleStage(over, isoDate('2026-08-01'))).toBe('superseded')
  })
  it('shows the public only the code and the degree of completion', () => {
    expect(publicViewOf(registerCopies, running)).toEqual({
      dossierCode: '000.00.64.H10-260828-0001',
      stepsDone: 1,
      stepsTotal: 4,
      percent: 25,
    })
    expect(publicViewOf(registerCopies, archived.dossierCase ?? expect.fail()).percent).toBe(100)
  })
  it('keeps the rule set of the day of receipt, or switches where the new one says so', () => {
    const [old, now] = ruleSets
    if (old === undefined || now === undefined) return expect.fail('two rule sets')
    const lifecycle = { ...registerCopies.definition.lifecycle, inForceFrom: '2025-01-01' }
    const later = {
      ...now,
      transition: 'all-cases',
      maxSupplementRequests: { ...now.maxSupplementRequests, value: 0 },
    } as const
    const { maxRounds: _rounds, ...supplement } = registerCopies.definition.supplement ?? expect.fail()
    for (const [sets, code] of [
      [[old, now], 'moved'],
      [[old, later], 'no-supplement-round-left'],
    ] as const) {
      const defined = defineProcess(
        { ...registerCopies.definition, lifecycle, supplement },
        { ruleSets: sets },
      )
      let walk = {
        ...appraising,
        defined,
        dossierCase: undefined as typeof appraising.dossierCase,
        events: [],
        decisions: [],
        commands: [],
      } as typeof appraising
      for (const { at, command } of appraising.commands) {
        walk = step(
          walk,
          at.replace('2026-08-28', '2025-06-27').replace('2026-09-03', '2025-06-30'),
          command.actor.roles[0] ?? '',
          command.type,
          command.data,
        )
      }
      expect(walk.dossierCase?.ruleSet).toBe('nd-61-2018')
      const asked = step(walk, '2025-07-01T08:00', 'officer', 'supplement.request', {
        papers: ['GT01'],
        reasonCode: 'x',
        reason: 'Thiếu',
      })
      const last = asked.decisions.at(-1)
      expect(last?.kind === 'refused' ? last.code : last?.kind).toBe(code)
    }
  })
})

describe('what it refuses', () => {
  it('refuses a migration that leaves a state behind, or that nobody may order', () => {
    expect(migrate({})).toMatchObject({ code: 'state-not-mapped' })
    expect(migrate(stateMap, 'officer')).toMatchObject({ code: 'wrong-role' })
  })
  it('refuses to decide or replay a case under another version', () => {
    expect(() => replay(next, appraising.events)).toThrow(/runs under 2\.000908-HN@1/)
    const command = {
      caseId: 'case-1',
      type: 'step.complete',
      commandId: 'x',
      actor: actorOf('officer'),
      data: { step: 'appraise' },
    } as const
    expect(() => decide(next, running, command, { at: instant('2026-09-03T08:00'), calendar })).toThrow(
      /runs under/,
    )
  })
  it('refuses a stored case that is not one, and tells the places', () => {
    const stored = JSON.parse(JSON.stringify(running))
    expect(JSON.stringify(restoreCase(registerCopies, stored))).toBe(JSON.stringify(running))
    const broken = { ...stored, facts: { ...stored.facts, rounds: -1, extra: 1 } }
    expect(() => restoreCase(registerCopies, broken)).toThrow(/facts/)
    const elsewhere = { ...stored, configuration: ['handling.nowhere', ...stored.configuration.slice(1)] }
    expect(() => restoreCase(registerCopies, elsewhere)).toThrow(
      expect.objectContaining({ code: 'procedure/state-gone' }),
    )
    expect(() => restoreCase(registerCopies, { ...stored, nationalStatus: 9 })).toThrow(/nationalStatus/)
    expect(() => restoreCase(next, stored)).toThrow(
      expect.objectContaining({ code: 'procedure/wrong-definition' }),
    )
    expect(received.dossierCase && restoreCase(registerCopies, received.dossierCase).caseId).toBe('case-1')
  })
})

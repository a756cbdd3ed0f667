import { describe, expect, it } from 'vitest'
import { instant } from '../../src/date.ts'
import { verifyHistory } from '../../src/dossier/history/index.ts'
import { type CaseCommand, registerCopies } from '../../src/procedure/index.ts'
import { type CaseStore, createHost, deliverEffects, type Host, runTimers } from '../../src/runtime/index.ts'
import { countingBytes } from './cases.ts'
import { actorOf, anyHash, archived, calendar, openingData } from './procedure-walk.ts'

const system = { id: 'system', unit: 'system', agency: 'H26.01' }

/** A host on a store, with a clock that the test moves. */
export function hostOn(store: CaseStore, agency = 'H26.01'): { host: Host; setClock: (at: string) => void } {
  let now = '2026-08-28T15:20'
  const host = createHost({
    agency,
    store,
    clock: () => instant(now),
    calendar,
    randomBytes: countingBytes(),
    definitions: [registerCopies],
  })
  return {
    host,
    setClock: (at) => {
      now = at
    },
  }
}

let lastCase = 0
/** A case id that no other test uses. */
function newCaseId(): string {
  lastCase += 1
  return `case-${lastCase}`
}

function commandOf(
  caseId: string,
  type: CaseCommand['type'],
  own: {
    commandId: string
    role?: string
    data?: Readonly<Record<string, unknown>>
    personal?: CaseCommand['personal']
  },
): CaseCommand {
  const { commandId, role = 'reception', data = {}, personal } = own
  return { caseId, type, commandId, actor: actorOf(role), data, ...(personal ? { personal } : {}) }
}

/** Opens a case and brings it to the counter’s check. */
async function openCase(host: Host, caseId: string): Promise<void> {
  await host.give({ command: commandOf(caseId, 'case.open', { commandId: 'k1', data: openingData }) })
  await host.give({
    command: commandOf(caseId, 'dossier.submit', {
      commandId: 'k2',
      data: { dossierHash: anyHash },
      personal: { owner: 'Nguyễn Văn Thử' },
    }),
  })
  await host.give({ command: commandOf(caseId, 'intake.begin', { commandId: 'k3' }) })
}

/** Receives a case with a dossier code counted from a register. */
function receive(host: Host, caseId: string) {
  return host.give({
    registers: ['dossier-code/260828'],
    command: (numbers) =>
      commandOf(caseId, 'dossier.receive', {
        commandId: 'k4',
        data: { dossierCode: `H26.01-260828-${String(numbers['dossier-code/260828']).padStart(4, '0')}` },
      }),
  })
}

/** One suite for every store: what holds in memory holds in a database. */
export function storeSuite(name: string, makeStore: () => Promise<CaseStore>): void {
  describe(`what it gives: ${name}`, () => {
    it('keeps a whole case and gives it back from its events alone', async () => {
      const { host, setClock } = hostOn(await makeStore(), 'H26.02')
      const caseId = newCaseId()
      for (const { at, command } of archived.commands) {
        setClock(at)
        const answer = await host.give({ command: { ...command, caseId } })
        expect(answer.kind).toBe('stored')
      }
      const kept = await host.read(caseId)
      expect(JSON.stringify(kept)).toBe(JSON.stringify({ ...archived.dossierCase, caseId }))
      expect(JSON.stringify(await host.restore(caseId))).toBe(JSON.stringify(kept))
    })
    it('seals the events into a chain that personal data can be erased from', async () => {
      const { host } = hostOn(await makeStore(), 'H26.03')
      const caseId = newCaseId()
      await openCase(host, caseId)
      expect((await host.readEvents(caseId))[1]?.personal).toEqual({ owner: 'Nguyễn Văn Thử' })
      expect(await host.erase(caseId)).toBe(1)
      const events = await host.readEvents(caseId)
      expect(JSON.stringify(events)).not.toContain('Nguyễn')
      expect(verifyHistory(events).map(({ code, severity }) => `${severity} ${code}`)).toEqual([
        'info dossier/history-erased',
      ])
    })
    it('counts dossier codes without a gap and without a double, with everybody at once', async () => {
      const { host } = hostOn(await makeStore(), 'H26.04')
      const cases = Array.from({ length: 4 }, newCaseId)
      for (const caseId of cases) await openCase(host, caseId)
      const answers = await Promise.all(cases.map((caseId) => receive(host, caseId)))
      const codes = answers.map((answer) =>
        answer.kind === 'stored' ? answer.dossierCase.facts.dossierCode : '',
      )
      expect([...codes].sort()).toEqual([1, 2, 3, 4].map((number) => `H26.01-260828-000${number}`))
      expect(await host.options.store.readNumbers('H26.04', ['dossier-code/260828'])).toEqual([
        { register: 'dossier-code/260828', number: 5 },
      ])
    })
    it('fires a timer when its moment has come, once', async () => {
      const { host, setClock } = hostOn(await makeStore(), 'H26.05')
      const caseId = newCaseId()
      await openCase(host, caseId)
      await receive(host, caseId)
      setClock('2026-09-03T07:00')
      expect((await runTimers(host, { actor: system })).fired).toEqual([])
      setClock('2026-09-03T07:30')
      const first = await runTimers(host, { actor: system })
      expect(first.fired.map(({ timer }) => timer.data.kind)).toEqual(['forward-overdue', 'step-overdue'])
      setClock('2026-09-03T07:40')
      expect((await runTimers(host, { actor: system })).fired).toEqual([])
    })
    it('catches up after an interruption, and may skip what is outdated', async () => {
      const { host, setClock } = hostOn(await makeStore(), 'H26.06')
      const caseId = newCaseId()
      await openCase(host, caseId)
      await receive(host, caseId)
      setClock('2026-09-04T08:00')
      const run = await runTimers(host, { actor: system, catchUp: 'skip-outdated' })
      expect(run.skipped.map(({ timer }) => timer.data.kind)).toEqual(['due-soon'])
      expect(run.fired.map(({ timer }) => timer.data.kind)).toEqual([
        'forward-overdue',
        'step-overdue',
        'overdue',
      ])
    })
    it('delivers effects oldest first, at least once, and again when the receiver failed', async () => {
      const { host, setClock } = hostOn(await makeStore(), 'H26.07')
      const caseId = newCaseId()
      await openCase(host, caseId)
      await receive(host, caseId)
      const broken = await deliverEffects(host, async (effect) => {
        if (effect.type === 'printForm') throw new Error('out of paper')
      })
      expect(broken.delivered.map(({ type }) => type)).toEqual(['notifyApplicant', 'notifyApplicant'])
      expect(broken.failed).toMatchObject([{ effect: { type: 'printForm', form: '01' }, attempts: 1 }])
      setClock('2026-08-28T15:22')
      const again = await deliverEffects(host, async () => {})
      expect(again.delivered.map(({ type }) => type)).toEqual(['printForm'])
      setClock('2026-08-28T15:30')
      expect((await deliverEffects(host, async () => {})).delivered).toEqual([])
    })
  })
  describe(`what it refuses: ${name}`, () => {
    it('writes nothing where the case or a counter moved meanwhile', async () => {
      const store = await makeStore()
      const { host } = hostOn(store, 'H26.08')
      const caseId = newCaseId()
      await openCase(host, caseId)
      const stored = (await store.load('H26.08', caseId)) ?? expect.fail()
      const events = await host.readEvents(caseId)
      const step = {
        agency: 'H26.08',
        caseId,
        expectedSeq: 3,
        events: [{ ...(events[2] ?? expect.fail()), seq: 4 }],
        stored: { ...stored, dossierCase: { ...stored.dossierCase, seq: 4 } },
        timers: [],
        effects: [{ ...effectOf(caseId), key: `${caseId}/x` }],
        numbers: [{ register: 'other', number: 2 }],
      }
      expect(await store.append(step)).toBe('conflict')
      expect(await store.append({ ...step, expectedSeq: 2, numbers: [] })).toBe('conflict')
      expect(await host.readEvents(caseId)).toHaveLength(3)
      expect(await store.readNumbers('H26.08', ['other'])).toEqual([{ register: 'other', number: 1 }])
      expect(await store.append({ ...step, numbers: [{ register: 'other', number: 1 }] })).toBe('stored')
      expect(await store.readNumbers('H26.08', ['other'])).toEqual([{ register: 'other', number: 2 }])
    })
    it('lets one of two openings of the same case through', async () => {
      const { host } = hostOn(await makeStore(), 'H26.09')
      const caseId = newCaseId()
      const open = (commandId: string) =>
        host.give({ command: commandOf(caseId, 'case.open', { commandId, data: openingData }) })
      const answers = await Promise.all([open('a'), open('b')])
      expect(answers.map((answer) => (answer.kind === 'stored' ? 'stored' : answer.code)).sort()).toEqual([
        'already-open',
        'stored',
      ])
    })
    it('does nothing twice for the same command id', async () => {
      const { host } = hostOn(await makeStore(), 'H26.10')
      const caseId = newCaseId()
      await openCase(host, caseId)
      await openCase(host, caseId)
      expect(await host.readEvents(caseId)).toHaveLength(3)
    })
    it('shows nothing of one agency to another', async () => {
      const store = await makeStore()
      const caseId = newCaseId()
      await openCase(hostOn(store, 'H26.11').host, caseId)
      expect(await hostOn(store, 'H26.12').host.read(caseId)).toBeUndefined()
    })
  })
}

function effectOf(caseId: string) {
  return {
    type: 'printForm',
    key: `${caseId}/0/printForm`,
    caseId,
    form: '01',
    seq: 1,
  } as const
}

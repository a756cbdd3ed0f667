/**
 * What deciding a step of a case costs, against XState and bpmn-engine, in one run: `npm run bench procedure`.
 *
 * The peer is XState on the very chart of the definition, with a guard that always holds and an action that only
 * counts: it checks no data, keeps no clock and makes no effects, all of which `decide` does. Before the measuring
 * both must reach the same states on every command of a whole case.
 */
import { performance } from 'node:perf_hooks'
import { instant } from 'motcua'
import type { UnsealedEvent } from 'motcua/dossier/history'
import {
  type CaseCommand,
  type DefinedProcess,
  type DossierCase,
  decide,
  defineProcess,
  implementChart,
  replay,
  replayMany,
  restoreCase,
} from 'motcua/procedure'
import { assign, createActor, createMachine, transition } from 'xstate'
import { runMeasured } from '../test/kit/measured-process.ts'
import {
  appraising,
  archived,
  calendar,
  received,
  startWalk,
  steps,
  type Walk,
} from '../test/kit/procedure-walk.ts'
import { type BenchRow, measureInTurn, printRows, toRows } from './kit/measure.ts'
import { measureEngine } from './kit/procedure-bpmn.ts'

/** A case before a command, and the same for XState. */
interface Situation {
  readonly dossierCase: DossierCase
  readonly command: CaseCommand
  readonly at: ReturnType<typeof instant>
  readonly snapshot: never
  readonly persisted: string
  readonly text: string
}

const PROCEDURES = 281
const CASES = 100_000

/** The machine of a chart with as little behind its names as can be: the signals between its regions, and a count. */
function buildPeer(defined: DefinedProcess) {
  const chart = defined.chart() as unknown as Parameters<typeof createMachine>[0]
  const record = assign(({ context }: { context: { readonly count: number } }) => ({
    count: context.count + 1,
  }))
  const { actions } = implementChart(defined, { calendar })
  return createMachine({ ...chart, context: { count: 0 } }).provide({
    guards: { isPermitted: () => true },
    actions: { ...actions, record },
  } as never)
}

const pathsOf = (value: unknown, above = ''): string[] =>
  typeof value === 'string'
    ? [`${above}${value}`]
    : Object.entries(value as Readonly<Record<string, unknown>>).flatMap(([key, inner]) => {
        const paths = pathsOf(inner, `${above}${key}.`)
        return paths.length === 0 ? [`${above}${key}`] : paths
      })

/** Every command of a whole case after it was opened, as both take it; fails where the two reach different states. */
function listSituations(walk: Walk): readonly Situation[] {
  const machine = buildPeer(walk.defined)
  const situations: Situation[] = []
  let dossierCase: DossierCase | undefined
  let snapshot = createActor(machine).getSnapshot()
  for (const { at, command } of walk.commands) {
    const moment = instant(at)
    const decision = decide(walk.defined, dossierCase, command, { at: moment, calendar })
    if (decision.kind !== 'moved') throw new Error(`${command.type} was refused: ${decision.code}`)
    if (dossierCase !== undefined) {
      const persisted = JSON.stringify(createActor(machine, { snapshot }).start().getPersistedSnapshot())
      const text = JSON.stringify(dossierCase)
      situations.push({ dossierCase, command, at: moment, snapshot: snapshot as never, persisted, text })
      const [next] = transition(machine, snapshot, { ...command, at: moment } as never)
      snapshot = next as typeof snapshot
    }
    dossierCase = decision.dossierCase
    const states = pathsOf(snapshot.value).sort().join()
    const own = [...dossierCase.configuration].sort().join()
    if (states !== own) throw new Error(`${command.type}: XState reaches ${states}, motcua ${own}`)
  }
  return situations
}

const { defined } = archived
const situations = listSituations(archived)
const machine = buildPeer(defined)
const situationAt = (index: number): Situation => situations[index % situations.length] as Situation

/** The bare limit: a table of numbers from state and command to state. */
function buildTable(): (index: number) => number {
  const next = Uint16Array.from(situations, (_, at) => (at + 1) % situations.length)
  return (index) => next[index % next.length] ?? 0
}

/** One step as a pure function. */
function measureStep(): BenchRow[] {
  const candidates = [
    {
      name: 'motcua decide',
      run: (index: number) => {
        const { dossierCase, command, at } = situationAt(index)
        const decision = decide(defined, dossierCase, command, { at, calendar })
        return decision.kind === 'moved' ? decision.events.length : Number.NaN
      },
    },
    {
      name: 'XState transition(), counting only',
      run: (index: number) => {
        const { snapshot, command, at } = situationAt(index)
        return transition(machine, snapshot, { ...command, at } as never)[1].length
      },
    },
    { name: 'table of numbers (limit)', run: buildTable() },
  ]
  return toRows('one step', measureInTurn(candidates), { 'XState transition(), counting only': 1 })
}

/** Restore from JSON, one step, back to JSON. */
function measureStored(): BenchRow[] {
  const decideFrom = (index: number, dossierCase: DossierCase): number => {
    const { command, at } = situationAt(index)
    const decision = decide(defined, dossierCase, command, { at, calendar })
    return decision.kind === 'moved' ? JSON.stringify(decision.dossierCase).length : Number.NaN
  }
  const candidates = [
    {
      name: 'motcua, restoreCase checks all',
      run: (i: number) => decideFrom(i, restoreCase(defined, JSON.parse(situationAt(i).text))),
    },
    {
      name: 'motcua, parsed and trusted',
      run: (i: number) => decideFrom(i, JSON.parse(situationAt(i).text)),
    },
    {
      name: 'XState actor',
      run: (index: number) => {
        const { persisted, command, at } = situationAt(index)
        const actor = createActor(machine, { snapshot: JSON.parse(persisted) }).start()
        actor.send({ ...command, at } as never)
        return JSON.stringify(actor.getPersistedSnapshot()).length
      },
    },
    {
      name: 'JSON.parse and stringify (floor)',
      run: (index: number) => JSON.stringify(JSON.parse(situationAt(index).text)).length,
    },
  ]
  return toRows('JSON + one step + JSON', measureInTurn(candidates), { 'XState actor': 1 })
}

/** A definition with so many steps of handling between receipt and signature. */
function defineLong(id: string, count: number): DefinedProcess {
  const { definition } = defined
  const at = definition.steps.findIndex(({ id: step }) => step === 'appraise')
  const more = Array.from({ length: count }, (_, step) => ({
    id: `more${step}`,
    task: `Bước ${step}`,
    role: 'officer' as const,
  }))
  return defineProcess({
    ...definition,
    id,
    steps: [...definition.steps.slice(0, at + 1), ...more, ...definition.steps.slice(at + 1)],
  })
}

/** The same command in a small and in a large process. */
function measureGrowth(): BenchRow[] {
  const askOf = (count: number) => {
    const long = defineLong(`long-${count}`, count)
    const walk = steps(
      startWalk(long),
      appraising.commands.map(
        ({ at, command }) => [at, command.actor.roles[0] ?? '', command.type, command.data] as const,
      ),
    )
    const command: CaseCommand = {
      ...situationAt(3).command,
      type: 'step.complete',
      commandId: 'growth',
      data: { step: 'appraise' },
    }
    const actor = { ...command.actor, roles: ['officer'] }
    return () => {
      const decision = decide(
        long,
        walk.dossierCase,
        { ...command, actor },
        { at: instant('2026-09-03T08:00'), calendar },
      )
      return decision.kind === 'moved' ? decision.events.length : Number.NaN
    }
  }
  const [, large] = measureInTurn([
    { name: 'small', run: askOf(0) },
    { name: 'large', run: askOf(46) },
  ])
  const ratio = Number((large?.ratio ?? Number.NaN).toPrecision(3))
  return [{ bench: 'growth', name: '50 steps against 4', ratio, bar: '≤ 1.5', ok: ratio <= 1.5 }]
}

/** The child's half: all definitions of a district in a process that has compiled nothing yet. */
function compileAll(): void {
  const texts = Array.from({ length: PROCEDURES }, (_, at) =>
    JSON.stringify({ ...defined.definition, id: `p-${at}` }),
  )
  const start = performance.now()
  const all = texts.map((text) => defineProcess(JSON.parse(text)))
  const definedMs = performance.now() - start
  for (const own of all) own.tables()
  const tablesMs = performance.now() - start - definedMs
  const machineStart = performance.now()
  for (const own of all) buildPeer(own)
  process.stdout.write(JSON.stringify({ definedMs, tablesMs, machinesMs: performance.now() - machineStart }))
}

/** Compiling the definitions of a district, cold. */
async function measureDefinitions(): Promise<BenchRow[]> {
  const { out, err } = await runMeasured([process.argv[1] ?? '', 'child'])
  if (out === '') throw new Error(`compiling failed: ${err}`)
  const { definedMs, tablesMs, machinesMs } = JSON.parse(out)
  const bench = `${PROCEDURES} definitions, cold`
  const ns = (ms: number): number => Math.round((ms * 1e6) / PROCEDURES)
  return [
    {
      bench,
      name: `read from JSON and checked: ${Math.round(definedMs)} ms`,
      nsPerOp: ns(definedMs),
      bar: '≤ 100 ms',
      ok: definedMs <= 100,
    },
    {
      bench,
      name: `charts and tables: ${Math.round(tablesMs)} ms`,
      nsPerOp: ns(tablesMs),
      note: 'compiled on first use only',
    },
    {
      bench,
      name: `XState machines: ${Math.round(machinesMs)} ms`,
      nsPerOp: ns(machinesMs),
      note: 'built on first use only',
    },
  ]
}

/** Bytes of a stored case, and a hundred thousand of them in memory. */
function measureMemory(): BenchRow[] {
  const bytesOf = ({ dossierCase }: Walk): number => Buffer.byteLength(JSON.stringify(dossierCase))
  const rows = (
    [
      ['received', received],
      ['in process', appraising],
      ['archived', archived],
    ] as const
  ).map(([name, walk]): BenchRow => {
    const bytes = bytesOf(walk)
    return { bench: 'bytes of a stored case', name: `${name}: ${bytes}`, bar: '≤ 1536', ok: bytes <= 1536 }
  })
  const text = JSON.stringify(appraising.dossierCase)
  globalThis.gc?.()
  const before = process.memoryUsage().heapUsed
  const start = performance.now()
  const cases: DossierCase[] = Array.from({ length: CASES }, () => JSON.parse(text))
  const ms = performance.now() - start
  globalThis.gc?.()
  const each = Math.round((process.memoryUsage().heapUsed - before) / cases.length)
  return [
    ...rows,
    {
      bench: `${CASES} cases in memory`,
      name: `${each} bytes each`,
      nsPerOp: Math.round((ms * 1e6) / CASES),
      note: 'no bar: read from JSON',
    },
  ]
}

/** Cases of the bulk replay. */
const REPLAYED = 20_000

/** The histories of many cases, laid into each other as they would have happened. */
function* listEvents(count: number): Generator<UnsealedEvent> {
  const ids = Array.from({ length: count }, (_, at) => `case-${at}`)
  for (const event of archived.events) for (const caseId of ids) yield { ...event, caseId }
}

/** Bytes of a case in bulk replay, and its speed against replay and XState's actors. */
function measureReplay(): BenchRow[] {
  const held = (): number => process.memoryUsage().heapUsed + process.memoryUsage().arrayBuffers
  globalThis.gc?.()
  const before = held()
  const columns = replayMany(defined, listEvents(REPLAYED))
  globalThis.gc?.()
  const bytes = Math.round((held() - before) / columns.caseIds.length)
  const last = replay(defined, archived.events)
  const isSame = columns.nationalStatuses.every((status) => status === last.nationalStatus)
  if (!isSame || columns.eventCounts.some((count) => count !== last.seq))
    throw new Error('bulk replay differs')
  const log = [...listEvents(64)]
  const chunk = archived.commands.map(({ at, command }) => ({ ...command, at: instant(at) }))
  const candidates = [
    { name: 'motcua replayMany', run: () => replayMany(defined, log).caseIds.length },
    {
      name: 'motcua replay, one at a time',
      run: () => {
        let sum = 0
        for (let index = 0; index < 64; index += 1) sum += replay(defined, archived.events).seq
        return sum
      },
    },
    {
      name: 'XState actors',
      run: () => {
        let sum = 0
        for (let index = 0; index < 64; index += 1) {
          const actor = createActor(machine).start()
          for (const event of chunk) actor.send(event as never)
          sum += actor.getSnapshot().context.count
        }
        return sum
      },
    },
  ]
  const bench = `replay of 64 cases, ${log.length} events`
  const rows = toRows(bench, measureInTurn(candidates), { 'XState actors': 1 })
  const name = `${bytes} bytes a case, ids included`
  return [{ bench: `bulk replay of ${REPLAYED}`, name, bar: '≤ 500', ok: bytes <= 500 }, ...rows]
}

/** A hundred thousand cases, each restored, moved by one command and stored again. */
function measureMany(): BenchRow[] {
  const start = process.cpuUsage()
  let characters = 0
  for (let index = 0; index < CASES; index += 1) {
    const { text, command, at } = situationAt(index)
    const decision = decide(defined, JSON.parse(text), command, { at, calendar })
    if (decision.kind === 'moved') characters += JSON.stringify(decision.dossierCase).length
  }
  const { user, system } = process.cpuUsage(start)
  if (characters === 0) throw new Error('nothing moved')
  return [
    {
      bench: `${CASES} cases, one command each`,
      name: 'motcua',
      nsPerOp: Math.round(((user + system) * 1000) / CASES),
    },
  ]
}

if (process.argv[2] === 'child') compileAll()
else {
  const definitions = await measureDefinitions()
  const rows = [
    ...measureStep(),
    ...measureStored(),
    ...measureGrowth(),
    ...definitions,
    ...measureMemory(),
    ...measureReplay(),
    ...measureMany(),
    ...(await measureEngine()),
  ]
  process.exitCode = printRows(rows)
}

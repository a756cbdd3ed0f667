/**
 * Random walks over a process, with a model of its own: what must hold after every command, whatever came before.
 *
 * The model counts from the events alone and shares no code with the room. Every walk starts on a random day of the
 * official calendar; time passes in minutes, nights and weeks; timers are fired when their moment has come.
 */
import fc from 'fast-check'
import { fromEpochMs, type Instant, instant, toEpochMs } from '../../src/date.ts'
import type { UnsealedEvent } from '../../src/dossier/history/index.ts'
import {
  allowed,
  type CaseCommand,
  commandTable,
  type DefinedProcess,
  type DossierCase,
  decide,
  defineProcess,
  deriveDueAt,
  type NextInstant,
  nationalStatus,
  replay,
  restoreCase,
} from '../../src/procedure/index.ts'
import { asInForce } from '../../src/procedure/testing/explore.ts'
import { sampleCommands } from '../../src/procedure/testing/index.ts'
import { calendar, openingData } from './procedure-walk.ts'
import { type Expected, expectNext, nothingYet } from './walk-model.ts'

/** Figures of all walks together. */
export interface Tally {
  walks: number
  commands: number
  refused: number
  repeated: number
  restarts: number
  timers: number
  migrations: number
  closed: number
  readonly moved: Map<string, number>
  readonly statuses: Map<number, number>
  readonly refusals: Map<string, number>
  readonly years: Set<string>
}

export function newTally(): Tally {
  return {
    walks: 0,
    commands: 0,
    refused: 0,
    repeated: 0,
    restarts: 0,
    timers: 0,
    migrations: 0,
    closed: 0,
    moved: new Map(),
    statuses: new Map(),
    refusals: new Map(),
    years: new Set(),
  }
}

/** What runs: the case as the room keeps it. */
interface Real {
  defined: DefinedProcess
  readonly earlier: DefinedProcess[]
  dossierCase: DossierCase
  events: readonly UnsealedEvent[]
  timers: readonly NextInstant[]
  at: Instant
  readonly given: CaseCommand[]
  readonly tally: Tally
}

/** What is expected of it. */
interface Model {
  expected: Expected
}

const roles = [
  'applicant',
  'reception',
  'assigner',
  'officer',
  'unit-head',
  'approver',
  'clerk',
  'consultee',
  'cashier',
  'administrator',
  'system',
] as const

function fail(what: string, real: Real): never {
  const course = real.events.map(({ type, at }) => `${at.slice(0, 16)} ${type}`).join('\n  ')
  throw new Error(`${real.defined.definition.id}: ${what}\n  ${course}`)
}

const count = <K>(map: Map<K, number>, key: K): void => void map.set(key, (map.get(key) ?? 0) + 1)

/** Freezes what is handed in, so that nobody can change it unseen. */
function freeze<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value
  Object.freeze(value)
  for (const member of Object.values(value)) freeze(member)
  return value
}

const actorOf = (role: string): CaseCommand['actor'] => ({
  id: `u-${role}`,
  roles: [role],
  unit: 'unit',
  agency: 'H26.01',
})

/** The case from its text and from its events: byte for byte the same, with the same commands allowed and timers. */
function checkRestart(real: Real): void {
  const { defined, earlier, dossierCase, events, at, tally } = real
  const text = JSON.stringify(dossierCase)
  const restored = restoreCase(defined, JSON.parse(text))
  if (JSON.stringify(restored) !== text) fail('the restored case differs', real)
  const replayed = replay(defined, JSON.parse(JSON.stringify(events)), earlier)
  if (JSON.stringify(replayed) !== text) fail('the replayed case differs', real)
  for (const role of roles) {
    const now = allowed(defined, dossierCase, { actor: actorOf(role), at }).join()
    if (allowed(defined, restored, { actor: actorOf(role), at }).join() !== now) fail('allowed differs', real)
  }
  const again = real.given.at(-1)
  const answer = again && decide(defined, replayed, again, { at, calendar })
  if (answer?.kind === 'moved' && JSON.stringify(answer.nextInstants) !== JSON.stringify(real.timers))
    fail('the timers differ after a restart', real)
  tally.restarts += 1
}

/** Everything that holds in every case. */
function checkCase({ expected }: Model, real: Real): void {
  const { dossierCase, events, timers, at, defined } = real
  const { facts, configuration } = dossierCase
  const status = nationalStatus(configuration)
  if (status !== dossierCase.nationalStatus || status !== events.at(-1)?.data.nationalStatus)
    fail(`status ${status} is not ${dossierCase.nationalStatus}`, real)
  if (status !== expected.status) fail(`status ${status}, the model says ${expected.status}`, real)
  if (facts.phase !== expected.phase) fail(`phase ${facts.phase}, the model says ${expected.phase}`, real)
  const clock = configuration.find((path) => path.startsWith('clock.'))
  if (clock !== expected.clock) fail(`${clock}, the model says ${expected.clock}`, real)
  if (facts.pausedFor !== expected.pausedFor) fail(`paused for ${facts.pausedFor}`, real)
  const open = facts.standstills.filter(({ toAt }) => toAt === undefined)
  if (open.length !== (expected.pausedFor === undefined ? 0 : 1)) fail('standstills that are open', real)
  for (const [index, { fromAt, toAt }] of facts.standstills.entries()) {
    const next = facts.standstills[index + 1]
    if ((toAt !== undefined && toAt < fromAt) || (next && next.fromAt < (toAt ?? '9')))
      fail('standstills overlap', real)
  }
  if (dossierCase.seq !== events.length) fail('events are missing', real)
  if (new Set(dossierCase.commandIds).size !== dossierCase.commandIds.length) fail('a command id twice', real)
  const isWaiting = expected.phase === 'filing' && dossierCase.header.channel === 'online'
  const isTimed = ({ data }: NextInstant) =>
    expected.phase === 'settling' || (isWaiting && data.kind === 'reply-overdue')
  if (!timers.every(isTimed)) fail('timers of a case that is not settled', real)
  if (new Set(timers.map(({ key }) => key)).size !== timers.length) fail('two timers with one key', real)
  if (timers.some(({ key }) => !/^[\x21-\x7e]{1,64}$/.test(key))) fail('a key that is no command id', real)
  if (clock === 'clock.running') {
    const derived = deriveDueAt(defined, dossierCase, { at, calendar })
    const promised = facts.appointment?.dueAt
    if (!expected.isByHand && promised !== derived) fail(`promised ${promised}, derived ${derived}`, real)
    if (expected.isByHand && (promised ?? '') < expected.floorAt)
      fail('a promise set by hand moved forward', real)
  }
  for (const signing of facts.signatures)
    if (!expected.signed.includes(signing)) fail(`${signing} was signed before the work was done anew`, real)
}

/** Gives a command and takes over what follows; says whether it moved. */
function give(model: Model, real: Real, command: CaseCommand, under: DefinedProcess = real.defined): boolean {
  const { tally } = real
  const before = JSON.stringify(real.dossierCase)
  const decision = decide(under, freeze(real.dossierCase), freeze(command), { at: real.at, calendar })
  tally.commands += 1
  if (decision.kind === 'refused') {
    if (JSON.stringify(real.dossierCase) !== before) fail('a refusal changed the case', real)
    if (!decision.code || !decision.message.vi || !decision.message.en) fail('a refusal without words', real)
    if (under === real.defined) checkAllowed(real, decision.allowed)
    tally.refused += 1
    count(tally.refusals, decision.code)
    return false
  }
  if (real.given.some(({ commandId }) => commandId === command.commandId)) {
    if (decision.events.length + decision.effects.length > 0) fail('a command acted twice', real)
    if (JSON.stringify(decision.dossierCase) !== before) fail('a repeated command changed the case', real)
    tally.repeated += 1
    return false
  }
  const statusBefore = real.dossierCase.nationalStatus
  real.dossierCase = freeze(decision.dossierCase)
  real.events = [...real.events, ...decision.events]
  real.timers = decision.nextInstants
  real.given.push(command)
  model.expected = decision.events.reduce(expectNext, model.expected)
  const notices = decision.effects.filter(({ type }) => type === 'notifyApplicant').length
  if (notices !== (statusBefore === real.dossierCase.nationalStatus ? 0 : 1))
    fail('notices of a change', real)
  if (new Set(decision.effects.map(({ key }) => key)).size !== decision.effects.length)
    fail('two effects with one key', real)
  count(tally.moved, command.type)
  count(tally.statuses, real.dossierCase.nationalStatus)
  tally.years.add(real.at.slice(0, 4))
  return true
}

/** What a refusal says is allowed is what `allowed` offers to somebody. */
function checkAllowed(
  real: Real,
  listed: readonly { readonly command: string; readonly roles: readonly string[] }[],
): void {
  const { defined, dossierCase, at } = real
  for (const { command } of listed)
    if (!Object.hasOwn(commandTable, command)) fail(`allowed names ${command}`, real)
  for (const role of roles) {
    for (const command of allowed(defined, dossierCase, { actor: actorOf(role), at })) {
      const row = listed.find((one) => one.command === command)
      if (row === undefined || (row.roles.length > 0 && !row.roles.includes(role)))
        fail(`a refusal does not say that ${role} may ${command}`, real)
    }
  }
}

/** One step of a walk, as fast-check takes it. */
type WalkStep = fc.Command<Model, Real>

function stepOf(name: string, run: (model: Model, real: Real) => void): WalkStep {
  return {
    check: () => true,
    run: (model, real) => {
      run(model, real)
      checkCase(model, real)
      checkRestart(real)
    },
    toString: () => name,
  }
}

/** The commands that the chart offers now, each with an id of its own. */
function offered(real: Real): readonly CaseCommand[] {
  const { defined, dossierCase, at, timers, given } = real
  return sampleCommands({ defined, dossierCase, at, nextInstants: timers })
    .filter(({ at: moment }) => moment <= at)
    .map(({ command }) => ({ ...command, commandId: `k${given.length + 1}` }))
}

/** Tells whether a command would be taken: what brings a case on is only looked for among those. */
function wouldMove({ defined, dossierCase, at }: Real, command: CaseCommand): boolean {
  return decide(defined, dossierCase, command, { at, calendar }).kind === 'moved'
}

/** What ends a case before its result. */
const endings = /^(case\.(withdraw|stop|reject)|dossier\.refuse)$/
/** What brings it on. */
const onward =
  /^(dossier\.(submit|receive|forward)|intake\.begin|step\.complete|result\.(sign|number|issue|register|hand)|case\.archive|leg|(intake-)?supplement\.answer|duty\.settle|clock\.resume|consultation\.answer)/
const kinds = {
  onward: (type: string) => onward.test(type),
  aside: (type: string) => !onward.test(type) && !endings.test(type),
  ending: (type: string) => endings.test(type),
}

/** One of the commands offered; what is taken must have been said to be allowed. */
const giveOffered = (kind: keyof typeof kinds) =>
  fc.nat(999).map((pick) =>
    stepOf(`${kind} ${pick}`, (model, real) => {
      // Ends come seldom, or no walk would come far.
      if (kind === 'ending' && Math.floor(pick / 16) % 4 > 0) return
      const all = offered(real).filter(({ type }) => kinds[kind](type))
      const list = kind === 'onward' ? all.filter((one) => wouldMove(real, one)) : all
      // Each type is as likely as another, however many arrows it has.
      const types = [...new Set(list.map(({ type }) => type))]
      const same = list.filter(({ type }) => type === types[pick % Math.max(1, types.length)])
      const command = same[Math.floor(pick / 7) % Math.max(1, same.length)]
      if (command === undefined) return
      const { defined, dossierCase, at } = real
      const said = allowed(defined, dossierCase, { actor: command.actor, at })
      if (give(model, real, command) && !said.includes(command.type))
        fail(`${command.type} was taken and not said to be allowed`, real)
    }),
  )

/** A command of another moment, or by another person. */
const giveMisplaced = fc
  .record({ pick: fc.nat(999), role: fc.constantFrom(...roles) })
  .map(({ pick, role }) =>
    stepOf(`misplaced ${pick} by ${role}`, (model, real) => {
      const list = [...real.given, ...offered(real)]
      const found = list[pick % Math.max(1, list.length)]
      if (found === undefined) return
      give(model, real, { ...found, commandId: `k${real.given.length + 1}`, actor: actorOf(role) })
    }),
  )

/** What is no command of this case: unknown, malformed, with wrong data. */
const giveNonsense = fc
  .record({
    type: fc.oneof(fc.constantFrom(...Object.keys(commandTable)), fc.string({ maxLength: 12 })),
    data: fc.dictionary(fc.string({ maxLength: 8 }), fc.jsonValue({ maxDepth: 1 }), { maxKeys: 3 }),
    role: fc.constantFrom(...roles),
  })
  .map(({ type, data, role }) =>
    stepOf(`nonsense ${type}`, (model, real) => {
      const commandId = `k${real.given.length + 1}`
      const { caseId } = real.dossierCase
      give(model, real, { caseId, type: type as CaseCommand['type'], commandId, actor: actorOf(role), data })
    }),
  )

/** A command that was taken before, once more. */
const giveAgain = fc.nat(999).map((pick) =>
  stepOf(`again ${pick}`, (model, real) => {
    const command = real.given[pick % Math.max(1, real.given.length)]
    if (command && give(model, real, command)) fail('a repeated command moved', real)
  }),
)

/** Somebody acts for the approver under a delegation. */
const giveForAnother = fc.nat(999).map((pick) =>
  stepOf(`on behalf ${pick}`, (model, real) => {
    const list = offered(real).filter(({ actor }) => actor.roles.includes('approver'))
    const command = list[pick % Math.max(1, list.length)]
    if (command === undefined) return
    const { facts } = real.dossierCase
    const actor = { ...actorOf('officer'), onBehalfOf: 'u-approver' }
    const isDelegated = facts.delegations.some(({ to }) => to === actor.id)
    if (give(model, real, { ...command, actor }) && !isDelegated) fail('acted without a delegation', real)
  }),
)

/** Time passes; what is due meanwhile is fired in order, and must be taken. */
const wait = fc
  .oneof(fc.integer({ min: 1, max: 600 }), fc.integer({ min: 600, max: 60 * 24 * 12 }))
  .map((minutes) =>
    stepOf(`wait ${minutes}`, (model, real) => {
      const until = fromEpochMs(toEpochMs(real.at) + minutes * 60_000)
      for (let due = real.timers[0]; due && due.at <= until; due = real.timers[0]) {
        if (due.at > real.at) real.at = due.at
        const { caseId } = real.dossierCase
        const command = {
          caseId,
          type: due.command,
          commandId: due.key,
          actor: actorOf('system'),
          data: due.data,
        }
        if (!give(model, real, command)) fail(`the timer ${due.key} was refused`, real)
        real.tally.timers += 1
      }
      real.at = until
    }),
  )

/** The next version of a process, which is the same but for its number. */
const versions = new Map<string, DefinedProcess>()
function nextVersion(defined: DefinedProcess): DefinedProcess {
  const version = String(Number(defined.definition.version) + 1)
  const name = `${defined.definition.id}@${version}`
  const made = versions.get(name) ?? defineProcess({ ...defined.definition, version })
  versions.set(name, made)
  return made
}

/** The case goes on under a new version. */
const migrate = fc.constant(undefined).map(() =>
  stepOf('migrate', (model, real) => {
    const next = nextVersion(real.defined)
    const { caseId } = real.dossierCase
    const command = {
      caseId,
      type: 'process.migrate',
      commandId: `k${real.given.length + 1}`,
      actor: actorOf('administrator'),
      data: { stateMap: {} },
    } as const
    if (!give(model, real, command, next)) return
    real.earlier.push(real.defined)
    real.defined = next
    real.tally.migrations += 1
  }),
)

/** Opens the case of a walk. */
function begin(defined: DefinedProcess, start: Start, tally: Tally): { model: Model; real: Real } {
  const { at, channel } = start
  const variants = defined.definition.cases ?? []
  const variant = variants[start.variant % Math.max(1, variants.length)]?.id
  const command: CaseCommand = {
    caseId: 'walk',
    type: 'case.open',
    commandId: 'k0',
    actor: actorOf('applicant'),
    data: { ...openingData, channel, ...(variant === undefined ? {} : { variant }) },
  }
  const decision = decide(asInForce(defined, at), undefined, command, { at, calendar })
  if (decision.kind === 'refused') throw new Error(decision.message.en)
  const { dossierCase, events, nextInstants: timers } = decision
  tally.walks += 1
  return {
    model: { expected: events.reduce(expectNext, nothingYet) },
    real: { defined, earlier: [], dossierCase, events, timers, at, given: [command], tally },
  }
}

interface Start {
  readonly at: Instant
  readonly channel: string
  readonly variant: number
}

/** Any minute from the day on which NĐ 61/2018 came into force to the summer of 2026: walks last some months. */
const starts: fc.Arbitrary<Start> = fc.record({
  at: fc
    .integer({ min: toEpochMs(instant('2018-06-21T00:00')), max: toEpochMs(instant('2026-07-01T00:00')) })
    .map((ms) => fromEpochMs(ms - (ms % 60_000))),
  channel: fc.constantFrom('direct', 'online', 'post'),
  variant: fc.nat(5),
})

/**
 * Walks a process at random and checks after every command that all of it holds.
 *
 * @throws with the shortest walk found on which something does not hold.
 */
export function walkAtRandom(
  defined: DefinedProcess,
  options: {
    readonly numRuns: number
    readonly maxCommands: number
    readonly tally: Tally
    readonly seed?: number
  },
): void {
  const { numRuns, maxCommands, tally, seed } = options
  const onward = giveOffered('onward')
  const aside = giveOffered('aside')
  const steps = [
    ...Array.from({ length: 8 }, () => onward),
    ...Array.from({ length: 5 }, () => aside),
    giveOffered('ending'),
    wait,
    giveMisplaced,
    giveNonsense,
    giveAgain,
    giveForAnother,
    wait,
    migrate,
  ]
  const property = fc.property(
    starts,
    fc.commands(steps, { maxCommands, size: 'max' }),
    (start, commands) => {
      const walk = begin(defined, start, tally)
      fc.modelRun(() => walk, commands)
      if (walk.model.expected.phase === 'closed') tally.closed += 1
    },
  )
  fc.assert(property, { numRuns, ...(seed === undefined ? {} : { seed }) })
}

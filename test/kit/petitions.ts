/** Petitions for tests: data that fit every command, and all paths walked. */
import { fromEpochMs, instant, toEpochMs } from '../../src/date.ts'
import {
  compilePetitions,
  decidePetition,
  type PetitionCase,
  type PetitionCommandType,
  type PetitionEvent,
  petitionCommands,
  replayPetition,
} from '../../src/procedure/petition/index.ts'
import { actorOf, anyHash, calendar } from './procedure-walk.ts'

/** Data of every command, made up. */
export const samplePetitionData: Readonly<Record<PetitionCommandType, Readonly<Record<string, unknown>>>> = {
  'petition.send': { contentHash: anyHash },
  'petition.classify': { kind: 'conduct' },
  'petition.refuse': { reason: 'Không rõ nội dung' },
  'petition.ask': { request: 'Nêu rõ thời gian, địa điểm' },
  'petition.supplement': { contentHash: anyHash },
  'petition.transfer': { agency: 'H26.02', reason: 'Không thuộc thẩm quyền' },
  'petition.settle': { answerHash: anyHash },
  'petition.publish': { place: 'Cổng thông tin' },
  'petition.warn': { promise: 'refuse', dueAt: '2026-09-04T17:00:00.000+07:00' },
  'petition.rate': { satisfied: true },
  'petition.re-open': { reason: 'Chưa thỏa đáng' },
}

interface Visit {
  readonly petition: PetitionCase
  readonly events: readonly PetitionEvent[]
}

/**
 * Walks every command from every state, re-opening once; each petition is rebuilt from its events.
 *
 * @throws where a petition differs from the one rebuilt, or a state has no way to an end.
 */
export function walkPetitions(): { situations: number; arrows: number; ends: ReadonlySet<string> } {
  const tables = compilePetitions()
  const keyOf = ({ state, reopened, agency, kind }: PetitionCase): string =>
    `${state} ${reopened} ${agency} ${kind}`
  const seen = new Map<string, Visit>()
  const back = new Map<string, string[]>()
  const todo: (Visit | undefined)[] = [undefined]
  let arrows = 0
  for (const visit of todo) {
    for (const type of Object.keys(petitionCommands) as PetitionCommandType[]) {
      if (type === 'petition.re-open' && (visit?.petition.reopened ?? 0) > 0) continue
      const last = visit?.events.at(-1)?.at ?? instant('2026-08-28T09:00')
      const at = fromEpochMs(toEpochMs(last) + 6 * 60 * 60_000)
      const actor = actorOf(petitionCommands[type].roles[0])
      const commandId = `k${visit?.events.length ?? 0}`
      const command = { caseId: 'PA-1', type, commandId, actor, data: samplePetitionData[type] }
      const decision = decidePetition(visit?.petition, command, { at, calendar, tables })
      if (decision.kind === 'refused') continue
      arrows += 1
      const { petition } = decision
      const events = [...(visit?.events ?? []), ...decision.events]
      if (JSON.stringify(replayPetition(JSON.parse(JSON.stringify(events)))) !== JSON.stringify(petition))
        throw new Error(`replay differs after ${type}`)
      const key = keyOf(petition)
      if (visit) back.set(key, [...(back.get(key) ?? []), keyOf(visit.petition)])
      if (seen.has(key)) continue
      seen.set(key, { petition, events })
      todo.push({ petition, events })
    }
  }
  const isFinal = (state: string): boolean => (tables.find([state])?.commands() ?? []).length === 0
  const ends = [...seen].filter(([, { petition }]) => isFinal(petition.state))
  const leading = new Set(ends.map(([key]) => key))
  for (const key of leading) for (const before of back.get(key) ?? []) leading.add(before)
  if (leading.size !== seen.size) throw new Error('a petition from which no way leads to an end')
  return { situations: seen.size, arrows, ends: new Set(ends.map(([, { petition }]) => petition.state)) }
}

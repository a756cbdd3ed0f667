import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { eraseEvent, sealEvents } from '../../../src/dossier/history/chain.ts'
import { historyFindings, verifyHistory } from '../../../src/dossier/history/verify.ts'
import { countingBytes, sealedCase, smallCase } from '../../kit/cases.ts'

const codesOf = (events: readonly unknown[], head?: string): string[] =>
  verifyHistory(events, { head }).map(
    ({ code, place }) => `${code.slice('dossier/history-'.length)} ${place}`,
  )

/** A deep copy in which the value at `path` is another one. */
function tamper(events: readonly unknown[], path: readonly (string | number)[], value: unknown): unknown[] {
  // JSON, because a structured clone keeps the one actor shared by all events.
  const copy = JSON.parse(JSON.stringify(events)) as unknown[]
  let parent = copy as unknown as Record<string | number, unknown>
  for (const key of path.slice(0, -1)) parent = parent[key] as Record<string | number, unknown>
  parent[path.at(-1) as string] = value
  return copy
}

describe('what it gives', () => {
  it('finds nothing in a history that is whole', () => {
    expect(verifyHistory(sealedCase())).toEqual([])
  })
  it('finds nothing after the history went through JSON', () => {
    expect(verifyHistory(JSON.parse(JSON.stringify(sealedCase())))).toEqual([])
  })
  it('reports erased personal data as information only', () => {
    const erased = sealedCase().map((event) => eraseEvent(event))
    expect(verifyHistory(erased).map(({ code, severity }) => [code, severity])).toEqual([
      ['dossier/history-erased', 'info'],
    ])
  })
  it('says every finding in both languages', () => {
    for (const words of Object.values(historyFindings)) expect([words.vi, words.en]).not.toContain('')
  })
})

describe('what it refuses', () => {
  it.each([
    ['another status', [1, 'data', 'nationalStatus'], 2, ['altered events[1]']],
    ['another actor', [0, 'actor', 'id'], 'cb-02', ['altered events[0]']],
    ['another moment', [2, 'at'], '2026-08-28T15:23:00.000+07:00', ['altered events[2]']],
    ['another name', [1, 'personal', 'applicant'], 'Trần Thị Mẫu', ['personal-altered events[1]']],
    ['a salt that is gone alone', [1, 'salt'], undefined, ['personal-altered events[1]']],
    [
      'a hash of personal data that is gone',
      [1, 'personalHash'],
      undefined,
      ['altered events[1]', 'personal-altered events[1]'],
    ],
    ['an unknown kind of event', [1, 'type'], 'dossier.vanished', ['malformed events[1]']],
    ['a field of its own', [1, 'data', 'extra'], 1, ['malformed events[1]']],
  ] as const)('finds %s', (_, path, value, expected) => {
    expect(codesOf(tamper(sealedCase(), path, value))).toEqual(expected)
  })
  it('finds an event that was taken out', () => {
    const [first, , third] = sealedCase()
    expect(codesOf([first, third])).toEqual(['broken-link events[1]', 'gap events[1]'])
  })
  it('finds events in another order', () => {
    const [first, second, third] = sealedCase()
    expect(codesOf([first, third, second])).toContain('broken-link events[1]')
  })
  it('finds an event of another case', () => {
    const [opened, ...rest] = smallCase
    const mixed = [opened, ...rest.map((event) => ({ ...event, caseId: 'case-2' }))] as typeof smallCase
    expect(codesOf(sealEvents(mixed, { randomBytes: countingBytes() }))).toEqual(['mixed events[1]'])
  })
  it('finds a history that does not start by opening the case', () => {
    const late = smallCase.slice(1).map((event, index) => ({ ...event, seq: index + 1 })) as typeof smallCase
    expect(codesOf(sealEvents(late, { randomBytes: countingBytes() }))).toEqual(['not-opened events[0]'])
  })
  it('finds a cut-off end where the head is known', () => {
    const events = sealedCase()
    expect(codesOf(events.slice(0, 2), events[2]?.hash)).toEqual(['truncated events[1]'])
    expect(codesOf(events, events[2]?.hash)).toEqual([])
    expect(codesOf([], events[2]?.hash)).toEqual(['truncated events[0]'])
  })
  it('warns of an event that is earlier than the one before', () => {
    const [opened, submitted, ...rest] = smallCase
    const swapped = [{ ...opened, at: submitted?.at }, { ...submitted, at: opened?.at }, ...rest]
    const events = sealEvents(swapped as typeof smallCase, { randomBytes: countingBytes() })
    expect(verifyHistory(events).map(({ code, severity }) => [code, severity])).toEqual([
      ['dossier/history-time-reversed', 'warning'],
    ])
  })
})

describe('edges', () => {
  it('has nothing to say of an empty history', () => {
    expect(verifyHistory([])).toEqual([])
  })
  it('never throws, whatever it is given', () => {
    fc.assert(fc.property(fc.array(fc.anything()), (events) => Array.isArray(verifyHistory(events))))
  })
  it('finds any single change of any text or number', () => {
    const events = sealedCase()
    const leaves: (string | number)[][] = []
    const collect = (value: unknown, path: (string | number)[]): void => {
      if (typeof value !== 'object' || value === null) leaves.push(path)
      else for (const [key, member] of Object.entries(value)) collect(member, [...path, key])
    }
    collect(events, [])
    for (const path of leaves) {
      const value = path.reduce<unknown>((at, key) => (at as Record<string, unknown>)[key], events)
      const other = typeof value === 'number' ? value + 1 : typeof value === 'boolean' ? !value : `${value}x`
      expect(verifyHistory(tamper(events, path, other)), path.join('.')).not.toEqual([])
    }
  })
})

describe('what it must not touch', () => {
  it('leaves the events as they were', () => {
    const events = sealedCase()
    const before = structuredClone(events)
    verifyHistory(events)
    expect(events).toEqual(before)
  })
})

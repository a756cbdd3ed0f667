import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { caseEventData } from '../../../src/dossier/history/event-data.ts'
import { closedLists } from '../../../src/dossier/lists.ts'
import { padesLevels, signingModes } from '../../../src/pades/index.ts'

const contracts = readFileSync(new URL('../../../docs/contracts.md', import.meta.url), 'utf8')
const rows = contracts
  .slice(contracts.indexOf('| Command | Event(s)'))
  .split('\n')
  .filter((line) => /^\| `[a-z-]+\./.test(line))
  .map((line) => line.split('|').map((cell) => cell.trim()))

describe('words that belong to another room', () => {
  const { mode, signatureLevel } = caseEventData['result.signed'].shape
  it('lists the signing modes of pades, in its order', () => {
    expect(mode.options).toEqual(Object.keys(signingModes))
  })
  it('lists the signature levels of pades, in its order', () => {
    expect(signatureLevel.unwrap().options).toEqual(padesLevels)
  })
})

describe('the table of events', () => {
  it('has exactly the events of the contracts', () => {
    const named = rows.flatMap(([, , events]) => [...(events ?? '').matchAll(/`([a-z-]+\.[a-z-]+)\??`/g)])
    const types = new Set(named.map(([, type]) => type as string))
    expect(types.size).toBeGreaterThan(45)
    expect([...types].sort()).toEqual(Object.keys(caseEventData).sort())
  })
  it.each(rows.map(([, command, events, data]) => [command, events, data] as const))(
    'records for %s what the contracts say',
    (_, events, data) => {
      const type = (events ?? '').match(/`([a-z-]+\.[a-z-]+)`/)?.[1] as keyof typeof caseEventData
      // What stands in brackets or braces after a name explains it.
      const plain = (data ?? '').replace(/\s*(\([^)]*\)|\{[^}]*\})/g, (text) =>
        text.includes('hash') ? '' : '',
      )
      const named = [...plain.matchAll(/`(\w+)(\??)[^`]*`/g)].map(
        ([, name, optional]) => `${name}${optional}`,
      )
      const shape: Record<string, { isOptional(): boolean }> = { ...caseEventData[type].shape }
      const { states, nationalStatus, ...own } = shape
      expect(states?.isOptional()).toBe(false)
      expect(nationalStatus?.isOptional()).toBe(false)
      expect(
        Object.entries(own)
          .map(([name, field]) => `${name}${field.isOptional() ? '?' : ''}`)
          .sort(),
      ).toEqual(named.sort())
    },
  )
})

describe('the closed lists', () => {
  const listed = (name: string): string[] => {
    const row = contracts.split('\n').find((line) => line.startsWith(`| ${name} |`))
    return [...(row?.split('|')[2] ?? '').matchAll(/`([^`]+)`/g)].map(([, member]) => member as string)
  }
  it.each([
    ['channels', 'channels'],
    ['service levels', 'serviceLevels'],
    ['reasons for a partial service', 'partialServiceReasons'],
    ['digitised states of a paper', 'digitisedStates'],
    ['kinds of applicant', 'applicantKinds'],
    ['causes of an appointment', 'appointmentCauses'],
    ['roles', 'roles'],
  ] as const)('has the members of "%s" in the contracts', (name, list) => {
    expect(listed(name).length).toBeGreaterThan(2)
    expect(Object.keys(closedLists[list])).toEqual(listed(name))
  })
  it('has the ten statuses of the national portal', () => {
    expect(Object.keys(closedLists.nationalStatuses).map(Number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10])
  })
  it('names every member of every list in both languages', () => {
    for (const list of Object.values(closedLists)) {
      for (const words of Object.values(list)) {
        expect(words.vi.normalize('NFC')).toBe(words.vi)
        expect([words.vi, words.en]).not.toContain('')
      }
    }
  })
})

import { describe, expect, it } from 'vitest'
import { nationalStatus, registerCopies, replay } from '../../src/procedure/index.ts'
import {
  courseCommands,
  exploreProcess,
  findTraps,
  generatePaths,
  isOver,
} from '../../src/procedure/testing/index.ts'
import { calendar } from '../kit/procedure-walk.ts'
import { everything } from '../kit/processes.ts'

/** Which status may follow which: regulation of the national portal, and withdrawing at any time before the end. */
const mayFollow: Readonly<Record<number, readonly number[]>> = {
  1: [1, 2, 3, 7],
  2: [2, 4, 5, 6, 7, 8],
  4: [4, 5, 6, 7, 8, 9],
  5: [2, 4, 5, 7, 8],
  6: [2, 4, 6, 7, 8],
  9: [9, 10],
  10: [10],
}

const processes = [registerCopies, everything]

describe.each(processes)('$definition.id', (defined) => {
  // Side work is walked apart from the course, or situations would multiply; the soak walks them together.
  const side = /^(consultation|clock|duty|term|appointment|intake-s|step\.return)/
  const commands = courseCommands.filter(
    (type) => !side.test(type) && (defined === everything || !/^leg/.test(type)),
  )
  const options = { calendar, commands: (type: string) => commands.some((one) => one === type) }
  const exploration = exploreProcess(defined, options)
  const paths = generatePaths(defined, options)

  it('has paths, and each ends in a final state', () => {
    expect(paths.length).toBeGreaterThan(10)
    expect(paths.filter(({ end }) => !isOver(end)).length).toBe(0)
    expect(findTraps(exploration)).toEqual([])
  })
  it('gives the same case from the events of each path, byte for byte', () => {
    for (const { events, end } of paths) {
      if (JSON.stringify(replay(defined, events)) !== JSON.stringify(end))
        expect.fail(JSON.stringify(events.at(-1)))
    }
  })
  it('has one national status in every configuration, and only changes it as the portal allows', () => {
    for (const { events } of paths) {
      let before = 1
      for (const { data } of events) {
        expect(mayFollow[before] ?? [before], `${before} → ${data.nationalStatus}`).toContain(
          data.nationalStatus,
        )
        before = data.nationalStatus
      }
    }
    for (const { dossierCase } of exploration.situations.values()) {
      if (nationalStatus(dossierCase.configuration) !== dossierCase.nationalStatus)
        expect.fail(dossierCase.configuration.join())
    }
  })
  it('keeps the clock in step with the case on each path', () => {
    for (const { end, events } of paths) {
      const open = end.facts.standstills.filter(({ toAt }) => toAt === undefined)
      expect(open).toEqual([])
      expect(end.configuration).toContain('clock.stopped')
      const promises = events.filter(({ type }) => type === 'appointment.set')
      expect(promises.length > 0).toBe(end.facts.receivedAt !== undefined)
    }
  })
})

describe('edges', () => {
  const filters: Readonly<Record<string, RegExp>> = {
    'digitisation at every moment':
      /^(paper|dossier\.(submit|receive|forward)|intake\.begin|step\.complete|result|case\.archive)/,
    'payments and refunds': /^(payment|dossier\.(submit|receive)|intake\.begin|case\.withdraw)/,
    'delegation, assignment, recall and correction':
      /^(authority|step|case\.correct|dossier\.(submit|receive|forward)|intake\.begin|result\.sign|case\.withdraw)/,
    'consultations and standstills':
      /^(consultation|clock|duty|dossier\.(submit|receive|forward)|intake\.begin|step\.complete|case\.stop)/,
    'warnings of every kind':
      /^(deadline|dossier\.(submit|receive|forward)|intake\.begin|step\.complete|case\.stop)/,
    'extension and re-appointment':
      /^(term|appointment|supplement|dossier\.(submit|receive|forward)|intake\.begin|case\.stop)/,
    'post and interlinked legs': /^(post|leg|dossier\.(submit|receive|forward)|intake\.begin|case\.stop)/,
  }
  it.each(Object.entries(filters))('replays every path of %s', (_name, filter) => {
    const options = { calendar, commands: (type: string) => filter.test(type), limit: 150 }
    const exploration = exploreProcess(everything, options)
    expect(exploration.passages.length).toBeGreaterThan(20)
    for (const { events, dossierCase } of exploration.situations.values()) {
      if (JSON.stringify(replay(everything, events)) !== JSON.stringify(dossierCase)) {
        expect.fail(JSON.stringify(events.at(-1)))
      }
    }
  })
})

import { describe, expect, it } from 'vitest'
import { commandTable, registerCopies, replay } from '../../src/procedure/index.ts'
import { courseCommands, exploreProcess } from '../../src/procedure/testing/index.ts'
import { groups, walkCrossing, walkGroup, way } from '../kit/crossed-groups.ts'
import { calendar } from '../kit/procedure-walk.ts'
import { everything } from '../kit/processes.ts'
import { walkPaths } from '../kit/walked-paths.ts'

const processes = [registerCopies, everything]

describe.each(processes)('$definition.id', (defined) => {
  it('is walked on every path: each ends in a final state, with one status and one clock, and is replayed', () => {
    // Side work is walked apart from the course, or situations would multiply; the soak walks them together.
    const side = /^(consultation|clock|duty|term|appointment|intake-s|step\.return)/
    const isOfCourse = (type: string) => courseCommands.some((one) => one === type) && !side.test(type)
    const commands = (type: string) => isOfCourse(type) && (defined === everything || !/^leg/.test(type))
    const { paths, isCut } = walkPaths(defined, { calendar, commands })
    expect(isCut).toBe(false)
    expect(paths).toBeGreaterThan(10)
  })
})

describe('what it must not touch', () => {
  it('walks a group by itself and two groups together, every two arrows in a row, as the soak does in full', () => {
    const walked = new Set<string>()
    const alone = walkGroup(registerCopies, 'terms', { walked, limit: 2000 })
    const crossed = walkCrossing(registerCopies, ['terms', 'payments'], { walked, limit: 2000 })
    expect(alone.paths).toBeGreaterThan(50)
    expect(crossed.paths).toBeGreaterThan(5)
    expect([...walked]).toEqual(expect.arrayContaining(['term.extend working-days > payment.request']))
  })
  it('puts every command on the way or into exactly one group', () => {
    const beside = Object.keys(commandTable).filter((type) => !/^(case\.open|process)/.test(type))
    for (const type of beside) {
      const owners = Object.values(groups).filter((group) => group.test(type))
      expect(owners.length + (way.test(type) ? 1 : 0), type).toBe(1)
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

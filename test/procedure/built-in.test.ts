import { describe, expect, it } from 'vitest'
import {
  defineBirthCard2015,
  defineBirthGroup,
  defineBirthResidenceCard2015,
  defineLandAndTax,
  listBuiltInProcesses,
} from '../../src/procedure/built-in/index.ts'
import { courseCommands, generatePaths } from '../../src/procedure/testing/index.ts'
import { calendar } from '../kit/procedure-walk.ts'
import { inventedCodes } from '../kit/processes.ts'
import { walkPaths } from '../kit/walked-paths.ts'

/** The course without what multiplies situations: pauses, extensions, ways back, stops at every step. */
const main = /^(dossier|intake\.begin|step\.complete|supplement|result|case\.(archive|reject)|leg)/
const commands = (type: string) => courseCommands.some((one) => one === type) && main.test(type)

const birthResidenceCard2015 = defineBirthResidenceCard2015(inventedCodes)
const birthCard2015 = defineBirthCard2015(inventedCodes)
const landAndTax =
  defineLandAndTax({ procedure: inventedCodes.tax }) ?? expect.fail('the record of land and tax')
const builtIn = [
  ...listBuiltInProcesses().map(({ process: defined }) => defined),
  birthResidenceCard2015,
  birthCard2015,
  landAndTax,
]

describe('what it gives', () => {
  it('lists the published processes; the inconsistent one stays as published, with its finding', () => {
    const all = listBuiltInProcesses()
    expect(all.length).toBeGreaterThan(7)
    const wrong = all.filter(({ findings }) => findings.some(({ severity }) => severity === 'error'))
    expect(wrong.map(({ recordId }) => recordId)).toEqual(['TTHC-TINH-04'])
  })
  it.each(builtIn.map((defined) => [defined.definition.id, defined] as const))(
    'walks every path of %s to a final state and back from its events',
    (_id, defined) => {
      const { paths, isCut } = walkPaths(defined, { calendar, commands })
      expect(isCut).toBe(false)
      expect(paths).toBeGreaterThan(5)
    },
  )
  it('gives each leg its own due date, and lets the failure of one undo nothing', () => {
    const paths = generatePaths(birthResidenceCard2015, { calendar, commands })
    const both = paths.find(
      ({ events }) =>
        events.some(({ type }) => type === 'result.issued') &&
        events.some((event) => event.type === 'leg.finished' && event.data.outcome === 'refused'),
    )
    const started = (both ?? expect.fail('a path with a refused leg')).events.flatMap((event) =>
      event.type === 'leg.started' ? [event.data] : [],
    )
    expect(new Set(started.map(({ leg }) => leg))).toEqual(new Set(['residence', 'card']))
    expect(started.every(({ dueAt }) => dueAt > '2026-09')).toBe(true)
    expect(both?.end.nationalStatus).toBe(10)
  })
  it('takes newer terms as configuration', () => {
    const group = defineBirthGroup({
      id: 'moi',
      title: 'Nhóm khai sinh',
      source: 'cấu hình',
      card: { procedure: inventedCodes.card, term: { kind: 'working-days', amount: 2 } },
      whole: { kind: 'working-days', amount: 5 },
    })
    expect(group.definition.legs?.map(({ id }) => id)).toEqual(['card'])
  })
})

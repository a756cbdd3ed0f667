import type { DefinedProcess } from '../../src/procedure/index.ts'
import { type CommandType, commandTable, type DossierCase } from '../../src/procedure/index.ts'
import { courseCommands } from '../../src/procedure/testing/index.ts'
import { calendar } from '../kit/procedure-walk.ts'
import { strict, walkedProcesses } from '../kit/processes.ts'
import { countPaths, type PathFigures, walkPaths } from '../kit/walked-paths.ts'

/** More situations than this are walked in groups of commands. */
const LIMIT = 4_000

/** The way through, with what may end it. */
const main = /^(dossier|intake\.begin|step\.complete|result|case\.(archive|reject|stop|withdraw))/
const line = /^(dossier\.(submit|receive|forward)|intake\.begin|step\.complete|result|case\.(archive|stop))/

/** What is walked beside the way through, a group at a time. */
const groups: readonly (readonly [name: string, RegExp, way: RegExp])[] = [
  ['endings and legs', /^leg/, main],
  ['supplements', /^(intake-)?supplement/, main],
  ['duties', /^duty/, main],
  ['pauses', /^clock/, main],
  ['consultations', /^consultation/, main],
  ['extension and re-appointment', /^(term|appointment)/, main],
  ['returns', /^step\.return/, line],
  ['recalls and assignments', /^step\.(recall|assign)/, line],
  ['corrections', /^case\.correct/, line],
  ['delegation', /^authority/, line],
  ['payments', /^payment/, line],
  ['digitisation', /^paper/, line],
  ['post', /^post/, line],
  ['edits, notes, satisfaction', /^(dossier\.edit|note|satisfaction)/, line],
]

/** What could be repeated for ever, is bounded: one delegation, two payments. */
function isBounded(type: CommandType, { facts }: DossierCase): boolean {
  if (type === 'authority.delegate') return facts.delegations.length === 0
  return type !== 'payment.request' || Object.keys(facts.payments).length < 2
}

/** Whether the legs have to be walked for the result to be issued. */
function needsLegs({ definition }: DefinedProcess): boolean {
  return (definition.legs ?? []).some(({ isMandatory }) => isMandatory !== false)
}

function say(name: string, { situations, arrows, paths, isCut }: PathFigures): void {
  const cut = isCut ? ', cut at the limit' : ''
  console.log(`  ${name}: situations ${situations}, arrows ${arrows}, paths ${paths}${cut}`)
}

/** Walks every path of one process; the groups of what multiplies apart. */
function walkProcess(defined: DefinedProcess, seen: Set<string>): void {
  const { id } = defined.definition
  console.log(id)
  const all = (type: CommandType) => courseCommands.includes(type)
  const isSmall = !countPaths(defined, { calendar, commands: all, limit: LIMIT }).isCut
  if (isSmall) {
    say(
      'everything that changes its course, together',
      walkPaths(defined, { calendar, commands: all, limit: LIMIT }),
    )
    for (const type of courseCommands) seen.add(type)
  }
  for (const [name, group, way] of groups) {
    const types = Object.keys(commandTable).filter((type) => group.test(type))
    // What was walked together need not be walked apart.
    if (isSmall && types.every((type) => courseCommands.some((one) => one === type))) continue
    const legs = needsLegs(defined) ? /^leg/ : /^$/
    // From the widest to the narrowest: with what may end the case, on the straight way, and without the legs.
    const widths = [way, line, line].map((base, index) => {
      const isBeside = (type: string): boolean => group.test(type) || (index < 2 && legs.test(type))
      return (type: CommandType, dossierCase: DossierCase) =>
        (base.test(type) || isBeside(type)) && isBounded(type, dossierCase)
    })
    const options = widths
      .map((commands) => ({ calendar, commands, limit: LIMIT }))
      .find((one) => !countPaths(defined, one).isCut)
    if (options === undefined) throw new Error(`${id}: ${name} is too wide`)
    say(name, walkPaths(defined, options))
    for (const type of types) seen.add(type)
  }
}

/**
 * Generates and walks all paths of every built-in process: each ends in a final state, with one status and one clock,
 * and its events give the same case.
 */
export async function run(): Promise<void> {
  const seen = new Set<string>()
  for (const defined of walkedProcesses().filter((one) => one !== strict)) walkProcess(defined, seen)
  const never = Object.keys(commandTable).filter(
    (type) => !seen.has(type) && !/^(case\.open|process)/.test(type),
  )
  console.log(`\ncommands never walked: ${never.filter((type) => !main.test(type)).join(', ') || '(none)'}`)
}

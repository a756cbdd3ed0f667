/** Every built-in process in bounded groups of commands: which are walked, alone and two at a time. */
import type { CommandType, DefinedProcess, DossierCase } from '../../src/procedure/index.ts'
import {
  type ExploreOptions,
  exploreProcess,
  generatePairPaths,
  generatePaths,
  type PathOptions,
  type ProcessPath,
  pairsOn,
} from '../../src/procedure/testing/index.ts'
import { calendar } from './procedure-walk.ts'
import { checkPath, checkSituations } from './walked-paths.ts'

/** The way through, with everything that may end it. */
export const way =
  /^(dossier\.(submit|receive|forward|refuse)|intake\.begin|step\.complete|result|case\.(archive|reject|stop|withdraw))/
/** The same with one end before the last. */
const line = /^(dossier\.(submit|receive|forward)|intake\.begin|step\.complete|result|case\.(archive|stop))/

/** What happens beside the way; every command but those of the way is in exactly one of them. */
export const groups: Readonly<Record<string, RegExp>> = {
  standstills: /^((intake-)?supplement|duty|clock|consultation)\./,
  terms: /^(term|appointment)\./,
  rework: /^(step\.(return|recall|assign)|case\.correct|authority\.)/,
  payments: /^payment\./,
  digitisation: /^paper\./,
  warnings: /^deadline\./,
  additions: /^(post|note|satisfaction|dossier\.edit)/,
  legs: /^leg\./,
}

/** What closes something that was opened is always admitted, or there would be no way out. */
const closing = /\.(answer|expire|settle|resume|revoke|record|refund|finish)$/

/** How often something may be begun on one path, alone and beside another group. */
function mayBegin(type: CommandType, { facts }: DossierCase, most: number): boolean {
  if (closing.test(type)) return true
  switch (type.split('.')[0]) {
    case 'authority':
      return facts.delegations.length === 0
    case 'payment':
      return Object.keys(facts.payments).length < most
    case 'paper':
      return facts.moments.length < most
    case 'deadline':
      return facts.warned.length < most
    default:
      return true
  }
}

/** What was walked of a group, or of two. */
export interface GroupFigures {
  readonly situations: number
  readonly arrows: number
  readonly paths: number
}

/** The filter of some groups beside the way. */
function optionsOf(defined: DefinedProcess, names: readonly string[], limit: number): ExploreOptions {
  const isCrossed = names.length > 1
  const base = isCrossed ? line : way
  const needsLegs = (defined.definition.legs ?? []).some(({ isMandatory }) => isMandatory !== false)
  const areLegsLast = needsLegs && isCrossed && !names.includes('legs')
  const commands = (type: CommandType, dossierCase: DossierCase): boolean => {
    if (base.test(type)) return true
    // Beside two other groups the legs come last; with each of them alone they are walked in between, too.
    if (areLegsLast && type === 'leg.start') {
      return dossierCase.configuration.includes('handling.result.issuing')
    }
    if (needsLegs && /^leg\./.test(type)) return true
    if (!names.some((name) => groups[name]?.test(type))) return false
    if (areLegsLast && !closing.test(type) && Object.keys(dossierCase.facts.legs).length > 0) return false
    return mayBegin(type, dossierCase, isCrossed || needsLegs ? 1 : 2)
  }
  return { calendar, commands, limit }
}

/** Walks a group by itself: every arrow between its situations is on a path. */
export function walkGroup(
  defined: DefinedProcess,
  name: string,
  { walked, limit }: { readonly walked: Set<string>; readonly limit: number },
): GroupFigures {
  const { paths, ...figures } = walk(defined, optionsOf(defined, [name], limit), (options) =>
    generatePaths(defined, options),
  )
  for (const path of paths) for (const pair of pairsOn(path)) walked.add(pair)
  return { ...figures, paths: paths.length }
}

/** Walks two groups together: every two arrows that can follow one another do so on a path. */
export function walkCrossing(
  defined: DefinedProcess,
  names: readonly string[],
  { walked, limit }: { readonly walked: Set<string>; readonly limit: number },
): GroupFigures {
  const { paths, ...figures } = walk(defined, optionsOf(defined, names, limit), (options) =>
    generatePairPaths(defined, options, walked),
  )
  for (const path of paths) for (const pair of pairsOn(path)) walked.add(pair)
  return { ...figures, paths: paths.length }
}

/** Explores once, checks every situation, then every path. */
function walk(
  defined: DefinedProcess,
  options: ExploreOptions,
  generate: (options: PathOptions) => readonly ProcessPath[],
) {
  const exploration = exploreProcess(defined, options)
  checkSituations(exploration)
  const paths = generate({ ...options, exploration })
  for (const path of paths) checkPath(defined, path)
  return { situations: exploration.situations.size, arrows: exploration.passages.length, paths }
}

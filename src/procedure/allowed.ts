/**
 * What may be done on a case now, and by whom.
 *
 * @module
 */
import { dateOfInstant, type Instant } from '../date.ts'
import { checks, type Question } from './case/checks.ts'
import { type DossierCase, emptyFacts } from './case/facts.ts'
import { hasRole, isPossible } from './case/permit.ts'
import type { Configuration } from './chart/compile-chart.ts'
import { type CaseCommand, commandTable } from './commands.ts'
import type { DefinedProcess } from './define.ts'
import { configurationOf } from './replay.ts'
import { applyTransitions, findRuleSet, findRuleSetById, type RuleSet } from './rule-set.ts'

/** A command that may be given now, and by whom. */
export interface AllowedCommand {
  readonly command: string
  /** Empty for anyone who has a role. */
  readonly roles: readonly string[]
}

/** The rule set of a case: that of its day of receipt, before that of the day of asking. */
export function rulesOf(defined: DefinedProcess, dossierCase: DossierCase | undefined, at: Instant): RuleSet {
  const { ruleSets } = defined
  if (dossierCase?.facts.receivedAt === undefined) return findRuleSet(dateOfInstant(at), ruleSets)
  const receivedOn = dateOfInstant(dossierCase.facts.receivedAt)
  const base = findRuleSetById(dossierCase.ruleSet, ruleSets) ?? findRuleSet(receivedOn, ruleSets)
  return applyTransitions(base, { receivedOn, on: dateOfInstant(at) }, ruleSets)
}

/** Lists the commands that the state of the case admits, with the roles that may give them. */
export function listAllowed(
  configuration: Configuration,
  question: Omit<Question, 'value'>,
): readonly AllowedCommand[] {
  const found: AllowedCommand[] = []
  for (const command of configuration.commands()) {
    const possible = configuration.movesOf(command).filter(({ permit }) => isPossible(permit, question))
    if (possible.length === 0) continue
    const isOpenToAll = possible.some(({ permit }) => permit.roles.length === 0)
    const roles = isOpenToAll ? [] : [...new Set(possible.flatMap(({ permit }) => permit.roles))]
    found.push({ command, roles })
  }
  return found
}

/**
 * Lists what an actor may do on a case now: for building screens.
 *
 * Whether a command's own data will do is only known when it is given.
 *
 * @example
 * import { allowed, registerCopies } from 'motcua/procedure'
 * allowed(registerCopies, undefined, { at: '2026-08-28T15:20:00.000+07:00' as never,
 *   actor: { id: 'u7', roles: ['reception'], unit: 'mot-cua', agency: 'H26.01' } }) // ['case.open']
 */
export function allowed(
  defined: DefinedProcess,
  dossierCase: DossierCase | undefined,
  options: { readonly actor: CaseCommand['actor']; readonly at: Instant },
): readonly string[] {
  const { actor, at } = options
  const rules = rulesOf(defined, dossierCase, at)
  const question = {
    definition: defined.definition,
    rules,
    facts: dossierCase?.facts ?? emptyFacts,
    at,
    actor,
    data: {},
  }
  if (dossierCase === undefined) {
    const roles = defined.definition.permissions?.['case.open'] ?? commandTable['case.open'].roles
    return actor.roles.some((role) => roles.some((one) => one === role)) ? ['case.open'] : []
  }
  const configuration = configurationOf(defined, dossierCase.configuration)
  return configuration
    .commands()
    .filter((command) =>
      configuration
        .movesOf(command)
        .some(
          ({ permit }) =>
            hasRole(permit, question) &&
            permit.checks.every(
              ({ name, value = '' }) =>
                checks[name].asks === 'command' || checks[name].holds({ ...question, value }),
            ),
        ),
    )
}

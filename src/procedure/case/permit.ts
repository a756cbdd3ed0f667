/**
 * Who may do what when: the parameters of the only guard, and why it fails.
 *
 * @module
 */
import { type CheckName, type CheckRow, checks, has, type Question } from './checks.ts'

/** One named condition with the value the chart gives it. */
export interface Check {
  readonly name: CheckName
  readonly value?: string
}

/** The parameters of the only guard, `isPermitted`: by whom, and when these checks hold. */
export interface Permit {
  readonly command: string
  /** Empty for anyone who has a role. */
  readonly roles: readonly string[]
  /** Only actors of this unit, where the step says so. */
  readonly unitId?: string
  readonly checks: readonly Check[]
}

/** Tells whether an actor has one of the roles, of their own or by a delegation valid on that day. */
export function hasRole(permit: Permit, question: Omit<Question, 'value'>): boolean {
  const { actor, facts, at } = question
  if (permit.unitId !== undefined && actor.unit !== permit.unitId) return false
  if (actor.onBehalfOf === undefined) {
    return permit.roles.length === 0
      ? actor.roles.length > 0
      : actor.roles.some((role) => has(permit.roles, role))
  }
  const day = at.slice(0, 10)
  return facts.delegations.some(
    ({ from, to, validFrom, validTo, scope }) =>
      from === actor.onBehalfOf &&
      to === actor.id &&
      validFrom <= day &&
      day <= validTo &&
      scope.some((one) => has(permit.roles, one) || one === permit.command),
  )
}

/** Why an arrow is not taken: how far the question came, and what stopped it. */
export interface Failure {
  /** Higher came further: an arrow meant for another word, another role, another state of things. */
  readonly progress: number
  /** The check that failed; `undefined` for a missing role. */
  readonly check: CheckName | undefined
}

/** Finds what stops an arrow: first the word it is meant for, then the role, then the state of things. */
export function findFailure(permit: Permit, question: Omit<Question, 'value'>): Failure | undefined {
  for (const { name, value = '' } of permit.checks) {
    const row: CheckRow = checks[name]
    if (row.isSelector && !row.holds({ ...question, value })) return { progress: 0, check: name }
  }
  if (!hasRole(permit, question)) return { progress: 1, check: undefined }
  let progress = 2
  for (const { name, value = '' } of permit.checks) {
    const row: CheckRow = checks[name]
    if (!row.isSelector && !row.holds({ ...question, value })) return { progress, check: name }
    progress += 1
  }
  return undefined
}

/** Tells whether a command could be given now by somebody, as far as the case alone decides. */
export function isPossible(permit: Permit, question: Omit<Question, 'value'>): boolean {
  return permit.checks.every(({ name, value = '' }) => {
    const row: CheckRow = checks[name]
    return row.asks === 'command' || name === 'isAssignee' || row.holds({ ...question, value })
  })
}

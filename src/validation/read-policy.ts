/**
 * Policies written as JSON: one of the built-in ones, changed where a house thinks otherwise.
 *
 * @module
 */
import { isIsoDate } from '../date.ts'
import { MotcuaError } from '../errors.ts'
import { etsiStrengthRules, type StrengthRule, vietnamStrengthRules } from '../pki/index.ts'
import { modificationLevels } from './difference/change.ts'
import { checkNames } from './finding.ts'
import { messages } from './messages.ts'
import { builtInPolicies, type PolicyWeight, type ValidationPolicy } from './policy.ts'

/** Names of algorithms that a table of strengths may hold: those of the built-in ones. */
const algorithms = [...new Set([...etsiStrengthRules, ...vietnamStrengthRules].map((rule) => rule.algorithm))]
const weights: readonly PolicyWeight[] = ['fail', 'warn', 'ignore']
const usages = ['digitalSignature', 'nonRepudiation'] as const
const revocations = ['required', 'when-available'] as const

/**
 * Says where a policy is wrong and what is wanted there.
 *
 * @throws MotcuaError `validation/bad-policy`
 */
function refuse(path: string, expected: string): never {
  throw new MotcuaError(messages, 'validation/bad-policy', { path, expected })
}

/** A JSON object, or nothing. */
function asObject(value: unknown): Readonly<Record<string, unknown>> | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : undefined
}

/** One of a closed list of words. */
function pick<T extends string>(value: unknown, list: readonly T[], path: string): T {
  return list.find((word) => word === value) ?? refuse(path, list.join(' | '))
}

/** A text that is not empty. */
function readText(value: unknown, path: string): string {
  return typeof value === 'string' && value !== '' ? value : refuse(path, 'text')
}

/** A number from one bound on. */
function readNumber(value: unknown, minimum: number, path: string): number {
  return typeof value === 'number' && Number.isFinite(value) && value >= minimum
    ? value
    : refuse(path, `number >= ${minimum}`)
}

/** A list of which each item is read. */
function readList<T>(value: unknown, path: string, read: (item: unknown, path: string) => T): T[] {
  if (!Array.isArray(value)) return refuse(path, 'list')
  return value.map((item, index) => read(item, `${path}[${index}]`))
}

/** One line of a table of strengths. */
function readStrengthRule(value: unknown, path: string): StrengthRule {
  const rule = asObject(value) ?? refuse(path, '{ algorithm, minimumBits?, lastDate?, source }')
  const { lastDate, minimumBits } = rule
  if (lastDate !== undefined && !isIsoDate(lastDate)) return refuse(`${path}.lastDate`, 'YYYY-MM-DD')
  return {
    algorithm: pick(rule.algorithm, algorithms, `${path}.algorithm`),
    ...(minimumBits === undefined ? {} : { minimumBits: readNumber(minimumBits, 1, `${path}.minimumBits`) }),
    ...(lastDate === undefined ? {} : { lastDate }),
    source: readText(rule.source, `${path}.source`),
    isConfirmed: rule.isConfirmed === true,
  }
}

/** How each entry of a policy is read. */
const entries: { readonly [Key in keyof ValidationPolicy]: (value: unknown) => ValidationPolicy[Key] } = {
  name: (value) => readText(value, 'name'),
  source: (value) => readText(value, 'source'),
  weights: (value) => {
    const table = asObject(value) ?? refuse('weights', '{ "CHECK or code": "fail | warn | ignore" }')
    return Object.fromEntries(
      Object.entries(table).map(([key, weight]) => {
        const path = `weights.${key}`
        const isKnown = key.includes('/') || checkNames.some((name) => name === key)
        return [
          key,
          isKnown ? pick(weight, weights, path) : refuse(path, `room/code | ${checkNames.join(' | ')}`),
        ]
      }),
    )
  },
  mostModification: (value) => pick(value, modificationLevels, 'mostModification'),
  strengthRules: (value) => readList(value, 'strengthRules', readStrengthRule),
  keyUsages: (value) => readList(value, 'keyUsages', (item, path) => pick(item, usages, path)),
  revocation: (value) => pick(value, revocations, 'revocation'),
  revocationAgeHours: (value) => readNumber(value, 0, 'revocationAgeHours'),
}

/**
 * Reads a policy from JSON data: `extends` names the built-in policy it starts from (`etsi` when absent), every other
 * entry is one of {@link ValidationPolicy} and takes the place of that policy's.
 *
 * An entry that is not known is refused: a misspelled rule would silently not hold.
 *
 * @param value - Parsed JSON.
 * @throws MotcuaError `validation/bad-policy` through the readers below, with the place and what is wanted there.
 *
 * @example
 * import { readPolicy } from 'motcua/validation'
 * const policy = readPolicy({ extends: 'vn-tt15-2025', name: 'so-tu-phap', revocation: 'required' })
 * policy.revocation // 'required'
 */
export function readPolicy(value: unknown): ValidationPolicy {
  const { extends: base = 'etsi', ...own } = asObject(value) ?? refuse('$', '{ extends, name, … }')
  const names = builtInPolicies.map(({ name }) => name)
  const start = builtInPolicies.find(({ name }) => name === base) ?? refuse('extends', names.join(' | '))
  const known = Object.keys(entries)
  const unknown = Object.keys(own).find((key) => !known.includes(key))
  if (unknown !== undefined) return refuse(unknown, ['extends', ...known].join(' | '))
  const read = Object.entries(entries).flatMap(([key, readEntry]) =>
    own[key] === undefined ? [] : [[key, readEntry(own[key])]],
  )
  return { ...start, ...Object.fromEntries(read) }
}

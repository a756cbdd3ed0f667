/**
 * Certificate policies along a path (RFC 5280, 6.1, with the graph of RFC 9618).
 *
 * The tree of RFC 5280 can be made to grow exponentially by a chosen chain of mappings; the graph has one node for
 * each policy at each depth and cannot.
 *
 * @module
 */
import type { Certificate } from '../certificate.ts'
import { ANY_POLICY_OID } from '../der/oids.ts'

/** One policy at one depth. */
interface PolicyNode {
  readonly policy: string
  /** Policies of the next certificate that count as this one. */
  expected: ReadonlySet<string>
  readonly parents: readonly PolicyNode[]
}

/** The nodes of one depth, by policy. */
type Level = Map<string, PolicyNode>

/** How policies are to be treated from the start (RFC 5280, 6.1.1). */
export interface PolicyOptions {
  /** Policies that are acceptable; any when absent. */
  readonly acceptablePolicies?: readonly string[]
  /** A path without a valid policy is refused. */
  readonly requiresPolicy?: boolean
  readonly inhibitsMapping?: boolean
  readonly inhibitsAnyPolicy?: boolean
}

/** What the policies of a path come to. */
export interface PolicyOutcome {
  /** Policies, in the words of the root, that hold for the whole path; `2.5.29.32.0` stands for any. */
  readonly policies: readonly string[]
  /** The path must have an acceptable policy and has none. */
  readonly isMissing: boolean
  /** Mappings that mention the policy that stands for all, which is not allowed. */
  readonly hasBadMapping: boolean
}

/** State while walking down from the root. */
interface PolicyState {
  levels: Level[] | undefined
  explicitPolicy: number
  policyMapping: number
  inhibitAny: number
  hasBadMapping: boolean
}

/** A node that expects itself. */
function makeNode(policy: string, parents: readonly PolicyNode[]): PolicyNode {
  return { policy, expected: new Set([policy]), parents }
}

/** Nodes of a level by the policies they expect next. */
function groupByExpected(level: Level): ReadonlyMap<string, readonly PolicyNode[]> {
  const groups = new Map<string, PolicyNode[]>()
  for (const node of level.values()) {
    for (const policy of node.expected) {
      const group = groups.get(policy)
      if (group === undefined) groups.set(policy, [node])
      else group.push(node)
    }
  }
  return groups
}

/** Adds the level of one certificate (RFC 5280, 6.1.3 (d)). */
function addLevel(levels: readonly Level[], policies: readonly string[], allowsAny: boolean): Level[] {
  const above = levels.at(-1) ?? new Map()
  const byExpected = groupByExpected(above)
  const anyAbove = above.get(ANY_POLICY_OID)
  const level: Level = new Map()
  for (const policy of policies) {
    if (policy === ANY_POLICY_OID) continue
    const parents = byExpected.get(policy) ?? (anyAbove === undefined ? [] : [anyAbove])
    if (parents.length > 0) level.set(policy, makeNode(policy, parents))
  }
  if (allowsAny && policies.includes(ANY_POLICY_OID)) {
    for (const [policy, parents] of byExpected) {
      if (!level.has(policy)) level.set(policy, makeNode(policy, parents))
    }
  }
  return [...levels, level]
}

/** Applies the mappings of an authority to its own level (RFC 5280, 6.1.4 (b)). */
function applyMappings(state: PolicyState, certificate: Certificate): void {
  const level = state.levels?.at(-1)
  const mapped = new Map<string, Set<string>>()
  for (const { issuerDomainPolicy, subjectDomainPolicy } of certificate.policyMappings) {
    if ([issuerDomainPolicy, subjectDomainPolicy].includes(ANY_POLICY_OID)) state.hasBadMapping = true
    const targets = mapped.get(issuerDomainPolicy) ?? new Set()
    mapped.set(issuerDomainPolicy, targets.add(subjectDomainPolicy))
  }
  if (level === undefined) return
  for (const [policy, expected] of mapped) {
    const node = level.get(policy)
    if (state.policyMapping === 0) level.delete(policy)
    else if (node !== undefined) node.expected = expected
    else {
      const any = level.get(ANY_POLICY_OID)
      if (any !== undefined) level.set(policy, { policy, expected, parents: any.parents })
    }
  }
}

/** Counts down and takes in the limits of an authority (RFC 5280, 6.1.4 (h) to (j)). */
function applyLimits(state: PolicyState, certificate: Certificate): void {
  const { policyConstraints, inhibitAnyPolicy, isSelfIssued } = certificate
  const lower = (counter: number) => (isSelfIssued || counter === 0 ? counter : counter - 1)
  const limit = (counter: number, value: number | undefined) => Math.min(counter, value ?? counter)
  state.explicitPolicy = limit(lower(state.explicitPolicy), policyConstraints?.requireExplicitPolicy)
  state.policyMapping = limit(lower(state.policyMapping), policyConstraints?.inhibitPolicyMapping)
  state.inhibitAny = limit(lower(state.inhibitAny), inhibitAnyPolicy)
}

/** Policies in the words of the root: nodes below the policy that stands for all, as far as they lead to the end. */
function findRootPolicies(levels: readonly Level[]): ReadonlySet<string> {
  const policies = new Set<string>()
  let reachable: Iterable<PolicyNode> = levels.at(-1)?.values() ?? []
  for (let depth = levels.length - 1; depth > 0; depth -= 1) {
    const parents = new Set<PolicyNode>()
    for (const node of reachable) {
      for (const parent of node.parents) {
        // At the last depth the policy that stands for all is an answer too.
        const isAny = parent.policy === ANY_POLICY_OID
        if (isAny && (node.policy !== ANY_POLICY_OID || depth === levels.length - 1))
          policies.add(node.policy)
        parents.add(parent)
      }
    }
    reachable = parents
  }
  return policies
}

/** Whether there is still a policy after the last certificate. */
function isEmpty(levels: readonly Level[] | undefined): boolean {
  return levels === undefined || (levels.at(-1)?.size ?? 0) === 0
}

/** Takes in one certificate of the path; `index` counts from the one below the root. */
function takeCertificate(state: PolicyState, certificate: Certificate, isLast: boolean): boolean {
  const allowsAny = state.inhibitAny > 0 || (!isLast && certificate.isSelfIssued)
  if (certificate.policies === undefined || isEmpty(state.levels)) state.levels = undefined
  else state.levels = addLevel(state.levels ?? [], certificate.policies, allowsAny)
  const isMissing = state.explicitPolicy === 0 && isEmpty(state.levels)
  if (!isLast) {
    applyMappings(state, certificate)
    applyLimits(state, certificate)
  }
  return isMissing
}

/** The counter after the last certificate (RFC 5280, 6.1.5 (a) and (b)). */
function finalExplicitPolicy(state: PolicyState, last: Certificate): number {
  const lowered = state.explicitPolicy === 0 ? 0 : state.explicitPolicy - 1
  return last.policyConstraints?.requireExplicitPolicy === 0 ? 0 : lowered
}

/**
 * Follows the policies down a path.
 *
 * @param certificates - From the one below the root to the end certificate.
 */
export function followPolicies(certificates: readonly Certificate[], options: PolicyOptions): PolicyOutcome {
  const {
    acceptablePolicies,
    requiresPolicy = false,
    inhibitsMapping = false,
    inhibitsAnyPolicy = false,
  } = options
  const never = certificates.length + 1
  const state: PolicyState = {
    levels: [new Map([[ANY_POLICY_OID, makeNode(ANY_POLICY_OID, [])]])],
    explicitPolicy: requiresPolicy ? 0 : never,
    policyMapping: inhibitsMapping ? 0 : never,
    inhibitAny: inhibitsAnyPolicy ? 0 : never,
    hasBadMapping: false,
  }
  let isMissing = false
  certificates.forEach((certificate, index) => {
    if (takeCertificate(state, certificate, index === certificates.length - 1)) isMissing = true
  })
  const last = certificates.at(-1)
  if (last !== undefined) state.explicitPolicy = finalExplicitPolicy(state, last)
  const valid = isEmpty(state.levels) ? new Set<string>() : findRootPolicies(state.levels ?? [])
  const policies = selectAcceptable(valid, acceptablePolicies)
  if (state.explicitPolicy === 0 && policies.length === 0) isMissing = true
  return { policies, isMissing, hasBadMapping: state.hasBadMapping }
}

/** The valid policies that are acceptable; a path valid for any policy is valid for each acceptable one. */
function selectAcceptable(
  valid: ReadonlySet<string>,
  acceptable: readonly string[] | undefined,
): readonly string[] {
  if (acceptable === undefined || acceptable.includes(ANY_POLICY_OID)) return [...valid].sort()
  return acceptable.filter((policy) => valid.has(policy) || valid.has(ANY_POLICY_OID))
}

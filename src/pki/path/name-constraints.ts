/**
 * Name constraints (RFC 5280, 4.2.1.10): whether the names of a certificate lie where its authorities may issue.
 *
 * @module
 */
import type { Certificate } from '../certificate.ts'
import type { NameConstraints } from '../extensions.ts'
import type { GeneralName } from '../general-name.ts'
import { type DistinguishedName, foldRelativeName } from '../name.ts'

/** What the constraints say about a certificate. */
export interface ConstraintOutcome {
  /** Kinds of names that lie outside; the names themselves may be personal data. */
  readonly violated: readonly GeneralName['kind'][]
  /** Kinds that are constrained and cannot be compared here. */
  readonly notChecked: readonly GeneralName['kind'][]
}

/** Comparisons beyond which constraints count as an attack on the time of whoever checks them. */
const MOST_COMPARISONS = 1 << 18

/** Tells whether a name is the base or lies below it. */
function isWithinDirectory(name: DistinguishedName, base: DistinguishedName): boolean {
  return (
    base.relativeNames.length <= name.relativeNames.length &&
    base.relativeNames.every(
      (attributes, index) =>
        foldRelativeName(attributes) === foldRelativeName(name.relativeNames[index] ?? []),
    )
  )
}

/** `a.b` lies within `b` and within itself; a leading dot wants at least one label more. */
function isWithinHost(host: string, base: string): boolean {
  const name = host.toLowerCase()
  const domain = base.toLowerCase()
  if (domain === '') return true
  return domain.startsWith('.') ? name.endsWith(domain) : name === domain || name.endsWith(`.${domain}`)
}

/** A mailbox, all mailboxes of a host, or of every host in a domain. */
function isWithinEmail(address: string, base: string): boolean {
  if (base.includes('@')) return address.toLowerCase() === base.toLowerCase()
  const host = address.slice(address.lastIndexOf('@') + 1).toLowerCase()
  return base.startsWith('.') ? host.endsWith(base.toLowerCase()) : base === '' || host === base.toLowerCase()
}

/** Host of a URI, or nothing when it has none: such a URI lies within no constraint. */
function hostOf(uri: string): string | undefined {
  return /^[a-z][a-z0-9+.-]*:\/\/(?:[^@/?#]*@)?([^:/?#[\]]+)/i.exec(uri)?.[1]
}

/** For URIs a constraint without leading dot means that host alone. */
function isWithinUri(uri: string, base: string): boolean {
  const host = hostOf(uri)?.toLowerCase()
  if (host === undefined) return false
  return base.startsWith('.') ? host.endsWith(base.toLowerCase()) : host === base.toLowerCase()
}

/** Address against address and mask. */
function isWithinNetwork(octets: Uint8Array, base: Uint8Array): boolean {
  const { length } = octets
  if (base.length !== length * 2) return false
  return octets.every((octet, index) => {
    const mask = base[length + index] as number
    return (octet & mask) === ((base[index] as number) & mask)
  })
}

/** Tells whether a name lies within a subtree; `undefined` for kinds that cannot be compared. */
function isWithin(name: GeneralName, base: GeneralName): boolean | undefined {
  if (name.kind === 'directory' && base.kind === 'directory') return isWithinDirectory(name.name, base.name)
  if (name.kind === 'ip' && base.kind === 'ip') return isWithinNetwork(name.octets, base.octets)
  if (name.kind === 'dns' && base.kind === 'dns') return isWithinHost(name.value, base.value)
  if (name.kind === 'email' && base.kind === 'email') return isWithinEmail(name.value, base.value)
  if (name.kind === 'uri' && base.kind === 'uri') return isWithinUri(name.value, base.value)
  return undefined
}

/** Every name of a certificate that constraints apply to: subject, alternative names, e-mail within the subject. */
function namesOf({ subject, subjectAltNames }: Certificate): readonly GeneralName[] {
  const own: GeneralName[] = subject.relativeNames.length === 0 ? [] : [{ kind: 'directory', name: subject }]
  const hasEmail = subjectAltNames.some(({ kind }) => kind === 'email')
  const addresses = subject.relativeNames.flat().filter(({ type }) => type === 'emailAddress')
  const emails = hasEmail ? [] : addresses.map(({ value }): GeneralName => ({ kind: 'email', value }))
  return [...own, ...subjectAltNames, ...emails]
}

/** Whether one name stands with the constraints of one authority. */
function judgeName(name: GeneralName, constraints: NameConstraints): 'within' | 'outside' | 'unknown' {
  const permitted = constraints.permitted.filter(({ kind }) => kind === name.kind)
  const excluded = constraints.excluded.filter(({ kind }) => kind === name.kind)
  if (permitted.length + excluded.length === 0) return 'within'
  if (name.kind === 'other' || name.kind === 'registered-id') return 'unknown'
  if (excluded.some((base) => isWithin(name, base) === true)) return 'outside'
  return permitted.length === 0 || permitted.some((base) => isWithin(name, base) === true)
    ? 'within'
    : 'outside'
}

/** Compares the names of a certificate with the constraints of all authorities above it. */
export function compareWithConstraints(
  certificate: Certificate,
  above: readonly NameConstraints[],
): ConstraintOutcome {
  const names = namesOf(certificate)
  const subtrees = above.reduce((sum, { permitted, excluded }) => sum + permitted.length + excluded.length, 0)
  if (names.length * subtrees > MOST_COMPARISONS) return { violated: [], notChecked: ['other'] }
  const violated = new Set<GeneralName['kind']>()
  const notChecked = new Set<GeneralName['kind']>()
  for (const name of names) {
    for (const constraints of above) {
      const outcome = judgeName(name, constraints)
      if (outcome === 'outside') violated.add(name.kind)
      if (outcome === 'unknown') notChecked.add(name.kind)
    }
  }
  return { violated: [...violated], notChecked: [...notChecked] }
}

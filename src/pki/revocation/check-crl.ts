/**
 * Checks CRLs against a certificate (RFC 5280, 6.3.3).
 *
 * @module
 */
import type { Instant } from '../../date.ts'
import type { Certificate } from '../certificate.ts'
import { EXTENSION_OID } from '../der/oids.ts'
import { makeFinding, type PkiFinding } from '../findings.ts'
import type { GeneralName } from '../general-name.ts'
import { isSameName } from '../name.ts'
import { type VerifySignature, verifySignature } from '../verify-signature.ts'
import { checkFreshness, type RevocationOutcome, saysNothing } from './outcome.ts'
import { type Crl, type CrlScope, findCrlEntry } from './read-crl.ts'

/** What a CRL is checked against. */
export interface CrlCheck {
  readonly certificate: Certificate
  /** The certificate of whoever issues the CRL: the issuer of the certificate, or that of an indirect CRL. */
  readonly issuer: Certificate
  /** Moment for which the CRL should be fresh; freshness is left alone when absent. */
  readonly at?: Instant
  readonly verify?: VerifySignature
}

/** Extensions that are understood, so that they may be critical. */
const UNDERSTOOD: readonly string[] = [
  EXTENSION_OID.authorityKeyId,
  EXTENSION_OID.issuerAltName,
  EXTENSION_OID.crlNumber,
  EXTENSION_OID.deltaCrlIndicator,
  EXTENSION_OID.issuingDistributionPoint,
]

/** What keeps the absence of an entry from meaning anything. */
const LEAVES_OPEN: readonly string[] = [
  'pki/crl-scope',
  'pki/crl-delta',
  'pki/crl-some-reasons',
  'pki/crl-extension-unknown',
]

/** Tells whether two lists of names have one in common. */
function haveCommonName(a: readonly GeneralName[], b: readonly GeneralName[]): boolean {
  return a.some((x) =>
    b.some((y) => {
      if (x.kind === 'directory' && y.kind === 'directory') return isSameName(x.name, y.name)
      return x.kind === 'uri' && y.kind === 'uri' && x.value === y.value
    }),
  )
}

/** Whether the issuer of the CRL answers for the certificate: it issued it, or the certificate names it. */
function isResponsible(crl: Crl, { certificate }: CrlCheck): boolean {
  if (isSameName(crl.issuer, certificate.issuer)) return true
  const named = certificate.crlDistributionPoints.flatMap(({ crlIssuer }) => crlIssuer ?? [])
  const isNamed = named.some((name) => name.kind === 'directory' && isSameName(name.name, crl.issuer))
  return isNamed && crl.scope?.isIndirect === true
}

/** Why a scope leaves a certificate out, or nothing. */
function findScopeGap(scope: CrlScope, certificate: Certificate): string | undefined {
  const isAuthority = certificate.basicConstraints?.isCa === true
  if (scope.isOnlyAttributeCertificates) return 'attribute certificates only'
  if (scope.isOnlyUserCertificates && isAuthority) return 'user certificates only'
  if (scope.isOnlyAuthorityCertificates && !isAuthority) return 'authority certificates only'
  const points = certificate.crlDistributionPoints.flatMap(({ names, crlIssuer }) => [
    ...names,
    ...(crlIssuer ?? []),
  ])
  const isOtherPoint = scope.names.length > 0 && points.length > 0 && !haveCommonName(scope.names, points)
  return isOtherPoint ? 'another distribution point' : undefined
}

/** What the extensions of the CRL give reason to say. */
function checkExtensions(crl: Crl, certificate: Certificate): PkiFinding[] {
  const findings: PkiFinding[] = []
  if (crl.baseCrlNumber !== undefined) {
    findings.push(makeFinding('pki/crl-delta', 'deltaCRLIndicator', { base: crl.baseCrlNumber }))
  }
  const gap = crl.scope === undefined ? undefined : findScopeGap(crl.scope, certificate)
  if (gap !== undefined) findings.push(makeFinding('pki/crl-scope', 'issuingDistributionPoint', { gap }))
  if (crl.scope?.onlySomeReasons !== undefined) {
    findings.push(makeFinding('pki/crl-some-reasons', 'issuingDistributionPoint'))
  }
  for (const { oid, isCritical } of crl.extensions) {
    const isUnknown = isCritical && !UNDERSTOOD.includes(oid)
    if (isUnknown || crl.brokenExtensions.includes(oid)) {
      findings.push(makeFinding('pki/crl-extension-unknown', oid))
    }
  }
  return findings
}

/** Checks that the issuer may sign CRLs and did sign this one. */
async function checkIssuer(crl: Crl, { issuer, verify = verifySignature }: CrlCheck): Promise<PkiFinding[]> {
  const findings: PkiFinding[] = []
  if (issuer.keyUsage !== undefined && !issuer.keyUsage.includes('cRLSign')) {
    findings.push(makeFinding('pki/crl-key-usage', 'keyUsage', { keyUsage: issuer.keyUsage }))
  }
  const outcome = await verify({
    algorithm: crl.signatureAlgorithm.signature,
    publicKey: issuer.publicKey,
    message: crl.tbs,
    signature: crl.signature,
  })
  if (outcome === 'valid') return findings
  const code = outcome === 'invalid' ? 'pki/signature-invalid' : 'pki/signature-not-checked'
  return [...findings, makeFinding(code, 'CertificateList', { algorithm: crl.signatureAlgorithm.name })]
}

/**
 * Checks a CRL and looks the certificate up in it: responsibility, scope, signature, freshness, entry.
 *
 * A delta CRL and one restricted to some reasons are told as such: neither alone shows that a certificate was not revoked.
 *
 * @throws MotcuaError `pki/malformed` when the list itself is broken, through the search.
 */
export async function checkCrl(crl: Crl, check: CrlCheck): Promise<RevocationOutcome> {
  const { certificate, issuer } = check
  if (!isSameName(crl.issuer, issuer.subject) || !isResponsible(crl, check)) {
    return saysNothing([makeFinding('pki/crl-issuer-differs', 'issuer')])
  }
  const findings = [
    ...checkExtensions(crl, certificate),
    ...(await checkIssuer(crl, check)),
    ...(check.at === undefined ? [] : checkFreshness(crl, check.at)),
  ]
  const entry = findCrlEntry(crl, certificate)
  for (const oid of entry?.unknownCriticalExtensions ?? [])
    findings.push(makeFinding('pki/crl-extension-unknown', oid))
  const covers = !findings.some(({ code }) => LEAVES_OPEN.includes(code))
  const isRevoked = entry !== undefined && entry.reason !== 'removeFromCRL'
  return {
    status: isRevoked ? 'revoked' : covers ? 'good' : undefined,
    revokedAt: entry?.revokedAt,
    reason: isRevoked ? (entry.reason ?? 'unspecified') : undefined,
    thisUpdate: crl.thisUpdate,
    nextUpdate: crl.nextUpdate,
    signedBy: issuer,
    findings,
  }
}

/**
 * Certificates and revocation data for whole chains, gathered through the ports for long-term validation.
 *
 * @module
 */
import { writeHex } from '../bytes.ts'
import type { Instant } from '../date.ts'
import { isMotcuaError, MotcuaError } from '../errors.ts'
import { hashBytes } from '../hash.ts'
import {
  buildOcspRequest,
  type Certificate,
  checkCrl,
  checkOcspResponse,
  createSignatureVerifier,
  type FetchCertificates,
  type FetchCrl,
  type FetchOcsp,
  isSameName,
  type RevocationOutcome,
  readCertificates,
  readCrl,
  readOcspResponse,
  readPem,
  readSignedData,
  type VerifySignature,
} from '../pki/index.ts'
import type { ValidationMaterial } from '../signature/index.ts'
import { messages } from './messages.ts'

/** Where revocation data and missing issuers come from. */
export interface RevocationSource {
  readonly fetchOcsp?: FetchOcsp
  readonly fetchCrl?: FetchCrl
  /** Fetches issuers by the addresses in certificates; without it they must come with the chain or in `certificates`. */
  readonly fetchCertificates?: FetchCertificates
  /** Further certificates, DER: issuers and roots that neither the signer nor the timestamp brings along. */
  readonly certificates?: readonly Uint8Array[]
}

/** What was gathered. */
export interface GatheredMaterial extends ValidationMaterial {
  /** Subjects' SHA-256 of the certificates for which nobody gave usable data. */
  readonly uncovered: readonly Uncovered[]
}

/** A certificate without revocation data, or without its issuer. */
export interface Uncovered {
  /** SHA-256 of the certificate, lower-case hexadecimal. */
  readonly sha256: string
  readonly reason: 'no-issuer' | 'no-data'
  /** Codes of what was wrong with the answers that came, or of the failures in fetching. */
  readonly codes: readonly string[]
}

/** A search in progress; certificates and answers by their digest. */
interface Gathering {
  readonly source: RevocationSource
  readonly verify: VerifySignature
  readonly at: Instant | undefined
  readonly pool: Map<string, Certificate>
  readonly used: Map<string, Certificate>
  readonly ocsps: Map<string, Uint8Array>
  readonly crls: Map<string, Uint8Array>
  readonly fetchedCrls: Map<string, Uint8Array>
  readonly uncovered: Uncovered[]
}

/** Longest chain that is followed upwards. */
const MAX_CHAIN = 10

/** Code of a failure that is told instead of thrown: one source may fail while another answers. */
function codeOf(error: unknown): string {
  return isMotcuaError(error) ? error.code : 'unknown'
}

/** Reads what an issuer's address gave: a certificate, a CMS of certificates, or PEM. */
function readFetched(bytes: Uint8Array): readonly Certificate[] {
  if (bytes[0] !== 0x30) {
    const text = new TextDecoder('latin1').decode(bytes)
    return readCertificates(readPem(text, 'CERTIFICATE').map((block) => block.bytes))
  }
  const [single] = readCertificates([bytes])
  return single === undefined ? readCertificates(readSignedData(bytes).certificates) : [single]
}

/** Tells whether a certificate was issued by another: names, and the signature itself. */
async function isIssuedBy(
  child: Certificate,
  issuer: Certificate,
  verify: VerifySignature,
): Promise<boolean> {
  if (!isSameName(child.issuer, issuer.subject)) return false
  const outcome = await verify({
    algorithm: child.signatureAlgorithm.signature,
    publicKey: issuer.publicKey,
    message: child.tbs,
    signature: child.signature,
  })
  return outcome === 'valid'
}

/** Finds the issuer among the certificates at hand. */
async function findKnownIssuer(state: Gathering, child: Certificate): Promise<Certificate | undefined> {
  for (const candidate of state.pool.values()) {
    if (await isIssuedBy(child, candidate, state.verify)) return candidate
  }
  return undefined
}

/** Finds the issuer at hand, or at the addresses that the certificate names. */
async function findIssuer(
  state: Gathering,
  child: Certificate,
  codes: string[],
): Promise<Certificate | undefined> {
  const known = await findKnownIssuer(state, child)
  const { fetchCertificates } = state.source
  if (known !== undefined || fetchCertificates === undefined) return known
  for (const url of child.authorityInfo.caIssuersUrls) {
    try {
      for (const found of readFetched(await fetchCertificates(url))) state.pool.set(found.sha256, found)
    } catch (error) {
      codes.push(codeOf(error))
    }
  }
  return findKnownIssuer(state, child)
}

/** A certificate with whoever issued it. */
interface Pair {
  readonly certificate: Certificate
  readonly issuer: Certificate
}

/** Judges an answer: usable, revoked (refused at once), or neither. */
function isUsable(outcome: RevocationOutcome, codes: string[]): boolean {
  const failed = outcome.findings.filter((finding) => finding.outcome !== 'warning')
  codes.push(...failed.map(({ code }) => code))
  if (failed.length > 0) return false
  if (outcome.status === 'revoked') {
    throw new MotcuaError(messages, 'pades/certificate-refused', { reason: 'revoked' })
  }
  return outcome.status === 'good'
}

/** Asks the OCSP services of a certificate. */
async function askOcsp(
  state: Gathering,
  pair: Pair,
  codes: string[],
): Promise<RevocationOutcome | undefined> {
  const { fetchOcsp } = state.source
  if (fetchOcsp === undefined) return undefined
  for (const url of pair.certificate.authorityInfo.ocspUrls) {
    try {
      const der = await fetchOcsp(url, buildOcspRequest(pair))
      const check = { ...pair, certificates: [...state.pool.values()], verify: state.verify }
      const outcome = await checkOcspResponse(
        readOcspResponse(der),
        state.at === undefined ? check : { ...check, at: state.at },
      )
      if (!isUsable(outcome, codes)) continue
      state.ocsps.set(writeHex(hashBytes('sha256', der)), der)
      return outcome
    } catch (error) {
      if (isMotcuaError(error, 'pades/certificate-refused')) throw error
      codes.push(codeOf(error))
    }
  }
  return undefined
}

/** Addresses of the CRLs of a certificate over HTTP. */
function listCrlUrls({ crlDistributionPoints }: Certificate): string[] {
  return crlDistributionPoints.flatMap(({ urls }) => urls).filter((url) => /^https?:/i.test(url))
}

/** Fetches the CRLs of a certificate, each address once. */
async function askCrl(state: Gathering, pair: Pair, codes: string[]): Promise<RevocationOutcome | undefined> {
  const { fetchCrl } = state.source
  if (fetchCrl === undefined) return undefined
  for (const url of listCrlUrls(pair.certificate)) {
    try {
      const der = state.fetchedCrls.get(url) ?? (await fetchCrl(url))
      state.fetchedCrls.set(url, der)
      const check = { ...pair, verify: state.verify }
      const outcome = await checkCrl(
        readCrl(der),
        state.at === undefined ? check : { ...check, at: state.at },
      )
      if (!isUsable(outcome, codes)) continue
      state.crls.set(writeHex(hashBytes('sha256', der)), der)
      return outcome
    } catch (error) {
      if (isMotcuaError(error, 'pades/certificate-refused')) throw error
      codes.push(codeOf(error))
    }
  }
  return undefined
}

/** Gathers for one certificate and everything above it, then for whoever signed the answers. */
async function gatherFor(state: Gathering, start: Certificate): Promise<void> {
  let certificate: Certificate | undefined = start
  for (let depth = 0; certificate !== undefined && depth < MAX_CHAIN; depth += 1) {
    if (state.used.has(certificate.sha256)) return
    state.used.set(certificate.sha256, certificate)
    // A root vouches for itself; nobody can revoke it but whoever trusts it.
    if (certificate.isSelfIssued) return
    const codes: string[] = []
    const issuer: Certificate | undefined = await findIssuer(state, certificate, codes)
    if (issuer === undefined) {
      state.uncovered.push({ sha256: certificate.sha256, reason: 'no-issuer', codes })
      return
    }
    if (!certificate.hasOcspNoCheck) await gatherStatus(state, { certificate, issuer }, codes)
    certificate = issuer
  }
}

/** Gathers the status of one certificate: OCSP first, the CRL where that gives nothing. */
async function gatherStatus(state: Gathering, pair: Pair, codes: string[]): Promise<void> {
  const outcome = (await askOcsp(state, pair, codes)) ?? (await askCrl(state, pair, codes))
  if (outcome === undefined) {
    state.uncovered.push({ sha256: pair.certificate.sha256, reason: 'no-data', codes })
    return
  }
  // A delegated responder is a certificate of its own, to be validated later like the others.
  if (outcome.signedBy !== undefined) await gatherFor(state, outcome.signedBy)
}

/**
 * Gathers chains and revocation data for some certificates and for everyone who vouches for them.
 *
 * @param ends - Certificates of signers and timestamp authorities.
 * @param options - `known`: certificates that came along; `at`: moment for which answers should be fresh.
 * @throws MotcuaError `pades/certificate-refused` as soon as one of them is revoked.
 */
export async function gatherMaterial(
  ends: readonly Certificate[],
  source: RevocationSource,
  options: { readonly known: readonly Uint8Array[]; readonly at?: Instant | undefined },
): Promise<GatheredMaterial> {
  const known = readCertificates([...options.known, ...(source.certificates ?? [])])
  const state: Gathering = {
    source,
    verify: createSignatureVerifier(),
    at: options.at,
    pool: new Map([...known, ...ends].map((certificate) => [certificate.sha256, certificate])),
    used: new Map(),
    ocsps: new Map(),
    crls: new Map(),
    fetchedCrls: new Map(),
    uncovered: [],
  }
  for (const end of ends) await gatherFor(state, end)
  return {
    certificates: [...state.used.values()].map(({ der }) => der),
    ocsps: [...state.ocsps.values()],
    crls: [...state.crls.values()],
    uncovered: state.uncovered,
  }
}

/**
 * Refuses material with holes: without it the level asked for would only be claimed.
 *
 * @throws MotcuaError `pades/no-revocation-data` with what was tried.
 */
export function assertCovered({ uncovered }: GatheredMaterial): void {
  if (uncovered.length === 0) return
  const codes = [...new Set(uncovered.flatMap((hole) => [hole.reason, ...hole.codes]))]
  throw new MotcuaError(messages, 'pades/no-revocation-data', { count: uncovered.length, codes })
}

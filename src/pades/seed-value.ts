/**
 * Refuses to sign where the author of a form demands something else of whoever signs a field (ISO 32000-1, 12.7.4.5).
 *
 * @module
 */
import { MotcuaError } from '../errors.ts'
import type { HashAlgorithm } from '../hash.ts'
import type { Pdf } from '../pdf/index.ts'
import { readCertificates } from '../pki/index.ts'
import {
  type DocMdpLevel,
  type FormField,
  listSeedBreaches,
  readSeedValue,
  type SeededDocument,
  type SeededSigner,
  type SeedValue,
} from '../signature/index.ts'
import { messages } from './messages.ts'

/** What the revision itself will say: known before anything is written. */
export interface DocumentAnswer {
  readonly subFilter: string
  readonly reason: string | undefined
  readonly certify: DocMdpLevel | undefined
  readonly lockLevel: DocMdpLevel | undefined
}

/** What is known of the signing; what is not known yet is left out and not checked. */
export interface SignerAnswer {
  readonly digest?: HashAlgorithm | undefined
  /** DER, the signer's first. */
  readonly chain?: readonly Uint8Array[] | undefined
  readonly isTimestamped?: boolean | undefined
  readonly hasRevocationData?: boolean | undefined
  /** Dotted identifier of the policy named under the signature. */
  readonly policyOid?: string | undefined
}

/** Answers to the demands of a field, both or one after the other. */
export interface SeedAnswer {
  readonly document?: DocumentAnswer
  readonly signer?: SignerAnswer
}

/** The handler that signature dictionaries written here name. */
const FILTER = 'Adobe.PPKLite'

/** The revision as seed values are weighed against it. */
function asDocument({ subFilter, reason, certify, lockLevel }: DocumentAnswer): SeededDocument {
  const isLocked = certify === 1 || lockLevel === 1
  return { filter: FILTER, subFilter, reason, certification: certify, isLocked }
}

/**
 * The signing as seed values are weighed against it. PAdES keeps revocation data in the document's security store: it
 * serves where the CMS was to carry them, and does not offend where the CMS was not to.
 */
function asSigner(seed: SeedValue, { chain, policyOid, ...answer }: SignerAnswer): SeededSigner {
  const hasRevocationData = seed.addRevInfo === false ? false : answer.hasRevocationData
  if (chain === undefined) return { ...answer, hasRevocationData }
  const [certificate] = readCertificates(chain.slice(0, 1))
  const authorities = chain.slice(1)
  return { ...answer, hasRevocationData, certificate, authorities, policyOid: policyOid ?? '' }
}

/**
 * Refuses to sign a field whose seed value demands something else.
 *
 * @throws MotcuaError `pades/seed-value` with all demands that are not fulfilled.
 */
export function assertSeedValue(pdf: Pdf, field: FormField | undefined, answer: SeedAnswer): void {
  const seed = field === undefined ? undefined : readSeedValue(pdf, field)
  if (seed === undefined) return
  const constraints = listSeedBreaches(seed, {
    document: answer.document && asDocument(answer.document),
    signer: answer.signer && asSigner(seed, answer.signer),
  })
  if (constraints.length > 0) throw new MotcuaError(messages, 'pades/seed-value', { constraints })
}

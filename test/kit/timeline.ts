/**
 * An authority whose clock a test moves, and people who sign before or after something happens to their certificates.
 *
 * @module
 */
import type { TestAuthority, TestIdentity } from '../../src/adapters/test-authority.ts'
import { DAY_MS, fromEpochMs, type Instant, toEpochMs } from '../../src/date.ts'
import type { SignInput } from '../../src/pades/index.ts'
import {
  createVerifier,
  type SignatureReport,
  type ValidationPolicy,
  type ValidationSources,
} from '../../src/validation/index.ts'
import { type Signing, signedAt, signWhole, startSigning } from './signed-document.ts'

/** So many days after the samples are signed. */
export const day = (days: number): Instant => fromEpochMs(toEpochMs(signedAt) + days * DAY_MS)

/** How one file is judged. */
export interface Judging {
  readonly at: Instant
  readonly sources?: ValidationSources
  readonly policy?: ValidationPolicy
}

/** The authority, the clock, and what is done with them. */
export interface Timeline {
  readonly authority: TestAuthority
  readonly setClock: (at: Instant) => void
  /** Somebody whose certificate ends 30 days after signing. */
  readonly person: TestIdentity
  readonly sign: (input?: Partial<SignInput>) => Promise<Uint8Array>
  /** Judges a document and gives its first signature. */
  readonly judge: (document: Uint8Array, judging: Judging) => Promise<SignatureReport>
}

/** Starts at the moment of signing. */
export async function startTimeline(): Promise<Timeline> {
  let now = signedAt
  const signing: Signing = await startSigning(() => now)
  const { authority, trust } = signing
  const person = await authority.issue({ commonName: 'Người ký thử', notAfter: day(30) })
  return {
    authority,
    person,
    setClock: (at) => {
      now = at
    },
    sign: (input = {}) => signWhole({ authority, person }, input),
    judge: async (document, { at, sources = {}, policy }) => {
      now = at
      const options = { trust, ...sources, ...(policy === undefined ? {} : { policy }) }
      const [first] = (await createVerifier(options).verify(document, { at })).signatures
      if (first === undefined) throw new Error('no signature')
      return first
    },
  }
}

/** The codes of the findings with one of some outcomes. */
export function codesOf({ findings }: SignatureReport, ...outcomes: readonly string[]): string[] {
  return findings.filter(({ outcome }) => outcomes.includes(outcome)).map(({ code }) => code)
}

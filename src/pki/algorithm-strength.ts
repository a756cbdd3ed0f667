/**
 * Which algorithms count as strong enough, and until when: tables as data, and the question asked of them.
 *
 * @module
 */
import { dateOfInstant, type Instant, type IsoDate } from '../date.ts'
import type { HashAlgorithm } from '../hash.ts'
import type { SignatureAlgorithm, SignatureScheme } from './algorithms.ts'
import type { PublicKey } from './public-key.ts'

/** One line of a table: an algorithm, from which size on and up to which day it is accepted. */
export interface StrengthRule {
  readonly algorithm: SignatureScheme | HashAlgorithm
  /** Smallest RSA modulus or field of a curve; any when absent. */
  readonly minimumBits?: number
  /** Last day, Viet Nam's; no end is stated when absent. */
  readonly lastDate?: IsoDate
  /** Act or standard with its clause. */
  readonly source: string
  /** The text of the source was read for this line; otherwise it is configuration with a reason, to be confirmed. */
  readonly isConfirmed: boolean
}

/** How one part of a signature stands with a table. */
export interface StrengthFinding {
  readonly part: StrengthRule['algorithm'] | 'unknown'
  /** `undefined` for digests. */
  readonly bits: number | undefined
  readonly rating: 'accepted' | 'weak' | 'unlisted'
  /** The line that accepts it, or the closest that does not. */
  readonly rule: StrengthRule | undefined
}

/** How a signature algorithm with its key stands with a table. */
export interface AlgorithmStrength {
  /** The worst of its parts: `weak` when too short or past its day, `unlisted` when the table is silent. */
  readonly rating: StrengthFinding['rating']
  /** The first day on which it is accepted no more is the one after this; `undefined` without an end. */
  readonly lastDate: IsoDate | undefined
  readonly parts: readonly StrengthFinding[]
}

const ANNEX_I = 'TT 15/2025/TT-BKHCN, Annex I'

/**
 * What Vietnamese law accepts for new signatures: TT 15/2025/TT-BKHCN, Annex I.
 *
 * The annex names RSA (PKCS #1 from 2.1) with RSASSA-PSS from 2048 bits, ECDSA from 256 bits, and SHA-256, SHA-384 and
 * SHA-512; SHA-1 is not among them. RSASSA-PKCS1-v1_5 is configuration: the annex names PSS, while the remote signing
 * services of Vietnamese providers return v1.5.
 */
export const vietnamStrengthRules: readonly StrengthRule[] = [
  { algorithm: 'rsa-pss', minimumBits: 2048, source: ANNEX_I, isConfirmed: true },
  { algorithm: 'rsa-pkcs1', minimumBits: 2048, source: `${ANNEX_I} (v1.5 by practice)`, isConfirmed: false },
  { algorithm: 'ecdsa', minimumBits: 256, source: ANNEX_I, isConfirmed: true },
  { algorithm: 'sha256', source: ANNEX_I, isConfirmed: true },
  { algorithm: 'sha384', source: ANNEX_I, isConfirmed: true },
  { algorithm: 'sha512', source: ANNEX_I, isConfirmed: true },
]

const TS_119_312 = 'ETSI TS 119 312 with SOG-IS agreed mechanisms'

/**
 * A default after ETSI TS 119 312. Its text was not read for these lines, so all are configuration.
 *
 * RSA from 1900 bits is carried as acceptable only for a limited time and RSA from 3000 bits without an end; the day is
 * that of common validators, to be replaced by whoever has the standard's current tables.
 */
export const etsiStrengthRules: readonly StrengthRule[] = [
  ...(['rsa-pss', 'rsa-pkcs1'] as const).flatMap((algorithm): StrengthRule[] => [
    { algorithm, minimumBits: 3000, source: TS_119_312, isConfirmed: false },
    {
      algorithm,
      minimumBits: 1900,
      lastDate: '2028-12-31' as IsoDate,
      source: TS_119_312,
      isConfirmed: false,
    },
  ]),
  { algorithm: 'ecdsa', minimumBits: 256, source: TS_119_312, isConfirmed: false },
  { algorithm: 'ed25519', source: TS_119_312, isConfirmed: false },
  { algorithm: 'ed448', source: TS_119_312, isConfirmed: false },
  { algorithm: 'dsa', minimumBits: 3072, source: TS_119_312, isConfirmed: false },
  { algorithm: 'sha224', lastDate: '2028-12-31' as IsoDate, source: TS_119_312, isConfirmed: false },
  ...(
    ['sha256', 'sha384', 'sha512', 'sha512-256', 'sha3-256', 'sha3-384', 'sha3-512', 'shake256'] as const
  ).map((algorithm): StrengthRule => ({ algorithm, source: TS_119_312, isConfirmed: false })),
]

/** Tells whether a line accepts a size on a day. */
function accepts(rule: StrengthRule, bits: number | undefined, date: IsoDate): boolean {
  const isLongEnough = rule.minimumBits === undefined || (bits !== undefined && bits >= rule.minimumBits)
  return isLongEnough && (rule.lastDate === undefined || date <= rule.lastDate)
}

/** The line without an end, or else the one that lasts longest; the first of those that last as long. */
function findLongest(rules: readonly StrengthRule[]): StrengthRule | undefined {
  const endOf = ({ lastDate }: StrengthRule): string => lastDate ?? '9999'
  let longest = rules[0]
  for (const rule of rules) if (longest === undefined || endOf(rule) > endOf(longest)) longest = rule
  return longest
}

/** Judges one part by the lines about it; SHA-1 and MD5 are weak even where a table does not name them. */
function judgePart(
  [part, bits]: readonly [StrengthRule['algorithm'], number | undefined],
  date: IsoDate,
  rules: readonly StrengthRule[],
): StrengthFinding {
  const about = rules.filter(({ algorithm }) => algorithm === part)
  const rule = findLongest(about.filter((candidate) => accepts(candidate, bits, date)))
  if (rule !== undefined) return { part, bits, rating: 'accepted', rule }
  const isWeak = about.length > 0 || part === 'sha1' || part === 'md5'
  return { part, bits, rating: isWeak ? 'weak' : 'unlisted', rule: findLongest(about) }
}

/**
 * Judges a signature algorithm and the key that used it by a dated table.
 *
 * @param subject - The algorithm as read, `undefined` when it was not understood, and the key.
 * @param at - The moment that counts: of signing, or of the earliest proof that the signature existed.
 * @param rules - {@link vietnamStrengthRules} when absent.
 *
 * @example
 * import { judgeAlgorithm } from 'motcua/pki'
 * import { instant } from 'motcua'
 * const subject = { algorithm: { scheme: 'rsa-pss', digest: 'sha1' }, bits: 2048 } as const
 * judgeAlgorithm(subject, instant('2026-11-20T08:00:00Z')).rating // 'weak', for its digest
 */
export function judgeAlgorithm(
  subject: { readonly algorithm: SignatureAlgorithm | undefined; readonly bits: PublicKey['bits'] },
  at: Instant,
  rules: readonly StrengthRule[] = vietnamStrengthRules,
): AlgorithmStrength {
  const { algorithm, bits } = subject
  if (algorithm === undefined) {
    const part: StrengthFinding = { part: 'unknown', bits, rating: 'unlisted', rule: undefined }
    return { rating: 'unlisted', lastDate: undefined, parts: [part] }
  }
  const date = dateOfInstant(at)
  const parts = [
    judgePart([algorithm.scheme, bits], date, rules),
    judgePart([algorithm.digest, undefined], date, rules),
  ]
  let rating: StrengthFinding['rating'] = 'accepted'
  let lastDate: IsoDate | undefined
  for (const part of parts) {
    if (part.rating === 'weak' || rating === 'accepted') rating = part.rating
    const ends = part.rule?.lastDate
    if (ends !== undefined && (lastDate === undefined || ends < lastDate)) lastDate = ends
  }
  return { rating, lastDate, parts }
}

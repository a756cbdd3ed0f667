/**
 * The one error class of the package and the closed table of everything it can say.
 *
 * The table is types only, and every room's: augmenting it from the rooms would not survive bundled
 * declarations. The sentences live in each room's `messages.ts` and are handed to the constructor, so
 * that the floor imports no room and keeps no registry.
 *
 * @module
 */

/** The two languages in which every sentence of this package exists. */
export type Language = 'vi' | 'en'

/** One sentence in both languages. */
export interface LocalizedText {
  readonly vi: string
  readonly en: string
}

/** Every code of every room with the facts that travel with it; never names, numbers of persons, keys or contents. */
export interface ErrorTable {
  // floor
  'bytes/invalid-text': { encoding: 'hex' | 'base64'; offset: number }
  'bytes/out-of-range': { offset: number; length: number; available: number }
  'date/invalid-date': { length: number }
  'date/invalid-instant': { length: number }
  'date/out-of-range': { dayNumber: number }
  'hash/not-canonical': {
    path: string
    reason: 'undefined' | 'number' | 'type' | 'nul' | 'lone-surrogate' | 'duplicate-key'
  }
  // calendar
  'calendar/gap': { year: number; covered: string }
  'calendar/invalid-calendar': { place: string }
  'calendar/invalid-office': { place: string }
  'calendar/lunar-gap': { year: number; covered: string }
  'calendar/no-such-lunar-day': { year: number; month: number; leap: boolean; day: number }
  'calendar/no-years': Record<never, never>
  'calendar/not-whole': { amount: number }
  // deadline
  'deadline/impossible-ledger': { index: number; refusal: string }
  'deadline/invalid-pause': { index: number }
  'deadline/invalid-term': { place: string }
  'deadline/invalid-time': { place: string }
  'deadline/short-column': { column: string; expected: number; actual: number }
  'deadline/unordered-legs': { waiting: string }
  // dossier
  'codes/sequence-out-of-range': { sequence: number }
  'codes/not-a-dossier-code': { length: number }
  // catalogue
  'catalogue/already-in-force': { code: string; date: string; decision: string }
  'catalogue/not-in-force': { code: string; date: string; decision: string }
  'catalogue/decision-known': { decision: string; date: string }
  'catalogue/no-code': { id: string; decision: string }
  // exchange
  'exchange/no-dossier-code': Record<never, never>
  'exchange/no-status': Record<never, never>
  // procedure
  'procedure/broken-history': { seq: number; reason: string }
  'procedure/invalid-case': { places: readonly string[] }
  'procedure/invalid-definition': {
    id: string
    count: number
    first: { readonly place: string; readonly message: LocalizedText }
    findings: readonly { readonly code: string; readonly place: string; readonly message: LocalizedText }[]
  }
  'procedure/state-gone': { state: string; definition: string }
  'procedure/wrong-definition': { expected: string; actual: string }
  // form
  'form/does-not-fit': { place: string; widthPt: number; heightPt: number }
  'form/invalid-image': { place: string }
  'form/no-glyph': { codePoint: string; place: string }
  'form/no-template': { on: string; effectiveFrom: string }
  'form/qr-too-long': { place: string; lengthBytes: number; maxBytes: number }
  // pdf
  'pdf/invalid-syntax': { offsetBytes: number; expected: string }
  'pdf/limit-exceeded': { limit: string; allowed: number; offsetBytes: number }
  'pdf/no-catalog': { lengthBytes: number }
  'pdf/no-revision': { index: number; count: number }
  'pdf/not-a-pdf': { lengthBytes: number }
  'pdf/not-extendable': { lengthBytes: number }
  'pdf/unsupported-encryption': { filter: string; version: number; revision: number }
  'pdf/unsupported-filter': { objectNumber: number; filter: string }
  'pdf/wrong-password': { tried: 'empty' | 'given' }
  // signature
  'signature/bad-appearance': { pageCount: number }
  'signature/bad-name': Record<string, never>
  'signature/bad-rectangle': { width: number; height: number }
  'signature/field-signed': Record<string, never>
  'signature/name-in-use': Record<string, never>
  'signature/no-field': Record<string, never>
  'signature/no-page': { pageIndex: number }
  'signature/no-placeholder': Record<string, never>
  'signature/placeholder-too-small': { neededBytes: number; reservedBytes: number }
  'signature/wrong-field-type': { expected: string }
  // pki
  'pki/key-certificate-mismatch': { outcome: string }
  'pki/legacy-encryption': { scheme: string }
  'pki/malformed': { structure: string; offset: number; problem: string }
  'pki/no-pem-block': { label: string }
  'pki/not-ecdsa-der': { lengthBytes: number }
  'pki/wrong-password': Record<string, never>
  'pki/unsupported-algorithm': { purpose: 'sign' | 'read-key'; algorithm: string }
  // pades
  'pades/certificate-refused': {
    reason:
      | 'no-certificate'
      | 'not-yet-valid'
      | 'expired'
      | 'key-usage'
      | 'other-key'
      | 'weak-algorithm'
      | 'revoked'
  }
  'pades/cms-refused': { codes: readonly string[] }
  'pades/missing-source': { level: string; source: 'timestamp' | 'revocation' }
  'pades/no-revocation-data': { count: number; codes: readonly string[] }
  'pades/no-signature': Record<never, never>
  'pades/not-prepared': Record<never, never>
  'pades/not-permitted': {
    reason: 'certified-without-changes' | 'already-certified' | 'already-signed' | 'field-locked'
  }
  'pades/seed-value': {
    constraints: readonly (
      | 'filter'
      | 'sub-filter'
      | 'version'
      | 'reason'
      | 'legal-attestation'
      | 'revocation-data'
      | 'digest'
      | 'lock-document'
      | 'appearance-filter'
      | 'doc-mdp'
      | 'timestamp'
      | 'certificate-subject'
      | 'certificate-issuer'
      | 'certificate-policy'
      | 'certificate-name'
      | 'certificate-key-usage'
      | 'signature-policy'
    )[]
  }
  'pades/timestamp-refused': { codes: readonly string[] }
  'pades/unreadable-signature': { index: number }
  'pades/wrong-order': { reason: 'not-approved-yet' | 'already-issued' | 'no-number-fields' | 'no-number' }
  'pades/wrong-signature': Record<never, never>
  // validation
  'validation/bad-policy': { path: string; expected: string }
  // runtime
  'runtime/broken-chain': { caseId: string; count: number }
  'runtime/too-many-conflicts': { attempts: number }
  'runtime/unknown-definition': { definition: string }
  // adapters
  'adapters/file-changed': Record<never, never>
  'adapters/folder-locked': { path: string; pid: number; host: string }
  'adapters/http-failed': {
    host: string
    reason: 'network' | 'timeout' | 'too-large' | 'status' | 'internal-address' | 'scheme' | 'redirects'
  }
  'adapters/no-signing-key': Record<never, never>
  'adapters/package-missing': { name: string }
  'adapters/pkcs11-failed': {
    step: 'load' | 'no-token' | 'several-tokens' | 'login' | 'no-key' | 'algorithm' | 'sign'
    returned?: string
  }
  'adapters/remote-signing-failed': {
    service: string
    reason:
      | 'refused-by-person'
      | 'expired'
      | 'cancelled'
      | 'credentials'
      | 'certificate-not-usable'
      | 'algorithm'
      | 'whole-cms'
      | 'rejected'
      | 'bad-answer'
      | 'not-https'
      | 'unavailable'
      | 'timeout'
      | 'network'
    status?: number
  }
  'adapters/trusted-list-unreadable': {
    reason: 'too-large' | 'not-utf8' | 'doctype' | 'too-deep' | 'not-xml' | 'other-root' | 'missing'
    place: string
  }
  'adapters/test-service-not-found': { path: string }
  // cli
  'cli/bad-option': { option: string; expected: string }
  'cli/folder-in-use': { path: string }
  'cli/no-attributes': Record<never, never>
  'cli/no-password': { variable: string }
}

/** One of the codes in the table above. */
export type ErrorCode = keyof ErrorTable

/** The sentences of some codes, in both languages. */
export type Messages<C extends ErrorCode> = {
  readonly [K in C]: {
    readonly vi: (data: ErrorTable[K]) => string
    readonly en: (data: ErrorTable[K]) => string
  }
}

/** What a room's `messages.ts` must satisfy: `export const messages = { … } satisfies RoomMessages<'pdf'>`. */
export type RoomMessages<Room extends string> = Messages<Extract<ErrorCode, `${Room}/${string}`>>

const brand: unique symbol = Symbol.for('motcua.error') as never

/**
 * The only class this package throws on purpose.
 *
 * There is one class and many codes because callers choose by code: a class per failure would be
 * one more export to name, document and keep for ever.
 */
export class MotcuaError<C extends ErrorCode = ErrorCode> extends Error {
  /** Stable name of what went wrong, `room/what-is-wrong`. */
  readonly code: C
  /** The facts of this case; free of personal data, keys and document contents. */
  readonly data: ErrorTable[C]
  /** Writes the message in one of the two languages; `message` itself is English. */
  readonly messageIn: (language: Language) => string
  /** Recognised across copies of the package, where `instanceof` is not. */
  readonly [brand] = true

  constructor(messages: Messages<C>, code: C, data: ErrorTable[C], options?: ErrorOptions) {
    const write = messages[code]
    super(write.en(data), options)
    this.name = 'MotcuaError'
    this.code = code
    this.data = data
    this.messageIn = (language) => write[language](data)
  }
}

/**
 * Tells a `MotcuaError` (of one code, when given) from any other thrown value, across copies of the package.
 *
 * @example
 * import { instant, isMotcuaError } from 'motcua'
 * try {
 *   instant('tomorrow')
 * } catch (error) {
 *   isMotcuaError(error, 'date/invalid-instant') // true
 * }
 */
export function isMotcuaError<C extends ErrorCode>(error: unknown, code?: C): error is MotcuaError<C> {
  const isOurs = typeof error === 'object' && error !== null && brand in error
  return isOurs && (code === undefined || (error as MotcuaError).code === code)
}

/** Gives what a reader gives, and nothing where it refuses with this code; every other error passes. */
export function tryReading<T>(code: ErrorCode, read: () => T): T | undefined {
  try {
    return read()
  } catch (error) {
    if (isMotcuaError(error, code)) return undefined
    throw error
  }
}

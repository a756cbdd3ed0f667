/**
 * The report as text for a terminal: the verdict first, then each signature, then what is not as it should be.
 *
 * @module
 */
import type { Language } from '../../errors.ts'
import type { ValidationFinding } from '../finding.ts'
import type { SignatureReport, ValidationReport } from '../verdict.ts'
import { checkWords, wordFacts, writeMoment } from './facts-in-words.ts'
import { explainReport, explainSignature } from './plain-words.ts'

const words = {
  vi: {
    at: 'Xét tại thời điểm',
    policy: 'chính sách',
    signature: 'Chữ ký',
    timestamp: 'Dấu thời gian',
    page: 'trang',
    more: 'và {count} thay đổi khác',
  },
  en: {
    at: 'As of',
    policy: 'policy',
    signature: 'Signature',
    timestamp: 'Timestamp',
    page: 'page',
    more: 'and {count} more changes',
  },
} as const

const marks = { ok: '✓', failed: '✗', warning: '!', 'not-checked': '?' } as const

/** Changes told one by one; a form of a thousand fields is not. */
const MOST_CHANGES = 10

/**
 * Makes text safe for a terminal: what a document says of itself may hold control characters, which would move the
 * cursor or hide lines (C0, C1, and the marks that turn the direction of text).
 */
function clean(text: string): string {
  return text.replace(/[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, ' ')
}

/** One line of a finding that is not good. */
function writeFinding(finding: ValidationFinding, language: Language): string {
  const { check, outcome, message, place } = finding
  return `   ${marks[outcome]} ${checkWords[check][language]}: ${message[language]} [${place}] (${finding.code})`
}

/** The changes of which page and place are known, up to a bound. */
function writeChanges(signature: SignatureReport, language: Language): string[] {
  const say = words[language]
  const shown = signature.changes.slice(0, MOST_CHANGES).map(({ message, pageNumber, path }) => {
    const where = pageNumber === undefined ? path : `${say.page} ${pageNumber}, ${path}`
    return `     – ${message[language]} (${where})`
  })
  const left = signature.changes.length - shown.length
  return left > 0 ? [...shown, `     – ${say.more.replace('{count}', String(left))}`] : shown
}

/** All lines of one signature. */
function writeSignature(signature: SignatureReport, index: number, language: Language): string[] {
  const { kind, field, indication, subIndication, findings } = signature
  const facts = wordFacts(signature, language)
  const width = Math.max(...facts.map(({ heading }) => heading.length))
  const name = field === '' ? '' : ` "${field}"`
  const status = subIndication === null ? indication : `${indication} / ${subIndication}`
  return [
    '',
    `${index + 1}. ${words[language][kind]}${name}: ${status}`,
    `   ${explainSignature(signature)[language]}.`,
    ...facts.map((fact) => `   ${`${fact.heading}:`.padEnd(width + 2)}${fact.words}`),
    ...findings.filter(({ outcome }) => outcome !== 'ok').map((finding) => writeFinding(finding, language)),
    ...writeChanges(signature, language),
  ]
}

/**
 * Writes the report for a terminal, in one language; findings that are good are left out.
 *
 * Control characters in names and texts from the document are replaced by spaces.
 *
 * @example
 * import { verifyDocument, writeTextReport } from 'motcua/validation'
 * import { instant } from 'motcua'
 * const report = await verifyDocument(new Uint8Array(9), { trust: [], at: instant('2026-09-01T09:00') })
 * writeTextReport(report, 'en').split(':')[0] // 'NO signature was confirmed'
 */
export function writeTextReport(report: ValidationReport, language: Language): string {
  const say = words[language]
  const findings = report.document.findings.filter(({ outcome }) => outcome !== 'ok')
  const lines = [
    `${explainReport(report)[language]}.`,
    `${say.at} ${writeMoment(report.at)}; ${say.policy} ${report.policy}.`,
    ...findings.map((finding) => writeFinding(finding, language)),
    ...report.signatures.flatMap((signature, index) => writeSignature(signature, index, language)),
  ]
  return `${lines.map(clean).join('\n')}\n`
}

/**
 * The report as text for a terminal: the verdict first, then each signature, then what is not as it should be.
 *
 * @module
 */
import type { Language } from '../../errors.ts'
import type { ValidationFinding } from '../finding.ts'
import type { SignatureReport, ValidationReport } from '../verdict.ts'
import { checkWords, wordFacts, wordPlace, writeMoment } from './facts-in-words.ts'
import { gatherChanges } from './gather-changes.ts'
import { explainReport, explainSignature, listRemarks } from './plain-words.ts'
import { cleanText } from './safe-text.ts'

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

/** One line of a finding that is not good. */
function writeFinding(finding: ValidationFinding, language: Language): string {
  const { check, outcome, message } = finding
  return `   ${marks[outcome]} ${checkWords[check][language]}: ${message[language]} [${wordPlace(finding, language)}] (${finding.code})`
}

/** What changed, the weightiest first, up to a bound. */
function writeChanges(signature: SignatureReport, language: Language): string[] {
  const say = words[language]
  const told = gatherChanges(signature.changes)
  const shown = told.slice(0, MOST_CHANGES).map(({ change, count }) => {
    const page = change.pageNumber === undefined ? [] : [`${say.page} ${change.pageNumber}`]
    const where = [...page, ...(change.path === '' ? [] : [change.path])].join(', ')
    const times = count > 1 ? ` ×${count}` : ''
    return `     – ${change.message[language]}${times}${where === '' ? '' : ` (${where})`}`
  })
  const left = told.length - shown.length
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
    ...listRemarks(report).map((remark) => `${remark[language]}.`),
    `${say.at} ${writeMoment(report.at)}; ${say.policy} ${report.policy}.`,
    ...findings.map((finding) => writeFinding(finding, language)),
    ...report.signatures.flatMap((signature, index) => writeSignature(signature, index, language)),
  ]
  return `${lines.map(cleanText).join('\n')}\n`
}

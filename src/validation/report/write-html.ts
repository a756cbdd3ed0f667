/**
 * The report as one page that a citizen understands: the verdict in plain words, then who, when and whether unchanged.
 *
 * @module
 */
import type { Language } from '../../errors.ts'
import type { CheckOutcome, ValidationFinding } from '../finding.ts'
import type { PageShape, SignatureReport, ValidationReport } from '../verdict.ts'
import { attackWords, checkWords, outcomeWords, wordFacts, wordPlace, writeMoment } from './facts-in-words.ts'
import { gatherChanges, type ToldChange } from './gather-changes.ts'
import { pageStyle } from './html-style.ts'
import { drawPageMap, isShown } from './page-map.ts'
import { explainReport, explainSignature, judgeTone, listRemarks, type VerdictTone } from './plain-words.ts'
import { type Html, markup, nothing } from './safe-text.ts'

/** How the page is written. */
export interface HtmlReportOptions {
  readonly language: Language
  /** Name of the file that was checked, as it is to stand on the page. */
  readonly fileName?: string
  /** SHA-256 of that file, hexadecimal, so that the page can be told to belong to it. */
  readonly sha256?: string
}

const words = {
  vi: {
    title: 'Kết quả kiểm tra chữ ký số',
    at: 'Xét tại thời điểm',
    policy: 'chính sách',
    signature: 'Chữ ký',
    timestamp: 'Dấu thời gian',
    warnings: 'Điểm chưa đạt và cần lưu ý',
    attacks: 'Dấu hiệu can thiệp',
    changes: 'Thay đổi sau khi ký',
    page: 'trang',
    more: (count: number) => `và ${count} thay đổi khác`,
    all: (count: number) => `Tất cả ${count} kết quả kiểm tra`,
    status: 'Kết luận theo ETSI EN 319 102-1',
    suspected: 'nghi vấn',
    marks:
      'Trên hình: F – điền biểu mẫu hoặc ký thêm; A – ghi chú; ! – thay đổi khác; viền đứt – không rõ vị trí.',
    foot: 'Trang này là bản diễn giải, không thay cho việc kiểm tra tệp gốc. Các mục được nêu theo Thông tư 15/2025/TT-BKHCN.',
    made: 'Lập bởi motcua',
  },
  en: {
    title: 'Result of checking the digital signatures',
    at: 'As of',
    policy: 'policy',
    signature: 'Signature',
    timestamp: 'Timestamp',
    warnings: 'What failed or is worth knowing',
    attacks: 'Signs of tampering',
    changes: 'Changes after signing',
    page: 'page',
    more: (count: number) => `and ${count} more changes`,
    all: (count: number) => `All ${count} results of checks`,
    status: 'Status after ETSI EN 319 102-1',
    suspected: 'suspected',
    marks:
      'On the maps: F – fields or further signatures; A – comments; ! – other changes; dashed frame – place not known.',
    foot: 'This page explains; it does not replace checking the file itself. What it shows follows Circular 15/2025/TT-BKHCN of Viet Nam.',
    made: 'Made by motcua',
  },
} as const

/** Changes told one by one. */
const MOST_CHANGES = 20

const signs: Readonly<Record<VerdictTone, string>> = { good: '✓', doubtful: '?', bad: '✕' }
const tones: Readonly<Record<CheckOutcome, VerdictTone>> = {
  ok: 'good',
  failed: 'bad',
  warning: 'doubtful',
  'not-checked': 'doubtful',
}

/** A finding with its check and outcome in words; the colour never stands alone. */
function writeFinding(finding: ValidationFinding, language: Language): Html {
  const { check, outcome, message, code } = finding
  return markup`<li class="${tones[outcome]}"><strong>${checkWords[check][language]} – ${outcomeWords[outcome][language]}:</strong> ${message[language]}.<small>${wordPlace(finding, language)} · ${code}</small></li>`
}

/** Findings under a heading, or nothing. */
function writeFindings(heading: string, findings: readonly ValidationFinding[], language: Language): Html {
  if (findings.length === 0) return nothing
  // What failed goes first.
  const weigh = ({ outcome }: ValidationFinding): number => (outcome === 'failed' ? 0 : 1)
  const sorted = [...findings].sort((a, b) => weigh(a) - weigh(b))
  return markup`<h3>${heading}</h3><ul>${sorted.map((finding) => writeFinding(finding, language))}</ul>`
}

/** One change in words, or several that say the same. */
function writeChange({ change, count }: ToldChange, language: Language): Html {
  const { message, pageNumber, path, level } = change
  const page = pageNumber === undefined ? [] : [`${words[language].page} ${pageNumber}`]
  const where = [...page, ...(path === '' ? [] : [path])].join(' · ')
  return markup`<li class="${level === 'other' ? 'bad' : 'plain'}">${message[language]}${count > 1 ? ` (×${count})` : ''}<small>${where}</small></li>`
}

/** What changed after a signature: maps of the pages, then each change in words. */
function writeChanges(signature: SignatureReport, pages: readonly PageShape[], language: Language): Html {
  const say = words[language]
  const told = gatherChanges(signature.changes)
  if (told.length === 0) return nothing
  const changes = signature.changes.filter(({ level }) => level !== 'none' && level !== 'lta-updates')
  const touched = pages.filter(({ pageNumber }) => {
    return changes.some((change) => isShown(change) && change.pageNumber === pageNumber)
  })
  const maps = touched.map((shape) => drawPageMap(shape, changes, language))
  const drawn = markup`<div class="maps">${maps}</div><p><small>${say.marks}</small></p>`
  const left = told.length - MOST_CHANGES
  const rows = told.slice(0, MOST_CHANGES).map((each) => writeChange(each, language))
  const more = left > 0 ? markup`<li class="plain">${say.more(left)}</li>` : nothing
  return markup`<h3>${say.changes}</h3>${maps.length === 0 ? nothing : drawn}<ul>${rows}${more}</ul>`
}

/** Attacks recognised by name. */
function writeAttacks({ attacks }: SignatureReport, language: Language): Html {
  const say = words[language]
  if (attacks.length === 0) return nothing
  const rows = attacks.map(
    ({ name, variant, stage, message, place, pageNumber }) =>
      markup`<li class="${stage === 'suspected' ? 'doubtful' : 'bad'}"><strong>${attackWords[name][language]}${stage === 'suspected' ? ` (${say.suspected})` : ''}:</strong> ${message[language]}.<small>${name} (${variant})${pageNumber === undefined ? '' : ` · ${say.page} ${pageNumber}`} · ${place}</small></li>`,
  )
  return markup`<h3>${say.attacks}</h3><ul>${rows}</ul>`
}

/** One signature or document timestamp. */
function writeSignature(
  signature: SignatureReport,
  pages: readonly PageShape[],
  { language, index }: { readonly language: Language; readonly index: number },
): Html {
  const say = words[language]
  const { indication, subIndication, findings, field, kind } = signature
  const status = subIndication === null ? indication : `${indication} / ${subIndication}`
  const facts = wordFacts(signature, language).map(
    (fact) => markup`<dt>${fact.heading}</dt><dd><bdi>${fact.words}</bdi></dd>`,
  )
  // Attacks have a list of their own, in more words.
  const doubts = findings.filter(({ outcome, check }) => outcome !== 'ok' && check !== 'attack')
  const title = `${index + 1}. ${say[kind]}${field === '' ? '' : ` “${field}”`}`
  return markup`<section aria-label="${title}"><div class="head"><h2><bdi>${title}</bdi></h2><span class="chip ${judgeTone(signature)}">${signs[judgeTone(signature)]} ${status}</span></div><p class="lead">${explainSignature(signature)[language]}.</p><dl>${facts}</dl>${writeAttacks(signature, language)}${writeFindings(say.warnings, doubts, language)}${writeChanges(signature, pages, language)}<details><summary>${say.all(findings.length)}</summary><ul>${findings.map((finding) => writeFinding(finding, language))}</ul></details></section>`
}

/** The verdict on the whole, in its colour and with its sign. */
function writeVerdict(report: ValidationReport, language: Language): Html {
  const { tone, ...said } = explainReport(report)
  const { indication, subIndication } = report.document
  const status = [indication, subIndication].filter((word) => word !== null).join(' / ')
  const small = status === '' ? nothing : markup`<small>${words[language].status}: ${status}</small>`
  const remarks = listRemarks(report).map((remark) => markup`<small>${remark[language]}.</small>`)
  return markup`<div class="verdict ${tone}" role="status"><span class="sign" aria-hidden="true"><b>${signs[tone]}</b></span><p>${said[language]}.${remarks}${small}</p></div>`
}

/**
 * Writes the report as one self-contained HTML page: no scripts, nothing remote, every word of the document escaped.
 *
 * It says the verdict first, then for each signature what TT 15/2025/TT-BKHCN asks verification software to show, with
 * maps of the pages that were changed. Colours never stand alone, and the page can be printed on A4.
 *
 * @example
 * import { verifyDocument, writeHtmlReport } from 'motcua/validation'
 * import { instant } from 'motcua'
 * const report = await verifyDocument(new Uint8Array(9), { trust: [], at: instant('2026-09-01T09:00') })
 * writeHtmlReport(report, { language: 'vi' }).slice(0, 15) // '<!doctype html>'
 */
export function writeHtmlReport(report: ValidationReport, options: HtmlReportOptions): string {
  const { language, fileName = '', sha256 } = options
  const say = words[language]
  const doubts = report.document.findings.filter(({ outcome }) => outcome !== 'ok')
  const sections = report.signatures.map((signature, index) =>
    writeSignature(signature, report.pages, { language, index }),
  )
  const general =
    doubts.length === 0
      ? nothing
      : markup`<section>${writeFindings(say.warnings, doubts, language)}</section>`
  const digest = sha256 === undefined ? nothing : markup`<br>SHA-256: <code>${sha256}</code>`
  const head = markup`<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'"><title>${say.title}${fileName === '' ? '' : ` – ${fileName}`}</title><style>${{ html: pageStyle }}</style>`
  const body = markup`<main><h1>${say.title}</h1><p class="file"><bdi>${fileName}</bdi></p>${writeVerdict(report, language)}${general}${sections}<footer><p>${say.at} ${writeMoment(report.at)}; ${say.policy} ${report.policy}.${digest}</p><p>${say.foot} ${say.made}.</p></footer></main>`
  return `<!doctype html>\n<html lang="${language}"><head>${head.html}</head>\n<body>${body.html}</body></html>\n`
}

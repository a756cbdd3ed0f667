/**
 * What a document holds that could change its look after it is signed: preparations for a shadow attack.
 *
 * A shadow attack hides content in a document before somebody signs it and reveals it later by a change that
 * validators may allow (Mainka, Mladenov, Rohlmann: Shadow Attacks, NDSS 2021). Every finding is a reason to
 * look, not a verdict: all of these occur in honest documents too.
 *
 * @module
 */
import type { LocalizedText } from '../../errors.ts'
import type { Finding, FindingSeverity } from '../../finding.ts'
import {
  findDict,
  findValue,
  type Pdf,
  type PdfDict,
  type PdfObject,
  type PdfPage,
  readCatalog,
  resolveObject,
  walkPages,
} from '../../pdf/index.ts'
import { readNameEntry } from '../dictionary.ts'
import { type FormField, listFields } from '../field.ts'
import { type PageBox, readBox, readVisibleBox } from '../placement.ts'
import { readShownText } from './shown-text.ts'
import { findUnreachablePages } from './unreachable.ts'

/** What may be found. */
const sentences = {
  'signature/hidden-field-value': {
    vi: 'một trường có giá trị nhưng bị ẩn',
    en: 'a field has a value but is hidden',
  },
  'signature/appearance-differs': {
    vi: 'chữ hiển thị của một trường khác với giá trị của nó',
    en: 'the text shown for a field differs from its value',
  },
  'signature/need-appearances': {
    vi: 'biểu mẫu yêu cầu trình xem tự vẽ lại các trường (NeedAppearances)',
    en: 'the form asks viewers to draw its fields anew (NeedAppearances)',
  },
  'signature/annotation-over-page': {
    vi: 'một chú thích che phần lớn trang',
    en: 'an annotation covers most of a page',
  },
  'signature/annotation-over-signature': {
    vi: 'một chú thích nằm đè lên chữ ký',
    en: 'an annotation lies over a signature',
  },
  'signature/signatures-overlap': {
    vi: 'hai khung chữ ký chồng lên nhau (dấu đóng lên chữ ký là hình thức hợp lệ)',
    en: 'two signature fields overlap (a seal over a signature is the lawful form)',
  },
  'signature/optional-content': {
    vi: 'tài liệu có lớp nội dung có thể bật tắt',
    en: 'the document has layers that can be switched',
  },
  'signature/unreachable-page': {
    vi: 'tệp chứa trang, cây trang hoặc danh mục không thuộc tài liệu',
    en: 'the file holds a page, page tree or catalog that is not part of the document',
  },
  'signature/active-content': {
    vi: 'tài liệu có hành động hoặc mã lệnh chạy khi mở hay khi thao tác',
    en: 'the document has actions or scripts that run when it is opened or used',
  },
  'signature/xfa-form': {
    vi: 'biểu mẫu XFA: trình xem có thể hiển thị khác với nội dung trang',
    en: 'an XFA form: viewers may show other content than the pages hold',
  },
} satisfies Record<string, LocalizedText>

/** Names of what may be found. */
export type ShadowRisk = keyof typeof sentences

/** Builds a finding. */
function find(code: ShadowRisk, place: string, facts: Readonly<Record<string, unknown>> = {}): Finding {
  const severity: FindingSeverity = code === 'signature/signatures-overlap' ? 'info' : 'warning'
  return { code, severity, place, message: sentences[code], facts }
}

/** Invisible (unknown types), Hidden and NoView (ISO 32000-1, table 165). */
const HIDDEN_FLAGS = 2 | 32

/** A widget or other annotation on a page. */
interface PlacedAnnotation {
  readonly dict: PdfDict
  readonly objectNumber: number
  readonly pageIndex: number
  readonly subtype: string
  readonly box: PageBox
  readonly flags: number
}

/** Reads the flags of an annotation. */
function readFlags(pdf: Pdf, dict: PdfDict): number {
  const flags = findValue(pdf, dict, 'F')
  return flags?.kind === 'number' ? flags.value : 0
}

/** Lists the annotations of a page that show something. */
function listAnnotations(pdf: Pdf, page: PdfPage): PlacedAnnotation[] {
  const array = findValue(pdf, page.dict, 'Annots')
  const items = array?.kind === 'array' ? array.items : []
  return items.flatMap((item) => {
    const dict = resolveObject(pdf, item)
    const box = dict.kind === 'dict' ? readBox(pdf, dict.entries.get('Rect')) : undefined
    if (dict.kind !== 'dict' || box === undefined) return []
    const subtype = readNameEntry(pdf, dict, 'Subtype')
    const objectNumber = item.kind === 'ref' ? item.number : 0
    return [{ dict, objectNumber, pageIndex: page.index, subtype, box, flags: readFlags(pdf, dict) }]
  })
}

/** Area of a box; nothing for one that is turned inside out. */
function areaOf([left, bottom, right, top]: PageBox): number {
  return Math.max(0, right - left) * Math.max(0, top - bottom)
}

/** Area that two boxes share. */
function sharedArea(a: PageBox, b: PageBox): number {
  return areaOf([Math.max(a[0], b[0]), Math.max(a[1], b[1]), Math.min(a[2], b[2]), Math.min(a[3], b[3])])
}

/** Half the page: no stamp or note is as large, a sheet that hides the page is. */
const COVERING_SHARE = 0.5

/** Annotations that show nothing of their own, or only next to their place. */
const harmless = new Set(['Link', 'Popup'])

/** Tells whether an annotation is a signature field, merged or below one. */
function isSignatureWidget(pdf: Pdf, annotation: PlacedAnnotation): boolean {
  const parent = findDict(pdf, annotation.dict, 'Parent')
  const type = readNameEntry(pdf, annotation.dict, 'FT') || readNameEntry(pdf, parent, 'FT')
  return annotation.subtype === 'Widget' && type === 'Sig'
}

/** Where a finding about an annotation is. */
function placeOf({ pageIndex, objectNumber }: PlacedAnnotation): string {
  return `page ${pageIndex + 1}, object ${objectNumber}`
}

/** Looks at what lies over a page and over its signatures. */
function checkOverlaps(pdf: Pdf, page: PdfPage): Finding[] {
  const findings: Finding[] = []
  const shown = listAnnotations(pdf, page).filter(
    ({ subtype, box }) => !harmless.has(subtype) && areaOf(box) > 0,
  )
  if (shown.length === 0) return findings
  const visible = readVisibleBox(pdf, page)
  const signatures = shown.filter((annotation) => isSignatureWidget(pdf, annotation))
  for (const [index, annotation] of shown.entries()) {
    const facts = {
      pageIndex: page.index,
      objectNumber: annotation.objectNumber,
      subtype: annotation.subtype,
    }
    const share = sharedArea(annotation.box, visible) / areaOf(visible)
    if (share >= COVERING_SHARE)
      findings.push(find('signature/annotation-over-page', placeOf(annotation), facts))
    for (const signature of signatures) {
      if (signature === annotation || sharedArea(annotation.box, signature.box) === 0) continue
      const areBoth = signatures.includes(annotation)
      if (areBoth && shown.indexOf(signature) < index) continue
      const code = areBoth ? 'signature/signatures-overlap' : 'signature/annotation-over-signature'
      findings.push(find(code, placeOf(annotation), { ...facts, signature: signature.objectNumber }))
    }
  }
  return findings
}

const ascii = new TextDecoder('latin1')

/** Text of a field's value, or nothing for values that are no text. */
function readFieldText(pdf: Pdf, field: FormField): string {
  const value = resolveObject(pdf, field.value)
  if (value?.kind !== 'string') return ''
  return value.bytes.every((byte) => byte >= 0x20 && byte < 0x7f) ? ascii.decode(value.bytes) : ''
}

/** Compares what fields hold with what their widgets show, as far as the text shown can be read. */
function checkFields(pdf: Pdf): Finding[] {
  return listFields(pdf).flatMap((field) => {
    if (field.fieldType === 'Sig' || field.value === undefined) return []
    const text = readFieldText(pdf, field)
    const findings: Finding[] = []
    for (const widget of field.widgets) {
      const facts = { objectNumber: widget.ref?.number ?? 0 }
      const place = `object ${facts.objectNumber}`
      const isHidden = (readFlags(pdf, widget.dict) & HIDDEN_FLAGS) !== 0
      if (isHidden && text !== '') findings.push(find('signature/hidden-field-value', place, facts))
      const shown = field.fieldType === 'Tx' && text !== '' ? readShownText(pdf, widget.dict) : undefined
      if (shown !== undefined && squeeze(shown) !== squeeze(text)) {
        findings.push(find('signature/appearance-differs', place, facts))
      }
    }
    return findings
  })
}

/** Text without white space: line breaks are the viewer's. */
function squeeze(text: string): string {
  return text.replace(/\s+/g, '')
}

/** Looks at the form as a whole. */
function checkForm(pdf: Pdf): Finding[] {
  const form = findDict(pdf, readCatalog(pdf), 'AcroForm')
  const needed = findValue(pdf, form, 'NeedAppearances')
  const findings: Finding[] = []
  if (needed?.kind === 'boolean' && needed.value)
    findings.push(find('signature/need-appearances', 'AcroForm'))
  if (findValue(pdf, form, 'XFA') !== undefined) findings.push(find('signature/xfa-form', 'AcroForm'))
  return findings
}

/** Looks for layers; how many of them are off at first is among the facts. */
function checkLayers(pdf: Pdf): Finding[] {
  const properties = findDict(pdf, readCatalog(pdf), 'OCProperties')
  const groups = findValue(pdf, properties, 'OCGs')
  const count = groups?.kind === 'array' ? groups.items.length : 0
  if (count === 0) return []
  const off = findValue(pdf, findDict(pdf, properties, 'D'), 'OFF')
  const offCount = off?.kind === 'array' ? off.items.length : 0
  return [find('signature/optional-content', 'OCProperties', { count, offCount })]
}

/** Tells whether an action runs something; going to a page or a site does not change what is shown. */
function isActive(pdf: Pdf, value: PdfObject | undefined): boolean {
  const type = value?.kind === 'dict' ? readNameEntry(pdf, value, 'S') : ''
  return ['JavaScript', 'Hide', 'SetOCGState', 'Launch', 'Rendition', 'ImportData', 'ResetForm'].includes(
    type,
  )
}

/** Looks for scripts and actions of the document and its pages. */
function checkActions(pdf: Pdf, pages: readonly PdfPage[]): Finding[] {
  const catalog = readCatalog(pdf)
  const findings: Finding[] = []
  const names = findDict(pdf, findDict(pdf, catalog, 'Names'), 'JavaScript')
  if (
    names !== undefined ||
    isActive(pdf, findValue(pdf, catalog, 'OpenAction')) ||
    catalog.entries.has('AA')
  ) {
    findings.push(find('signature/active-content', 'catalog'))
  }
  for (const page of pages) {
    const place = `page ${page.index + 1}`
    if (page.dict.entries.has('AA')) findings.push(find('signature/active-content', place))
    for (const annotation of listAnnotations(pdf, page)) {
      const isScripted =
        isActive(pdf, findValue(pdf, annotation.dict, 'A')) || annotation.dict.entries.has('AA')
      if (isScripted) findings.push(find('signature/active-content', placeOf(annotation)))
    }
  }
  return findings
}

/** More pages than this are not looked at one by one; the finding says how far the look went. */
const MAX_PAGES = 5000

/** Looks for pages that nothing leads to. */
function checkUnreachable(pdf: Pdf): Finding[] {
  return findUnreachablePages(pdf).map(({ number, type }) =>
    find('signature/unreachable-page', `object ${number}`, { objectNumber: number, type }),
  )
}

/** The pages that are looked at. */
function listPages(pdf: Pdf): readonly PdfPage[] {
  const pages: PdfPage[] = []
  for (const page of walkPages(pdf)) if (pages.push(page) >= MAX_PAGES) break
  return pages
}

/** The looks, each with what it may find, in the order in which findings are given. */
const looks: readonly (readonly [
  readonly ShadowRisk[],
  (pdf: Pdf, readPages: () => readonly PdfPage[]) => Finding[],
])[] = [
  [['signature/need-appearances', 'signature/xfa-form'], checkForm],
  [['signature/hidden-field-value', 'signature/appearance-differs'], checkFields],
  [
    ['signature/annotation-over-page', 'signature/annotation-over-signature', 'signature/signatures-overlap'],
    (pdf, readPages) => readPages().flatMap((page) => checkOverlaps(pdf, page)),
  ],
  [['signature/optional-content'], checkLayers],
  [['signature/active-content'], (pdf, readPages) => checkActions(pdf, readPages())],
  [['signature/unreachable-page'], checkUnreachable],
]

/**
 * Looks for what could make a document show something else after it is signed.
 *
 * @param only - Risks to look for, which saves the time of the others; all when absent.
 * @returns Findings of severity `warning`; overlapping signature fields are only `info`.
 *
 * @example
 * import { openPdf } from 'motcua/pdf'
 * import { checkShadowRisks } from 'motcua/signature'
 * const text =
 *   '%PDF-1.7\n1 0 obj <</Type/Catalog/Pages 2 0 R/AcroForm<</Fields[]/NeedAppearances true>>>> endobj\n' +
 *   '2 0 obj <</Kids[]>> endobj trailer <</Root 1 0 R>>\n'
 * checkShadowRisks(openPdf(new TextEncoder().encode(text))).map(({ code }) => code) // ['signature/need-appearances']
 */
export function checkShadowRisks(pdf: Pdf, only?: readonly ShadowRisk[]): Finding[] {
  let pages: readonly PdfPage[] | undefined
  const readPages = () => {
    pages ??= listPages(pdf)
    return pages
  }
  return looks.flatMap(([risks, look]) => {
    if (only === undefined) return look(pdf, readPages)
    if (!risks.some((risk) => only.includes(risk))) return []
    return look(pdf, readPages).filter(({ code }) => only.some((risk) => risk === code))
  })
}

import { readFileSync } from 'node:fs'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { beforeAll, describe, expect, it } from 'vitest'
import { concatBytes, writeUtf8 } from '../../../src/bytes.ts'
import { instant } from '../../../src/date.ts'
import {
  createVerifier,
  describeVerdict,
  explainReport,
  type ValidationReport,
  validationSchemas,
  verifyDocument,
  writeHtmlReport,
  writeJsonReport,
  writeTextReport,
  writeXmlReport,
} from '../../../src/validation/index.ts'
import { pageStyle } from '../../../src/validation/report/html-style.ts'
import { circularHeadings } from '../../kit/report-of.ts'
import { plainDocument, type Signing, signedAt, signWhole, startSigning } from '../../kit/signed-document.ts'

let signing: Signing
let reports: Record<
  'good' | 'archived' | 'changed' | 'redrawn' | 'hostile' | 'none' | 'garbage',
  ValidationReport
>

/** A page content put behind a signature: the plainest change of what a reader sees. */
const redrawing = writeUtf8(
  '\n3 0 obj <</Type/Page/Parent 2 0 R/Rotate 90/MediaBox[0 0 595 842]/Annots[<</Type/Annot/Subtype/Square/Rect[50 50 200 200]>>]>> endobj\n',
)

/** Appends a revision by hand that replaces the page. */
function redraw(signed: Uint8Array): Uint8Array {
  const before = new TextDecoder('latin1').decode(signed)
  const startxref = /startxref\s+(\d+)\s+%%EOF\s*$/.exec(before)?.[1] ?? '0'
  const root = /\/Root (\d+ 0 R)/.exec(before)?.[1] ?? '1 0 R'
  const size = /\/Size (\d+)/.exec(before)?.[1] ?? '20'
  const table = `xref\n3 1\n${String(signed.length + 1).padStart(10, '0')} 00000 n \ntrailer <</Size ${size}/Root ${root}/Prev ${startxref}>>\nstartxref\n${signed.length + redrawing.length}\n%%EOF\n`
  return concatBytes(signed, redrawing, writeUtf8(table))
}

beforeAll(async () => {
  signing = await startSigning()
  const verifier = createVerifier({ trust: signing.trust })
  const judge = (document: Uint8Array) => verifier.verify(document, { at: signedAt })
  const signed = await signWhole(signing)
  const flipped = signed.slice()
  flipped[60] = (flipped[60] ?? 0) ^ 1
  const evil = '</title><script>alert(1)</script>"\'><img src=x onerror=alert(1)>\u202e\u0007'
  reports = {
    good: await judge(signed),
    archived: await judge(await signWhole(signing, { level: 'B-LTA' })),
    changed: await judge(flipped),
    redrawn: await judge(redraw(signed)),
    hostile: await judge(await signWhole(signing, { reason: evil, location: evil, field: 'A"><b>' })),
    none: await judge(plainDocument),
    garbage: await judge(new Uint8Array(40)),
  }
})

const html = (report: ValidationReport, language: 'vi' | 'en' = 'vi') =>
  writeHtmlReport(report, { language, fileName: '<i>a.pdf', sha256: 'ab'.repeat(32) })

describe('the JSON forms', () => {
  const ajv = new Ajv2020({ strict: true })
  const isReport = ajv.compile(validationSchemas['validation-report'])
  const isVerdict = ajv.compile(validationSchemas.verdict)
  it('are as the published schemas say, whatever the document', () => {
    for (const [name, report] of Object.entries(reports)) {
      expect(
        isReport(JSON.parse(writeJsonReport(report))),
        `${name} ${JSON.stringify(isReport.errors)}`,
      ).toBe(true)
      for (const language of ['vi', 'en'] as const) {
        const verdict = JSON.parse(JSON.stringify(describeVerdict(report, language)))
        expect(isVerdict(verdict), `${name} ${JSON.stringify(isVerdict.errors)}`).toBe(true)
      }
    }
  })
  it('refuse what the schemas do not know', () => {
    const { pages: _, ...less } = JSON.parse(writeJsonReport(reports.good))
    expect(isReport(less)).toBe(false)
    expect(isVerdict({ ...describeVerdict(reports.good, 'vi'), more: 1 })).toBe(false)
  })
  it('stand in schemas/ as the code has them', () => {
    for (const [name, schema] of Object.entries(validationSchemas)) {
      const file = new URL(`../../../schemas/${name}.schema.json`, import.meta.url)
      expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(schema)
    }
  })
})

describe('the page', () => {
  it('says the verdict first, in the words of its tone, in both languages', () => {
    expect(html(reports.good)).toContain('<div class="verdict good" role="status">')
    expect(html(reports.good)).toContain('Chữ ký số của tài liệu hợp lệ.')
    expect(html(reports.changed, 'en')).toContain('This document should NOT be relied on')
    expect(html(reports.none)).toContain('tài liệu không có chữ ký số nào')
    expect(html(reports.good, 'en')).toMatch(/^<!doctype html>\n<html lang="en">/)
  })
  it('shows what the circular asks for', () => {
    for (const heading of circularHeadings) expect(html(reports.archived)).toContain(`<dt>${heading}</dt>`)
  })
  it('does not let a good verdict pass in silence where revocation is open or an attack suspected', () => {
    const open = 'chưa xác minh được chứng thư có bị thu hồi hay không'
    const suspicion = 'giống cách đánh lừa người đọc'
    expect(html(reports.good)).toContain(open)
    expect(writeTextReport(reports.good, 'vi')).toContain(open)
    expect(html(reports.archived)).not.toContain(open)
    expect(html(reports.changed)).not.toContain(open)
    const [signature] = reports.archived.signatures
    if (signature === undefined) throw new Error('no signature')
    const attack = {
      name: 'shadow-replace',
      variant: 'value-replaced',
      stage: 'suspected',
      place: '/AcroForm/Fields[0]',
      pageNumber: 3,
      message: { vi: 'thay', en: 'replaced' },
    } as const
    const suspected = { ...reports.archived, signatures: [{ ...signature, attacks: [attack] }] }
    expect(html(suspected)).toContain(suspicion)
    expect(html(suspected)).toContain('trang 3')
    expect(html(reports.archived)).not.toContain(suspicion)
  })
  it('tells since when a certificate is revoked', async () => {
    const { authority, trust } = signing
    const person = await authority.issue({ commonName: 'Người bị thu hồi thử' })
    const signed = await signWhole({ authority, person })
    authority.revoke(person, { revokedAt: instant('2026-08-31T15:30') })
    const report = await verifyDocument(signed, { trust, at: signedAt, fetchCrl: authority.fetchCrl })
    expect(html(report)).toContain('trong thời hạn; ĐÃ BỊ THU HỒI (15:30:00 31/08/2026 (+07:00))')
  })
  it('names levels, times and certificates so that people understand them', () => {
    expect(html(reports.good)).toContain('B-B (cơ bản, chưa có dấu thời gian)')
    expect(html(reports.good)).toContain('do người ký khai, chưa được chứng minh')
    expect(html(reports.archived)).toContain('B-LTA (đủ dữ liệu để lưu trữ lâu dài)')
    expect(html(reports.archived)).not.toContain('chưa được chứng minh')
    expect(html(reports.good)).toContain('chứng thư đã ký · validation/revocation-none')
    expect(html(reports.good, 'en')).toContain('authority 1 above it · validation/revocation-none')
  })
  it('marks the changed places on a map of the page, turned as the page is', () => {
    const { changes } = reports.redrawn.signatures[0] ?? { changes: [] }
    expect(changes.some(({ pageNumber }) => pageNumber === 1)).toBe(true)
    expect(reports.redrawn.pages).toEqual([{ pageNumber: 1, box: [0, 0, 595, 842], rotation: 90 }])
    expect(html(reports.redrawn)).toMatch(
      /<svg role="img" aria-label="Trang 1: [^"]+" viewBox="-2 -2 846 599">/,
    )
    expect(html(reports.good)).not.toContain('<svg')
  })
  it('escapes every word of the document and loads nothing', () => {
    const page = html(reports.hostile, 'en')
    expect(page).not.toMatch(/<script|<img|<i>a|onerror=alert\(1\)>(?!&)|\u202e|\u0007/)
    expect(page).toContain('&lt;script&gt;')
    expect(page).toContain('&lt;i&gt;a.pdf')
    for (const report of Object.values(reports))
      expect(html(report)).not.toMatch(/https?:|url\(|@import|<link/)
  })
})

/** Luminance of `#rgb` or `#rrggbb` (WCAG 2.2). */
function luminance(colour: string): number {
  const long =
    colour.length === 4 ? [...colour.slice(1)].map((digit) => digit + digit) : colour.slice(1).match(/../g)
  const [red = 0, green = 0, blue = 0] = (long ?? []).map((pair) => {
    const share = Number.parseInt(pair, 16) / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

describe('the colours', () => {
  const variables = new Map(
    [...pageStyle.matchAll(/--([\w-]+):(#[0-9a-f]{3,6})/g)].map(([, name, value]) => [name, value]),
  )
  it.each([
    ['ink', 'paper'],
    ['ink', 'ground'],
    ['soft', 'paper'],
    ['soft', 'ground'],
    ['good', 'good-bg'],
    ['doubtful', 'doubtful-bg'],
    ['bad', 'bad-bg'],
  ])('have the contrast of WCAG AA: %s on %s', (front, back) => {
    const [a, b] = [front, back].map((name) => luminance(variables.get(name) ?? '')).sort((x, y) => y - x)
    expect(((a ?? 0) + 0.05) / ((b ?? 0) + 0.05)).toBeGreaterThanOrEqual(4.5)
  })
})

describe('the XML', () => {
  it('says status, sub-indication and every finding, and escapes every word of the document', () => {
    const xml = writeXmlReport(reports.changed)
    expect(xml).toContain('<MainIndication>urn:etsi:019102:mainindication:total-failed</MainIndication>')
    expect(xml).toContain('<SubIndication>urn:etsi:019102:subindication:HASH_FAILURE</SubIndication>')
    expect(xml.match(/<ValidationConstraint>/g)?.length).toBe(reports.changed.signatures[0]?.findings.length)
    expect(writeXmlReport(reports.hostile)).toContain('<DAIdentifier>A&quot;&gt;&lt;b&gt;</DAIdentifier>')
  })
  it('is balanced, whatever the document', () => {
    for (const report of Object.values(reports)) {
      const open: string[] = []
      for (const [, end, name, empty] of writeXmlReport(report).matchAll(
        /<(\/?)([A-Za-z:]+)[^<>]*?(\/?)>/g,
      )) {
        if (end === '/') expect(open.pop()).toBe(name)
        else if (empty !== '/' && name !== undefined) open.push(name)
      }
      expect(open).toEqual([])
    }
  })
})

describe('the text', () => {
  it('holds every finding that is not good, and no escape sequence', () => {
    for (const report of Object.values(reports)) {
      const text = writeTextReport(report, 'vi')
      const doubts = [report.document, ...report.signatures].flatMap(({ findings }) =>
        findings.filter(({ outcome }) => outcome !== 'ok'),
      )
      for (const { message } of doubts) expect(text).toContain(message.vi)
      expect(text.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\u202e]/u)
    }
  })
})

describe('the sentence', () => {
  it('is good only when everything passed', () => {
    expect(explainReport(reports.good).tone).toBe('good')
    expect(explainReport(reports.archived).tone).toBe('good')
    for (const name of ['changed', 'none', 'garbage'] as const)
      expect(explainReport(reports[name]).tone).toBe('bad')
    expect(explainReport(reports.redrawn).tone).not.toBe('good')
  })
})

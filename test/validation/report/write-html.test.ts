import { describe, expect, it } from 'vitest'
import {
  type SignatureReport,
  type ValidationReport,
  writeHtmlReport,
} from '../../../src/validation/index.ts'
import {
  changeOf,
  findingOf,
  hostileSignature,
  hostileText,
  reportOf,
  signatureOf,
} from '../../kit/report-of.ts'

const page = { pageNumber: 1, box: [0, 0, 595, 842], rotation: 0 } as const
const htmlOf = (report: ValidationReport, language: 'vi' | 'en' = 'en') =>
  writeHtmlReport(report, { language })
/** The page about signatures that depart from the good one. */
const about = (...signatures: readonly Partial<SignatureReport>[]) =>
  htmlOf({ ...reportOf(signatures.map(signatureOf)), pages: [page] })
/** The words of a page without its marks. */
const wordsOf = (html: string) => html.replace(/<style>[\s\S]*?<\/style>/, '').replace(/<[^>]+>/g, '\n')
const attack = {
  name: 'shadow-hide',
  variant: 'overlay-removed',
  stage: 'carried-out',
  place: '/Pages',
  pageNumber: 3,
  message: { vi: 'lớp phủ', en: 'an overlay' },
} as const

describe('what it gives', () => {
  it('one page that stands by itself, in the language asked for', () => {
    const html = htmlOf(reportOf(), 'vi')
    expect(html).toMatch(/^<!doctype html>\n<html lang="vi"><head><meta charset="utf-8">/)
    expect(html).toMatch(/<\/body><\/html>\n$/)
    expect(html).toContain("default-src 'none'; style-src 'unsafe-inline'")
    expect(htmlOf(reportOf(), 'en')).toContain('<html lang="en">')
  })

  it('the name of the file, its digest, the moment and the policy', () => {
    const html = writeHtmlReport(reportOf(), { language: 'en', fileName: 'đơn.pdf', sha256: 'ab12' })
    expect(html).toContain('<title>Result of checking the digital signatures – đơn.pdf</title>')
    expect(html).toContain('<p class="file"><bdi>đơn.pdf</bdi></p>')
    expect(html).toContain('SHA-256: <code>ab12</code>')
    expect(wordsOf(html)).toContain('As of 09:00:00 01/09/2026 (+07:00); policy etsi.')
  })

  it('each signature under its number, with its status', () => {
    const html = about(
      { field: 'Sig1' },
      { field: 'T', kind: 'timestamp', indication: 'INDETERMINATE', subIndication: 'NO_POE' },
      { field: '', indication: 'TOTAL-FAILED', subIndication: 'HASH_FAILURE' },
    )
    for (const title of ['1. Signature “Sig1”', '2. Timestamp “T”', '3. Signature'])
      expect(html).toContain(`<h2><bdi>${title}</bdi></h2>`)
    expect(html).toContain('<span class="chip good">✓ TOTAL-PASSED</span>')
    expect(html).toContain('<span class="chip doubtful">? INDETERMINATE / NO_POE</span>')
    expect(html).toContain('<span class="chip bad">✕ TOTAL-FAILED / HASH_FAILURE</span>')
  })

  it('what failed before what is doubtful, and all results once more behind a click', () => {
    const findings = (['warning', 'ok', 'not-checked', 'failed'] as const).map((outcome) =>
      findingOf('chain', outcome),
    )
    const html = about({ findings })
    const [list = '', all = ''] = html.slice(html.indexOf('<h3>')).split('<details>')
    const codes = (part: string) => [...part.matchAll(/validation\/chain-([a-z-]+)/g)].map(([, code]) => code)
    expect(codes(list)).toEqual(['failed', 'warning', 'not-checked'])
    expect(codes(all)).toEqual(['warning', 'ok', 'not-checked', 'failed'])
    expect(all).toContain('<summary>All 4 results of checks</summary>')
  })

  it('attacks under a heading of their own and not a second time among the findings', () => {
    const html = about({ attacks: [attack], findings: [findingOf('attack', 'failed')] })
    expect(html).toContain('<h3>Signs of tampering</h3>')
    expect(wordsOf(html)).toMatch(
      /Shadow attack: hide:\s+an overlay\.\s+shadow-hide \(overlay-removed\) · page 3 · \/Pages/,
    )
    expect(html.split('<details>')[0]).not.toContain('validation/attack-failed')
    expect(html.split('<details>')[1]).toContain('validation/attack-failed')
    expect(about({ attacks: [{ ...attack, stage: 'suspected' }] })).toContain(
      '<li class="doubtful"><strong>Shadow attack: hide (suspected):</strong>',
    )
  })

  it('changes with maps of the pages they touch, and the key to the maps', () => {
    const html = about({ changes: [changeOf(), changeOf({ path: '/b' }), changeOf({ pageNumber: 7 })] })
    expect(html.match(/<figure>/g)?.length).toBe(1)
    expect(html).toContain('On the maps: F – fields or further signatures')
    expect(html).toContain('a field was filled in (×2)<small>page 1 · /AcroForm/Fields[0]</small>')
  })

  it('what is wrong with the document as a whole before the signatures', () => {
    const html = htmlOf(reportOf([signatureOf()], [findingOf('document', 'warning', { place: 'document' })]))
    expect(html.indexOf('validation/document-warning')).toBeLessThan(html.indexOf('<h2>'))
    expect(wordsOf(html)).toContain('the whole document · validation/document-warning')
  })
})

describe('what it refuses', () => {
  it('to let a word of the document become markup, wherever it stands', () => {
    const html = writeHtmlReport(
      {
        ...reportOf([hostileSignature()], [findingOf('document', 'failed', { place: hostileText })]),
        pages: [page],
      },
      { language: 'vi', fileName: hostileText },
    )
    expect(html).not.toMatch(/<script|<!--|onerror|<!\[CDATA/)
    expect(html.match(/<\/title>/g)?.length).toBe(1)
  })

  it('to load or run anything', () => {
    expect(about({ changes: [changeOf()], attacks: [attack] })).not.toMatch(
      /<script|<link|<img|https?:|url\(|@import|\son[a-z]+=/,
    )
  })

  it('to tell what only archives the document', () => {
    const html = about({ changes: [changeOf({ level: 'lta-updates' })] })
    expect(html).not.toMatch(/<h3>Changes after signing|<figure>|a field was filled in/)
    const both = about({ changes: [changeOf({ level: 'lta-updates' }), changeOf({ pageNumber: 7 })] })
    expect(both).toContain('a field was filled in')
    expect(both).not.toContain('<figure>')
  })
})

describe('edges', () => {
  it('no signature: the verdict says so and no section follows', () => {
    const html = htmlOf(reportOf([], [findingOf('document', 'failed', { code: 'validation/no-signature' })]))
    expect(html).toContain('<div class="verdict bad" role="status">')
    expect(html).not.toContain('<h2>')
    expect(html).not.toContain('Status after ETSI')
  })

  it('without a name of the file the title stays alone, without a digest none is shown', () => {
    const html = htmlOf(reportOf())
    expect(html).toContain('<title>Result of checking the digital signatures</title>')
    expect(html).not.toContain('SHA-256')
  })

  it('a change that shows nowhere is told and draws no map', () => {
    const html = about({ changes: [changeOf({ rectangle: [0, 0, 0, 0] })] })
    expect(html).toContain('a field was filled in')
    expect(html).not.toMatch(/<figure>|On the maps/)
  })

  it.each([
    [20, 0],
    [21, 1],
    [500, 480],
  ])('of %s different changes it tells twenty and counts the %s others', (count, left) => {
    const changes = Array.from({ length: count }, (_, index) => changeOf({ pageNumber: index + 2 }))
    const html = about({ changes })
    expect(html.match(/a field was filled in/g)?.length).toBe(20)
    expect(html.includes(`and ${left} more changes`)).toBe(left > 0)
  })
})

describe('what it must not touch', () => {
  it('the report, nor the order of what is in it', () => {
    const findings = [findingOf('chain', 'warning'), findingOf('chain', 'failed')]
    const report = { ...reportOf([signatureOf({ findings, changes: [changeOf()] })]), pages: [page] }
    const copy = structuredClone(report)
    htmlOf(report)
    expect(report).toEqual(copy)
  })

  it('gives the same page for the same report', () => {
    expect(htmlOf(reportOf())).toBe(htmlOf(reportOf()))
  })
})

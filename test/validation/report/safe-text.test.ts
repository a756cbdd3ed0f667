import { describe, expect, it } from 'vitest'
import {
  createVerifier,
  type ValidationReport,
  writeHtmlReport,
  writeJsonReport,
  writeJsonVerdict,
  writeTextReport,
  writeXmlReport,
} from '../../../src/validation/index.ts'
import { cleanText, escapeHtml, escapeJson, markup } from '../../../src/validation/report/safe-text.ts'
import { hostileSignature, hostileText, reportOf } from '../../kit/report-of.ts'
import { signedAt } from '../../kit/signed-document.ts'

/** Characters that steer a terminal, break a line, turn the direction of text or stand unseen in it. */
const steering = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u

describe('what it gives', () => {
  it('words as they are, Vietnamese and all', () => {
    const words = 'Nguyễn Văn Thử – ký số “ĐÃ DUYỆT” 20°C 漢字 😀'
    expect([cleanText(words), escapeHtml(words), escapeJson(words)]).toEqual([words, words, words])
  })

  it('text as text in markup, markup as markup, lists joined', () => {
    const row = markup`<i>${'<b>'}</i>`
    expect(markup`<p title="${'"x\''}">${[row, row]}${5}</p>`.html).toBe(
      '<p title="&quot;x&#39;"><i>&lt;b&gt;</i><i>&lt;b&gt;</i>5</p>',
    )
  })
})

describe('what it refuses', () => {
  it.each([
    ['bell', '\u0007'],
    ['escape', '\u001b'],
    ['delete', '\u007f'],
    ['one-byte control sequence', '\u009b'],
    ['line feed', '\n'],
    ['next line', '\u0085'],
    ['line separator', '\u2028'],
    ['paragraph separator', '\u2029'],
    ['Arabic letter mark', '\u061c'],
    ['right-to-left override', '\u202e'],
    ['isolate', '\u2067'],
    ['inhibit symmetric swapping', '\u206a'],
    ['zero width space', '\u200b'],
    ['byte order mark', '\ufeff'],
    ['tag character', '\u{e0041}'],
  ])('a %s', (_, character) => {
    expect(cleanText(`a${character}b`)).toBe('a b')
    expect(escapeHtml(`a${character}b`)).toBe('a b')
  })

  it('a lone surrogate in markup', () => {
    expect(escapeHtml('a\ud800b')).toBe('a\ufffdb')
  })
})

describe('every form of a report about hostile words', () => {
  const report: ValidationReport = {
    ...reportOf([hostileSignature()]),
    pages: [{ pageNumber: 1, box: [0, 0, 595, 842], rotation: 0 }],
  }
  const html = writeHtmlReport(report, { language: 'en', fileName: hostileText, sha256: 'ab'.repeat(32) })

  it.each([
    ['text', writeTextReport(report, 'vi')],
    ['HTML', html],
    ['XML', writeXmlReport(report)],
    ['JSON', writeJsonReport(report)],
    ['the short verdict', writeJsonVerdict(report, 'en')],
  ])('steers nothing: %s', (_, words) => {
    expect(words.replaceAll('\n', '')).not.toMatch(steering)
  })

  it('adds no line to the text: each begins as our own lines do', () => {
    for (const row of writeTextReport(report, 'en').split('\n')) expect(row).not.toMatch(/^\s*<|^31m|^\t/)
    const calm = writeTextReport(reportOf([{ ...hostileSignature(), field: 'x' }]), 'en')
    expect(writeTextReport(report, 'en').split('\n').length).toBe(calm.split('\n').length)
  })

  it('opens no element and no attribute in HTML and XML', () => {
    for (const words of [html, writeXmlReport(report)]) {
      expect(words).not.toMatch(/<script|<!--|<!\[CDATA|alert\(1\)<\/script/)
      expect(words).toContain('&lt;script&gt;')
    }
  })

  it('keeps the words themselves in JSON', () => {
    const [signature] = JSON.parse(writeJsonReport(report)).signatures
    expect(signature.reason).toBe(hostileText)
    expect(JSON.parse(writeJsonVerdict(report, 'en')).signatures[0].field).toBe(hostileText)
  })

  it('is well-formed XML for the strictest parser: no character that XML 1.0 does not know', () => {
    // XML 1.0, production 2.
    expect(writeXmlReport(report)).not.toMatch(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u)
  })
})

describe('edges', () => {
  it('escapes astral characters of JSON as pairs', () => {
    expect(escapeJson('"\u{e0041}"')).toBe('"\\udb40\\udc41"')
    expect(JSON.parse(escapeJson('"\u{e0041}"'))).toBe('\u{e0041}')
  })
})

describe('what it must not touch', () => {
  it('leaves the report of an unreadable file free of its bytes', async () => {
    const bytes = new TextEncoder().encode(`%PDF-1.7 ${hostileText}`)
    const report = await createVerifier({ trust: [] }).verify(bytes, { at: signedAt })
    expect(writeJsonReport(report)).not.toContain('alert')
  })
})

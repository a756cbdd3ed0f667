import { describe, expect, it } from 'vitest'
import { openPdf } from '../../../src/pdf/index.ts'
import { listSignatures } from '../../../src/signature/index.ts'
import { measureCoverage } from '../../../src/validation/index.ts'
import { appendTo } from '../../kit/attacks/append.ts'
import { toBytes, toText } from '../../kit/build-pdf.ts'
import { signedDocument } from '../../kit/changed-document.ts'

const coverages = (bytes: Uint8Array): string[] => {
  const pdf = openPdf(bytes)
  return listSignatures(pdf).map((signature) => measureCoverage(pdf, signature))
}
const withRange = (range: string): Uint8Array =>
  toBytes(
    toText(signedDocument()).replace(/\/ByteRange \[[^\]]*\]/, (found) =>
      `/ByteRange [${range}]`.padEnd(found.length),
    ),
  )

describe('what it gives', () => {
  it('knows a signature over the whole file from one over its own revision', () => {
    const bytes = signedDocument()
    expect(coverages(bytes)).toEqual(['entire-file'])
    expect(coverages(appendTo(bytes, { objects: { 40: '<<>>' } }))).toEqual(['entire-revision'])
  })
})

describe('what it refuses', () => {
  it.each(['', '0 10 20', '0 10 20 30 40', '1 10 20 30', '0 10 5 30', '0 10 20 30', '0 -5 20 30'])(
    'calls the range [%s] broken',
    (range) => {
      expect(coverages(withRange(range))).toEqual(['broken'])
    },
  )
  it('calls a range that ends before its revision partial', () => {
    const [, first = '', second = ''] = /\/ByteRange \[0 (\d+) (\d+)/.exec(toText(signedDocument())) ?? []
    expect(coverages(withRange(`0 ${first} ${second} 9`))).toEqual(['partial'])
  })
  it('calls a signature dictionary partial that was written behind the bytes it signs', () => {
    const bytes = signedDocument()
    const body = /18 0 obj\n(<<[\s\S]*?>>)\nendobj/.exec(toText(bytes))?.[1] ?? ''
    expect(coverages(appendTo(bytes, { objects: { 18: body } }))).toContain('partial')
  })
})

describe('edges', () => {
  it('counts a range that ends before the line end of its revision', () => {
    const bytes = signedDocument()
    const shorter = toText(bytes).replace(
      /(\/ByteRange \[0 \d+ \d+ )(\d+)/,
      (_, head, last) => head + String(last - 1).padEnd(last.length),
    )
    expect(coverages(toBytes(shorter))).toEqual(['entire-revision'])
  })
})

describe('what it must not touch', () => {
  it('does not ask the revisions before the signature', () => {
    const twice = signedDocument({ shape: { pages: 2 } })
    expect(coverages(twice)).toEqual(['entire-file'])
  })
})

import { describe, expect, it } from 'vitest'
import { writeTextReport } from '../../../src/validation/index.ts'
import { changeOf, findingOf, reportOf, signatureOf } from '../../kit/report-of.ts'

const linesOf = (...parts: Parameters<typeof reportOf>) =>
  writeTextReport(reportOf(...parts), 'en').split('\n')

describe('what it gives', () => {
  it('the sentence first, then moment and policy, then each signature', () => {
    const lines = linesOf([signatureOf(), signatureOf({ kind: 'timestamp', field: '' })])
    expect(lines.slice(0, 2)).toEqual([
      'The signature of this document is valid.',
      'As of 09:00:00 01/09/2026 (+07:00); policy etsi.',
    ])
    expect(lines).toContain('1. Signature "Sig1": TOTAL-PASSED')
    expect(lines).toContain('2. Timestamp: TOTAL-PASSED')
    expect(lines.at(-1)).toBe('')
  })

  it('every finding that is not good, with its mark, its check, its place and its code', () => {
    const findings = (['ok', 'failed', 'warning', 'not-checked'] as const).map((outcome) =>
      findingOf('chain', outcome, { place: 'path[1]' }),
    )
    const lines = linesOf([signatureOf({ findings })], [findingOf('document', 'warning')])
    const at = lines.filter((line) => line.includes('validation/'))
    expect(at).toEqual([
      '   ! Document: words [] (validation/document-warning)',
      '   ✗ Chain of certificates: words [authority 1 above it] (validation/chain-failed)',
      '   ! Chain of certificates: words [authority 1 above it] (validation/chain-warning)',
      '   ? Chain of certificates: words [authority 1 above it] (validation/chain-not-checked)',
    ])
  })

  it('changes with page and path, those of one kind once with their number, the weightiest first', () => {
    const other = changeOf({
      level: 'other',
      path: '/Pages',
      pageNumber: undefined,
      message: { vi: '', en: 'a page' },
    })
    const lines = linesOf([signatureOf({ changes: [changeOf(), changeOf({ path: '/b' }), other] })])
    expect(lines.filter((line) => line.includes('–') && line.startsWith('     '))).toEqual([
      '     – a page (/Pages)',
      '     – a field was filled in ×2 (page 1, /AcroForm/Fields[0])',
    ])
  })

  it('the status with its sub-indication', () => {
    const failed = signatureOf({ indication: 'TOTAL-FAILED', subIndication: 'HASH_FAILURE' })
    expect(linesOf([failed])).toContain('1. Signature "Sig1": TOTAL-FAILED / HASH_FAILURE')
  })
})

describe('what it refuses', () => {
  it('to tell what only archives the document, or what is good', () => {
    const archived = signatureOf({ changes: [changeOf({ level: 'lta-updates' })] })
    expect(linesOf([archived]).join('\n')).not.toMatch(/a field was filled in|validation\//)
  })
})

describe('edges', () => {
  it.each([
    [10, 0],
    [11, 1],
    [1000, 990],
  ])('of %s different changes it tells ten and counts the %s others', (count, left) => {
    const changes = Array.from({ length: count }, (_, index) => changeOf({ pageNumber: index + 1 }))
    const lines = linesOf([signatureOf({ changes })]).filter((line) => line.startsWith('     –'))
    expect(lines.length).toBe(Math.min(count, 10) + (left > 0 ? 1 : 0))
    expect(lines.at(-1)?.includes(`and ${left} more changes`)).toBe(left > 0)
  })
})

describe('what it must not touch', () => {
  it('leaves the order of changes in the report as it is', () => {
    const changes = [changeOf(), changeOf({ level: 'other', path: 'x' })]
    const copy = [...changes]
    linesOf([signatureOf({ changes })])
    expect(changes).toEqual(copy)
  })
})

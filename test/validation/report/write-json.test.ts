import { describe, expect, it } from 'vitest'
import { describeVerdict, writeJsonReport, writeJsonVerdict } from '../../../src/validation/index.ts'
import { findingOf, hostileSignature, reportOf, signatureOf } from '../../kit/report-of.ts'

const withFacts = (facts: Readonly<Record<string, unknown>>) =>
  reportOf([signatureOf({ findings: [findingOf('chain', 'ok', { facts })] })])
const factsIn = (json: string) => JSON.parse(json).signatures[0].findings[0].facts

describe('what it gives', () => {
  it('the whole report, read back as it was', () => {
    const report = reportOf([signatureOf(), signatureOf({ signer: null })], [findingOf('document', 'ok')])
    expect(JSON.parse(writeJsonReport(report))).toEqual(report)
    expect(JSON.parse(writeJsonReport(reportOf([hostileSignature()])))).toEqual(
      reportOf([hostileSignature()]),
    )
  })

  it('bytes as hexadecimal and large numbers as digits, however deep they lie', () => {
    const facts = { digest: Uint8Array.of(0, 15, 255), deep: [{ serial: 2n ** 70n }] }
    expect(factsIn(writeJsonReport(withFacts(facts)))).toEqual({
      digest: '000fff',
      deep: [{ serial: '1180591620717411303424' }],
    })
  })

  it('the short verdict in the language asked for', () => {
    const report = reportOf()
    for (const language of ['vi', 'en'] as const)
      expect(JSON.parse(writeJsonVerdict(report, language))).toEqual(describeVerdict(report, language))
    expect(writeJsonVerdict(report, 'vi')).toContain('"câu"')
    expect(writeJsonVerdict(report, 'en')).toContain('"words"')
  })

  it('lines that a person can read, and a line end behind the last', () => {
    for (const json of [writeJsonReport(reportOf()), writeJsonVerdict(reportOf(), 'en')]) {
      expect(json).toMatch(/^\{\n {2}"[a-z]/)
      expect(json.endsWith('\n}\n')).toBe(true)
    }
  })
})

describe('what it refuses', () => {
  it('to hand out characters that steer, though they are there when read back', () => {
    for (const json of [
      writeJsonReport(reportOf([hostileSignature()])),
      writeJsonVerdict(reportOf([hostileSignature()]), 'vi'),
    ]) {
      expect(json.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u)
      expect(JSON.parse(json).signatures[0].field).toBe(hostileSignature().field)
    }
  })
})

describe('edges', () => {
  it('empty bytes are an empty text, and what is undefined is left out', () => {
    expect(factsIn(writeJsonReport(withFacts({ digest: new Uint8Array(0), none: undefined })))).toEqual({
      digest: '',
    })
  })

  it('Vietnamese stays as it is', () => {
    expect(writeJsonReport(reportOf())).toContain('Người ký thử')
  })
})

describe('what it must not touch', () => {
  it('the report', () => {
    const report = withFacts({ digest: Uint8Array.of(1) })
    const copy = structuredClone(report)
    writeJsonReport(report)
    writeJsonVerdict(report, 'en')
    expect(report).toEqual(copy)
  })
})

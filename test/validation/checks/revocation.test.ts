import { beforeAll, describe, expect, it } from 'vitest'
import type { FetchCrl, FetchOcsp } from '../../../src/pki/index.ts'
import { etsiPolicy } from '../../../src/validation/index.ts'
import { codesOf, day, startTimeline, type Timeline } from '../../kit/timeline.ts'

let line: Timeline
let signed: Uint8Array
beforeAll(async () => {
  line = await startTimeline()
  signed = await line.sign()
})

const required = { ...etsiPolicy, revocation: 'required' as const }
const silent = () => Promise.reject(new Error('no answer in time'))
const noise = async () => Uint8Array.of(48, 3, 2, 1, 1)

describe('what it gives', () => {
  it('good by OCSP alone, and by CRL alone', async () => {
    const { fetchOcsp, fetchCrl } = line.authority
    for (const sources of [{ fetchOcsp, fetchCrl }, { fetchCrl }]) {
      const report = await line.judge(signed, { at: day(1), sources, policy: required })
      expect([report.indication, codesOf(report, 'failed', 'not-checked')]).toEqual(['TOTAL-PASSED', []])
    }
  })

  it('asks each address once, and nothing where the document brings what is needed', async () => {
    const asked: string[] = []
    const fetchOcsp: FetchOcsp = (url, request) => {
      asked.push(url)
      return line.authority.fetchOcsp(url, request)
    }
    const fetchCrl: FetchCrl = (url) => {
      asked.push(url)
      return line.authority.fetchCrl(url)
    }
    await line.judge(signed, { at: day(1), sources: { fetchOcsp, fetchCrl } })
    expect(asked.length).toBeGreaterThan(0)
    expect(new Set(asked).size).toBe(asked.length)
    line.setClock(day(0))
    const archived = await line.sign({ level: 'B-LT' })
    asked.length = 0
    await line.judge(archived, { at: day(0.01), sources: { fetchOcsp, fetchCrl } })
    expect(asked).toEqual([])
  })
})

describe('what it refuses', () => {
  it('to call good what nobody answered for, where the policy wants an answer', async () => {
    const report = await line.judge(signed, { at: day(1), policy: required })
    expect(report.indication).toBe('INDETERMINATE')
    expect(codesOf(report, 'failed')).toContain('validation/revocation-required')
  })

  it('an answer that is noise: it is no answer', async () => {
    const sources = { fetchOcsp: noise, fetchCrl: noise }
    const report = await line.judge(signed, { at: day(1), sources, policy: required })
    expect(codesOf(report, 'failed')).toContain('validation/revocation-required')
  })

  it('an answer of another authority', async () => {
    const other = await startTimeline()
    const sources = { fetchOcsp: other.authority.fetchOcsp, fetchCrl: () => other.authority.buildCrl() }
    const report = await line.judge(signed, { at: day(1), sources, policy: required })
    expect(report.indication).toBe('INDETERMINATE')
  })
})

describe('edges', () => {
  it('a source that cannot be reached is a warning that says so, and not a pass by itself', async () => {
    const sources = { fetchOcsp: silent, fetchCrl: silent }
    const report = await line.judge(signed, { at: day(1), sources })
    expect(codesOf(report, 'warning')).toContain('validation/revocation-unreachable')
    expect(codesOf(report, 'not-checked')).toContain('validation/revocation-none')
    const strict = await line.judge(signed, { at: day(1), sources, policy: required })
    expect(strict.indication).toBe('INDETERMINATE')
  })

  it('a list where the responder is silent', async () => {
    const sources = { fetchOcsp: silent, fetchCrl: line.authority.fetchCrl }
    const report = await line.judge(signed, { at: day(1), sources, policy: required })
    expect(report.indication).toBe('TOTAL-PASSED')
    expect(codesOf(report, 'warning')).toContain('validation/revocation-unreachable')
  })
})

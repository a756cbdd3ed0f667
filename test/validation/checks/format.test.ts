import { beforeAll, describe, expect, it } from 'vitest'
import { checkCoverage, checkFormat } from '../../../src/validation/checks/format.ts'
import type { SignatureFacts } from '../../../src/validation/facts/collect.ts'
import { factsOf, inShort } from '../../kit/inquiry.ts'
import { signWhole, startSigning } from '../../kit/signed-document.ts'

let bytes: Uint8Array
let signature: SignatureFacts
let stamp: SignatureFacts
beforeAll(async () => {
  bytes = await signWhole(await startSigning(), { level: 'B-LTA' })
  const [first, second] = factsOf(bytes).signatures
  if (first === undefined || second === undefined) throw new Error('no signature and timestamp')
  signature = first
  stamp = second
})

type Change = (facts: SignatureFacts) => SignatureFacts
/** Another value for something in the dictionary. */
const found =
  (more: Partial<SignatureFacts['found']>): Change =>
  (facts) => ({ ...facts, found: { ...facts.found, ...more } })
/** Another value for something in the CMS. */
const cms =
  (more: Partial<SignatureFacts['signedData']>): Change =>
  (facts) => ({ ...facts, signedData: facts.signedData && { ...facts.signedData, ...more } })
/** Another /Type. */
const typed =
  (name: string | undefined): Change =>
  (facts) => {
    const { dict } = facts.found
    const entries = new Map(dict.entries)
    entries.delete('Type')
    const type = dict.entries.get('Type')
    if (name !== undefined && type?.kind === 'name') entries.set('Type', { ...type, name })
    return found({ dict: { ...dict, entries } })(facts)
  }
const gap =
  (more: Partial<NonNullable<SignatureFacts['found']['gap']>>): Change =>
  (facts) =>
    found({ gap: facts.found.gap && { ...facts.found.gap, ...more } })(facts)

const check = (facts: SignatureFacts) => inShort(checkFormat(facts, bytes.length))

describe('what it gives', () => {
  it('that a signature and a document timestamp are well formed', () => {
    expect([check(signature), check(stamp)]).toEqual([['ok format-ok'], ['ok format-ok']])
  })

  it('what each coverage is called', () => {
    const said = (['entire-file', 'entire-revision', 'partial', 'broken'] as const).map((coverage) =>
      checkCoverage({ ...signature, coverage }),
    )
    expect(inShort(said)).toEqual([
      'ok coverage-file',
      'ok coverage-revision',
      'failed coverage-partial',
      'failed coverage-broken',
    ])
    for (const { place, facts } of said) {
      expect(place).toBe('Signature1')
      expect(facts).toEqual({ byteRange: signature.found.byteRange })
    }
  })
})

describe('what it refuses', () => {
  const outside = () => [0, 10, 20, bytes.length - 19]
  it.each<[string, Change | (() => Change)]>([
    ['byte-range-missing', found({ byteRange: undefined })],
    ['byte-range-shape', found({ byteRange: [] })],
    ['byte-range-shape', found({ byteRange: [0, 10] })],
    ['byte-range-shape', found({ byteRange: [1, 10, 20, 30] })],
    ['byte-range-shape', found({ byteRange: [0, 0, 20, 30] })],
    ['byte-range-shape', found({ byteRange: [0, 10, 10, 30] })],
    ['byte-range-shape', found({ byteRange: [0, 10, 20, -1] })],
    ['byte-range-shape', found({ byteRange: [0, 10, 20, 30, 40, 50] })],
    ['byte-range-outside', (facts) => found({ byteRange: outside() })(facts)],
    ['contents-missing', found({ contents: new Uint8Array(0) })],
    ['gap-not-hex', gap({ isHexString: false })],
    ['gap-differs', gap({ contents: Uint8Array.of(1) })],
    ['cms-unreadable', (facts) => ({ ...facts, signedData: undefined })],
    ['not-one-signer', cms({ signers: [] })],
    ['not-one-signer', (facts) => cms({ signers: Array(2).fill(facts.signer) })(facts)],
    ['content-type-other', cms({ contentType: '1.2.840.113549.1.7.5' })],
    ['content-present', cms({ content: Uint8Array.of(1) })],
    ['sub-filter-unknown', found({ subFilter: 'adbe.pkcs7.sha1' })],
    ['sub-filter-unknown', found({ subFilter: '' })],
    ['type-differs', typed('DocTimeStamp')],
  ])('%s (%#)', (code, change) => {
    const findings = checkFormat((change as Change)(signature), bytes.length)
    expect(inShort(findings)).toEqual([`failed ${code}`])
    expect(findings[0]).toMatchObject({ check: 'format', severity: 'error', place: 'Signature1' })
  })

  it.each<[string, Change]>([
    ['cms-unreadable', (facts) => ({ ...facts, token: undefined })],
    ['content-type-other', cms({ contentType: '1.2.840.113549.1.7.1' })],
    ['sub-filter-unknown', found({ subFilter: 'ETSI.CAdES.detached' })],
    ['type-differs', typed('Sig')],
    ['type-differs', typed(undefined)],
  ])('a document timestamp for %s (%#)', (code, change) => {
    expect(check(change(stamp))).toEqual([`failed ${code}`])
  })

  it('a missing /Contents without calling it an unreadable CMS as well', () => {
    expect(check(found({ contents: undefined })(signature))).toEqual(['failed contents-missing'])
  })
})

describe('edges', () => {
  it.each<[string, Change]>([
    ['contents-literal', found({ contentsNotation: 'literal' })],
    ['cms-not-der', cms({ isDer: false })],
    ['contents-trailing', cms({ trailingBytes: 1 })],
    ['cert-entry', found({ hasCert: true })],
  ])('warns of %s and calls the rest well formed', (code, change) => {
    expect(check(change(signature))).toEqual(['ok format-ok', `warning ${code}`])
  })

  it('a range up to the very last byte, and one that covers nothing behind the gap', () => {
    const end = bytes.length
    for (const byteRange of [
      [0, 10, 20, end - 20],
      [0, 10, end, 0],
    ])
      expect(check(found({ byteRange })(signature))).toEqual(['ok format-ok'])
  })

  it('a signature without /Type, and the SubFilter of Adobe', () => {
    expect(check(typed(undefined)(signature))).toEqual(['ok format-ok'])
    expect(check(found({ subFilter: 'adbe.pkcs7.detached' })(signature))).toEqual(['ok format-ok'])
  })

  it('says everything that is wrong at once', () => {
    const worst = found({ byteRange: undefined, subFilter: 'x' })(cms({ isDer: false })(signature))
    expect(check(worst)).toEqual([
      'failed byte-range-missing',
      'warning cms-not-der',
      'failed sub-filter-unknown',
    ])
  })
})

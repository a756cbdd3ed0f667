import { describe, expect, it } from 'vitest'
import { readCatalog } from '../../../src/pdf/index.ts'
import { type Approval, openLedger } from '../../../src/validation/difference/ledger.ts'
import { buildUsageIndex } from '../../../src/validation/difference/usage.ts'
import { compareKey } from '../../../src/validation/rules/key.ts'
import { sampleShape } from '../../kit/attacks/sample.ts'
import { streamBody } from '../../kit/build-pdf.ts'
import { signedDocument } from '../../kit/changed-document.ts'
import { pairOf } from '../../kit/revision-pairs.ts'
import { form } from '../../kit/sample-objects.ts'

const approval: Approval = { rule: 'info/updated', level: 'lta-updates', use: 'everywhere', path: '/Test' }
const what = { key: 'Test', approval, refusal: 'change/info' } as const
/** Objects 20 and 21 of the signed document: what its catalog leads to, and what else it knows. */
const known = (body: string) => [
  { number: 20, body },
  { number: 21, body: '<</Known true>>' },
]

/** Compares /Test of the catalog, signed with one value and written anew with another. */
function compare(before: string, after: string, objects: Record<number, string> = {}, body = '<</A 1>>') {
  const shape = sampleShape()
  const extra = [...(shape.extra ?? []), ...known(body)]
  const signed = signedDocument({ shape: { ...shape, extra, catalog: `${shape.catalog}${before}` } })
  const catalog = `<</Type/Catalog/Pages 2 0 R${form('', '13 0 R 25 0 R')}${after}>>`
  const pair = pairOf({ objects: { 1: catalog, ...objects } }, signed)
  const ledger = openLedger(pair, buildUsageIndex(pair.signed), [])
  const dicts = { before: readCatalog(pair.signed), after: readCatalog(pair.later) }
  return { found: compareKey(ledger, dicts, what), ledger }
}
type Comparison = ReturnType<typeof compare>
const kinds = ({ found }: Comparison) => found && [found.before?.kind, found.after?.kind]
const explained = ({ ledger }: Comparison) => [...ledger.explained.keys()]

describe('what it gives', () => {
  it.each<[string, readonly [string, string, Record<number, string>?], readonly unknown[], number[]]>([
    ['a key that is new', ['', '/Test 40 0 R', { 40: '<<>>' }], [undefined, 'dict'], [40]],
    ['a new value in place', ['/Test 20 0 R', '/Test[]'], ['dict', 'array'], []],
    [
      'a new object for a value in place',
      ['/Test<<>>', '/Test 40 0 R', { 40: '<<>>' }],
      ['dict', 'dict'],
      [40],
    ],
    ['another new object', ['/Test 20 0 R', '/Test 40 0 R', { 40: '[]' }], ['dict', 'array'], [40]],
    [
      'the same object written anew',
      ['/Test 20 0 R', '/Test 20 0 R', { 20: '<</A 2>>' }],
      ['dict', 'dict'],
      [20],
    ],
    ['the same object as it was', ['/Test 20 0 R', '/Test 20 0 R'], ['dict', 'dict'], []],
    ['a new stream', ['', '/Test 40 0 R', { 40: streamBody('', 'x') }], [undefined, 'stream'], [40]],
  ])('both states of %s, and the object approved', (_, input, states, approved) => {
    const comparison = compare(...input)
    expect(kinds(comparison)).toEqual(states)
    expect(explained(comparison)).toEqual(approved)
    expect(comparison.ledger.refusals).toEqual([])
    for (const number of approved) expect(comparison.ledger.explained.get(number)).toEqual(approval)
  })
})

describe('what it refuses', () => {
  it.each<[string, readonly [string, string, Record<number, string>?, string?], number | undefined]>([
    ['to lose the key', ['/Test 20 0 R', ''], undefined],
    ['to lose a value in place', ['/Test(x)', ''], undefined],
    ['an object that the signed document knew for something else', ['/Test 20 0 R', '/Test 21 0 R'], 21],
    ['the same for a key that is new', ['', '/Test 21 0 R'], 21],
    ['the same where that object is written anew', ['', '/Test 21 0 R', { 21: '<<>>' }], 21],
    ['the same object become a stream', ['/Test 20 0 R', '/Test 20 0 R', { 20: streamBody('', 'x') }], 20],
    [
      'a stream written anew',
      ['/Test 20 0 R', '/Test 20 0 R', { 20: streamBody('', 'y') }, streamBody('', 'x')],
      20,
    ],
    [
      'another object for a stream',
      ['/Test 20 0 R', '/Test 40 0 R', { 40: '<<>>' }, streamBody('', 'x')],
      40,
    ],
  ])('%s', (_, input, number) => {
    const comparison = compare(...input)
    expect(comparison.found).toBeUndefined()
    expect(comparison.ledger.refusals).toEqual([{ rule: 'change/info', path: '/Test', number }])
    expect(explained(comparison)).toEqual([])
  })
})

describe('edges', () => {
  it('a key that neither state has, or that led to nothing, is no change when it is not there', () => {
    for (const before of ['', '/Test null', '/Test 59 0 R']) {
      const comparison = compare(before, '')
      expect(comparison.found).toBeDefined()
      expect(comparison.ledger.refusals).toEqual([])
    }
  })

  it('dictionaries that are not there have no key', () => {
    const { ledger } = compare('', '')
    const nothing = { before: undefined, after: undefined }
    expect(compareKey(ledger, nothing, what)).toEqual(nothing)
  })
})

describe('what it must not touch', () => {
  it('says nothing of what the object behind the key holds', () => {
    const comparison = compare('', '/Test 40 0 R', { 40: '<</Inner 41 0 R>>', 41: '<<>>' })
    expect(explained(comparison)).toEqual([40])
  })

  it('leaves an object open that the signed document uses in another place too', () => {
    const { ledger } = compare('/Test 20 0 R/Other 20 0 R', '/Test 20 0 R', { 20: '<</A 2>>' })
    const atKey = { ...what, approval: { ...approval, use: { path: '/Test' } } }
    const dicts = { before: readCatalog(ledger.pair.signed), after: readCatalog(ledger.pair.later) }
    const other = openLedger(ledger.pair, buildUsageIndex(ledger.pair.signed), [])
    expect(compareKey(other, dicts, atKey)).toBeDefined()
    expect(other.explained.has(20)).toBe(false)
    expect(other.open.get(20)?.uses.map(({ path }) => path)).toEqual(['/Other'])
  })
})

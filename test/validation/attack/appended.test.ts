import { describe, expect, it } from 'vitest'
import { recogniseAppended } from '../../../src/validation/attack/appended.ts'
import { attackFactsOf } from '../../kit/attack-facts.ts'
import { type Appendix, appendTo } from '../../kit/attacks/append.ts'
import { sampleShape } from '../../kit/attacks/sample.ts'
import { type PdfShape, streamBody, toBytes, toText } from '../../kit/build-pdf.ts'
import { signedDocument } from '../../kit/changed-document.ts'
import { catalog, form, page, sigField, text } from '../../kit/sample-objects.ts'

const signed = signedDocument()
const otherContent = streamBody('', 'BT /F1 12 Tf 50 700 Td (Pay 9 999 dong) Tj ET')
const content = { 4: otherContent }

const signsOf = (bytes: Uint8Array) => recogniseAppended(attackFactsOf(bytes))
const signs = (appendix: Appendix, shape?: PdfShape) =>
  signsOf(appendTo(shape === undefined ? signed : signedDocument({ shape }), appendix)).map(
    ({ variant, place }) => `${variant} ${place}`,
  )
const variants = (bytes: Uint8Array) => signsOf(bytes).map(({ variant }) => variant)
/** Bytes behind the signed ones as they are. */
const followed = (tail: string) => toBytes(toText(signed) + tail)

describe('what it gives', () => {
  it('objects behind the signed bytes that nothing lists, by their numbers', () => {
    expect(signs({ objects: content, xref: 'none' })).toEqual(['unlisted-object objects 4'])
    const many = Object.fromEntries([40, 41, 42, 43, 44, 45].map((number) => [number, '<<>>']))
    expect(signs({ objects: many, xref: 'none' })).toEqual(['unlisted-object objects 40, 41, 42, 43, 44, …'])
    const { 45: _, ...five } = many
    expect(signs({ objects: five, xref: 'none' })).toEqual(['unlisted-object objects 40, 41, 42, 43, 44'])
  })

  it('objects in an object stream that a later revision brought and nothing lists', () => {
    const hidden = streamBody('/Type/ObjStm/N 1/First 5', `13 0 ${text('9 999 dong')}`)
    expect(signs({ objects: { 40: hidden } })).toContain('unlisted-object objects 13')
  })

  it('a startxref that leads to no section, with its place', () => {
    const bytes = appendTo(signed, { objects: content, xref: 'trailer' })
    const offset = toText(bytes).lastIndexOf('startxref')
    const [, stray] = signsOf(bytes)
    expect(stray).toMatchObject({ variant: 'stray-startxref', place: `offset ${offset}` })
  })

  it('a section that leads astray', () => {
    expect(signs({ objects: content, offsetError: 3 })).toContain('misdirected-entry objects 4')
  })

  it('cross-reference data that are broken, so that the file has to be searched', () => {
    const broken = appendTo(signed, { objects: { 2: '5' } })
    expect(attackFactsOf(broken).pdf.isRebuilt).toBe(true)
    expect(signsOf(broken)).toContainEqual(
      expect.objectContaining({ variant: 'broken-cross-reference', place: `offset ${signed.length}` }),
    )
  })

  it('bytes that form no revision, when nothing better can be said of them', () => {
    expect(variants(followed('\n%hello'))).toEqual(['unmarked-bytes'])
    expect(variants(followed(`4 0 obj\n${otherContent}\nendobj\n`))).toEqual(['unlisted-object'])
  })

  it.each<[string, Record<number, string>, string?]>([
    ['page-content', content],
    ['page-content', { 3: page('13 0 R 15 0 R 19 0 R', '/Rotate 90') }],
    ['page-tree', { 2: '<</Type/Pages/Kids[3 0 R 40 0 R]/Count 2>>', 40: page('') }],
    ['catalog-replaced', { 1: catalog('/OpenAction[3 0 R/Fit]') }],
    ['form-replaced', { 1: catalog('', form('/XFA[]')) }, 'an entry of the form'],
    ['form-replaced', { 1: catalog('', '') }, 'no form'],
    ['form-replaced', { 1: catalog('', form('', '19 0 R')) }, 'a field less'],
    ['form-replaced', { 1: catalog('', form('', '(x)')) }, 'a list that is none'],
    [
      'form-replaced',
      { 13: text('100 dong').replace('/T(amount)', '/T(amount)/AA<</K<</S/JavaScript/JS(x)>>>>') },
      'a script of a field',
    ],
    [
      'form-replaced',
      {
        1: catalog('', form('', '13 0 R 19 0 R 40 0 R')),
        3: page('13 0 R 15 0 R 19 0 R 40 0 R'),
        40: text('x').replace('amount', 'more'),
      },
      'a field of text more',
    ],
    ['unlike-readings', { 3: page().replace('/Contents', '/Contents 4 0 R/Contents') }],
  ])('%s (%#)', (variant, objects) => {
    const found = signsOf(appendTo(signed, { objects }))
    expect(found[0]).toMatchObject({ variant, name: 'incremental-saving', stage: 'carried-out' })
    expect(found.length).toBe(1)
  })

  it('each sign of a revision once, at the first of the changes that show it', () => {
    const found = signsOf(appendTo(signed, { objects: { ...content, 12: streamBody('', '') } }))
    expect(found.map(({ variant }) => variant)).toEqual(['page-content'])
    expect(found[0]).toMatchObject({ pageNumber: 1, place: '/Pages/Kids[0]/Contents' })
  })
})

describe('what it refuses', () => {
  it.each<[string, Record<number, string>]>([
    [
      'a field filled in',
      { 13: text('5 dong', '/AP<</N 40 0 R>>/F 4'), 40: streamBody('/Subtype/Form', '') },
    ],
    ['a further signature field', { 1: catalog('', form('', '13 0 R 19 0 R 40 0 R')), 40: sigField('') }],
    ['an object that nothing uses', { 40: '<<>>' }],
    ['how a viewer starts', { 1: catalog('/PageMode/UseOutlines/PageLayout/OneColumn/Lang(vi)') }],
    ['a tool tip and a border of a field', { 13: text('100 dong').replace('/F 4', '/F 4/TU(x)/BS<</W 1>>') }],
    ['the order of tabs of a page', { 3: page('13 0 R 15 0 R 19 0 R', '/Tabs/S') }],
    ['a rectangle rounded', { 13: text('100 dong').replace('250 620', '250.004 619.995') }],
    [
      'a rectangle with its corners exchanged',
      { 13: text('100 dong').replace('50 600 250 620', '250 620 50 600') },
    ],
  ])('to take for an attack: %s', (_, objects) => {
    expect(signs({ objects })).toEqual([])
  })

  it('to take white space behind the last revision for an attack', () => {
    expect(variants(followed('\r\n \n\0'))).toEqual([])
  })

  it('to be quiet about what is quiet by its name and moves by its place', () => {
    const moved = text('100 dong').replace('250 620', '250.02 620')
    expect(signs({ objects: { 13: moved } })).toEqual(['form-replaced /AcroForm/Fields[0]'])
    const both = text('100 dong').replace('/F 4', '/F 4/TU(x)/A<</S/JavaScript/JS(x)>>')
    expect(signs({ objects: { 13: both } })).toEqual(['form-replaced /AcroForm/Fields[0]'])
    expect(signs({ objects: { 3: page('13 0 R 15 0 R 19 0 R', '/Tabs/S/Rotate 90') } }).length).toBe(1)
    expect(signs({ objects: { 1: catalog('/PageMode/UseNone/OpenAction[3 0 R/Fit]') } })).toEqual([
      'catalog-replaced /OpenAction',
    ])
  })
})

describe('edges', () => {
  it('a rectangle that was taken away, or that came only now, is one that moved', () => {
    const without = text('100 dong').replace('/Rect[50 600 250 620]', '')
    expect(signs({ objects: { 13: without } })).toEqual(['form-replaced /AcroForm/Fields[0]'])
    const extra = (sampleShape().extra ?? []).map((each) =>
      each.number === 13 ? { number: 13, body: without } : each,
    )
    const shape: PdfShape = { ...sampleShape(), extra }
    expect(signs({ objects: { 13: text('100 dong') } }, shape)).toEqual(['form-replaced /AcroForm/Fields[0]'])
  })

  it('a change that a rule allows is no sign, whatever it is called', () => {
    const facts = attackFactsOf(appendTo(signed, { objects: content }))
    const changes = facts.changes.map((change) => ({ ...change, level: 'annotations' as const }))
    expect(recogniseAppended({ ...facts, changes })).toEqual([])
  })

  it('what the signed bytes hold themselves was not appended', () => {
    const shape: PdfShape = {
      ...sampleShape(),
      rewrite: (body) => `${body}4 0 obj\n${otherContent}\nendobj\n`,
    }
    const before = signedDocument({ shape })
    expect(attackFactsOf(before).readStructure().unlisted.length).toBeGreaterThan(0)
    expect(variants(appendTo(before, { objects: { 40: '<<>>' } }))).toEqual([])
  })

  it('a signature that covers the whole file has nothing behind it, so nothing is searched', () => {
    const readStructure = () => {
      throw new Error('searched')
    }
    expect(recogniseAppended({ ...attackFactsOf(signed), readStructure })).toEqual([])
    const later = attackFactsOf(appendTo(signed, { objects: { 40: '<<>>' } }))
    expect(() => recogniseAppended({ ...later, readStructure })).toThrow('searched')
  })
})

describe('what it must not touch', () => {
  it('the facts it is asked with', () => {
    const facts = attackFactsOf(appendTo(signed, { objects: content }))
    const changes = structuredClone(facts.changes)
    recogniseAppended(facts)
    expect(facts.changes).toEqual(changes)
  })
})

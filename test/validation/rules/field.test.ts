import { describe, expect, it } from 'vitest'
import { sampleShape } from '../../kit/attacks/sample.ts'
import { streamBody } from '../../kit/build-pdf.ts'
import { type Allowance, changeSample } from '../../kit/changed-document.ts'
import {
  addedField,
  catalog,
  form,
  look,
  page,
  sigField,
  signature,
  stamp,
  text,
} from '../../kit/sample-objects.ts'

const change = (objects: Record<number, string>, allowance?: Allowance) =>
  changeSample({ objects }, allowance)

/** A signed document with an empty signature field 16 and a choice of two widgets: field 17, widgets 18 and 19. */
const prepared = (): Allowance => {
  const shape = sampleShape()
  const extra = [
    { number: 16, body: emptyField('') },
    { number: 17, body: group('/V/Off') },
    { number: 18, body: radio('/AS/Off') },
    { number: 19, body: radio('/AS/Off').replace('Rect[0', 'Rect[30') },
    { number: 20, body: look },
  ]
  return {
    shape: {
      ...shape,
      catalog: '/AcroForm<</Fields[13 0 R 16 0 R 17 0 R]/DA(/F1 10 Tf)>>',
      page: shape.page?.replace('15 0 R]', '15 0 R 16 0 R 18 0 R 19 0 R]') ?? '',
      extra: [...(shape.extra ?? []), ...extra],
    },
  }
}
const emptyField = (more: string) =>
  `<</Type/Annot/Subtype/Widget/FT/Sig/T(Later)/F 132/Rect[300 100 400 150]/P 3 0 R${more}>>`
const group = (value: string) => `<</FT/Btn/Ff 32768/T(choice)/Kids[18 0 R 19 0 R]${value}>>`
const radio = (more: string) =>
  `<</Type/Annot/Subtype/Widget/Parent 17 0 R/Rect[0 0 20 20]/P 3 0 R/AP<</N<</Yes 20 0 R/Off 20 0 R>>>>${more}>>`

describe('what it gives', () => {
  it.each<[string, string, Record<number, string>, Allowance?]>([
    ['field/filled', 'a text field filled in', { 13: text('200 dong') }],
    [
      'field/filled',
      'flags of a program that nobody asked',
      { 13: text('100 dong', '/F 4/AP<</N 14 0 R>>/Ff 0') },
    ],
    [
      'field/filled',
      'a value in an object of its own',
      { 13: text('x').replace('(x)', ' 40 0 R'), 40: '(200 dong)' },
    ],
    [
      'field/filled',
      'a choice and the widget that shows it',
      { 17: group('/V/Yes'), 18: radio('/AS/Yes') },
      prepared(),
    ],
    ['field/appearance', 'a widget alone', { 18: radio('/AS/Yes') }, prepared()],
    [
      'field/signature-value',
      'a prepared field signed',
      { 16: emptyField('/V 50 0 R'), 50: signature },
      prepared(),
    ],
    [
      'field/appearance',
      'a prepared field signed with a picture',
      { 16: emptyField('/V 50 0 R/AP<</N 51 0 R>>'), 50: signature, 51: look },
      prepared(),
    ],
    [
      'field/signature-value',
      'an invisible signature in a new field',
      { ...addedField(sigField('/V 41 0 R')), 41: signature },
    ],
    [
      'field/signature-added',
      'a visible one',
      { ...addedField(sigField('/V 41 0 R', '0 0 9 9')), 41: signature },
    ],
    [
      'field/appearance',
      'a new field with its lock and looks',
      {
        ...addedField(sigField('/V 41 0 R/Lock 42 0 R/AP<</N 43 0 R>>', '0 0 9 9')),
        41: signature,
        42: '<</Type/SigFieldLock/Action/All>>',
        43: look,
      },
    ],
  ])('form filling by %s: %s', (rule, _, objects, allowance) => {
    const [level, ...rules] = change(objects, allowance)
    expect(level).toBe('form-filling')
    expect(rules).toContain(rule)
  })

  it.each<[string, Record<number, string>, Allowance?]>([
    ['a field written again as it was', { 13: text('100 dong') }],
    ['an empty invisible signature field', addedField(sigField(''))],
    ['an invisible timestamp', { ...addedField(sigField('/V 41 0 R')), 41: stamp }],
    ['an empty signature field written again', { 16: emptyField('') }, prepared()],
  ])('archiving: %s', (_, objects, allowance) => {
    expect(change(objects, allowance)[0]).toBe('lta-updates')
  })

  it('a visible timestamp is no archiving', () => {
    expect(change({ ...addedField(sigField('/V 41 0 R', '0 0 9 9')), 41: stamp })[0]).toBe('form-filling')
  })
})

describe('what it refuses', () => {
  it.each<[string, string, Record<number, string>, Allowance?]>([
    ['change/field-deleted', 'a field taken off the list', { 1: catalog('', form('', '19 0 R')) }],
    [
      'change/field-added',
      'a new text field',
      { 1: catalog('', form('', '13 0 R 19 0 R 40 0 R')), 40: '<</FT/Tx/T(more)>>' },
    ],
    ['change/field-entries', 'another place', { 13: text('100 dong').replace('[50', '[0') }],
    ['change/field-entries', 'another length', { 13: text('1', '/F 4/AP<</N 14 0 R>>/MaxLen 9') }],
    ['change/field-entries', 'an action', { 13: text('100 dong', '/F 4/AP<</N 14 0 R>>/AA<<>>') }],
    [
      'change/field-entries',
      'a widget of a group moved',
      { 18: radio('/AS/Off').replace('[0 0', '[9 9') },
      prepared(),
    ],
    ['change/field-entries', 'another type', { 13: text('1').replace('/Tx', '/Btn') }],
    [
      'change/field-entries',
      'a prepared field moved while it is signed',
      { 16: emptyField('/V 50 0 R').replace('[300', '[0'), 50: signature },
      prepared(),
    ],
    ['change/field-entries', 'a type of object that was not there', { 17: group('/Type/Other') }, prepared()],
    [
      'change/signature-value',
      'a signature that is no object of its own',
      addedField(sigField('/V<</Type/Sig>>')),
    ],
    [
      'change/signature-value',
      'a signature that was something else',
      { ...addedField(sigField('/V 11 0 R')), 11: signature },
    ],
    [
      'change/signature-value',
      'a signature that is no dictionary',
      { ...addedField(sigField('/V 41 0 R')), 41: '[]' },
    ],
    [
      'change/visible-signature-field',
      'a visible field over a certified page',
      {
        ...addedField(sigField('', '0 0 9 9')),
        1: catalog('/Perms<</DocMDP 18 0 R>>', form('', '13 0 R 19 0 R 40 0 R')),
      },
      { certify: 2 },
    ],
    ['change/appearance', 'an appearance removed', { 13: text('100 dong', '/F 4') }],
  ])('%s: %s', (rule, _, objects, allowance) => {
    const [level, ...rules] = change(objects, allowance)
    expect(level).toBe('other')
    expect(rules).toContain(rule)
  })

  it('the signature of this very document in another field, or changed', () => {
    expect(change({ 18: signature })[0]).toBe('other')
    expect(
      change({ 19: sigField('/V 18 0 R').replace('Late', 'Sig1').replace('0 0 0 0', '0 0 9 9') })[0],
    ).toBe('other')
  })

  it('the value of a signed field taken away or exchanged', () => {
    const bare = sigField('').replace('Late', 'Sig1')
    expect(change({ 19: bare })[0]).toBe('other')
    expect(change({ 19: bare.replace('>>', '/V 40 0 R>>'), 40: signature })[0]).toBe('other')
  })

  it('a value that was signed as an object of its own, written anew in place', () => {
    const shape = sampleShape()
    const extra = (shape.extra ?? []).map((each) =>
      each.number === 13 ? { ...each, body: text('x').replace('(x)', ' 16 0 R') } : each,
    )
    const own = { shape: { ...shape, extra: [...extra, { number: 16, body: '(100 dong)' }] } }
    expect(change({ 16: '(9 999 dong)' }, own)[0]).toBe('other')
    expect(change({ 13: text('x').replace('(x)', ' 50 0 R'), 50: '(200 dong)' }, own)[0]).toBe('form-filling')
  })
})

describe('locks', () => {
  const lock = (action: 'All' | 'Include' | 'Exclude', ...fields: string[]): Allowance => ({
    lock: { action, fields, level: undefined },
  })
  it.each<[string, Allowance, Record<number, string>, boolean]>([
    ['a locked field', lock('Include', 'amount'), { 13: text('2') }, false],
    ['all fields', lock('All'), { 13: text('2') }, false],
    ['all but others', lock('Exclude', 'other'), { 13: text('2') }, false],
    ['another field', lock('Include', 'other'), { 13: text('2') }, true],
    ['a locked field that stays as it was', lock('All'), { 13: text('100 dong') }, true],
    [
      'a locked field drawn anew',
      lock('Include', 'amount'),
      { 14: streamBody('/Subtype/Form/BBox[0 0 9 9]', 'x') },
      false,
    ],
  ])('of %s', (_, allowance, objects, isAllowed) => {
    const rules = change(objects, allowance)
    expect(rules.includes('change/locked-field')).toBe(!isAllowed)
    expect(rules[0] === 'other').toBe(!isAllowed)
  })
})

describe('edges', () => {
  it('the page of a new field has to be the same but for its annotations', () => {
    const added = { ...addedField(sigField('')), 3: page('13 0 R 15 0 R 19 0 R 40 0 R', '/Rotate 90') }
    expect(change(added)[0]).toBe('other')
  })
})

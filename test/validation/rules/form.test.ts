import { describe, expect, it } from 'vitest'
import { sampleShape } from '../../kit/attacks/sample.ts'
import { changeSample } from '../../kit/changed-document.ts'
import { catalog, form } from '../../kit/sample-objects.ts'

const change = (objects: Record<number, string>) => changeSample({ objects })
const withForm = (acroForm: string) => ({ 1: catalog('', acroForm) })

describe('what it gives', () => {
  it.each<[string, string, Record<number, string>]>([
    [
      'lta-updates',
      'the same form in an object of its own',
      { 1: catalog('', '/AcroForm 40 0 R'), 40: '<</Fields[13 0 R 19 0 R]/DA(/F1 10 Tf)/SigFlags 3>>' },
    ],
    [
      'lta-updates',
      'the list of fields in an object of its own',
      { 1: catalog('', '/AcroForm<</Fields 40 0 R/DA(/F1 10 Tf)/SigFlags 3>>'), 40: '[13 0 R 19 0 R]' },
    ],
    ['lta-updates', 'other defaults for drawing', withForm(form('/Q 1').replace('10 Tf', '12 Tf'))],
    ['lta-updates', 'fields in another order', withForm(form('', '19 0 R 13 0 R'))],
    ['form-filling', 'a request to draw fields anew', withForm(form('/NeedAppearances true'))],
    [
      'form-filling',
      'a font for the form',
      { 1: catalog('', form('/DR<</Font<</F2 40 0 R>>>>')), 40: '<</Type/Font>>' },
    ],
  ])('%s: %s', (level, _, objects) => {
    expect(change(objects)[0]).toBe(level)
  })
})

describe('what it refuses', () => {
  it.each<[string, string, Record<number, string>]>([
    ['change/form-entries', 'another entry', withForm(form('/XFA[]'))],
    ['change/form-entries', 'an order of calculation', withForm(form('/CO[13 0 R]'))],
    ['change/form-entries', 'other signature flags', withForm(form().replace('SigFlags 3', 'SigFlags 0'))],
    ['change/form-entries', 'the form removed', { 1: catalog('', '') }],
    ['change/form-entries', 'the form turned to nothing', { 1: catalog('', '/AcroForm null') }],
    [
      'change/form-entries',
      'the form turned to an object that was something else',
      { 1: catalog('', '/AcroForm 11 0 R'), 11: '<</Fields[13 0 R 19 0 R]/DA(/F1 10 Tf)/SigFlags 3>>' },
    ],
    [
      'change/field-list',
      'a list of fields that is none',
      withForm('/AcroForm<</Fields(x)/DA(/F1 10 Tf)/SigFlags 3>>'),
    ],
    ['change/field-list', 'the list of fields removed', withForm('/AcroForm<</DA(/F1 10 Tf)/SigFlags 3>>')],
  ])('%s: %s', (rule, _, objects) => {
    const [level, ...rules] = change(objects)
    expect(level).toBe('other')
    expect(rules).toContain(rule)
  })

  it('a font of the form written anew that pages use as well', () => {
    const objects = { 1: catalog('', form('/DR<</Font<</F1 11 0 R>>>>')), 11: '<</Type/Font/Subtype/Type3>>' }
    expect(change(objects)[0]).toBe('other')
  })
})

describe('edges', () => {
  it('a document without a form, then and now, has nothing to be reviewed', () => {
    const shape = { ...sampleShape(), catalog: '' }
    expect(changeSample({ objects: { 40: '<<>>' } }, { shape })[0]).toBe('lta-updates')
  })
  it('a request to draw fields anew that was there before is no change', () => {
    const shape = {
      ...sampleShape(),
      catalog: '/AcroForm<</Fields[13 0 R]/DA(/F1 10 Tf)/NeedAppearances true>>',
    }
    expect(changeSample({ objects: { 40: '<<>>' } }, { shape })).toEqual([
      'lta-updates',
      'xref/unused-object',
    ])
  })
})

import { describe, expect, it } from 'vitest'
import { openPdf, readCatalog } from '../../../src/pdf/index.ts'
import { asArray, asDict } from '../../../src/validation/difference/revision-pair.ts'
import { matchFields } from '../../../src/validation/rules/field-pairs.ts'
import { buildPdf } from '../../kit/build-pdf.ts'

/** A document with a form of some fields, from object 10 on. */
const withFields = (list: string, ...bodies: readonly string[]) => {
  const extra = bodies.map((body, index) => ({ number: 10 + index, body }))
  const pdf = openPdf(buildPdf({ catalog: `/AcroForm<</Fields[${list}]>>`, extra }))
  const form = asDict(pdf, readCatalog(pdf).entries.get('AcroForm'))
  return { pdf, items: asArray(pdf, form?.entries.get('Fields')) ?? [] }
}
type State = ReturnType<typeof withFields>
const match = (before: State, after: State) => {
  const { pairs, faults } = matchFields({ signed: before.pdf, later: after.pdf }, before.items, after.items)
  const told = pairs.map(
    ({ name, before: old, after: now }) => `${name}: ${old?.path ?? '–'} → ${now?.path ?? '–'}`,
  )
  return { told, faults: faults.map(({ rule, path }) => `${rule} ${path}`), pairs }
}
const one = withFields('10 0 R', '<</FT/Tx/T(a)>>')

describe('what it gives', () => {
  it('fields matched by name, wherever they stand in the list', () => {
    const two = withFields('11 0 R 10 0 R', '<</FT/Tx/T(a)>>', '<</FT/Sig/T(b)>>')
    expect(match(one, two)).toMatchObject({
      told: ['a: /AcroForm/Fields[0] → /AcroForm/Fields[1]', 'b: – → /AcroForm/Fields[0]'],
      faults: [],
    })
    expect(match(two, one).told).toContain('b: /AcroForm/Fields[0] → –')
  })

  it('full names below their parents, the type handed down, and widgets told from fields', () => {
    const tree = withFields(
      '10 0 R',
      '<</FT/Tx/T(p)/Kids[11 0 R 12 0 R]>>',
      '<</T(x)>>',
      '<</Subtype/Widget>>',
    )
    const { told, pairs } = match(tree, tree)
    expect(told).toEqual([
      'p: /AcroForm/Fields[0] → /AcroForm/Fields[0]',
      'p.x: /AcroForm/Fields[0]/Kids[0] → /AcroForm/Fields[0]/Kids[0]',
    ])
    expect(pairs[1]?.after?.fieldType).toBe('Tx')
    expect(pairs[0]?.after?.widgets.map(({ ref }) => ref.number)).toEqual([12])
  })
})

describe('what it refuses', () => {
  it.each<[string, string, readonly string[]]>([
    ['a name that comes twice', '10 0 R 11 0 R', ['<</FT/Tx/T(a)>>', '<</FT/Sig/T(a)>>']],
    ['a name with a full stop', '10 0 R', ['<</FT/Tx/T(a.b)>>']],
    ['a name that is no text', '10 0 R', ['<</FT/Tx/T/a>>']],
    ['a field that is no object of its own', '<</FT/Tx/T(a)>>', []],
    ['a field that is no dictionary', '10 0 R', ['5']],
    ['a field of no type and without kids', '10 0 R', ['<</T(a)>>']],
  ])('a later list with %s', (_, list, bodies) => {
    expect(match(one, withFields(list, ...bodies)).faults).toEqual(['change/field-list /AcroForm/Fields'])
  })

  it('a field of another type under its old name', () => {
    expect(match(one, withFields('10 0 R', '<</FT/Btn/T(a)>>')).faults).toEqual([
      'change/field-entries /AcroForm/Fields[0]',
    ])
  })

  it('fields below each other without end', () => {
    const depth = 70
    const bodies = Array.from(
      { length: depth },
      (_, index) => `<</FT/Tx/T(x)${index < depth - 1 ? `/Kids[${11 + index} 0 R]` : ''}>>`,
    )
    const deep = withFields('10 0 R', ...bodies)
    expect(match(deep, deep).faults.length).toBe(1)
    const circle = withFields('10 0 R', '<</FT/Tx/T(x)/Kids[10 0 R]>>')
    expect(match(circle, circle).faults.length).toBe(1)
  })
})

describe('edges', () => {
  it('a list that was malformed when it was signed counts as empty then', () => {
    const twice = withFields('10 0 R 11 0 R', '<</FT/Tx/T(a)>>', '<</FT/Tx/T(a)>>')
    expect(match(twice, one)).toMatchObject({ told: ['a: – → /AcroForm/Fields[0]'], faults: [] })
  })

  it('kids without a name are no fields, and a list of nothing has none', () => {
    const empty = withFields('')
    expect(match(empty, empty)).toMatchObject({ told: [], faults: [] })
    expect(match(withFields('10 0 R', '<</Subtype/Widget>>'), empty).told).toEqual([])
  })
})

import { describe, expect, it } from 'vitest'
import { gatherChanges } from '../../../src/validation/report/gather-changes.ts'
import { changeOf } from '../../kit/report-of.ts'

const words = (en: string) => ({ vi: `câu ${en}`, en })
const told = (...parts: Parameters<typeof gatherChanges>) =>
  gatherChanges(...parts).map(({ change, count }) => `${change.path} ×${count}`)

describe('what it gives', () => {
  it('changes of one sentence on one page together, by the first of them', () => {
    const changes = [changeOf({ path: '/a' }), changeOf({ path: '/b' }), changeOf({ path: '/c' })]
    expect(told(changes)).toEqual(['/a ×3'])
    expect(gatherChanges(changes)[0]?.change).toBe(changes[0])
  })

  it('the weightiest first, those of one weight in their order', () => {
    const changes = [
      changeOf({ path: '/fill', message: words('1') }),
      changeOf({ path: '/other', level: 'other', message: words('2') }),
      changeOf({ path: '/note', level: 'annotations', message: words('3') }),
      changeOf({ path: '/fill too', message: words('4') }),
      changeOf({ path: '/other too', level: 'other', message: words('5') }),
    ]
    expect(told(changes)).toEqual(['/other ×1', '/other too ×1', '/note ×1', '/fill ×1', '/fill too ×1'])
  })
})

describe('what it refuses', () => {
  it('to tell what only archives the document', () => {
    expect(told([changeOf({ level: 'lta-updates' }), changeOf({ level: 'none' })])).toEqual([])
  })

  it('to throw different pages, or different sentences, together', () => {
    const changes = [
      changeOf({ path: '/a', pageNumber: 1 }),
      changeOf({ path: '/b', pageNumber: 11 }),
      changeOf({ path: '/c', pageNumber: undefined }),
      changeOf({ path: '/d', pageNumber: 1, message: words('another') }),
    ]
    expect(told(changes)).toEqual(['/a ×1', '/b ×1', '/c ×1', '/d ×1'])
  })
})

describe('edges', () => {
  it('no changes give nothing to tell', () => {
    expect(gatherChanges([])).toEqual([])
  })

  it('the numbers add up to all that is worth telling', () => {
    const changes = Array.from({ length: 1000 }, (_, index) => changeOf({ pageNumber: index % 7 }))
    expect(gatherChanges(changes).length).toBe(7)
    expect(gatherChanges(changes).reduce((sum, { count }) => sum + count, 0)).toBe(1000)
  })
})

describe('what it must not touch', () => {
  it('the order of the changes it is given', () => {
    const changes = [changeOf({ path: '/a' }), changeOf({ path: '/b', level: 'other' })]
    const copy = structuredClone(changes)
    gatherChanges(changes)
    expect(changes).toEqual(copy)
  })
})

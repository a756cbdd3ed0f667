import { describe, expect, it } from 'vitest'
import { openPdf } from '../../../src/pdf/index.ts'
import { buildUsageIndex, listUsagePaths } from '../../../src/validation/difference/usage.ts'
import { buildPdf, type PdfShape } from '../../kit/build-pdf.ts'

const pathsOf = (shape: PdfShape, number: number): string[] =>
  listUsagePaths(buildUsageIndex(openPdf(buildPdf(shape))), number)
    .map(({ path }) => path)
    .sort()

describe('what it gives', () => {
  it('tells every way from the catalog to an object', () => {
    const shape = {
      page: '/Annots[9 0 R]',
      catalog: '/AcroForm<</Fields[9 0 R]>>',
      extra: [{ number: 9, body: '<<>>' }],
    }
    expect(pathsOf(shape, 9)).toEqual(['/AcroForm/Fields[0]', '/Pages/Kids[0]/Annots[0]'])
    expect(pathsOf({ pages: 2 }, 6)).toEqual(['/Pages/Kids[1]/Contents'])
  })
  it('tells the way from the trailer', () => {
    expect(pathsOf({ trailer: '/Info 9 0 R', extra: [{ number: 9, body: '<<>>' }] }, 9)).toEqual([
      'Trailer/Info',
    ])
  })
  it('knows of references to objects that are not there', () => {
    expect(pathsOf({ catalog: '/Odd 77 0 R' }, 77)).toEqual(['/Odd'])
  })
})

describe('what it refuses', () => {
  it('does not count a page’s contents as used wherever a link leads to the page', () => {
    const shape = {
      pages: 2,
      page: '/Annots[9 0 R]',
      catalog: '/OpenAction[5 0 R/Fit]',
      extra: [{ number: 9, body: '<</Subtype/Link/Dest[5 0 R/Fit]/P 3 0 R>>' }],
    }
    expect(pathsOf(shape, 6)).toEqual(['/Pages/Kids[1]/Contents'])
  })
})

describe('edges', () => {
  it('comes to an end in circles', () => {
    const extra = [
      { number: 8, body: '<</Next 9 0 R>>' },
      { number: 9, body: '<</Next 8 0 R>>' },
    ]
    expect(pathsOf({ catalog: '/Odd 8 0 R', extra }, 9)).toEqual(['/Odd/Next'])
  })
  it('gives up where the ways cannot be counted, and says so', () => {
    const extra = Array.from({ length: 12 }, (_, step) => ({
      number: 20 + step,
      body: `<</A ${21 + step} 0 R/B ${21 + step} 0 R>>`,
    }))
    expect(new Set(pathsOf({ catalog: '/Odd 20 0 R', extra }, 32))).toEqual(new Set(['countless']))
  })
})

describe('what it must not touch', () => {
  it('does not follow /Parent', () => {
    expect(pathsOf({}, 2)).toEqual(['/Pages'])
  })
})

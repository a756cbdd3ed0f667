import { describe, expect, it } from 'vitest'
import { sampleShape } from '../../kit/attacks/sample.ts'
import type { PdfShape } from '../../kit/build-pdf.ts'
import { changeSample, signedDocument } from '../../kit/changed-document.ts'

/** The sample with a box in an object of its own, and a font that refers to its descriptor. */
const shape: PdfShape = {
  ...sampleShape(),
  extra: [
    ...(sampleShape().extra ?? []).filter(({ number }) => number !== 11),
    { number: 11, body: '<</Type/Font/Subtype/Type1/BaseFont/Helvetica/FontDescriptor 19 0 R>>' },
    { number: 19, body: '<</Type/FontDescriptor/Flags 32/FontBBox[0 0 9.25 9]>>' },
  ],
  page: `/TrimBox[0 0 595.275591 841.889764]${sampleShape().page}`,
}
const signedText = new TextDecoder('latin1').decode(signedDocument({ shape }))
const signatureField = Number(/(\d+) 0 obj\s*<<(?:(?!endobj)[\s\S])*\/FT\s*\/Sig/.exec(signedText)?.[1])
const font = (descriptor: string): Record<number, string> => ({
  11: `<</Type/Font/Subtype/Type1/BaseFont/Helvetica/FontDescriptor ${descriptor}>>`,
})
const page = (box: string, more = ''): Record<number, string> => ({
  3: `<</Type/Page/Parent 2 0 R/Contents 4 0 R/TrimBox[0 0 ${box}]/Annots[13 0 R 15 0 R ${signatureField} 0 R]/Resources<</Font<</F1 11 0 R>>/XObject<</Im1 12 0 R>>>>${more}>>`,
})
const levelOf = (objects: Record<number, string>): string | undefined =>
  changeSample({ objects }, { shape })[0]

describe('what it gives', () => {
  it.each<[string, Record<number, string>]>([
    [
      'a value in place of the reference to it',
      font('<</Type/FontDescriptor/Flags 32/FontBBox[0 0 9.25 9]>>'),
    ],
    ['boxes rounded to four decimals', page('595.2756 841.8898')],
    ['what the page inherited anyway', page('595.275591 841.889764', '/MediaBox[0 0 595 842]')],
  ])('takes for the same: %s', (_, objects) => {
    expect(levelOf(objects)).toBe('lta-updates')
  })
})

describe('what it refuses', () => {
  it.each<[string, Record<number, string>]>([
    ['another value in place of a reference', font('<</Type/FontDescriptor/Flags 4/FontBBox[0 0 9.25 9]>>')],
    ['a number rounded where it is no box', font('<</Type/FontDescriptor/Flags 32/FontBBox[0 0 9.2504 9]>>')],
    ['a reference to something else', font('4 0 R')],
    ['a box that moved', page('595.2 841.8898')],
    ['a page of another size than it inherited', page('595.275591 841.889764', '/MediaBox[0 0 595 600]')],
    ['a page turned', page('595.275591 841.889764', '/Rotate 90')],
  ])('does not take for the same: %s', (_, objects) => {
    expect(levelOf(objects)).toBe('other')
  })
})

describe('edges', () => {
  it('ends where references lead in circles and fork at every turn', () => {
    const circles = {
      ...shape,
      extra: [
        ...(shape.extra ?? []),
        { number: 20, body: '<</A 21 0 R/B 21 0 R>>' },
        { number: 21, body: '<</A<</A 21 0 R/B 21 0 R>>/B<</A 21 0 R/B 21 0 R>>>>' },
      ],
      catalog: '/X 20 0 R/AcroForm<</Fields[13 0 R]/DA(/F1 10 Tf)>>',
    }
    const objects = {
      20: '<</A<</A 60 0 R/B 60 0 R>>/B<</A 60 0 R/B 60 0 R>>>>',
      60: '<</A 60 0 R/B 60 0 R>>',
    }
    expect(changeSample({ objects }, { shape: circles })[0]).toBe('other')
  })
})

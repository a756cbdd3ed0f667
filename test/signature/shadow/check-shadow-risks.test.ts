import { openPdf } from 'motcua/pdf'
import { checkShadowRisks } from 'motcua/signature'
import { describe, expect, it } from 'vitest'
import { type BuiltObject, buildPdf, type PdfShape, streamBody } from '../../kit/build-pdf.ts'

const codes = (shape: PdfShape): string[] =>
  checkShadowRisks(openPdf(buildPdf(shape))).map(({ code }) => code.slice(10))

const widgets = (...bodies: string[]): PdfShape => {
  const extra: BuiltObject[] = bodies.map((body, index) => ({ number: 20 + index, body }))
  const refs = extra.map(({ number }) => `${number} 0 R`).join(' ')
  return { catalog: `/AcroForm<</Fields[${refs}]>>`, page: `/Annots[${refs}]`, extra }
}
const text = (value: string, shown: string, more = ''): PdfShape => {
  const shape = widgets(`<</FT/Tx/T(a)/V(${value})/Subtype/Widget/Rect[10 10 90 30]/AP<</N 30 0 R>>${more}>>`)
  const font = '/Resources<</Font<</F1<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>'
  const content = `/Tx BMC BT /F1 9 Tf 2 2 Td (${shown.slice(0, 3)}) Tj [(${shown.slice(3)})] TJ ET EMC`
  return {
    ...shape,
    extra: [...(shape.extra ?? []), { number: 30, body: streamBody(`/Subtype/Form${font}`, content) }],
  }
}

describe('what it gives', () => {
  it('finds nothing in a plain document', () => {
    expect(codes({ pages: 3 })).toEqual([])
    expect(codes(text('Hello world', 'Hello world'))).toEqual([])
  })
  it.each<[string, PdfShape]>([
    ['appearance-differs', text('100 000 000', '1 000')],
    ['hidden-field-value', text('Hello', 'Hello', '/F 2')],
    ['need-appearances', { catalog: '/AcroForm<</Fields[]/NeedAppearances true>>' }],
    ['xfa-form', { catalog: '/AcroForm<</Fields[]/XFA[]>>' }],
    ['annotation-over-page', { page: '/Annots[<</Subtype/Stamp/Rect[0 0 595 842]>>]' }],
    ['optional-content', { catalog: '/OCProperties<</OCGs[9 0 R]/D<</OFF[9 0 R]>>>>' }],
    ['active-content', { catalog: '/OpenAction<</S/JavaScript/JS(x)>>' }],
    ['active-content', { page: '/AA<<>>' }],
    ['unreachable-page', { extra: [{ number: 30, body: '<</Type/Catalog/Pages 31 0 R>>' }] }],
  ])('names %s', (code, shape) => {
    expect(codes(shape)).toContain(code)
  })
  it('names an annotation that lies over a signature', () => {
    const signature = '<</FT/Sig/T(s)/Subtype/Widget/Rect[10 10 90 40]>>'
    const stamp = '<</Subtype/Stamp/Rect[50 20 120 60]>>'
    expect(codes(widgets(signature, stamp))).toEqual(['annotation-over-signature'])
  })
  it('counts two signatures that overlap as information: a seal lies over a signature', () => {
    const [first, second] = ['[10 10 90 40]', '[0 10 30 40]'].map(
      (rect, index) => `<</FT/Sig/T(s${index})/Subtype/Widget/Rect${rect}>>`,
    )
    const findings = checkShadowRisks(openPdf(buildPdf(widgets(first ?? '', second ?? ''))))
    expect(findings).toMatchObject([{ code: 'signature/signatures-overlap', severity: 'info' }])
  })
  it('looks only for what is asked', () => {
    const pdf = openPdf(buildPdf({ page: '/AA<<>>/Annots[<</Subtype/Stamp/Rect[0 0 595 842]>>]' }))
    const codesOf = (only?: Parameters<typeof checkShadowRisks>[1]) =>
      checkShadowRisks(pdf, only).map(({ code }) => code)
    expect(codesOf()).toEqual(['signature/annotation-over-page', 'signature/active-content'])
    expect(codesOf(['signature/active-content'])).toEqual(['signature/active-content'])
    expect(codesOf(['signature/annotation-over-signature'])).toEqual([])
    expect(codesOf([])).toEqual([])
  })
  it('speaks both languages', () => {
    const [finding] = checkShadowRisks(openPdf(buildPdf({ page: '/AA<<>>' })))
    expect(finding?.message.vi).toMatch(/hành động/)
    expect(finding?.message.en).toMatch(/actions/)
  })
})

describe('edges', () => {
  it('says nothing of text whose font has codes of its own', () => {
    const shape = text('100', '200')
    const rewrite = (whole: string): string => whole.replace('/Subtype/Type1', '/Subtype/Type0')
    expect(codes({ ...shape, rewrite })).toEqual([])
  })
  it('passes over widgets without place and appearances that cannot be decoded', () => {
    expect(codes(widgets('<</FT/Tx/T(a)/V(x)/Subtype/Widget>>'))).toEqual([])
    const shape = text('x', 'y')
    const rewrite = (whole: string): string =>
      whole.replace('/Subtype/Form', '/Subtype/Form/Filter/JPXDecode')
    expect(codes({ ...shape, rewrite })).toEqual([])
  })
  it('does not count links, which show nothing of their own', () => {
    expect(codes({ page: '/Annots[<</Subtype/Link/Rect[0 0 595 842]/A<</S/URI>>>>]' })).toEqual([])
  })
})

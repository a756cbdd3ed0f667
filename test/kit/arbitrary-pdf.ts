import fc from 'fast-check'
import {
  type PdfObject,
  pdfArray,
  pdfBoolean,
  pdfDict,
  pdfName,
  pdfNull,
  pdfNumber,
  pdfRef,
  pdfString,
} from 'motcua/pdf/syntax'

const arbitraryName = fc
  .array(fc.integer({ min: 1, max: 255 }), { minLength: 1, maxLength: 8 })
  .map((codes) => String.fromCharCode(...codes))

/** Any value that PDF syntax can say, streams excepted. */
export const arbitraryObject: fc.Arbitrary<PdfObject> = fc.letrec<{ value: PdfObject }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    fc.constant<PdfObject>(pdfNull),
    fc.boolean().map(pdfBoolean),
    fc.integer().map(pdfNumber),
    fc.integer({ min: -1e9, max: 1e9 }).map((value) => pdfNumber(value / 1000)),
    arbitraryName.map(pdfName),
    fc
      .tuple(fc.uint8Array({ maxLength: 20 }), fc.constantFrom('literal' as const, 'hex' as const))
      .map(([bytes, notation]) => pdfString(bytes, notation)),
    fc.tuple(fc.nat(9999), fc.nat(5)).map(([number, generation]) => pdfRef(number + 1, generation)),
    fc.array(tie('value'), { maxLength: 4 }).map(pdfArray),
    fc.array(fc.tuple(arbitraryName, tie('value')), { maxLength: 4 }).map((pairs) => pdfDict(new Map(pairs))),
  ),
})).value

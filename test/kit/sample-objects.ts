/**
 * Bodies of the objects of the signed sample, to be written again as they are or otherwise.
 *
 * @module
 */
import { streamBody } from './build-pdf.ts'

/** The interactive form as it stands in the catalog. */
export const form = (more = '', fields = '13 0 R 19 0 R'): string =>
  `/AcroForm<</Fields[${fields}]/DA(/F1 10 Tf)/SigFlags 3${more}>>`

/** Object 1. */
export const catalog = (more = '', acroForm: string = form()): string =>
  `<</Type/Catalog/Pages 2 0 R${acroForm}${more}>>`

/** Object 13: the text field. */
export const text = (value: string, more = '/AP<</N 14 0 R>>/F 4'): string =>
  `<</Type/Annot/Subtype/Widget/FT/Tx/T(amount)/V(${value})/Rect[50 600 250 620]/P 3 0 R${more}>>`

/** Object 3. */
export const page = (annots = '13 0 R 15 0 R 19 0 R', more = ''): string =>
  `<</Type/Page/Parent 2 0 R/Contents 4 0 R/Annots[${annots}]/Resources<</Font<</F1 11 0 R>>/XObject<</Im1 12 0 R>>>>${more}>>`

/** Another signature. */
export const signature =
  '<</Type/Sig/Filter/Adobe.PPKLite/SubFilter/ETSI.CAdES.detached/ByteRange[0 1 2 3]/Contents<00>>>'

/** A document timestamp. */
export const stamp: string = signature
  .replace('/Type/Sig', '/Type/DocTimeStamp')
  .replace('ETSI.CAdES.detached', 'ETSI.RFC3161')

/** A signature field that came later. */
export const sigField = (value: string, rect = '0 0 0 0'): string =>
  `<</Type/Annot/Subtype/Widget/FT/Sig/T(Late)/F 132/Rect[${rect}]/P 3 0 R${value}>>`

/** An appearance of nothing. */
export const look: string = streamBody('/Subtype/Form/BBox[0 0 9 9]', '')

/** Catalog and page with one more field, object 40. */
export const addedField = (field: string): Record<number, string> => ({
  1: catalog('', form('', '13 0 R 19 0 R 40 0 R')),
  3: page('13 0 R 15 0 R 19 0 R 40 0 R'),
  40: field,
})

/** A metadata stream. */
export const xmp = (data: string): string => streamBody('/Type/Metadata/Subtype/XML', data)

/** Well-formed XMP. */
export const packet = '<x:xmpmeta xmlns:x="adobe:ns:meta/"><a/></x:xmpmeta>'

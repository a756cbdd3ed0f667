// Prepares a document for signing and lists what it then says about its signatures; nothing is signed or judged.
import { beginRevision, joinSources, openPdf } from 'motcua/pdf'
import {
  addSignatureDictionary,
  addSignatureField,
  addTextField,
  checkShadowRisks,
  listFields,
  listSignatures,
  prepareSignedRevision,
} from 'motcua/signature'

const file = new TextEncoder().encode(`%PDF-1.7
1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj
2 0 obj <</Type/Pages/Kids[3 0 R]/Count 1>> endobj
3 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>> endobj
trailer <</Root 1 0 R>>
`)

const draft = beginRevision(openPdf(file))
addTextField(draft, { name: 'soKyHieu', rectangle: { x: 60, y: 760, width: 120, height: 16 } })
const value = addSignatureDictionary(draft, {
  kind: 'signature',
  subFilter: 'ETSI.CAdES.detached',
  reservedBytes: 16_000,
  fieldMdp: { action: 'Include', fields: ['soKyHieu'], level: undefined },
})
addSignatureField(draft, { name: 'NguoiKy', value, rectangle: { x: 350, y: 80, width: 170, height: 60 } })
const prepared = prepareSignedRevision(draft)

const pdf = openPdf(joinSources([file, prepared.tail]))
for (const { name, fieldType } of listFields(pdf)) console.log(`field ${name} (${fieldType})`)
for (const { field, byteRange, coversFile } of listSignatures(pdf)) {
  console.log(
    `signature in ${field.name} covers ${coversFile ? 'the whole file' : 'an earlier state'}: ${byteRange?.[0]} …`,
  )
}
console.log(`shadow risks: ${checkShadowRisks(pdf).length}`)

/* Prints:
field soKyHieu (Tx)
field NguoiKy (Sig)
signature in NguoiKy covers the whole file: 0 …
shadow risks: 0
*/

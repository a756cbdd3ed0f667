// Fills in a field and turns a page after a signature, and says what each of these is; the signature itself is pretended.
import {
  appendRevision,
  beginRevision,
  findPage,
  joinSources,
  openPdf,
  type RevisionDraft,
  setObject,
} from 'motcua/pdf'
import { pdfNumber, withEntries } from 'motcua/pdf/syntax'
import {
  addSignatureDictionary,
  addSignatureField,
  addTextField,
  embedContents,
  listSignatures,
  prepareSignedRevision,
  setTextField,
} from 'motcua/signature'
import { analyseDifference } from 'motcua/validation'

type Source = Parameters<typeof openPdf>[0]

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
  reservedBytes: 64,
})
addSignatureField(draft, { name: 'NguoiKy', value })
const signed = joinSources([file, embedContents(prepareSignedRevision(draft), Uint8Array.of(0x30, 0x00))])

function change(source: Source, how: (draft: RevisionDraft) => void): Source {
  const later = beginRevision(openPdf(source))
  how(later)
  return joinSources([source, appendRevision(later).bytes])
}

function tell(title: string, source: Source): void {
  const pdf = openPdf(source)
  const signatures = listSignatures(pdf)
  for (const signature of signatures) {
    const { level, isPermitted, changes, attacks } = analyseDifference(pdf, signature, signatures)
    console.log(`${title}: ${level}, ${isPermitted ? 'permitted' : 'not permitted'}`)
    for (const { path, pageNumber, message } of changes.filter((other) => other.level === level)) {
      console.log(`  ${path}, page ${pageNumber}: ${message.vi}`)
    }
    for (const attack of attacks) console.log(`  ${attack.name}: ${attack.message.en}`)
  }
}

tell('as signed', signed)
const appearance = new TextEncoder().encode(
  '%PDF-1.7\n1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj 2 0 obj <</Kids[3 0 R]>> endobj\n' +
    '3 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 120 16]>> endobj trailer <</Root 1 0 R>>\n',
)
const filled = change(signed, (later) => setTextField(later, 'soKyHieu', { text: '12/GXN', appearance }))
tell('filled in', filled)
const turned = change(signed, (later) => {
  const page = findPage(openPdf(signed), 0)
  if (page?.ref !== undefined) setObject(later, page.ref, withEntries(page.dict, { Rotate: pdfNumber(180) }))
})
tell('turned', turned)

/* Prints:
as signed: none, permitted
filled in: form-filling, permitted
  /AcroForm/Fields[0], page 1: một trường biểu mẫu được điền
  /AcroForm/Fields[0]/AP, page 1: hình hiển thị của một trường được vẽ hoặc thay
  /AcroForm/Fields[0]/AP, page 1: hình hiển thị của một trường được vẽ hoặc thay
turned: other, not permitted
  /Pages/Kids[0], page 1: một trang bị thay đổi
  incremental-saving: page content was replaced after signing
*/

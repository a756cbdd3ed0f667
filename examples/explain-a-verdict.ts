// Signs a document, verifies it, changes one byte and verifies again: the verdict in words, as JSON and as a page.
import { instant } from 'motcua'
import { createTestAuthority } from 'motcua/adapters/test-authority'
import { sign } from 'motcua/pades'
import {
  createVerifier,
  describeVerdict,
  explainReport,
  isAllPassed,
  readTrustStore,
  vietnamPolicy,
  writeHtmlReport,
} from 'motcua/validation'

const at = instant('2026-09-01T09:00')
const authority = await createTestAuthority({ now: () => at })
const { signer } = await authority.issue({ commonName: 'Người ký thử' })
const document = new TextEncoder().encode(`%PDF-1.7
1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj
2 0 obj <</Type/Pages/Kids[3 0 R]/Count 1>> endobj
3 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>> endobj
trailer <</Root 1 0 R>>
`)
const randomBytes = (length: number) => crypto.getRandomValues(new Uint8Array(length))
const { tail } = await sign(document, {
  signer,
  claimedAt: at,
  level: 'B-LTA',
  timestamp: { fetchTimestamp: authority.fetchTimestamp, randomBytes },
  revocation: authority,
})
const signed = new Uint8Array([...document, ...tail])

// One verifier serves many documents; it trusts what it is told to trust and fetches nothing.
const verifier = createVerifier({ trust: readTrustStore(authority.root.certificate), policy: vietnamPolicy })
const report = await verifier.verify(signed, { at })
console.log(explainReport(report).vi)
for (const { kind, indication, coverage, provenAt } of describeVerdict(report, 'vi').signatures)
  console.log(kind, indication, coverage, provenAt)

const changed = signed.slice()
changed[60] = (changed[60] ?? 0) ^ 1
const bad = await verifier.verify(changed, { at })
console.log(isAllPassed(bad), explainReport(bad).vi)
console.log(bad.signatures[0]?.subIndication)
console.log(writeHtmlReport(bad, { language: 'vi', fileName: 'ket-qua.pdf' }).slice(0, 15))

/* Prints:
Chữ ký số của tài liệu hợp lệ
signature TOTAL-PASSED entire-revision 2026-09-01T09:00:00.000+07:00
timestamp TOTAL-PASSED entire-file 2026-09-01T09:00:00.000+07:00
false KHÔNG nên tin cậy tài liệu này: 0/1 chữ ký hợp lệ
HASH_FAILURE
<!doctype html>
*/

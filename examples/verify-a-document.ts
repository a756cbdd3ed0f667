/**
 * Signs a document and verifies it: the verdict, the level, and what keeps it from the next one.
 */
import { fromEpochMs } from 'motcua'
import { createTestAuthority } from 'motcua/adapters/test-authority'
import { sign } from 'motcua/pades'
import { joinSources } from 'motcua/pdf'
import { createVerifier, readTrustStore } from 'motcua/validation'

const authority = await createTestAuthority()
const { signer } = await authority.issue({ commonName: 'Người ký thử' })
const document = new TextEncoder().encode(
  '%PDF-1.7\n1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj 2 0 obj <</Type/Pages/Count 1/Kids[3 0 R]>> endobj\n' +
    '3 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>> endobj trailer <</Root 1 0 R>>\n',
)
const at = fromEpochMs(Date.now())
const { tail } = await sign(document, { signer, claimedAt: at })
const verifier = createVerifier({ trust: readTrustStore(authority.root.certificate) })

const { signatures } = await verifier.verify(joinSources([document, tail]), { at })
for (const { indication, level, coverage, findings } of signatures) {
  console.log(indication, level, coverage)
  console.log(findings.find(({ code }) => code === 'validation/level-requirement')?.message.en)
}

/* Prints:
TOTAL-PASSED B-B entire-file
B-T is not reached for want of a timestamp that holds
*/

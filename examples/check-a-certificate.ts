// Builds the path of a certificate, asks whether it was revoked, and says so again after it has been.
import { instant } from 'motcua'
import { createTestAuthority } from 'motcua/adapters/test-authority'
import {
  buildOcspRequest,
  checkOcspResponse,
  checkPath,
  findPaths,
  readCertificate,
  readCertificates,
  readOcspResponse,
} from 'motcua/pki'

const at = instant('2026-11-20T08:00:00Z')
const authority = await createTestAuthority({ now: () => at })
const identity = await authority.issue({ commonName: 'Nguyễn Văn Thử' })

const certificate = readCertificate(identity.certificate)
console.log(certificate.subject.text)

const anchors = [readCertificate(authority.root.certificate)]
const { paths } = await findPaths(certificate, { anchors, certificates: readCertificates(identity.chain) })
const path = paths[0] ?? []
const { findings } = await checkPath(path, { at })
console.log(`path of ${path.length}, ${findings.length} findings`)

async function askStatus(): Promise<string> {
  const issuer = readCertificate(authority.issuing.certificate)
  const [url = ''] = certificate.authorityInfo.ocspUrls
  const answer = await authority.fetchOcsp(url, buildOcspRequest({ certificate, issuer }))
  const { status, reason } = await checkOcspResponse(readOcspResponse(answer), { certificate, issuer, at })
  return reason === undefined ? `${status}` : `${status}: ${reason}`
}
console.log(await askStatus())
authority.revoke(identity, { reason: 'superseded' })
console.log(await askStatus())

/* Prints:
CN=Nguyễn Văn Thử,O=motcua test,C=VN
path of 3, 0 findings
good
revoked: superseded
*/

// Signs a document with a key at a remote service: the person confirms on a phone, here after two polls.
import { instant } from 'motcua'
import { fromRemoteService } from 'motcua/adapters/remote-signing'
import { createSmartCa } from 'motcua/adapters/smartca'
import { createTestAuthority } from 'motcua/adapters/test-authority'
import { sign } from 'motcua/pades'

const claimedAt = instant('2026-09-01T09:00')
const authority = await createTestAuthority({ now: () => claimedAt })
const person = await authority.issue({ commonName: 'Người ký thử', keyType: 'p256' })
const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64')

// Stands in for the service and the phone; leave `fetch` out to reach the real one.
let polls = 0
const pending = new Map<string, Uint8Array>()
const fetch = async (url: string, init: RequestInit): Promise<Response> => {
  const body = JSON.parse(String(init.body))
  const [own, ca] = person.chain.map(base64)
  const certificate = { serial_number: '5401', cert_data: own, chain_data: { ca_cert: ca } }
  if (url.endsWith('get_certificate')) return Response.json({ data: { user_certificates: [certificate] } })
  if (url.endsWith('/status')) {
    polls += 1
    const signatures = [...pending].map(([doc_id, value]) => ({ doc_id, signature_value: base64(value) }))
    return Response.json({ message: 'x', data: { signatures: polls > 2 ? signatures : [] } })
  }
  for (const file of body.sign_files) console.log(`phone: ${body.transaction_desc} (${file.doc_id})`)
  return Response.json({ data: { tran_code: 'a', transaction_id: body.transaction_id } })
}

const service = createSmartCa({ spId: 'app', spPassword: 'secret', userId: '000000000000', fetch })
const [certificate] = await service.listCertificates()
if (certificate === undefined) throw new Error('no certificate')
const description = 'Ký văn bản 12/BS-UBND'
const options = { certificate, description, documentId: '12-BS', sleep: async () => console.log('waiting') }
const remote = fromRemoteService(service, options)
// The stand-in has no phone: the key signs what the service is asked to sign.
const signer = {
  ...remote,
  async sign(bytes: Uint8Array) {
    pending.set('12-BS', await person.signer.sign(bytes))
    return remote.sign(bytes)
  },
}
const document = new TextEncoder().encode(
  '%PDF-1.7\n1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj 2 0 obj <</Type/Pages/Count 1/Kids[3 0 R]>> endobj\n' +
    '3 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>> endobj trailer <</Root 1 0 R>>\n',
)
const { field, level } = await sign(document, { signer, claimedAt })
console.log(`${field}: ${level}`)

/* Prints:
phone: Ký văn bản 12/BS-UBND (12-BS)
waiting
waiting
Signature1: B-B
*/

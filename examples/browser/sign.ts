// The page sign.html: signs a PDF in the browser, with a key file or with a key that WebCrypto never gives away.
// Built by any bundler, for instance: npx esbuild examples/browser/sign.ts --bundle --format=esm --outfile=examples/browser/sign.js
import { fromEpochMs, isMotcuaError } from 'motcua'
import { fromKeyFile, fromWebKey } from 'motcua/adapters/key-file'
import { createTestAuthority } from 'motcua/adapters/test-authority'
import { sign } from 'motcua/pades'
import { readCertificate, type Signer } from 'motcua/pki'
import { buildCertificate } from 'motcua/pki/issue'

const find = <T extends HTMLElement>(id: string) => document.getElementById(id) as T
const fileOf = (id: string) => find<HTMLInputElement>(id).files?.[0]

/** What a real authority does after it has seen the person: here a test authority in the page, worth nothing. */
async function certify(spki: Uint8Array): Promise<Uint8Array[]> {
  const { issuing, root } = await createTestAuthority()
  const now = Date.now()
  const certificate = await buildCertificate(
    {
      subject: [['CN', 'Người ký thử']],
      issuer: readCertificate(issuing.certificate).subject.der,
      serial: '4d',
      notBefore: fromEpochMs(now - 60_000),
      notAfter: fromEpochMs(now + 86_400_000),
      spki,
      extensions: { keyUsage: ['digitalSignature', 'nonRepudiation'] },
    },
    issuing.signer,
  )
  return [certificate, issuing.certificate, root.certificate]
}

/** A key that is made here, cannot be exported, and is certified by its public half. */
async function makeKey(): Promise<Signer> {
  const parameters = { name: 'ECDSA', namedCurve: 'P-256' }
  const { privateKey, publicKey } = await crypto.subtle.generateKey(parameters, false, ['sign', 'verify'])
  const spki = new Uint8Array(await crypto.subtle.exportKey('spki', publicKey))
  return fromWebKey(privateKey, { chain: await certify(spki) })
}

find('sign').addEventListener('click', async () => {
  const status = find('status')
  try {
    const file = fileOf('document')
    if (file === undefined) throw new Error('chưa chọn tài liệu / no document')
    const keyFile = fileOf('key')
    const { value: password } = find<HTMLInputElement>('password')
    const signer = keyFile === undefined ? await makeKey() : await fromKeyFile(keyFile, { password })
    const bytes = new Uint8Array(await file.arrayBuffer())
    const { tail, field, level } = await sign(bytes, { signer, claimedAt: fromEpochMs(Date.now()) })
    const link = find<HTMLAnchorElement>('result')
    link.href = URL.createObjectURL(new Blob([bytes, new Uint8Array(tail)], { type: 'application/pdf' }))
    link.hidden = false
    status.textContent = `${field}: ${level}`
  } catch (error) {
    status.textContent = isMotcuaError(error) ? `${error.messageIn('vi')} (${error.code})` : String(error)
  }
})

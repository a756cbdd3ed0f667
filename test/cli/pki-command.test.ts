import { describe, expect, it } from 'vitest'
import { command, runPki } from '../../src/cli/pki-command.ts'
import { fromPrivateKey, readCertificate, readPem, readPrivateKey } from '../../src/pki/index.ts'
import { buildFakeCli } from '../kit/fake-cli.ts'

describe('what it gives', () => {
  it('serves until it is ended, and writes a signer whose key belongs to the certificate', async () => {
    const { io, files, said } = buildFakeCli()
    const args = ['serve', '--out', 'thu', '--name', 'Trần Thị Thử', '--json']
    const exitCode = await runPki(args, io, async () => {
      const { url } = JSON.parse(said().out)
      expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/)
    })
    expect(exitCode).toBe(0)
    const text = (name: string) => new TextDecoder().decode(files.get(`thu/${name}`))
    const chain = readPem(text('chain.pem'), 'CERTIFICATE').map(({ bytes }) => bytes)
    expect(readCertificate(chain[0] ?? new Uint8Array(0)).subject.text).toContain('CN=Trần Thị Thử')
    const signer = await fromPrivateKey(await readPrivateKey(text('signer.key.pem')), { chain })
    expect(signer.algorithm).toEqual({ scheme: 'ecdsa', digest: 'sha256' })
    expect(readPem(text('root.pem'), 'CERTIFICATE')).toHaveLength(1)
  })
})

describe('what it refuses', () => {
  it.each([
    [['start']],
    [['serve', '--port', 'x']],
    [['serve', '--port', '70000']],
    [['serve', '--key', 'dsa']],
    [[]],
  ])('the call %j', async (args) => {
    const { io, said } = buildFakeCli()
    expect(await command.run(args, io)).toBe(2)
    expect(said().err).toContain('motcua pki serve')
  })
})

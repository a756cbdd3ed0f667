import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { serveTestAuthority, type TestServer } from '../../src/adapters/test-authority-server.ts'
import { commandTable } from '../../src/cli/command-table.ts'
import { runCommandLine } from '../../src/cli/dispatch.ts'
import { writePem } from '../../src/pki/index.ts'
import { buildFakeCli } from '../kit/fake-cli.ts'
import { signedAt, signWhole } from '../kit/signed-document.ts'
import { day } from '../kit/timeline.ts'

let now = signedAt
let server: TestServer
let files: Record<string, string | Uint8Array>

beforeAll(async () => {
  server = await serveTestAuthority({ now: () => now })
  const { authority } = server
  const good = await authority.issue({ commonName: 'Người ký thử' })
  const revoked = await authority.issue({ commonName: 'Người ký khác' })
  files = {
    'good.pdf': await signWhole({ authority, person: good }),
    'revoked.pdf': await signWhole({ authority, person: revoked }),
    'root.pem': writePem('CERTIFICATE', authority.root.certificate),
    'strict.json': JSON.stringify({ extends: 'etsi', name: 'strict', revocation: 'required' }),
  }
  authority.revoke(revoked, { revokedAt: day(1) })
  now = day(2)
})
afterAll(() => server.close().catch(() => undefined))

/** Judges two days after signing. */
async function verify(line: string) {
  const cli = buildFakeCli({ files, now: day(2) })
  const words = ['verify', ...line.split(' '), '--trust', 'root.pem', '--json', '--lang', 'en']
  const exitCode = await runCommandLine(words, { table: commandTable, io: cli.io })
  const { signatures } = JSON.parse(cli.said().out)
  const [{ indication, subIndication, findings }] = signatures
  const codes = findings.map(({ outcome, code }: Record<string, string>) => `${outcome} ${code}`)
  return { exitCode, indication, subIndication, codes }
}

const online = '--online --internal-host 127.0.0.1'

describe('what it gives', () => {
  it('a pass that rests on answers, where they are wanted', async () => {
    const said = await verify(`good.pdf ${online} --policy strict.json`)
    expect(said).toMatchObject({ exitCode: 0, indication: 'TOTAL-PASSED' })
    expect(said.codes).toContain('ok validation/revocation-ok')
  })
})

describe('what it refuses', () => {
  it('a signature of somebody who was revoked, when it asks', async () => {
    const said = await verify(`revoked.pdf ${online}`)
    expect(said).toMatchObject({ exitCode: 1, indication: 'INDETERMINATE', subIndication: 'REVOKED_NO_POE' })
  })

  it('addresses inside the house that nobody named: the source counts as unreachable', async () => {
    const said = await verify('revoked.pdf --online')
    expect(said).toMatchObject({ exitCode: 0, indication: 'TOTAL-PASSED' })
    expect(said.codes).toContain('warning validation/revocation-unreachable')
    expect(said.codes).toContain('not-checked validation/revocation-none')
    expect(await verify('revoked.pdf --online --policy strict.json')).toMatchObject({ exitCode: 1 })
  })
})

describe('edges', () => {
  it('asks nobody without the option, and says that nothing is known', async () => {
    const said = await verify('revoked.pdf')
    expect(said).toMatchObject({ exitCode: 0, indication: 'TOTAL-PASSED' })
    expect(said.codes).toContain('not-checked validation/revocation-none')
    expect(said.codes).not.toContain('warning validation/revocation-unreachable')
  })

  it('tells a service that has gone away', async () => {
    await server.close()
    const said = await verify(`good.pdf ${online}`)
    expect(said.codes).toContain('warning validation/revocation-unreachable')
  }, 30_000)
})

import { beforeAll, describe, expect, it } from 'vitest'
import { commandTable } from '../../src/cli/command-table.ts'
import { runCommandLine } from '../../src/cli/dispatch.ts'
import { instant } from '../../src/date.ts'
import { writePem } from '../../src/pki/index.ts'
import { buildFakeCli, type FakeCli } from '../kit/fake-cli.ts'
import { pkiVector } from '../kit/pki-vectors.ts'
import { plainDocument, type Signing, signedAt, signWhole, startSigning } from '../kit/signed-document.ts'
import { signTrustedList, writeTrustedList } from '../kit/trusted-list.ts'

let signing: Signing
let files: Record<string, string | Uint8Array>

beforeAll(async () => {
  signing = await startSigning()
  const other = await startSigning()
  const operator = await other.authority.issue({ commonName: 'Cơ quan danh sách thử' })
  const signed = await signWhole(signing)
  const changed = signed.slice()
  changed[60] = (changed[60] ?? 0) ^ 1
  const pem = (each: Signing) => writePem('CERTIFICATE', each.authority.root.certificate)
  files = {
    'signed.pdf': signed,
    'changed.pdf': changed,
    'lta.pdf': await signWhole(signing, { level: 'B-LTA' }),
    'plain.pdf': plainDocument,
    'root.pem': pem(signing),
    'root.der': signing.authority.root.certificate,
    'both.pem': `# two roots\n${pem(other)}${pem(signing)}`,
    'other.pem': pem(other),
    'list.xml': writeTrustedList({
      services: [
        { certificates: [signing.authority.root.certificate] },
        { type: 'TSA/QTST', certificates: [signing.authority.root.certificate] },
      ],
    }),
    'old.xml': writeTrustedList({
      nextUpdate: '2026-08-15T00:00:00Z',
      services: [
        {
          certificates: [signing.authority.root.certificate],
          status: 'withdrawn',
          history: [{ since: '2020-01-01T00:00:00Z' }],
        },
      ],
    }),
    'signed.xml': await signTrustedList(
      writeTrustedList({ services: [{ certificates: [signing.authority.root.certificate] }] }),
      operator,
    ),
    'operator.pem': writePem('CERTIFICATE', operator.certificate),
    'empty.xml': writeTrustedList({}),
    'page.xml': '<html/>',
    'strict.json': JSON.stringify({
      extends: 'vn-tt15-2025',
      name: 'strict',
      weights: { timestamp: 'fail' },
    }),
    'wrong.json': JSON.stringify({ extends: 'etsi', revokation: 'required' }),
  }
})

/** Runs one line; `--at` is the moment of signing unless the line says otherwise. */
async function verify(line: string): Promise<FakeCli & { readonly exitCode: number }> {
  const cli = buildFakeCli({ files, now: signedAt })
  const exitCode = await runCommandLine(['verify', ...line.split(' ')], { table: commandTable, io: cli.io })
  return { ...cli, exitCode }
}

const jsonOf = (cli: FakeCli) => JSON.parse(cli.said().out)

describe('trusted lists', () => {
  it('vouch for signatures and timestamps, and what is to be said of them goes to the error stream', async () => {
    const cli = await verify('lta.pdf --trust list.xml --json --lang en')
    expect(jsonOf(cli).document.indication).toBe('TOTAL-PASSED')
    expect(cli.said().err).toBe('list.xml: warning: the trusted list carries no signature (signature)\n')
  })

  it('do not vouch after the service was withdrawn, and say that they are out of date', async () => {
    const cli = await verify('signed.pdf --trust old.xml --json --lang en')
    expect([cli.exitCode, jsonOf(cli).document.indication]).toEqual([1, 'INDETERMINATE'])
    expect(cli.said().err).toContain('old.xml: error: the trusted list should have been replaced by now')
  })

  it('vouch for one purpose where the option names one', async () => {
    const cli = await verify('lta.pdf --trust root.pem --tsa-trust list.xml --json')
    expect(jsonOf(cli).document.indication).toBe('TOTAL-PASSED')
    expect((await verify('lta.pdf --tsa-trust old.xml')).exitCode).toBe(2)
  })

  it('are used only with the signature of their operator, where that is named', async () => {
    const open = await verify('signed.pdf --trust signed.xml --lang en')
    expect([open.exitCode, open.said().err]).toEqual([
      0,
      'signed.xml: warning: the signature of the trusted list was NOT checked; use only a list that came from a reliable place (signature)\n',
    ])
    const good = await verify('signed.pdf --trust signed.xml --list-signer operator.pem')
    expect([good.exitCode, good.said().err]).toEqual([0, ''])
    const bad = await verify('signed.pdf --trust signed.xml --list-signer other.pem --lang en')
    expect(bad.exitCode).toBe(2)
    expect(bad.said().err).toContain('the signature of the trusted list does not hold')
    expect((await verify('signed.pdf --trust list.xml --list-signer operator.pem')).exitCode).toBe(2)
    expect((await verify('signed.pdf --trust signed.xml --list-signer signed.pdf')).said().err).toContain(
      '--list-signer signed.pdf',
    )
  })

  it('without a root, or that are none, are a mistake of the caller', async () => {
    expect((await verify('signed.pdf --trust empty.xml')).exitCode).toBe(2)
    const cli = await verify('signed.pdf --trust page.xml --lang en')
    expect(cli.exitCode).toBe(2)
    expect(cli.said().err).toContain('its root is not TrustServiceStatusList')
  })
})

describe('what it gives', () => {
  it('prints the verdict as JSON of the published shape, with exit code 0', async () => {
    const cli = await verify('signed.pdf --trust root.pem --json --lang en')
    expect(cli.exitCode).toBe(0)
    const { document, signatures } = jsonOf(cli)
    expect(document).toMatchObject({ indication: 'TOTAL-PASSED', subIndication: null })
    expect(Object.keys(signatures[0])).toEqual([
      'field',
      'kind',
      'level',
      'indication',
      'subIndication',
      'coverage',
      'modification',
      'docMdp',
      'signer',
      'claimedAt',
      'provenAt',
      'findings',
    ])
    expect(Object.keys(signatures[0].signer)).toEqual([
      'subject',
      'issuer',
      'serial',
      'notBefore',
      'notAfter',
    ])
    expect(signatures[0].findings).toContainEqual({
      check: 'digest',
      outcome: 'ok',
      code: 'validation/digest-ok',
      message: 'the signed bytes are unchanged',
    })
  })
  it('tells people the verdict first, then what the circular asks for', async () => {
    const { exitCode, said } = await verify('signed.pdf --trust root.pem --policy vn-tt15-2025')
    expect(exitCode).toBe(0)
    const [first, ...rest] = said().out.split('\n')
    expect(first).toBe('signed.pdf: Chữ ký số của tài liệu hợp lệ.')
    for (const heading of [
      'Người ký:',
      'Đơn vị quản lý:',
      'Tổ chức cấp chứng thư:',
      'Thời gian ký:',
      'Tính toàn vẹn:',
      'Hiệu lực chứng thư khi ký:',
      'Thời hạn chứng thư:',
    ])
      expect(
        rest.some((line) => line.trim().startsWith(heading)),
        heading,
      ).toBe(true)
  })
  it.each(['root.der', 'both.pem'])('takes roots from %s', async (roots) => {
    expect((await verify(`signed.pdf --trust ${roots}`)).exitCode).toBe(0)
  })
  it('passes a document with all material for the archive, from the file alone', async () => {
    const cli = await verify('lta.pdf --trust root.pem --json')
    expect(cli.exitCode).toBe(0)
    expect(jsonOf(cli).signatures.map(({ kind }: { kind: string }) => kind)).toEqual([
      'signature',
      'timestamp',
    ])
  })
})

describe('detached signatures', () => {
  const content = { 'a.txt': pkiVector('content.txt'), 'a.txt.p7s': pkiVector('cms-p256.p7s') }
  const run = async (line: string, more: Record<string, Uint8Array> = {}) => {
    const named = { ...content, 'vectors.cer': pkiVector('root.cer'), ...more }
    const cli = buildFakeCli({ files: named, now: instant('2027-01-01T09:00') })
    const exitCode = await runCommandLine(['verify', ...line.split(' ')], { table: commandTable, io: cli.io })
    return { exitCode, ...cli.said() }
  }
  it('are judged over the file of the same name beside them', async () => {
    const { exitCode, out } = await run('a.txt.p7s --trust vectors.cer')
    expect(exitCode).toBe(0)
    expect(out).toContain('Mức chữ ký:')
  })
  it('are judged over the file that --content names', async () => {
    const more = { 'other.txt': plainDocument, 'x.p7s': pkiVector('cms-p256.p7s') }
    expect((await run('x.p7s --content a.txt --trust vectors.cer', more)).exitCode).toBe(0)
    const { exitCode, out } = await run('x.p7s --content other.txt --trust vectors.cer', more)
    expect(exitCode).toBe(1)
    expect(out).toContain('HASH_FAILURE')
  })
  it('want a content', async () => {
    const { exitCode, err } = await run('x.p7s', { 'x.p7s': pkiVector('cms-p256.p7s') })
    expect(exitCode).toBe(2)
    expect(err).toContain('--content')
  })
})

describe('the reports', () => {
  it('writes a page for people beside the verdict', async () => {
    const {
      exitCode,
      files: after,
      said,
    } = await verify('changed.pdf --trust root.pem --report html --out r.html')
    expect(exitCode).toBe(1)
    expect(said().out).toContain('changed.pdf: KHÔNG nên tin cậy')
    const page = new TextDecoder().decode(after.get('r.html'))
    expect(page).toMatch(/^<!doctype html>/)
    expect(page).toMatch(/<p class="file"><bdi>changed\.pdf<\/bdi>.*SHA-256: <code>[0-9a-f]{64}</s)
  })
  it('writes the whole report as JSON', async () => {
    const { files: after } = await verify('signed.pdf --trust root.pem --report json --out r.json')
    expect(JSON.parse(new TextDecoder().decode(after.get('r.json'))).schema).toBe(
      'motcua/validation-report@1',
    )
  })
})

describe('what it refuses', () => {
  it('gives exit code 1 and the reason for a changed byte', async () => {
    const { exitCode, said } = await verify('changed.pdf --trust root.pem')
    expect(exitCode).toBe(1)
    expect(said().out).toContain('nội dung đã bị thay đổi sau khi ký')
  })
  it('gives exit code 1 where no root is trusted, and says so', async () => {
    const cli = await verify('signed.pdf --json')
    expect(cli.exitCode).toBe(1)
    expect(jsonOf(cli).document).toMatchObject({
      indication: 'INDETERMINATE',
      subIndication: 'NO_CERTIFICATE_CHAIN_FOUND',
    })
  })
  it('tells a newcomer which option is missing where no root is named', async () => {
    expect((await verify('signed.pdf --lang en')).said().err).toBe(
      'motcua: no root is trusted: add --trust FILE, or no signature can be called valid\n',
    )
    expect((await verify('signed.pdf --trust root.pem')).said().err).toBe('')
  })
  it('leaves a file alone over which the report would be written', async () => {
    const cli = await verify('signed.pdf --trust root.pem --report html --out signed.pdf')
    expect(cli.files.get('signed.pdf')).toBe(files['signed.pdf'])
  })
  it('says loudly that nothing is signed', async () => {
    const cli = await verify('plain.pdf --json')
    expect(cli.exitCode).toBe(1)
    const { document, signatures } = jsonOf(cli)
    expect([document.indication, signatures]).toEqual([null, []])
    const failed = document.findings.filter(({ outcome }: { outcome: string }) => outcome === 'failed')
    expect(failed.map(({ code }: { code: string }) => code)).toEqual(['validation/no-signature'])
  })
  it('does not trust a root of signatures for timestamps once there are others for those', async () => {
    const cli = await verify('lta.pdf --trust root.pem --tsa-trust other.pem --json')
    expect(cli.exitCode).toBe(1)
  })
  it('weighs findings by a policy from a file', async () => {
    expect((await verify('signed.pdf --trust root.pem --policy strict.json')).exitCode).toBe(1)
  })
  it.each([
    ['signed.pdf --at yesterday', '--at'],
    ['signed.pdf --policy nowhere', '--policy'],
    ['signed.pdf --policy wrong.json', 'revokation'],
    ['signed.pdf --policy root.pem', 'JSON'],
    ['signed.pdf --trust plain.pdf', '--trust'],
    ['signed.pdf --password-env NONE', 'NONE'],
    ['signed.pdf --report html', '--out'],
    ['signed.pdf --out r.html', '--report'],
    ['signed.pdf --report pdf --out r.pdf', 'html | json | xml'],
    ['signed.pdf --report html --out ./signed.pdf', '--out'],
    ['signed.pdf --trust root.pem --report html --out root.pem', '--out'],
    ['signed.pdf --policy strict.json --report html --out strict.json', '--out'],
    ['signed.pdf --trust root.pem --trust plain.pdf', '--trust plain.pdf'],
    ['signed.pdf --trust --json', 'giá trị: --trust'],
  ])('ends the wrong call "%s" with exit code 2', async (line, said) => {
    const cli = await verify(line)
    expect(cli.exitCode).toBe(2)
    expect(cli.said().err).toContain(said)
  })
  it('ends with exit code 3 where there is no such file', async () => {
    expect((await verify('missing.pdf')).exitCode).toBe(3)
  })
})

describe('edges', () => {
  it('asks for a moment other than now', async () => {
    const cli = await verify('signed.pdf --trust root.pem --at 2031-01-01T00:00:00Z --json')
    expect(jsonOf(cli).document.subIndication).toBe('OUT_OF_BOUNDS_NO_POE')
  })
  it('keeps control characters of the document away from the terminal', async () => {
    const signed = await signWhole(signing, { reason: 'fine\u001b[2J\u202eevil' })
    const cli = buildFakeCli({ files: { ...files, 'x.pdf': signed }, now: signedAt })
    await runCommandLine(['verify', 'x.pdf', '--trust', 'root.pem'], { table: commandTable, io: cli.io })
    expect(cli.said().out).toMatch(/fine \[2J evil/)
  })
})

describe('what it must not touch', () => {
  it('writes no file', async () => {
    const { files: after } = await verify('signed.pdf --trust root.pem')
    expect([...after.keys()].sort()).toEqual(Object.keys(files).sort())
  })
})

import { describe, expect, it } from 'vitest'
import { command } from '../../src/cli/dossier-command.ts'
import { broken, fullDossier, smallDossier } from '../kit/dossiers.ts'
import { buildFakeCli, type FakeWorld } from '../kit/fake-cli.ts'

const bad = broken(['sets'], 0)

async function call(args: readonly string[], world: FakeWorld = {}) {
  const fake = buildFakeCli(world)
  const exitCode = await command.run(args, fake.io)
  return { exitCode, ...fake.said() }
}

/** A stream of four lines: valid, blank, broken JSON, invalid. */
const stream = `${JSON.stringify(smallDossier)}\n\n{"sets": \n${JSON.stringify(bad)}`

describe('what it gives', () => {
  it('says yes to a valid dossier and exits with 0', async () => {
    const files = { 'a.json': JSON.stringify(fullDossier) }
    expect(await call(['validate', 'a.json'], { files })).toEqual({
      exitCode: 0,
      out: 'hợp lệ\n',
      err: '1 hồ sơ: 1 hợp lệ, 0 không hợp lệ\n',
    })
  })
  it('says in the office’s words what is wrong and exits with 1', async () => {
    const { exitCode, out, err } = await call(['validate', '-'], { stdin: JSON.stringify(bad) })
    expect([exitCode, err]).toEqual([1, '1 hồ sơ: 0 hợp lệ, 1 không hợp lệ\n'])
    expect(out).toBe('không hợp lệ\n  Số lượng hồ sơ (bộ): phải có ít nhất 1 [sets]\n')
    const english = await call(['validate', '-', '--lang', 'en'], { stdin: JSON.stringify(bad) })
    expect(english.out).toBe('not valid\n  Sets: must be at least 1 [sets]\n')
  })
  it('gives one verdict a line with line number and byte offset, and the summary on the error stream', async () => {
    const { exitCode, out, err } = await call(['validate', '-', '--ndjson', '--json'], { stdin: stream })
    const rows = out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line))
    const bytes = (text: string): number => new TextEncoder().encode(text).length
    expect(rows.map(({ line, offsetBytes, ok }) => [line, offsetBytes, ok])).toEqual([
      [1, 0, true],
      [3, bytes(`${JSON.stringify(smallDossier)}\n\n`), false],
      [4, bytes(`${JSON.stringify(smallDossier)}\n\n{"sets": \n`), false],
    ])
    expect(rows[1].issues).toEqual([
      { path: [], label: '', code: 'invalid-json', message: 'không phải JSON hợp lệ' },
    ])
    expect(rows[2].issues[0]).toMatchObject({ path: ['sets'], code: 'too_small' })
    expect(err).toBe('3 hồ sơ: 1 hợp lệ, 2 không hợp lệ\n')
    expect(exitCode).toBe(1)
  })
  it('normalises where it is asked to, and says what it changed', async () => {
    const stdin = JSON.stringify({ ...smallDossier, sets: '1' })
    expect((await call(['validate', '-'], { stdin })).exitCode).toBe(1)
    for (const flag of ['--normalise', '--normalize']) {
      const { exitCode, out } = await call(['validate', '-', flag, '--json'], { stdin })
      expect(exitCode).toBe(0)
      expect(JSON.parse(out).changes).toEqual([
        { code: 'dossier/number-read', severity: 'info', place: 'sets', message: 'đã đọc số từ văn bản' },
      ])
    }
    expect((await call(['validate', '-', '--normalise'], { stdin })).out).toContain('đã chuẩn hóa: sets:')
  })
  it('judges by a procedure of the catalogue', async () => {
    const stdin = JSON.stringify({
      ...smallDossier,
      procedure: { ...smallDossier.procedure, code: '1.001193' },
    })
    expect((await call(['validate', '-'], { stdin })).exitCode).toBe(0)
    const { exitCode, out } = await call(['validate', '-', '--procedure', '2.000908'], { stdin })
    expect(exitCode).toBe(1)
    expect(out).toContain('[procedure.code]')
  })
  it('shows progress only where the error stream is a terminal', async () => {
    const stdin = `${JSON.stringify({})}\n`.repeat(10_000)
    const { err } = await call(['validate', '-', '--ndjson', '--json'], { stdin, isErrTerminal: true })
    expect(err).toContain('\r10000 hồ sơ')
    expect((await call(['validate', '-', '--ndjson', '--json'], { stdin })).err).not.toContain('\r')
  })
})

describe('what it refuses', () => {
  it.each([
    [['validate'], 'thiếu tham số'],
    [['check', 'a.json'], 'chỉ có validate'],
    [['validate', 'a.json', '--procedure', '9.999999'], 'danh mục không có thủ tục này: 9.999999'],
    [['validate', 'a.json', '--fast'], 'không có tham số này'],
  ] as const)('refuses the call %j with exit code 2', async (args, sentence) => {
    const { exitCode, out, err } = await call(args, { files: { 'a.json': '{}' } })
    expect([exitCode, out]).toEqual([2, ''])
    expect(err).toContain(sentence)
  })
  it('lets a missing file be the world’s fault', async () => {
    await expect(call(['validate', 'none.json'])).rejects.toMatchObject({ code: 'ENOENT' })
  })
})

describe('edges', () => {
  it('drops a byte order mark, and names bytes that are no UTF-8', async () => {
    expect((await call(['validate', '-'], { stdin: `\ufeff${JSON.stringify(smallDossier)}` })).exitCode).toBe(
      0,
    )
    const files = { 'a.json': Uint8Array.from([123, 255, 125]) }
    const { out } = await call(['validate', 'a.json', '--json'], { files })
    expect(JSON.parse(out).issues[0].code).toBe('invalid-utf8')
  })
  it('says that it dropped a byte order mark where it normalises', async () => {
    const stdin = `\ufeff${JSON.stringify(smallDossier)}`
    const told = await call(['validate', '-', '--normalise', '--lang', 'en'], { stdin })
    expect([told.exitCode, told.out]).toEqual([
      0,
      'valid\n  normalised: invisible characters were removed (byte order mark, zero-width space)\n',
    ])
    const stream = await call(['validate', '-', '--normalise', '--ndjson', '--json'], {
      stdin: `${stdin}\n${stdin}`,
    })
    for (const line of stream.out.trimEnd().split('\n'))
      expect(JSON.parse(line).changes[0].code).toBe('dossier/marks-removed')
    expect((await call(['validate', '-', '--json'], { stdin })).out).not.toContain('changes')
  })
  it('names the byte at which a line that cannot be read begins', async () => {
    const { out } = await call(['validate', '-', '--ndjson', '--lang', 'en'], { stdin: stream })
    const [, second] = out.split('\n')
    const start = new TextEncoder().encode(`${JSON.stringify(smallDossier)}\n\n`).length
    expect(second).toBe(`line 3 (byte ${start}): not valid`)
    expect(out).toContain('line 4: not valid')
  })
  it('has nothing to say of an empty stream', async () => {
    const { exitCode, out, err } = await call(['validate', '-', '--ndjson'], { stdin: '' })
    expect({ exitCode, out, err }).toEqual({
      exitCode: 0,
      out: '',
      err: '0 hồ sơ: 0 hợp lệ, 0 không hợp lệ\n',
    })
  })
  it('repeats no value that was sent', async () => {
    const secret = broken(['applicant', 'phone'], 'SECRET-0001')
    const { out } = await call(['validate', '-', '--json'], { stdin: JSON.stringify(secret) })
    expect(out).not.toContain('SECRET')
  })
})

import { describe, expect, it } from 'vitest'
import { command } from '../../src/cli/code-command.ts'
import { codeKinds } from '../../src/dossier/codes/index.ts'
import { buildFakeCli } from '../kit/fake-cli.ts'

async function call(...args: readonly string[]) {
  const fake = buildFakeCli()
  const exitCode = await command.run(args, fake.io)
  return { exitCode, ...fake.said() }
}

describe('what it gives', () => {
  it('says what a code tells, and its doubts with what to do', async () => {
    const { exitCode, out } = await call('check', 'personal-number', '038203012345', '--sex', 'female')
    expect(exitCode).toBe(0)
    expect(out).toContain('số định danh cá nhân: đúng dạng: 038203012345')
    expect(out).toContain('Thanh Hóa')
    expect(out).toContain('[warning] giới tính trong số định danh khác giới tính đã khai → đối chiếu')
  })
  it('gives the same as JSON, with one language in each message', async () => {
    const { out } = await call(
      'check',
      'tax-code',
      '001099012345',
      '--on',
      '2025-06-30',
      '--json',
      '--lang',
      'en',
    )
    expect(JSON.parse(out)).toMatchObject({
      kind: 'tax-code',
      ok: true,
      value: '001099012345',
      facts: { form: 'personal' },
      doubts: [{ code: 'codes/not-yet-valid', message: 'in use only since 2025-07-01 (TT 86/2024/TT-BTC)' }],
    })
  })
  it('exits with 1 when the text is no such code', async () => {
    const { exitCode, out } = await call('check', 'tax-code', '0100109107', '--json')
    expect(exitCode).toBe(1)
    expect(JSON.parse(out)).toEqual({
      kind: 'tax-code',
      ok: false,
      doubts: [expect.objectContaining({ code: 'codes/wrong-check-digit', severity: 'error' })],
    })
  })
  it('lists every kind in its help', async () => {
    const { exitCode, out } = await call('--help')
    expect(exitCode).toBe(0)
    for (const { kind } of codeKinds) expect(out).toContain(kind)
  })
})

describe('what it refuses', () => {
  it.each([
    [['check', 'iban', 'x'], 'không có loại mã này: iban'],
    [['make', 'phone', 'x'], 'chỉ có check, không có: make'],
    [['check', 'phone'], 'thiếu tham số'],
    [['check', 'phone', '0912345678', '--on', '1/7/2025'], 'ngày viết YYYY-MM-DD, không phải: 1/7/2025'],
    [['check', 'personal-number', '038203012345', '--sex', 'nam'], '--sex nhận male hoặc female'],
  ] as const)('refuses the call %j with exit code 2', async (args, sentence) => {
    const { exitCode, out, err } = await call(...args)
    expect([exitCode, out]).toEqual([2, ''])
    expect(err).toContain(sentence)
  })
})

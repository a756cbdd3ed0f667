import { describe, expect, it } from 'vitest'
import { command } from '../../src/cli/procedure-command.ts'
import { buildFakeCli } from '../kit/fake-cli.ts'

async function call(...args: readonly string[]) {
  const fake = buildFakeCli()
  const exitCode = await command.run(args, fake.io)
  return { exitCode, ...fake.said() }
}

describe('what it gives', () => {
  it('runs the job that the first word names', async () => {
    expect((await call('list', '--field', 'justice')).out).toContain('2.000908')
    expect(await call('list', '--help')).toMatchObject({ exitCode: 0, err: '' })
  })
  it('says its jobs', async () => {
    expect(await call('--help')).toMatchObject({
      exitCode: 0,
      out: expect.stringContaining('procedure import'),
    })
    expect((await call('--help', '--lang', 'en')).out).toContain('Usage')
  })
})

describe('what it refuses', () => {
  it.each([[], ['toString'], ['dance']])(
    'refuses the call %j with exit code 2',
    async (...args: string[]) => {
      expect(await call(...args)).toMatchObject({ exitCode: 2, out: '' })
    },
  )
})

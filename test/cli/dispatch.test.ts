import { describe, expect, it } from 'vitest'
import { type CommandEntry, commandTable } from '../../src/cli/command-table.ts'
import { runCommandLine } from '../../src/cli/dispatch.ts'
import { version } from '../../src/version.ts'
import { buildFakeCli } from '../kit/fake-cli.ts'

const echo: CommandEntry = {
  name: 'echo',
  summary: { vi: 'nhắc lại', en: 'says it again' },
  load: async () => ({
    name: 'echo',
    summary: { vi: 'nhắc lại', en: 'says it again' },
    run: async (args, io) => {
      io.out(`${args.join(' ')}\n`)
      return args.includes('wrong') ? 1 : 0
    },
  }),
}
const untouched: CommandEntry = {
  name: 'calendar',
  summary: { vi: 'lịch', en: 'calendar' },
  load: () => Promise.reject(new Error('must not be loaded')),
}
const table = [echo, untouched]

async function call(...args: readonly string[]) {
  const fake = buildFakeCli()
  const exitCode = await runCommandLine(args, { table, io: fake.io })
  return { exitCode, ...fake.said() }
}

describe('what it gives', () => {
  it('prints the version and loads no command for it', async () => {
    for (const flag of ['--version', '-v']) {
      expect(await call(flag)).toEqual({ exitCode: 0, out: `${version}\n`, err: '' })
    }
  })
  it('lists every command in either language, on the output', async () => {
    for (const args of [['--help'], ['-h'], ['help'], ['--lang', 'vi', '--help']]) {
      const { exitCode, out, err } = await call(...args)
      expect([exitCode, err]).toEqual([0, ''])
      expect(out).toContain('echo          nhắc lại')
      expect(out).toContain('calendar      lịch')
    }
    expect((await call('--help', '--lang', 'en')).out).toContain('echo          says it again')
    expect((await call('--lang=en', '--help')).out).toContain('Exit codes')
  })
  it('hands the rest of the line to the command and its exit code back', async () => {
    expect(await call('echo', 'a', '--json')).toEqual({ exitCode: 0, out: 'a --json\n', err: '' })
    expect((await call('echo', 'wrong')).exitCode).toBe(1)
  })
  it('moves a language that stands before the command behind it', async () => {
    expect((await call('--lang', 'en', 'echo', 'a')).out).toBe('a --lang en\n')
    expect((await call('--lang=en', 'echo', 'a')).out).toBe('a --lang=en\n')
  })
  it('asks a command for its own help', async () => {
    expect((await call('help', 'echo', '--lang', 'en')).out).toBe('--help --lang en\n')
  })
})

describe('what it refuses', () => {
  it('refuses a call without a command with the help, on the error stream', async () => {
    const { exitCode, out, err } = await call()
    expect([exitCode, out]).toEqual([2, ''])
    expect(err).toContain('thiếu tên lệnh')
    expect(err).toContain('calendar')
  })
  it('refuses an unknown command and offers the one that was meant', async () => {
    const { exitCode, out, err } = await call('calender')
    expect([exitCode, out]).toEqual([2, ''])
    expect(err).toContain('không có lệnh này: calender')
    expect(err).toContain('motcua calendar\n')
    expect((await call('--lang', 'en', 'calender')).err).toContain('did you mean: motcua calendar')
  })
  it('offers nothing where nothing is near', async () => {
    const { exitCode, err } = await call('sign')
    expect(exitCode).toBe(2)
    expect(err).not.toContain('có phải')
  })
  it('refuses an unknown option and a third language', async () => {
    expect((await call('--verbose')).exitCode).toBe(2)
    expect((await call('--verbose')).err).toContain('không có tham số này: --verbose')
    expect((await call('--lang', 'fr', 'echo')).err).toContain('--lang nhận vi hoặc en, không nhận: fr')
    expect((await call('--lang', 'fr', 'echo')).exitCode).toBe(2)
  })
  it('tells a failure of the world from a broken command', async () => {
    const fake = buildFakeCli()
    const reads: CommandEntry = {
      ...echo,
      load: async () => ({ ...(await echo.load()), run: async (_args, io) => io.readFile('no.json').length }),
    }
    expect(await runCommandLine(['echo'], { table: [reads], io: fake.io })).toBe(3)
    expect(fake.said().err).toBe('motcua: no.json: không có tệp hoặc thư mục này (ENOENT)\n')
    expect(await call('calendar')).toMatchObject({ exitCode: 3, out: '' })
  })
})

describe('the table of commands', () => {
  it('says of each command what the command says of itself', async () => {
    for (const entry of commandTable) {
      const command = await entry.load()
      expect({ name: command.name, summary: command.summary }).toEqual({
        name: entry.name,
        summary: entry.summary,
      })
    }
  })
  it.each(commandTable.map(({ name }) => name))(
    'answers --help in both languages and refuses unknown options: %s',
    async (name) => {
      const help = { vi: buildFakeCli(), en: buildFakeCli(), wrong: buildFakeCli() }
      expect(await runCommandLine([name, '--help'], { table: commandTable, io: help.vi.io })).toBe(0)
      expect(
        await runCommandLine([name, '--help', '--lang', 'en'], { table: commandTable, io: help.en.io }),
      ).toBe(0)
      expect(help.vi.said().out).not.toBe(help.en.said().out)
      expect(help.vi.said().out).toContain(`motcua ${name}`)
      const exitCode = await runCommandLine([name, '--no-such-option'], {
        table: commandTable,
        io: help.wrong.io,
      })
      expect(exitCode).toBe(2)
      expect(help.wrong.said().out).toBe('')
      expect(help.wrong.said().err).not.toBe('')
    },
  )
})

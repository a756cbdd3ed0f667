import { describe, expect, it } from 'vitest'
import { commandTable } from '../../src/cli/command-table.ts'
import { runCommandLine } from '../../src/cli/dispatch.ts'
import { buildFakeCli } from '../kit/fake-cli.ts'

/** Runs one line in a small world and gives what was said. */
async function run(args: readonly string[], files: Readonly<Record<string, unknown>> = {}) {
  const texts = Object.entries(files).map(([path, content]): [string, string] => [
    path,
    JSON.stringify(content),
  ])
  const { io, said } = buildFakeCli({ files: Object.fromEntries(texts) })
  const exitCode = await runCommandLine(args, { table: commandTable, io })
  return { exitCode, ...said() }
}
const due = (...args: readonly string[]) => run(['due', ...args])
const term = (...args: readonly string[]) => run(['term', ...args])

describe('motcua due: what it gives', () => {
  it('prints due date, moment and days with their reason and source as JSON', async () => {
    const { exitCode, out, err } = await due(
      '--received',
      '2026-08-28T10:00',
      '--term',
      '3 ngày làm việc',
      '--json',
    )
    expect([exitCode, err]).toEqual([0, ''])
    const answer = JSON.parse(out)
    expect(Object.keys(answer)).toEqual(['dueDate', 'dueAt', 'provisional', 'days'])
    expect(answer).toMatchObject({
      dueDate: '2026-09-07',
      dueAt: '2026-09-07T17:00:00.000+07:00',
      provisional: false,
    })
    expect(answer.days[3]).toEqual({
      date: '2026-08-31',
      counted: false,
      reason: 'swapped-off',
      source: '9441/TB-BNV',
    })
    expect(answer.days.filter((day: { counted: boolean }) => day.counted)).toHaveLength(3)
  })
  it('prints lines for the slip in either language', async () => {
    const args = ['--received', '2026-09-04T10:00', '--term', '1 ngày làm việc']
    expect((await due(...args)).out).toMatch(/Hẹn trả: 17:00 ngày 07\/09\/2026 \(thứ hai\)\n$/)
    expect((await due(...args, '--lang', 'en')).out).toMatch(/Due: 17:00, 2026-09-07 \(Mon\)\n$/)
  })
  it('takes several pauses, by day and by minute, with a reason', async () => {
    const { out } = await due(
      ...['--received', '2026-08-03', '--term', '5 ngày làm việc', '--json'],
      ...['--pause', '2026-08-05/2026-08-06', '--pause', '2026-08-10T08:00/2026-08-10T15:00/inspection'],
    )
    const { dueDate, days } = JSON.parse(out)
    expect(dueDate).toBe('2026-08-13')
    expect(days[7]).toEqual({
      date: '2026-08-10',
      counted: true,
      reason: 'pause',
      source: 'ledger',
      countedMinutes: 180,
      ofMinutes: 480,
    })
  })
  it('takes the options that differ from the lawful default', async () => {
    const at = async (received: string, ...args: readonly string[]) =>
      JSON.parse(
        (await due('--received', received, '--term', '1 ngày làm việc', '--json', ...args)).out,
      ).dueAt.slice(0, 16)
    expect(await at('2026-08-03T15:30', '--cut-off', '15:00')).toBe('2026-08-05T17:00')
    expect(await at('2026-08-03T18:00', '--after-hours', 'next-working-day')).toBe('2026-08-05T17:00')
    expect(await at('2026-08-03T10:30', '--due-moment', 'same-clock-time')).toBe('2026-08-04T10:30')
  })
  it('applies the lengthenings of the term when told to', async () => {
    const text = '03 ngày làm việc, trường hợp phải xác minh thì không quá 08 ngày làm việc'
    const dueDate = async (...args: readonly string[]) =>
      JSON.parse((await due('--received', '2026-08-03T10:00', '--term', text, '--json', ...args)).out).dueDate
    expect(await dueDate()).toBe('2026-08-06')
    expect(await dueDate('--extended')).toBe('2026-08-13')
  })
  it('counts by the calendar and the office of files', async () => {
    const office = {
      schema: 'motcua/office@1',
      id: 'mornings',
      name: { vi: 'Sáng', en: 'Mornings' },
      zone: 'Asia/Ho_Chi_Minh',
      schedules: [{ weekly: { monday: [['08:00', '10:00']], wednesday: [['08:00', '10:00']] } }],
    }
    const { out } = await run(
      ['due', '--received', '2026-08-03T09:00', '--term', '2 ngày làm việc', '--office', 'o.json', '--json'],
      { 'o.json': office },
    )
    expect(JSON.parse(out).dueAt).toBe('2026-08-10T10:00:00.000+07:00')
  })
  it('has no due date where no term is set, and warns of a provisional one', async () => {
    const none = await due('--received', '2026-08-03T10:00', '--term', 'Không quy định', '--json')
    expect(JSON.parse(none.out)).toEqual({ dueDate: null, dueAt: null, provisional: false, days: [] })
    const later = await due('--received', '2026-12-25T08:00', '--term', '10 ngày làm việc', '--json')
    expect(JSON.parse(later.out)).toMatchObject({ dueDate: '2027-01-11', provisional: true })
    expect(later.err).toMatch(/dự kiến/i)
  })
})

describe('motcua due: what it refuses', () => {
  it.each([
    [['--term', '3 ngày']],
    [['--received', '2026-08-03T10:00']],
    [['--received', '2026-08-03T10:00', '--term', '3 ngày', '--pause', '2026-08-04']],
    [['--received', '2026-08-03T10:00', '--term', '3 ngày', '--pause', '2026-08-04/2026-08-05/lunch']],
    [['--received', '2026-08-03T10:00', '--term', '3 ngày', '--after-hours', 'never']],
    [['--received', '2026-08-03T10:00', '--term', '3 ngày', '--due-moment', 'noon']],
  ])('refuses the call %j with its usage', async (args) => {
    const { exitCode, out, err } = await due(...args)
    expect([exitCode, out]).toEqual([2, ''])
    expect(err).toContain('motcua due --received')
  })
  it('refuses a term that a person must read, saying why', async () => {
    const { exitCode, err } = await due('--received', '2026-08-03T10:00', '--term', '30', '--lang', 'en')
    expect([exitCode, err]).toEqual([
      1,
      'motcua: not counted, a person must read the term: there is a number without a unit (no-unit)\n',
    ])
  })
  it('refuses what the calendar cannot know, a wrong moment and a wrong pause', async () => {
    expect((await due('--received', '2035-08-03T10:00', '--term', '3 ngày')).err).toContain('(calendar/gap)')
    expect((await due('--received', '3/8/2026', '--term', '3 ngày')).err).toContain('(date/invalid-instant)')
    const backwards = await due(
      '--received',
      '2026-08-03',
      '--term',
      '3 ngày',
      '--pause',
      '2026-08-06/2026-08-04',
    )
    expect([backwards.exitCode, backwards.err]).toEqual([
      1,
      expect.stringContaining('(deadline/invalid-pause)'),
    ])
  })
})

describe('motcua term', () => {
  it('prints a term as JSON', async () => {
    const json = async (text: string) => JSON.parse((await term(text, '--json')).out)
    expect(await json('03 ngày làm việc, trường hợp phải xác minh thì không quá 08 ngày làm việc')).toEqual({
      kind: 'working-days',
      amount: 3,
      extensions: [{ kind: 'working-days', amount: 8, mode: 'to', when: 'phải xác minh' }],
    })
    expect(
      await json('Ngay trong ngày tiếp nhận; sau 15 giờ thì trả kết quả trong ngày làm việc tiếp theo'),
    ).toEqual({
      kind: 'same-day',
      cutOff: '15:00',
    })
    expect(await json('Không quy định')).toEqual({ kind: 'none' })
    expect(await json('30')).toEqual({ kind: 'unread', reason: 'no-unit' })
  })
  it('says a term, or why a person must read it, in either language', async () => {
    expect((await term('15 Ngày')).out).toBe('15 ngày\n')
    expect((await term('15 Ngày', '--lang', 'en')).out).toBe('15 days\n')
    expect((await term('Tùy theo đợt', '--lang', 'en')).out).toBe(
      'A person must read it: it depends on something else (depends)\n',
    )
  })
  it('refuses a call without a text', async () => {
    expect((await term()).exitCode).toBe(2)
  })
})

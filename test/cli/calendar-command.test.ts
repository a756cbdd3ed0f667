import { instant } from 'motcua'
import { describe, expect, it } from 'vitest'
import { commandTable } from '../../src/cli/command-table.ts'
import { runCommandLine } from '../../src/cli/dispatch.ts'
import { buildFakeCli } from '../kit/fake-cli.ts'

/** Runs one line in a small world: files by name, and what was said. */
async function run(args: readonly string[], files: Readonly<Record<string, unknown>> = {}) {
  const texts = Object.entries(files).map(([path, content]): [string, string] => [
    path,
    typeof content === 'string' ? content : JSON.stringify(content),
  ])
  const { io, said } = buildFakeCli({ files: Object.fromEntries(texts), now: instant('2026-01-05T08:00') })
  const exitCode = await runCommandLine(args, { table: commandTable, io })
  return { exitCode, ...said() }
}
const calendar = (...args: readonly string[]) => run(['calendar', ...args])
const lunar = (...args: readonly string[]) => run(['lunar', ...args])

describe('motcua calendar: what it gives', () => {
  it('prints a year as JSON: weekdays off, weekends worked, provisional', async () => {
    const { exitCode, out, err } = await calendar('2026', '--json')
    expect([exitCode, err]).toEqual([0, ''])
    const year = JSON.parse(out)
    expect(Object.keys(year)).toEqual(['year', 'weekdaysOff', 'weekendsWorked', 'provisional'])
    expect([year.year, year.provisional, year.weekdaysOff.length]).toEqual([2026, false, 14])
    expect(year.weekendsWorked).toEqual([
      {
        date: '2026-01-10',
        kind: 'swapped-worked',
        name: 'Làm bù cho ngày 2/1/2026',
        source: '12729/VPCP-KGVX',
      },
      {
        date: '2026-08-22',
        kind: 'swapped-worked',
        name: 'Làm bù cho ngày 31/8/2026',
        source: '9441/TB-BNV',
      },
    ])
    expect(year.weekdaysOff.at(-1)).toEqual({
      date: '2026-11-24',
      kind: 'public-holiday',
      name: 'Ngày Văn hóa Việt Nam',
      source: '28/2026/QH16',
    })
  })
  it('warns about a provisional year and says what is missing', async () => {
    const { exitCode, out, err } = await calendar('2027', '--json', '--lang', 'en')
    expect(exitCode).toBe(0)
    expect(JSON.parse(out)).toMatchObject({
      provisional: true,
      missing: ['tet-span', 'second-national-day', 'swaps'],
    })
    expect(err).toMatch(/^PROVISIONAL: .*second National Day/)
  })
  it('prints lines for people, in both languages', async () => {
    const { out } = await calendar('2024')
    expect(out).toContain(
      '  2024-04-29  Nghỉ hoán đổi, làm bù ngày 4/5/2024  [2450/VPCP-KGVX; 1570/TB-LĐTBXH]',
    )
    expect((await calendar('2021', '--lang', 'en')).out).toContain('Weekends worked:\n  (none)')
  })
  it('prints iCalendar', async () => {
    const { out, exitCode } = await calendar('2026', '--ics')
    expect(exitCode).toBe(0)
    expect(out.match(/BEGIN:VEVENT/g)).toHaveLength(16)
    expect(out).toContain('DTSTAMP:20260105T010000Z')
  })
  it('takes a notice or a calendar of listed dates, and an office', async () => {
    const notice = {
      schema: 'motcua/notice@1',
      number: '1/TB-VD',
      settles: [2027],
      daysOff: [],
      swaps: [{ off: '2027-04-15', worked: '2027-04-10' }],
    }
    const office = {
      schema: 'motcua/office@1',
      id: 'vi-du',
      name: { vi: 'Ví dụ', en: 'Example' },
      zone: 'Asia/Ho_Chi_Minh',
      schedules: [{ weekly: { monday: [['08:00', '11:00']], thursday: [['08:00', '11:00']] } }],
      closures: [{ from: '2027-07-05', name: { vi: 'Đóng cửa', en: 'Closed' } }],
    }
    const { out, exitCode } = await run(
      ['calendar', '2027', '--json', '--calendar', 'n.json', '--office', 'o.json'],
      {
        'n.json': notice,
        'o.json': office,
      },
    )
    expect(exitCode).toBe(0)
    const year = JSON.parse(out)
    expect(year.provisional).toBe(false)
    expect(year.weekdaysOff).toContainEqual({
      date: '2027-04-15',
      kind: 'swapped-off',
      name: 'Nghỉ hoán đổi, làm bù ngày 10/4/2027',
      source: '1/TB-VD',
    })
    expect(year.weekdaysOff).toContainEqual({
      date: '2027-07-05',
      kind: 'closure',
      name: 'Đóng cửa',
      source: 'office:vi-du',
    })
  })
})

describe('motcua calendar: what it refuses', () => {
  it.each([
    [[]],
    [['26']],
    [['2026', '2027']],
    [['2026', '--xml']],
    [['2026', '--json', '--ics']],
    [['2026', '--lang', 'fr']],
  ])('ends with 2 and says how to call it: %j', async (args) => {
    const { exitCode, out, err } = await calendar(...args)
    expect([exitCode, out]).toEqual([2, ''])
    expect(err).toMatch(/^Cách dùng: motcua calendar/m)
  })
  it('ends with 1 for a year that cannot be known', async () => {
    const { exitCode, out, err } = await calendar('2035', '--json')
    expect([exitCode, out]).toEqual([1, ''])
    expect(err).toMatch(/2035.*2018–2028.*calendar\/gap/)
  })
  it('ends with 3 for a file that cannot be read, with 1 for one that is wrong', async () => {
    expect(await run(['calendar', '2026', '--calendar', 'none.json'])).toMatchObject({ exitCode: 3 })
    expect(await run(['calendar', '2026', '--office', 'o.json'], { 'o.json': '{' })).toMatchObject({
      exitCode: 1,
    })
    const wrong = await run(['calendar', '2026', '--office', 'o.json', '--lang', 'en'], { 'o.json': {} })
    expect(wrong.exitCode).toBe(1)
    expect(wrong.err).toContain('o.json $.schema: the field schema is missing at $ (calendar/missing-field)')
  })
  it('ends with 1 for a calendar that cannot be compiled', async () => {
    const office = {
      schema: 'motcua/office@1',
      id: 'x',
      name: { vi: 'x', en: 'x' },
      zone: 'Asia/Ho_Chi_Minh',
      schedules: [{ validFrom: '2040-01-01', weekly: {} }],
    }
    const { exitCode, err } = await run(['calendar', '2026', '--office', 'o.json'], { 'o.json': office })
    expect(exitCode).toBe(1)
    expect(err).toContain('calendar/invalid-office')
  })
})

describe('motcua lunar', () => {
  it('turns a civil day into a lunar one', async () => {
    expect(await lunar('2027-02-06', '--json')).toEqual({
      exitCode: 0,
      out: '{"year":2027,"month":1,"leap":false,"day":1}\n',
      err: '',
    })
    expect((await lunar('2025-07-25')).out).toBe('ngày 1 tháng 6 nhuận năm 2025 âm lịch\n')
  })
  it('turns a lunar day into a civil one', async () => {
    expect((await lunar('--to-solar', '2027-03-10', '--json')).out).toBe('{"date":"2027-04-16"}\n')
    expect((await lunar('--to-solar', '2025-06-01', '--leap', '--json')).out).toBe('{"date":"2025-07-25"}\n')
    // A thirtieth of the second month is a lunar day, though no civil month of that number has one.
    expect((await lunar('--to-solar', '2024-02-30')).out).toBe('2024-04-08\n')
  })
  it('goes back before 1968 only when asked', async () => {
    expect(await lunar('1945-09-02', '--json')).toMatchObject({ exitCode: 1, out: '' })
    expect((await lunar('1945-09-02', '--proleptic', '--json')).out).toBe(
      '{"year":1945,"month":7,"leap":false,"day":26,"proleptic":true}\n',
    )
  })
  it('ends with 1 for a lunar day that does not exist', async () => {
    const { exitCode, err } = await lunar('--to-solar', '2026-03-10', '--leap', '--lang', 'en')
    expect(exitCode).toBe(1)
    expect(err).toMatch(/leap month 3.*calendar\/no-such-lunar-day/)
  })
  it.each([
    [[]],
    [['2026-02-30']],
    [['2026-02-01', '2026-02-02']],
    [['2026-02-01', '--leap']],
    [['--to-solar', 'x']],
    [['2026-02-01', '--to-solar', '2026-01-01']],
  ])('ends with 2 and says how to call it: %j', async (args) => {
    const { exitCode, err } = await lunar(...args)
    expect(exitCode).toBe(2)
    expect(err).toMatch(/^Cách dùng: motcua lunar/m)
  })
  it('explains itself', async () => {
    expect(await lunar('--help', '--lang', 'en')).toMatchObject({ exitCode: 0, err: '' })
    expect((await calendar('--help')).out).toContain('motcua calendar NĂM')
  })
})

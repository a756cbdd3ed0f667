import { readFileSync } from 'node:fs'
import Ajv2020 from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import fc from 'fast-check'
import { isoDate } from 'motcua'
import {
  buildWorkingCalendar,
  calendarSchemas,
  defaultOffice,
  explainDay,
  explainYear,
  type Parsed,
  parseNotice,
  parseOffice,
  parseOfficialCalendar,
  vietnamCalendar,
} from 'motcua/calendar'
import { describe, expect, it } from 'vitest'
import { someOffice, someOfficial } from '../kit/arbitrary-calendar.ts'

const ajv = new Ajv2020.default({ strict: true, allErrors: true })
addFormats.default(ajv)
const judges = {
  notice: ajv.compile(calendarSchemas.notice),
  calendar: ajv.compile(calendarSchemas.calendar),
  office: ajv.compile(calendarSchemas.office),
}
const parsers: Record<keyof typeof judges, (json: unknown) => Parsed<unknown>> = {
  notice: parseNotice,
  calendar: parseOfficialCalendar,
  office: parseOffice,
}

/** Findings about shape; the others are about what JSON Schema cannot say. */
const shapeCodes = ['wrong-type', 'wrong-value', 'missing-field', 'unknown-field'].map(
  (code) => `calendar/${code}`,
)

const notice = {
  schema: 'motcua/notice@1',
  number: '1/TB-VD',
  issuedOn: '2026-10-02',
  settles: [2027],
  daysOff: [
    { date: '2027-02-04', holiday: 'tet' },
    { date: '2027-02-06', holiday: 'tet' },
    { date: '2027-02-09', substituteFor: '2027-02-06', name: { vi: 'Bù', en: 'In lieu' } },
  ],
  swaps: [{ off: '2027-04-15', worked: '2027-04-10' }],
}
const office = { schema: 'motcua/office@1', ...defaultOffice }
const listed = {
  schema: 'motcua/calendar@1',
  id: 'listed',
  name: { vi: 'Lịch', en: 'Calendar' },
  base: 'none',
  notices: [{ number: '1/TB-VD', settles: [2031], daysOff: [{ date: '2031-01-01' }], swaps: [] }],
}
const codesOf = ({ findings }: Parsed<unknown>) =>
  findings.map(({ code, place }) => `${code.slice(9)} ${place}`)

describe('what it gives', () => {
  it('reads a notice and adds a year without a new release', () => {
    const read = parseOfficialCalendar({ $schema: 'urn:motcua:schema:notice:1', ...notice })
    if (!read.ok) throw new Error(JSON.stringify(read.findings))
    const calendar = buildWorkingCalendar({ official: read.value })
    expect(explainYear(calendar, 2027).provisional).toBe(false)
    expect(explainDay(calendar, isoDate('2027-04-15'))).toMatchObject({
      kind: 'swapped-off',
      source: '1/TB-VD',
    })
    expect(read.findings).toEqual([])
    expect(vietnamCalendar.notices.some(({ number }) => number === '1/TB-VD')).toBe(false)
  })
  it('reads an office and a calendar of listed dates', () => {
    const read = parseOffice(office)
    expect(read).toEqual({ ok: true, value: { ...defaultOffice }, findings: [] })
    const own = parseOfficialCalendar(listed)
    expect(own.ok && buildWorkingCalendar({ official: own.value }).covered).toBe('2031')
    expect(own.ok && own.value.rules).toEqual([])
  })
  it('lays a calendar file with base vietnam upon the built-in notices', () => {
    const read = parseOfficialCalendar({
      ...listed,
      base: 'vietnam',
      notices: [{ ...notice, schema: undefined }].map(({ schema: _, ...rest }) => rest),
    })
    if (!read.ok) throw new Error(JSON.stringify(read.findings))
    expect(read.value.notices).toHaveLength(vietnamCalendar.notices.length + 1)
    expect(read.value.id).toBe('listed')
  })
  it('composes text to NFC, so that equal files have equal hashes', () => {
    const decomposed = parseOffice({ ...office, name: { vi: 'Xã Ví Dụ'.normalize('NFD'), en: 'x' } })
    expect(decomposed.ok && decomposed.value.name.vi).toBe('Xã Ví Dụ'.normalize('NFC'))
  })
  it('warns without refusing: a day of rest listed, a year of which nothing is said', () => {
    const read = parseNotice({ ...notice, settles: [2027, 2028], daysOff: [{ date: '2027-01-02' }] })
    expect(read.ok).toBe(true)
    expect(codesOf(read)).toEqual(['rest-day-listed $.daysOff[0].date', 'silent-year $.settles[1]'])
    expect(read.findings.every(({ severity }) => severity === 'warning')).toBe(true)
  })
})

describe('what it refuses', () => {
  it.each([
    ['a field that nobody knows', { ...notice, swap: [] }, 'unknown-field $.swap'],
    ['a missing field', { ...notice, number: undefined }, 'wrong-type $.number'],
    ['a day that does not exist', { ...notice, issuedOn: '2026-02-30' }, 'wrong-value $.issuedOn'],
    ['a year that no lunar table serves', { ...notice, settles: [1900] }, 'wrong-value $.settles[0]'],
    ['a year twice', { ...notice, settles: [2027, 2027] }, 'wrong-value $.settles'],
    ['an empty swap', { ...notice, swaps: [{}] }, 'wrong-value $.swaps[0]'],
    [
      'a swap that gives up a Saturday',
      { ...notice, swaps: [{ off: '2027-04-17' }] },
      'wrong-weekday $.swaps[0].off',
    ],
    [
      'a swap that works a Thursday',
      { ...notice, swaps: [{ worked: '2027-04-15' }] },
      'wrong-weekday $.swaps[0].worked',
    ],
    [
      'a day that stands twice',
      { ...notice, swaps: [{ off: '2027-02-04' }] },
      'repeated-date $.swaps[0].off',
    ],
    [
      'a substitute on a Sunday',
      { ...notice, daysOff: [{ date: '2027-02-07', substituteFor: '2027-02-06' }] },
      'wrong-weekday $.daysOff[0].date',
    ],
    [
      'a substitute for a weekday',
      { ...notice, daysOff: [{ date: '2027-02-09', substituteFor: '2027-02-08' }] },
      'wrong-weekday $.daysOff[0].substituteFor',
    ],
    [
      'a substitute before its holiday',
      { ...notice, daysOff: [{ date: '2027-02-05', substituteFor: '2027-02-06' }] },
      'wrong-weekday $.daysOff[0].substituteFor',
    ],
    [
      'a substitute that is a holiday',
      { ...notice, daysOff: [{ date: '2027-02-09', substituteFor: '2027-02-06', holiday: 'tet' }] },
      'both-kinds $.daysOff[0].holiday',
    ],
    ['something else altogether', 'motcua', 'wrong-type $'],
    ['null', null, 'wrong-type $'],
  ])('refuses a notice with %s', (_, json, expected) => {
    const read = parseNotice(json)
    expect(read.ok).toBe(false)
    expect(codesOf(read)).toContain(expected)
  })
  const schedule = defaultOffice.schedules[0]
  it.each([
    [
      'hours out of order',
      {
        schedules: [
          {
            weekly: {
              monday: [
                ['13:00', '14:00'],
                ['09:00', '10:00'],
              ],
            },
          },
        ],
      },
      'wrong-order $.schedules[0].weekly.monday[1]',
    ],
    [
      'empty hours',
      { schedules: [{ weekly: { monday: [['09:00', '09:00']] } }] },
      'wrong-order $.schedules[0].weekly.monday[0]',
    ],
    [
      'a malformed time',
      { schedules: [{ weekly: { monday: [['9:00', '10:00']] } }] },
      'wrong-value $.schedules[0].weekly.monday[0][0]',
    ],
    [
      'an interval of three',
      { schedules: [{ weekly: { monday: [['09:00', '10:00', '11:00']] } }] },
      'wrong-value $.schedules[0].weekly.monday[0]',
    ],
    ['another zone', { zone: 'Asia/Bangkok' }, 'wrong-value $.zone'],
    [
      'schedules that do not rise',
      {
        schedules: [
          { ...schedule, validFrom: '2026-02-01' },
          { ...schedule, validFrom: '2026-02-01' },
        ],
      },
      'wrong-order $.schedules[1].validFrom',
    ],
    [
      'a second schedule without its day',
      { schedules: [schedule, schedule] },
      'wrong-order $.schedules[1].validFrom',
    ],
    [
      'a closure that ends too soon',
      { closures: [{ from: '2026-02-02', to: '2026-02-01', name: { vi: 'a', en: 'b' } }] },
      'wrong-order $.closures[0].to',
    ],
    [
      'two shifts on one day',
      {
        shifts: [
          { date: '2026-02-02', hours: [] },
          { date: '2026-02-02', hours: [] },
        ],
      },
      'repeated-date $.shifts[1].date',
    ],
    ['no schedule', { schedules: [] }, 'wrong-value $.schedules'],
    [
      'a faulty office inside',
      { within: [{ ...defaultOffice, zone: 'UTC' }] },
      'wrong-value $.within[0].zone',
    ],
    [
      'offices nested too deep',
      {
        within: [
          {
            ...defaultOffice,
            within: [{ ...defaultOffice, within: [{ ...defaultOffice, within: [defaultOffice] }] }],
          },
        ],
      },
      'too-deep $.within[0].within[0].within[0].within[0]',
    ],
  ])('refuses an office with %s', (_, change, expected) => {
    const read = parseOffice({ ...office, ...change })
    expect(read.ok).toBe(false)
    expect(codesOf(read)).toContain(expected)
  })
  it('refuses a calendar of listed dates without a year', () => {
    const read = parseOfficialCalendar({ ...listed, notices: [] })
    expect(codesOf(read)).toEqual(['no-years $.notices'])
  })
  it('says everything in both languages and stops after a hundred findings', () => {
    const read = parseNotice({ ...notice, daysOff: Array.from({ length: 500 }, () => ({ date: 'x' })) })
    expect(read.findings).toHaveLength(100)
    for (const { message } of read.findings) expect(message.vi === '' || message.en === '').toBe(false)
  })
})

describe('the published schemas', () => {
  it.each(Object.entries(calendarSchemas))(
    'stand in schemas/%s.schema.json as the code has them',
    (name, schema) => {
      const published = readFileSync(new URL(`../../schemas/${name}.schema.json`, import.meta.url), 'utf8')
      expect(JSON.parse(published)).toEqual(schema)
    },
  )

  /** Values that a hand or a program may put anywhere. */
  const anything = fc.oneof(
    fc.constantFrom<unknown>(
      null,
      true,
      0,
      2027,
      -1,
      1.5,
      '',
      ' ',
      '2027-02-29',
      '2027-02-28',
      '07:00',
      '24:00',
      [],
      {},
    ),
    fc.jsonValue({ maxDepth: 2 }),
  )
  /** Changes one place of a JSON value: replaces, removes, repeats or adds. */
  function mutate(value: unknown, choices: readonly number[], put: unknown): unknown {
    const [choice = 0, ...rest] = choices
    if (Array.isArray(value) && value.length > 0 && choice % 5 !== 0) {
      const index = choice % value.length
      if (choice % 7 === 0) return [...value, value[index]]
      if (choice % 11 === 0) return value.filter((_, at) => at !== index)
      return value.map((member, at) => (at === index ? mutate(member, rest, put) : member))
    }
    if (typeof value === 'object' && value !== null && !Array.isArray(value) && choice % 5 !== 0) {
      const entries = Object.entries(value)
      if (choice % 7 === 0 || entries.length === 0) return { ...value, extra: put }
      const index = choice % entries.length
      if (choice % 11 === 0) return Object.fromEntries(entries.filter((_, at) => at !== index))
      return Object.fromEntries(
        entries.map(([key, member], at) => [key, at === index ? mutate(member, rest, put) : member]),
      )
    }
    return put
  }
  const mutations = fc.array(fc.tuple(fc.array(fc.nat(), { minLength: 1, maxLength: 8 }), anything), {
    maxLength: 3,
  })
  const subjects = {
    notice: fc.oneof(
      fc.constant<unknown>(notice),
      someOfficial.map(({ notices }): unknown => ({ schema: 'motcua/notice@1', ...notices[0] })),
    ),
    calendar: fc.oneof(
      fc.constant<unknown>(listed),
      someOfficial.map(({ id, name, notices }): unknown => ({
        schema: 'motcua/calendar@1',
        id,
        name,
        base: 'vietnam',
        notices,
      })),
    ),
    office: fc.oneof(
      fc.constant<unknown>(office),
      someOffice.map((own): unknown => ({ schema: 'motcua/office@1', ...own })),
    ),
  }
  it.each(Object.keys(judges) as (keyof typeof judges)[])(
    'agree with the parser on the shape of every %s, whole or damaged',
    (name) => {
      let refused = 0
      fc.assert(
        fc.property(subjects[name], mutations, (subject, changes) => {
          const json: unknown = JSON.parse(
            JSON.stringify(changes.reduce((value, [choices, put]) => mutate(value, choices, put), subject)),
          )
          const isFine = judges[name](json)
          const read = parsers[name](json)
          // A notice on its own is welcome where a calendar is asked for; the schema of calendars does not say so.
          const isNotice = (json as { schema?: unknown } | null)?.schema === 'motcua/notice@1'
          if (name === 'calendar' && isNotice) return
          const hasWrongShape = read.findings.some(({ code }) => shapeCodes.includes(code))
          if (isFine === hasWrongShape) {
            expect({ json, findings: read.findings }).toEqual({ json, schema: judges[name].errors })
          }
          if (!isFine) refused += 1
        }),
        { numRuns: 1500 },
      )
      expect(refused).toBeGreaterThan(300)
      expect(refused).toBeLessThan(1400)
    },
  )
  it('take every built-in notice and office', () => {
    for (const own of vietnamCalendar.notices) {
      const json = JSON.parse(JSON.stringify({ schema: 'motcua/notice@1', ...own }))
      expect([judges.notice(json), parseNotice(json).ok]).toEqual([true, true])
    }
  })
  it('turn every calendar and office that the parsers accept into a working calendar', () => {
    fc.assert(
      fc.property(someOfficial, someOffice, (official, own) => {
        const readOfficial = parseOfficialCalendar({
          schema: 'motcua/calendar@1',
          id: official.id,
          name: official.name,
          base: 'none',
          notices: official.notices,
        })
        const readOffice = parseOffice({ schema: 'motcua/office@1', ...own })
        expect(readOffice.findings).toEqual([])
        if (!readOfficial.ok || !readOffice.ok) throw new Error(JSON.stringify(readOfficial.findings))
        const built = buildWorkingCalendar({ official: readOfficial.value, office: readOffice.value })
        expect(built.hash).toBe(buildWorkingCalendar({ official, office: own }).hash)
      }),
      { numRuns: 60 },
    )
  })
})

import fc from 'fast-check'
import ICAL from 'ical.js'
import { instant, isoDate } from 'motcua'
import { buildWorkingCalendar, explainYear, type IcsDueDate, writeIcs } from 'motcua/calendar'
import { describe, expect, it } from 'vitest'

const calendar = buildWorkingCalendar()
const stampAt = instant('2026-01-05T08:00:00+07:00')
const due = (change: Partial<IcsDueDate> = {}): IcsDueDate => ({
  id: 'H01.23.45-260105-0001',
  summary: 'Hạn trả kết quả H01.23.45-260105-0001',
  due: { date: isoDate('2026-01-09') },
  ...change,
})
const written = (dueDates: readonly IcsDueDate[]): string =>
  writeIcs({ name: 'Hồ sơ', dueDates }, { stampAt })

/** Events as an independent reader sees them. */
const readBack = (text: string) =>
  new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent').map((event) => new ICAL.Event(event))

describe('what it gives', () => {
  it('writes a year that another program reads: days off, weekends worked, sources', () => {
    const year = explainYear(calendar, 2026)
    const events = readBack(writeIcs({ year }, { stampAt }))
    expect(events).toHaveLength(year.weekdaysOff.length + year.weekendsWorked.length)
    const swap = events.find(({ uid }) => uid === 'calendar-2026-08-31@motcua')
    expect(swap?.summary).toBe('Nghỉ hoán đổi, làm bù ngày 22/8/2026')
    expect(swap?.description).toBe('Ngày nghỉ do hoán đổi. Văn bản 9441/TB-BNV')
    expect([swap?.startDate.toString(), swap?.endDate.toString()]).toEqual(['2026-08-31', '2026-09-01'])
    expect(events.map(({ startDate }) => startDate.toString())).toEqual(
      events.map(({ startDate }) => startDate.toString()).sort(),
    )
  })
  it('marks a provisional year as tentative, in the language asked for', () => {
    const text = writeIcs({ year: explainYear(calendar, 2027) }, { stampAt, language: 'en' })
    expect(text).toContain('STATUS:TENTATIVE')
    expect(readBack(text)[0]?.summary).toBe("New Year's Day (provisional)")
    expect(text).toContain('X-WR-CALNAME:Working calendar 2027')
  })
  it('writes due days as whole days and due moments in UTC', () => {
    const text = written([due(), due({ id: 'b', due: { at: instant('2026-01-09T17:00') } })])
    const [day, moment] = readBack(text)
    expect([day?.startDate.isDate, day?.startDate.toString()]).toEqual([true, '2026-01-09'])
    expect(moment?.startDate.toJSDate().toISOString()).toBe('2026-01-09T10:00:00.000Z')
    expect(text).toContain('DTSTAMP:20260105T010000Z')
  })
  it('gives the same entry the same UID, and different ones different UIDs', () => {
    const uids = (ids: readonly string[]) =>
      readBack(written(ids.map((id) => due({ id })))).map(({ uid }) => uid)
    expect(uids(['a b', 'a-b', 'a_20_b', 'á'])).toEqual([
      'due-a_20_b@motcua',
      'due-a-b@motcua',
      'due-a_5f_20_5f_b@motcua',
      'due-_e1_@motcua',
    ])
    expect(uids(['x'])).toEqual(uids(['x']))
  })
})

describe('edges', () => {
  it('ends every line with CRLF and folds at 75 octets without cutting a character', () => {
    const text = written([due({ summary: 'Đề nghị giải quyết thủ tục hành chính 🏛 '.repeat(20) })])
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
    expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true)
    for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
    expect(readBack(text)[0]?.summary).toBe('Đề nghị giải quyết thủ tục hành chính 🏛 '.repeat(20))
  })
  it('gives back any text that was put in, to another reader', () => {
    const someText = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 200 })
    fc.assert(
      fc.property(someText, someText, (summary, description) => {
        const [event] = readBack(written([due({ summary, description })]))
        const clean = (text: string) =>
          text
            .normalize('NFC')
            .replace(/\r\n?/g, '\n')
            .replace(/[\u0000-\u0009\u000b-\u001f\u007f]/g, ' ')
        expect(event?.summary).toBe(clean(summary))
        expect(event?.description).toBe(clean(description))
      }),
      { numRuns: 300 },
    )
  })
  it('writes no event for nothing', () => {
    expect(readBack(written([]))).toEqual([])
  })
})

describe('what it refuses', () => {
  it('lets no text break out of its line', () => {
    const text = written([due({ summary: 'a\r\nEND:VEVENT\r\nBEGIN:VALARM', id: 'x\r\nX-EVIL:1' })])
    expect(text).not.toMatch(/^BEGIN:VALARM/m)
    expect(text).not.toMatch(/^X-EVIL/m)
    expect(readBack(text)).toHaveLength(1)
  })
  it('refuses a due date that is no day', () => {
    expect(() => written([due({ due: { date: '2026-02-30' as never } })])).toThrow(/not a valid day/)
  })
})

describe('what it must not touch', () => {
  it('gives the same bytes for the same input: the clock is handed in', () => {
    const year = explainYear(calendar, 2026)
    expect(writeIcs({ year }, { stampAt })).toBe(writeIcs({ year }, { stampAt }))
  })
})

import { instant, isoDate } from 'motcua'
import { addNotice, buildWorkingCalendar, defaultOffice, vietnamCalendar } from 'motcua/calendar'
import { type OpenDossier, type ReprojectionInput, reprojectDueDates } from 'motcua/deadline'
import { describe, expect, it } from 'vitest'

const oldCalendar = buildWorkingCalendar()
const closed = (...days: readonly string[]) =>
  buildWorkingCalendar({
    office: {
      ...defaultOffice,
      closures: days.map((day) => ({
        from: isoDate(day),
        name: { vi: 'Nghỉ bão', en: 'Storm' },
        source: '01/CĐ-UBND',
      })),
    },
  })
const dossier = (id: string, received: string, amount: number): OpenDossier => ({
  id,
  term: { kind: 'working-days', amount },
  ledger: [{ kind: 'start', at: instant(received) }],
})
const at = instant('2026-09-03T16:00')
const move = (open: readonly OpenDossier[], more: Partial<ReprojectionInput> = {}) =>
  reprojectDueDates({ open, oldCalendar, newCalendar: closed('2026-09-04'), at, ...more })

describe('what it gives', () => {
  it('lists the dossiers that move, from what to what and why', () => {
    const moves = move([dossier('a', '2026-08-28T10:00', 3), dossier('b', '2026-08-28T10:00', 1)])
    expect(moves).toHaveLength(1)
    expect(moves[0]).toMatchObject({
      id: 'a',
      fromDueAt: '2026-09-07T17:00:00.000+07:00',
      toDueAt: '2026-09-08T17:00:00.000+07:00',
      direction: 'later',
      dueAt: '2026-09-08T17:00:00.000+07:00',
      adopted: true,
    })
    expect(moves[0]?.because.map(({ before, after }) => [before.kind, after.kind, after.source])).toEqual([
      ['working', 'closure', '01/CĐ-UBND'],
    ])
  })
  it('leaves an earlier due date unpromised unless told otherwise', () => {
    const open = [dossier('a', '2026-08-28T10:00', 3)]
    const back = { oldCalendar: closed('2026-09-04'), newCalendar: oldCalendar }
    expect(move(open, back)[0]).toMatchObject({
      direction: 'earlier',
      adopted: false,
      dueAt: '2026-09-08T17:00:00.000+07:00',
    })
    expect(move(open, { ...back, allowEarlier: true })[0]).toMatchObject({
      adopted: true,
      dueAt: '2026-09-07T17:00:00.000+07:00',
    })
  })
  it('moves provisional due dates when the notice of the year comes', () => {
    const notice = {
      number: '99/TB-BNV',
      settles: [2027],
      daysOff: [
        { date: isoDate('2027-09-03'), holiday: 'national-day' },
        { date: isoDate('2027-02-04'), holiday: 'tet' },
        { date: isoDate('2027-02-05'), holiday: 'tet' },
      ],
      swaps: [],
    }
    const newCalendar = buildWorkingCalendar({ official: addNotice(vietnamCalendar, notice) })
    const moves = move([dossier('a', '2027-09-01T10:00', 1)], {
      newCalendar,
      at: instant('2027-09-01T11:00'),
    })
    expect(moves[0]).toMatchObject({ toDueAt: '2027-09-06T17:00:00.000+07:00' })
    expect(moves[0]?.because.map(({ after }) => [after.date, after.source])).toEqual([
      ['2027-09-03', '99/TB-BNV'],
    ])
  })
  it('sees hours that change as well as days', () => {
    const friday = {
      from: isoDate('2026-09-04'),
      hours: [['13:30', '17:00']] as const,
      name: { vi: 'Họp', en: 'Meeting' },
    }
    const newCalendar = buildWorkingCalendar({ office: { ...defaultOffice, closures: [friday] } })
    const hours: OpenDossier = {
      id: 'h',
      term: { kind: 'working-hours', amount: 8 },
      ledger: [{ kind: 'start', at: instant('2026-09-03T16:00') }],
    }
    expect(move([hours], { newCalendar })[0]).toMatchObject({ toDueAt: '2026-09-07T09:30:00.000+07:00' })
    expect(move([hours], { newCalendar })[0]?.because).toHaveLength(1)
  })
})

describe('edges', () => {
  it('leaves out what is finished, has no term, or does not move', () => {
    const base = dossier('a', '2026-08-28T10:00', 3)
    const stopped: OpenDossier = {
      ...base,
      ledger: [...base.ledger, { kind: 'stop', at: instant('2026-09-03T10:00') }],
    }
    expect(move([stopped, { ...base, term: { kind: 'none' } }, dossier('b', '2026-09-04T08:00', 1)])).toEqual(
      [],
    )
    expect(move([base], { newCalendar: oldCalendar })).toEqual([])
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, type IsoDate, instantAt, isoDate } from '../../src/date.ts'
import type { CaseEvent } from '../../src/dossier/history/index.ts'
import { countForm06a } from '../../src/report/index.ts'

interface Story {
  readonly id: string
  readonly channel?: 'direct' | 'online' | 'post'
  readonly field?: string
  readonly receivedDate?: IsoDate
  readonly dueDate?: IsoDate
  readonly ending?: { readonly date: IsoDate; readonly status: 7 | 8 | 9 }
  readonly pause?: { readonly date: IsoDate; readonly status: 5 | 6 }
}

/** A history with the facts that a report reads; the chain is not its business. */
function tell(story: Story): CaseEvent[] {
  const { id, channel = 'direct', field = 'Hộ tịch', receivedDate, dueDate, ending, pause } = story
  const first = receivedDate ?? isoDate('2026-01-01')
  const base = {
    caseId: id,
    actor: { id: 'x', roles: [], unit: 'u', agency: 'H56.01' },
    commandId: 'c',
    prev: '',
    hash: '',
  }
  const at = (date: IsoDate, minute: number) => instantAt(date, minute)
  const events: unknown[] = [
    {
      ...base,
      type: 'case.opened',
      at: at(first, 480),
      data: { field, agency: 'H56.01', channel, nationalStatus: 1 },
    },
  ]
  if (receivedDate)
    events.push({
      ...base,
      type: 'dossier.received',
      at: at(receivedDate, 481),
      data: { receivedAt: at(receivedDate, 481), nationalStatus: 2 },
    })
  if (receivedDate && dueDate)
    events.push({
      ...base,
      type: 'appointment.set',
      at: at(receivedDate, 481),
      data: { dueAt: at(dueDate, 1020), nationalStatus: 2 },
    })
  if (pause)
    events.push({
      ...base,
      type: 'supplement.requested',
      at: at(pause.date, 600),
      data: { nationalStatus: pause.status },
    })
  if (ending)
    events.push({
      ...base,
      type: ending.status === 9 ? 'result.issued' : 'case.withdrawn',
      at: at(ending.date, 900),
      data: { nationalStatus: ending.status },
    })
  return events as CaseEvent[]
}

const day = isoDate
const quarter = { startDate: day('2026-07-01'), endDate: day('2026-09-30') }

describe('what it gives', () => {
  const form = countForm06a({
    ...quarter,
    histories: [
      tell({
        id: 'early',
        channel: 'online',
        receivedDate: day('2026-07-06'),
        dueDate: day('2026-07-10'),
        ending: { date: day('2026-07-09'), status: 9 },
      }),
      tell({
        id: 'on-time',
        receivedDate: day('2026-07-06'),
        dueDate: day('2026-07-10'),
        ending: { date: day('2026-07-10'), status: 9 },
      }),
      tell({
        id: 'late',
        channel: 'post',
        receivedDate: day('2026-07-06'),
        dueDate: day('2026-07-10'),
        ending: { date: day('2026-07-13'), status: 9 },
      }),
      tell({ id: 'carried', receivedDate: day('2026-06-30'), dueDate: day('2026-10-10') }),
      tell({ id: 'overdue', receivedDate: day('2026-09-01'), dueDate: day('2026-09-10') }),
      tell({
        id: 'withdrawn',
        receivedDate: day('2026-09-01'),
        dueDate: day('2026-09-10'),
        ending: { date: day('2026-09-02'), status: 7 },
      }),
      tell({ id: 'other', field: 'Đất đai', receivedDate: day('2026-09-30'), dueDate: day('2026-10-10') }),
    ],
  })
  const counts = (row: object) =>
    Object.fromEntries(
      Object.entries(row)
        .filter(([, cell]) => cell.count > 0)
        .map(([name, cell]) => [name, cell.caseIds]),
    )

  it('puts each dossier into the columns of form II.06a (TT 01/2020/TT-VPCP) with the cases behind each figure', () => {
    expect(counts(form.rows.find(({ field }) => field === 'Hộ tịch') as object)).toEqual({
      received: ['early', 'on-time', 'late', 'carried', 'overdue', 'withdrawn'],
      receivedOnline: ['early'],
      receivedDirectOrPost: ['on-time', 'late', 'overdue', 'withdrawn'],
      carriedOver: ['carried'],
      settled: ['early', 'on-time', 'late'],
      settledEarly: ['early'],
      settledOnTime: ['on-time'],
      settledLate: ['late'],
      inProcess: ['carried', 'overdue'],
      inProcessInTime: ['carried'],
      inProcessOverdue: ['overdue'],
      endedOtherwise: ['withdrawn'],
    })
  })
  it('lists the fields in the order of the Vietnamese dictionary', () => {
    expect(form.rows.map(({ field }) => field)).toEqual(['Đất đai', 'Hộ tịch'])
  })
  it('judges a dossier whose term stands still at the moment it was paused', () => {
    const { total } = countForm06a({
      ...quarter,
      histories: [
        tell({
          id: 'p',
          receivedDate: day('2026-09-01'),
          dueDate: day('2026-09-10'),
          pause: { date: day('2026-09-03'), status: 5 },
        }),
      ],
    })
    expect(total.inProcessInTime.count).toBe(1)
  })
})

describe('what it refuses', () => {
  it('does not call a dossier without an appointment on time', () => {
    const form = countForm06a({
      ...quarter,
      histories: [
        tell({ id: 'n', receivedDate: day('2026-07-06'), ending: { date: day('2026-07-07'), status: 9 } }),
      ],
    })
    expect(form.total.settledOnTime.count + form.total.settledEarly.count).toBe(0)
    expect(form.findings.map(({ code }) => code)).toEqual(['report/no-appointment'])
  })
})

describe('edges', () => {
  it('counts the whole first and the whole last day of the period', () => {
    const histories = [
      tell({ id: 'a', receivedDate: quarter.startDate }),
      tell({ id: 'b', receivedDate: quarter.endDate }),
      tell({ id: 'c', receivedDate: addDays(quarter.endDate, 1) }),
    ]
    expect(countForm06a({ ...quarter, histories }).total.received.caseIds).toEqual(['a', 'b'])
  })
  it('always adds up: 3 = 4 + 5 + 6 = 7 + 11 + ended otherwise, 7 = 8 + 9 + 10, 11 = 12 + 13', () => {
    const date = fc.integer({ min: -60, max: 160 }).map((days) => addDays(quarter.startDate, days))
    const story = fc.record({
      id: fc.uuid(),
      channel: fc.constantFrom('direct' as const, 'online' as const, 'post' as const),
      field: fc.constantFrom('Hộ tịch', 'Đất đai'),
      receivedDate: date,
      dueDate: date,
      ending: fc.option(fc.record({ date, status: fc.constantFrom(7 as const, 8 as const, 9 as const) }), {
        nil: undefined,
      }),
    })
    fc.assert(
      fc.property(fc.array(story, { maxLength: 12 }), (stories) => {
        const histories = stories.map(({ ending, ...rest }) =>
          tell(ending === undefined || ending.date < rest.receivedDate ? rest : { ...rest, ending }),
        )
        const form = countForm06a({ ...quarter, histories })
        for (const row of [...form.rows, form.total]) {
          const n = (name: Exclude<keyof typeof row, 'field'>): number => row[name].count
          expect(n('received')).toBe(n('receivedOnline') + n('receivedDirectOrPost') + n('carriedOver'))
          expect(n('received')).toBe(n('settled') + n('inProcess') + n('endedOtherwise'))
          expect(n('settled')).toBe(n('settledEarly') + n('settledOnTime') + n('settledLate'))
          expect(n('inProcess')).toBe(n('inProcessInTime') + n('inProcessOverdue'))
        }
        expect(form.rows.reduce((sum, row) => sum + row.received.count, 0)).toBe(form.total.received.count)
      }),
    )
  })
})

describe('what it must not touch', () => {
  it('gives the same figures for a past period whatever happened since', () => {
    const before = tell({ id: 'x', receivedDate: day('2026-09-20'), dueDate: day('2026-10-10') })
    const after = tell({
      id: 'x',
      receivedDate: day('2026-09-20'),
      dueDate: day('2026-10-10'),
      ending: { date: day('2026-10-02'), status: 9 },
    })
    expect(countForm06a({ ...quarter, histories: [after] })).toEqual(
      countForm06a({ ...quarter, histories: [before] }),
    )
  })
})

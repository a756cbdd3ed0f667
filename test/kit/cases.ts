import { instant } from '../../src/date.ts'
import type { CaseEvent, UnsealedEvent } from '../../src/dossier/history/case-event.ts'
import { sealEvents } from '../../src/dossier/history/chain.ts'

/** Bytes that are not random at all: 0, 1, 2 … and on with every call. */
export function countingBytes(): (length: number) => Uint8Array {
  let next = 0
  return (length) => Uint8Array.from({ length }, () => next++ & 255)
}

/** An invented actor of an invented office. */
export const receptionist = { id: 'cb-01', roles: ['reception'], unit: 'mot-cua', agency: 'H26.01' } as const

const hash = 'ab'.repeat(32)

/** The events of a small invented case: opened, submitted, received with its appointment. */
export const smallCase: readonly UnsealedEvent[] = [
  {
    caseId: 'case-1',
    seq: 1,
    type: 'case.opened',
    at: instant('2026-08-28T15:20'),
    actor: receptionist,
    commandId: 'cmd-1',
    data: {
      states: ['draft'],
      nationalStatus: 1,
      procedure: '2.000908',
      definition: { id: 'cap-ban-sao', version: '1', hash },
      field: 'Chứng thực',
      level: 'province',
      agency: 'H26.01',
      unit: 'so-tu-phap',
      channel: 'direct',
      serviceLevel: 'full',
      onlineCapable: true,
      payable: false,
      ruleSet: 'nd-61-2018',
    },
  },
  {
    caseId: 'case-1',
    seq: 2,
    type: 'dossier.submitted',
    at: instant('2026-08-28T15:21'),
    actor: receptionist,
    commandId: 'cmd-2',
    data: { states: ['submitted'], nationalStatus: 1, dossierHash: hash },
    personal: { applicant: 'Nguyễn Văn Mẫu' },
  },
  {
    caseId: 'case-1',
    seq: 3,
    type: 'appointment.set',
    at: instant('2026-08-28T15:22'),
    actor: receptionist,
    commandId: 'cmd-3',
    data: {
      states: [],
      nationalStatus: 2,
      dueAt: instant('2026-09-03T17:00'),
      cause: 'received',
      calendarHash: hash,
      ruleSet: 'nd-61-2018',
    },
  },
]

/** The same events, sealed. */
export function sealedCase(): readonly CaseEvent[] {
  return sealEvents(smallCase, { randomBytes: countingBytes() })
}

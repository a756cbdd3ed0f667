// Counts form II.06a for a quarter from the events of one case that is still in process.
import { instant, isoDate } from 'motcua'
import { memoryStore } from 'motcua/adapters/memory'
import { buildWorkingCalendar } from 'motcua/calendar'
import { registerCopies } from 'motcua/procedure'
import { countForm06a } from 'motcua/report'
import { createHost } from 'motcua/runtime'

let now = '2026-08-28T15:20'
const host = createHost({
  agency: 'H26.01',
  store: memoryStore(),
  clock: () => instant(now),
  calendar: buildWorkingCalendar(),
  // Only an example: in production these are the system's random bytes.
  randomBytes: (length) => new Uint8Array(length),
  definitions: [registerCopies],
})
const header = {
  procedure: '2.000908',
  field: 'Chứng thực',
  level: 'commune',
  agency: 'H26.01',
  unit: 'mot-cua',
  channel: 'direct',
  serviceLevel: 'full',
  onlineCapable: true,
  payable: false,
}
const course = [
  ['case.open', header],
  ['dossier.submit', { dossierHash: 'ab'.repeat(32) }],
  ['intake.begin', {}],
  ['dossier.receive', { dossierCode: 'H26.01-260828-0001' }],
] as const
for (const [type, data] of course) {
  const actor = { id: 'u-1', roles: ['reception'], unit: 'mot-cua', agency: 'H26.01' }
  await host.give({ command: { caseId: 'c1', type, commandId: type, actor, data } })
}
now = '2026-10-01T08:00'

const histories = [await host.readEvents('c1')]
const { total } = countForm06a({
  histories,
  startDate: isoDate('2026-07-01'),
  endDate: isoDate('2026-09-30'),
})
console.log(
  `(3) received: ${total.received.count}, (5) at the desk or by post: ${total.receivedDirectOrPost.count}`,
)
console.log(`(11) in process: ${total.inProcess.count}, (13) overdue: ${total.inProcessOverdue.count}`)

/* Prints:
(3) received: 1, (5) at the desk or by post: 1
(11) in process: 1, (13) overdue: 1
*/

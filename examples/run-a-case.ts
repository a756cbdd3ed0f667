// Runs one dossier of 2.000908 from the counter to the archive, in memory, with a moved clock.
// The wrong role is refused a step on the way.
import { instant } from 'motcua'
import { memoryStore } from 'motcua/adapters/memory'
import { buildWorkingCalendar } from 'motcua/calendar'
import { type CaseCommand, registerCopies } from 'motcua/procedure'
import { createHost } from 'motcua/runtime'

const documentHash = 'ab'.repeat(32)
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

const course: readonly [string, string, CaseCommand['type'], Record<string, unknown>][] = [
  [
    '2026-08-28T15:20',
    'reception',
    'case.open',
    {
      procedure: '2.000908',
      field: 'Chứng thực',
      level: 'commune',
      agency: 'H26.01',
      unit: 'mot-cua',
      channel: 'direct',
      serviceLevel: 'full',
      onlineCapable: true,
      payable: false,
    },
  ],
  ['2026-08-28T15:21', 'reception', 'dossier.submit', { dossierHash: documentHash }],
  ['2026-08-28T15:21', 'reception', 'intake.begin', {}],
  ['2026-08-28T15:22', 'reception', 'dossier.receive', { dossierCode: 'H26.01-260828-0001' }],
  ['2026-09-03T07:00', 'reception', 'dossier.forward', {}],
  ['2026-09-03T08:00', 'clerk', 'step.complete', { step: 'appraise' }],
  ['2026-09-03T08:00', 'officer', 'step.complete', { step: 'appraise' }],
  ['2026-09-03T09:00', 'approver', 'result.sign', { signing: 'approve', mode: 'approve', documentHash }],
  ['2026-09-03T09:10', 'clerk', 'result.number', { number: '12', symbol: 'BS', issuedDate: '2026-09-03' }],
  ['2026-09-03T09:11', 'clerk', 'result.sign', { signing: 'issue', mode: 'issue', documentHash }],
  ['2026-09-03T09:12', 'clerk', 'result.issue', { resultCode: 'KQ.2.000908', documentHash }],
  [
    '2026-09-03T09:13',
    'clerk',
    'result.register',
    { storeId: 's1', resultCode: 'KQ.2.000908', documentHash },
  ],
  ['2026-09-03T09:30', 'reception', 'result.hand', { manner: 'desk' }],
  ['2026-09-03T09:35', 'reception', 'case.archive', { fileCode: 'F1', retention: '5 năm' }],
]

for (const [index, [at, role, type, data]] of course.entries()) {
  now = at
  const actor = { id: `u-${role}`, roles: [role], unit: 'mot-cua', agency: 'H26.01' }
  const answer = await host.give({ command: { caseId: 'c1', type, commandId: `k${index}`, actor, data } })
  const what =
    answer.kind === 'stored' ? `status ${answer.dossierCase.nationalStatus}` : `refused: ${answer.message.en}`
  console.log(`${at} ${type}: ${what}`)
}
const restored = await host.restore('c1')
console.log(`restored from its events: ${JSON.stringify(restored) === JSON.stringify(await host.read('c1'))}`)

/* Prints:
2026-08-28T15:20 case.open: status 1
2026-08-28T15:21 dossier.submit: status 1
2026-08-28T15:21 intake.begin: status 1
2026-08-28T15:22 dossier.receive: status 2
2026-09-03T07:00 dossier.forward: status 4
2026-09-03T08:00 step.complete: refused: only Handling officer may give this command
2026-09-03T08:00 step.complete: status 4
2026-09-03T09:00 result.sign: status 4
2026-09-03T09:10 result.number: status 4
2026-09-03T09:11 result.sign: status 4
2026-09-03T09:12 result.issue: status 9
2026-09-03T09:13 result.register: status 9
2026-09-03T09:30 result.hand: status 10
2026-09-03T09:35 case.archive: status 10
restored from its events: true
*/

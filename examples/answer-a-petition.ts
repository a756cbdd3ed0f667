/**
 * Answers a petition in its time: classified, settled, published, rated; the promise that was broken is told.
 *
 * The people and the agency are invented. Run with `npm run example answer-a-petition`.
 */
import { instant } from 'motcua'
import { buildWorkingCalendar } from 'motcua/calendar'
import { decidePetition, type PetitionCase, type PetitionCommand } from 'motcua/procedure/petition'

const calendar = buildWorkingCalendar()
const actorOf = (role: string) => ({ id: `u-${role}`, roles: [role], unit: 'mot-cua', agency: 'H26.01' })
const digest = 'ab'.repeat(32)
let petition: PetitionCase | undefined

function give(at: string, role: string, type: PetitionCommand['type'], data: PetitionCommand['data']): void {
  const command = {
    caseId: 'PA-1',
    type,
    commandId: `${type} ${at}`.replace(' ', '@'),
    actor: actorOf(role),
    data,
  }
  const decision = decidePetition(petition, command, { at: instant(at), calendar })
  if (decision.kind === 'refused') {
    console.log(
      `${type}: ${decision.message.en}; allowed: ${decision.allowed.map((one) => one.command).join(', ')}`,
    )
    return
  }
  petition = decision.petition
  const open = decision.nextInstants.map(({ clock, dueAt }) => `${clock} by ${dueAt.slice(0, 10)}`)
  console.log(`${type}: ${petition.state}${open.length > 0 ? `; ${open.join(', ')}` : ''}`)
}

give('2026-08-28T09:00', 'applicant', 'petition.send', { contentHash: digest })
give('2026-08-28T10:00', 'officer', 'petition.settle', { answerHash: digest })
give('2026-08-31T09:00', 'reception', 'petition.classify', { kind: 'conduct' })
give('2026-09-03T10:00', 'officer', 'petition.ask', { request: 'Nêu rõ thời gian, địa điểm' })
give('2026-09-04T10:00', 'applicant', 'petition.supplement', { contentHash: digest })
give('2026-09-24T10:00', 'officer', 'petition.settle', { answerHash: digest })
give('2026-09-25T10:00', 'clerk', 'petition.publish', { place: 'Cổng Dịch vụ công quốc gia' })
give('2026-09-26T10:00', 'applicant', 'petition.rate', { satisfied: true })
for (const { clock, isLate } of petition?.outcomes ?? [])
  console.log(`${clock}: ${isLate ? 'late' : 'in time'}`)

/* Prints:
petition.send: petition.sent; refuse by 2026-09-04, settle by 2026-09-23
petition.settle: this command cannot be given now; allowed: petition.classify, petition.refuse, petition.transfer
petition.classify: petition.settling; ask by 2026-09-09, settle by 2026-09-23
petition.ask: petition.awaitingSupplement; settle by 2026-09-23
petition.supplement: petition.settling; ask by 2026-09-09, settle by 2026-09-23
petition.settle: petition.settled; publish by 2026-09-28
petition.publish: petition.published
petition.rate: petition.closed
ask: in time
settle: late
publish: in time
*/

// Builds one procedure from a published table to a running case: read, complete, check, approve, test, run.
import { instant, isoDate } from 'motcua'
import { buildWorkingCalendar } from 'motcua/calendar'
import { advanceLifecycle, type DossierCase, decide, defineProcess, lintProcess } from 'motcua/procedure'
import { readProcessTable } from 'motcua/procedure/import'
import { exploreProcess, findTraps, generatePaths } from 'motcua/procedure/testing'

const calendar = buildWorkingCalendar()

// 1. The table as the agency published it.
const table = `TT,Trình tự,Trách nhiệm,Thời gian,Biểu mẫu/Kết quả
1,Tiếp nhận hồ sơ,Bộ phận Một cửa,0.5 ngày,Mẫu 01
2,Thẩm định hồ sơ,Công chức chuyên môn,2 ngày,Tờ trình
3,Ký duyệt,Lãnh đạo UBND,1 ngày,Giấy xác nhận
4,Phát hành và trả kết quả,Văn thư,0.5 ngày,Giấy xác nhận đã ký`
const { definition: drafted } = readProcessTable(table, {
  id: 'xac-nhan',
  title: 'Cấp giấy xác nhận',
  term: '4 ngày làm việc',
})
if (drafted === undefined) throw new Error('the table was not read')
console.log(`read: ${drafted.steps.map(({ id }) => id).join(', ')}`)

// 2. It is a definition of one's own now: the linter says what a sheet has to say and the table does not.
const { origin: _origin, ...own } = drafted
const gaps = lintProcess(own).filter(({ severity }) => severity === 'error')
console.log(`missing: ${[...new Set(gaps.map(({ code }) => code.slice('procedure/'.length)))].join(', ')}`)

// 3. What is missing is filled in.
const [receive, appraise, approve, issue] = own.steps
const complete = {
  ...own,
  steps: [
    { ...receive, input: 'Đơn đề nghị', record: 'Hồ sơ điện tử' },
    { ...appraise, input: 'Hồ sơ', record: 'Tờ trình' },
    { ...approve, input: 'Tờ trình', record: 'Giấy xác nhận', signs: { as: 'approve', level: 'B-T' } },
    { ...issue, input: 'Giấy xác nhận', record: 'Sổ văn bản đi', signs: { as: 'issue' } },
  ],
  supplement: { mode: 'pause', maxRounds: 1, answerWithin: { kind: 'calendar-days', amount: 30 } },
  refusalGrounds: [
    { code: 'no-ground', title: 'Không đủ điều kiện', legalBasis: 'Quy định của địa phương (hư cấu)' },
  ],
  counters: { receive: 'Bộ phận Một cửa', return: 'Bộ phận Một cửa' },
  digitisation: { moments: ['reception', 'settlement', 'result', 'archive'] },
} as typeof own
console.log(`errors left: ${lintProcess(complete).filter(({ severity }) => severity === 'error').length}`)

// 4. Drafted, reviewed, approved, in force: a stage at a time.
const acts = [
  { kind: 'draft', position: 'Chuyên viên', date: isoDate('2026-08-03') },
  { kind: 'review', position: 'Trưởng phòng', date: isoDate('2026-08-05') },
  { kind: 'approve', position: 'Chủ tịch UBND', decision: '12/QĐ-UBND', date: isoDate('2026-08-07') },
  { kind: 'put-in-force', from: isoDate('2026-08-10') },
] as const
const approved = acts.reduce((definition, act) => {
  const answer = advanceLifecycle(definition, act)
  if (answer.kind === 'refused') throw new Error(answer.message.en)
  return answer.definition
}, complete)
const process = defineProcess(approved)

// 5. Every path is walked before anybody relies on it.
const commands = (type: string) =>
  /^(dossier|intake\.begin|step\.complete|supplement|result|case)/.test(type) && type !== 'case.correct'
const paths = generatePaths(process, { calendar, commands })
console.log(
  `paths: ${paths.length}, dead ends: ${findTraps(exploreProcess(process, { calendar, commands })).length}`,
)

// 6. A case runs.
const actor = { id: 'u7', roles: ['reception'], unit: 'mot-cua', agency: 'H26.01' }
const documentHash = 'ab'.repeat(32)
const course = [
  [
    'case.open',
    '2026-08-28T15:20',
    {
      procedure: '1.000900',
      field: 'Xác nhận',
      level: 'commune',
      agency: 'H26.01',
      unit: 'mot-cua',
      channel: 'direct',
      serviceLevel: 'full',
      onlineCapable: true,
      payable: false,
    },
  ],
  ['dossier.submit', '2026-08-28T15:21', { dossierHash: documentHash }],
  ['intake.begin', '2026-08-28T15:21', {}],
  ['dossier.receive', '2026-08-28T15:22', { dossierCode: 'H26.01-260828-0001' }],
  ['result.issue', '2026-08-28T15:23', { resultCode: 'KQ1', documentHash }],
] as const
let dossierCase: DossierCase | undefined
for (const [type, at, data] of course) {
  const command = { caseId: 'c1', type, commandId: type, actor, data }
  const decision = decide(process, dossierCase, command, { at: instant(at), calendar })
  if (decision.kind === 'refused') {
    console.log(
      `${type}: ${decision.code}; allowed: ${decision.allowed
        .slice(0, 3)
        .map((one) => one.command)
        .join(', ')}, …`,
    )
    continue
  }
  dossierCase = decision.dossierCase
  console.log(`${type}: status ${dossierCase.nationalStatus}`)
}
console.log(`due ${dossierCase?.facts.appointment?.dueAt}`)

/* Prints:
read: step1, step2, step3, step4
missing: pause-without-end, refusal-without-ground, no-return-counter, moment-not-digitised, step-without-input, step-without-record
errors left: 0
paths: 81, dead ends: 0
case.open: status 1
dossier.submit: status 1
intake.begin: status 1
dossier.receive: status 2
result.issue: not-now; allowed: case.withdraw, case.stop, duty.impose, …
due 2026-09-08T17:00:00.000+07:00
*/

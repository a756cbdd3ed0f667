/**
 * The whole story of one dossier, from the counter to the archive, by the library's public doors.
 *
 * @module
 */
import { writeHex } from '../../bytes.ts'
import { buildWorkingCalendar } from '../../calendar/index.ts'
import { dateOfInstant, isoDate } from '../../date.ts'
import { type DueDate, explainDueDate } from '../../deadline/index.ts'
import { issueDossierCode, parseAgencyCode } from '../../dossier/codes/index.ts'
import { type CaseEvent, type RandomBytes, verifyHistory } from '../../dossier/history/index.ts'
import { type Dossier, validateDossier } from '../../dossier/index.ts'
import type { LocalizedText } from '../../errors.ts'
import { canonicalJson, hashBytes, hashJson } from '../../hash.ts'
import { drawMermaid } from '../../procedure/draw/index.ts'
import { type DossierCase, registerCopies } from '../../procedure/index.ts'
import { countForm06a, type Form06aRow } from '../../report/index.ts'
import { agency, cast } from './cast.ts'
import * as course from './course.ts'
import { type Desk, give, setUpDesk } from './desk.ts'
import { drawForm01, drawForm02, explainCase } from './papers.ts'
import { brokenPayload, payload } from './payload.ts'
import { approveResult, drawResult, issueResult, makeKeys, tamper } from './result.ts'
import { type Act, type Scene, same } from './telling.ts'
import { verifyResult } from './verify-result.ts'

/** What the demonstration leaves behind. */
export interface Story {
  readonly acts: readonly Act[]
  readonly files: ReadonlyMap<string, Uint8Array>
  readonly events: readonly CaseEvent[]
}

/** A scene without a moment of its own. */
function scene(what: LocalizedText, tone: Scene['tone'], details: readonly LocalizedText[] = []): Scene {
  return { what, tone, details }
}

/** Explains a due date as scene details, in both languages. */
function explain(due: DueDate): LocalizedText[] {
  const english = explainDueDate(due, 'en')
  return explainDueDate(due, 'vi').map((vi, index) => ({ vi, en: english[index] ?? vi }))
}

/** Act 1: a good payload and a broken one. */
function checkPayloads(): { act: Act; dossier: Dossier } {
  const good = validateDossier(payload, { language: 'vi' })
  if (!good.ok) throw new Error(`the demonstration's own dossier is not valid: ${good.issues[0]?.label}`)
  const [vi, en] = (['vi', 'en'] as const).map((language) => validateDossier(brokenPayload, { language }))
  const issues =
    vi?.ok === false && en?.ok === false
      ? vi.issues.map((issue, at) => ({ issue, english: en.issues[at] }))
      : []
  const details = issues.map(({ issue, english }) => ({
    vi: `${issue.label} [${issue.path.join('.')}]: ${issue.message}`,
    en: `${english?.label} [${issue.path.join('.')}]: ${english?.message}`,
  }))
  const scenes = [
    scene({ vi: 'hồ sơ gửi đến hợp lệ', en: 'the dossier that was sent is valid' }, 'good'),
    scene(
      {
        vi: `một hồ sơ khác bị trả lại với ${details.length} lỗi`,
        en: `another one goes back with ${details.length} errors`,
      },
      'refused',
      details,
    ),
  ]
  return {
    act: { title: { vi: 'Kiểm tra dữ liệu hồ sơ', en: 'Checking the data' }, scenes },
    dossier: good.dossier,
  }
}

/** The case as it stands; the course has opened it. */
function caseOf(desk: Desk): DossierCase {
  if (desk.dossierCase === undefined) throw new Error('the case is not open')
  return desk.dossierCase
}

/** Act 2: receiving on a Friday after 15:00 before a long holiday, and why the date is what it is. */
async function receive(desk: Desk, dossierHash: string): Promise<{ act: Act; due: DueDate | undefined }> {
  const agencyCode = parseAgencyCode(agency.code)
  if (!agencyCode.ok) throw new Error('the agency of the demonstration has no valid code')
  const receivedDate = dateOfInstant(course.receivedAt)
  const code = await issueDossierCode(
    { agency: agencyCode.value, receivedDate },
    { kind: 'agency', nextNumber: () => 1 },
  )
  const opening = course.opening(agency.code, cast.applicant.name)
  const scenes = await give(desk, opening, ...course.intakeCourse(dossierHash, code))
  const due = explainCase(caseOf(desk), course.receivedAt, desk.calendar)
  const why = scene(
    { vi: 'vì sao hẹn ngày này', en: 'why this date' },
    'plain',
    due === undefined ? [] : explain(due),
  )
  return {
    act: {
      title: {
        vi: 'Tiếp nhận sau 15 giờ ngày thứ sáu, trước kỳ nghỉ',
        en: 'Received after 15:00 on a Friday before a holiday',
      },
      scenes: [...scenes, why],
    },
    due,
  }
}

/** Act 4: the internal process with its supplement, a refusal and a late step. */
async function processCase(
  desk: Desk,
  dossier: Dossier,
  hashes: { dossier: string; draft: string },
): Promise<{ act: Act; form02: Uint8Array }> {
  const [request, ...answer] = course.supplementCourse(hashes.dossier)
  const before = request === undefined ? [] : await give(desk, request)
  const form02 = await drawForm02(dossier, caseOf(desk), request?.at ?? course.receivedAt)
  const after = await give(desk, ...answer)
  const due = explainCase(caseOf(desk), course.wrongRole.at, desk.calendar)
  const why = scene(
    { vi: 'ngày hẹn mới được giải thích', en: 'the new appointment explained' },
    'plain',
    due === undefined ? [] : explain(due),
  )
  const rest = await give(desk, course.wrongRole, ...course.appraisalCourse(hashes.draft))
  const scenes = [...before, ...after, why, ...rest]
  return { act: { title: { vi: 'Quy trình nội bộ', en: 'The internal process' }, scenes }, form02 }
}

/** Act 5: the result is signed twice, verified, and a tampered copy is shown to fail. */
async function signResult(desk: Desk): Promise<{ act: Act; signed: Uint8Array; documentHash: string }> {
  const keys = await makeKeys(course.approvedAt)
  const drawn = await drawResult(course.approvedAt)
  const approved = await approveResult(drawn, keys, course.approvedAt)
  const hashOf = (bytes: Uint8Array): string => writeHex(hashBytes('sha256', bytes))
  const first = await give(desk, ...course.approvalCourse(hashOf(approved)))
  const issue = { number: '15', symbol: 'BS-UBND', issuedDate: dateOfInstant(course.issuedAt) }
  const signed = await issueResult(approved, drawn, {
    keys,
    number: `${issue.number}/${issue.symbol}`,
    at: course.issuedAt,
  })
  const second = await give(desk, ...course.issueCourse(hashOf(signed), issue))
  const trusted = { root: keys.root, at: course.issuedAt }
  const good = await verifyResult(signed, trusted)
  const bad = await verifyResult(tamper(signed, drawn), trusted)
  const verified = [
    scene(
      { vi: 'kiểm tra chữ ký của kết quả', en: 'the signatures of the result are checked' },
      good.isGood ? 'good' : 'refused',
      good.says,
    ),
    scene(
      { vi: 'kiểm tra một bản bị sửa một byte', en: 'a copy with one byte changed is checked' },
      bad.isGood ? 'warning' : 'refused',
      bad.says,
    ),
  ]
  return {
    act: {
      title: { vi: 'Kết quả: hai chữ ký số', en: 'The result: two signatures' },
      scenes: [...first, ...second, ...verified],
    },
    signed,
    documentHash: hashOf(signed),
  }
}

/** Act 6: closing, and the case given back by its events alone. */
async function restore(desk: Desk, documentHash: string): Promise<Act> {
  const scenes = await give(desk, ...course.closingCourse(documentHash))
  const findings = verifyHistory(await desk.host.readEvents(desk.caseId))
  const restored = await desk.host.restore(desk.caseId)
  const isSame = canonicalJson(restored) === canonicalJson(desk.dossierCase)
  const chain = {
    vi: `${desk.events.length} sự kiện, chuỗi băm ${findings.length === 0 ? 'toàn vẹn' : 'bị đứt'}`,
    en: `${desk.events.length} events, hash chain ${findings.length === 0 ? 'whole' : 'broken'}`,
  }
  const given = {
    vi: isSame ? 'khôi phục từ sự kiện: giống hệt' : 'khôi phục từ sự kiện: KHÁC',
    en: isSame ? 'restored from its events: identical' : 'restored from its events: DIFFERENT',
  }
  return {
    title: { vi: 'Trả kết quả, lưu trữ, khôi phục', en: 'Handed over, filed, restored' },
    scenes: [
      ...scenes,
      scene(chain, findings.length === 0 ? 'good' : 'refused'),
      scene(given, isSame ? 'good' : 'refused'),
    ],
  }
}

/** Columns 3 to 13 of form II.06a, in order. */
const reportColumns = [
  'received',
  'receivedOnline',
  'receivedDirectOrPost',
  'carriedOver',
  'settled',
  'settledEarly',
  'settledOnTime',
  'settledLate',
  'inProcess',
  'inProcessInTime',
  'inProcessOverdue',
] as const satisfies readonly (keyof Form06aRow)[]

/** The columns of form II.06a as one line. */
function writeRow(row: Form06aRow): string {
  return reportColumns.map((column, index) => `(${index + 3}) ${row[column].count}`).join('  ')
}

/** Act 7: the quarter's report, of one dossier. */
function report(desk: Desk): Act {
  const form = countForm06a({
    histories: [desk.events],
    startDate: isoDate('2026-07-01'),
    endDate: isoDate('2026-09-30'),
  })
  const details = form.rows.map((row) => same(`${row.field}: ${writeRow(row)}`))
  return {
    title: {
      vi: 'Báo cáo quý III/2026, Biểu II.06a',
      en: 'Report of the third quarter of 2026, form II.06a',
    },
    scenes: [scene({ vi: 'các cột (3) đến (13)', en: 'columns (3) to (13)' }, 'plain', details)],
  }
}

/** Plays the story. Every run gives the same timeline; keys and salts are new each time. */
export async function playStory(randomBytes: RandomBytes): Promise<Story> {
  const desk = setUpDesk('demo-2026-000128', buildWorkingCalendar(), {
    agency: agency.code,
    startAt: course.receivedAt,
    randomBytes,
  })
  const { act: checked, dossier } = checkPayloads()
  const dossierHash = hashJson(dossier)
  const { act: received, due } = await receive(desk, dossierHash)
  const form01 = due === undefined ? undefined : await drawForm01(dossier, caseOf(desk), due)
  const printed: Act = {
    title: { vi: 'Giấy tiếp nhận hồ sơ và hẹn trả kết quả', en: 'The receipt slip' },
    scenes: [
      scene(
        { vi: 'mẫu số 01, khổ A5, có mã QR tra cứu', en: 'form 01, A5, with a QR symbol for look-up' },
        'good',
      ),
    ],
  }
  const { act: processed, form02 } = await processCase(desk, dossier, {
    dossier: dossierHash,
    draft: dossierHash,
  })
  const { act: signedAct, signed, documentHash } = await signResult(desk)
  const acts = [
    checked,
    received,
    printed,
    processed,
    signedAct,
    await restore(desk, documentHash),
    report(desk),
  ]
  const text = new TextEncoder()
  const files = new Map<string, Uint8Array>([
    ...(form01 === undefined ? [] : [['form01.pdf', form01] as const]),
    ['form02.pdf', form02],
    ['result-signed.pdf', signed],
    ['timeline.json', text.encode(`${JSON.stringify({ acts, events: desk.events }, null, 2)}\n`)],
    ['process.mmd', text.encode(drawMermaid(registerCopies, { language: 'vi' }))],
  ])
  return { acts, files, events: desk.events }
}

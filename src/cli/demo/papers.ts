/**
 * The slips of the demonstration, filled from the dossier and the case.
 *
 * @module
 */
import type { WorkingCalendar } from '../../calendar/index.ts'
import { type Instant, type IsoDate, instant } from '../../date.ts'
import { computeDueDate, type DueDate } from '../../deadline/index.ts'
import type { Dossier } from '../../dossier/index.ts'
import { drawReceiptSlip, drawSupplementSlip } from '../../form/index.ts'
import { type DossierCase, dueDateInputOf, registerCopies } from '../../procedure/index.ts'
import { agency, cast } from './cast.ts'
import { listSlipPapers } from './payload.ts'

const lookUpUrl = 'https://example.vn/tra-cuu?ma='

/** Explains the appointment of a case. */
export function explainCase(
  dossierCase: DossierCase,
  at: Instant,
  calendar: WorkingCalendar,
): DueDate | undefined {
  const input = dueDateInputOf(registerCopies, dossierCase, { at, calendar })
  return input && computeDueDate(input)
}

/** Day and month. */
function shortDay(date: IsoDate): string {
  return `${Number(date.slice(8, 10))}/${Number(date.slice(5, 7))}`
}

/** One line for the slip: which days did not count, and why. */
function summariseDays(due: DueDate): string {
  const skipped = due.days.filter(({ counted, date }) => !counted && date > due.receivedAt.slice(0, 10))
  const reasons = [...new Set(skipped.map(({ name }) => name.vi))]
  const [first, last] = [skipped[0], skipped.at(-1)]
  if (first === undefined || last === undefined) return 'Không có ngày nghỉ nào trong thời hạn.'
  return `Không tính ${shortDay(first.date)}–${shortDay(last.date)}: ${reasons.join('; ')}.`
}

/** The head of every slip. */
const issuer = { superiorAgency: agency.name, unit: agency.oneStop, place: agency.place }

/** Draws form 01. */
export function drawForm01(dossier: Dossier, dossierCase: DossierCase, due: DueDate): Promise<Uint8Array> {
  const { facts } = dossierCase
  const code = facts.dossierCode ?? ''
  return drawReceiptSlip({
    issuer,
    dossierCode: code,
    submitter: {
      name: cast.applicant.name,
      address: 'Số 1, phố Tưởng Tượng, phường Minh Họa',
      phone: '0912 345 678',
    },
    channel: 'Trực tiếp',
    request: dossier.summary,
    papers: listSlipPapers(dossier),
    setCount: dossier.sets,
    statutoryTerm: 'Trong ngày (08 giờ làm việc); sau 15 giờ: ngày làm việc tiếp theo',
    receivedAt: facts.receivedAt ?? due.receivedAt,
    dueAt: facts.appointment?.dueAt ?? due.receivedAt,
    dueReason: summariseDays(due),
    resultPlace: `${agency.oneStop}, ${agency.name}`,
    register: { volume: '01/2026', entry: '128' },
    lookUpUrl: `${lookUpUrl}${code}`,
    lookUpPhone: agency.phone,
    officerName: cast.reception.name,
  })
}

/** Draws form 02. */
export function drawForm02(
  dossier: Dossier,
  dossierCase: DossierCase,
  requestedAt: Instant,
): Promise<Uint8Array> {
  const { facts } = dossierCase
  const code = facts.dossierCode ?? ''
  return drawSupplementSlip({
    issuer,
    dossierCode: code,
    holder: {
      name: cast.applicant.name,
      address: 'Số 1, phố Tưởng Tượng, phường Minh Họa',
      phone: '0912 345 678',
    },
    request: dossier.summary,
    papers: [
      {
        name: 'Giấy tờ chứng minh quan hệ với người được cấp bản chính',
        originalCount: 0,
        certifiedCopyCount: 1,
        photocopyCount: 0,
      },
    ],
    reasons: [
      'Thiếu giấy tờ chứng minh quan hệ với người được cấp bản chính (Nghị định 23/2015/NĐ-CP, Điều 16).',
    ],
    receivedAt: facts.receivedAt ?? requestedAt,
    requestedAt,
    answerBy: instant('2026-10-03T17:00'),
    clockNote: 'Thời hạn giải quyết tạm dừng từ lúc này đến khi nhận đủ giấy tờ bổ sung.',
    contact: { name: cast.officer.name, phone: agency.phone },
    lookUpUrl: `${lookUpUrl}${code}`,
  })
}

/**
 * What the world has to be told after a decision, as rows with an idempotency key.
 *
 * @module
 */
import type { Instant } from '../../date.ts'
import type { UnsealedEvent } from '../../dossier/history/index.ts'
import { closedLists, type NationalStatus } from '../../dossier/index.ts'
import type { LocalizedText } from '../../errors.ts'
import type { DossierCase } from './facts.ts'

/** What a status notice must contain (NĐ 224/2026/NĐ-CP art. 15(1)(g)). */
export interface StatusNotice {
  readonly agency: string
  /** Opaque id of who received the dossier. */
  readonly receivedBy: string | undefined
  /** Opaque id of who settled it. */
  readonly settledBy: string | undefined
  readonly receivedAt: Instant | undefined
  readonly processedAt: Instant | undefined
  readonly returnedAt: Instant | undefined
  readonly status: NationalStatus
}

/** One thing to be done outside, at least once; the key is the same for the same deed. */
export type Effect =
  | {
      readonly type: 'notifyApplicant'
      readonly key: string
      readonly caseId: string
      readonly dossierCode: string | undefined
      readonly dueAt: Instant | undefined
      readonly notice: StatusNotice
      readonly text: LocalizedText
    }
  | {
      readonly type: 'printForm'
      readonly key: string
      readonly caseId: string
      /** 01 receipt, 02 supplement, 03 refusal, 04 apology, 05 stop. */
      readonly form: '01' | '02' | '03' | '04' | '05'
      readonly seq: number
    }
  | {
      readonly type: 'warnStaff'
      readonly key: string
      readonly caseId: string
      readonly kind: string
      readonly step: string | undefined
      readonly dueAt: Instant
    }
  | {
      readonly type: 'startLeg'
      readonly key: string
      readonly caseId: string
      readonly leg: string
      readonly agency: string
      readonly procedure: string
      readonly dueAt: Instant
    }

/** Events on which a form is printed (TT 01/2018/TT-VPCP forms 01 to 03, TT 03/2025/TT-VPCP adds 04 and 05). */
const formOfEvent: { readonly [Type in UnsealedEvent['type']]?: '01' | '02' | '03' | '04' | '05' } = {
  'dossier.received': '01',
  'intake-supplement.requested': '02',
  'supplement.requested': '02',
  'dossier.refused': '03',
  'case.rejected': '03',
  'apology.sent': '04',
  'case.stopped': '05',
}

/** Writes a status for the applicant. */
function textOf(dossierCase: DossierCase): LocalizedText {
  const label: LocalizedText = closedLists.nationalStatuses[dossierCase.nationalStatus]
  const { dossierCode, appointment } = dossierCase.facts
  const code = dossierCode === undefined ? { vi: 'Hồ sơ', en: 'Your dossier' } : named(dossierCode)
  const isWaiting = dossierCase.nationalStatus === 2 || dossierCase.nationalStatus === 4
  const due = isWaiting && appointment ? formatDue(appointment.dueAt) : { vi: '', en: '' }
  return { vi: `${code.vi}: ${label.vi}${due.vi}`, en: `${code.en}: ${label.en}${due.en}` }
}

/** A dossier by its code. */
function named(dossierCode: string): LocalizedText {
  return { vi: `Hồ sơ ${dossierCode}`, en: `Dossier ${dossierCode}` }
}

/** The appointment as people read it. */
function formatDue(dueAt: Instant): LocalizedText {
  const [year, month, day] = dueAt.slice(0, 10).split('-')
  const clock = dueAt.slice(11, 16)
  return {
    vi: `, hẹn trả kết quả lúc ${clock} ngày ${day}/${month}/${year}`,
    en: `, result due ${clock} on ${day}/${month}/${year}`,
  }
}

/** The effects of one event by its type. */
function effectsOfEvent(event: UnsealedEvent): readonly Effect[] {
  const { caseId, seq } = event
  const form = formOfEvent[event.type]
  const printed: readonly Effect[] =
    form === undefined ? [] : [{ type: 'printForm', key: `${caseId}/${seq}/printForm`, caseId, form, seq }]
  if (event.type === 'deadline.warned') {
    const { kind, step, dueAt } = event.data
    return [{ type: 'warnStaff', key: `${caseId}/${seq}/warnStaff`, caseId, kind, step, dueAt }]
  }
  if (event.type === 'leg.started') {
    const { leg, agency, procedure, dueAt } = event.data
    return [{ type: 'startLeg', key: `${caseId}/${seq}/startLeg`, caseId, leg, agency, procedure, dueAt }]
  }
  return printed
}

/** Lists the effects of a decision: a notice on every change of status, and what each event asks for. */
export function listEffects(
  before: DossierCase | undefined,
  after: DossierCase,
  events: readonly UnsealedEvent[],
): readonly Effect[] {
  const own = events.flatMap(effectsOfEvent)
  if (before?.nationalStatus === after.nationalStatus) return own
  const { facts, header, caseId, seq, nationalStatus: status } = after
  const notice: StatusNotice = {
    agency: header.agency,
    receivedBy: facts.receivedBy,
    settledBy: facts.settledBy,
    receivedAt: facts.receivedAt,
    processedAt: facts.processedAt,
    returnedAt: facts.returnedAt,
    status,
  }
  return [
    ...own,
    {
      type: 'notifyApplicant',
      key: `${caseId}/${seq}/notifyApplicant`,
      caseId,
      dossierCode: facts.dossierCode,
      dueAt: facts.appointment?.dueAt,
      notice,
      text: textOf(after),
    },
  ]
}

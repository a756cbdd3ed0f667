/**
 * The rules of a dossier that reach across fields, which JSON Schema cannot say.
 *
 * @module
 */
import type * as z from 'zod'
import type { LocalizedText } from '../errors.ts'
import { checkDigits } from './codes/tax-code.ts'
import type { Fee, Payment } from './money.ts'
import type { Paper, ResultDocument } from './papers.ts'
import type { Party } from './people.ts'

/** Every rule with its words, those of single texts included. */
export const ruleWords = {
  'not-composed': {
    vi: 'chữ chưa ở dạng dựng sẵn (Unicode NFC); hãy chuẩn hóa hồ sơ trước',
    en: 'the text is not composed (Unicode NFC); normalise the dossier first',
  },
  'not-json': {
    vi: 'không phải dữ liệu JSON, hoặc lồng quá sâu',
    en: 'not JSON, or nested too deeply',
  },
  'owner-without-authorisation': {
    vi: 'người nộp không phải chủ hồ sơ: phải nêu hình thức ủy quyền, đại diện',
    en: 'the applicant is not the owner: say by what right they act',
  },
  'authorisation-without-owner': {
    vi: 'có ủy quyền, đại diện nhưng không có chủ hồ sơ',
    en: 'there is an authorisation but no owner',
  },
  'authorisation-paper-missing': {
    vi: 'thành phần hồ sơ chứng minh ủy quyền không có trong hồ sơ',
    en: 'the paper that proves the authorisation is not among the papers',
  },
  'paper-twice': {
    vi: 'mã thành phần hồ sơ đã có ở dòng trên; hãy gộp lại',
    en: 'this paper is listed already; join the two',
  },
  'digitised-without-file': {
    vi: 'ghi là đã số hóa nhưng không có tệp',
    en: 'said to be digitised, but there is no file',
  },
  'reuse-without-source': {
    vi: 'ghi là tái sử dụng nhưng không nêu nguồn',
    en: 'said to be reused, but not from where',
  },
  'source-without-reuse': {
    vi: 'có nguồn tái sử dụng nhưng trạng thái số hóa không phải là tái sử dụng',
    en: 'a source of reuse is given, but the paper is not said to be reused',
  },
  'district-abolished': {
    vi: 'từ ngày 01/7/2025 không còn cấp huyện',
    en: 'there are no districts from 2025-07-01 on',
  },
  'tax-code-not-issued': {
    vi: 'số kiểm tra của mã số thuế không đúng, hoặc số như vậy không được cấp',
    en: 'the check digit of the tax code is wrong, or no such number is issued',
  },
  'time-order': {
    vi: 'sớm hơn thời điểm phải có trước nó',
    en: 'earlier than what has to come before it',
  },
  'status-without-time': {
    vi: 'trạng thái hồ sơ đòi hỏi thời điểm này',
    en: 'the status of the dossier asks for this moment',
  },
  'round-order': {
    vi: 'các lần bổ sung phải đánh số liên tục từ 1',
    en: 'supplement rounds are numbered from 1 without gaps',
  },
  'round-not-answered': {
    vi: 'ghi là đã bổ sung nhưng không có ngày tiếp nhận bổ sung',
    en: 'said to be done, but not when it was answered',
  },
  'post-without-address': {
    vi: 'trả qua bưu chính nhưng không có địa chỉ nhận',
    en: 'to be returned by post, but there is no address',
  },
  'fee-unknown': {
    vi: 'khoản phí, lệ phí này không có trong hồ sơ',
    en: 'the dossier has no such fee',
  },
  'receipt-differs': {
    vi: 'số tiền trên biên lai khác số tiền đã thanh toán',
    en: 'the receipt is for another amount than the payment',
  },
} as const satisfies Readonly<Record<string, LocalizedText>>

/** A rule that a value can break although its structure is right. */
export type RuleCode = keyof typeof ruleWords

/** Takes in one broken rule and where it is broken. */
export type ReportBreach = (rule: RuleCode, path: readonly (string | number)[]) => void

type Path = readonly (string | number)[]

/** The last day with districts (Law on the Organisation of Local Government 72/2025/QH15; two levels since). */
const FIRST_DAY_WITHOUT_DISTRICTS = '2025-07-01'

/** Whether the number of a tax code was ever issued; the 12 digits of a personal number carry no check digit. */
function isIssued(taxCode: string): boolean {
  return taxCode.length === 12 || (checkDigits(taxCode).length === 0 && !taxCode.endsWith('-000'))
}

/** What is checked of a dossier; narrowed dossiers have all of it too. */
interface Checked {
  readonly applicant: Party
  readonly owner?: Party | undefined
  readonly authorisation?: { readonly paper?: string | undefined } | undefined
  readonly papers: readonly Paper[]
  readonly fees: readonly Fee[]
  readonly payments?: readonly Payment[] | undefined
  readonly supplements?: readonly Round[] | undefined
  readonly results?: readonly ResultDocument[] | undefined
  readonly return: { readonly manner: string; readonly address?: object | undefined }
  readonly progress?: Stage | undefined
}
interface Round {
  readonly round: number
  readonly requestedAt: string
  readonly answeredAt?: string | undefined
  readonly done: boolean
}
interface Stage {
  readonly status: number
  readonly submittedAt?: string | undefined
  readonly receivedAt?: string | undefined
  readonly finishedAt?: string | undefined
  readonly returnedAt?: string | undefined
  readonly refusedAt?: string | undefined
}

/** Reports every one of `moments` that lies before an earlier one; moments of one form sort as text. */
function checkOrder(
  moments: readonly (readonly [name: string, moment: string | undefined])[],
  path: Path,
  report: ReportBreach,
): void {
  let latest = ''
  for (const [name, moment] of moments) {
    if (moment === undefined) continue
    if (moment < latest) report('time-order', [...path, name])
    else latest = moment
  }
}

function checkParty(party: Party, path: Path, report: ReportBreach): void {
  const { taxCode, address } = party
  if (taxCode !== undefined && !isIssued(taxCode)) report('tax-code-not-issued', [...path, 'taxCode'])
  const units = address?.units
  if (units?.districtCode !== undefined && units.asOf >= FIRST_DAY_WITHOUT_DISTRICTS) {
    report('district-abolished', [...path, 'address', 'units', 'districtCode'])
  }
  for (const [index, paper] of (('identityPapers' in party && party.identityPapers) || []).entries()) {
    const { issuedOn, validTo } = paper
    checkOrder(
      [
        ['issuedOn', issuedOn],
        ['validTo', validTo],
      ],
      [...path, 'identityPapers', index],
      report,
    )
  }
  if ('representative' in party && party.representative !== undefined) {
    checkParty(party.representative, [...path, 'representative'], report)
  }
}

function checkOwner(dossier: Checked, report: ReportBreach): void {
  const { owner, authorisation, papers } = dossier
  checkParty(dossier.applicant, ['applicant'], report)
  if (owner !== undefined) checkParty(owner, ['owner'], report)
  if (owner !== undefined && authorisation === undefined)
    report('owner-without-authorisation', ['authorisation'])
  if (owner === undefined && authorisation !== undefined) report('authorisation-without-owner', ['owner'])
  const proof = authorisation?.paper
  if (proof !== undefined && !papers.some(({ code }) => code === proof)) {
    report('authorisation-paper-missing', ['authorisation', 'paper'])
  }
}

function checkPapers(papers: readonly Paper[], report: ReportBreach): void {
  const seen = new Set<string>()
  for (const [index, { code, digitised, reuse, files }] of papers.entries()) {
    if (seen.has(code)) report('paper-twice', ['papers', index, 'code'])
    seen.add(code)
    const isReused = digitised === 2 || digitised === 3
    if (digitised === 1 && files.length === 0) report('digitised-without-file', ['papers', index, 'files'])
    if (isReused && reuse === undefined) report('reuse-without-source', ['papers', index, 'reuse'])
    if (!isReused && reuse !== undefined) report('source-without-reuse', ['papers', index, 'digitised'])
  }
}

function checkMoney(fees: readonly Fee[], payments: readonly Payment[], report: ReportBreach): void {
  for (const [index, payment] of payments.entries()) {
    for (const [feeIndex, paid] of (payment.fees ?? []).entries()) {
      const isKnown = fees.some(({ code }) => code === paid)
      if (!isKnown) report('fee-unknown', ['payments', index, 'fees', feeIndex])
    }
    const { receipt } = payment
    if (receipt === undefined) continue
    const path = ['payments', index, 'receipt']
    if (receipt.amountVnd !== payment.amountVnd) report('receipt-differs', [...path, 'amountVnd'])
    if (!isIssued(receipt.collectorTaxCode)) report('tax-code-not-issued', [...path, 'collectorTaxCode'])
  }
}

function checkRounds(rounds: readonly Round[], report: ReportBreach): void {
  for (const [index, { round, done, requestedAt, answeredAt }] of rounds.entries()) {
    const path = ['supplements', index]
    if (round !== index + 1) report('round-order', [...path, 'round'])
    if (done && answeredAt === undefined) report('round-not-answered', [...path, 'answeredAt'])
    checkOrder(
      [
        ['requestedAt', requestedAt],
        ['answeredAt', answeredAt],
      ],
      path,
      report,
    )
  }
}

/** Which moment a status asks for: a dossier in process was received, and so on (practice of the portal). */
const momentOfStatus: Readonly<Record<number, readonly (keyof Stage)[]>> = {
  2: ['receivedAt'],
  3: ['refusedAt'],
  4: ['receivedAt'],
  5: ['receivedAt'],
  6: ['receivedAt'],
  8: ['receivedAt'],
  9: ['receivedAt', 'finishedAt'],
  10: ['receivedAt', 'finishedAt', 'returnedAt'],
}

function checkProgress(progress: Stage, report: ReportBreach): void {
  for (const name of momentOfStatus[progress.status] ?? []) {
    if (progress[name] === undefined) report('status-without-time', ['progress', name])
  }
  const { submittedAt, receivedAt, finishedAt, returnedAt } = progress
  const course = [
    ['submittedAt', submittedAt],
    ['receivedAt', receivedAt],
    ['finishedAt', finishedAt],
    ['returnedAt', returnedAt],
  ] as const
  checkOrder(course, ['progress'], report)
}

function checkResults(results: readonly ResultDocument[], report: ReportBreach): void {
  for (const [index, { validFrom, validTo }] of results.entries()) {
    checkOrder(
      [
        ['validFrom', validFrom],
        ['validTo', validTo],
      ],
      ['results', index],
      report,
    )
  }
}

/** Reports every rule across fields that a dossier of the right structure breaks. */
export function checkRules(dossier: Checked, report: ReportBreach): void {
  checkOwner(dossier, report)
  checkPapers(dossier.papers, report)
  checkMoney(dossier.fees, dossier.payments ?? [], report)
  checkRounds(dossier.supplements ?? [], report)
  checkResults(dossier.results ?? [], report)
  if (dossier.progress !== undefined) checkProgress(dossier.progress, report)
  const { manner, address } = dossier.return
  if (manner === 'post' && address === undefined && dossier.applicant.address === undefined) {
    report('post-without-address', ['return', 'address'])
  }
}

/** Attaches the rules to a schema: it then accepts what the structure and the rules accept. */
export function withRules<S extends z.ZodType>(schema: S): S {
  return schema.check(({ value, issues }) => {
    checkRules(value as Checked, (rule, path) => {
      issues.push({ code: 'custom', input: value, path: [...path], params: { rule } })
    })
  }) as S
}

/** Tells whether a dossier of the right structure breaks no rule. */
export function obeysRules(dossier: Checked): boolean {
  let isObedient = true
  checkRules(dossier, () => {
    isObedient = false
  })
  return isObedient
}

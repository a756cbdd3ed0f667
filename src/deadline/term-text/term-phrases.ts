/**
 * The set phrases of published terms, on folded text (see `term-words.ts`).
 *
 * Everything that is not listed here stops the reading: a phrase belongs on a list only when it cannot
 * change the length of the term or the day on which it starts.
 *
 * @module
 */
import type { UnreadReason } from '../term.ts'
import type { QuantityAt } from './term-words.ts'

/** Words of one clause as a regular expression; `|` separates phrases. */
function phrases(...alternatives: readonly string[]): RegExp {
  return new RegExp(`\\b(?:${alternatives.join('|')})\\b`)
}

/** `ngày làm việc tiếp theo` */
export const NEXT_DAY = phrases(
  'NGAY (?:lam viec )?(?:tiep theo|ke tiep|tiep sau|lien ke|hom SAU)',
  'NGAY lam viec SAU',
)

/** `(ngay) trong ngày`, `giải quyết ngay`, `ngay sau khi tiếp nhận` */
export const SAME_DAY = new RegExp(
  [
    '\\btrong (?:cung )?NGAY\\b(?! (?:lam viec )?(?:tiep (?!nhan)|ke tiep|lien ke|SAU|hom))',
    '\\bngay (?:SAU )?khi (?:tiep )?nhan\\b',
    '\\bngay SAU khi nop\\b',
    '\\b(?:giai quyet|tra ket qua|thuc hien|tra loi|cap|lam) ngay(?=$|[.,;]| (?:cho|khi|SAU|tai))',
    '^ngay$',
  ].join('|'),
)

/** `trong buổi` */
export const SESSION = phrases('(?:trong|cung|mot|theo) (?:mot )?buoi')

const ABOUT_TERM = '(?: (?:ve )?(?:thoi han|thoi gian)(?: giai quyet)?)?'
/** `Không quy định (thời hạn) (cụ thể)`, and nothing else */
export const NO_TERM = new RegExp(
  `^(?:thoi han (?:giai quyet )?:? ?)?(?:phap luat )?(?:khong|chua) (?:co )?quy dinh${ABOUT_TERM}(?: cu the)?${ABOUT_TERM}[ .]*$|^khong co thoi han(?: giai quyet)?[ .]*$`,
)

/** The length hangs on something else, or is only about right. */
export const DEPENDS = phrases(
  'tuy(?: theo| thuoc|,)',
  'phu thuoc',
  'theo (?:tung )?dot',
  'theo (?:ke hoach|thong bao|lich|huong dan|tien do|thoi vu|mua)',
  'du kien',
  'khoang(?! san)',
  'it nhat',
  'toi thieu',
  '(?:hang|moi) (?:NAM|thang|quy|tuan|NGAY|ky)',
  'dinh ky',
  'hoc ky',
  'NAM hoc',
)

/** Words that may stand between the beginning of a clause and its number. */
export const LINK_WORDS = new Set(
  `thoi han gian giai quyet xu ly tra ket qua thuc hien hoan thanh cap la trong vong khong QUA vuot
   toi da cham nhat tong so muc thu tuc hanh chinh ho theo quy dinh cua phap luat se duoc nay truc tiep tuyen
   nop buu dich vu cong ich qua tiep nhan va hoac hen toan bo cu the nhu cho ca viec bang`.split(/\s+/),
)

/** `thời hạn đăng ký lại khai sinh là …`: what the term is for, between the noun and its verb. */
const TERM_OF =
  /\b(?:thoi han|thoi gian) (?!(?:cua|su dung|hieu luc|co hieu luc|gia tri|bao hanh|luu|nop|tham dinh|kiem tra|tiep nhan)\b)(?:\p{L}+ ){1,14}?(?=(?:duoc|la|khong QUA|khong vuot QUA|toi da|co the|keo dai)\b)/u

const TAIL_START =
  /^(?:(?:ke|tinh|bat dau|duoc tinh|tinh ke) TU|TU (?:NGAY|khi|thoi diem|luc)|SAU khi|SAU NGAY|khi)\b/
const TAIL_RECEIPT = new RegExp(
  [
    '\\b(?:tiep nhan|nhan|thu ly|nop|co|du)\\b.*\\b(?:ho so|don|yeu cau|de nghi|van ban|to khai|giay to|thong bao|phieu|bao cao|to trinh)\\b',
    '\\b(?:tiep nhan|nhan duoc|nhan du|thu ly) *$',
    '\\bho so (?:hop le|day du|du)\\b',
  ].join('|'),
)
const TAIL_ELSEWHERE = phrases(
  'het han',
  'ket thuc',
  'ket qua',
  'ket luan',
  'y kien',
  'hoan thanh',
  'hoan tat',
  'quyet dinh',
  'trung tuyen',
  'khai giang',
  'kiem tra',
  'tham dinh',
  'nghia vu tai chinh',
  'xay ra',
  'ky ket',
  'ky hop dong',
  'cong bo',
  'sinh',
  'chet',
  'bien ban',
  'nop (?:du )?(?:phi|tien|thue|le phi)',
  'phi',
  'le phi',
)
const EXCLUSION =
  /^(?:(?:da |chua |khong )(?:ke|tinh|bao gom|gom)|TRU|ngoai TRU|thoi gian .*khong (?:tinh|ke|bao gom))\b/
const DAYS_OFF = phrases('NGAY nghi', 'thu bay', 'chu nhat', 'cuoi tuan')
const HOLIDAYS = phrases('le', 'tet')
/** What an office does when it answers. */
export const FINAL_WORK = phrases(
  'cap',
  'tra',
  'tra loi',
  'giai quyet',
  'quyet dinh',
  'phe duyet',
  'chap thuan',
  'ban hanh',
  'ghi vao',
  'xac nhan',
  'dang ky',
  'cong nhan',
  'chung thuc',
  'ky',
  'cap nhat',
  'thuc hien',
)
/** What an office does on the way to an answer: such a term is not the procedure's. */
export const SUB_STEP = phrases(
  'kiem tra (?:tinh|ho so|thanh phan|noi dung)',
  'bo sung',
  'chuyen (?:ho so|den|cho|ve)',
  'gui (?:ho so|van ban|lay|ve|den)',
  'lay y kien',
  'huong dan',
  'niem yet',
  'tiep nhan ho so',
  'trinh',
  'thanh lap',
  'to chuc',
  'thong bao',
  'ban giao',
  'nop',
  'phoi hop',
  'bao cao',
)

/** A condition that every receivable dossier fulfils. */
export const TRIVIAL_CONDITION =
  /^ ?(?:la )?(?:cac )?(?:(?:ho so|du dieu kien)(?: da)?(?: (?:day du|hop le|du|dung quy dinh|theo quy dinh|dap ung|va)|,)*|co|can) *,?$/

/** Whether every word is one that may introduce a number. */
export function isLink(text: string): boolean {
  const plain = text.replace(/\bcham nhat (?:la )?SAU\b/, '').replace(TERM_OF, '')
  const words = plain.match(/\p{L}+/gu) ?? []
  return words.every((word) => LINK_WORDS.has(word)) && !/[^\p{L}\s,:\-"']/u.test(plain)
}

/** Judges what follows a number: a reason against reading it, or undefined when it changes nothing. */
export function judgeSuffix(suffix: string, quantity: QuantityAt): UnreadReason | undefined {
  const text = suffix.replace(/^[\s,:-]+/, '').trim()
  if (text === '' || /^(?:lam viec|theo quy dinh(?: cua phap luat)?|thi)$/.test(text)) return undefined
  if (TAIL_START.test(text)) return judgeTail(text, quantity)
  if (EXCLUSION.test(text)) return judgeExclusion(text, quantity)
  if (/^tinh theo NGAY lam viec$/.test(text))
    return quantity.kind === 'working-days' ? undefined : 'conflicting-unit'
  if (/^hoac (?:co the )?(?:keo )?dai hon theo thoa thuan/.test(text)) return undefined
  if (!/^\s*[,:]/.test(suffix)) return 'unknown-words'
  if (SUB_STEP.test(text)) return 'sub-step'
  return FINAL_WORK.test(text) ? undefined : 'unknown-words'
}

/** `kể từ ngày nhận đủ hồ sơ hợp lệ, …`: the receipt of the dossier, and nothing else, starts the term. */
function judgeTail(text: string, quantity: QuantityAt): UnreadReason | undefined {
  if (/^ke ca\b/.test(text)) return 'unknown-words'
  const [startEvent, ...rest] = text.split(',')
  const listed = /\b(?:du|hop le|day du|dung|nhan|co quan|to chuc)$/.test((startEvent ?? '').trim())
  const event = listed ? text : (startEvent ?? '')
  if (TAIL_ELSEWHERE.test(event)) return 'starts-elsewhere'
  if (!TAIL_RECEIPT.test(event)) return 'starts-elsewhere'
  const continuation = listed ? '' : rest.join(',')
  return continuation.trim() === '' ? undefined : judgeSuffix(`,${continuation}`, quantity)
}

/** `không kể thời gian …`: waiting outside the office; days off would turn days into working days. */
function judgeExclusion(text: string, quantity: QuantityAt): UnreadReason | undefined {
  if (!DAYS_OFF.test(text) && !HOLIDAYS.test(text)) return undefined
  return quantity.kind === 'working-days' || quantity.kind === 'working-hours'
    ? undefined
    : 'conflicting-unit'
}

/** Judges words without a number against the base: they must not change what its days are or where it starts. */
export function judgeNote(
  note: { readonly text: string; readonly sentence: number },
  base: { readonly quantity: QuantityAt; readonly sentence: number },
): UnreadReason | undefined {
  const text = note.text.replace(/^[\s,:-]+/, '').trim()
  const isWorking = base.quantity.kind === 'working-days' || base.quantity.kind === 'working-hours'
  if (DAYS_OFF.test(text) || (HOLIDAYS.test(text) && /\b(?:khong|TRU|ke ca|NGAY)\b/.test(text))) {
    return isWorking === /\b(?:khong|TRU|chua)\b/.test(text) ? undefined : 'conflicting-unit'
  }
  if (/\bNGAY lam viec\b|^lam viec$/.test(text) && !isWorking) return 'conflicting-unit'
  if (TAIL_START.test(text) || EXCLUSION.test(text)) return judgeSuffix(text, base.quantity)
  if (note.sentence !== base.sentence || text === '' || /^(?:neu co|theo quy dinh.*|doi voi .*)$/.test(text))
    return undefined
  return judgeSuffix(`,${text}`, base.quantity)
}

import { foldText } from '../../text.ts'
import { buildFinding } from '../messages.ts'
import type { Procedure, RequiredPaper } from '../procedure.ts'
import {
  type Findings,
  isObject,
  listOf,
  openRecord,
  type Placed,
  type RecordReader,
  readText,
  takeText,
} from './open-record.ts'

type PaperList = Procedure['papers'][number]

/** How many copies of which kind; a record that says only "bản sao" leaves the kind open. */
type Counts = Pick<RequiredPaper, 'originals' | 'certifiedCopies' | 'photocopies' | 'copies'>

const NAME_FIELDS = ['tengiayto', 'tenthanhphanhoso', 'tenthanhphan', 'ten', 'giayto']

/** Reads `Bản chính: 1 - Bản sao: 0`; what is left over is said. */
function readCounts(text: string, place: string, findings: Findings): Counts {
  let rest = foldText(text)
  const take = (pattern: RegExp): number | undefined => {
    const match = pattern.exec(rest)
    if (match === null) return undefined
    rest = rest.replace(match[0], ' ')
    return Number(match[1] ?? match[2])
  }
  const originals = take(/\bban (?:chinh|goc)\s*:?\s*(\d{1,3})\b|\b(\d{1,3}) ban (?:chinh|goc)\b/)
  const certified = take(
    /\bban sao (?:co )?(?:chung thuc|cong chung)\s*:?\s*(\d{1,3})\b|\b(\d{1,3}) ban sao (?:co )?(?:chung thuc|cong chung)\b/,
  )
  const plain = take(
    /\bban (?:photo|photocopy|chup)\s*:?\s*(\d{1,3})\b|\b(\d{1,3}) ban (?:photo|photocopy|chup)\b/,
  )
  const copies = take(/\bban sao\s*:?\s*(\d{1,3})\b|\b(\d{1,3}) ban sao\b/)
  const isUnread = [originals, certified, plain, copies].every((count) => count === undefined)
  if (isUnread || rest.replace(/[\s\-–,;.]+/g, '') !== '')
    findings.push(buildFinding('catalogue/unread-copies', place, { text }))
  return buildCounts({ originals, certified, plain, copies }, place, findings)
}

/** Writes the counts; copies of a kind that is not said are kept apart, and said. */
function buildCounts(
  counts: Partial<Record<'originals' | 'certified' | 'plain' | 'copies', number | undefined>>,
  place: string,
  findings: Findings,
): Counts {
  const copies = counts.copies ?? 0
  if (copies > 0) findings.push(buildFinding('catalogue/copies-unclear', place, { copies }))
  return {
    originals: counts.originals ?? 0,
    certifiedCopies: counts.certified ?? 0,
    photocopies: counts.plain ?? 0,
    ...(copies > 0 ? { copies } : {}),
  }
}

/** Reads one number field of a paper. */
function takeCount(reader: RecordReader, names: readonly string[], findings: Findings): number | undefined {
  const placed = reader.take(names)
  const text = placed === undefined ? undefined : readText(placed, findings)
  if (placed === undefined || text === undefined) return undefined
  if (/^\d{1,4}$/.test(text)) return Number(text)
  findings.push(buildFinding('catalogue/unread-copies', placed.place, { text }))
  return undefined
}

/** Reads the counts of a paper, in one text or in fields of their own. */
function takeCounts(reader: RecordReader, findings: Findings): Counts {
  const placed = reader.take(['soluongbanchinh', 'soluong', 'soluongbanchinhbansao'])
  const text = placed === undefined ? undefined : readText(placed, findings)
  if (placed !== undefined && text !== undefined) return readCounts(text, placed.place, findings)
  return buildCounts(
    {
      originals: takeCount(reader, ['sobanchinh', 'banchinh'], findings),
      certified: takeCount(reader, ['sobansaochungthuc', 'bansaochungthuc'], findings),
      plain: takeCount(reader, ['sobanphoto', 'banphoto', 'sobanchup'], findings),
      copies: takeCount(reader, ['sobansao', 'bansao'], findings),
    },
    reader.place,
    findings,
  )
}

/** Adds the form to fill in: a name, an address, or an address without a document, which says nothing. */
function takeTemplate(
  reader: RecordReader,
  findings: Findings,
): Pick<RequiredPaper, 'template' | 'templateUrl'> {
  const template = takeText(reader, ['tenmaudon', 'maudon'], findings)
  const placed = reader.take(['maudontokhai', 'url', 'duongdan', 'tepmaudon'])
  const url = placed === undefined ? undefined : readText(placed, findings)
  const isAddress = url !== undefined && /^https?:/i.test(url)
  const templateUrl = isAddress && !/[=/]$/.test(url) ? url : undefined
  const named = template ?? (isAddress ? undefined : url)
  if (placed !== undefined && url !== undefined && !isAddress && named !== url)
    findings.push(buildFinding('catalogue/unread-value', placed.place, { expected: 'https://…' }))
  return {
    ...(named === undefined ? {} : { template: named }),
    ...(templateUrl === undefined ? {} : { templateUrl }),
  }
}

/** Writes a paper; one that may be absent, or of which nothing is asked, is not required. */
function buildPaper(
  { code, name }: Pick<RequiredPaper, 'code' | 'name'>,
  counts: Counts,
  more: Partial<RequiredPaper>,
): RequiredPaper {
  const isAsked = counts.originals + counts.certifiedCopies + counts.photocopies + (counts.copies ?? 0) > 0
  const isConditional = /\(?\bneu co\b\)?/.test(foldText(name))
  return { code, name, ...counts, required: isAsked && !isConditional, ...more }
}

/** Gives papers without an official code a number in the order of publication. */
function numberPapers(): () => string {
  let last = 0
  return () => {
    last += 1
    return `TP${String(last).padStart(2, '0')}`
  }
}

/** Reads one paper. */
function readPaper(placed: Placed, nextCode: () => string, findings: Findings): readonly RequiredPaper[] {
  if (!isObject(placed.value)) {
    const text = readText(placed, findings)
    if (text === undefined) return []
    return text.split('\n').map((line) => {
      const name = line.replace(/^[-+•*]\s*/, '')
      findings.push(buildFinding('catalogue/unread-copies', placed.place, { text: '' }))
      return buildPaper({ code: nextCode(), name }, { originals: 0, certifiedCopies: 0, photocopies: 0 }, {})
    })
  }
  const reader = openRecord(placed.value, placed.place, findings)
  const name = takeText(reader, NAME_FIELDS, findings)
  const codeField = reader.take(['magiayto', 'mathanhphanhoso', 'ma'])
  const official = codeField === undefined ? undefined : readText(codeField, findings)
  const counts = takeCounts(reader, findings)
  const template = takeTemplate(reader, findings)
  const note = takeText(reader, ['ghichu', 'mota'], findings)
  const isCode = official !== undefined && /^[0-9A-Za-z][0-9A-Za-z._-]{0,49}$/.test(official)
  if (official !== undefined && !isCode)
    findings.push(
      buildFinding('catalogue/unread-code', codeField?.place ?? placed.place, { reason: official }),
    )
  reader.close()
  if (name === undefined) {
    findings.push(buildFinding('catalogue/unread-value', placed.place, { expected: 'tên giấy tờ' }))
    return []
  }
  const more = { ...template, ...(note === undefined ? {} : { note }) }
  return [buildPaper({ code: isCode ? official : nextCode(), name }, counts, more)]
}

/** Reads the papers of a procedure: a list, a list for each case, or one text with a line for each. */
export function readPapers(placed: Placed | undefined, findings: Findings): readonly PaperList[] {
  if (placed === undefined) return []
  const nextCode = numberPapers()
  const lists: { case?: string; papers: RequiredPaper[] }[] = []
  const general: RequiredPaper[] = []
  for (const member of listOf(placed)) {
    const inner = isObject(member.value)
      ? Object.entries(member.value).find(
          ([field, value]) => Array.isArray(value) && /^gi[aấ]y\s*t[oờ]$/i.test(field),
        )
      : undefined
    if (inner === undefined || !isObject(member.value)) {
      general.push(...readPaper(member, nextCode, findings))
      continue
    }
    const reader = openRecord(member.value, member.place, findings)
    const name = takeText(reader, ['truonghop', 'tentruonghop'], findings)
    const papers = reader.take(['giayto'])
    reader.close()
    const read =
      papers === undefined ? [] : listOf(papers).flatMap((paper) => readPaper(paper, nextCode, findings))
    lists.push(name === undefined ? { papers: read } : { case: name, papers: read })
  }
  return general.length > 0 ? [{ papers: general }, ...lists] : lists
}

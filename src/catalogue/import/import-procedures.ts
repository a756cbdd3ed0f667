import { parseProcedureCode } from '../../dossier/codes/index.ts'
import type { Finding } from '../../finding.ts'
import { foldText } from '../../text.ts'
import { buildFinding } from '../messages.ts'
import { PROCEDURE_SCHEMA, type Procedure, type Source } from '../procedure.ts'
import {
  type Findings,
  isObject,
  listOf,
  type Named,
  openRecord,
  type Placed,
  type RecordReader,
  readNamed,
  readText,
  takeText,
} from './open-record.ts'
import { joinFees } from './read-fees.ts'
import { readFeeFields, readManners } from './read-manners.ts'
import { readPapers } from './read-papers.ts'

/** What a reader of records gives: the procedures, and everything that was not read. */
export interface ProcedureImport {
  readonly procedures: readonly Procedure[]
  readonly findings: readonly Finding[]
}

/** What is said about all records of one import. */
export interface ImportOptions {
  /** Where the records come from; kept in each of them. */
  readonly source: Source
  /** Begins the ids of records that have no procedure code, for instance `dvcqg-2021/`. */
  readonly idPrefix?: string
  /** Field of work, for records that do not print one. */
  readonly field?: string
}

/** Headings that have no field of their own; they are kept word for word. */
const REMARKS = [
  'soquyetdinh',
  'loaithutuc',
  'coquancothamquyen',
  'coquanduocuyquyen',
  'coquanphoihop',
  'diachitiepnhanhs',
  'diachitiepnhanhoso',
  'bieumau',
  'tukhoa',
  'mota',
  'ghichu',
]

const levelNames = { bo: 'ministry', tinh: 'province', huyen: 'district', xa: 'commune' } as const

/** Reads `Cấp Tỉnh, Cấp Xã`. */
function readLevels(placed: Placed | undefined, findings: Findings): Procedure['levels'] {
  const text = placed === undefined ? undefined : readText(placed, findings)
  if (placed === undefined || text === undefined) return []
  return text.split(/[,;/\n]|\svà\s/u).flatMap((part) => {
    const folded = foldText(part)
    const level = Object.entries(levelNames).find(([name]) => new RegExp(`(?:^|\\s)${name}$`).test(folded))
    if (level === undefined)
      findings.push(buildFinding('catalogue/unread-level', placed.place, { text: part.trim() }))
    return level === undefined ? [] : [level[1]]
  })
}

/** Reads `Toàn trình`, `Một phần`, or one of the four levels that were used until 2022. */
function readService(placed: Placed | undefined, findings: Findings): Procedure['service'] {
  const text = placed === undefined ? undefined : readText(placed, findings)
  if (placed === undefined || text === undefined) return undefined
  const folded = foldText(text)
  if (/toan trinh|muc (?:do )?4/.test(folded)) return { level: 'full' }
  if (/mot phan|muc (?:do )?3/.test(folded)) return { level: 'partial' }
  if (/con lai|cung cap thong tin|muc (?:do )?[12]|khong/.test(folded)) return { level: 'none' }
  findings.push(buildFinding('catalogue/unread-level', placed.place, { text }))
  return undefined
}

/** Reads the sequence: a text with a line for each step, or lists for each case. */
function readSequence(placed: Placed | undefined, findings: Findings): Procedure['sequence'] {
  if (placed === undefined) return []
  if (typeof placed.value === 'string') {
    const text = readText(placed, findings)
    return text === undefined ? [] : [{ steps: text.split('\n') }]
  }
  const stepsOf = (member: Placed): readonly string[] => {
    if (!isObject(member.value)) return readText(member, findings)?.split('\n') ?? []
    const reader = openRecord(member.value, member.place, findings)
    const step = takeText(reader, ['tentrinhtu', 'noidung', 'ten', 'mota'], findings)
    reader.close()
    return step?.split('\n') ?? []
  }
  const general: string[] = []
  const lists = listOf(placed).flatMap((member) => {
    if (!isObject(member.value) || !Object.values(member.value).some(Array.isArray)) {
      general.push(...stepsOf(member))
      return []
    }
    const reader = openRecord(member.value, member.place, findings)
    const name = takeText(reader, ['truonghop', 'tentruonghop'], findings)
    const steps = reader.take(['trinhtu', 'cacbuoc'])
    reader.close()
    const read = steps === undefined ? [] : listOf(steps).flatMap(stepsOf)
    return read.length === 0 ? [] : [name === undefined ? { steps: read } : { case: name, steps: read }]
  })
  return general.length > 0 ? [{ steps: general }, ...lists] : lists
}

/** Reads the subjects: words, or codes of kinds with a description beside them. */
function readSubjects(reader: RecordReader, findings: Findings): Procedure['subjects'] {
  const kinds = {
    cong_dan: 'citizen',
    doanh_nghiep: 'enterprise',
    co_quan: 'state-agency',
    to_chuc: 'organisation',
    ho_kinh_doanh: 'household-business',
  } as const
  const listed = readNamed(
    reader.take(['doituongthuchien']),
    { code: ['madoituong', 'ma'], name: ['tendoituong', 'ten'] },
    findings,
  )
  const described = takeText(reader, ['motadoituongthuchien'], findings)
  const texts = [...listed.map(({ name }) => name), ...(described === undefined ? [] : [described])]
  return texts.map((text) => {
    const folded = foldText(text).replaceAll(' ', '_')
    const kind = Object.entries(kinds).find(([words]) => folded.startsWith(words))?.[1]
    return kind === undefined ? { text } : { kind, text }
  })
}

/** Reads `01 bộ`. */
function readSets(placed: Placed | undefined, findings: Findings): number | undefined {
  const text = placed === undefined ? undefined : readText(placed, findings)
  if (placed === undefined || text === undefined) return undefined
  const match = /^0*([1-9]\d?)(?:\s*\([^()]*\))?(?:\s*bộ(?: hồ sơ)?)?\.?$/iu.exec(text)
  if (match === null) findings.push(buildFinding('catalogue/unread-copies', placed.place, { text }))
  return match === null ? undefined : Number(match[1])
}

/** Reads the code; one that is not a procedure code is said and left out. */
function readCode(placed: Placed | undefined, findings: Findings): string | undefined {
  const text = placed === undefined ? undefined : readText(placed, findings)
  if (placed === undefined || text === undefined) return undefined
  const reading = parseProcedureCode(text)
  if (reading.ok) return reading.value
  const reason = reading.doubts[0]?.message.vi ?? ''
  findings.push(buildFinding('catalogue/unread-code', placed.place, { reason }))
  return undefined
}

/** The sector's code and name, printed as a list, as a text, or as two fields. */
function readField(reader: RecordReader, options: ImportOptions, findings: Findings): Procedure['field'] {
  const [listed, ...others] = readNamed(
    reader.take(['linhvucthuchien', 'linhvuc']),
    { code: ['malinhvuc', 'ma'], name: ['tenlinhvuc', 'ten'] },
    findings,
  )
  const code = listed?.code ?? takeText(reader, ['malinhvuc'], findings)
  const printed = listed?.name ?? takeText(reader, ['tenlinhvuc'], findings) ?? options.field
  if (printed === undefined) {
    const partText = { vi: 'lĩnh vực', en: 'the field' }
    findings.push(buildFinding('catalogue/part-missing', reader.place, { part: 'field', partText }))
  }
  const name = printed ?? 'Chưa ghi lĩnh vực'
  const joined = [name, ...others.map((other) => other.name)].join('; ')
  return code === undefined ? { name: joined } : { code, name: joined }
}

/** Reads acts: `{SOVANBAN, TENVANBAN}`, or texts out of which the number is found. */
function readLegalBases(placed: Placed | undefined, findings: Findings): Procedure['legalBases'] {
  return readNamed(
    placed,
    { code: ['sovanban', 'sokyhieu', 'so'], name: ['tenvanban', 'trichyeu', 'ten'] },
    findings,
  ).map(({ code, name }) => {
    const number = code ?? /\d{1,4}\/\d{4}\/[A-ZĐa-zđ0-9-]{2,30}/u.exec(name)?.[0]
    return number === undefined ? { title: name } : { number, title: name }
  })
}

/** Gives results without a usable code a number in the order of publication. */
function nameResults(results: readonly Named[], findings: Findings): Procedure['results'] {
  return results.map(({ code, name, place }, index) => {
    const isCode = code !== undefined && /^[0-9A-Za-z][0-9A-Za-z._-]{0,49}$/.test(code)
    if (code !== undefined && !isCode)
      findings.push(buildFinding('catalogue/unread-code', place, { reason: code }))
    return { code: isCode ? code : `KQ${String(index + 1).padStart(2, '0')}`, name }
  })
}

/** Keeps known headings that have no field of their own, and says so. */
function readRemarks(reader: RecordReader, findings: Findings): Procedure['remarks'] {
  return REMARKS.flatMap((name) => {
    const placed = reader.take([name])
    const text = placed === undefined ? undefined : readText(placed, findings)
    if (placed === undefined || text === undefined) return []
    const field = placed.place.slice(reader.place.length + 1)
    findings.push(buildFinding('catalogue/kept-as-remark', placed.place, { field }))
    return [{ name: field, text }]
  })
}

/** A short id out of the name of a record that has no code. */
function buildId(name: string): string {
  return foldText(name)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+/, '')
    .slice(0, 85)
    .replace(/-+$/, '')
}

type Head = Pick<
  Procedure,
  'name' | 'field' | 'levels' | 'agencies' | 'legalBases' | 'subjects' | 'results'
> & {
  readonly code?: string
}

/** Reads who does what under which acts: everything but the way it is done. */
function readHead(reader: RecordReader, options: ImportOptions, findings: Findings): Head | undefined {
  const name = takeText(
    reader,
    ['tentthc', 'tenthutuc', 'tenthutuchanhchinh', 'title', 'ten', 'tieude'],
    findings,
  )
  const code = readCode(
    reader.take(['matthc', 'mathutuc', 'mathutuchanhchinh', 'masothutuc', 'ma']),
    findings,
  )
  const agencies = readNamed(
    reader.take(['coquanthuchien']),
    { code: ['madonvi', 'ma'], name: ['tendonvi', 'ten'] },
    findings,
  )
  const results = readNamed(
    reader.take(['ketquathuchien', 'ketqua']),
    { code: ['maketqua', 'ma'], name: ['tenketqua', 'ten'] },
    findings,
  )
  if (name === undefined) findings.push(buildFinding('catalogue/no-name', reader.place, {}))
  const head = {
    ...(code === undefined ? {} : { code }),
    name: name ?? '',
    field: readField(reader, options, findings),
    levels: readLevels(reader.take(['capthuchien']), findings),
    agencies: agencies.map(({ code: id, name: of }) =>
      id === undefined ? { name: of } : { code: id, name: of },
    ),
    legalBases: readLegalBases(reader.take(['cancuphaply', 'cosophaply']), findings),
    subjects: readSubjects(reader, findings),
    results: nameResults(results, findings),
  }
  return name === undefined ? undefined : head
}

type Body = Omit<Procedure, keyof Head | 'schema' | 'id' | 'sources'>

/** Reads how it is done: steps, manners with terms and fees, papers, conditions. */
function readBody(reader: RecordReader, findings: Findings): Body {
  const printed = readManners(
    reader.take(['cachthucthuchien']),
    { term: reader.take(['thoihangiaiquyet', 'thoihan']), fees: readFeeFields(reader, findings) },
    findings,
  )
  const service = readService(
    reader.take(['mucdocungcapdichvucongtructuyen', 'mucdodichvucong', 'mucdodvc', 'mucdo']),
    findings,
  )
  const dossierSets = readSets(reader.take(['soluonghoso', 'sobohoso', 'soluongboho']), findings)
  const conditions = readNamed(
    reader.take(['yeucau', 'yeucaudieukien', 'yeucaudieukienthuchien']),
    { code: [], name: ['noidung', 'ten'] },
    findings,
  )
  return {
    sequence: readSequence(reader.take(['trinhtuthuchien']), findings),
    manners: printed.manners,
    fees: joinFees(printed.fees),
    papers: readPapers(reader.take(['thanhphanhoso']), findings),
    ...(dossierSets === undefined ? {} : { dossierSets }),
    requirements: conditions.map(({ name }) => name),
    ...(service === undefined ? {} : { service }),
    digitisation: [],
    remarks: readRemarks(reader, findings),
  }
}

/** Reads one record, or says why it is none. */
export function readProcedure(
  placed: Placed,
  options: ImportOptions,
  findings: Findings,
): Procedure | undefined {
  if (!isObject(placed.value)) {
    findings.push(buildFinding('catalogue/not-a-record', placed.place, { expected: 'object' }))
    return undefined
  }
  const reader = openRecord(placed.value, placed.place, findings)
  const head = readHead(reader, options, findings)
  const body = readBody(reader, findings)
  reader.close()
  if (head === undefined) return undefined
  const id = head.code ?? `${options.idPrefix ?? ''}${buildId(head.name)}`
  return { schema: PROCEDURE_SCHEMA, id, ...head, ...body, sources: [options.source] }
}

/** Gives records of the same id different ones, in their order. */
export function separateIds(procedures: readonly Procedure[]): readonly Procedure[] {
  const seen = new Map<string, number>()
  return procedures.map((procedure) => {
    const count = (seen.get(procedure.id) ?? 0) + 1
    seen.set(procedure.id, count)
    return count === 1 ? procedure : { ...procedure, id: `${procedure.id}-${count}` }
  })
}

/** The records in an answer of the national service (`{result: [...]}`), in a list, or one alone. */
function unwrap(value: unknown): Placed {
  if (isObject(value)) {
    for (const name of ['result', 'data'])
      if (Array.isArray(value[name])) return { value: value[name], place: `$.${name}` }
  }
  return { value, place: '$' }
}

/**
 * Imports records of the national procedure database, one or many.
 *
 * Both spellings are read: the field names of the service (`TENTTHC`, `CACHTHUCTHUCHIEN` …) and the headings
 * of the public page (`Cách thức thực hiện` …). Nothing is dropped silently: every field, term, amount and
 * number of copies that was not read is a finding with its place, and so is everything that was changed.
 *
 * @param records - Parsed JSON: a record, a list, or `{result: […]}`.
 *
 * @example
 * import { importProcedures } from 'motcua/catalogue'
 * const { procedures, findings } = importProcedures(
 *   { title: 'Đăng ký thường trú', 'Cơ quan thực hiện': 'Công an Xã', 'Màu bìa': 'xanh' },
 *   { source: { title: 'ví dụ', certainty: 'unverified' }, field: 'Cư trú' },
 * )
 * procedures[0]?.agencies[0]?.name // 'Công an Xã'
 * findings[0]?.place // '$.Màu bìa'
 */
export function importProcedures(records: unknown, options: ImportOptions): ProcedureImport {
  const findings: Finding[] = []
  const procedures = listOf(unwrap(records)).flatMap(
    (placed) => readProcedure(placed, options, findings) ?? [],
  )
  return { procedures: separateIds(procedures), findings }
}

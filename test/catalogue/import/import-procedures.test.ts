import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { countFees, type ImportOptions, importProcedures, Procedure } from '../../../src/catalogue/index.ts'
import { isoDate } from '../../../src/date.ts'

const readVector = (name: string): unknown =>
  JSON.parse(readFileSync(`test/vectors/catalogue/${name}`, 'utf8'))
const page = readVector('national-2021.json')
const service = readVector('national-service.json')
const options: ImportOptions = {
  source: { title: 'test', certainty: 'unverified' },
  field: 'Lĩnh vực thử',
  idPrefix: 'thu/',
}
const codesOf = (findings: readonly { code: string }[]): string[] => findings.map(({ code }) => code)

/** One field of a record, or one member of a list. */
type Path = readonly (string | number)[]

function pathsOf(value: unknown, path: Path = []): { leaves: Path[]; objects: Path[] } {
  if (typeof value !== 'object' || value === null) return { leaves: [path], objects: [] }
  const inner = Object.entries(value).map(([key, member]) =>
    pathsOf(member, [...path, Array.isArray(value) ? Number(key) : key]),
  )
  return {
    leaves: inner.flatMap(({ leaves }) => leaves),
    objects: [...(Array.isArray(value) ? [] : [path]), ...inner.flatMap(({ objects }) => objects)],
  }
}

function replaceAt(value: unknown, [key, ...rest]: Path, member: unknown): unknown {
  if (key === undefined) return member
  if (Array.isArray(value))
    return value.map((old, index) => (index === key ? replaceAt(old, rest, member) : old))
  const record = value as Record<string, unknown>
  return { ...record, [key]: replaceAt(record[key], rest, member) }
}

const placeOf = (path: Path): string =>
  `$${path.map((key) => (typeof key === 'number' ? `[${key}]` : `.${key}`)).join('')}`

describe('what it gives', () => {
  it('reads the public page of 2021: channels, terms, fees, copies, forms', () => {
    const { procedures } = importProcedures(page, options)
    expect(procedures.map(({ id }) => id)).toEqual([
      'thu/dang-ky-thuong-tru',
      'thu/cap-giay-phep-lam-viec-trong-ky-nghi-cho-cong-dan-niu-di-lan',
      'thu/thu-tuc-cap-chung-chi-hanh-nghe-dich-vu-dai-dien-so-huu-cong-nghiep',
      'thu/tiep-tuc-huong-tro-cap-that-nghiep',
    ])
    const [residence, , agent, benefit] = procedures
    expect(
      residence?.manners.map(({ channel, terms }) => [channel, terms[0]?.text, terms[0]?.reading]),
    ).toEqual([
      ['direct', '07 Ngày làm việc', { kind: 'working-days', amount: 7 }],
      ['online', '07 Ngày làm việc', { kind: 'working-days', amount: 7 }],
    ])
    expect(residence?.papers[0]?.papers[0]).toEqual({
      code: 'TP01',
      name: '- Tờ khai thay đổi thông tin cư trú (Mẫu CT01 ban hành kèm theo Thông tư số 56/2021/TT-BCA);',
      originals: 1,
      certifiedCopies: 0,
      photocopies: 0,
      required: true,
      templateUrl: 'https://csdl.dichvucong.gov.vn/web/jsp/download_file.jsp?ma=3fd96e2f8a19e97c',
    })
    expect(residence?.papers[0]?.papers[1]?.templateUrl).toBeUndefined()
    expect(agent?.fees.map((item) => [item.code, item.rates.length])).toEqual([
      ['PHI', 1],
      ['LEPHI', 3],
    ])
    expect(agent?.fees[1]?.rates[2]).toEqual({ amount: { kind: 'fixed', amountVnd: 200_000 }, case: 'mức 3' })
    expect(benefit?.manners[0]?.terms[0]?.reading).toEqual({ kind: 'none' })
  })
  it('reads the field names of the national service', () => {
    const { procedures, findings } = importProcedures(service, options)
    expect(findings).toEqual([])
    expect(procedures).toMatchObject([
      {
        id: '1.001193',
        code: '1.001193',
        field: { code: 'G15-HT01', name: 'Hộ tịch' },
        agencies: [{ code: '000.00.31.H26', name: 'UBND cấp xã' }],
        legalBases: [{ number: '60/2014/QH13', title: 'Luật Hộ tịch' }],
        sequence: [{ case: 'Tại quầy', steps: ['Bước 1: nộp hồ sơ', 'Bước 2: nhận kết quả'] }],
        manners: [
          { channel: 'direct', terms: [{ reading: { kind: 'working-days', amount: 3 } }] },
          { channel: 'online', terms: [{ reading: { kind: 'working-days', amount: 2 } }] },
        ],
        results: [{ code: 'KQ.G15.000001', name: 'Giấy khai sinh' }],
        subjects: [{ kind: 'citizen', text: 'Công dân Việt Nam' }, { text: 'Cha, mẹ hoặc người thân thích' }],
      },
    ])
    expect(procedures[0]?.papers[0]?.papers.map(({ code, required }) => [code, required])).toEqual([
      ['000.00.00.G15-KQ000001', true],
      ['TP01', false],
    ])
    const [procedure] = procedures
    const situation = { on: isoDate('2026-01-05'), case: 'Lệ phí bản sao', copies: 2 } as const
    expect(procedure && countFees(procedure, { ...situation, channel: 'direct' }).totalVnd).toBe(16_000)
    expect(procedure && countFees(procedure, { ...situation, channel: 'online' }).totalVnd).toBe(0)
  })
  it('says what it changed and what a person must read, with the place', () => {
    const { findings } = importProcedures(page, options)
    expect(findings).toContainEqual(
      expect.objectContaining({
        code: 'catalogue/unread-fee',
        place: '$[0].Cách thức thực hiện[0].Phí, lệ phí',
        facts: { text: 'Phí: Đồng' },
      }),
    )
    expect(codesOf(findings)).toContain('catalogue/markup-removed')
    expect(codesOf(findings)).toContain('catalogue/fee-cases-unnamed')
    expect(codesOf(findings)).toContain('catalogue/detail-not-included')
  })
  it('keeps headings without a field of their own word for word', () => {
    const record = { title: 'X', 'Số quyết định': '1234/QĐ-BTP', 'Từ khóa': 'khai sinh' }
    const { procedures, findings } = importProcedures(record, options)
    expect(procedures[0]?.remarks).toEqual([
      { name: 'Số quyết định', text: '1234/QĐ-BTP' },
      { name: 'Từ khóa', text: 'khai sinh' },
    ])
    expect(codesOf(findings)).toEqual(['catalogue/kept-as-remark', 'catalogue/kept-as-remark'])
  })
  it('reads levels and the online service, old and new', () => {
    const read = (level: string) =>
      importProcedures({ title: 'X', 'Mức độ': level, 'Cấp thực hiện': 'Cấp Tỉnh, Cấp Xã' }, options)
        .procedures[0]
    expect(read('Toàn trình')?.service).toEqual({ level: 'full' })
    expect(read('Mức độ 3')?.service).toEqual({ level: 'partial' })
    expect(read('Còn lại')?.service).toEqual({ level: 'none' })
    expect(read('Toàn trình')?.levels).toEqual(['province', 'commune'])
  })
})

describe('what it refuses', () => {
  it('says that a record has no name, or is none', () => {
    expect(importProcedures({ 'Cơ quan thực hiện': 'UBND' }, { ...options })).toMatchObject({
      procedures: [],
      findings: [{ code: 'catalogue/no-name', place: '$' }],
    })
    expect(codesOf(importProcedures(['x', 3], options).findings)).toEqual([
      'catalogue/not-a-record',
      'catalogue/not-a-record',
    ])
  })
  it('says a code that is none and goes on without it', () => {
    const { procedures, findings } = importProcedures({ title: 'X', 'Mã thủ tục': '9.1' }, options)
    expect(procedures[0]).toMatchObject({ id: 'thu/x' })
    expect(findings).toMatchObject([{ code: 'catalogue/unread-code', place: '$.Mã thủ tục' }])
  })
  it('says when no field of work is printed or given', () => {
    const { findings } = importProcedures({ title: 'X' }, { source: options.source })
    expect(findings).toMatchObject([{ code: 'catalogue/part-missing', facts: { part: 'field' } }])
  })
})

describe('edges', () => {
  it('reads the amounts that pages print', () => {
    const read = (text: string): unknown =>
      importProcedures(
        { title: 'X', 'Cách thức thực hiện': [{ 'Hình thức nộp': 'Trực tiếp', 'Phí, lệ phí': text }] },
        options,
      ).procedures[0]?.fees.map(({ class: of, rates }) => [of, rates[0]?.amount])
    expect(read('Lệ phí: 8.000 đồng/bản')).toEqual([
      ['charge', { kind: 'fixed', amountVnd: 8000, per: 'copy' }],
    ])
    expect(read('Phí: Không Đồng')).toEqual([['fee', { kind: 'fixed', amountVnd: 0 }]])
    expect(read('Miễn phí')).toEqual([['fee', { kind: 'fixed', amountVnd: 0 }]])
    expect(read('Phí: 1,250,000 VNĐ')).toEqual([['fee', { kind: 'fixed', amountVnd: 1_250_000 }]])
    expect(read('Phí: theo HĐND tỉnh')).toEqual([['fee', { kind: 'unread', text: 'theo HĐND tỉnh' }]])
    expect(read('Phí: 12.5 Đồng')).toEqual([['fee', { kind: 'unread', text: '12.5 Đồng' }]])
  })
  it('keeps a channel on a rate only where the channels cost differently', () => {
    const manner = (channel: string, fee: string): object => ({
      'Hình thức nộp': channel,
      'Phí, lệ phí': fee,
    })
    const ratesOf = (...manners: object[]) =>
      importProcedures({ title: 'X', 'Cách thức thực hiện': manners }, options).procedures[0]?.fees[0]?.rates
    expect(ratesOf(manner('Trực tiếp', 'Phí: 10'), manner('Trực tuyến', 'Phí: 10'))).toEqual([
      { amount: { kind: 'fixed', amountVnd: 10 } },
    ])
    expect(ratesOf(manner('Trực tiếp', 'Phí: 10'), manner('Trực tuyến', 'Phí: 5'))).toEqual([
      { amount: { kind: 'fixed', amountVnd: 10 }, channel: 'direct' },
      { amount: { kind: 'fixed', amountVnd: 5 }, channel: 'online' },
    ])
  })
  it('gives two records of one name different ids', () => {
    const { procedures } = importProcedures([{ title: 'X' }, { title: 'X' }], options)
    expect(procedures.map(({ id }) => id)).toEqual(['thu/x', 'thu/x-2'])
  })
  it('never throws and gives only records of the schema, whatever comes', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const { procedures } = importProcedures(
          [{ title: 'X', 'Cách thức thực hiện': value, KQ: value }, value],
          options,
        )
        for (const procedure of procedures) expect(Procedure.safeParse(procedure).error).toBeUndefined()
      }),
    )
  })
})

describe('what it must not touch', () => {
  const records = [
    ...(page as unknown[]).slice(0, 1),
    ...(page as unknown[]).slice(2),
    (service as { result: unknown[] }).result[0],
  ]
  const strange = ['Nội dung lạ zzz', 98_761_234, { zzz: 'zzz' }, ['zzz', { a: 'zzz' }]]

  it('drops no value silently: it is in the record, or in a finding with its place', () => {
    for (const record of records) {
      for (const path of pathsOf(record).leaves) {
        for (const value of strange) {
          const { procedures, findings } = importProcedures(replaceAt(record, path, value), options)
          const isKept = /zzz|98761234/.test(JSON.stringify(procedures))
          const isSaid = findings.some(({ place }) => place.startsWith(placeOf(path)))
          expect(isKept || isSaid, `${placeOf(path)} ${JSON.stringify(value)}`).toBe(true)
        }
      }
    }
  })
  it('drops no field silently, at any depth', () => {
    for (const record of records) {
      for (const path of pathsOf(record).objects) {
        const { findings } = importProcedures(replaceAt(record, [...path, 'Mục lạ'], 'zzz'), options)
        expect(findings.map(({ place }) => place)).toContain(placeOf([...path, 'Mục lạ']))
      }
    }
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseCsv } from '../../../src/catalogue/import/parse-csv.ts'
import {
  checkProcedure,
  findProcedure,
  importProcedureCsv,
  readStepTable,
} from '../../../src/catalogue/index.ts'

const options = { source: { title: 'test', certainty: 'unverified' }, field: 'Lĩnh vực thử' } as const
const codesOf = (findings: readonly { code: string }[]): string[] => findings.map(({ code }) => code)

const csv = `\uFEFFMã thủ tục;Tên thủ tục;Lĩnh vực;Cơ quan thực hiện;Cách thức thực hiện;Thời hạn giải quyết;Phí;Lệ phí;Thành phần hồ sơ;Số lượng hồ sơ\r
2.000908;"Cấp bản sao ""từ sổ gốc""";Chứng thực;UBND xã;"Trực tiếp
Trực tuyến";03 ngày làm việc;;8.000 đồng/bản;"Tờ khai
Giấy tờ tùy thân (nếu có)";01 bộ\r
1.001193;Đăng ký khai sinh;Hộ tịch;UBND xã;Trực tiếp;30;;Không;;1\r
`

describe('what it gives', () => {
  it('reads a table as spreadsheets write it: byte-order mark, semicolons, quotes, several lines in a cell', () => {
    const { procedures, findings } = importProcedureCsv(csv, options)
    expect(procedures[0]).toMatchObject({
      code: '2.000908',
      name: 'Cấp bản sao "từ sổ gốc"',
      field: { name: 'Chứng thực' },
      manners: [
        { channel: 'direct', terms: [{ reading: { kind: 'working-days', amount: 3 } }] },
        { channel: 'online', terms: [{ reading: { kind: 'working-days', amount: 3 } }] },
      ],
      fees: [{ class: 'charge', rates: [{ amount: { kind: 'fixed', amountVnd: 8000, per: 'copy' } }] }],
      papers: [{ papers: [{ name: 'Tờ khai' }, { name: 'Giấy tờ tùy thân (nếu có)', required: false }] }],
      dossierSets: 1,
    })
    expect(findings.filter(({ code }) => code === 'catalogue/unread-term')).toMatchObject([
      { place: 'line 5.Thời hạn giải quyết', facts: { reason: 'no-unit' } },
    ])
  })
  it('reads the step table of an ISO sheet, and the check finds what does not add up', () => {
    const { process, findings } = readStepTable(
      'TT,Trình tự,Trách nhiệm,Thời gian,Biểu mẫu/Kết quả\nB1,Tiếp nhận,Một cửa,"0,5 ngày",BM01\nB2,Thẩm định,Phòng,2 ngày,\nB3,Trả kết quả,Một cửa,4 giờ,',
      '02 ngày',
    )
    expect(findings).toEqual([])
    expect(process?.steps).toEqual([
      { number: 'B1', task: 'Tiếp nhận', responsible: 'Một cửa', amount: 0.5, unit: 'ngày', forms: ['BM01'] },
      { number: 'B2', task: 'Thẩm định', responsible: 'Phòng', amount: 2, unit: 'ngày' },
      { number: 'B3', task: 'Trả kết quả', responsible: 'Một cửa', amount: 4, unit: 'giờ' },
    ])
    if (process === undefined) throw new Error('the table was not read')
    const over = checkProcedure({ ...findProcedure('2.000908'), process })
    expect(over).toContainEqual(
      expect.objectContaining({
        code: 'catalogue/steps-over-term',
        facts: { steps: 3, term: 2, unit: 'ngày' },
      }),
    )
  })
})

describe('what it refuses', () => {
  it('says unread columns, cells without a column and an unclosed quote, with the line', () => {
    const { findings } = importProcedureCsv('Tên thủ tục,Màu,Màu\nA,xanh,đỏ,dư\nB,,', options)
    expect(findings.map(({ code, place }) => `${code} ${place}`)).toEqual([
      'catalogue/csv-cells line 2',
      'catalogue/unread-field line 1, column 3',
      'catalogue/unread-field line 2.Màu',
      'catalogue/unread-field line 2.column 4',
    ])
    expect(codesOf(importProcedureCsv('Tên thủ tục\n"A', options).findings)).toEqual(['catalogue/csv-quote'])
    expect(codesOf(importProcedureCsv('', options).findings)).toEqual(['catalogue/csv-empty'])
  })
  it('says a time in words and a note that has no place', () => {
    const { findings } = readStepTable(
      'Bước,Nội dung công việc,Thời gian,Diễn giải,Lạ\n1,Nộp,Giờ hành chính,Ghi chú,x',
    )
    expect(codesOf(findings)).toEqual([
      'catalogue/unread-field',
      'catalogue/unread-field',
      'catalogue/unread-term',
    ])
    expect(codesOf(readStepTable('A,B\n1,2').findings)).toContain('catalogue/not-a-record')
  })
})

describe('edges', () => {
  it('reads back whatever cells were written, with the line on which each row begins', () => {
    const cell = fc.stringMatching(/^[a-zà-ỹ0-9 ,;"\n\t]{0,12}$/u)
    fc.assert(
      fc.property(
        fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 6 }),
        (rows) => {
          const filled = [['a', 'b'], ...rows.filter((row) => row.some((text) => text.trim() !== ''))]
          const text = filled
            .map((row) => row.map((one) => `"${one.replaceAll('"', '""')}"`).join(','))
            .join('\r\n')
          const findings: never[] = []
          const read = parseCsv(text, findings)
          expect(read.map(({ cells }) => cells)).toEqual(filled)
          const lines = text.replaceAll('\r\n', '\n').split('\n')
          for (const { line } of read) expect(lines[line - 1]).toMatch(/^"/)
          expect(read.at(-1)?.line).toBeLessThanOrEqual(lines.length)
        },
      ),
    )
  })
})

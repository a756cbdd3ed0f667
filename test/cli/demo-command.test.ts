import { beforeAll, describe, expect, it } from 'vitest'
import { commandTable } from '../../src/cli/command-table.ts'
import { runCommandLine } from '../../src/cli/dispatch.ts'
import { verifyHistory } from '../../src/dossier/history/index.ts'
import { openPdf } from '../../src/pdf/index.ts'
import { listSignatures } from '../../src/signature/index.ts'
import { buildFakeCli } from '../kit/fake-cli.ts'

describe('what it gives', () => {
  const cli = buildFakeCli()
  let exitCode: number
  beforeAll(async () => {
    exitCode = await runCommandLine(['demo', '--lang', 'vi'], { table: commandTable, io: cli.io })
  })

  it('plays seven acts, with nothing but what was meant to be refused', () => {
    expect(exitCode).toBe(0)
    expect(cli.said().out.match(/^\d\. /gm)?.length).toBe(7)
    const refused = cli
      .said()
      .out.split('\n')
      .filter((line) => line.includes('✗'))
    expect(refused.map((line) => line.replace(/^.*✗ /, ''))).toEqual([
      expect.stringContaining('một hồ sơ khác bị trả lại'),
      'Người nộp: thử tự hoàn thành bước thẩm định',
      'kiểm tra một bản bị sửa một byte',
    ])
  })
  it('warns of the late step, keeps the chain whole and gives the case back', () => {
    expect(cli.said().out).toContain('cảnh báo step-overdue ở bước appraise')
    expect(cli.said().out).toContain('chuỗi băm toàn vẹn')
    expect(cli.said().out).toContain('khôi phục từ sự kiện: giống hệt')
  })
  it('writes five files: two slips, a result with two signatures, the timeline and the diagram', () => {
    expect([...cli.files.keys()].sort()).toEqual(
      ['form01.pdf', 'form02.pdf', 'process.mmd', 'result-signed.pdf', 'timeline.json'].map(
        (name) => `out/${name}`,
      ),
    )
    const signed = cli.files.get('out/result-signed.pdf') ?? new Uint8Array()
    expect(listSignatures(openPdf(signed)).length).toBe(2)
    const { events } = JSON.parse(new TextDecoder().decode(cli.files.get('out/timeline.json')))
    expect(verifyHistory(events)).toEqual([])
    expect(new TextDecoder().decode(cli.files.get('out/process.mmd'))).toMatch(/^flowchart/)
  })
  it('says in the report what happened: one dossier, settled', () => {
    expect(cli.said().out).toMatch(/Chứng thực: \(3\) 1 .* \(7\) 1 /)
  })
})

describe('what it refuses', () => {
  it('ends a wrong call with exit code 2 and says which option is unknown', async () => {
    const cli = buildFakeCli()
    expect(await runCommandLine(['demo', '--fast'], { table: commandTable, io: cli.io })).toBe(2)
    expect(cli.said().err).toContain('--fast')
    expect(cli.files.size).toBe(0)
  })
})

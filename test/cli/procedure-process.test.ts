import { describe, expect, it } from 'vitest'
import { procedures } from '../../src/catalogue/index.ts'
import { command } from '../../src/cli/procedure-command.ts'
import { registerCopies } from '../../src/procedure/index.ts'
import { buildFakeCli } from '../kit/fake-cli.ts'

const table =
  'TT,Trình tự,Trách nhiệm,Thời gian,Biểu mẫu/Kết quả\n1,Tiếp nhận,Bộ phận Một cửa,1 ngày,\n2,Thẩm định,Công chức,3 ngày,\n3,Ký duyệt,Lãnh đạo,1 ngày,\n'
const files = {
  'copies.json': JSON.stringify(registerCopies.definition),
  'broken.json': JSON.stringify({ ...registerCopies.definition, steps: [] }),
  'table.csv': table,
  'record.json': JSON.stringify(procedures.find(({ id }) => id === 'TTHC-TINH-04')),
  'nothing.json': '{"schema"',
}

async function call(...args: readonly string[]) {
  const fake = buildFakeCli({ files })
  const exitCode = await command.run(args, fake.io)
  return { exitCode, ...fake.said() }
}

describe('what it gives', () => {
  it('lints a definition and a table, and fails on errors only', async () => {
    expect(await call('lint', 'copies.json')).toEqual({ exitCode: 0, out: '', err: '' })
    const fine = await call('lint', 'table.csv', '--term', '5 ngày', '--json')
    expect(fine.exitCode).toBe(0)
    expect(JSON.parse(fine.out).findings[0]).toMatchObject({ severity: 'info', message: expect.any(String) })
    const over = await call('lint', 'table.csv', '--term', '4 ngày', '--lang', 'en')
    expect(over).toMatchObject({
      exitCode: 1,
      out: expect.stringContaining('error procedure/over-term term'),
    })
  })
  it('lints and shows a record as `procedure import` writes it', async () => {
    const { exitCode, out } = await call('lint', 'record.json', '--lang', 'en')
    expect(exitCode).toBe(1)
    expect(out.split('\n').filter((line) => line.startsWith('error'))).toEqual([
      expect.stringContaining('error procedure/over-term'),
    ])
    expect((await call('show', 'record.json', '--as', 'sheet-html')).out).toContain('<!doctype html>')
  })
  it('finds one built-in record over its term and two under it, each said once', async () => {
    const found: string[] = []
    for (const record of procedures.filter(({ process }) => process !== undefined)) {
      const fake = buildFakeCli({ files: { 'record.json': JSON.stringify(record) } })
      const exitCode = await command.run(['lint', 'record.json', '--json'], fake.io)
      const { findings } = JSON.parse(fake.said().out)
      const told: readonly { readonly severity: string; readonly code: string }[] = findings
      const isTold = ({ severity, code }: { readonly severity: string; readonly code: string }) =>
        severity === 'error' || /-term$/.test(code.replace('step-without-term', ''))
      found.push(...told.filter(isTold).map(({ severity, code }) => `${record.id} ${severity} ${code}`))
      expect(exitCode).toBe(record.id === 'TTHC-TINH-04' ? 1 : 0)
    }
    expect(found).toEqual([
      'TTHC-TINH-02 info procedure/under-term',
      'TTHC-TINH-04 error procedure/over-term',
      'TTHC-TINH-08 info procedure/under-term',
    ])
  })
  it.each([
    ['mermaid', 'flowchart TD'],
    ['svg', '<svg'],
    ['sheet', '# Cấp bản sao'],
    ['listing', '# 2.000908'],
    ['chart', '"type": "parallel"'],
    ['bpmn', '<bpmn:definitions'],
  ])('shows a process as %s, by its code and from a file', async (kind, start) => {
    for (const word of ['2.000908', 'copies.json']) {
      expect(await call('show', word, '--as', kind)).toMatchObject({
        exitCode: 0,
        out: expect.stringContaining(start),
      })
    }
  })
  it('shows a built-in published process by its id', async () => {
    expect((await call('show', 'TTHC-TINH-01', '--as', 'mermaid')).out).toContain('Thẩm định hồ sơ')
  })
  it('counts and lists paths', async () => {
    const count = Number((await call('paths', 'copies.json', '--count')).out)
    expect(count).toBeGreaterThan(20)
    expect(JSON.parse((await call('paths', 'copies.json', '--json')).out).paths).toHaveLength(count)
  })
})

describe('what it refuses', () => {
  it('a built-in record that prints no process, by its name', async () => {
    const id = procedures.find(({ process }) => process === undefined)?.id ?? ''
    expect(await call('show', id, '--as', 'svg', '--lang', 'en')).toEqual({
      exitCode: 1,
      out: '',
      err: `error procedure/not-a-process ${id}: the record prints no internal process\n`,
    })
  })
  it('refuses a call without a way to show, and a file that is no process', async () => {
    expect(await call('show', 'copies.json')).toMatchObject({ exitCode: 2, out: '' })
    expect(await call('lint', 'nothing.json')).toMatchObject({
      exitCode: 1,
      out: expect.stringContaining('not-a-process'),
    })
    expect((await call('lint', 'broken.json')).out).toContain('procedure/invalid-field steps')
  })
})

describe('conformance', () => {
  const log =
    'case:concept:name,concept:name,time:timestamp\na,receive,2026-09-03T07:00\na,approve,2026-09-03T08:00\n'
  it('compares a log with a process and fails where a step was skipped', async () => {
    const fake = buildFakeCli({ files: { ...files, 'log.csv': log } })
    expect(
      await command.run(['conform', 'log.csv', '--process', 'copies.json', '--lang', 'en'], fake.io),
    ).toBe(1)
    expect(fake.said().out).toContain('step-skipped a appraise')
    expect(await command.run(['conform', 'log.csv'], fake.io)).toBe(2)
  })
})

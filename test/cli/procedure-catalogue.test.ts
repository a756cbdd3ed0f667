import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { Procedure } from '../../src/catalogue/index.ts'
import { runProcedureImport, runProcedureList } from '../../src/cli/procedure-catalogue.ts'
import { buildFakeCli } from '../kit/fake-cli.ts'

const records = readFileSync('test/vectors/catalogue/national-2021.json', 'utf8')

async function importing(file: string, ...args: readonly string[]) {
  const fake = buildFakeCli({ files: { 'in.json': file } })
  const exitCode = await runProcedureImport(['in.json', ...args], fake.io)
  return { exitCode, files: fake.files, ...fake.said() }
}

async function listing(...args: readonly string[]) {
  const fake = buildFakeCli()
  const exitCode = await runProcedureList(args, fake.io)
  return { exitCode, ...fake.said() }
}

describe('what it gives', () => {
  it('writes one file for each record and says what was not read', async () => {
    const { exitCode, files, out, err } = await importing(records, '--out', 'dir', '--field', 'Thử')
    expect(exitCode).toBe(0)
    const written = [...files.keys()].filter((name) => name.startsWith('dir/'))
    expect(written).toHaveLength(4)
    for (const name of written)
      expect(Procedure.safeParse(JSON.parse(new TextDecoder().decode(files.get(name)))).success).toBe(true)
    expect(out).toContain(
      '[warning] $[0].Cách thức thực hiện[0].Phí, lệ phí: mức thu không đọc được: "Phí: Đồng"',
    )
    expect(err).toContain('4 thủ tục đã đọc')
  })
  it('gives the findings as JSON in one language', async () => {
    const { out } = await importing(records, '--out', 'dir', '--json', '--lang', 'en')
    const { files, findings } = JSON.parse(out)
    expect(files).toHaveLength(4)
    expect(findings).toContainEqual(
      expect.objectContaining({ code: 'catalogue/unread-fee', message: 'the fee was not read: "Phí: Đồng"' }),
    )
  })
  it('imports CSV', async () => {
    const { exitCode, files } = await importing(
      'Mã thủ tục,Tên thủ tục\n2.000908,Cấp bản sao',
      '--out',
      'dir',
    )
    expect(exitCode).toBe(0)
    expect(files.has('dir/2.000908.json')).toBe(true)
  })
  it('lists the built-in procedures, by field or group, and by what a source shows', async () => {
    expect((await listing()).out).toContain('2.000908')
    expect((await listing('--field', 'justice')).out).not.toContain('TTHC-TINH-01')
    expect((await listing('--field', 'dat dai')).out).toContain('TTHC-TINH-01')
    const rows = JSON.parse((await listing('--on', '2021-12-31', '--json')).out)
    expect(rows.length).toBeGreaterThan(44)
    expect(rows.map(({ id }: { id: string }) => id)).not.toContain('2.000908')
  })
})

describe('what it refuses', () => {
  it('exits with 1 for a file that is no record, and 2 for a wrong call', async () => {
    expect(await importing('[3]', '--out', 'dir')).toMatchObject({ exitCode: 1 })
    expect(await importing('[{', '--out', 'dir')).toMatchObject({ exitCode: 1 })
    expect(await importing(records)).toMatchObject({ exitCode: 2, out: '' })
    expect(await listing('--on', '1/7/2025')).toMatchObject({ exitCode: 2, out: '' })
  })
})

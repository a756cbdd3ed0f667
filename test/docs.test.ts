import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import ts from 'typescript'
import { afterAll, describe, expect, it, vi } from 'vitest'
import { type DocExample, readCommentExamples, readPageExamples, withChecks } from './kit/doc-examples.ts'

const root = resolve(import.meta.dirname, '..')
const folder = join(root, 'out/doc-examples')
const examples: (DocExample & { path: string })[] = [
  ...readPageExamples(root),
  ...readCommentExamples(root),
].map((example, index) => ({
  ...example,
  path: join(folder, `example-${String(index).padStart(4, '0')}.ts`),
}))

rmSync(folder, { recursive: true, force: true })
mkdirSync(folder, { recursive: true })
for (const example of examples) writeFileSync(example.path, withChecks(example))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('what pages and doc comments show', () => {
  it('compiles', { timeout: 120_000 }, () => {
    const { config } = ts.readConfigFile(join(root, 'tsconfig.json'), ts.sys.readFile)
    const { options } = ts.parseJsonConfigFileContent(config, ts.sys, root)
    const program = ts.createProgram(
      examples.map(({ path }) => path),
      options,
    )
    const complaints = ts.getPreEmitDiagnostics(program).map((diagnostic) => {
      const example = examples.find(({ path }) => path === diagnostic.file?.fileName)
      return `${example?.place ?? diagnostic.file?.fileName}: ${ts.flattenDiagnosticMessageText(diagnostic.messageText, ' ')}`
    })
    expect(complaints).toEqual([])
  })
  it.each(examples)('runs and gives what it says: $place', { timeout: 60_000 }, async ({ path }) => {
    vi.spyOn(console, 'log').mockImplementation(() => {})
    vi.stubGlobal('__sees', (seen: unknown, said: unknown) => expect(seen).toEqual(said))
    vi.stubGlobal('__prints', (parts: readonly unknown[], remark: string) => {
      const printed = parts.map((part) => (typeof part === 'string' ? part : JSON.stringify(part))).join(' ')
      expect(remark.slice(0, printed.length)).toBe(printed)
    })
    await import(/* @vite-ignore */ path)
    vi.restoreAllMocks()
  })
})

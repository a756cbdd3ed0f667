import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { command } from '../../src/cli/dossier-command.ts'
import { buildRangeJudge, judgeRanges, type ToldVerdict } from '../../src/cli/judge-range.ts'
import { judgeNdjson } from '../../src/dossier/index.ts'
import { broken, smallDossier } from '../kit/dossiers.ts'
import { buildFakeCli } from '../kit/fake-cli.ts'

const valid = JSON.stringify(smallDossier)
const invalid = JSON.stringify(broken(['sets'], 0))
const aLine = fc.constantFrom(valid, invalid, '', '  ', '{"sets": ', '{}', 'đ', '1', '\r')
const aFile = fc
  .tuple(fc.array(aLine, { maxLength: 12 }), fc.boolean())
  .map(([lines, ends]) => lines.join('\n') + (ends ? '\n' : ''))

/** What is told of a verdict, without the dossier. */
const told = ({ line, offsetBytes, verdict, changes }: ToldVerdict) => ({
  line,
  offsetBytes,
  changes,
  verdict: verdict.ok ? { ok: true } : verdict,
})

async function collect(lists: AsyncIterable<ToldVerdict | Iterable<ToldVerdict>>) {
  const all: ReturnType<typeof told>[] = []
  for await (const list of lists) for (const judged of 'line' in list ? [list] : list) all.push(told(judged))
  return all
}

async function judgeInRanges(text: string, cut: { rangeBytes: number; threads: number }) {
  const { io } = buildFakeCli({ files: { f: text } })
  const helpers = Array.from({ length: cut.threads }, io.startHelper)
  const request = { path: 'f', language: 'en', procedure: undefined, normalise: true } as const
  const length = new TextEncoder().encode(text).length
  return collect(judgeRanges({ ...request, length, rangeBytes: cut.rangeBytes }, helpers))
}

describe('what it gives', () => {
  it('gives the verdicts, lines and offsets of one thread, wherever the file is cut', async () => {
    const property = fc.asyncProperty(
      aFile,
      fc.integer({ min: 1, max: 700 }),
      fc.integer({ min: 1, max: 3 }),
      async (text, rangeBytes, threads) => {
        const whole = judgeNdjson([new TextEncoder().encode(text)], { language: 'en', normalise: true })
        expect(await judgeInRanges(text, { rangeBytes, threads })).toEqual(await collect(whole))
      },
    )
    await fc.assert(property, { numRuns: 200 })
  })
  it('prints the same with one thread and with three', async () => {
    const files = { f: `${valid}\n\n${invalid}\n{"sets": \n${valid}` }
    const printed = []
    for (const threads of ['1', '3']) {
      const { io, said } = buildFakeCli({ files })
      const exitCode = await command.run(['validate', 'f', '--ndjson', '--threads', threads, '--json'], io)
      printed.push({ exitCode, ...said() })
    }
    expect(printed[1]).toEqual(printed[0])
    expect(printed[0]?.exitCode).toBe(1)
  })
  it('judges by a procedure of the catalogue', async () => {
    const files = { f: `${valid}\n${invalid}\n` }
    const printed = []
    for (const threads of ['1', '2']) {
      const { io, said } = buildFakeCli({ files })
      const words = ['validate', 'f', '--ndjson', '--threads', threads, '--procedure', '2.000908', '--json']
      printed.push([await command.run(words, io), said()])
    }
    expect(printed[1]).toEqual(printed[0])
  })
})

describe('what it refuses', () => {
  it('refuses a number of threads that is none', async () => {
    for (const threads of ['0', '-1', 'two', '65']) {
      const { io, said } = buildFakeCli({ files: { f: valid } })
      expect(await command.run(['validate', 'f', '--ndjson', `--threads=${threads}`], io)).toBe(2)
      expect(said().err).toContain('--threads')
    }
  })
  it('passes on what a helper fails with', async () => {
    const failing = { ask: () => Promise.reject(new Error('gone')), close: () => undefined }
    const request = { path: 'f', language: 'en', procedure: undefined, normalise: false } as const
    await expect(collect(judgeRanges({ ...request, length: 10 }, [failing]))).rejects.toThrow('gone')
  })
})

describe('what it must not touch', () => {
  it('asks each helper for no more than two ranges while the first verdict is not taken', async () => {
    const { io } = buildFakeCli({ files: { f: `${valid}\n`.repeat(40) } })
    const judge = buildRangeJudge(io.openFile)
    let asked = 0
    const helper = {
      ask: (request: Parameters<typeof judge>[0]) => {
        asked += 1
        return judge(request)
      },
      close: () => undefined,
    }
    const request = { path: 'f', language: 'en', procedure: undefined, normalise: false } as const
    const length = io.measureFile('f') ?? 0
    const verdicts = judgeRanges({ ...request, length, rangeBytes: 2000 }, [helper, helper])
    await verdicts.next()
    expect(asked).toBeLessThanOrEqual(5)
    await verdicts.return(undefined)
  })
})

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type BuiltCli, buildCli } from '../kit/built-cli.ts'
import { streamDossiers } from '../soak/dossier-stream.ts'

let cli: BuiltCli
beforeAll(async () => {
  cli = await buildCli()
}, 60_000)
afterAll(() => cli.remove())

describe('what it gives', () => {
  it('judges a file by one thread, by two, and for a slow reader alike, in bounded memory', async () => {
    const runs = await streamDossiers(cli.program, 4000)
    for (const { name, exitCode, summary, outBytes, peakMegabytes } of runs) {
      expect([name, exitCode, summary]).toEqual([name, 1, '4000 dossiers: 3960 valid, 40 not valid'])
      expect([name, outBytes]).toEqual([name, runs[0]?.outBytes])
      expect(peakMegabytes, name).toBeGreaterThan(0)
      expect(peakMegabytes, name).toBeLessThan(400)
    }
  }, 60_000)
})

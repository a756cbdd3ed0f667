import { once } from 'node:events'
import { createWriteStream, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { broken, fullDossier } from '../kit/dossiers.ts'
import { type MeasuredRun, runMeasured } from '../kit/measured-process.ts'

const LINES = 1_000_000

/** One run of `motcua dossier validate FILE --ndjson`. */
export interface StreamRun extends MeasuredRun {
  readonly name: string
  /** The summary that it gave. */
  readonly summary: string
}

/** Writes dossiers of which one of a hundred is not valid, and one of a thousand no JSON. */
async function writeLines(file: string, lines: number): Promise<void> {
  const out = createWriteStream(file)
  const [valid, invalid] = [JSON.stringify(fullDossier), JSON.stringify(broken(['sets'], 0))]
  for (let line = 1; line <= lines; line += 1) {
    const text = line % 1000 === 0 ? '{"sets": ' : line % 100 === 0 ? invalid : valid
    if (!out.write(`${text}\n`)) await once(out, 'drain')
  }
  out.end()
  await once(out, 'finish')
}

/** Runs the program over a file of so many lines: by one thread, by two, and with a reader that is slow. */
export async function streamDossiers(program: string, lines: number): Promise<readonly StreamRun[]> {
  const folder = mkdtempSync(join(tmpdir(), 'motcua-soak-'))
  const file = join(folder, 'dossiers.ndjson')
  const run = async (name: string, words: readonly string[], restMs = 0): Promise<StreamRun> => {
    const args = [program, 'dossier', 'validate', file, '--ndjson', '--json', '--lang', 'en', ...words]
    const measured = await runMeasured(args, { restMs })
    const [summary = ''] = measured.err.match(/\d+ dossiers: .*/) ?? []
    return { ...measured, name, summary }
  }
  try {
    await writeLines(file, lines)
    return [
      await run('1 thread', ['--threads', '1']),
      await run('2 threads', ['--threads', '2']),
      await run('1 thread, slow reader', ['--threads', '1'], 20),
      await run('2 threads, slow reader', ['--threads', '2'], 20),
    ]
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** Judges a million dossiers from a file by the built program; memory must stay bounded, also when nobody reads. */
export async function run(): Promise<void> {
  const program = resolve('dist/cli/main.js')
  if (!existsSync(program)) throw new Error('build the package first: npm run build')
  const length = JSON.stringify(fullDossier).length
  console.log(`${LINES} lines of ${length} characters, 1 % not valid or no JSON`)
  for (const { name, wallMs, peakMegabytes, outBytes, summary } of await streamDossiers(program, LINES)) {
    const seconds = (wallMs / 1000).toFixed(1)
    const speed = Math.round(LINES / (wallMs / 1000))
    console.log(
      `${name}: ${seconds} s, ${speed} lines/s, peak ${peakMegabytes} MB, output ${outBytes} bytes; ${summary}`,
    )
    if (!summary.startsWith(`${LINES} dossiers: ${LINES * 0.99} valid`)) throw new Error('wrong counts')
    if (peakMegabytes > (name.startsWith('2') ? 300 : 200)) throw new Error('a bound of memory was passed')
  }
}

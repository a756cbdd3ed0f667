import process from 'node:process'
import type { TestProject } from 'vitest/node'

declare module 'vitest' {
  export interface ProvidedContext {
    seed: number
  }
}

/** Chooses the seed of all generated tests of a run and prints it; `MOTCUA_SEED=N npm test` repeats a run. */
export default function setup(project: TestProject): void {
  const asked = Number(process.env.MOTCUA_SEED)
  process.env.MOTCUA_SEED = String(
    Number.isInteger(asked) && asked > 0 ? asked : 1 + Math.floor(Math.random() * 0x7ffffffe),
  )
  const seed = Number(process.env.MOTCUA_SEED)
  project.provide('seed', seed)
  if (!printed)
    process.stdout.write(`seed of the generated tests: ${seed} (repeat with MOTCUA_SEED=${seed})\n`)
  process.env.MOTCUA_SEED_SAID = 'yes'
}

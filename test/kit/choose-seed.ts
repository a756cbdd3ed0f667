import process from 'node:process'
import type { TestProject } from 'vitest/node'

declare module 'vitest' {
  export interface ProvidedContext {
    seed: number
  }
}

/** Chooses the seed of all generated tests of a run and prints it; `MOTCUA_SEED=N npm test` repeats a run. */
export default function setup(project: TestProject): void {
  const { env, stdout } = process
  const asked = Number(env.MOTCUA_SEED)
  const seed = Number.isInteger(asked) && asked > 0 ? asked : 1 + Math.floor(Math.random() * 0x7ffffffe)
  if (env.MOTCUA_SEED_SAID === undefined)
    stdout.write(`seed of the generated tests: ${seed} (repeat with MOTCUA_SEED=${seed})\n`)
  Object.assign(env, { MOTCUA_SEED: String(seed), MOTCUA_SEED_SAID: 'yes' })
  project.provide('seed', seed)
}

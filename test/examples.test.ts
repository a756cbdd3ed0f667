import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it, vi } from 'vitest'

const folder = resolve(import.meta.dirname, '../examples')
const examples = readdirSync(folder).filter((name) => name.endsWith('.ts'))

/** The last comment of an example says what it prints, line by line; `…` stands for anything. */
function readPromise(text: string): RegExp | undefined {
  const said = /\/\* Prints:\n([\s\S]*?)\n\*\/\s*$/.exec(text)?.[1]
  if (said === undefined) return undefined
  return new RegExp(
    `^${said
      .split('…')
      .map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
      .join('[\\s\\S]*?')}$`,
  )
}

describe.runIf(examples.length > 0)('each example', () => {
  it.each(examples)('prints what it says: %s', async (name) => {
    const path = join(folder, name)
    const promise = readPromise(readFileSync(path, 'utf8'))
    const printed: string[] = []
    vi.spyOn(console, 'log').mockImplementation((...parts: unknown[]) => {
      printed.push(
        parts.map((part) => (typeof part === 'string' ? part : JSON.stringify(part, null, 2))).join(' '),
      )
    })
    await import(/* @vite-ignore */ path)
    vi.restoreAllMocks()
    expect(promise, `${name} must end with a comment /* Prints: … */`).toBeDefined()
    expect(printed.join('\n')).toMatch(promise as RegExp)
  })
})

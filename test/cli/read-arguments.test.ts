import { describe, expect, it } from 'vitest'
import { readArguments } from '../../src/cli/read-arguments.ts'
import { buildFakeCli } from '../kit/fake-cli.ts'

const spec = {
  usage: { vi: 'Cách dùng: motcua thử TỆP\n', en: 'Usage: motcua try FILE\n' },
  options: { json: { type: 'boolean' }, pause: { type: 'string', multiple: true }, at: { type: 'string' } },
  words: { min: 1, max: 1 },
} as const

function read(...args: readonly string[]) {
  const fake = buildFakeCli()
  return { read: readArguments(args, spec, fake.io), ...fake.said() }
}

describe('what it gives', () => {
  it('gives the values with their types, the words and the language', () => {
    const { read: line, out, err } = read('a.json', '--json', '--pause', '1', '--pause=2', '--lang', 'en')
    expect(line).toMatchObject({ kind: 'run', words: ['a.json'], language: 'en' })
    if (line.kind !== 'run') return
    const pauses: readonly string[] | undefined = line.values.pause
    const isJson: boolean | undefined = line.values.json
    expect([pauses, isJson, line.values.at]).toEqual([['1', '2'], true, undefined])
    expect([out, err]).toEqual(['', ''])
  })
  it('takes a dash and what follows two dashes as words', () => {
    expect(read('-').read).toMatchObject({ kind: 'run', words: ['-'] })
    expect(read('--', '--odd').read).toMatchObject({ kind: 'run', words: ['--odd'] })
  })
  it('prints the usage when asked, though the words are missing', () => {
    expect(read('--help')).toEqual({ read: { kind: 'done', exitCode: 0 }, out: spec.usage.vi, err: '' })
    expect(read('-h', '--lang=en').out).toBe(spec.usage.en)
  })
})

describe('what it refuses', () => {
  const refusals = [
    [['a', '--nope'], 'không có tham số này: --nope'],
    [['a', '-x'], 'không có tham số này: -x'],
    [['a', '--json=yes'], 'tham số này không nhận giá trị: --json'],
    [['a', '--at'], 'tham số này cần một giá trị: --at'],
    [['a', '--at', '--json'], 'tham số này cần một giá trị: --at'],
    [['a', '--at', '-1'], 'tham số này cần một giá trị: --at'],
    [['a', 'b'], 'thừa tham số: b'],
    [[], 'thiếu tham số'],
    [['a', '--lang', 'fr'], '--lang nhận vi hoặc en, không nhận: fr'],
    [['a', '--constructor'], 'không có tham số này: --constructor'],
  ] as const
  it.each(refusals)('refuses %j and says why, with the usage', (args, sentence) => {
    expect(read(...args)).toEqual({
      read: { kind: 'done', exitCode: 2 },
      out: '',
      err: `motcua: ${sentence}\n\n${spec.usage.vi}`,
    })
  })
  it('says it in English when asked to', () => {
    expect(read('--lang', 'en').err).toBe(`motcua: an argument is missing\n\n${spec.usage.en}`)
  })
})

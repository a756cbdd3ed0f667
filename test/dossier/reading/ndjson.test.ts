import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { judgeBytes, judgeNdjson, type NdjsonOptions } from '../../../src/dossier/reading/ndjson.ts'
import { smallDossier } from '../../kit/dossiers.ts'

const encoder = new TextEncoder()
const good = JSON.stringify(smallDossier)

/** The bytes of a text, cut every `size` bytes. */
function cut(text: string | Uint8Array, size: number): Uint8Array[] {
  const bytes = typeof text === 'string' ? encoder.encode(text) : text
  return Array.from({ length: Math.ceil(bytes.length / size) }, (_, at) =>
    bytes.subarray(at * size, (at + 1) * size),
  )
}

/** Line, offset and the first code of every verdict. */
async function judge(chunks: Iterable<Uint8Array>, options: NdjsonOptions = {}): Promise<string[]> {
  const rows: string[] = []
  for await (const { line, offsetBytes, verdict } of judgeNdjson(chunks, options)) {
    rows.push(`${line}@${offsetBytes} ${verdict.ok ? 'ok' : verdict.issues[0]?.code}`)
  }
  return rows
}

describe('what it gives', () => {
  it('gives every line its number, its offset and its verdict, and goes on after a broken one', async () => {
    const length = encoder.encode(good).length
    expect(await judge(cut(`${good}\n{broken\n\n[]\n${good}`, 1 << 20))).toEqual([
      '1@0 ok',
      `2@${length + 1} invalid-json`,
      `4@${length + 10} invalid_type`,
      `5@${length + 13} ok`,
    ])
  })
  it('normalises where it is asked to', async () => {
    const careless = JSON.stringify({ ...smallDossier, sets: '1' })
    expect(await judge(cut(careless, 99))).toEqual(['1@0 invalid_type'])
    expect(await judge(cut(careless, 99), { normalise: true })).toEqual(['1@0 ok'])
  })
})

describe('edges', () => {
  it('gives the same wherever the bytes are cut', async () => {
    const text = `${good}\r\n{"sets": "ế"\n\n${good}\n`
    const whole = await judge(cut(text, text.length * 4))
    expect(whole).toHaveLength(3)
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 700 }), async (size) => {
        expect(await judge(cut(text, size))).toEqual(whole)
      }),
      { numRuns: 40 },
    )
  })
  it('passes over a line that is too long, however it is cut, and keeps counting', async () => {
    const text = `${'x'.repeat(5000)}\n${good}\n`
    for (const size of [7, 1000, 1 << 20]) {
      expect(await judge(cut(text, size), { maxLineBytes: 2000 })).toEqual(['1@0 line-too-long', '2@5001 ok'])
    }
  })
  it('names bytes that are no UTF-8, and drops a byte order mark', async () => {
    expect(await judge(cut(Uint8Array.from([123, 0xff, 125, 10]), 2))).toEqual(['1@0 invalid-utf8'])
    expect(await judge(cut(`\ufeff${good}`, 50))).toEqual(['1@0 ok'])
    expect(judgeBytes(Uint8Array.from([0xff])).verdict.ok).toBe(false)
  })
  it('has nothing to say of nothing', async () => {
    expect(await judge([])).toEqual([])
    expect(await judge([encoder.encode('\n \n')])).toEqual([])
  })
})

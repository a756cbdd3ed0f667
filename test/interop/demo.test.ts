import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { concatBytes } from '../../src/bytes.ts'
import { playStory } from '../../src/cli/demo/story.ts'
import { openPdf } from '../../src/pdf/index.ts'
import { listSignatures } from '../../src/signature/index.ts'
import { askPdfsig, askQpdf, hasJudge } from '../kit/judges.ts'

const isJudged =
  ['pdfsig', 'openssl', 'qpdf'].every((judge) => hasJudge(judge as 'pdfsig')) || process.env.CI !== undefined

describe.runIf(isJudged)('what the demonstration leaves behind', () => {
  const folder = mkdtempSync(join(tmpdir(), 'motcua-demo-'))
  let signed: Uint8Array
  const pathOf = (name: string): string => join(folder, name)
  beforeAll(async () => {
    const { files } = await playStory((length) => crypto.getRandomValues(new Uint8Array(length)))
    for (const [name, bytes] of files) writeFileSync(pathOf(name), bytes)
    signed = files.get('result-signed.pdf') ?? new Uint8Array()
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  it('carries two signatures that poppler calls valid, the last one over the whole file', () => {
    expect(askPdfsig(pathOf('result-signed.pdf'))).toEqual([
      { valid: true, wholeDocument: false },
      { valid: true, wholeDocument: true },
    ])
  })
  it('carries two signatures that OpenSSL verifies over the bytes they cover', () => {
    for (const { byteRange = [], contents = new Uint8Array() } of listSignatures(openPdf(signed))) {
      const [start = 0, length = 0, next = 0, rest = 0] = byteRange
      writeFileSync(
        pathOf('covered'),
        concatBytes(signed.subarray(start, start + length), signed.subarray(next, next + rest)),
      )
      writeFileSync(pathOf('cms.der'), contents)
      const args = [
        'cms',
        '-verify',
        '-binary',
        '-inform',
        'DER',
        '-noverify',
        '-in',
        pathOf('cms.der'),
        '-content',
        pathOf('covered'),
        '-out',
        '/dev/null',
      ]
      const { status, stderr } = spawnSync('openssl', args, { encoding: 'utf8' })
      expect(`${status} ${stderr}`).toContain('0 ')
    }
  })
  it('is whole PDF in the paper sizes of the office: slips on A5, the result on A4', () => {
    const sizes = ['form01.pdf', 'form02.pdf', 'result-signed.pdf'].map((name) => {
      expect(askQpdf(pathOf(name))).toBe('ok')
      const [, width, height] =
        /Page size:\s+([\d.]+) x ([\d.]+)/.exec(
          execFileSync('pdfinfo', [pathOf(name)], { encoding: 'utf8' }),
        ) ?? []
      return [Math.round(Number(width)), Math.round(Number(height))]
    })
    expect(sizes).toEqual([
      [420, 595],
      [420, 595],
      [595, 842],
    ])
  })
})

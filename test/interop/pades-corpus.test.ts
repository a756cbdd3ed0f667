import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { createTestAuthority } from '../../src/adapters/test-authority.ts'
import { concatBytes } from '../../src/bytes.ts'
import { fromEpochMs } from '../../src/date.ts'
import { isMotcuaError } from '../../src/errors.ts'
import { sign } from '../../src/pades/index.ts'
import { openPdf } from '../../src/pdf/index.ts'
import { writePem } from '../../src/pki/index.ts'
import { listSignatures } from '../../src/signature/index.ts'
import { askPdfsig, hasJudge } from '../kit/judges.ts'

const corpus = resolve(import.meta.dirname, '../../../shared/corpus')
const hasCorpus = existsSync(join(corpus, 'manifest.json')) && hasJudge('pdfsig') && hasJudge('openssl')
const folder = mkdtempSync(join(tmpdir(), 'motcua-corpus-'))
const path = (name: string) => join(folder, name)

afterAll(() => rmSync(folder, { recursive: true }))

interface Entry {
  readonly file: string
  readonly qpdfCheck: string
}

function listEntries(): Entry[] {
  if (!hasCorpus) return []
  const entries: Entry[] = JSON.parse(readFileSync(join(corpus, 'manifest.json'), 'utf8'))
  return entries.filter(({ file }) => file.startsWith('input/'))
}

function askOpenssl(whole: Uint8Array, [, first, second]: readonly number[]): boolean {
  const contents = listSignatures(openPdf(whole)).at(-1)?.contents ?? new Uint8Array()
  writeFileSync(path('cms'), contents)
  writeFileSync(path('content'), concatBytes(whole.subarray(0, first), whole.subarray(second)))
  const line = `cms -verify -binary -inform DER -in cms -content content -CAfile root.pem -purpose any -out out`
  return spawnSync('openssl', line.split(' '), { cwd: folder }).status === 0
}

describe.runIf(hasCorpus)('documents of the sample corpus', () => {
  it('are signed so that pdfsig and OpenSSL accept them, or refused with a code', async () => {
    const authority = await createTestAuthority()
    writeFileSync(path('root.pem'), writePem('CERTIFICATE', authority.root.certificate))
    const { signer } = await authority.issue({ commonName: 'Người ký thử', keyType: 'rsa-2048' })
    const claimedAt = fromEpochMs(Date.now())
    const count = { ok: [0, 0], warnings: [0, 0], error: [0, 0] } as Record<string, [number, number]>
    for (const { file, qpdfCheck } of listEntries()) {
      const bytes = new Uint8Array(readFileSync(join(corpus, file)))
      const tally = count[qpdfCheck] ?? [0, 0]
      tally[1] += 1
      const signed = await sign(bytes, { signer, claimedAt }).catch((error: unknown) => {
        expect({ file, isTyped: isMotcuaError(error) }).toEqual({ file, isTyped: true })
        return undefined
      })
      if (signed === undefined) continue
      const whole = concatBytes(bytes, signed.tail)
      writeFileSync(path('signed.pdf'), whole)
      const newest = askPdfsig(path('signed.pdf')).at(-1)
      const accepted = { newest, openssl: askOpenssl(whole, signed.byteRange) }
      expect({ file, ...accepted }).toEqual({
        file,
        newest: { valid: true, wholeDocument: true },
        openssl: true,
      })
      tally[0] += 1
    }
    expect(count.ok?.[0]).toBe(count.ok?.[1])
    expect(count.warnings?.[0]).toBeGreaterThanOrEqual(0.9 * (count.warnings?.[1] ?? 0))
  })
})

/**
 * What a signature costs on scans of 1, 10 and 105 MB, against the peers, in one run: `npm run bench sign`.
 *
 * The floor is what nobody can save: SHA-256 of the file and one RSA-2048 signature. Peak memory is taken in
 * processes of their own; ours is what lies above a process that has only imported the same doors, the peers'
 * are whole processes. A check runs first: every output is looked at, ours down to the signature.
 */
import { spawnSync } from 'node:child_process'
import { createHash, createPrivateKey, createSign, type KeyObject } from 'node:crypto'
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createHasher, fromEpochMs } from 'motcua'
import { createTestAuthority } from 'motcua/adapters/test-authority'
import { sign } from 'motcua/pades'
import { openPdf } from 'motcua/pdf'
import { checkSigner, readCertificate, readSignedData } from 'motcua/pki'
import { listSignatures } from 'motcua/signature'
import { type BenchRow, median, printRows } from './kit/measure.ts'
import { readPeakBytes } from './kit/memory.ts'
import { makeScan } from './kit/scan.ts'
import {
  hasPeer,
  joinBytes,
  openFile,
  type SigningPeer,
  signByLibpdf,
  signBySignpdf,
} from './kit/signing-peers.ts'

const ROUNDS = 7
const PASSWORD = 'bench'

const authority = await createTestAuthority({ keyType: 'rsa-2048' })
const identity = await authority.issue({ commonName: 'Người ký đo', keyType: 'rsa-2048' })
const { signer } = identity
const claimedAt = fromEpochMs(Date.now())

/** The child of this bench: signs one file one way and prints its peak in bytes above `bareBytes`. */
async function signOnce(way: string, file: string): Promise<void> {
  const bareBytes = readPeakBytes()
  if (way === 'bytes') await sign(readFileSync(file), { signer, claimedAt })
  if (way === 'file') await sign(openFile(file), { signer, claimedAt })
  const peer = peers.find(({ name }) => name === way)
  if (peer !== undefined) await peer.run(readFileSync(file), identity, PASSWORD)
  process.stdout.write(JSON.stringify({ bareBytes, peakBytes: readPeakBytes() }))
}

const peers: readonly SigningPeer[] = [
  { name: '@libpdf/core', isThere: hasPeer('@libpdf/core'), run: signByLibpdf },
  { name: '@signpdf plain', isThere: hasPeer('@signpdf/signpdf'), run: signBySignpdf },
]

/** Fails the bench unless the newest signature covers the file and, where asked, is right. */
async function assertSigned(whole: Uint8Array, isOurs: boolean): Promise<void> {
  const found = listSignatures(openPdf(whole)).at(-1)
  if (found?.coversFile !== true || found.contents === undefined)
    throw new Error('the file is not signed whole')
  if (!isOurs) return
  const [, first = 0, second = 0] = found.byteRange ?? []
  const hasher = createHasher('sha256').update(whole.subarray(0, first)).update(whole.subarray(second))
  const { signers, contentType } = readSignedData(found.contents)
  const messageDigest = hasher.digest()
  for (const each of signers) {
    const certificate = readCertificate(identity.certificate)
    const findings = await checkSigner(each, { certificate, contentType, messageDigest })
    if (findings.length > 0) throw new Error(`our signature is wrong: ${findings[0]?.code}`)
  }
}

/** Milliseconds of one run on the wall; signing waits for threads, so the processor's time would not tell. */
async function timeMs(run: () => unknown): Promise<number> {
  const start = performance.now()
  await run()
  return performance.now() - start
}

/** The floor and every signer on one file, in turn. */
async function measureSize(megabytes: number, key: KeyObject): Promise<BenchRow[]> {
  const bytes = makeScan(megabytes)
  const bench = `sign, ${megabytes} MB`
  const ways = [
    {
      name: 'floor: SHA-256 + one RSA-2048',
      run: () => [createHash('sha256').update(bytes).digest(), createSign('sha256').update('x').sign(key)],
    },
    { name: 'motcua', run: () => sign(bytes, { signer, claimedAt }) },
    ...peers
      .filter(({ isThere }) => isThere)
      .map(({ name, run }) => ({ name, run: () => run(bytes, identity, PASSWORD) })),
  ]
  await assertSigned(joinBytes([bytes, (await sign(bytes, { signer, claimedAt })).tail]), true)
  for (const peer of peers) {
    if (peer.isThere) await assertSigned(await peer.run(bytes, identity, PASSWORD), false)
  }
  const rounds: number[][] = []
  for (let round = 0; round <= ROUNDS; round += 1) {
    const costs: number[] = []
    for (const { run } of ways) costs.push(await timeMs(run))
    if (round > 0) rounds.push(costs)
  }
  const rows = ways.map(({ name }, at): BenchRow => {
    const ms = median(rounds.map((costs) => costs[at] ?? Number.NaN))
    const ratio = median(rounds.map((costs) => (costs[at] ?? Number.NaN) / (costs[0] ?? Number.NaN)))
    const isBarred = name === 'motcua' && megabytes >= 10
    const figures = { nsPerOp: Number((ms * 1e6).toPrecision(3)), ratio: Number(ratio.toPrecision(3)) }
    return { bench, name, ...figures, ...(isBarred ? { bar: '≤ × 2', ok: ratio <= 2 } : {}) }
  })
  const absent = peers.filter(({ isThere }) => !isThere)
  return [...rows, ...absent.map(({ name }) => ({ bench, name, skipped: 'skipped: not installed' }))]
}

/** Peak memory of one way in a process of its own, in bytes: above the imports, and whole. */
function measurePeak(way: string, file: string): { aboveBytes: number; wholeBytes: number } {
  const args = ['--expose-gc', process.argv[1] ?? '', '--peak', way, file]
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' })
  if (status !== 0) throw new Error(`${way}: ${stderr}`)
  const { bareBytes, peakBytes } = JSON.parse(stdout)
  return { aboveBytes: peakBytes - bareBytes, wholeBytes: peakBytes }
}

/** Peak memory of every way on the largest scan. */
function measureMemory(folder: string): BenchRow[] {
  const file = join(folder, 'scan.pdf')
  writeFileSync(file, makeScan(105))
  const fileBytes = statSync(file).size
  const bench = 'peak memory, 105 MB'
  const ours = (['bytes', 'file'] as const).map((way): BenchRow => {
    const { aboveBytes } = measurePeak(way, file)
    const times = aboveBytes / fileBytes
    const megabytes = aboveBytes / 1_048_576
    const name = `motcua from ${way}: ${megabytes.toFixed(0)} MB above imports`
    return way === 'bytes'
      ? { bench, name, ratio: Number(times.toPrecision(3)), bar: '≤ × 1.25 the file', ok: times <= 1.25 }
      : { bench, name, ratio: Number(times.toPrecision(3)), bar: '≤ 60 MB', ok: megabytes <= 60 }
  })
  const theirs = peers
    .filter(({ isThere }) => isThere)
    .map(({ name }): BenchRow => {
      const { wholeBytes } = measurePeak(name, file)
      const whole = `${name}: ${(wholeBytes / 1_048_576).toFixed(0)} MB whole`
      return { bench, name: whole, ratio: Number((wholeBytes / fileBytes).toPrecision(3)) }
    })
  return [...ours, ...theirs]
}

/** How often a B-LTA signature reads the file: counted, not timed. */
async function countReads(): Promise<BenchRow> {
  const bytes = makeScan(10)
  let readBytes = 0
  const source = {
    length: bytes.length,
    read: (offset: number, length: number) => {
      readBytes += length
      return bytes.subarray(offset, offset + length)
    },
  }
  const randomBytes = (length: number) => crypto.getRandomValues(new Uint8Array(length))
  const timestamp = { fetchTimestamp: authority.fetchTimestamp, randomBytes }
  await sign(source, { signer, claimedAt, level: 'B-LTA', timestamp, revocation: authority })
  const ratio = Number((readBytes / bytes.length).toPrecision(3))
  return {
    bench: 'B-LTA, 10 MB',
    name: 'bytes read / bytes of the file',
    ratio,
    bar: '≤ × 1.1',
    ok: ratio <= 1.1,
  }
}

if (process.argv[2] === '--peak') await signOnce(process.argv[3] ?? '', process.argv[4] ?? '')
else {
  const key = createPrivateKey({ key: Buffer.from(identity.pkcs8), format: 'der', type: 'pkcs8' })
  const folder = mkdtempSync(join(tmpdir(), 'motcua-bench-'))
  const rows: BenchRow[] = []
  for (const megabytes of process.argv.includes('--memory') ? [] : [1, 10, 105])
    rows.push(...(await measureSize(megabytes, key)))
  rows.push(await countReads())
  const isLinux = existsSync('/proc/self/status')
  if (isLinux) rows.push(...measureMemory(folder))
  else rows.push({ bench: 'peak memory', name: '', skipped: 'skipped: needs /proc' })
  rmSync(folder, { recursive: true })
  process.exitCode = printRows(rows)
}

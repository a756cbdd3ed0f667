/**
 * What a verdict costs, in one run: `npm run bench verify`. No JavaScript peer judges PAdES; pyHanko stands beside
 * as a whole process where it is installed (`bash test/interop/set-up.sh`).
 *
 * The floor is what nobody can save: the digests of the signed ranges and the checks of the signatures themselves,
 * in sequence on this thread. Every file is verified once before and must come out TOTAL-PASSED.
 */
import { spawnSync } from 'node:child_process'
import { createHash, generateKeyPairSync, sign as signBytes, verify as verifyBytes } from 'node:crypto'
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fromEpochMs } from 'motcua'
import { createTestAuthority } from 'motcua/adapters/test-authority'
import { sign } from 'motcua/pades'
import { openPdf } from 'motcua/pdf'
import { readCertificate } from 'motcua/pki'
import { listSignatures } from 'motcua/signature'
import { createVerifier, readTrustStore } from 'motcua/validation'
import { type BenchRow, median, printRows, processorMs } from './kit/measure.ts'
import { readPeakBytes } from './kit/memory.ts'
import { makeScan } from './kit/scan.ts'
import { joinBytes, openFile } from './kit/signing-peers.ts'

const [, , mode = '', way = '', file = '', anchors = ''] = process.argv
const randomBytes = (length: number) => crypto.getRandomValues(new Uint8Array(length))

/** The child of this bench: verifies one file one way and prints its peak above the imports. */
async function verifyOnce(): Promise<void> {
  const bareBytes = readPeakBytes()
  const trust = readTrustStore(readFileSync(anchors))
  const source = way === 'file' ? openFile(file) : readFileSync(file)
  const { document } = await createVerifier({ trust }).verify(source, { at: fromEpochMs(Date.now()) })
  if (document.indication !== 'TOTAL-PASSED') throw new Error(`the file came out ${document.indication}`)
  process.stdout.write(JSON.stringify({ bareBytes, peakBytes: readPeakBytes() }))
}

const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
const message = Buffer.from('floor')
const rsa = signBytes('sha256', message, privateKey)

/** Digests of all signed ranges, one pass, and as many RSA-2048 checks as asked. */
function payFloor(bytes: Uint8Array, ranges: readonly (readonly number[])[], checks: number): void {
  const trunk = createHash('sha256')
  let done = 0
  for (const [, gapStart = 0, gapEnd = 0, length = 0] of ranges) {
    trunk.update(bytes.subarray(done, gapStart))
    done = gapStart
    trunk
      .copy()
      .update(bytes.subarray(gapEnd, gapEnd + length))
      .digest()
  }
  for (let check = 0; check < checks; check += 1) verifyBytes('sha256', message, publicKey, rsa)
}

/** What a row is called, how many signatures the floor checks, and how many rounds are thrown away before it counts. */
interface Measured {
  readonly bench: string
  readonly checks: number
  readonly bar: number
  readonly warmRounds: number
  readonly rounds: number
}

/** What floor and ours cost in one round, in milliseconds of processor time. */
type Round = readonly [floorMs: number, oursMs: number]

/** Ours and the floor in turn: medians, and the median of the ratios. */
async function measure(name: Measured, ours: () => Promise<unknown>, floor: () => void): Promise<BenchRow[]> {
  const rounds: Round[] = []
  for (let round = 0; round < name.rounds + name.warmRounds; round += 1) {
    const start = process.cpuUsage()
    floor()
    const floorMs = processorMs(start)
    const middle = process.cpuUsage()
    await ours()
    if (round >= name.warmRounds) rounds.push([floorMs, processorMs(middle)])
  }
  const { bench, checks, bar } = name
  const toNs = (values: readonly number[]) => Number((median(values) * 1e6).toPrecision(3))
  const ratio = Number(median(rounds.map(([floorMs, oursMs]) => oursMs / floorMs)).toPrecision(3))
  return [
    {
      bench,
      name: `floor: ranges + ${checks} RSA checks`,
      nsPerOp: toNs(rounds.map(([floorMs]) => floorMs)),
      ratio: 1,
    },
    {
      bench,
      name: 'motcua',
      nsPerOp: toNs(rounds.map(([, oursMs]) => oursMs)),
      ratio,
      bar: `≤ × ${bar}`,
      ok: ratio <= bar,
    },
  ]
}

const folder = mkdtempSync(join(tmpdir(), 'motcua-bench-'))
const authority = await createTestAuthority({ keyType: 'rsa-2048' })
const trust = readTrustStore(authority.root.certificate)
const timestamp = { fetchTimestamp: authority.fetchTimestamp, randomBytes }
const { signer } = await authority.issue({ commonName: 'Người ký đo', keyType: 'rsa-2048' })

/** A scan with one signature. */
async function makeSigned(megabytes: number, level: 'B-B' | 'B-LTA'): Promise<Uint8Array> {
  const bytes = makeScan(megabytes)
  const claimedAt = fromEpochMs(Date.now())
  const sources = level === 'B-B' ? {} : { timestamp, revocation: authority }
  return joinBytes([bytes, (await sign(bytes, { signer, claimedAt, level, ...sources })).tail])
}

const rangesOf = (bytes: Uint8Array) => listSignatures(openPdf(bytes)).map(({ byteRange = [] }) => byteRange)

/** Fails the bench unless the document is called good. */
async function assertPassed(verifier: ReturnType<typeof createVerifier>, bytes: Uint8Array): Promise<void> {
  const { document, signatures } = await verifier.verify(bytes, { at: fromEpochMs(Date.now()) })
  if (document.indication === 'TOTAL-PASSED') return
  const said = signatures.flatMap(({ findings }) => findings.map(({ code, outcome }) => `${outcome} ${code}`))
  throw new Error(`${document.indication} ${document.subIndication}: ${said.join(', ')}`)
}

/** Signatures in a B-LTA file: the signer's, two timestamps, an OCSP answer or CRL for each chain. */
const LTA_CHECKS = 8

/** The archive file of 105 MB, from its bytes alone. */
async function measureLarge(): Promise<BenchRow[]> {
  const bytes = await makeSigned(105, 'B-LTA')
  await assertPassed(createVerifier({ trust }), bytes)
  const ranges = rangesOf(bytes)
  const at = fromEpochMs(Date.now())
  const name = { bench: 'B-LTA, 105 MB, offline', checks: LTA_CHECKS, bar: 2, warmRounds: 2, rounds: 12 }
  const ours = () => createVerifier({ trust }).verify(bytes, { at })
  return measure(name, ours, () => payFloor(bytes, ranges, LTA_CHECKS))
}

const FILES = 200

/** The engine goes on compiling our code for some ten thousand files; the floor is compiled already. */
const WARM_ROUNDS = 60

/** Where a certificate says that its issuer's CRL is. */
function listCrlUrls(der: Uint8Array): string[] {
  return readCertificate(der).crlDistributionPoints.flatMap(({ urls }) => urls)
}

/** Many small files in one process, the chain known after the first. */
async function measureSmall(): Promise<BenchRow[]> {
  const bytes: Uint8Array[] = []
  for (let count = 0; count < FILES; count += 1) bytes.push(await makeSigned(0.03, 'B-B'))
  const crls = await Promise.all(signer.chain.flatMap((der) => listCrlUrls(der).map(authority.fetchCrl)))
  const verifier = createVerifier({ trust, material: { crls } })
  await assertPassed(verifier, bytes[0] ?? new Uint8Array())
  const ranges = bytes.map(rangesOf)
  const at = fromEpochMs(Date.now())
  const ours = async () => {
    for (const each of bytes) await verifier.verify(each, { at })
  }
  const floor = () => {
    for (const [index, each] of bytes.entries()) payFloor(each, ranges[index] ?? [], 1)
  }
  const name = { bench: `${FILES} B-B files, warm`, checks: 1, bar: 5, warmRounds: WARM_ROUNDS, rounds: 40 }
  return measure(name, ours, floor)
}

const SIGNATURES = 50

/** One document with many signatures, each compared with all that came later; no bar, but a figure. */
async function measureMany(): Promise<BenchRow[]> {
  let bytes = makeScan(0.03)
  for (let count = 0; count < SIGNATURES; count += 1) {
    bytes = joinBytes([bytes, (await sign(bytes, { signer, claimedAt: fromEpochMs(Date.now()) })).tail])
  }
  const start = performance.now()
  await createVerifier({ trust }).verify(bytes, { at: fromEpochMs(Date.now()) })
  const nsPerOp = Number(((performance.now() - start) * 1e6).toPrecision(3))
  return [{ bench: `${SIGNATURES} signatures in one document`, name: 'motcua', nsPerOp }]
}

/** Peak memory of a process that verifies the archive file, above its imports. */
async function measureMemory(): Promise<BenchRow[]> {
  const path = join(folder, 'signed.pdf')
  const root = join(folder, 'root.der')
  writeFileSync(path, await makeSigned(105, 'B-LTA'))
  writeFileSync(root, authority.root.certificate)
  const fileBytes = statSync(path).size
  return ['bytes', 'file'].map((each): BenchRow => {
    const args = [process.argv[1] ?? '', '--peak', each, path, root]
    const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' })
    if (status !== 0) throw new Error(stderr)
    const { bareBytes, peakBytes } = JSON.parse(stdout)
    const ratio = Number(((peakBytes - bareBytes) / fileBytes).toPrecision(3))
    const name = `motcua from ${each}: ${((peakBytes - bareBytes) / 1_048_576).toFixed(0)} MB above imports`
    return { bench: 'peak memory, 105 MB', name, ratio, bar: '≤ × 1.25 the file', ok: ratio <= 1.25 }
  })
}

if (mode === '--peak') await verifyOnce()
else {
  const rows = [...(await measureLarge()), ...(await measureSmall()), ...(await measureMany())]
  if (existsSync('/proc/self/status')) rows.push(...(await measureMemory()))
  else rows.push({ bench: 'peak memory', name: '', skipped: 'skipped: needs /proc' })
  rmSync(folder, { recursive: true })
  process.exitCode = printRows(rows)
}

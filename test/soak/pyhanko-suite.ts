import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { createVerifier, readTrustStore, type SignatureReport } from '../../src/validation/index.ts'
import { compareRecorded, momentOf, type RecordedVerdict } from '../kit/recorded.ts'

const root = resolve(import.meta.dirname, '../..')
const home = join(root, 'out/judges/pyhanko-suite')
const VERSION = '0.36.2'

/** A verdict that one of pyHanko's own tests asked for, with what was particular about the question. */
interface SuiteRecord extends RecordedVerdict {
  readonly test: string
  readonly timestampTrust?: readonly string[]
  readonly notes: readonly string[]
  readonly raised?: string
}

/** Runs a program; stops where it fails. */
function run1(command: string, args: readonly string[], env: Readonly<Record<string, string>> = {}): void {
  const options = {
    cwd: home,
    encoding: 'utf8',
    env: { ...process.env, ...env },
    maxBuffer: 1 << 28,
  } as const
  const { status, stdout, stderr } = spawnSync(command, args, options)
  if (status !== 0) throw new Error(`${command}: ${(stderr + stdout).slice(-1500)}`)
}

/** Brings pyHanko's sources with their tests, and what these need. */
function bringSuite(): string {
  const sources = join(home, `pyhanko-${VERSION}`)
  if (existsSync(sources)) return sources
  mkdirSync(home, { recursive: true })
  run1('python3', ['-m', 'venv', 'venv'])
  const extras = `pyHanko[opentype,image-support,async-http,etsi,qr,pkcs11]==${VERSION}`
  const tools = [
    'pytest',
    'requests-mock',
    'freezegun',
    'certomancer>=0.16',
    'pytest-cov',
    'pytest-asyncio<2',
    'pytest-aiohttp<1.2',
  ]
  run1('venv/bin/pip', ['install', '-q', extras, 'pyhanko-certvalidator==0.31.4', ...tools])
  run1('venv/bin/pip', ['download', '-q', '--no-deps', '--no-binary', ':all:', `pyHanko==${VERSION}`])
  run1('tar', ['xzf', `pyhanko-${VERSION}.tar.gz`])
  return sources
}

/** Test files that validate PDFs. */
const SUITES = [
  'diff_analysis',
  'pades',
  'ades_validation',
  'ades_validation_report',
  'cms',
  'signing',
  'fields',
].concat(['seed_values', 'sign_encrypted', 'pdfmac', 'key_usage_constraints', 'embed', 'crypt'])

/** Runs the tests and gives what they asked for. */
function recordSuite(): SuiteRecord[] {
  const sources = bringSuite()
  const out = join(home, 'recorded')
  if (!existsSync(join(out, 'records.jsonl')) || process.env.MOTCUA_RECORD_AGAIN) {
    rmSync(out, { recursive: true, force: true })
    mkdirSync(out, { recursive: true })
    const files = SUITES.map((name) => join(sources, `tests/test_${name}.py`))
    const words = [
      '-m',
      'pytest',
      '-p',
      'pyhanko_recorder',
      '-q',
      '-o',
      'log_cli=false',
      '-p',
      'no:cacheprovider',
    ]
    const path = `${join(root, 'test/interop')}:${sources}`
    run1(
      join(home, 'venv/bin/python'),
      [...words, '--rootdir', sources, '-c', join(sources, 'pyproject.toml'), ...files],
      {
        REC_OUT: out,
        PYTHONPATH: path,
      },
    )
  }
  const lines = readFileSync(join(out, 'records.jsonl'), 'utf8').trim().split('\n')
  return lines.map((line) => JSON.parse(line))
}

/** Judges the file of a record as its test asked. */
async function judge(record: SuiteRecord): Promise<SignatureReport | undefined> {
  const folder = join(home, 'recorded')
  const names = [...(record.trust ?? []), ...(record.timestampTrust ?? [])]
  const trust = [...new Set(names)].flatMap((name) => readTrustStore(readFileSync(join(folder, name))))
  const bytes = readFileSync(join(folder, record.file))
  for (const password of ['ownersecret', 'usersecret', 'secret']) {
    const report = await createVerifier({ trust }).verify(bytes, { at: momentOf(record), password })
    const found = report.signatures.filter(({ field }) => field === record.field).at(-1)
    if (found !== undefined) return found
  }
  return undefined
}

/** Words for what a test asked that a file alone does not say. */
const NOTES: Readonly<Record<string, string>> = {
  difference: 'the test brings a rule set of its own for later changes',
  algorithms: 'the test brings a list of weak algorithms of its own',
  lists: 'the test trusts by trusted lists and their qualifications, which are not in the record',
  qualifiers: 'the test trusts a root for some kinds of service only, in pyHanko’s own terms',
  proofs: 'the test brings proofs of existence of its own',
}

/** Why a record and our verdict differ. */
function explain(record: SuiteRecord, report: SignatureReport | undefined): string | undefined {
  const { notes, raised = '', result } = record
  const note = notes.find((each) => NOTES[each] !== undefined)
  if (note !== undefined) return NOTES[note]
  if (/type must be|hybrid-reference/.test(raised))
    return 'the test asks for what pyHanko refuses to look at: the other kind of signature, a hybrid file'
  if (report === undefined) return 'encrypted for a certificate, not by a password'
  const theirs = (result?.subindic ?? '').split('.')[1]
  if (theirs === 'SIG_CONSTRAINTS_FAILURE' && result?.api?.bottom_line)
    return 'pyHanko wants a signature timestamp in its long-term validation; EN 319 102-1, 5.6.3, does not'
  if (theirs === 'NO_POE' && result?.api?.bottom_line)
    return 'pyHanko validates in the past what is good now, which its source notes as a matter to be changed; EN 319 102-1, 5.6.3.4, stops at PASSED'
  if (theirs === 'CERTIFICATE_CHAIN_GENERAL_FAILURE' && notes.includes('revocation'))
    return 'the test demands revocation data; our built-in policies warn where there are none'
  const problem = result?.trust_problem ?? ''
  if (problem.endsWith('REVOKED_NO_POE')) return 'revoked only in a CRL that the test serves over HTTP'
  if (report.findings.some(({ code }) => code === 'validation/timestamp-untrusted') && theirs !== undefined)
    return 'a timestamp that holds not: pyHanko gives its sub-indication, we that of the signer'
  if (report.findings.some(({ code }) => code === 'pki/signature-not-checked'))
    return 'an algorithm that is not known here (ML-DSA)'
  return undefined
}

/** Runs pyHanko's own tests, records what they validate and compares every verdict with ours. */
export async function run(): Promise<void> {
  const records = recordSuite()
  const reasons = new Map<string, number>()
  const unexplained: string[] = []
  const aspects = new Map<string, readonly [same: number, all: number]>()
  let same = 0
  for (const record of records) {
    const report = await judge(record)
    const compared = compareRecorded(record, report)
    for (const { aspect, agrees } of compared) {
      const [good, all] = aspects.get(aspect) ?? [0, 0]
      aspects.set(aspect, [good + (agrees ? 1 : 0), all + 1])
    }
    const differing = compared.filter(({ agrees }) => !agrees)
    if (differing.length === 0) {
      same += 1
      continue
    }
    const reason = explain(record, report)
    const words = differing
      .map(({ aspect, recorded, ours }) => `${aspect} ${recorded}, ours ${ours}`)
      .join('; ')
    if (reason === undefined) unexplained.push(`${record.test} ${record.field}: ${words}`)
    else reasons.set(reason, (reasons.get(reason) ?? 0) + 1)
  }
  const files = new Set(records.map(({ file }) => file)).size
  console.log(
    `pyHanko ${VERSION}: ${records.length} verdicts on ${files} files, the same in everything ${same}`,
  )
  for (const [aspect, [good, all]] of aspects) console.log(`  ${aspect}: ${good} of ${all}`)
  console.log('')
  for (const [reason, count] of reasons) console.log(`${count} × ${reason}`)
  console.log(`${unexplained.length} × without a known reason`)
  for (const words of unexplained) console.log(`  ${words}`)
  if (unexplained.length > 0) throw new Error('there are disagreements without a reason')
}

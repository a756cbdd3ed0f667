/**
 * Verdicts that another project's tests recorded, and how they read in the words of our reports.
 *
 * @module
 */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { instant } from '../../src/date.ts'
import type { SignatureReport } from '../../src/validation/index.ts'

/** Where the corpus lies beside the checkout. */
export const corpusFolder = new URL('../../../shared/corpus/', import.meta.url).pathname

/** What one call of the other project gave. */
interface RecordedStatus {
  readonly bottom_line?: boolean
  readonly intact: boolean
  readonly valid: boolean
  readonly trusted: boolean
  readonly docmdp_ok?: boolean | null
  readonly seed_value_ok?: boolean
  readonly coverage?: string
  readonly modification_level?: string | null
  readonly trust_problem?: string
  readonly has_signature_ts?: boolean
  readonly summary?: string
}

/** One recorded verdict. */
export interface RecordedVerdict {
  readonly file: string
  readonly api: string
  readonly field: string
  readonly validationTime: string
  readonly trust?: readonly string[]
  readonly result?: RecordedStatus & {
    readonly subindic?: string
    readonly status?: string
    readonly api?: RecordedStatus
  }
}

/** Tells whether the corpus is there. */
export function hasCorpus(): boolean {
  return existsSync(join(corpusFolder, 'manifest.json'))
}

/** All recorded verdicts. */
export function readRecorded(): RecordedVerdict[] {
  const manifest = JSON.parse(readFileSync(join(corpusFolder, 'manifest.json'), 'utf8')) as {
    file: string
    recorded?: Omit<RecordedVerdict, 'file'>[]
  }[]
  return manifest
    .filter(({ file }) => file.startsWith('signed/'))
    .flatMap(({ file, recorded = [] }) => recorded.map((each) => ({ file, ...each })))
}

/** The moment of validation as ours. */
export function momentOf({ validationTime }: RecordedVerdict) {
  return instant(validationTime.replace(/(\.\d{3})\d+/, '$1'))
}

const coverages: Readonly<Record<string, readonly string[]>> = {
  ENTIRE_FILE: ['entire-file'],
  ENTIRE_REVISION: ['entire-revision'],
  CONTIGUOUS_BLOCK_FROM_START: ['partial'],
  UNCLEAR: ['broken'],
}

/** One thing compared: what was recorded and what we say. */
export interface Comparison {
  readonly aspect:
    | 'coverage'
    | 'integrity'
    | 'verdict'
    | 'sub-indication'
    | 'seed-value'
    | 'modification'
    | 'doc-mdp'
  readonly recorded: string
  readonly ours: string
  readonly agrees: boolean
}

const compare = (
  aspect: Comparison['aspect'],
  recorded: unknown,
  ours: unknown,
  agrees = recorded === ours,
): Comparison => ({
  aspect,
  recorded: String(recorded),
  ours: String(ours),
  agrees,
})

/** The recorded call was told to leave later changes out of account. */
const wasNotAnalysed = ({ modification_level, docmdp_ok, coverage }: RecordedStatus) =>
  modification_level === null && docmdp_ok === null && coverage === 'ENTIRE_REVISION'

/** Nothing but later changes speaks against a signature. */
const failsByDifferenceOnly = ({ findings, subIndication }: SignatureReport) =>
  ['SIG_CONSTRAINTS_FAILURE', 'FORMAT_FAILURE'].includes(subIndication ?? '') &&
  findings
    .filter(({ outcome }) => outcome === 'failed')
    .every(({ check }) => ['later-changes', 'permission', 'attack'].includes(check))

/** Compares one recorded verdict with our report of the same signature, aspect by aspect. */
export function compareRecorded(
  recorded: RecordedVerdict,
  report: SignatureReport | undefined,
): Comparison[] {
  const { result } = recorded
  // A call that was to fail gave no status: whatever is said, the signature must not have passed.
  if (result === undefined || report === undefined) {
    const ours = report?.indication ?? 'no signature'
    return [compare('verdict', 'refused', ours, ours !== 'TOTAL-PASSED')]
  }
  const status = result.api ?? result
  const comparisons: Comparison[] = []
  const { coverage } = status
  if (coverage !== undefined) {
    comparisons.push(
      compare('coverage', coverage, report.coverage, coverages[coverage]?.includes(report.coverage) === true),
    )
  }
  const isBroken = report.subIndication === 'HASH_FAILURE' || report.subIndication === 'SIG_CRYPTO_FAILURE'
  comparisons.push(compare('integrity', status.intact && status.valid, !isBroken))
  const isPassed =
    report.indication === 'TOTAL-PASSED' || (wasNotAnalysed(status) && failsByDifferenceOnly(report))
  if (result.status !== undefined)
    comparisons.push(
      compare(
        'verdict',
        result.status.replace('AdESStatus.', ''),
        report.indication,
        (result.status === 'AdESStatus.PASSED') === isPassed,
      ),
    )
  else if (result.bottom_line !== undefined)
    comparisons.push(
      compare('verdict', result.bottom_line, report.indication, result.bottom_line === isPassed),
    )
  const problem = (result.subindic ?? status.trust_problem)?.split('.')[1]
  if (status.intact && status.valid && problem !== undefined && problem !== 'OK')
    comparisons.push(compare('sub-indication', problem, report.subIndication))
  if (status.seed_value_ok !== undefined) {
    const ours = !report.findings.some(({ check, outcome }) => check === 'seed-value' && outcome === 'failed')
    comparisons.push(compare('seed-value', status.seed_value_ok, ours))
  }
  if (status.modification_level != null) {
    const level = status.modification_level.toLowerCase().replace('_', '-')
    comparisons.push(compare('modification', level, report.modification))
  }
  if (typeof status.docmdp_ok === 'boolean')
    comparisons.push(compare('doc-mdp', status.docmdp_ok, report.docMdp?.ok))
  return comparisons
}

/**
 * What pyHanko, EU DSS and this library say of mutated documents, and why they differ where they do.
 *
 * @module
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { serveTestAuthority } from '../../src/adapters/test-authority-server.ts'
import { fromEpochMs } from '../../src/date.ts'
import { writePem } from '../../src/pki/index.ts'
import {
  createVerifier,
  readTrustStore,
  type SignatureReport,
  type ValidationReport,
} from '../../src/validation/index.ts'
import { askDssAside, askPyhankoAside, type DssAnswer, type PyhankoAnswer } from './judges.ts'
import {
  createSigners,
  isFor,
  isInContents,
  listMutations,
  makeSeeds,
  startDraw,
} from './signed-mutations.ts'

/** One mutated document with what everybody says of it. */
interface MutatedCase {
  readonly name: string
  /** Only what stands in /Contents was changed: a certificate, perhaps. */
  readonly isInContents: boolean
  readonly ours: ValidationReport
  readonly dss: DssAnswer | undefined
  readonly pyhanko: PyhankoAnswer | undefined
}

/** How one judge and this library agree. */
export interface JudgeAgreement {
  /** Signatures or, where a judge reads none, documents. */
  readonly compared: number
  readonly same: number
  readonly reasons: ReadonlyMap<string, number>
  readonly unexplained: readonly string[]
}

/** Books of one judge. */
function openBooks() {
  const books = { compared: 0, same: 0, reasons: new Map<string, number>(), unexplained: [] as string[] }
  return {
    books,
    add: (isSame: boolean, reason: string | undefined, words: string) => {
      books.compared += 1
      if (isSame) books.same += 1
      else if (reason === undefined) books.unexplained.push(words)
      else books.reasons.set(reason, (books.reasons.get(reason) ?? 0) + 1)
    },
  }
}

const failing = (report: SignatureReport) => report.findings.filter(({ outcome }) => outcome === 'failed')

/** What fails, for the reader of a disagreement. */
const codesOf = (report: SignatureReport) => failing(report).map(({ code }) => code)

/** Nothing speaks against it but what stands outside the signed bytes or came later. */
const failsByPlaceOnly = (report: SignatureReport) =>
  failing(report).every(({ check }) =>
    ['later-changes', 'permission', 'attack', 'coverage', 'format'].includes(check),
  )

/** Our verdict in the words of EU DSS. */
const wordsOf = ({ indication, subIndication }: SignatureReport) =>
  `${indication.replace('-', '_')}/${subIndication ?? ''}`

/** A fault of one certificate that another copy makes up for. */
const OTHER_COPY =
  'a certificate damaged in one CMS is at hand whole elsewhere in the file; one of the two uses that copy'

/** Sub-indications of a chain that could not be built. */
const CHAIN_LOST =
  /\/(NO_CERTIFICATE_CHAIN_FOUND|NO_SIGNING_CERTIFICATE_FOUND|CERTIFICATE_CHAIN_GENERAL_FAILURE)$/

/** Why a judge refuses a file that passes with us. */
function refusedFor(isInContents: boolean, error = ''): string | undefined {
  if (error.includes('EOF marker not found'))
    return 'pyHanko wants the last %%EOF whole; a file cut within it reads on'
  if (error.includes('Unable to load CertificateFactory') && !isInContents)
    return 'EU DSS refuses a file with a certificate in its security store that cannot be read; here it is left out'
  return isInContents ? OTHER_COPY : undefined
}

/** Why EU DSS says something else of a signature. */
function explainDss(report: SignatureReport, theirs: string, isInContents: boolean): string | undefined {
  const { indication, subIndication } = report
  const isOfCertificate =
    subIndication === 'SIG_CRYPTO_FAILURE' || subIndication === 'NO_SIGNING_CERTIFICATE_FOUND'
  if (isInContents && CHAIN_LOST.test(theirs)) {
    if (indication === 'TOTAL-PASSED') return OTHER_COPY
    if (isOfCertificate || CHAIN_LOST.test(wordsOf(report)))
      return 'neither passes it: a damaged certificate is missed at one place or at another'
  }
  if (isInContents && isOfCertificate && theirs === 'TOTAL_PASSED/') return OTHER_COPY
  if (isInContents && indication === 'TOTAL-PASSED' && theirs === 'TOTAL_FAILED/SIG_CRYPTO_FAILURE')
    return 'the list of digest algorithms in front of a CMS is not signed and not used; EU DSS wants it right'
  if (indication !== 'TOTAL-PASSED' && failsByPlaceOnly(report) && theirs.startsWith('TOTAL_PASSED'))
    return 'EU DSS passes later changes, bytes behind the end and gaps that its policy only warns of or does not look at'
  const isOfTimestamp = failing(report).every(({ check }) => check === 'timestamp')
  if (indication === 'INDETERMINATE' && isOfTimestamp && theirs === 'TOTAL_PASSED/')
    return 'EU DSS leaves a timestamp that does not hold out of account; our policies demand that it holds'
  if (subIndication === 'HASH_FAILURE' && theirs === 'TOTAL_FAILED/FORMAT_FAILURE')
    return 'EU DSS tells of the byte range or the changed pages, we of the digest that does not hold either'
  if (indication === 'TOTAL-FAILED' && theirs.startsWith('TOTAL_FAILED'))
    return 'both fail it, each by the fault that its order of checks meets first'
  return undefined
}

/** Compares with EU DSS, which lists signatures without their fields, and timestamps elsewhere. */
function compareDss(cases: readonly MutatedCase[]): JudgeAgreement {
  const { books, add } = openBooks()
  for (const { name, isInContents, ours, dss } of cases) {
    const signatures = ours.signatures.filter((each) => each.kind === 'signature')
    const answers = dss?.signatures ?? []
    if (dss === undefined || answers.length !== signatures.length) {
      const isPassed = ours.document.indication === 'TOTAL-PASSED'
      const words = `${name}: ours ${signatures.map(wordsOf)}, EU DSS ${dss?.error ?? `${answers.length} signatures`}`
      const reason = isPassed
        ? refusedFor(isInContents, dss?.error)
        : 'EU DSS refuses the file, or finds fewer or more signatures; none of ours passes whole'
      add(false, reason, words)
      continue
    }
    for (const [index, report] of signatures.entries()) {
      const { indication, subIndication } = answers[index] ?? { indication: '', subIndication: '' }
      const theirs = `${indication}/${subIndication ?? ''}`
      const words = `${name} ${report.field}: ours ${wordsOf(report)} ${codesOf(report)}, EU DSS ${theirs}`
      add(wordsOf(report) === theirs, explainDss(report, theirs, isInContents), words)
    }
  }
  return books
}

const coverages: Readonly<Record<string, string>> = {
  ENTIRE_FILE: 'entire-file',
  ENTIRE_REVISION: 'entire-revision',
  CONTIGUOUS_BLOCK_FROM_START: 'partial',
  UNCLEAR: 'broken',
}

/** What is compared with pyHanko: integrity, coverage, level of later changes, the whole. */
function describePyhanko(answer: NonNullable<PyhankoAnswer['signatures']>[number]): string {
  const { intact, valid, coverage, modification, bottomLine, trusted } = answer
  const level = (modification ?? 'other').toLowerCase().replace('_', '-')
  const isGood = bottomLine ?? (intact && valid && trusted)
  return `${intact && valid ? 'holds' : 'broken'} ${coverages[coverage ?? '']} ${level} ${isGood ? 'good' : 'bad'}`
}

/** The same of ours. */
function describeOurs({ kind, subIndication, coverage, modification, indication }: SignatureReport): string {
  const isBroken = subIndication === 'HASH_FAILURE' || subIndication === 'SIG_CRYPTO_FAILURE'
  // pyHanko lets later changes pass for a timestamp.
  const isGood =
    indication === 'TOTAL-PASSED' || (kind === 'timestamp' && subIndication === 'SIG_CONSTRAINTS_FAILURE')
  return `${isBroken ? 'broken' : 'holds'} ${coverage} ${modification} ${isGood ? 'good' : 'bad'}`
}

/** Why pyHanko says something else of a signature. */
function explainPyhanko(report: SignatureReport, theirs: string, isInContents: boolean): string | undefined {
  const [integrity, coverage, level, whole] = theirs.split(' ')
  if (isInContents && report.indication === 'TOTAL-PASSED' && whole === 'bad' && integrity === 'holds')
    return OTHER_COPY
  const isCounted = coverage?.startsWith('entire-') && !report.coverage.startsWith('entire-')
  if (isCounted && integrity === 'broken')
    return 'pyHanko adds up the lengths of a byte range without looking where its second part starts; both call it broken'
  const isBeside = whole === 'good' || (report.modification === 'other' && level !== 'other')
  if (report.attacks.length > 0 && report.indication !== 'TOTAL-PASSED' && isBeside)
    return 'pyHanko looks at what the newest cross-reference data lead to, not at bytes beside them'
  if (report.modification === 'annotations' && level === 'other')
    return 'pyHanko does not implement annotations under DocMDP level 3'
  return undefined
}

/** Compares with pyHanko. */
function comparePyhanko(cases: readonly MutatedCase[]): JudgeAgreement {
  const { books, add } = openBooks()
  for (const { name, isInContents, ours, pyhanko } of cases) {
    if (pyhanko?.signatures === undefined) {
      const isPassed = ours.document.indication === 'TOTAL-PASSED'
      const reason = isPassed
        ? refusedFor(isInContents, pyhanko?.error)
        : 'pyHanko refuses the file; not all of it passes with us either'
      add(false, reason, `${name}: ours ${ours.document.indication}, pyHanko ${pyhanko?.error}`)
      continue
    }
    for (const answer of pyhanko.signatures) {
      const report = ours.signatures.find(({ field }) => field === answer.name)
      const theirs = describePyhanko(answer)
      if (report === undefined) {
        add(false, undefined, `${name} ${answer.name}: not found, pyHanko ${theirs}`)
        continue
      }
      const words = `${name} ${answer.name}: ours ${describeOurs(report)} ${codesOf(report)}, pyHanko ${theirs}${answer.trusted ? '' : ', no trust'}`
      add(describeOurs(report) === theirs, explainPyhanko(report, theirs, isInContents), words)
    }
  }
  return books
}

/** What came of many mutations. */
export interface MutationOutcome {
  readonly documents: number
  readonly untouched: number
  readonly dss: JudgeAgreement
  readonly pyhanko: JudgeAgreement
  /** How often each mutation left some verdict of ours TOTAL-PASSED. */
  readonly passed: ReadonlyMap<string, readonly [passed: number, all: number]>
}

/** Mutates documents at random and has everybody judge them, with trust and with revocation data on loopback. */
export async function judgeMutations(count: number, seed: number): Promise<MutationOutcome> {
  const folder = mkdtempSync(join(tmpdir(), 'motcua-mutations-'))
  const server = await serveTestAuthority()
  try {
    const { authority } = server
    const trustFile = join(folder, 'root.pem')
    writeFileSync(trustFile, writePem('CERTIFICATE', authority.root.certificate))
    const signers = await createSigners(authority)
    const seeds = await makeSeeds(authority, signers)
    const mutations = listMutations(signers)
    const { fetchOcsp, fetchCrl, fetchCertificates } = authority
    const verifier = createVerifier({
      trust: readTrustStore(authority.root.certificate),
      fetchOcsp,
      fetchCrl,
      fetchCertificates,
    })
    const draw = startDraw(seed)
    const made: (Omit<MutatedCase, 'dss' | 'pyhanko'> & { file: string; kind: string })[] = []
    const passed = new Map<string, readonly [number, number]>()
    for (let index = 0; index < count; index += 1) {
      const start = seeds[index % seeds.length]
      // Five steps on, so that a short run meets every kind of mutation.
      const mutation = mutations[(index * 5 + Math.floor(index / seeds.length)) % mutations.length]
      if (start === undefined || mutation === undefined || !isFor(mutation, start)) continue
      const bytes = await mutation.apply(start.bytes, draw)
      const file = join(folder, `${String(index).padStart(5, '0')}.pdf`)
      writeFileSync(file, bytes)
      const ours = await verifier.verify(bytes, { at: fromEpochMs(Date.now()) })
      const name = `${index} ${start.name}, ${mutation.name}`
      made.push({ name, kind: mutation.name, isInContents: isInContents(start, bytes), file, ours })
      const [good, all] = passed.get(mutation.name) ?? [0, 0]
      passed.set(mutation.name, [good + (ours.document.indication === 'TOTAL-PASSED' ? 1 : 0), all + 1])
    }
    const questions = made.map(({ file }) => ({ file, trust: trustFile }))
    const [dss, first] = [await askDssAside(questions), await askPyhankoAside(questions)]
    // On a busy machine an answer may come too late for it: who is trusted is asked twice.
    const isDoubtful = ({ signatures = [] }: PyhankoAnswer) => signatures.some(({ trusted }) => !trusted)
    const doubtful = new Set(first.filter(isDoubtful).map(({ file }) => file))
    const second = await askPyhankoAside(questions.filter(({ file }) => doubtful.has(file)))
    const pyhanko = [...second, ...first]
    const cases = made.map(({ file, ...rest }) => ({
      ...rest,
      dss: dss.find((answer) => answer.file === file),
      pyhanko: pyhanko.find((answer) => answer.file === file),
    }))
    const untouched = made.filter(({ kind }) => kind === 'nothing').length
    return {
      documents: made.length,
      untouched,
      dss: compareDss(cases),
      pyhanko: comparePyhanko(cases),
      passed,
    }
  } finally {
    await server.close()
    rmSync(folder, { recursive: true })
  }
}

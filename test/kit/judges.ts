import { execFile, execFileSync, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'

const root = resolve(import.meta.dirname, '../..')
const pyhanko = join(root, 'out/judges/pyhanko/bin/python')
const dss = join(root, 'out/judges/dss')

/** The outside judges: tools of the tests only. */
export type Judge = 'openssl' | 'pdfsig' | 'qpdf' | 'mutool' | 'pyhanko' | 'dss' | 'xmllint'

/** Tells whether a judge is on this machine; `.ci/run` and test/interop/set-up.sh bring them. */
export function hasJudge(judge: Judge): boolean {
  if (judge === 'pyhanko') return existsSync(pyhanko)
  if (judge === 'dss') return existsSync(dss) && spawnSync('java', ['-version']).status === 0
  return spawnSync('sh', ['-c', `command -v ${judge}`]).status === 0
}

/** One file to be judged, with the trust anchors as a PEM file. */
export interface Question {
  readonly file: string
  readonly trust: string
  readonly password?: string
  /** Lets EU DSS fetch OCSP, CRL and issuers from the addresses in the certificates. */
  readonly online?: boolean
  /** What a detached signature signs, for EU DSS. */
  readonly content?: string
}

/** What EU DSS says of one file. */
export interface DssAnswer {
  readonly file: string
  readonly error?: string
  readonly signatures?: readonly {
    readonly format: string
    readonly indication: string
    readonly subIndication: string | null
    readonly errors: readonly string[]
    readonly warnings: readonly string[]
  }[]
}

/** What pyHanko says of one file. */
export interface PyhankoAnswer {
  readonly file: string
  readonly error?: string
  readonly signatures?: readonly {
    readonly name: string
    readonly type: string
    readonly intact: boolean
    readonly valid: boolean
    readonly trusted: boolean
    readonly bottomLine: boolean | null
    readonly coverage: string | null
    readonly modification: string | null
    readonly docmdpOk: boolean | null
  }[]
}

function ask<Answer>(command: string, args: readonly string[], lines: readonly string[]): Answer[] {
  const answer = execFileSync(command, args, {
    cwd: root,
    encoding: 'utf8',
    input: `${lines.join('\n')}\n`,
    maxBuffer: 1 << 28,
    stdio: ['pipe', 'pipe', 'ignore'],
  })
  return answer
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line) => JSON.parse(line))
}

/** The same without blocking this process, for judges that ask a test authority in it. */
function askAside<Answer>(
  command: string,
  args: readonly string[],
  lines: readonly string[],
): Promise<Answer[]> {
  return new Promise((resolve, reject) => {
    const options = { cwd: root, encoding: 'utf8', maxBuffer: 1 << 28, timeout: 400_000 } as const
    const child = execFile(command, args, options, (error, stdout) => {
      if (error !== null) return reject(error)
      resolve(
        stdout
          .split('\n')
          .filter((line) => line.startsWith('{'))
          .map((line) => JSON.parse(line)),
      )
    })
    child.stdin?.end(`${lines.join('\n')}\n`)
  })
}

/** Asks EU DSS while this process goes on serving OCSP, CRLs and issuers on loopback. */
export function askDssAside(questions: readonly Question[]): Promise<DssAnswer[]> {
  const lines = questions.map(({ file, trust }) => [file, trust, 'online'].join('\t'))
  return askAside('java', ['-cp', `${dss}/*`, 'test/interop/dss/Judge.java'], lines)
}

/** A detached signature that EU DSS is to make, with files and the address of a timestamp authority. */
export interface DetachedOrder {
  readonly content: string
  readonly root: string
  readonly certificate: string
  /** PKCS #8, DER. */
  readonly key: string
  readonly level: 'B' | 'T' | 'LT' | 'LTA'
  readonly tsaUrl: string
  readonly out: string
  /** One more archive timestamp. */
  readonly isExtended?: boolean
}

/** Has EU DSS make detached CAdES signatures while this process goes on serving timestamps, OCSP and issuers. */
export function makeDetachedByDss(orders: readonly DetachedOrder[]): Promise<{ ok: boolean }[]> {
  const lines = orders.map(({ content, root, certificate, key, level, tsaUrl, out, isExtended }) =>
    [content, root, certificate, key, level, tsaUrl, out, ...(isExtended ? ['again'] : [])].join('\t'),
  )
  return askAside('java', ['-cp', `${dss}/*`, 'test/interop/dss/SignDetached.java'], lines)
}

/** Asks pyHanko while this process goes on serving OCSP, CRLs and issuers on loopback. */
export function askPyhankoAside(questions: readonly Question[]): Promise<PyhankoAnswer[]> {
  const lines = questions.map(({ file, trust, password }) => [file, trust, password ?? ''].join('\t'))
  return askAside(pyhanko, ['test/interop/pyhanko_judge.py'], lines)
}

/** Asks EU DSS about many files in one run. */
export function askDss(questions: readonly Question[]): DssAnswer[] {
  const lines = questions.map(({ file, trust, online, content }) =>
    [file, trust, online ? 'online' : 'offline', ...(content === undefined ? [] : [content])].join('\t'),
  )
  return ask('java', ['-cp', `${dss}/*`, 'test/interop/dss/Judge.java'], lines)
}

/** Asks poppler about one file: its words for each signature, in order. */
export function askPdfsig(file: string, password?: string): { valid: boolean; wholeDocument: boolean }[] {
  const args = ['-nocert', ...(password === undefined ? [] : ['-upw', password]), file]
  const { stdout } = spawnSync('pdfsig', args, { encoding: 'utf8' })
  return stdout
    .split(/^Signature #/m)
    .slice(1)
    .map((part) => ({
      valid: part.includes('Signature is Valid'),
      wholeDocument: part.includes('Total document signed') && !part.includes('Not total document signed'),
    }))
}

/** Asks MuPDF about one file: for each signature field, in its order, whether it is signed and the digest holds. */
export function askMutool(file: string): { signed: boolean; valid: boolean }[] {
  const { stdout } = spawnSync('mutool', ['sign', '-v', file], { encoding: 'utf8' })
  return stdout
    .split(/^Verifying signature /m)
    .slice(1)
    .map((part) => ({
      signed: !part.includes('Signature is not signed'),
      // Of the certificate it knows nothing; an error of the digest is told in its own line.
      valid: !part.includes('Signature is not signed') && !part.includes('Digest error'),
    }))
}

/** Asks OpenSSL whether a CMS is a signature over some content: chain and ESS attribute included, revocation not. */
export function askOpenssl(files: {
  readonly cms: string
  readonly content: string
  readonly trust: string
}): boolean {
  const input = ['-inform', 'DER', '-in', files.cms, '-binary', '-content', files.content]
  const trust = ['-CAfile', files.trust, '-purpose', 'any', '-cades']
  const line = ['cms', '-verify', ...input, ...trust, '-out', '/dev/null']
  return spawnSync('openssl', line).status === 0
}

/** Asks `qpdf --check`: `ok`, `warnings` or `error`, as the corpus manifest names them. */
export function askQpdf(file: string, password?: string): 'ok' | 'warnings' | 'error' {
  const args = [...(password === undefined ? [] : [`--password=${password}`]), '--check', file]
  const { status } = spawnSync('qpdf', args, { encoding: 'utf8' })
  return status === 0 ? 'ok' : status === 3 ? 'warnings' : 'error'
}

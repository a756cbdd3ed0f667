/**
 * `motcua verify`: the verdict on the signatures of a document.
 *
 * @module
 */
import { createHttpFetchers } from '../adapters/http.ts'
import { type Instant, instant } from '../date.ts'
import { isMotcuaError } from '../errors.ts'
import {
  builtInPolicies,
  createVerifier,
  isAllPassed,
  readPolicy,
  type ValidationPolicy,
  type ValidationReport,
  type VerifierOptions,
  verifyDetached,
  writeJsonVerdict,
  writeTextReport,
} from '../validation/index.ts'
import type { CliIo, Command } from './command.ts'
import { readArguments } from './read-arguments.ts'
import { readPassword, refuseOption } from './signing-options.ts'
import { openReport, type ReportWriter } from './verify-report.ts'
import { readTrust } from './verify-trust.ts'

const usage = {
  vi: `Cách dùng: motcua verify TỆP.pdf|TỆP.p7s [--content TỆP] [--trust TỆP]… [--tsa-trust TỆP]… [--list-signer TỆP]…
           [--at THỜI_ĐIỂM] [--policy TÊN|TỆP.json] [--online] [--internal-host TÊN]… [--password-env BIẾN]
           [--lang vi|en] [--json] [--report html|xml|json --out TỆP]
Kiểm tra mọi chữ ký và dấu thời gian của tài liệu. Chỉ tin cậy các gốc được nêu: --trust (PEM hoặc DER,
một tệp có thể chứa nhiều chứng thư) dùng cho chữ ký, và cho cả dấu thời gian nếu không có --tsa-trust.
Tệp XML là danh sách tin cậy (ETSI TS 119 612): mỗi dịch vụ được tin cho mục đích và trong thời gian nó còn hiệu lực.
--list-signer là chứng thư của cơ quan ký danh sách; không nêu thì chữ ký của danh sách KHÔNG được kiểm tra.
Danh sách cần gói tùy chọn @xmldom/xmldom.
--at là thời điểm cần xét, mặc định là bây giờ; --policy là etsi (mặc định), vn-tt15-2025 hoặc một tệp JSON.
Không có --online thì không tải gì từ mạng. --report ghi thêm một trang HTML dễ đọc hoặc báo cáo đầy đủ
(XML của ETSI TS 119 102-2, JSON).
--content là tệp mà TỆP.p7s đã ký (CAdES tách rời); nếu không nêu, là tệp cùng tên không có đuôi .p7s.
Mã thoát 0 chỉ khi có ít nhất một chữ ký và mọi chữ ký đều TOTAL-PASSED; nếu không, 1.
`,
  en: `Usage: motcua verify FILE.pdf|FILE.p7s [--content FILE] [--trust FILE]… [--tsa-trust FILE]… [--list-signer FILE]…
       [--at MOMENT] [--policy NAME|FILE.json] [--online] [--internal-host NAME]… [--password-env VAR]
       [--lang vi|en] [--json] [--report html|xml|json --out FILE]
Judges every signature and timestamp of the document. Nothing is trusted but the roots that are named:
--trust (PEM or DER, several certificates a file) for signatures, and for timestamps as well unless there is
--tsa-trust. An XML file is a trusted list (ETSI TS 119 612): each service is trusted for its purpose while it was
granted. --list-signer is the certificate with which the operator signs its list; without it the signature of
the list is NOT checked. Lists take the optional package @xmldom/xmldom.
--at is the moment in question, now unless given; --policy is etsi (unless given), vn-tt15-2025 or a JSON file.
Without --online nothing is fetched. --report writes a page for people (HTML) or the whole report
(XML of ETSI TS 119 102-2, JSON) as well.
--content is the file that FILE.p7s signs (CAdES detached); unless given, the one of that name without .p7s.
Exit code 0 only if there is at least one signature and every one is TOTAL-PASSED; otherwise 1.
`,
} as const

const options = {
  trust: { type: 'string', multiple: true },
  'tsa-trust': { type: 'string', multiple: true },
  'list-signer': { type: 'string', multiple: true },
  content: { type: 'string' },
  at: { type: 'string' },
  policy: { type: 'string' },
  online: { type: 'boolean' },
  'internal-host': { type: 'string', multiple: true },
  'password-env': { type: 'string' },
  json: { type: 'boolean' },
  report: { type: 'string' },
  out: { type: 'string' },
} as const

/** What the options that decide the verdict say. */
interface VerifyValues {
  readonly trust?: readonly string[] | undefined
  readonly 'tsa-trust'?: readonly string[] | undefined
  readonly 'list-signer'?: readonly string[] | undefined
  readonly at?: string | undefined
  readonly policy?: string | undefined
  readonly online?: boolean | undefined
  readonly 'internal-host'?: readonly string[] | undefined
}

/** Reads JSON, or says that the option wants it. */
function readJson(path: string, io: CliIo): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(io.readFile(path)))
  } catch (error) {
    if (error instanceof SyntaxError) return refuseOption('--policy', 'JSON')
    throw error
  }
}

/** A built-in policy by its name, or one from a file. */
function openPolicy(name: string | undefined, io: CliIo): ValidationPolicy {
  const builtIn = builtInPolicies.find((policy) => policy.name === (name ?? 'etsi'))
  if (builtIn !== undefined) return builtIn
  if (name === undefined || !io.exists(name))
    return refuseOption(
      '--policy',
      [...builtInPolicies.map((policy) => policy.name), 'FILE.json'].join(' | '),
    )
  try {
    return readPolicy(readJson(name, io))
  } catch (error) {
    if (!isMotcuaError(error, 'validation/bad-policy')) throw error
    return refuseOption('--policy', `${error.data.path}: ${error.data.expected}`)
  }
}

/** The moment in question. */
function readMoment(value: string | undefined, io: CliIo): Instant {
  if (value === undefined) return io.now()
  try {
    return instant(value)
  } catch {
    return refuseOption('--at', 'YYYY-MM-DDTHH:mm:ss+07:00')
  }
}

/** What the verifier is made with. */
async function readVerifier(
  values: VerifyValues,
  { at, language }: { readonly at: Instant; readonly language: 'vi' | 'en' },
  io: CliIo,
): Promise<VerifierOptions> {
  const trust = await readTrust(values, { at, language }, io)
  const policy = openPolicy(values.policy, io)
  if (values.online !== true) return { trust, policy }
  const { fetchOcsp, fetchCrl, fetchCertificates } = createHttpFetchers({
    internalHosts: values['internal-host'] ?? [],
  })
  return { trust, policy, fetchOcsp, fetchCrl, fetchCertificates }
}

/** What a file is judged with, and what the report needs besides. */
interface FileJob {
  readonly at: Instant
  readonly password: string | undefined
  /** The detached signature of the file; `undefined` when it carries its own. */
  readonly cms: Uint8Array | undefined
  /** Writes the report of a file, when one was asked for. */
  readonly writeReport: ReportWriter | undefined
}

/** Verifies a file, which is never in memory as a whole. */
async function verifyFile(
  path: string,
  job: FileJob & { readonly verifier: VerifierOptions },
  io: CliIo,
): Promise<ValidationReport> {
  const source = io.openFile(path)
  try {
    const { verifier, cms, at } = job
    const report =
      cms === undefined
        ? await createVerifier(verifier).verify(source, job)
        : await verifyDetached({ cms, content: source }, { ...verifier, at })
    job.writeReport?.(report, { path, source })
    source.assertUnchanged()
    return report
  } finally {
    source.close()
  }
}

/** The ending of files that hold a detached signature. */
const DETACHED = /\.p7s$/i

/** The file that was signed: itself, the one that `--content` names, or the one whose name goes without `.p7s`. */
function findSigned(path: string, content: string | undefined, io: CliIo): string {
  if (content !== undefined) return content
  if (!DETACHED.test(path)) return path
  const beside = path.replace(DETACHED, '')
  return io.exists(beside) ? beside : refuseOption('--content', 'FILE')
}

/** Every file that is read: a report must not be written over one of them. */
function listInputs(path: string, signed: string, values: VerifyValues): readonly string[] {
  const { trust = [], 'tsa-trust': tsaTrust = [], 'list-signer': signers = [], policy } = values
  return [path, signed, ...trust, ...tsaTrust, ...signers, ...(policy === undefined ? [] : [policy])]
}

/** What a run without a root is told: it can never end well, and a newcomer wonders why. */
const noRoots = {
  vi: 'chưa nêu gốc tin cậy nào: thêm --trust TỆP, nếu không thì không chữ ký nào được kết luận là hợp lệ',
  en: 'no root is trusted: add --trust FILE, or no signature can be called valid',
} as const

/** Runs the command. */
async function run(args: readonly string[], io: CliIo): Promise<number> {
  const read = readArguments(args, { usage, options, words: { min: 1, max: 1 } }, io)
  if (read.kind === 'done') return read.exitCode
  const { values, words, language } = read
  const path = words[0] ?? ''
  const signed = findSigned(path, values.content, io)
  const at = readMoment(values.at, io)
  const job = {
    cms: signed === path ? undefined : io.readFile(path),
    at,
    password: readPassword(values['password-env'], io),
    verifier: await readVerifier(values, { at, language }, io),
    writeReport: openReport({ ...values, inputs: listInputs(path, signed, values) }, language, io),
  }
  if (job.verifier.trust.length === 0) io.err(`motcua: ${noRoots[language]}\n`)
  const report = await verifyFile(signed, job, io)
  if (values.json === true) io.out(writeJsonVerdict(report, language))
  else io.out(`${path}: ${writeTextReport(report, language)}`)
  return isAllPassed(report) ? 0 : 1
}

/** The command. */
export const command: Command = {
  name: 'verify',
  summary: { vi: 'Kiểm tra chữ ký số của tài liệu', en: 'Judges the signatures of a document' },
  run,
}

/**
 * `motcua procedure`: procedures as they are published, and the processes that settle them.
 *
 * @module
 */
import type { CliIo, Command } from './command.ts'
import { runProcedureImport, runProcedureList } from './procedure-catalogue.ts'
import {
  runProcedureConform,
  runProcedureLint,
  runProcedurePaths,
  runProcedureShow,
} from './procedure-process.ts'
import { findLanguage } from './read-arguments.ts'

const usage = {
  vi: `Cách dùng: motcua procedure import TỆP --out THƯ_MỤC [--field LĨNH_VỰC] [--json]
           motcua procedure list [--on NGÀY] [--field LĨNH_VỰC] [--json]
           motcua procedure lint TỆP [--term "15 ngày"] [--json]
           motcua procedure show TỆP|MÃ --as mermaid|svg|sheet|sheet-html|listing|chart|bpmn
           motcua procedure paths TỆP|MÃ [--count] [--json]
           motcua procedure conform SỰ_KIỆN --process TỆP|MÃ [--json]
"motcua procedure VIỆC --help" giải thích từng việc.
`,
  en: `Usage: motcua procedure import FILE --out FOLDER [--field FIELD] [--json]
       motcua procedure list [--on DATE] [--field FIELD] [--json]
       motcua procedure lint FILE [--term "15 ngày"] [--json]
       motcua procedure show FILE|CODE --as mermaid|svg|sheet|sheet-html|listing|chart|bpmn
       motcua procedure paths FILE|CODE [--count] [--json]
       motcua procedure conform EVENTS --process FILE|CODE [--json]
"motcua procedure JOB --help" explains each job.
`,
} as const

/** The jobs of the command, each with the words that follow it. */
const jobs: Readonly<Record<string, (args: readonly string[], io: CliIo) => Promise<number>>> = {
  import: runProcedureImport,
  list: runProcedureList,
  lint: runProcedureLint,
  show: runProcedureShow,
  paths: runProcedurePaths,
  conform: runProcedureConform,
}

/** Runs the job that the first word names. */
async function run([job = '', ...args]: readonly string[], io: CliIo): Promise<number> {
  const chosen = Object.hasOwn(jobs, job) ? jobs[job] : undefined
  if (chosen !== undefined) return chosen(args, io)
  const text = usage[findLanguage([job, ...args])]
  const isHelp = job === '--help' || job === '-h'
  if (isHelp) io.out(text)
  else io.err(text)
  return isHelp ? 0 : 2
}

/** The command `procedure`. */
export const command: Command = {
  name: 'procedure',
  summary: {
    vi: 'Thủ tục và quy trình: nhập, liệt kê, kiểm tra, vẽ, sinh đường đi',
    en: 'Procedures and processes: imported, listed, linted, drawn, walked',
  },
  run,
}

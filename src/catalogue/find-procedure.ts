import { copyFromRegister } from './data/copy-from-register.ts'
import { publishedProcesses } from './data/published-processes.ts'
import type { Procedure } from './procedure.ts'

/** The built-in procedures whose exact shape the type system knows, by code. */
const typed = { '2.000908': copyFromRegister } as const

/**
 * The built-in procedures with what is known of their internal processes, in order of record id.
 *
 * Inconsistent publications are kept as they are: `checkProcedure` says what contradicts what. The national
 * records of 2021 are behind `motcua/catalogue/data`.
 */
export const procedures: readonly Procedure[] = [copyFromRegister, ...publishedProcesses].sort((a, b) =>
  a.id < b.id ? -1 : 1,
)

/** Letters of a national code, with which a localised one begins. */
const NATIONAL_LENGTH = 8

/**
 * Finds a built-in procedure by its code, national or localised, or by its record id.
 *
 * For a code that is known when the program is written, the answer has the exact type of that record, so
 * that `dossierOf` can narrow a dossier to it. A second argument gives other records to search, such as those
 * of `motcua/catalogue/data`.
 *
 * @example
 * import { findProcedure } from 'motcua/catalogue'
 * findProcedure('2.000908').name // 'Cấp bản sao từ sổ gốc'
 * findProcedure('9.999999') // undefined
 */
export function findProcedure<Code extends keyof typeof typed>(code: Code): (typeof typed)[Code]
export function findProcedure(code: string, among?: readonly Procedure[]): Procedure | undefined
export function findProcedure(code: string, among: readonly Procedure[] = procedures): Procedure | undefined {
  const isLocalised = /^[123]\.\d{6}\./.test(code)
  return (
    among.find((procedure) => procedure.id === code || procedure.code === code) ??
    among.find((procedure) => isLocalised && procedure.code === code.slice(0, NATIONAL_LENGTH))
  )
}

import { copyFromRegister } from './data/copy-from-register.ts'
import type { Procedure } from './procedure.ts'

/** The built-in procedures whose exact shape the type system knows, by code. */
const typed = { '2.000908': copyFromRegister } as const

/** The built-in procedures, in order of record id. */
export const procedures: readonly Procedure[] = [copyFromRegister]

/**
 * Finds a built-in procedure by its code, national or localised, or by its record id.
 *
 * For a code that is known when the program is written, the answer has the exact type of that record, so
 * that `dossierOf` can narrow a dossier to it.
 *
 * @example
 * import { findProcedure } from 'motcua/catalogue'
 * findProcedure('2.000908').name // 'Cấp bản sao từ sổ gốc'
 * findProcedure('9.999999') // undefined
 */
export function findProcedure<Code extends keyof typeof typed>(code: Code): (typeof typed)[Code]
export function findProcedure(code: string): Procedure | undefined
export function findProcedure(code: string): Procedure | undefined {
  const national = code.slice(0, 8)
  return (
    procedures.find((procedure) => procedure.id === code || procedure.code === code) ??
    procedures.find((procedure) => procedure.code === national && /^[123]\.\d{6}\./.test(code))
  )
}

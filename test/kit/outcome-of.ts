import { isMotcuaError } from '../../src/errors.ts'

/** The code of the error a call ends in, or `fine`; any other thrown value is thrown on. */
export function outcomeOf(call: () => unknown): string {
  try {
    call()
    return 'fine'
  } catch (error) {
    if (isMotcuaError(error)) return error.code
    throw error
  }
}

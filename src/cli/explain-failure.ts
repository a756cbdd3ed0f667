/**
 * What a failure that no command caught means for the person and for the exit code.
 *
 * @module
 */
import { isMotcuaError, type Language } from '../errors.ts'

/** How a program ends: 0 fine, 1 the subject is wrong, 2 the call is wrong, 3 the world failed. */
export type ExitCode = 0 | 1 | 2 | 3

/** A sentence for the error stream and the exit code that goes with it. */
export interface Failure {
  readonly text: string
  readonly exitCode: ExitCode
}

/** Sentences for the error codes of files and networks that people meet; any other is shown by its code. */
const systemSentences: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  ENOENT: { vi: 'không có tệp hoặc thư mục này', en: 'no such file or folder' },
  EACCES: { vi: 'không có quyền truy cập', en: 'access is not allowed' },
  EPERM: { vi: 'không có quyền thực hiện', en: 'the operation is not allowed' },
  EISDIR: { vi: 'đây là thư mục, cần một tệp', en: 'this is a folder, a file is needed' },
  ENOTDIR: { vi: 'một phần của đường dẫn không phải thư mục', en: 'a part of the path is not a folder' },
  ENOSPC: { vi: 'hết chỗ trên đĩa', en: 'the disk is full' },
  EADDRINUSE: { vi: 'cổng đang được dùng', en: 'the port is in use' },
  ECONNREFUSED: { vi: 'máy chủ từ chối kết nối', en: 'the server refuses the connection' },
  ECONNRESET: { vi: 'kết nối bị ngắt', en: 'the connection was cut' },
  ENOTFOUND: { vi: 'không tìm thấy máy chủ', en: 'the server was not found' },
  ETIMEDOUT: { vi: 'quá thời gian chờ', en: 'the waiting time is over' },
}

const sentences = {
  vi: { call: 'tham số sai', bug: 'lỗi ngoài dự kiến; hãy báo lại cho người bảo trì motcua' },
  en: { call: 'wrong argument', bug: 'unexpected error; please report it to the maintainers of motcua' },
}

/** Text and code of an error that Node gives: `ENOENT` and its path, `ERR_PARSE_ARGS_…` and its sentence. */
function readNodeError(error: unknown): { code: string; message: string; place: string } | undefined {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return undefined
  const { message } = error
  const place = ['path', 'hostname', 'address'].flatMap((key) => {
    const value: unknown = Reflect.get(error, key)
    return typeof value === 'string' ? [value] : []
  })
  return { code: error.code, message, place: place[0] ?? '' }
}

/** Rooms whose errors come from the world outside, not from what they were given. */
const isWorldly = (code: string): boolean => code.startsWith('adapters/')

/**
 * Turns whatever was thrown into a sentence and an exit code.
 *
 * A `MotcuaError` of an adapter is the world's fault (3), of any other room the subject's (1); what `parseArgs`
 * refuses is the caller's (2); files, network and anything unexpected are the world's (3).
 */
export function explainFailure(error: unknown, language: Language): Failure {
  if (isMotcuaError(error)) {
    const exitCode = error.code.startsWith('cli/') ? 2 : isWorldly(error.code) ? 3 : 1
    return { text: `motcua: ${error.messageIn(language)} (${error.code})`, exitCode }
  }
  const system = readNodeError(error)
  if (system?.code.startsWith('ERR_PARSE_ARGS')) {
    return { text: `motcua: ${sentences[language].call}: ${system.message}`, exitCode: 2 }
  }
  if (system !== undefined) {
    const said = systemSentences[system.code]?.[language] ?? system.message
    const place = system.place === '' ? '' : `${system.place}: `
    return { text: `motcua: ${place}${said} (${system.code})`, exitCode: 3 }
  }
  const detail = error instanceof Error ? `${error.name}: ${error.message}` : String(error)
  return { text: `motcua: ${sentences[language].bug}: ${detail}`, exitCode: 3 }
}

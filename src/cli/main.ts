#!/usr/bin/env node
/**
 * The program `motcua`: the real world, handed to the dispatcher.
 *
 * @module
 */
import { once } from 'node:events'
import {
  createReadStream,
  existsSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { availableParallelism } from 'node:os'
import { dirname, resolve } from 'node:path'
import process from 'node:process'
import { type FileSource, openFileSource, writeFileWhole } from '../adapters/file-source.ts'
import { toByteSource } from '../bytes.ts'
import { fromEpochMs } from '../date.ts'
import type { CliIo } from './command.ts'
import { commandTable } from './command-table.ts'
import { runCommandLine } from './dispatch.ts'
import { isHelperThread, serveHelper, startHelperThread } from './helper-thread.ts'

/** Bytes of a file read at once: few enough to stay small, many enough to be fast. */
const CHUNK_BYTES = 1 << 20

/** Opens or reads a file; what fails names the file, also where the system does not (a folder that is read). */
function withPath<Result>(path: string, work: (path: string) => Result): Result {
  try {
    return work(path)
  } catch (error) {
    if (error instanceof Error && 'code' in error && !('path' in error)) Object.assign(error, { path })
    throw error
  }
}

/** Opens a file; what can be read only once, such as `/dev/stdin` behind a pipe, is read to its end. */
function openInput(path: string): FileSource {
  if (statSync(path).isFile()) return openFileSource(path)
  const source = toByteSource(readFileSync(path))
  return { ...source, assertUnchanged: () => undefined, close: () => undefined }
}

const io: CliIo = {
  out: (text) => {
    process.stdout.write(text)
  },
  drained: async () => {
    if (process.stdout.writableNeedDrain) await once(process.stdout, 'drain')
  },
  err: (text) => {
    process.stderr.write(text)
  },
  readFile: (path) => withPath(path, (name) => readFileSync(name)),
  readChunks: (path) => createReadStream(path, { highWaterMark: CHUNK_BYTES }),
  openFile: (path) => withPath(path, openInput),
  measureFile: (path) => {
    const stats = statSync(path)
    return stats.isFile() ? stats.size : undefined
  },
  parallelism: availableParallelism(),
  startHelper: () => startHelperThread(new URL(import.meta.url)),
  writePieces: writeFileWhole,
  exists: existsSync,
  realPath: (path) => (existsSync(path) ? realpathSync(path) : resolve(path)),
  writeFile: (path, bytes) => {
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, bytes)
  },
  readStdin: () => process.stdin,
  env: process.env,
  isTerminal: process.stdout.isTTY === true,
  isErrTerminal: process.stderr.isTTY === true,
  now: () => fromEpochMs(Date.now()),
}

/** Runs the program with the words of the command line. */
function runProgram(): void {
  // `motcua … | head` closes the pipe early: that ends the program, it is not a failure to talk about.
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EPIPE') process.exit()
      throw error
    })
  }
  // The exit code is set, not forced: what is still in a pipe is written first.
  runCommandLine(process.argv.slice(2), { table: commandTable, io }).then((exitCode) => {
    process.exitCode = exitCode
  })
}

if (isHelperThread()) serveHelper(openFileSource)
else runProgram()

/**
 * PGlite, PostgreSQL inside the process: for development, tests, demonstrations and one-process desktop use.
 *
 * It runs with `fsync=off`, so a power cut may lose what was answered, and it takes no lock, so two processes
 * on one folder lose each other's rows. The lock file here prevents the second; the first is why it is not for
 * the record of last resort.
 *
 * @module
 */
import { closeSync, mkdirSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs'
import { hostname } from 'node:os'
import { dirname, resolve } from 'node:path'
import process from 'node:process'
import { MotcuaError } from '../errors.ts'
import type { Row, SqlClient } from '../runtime/index.ts'
import { messages } from './messages.ts'

/** The part of PGlite that is used; the package itself is never imported here. */
export interface PgliteLike {
  query(text: string, values?: unknown[]): Promise<{ rows: unknown[] }>
}

/**
 * Wraps a PGlite instance as a client of one method. The caller opens and closes it.
 */
export function fromPglite(pglite: PgliteLike): SqlClient {
  return {
    async query(text, values = []) {
      const { rows } = await pglite.query(text, [...values])
      return rows as Row[]
    },
  }
}

/** A lock that is held until it is released or the process is gone. */
export interface FolderLock {
  readonly path: string
  /** Gives the folder free again; once is enough. */
  release(): void
}

/** Who holds a lock, as the file says. */
interface Holder {
  readonly pid: number
  readonly host: string
}

/** Reads the holder of a lock file; `undefined` when it does not tell one. */
function readHolder(path: string): Holder | undefined {
  try {
    const value: unknown = JSON.parse(readFileSync(path, 'utf8'))
    if (typeof value !== 'object' || value === null || !('pid' in value) || !('host' in value))
      return undefined
    return { pid: Number(value.pid), host: String(value.host) }
  } catch {
    // A file that is half written or gone names nobody.
    return undefined
  }
}

/** Tells whether a process of this machine is gone; of another machine nobody can tell. */
function isGone({ pid, host }: Holder): boolean {
  if (host !== hostname() || !Number.isInteger(pid) || pid <= 0) return false
  try {
    process.kill(pid, 0)
    return false
  } catch (error) {
    return typeof error === 'object' && error !== null && 'code' in error && error.code === 'ESRCH'
  }
}

/** Makes the lock file, or `undefined` when there is one. */
function create(path: string): FolderLock | undefined {
  let file: number
  try {
    file = openSync(path, 'wx')
  } catch (error) {
    if (typeof error === 'object' && error !== null && 'code' in error && error.code === 'EEXIST')
      return undefined
    throw error
  }
  writeSync(file, JSON.stringify({ pid: process.pid, host: hostname() }))
  closeSync(file)
  let isHeld = true
  return {
    path,
    release: () => {
      if (isHeld) rmSync(path, { force: true })
      isHeld = false
    },
  }
}

/**
 * Takes a folder for this process: `FOLDER.lock` beside it holds the process's number.
 *
 * A lock whose process is gone is taken over. Take it before opening PGlite on the folder, release it after
 * closing.
 *
 * @throws MotcuaError `adapters/folder-locked` naming the holder.
 */
export function lockFolder(folder: string): FolderLock {
  const path = `${resolve(folder)}.lock`
  mkdirSync(dirname(path), { recursive: true })
  const taken = create(path)
  if (taken) return taken
  const holder = readHolder(path)
  if (holder && isGone(holder)) {
    rmSync(path, { force: true })
    const again = create(path)
    if (again) return again
  }
  throw new MotcuaError(messages, 'adapters/folder-locked', {
    path,
    pid: holder?.pid ?? 0,
    host: holder?.host ?? '?',
  })
}

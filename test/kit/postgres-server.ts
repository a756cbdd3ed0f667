/** A PostgreSQL server of the tests' own: in a temporary folder, on a socket in it, stopped at the end. */
import { execFileSync, spawnSync } from 'node:child_process'
import { chmodSync, chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const installed = '/usr/lib/postgresql'

/** Folder of the newest server programs, or of those on the path; `undefined` where there are none. */
function findPrograms(): string | undefined {
  const versions = existsSync(installed) ? readdirSync(installed).sort((a, b) => Number(b) - Number(a)) : []
  const found = versions
    .map((version) => join(installed, version, 'bin'))
    .find((bin) => existsSync(join(bin, 'initdb')))
  if (found !== undefined) return found
  const { status, stdout } = spawnSync('sh', ['-c', 'dirname "$(command -v initdb)"'], { encoding: 'utf8' })
  const bin = stdout.trim()
  return status === 0 && existsSync(join(bin, 'initdb')) ? bin : undefined
}

/** Tells whether a server can be started here. */
export function hasPostgres(): boolean {
  return findPrograms() !== undefined
}

/** A running server. */
export interface PostgresServer {
  /** For `pg`: over the socket, without a password. */
  readonly connectionString: string
  readonly version: string
  stop(): void
}

/** The server refuses to run as root: then it runs as the system's `postgres`. */
function serverUser(): { readonly uid: number; readonly gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined
  const read = (flag: string): number => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }))
  return { uid: read('-u'), gid: read('-g') }
}

/** Makes a cluster in a temporary folder and starts it, listening on a socket only. */
export function startPostgres(): PostgresServer {
  const bin = findPrograms()
  if (bin === undefined)
    throw new Error('no PostgreSQL server programs; test/interop/set-up.sh installs them')
  const folder = mkdtempSync(join(tmpdir(), 'motcua-pg-'))
  const user = serverUser()
  chmodSync(folder, 0o755)
  if (user) chownSync(folder, user.uid, user.gid)
  const run = (program: string, args: readonly string[]): string =>
    execFileSync(join(bin, program), [...args], {
      cwd: folder,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
      ...user,
    })
  const data = join(folder, 'data')
  const control = (...args: readonly string[]) =>
    spawnSync(join(bin, 'pg_ctl'), ['-D', data, '-w', ...args], { cwd: folder, stdio: 'ignore', ...user })
  run('initdb', ['-D', data, '-U', 'motcua', '-A', 'trust', '-E', 'UTF8', '--locale=C', '--no-sync'])
  const settings = `-c listen_addresses='' -c unix_socket_directories='${folder}' -c unix_socket_permissions=0777`
  const { status } = control('-l', join(folder, 'log'), '-o', settings, 'start')
  if (status !== 0) throw new Error('PostgreSQL did not start')
  return {
    connectionString: `postgresql://motcua@/postgres?host=${encodeURIComponent(folder)}`,
    version: run('postgres', ['--version']).trim(),
    stop: () => {
      control('-m', 'immediate', 'stop')
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

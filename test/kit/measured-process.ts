import { spawn } from 'node:child_process'
import { once } from 'node:events'
import process from 'node:process'

/** What a program said at its end, how long it ran and worked, and the most memory it ever held. */
export interface MeasuredRun {
  readonly exitCode: number | null
  /** The last characters of its output. */
  readonly out: string
  readonly err: string
  readonly outBytes: number
  readonly wallMs: number
  /** Processor time of all its threads. */
  readonly processorMs: number
  readonly peakMegabytes: number
}

/** How a program is run. */
export interface MeasuredOptions {
  /** Milliseconds of rest after each piece of output that is read: a reader that is slower than the program. */
  readonly restMs?: number
}

/** Tells what a process used when it ends; its threads say nothing. */
const tellUse = `data:text/javascript,import process from 'node:process';import {isMainThread} from 'node:worker_threads';if(isMainThread)process.on('exit',()=>{const {maxRSS,userCPUTime,systemCPUTime}=process.resourceUsage();process.stderr.write(' maxRSS='+maxRSS+' cpu='+(userCPUTime+systemCPUTime))})`

/** Runs a JavaScript program to its end in a process of its own. */
export async function runMeasured(
  args: readonly string[],
  options: MeasuredOptions = {},
): Promise<MeasuredRun> {
  const { restMs = 0 } = options
  const start = performance.now()
  const child = spawn(process.execPath, ['--import', tellUse, ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const said = { out: '', err: '', outBytes: 0 }
  child.stdout.on('data', (data: Buffer) => {
    said.outBytes += data.length
    said.out = `${said.out}${data}`.slice(-4096)
    if (restMs === 0) return
    child.stdout.pause()
    setTimeout(() => child.stdout.resume(), restMs)
  })
  child.stderr.on('data', (data: Buffer) => {
    said.err = `${said.err}${data}`.slice(-4096)
  })
  await once(child, 'close')
  const [remark = '', kilobytes, microseconds] = said.err.match(/ maxRSS=(\d+) cpu=(\d+)/) ?? []
  const peakMegabytes = Math.round(Number(kilobytes) / 1024)
  const processorMs = Number(microseconds) / 1000
  const wallMs = performance.now() - start
  return {
    ...said,
    err: said.err.replace(remark, ''),
    exitCode: child.exitCode,
    wallMs,
    processorMs,
    peakMegabytes,
  }
}

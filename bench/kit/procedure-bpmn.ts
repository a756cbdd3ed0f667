/** Ten user tasks in a row, signalled at once, on bpmn-engine: what the usual BPMN engine of this platform costs. */
import { EventEmitter } from 'node:events'
import { type BenchRow, loadPeer, median, processorMs } from './measure.ts'

interface Activity {
  signal(): void
}
type Engine = new (options: {
  readonly name: string
  readonly source: string
}) => {
  execute(options: { readonly listener: EventEmitter }): Promise<unknown>
  waitFor(event: string): Promise<unknown>
}

const TASKS = 10

/** The process as BPMN. */
function writeProcess(): string {
  const tasks = Array.from({ length: TASKS }, (_, at) => `<userTask id="t${at}"/>`).join('')
  const names = ['start', ...Array.from({ length: TASKS }, (_, at) => `t${at}`), 'end']
  const flows = names
    .slice(1)
    .map((name, at) => `<sequenceFlow id="f${at}" sourceRef="${names[at]}" targetRef="${name}"/>`)
    .join('')
  return `<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="urn:bench"><process id="p" isExecutable="true"><startEvent id="start"/>${tasks}<endEvent id="end"/>${flows}</process></definitions>`
}

/** Nanoseconds of processor time for one task, or that the peer is not there. */
export async function measureEngine(): Promise<BenchRow[]> {
  const bench = 'ten tasks in a row, each'
  const name = 'bpmn-engine'
  const Engine = await loadPeer<Engine>('bpmn-engine')
  if (Engine === undefined) return [{ bench, name, skipped: 'skipped: not installed' }]
  const source = writeProcess()
  const run = async (): Promise<void> => {
    const engine = new Engine({ name: 'bench', source })
    const listener = new EventEmitter()
    let signalled = 0
    listener.on('activity.wait', (activity: Activity) => {
      signalled += 1
      activity.signal()
    })
    const ended = engine.waitFor('end')
    await engine.execute({ listener })
    await ended
    if (signalled !== TASKS) throw new Error(`bpmn-engine did ${signalled} of ${TASKS} tasks`)
  }
  const rounds: number[] = []
  for (let round = 0; round < 27; round += 1) {
    const start = process.cpuUsage()
    await run()
    if (round >= 20) rounds.push(processorMs(start))
  }
  return [{ bench, name, nsPerOp: Math.round((median(rounds) * 1e6) / TASKS) }]
}

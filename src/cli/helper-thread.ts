/**
 * The second thread of the program: the same file, started again with a marker, answering requests.
 *
 * @module
 */
import { parentPort, Worker, workerData } from 'node:worker_threads'
import type { FileSource } from '../adapters/file-source.ts'
import type { Helper, RangeReply, RangeRequest } from './judge-range.ts'

/** What tells a helper from a program that somebody else runs in a thread. */
const MARKER = 'motcua/helper-thread'

/** Whether this thread was started by {@link startHelperThread}. */
export function isHelperThread(): boolean {
  return workerData === MARKER
}

/** What a helper sends back. */
type Answer = { readonly reply: RangeReply } | { readonly failure: unknown }

/** Answers requests until the thread is ended. */
export function serveHelper(openFile: (path: string) => FileSource): void {
  // Loaded here: a program that only prints its help needs none of it.
  const judge = import('./judge-range.ts').then(({ buildRangeJudge }) => buildRangeJudge(openFile))
  let before: Promise<void> = Promise.resolve()
  const answer = async (request: RangeRequest): Promise<void> => {
    try {
      parentPort?.postMessage({ reply: await (await judge)(request) })
    } catch (failure) {
      parentPort?.postMessage({ failure })
    }
  }
  parentPort?.on('message', (request: RangeRequest) => {
    before = before.then(() => answer(request))
  })
}

/** Starts a helper from the program's own file. */
export function startHelperThread(program: URL): Helper {
  const worker = new Worker(program, { workerData: MARKER })
  const waiting: { resolve: (reply: RangeReply) => void; reject: (failure: unknown) => void }[] = []
  worker.on('message', (answer: Answer) => {
    const asked = waiting.shift()
    if ('reply' in answer) asked?.resolve(answer.reply)
    else asked?.reject(answer.failure)
  })
  worker.on('error', (failure) => {
    for (const asked of waiting.splice(0)) asked.reject(failure)
  })
  return {
    ask: (request) =>
      new Promise((resolve, reject) => {
        waiting.push({ resolve, reject })
        worker.postMessage(request)
      }),
    close: () => void worker.terminate(),
  }
}

/**
 * What counting days, minutes and due dates costs, against the peers, in one run: `npm run bench deadline`.
 *
 * Peers are installed apart: `npm ci --prefix bench`. A correctness check runs first and fails the bench.
 */
import { runClockPart } from './kit/deadline-clock.ts'
import { runDaysPart } from './kit/deadline-days.ts'
import { printRows } from './kit/measure.ts'

const rows = [...(await runDaysPart()), ...(await runClockPart())]
process.exitCode = printRows(rows)

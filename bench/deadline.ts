/**
 * What counting days, minutes and due dates costs, against the peers, in one run: `npm run bench deadline`.
 *
 * Peers are installed apart: `npm ci --prefix bench`. A correctness check runs first and fails the bench.
 */
import { measureBuild } from './kit/deadline-build.ts'
import { runClockPart } from './kit/deadline-clock.ts'
import { measureAddDays } from './kit/deadline-days.ts'
import { measureGrowth, measureMinutes } from './kit/deadline-minutes.ts'
import { printRows } from './kit/measure.ts'

const rows = [
  ...(await measureAddDays(5)),
  ...(await measureAddDays(30)),
  ...(await measureAddDays(365)),
  ...(await measureMinutes(5)),
  ...(await measureMinutes(30)),
  ...measureGrowth(),
  ...measureBuild(),
  ...(await runClockPart()),
]
process.exitCode = printRows(rows)

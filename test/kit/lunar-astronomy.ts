/**
 * The Vietnamese lunar calendar from the sky: positions of the sun (VSOP87) and the moon (ELP-2000/82 after Meeus).
 *
 * Independent of the generator of the shipped table, which uses another library with other theories. Slow and
 * obvious on purpose.
 */
import { deltat, moonphase, moonposition, nutation, planetposition, solar } from 'astronomia'
import data from 'astronomia/data'

const earth = new planetposition.Planet(data.vsop87Bearth)
const TURN = 2 * Math.PI

/** An angle between -180 and 180 degrees, in radians. */
function wrap(angle: number): number {
  const turned = ((angle % TURN) + TURN) % TURN
  return turned > Math.PI ? turned - TURN : turned
}

/** Ephemeris day to epoch milliseconds of universal time. */
function toEpochMs(jde: number): number {
  const decimalYear = 2000 + (jde - 2_451_545) / 365.25
  return (jde - 2_440_587.5) * 86_400_000 - deltat.deltaT(decimalYear) * 1000
}

/** Finds where an angle that grows by `perDay` radians is zero, near a guess. */
function solve(angleAt: (jde: number) => number, perDay: number, guess: number): number {
  let jde = guess
  for (let round = 0; round < 12; round += 1) {
    const step = wrap(angleAt(jde)) / perDay
    jde -= step
    // The steps shrink tenfold each, so that what is left is a tenth of a second.
    if (Math.abs(step) < 1e-5) break
  }
  return jde
}

/** Moment at which moon and sun have the same apparent longitude. */
function newMoonNear(guess: number): number {
  const elongation = (jde: number): number =>
    moonposition.position(jde).lon + nutation.nutation(jde)[0] - solar.apparentVSOP87(earth, jde).lon
  return solve(elongation, TURN / 29.530_588_86, guess)
}

/** Moment at which the sun reaches an apparent longitude. */
function sunAt(longitude: number, guess: number): number {
  return solve((jde) => solar.apparentVSOP87(earth, jde).lon - longitude, TURN / 365.2422, guess)
}

/** One month as the sky has it. */
export interface SkyMonth {
  readonly startDay: number
  readonly days: number
  readonly year: number
  readonly month: number
  readonly leap: boolean
  /** Signed seconds from the nearest midnight to the new moon that begins the month. */
  readonly secondsFromMidnight: number
}

/** New moons and principal terms as moments of universal time, in epoch milliseconds. */
export interface Sky {
  readonly firstYear: number
  readonly lastYear: number
  readonly newMoons: readonly number[]
  /** The sun at 0, 30, 60 … degrees, twelve for each year from the one before the first. */
  readonly terms: readonly number[]
}

/** Computes what the lunar calendar of some years rests on. */
export function computeSky(firstYear: number, lastYear: number): Sky {
  const newMoons: number[] = []
  const first = moonphase.newMoon(firstYear - 1.2)
  for (let k = 0; (newMoons.at(-1) ?? -Infinity) < Date.UTC(lastYear + 2, 2, 1); k += 1) {
    const year = 2000 + (first + k * 29.530_588_86 - 2_451_545) / 365.25
    const epochMs = toEpochMs(newMoonNear(moonphase.newMoon(year)))
    if (epochMs - (newMoons.at(-1) ?? -Infinity) > 86_400_000) newMoons.push(epochMs)
  }
  const terms: number[] = []
  for (let year = firstYear - 1; year <= lastYear + 2; year += 1) {
    for (let term = 0; term < 12; term += 1) {
      const guess = 2_440_587.5 + Date.UTC(year, 2, 20) / 86_400_000 + term * 30.437
      terms.push(toEpochMs(sunAt((term * Math.PI) / 6, guess)))
    }
  }
  return { firstYear, lastYear, newMoons, terms }
}

/** Months of the lunar calendar whose days begin at midnight of an offset from UTC. */
export function findSkyMonths(
  { firstYear, lastYear, newMoons, terms }: Sky,
  offsetHours: number,
): readonly SkyMonth[] {
  const dayOf = (epochMs: number): number => Math.floor((epochMs + offsetHours * 3_600_000) / 86_400_000)
  const starts = newMoons.map(dayOf)
  const termDays = terms.map(dayOf)
  const solsticeOf = (year: number): number => termDays[(year - firstYear + 1) * 12 + 9] ?? 0
  const eleventh = (year: number): number => starts.findLastIndex((start) => start <= solsticeOf(year))
  const hasTerm = (index: number): boolean =>
    termDays.some((day) => day >= (starts[index] ?? 0) && day < (starts[index + 1] ?? 0))
  const months: SkyMonth[] = []
  for (let year = firstYear - 1; year <= lastYear; year += 1) {
    const first = eleventh(year)
    const last = eleventh(year + 1)
    let isLeapDue = last - first === 13
    let month = 11
    for (let index = first; index < last; index += 1) {
      const leap = index > first && isLeapDue && !hasTerm(index)
      if (leap) isLeapDue = false
      else if (index > first) month = (month % 12) + 1
      const startDay = starts[index] ?? 0
      const secondsOfDay = ((newMoons[index] ?? 0) + offsetHours * 3_600_000) / 1000 - startDay * 86_400
      months.push({
        startDay,
        days: (starts[index + 1] ?? 0) - startDay,
        year: month >= 11 ? year : year + 1,
        month,
        leap,
        secondsFromMidnight: secondsOfDay > 43_200 ? secondsOfDay - 86_400 : secondsOfDay,
      })
    }
  }
  return months.filter((own) => own.year >= firstYear && own.year <= lastYear)
}

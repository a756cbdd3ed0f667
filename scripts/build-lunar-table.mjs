/**
 * Computes the table of Vietnamese lunar years from the positions of the sun and the moon and prints the
 * module `src/calendar/data/lunar-table.ts`.
 *
 * The rule: days begin at midnight +07:00; a month begins on the day of the new moon; the month that holds the
 * winter solstice is the eleventh; when thirteen months lie between two eleventh months, the first of them
 * without a principal term (the sun reaching a multiple of 30 degrees) is the leap month.
 *
 * Run: node scripts/build-lunar-table.mjs > src/calendar/data/lunar-table.ts
 */
import { createHash } from 'node:crypto'
import {
  AstroTime,
  GeoMoon,
  RotateVector,
  Rotation_EQJ_ECT,
  SearchMoonPhase,
  SearchSunLongitude,
  SunPosition,
} from 'astronomy-engine'

const FIRST_YEAR = 1900
const LAST_YEAR = 2100
const DAY_MS = 86_400_000
const OFFSET_MS = 7 * 3_600_000

const dayOf = (time) => Math.floor((time.date.getTime() + OFFSET_MS) / DAY_MS)

/** How far the moon's apparent longitude is ahead of the sun's, in degrees between -180 and 180. */
function elongation(time) {
  const moon = RotateVector(Rotation_EQJ_ECT(time), GeoMoon(time))
  const degrees = (Math.atan2(moon.y, moon.x) * 180) / Math.PI - SunPosition(time).elon
  return ((((degrees + 180) % 360) + 360) % 360) - 180
}

/**
 * The new moon near a moment: equal apparent longitudes, as almanacs define it.
 *
 * The library's own search leaves the aberration of the sun out and is forty seconds late.
 */
function newMoonNear(time) {
  let days = time.ut
  for (let round = 0; round < 6; round += 1) days -= elongation(new AstroTime(days)) / 12.19
  return new AstroTime(days)
}

/** Days of all new moons in a span of years, in order. */
function newMoonDays(fromYear, toYear) {
  const days = []
  let at = new Date(Date.UTC(fromYear, 0, 1))
  const end = new Date(Date.UTC(toYear, 11, 31))
  while (at < end) {
    const time = newMoonNear(SearchMoonPhase(0, at, 40))
    days.push(dayOf(time))
    at = new Date(time.date.getTime() + 20 * DAY_MS)
  }
  return days
}

/** Days on which the sun reaches a multiple of 30 degrees. */
function principalTermDays(fromYear, toYear) {
  const days = new Set()
  for (let year = fromYear; year <= toYear; year += 1) {
    for (let k = 0; k < 12; k += 1) {
      const guess = new Date(Date.UTC(year, 2, 10) + k * 30.4 * DAY_MS)
      days.add(dayOf(SearchSunLongitude(k * 30, guess, 40)))
    }
  }
  return days
}

const moons = newMoonDays(FIRST_YEAR - 2, LAST_YEAR + 3)
const terms = principalTermDays(FIRST_YEAR - 2, LAST_YEAR + 3)
const hasTerm = (index) => {
  for (let day = moons[index]; day < moons[index + 1]; day += 1) if (terms.has(day)) return true
  return false
}
const eleventh = new Map()
for (let year = FIRST_YEAR - 1; year <= LAST_YEAR + 1; year += 1) {
  const solstice = dayOf(SearchSunLongitude(270, new Date(Date.UTC(year, 11, 10)), 30))
  let index = moons.findIndex((day) => day > solstice) - 1
  if (moons[index] > solstice) index -= 1
  eleventh.set(year, index)
}

/** Months with number and leap mark, in order. */
const months = []
for (let year = FIRST_YEAR - 1; year <= LAST_YEAR; year += 1) {
  const start = eleventh.get(year)
  const end = eleventh.get(year + 1)
  let isLeapPlaced = end - start === 12
  let number = 11
  for (let index = start; index < end; index += 1) {
    let leap = false
    if (index > start) {
      if (!isLeapPlaced && !hasTerm(index)) {
        leap = true
        isLeapPlaced = true
      } else number = (number % 12) + 1
    }
    // The eleventh and twelfth months close the year in which the winter solstice falls.
    const lunarYear = number >= 11 ? year : year + 1
    months.push({ day: moons[index], length: moons[index + 1] - moons[index], number, leap, lunarYear })
  }
}

const rows = []
let first
for (let year = FIRST_YEAR; year <= LAST_YEAR; year += 1) {
  const own = months.filter((month) => month.lunarYear === year)
  first ??= own[0].day
  const leap = own.find((month) => month.leap)?.number ?? 0
  const long = own.reduce((bits, month, index) => bits | (month.length === 30 ? 1 << (12 - index) : 0), 0)
  rows.push(leap.toString(16) + long.toString(16).padStart(4, '0'))
}
const text = rows.join('')
const digest = createHash('sha256').update(`${FIRST_YEAR}:${first}:${text}`).digest('hex')
const lines = []
for (let offset = 0; offset < text.length; offset += 100)
  lines.push(`  '${text.slice(offset, offset + 100)}'`)
process.stdout.write(`/**
 * The Vietnamese lunar years ${FIRST_YEAR} to ${LAST_YEAR}, computed by \`scripts/build-lunar-table.mjs\`.
 *
 * Five hexadecimal digits a year: the number of the month after which the leap month stands (0: none), then
 * thirteen bits, the first month highest, set where the month has thirty days.
 *
 * @module
 */

/** Lunar year of the first five digits. */
export const FIRST_LUNAR_YEAR = ${FIRST_YEAR}

/** Lunar year of the last five digits. */
export const LAST_LUNAR_YEAR = ${LAST_YEAR}

/** Day number (days after 1970-01-01) on which the first lunar year begins. */
export const FIRST_LUNAR_DAY = ${first}

/** The years, five digits each. */
export const LUNAR_YEARS =
${lines.join(' +\n')}

/** SHA-256 of \`first year:first day:digits\`; a test recomputes it, so that a slip of a finger is seen. */
export const LUNAR_TABLE_SHA256 = '${digest}'
`)

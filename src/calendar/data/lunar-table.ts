/**
 * The Vietnamese lunar years 1900 to 2100, computed by `scripts/build-lunar-table.mjs`.
 *
 * Five hexadecimal digits a year: the number of the month after which the leap month stands (0: none), then
 * thirteen bits, the first month highest, set where the month has thirty days.
 *
 * @module
 */

/** Lunar year of the first five digits. */
export const FIRST_LUNAR_YEAR = 1900

/** Lunar year of the last five digits. */
export const LAST_LUNAR_YEAR = 2100

/** Day number (days after 1970-01-01) on which the first lunar year begins. */
export const FIRST_LUNAR_DAY = -25537

/** The years, five digits each. */
export const LUNAR_YEARS =
  '8096d0095c014ac51a4d01a4c01b2640b5500ad4012da2095d0095a6149b0149a01a4a51aa5016a8016d4312da012b670937' +
  '0092e014966164b00d4a00da8415b50056c012ae2092f0092e60c9601a9401d4a50d6500b580156c3126d0125c7192d0152a' +
  '01a9461b4a016aa00ad4414db004ba0125a2152b0152a7169500d54015aa50ab500974014b630a5700a4e80d2601d2a00d54' +
  '615aa0136a0096c414ae0149c01a4c31d2601b2471b5401ad4012da5095d0095a0149a41a4b0164a81aa5016a8016b460ada' +
  '012b60093641497014960154a216a500da4715b40156c0126e5092f0092e00c9630d4a01d4a80d5500ad40155a5126d0125c' +
  '0192c41a9501a9401b4a20b5500ad4714da014ba012565152b0152a01694416aa015aa90ab500974014b660a5700a4e00d26' +
  '40e9300d54015aa209b50096c614ae0149c01a4c51d2601aa401b5430b6a00adab095d0093a0149a61a4b0164a016a451b52' +
  '016b400aba2095b0093671497014960154a516a500da4015ac30ab600a6e8092e0192e00c9660d4a01b4a00b544156a0155a' +
  '00a5c3192e0192a71a9501a9401b2a50b5500ad4014da40a5d00a568152b0152601692616aa015aa00ab4414b6014ae00a56' +
  '3151700d2670d5300d54015aa505ad0056c014ae40a2e01a2c81d2501aa401b5260b6a00ada0055c4149d0145a01a2a21a95' +
  '016a4'

/** SHA-256 of `first year:first day:digits`; a test recomputes it, so that a slip of a finger is seen. */
export const LUNAR_TABLE_SHA256 = '946a1d453e710a21cd2d3292dc3762132f811523bc1eb92275a33baf3f4318c7'

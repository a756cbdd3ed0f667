/**
 * Records of the national procedure database as they were published in 2021: real texts, real gaps.
 *
 * A door of its own, so that who only needs the catalogue's functions does not load their text.
 *
 * @module
 */
export { nationalProcedures2021 } from './national-2021.ts'

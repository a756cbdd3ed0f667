/**
 * Tinos, cut to the characters of Vietnamese official documents: four faces as data, with no file to read.
 *
 * Tinos has the widths of Times New Roman, the typeface that NĐ 30/2020/NĐ-CP asks for. It is licensed under the
 * SIL Open Font License 1.1; the licence travels in `OFL.txt` beside these modules.
 *
 * @module
 */

export { tinosBold } from './bold.ts'
export { tinosBoldItalic } from './bold-italic.ts'
export type { FontFace } from './font-face.ts'
export { tinosItalic } from './italic.ts'
export { tinosRegular } from './regular.ts'
export { repertoire } from './repertoire.ts'

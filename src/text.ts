/**
 * Vietnamese text: one composed form, a form for searching, and the order of the dictionary.
 *
 * @module
 */

/**
 * Composes text to NFC, the only form that goes into a hash, a PDF or a message.
 *
 * Decomposed Vietnamese looks the same on screen, compares unequal and is drawn with misplaced marks.
 */
export function composeText(text: string): string {
  return text.normalize('NFC')
}

/**
 * Folds Vietnamese text for searching: no diacritics, đ as d, lower case, single spaces.
 *
 * @example
 * import { foldText } from 'motcua'
 * foldText('  Nguyễn   Thị ĐÀO ') // 'nguyen thi dao'
 */
export function foldText(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .replace(/[đĐ]/g, 'd')
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .trim()
}

const vietnameseOrder = new Intl.Collator('vi')

/** Orders text as a Vietnamese dictionary does: a ă â, d đ, and the tones after the letters. */
export function compareText(a: string, b: string): number {
  return vietnameseOrder.compare(a, b)
}

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

/** Texts of these characters alone are composed already: nothing below U+0300, nor in these blocks, combines. */
const composedCharacters = /^[\u0000-\u02ff\u1e00-\u1eff\u2010-\u2027\u2030-\u205e\u20ab]*$/

/**
 * Tells whether text is in the composed form (NFC) and free of lone surrogates.
 *
 * Most texts are settled by one linear pattern; only the others are composed and compared.
 */
export function isComposed(text: string): boolean {
  if (composedCharacters.test(text)) return true
  return text.normalize('NFC') === text && !/\p{Cs}/u.test(text)
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

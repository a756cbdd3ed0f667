/**
 * The five ways in which a visible signature looks in Vietnamese practice, as data, and where each goes.
 *
 * They follow NĐ 30/2020/NĐ-CP, Phụ lục I, as far as it is known: its text has not been compared, so sizes, font
 * and the words of the marks are defaults that a caller can change.
 *
 * @module
 */
import { MM, type Rect } from './canvas.ts'

/** Who signs what: the authorised person, the agency, an incoming document, a copy, an attached file. */
export type SignatureMode = 'approve' | 'issue' | 'income' | 'copy' | 'appendix'

/** How one mode looks. */
export interface SignatureLook {
  /** Picture: the person's handwriting, the agency's seal, or none. */
  readonly image: 'handwriting' | 'seal' | 'none'
  readonly place: 'between-title-and-name' | 'over-left-third-of-signature' | 'top-right-of-first-page'
  /** Usual size; the seal's is a seal of 36 mm, the caller hands in the real one. */
  readonly widthPt: number
  readonly heightPt: number
  /** Size of the text in the appearance. */
  readonly textSizePt: number
}

/** The looks of the five modes. */
export const signatureLooks: Readonly<Record<SignatureMode, SignatureLook>> = {
  approve: {
    image: 'handwriting',
    place: 'between-title-and-name',
    widthPt: 55 * MM,
    heightPt: 22 * MM,
    textSizePt: 10,
  },
  issue: {
    image: 'seal',
    place: 'over-left-third-of-signature',
    widthPt: 36 * MM,
    heightPt: 36 * MM,
    textSizePt: 10,
  },
  income: {
    image: 'none',
    place: 'top-right-of-first-page',
    widthPt: 60 * MM,
    heightPt: 18 * MM,
    textSizePt: 10,
  },
  copy: {
    image: 'seal',
    place: 'top-right-of-first-page',
    widthPt: 70 * MM,
    heightPt: 36 * MM,
    textSizePt: 10,
  },
  appendix: {
    image: 'none',
    place: 'top-right-of-first-page',
    widthPt: 62 * MM,
    heightPt: 12 * MM,
    textSizePt: 10,
  },
}

/**
 * Places the agency's seal over the left third of the authorised person's signature, half way up.
 *
 * NĐ 30/2020/NĐ-CP, article 33, says so of the seal on paper; the image of a digital signature follows it
 * (Phụ lục I, wording not verified).
 *
 * @example
 * import { findSealRect } from 'motcua/form'
 * Math.round(findSealRect({ x: 300, y: 200, width: 150, height: 60 }).x) // 248
 */
export function findSealRect(signature: Rect, look: SignatureLook = signatureLooks.issue): Rect {
  return {
    x: signature.x + signature.width / 3 - look.widthPt,
    y: signature.y + (signature.height - look.heightPt) / 2,
    width: look.widthPt,
    height: look.heightPt,
  }
}

/** Distance of a mark from the upper and the right edge of the paper. */
const CORNER_PT = 10 * MM

/**
 * Places a mark in the upper right corner of a page: copies, attachments in files of their own, incoming documents.
 *
 * @example
 * import { findCornerRect, signatureLooks } from 'motcua/form'
 * Math.round(findCornerRect({ widthPt: 595, heightPt: 842 }, signatureLooks.appendix).x) // 391
 */
export function findCornerRect(
  page: { readonly widthPt: number; readonly heightPt: number },
  look: SignatureLook,
): Rect {
  return {
    x: page.widthPt - CORNER_PT - look.widthPt,
    y: page.heightPt - CORNER_PT - look.heightPt,
    width: look.widthPt,
    height: look.heightPt,
  }
}

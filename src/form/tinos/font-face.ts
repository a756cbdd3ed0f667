/**
 * A font face as ready data: what it can draw, how wide, and the outlines that go into the PDF.
 *
 * The subset is cut once, when the package is made, so that drawing a form parses no font.
 *
 * @module
 */

/** One face of a typeface, ready to be embedded. Lengths are thousandths of the em unless said otherwise. */
export interface FontFace {
  /** PostScript name, such as `Tinos-Regular`. */
  readonly name: string
  readonly ascent: number
  /** Negative: below the baseline. */
  readonly descent: number
  readonly capHeight: number
  /** Left, bottom, right and top of the box that holds every glyph. */
  readonly box: readonly [number, number, number, number]
  /** Degrees, negative when leaning to the right. */
  readonly italicAngle: number
  /** Font descriptor flags of ISO 32000-1, table 123. */
  readonly flags: number
  /** Width of the upright stems. */
  readonly stemV: number
  /** Every character that can be drawn, composed. */
  readonly characters: string
  /** Glyph numbers in the order of `characters`, separated by spaces; two characters may share one. */
  readonly glyphs: string
  /** Units per em in which `advances` are counted. */
  readonly unitsPerEm: number
  /** Advance widths in font units, in the order of `characters`, separated by spaces. */
  readonly advances: string
  /** Length in bytes of the TrueType program when inflated. */
  readonly programLength: number
  /** TrueType program without hints, zlib-deflated, base64. */
  readonly deflatedProgram: string
}

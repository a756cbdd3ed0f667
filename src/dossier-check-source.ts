/**
 * The fast yes where there is none: it knows of no dossier, and everything goes through zod.
 *
 * Used by the sources themselves, and outside Node, where nobody judges dossiers by the thousand and the other
 * one would weigh more than it saves. `npm run build` writes that into `dist`, compiled from the published JSON
 * Schema; both are reached as `#dossier-check`.
 *
 * @module
 */

/** Tells that a value is plainly a dossier of the right structure; `false` means unknown, not wrong. */
export function isPlainlyValid(_value: unknown): boolean {
  return false
}

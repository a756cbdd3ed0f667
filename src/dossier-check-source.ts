/**
 * The fast yes where nothing has been built: it knows of no dossier, and everything goes through zod.
 *
 * `npm run build` writes the real one into `dist`, compiled from the published JSON Schema; both are reached
 * as `#dossier-check`.
 *
 * @module
 */

/** Tells that a value is plainly a dossier of the right structure; `false` means unknown, not wrong. */
export function isPlainlyValid(_value: unknown): boolean {
  return false
}

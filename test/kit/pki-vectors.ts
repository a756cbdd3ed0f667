import { readFileSync } from 'node:fs'
import { join } from 'node:path'

const folder = join(import.meta.dirname, '..', 'vectors', 'pki')

/** One file of test/vectors/pki; see its SOURCE.md. */
export function pkiVector(name: string): Uint8Array {
  return new Uint8Array(readFileSync(join(folder, name)))
}

/** The same as text. */
export function pkiVectorText(name: string): string {
  return readFileSync(join(folder, name), 'utf8')
}

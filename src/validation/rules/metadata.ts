/**
 * XMP metadata: another well-formed packet may take the place of the old one (ISO 32000-1, 14.3.2).
 *
 * @module
 */

import { isMotcuaError } from '../../errors.ts'
import { type Pdf, type PdfRef, readCatalog, readObject, readStream } from '../../pdf/index.ts'
import { approve, type Ledger, refuse } from '../difference/ledger.ts'
import { isNewNumber } from '../difference/revision-pair.ts'
import { findRootName } from './well-formed.ts'

const path = '/Metadata'

/** Tells whether a reference leads to a stream of well-formed XMP. */
function isXmp(pdf: Pdf, ref: PdfRef): boolean {
  const value = readObject(pdf, ref)
  if (value.kind !== 'stream') return false
  try {
    const root = findRootName(readStream(pdf, value))
    // XMP specification part 1, 7.3.3: the outer element may be left out.
    return root === '{adobe:ns:meta/}xmpmeta' || root === '{http://www.w3.org/1999/02/22-rdf-syntax-ns#}RDF'
  } catch (error) {
    if (isMotcuaError(error)) return false
    throw error
  }
}

/**
 * Reviews /Metadata of the catalog.
 *
 * To write a stream anew under its old number is refused everywhere else, because viewers differ in what they make
 * of damaged ones; here both must be well-formed.
 */
export function reviewMetadata(ledger: Ledger): void {
  const { pair } = ledger
  const before = readCatalog(pair.signed).entries.get('Metadata')
  const after = readCatalog(pair.later).entries.get('Metadata')
  if (after === undefined) return
  if (after.kind !== 'ref') {
    refuse(ledger, 'change/metadata', { path })
    return
  }
  const isSame = before?.kind === 'ref' && before.number === after.number
  if (isSame && !pair.changed.has(after.number)) return
  const wasXmp = before === undefined || (before.kind === 'ref' && isXmp(pair.signed, before))
  if (!wasXmp || !isXmp(pair.later, after)) {
    refuse(ledger, 'change/metadata', { path, number: after.number })
    return
  }
  if (!isSame && !isNewNumber(pair, after.number)) return
  approve(ledger, after.number, { rule: 'metadata/updated', level: 'lta-updates', use: { path }, path })
}

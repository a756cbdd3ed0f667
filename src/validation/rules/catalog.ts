/**
 * The catalog, the document information and the cross-reference data's own objects.
 *
 * @module
 */
import { readCatalog, readObject } from '../../pdf/index.ts'
import { equalObjects, pdfNull, pdfRef } from '../../pdf/syntax/index.ts'
import { approve, type Ledger, refuse } from '../difference/ledger.ts'
import {
  asDict,
  collectNew,
  isNewNumber,
  listDifferentKeys,
  listReferences,
} from '../difference/revision-pair.ts'
import { compareKey } from './key.ts'

/** Entries of the catalog that other rules look at, or that change nothing that is seen. */
const openCatalogKeys = new Set(['AcroForm', 'DSS', 'Extensions', 'Metadata', 'MarkInfo', 'Version'])

/** Allows a catalog that is the same but for the entries that have rules of their own. */
export function reviewCatalog(ledger: Ledger): void {
  const { signed, later } = ledger.pair
  const before = readCatalog(signed)
  const after = readCatalog(later)
  const different = listDifferentKeys(before, after, openCatalogKeys) ?? []
  for (const key of different) {
    const number = later.catalogRef.number
    refuse(ledger, key === 'Pages' ? 'change/page-tree' : 'change/catalog-entries', {
      path: `/${key}`,
      number,
    })
  }
  for (const key of ['Extensions', 'MarkInfo']) {
    const path = `/${key}`
    compareKey(
      ledger,
      { before, after },
      {
        key,
        approval: { rule: 'catalog/entry', level: 'lta-updates', use: { path }, path },
        refusal: 'change/catalog-entries',
      },
    )
  }
  if (different.length > 0) return
  // Anything may refer to the catalog (/Data of a permission does): it is the same, so all its uses are fine.
  approve(ledger, later.catalogRef.number, {
    rule: 'catalog/updated',
    level: 'lta-updates',
    use: 'everywhere',
    path: '',
  })
}

/** Allows the document information to change; nothing on the pages depends on it. */
export function reviewInfo(ledger: Ledger): void {
  const { signed, later } = ledger.pair
  const path = 'Trailer/Info'
  const value = later.trailer.entries.get('Info')
  if (value?.kind !== 'ref') return
  const rule = { rule: 'info/updated', level: 'lta-updates', path } as const
  const dicts = { before: signed.trailer, after: later.trailer }
  const approval = { ...rule, use: { path } }
  const found = compareKey(ledger, dicts, { key: 'Info', approval, refusal: 'change/info' })
  if (found?.after?.kind !== 'dict') return
  for (const number of collectNew(ledger.pair, found.after)) {
    const inner = readObject(later, pdfRef(number))
    if (inner.kind === 'string') approve(ledger, number, { ...rule, use: 'everywhere' })
  }
}

/** Refuses another encryption dictionary: readers would open the signed strings with another key. */
export function reviewEncryption(ledger: Ledger): void {
  const { signed, later } = ledger.pair
  const before = signed.trailer.entries.get('Encrypt') ?? pdfNull
  const after = later.trailer.entries.get('Encrypt') ?? pdfNull
  if (!equalObjects(before, after)) refuse(ledger, 'change/encryption', { path: 'Trailer/Encrypt' })
}

/** Allows new cross-reference streams and object streams: what they list is looked at by itself. */
export function reviewCrossReferences(ledger: Ledger): void {
  const { pair } = ledger
  for (const section of pair.revision.sections) {
    for (const part of section.hidden ? [section, section.hidden] : [section]) {
      if (part.kind !== 'stream') continue
      const before = readObject(pair.signed, pdfRef(part.objectNumber))
      const type =
        before.kind === 'stream' ? asDict(pair.signed, before.dict)?.entries.get('Type') : undefined
      // Some writers give every cross-reference stream the same number.
      const wasOne = type?.kind === 'name' && type.name === 'XRef' && !ledger.open.has(part.objectNumber)
      if (!wasOne && !isNewNumber(pair, part.objectNumber)) continue
      const place = { path: 'Trailer', use: 'everywhere' } as const
      approve(ledger, part.objectNumber, { rule: 'xref/stream', level: 'lta-updates', ...place })
    }
  }
  const containers = new Set<number>()
  for (const entry of pair.revision.entries.values()) {
    if (entry.kind === 'compressed') containers.add(entry.container)
  }
  for (const number of containers) {
    if (!isNewNumber(pair, number)) continue
    approve(ledger, number, {
      rule: 'xref/object-stream',
      level: 'lta-updates',
      use: 'everywhere',
      path: 'Trailer',
    })
  }
}

/**
 * Allows objects that nothing leads to, neither now nor in the signed document.
 *
 * A number that the signed document refers to without defining it is not among them: the definition would fill
 * a place prepared for it.
 */
export function reviewUnused(ledger: Ledger): void {
  const { pair } = ledger
  const unused = new Set<number>()
  for (const number of pair.changed) {
    if (!pair.signedNumbers.has(number) && isNewNumber(pair, number) && !ledger.open.has(number))
      unused.add(number)
  }
  const pending = listReferences(pair.later.trailer).map(({ number }) => number)
  const dropUsed = () => {
    for (let number = pending.pop(); number !== undefined; number = pending.pop()) {
      if (!unused.delete(number)) continue
      for (const ref of listReferences(readObject(pair.later, pdfRef(number)))) pending.push(ref.number)
    }
  }
  for (const number of pair.changed) {
    if (unused.has(number)) continue
    for (const ref of listReferences(readObject(pair.later, pdfRef(number)))) pending.push(ref.number)
  }
  dropUsed()
  // What an earlier addition refers to is used by it, also when it is defined only now.
  if (unused.size > 0) for (const number of pair.findReferred()) pending.push(number)
  dropUsed()
  for (const number of unused) {
    approve(ledger, number, { rule: 'xref/unused-object', level: 'lta-updates', use: 'everywhere', path: '' })
  }
}

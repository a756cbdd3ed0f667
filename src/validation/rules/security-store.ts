/**
 * The document security store: it may grow and be pruned, but not turn into something else
 * (ISO 32000-2, 12.8.4.3; ETSI EN 319 142-1, 5.4).
 *
 * @module
 */
import { type Pdf, type PdfDict, type PdfObject, readCatalog, resolveObject } from '../../pdf/index.ts'
import { equalObjects, pdfDict, pdfNull } from '../../pdf/syntax/index.ts'
import { approve, approveAll, type Ledger, refuse } from '../difference/ledger.ts'
import { asArray, asDict, collectNew, isNewNumber } from '../difference/revision-pair.ts'
import { compareKey } from './key.ts'

/** Lists of the store. */
const storeLists = ['Certs', 'CRLs', 'OCSPs'] as const

/** Lists of an entry for one signature. */
const vriLists = ['Cert', 'CRL', 'OCSP'] as const

const storeKeys = new Set<string>(['Type', 'VRI', ...storeLists])
const vriKeys = new Set<string>(['Type', 'TU', 'TS', ...vriLists])

/** What all approvals of this rule share. */
const allowed = { rule: 'security-store/extended', level: 'lta-updates' } as const

const refusal = 'change/security-store'

/** Tells whether a value is an array of references to streams, as every list of the store is. */
function isStreamList(ledger: Ledger, value: PdfObject): boolean {
  const { later } = ledger.pair
  const list = resolveObject(later, value)
  return (
    list.kind === 'array' &&
    list.items.every((item) => item.kind === 'ref' && resolveObject(later, item).kind === 'stream')
  )
}

/** Reviews the lists of a store or of one entry; what they hold may be less than before. */
function reviewLists(
  ledger: Ledger,
  dicts: { readonly before: PdfDict; readonly after: PdfDict },
  at: { readonly keys: readonly string[]; readonly path: string },
): void {
  for (const key of at.keys) {
    const path = `${at.path}/${key}`
    const value = dicts.after.entries.get(key)
    if (value === undefined) continue
    if (!isStreamList(ledger, value)) {
      refuse(ledger, refusal, { path })
      continue
    }
    const approval = { ...allowed, use: { path }, path }
    if (dicts.before.entries.has(key)) compareKey(ledger, dicts, { key, approval, refusal })
    approveAll(ledger, collectNew(ledger.pair, value), { ...allowed, use: 'everywhere', path })
  }
}

/** Numbers in a list of an entry. */
function readList(pdf: Pdf, entry: PdfDict, key: string): number[] {
  const items = asArray(pdf, entry.entries.get(key)) ?? []
  return items.flatMap((item) => (item.kind === 'ref' ? [item.number] : []))
}

/** Tells whether an entry that was signed still holds all that it held: whoever renews an archive adds to it. */
function keepsEntry({ pair }: Ledger, before: PdfDict, after: PdfDict): boolean {
  const isKept = (key: string): boolean => {
    const now = new Set(readList(pair.later, after, key))
    return readList(pair.signed, before, key).every((number) => now.has(number))
  }
  const old = before.entries.get('TS')
  return (
    vriLists.every(isKept) && (old === undefined || equalObjects(old, after.entries.get('TS') ?? pdfNull))
  )
}

/** Reviews one entry of /VRI, new or written anew. */
function reviewEntry(ledger: Ledger, name: string, values: { before?: PdfObject; after: PdfObject }): void {
  const { pair } = ledger
  const { before, after } = values
  const path = `/DSS/VRI/${name}`
  if (after.kind === 'ref') {
    const isSame = before?.kind === 'ref' && before.number === after.number
    if (isSame) approve(ledger, after.number, { ...allowed, use: { path }, path })
    else if (isNewNumber(pair, after.number))
      approve(ledger, after.number, { ...allowed, use: 'everywhere', path })
  }
  const old = asDict(pair.signed, before)
  const entry = asDict(pair.later, after)
  const isKnown = entry !== undefined && [...entry.entries.keys()].every((key) => vriKeys.has(key))
  const isNamed = before !== undefined || /^[A-Z0-9]{40,}$/.test(name)
  const isKept =
    before === undefined || (old !== undefined && entry !== undefined && keepsEntry(ledger, old, entry))
  if (entry === undefined || !isKnown || !isNamed || !isKept) {
    refuse(ledger, refusal, { path })
    return
  }
  reviewLists(ledger, { before: old ?? pdfDict({}), after: entry }, { keys: vriLists, path })
  const stamp = entry.entries.get('TS')
  if (stamp?.kind === 'ref' && isNewNumber(pair, stamp.number)) {
    approve(ledger, stamp.number, { ...allowed, use: 'everywhere', path: `${path}/TS` })
  }
}

/** Reviews /VRI: old entries stay and may grow, new ones hold lists of streams. */
function reviewVri(ledger: Ledger, before: PdfDict, after: PdfDict): void {
  const { changed } = ledger.pair
  for (const key of before.entries.keys()) {
    if (!after.entries.has(key)) refuse(ledger, refusal, { path: `/DSS/VRI/${key}` })
  }
  for (const [key, value] of after.entries) {
    const old = before.entries.get(key)
    const isTouched = value.kind === 'ref' && changed.has(value.number)
    if (old !== undefined && equalObjects(old, value) && !isTouched) continue
    reviewEntry(ledger, key, old === undefined ? { after: value } : { before: old, after: value })
  }
}

/** Reviews /DSS of the catalog. */
export function reviewSecurityStore(ledger: Ledger): void {
  const { signed, later } = ledger.pair
  const path = '/DSS'
  const catalogs = { before: readCatalog(signed), after: readCatalog(later) }
  const found = compareKey(ledger, catalogs, {
    key: 'DSS',
    approval: { ...allowed, use: { path }, path },
    refusal,
  })
  if (found?.after === undefined) return
  const before = asDict(signed, found.before) ?? pdfDict({})
  const after = asDict(later, found.after)
  if (after === undefined) {
    refuse(ledger, refusal, { path })
    return
  }
  for (const key of after.entries.keys()) {
    if (!storeKeys.has(key)) refuse(ledger, refusal, { path: `${path}/${key}` })
  }
  reviewLists(ledger, { before, after }, { keys: storeLists, path })
  const vriPath = `${path}/VRI`
  const vri = compareKey(
    ledger,
    { before, after },
    {
      key: 'VRI',
      approval: { ...allowed, use: { path: vriPath }, path: vriPath },
      refusal,
    },
  )
  if (vri?.after === undefined) return
  const newVri = asDict(later, vri.after)
  if (newVri === undefined) {
    refuse(ledger, refusal, { path: vriPath })
    return
  }
  reviewVri(ledger, asDict(signed, vri.before) ?? pdfDict({}), newVri)
}

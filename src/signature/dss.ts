/**
 * The document security store: certificates and revocation data for later (ETSI EN 319 142-1, 5.4.2).
 *
 * @module
 */
import { writeHex } from '../bytes.ts'
import type { Instant } from '../date.ts'
import { hashBytes } from '../hash.ts'
import {
  addObject,
  findDict,
  findValue,
  type Pdf,
  type PdfDict,
  type PdfObject,
  type PdfRef,
  type RevisionDraft,
  readCatalog,
  readStream,
  resolveDraftValue,
  resolveObject,
} from '../pdf/index.ts'
import {
  pdfArray,
  pdfDate,
  pdfDict,
  pdfName,
  pdfStream,
  readPdfDate,
  withEntries,
} from '../pdf/syntax/index.ts'
import { changeCatalog, changeDictUnder, findDraftDict, readDraftCatalog } from './draft-form.ts'

/** One stored value and the stream that holds it. */
export interface StoredValue {
  readonly ref: PdfRef | undefined
  /** DER. */
  readonly bytes: Uint8Array
}

/** Validation data of one signature. */
export interface VriEntry {
  /** Upper-case hexadecimal SHA-1 of the whole /Contents, padding included. */
  readonly key: string
  readonly certificates: readonly StoredValue[]
  readonly ocsps: readonly StoredValue[]
  readonly crls: readonly StoredValue[]
  /** /TU: when the data were gathered. */
  readonly updatedAt: Instant | undefined
}

/** A document security store. */
export interface SecurityStore {
  readonly certificates: readonly StoredValue[]
  readonly ocsps: readonly StoredValue[]
  readonly crls: readonly StoredValue[]
  readonly vri: readonly VriEntry[]
}

/** Reads an array of streams; what is no stream is passed over. */
function readValues(pdf: Pdf, dict: PdfDict, key: string): StoredValue[] {
  const value = findValue(pdf, dict, key)
  const items = value?.kind === 'array' ? value.items : []
  return items.flatMap((item) => {
    const stream = resolveObject(pdf, item)
    if (stream.kind !== 'stream') return []
    return [{ ref: item.kind === 'ref' ? item : undefined, bytes: readStream(pdf, stream) }]
  })
}

/** Reads the document security store; `undefined` where the catalog has none. */
export function readSecurityStore(pdf: Pdf): SecurityStore | undefined {
  const dss = findDict(pdf, readCatalog(pdf), 'DSS')
  if (dss === undefined) return undefined
  const vri = findDict(pdf, dss, 'VRI')
  const entries = [...(vri?.entries.keys() ?? [])].flatMap((key): VriEntry[] => {
    const entry = findDict(pdf, vri, key)
    if (entry === undefined || key === 'Type') return []
    const updated = findValue(pdf, entry, 'TU')
    return [
      {
        key,
        certificates: readValues(pdf, entry, 'Cert'),
        ocsps: readValues(pdf, entry, 'OCSP'),
        crls: readValues(pdf, entry, 'CRL'),
        updatedAt: updated?.kind === 'string' ? readPdfDate(updated) : undefined,
      },
    ]
  })
  return {
    certificates: readValues(pdf, dss, 'Certs'),
    ocsps: readValues(pdf, dss, 'OCSPs'),
    crls: readValues(pdf, dss, 'CRLs'),
    vri: entries,
  }
}

/** Computes the key of a signature in /VRI: over /Contents as it stands, padding included. */
export function buildVriKey(contents: Uint8Array): string {
  return writeHex(hashBytes('sha1', contents)).toUpperCase()
}

/** Validation data to be stored, DER each. */
export interface ValidationMaterial {
  readonly certificates: readonly Uint8Array[]
  readonly ocsps: readonly Uint8Array[]
  readonly crls: readonly Uint8Array[]
}

/** What is to be added to the store. */
export interface SecurityStoreAddition extends ValidationMaterial {
  /** Entries for single signatures, whose material is stored as well. */
  readonly vri?: readonly (ValidationMaterial & { readonly key: string; readonly updatedAt?: Instant })[]
}

/** A merge in progress: streams by the digest of what they hold. */
interface Merge {
  readonly draft: RevisionDraft
  readonly known: Map<string, PdfRef>
}

/** Gives the stream that holds these bytes, a new one if there is none. */
function storeBytes(merge: Merge, bytes: Uint8Array): PdfRef {
  const digest = writeHex(hashBytes('sha256', bytes))
  const known = merge.known.get(digest)
  if (known !== undefined) return known
  const ref = addObject(merge.draft, pdfStream(pdfDict({}), bytes))
  merge.known.set(digest, ref)
  return ref
}

/** Extends an array of streams by those that are not in it yet; `undefined` when it stays empty. */
function extendArray(
  merge: Merge,
  owner: PdfDict,
  addition: { key: string; values: readonly Uint8Array[] },
): PdfObject | undefined {
  const current = owner.entries.get(addition.key)
  const array = resolveDraftValue(merge.draft, current)
  const items = array?.kind === 'array' ? array.items : []
  const present = new Set(items.flatMap((item) => (item.kind === 'ref' ? [item.number] : [])))
  const refs = addition.values.map((bytes) => storeBytes(merge, bytes))
  const added = refs.filter((ref, index) => {
    const isFirst = refs.findIndex((other) => other.number === ref.number) === index
    return isFirst && !present.has(ref.number)
  })
  if (added.length === 0) return current
  return pdfArray([...items, ...added])
}

/** Gives the three arrays of a store (`Certs`) or of one of its entries (`Cert`). */
function extendArrays(
  merge: Merge,
  owner: PdfDict,
  addition: { readonly plural: 's' | ''; readonly material: ValidationMaterial },
): Record<string, PdfObject | undefined> {
  const { plural, material } = addition
  return {
    [`Cert${plural}`]: extendArray(merge, owner, { key: `Cert${plural}`, values: material.certificates }),
    [`OCSP${plural}`]: extendArray(merge, owner, { key: `OCSP${plural}`, values: material.ocsps }),
    [`CRL${plural}`]: extendArray(merge, owner, { key: `CRL${plural}`, values: material.crls }),
  }
}

/** Merges the entries for single signatures into /VRI. */
function mergeVri(
  merge: Merge,
  dss: PdfDict,
  entries: NonNullable<SecurityStoreAddition['vri']>,
): PdfDict | undefined {
  if (entries.length === 0) return undefined
  let vri = findDraftDict(merge.draft, dss, 'VRI') ?? pdfDict({})
  for (const entry of entries) {
    const current = findDraftDict(merge.draft, vri, entry.key) ?? pdfDict({})
    const arrays = extendArrays(merge, current, { plural: '', material: entry })
    const updated = entry.updatedAt === undefined ? {} : { TU: pdfDate(entry.updatedAt) }
    vri = withEntries(vri, { [entry.key]: withEntries(current, { ...arrays, ...updated }) })
  }
  return vri
}

/** Lists all streams of a store by the digest of what they hold. */
function indexStore(store: SecurityStore | undefined): Map<string, PdfRef> {
  const known = new Map<string, PdfRef>()
  const groups = store === undefined ? [] : [store, ...store.vri]
  for (const { certificates, ocsps, crls } of groups) {
    for (const { ref, bytes } of [...certificates, ...ocsps, ...crls]) {
      if (ref !== undefined) known.set(writeHex(hashBytes('sha256', bytes)), ref)
    }
  }
  return known
}

/** All material of an addition, that of its single entries included. */
function joinMaterial(addition: SecurityStoreAddition): ValidationMaterial {
  const parts: readonly ValidationMaterial[] = [addition, ...(addition.vri ?? [])]
  return {
    certificates: parts.flatMap((part) => part.certificates),
    ocsps: parts.flatMap((part) => part.ocsps),
    crls: parts.flatMap((part) => part.crls),
  }
}

/**
 * Adds validation data to the document security store of a draft, creating it where there is none.
 *
 * What is there stays there; what is there already is not stored twice.
 */
export function extendSecurityStore(draft: RevisionDraft, addition: SecurityStoreAddition): void {
  const merge: Merge = { draft, known: indexStore(readSecurityStore(draft.pdf)) }
  const catalog = readDraftCatalog(draft)
  const dss = findDraftDict(draft, catalog, 'DSS') ?? pdfDict({})
  const changes: Record<string, PdfObject | undefined> = {
    ...(dss.entries.has('Type') ? {} : { Type: pdfName('DSS') }),
    ...extendArrays(merge, dss, { plural: 's', material: joinMaterial(addition) }),
  }
  const vri = mergeVri(merge, dss, addition.vri ?? [])
  if (vri !== undefined) changes.VRI = vri
  if (catalog.entries.get('DSS')?.kind === 'ref') {
    const changeOwner = (owner: Parameters<typeof changeCatalog>[1]): void => changeCatalog(draft, owner)
    changeDictUnder(draft, { owner: catalog, key: 'DSS', changeOwner }, changes)
    return
  }
  // A store of its own: later additions then touch it alone and leave the catalog be.
  changeCatalog(draft, { DSS: addObject(draft, withEntries(dss, changes)) })
}

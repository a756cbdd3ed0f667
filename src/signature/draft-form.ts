/**
 * Editing the form and the pages in a draft: every shape that /AcroForm, /Fields and /Annots come in.
 *
 * Only what must change is changed: an array that is an object of its own is replaced alone, one that stands
 * inside a dictionary takes that dictionary along.
 *
 * @module
 */
import {
  findPage,
  type Pdf,
  type PdfDict,
  type PdfObject,
  type PdfPage,
  type PdfRef,
  type RevisionDraft,
  readDraftObject,
  resolveDraftValue,
  setObject,
  walkPages,
} from '../pdf/index.ts'
import { pdfArray, pdfDict, pdfNumber, withEntries } from '../pdf/syntax/index.ts'

/** Reads the catalog as the new revision will have it. */
export function readDraftCatalog(draft: RevisionDraft): PdfDict {
  const catalog = readDraftObject(draft, draft.pdf.catalogRef)
  return catalog.kind === 'dict' ? catalog : pdfDict({})
}

/** Changes entries of the catalog. */
export function changeCatalog(
  draft: RevisionDraft,
  changes: Readonly<Record<string, PdfObject | undefined>>,
): void {
  setObject(draft, draft.pdf.catalogRef, withEntries(readDraftCatalog(draft), changes))
}

/** Reads a dictionary entry, following references into the draft. */
export function findDraftDict(draft: RevisionDraft, dict: PdfDict, key: string): PdfDict | undefined {
  const value = resolveDraftValue(draft, dict.entries.get(key))
  return value?.kind === 'dict' ? value : undefined
}

/**
 * Changes entries of a dictionary that stands under a key of another: in place when it is an object of its own,
 * otherwise through `changeOwner`. One that is absent is created inside its owner.
 */
export function changeDictUnder(
  draft: RevisionDraft,
  place: {
    readonly owner: PdfDict
    readonly key: string
    readonly changeOwner: (changes: Record<string, PdfObject>) => void
  },
  changes: Readonly<Record<string, PdfObject | undefined>>,
): void {
  const value = place.owner.entries.get(place.key)
  const dict = resolveDraftValue(draft, value)
  const changed = withEntries(dict?.kind === 'dict' ? dict : pdfDict({}), changes)
  if (value?.kind === 'ref' && dict?.kind === 'dict') setObject(draft, value, changed)
  else place.changeOwner({ [place.key]: changed })
}

/** Changes entries of the interactive form. */
export function changeForm(
  draft: RevisionDraft,
  changes: Readonly<Record<string, PdfObject | undefined>>,
): void {
  const changeOwner = (owner: Record<string, PdfObject>): void => changeCatalog(draft, owner)
  changeDictUnder(draft, { owner: readDraftCatalog(draft), key: 'AcroForm', changeOwner }, changes)
}

/** Adds a root field to the form, which is created when there is none, and says that signatures exist. */
export function addRootField(draft: RevisionDraft, field: PdfRef): void {
  const form = findDraftDict(draft, readDraftCatalog(draft), 'AcroForm') ?? pdfDict({})
  const value = form.entries.get('Fields')
  const array = resolveDraftValue(draft, value)
  const items = array?.kind === 'array' ? array.items : []
  const extended = pdfArray([...items, field])
  const isOwnObject = value?.kind === 'ref' && array?.kind === 'array'
  if (isOwnObject) setObject(draft, value, extended)
  else changeForm(draft, { Fields: extended })
}

/** Sets /SigFlags to SignaturesExist and AppendOnly (ISO 32000-1, table 219), unless they are set. */
export function raiseSignatureFlags(draft: RevisionDraft): void {
  const form = findDraftDict(draft, readDraftCatalog(draft), 'AcroForm') ?? pdfDict({})
  const value = resolveDraftValue(draft, form.entries.get('SigFlags'))
  const flags = value?.kind === 'number' ? value.value : 0
  if ((flags & 3) !== 3) changeForm(draft, { SigFlags: pdfNumber(flags | 3) })
}

/** Tells whether another page uses the same array of annotations. */
function isShared(pdf: Pdf, array: PdfRef, page: PdfPage): boolean {
  for (const other of walkPages(pdf)) {
    const annotations = other.dict.entries.get('Annots')
    const isSame = annotations?.kind === 'ref' && annotations.number === array.number
    if (isSame && other.ref?.number !== page.ref?.number) return true
  }
  return false
}

/** Adds an annotation to a page. An array that several pages share is copied, or it would appear on all of them. */
export function addAnnotation(
  draft: RevisionDraft,
  page: PdfPage & { readonly ref: PdfRef },
  annotation: PdfRef,
): void {
  const current = readDraftObject(draft, page.ref)
  const dict = current.kind === 'dict' ? current : page.dict
  const value = dict.entries.get('Annots')
  const array = resolveDraftValue(draft, value)
  const extended = pdfArray([...(array?.kind === 'array' ? array.items : []), annotation])
  const isOwnObject = value?.kind === 'ref' && array?.kind === 'array' && !isShared(draft.pdf, value, page)
  if (isOwnObject) setObject(draft, value, extended)
  else setObject(draft, page.ref, withEntries(dict, { Annots: extended }))
}

/** Finds a page that can take an annotation: one that is an object of its own. */
export function findAnnotatablePage(
  pdf: Pdf,
  index: number,
): (PdfPage & { readonly ref: PdfRef }) | undefined {
  const page = findPage(pdf, index)
  const ref = page?.ref
  return page !== undefined && ref !== undefined ? { ...page, ref } : undefined
}

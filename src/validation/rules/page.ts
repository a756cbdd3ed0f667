/**
 * Pages: widgets of new signature fields may be put on them, and annotations where the signer allowed these.
 *
 * @module
 */
import { type Pdf, type PdfDict, type PdfObject, readObject, resolveObject } from '../../pdf/index.ts'
import { equalObjects, pdfNull, pdfRef } from '../../pdf/syntax/index.ts'
import { approve, approveAll, type Ledger, refuse } from '../difference/ledger.ts'
import {
  asArray,
  asDict,
  collectNew,
  isNewNumber,
  listDifferentKeys,
  refUnder,
} from '../difference/revision-pair.ts'
import { listSameKeys } from '../difference/same-meaning.ts'
import { annotationPath, type UsageIndex } from '../difference/usage.ts'
import { reviewAppearance } from './appearance.ts'

/** What may happen to the annotations of pages. */
export interface AnnotationRights {
  /** Widgets of new signature fields, with the names of their fields. */
  readonly newWidgets: ReadonlyMap<number, string>
  /** DocMDP level 3 is in force. */
  readonly mayAnnotate: boolean
  readonly index: UsageIndex
}

/** Numbers of the annotations in a list, 0 for one that is written into the list itself. */
function readNumbers(items: readonly PdfObject[]): number[] {
  return items.map((item) => (item.kind === 'ref' ? item.number : 0))
}

/** Tells whether all annotations that stayed are in their old order, none of them twice: later ones lie on top. */
function keepsOrder(before: readonly PdfObject[], after: readonly PdfObject[]): boolean {
  const stayed = (items: readonly PdfObject[], others: readonly PdfObject[]) => {
    const known = new Set(readNumbers(others))
    return items.filter((item) => item.kind !== 'ref' || known.has(item.number))
  }
  const old = stayed(before, after)
  const now = stayed(after, before)
  return old.length === now.length && old.every((item, index) => equalObjects(item, now[index] ?? pdfNull))
}

/** A page in both states. */
interface PagePair {
  readonly number: number
  readonly before: PdfDict
  readonly after: PdfDict
  readonly path: string
}

/** Tells whether an object of either state is a form widget: those belong to the form's rules. */
function isWidget(ledger: Ledger, number: number): boolean {
  return [ledger.pair.signed, ledger.pair.later].some((pdf) => {
    const subtype = resolveObject(pdf, asDict(pdf, pdfRef(number))?.entries.get('Subtype'))
    return subtype?.kind === 'name' && subtype.name === 'Widget'
  })
}

/** Says what of a list of annotations no rule allows. */
function refuseAnnotations(
  ledger: Ledger,
  page: PagePair,
  change: { added: readonly number[]; removed: readonly number[]; rights: AnnotationRights },
): boolean {
  const { added, removed, rights } = change
  const path = `${page.path}/Annots`
  const isFree = (number: number) => rights.mayAnnotate && !isWidget(ledger, number)
  const unknown = added.filter((number) => !rights.newWidgets.has(number) && !isFree(number))
  const lost = removed.filter((number) => !isFree(number))
  for (const number of unknown) refuse(ledger, 'change/annotation-added', { path, number })
  for (const number of lost) refuse(ledger, 'change/annotation-deleted', { path, number })
  return unknown.length > 0 || lost.length > 0
}

/** PDF/UA asks for an order of tabs on pages with annotations (ISO 14289-1, 7.18.3): it may be added, not changed. */
function openKeys({ before, after }: PagePair): readonly string[] {
  const tabs = after.entries.get('Tabs')
  return !before.entries.has('Tabs') && tabs?.kind === 'name' ? ['Tabs'] : []
}

/** Reviews one page whose annotations may have changed. */
function reviewPage(ledger: Ledger, page: PagePair, rights: AnnotationRights): void {
  const { pair } = ledger
  const oldRaw = page.before.entries.get('Annots')
  const newRaw = page.after.entries.get('Annots')
  const oldItems = asArray(pair.signed, oldRaw) ?? []
  const newItems = asArray(pair.later, newRaw) ?? []
  const before = new Set(readNumbers(oldItems))
  const after = new Set(readNumbers(newItems))
  const added = [...after].filter((number) => !before.has(number))
  const removed = [...before].filter((number) => !after.has(number))
  const isOrdered = keepsOrder(oldItems, newItems)
  if (!isOrdered) refuse(ledger, 'change/annotation-order', { path: `${page.path}/Annots` })
  if (!isOrdered || (added.length === 0 && removed.length === 0)) return
  if (refuseAnnotations(ledger, page, { added, removed, rights })) return
  const same = listSameKeys(pair, page.number, page)
  const different = listDifferentKeys(
    page.before,
    page.after,
    new Set(['Annots', ...openKeys(page), ...same]),
  )
  if (different === undefined || different.length > 0) return
  const foreign = [...added, ...removed].filter((number) => !rights.newWidgets.has(number))
  const isLta = foreign.length === 0
  const base = {
    rule: isLta ? ('page/annotations' as const) : ('annotation/changed' as const),
    level: isLta ? ('lta-updates' as const) : ('annotations' as const),
    path: `${page.path}/Annots`,
  }
  // The page is the same but for this entry, so all its uses are.
  approve(ledger, page.number, { ...base, use: 'everywhere' })
  const array = newRaw?.kind === 'ref' ? newRaw.number : undefined
  const wasSame = oldRaw?.kind === 'ref' && oldRaw.number === array
  if (array !== undefined && (wasSame || isNewNumber(pair, array))) {
    approve(ledger, array, { ...base, use: { container: page.number, within: '/Annots' } })
  }
  for (const number of foreign) {
    if (!added.includes(number) || pair.signedNumbers.has(number)) continue
    approve(ledger, number, { ...base, use: 'everywhere', anchor: number })
    approveAll(ledger, collectNew(pair, readObject(pair.later, pdfRef(number))), {
      ...base,
      use: 'everywhere',
    })
  }
}

/** Reviews an annotation that was there when the document was signed and now says something else. */
function reviewAnnotation(ledger: Ledger, number: number, index: UsageIndex): void {
  const { pair } = ledger
  const before = asDict(pair.signed, pdfRef(number))
  const after = asDict(pair.later, pdfRef(number))
  const uses = ledger.open.get(number)?.uses ?? []
  const [first] = uses.filter(({ path }) => annotationPath.test(path))
  if (before === undefined || after === undefined || first === undefined || isWidget(ledger, number)) return
  const { path } = first
  const subtype = (pdf: Pdf, dict: PdfDict) => resolveObject(pdf, dict.entries.get('Subtype')) ?? pdfNull
  if (!equalObjects(subtype(pair.signed, before), subtype(pair.later, after))) return
  const base = { rule: 'annotation/changed', level: 'annotations', path } as const
  for (const use of uses) if (annotationPath.test(use.path)) approve(ledger, number, { ...base, use })
  approveAll(ledger, collectNew(pair, after), { ...base, use: 'everywhere' })
  reviewAppearance(ledger, { number, before, after, path, fieldName: undefined, level: 'annotations' }, index)
}

/** Reviews the annotations of all pages. */
export function reviewPages(ledger: Ledger, rights: AnnotationRights): void {
  const { pair } = ledger
  const { index, mayAnnotate } = rights
  for (const number of index.pageNodes) {
    const before = asDict(pair.signed, pdfRef(number))
    const after = asDict(pair.later, pdfRef(number))
    if (before === undefined || after === undefined || before.entries.has('Kids')) continue
    const arrays = [refUnder(before, 'Annots'), refUnder(after, 'Annots')]
    const isTouched =
      pair.changed.has(number) || arrays.some((array) => array && pair.changed.has(array.number))
    if (!isTouched) continue
    const path = ledger.open.get(number)?.uses.find((use) => use.path.startsWith('/Pages'))?.path
    reviewPage(ledger, { number, before, after, path: path ?? `/Pages (object ${number})` }, rights)
  }
  if (!mayAnnotate) return
  for (const number of pair.changed) {
    if (pair.signedNumbers.has(number)) reviewAnnotation(ledger, number, index)
  }
}

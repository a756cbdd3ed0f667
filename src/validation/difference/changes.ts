/**
 * The list of changes of one revision, drawn up from its books.
 *
 * @module
 */
import type { PdfDict } from '../../pdf/index.ts'
import { pdfRef } from '../../pdf/syntax/index.ts'
import type { DocumentChange, ModificationLevel } from './change.ts'
import { findRedrawnBox, findResourceBox, type TwoStates } from './drawn.ts'
import type { Ledger } from './ledger.ts'
import { collectPlaces, findPageOnPath, findPlace, type Places } from './places.ts'
import { asDict, isSameObject, listDifferentKeys } from './revision-pair.ts'
import { type ChangeRule, sentences } from './sentences.ts'
import { annotationPath } from './usage.ts'

/** Finds what a page says now and did not say. */
function classifyPage(before: PdfDict, after: PdfDict | undefined): ChangeRule {
  const keys = listDifferentKeys(before, after, new Set()) ?? ['']
  if (keys.includes('Kids') || keys.includes('Count')) return 'change/page-tree'
  if (keys.some((key) => key === 'Contents' || key === 'Resources')) return 'change/page-content'
  if (keys.length === 1 && keys[0] === 'Annots') return 'change/annotation-added'
  return 'change/page-entries'
}

/** Gives the name of a change that no rule explains, and the way to it. */
function classify(ledger: Ledger, number: number): { rule: ChangeRule; path: string } {
  const { pair } = ledger
  const uses = ledger.open.get(number)?.uses ?? []
  const path = (uses.find((use) => use.path.startsWith('/Pages')) ?? uses[0])?.path ?? ''
  if (uses.length > 0 && !pair.signedNumbers.has(number)) return { rule: 'change/open-place', path }
  const before = asDict(pair.signed, pdfRef(number))
  const type = before?.entries.get('Type')
  const isPage = type?.kind === 'name' && (type.name === 'Page' || type.name === 'Pages')
  if (before !== undefined && isPage)
    return { rule: classifyPage(before, asDict(pair.later, pdfRef(number))), path }
  const content = uses.find((use) => /^\/Pages(\/Kids\[\d+\])+\/(Contents|Resources)/.test(use.path))
  if (content !== undefined) return { rule: 'change/page-content', path: content.path }
  const parent = uses.find((use) => /^\/Pages(\/Kids\[\d+\])+\/Parent$/.test(use.path))
  if (parent !== undefined) return { rule: 'change/page-entries', path: parent.path }
  const annotation = uses.find((use) => annotationPath.test(use.path))
  if (annotation !== undefined) return { rule: 'change/annotation-changed', path: annotation.path }
  return {
    rule:
      uses.length > 0 || pair.signedNumbers.has(number) ? 'change/object-replaced' : 'change/object-added',
    path,
  }
}

/** What is known of a change before its place is looked up. */
interface Finding {
  readonly rule: ChangeRule
  readonly level: ModificationLevel
  readonly number: number | undefined
  readonly anchor: number | undefined
  readonly path: string
}

/** Collects what was explained, refused or left over. */
function collectFindings(ledger: Ledger): Finding[] {
  const { pair } = ledger
  const findings: Finding[] = []
  const refused = new Set<number>()
  for (const { rule, number, path } of ledger.refusals) {
    if (number !== undefined) refused.add(number)
    findings.push({ rule, level: 'other', number, anchor: number, path })
  }
  for (const remark of ledger.remarks) findings.push({ ...remark, number: undefined, anchor: undefined })
  for (const number of pair.freed) {
    const path = ledger.freedUses.get(number) ?? ''
    const isUsed = ledger.freedUses.has(number)
    const rule = isUsed ? 'change/object-freed' : 'xref/unused-freed'
    findings.push({ rule, level: isUsed ? 'other' : 'lta-updates', number, anchor: number, path })
  }
  for (const number of pair.changed) {
    if (refused.has(number)) continue
    const explained = ledger.explained.get(number)
    if (pair.signedNumbers.has(number) && explained?.level !== 'lta-updates' && isSameObject(pair, number))
      continue
    if (explained !== undefined) {
      const { rule, level, path, anchor } = explained
      findings.push({ rule, level, number, anchor: anchor ?? number, path })
    } else findings.push({ ...classify(ledger, number), level: 'other', number, anchor: number })
  }
  return findings
}

/** Looks up where on a page a finding is, before or after the change. */
function placeOf(finding: Finding, places: readonly Places[]) {
  for (const state of places) {
    const place = finding.anchor === undefined ? undefined : findPlace(state, finding.anchor)
    if (place?.pageNumber !== undefined) return place
  }
  // What is nobody's annotation or content is seen on the page whose resources it belongs to.
  const pageNumber = places
    .map((state) => findPageOnPath(state, finding.path))
    .find((page) => page !== undefined)
  return { pageNumber, rectangle: undefined }
}

/** More pages than this get no marks where their content changed: each is read twice for them. */
const MOST_MARKED_PAGES = 20

/** Finds where on a page its content changed, each page once. */
function createMarker(pair: TwoStates) {
  const redrawn = new Map<number, ReturnType<typeof findRedrawnBox>>()
  return (pageNumber: number, path: string) => {
    const resource = /\/Resources\/XObject\/([^/[]+)/.exec(path)?.[1]
    if (!redrawn.has(pageNumber) && redrawn.size >= MOST_MARKED_PAGES) return undefined
    if (!redrawn.has(pageNumber)) redrawn.set(pageNumber, findRedrawnBox(pair, pageNumber))
    return resource === undefined ? redrawn.get(pageNumber) : findResourceBox(pair, pageNumber, resource)
  }
}

/** Draws up the list of changes of a revision; `findPlaces` may recall what it found in a state before. */
export function listChanges(
  ledger: Ledger,
  findPlaces: typeof collectPlaces = collectPlaces,
): DocumentChange[] {
  const { pair } = ledger
  const places = [findPlaces(pair.later), findPlaces(pair.signed)]
  const mark = createMarker(pair)
  return collectFindings(ledger).map((finding): DocumentChange => {
    const { rule, level, number, path } = finding
    const place = placeOf(finding, places)
    const { pageNumber } = place
    const isUnmarked = level === 'other' && pageNumber !== undefined && place.rectangle === undefined
    return {
      rule,
      level,
      revisionIndex: pair.revision.index,
      object: number === undefined ? undefined : { number, generation: 0 },
      path,
      pageNumber,
      rectangle: isUnmarked ? mark(pageNumber, path) : place.rectangle,
      message: sentences[rule],
    }
  })
}

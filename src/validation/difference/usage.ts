/**
 * Where each object of the signed document is used: a redefinition shows in every one of these places.
 *
 * Pages are counted as used by the page tree, structure elements by the structure tree; links that lead to
 * them from elsewhere do not make their contents used twice.
 *
 * @module
 */
import {
  findValue,
  type Pdf,
  type PdfObject,
  readCatalog,
  readObject,
  resolveObject,
} from '../../pdf/index.ts'
import { pdfRef } from '../../pdf/syntax/index.ts'

/** One way from the trailer to an object. */
export interface UsagePath {
  /** Such as `/Pages/Kids[0]/Annots[1]`, counted from the catalog; `Trailer/Info` for what does not start there. */
  readonly path: string
  /** The object that holds the reference; 0 for the trailer. */
  readonly container: number
  /** The way from that object. */
  readonly within: string
}

/** A reference, where it stands. */
interface Usage {
  readonly container: number
  readonly within: string
}

/** All references of a document, by the number they lead to. */
export interface UsageIndex {
  readonly usages: ReadonlyMap<number, readonly Usage[]>
  readonly pageNodes: ReadonlySet<number>
  readonly structureNodes: ReadonlySet<number>
  readonly catalogNumber: number
}

/** Documents with more references than this are not indexed further; what is left out counts as unexplained. */
const MAX_USAGES = 5_000_000

/** More ways to one object than this are not told apart; then none of them is believed. */
const MAX_PATHS = 64

/** Nesting beyond this is malice; reading refuses it anyway. */
const MAX_DEPTH = 256

/** Where a visit of references is, and what it does with them. */
interface Visit {
  readonly within: string
  readonly skipsP: boolean
  /** Called for references under /Parent instead, which lead back and not on in every honest document. */
  readonly visitParent: (number: number, within: string) => void
}

/** Visits the references in a value with their way from the object that holds them. */
function visitReferences(value: PdfObject, at: Visit, visit: (number: number, within: string) => void): void {
  const { within, skipsP, visitParent } = at
  if (value.kind === 'ref') visit(value.number, within)
  else if (value.kind === 'array') {
    for (const [index, item] of value.items.entries()) {
      visitReferences(item, { ...at, within: `${within}[${index}]` }, visit)
    }
  } else if (value.kind === 'stream') visitReferences(value.dict, at, visit)
  else if (value.kind === 'dict') {
    for (const [key, item] of value.entries) {
      if (skipsP && key === 'P') continue
      const below = { ...at, within: `${within}/${key}` }
      visitReferences(item, below, key === 'Parent' ? visitParent : visit)
    }
  }
}

/** Collects the nodes of a tree below a value: pages by /Kids, structure elements by /K. */
function collectNodes(pdf: Pdf, root: PdfObject | undefined, key: 'Kids' | 'K'): Set<number> {
  const nodes = new Set<number>()
  const pending: { value: PdfObject; depth: number }[] = root === undefined ? [] : [{ value: root, depth: 0 }]
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const { value, depth } = next
    if (depth > MAX_DEPTH || (value.kind === 'ref' && nodes.has(value.number))) continue
    const node = resolveObject(pdf, value)
    if (node.kind === 'array') {
      for (const item of node.items) pending.push({ value: item, depth: depth + 1 })
      continue
    }
    const type = node.kind === 'dict' ? node.entries.get('Type') : undefined
    const isMarker = type?.kind === 'name' && (type.name === 'OBJR' || type.name === 'MCR')
    if (node.kind !== 'dict' || isMarker) continue
    if (value.kind === 'ref') nodes.add(value.number)
    const kids = node.entries.get(key)
    if (kids !== undefined) pending.push({ value: kids, depth: depth + 1 })
  }
  return nodes
}

/**
 * Goes through everything the trailer leads to and notes who refers to what.
 *
 * /Parent leads back in an honest tree and is passed over there. A parent outside the tree counts as used: viewers
 * take what a page inherits from whatever its /Parent is (ISO 32000-1, 7.7.3.4).
 */
export function buildUsageIndex(pdf: Pdf): UsageIndex {
  const catalog = readCatalog(pdf)
  const tree = catalog.entries.get('StructTreeRoot')
  const structureNodes = collectNodes(pdf, findValue(pdf, catalog, 'StructTreeRoot') && tree, 'K')
  const pageNodes = collectNodes(pdf, catalog.entries.get('Pages'), 'Kids')
  const form = findValue(pdf, catalog, 'AcroForm')
  const fieldNodes = collectNodes(pdf, form?.kind === 'dict' ? form.entries.get('Fields') : undefined, 'Kids')
  const usages = new Map<number, Usage[]>()
  const pending: number[] = []
  const parents: { readonly container: number; readonly within: string; readonly number: number }[] = []
  let count = 0
  const note = (container: number) => (number: number, within: string) => {
    count += 1
    if (count > MAX_USAGES) return
    const known = usages.get(number)
    if (known !== undefined) known.push({ container, within })
    else {
      usages.set(number, [{ container, within }])
      pending.push(number)
    }
  }
  const visitRoot = note(0)
  visitRoot(pdf.catalogRef.number, '/Root')
  for (const [key, value] of pdf.trailer.entries) {
    if (key !== 'Root') {
      visitReferences(value, { within: `/${key}`, skipsP: false, visitParent: visitRoot }, visitRoot)
    }
  }
  const visitPending = () => {
    for (let number = pending.pop(); number !== undefined; number = pending.pop()) {
      const container = number
      const visitParent = (parent: number, within: string) => {
        if (parents.length < MAX_USAGES) parents.push({ container, within, number: parent })
      }
      const skipsP = structureNodes.has(number)
      visitReferences(readObject(pdf, pdfRef(number)), { within: '', skipsP, visitParent }, note(number))
    }
  }
  visitPending()
  // Parents last: by then everything is known that the trees lead to.
  for (let index = 0; index < parents.length; index += 1) {
    const { container, within, number } = parents[index] ?? { container: 0, within: '', number: 0 }
    const isTurnedBack = [pageNodes, fieldNodes].some((nodes) => nodes.has(container) && nodes.has(number))
    const isNode = pageNodes.has(container) || fieldNodes.has(container)
    if (isTurnedBack || (!isNode && usages.has(number))) continue
    note(container)(number, within)
    visitPending()
  }
  return { usages, pageNodes, structureNodes, catalogNumber: pdf.catalogRef.number }
}

/** The usages of a container that count as the way to it. */
function waysTo(index: UsageIndex, number: number): readonly Usage[] {
  const all = index.usages.get(number) ?? []
  const { pageNodes, structureNodes } = index
  if (pageNodes.has(number)) {
    const inTree = all.filter(({ within }) => within === '/Pages' || /(^|\/Kids)\[\d+\]$/.test(within))
    return inTree.length > 0 ? inTree : all
  }
  if (!structureNodes.has(number)) return all
  const inTree = all.filter(({ within }) => within === '/StructTreeRoot' || /^(\/K)?(\[\d+\])*$/.test(within))
  return inTree.length > 0 ? inTree : all
}

/** The beginning of a path: the catalog needs no word, other trailer entries do. */
function rootPath(within: string): string {
  return within === '/Root' ? '' : `Trailer${within}`
}

/** Steps after which one walk through a tangle of references is given up, and all walks of one comparison together. */
const MAX_STEPS = 20_000
const MAX_STEPS_TOGETHER = 1_000_000

/** Steps that the walks of one comparison have left. */
export interface StepBudget {
  stepsLeft: number
}

/** Gives the walks of one comparison what they may spend. */
export function startWalks(): StepBudget {
  return { stepsLeft: MAX_STEPS_TOGETHER }
}

/** A walk back to the trailer. */
interface Walk {
  readonly index: UsageIndex
  readonly budget: StepBudget
  steps: number
}

/** The containers on the way so far. */
interface Trail {
  readonly number: number
  readonly length: number
  readonly before: Trail | undefined
}

/** Tells whether a way has passed an object already. */
function hasPassed(trail: Trail, number: number): boolean {
  for (let step: Trail | undefined = trail; step !== undefined; step = step.before) {
    if (step.number === number) return true
  }
  return false
}

/** Lists the ways from the trailer to a container, `undefined` when there are too many. */
function listPathsTo(walk: Walk, number: number, trail: Trail): string[] | undefined {
  const paths: string[] = []
  const { index, budget } = walk
  if (budget.stepsLeft < 0) return undefined
  for (const { container, within } of waysTo(index, number)) {
    walk.steps += 1
    budget.stepsLeft -= 1
    if (walk.steps > MAX_STEPS || budget.stepsLeft < 0) return undefined
    if (container === 0) {
      paths.push(rootPath(within))
      continue
    }
    if (trail.length > MAX_DEPTH || hasPassed(trail, container)) continue
    const next = { number: container, length: trail.length + 1, before: trail }
    const above = listPathsTo(walk, container, next)
    if (above === undefined || paths.length + above.length > MAX_PATHS) return undefined
    for (const path of above) paths.push(`${path}${within}`)
  }
  return paths
}

/** The way of an object whose ways are too many to be listed; no rule names it, so it is never explained. */
const COUNTLESS = 'countless'

/** Lists every way in which an object is used. */
export function listUsagePaths(index: UsageIndex, number: number, budget = startWalks()): UsagePath[] {
  const walk: Walk = { index, budget, steps: 0 }
  return (index.usages.get(number) ?? []).flatMap(({ container, within }): UsagePath[] => {
    if (container === 0) return [{ path: rootPath(within), container, within }]
    const own = { number, length: 1, before: undefined }
    const above = listPathsTo(walk, container, { number: container, length: 2, before: own })
    if (above === undefined) return [{ path: COUNTLESS, container, within }]
    return above.map((path) => ({ path: `${path}${within}`, container, within }))
  })
}

/** The way to an annotation through the page tree. */
export const annotationPath = /^\/Pages(\/Kids\[\d+\])+\/Annots\[\d+\]$/

/** The way to an annotation through the structure tree. */
export const structurePath = /^\/StructTreeRoot\/.*\/Obj$/

/**
 * The states that later revisions left, opened once for all signatures that are compared with them.
 *
 * @module
 */
import { openRevision, type Pdf, type PdfRevision } from '../../pdf/index.ts'
import type { FieldMemory } from '../rules/field-pairs.ts'

/** How a revision is written, whatever was signed before it. */
export interface RevisionReadings {
  /** Its section, where readers may read that, or the words around it, differently. */
  readonly section: number | undefined
  /** Its objects that readers may read differently. */
  readonly objects: ReadonlySet<number>
  /** An object header that no entry leads to. */
  readonly header: number | undefined
}

/** The document as a later revision left it, with what comparisons have found out about it. */
export interface LaterState {
  readonly pdf: Pdf
  readonly fields: FieldMemory
  readings: RevisionReadings | undefined
}

/** Opens the state that a revision left. */
export type OpenLater = (revision: PdfRevision) => LaterState

/** States are kept as long as they have no more entries than this together; the others are opened again. */
const MOST_KEPT_ENTRIES = 500_000

/** Opens later revisions and keeps them, as far as there is room. */
export function shareLaterStates(pdf: Pdf): OpenLater {
  const states = new Map<PdfRevision, LaterState>()
  let entriesLeft = MOST_KEPT_ENTRIES
  return (revision) => {
    const known = states.get(revision)
    if (known !== undefined) return known
    const state: LaterState = {
      pdf: openRevision(pdf, revision),
      fields: { list: undefined },
      readings: undefined,
    }
    entriesLeft -= pdf.sections.reduce((sum, { entries }) => sum + entries.size, 0)
    if (entriesLeft >= 0) states.set(revision, state)
    return state
  }
}

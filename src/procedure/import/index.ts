/**
 * Processes from what agencies published: records of the catalogue and tables of ISO procedures.
 *
 * @module
 */
export {
  type DraftedProcess,
  draftProcess,
  draftProcessOf,
  type PublishedProcess,
  readDeclaredTerm,
} from './draft-process.ts'
export { readPublishedDuration, readPublishedTerm } from './published-times.ts'
export { readProcessTable, type TableOptions } from './read-table.ts'

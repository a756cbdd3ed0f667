/**
 * Everything drawn from one definition: diagrams, sheets, listings and slips.
 *
 * @module
 */
export { type DrawOptions, drawMermaid } from './draw-mermaid.ts'

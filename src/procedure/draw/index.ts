/**
 * Everything drawn from one definition: diagrams, the ISO sheet, the public listing, the control slip, BPMN.
 *
 * @module
 */
export { type DrawOptions, drawMermaid } from './draw-mermaid.ts'
export { drawSvg } from './draw-svg.ts'
export { buildControlSlip, type ControlSlip, type ControlSlipRow, writeListing } from './listing.ts'
export { buildSheet, listStepRows, type SheetOptions, type SheetPart } from './sheet.ts'
export { writeBpmn } from './write-bpmn.ts'
export { writeSheetHtml, writeSheetMarkdown } from './write-sheet.ts'

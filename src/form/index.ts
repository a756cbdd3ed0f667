/**
 * Draws official forms, result documents and the look of signatures as PDF, in Tinos, the same bytes every time.
 *
 * Pure: it reads no disk and asks for no time. Text that the font cannot show is refused, never left blank.
 *
 * @module
 */
export {
  type AppearanceSize,
  drawFieldAppearance,
  drawMarkAppearance,
  drawSealAppearance,
  drawSignatureAppearance,
  type FieldAppearance,
  type MarkAppearance,
  type SealAppearance,
  type SignatureAppearance,
} from './appearance.ts'
export type { Rect } from './canvas.ts'
export type { PagePlace } from './flow.ts'
export { drawReceiptSlip, type ReceiptSlip } from './receipt-slip.ts'
export { type DrawnResult, drawResultDocument, type ResultDocument } from './result-document.ts'
export {
  findCornerRect,
  findSealRect,
  type SignatureLook,
  type SignatureMode,
  signatureLooks,
} from './signature-look.ts'
export type { SlipIssuer, SlipPaper, SlipPerson } from './slip-parts.ts'
export { findSlipTemplate, type SlipTemplate, slipTemplates } from './slip-template.ts'
export { drawSupplementSlip, type SupplementSlip } from './supplement-slip.ts'
export type { FaceName } from './text.ts'
export { writeSigningTime, writeVietnameseDate, writeVietnameseMoment } from './vietnamese-time.ts'

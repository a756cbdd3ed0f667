/**
 * What a PDF says about its signatures, read and built, but not judged.
 *
 * @module
 */
export {
  type AddedField,
  addSignatureField,
  addTextField,
  type FieldPlacement,
  type NewSignatureField,
  type NewTextField,
} from './add-field.ts'
export {
  addSignatureDictionary,
  certifyDocument,
  embedContents,
  type NewSignatureDictionary,
  prepareSignedRevision,
  type SignableRevision,
} from './build-dictionary.ts'
export { type FoundSignature, listSignatures } from './collect.ts'
export {
  readGap,
  readSignatureDictionary,
  type SignatureDictionary,
  type SignatureGap,
  type SignatureReference,
} from './dictionary.ts'
export {
  buildVriKey,
  extendSecurityStore,
  readSecurityStore,
  type SecurityStore,
  type SecurityStoreAddition,
  type StoredValue,
  type ValidationMaterial,
  type VriEntry,
} from './dss.ts'
export { declareExtension } from './extension.ts'
export {
  type FieldGroup,
  type FieldTree,
  type FieldWidget,
  type FormField,
  findField,
  listFields,
  readFieldTree,
} from './field.ts'
export { fillSignatureField, setTextField, type TextFieldValue } from './fill-field.ts'
export {
  type Certification,
  type DocMdpLevel,
  type FieldLock,
  isLocked,
  readCertification,
  readDocMdp,
  readFieldLock,
  readFieldMdp,
  readSeedValue,
  type SeedCertificate,
  type SeedValue,
  seedValueBits,
} from './permission.ts'
export type { PageRectangle } from './placement.ts'
export { checkShadowRisks, type ShadowRisk } from './shadow/check-shadow-risks.ts'
export { readShownText } from './shadow/shown-text.ts'
export {
  listSeedBreaches,
  type SeedConstraint,
  type SeededCertificate,
  type SeededDocument,
  type SeededSignature,
  type SeededSigner,
} from './weigh-seed-value.ts'

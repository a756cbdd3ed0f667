/**
 * Signs PDF documents as PAdES, from B-B to B-LTA, by bytes appended behind the last one.
 *
 * Keys stay with the caller: a signer is one function from bytes to a raw signature, with its certificates. Timestamps,
 * revocation data and randomness come through ports.
 *
 * @module
 */
export {
  type AttributesInput,
  type EmbedOptions,
  embedSignature,
  type PreparedAttributes,
  prepareAttributes,
  type RawSignature,
  reopenSignature,
  type SignedRevision,
} from './embed-signature.ts'
export { addDocumentTimestamp, type ExtendedRevision, type ExtendInput, extendSignatures } from './extend.ts'
export type { RevocationSource } from './gather.ts'
export { type LevelSources, type PadesLevel, padesLevels } from './level.ts'
export { numberFields, type SigningMode, type SigningModeRule, signingModes } from './mode.ts'
export {
  type AwaitingSignature,
  type PreparedSignature,
  prepareSignature,
  type SignatureExtras,
  type SignaturePlace,
  type SignaturePlan,
} from './prepare-signature.ts'
export type { TimestampSource } from './request-timestamp.ts'
export type { SignerAnswer } from './seed-value.ts'
export { type SignInput, sign } from './sign.ts'

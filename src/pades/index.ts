/**
 * Signs PDF documents as PAdES, by bytes appended behind the last one.
 *
 * Keys stay with the caller: a signer is one function from bytes to a raw signature, with its certificates.
 *
 * @module
 */
export {
  embedSignature,
  type PreparedSignature,
  prepareSignature,
  type SignaturePlace,
  type SignaturePlan,
} from './prepare-signature.ts'
export { type SignedRevision, type SignInput, sign } from './sign.ts'

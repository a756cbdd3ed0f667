/**
 * A small document, signed by the test authority at a level that a test asks for.
 *
 * @module
 */
import {
  createTestAuthority,
  type TestAuthority,
  type TestIdentity,
} from '../../src/adapters/test-authority.ts'
import { concatBytes, writeUtf8 } from '../../src/bytes.ts'
import { type Instant, instant } from '../../src/date.ts'
import { type SignInput, sign } from '../../src/pades/index.ts'
import { readTrustStore, type TrustStore } from '../../src/validation/index.ts'

/** The moment at which the samples are signed. */
export const signedAt: Instant = instant('2026-09-01T09:00')

/** One page, no form. */
export const plainDocument: Uint8Array = writeUtf8(
  '%PDF-1.7\n1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj 2 0 obj <</Type/Pages/Count 1/Kids[3 0 R]>> endobj\n' +
    '3 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>> endobj trailer <</Root 1 0 R>>\n',
)

/** Who signs, and who is trusted. */
export interface Signing {
  readonly authority: TestAuthority
  readonly person: TestIdentity
  readonly trust: TrustStore
}

/** Makes an authority whose clock stands at {@link signedAt}, and one person. */
export async function startSigning(now: () => Instant = () => signedAt): Promise<Signing> {
  const authority = await createTestAuthority({ now })
  const person = await authority.issue({ commonName: 'Người ký thử' })
  return { authority, person, trust: readTrustStore(authority.root.certificate) }
}

/** Signs a document and gives the whole of it. */
export async function signWhole(
  { authority, person }: Pick<Signing, 'authority' | 'person'>,
  options: Partial<SignInput> = {},
  document: Uint8Array = plainDocument,
): Promise<Uint8Array> {
  const randomBytes = (length: number) => new Uint8Array(length).fill(7)
  const timestamp = { fetchTimestamp: authority.fetchTimestamp, randomBytes }
  const input = { signer: person.signer, claimedAt: signedAt, timestamp, revocation: authority }
  const { tail } = await sign(document, { ...input, ...options })
  return concatBytes(document, tail)
}

import { describe, expect, it } from 'vitest'
import { readDer } from '../../src/pki/der/read-der.ts'
import { readPublicKey } from '../../src/pki/public-key.ts'
import type { KeyUse } from '../../src/verifier.ts'
import { openVerifyKey as openByNode } from '../../src/verifier-node.ts'
import { openVerifyKey as openByWeb } from '../../src/verifier-web.ts'

const rsa = { modulusLength: 2048, publicExponent: Uint8Array.of(1, 0, 1) }
const use = (of: Partial<KeyUse>): KeyUse => ({
  scheme: 'rsa-pkcs1',
  digest: 'sha256',
  saltBytes: 32,
  maskDigest: undefined,
  curveOid: '',
  ...of,
})
const kinds: [string, KeyUse, object, object][] = [
  [
    'RSA PKCS #1 v1.5',
    use({}),
    { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256', ...rsa },
    { name: 'RSASSA-PKCS1-v1_5' },
  ],
  [
    'RSA PSS',
    use({ scheme: 'rsa-pss', digest: 'sha384', saltBytes: 48 }),
    { name: 'RSA-PSS', hash: 'SHA-384', ...rsa },
    { name: 'RSA-PSS', saltLength: 48 },
  ],
  ...[
    ['P-256', '1.2.840.10045.3.1.7'],
    ['P-384', '1.3.132.0.34'],
    ['P-521', '1.3.132.0.35'],
  ].map(([namedCurve = '', curveOid = '']): [string, KeyUse, object, object] => [
    `ECDSA ${namedCurve}`,
    use({ scheme: 'ecdsa', digest: 'sha512', curveOid }),
    { name: 'ECDSA', namedCurve },
    { name: 'ECDSA', hash: 'SHA-512' },
  ]),
  ['Ed25519', use({ scheme: 'ed25519', digest: 'sha512' }), { name: 'Ed25519' }, { name: 'Ed25519' }],
]
const message = new TextEncoder().encode('hồ sơ')

/** A key as the engines take it. */
function keyOf(spki: Uint8Array) {
  return { spki, keyBytes: readPublicKey(readDer(spki, 'public key')).keyBytes }
}

async function answers(spki: Uint8Array, keyUse: KeyUse, [text, signature]: [Uint8Array, Uint8Array]) {
  const engines = [openByNode, openByWeb]
  return Promise.all(engines.map(async (open) => (await open(keyOf(spki), keyUse))?.(text, signature)))
}

describe('both engines', () => {
  it.each(kinds)('give the same answers for %s', async (_, keyUse, keyParameters, parameters) => {
    const pair = await crypto.subtle.generateKey(keyParameters as EcKeyGenParams, true, ['sign', 'verify'])
    const spki = new Uint8Array(await crypto.subtle.exportKey('spki', pair.publicKey))
    const signature = new Uint8Array(
      await crypto.subtle.sign(parameters as EcdsaParams, pair.privateKey, message),
    )
    const flipped = signature.map((byte, at) => (at === 9 ? byte ^ 1 : byte))
    expect(await answers(spki, keyUse, [message, signature])).toEqual([true, true])
    expect(await answers(spki, keyUse, [message, flipped])).toEqual([false, false])
    expect(await answers(spki, keyUse, [message.slice(1), signature])).toEqual([false, false])
    expect(await answers(spki, keyUse, [message, signature.slice(1)])).toEqual([false, false])
    expect(await answers(spki, keyUse, [message, new Uint8Array()])).toEqual([false, false])
  })

  it('open nothing for bytes that are no key', async () => {
    const engines = [openByNode, openByWeb]
    const opened = engines.map((open) =>
      open({ spki: Uint8Array.of(0x30, 0), keyBytes: new Uint8Array() }, kinds[0]?.[1] ?? use({})),
    )
    expect(await Promise.all(opened)).toEqual([undefined, undefined])
  })

  it('call a salt that does not fit the key no valid signature', async () => {
    const keyParameters = { name: 'RSA-PSS', hash: 'SHA-256', ...rsa }
    const pair = await crypto.subtle.generateKey(keyParameters, true, ['sign', 'verify'])
    const spki = new Uint8Array(await crypto.subtle.exportKey('spki', pair.publicKey))
    const keyUse = use({ scheme: 'rsa-pss', saltBytes: 5000 })
    expect(await answers(spki, keyUse, [message, new Uint8Array(256)])).toEqual([false, false])
  })
})

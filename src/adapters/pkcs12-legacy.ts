/**
 * Reads PKCS #12 files of the old kind (3DES, RC2) with the optional package `node-forge`.
 *
 * Only the decryption is forge's; structure, MAC and pairing are those of `motcua/pki`. Converting the file once is the
 * better way: the message of `pki/legacy-encryption` says how.
 *
 * @module
 */
import { MotcuaError } from '../errors.ts'
import { type DecryptLegacy, type Pkcs12, readPkcs12 } from '../pki/index.ts'
import { messages } from './messages.ts'

/** A buffer of forge: a string with one character for each octet. */
interface ForgeBuffer {
  getBytes(): string
}

/** The part of forge that is used. */
interface Forge {
  readonly asn1: { fromDer(bytes: string): unknown }
  readonly util: { createBuffer(bytes: string): ForgeBuffer }
  readonly pki: {
    readonly pbe: {
      getCipher(
        oid: string,
        parameters: unknown,
        password: string,
      ): { update(input: ForgeBuffer): void; finish(): boolean; readonly output: ForgeBuffer }
    }
  }
}

/** One character for each octet, as forge wants it. */
function toBinary(bytes: Uint8Array): string {
  let text = ''
  for (const byte of bytes) text += String.fromCharCode(byte)
  return text
}

/** Loads forge, whichever way its CommonJS is wrapped. */
async function loadForge(): Promise<Forge> {
  try {
    // A name in a variable: an application without forge must still bundle.
    const name = 'node-forge'
    const loaded: { readonly default: Forge } = await import(name)
    return loaded.default
  } catch (cause) {
    throw new MotcuaError(messages, 'adapters/package-missing', { name: 'node-forge' }, { cause })
  }
}

/** Undoes one encryption with forge. */
function decryptWith(forge: Forge): DecryptLegacy {
  return ({ scheme, parameters, octets, password }) => {
    const cipher = forge.pki.pbe.getCipher(scheme, forge.asn1.fromDer(toBinary(parameters)), password)
    cipher.update(forge.util.createBuffer(toBinary(octets)))
    // A wrong password shows in the padding.
    if (!cipher.finish()) return undefined
    return Uint8Array.from(cipher.output.getBytes(), (character) => character.charCodeAt(0))
  }
}

/**
 * Reads a PKCS #12 file, old or new.
 *
 * @throws MotcuaError `adapters/package-missing` when node-forge is not installed.
 * @throws MotcuaError `pki/wrong-password` `pki/malformed` as `readPkcs12` does.
 */
export async function readLegacyPkcs12(bytes: Uint8Array, password: string): Promise<Pkcs12> {
  return readPkcs12(bytes, password, { decryptLegacy: decryptWith(await loadForge()) })
}

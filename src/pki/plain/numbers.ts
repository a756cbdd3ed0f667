/**
 * Large numbers for checking signatures that no engine checks for us.
 *
 * Only public values pass through here, so nothing has to be constant in time.
 *
 * @module
 */
import { writeHex } from '../../bytes.ts'

/** Reads octets as an unsigned number, most significant first. */
export function toNumber(bytes: Uint8Array): bigint {
  return bytes.length === 0 ? 0n : BigInt(`0x${writeHex(bytes)}`)
}

/** Writes a number as octets of a given length. */
export function toBytes(value: bigint, length: number): Uint8Array {
  const digits = value.toString(16).padStart(length * 2, '0')
  return Uint8Array.from({ length }, (_, index) =>
    Number.parseInt(digits.slice(index * 2, index * 2 + 2), 16),
  )
}

/** The remainder that is not negative. */
export function modulo(value: bigint, modulus: bigint): bigint {
  const rest = value % modulus
  return rest < 0n ? rest + modulus : rest
}

/** Raises to a power modulo a number, by squaring. */
export function power(base: bigint, exponent: bigint, modulus: bigint): bigint {
  let result = 1n
  let factor = modulo(base, modulus)
  for (let rest = exponent; rest > 0n; rest >>= 1n) {
    if ((rest & 1n) === 1n) result = (result * factor) % modulus
    factor = (factor * factor) % modulus
  }
  return result
}

/** The inverse modulo a number by Euclid; 0 where there is none. */
export function invert(value: bigint, modulus: bigint): bigint {
  let [a, b] = [modulo(value, modulus), modulus]
  let [x, y] = [1n, 0n]
  while (a > 1n) {
    if (b === 0n) return 0n
    const quotient = a / b
    ;[a, b] = [b, a % b]
    ;[x, y] = [y, x - quotient * y]
  }
  return a === 1n ? modulo(x, modulus) : 0n
}

/** Number of bits. */
export function countBits(value: bigint): number {
  return value === 0n ? 0 : value.toString(2).length
}

/** The leftmost bits of a digest as a number, as many as the order has (FIPS 186-5, 6.4.2). */
export function truncateDigest(digest: Uint8Array, order: bigint): bigint {
  const surplus = digest.length * 8 - countBits(order)
  const value = toNumber(digest)
  return surplus > 0 ? value >> BigInt(surplus) : value
}

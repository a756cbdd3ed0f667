/**
 * ECDSA with digests or curves that WebCrypto does not know (FIPS 186-5, 6.4.2; RFC 5639 for the Brainpool curves).
 *
 * @module
 */
import { hashBytes } from '../../hash.ts'
import type { SignatureAlgorithm } from '../algorithms.ts'
import { readPair } from './dsa.ts'
import { invert, modulo, toNumber, truncateDigest } from './numbers.ts'

/** A curve y² = x³ + ax + b over a prime field, with a base point of prime order. */
interface CurveParameters {
  readonly p: bigint
  readonly a: bigint
  readonly b: bigint
  readonly x: bigint
  readonly y: bigint
  readonly order: bigint
  readonly fieldBytes: number
}

/** Reads the parameters of a curve: p, a, b, x, y, order as hexadecimal. */
function defineCurve(
  fieldBytes: number,
  numbers: readonly [string, string, string, string, string, string],
): CurveParameters {
  const [p, a, b, x, y, order] = numbers.map((digits) => BigInt(`0x${digits}`)) as [
    bigint,
    bigint,
    bigint,
    bigint,
    bigint,
    bigint,
  ]
  return { p, a, b, x, y, order, fieldBytes }
}

/** Curves by identifier (SP 800-186, 3.2.1; RFC 5639, 3). */
const CURVES: Readonly<Record<string, () => CurveParameters>> = {
  '1.2.840.10045.3.1.7': () =>
    defineCurve(32, [
      'ffffffff00000001000000000000000000000000ffffffffffffffffffffffff',
      'ffffffff00000001000000000000000000000000fffffffffffffffffffffffc',
      '5ac635d8aa3a93e7b3ebbd55769886bc651d06b0cc53b0f63bce3c3e27d2604b',
      '6b17d1f2e12c4247f8bce6e563a440f277037d812deb33a0f4a13945d898c296',
      '4fe342e2fe1a7f9b8ee7eb4a7c0f9e162bce33576b315ececbb6406837bf51f5',
      'ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551',
    ]),
  '1.3.132.0.34': () =>
    defineCurve(48, [
      'fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffeffffffff0000000000000000ffffffff',
      'fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffeffffffff0000000000000000fffffffc',
      'b3312fa7e23ee7e4988e056be3f82d19181d9c6efe8141120314088f5013875ac656398d8a2ed19d2a85c8edd3ec2aef',
      'aa87ca22be8b05378eb1c71ef320ad746e1d3b628ba79b9859f741e082542a385502f25dbf55296c3a545e3872760ab7',
      '3617de4a96262c6f5d9e98bf9292dc29f8f41dbd289a147ce9da3113b5f0b8c00a60b1ce1d7e819d7a431d7c90ea0e5f',
      'ffffffffffffffffffffffffffffffffffffffffffffffffc7634d81f4372ddf581a0db248b0a77aecec196accc52973',
    ]),
  '1.3.132.0.35': () =>
    defineCurve(66, [
      `1ff${'f'.repeat(128)}`,
      `1ff${'f'.repeat(127)}c`,
      '51953eb9618e1c9a1f929a21a0b68540eea2da725b99b315f3b8b489918ef109e156193951ec7e937b1652c0bd3bb1bf073573df883d2c34f1ef451fd46b503f00',
      'c6858e06b70404e9cd9e3ecb662395b4429c648139053fb521f828af606b4d3dbaa14b5e77efe75928fe1dc127a2ffa8de3348b3c1856a429bf97e7e31c2e5bd66',
      '11839296a789a3bc0045c8a5fb42c7d1bd998f54449579b446817afbd17273e662c97ee72995ef42640c550b9013fad0761353c7086a272c24088be94769fd16650',
      '1fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffa51868783bf2f966b7fcc0148f709a5d03bb5c9b8899c47aebb6fb71e91386409',
    ]),
  '1.3.36.3.3.2.8.1.1.7': () =>
    defineCurve(32, [
      'a9fb57dba1eea9bc3e660a909d838d726e3bf623d52620282013481d1f6e5377',
      '7d5a0975fc2c3057eef67530417affe7fb8055c126dc5c6ce94a4b44f330b5d9',
      '26dc5c6ce94a4b44f330b5d9bbd77cbf958416295cf7e1ce6bccdc18ff8c07b6',
      '8bd2aeb9cb7e57cb2c4b482ffc81b7afb9de27e1e3bd23c23a4453bd9ace3262',
      '547ef835c3dac4fd97f8461a14611dc9c27745132ded8e545c1d54c72f046997',
      'a9fb57dba1eea9bc3e660a909d838d718c397aa3b561a6f7901e0e82974856a7',
    ]),
}

/** A point, or `undefined` for the one at infinity. */
type Point = readonly [x: bigint, y: bigint] | undefined

/** Adds two points. */
function addPoints(a: Point, b: Point, curve: CurveParameters): Point {
  if (a === undefined) return b
  if (b === undefined) return a
  const { p } = curve
  const isSameX = modulo(a[0] - b[0], p) === 0n
  if (isSameX && modulo(a[1] + b[1], p) === 0n) return undefined
  const slope = isSameX
    ? modulo((3n * a[0] * a[0] + curve.a) * invert(2n * a[1], p), p)
    : modulo((b[1] - a[1]) * invert(b[0] - a[0], p), p)
  const x = modulo(slope * slope - a[0] - b[0], p)
  return [x, modulo(slope * (a[0] - x) - a[1], p)]
}

/** Multiplies a point. */
function multiply(point: Point, factor: bigint, curve: CurveParameters): Point {
  let result: Point
  let addend = point
  for (let rest = factor; rest > 0n; rest >>= 1n) {
    if ((rest & 1n) === 1n) result = addPoints(result, addend, curve)
    addend = addPoints(addend, addend, curve)
  }
  return result
}

/** Reads an uncompressed point that lies on the curve. */
function readPoint(keyBytes: Uint8Array, curve: CurveParameters): Point {
  const { fieldBytes, p, a, b } = curve
  if (keyBytes[0] !== 4 || keyBytes.length !== 1 + 2 * fieldBytes) return undefined
  const x = toNumber(keyBytes.subarray(1, 1 + fieldBytes))
  const y = toNumber(keyBytes.subarray(1 + fieldBytes))
  const isOnCurve = x < p && y < p && modulo(y * y - (x * x * x + a * x + b), p) === 0n
  return isOnCurve ? [x, y] : undefined
}

/** Checks an ECDSA signature by hand; `undefined` when curve or key cannot be used. */
export function checkEcdsa(
  algorithm: SignatureAlgorithm,
  key: { readonly curveOid: string | undefined; readonly keyBytes: Uint8Array },
  { message, signature }: { readonly message: Uint8Array; readonly signature: Uint8Array },
): boolean | undefined {
  const curve = CURVES[key.curveOid ?? '']?.()
  const point = curve && readPoint(key.keyBytes, curve)
  if (curve === undefined || point === undefined) return undefined
  const { order, x, y } = curve
  const [r, s] = readPair(signature)
  if (r <= 0n || r >= order || s <= 0n || s >= order) return false
  const w = invert(s, order)
  const u1 = modulo(truncateDigest(hashBytes(algorithm.digest, message), order) * w, order)
  const u2 = modulo(r * w, order)
  const sum = addPoints(multiply([x, y], u1, curve), multiply(point, u2, curve), curve)
  return sum !== undefined && modulo(sum[0], order) === r
}

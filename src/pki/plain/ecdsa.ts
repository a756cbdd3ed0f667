/**
 * ECDSA with digests or curves that WebCrypto does not know (FIPS 186-5, 6.4.2; RFC 5639 for the Brainpool curves).
 *
 * @module
 */
import { hashBytes } from '../../hash.ts'
import type { SignatureAlgorithm } from '../algorithms.ts'
import { curveNumbers } from './curves.ts'
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

/** Finds a curve by its identifier. */
function findCurve(oid: string | undefined): CurveParameters | undefined {
  const numbers = oid === undefined ? undefined : curveNumbers[oid]
  if (numbers === undefined) return undefined
  const read = (digits: string) => BigInt(`0x${digits}`)
  const [fieldBytes, p, a, b, x, y, order] = numbers
  return { fieldBytes, p: read(p), a: read(a), b: read(b), x: read(x), y: read(y), order: read(order) }
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
  const curve = findCurve(key.curveOid)
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

/**
 * Where on a page text and pictures are drawn, as far as a content stream says it, so that a change of it can be marked.
 *
 * Fonts are not read: how wide a text is is guessed from its length, which is good enough for a mark. Paths, shadings and what
 * forms draw inside themselves are not looked at.
 *
 * @module
 */
import { concatBytes } from '../../bytes.ts'
import { isMotcuaError } from '../../errors.ts'
import { findPage, type Pdf, type PdfObject, readStream, resolveObject } from '../../pdf/index.ts'
import { readPdfObject } from '../../pdf/syntax/index.ts'
import { asArray } from './revision-pair.ts'

/** Left, bottom, right, top in the default user space of the page. */
type Box = readonly [number, number, number, number]

/** `[a b c d e f]` of ISO 32000-1, 8.3.3. */
type Matrix = readonly [number, number, number, number, number, number]

/** One text or picture: two that have the same key look the same. */
interface Fragment {
  readonly key: string
  /** Name in the resources; of pictures and forms only. */
  readonly resource: string | undefined
  readonly box: Box
}

const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0]

/** Longer contents and more fragments are not looked through for the sake of a mark. */
const MAX_CONTENT_BYTES = 1 << 20
const MAX_FRAGMENTS = 20_000
const MAX_SAVED_STATES = 500

/** Characters are taken to be half as wide as they are high; they reach a quarter below the line. */
const WIDTH_SHARE = 0.5
const DEPTH_SHARE = 0.25

/** First one, then the other. */
const multiply = (m: Matrix, n: Matrix): Matrix => [
  m[0] * n[0] + m[1] * n[2],
  m[0] * n[1] + m[1] * n[3],
  m[2] * n[0] + m[3] * n[2],
  m[2] * n[1] + m[3] * n[3],
  m[4] * n[0] + m[5] * n[2] + n[4],
  m[4] * n[1] + m[5] * n[3] + n[5],
]

/** The box around several points. */
function boxAround(points: readonly (readonly [number, number])[]): Box {
  const start: Box = [
    Number.POSITIVE_INFINITY,
    Number.POSITIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
  ]
  return points.reduce<Box>(
    ([left, bottom, right, top], [x, y]) => [
      Math.min(left, x),
      Math.min(bottom, y),
      Math.max(right, x),
      Math.max(top, y),
    ],
    start,
  )
}

/** Where a rectangle comes to lie. */
function transformBox([left, bottom, right, top]: Box, [a, b, c, d, e, f]: Matrix): Box {
  const corners = [
    [left, bottom],
    [left, top],
    [right, bottom],
    [right, top],
  ] as const
  return boxAround(corners.map(([x, y]) => [a * x + c * y + e, b * x + d * y + f] as const))
}

/** The state of the program that a content stream is. */
interface Machine {
  ctm: Matrix
  font: string
  size: number
  leading: number
  text: Matrix
  line: Matrix
  readonly saved: Pick<Machine, 'ctm' | 'font' | 'size' | 'leading'>[]
  readonly fragments: Fragment[]
}

/** Operands of an operator: the numbers, and the last operand of another kind. */
interface Operands {
  readonly numbers: readonly number[]
  readonly other: PdfObject | undefined
}

/** Six numbers, or nothing. */
function matrixOf(numbers: readonly number[]): Matrix | undefined {
  const [a, b, c, d, e, f] = numbers.slice(-6)
  if (a === undefined || b === undefined || c === undefined || d === undefined) return undefined
  return e === undefined || f === undefined ? undefined : [a, b, c, d, e, f]
}

/** The octets of a string, or of the strings in an array. */
function codesOf(value: PdfObject | undefined): string {
  if (value?.kind === 'string') return new TextDecoder('latin1').decode(value.bytes)
  return value?.kind === 'array' ? value.items.map(codesOf).join('') : ''
}

const nameOf = (value: PdfObject | undefined): string => (value?.kind === 'name' ? value.name : '')

/** Goes to the beginning of another line. */
function moveLine(machine: Machine, x: number, y: number): void {
  machine.line = multiply([1, 0, 0, 1, x, y], machine.line)
  machine.text = machine.line
}

/** Notes a text and goes behind it. */
function showText(machine: Machine, { other }: Operands): void {
  const codes = codesOf(other)
  const { size, font, fragments } = machine
  if (codes === '' || size === 0 || fragments.length >= MAX_FRAGMENTS) return
  const place = multiply(machine.text, machine.ctm)
  const width = codes.length * size * WIDTH_SHARE
  const box = transformBox([0, -size * DEPTH_SHARE, width, size], place)
  fragments.push({ key: JSON.stringify([font, size, codes, place]), resource: undefined, box })
  machine.text = multiply([1, 0, 0, 1, width, 0], machine.text)
}

/** Notes a picture or form, which is drawn into the unit square. */
function drawResource({ fragments, ctm }: Machine, { other }: Operands): void {
  if (fragments.length >= MAX_FRAGMENTS) return
  const resource = nameOf(other)
  fragments.push({ key: JSON.stringify([resource, ctm]), resource, box: transformBox([0, 0, 1, 1], ctm) })
}

/** The operators that move or draw what is marked (ISO 32000-1, 8.4.4, 8.8 and 9.4); all others are passed over. */
const operators: Readonly<Record<string, (machine: Machine, operands: Operands) => void>> = {
  q: ({ saved, ctm, font, size, leading }) => {
    if (saved.length < MAX_SAVED_STATES) saved.push({ ctm, font, size, leading })
  },
  Q: (machine) => void Object.assign(machine, machine.saved.pop()),
  cm: (machine, { numbers }) => {
    machine.ctm = multiply(matrixOf(numbers) ?? IDENTITY, machine.ctm)
  },
  BT: (machine) => void Object.assign(machine, { text: IDENTITY, line: IDENTITY }),
  Tf: (machine, { numbers: [size = 0], other }) => void Object.assign(machine, { size, font: nameOf(other) }),
  TL: (machine, { numbers: [leading = 0] }) => void Object.assign(machine, { leading }),
  Td: (machine, { numbers: [x = 0, y = 0] }) => moveLine(machine, x, y),
  TD: (machine, { numbers: [x = 0, y = 0] }) => {
    machine.leading = -y
    moveLine(machine, x, y)
  },
  Tm: (machine, { numbers }) => {
    machine.line = matrixOf(numbers) ?? IDENTITY
    machine.text = machine.line
  },
  'T*': (machine) => moveLine(machine, 0, -machine.leading),
  Tj: showText,
  TJ: showText,
  "'": (machine, operands) => {
    moveLine(machine, 0, -machine.leading)
    showText(machine, operands)
  },
  '"': (machine, operands) => {
    moveLine(machine, 0, -machine.leading)
    showText(machine, operands)
  },
  Do: drawResource,
}

/** A number, a word, or one other sign, from wherever the search begins. */
const TOKEN = /([+-]?(?:\d+\.?\d*|\.\d+))|([A-Za-z'"][A-Za-z0-9*'"]*)|%[^\r\n]*|[\s\S]/y

/** Runs a content stream. */
function run(content: Uint8Array): readonly Fragment[] {
  const latin1 = new TextDecoder('latin1').decode(content)
  const machine: Machine = {
    ...{ ctm: IDENTITY, font: '', size: 0, leading: 0, text: IDENTITY, line: IDENTITY },
    ...{ saved: [], fragments: [] },
  }
  let numbers: number[] = []
  let other: PdfObject | undefined
  for (let offset = 0; offset < content.length; ) {
    if ('([</'.includes(latin1.charAt(offset))) {
      const { value, nextOffset } = readPdfObject(content, offset)
      other = value
      offset = Math.max(nextOffset, offset + 1)
      continue
    }
    TOKEN.lastIndex = offset
    const [token = ' ', number, word] = TOKEN.exec(latin1) ?? []
    offset += token.length
    if (number !== undefined) numbers.push(Number(number))
    if (word === undefined) continue
    if (Object.hasOwn(operators, word)) operators[word]?.(machine, { numbers, other })
    numbers = []
    other = undefined
    // The octets of a picture in the content are no operators.
    if (word === 'ID') offset = endOfPicture(latin1, offset)
  }
  return machine.fragments
}

/** Where the octets of a picture in the content end. */
function endOfPicture(latin1: string, start: number): number {
  const found = /\sEI(?=\s|$)/g
  found.lastIndex = start
  return found.exec(latin1) === null ? latin1.length : found.lastIndex
}

/** The content of a page in one piece; nothing where it is too long. */
function readContent(pdf: Pdf, pageNumber: number): Uint8Array | undefined {
  const contents = findPage(pdf, pageNumber - 1)?.dict.entries.get('Contents')
  if (contents === undefined) return new Uint8Array(0)
  const parts: Uint8Array[] = []
  let length = 0
  for (const item of asArray(pdf, contents) ?? [contents]) {
    const stream = resolveObject(pdf, item)
    if (stream.kind !== 'stream') continue
    const bytes = readStream(pdf, stream)
    length += bytes.length
    if (length > MAX_CONTENT_BYTES) return undefined
    // The parts are one program, with a space between them (ISO 32000-1, 7.8.2).
    parts.push(bytes, Uint8Array.of(0x0a))
  }
  return concatBytes(...parts)
}

/** What a page draws; nothing where that cannot be told. */
function listFragments(pdf: Pdf, pageNumber: number): readonly Fragment[] | undefined {
  try {
    const content = readContent(pdf, pageNumber)
    return content && run(content)
  } catch (error) {
    // A mark is a help for the eye: what cannot be read gets none, and is told all the same.
    if (isMotcuaError(error)) return undefined
    throw error
  }
}

/** What is only in one of two lists, each fragment counted. */
function listOdd(before: readonly Fragment[], after: readonly Fragment[]): readonly Fragment[] {
  const left = new Map<string, Fragment[]>()
  for (const fragment of before) {
    const same = left.get(fragment.key)
    if (same === undefined) left.set(fragment.key, [fragment])
    else same.push(fragment)
  }
  const fresh = after.filter(({ key }) => left.get(key)?.pop() === undefined)
  return [...[...left.values()].flat(), ...fresh]
}

/** The box around some fragments. */
function boxOf(fragments: readonly Fragment[]): Box | undefined {
  if (fragments.length === 0) return undefined
  const box = boxAround(
    fragments.flatMap(({ box: [left, bottom, right, top] }) => [
      [left, bottom] as const,
      [right, top] as const,
    ]),
  )
  return box.every(Number.isFinite) ? box : undefined
}

/** Two states of a document. */
export interface TwoStates {
  readonly signed: Pdf
  readonly later: Pdf
}

/** Finds the part of a page in which its content draws something else than it did. */
export function findRedrawnBox({ signed, later }: TwoStates, pageNumber: number): Box | undefined {
  const [before, after] = [listFragments(signed, pageNumber), listFragments(later, pageNumber)]
  return before === undefined || after === undefined ? undefined : boxOf(listOdd(before, after))
}

/** Finds the part of a page in which a picture or form of its resources was drawn when it was signed, or is now. */
export function findResourceBox(
  { signed, later }: TwoStates,
  pageNumber: number,
  resource: string,
): Box | undefined {
  for (const pdf of [signed, later]) {
    const box = boxOf((listFragments(pdf, pageNumber) ?? []).filter((each) => each.resource === resource))
    if (box !== undefined) return box
  }
  return undefined
}

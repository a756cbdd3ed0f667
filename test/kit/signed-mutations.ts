/**
 * Documents that our signer made at every level and in every mode, and random mutations of them: changed bytes, broken
 * structure, later revisions.
 *
 * @module
 */
import type { TestAuthority } from '../../src/adapters/test-authority.ts'
import { concatBytes } from '../../src/bytes.ts'
import { fromEpochMs } from '../../src/date.ts'
import { addDocumentTimestamp, type SignInput, sign } from '../../src/pades/index.ts'
import { openPdf } from '../../src/pdf/index.ts'
import { listSignatures } from '../../src/signature/index.ts'
import { appendTo } from './attacks/append.ts'
import { sampleShape } from './attacks/sample.ts'
import { buildPdf, streamBody, toBytes, toText } from './build-pdf.ts'

/** Gives whole numbers below a bound. */
export type Draw = (bound: number) => number

/** A signed document. */
export interface SignedSeed {
  readonly name: string
  readonly bytes: Uint8Array
}

/** Adds another signature or timestamp of ours. */
export interface Signers {
  readonly sign: (document: Uint8Array, input?: Partial<SignInput>) => Promise<Uint8Array>
  readonly stamp: (document: Uint8Array) => Promise<Uint8Array>
}

/** A small generator of numbers, so that a failing case can be made again. */
export function startDraw(seed: number): Draw {
  let state = seed >>> 0
  return (bound) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 2 ** 32) * bound)
  }
}

/** Signs as people of an authority, now. */
export async function createSigners(authority: TestAuthority): Promise<Signers> {
  const person = await authority.issue({ commonName: 'Người ký thử', keyType: 'rsa-3072' })
  const randomBytes = (length: number) => crypto.getRandomValues(new Uint8Array(length))
  const timestamp = { fetchTimestamp: authority.fetchTimestamp, randomBytes }
  const common = { signer: person.signer, timestamp, revocation: authority }
  return {
    sign: async (document, input = {}) => {
      const claimedAt = fromEpochMs(Date.now())
      return concatBytes(document, (await sign(document, { ...common, claimedAt, ...input })).tail)
    },
    stamp: async (document) => concatBytes(document, await addDocumentTimestamp(document, timestamp)),
  }
}

/** Makes the documents: every level, certified and approved, by several kinds of key, once and twice. */
export async function makeSeeds(authority: TestAuthority, { sign: make }: Signers): Promise<SignedSeed[]> {
  const table = buildPdf(sampleShape())
  const stream = buildPdf(sampleShape({ xref: 'stream' }))
  const agency = await authority.issue({ commonName: 'Cơ quan thử' })
  const pss = await authority.issue({ commonName: 'Người ký PSS', keyType: 'rsa-2048', isPss: true })
  const seeds: [string, Promise<Uint8Array>][] = [
    ...(['B-B', 'B-T', 'B-LT', 'B-LTA'] as const).map((level): [string, Promise<Uint8Array>] => [
      level,
      make(table, { level }),
    ]),
    ...([1, 2, 3] as const).map((certify): [string, Promise<Uint8Array>] => [
      `certified ${certify}`,
      make(table, { certify, level: 'B-LT' }),
    ]),
    ['streams', make(stream, { level: 'B-LTA' })],
    ['elliptic', make(table, { signer: agency.signer, level: 'B-LT' })],
    ['pss', make(table, { signer: pss.signer, level: 'B-T' })],
    [
      'twice',
      make(table, { level: 'B-LTA' }).then((once) => make(once, { signer: agency.signer, level: 'B-LT' })),
    ],
  ]
  return Promise.all(seeds.map(async ([name, bytes]) => ({ name, bytes: await bytes })))
}

/** A mutation, with the words under which it is counted. */
export interface Mutation {
  readonly name: string
  readonly apply: (bytes: Uint8Array, draw: Draw) => Uint8Array | Promise<Uint8Array>
}

/** Changes one byte at an offset to any other. */
function flip(bytes: Uint8Array, offset: number, draw: Draw): Uint8Array {
  const copy = bytes.slice()
  copy[offset] = (copy[offset] ?? 0) ^ (1 + draw(255))
  return copy
}

/** Where the contents of some signature stand. */
function pickGap(bytes: Uint8Array, draw: Draw): { start: number; end: number } {
  const found = listSignatures(openPdf(bytes)).flatMap(({ gap }) => gap ?? [])
  return found[draw(found.length)] ?? { start: 0, end: 1 }
}

/** Replaces one of the matches of a pattern by text of the same length. */
function rewriteOne(
  bytes: Uint8Array,
  pattern: RegExp,
  { draw, write }: { readonly draw: Draw; readonly write: (found: string) => string },
): Uint8Array {
  const text = toText(bytes)
  const matches = [...text.matchAll(pattern)]
  const match = matches[draw(matches.length)]
  if (match === undefined) return bytes
  return toBytes(text.slice(0, match.index) + write(match[0]) + text.slice(match.index + match[0].length))
}

const otherDigit = (draw: Draw) => (found: string) =>
  found.replace(/\d/, (digit) => String((Number(digit) + 1 + draw(9)) % 10))

/** Mutations of bytes that are there. */
const byteMutations: readonly Mutation[] = [
  { name: 'a byte anywhere', apply: (bytes, draw) => flip(bytes, draw(bytes.length), draw) },
  {
    name: 'a byte of the CMS',
    apply: (bytes, draw) => {
      const { start } = pickGap(bytes, draw)
      const offset = start + 1 + draw(4000)
      const copy = bytes.slice()
      copy[offset] = copy[offset] === 0x30 ? 0x37 : 0x30
      return copy
    },
  },
  { name: 'the end cut off', apply: (bytes, draw) => bytes.subarray(0, bytes.length - 1 - draw(400)) },
  {
    name: 'bytes behind the end',
    apply: (bytes, draw) =>
      concatBytes(bytes, toBytes(['\n', '\n\n\n', '% more\n', 'junk', '\0'.repeat(9)][draw(5)] ?? '')),
  },
  {
    name: 'a piece written over another',
    apply: (bytes, draw) => {
      const length = 1 + draw(60)
      const from = draw(bytes.length - length)
      const copy = bytes.slice()
      copy.set(bytes.subarray(from, from + length), draw(bytes.length - length))
      return copy
    },
  },
  {
    name: 'a reference turned elsewhere',
    apply: (bytes, draw) => rewriteOne(bytes, /\d+ 0 R/g, { draw, write: otherDigit(draw) }),
  },
  {
    name: 'an entry of a table changed',
    apply: (bytes, draw) => rewriteOne(bytes, /\d{10} 00000 n/g, { draw, write: otherDigit(draw) }),
  },
  {
    name: 'a number of the byte range changed',
    apply: (bytes, draw) =>
      rewriteOne(bytes, /(?<=\/ByteRange\s*\[[\d\s]{0,60})\b[1-9]\d*/g, { draw, write: otherDigit(draw) }),
  },
  {
    name: 'a name misspelt',
    apply: (bytes, draw) =>
      rewriteOne(bytes, /\/(Contents|ByteRange|SubFilter|Type|Fields|V|FT|Root|Prev|Size)\b/g, {
        draw,
        write: (found) => `${found.slice(0, -1)}~`,
      }),
  },
]

/** The body of an object in its newest writing, plain ones only. */
function bodyOf(bytes: Uint8Array, number: number): string {
  const all = [...toText(bytes).matchAll(new RegExp(`(?<!\\d)${number} 0 obj\\s([^]*?)\\sendobj`, 'g'))]
  return all.at(-1)?.[1] ?? '<<>>'
}

/** Adds an entry to a dictionary written as text. */
const withEntry = (body: string, entry: string) => body.replace(/>>\s*$/, `${entry}>>`)

/** Appends objects as a proper revision. */
const revise = (
  name: string,
  write: (bytes: Uint8Array, draw: Draw) => Record<number, string>,
): Mutation => ({
  name,
  apply: (bytes, draw) => appendTo(bytes, { objects: write(bytes, draw) }),
})

const highest = 900

/** Later revisions that somebody else adds. */
const revisionMutations: readonly Mutation[] = [
  {
    name: 'an empty revision',
    apply: (bytes) => {
      // Strict readers want at least one subsection.
      const text = toText(appendTo(bytes, {}))
      const start = text.lastIndexOf('\nxref\n') + 6
      return toBytes(`${text.slice(0, start)}0 1\n0000000000 65535 f \n${text.slice(start)}`)
    },
  },
  revise('an unused object', () => ({ [highest]: '<</Unused true>>' })),
  revise('an object written again', (bytes) => ({ 11: bodyOf(bytes, 11) })),
  revise('a field filled in', (bytes, draw) => ({
    13: bodyOf(bytes, 13).replace(/\/V\s*\([^)]*\)/, `/V(${100 + draw(900)} dong)`),
  })),
  revise('an appearance replaced', () => ({
    14: streamBody('/Type/XObject/Subtype/Form/BBox[0 0 200 20]', 'BT /F1 10 Tf (9 dong) Tj ET'),
  })),
  revise('page content replaced', () => ({
    4: streamBody('', 'BT /F1 12 Tf 50 700 Td (Pay 900 dong) Tj ET'),
  })),
  revise('a font replaced', () => ({ 11: '<</Type/Font/Subtype/Type1/BaseFont/Courier>>' })),
  revise('a stamp moved', (bytes) => ({ 15: bodyOf(bytes, 15).replace('300 600', '100 100') })),
  revise('a note put on the page', (bytes) => ({
    3: bodyOf(bytes, 3).replace(/\/Annots\s*\[/, `/Annots[${highest} 0 R `),
    [highest]: '<</Type/Annot/Subtype/Text/Contents(note)/Rect[9 9 29 29]/F 4>>',
  })),
  revise('an empty signature field', (bytes) => ({
    [highest]: '<</FT/Sig/T(Later)/Type/Annot/Subtype/Widget/F 132/Rect[0 0 0 0]/P 3 0 R>>',
    ...addField(bytes),
  })),
  revise('a language in the catalog', (bytes) => ({ 1: withEntry(bodyOf(bytes, 1), '/Lang(vi)') })),
]

/** The object that holds /Fields, with one field more. */
function addField(bytes: Uint8Array): Record<number, string> {
  const reference = /\/AcroForm\s*(\d+) 0 R/.exec(bodyOf(bytes, 1))?.[1]
  const holder = reference === undefined ? 1 : Number(reference)
  return { [holder]: bodyOf(bytes, holder).replace(/\/Fields\s*\[/, `/Fields[${highest} 0 R `) }
}

/** All mutations; those of our own signer among them. */
export function listMutations(signers: Signers): readonly Mutation[] {
  return [
    { name: 'nothing', apply: (bytes) => bytes },
    ...byteMutations,
    ...revisionMutations,
    { name: 'another signature', apply: (bytes) => signers.sign(bytes).catch(() => bytes) },
    { name: 'another timestamp', apply: (bytes) => signers.stamp(bytes) },
  ]
}

/** Whether appended tables make sense behind a document: behind streams they would be another fault. */
export function isFor(mutation: Mutation, { name }: SignedSeed): boolean {
  return name !== 'streams' || !revisionMutations.includes(mutation)
}

/** Tells whether nothing differs from the seed but what stands in the /Contents of signatures. */
export function isInContents({ bytes: seed }: SignedSeed, mutated: Uint8Array): boolean {
  if (seed.length !== mutated.length) return false
  const gaps = listSignatures(openPdf(seed)).flatMap(({ gap }) => gap ?? [])
  const isInGap = (offset: number) => gaps.some(({ start, end }) => offset > start && offset < end - 1)
  return mutated.every((byte, offset) => byte === seed[offset] || isInGap(offset))
}

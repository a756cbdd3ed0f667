import fc from 'fast-check'
import { isMotcuaError } from 'motcua'
import {
  addObject,
  appendRevision,
  beginRevision,
  countPages,
  joinSources,
  listObjectNumbers,
  listRevisions,
  openPdf,
  openRevision,
  readObject,
  readStream,
  readStructure,
} from 'motcua/pdf'
import { pdfDict, pdfRef } from 'motcua/pdf/syntax'
import { listFields, listSignatures, readSecurityStore } from 'motcua/signature'
import { buildPdf, streamBody, toBytes, toText } from './build-pdf.ts'

/** Small files of every kind, to be damaged. */
export function fuzzSeeds(): Uint8Array[] {
  const form = {
    pages: 2,
    catalog: '/AcroForm<</Fields[20 0 R]/SigFlags 3>>',
    page: '/Annots[20 0 R]',
    extra: [
      { number: 20, body: '<</FT/Sig/T(Sig1)/Subtype/Widget/Rect[0 0 0 0]/V 21 0 R>>' },
      {
        number: 21,
        body: '<</Type/Sig/ByteRange[0 100 200 300]/Contents<00112233>/SubFilter/ETSI.CAdES.detached>>',
      },
      { number: 22, body: streamBody('/Filter/ASCIIHexDecode', '48656c6c6f>') },
    ],
  }
  return [
    buildPdf(form),
    buildPdf({ ...form, xref: 'stream', objectStream: true }),
    buildPdf({ ...form, xref: 'hybrid', objectStream: true }),
    buildPdf({ ...form, xref: 'none' }),
    buildPdf({ ...form, junk: 'junk\n', eol: '\r' }),
  ]
}

/** Pieces that are likely to hurt. */
const pieces = [
  'obj',
  'endobj',
  'stream\n',
  'endstream',
  '<<',
  '>>',
  '[',
  ']',
  '(',
  ')',
  ' 0 R',
  '/Prev 0',
  '/Length 99',
  '\0',
  '%',
  '/Kids[2 0 R]',
  '-1',
  '99999999999',
  'startxref\n0',
  'xref',
  'trailer',
  '/Root',
  '/Type/XRef',
  '/W[1 9 9]',
  '/Filter/FlateDecode',
  '/Encrypt 3 0 R',
  '/Predictor 12',
  '/Parent 2 0 R',
  '/Size 1',
  '/N 9999999',
]

/** One change to a file: bytes overwritten, cut out, doubled, or a piece put in. */
export type Mutation = readonly [kind: 'set' | 'cut' | 'copy' | 'put', place: number, value: number]

export const arbitraryMutations: fc.Arbitrary<readonly Mutation[]> = fc.array(
  fc.tuple(
    fc.constantFrom('set' as const, 'cut' as const, 'copy' as const, 'put' as const),
    fc.nat(1_000_000),
    fc.nat(255),
  ),
  { minLength: 1, maxLength: 12 },
)

/** Applies changes; places are taken modulo the length. */
export function mutate(bytes: Uint8Array, mutations: readonly Mutation[]): Uint8Array {
  let text = toText(bytes)
  for (const [kind, place, value] of mutations) {
    const at = place % Math.max(1, text.length)
    if (kind === 'set') text = text.slice(0, at) + String.fromCharCode(value) + text.slice(at + 1)
    else if (kind === 'cut') text = text.slice(0, at) + text.slice(at + value)
    else if (kind === 'copy') text = text.slice(0, at) + text.slice(Math.max(0, at - value))
    else text = text.slice(0, at) + pieces[value % pieces.length] + text.slice(at)
  }
  return toBytes(text)
}

/** Does with a file everything the readers offer; only typed errors may come out. */
export function exercise(bytes: Uint8Array): 'read' | 'refused' {
  try {
    const pdf = openPdf(bytes, { limits: { maxStreamBytes: 1_000_000, maxPages: 1000 } })
    countPages(pdf)
    for (const number of listObjectNumbers(pdf).slice(0, 200))
      readAny(() => {
        const value = readObject(pdf, pdfRef(number))
        if (value.kind === 'stream') readStream(pdf, value)
      })
    readAny(() => listFields(pdf))
    readAny(() => listSignatures(pdf))
    readAny(() => readSecurityStore(pdf))
    readAny(() => readStructure(pdf))
    readAny(() =>
      listRevisions(pdf)
        .slice(0, 5)
        .map((revision) => countPages(openRevision(pdf, revision))),
    )
    const draft = beginRevision(pdf)
    addObject(draft, pdfDict({}))
    const whole = joinSources([bytes, appendRevision(draft).bytes])
    openPdf(whole)
    return 'read'
  } catch (error) {
    if (isMotcuaError(error)) return 'refused'
    throw error
  }
}

/** Runs one reader; a typed refusal is an answer. */
function readAny(read: () => unknown): void {
  try {
    read()
  } catch (error) {
    if (!isMotcuaError(error)) throw error
  }
}

import { openPdf } from '../../../src/pdf/index.ts'
import type { AttackName } from '../../../src/validation/index.ts'
import { streamBody, toBytes, toText } from '../build-pdf.ts'
import { appendTo, lastStartxref, overwrite } from './append.ts'
import { fieldAttacks } from './fields.ts'
import { newestBody, placeAttacks } from './places.ts'
import { readingAttacks } from './readings.ts'
import { numbers, type SampleOptions, type SignedSample, sampleShape } from './sample.ts'

/** One attack: the document it wants, and what it makes of it once that is signed. */
export interface Attack {
  readonly name: AttackName
  readonly title: string
  readonly sample?: SampleOptions
  readonly attack: (sample: SignedSample) => Uint8Array
  /** Only a preparation or an allowed change that looks like the attack: a warning, no failure. */
  readonly isSuspicion?: boolean
}

const contents = /\/Contents\s*<[0-9a-fA-F]*>/
const byteRange = /\/ByteRange\s*\[[^\]]*\]\s*/

/** Forges one entry of the signature dictionary in place. */
const forge = (title: string, pattern: RegExp, replacement: (found: string) => string): Attack => ({
  name: 'universal-forgery',
  title,
  attack: ({ bytes }) => overwrite(bytes, pattern, replacement),
})

const forgeries: Attack[] = [
  forge('no Contents', contents, () => '/Kontents null'),
  forge('Contents null', contents, () => '/Contents null'),
  forge('Contents a number', contents, () => '/Contents 5'),
  forge('Contents empty', contents, () => '/Contents <>'),
  forge('Contents 0x00', contents, () => '/Contents <00>'),
  forge('Contents all zero', contents, (found) => found.replace(/[0-9a-fA-F](?=[0-9a-fA-F]*>)/g, '0')),
  forge('Contents no CMS', contents, (found) => found.replace(/<../, '<ff')),
  forge('Contents cut short', contents, (found) => `${found.slice(0, 60)}>`),
  forge('Contents twice', contents, () => '/Contents <30> /Contents <30>'),
  forge('no ByteRange', byteRange, (found) => found.replace('/ByteRange', '/ByteRangd')),
  forge('ByteRange null', byteRange, () => '/ByteRange null'),
  forge('ByteRange a name', byteRange, () => '/ByteRange /All'),
  forge('ByteRange empty', byteRange, () => '/ByteRange []'),
  forge('ByteRange of zeros', byteRange, () => '/ByteRange [0 0 0 0]'),
  forge('ByteRange of two numbers', byteRange, () => '/ByteRange [0 9]'),
  forge('ByteRange negative', byteRange, () => '/ByteRange [0 -9 9 9]'),
  forge('ByteRange off the start', byteRange, () => '/ByteRange [1 9 19 9]'),
  forge('ByteRange overlapping', byteRange, () => '/ByteRange [0 99 9 9]'),
  forge('ByteRange beyond the file', byteRange, () => '/ByteRange [0 9 99 999999]'),
]

const otherContent = streamBody('', 'BT /F1 12 Tf 50 700 Td (Pay 9 999 dong) Tj ET')
const otherPage =
  '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 11 0 R>>>>>>'

/** Appends something. */
const save = (
  title: string,
  appendix: Parameters<typeof appendTo>[1],
  sample: SampleOptions = {},
): Attack => ({
  name: 'incremental-saving',
  title,
  sample,
  attack: ({ bytes }) => appendTo(bytes, appendix),
})

/** A catalog with other pages, everything else as it was. */
function otherCatalog(bytes: Uint8Array, pages: number): string {
  const form = /\/AcroForm\s*(\d+ 0 R)/.exec(toText(bytes))?.[1] ?? '<</Fields[]>>'
  return `<</Type/Catalog/Pages ${pages} 0 R/AcroForm ${form}>>`
}

/** The text of a document whose object stream is defined anew. */
function replaceObjectStream(bytes: Uint8Array): Uint8Array {
  const pdf = openPdf(bytes)
  const container = [...pdf.sections]
    .flatMap(({ entries }) => [...entries.values()])
    .find((entry) => entry.kind === 'compressed')
  if (container?.kind !== 'compressed') throw new Error('no object stream')
  const body = '<</Type/Catalog/Pages 2 0 R>>'
  const stream = streamBody('/Type/ObjStm/N 1/First 4', `1 0 ${body}`)
  return appendTo(bytes, { objects: { [container.container]: stream } })
}

const savings: Attack[] = [
  save('content in a proper revision', { objects: { [numbers.content]: otherContent } }),
  save('page in a proper revision', { objects: { [numbers.page]: otherPage } }),
  save('body without table and trailer', { objects: { [numbers.content]: otherContent }, xref: 'none' }),
  save('body with a trailer only', { objects: { [numbers.content]: otherContent }, xref: 'trailer' }),
  save('startxref that leads nowhere', {
    objects: { [numbers.content]: otherContent },
    xref: 'trailer',
    startxrefError: 7,
  }),
  save('no startxref', { objects: { [numbers.content]: otherContent }, withoutStartxref: true }),
  save('table with wrong offsets', { objects: { [numbers.content]: otherContent }, offsetError: 3 }),
  save('a page more', {
    objects: { [numbers.pages]: '<</Type/Pages/Kids[3 0 R 90 0 R]/Count 2>>', 90: otherPage },
  }),
  save('field removed', { objects: { 1: '<</Type/Catalog/Pages 2 0 R/AcroForm<</Fields[]>>>>' } }),
  save('form removed', { objects: { 1: '<</Type/Catalog/Pages 2 0 R>>' } }),
  {
    name: 'incremental-saving',
    title: 'catalog with new pages',
    attack: ({ bytes }) =>
      appendTo(bytes, {
        objects: { 1: otherCatalog(bytes, 91), 91: '<</Type/Pages/Kids[90 0 R]/Count 1>>', 90: otherPage },
      }),
  },
  {
    name: 'incremental-saving',
    title: 'object stream defined anew',
    sample: { shape: sampleShape({ xref: 'stream' }) },
    attack: ({ bytes }) => replaceObjectStream(bytes),
  },
  {
    name: 'incremental-saving',
    title: 'signature copied behind other content, without a table',
    attack: ({ bytes, unsignedLength }) => {
      const copied = toText(bytes)
        .slice(unsignedLength)
        .replace(/xref[\s\S]*$/, '')
      return toBytes(`${toText(bytes)}4 0 obj\n${otherContent}\nendobj\n${copied}`)
    },
  },
]

/** The places of a signature's value in the text of a file. */
function findGap(text: string): { start: number; end: number } {
  const start = text.search(/<[0-9a-fA-F]{256,}>/)
  return { start, end: text.indexOf('>', start) + 1 }
}

/** Moves the second signed part to the end and puts a revision into the gap (Mladenov et al., figure 8). */
function wrap(bytes: Uint8Array, closing: string): Uint8Array {
  const text = toText(bytes)
  const { start, end } = findGap(text)
  const value = text.slice(start, end)
  const second = text.slice(end)
  const head = text.slice(0, start)
  const bodyStart = start + value.length + closing.length
  const object = `4 0 obj\n${otherContent}\nendobj\n`
  const table = `xref\n4 1\n${String(bodyStart).padStart(10, '0')} 00000 n \ntrailer\n<</Size 40/Root 1 0 R/Prev ${lastStartxref(text)}>>\n`
  const inserted = `${closing}${object}${table}`
  const moved = start + value.length + inserted.length
  const range = byteRange.exec(head)
  const numbersNow = `/ByteRange [0 ${start} ${moved} ${second.length}]`
  const patched = head.replace(byteRange, numbersNow.padEnd(range?.[0].length ?? 0, ' '))
  const shift = patched.length - head.length
  if (shift !== 0) throw new Error('the byte range did not fit')
  return toBytes(patched + value + inserted + second)
}

const wrappings: Attack[] = [
  {
    name: 'signature-wrapping',
    title: 'revision in the gap',
    attack: ({ bytes }) => wrap(bytes, '>>\nendobj\n'),
  },
  {
    name: 'signature-wrapping',
    title: 'second value in the gap',
    attack: ({ bytes }) => wrap(bytes, ' /Contents <3000> >>\nendobj\n'),
  },
  {
    name: 'signature-wrapping',
    title: 'signature dictionary defined anew behind the signed bytes',
    attack: ({ bytes }) => {
      const [, number = '', body = ''] =
        /(\d+) 0 obj\s*(<<(?:(?!endobj)[\s\S])*\/ByteRange[\s\S]*?)endobj/.exec(toText(bytes)) ?? []
      return appendTo(bytes, { objects: { [Number(number)]: body.trim() } })
    },
  },
]

const empty = streamBody('/Type/XObject/Subtype/Form/BBox[0 0 0 0]', '')
const hidden: SampleOptions = { shape: sampleShape({ hidden: true }) }

/** The offset at which an object starts in the unsigned document. */
function offsetOf(bytes: Uint8Array, number: number, which: 'first' | 'last' = 'first'): number {
  const text = `\n${toText(bytes)}`
  const words = `\n${number} 0 obj`
  return which === 'first' ? text.indexOf(words) : text.lastIndexOf(words)
}

/** Puts a second, unlisted version of the content in front of the one that is listed. */
const twoVersions: SampleOptions = {
  rewrite: (text) => {
    const version = `4 0 obj\n${otherContent}\nendobj\n`
    const start = text.indexOf('xref\n')
    // Put before the table: nothing that is listed moves.
    return `${text.slice(0, start)}${version}${text.slice(start)}`.replace(
      /startxref\s+\d+/,
      `startxref\n${start + version.length}`,
    )
  },
}

/** A page whose content is two streams, the second drawn over the first. */
const twoStreams: SampleOptions = {
  shape: {
    ...sampleShape({ hidden: true }),
    rewrite: (text) => text.replace('/Contents 4 0 R', '/Contents[4 0 R 17 0 R]'),
  },
}

const shadows: Attack[] = [
  {
    name: 'shadow-hide',
    title: 'picture freed',
    attack: ({ bytes }) => appendTo(bytes, { freed: [numbers.overlay] }),
  },
  {
    name: 'shadow-hide',
    title: 'picture emptied',
    attack: ({ bytes }) => appendTo(bytes, { objects: { [numbers.overlay]: empty } }),
  },
  {
    name: 'shadow-hide',
    title: 'stamp taken off the page',
    attack: ({ bytes }) =>
      appendTo(bytes, { objects: { [numbers.page]: newestBody(bytes, numbers.page).replace('15 0 R', '') } }),
  },
  {
    name: 'shadow-hide',
    title: 'entry of the picture turned to nothing',
    attack: ({ bytes }) => appendTo(bytes, { entries: { [numbers.overlay]: 0 } }),
  },
  {
    name: 'shadow-hide',
    title: 'second content stream taken off the page',
    sample: twoStreams,
    attack: ({ bytes }) =>
      appendTo(bytes, {
        objects: { [numbers.page]: newestBody(bytes, numbers.page).replace(/\[4 0 R 17 0 R\]/, '[4 0 R]') },
      }),
  },
  {
    name: 'shadow-hide',
    title: 'picture taken out of the resources',
    attack: ({ bytes }) =>
      appendTo(bytes, {
        objects: { [numbers.page]: newestBody(bytes, numbers.page).replace('/Im1 12 0 R', '') },
      }),
  },
  {
    name: 'shadow-replace',
    title: 'page turned to another font',
    attack: ({ bytes }) =>
      appendTo(bytes, {
        objects: {
          [numbers.page]: newestBody(bytes, numbers.page).replace('/F1 11 0 R', '/F1 95 0 R'),
          95: '<</Type/Font/Subtype/Type3/FontBBox[0 0 1 1]/CharProcs<<>>>>',
        },
      }),
  },
  {
    name: 'shadow-hide',
    title: 'stamp hidden',
    attack: ({ bytes }) =>
      appendTo(bytes, {
        objects: {
          [numbers.stamp]: '<</Type/Annot/Subtype/Stamp/F 2/Rect[300 600 400 700]/P 3 0 R/AP<</N 12 0 R>>>>',
        },
      }),
  },
  {
    name: 'shadow-hide',
    title: 'filled-in field hidden',
    isSuspicion: true,
    attack: ({ bytes }) =>
      appendTo(bytes, {
        objects: {
          [numbers.text]:
            '<</Type/Annot/Subtype/Widget/FT/Tx/T(amount)/V(100 dong)/F 2/Rect[50 600 250 620]/P 3 0 R/AP<</N 14 0 R>>>>',
        },
      }),
  },
  {
    name: 'shadow-replace',
    title: 'font replaced',
    attack: ({ bytes }) =>
      appendTo(bytes, {
        objects: { [numbers.font]: '<</Type/Font/Subtype/Type3/FontBBox[0 0 1 1]/CharProcs<<>>>>' },
      }),
  },
  {
    name: 'shadow-replace',
    title: 'picture replaced',
    attack: ({ bytes }) =>
      appendTo(bytes, {
        objects: {
          [numbers.overlay]: streamBody(
            '/Type/XObject/Subtype/Image/Width 8/Height 8/BitsPerComponent 8/ColorSpace/DeviceGray',
            'Z'.repeat(64),
          ),
        },
      }),
  },
  {
    name: 'shadow-replace',
    title: 'appearance of a field replaced in place, its value kept',
    attack: ({ bytes }) =>
      appendTo(bytes, {
        objects: {
          [numbers.look]: streamBody(
            '/Type/XObject/Subtype/Form/BBox[0 0 200 20]/Resources<</Font<</F1 11 0 R>>>>',
            'BT /F1 10 Tf 2 5 Td (9 999 dong) Tj ET',
          ),
        },
      }),
  },
  {
    name: 'shadow-replace',
    title: 'value and appearance of a filled-in field replaced',
    isSuspicion: true,
    attack: ({ bytes }) =>
      appendTo(bytes, {
        objects: {
          [numbers.text]:
            '<</Type/Annot/Subtype/Widget/FT/Tx/T(amount)/V(9 999 dong)/F 4/Rect[50 600 250 620]/P 3 0 R/AP<</N 92 0 R>>>>',
          92: streamBody(
            '/Type/XObject/Subtype/Form/BBox[0 0 200 20]/Resources<</Font<</F1 11 0 R>>>>',
            'BT /F1 10 Tf 2 5 Td (9 999 dong) Tj ET',
          ),
        },
      }),
  },
  {
    name: 'shadow-hide-and-replace',
    title: 'catalog turned to hidden pages',
    sample: hidden,
    attack: ({ bytes }) => appendTo(bytes, { objects: { 1: otherCatalog(bytes, numbers.hiddenPages) } }),
  },
  {
    name: 'shadow-hide-and-replace',
    title: 'page turned to hidden content',
    sample: hidden,
    attack: ({ bytes }) =>
      appendTo(bytes, {
        objects: {
          [numbers.page]: newestBody(bytes, numbers.page).replace('/Contents 4 0 R', '/Contents 17 0 R'),
        },
      }),
  },
  {
    name: 'shadow-hide-and-replace',
    title: 'table turned to a second version in the signed bytes',
    sample: twoVersions,
    attack: ({ bytes }) => appendTo(bytes, { entries: { 4: offsetOf(bytes, 4, 'last') } }),
  },
  {
    name: 'shadow-hide-and-replace',
    title: 'second version prepared in the signed bytes',
    sample: twoVersions,
    isSuspicion: true,
    attack: ({ bytes }) => bytes,
  },
  {
    name: 'shadow-hide-and-replace',
    title: 'hidden pages prepared',
    sample: hidden,
    isSuspicion: true,
    attack: ({ bytes }) => bytes,
  },
]

/** The page with one more annotation. */
function pageWith(bytes: Uint8Array, number: number): string {
  return newestBody(bytes, numbers.page).replace(/\/Annots\s*\[/, `/Annots[${number} 0 R `)
}

/** Puts text over the page. */
function annotate({ bytes }: SignedSample): Uint8Array {
  const freeText =
    '<</Type/Annot/Subtype/FreeText/F 4/Rect[40 690 300 720]/Contents(Pay 9 999 dong)/DA(/F1 12 Tf)/C[1]>>'
  return appendTo(bytes, { objects: { [numbers.page]: pageWith(bytes, 93), 93: freeText } })
}

/** Adds a visible signature field with a picture of its own. */
function addVisibleField({ bytes }: SignedSample): Uint8Array {
  const field =
    '<</Type/Annot/Subtype/Widget/FT/Sig/T(Sneaky)/F 132/Rect[40 690 300 720]/P 3 0 R/AP<</N 94 0 R>>>>'
  const look = streamBody('/Type/XObject/Subtype/Form/BBox[0 0 260 30]', '1 g 0 0 260 30 re f')
  const formRef = /\/AcroForm\s*(\d+) 0 R/.exec(newestBody(bytes, numbers.catalog))?.[1]
  const holder = formRef === undefined ? numbers.catalog : Number(formRef)
  const form = newestBody(bytes, holder).replace(/\/Fields\s*\[/, '/Fields[93 0 R ')
  return appendTo(bytes, {
    objects: { [holder]: form, [numbers.page]: pageWith(bytes, 93), 93: field, 94: look },
  })
}

const certified: Attack[] = [
  {
    name: 'evil-annotation',
    title: 'text over a certified page that allows annotations',
    sample: { certify: 3 },
    attack: annotate,
  },
  {
    name: 'evil-annotation',
    title: 'text over a certified page that allows none',
    sample: { certify: 2 },
    attack: annotate,
  },
  {
    name: 'sneaky-signature',
    title: 'visible signature field over a certified page',
    sample: { certify: 2 },
    attack: addVisibleField,
  },
]

/** Every attack of the literature that this generator makes. */
export const attacks: readonly Attack[] = [
  ...forgeries,
  ...savings,
  ...readingAttacks,
  ...wrappings,
  ...shadows,
  ...placeAttacks,
  ...fieldAttacks,
  ...certified,
]

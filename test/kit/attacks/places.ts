import { streamBody, toText } from '../build-pdf.ts'
import { appendTo } from './append.ts'
import type { Attack } from './catalogue.ts'
import { numbers, type SampleOptions, sampleShape } from './sample.ts'

/** The newest body of an object that stands in the file itself. */
export function newestBody(bytes: Uint8Array, number: number): string {
  const bodies = [...toText(bytes).matchAll(new RegExp(`\\n${number} 0 obj\\s*([\\s\\S]*?)\\s*endobj`, 'g'))]
  return bodies.at(-1)?.[1] ?? ''
}

/** Content that was not signed. */
const otherContent = streamBody(
  '',
  '1 g 40 690 200 30 re f 0 g BT /F1 12 Tf 50 700 Td (Pay 9 999 dong) Tj ET',
)

/** A number that the sample may refer to and never defines. */
const GAP = 60

/** The sample with other words in its objects. */
function rewritten(pattern: RegExp | string, words: string, trailer = ''): SampleOptions {
  return {
    shape: { ...sampleShape(), trailer, rewrite: (text) => text.replace(pattern, words) },
  }
}

/** The sample with one more entry in the catalog, written anew. */
function catalogWith(bytes: Uint8Array, entries: string): string {
  return newestBody(bytes, numbers.catalog).replace('/Type/Catalog', `/Type/Catalog${entries}`)
}

const openContent = rewritten('/Contents 4 0 R', `/Contents[4 0 R ${GAP} 0 R]`)
const openParent = rewritten('/Type/Page/Parent 2 0 R', `/Type/Page/Parent ${GAP} 0 R`)
const turned = `<</Type/Pages/Kids[3 0 R]/Count 1/Parent 2 0 R/MediaBox[0 0 595 842]/Rotate 180>>`

/** Places that the signed document left open, or that viewers look at and the tree does not lead to. */
export const placeAttacks: readonly Attack[] = [
  {
    name: 'shadow-hide-and-replace',
    title: 'content left open and filled through the security store',
    sample: openContent,
    attack: ({ bytes }) =>
      appendTo(bytes, {
        objects: { 1: catalogWith(bytes, `/DSS<</Certs[${GAP} 0 R]>>`), [GAP]: otherContent },
      }),
  },
  {
    name: 'shadow-hide-and-replace',
    title: 'content left open and filled by the value of a field',
    sample: openContent,
    attack: ({ bytes }) =>
      appendTo(bytes, {
        objects: {
          [numbers.text]: newestBody(bytes, numbers.text).replace('/V(100 dong)', `/V ${GAP} 0 R`),
          [GAP]: otherContent,
        },
      }),
  },
  {
    name: 'shadow-hide-and-replace',
    title: 'annotation left open and filled by a signature field',
    sample: rewritten('/Annots[13 0 R 15 0 R]', `/Annots[13 0 R 15 0 R ${GAP} 0 R]`),
    attack: ({ bytes }) => {
      const form = newestBody(bytes, numbers.catalog).replace(/\/Fields\s*\[/, `/Fields[${GAP} 0 R `)
      const field = '<</Type/Annot/Subtype/Widget/FT/Sig/T(Late)/F 132/Rect[0 0 0 0]/P 3 0 R>>'
      return appendTo(bytes, { objects: { 1: form, [GAP]: field } })
    },
  },
  {
    name: 'shadow-hide-and-replace',
    title: 'parent of a page left open and filled',
    sample: openParent,
    attack: ({ bytes }) => appendTo(bytes, { objects: { [GAP]: turned } }),
  },
  {
    name: 'incremental-saving',
    title: 'document information that is the parent of a page',
    sample: {
      shape: {
        ...sampleShape(),
        trailer: '/Info 19 0 R',
        extra: [...(sampleShape().extra ?? []), { number: 19, body: '<</Title(a)/MediaBox[0 0 595 842]>>' }],
        rewrite: (text) => text.replace('/Type/Page/Parent 2 0 R', '/Type/Page/Parent 19 0 R'),
      },
    },
    attack: ({ bytes }) => appendTo(bytes, { objects: { 19: turned }, trailer: '/Info 19 0 R' }),
  },
  {
    name: 'shadow-hide',
    title: 'parent of a page freed',
    sample: {
      shape: {
        ...sampleShape(),
        extra: [
          ...(sampleShape().extra ?? []),
          { number: 19, body: '<</Type/Pages/Kids[3 0 R]/Count 1/CropBox[0 0 595 690]>>' },
        ],
        rewrite: (text) => text.replace('/Type/Page/Parent 2 0 R', '/Type/Page/Parent 19 0 R'),
      },
    },
    attack: ({ bytes }) => appendTo(bytes, { freed: [19] }),
  },
]

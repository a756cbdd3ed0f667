import { streamBody } from '../build-pdf.ts'
import { appendTo } from './append.ts'
import type { Attack } from './catalogue.ts'
import { newestBody } from './places.ts'
import { numbers, type SampleOptions, type SignedSample, sampleShape } from './sample.ts'

const cover = streamBody('/Type/XObject/Subtype/Form/BBox[0 0 260 30]', '1 g 0 0 260 30 re f')

/** Adds a field with a widget on the page; `entries` are those of the field. */
function addField({ bytes }: SignedSample, entries: string, objects: Readonly<Record<number, string>> = {}) {
  const formRef = /\/AcroForm\s*(\d+) 0 R/.exec(newestBody(bytes, numbers.catalog))?.[1]
  const holder = formRef === undefined ? numbers.catalog : Number(formRef)
  const form = newestBody(bytes, holder).replace(/\/Fields\s*\[/, '/Fields[93 0 R ')
  const page = newestBody(bytes, numbers.page).replace(/\/Annots\s*\[/, '/Annots[93 0 R ')
  const field = `<</Type/Annot/FT/Sig/T(Late)/F 132/P 3 0 R${entries}>>`
  return appendTo(bytes, { objects: { [holder]: form, [numbers.page]: page, 93: field, ...objects } })
}

/** The text field of the sample, with other words. */
const textField = (bytes: Uint8Array, from: string, to: string) => ({
  [numbers.text]: newestBody(bytes, numbers.text).replace(from, to),
})

/** The sample with other words in its objects. */
function rewritten(pattern: RegExp | string, words: string): SampleOptions {
  return { shape: { ...sampleShape(), rewrite: (text) => text.replace(pattern, words) } }
}

/** A hidden text field over the sentence of the page. */
const hiddenField: SampleOptions = {
  shape: {
    ...sampleShape(),
    extra: (sampleShape().extra ?? []).map((object) => {
      if (object.number === numbers.text)
        return {
          number: numbers.text,
          body: '<</Type/Annot/Subtype/Widget/FT/Tx/T(amount)/V(9 999 dong)/F 2/Rect[40 690 300 720]/P 3 0 R/AP<</N 14 0 R>>>>',
        }
      if (object.number !== numbers.look) return object
      const look = '1 g 0 0 260 30 re f 0 g BT /F1 12 Tf 10 10 Td (Pay 9 999 dong) Tj ET'
      const entries = '/Type/XObject/Subtype/Form/BBox[0 0 260 30]/Resources<</Font<</F1 11 0 R>>>>'
      return { number: numbers.look, body: streamBody(entries, look) }
    }),
  },
}

/** A check box that is not checked. */
const box: SampleOptions = {
  shape: {
    ...sampleShape(),
    extra: [
      ...(sampleShape().extra ?? []).filter(({ number }) => number !== numbers.text),
      {
        number: numbers.text,
        body: '<</Type/Annot/Subtype/Widget/FT/Btn/T(agree)/V/Off/AS/Off/F 4/Rect[50 600 70 620]/P 3 0 R/AP<</N<</Off 19 0 R/Yes 20 0 R>>>>>>',
      },
      { number: 19, body: streamBody('/Type/XObject/Subtype/Form/BBox[0 0 20 20]', '0 0 20 20 re S') },
      { number: 20, body: streamBody('/Type/XObject/Subtype/Form/BBox[0 0 20 20]', '0 0 20 20 re f') },
    ],
  },
}

/** Fields that are not what they seem. */
export const fieldAttacks: readonly Attack[] = [
  {
    name: 'sneaky-signature',
    title: 'visible field whose rectangle stands elsewhere',
    sample: { certify: 1 },
    attack: (sample) =>
      addField(sample, '/Subtype/Widget/Rect 95 0 R/AP<</N 94 0 R>>', { 94: cover, 95: '[40 690 300 720]' }),
  },
  {
    name: 'sneaky-signature',
    title: 'visible field whose rectangle is made of references',
    sample: { certify: 2 },
    attack: (sample) =>
      addField(sample, '/Subtype/Widget/Rect[95 0 R 95 0 R 96 0 R 97 0 R]/AP<</N 94 0 R>>', {
        94: cover,
        95: '40',
        96: '600',
        97: '800',
      }),
  },
  {
    name: 'evil-annotation',
    title: 'signature field that is a drawing',
    sample: { certify: 1 },
    attack: (sample) =>
      addField(sample, '/Subtype/Ink/Rect[0 0 0 0]/C[0 0 0]/BS<</W 30>>/InkList[[40 700 300 700 300 705]]'),
  },
  {
    name: 'evil-annotation',
    title: 'signature field that runs a script',
    sample: { certify: 1 },
    attack: (sample) =>
      addField(
        sample,
        '/Subtype/Widget/Rect[0 0 0 0]/AA<</PO<</S/JavaScript/JS(this.getField("amount"))>>>>',
      ),
  },
  {
    name: 'shadow-hide',
    title: 'annotations put in another order beside a new field',
    sample: rewritten('/Rect[300 600 400 700]', '/Rect[50 600 250 620]'),
    attack: ({ bytes }) => {
      const form = newestBody(bytes, numbers.catalog).replace(/\/Fields\s*\[/, '/Fields[93 0 R ')
      const page = newestBody(bytes, numbers.page).replace(/13 0 R\s*15 0 R/, '15 0 R 93 0 R 13 0 R')
      const field = '<</Type/Annot/Subtype/Widget/FT/Sig/T(Late)/F 132/Rect[0 0 0 0]/P 3 0 R>>'
      return appendTo(bytes, { objects: { 1: form, [numbers.page]: page, 93: field } })
    },
  },
  {
    name: 'shadow-replace',
    title: 'viewers asked to draw the fields anew',
    isSuspicion: true,
    sample: rewritten('/V(100 dong)', '/V(9 999 dong)/DA(/F1 12 Tf 0 g)'),
    attack: ({ bytes }) => {
      const form = newestBody(bytes, numbers.catalog).replace('/Fields', '/NeedAppearances true/Fields')
      return appendTo(bytes, { objects: { 1: form } })
    },
  },
  {
    name: 'shadow-replace',
    title: 'resources of the form replaced where fields are drawn anew',
    isSuspicion: true,
    sample: rewritten('/Fields', '/NeedAppearances true/DR<</Font<</F1 11 0 R>>>>/Fields'),
    attack: ({ bytes }) => {
      const form = newestBody(bytes, numbers.catalog).replace('/F1 11 0 R', '/F1 95 0 R')
      const font =
        '<</Type/Font/Subtype/Type3/FontBBox[0 0 1 1]/FontMatrix[1 0 0 1 0 0]/CharProcs<<>>/Encoding<</Differences[]>>/FirstChar 0/LastChar 0/Widths[0]>>'
      return appendTo(bytes, { objects: { 1: form, 95: font } })
    },
  },
  {
    name: 'shadow-hide-and-replace',
    title: 'hidden field shown',
    isSuspicion: true,
    sample: hiddenField,
    attack: ({ bytes }) => appendTo(bytes, { objects: textField(bytes, '/F 2', '/F 4') }),
  },
  {
    name: 'sneaky-signature',
    title: 'unsigned signature field over the words of a page',
    isSuspicion: true,
    attack: (sample) =>
      addField(sample, '/Subtype/Widget/Rect[40 690 300 720]/AP<</N 94 0 R>>', { 94: cover }),
  },
  {
    name: 'sneaky-signature',
    title: 'field over the whole page filled in',
    isSuspicion: true,
    sample: {
      shape: {
        ...sampleShape(),
        extra: (sampleShape().extra ?? []).map((object) => {
          const body =
            '<</Type/Annot/Subtype/Widget/FT/Tx/T(amount)/F 4/Rect[0 0 595 842]/P 3 0 R/AP<</N 14 0 R>>>>'
          const look = streamBody('/Type/XObject/Subtype/Form/BBox[0 0 595 842]', '')
          if (object.number === numbers.text) return { number: numbers.text, body }
          return object.number === numbers.look ? { number: numbers.look, body: look } : object
        }),
      },
    },
    attack: ({ bytes }) =>
      appendTo(bytes, {
        objects: {
          ...textField(bytes, '/AP<</N 14 0 R>>', '/V( )/AP<</N 92 0 R>>'),
          92: streamBody('/Type/XObject/Subtype/Form/BBox[0 0 595 842]', '1 g 0 0 595 842 re f'),
        },
      }),
  },
  {
    name: 'shadow-replace',
    title: 'look of a check box replaced, its state kept',
    isSuspicion: true,
    sample: box,
    attack: ({ bytes }) =>
      appendTo(bytes, {
        objects: {
          ...textField(bytes, '/Off 19 0 R', '/Off 92 0 R'),
          92: streamBody('/Type/XObject/Subtype/Form/BBox[0 0 20 20]', '0 0 20 20 re f'),
        },
      }),
  },
]

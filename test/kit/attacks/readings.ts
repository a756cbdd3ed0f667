import { openPdf } from '../../../src/pdf/index.ts'
import { streamBody, toBytes, toText } from '../build-pdf.ts'
import { appendTo, lastStartxref } from './append.ts'
import type { Attack } from './catalogue.ts'
import { newestBody } from './places.ts'
import { numbers, type SampleOptions, sampleShape } from './sample.ts'

const otherContent = streamBody(
  '',
  '1 g 40 690 200 30 re f 0 g BT /F1 12 Tf 50 700 Td (Pay 9 999 dong) Tj ET',
)
const hiddenObject = `4 0 obj\n${otherContent}\nendobj\n`

/** A second version of the content in the data of a stream: a reader that searches the file finds it. */
const hiddenVersion: SampleOptions = {
  shape: {
    ...sampleShape(),
    extra: [...(sampleShape().extra ?? []), { number: 19, body: streamBody('', `\n${hiddenObject}`) }],
  },
}

const pad = (offset: number): string => String(offset).padStart(10, '0')

/** Appends text to a file; `{start}` stands for the offset of the word `xref` in it, `{prev}` for the last section. */
function write(bytes: Uint8Array, tail: (old: { length: number; prev: number }) => string): Uint8Array {
  const text = toText(bytes)
  const made = tail({ length: text.length, prev: lastStartxref(text) })
  const start = text.length + made.search(/(?<!start)xref/)
  return toBytes(text + made.replaceAll('{start}', String(start)))
}

const size = (bytes: Uint8Array): number => {
  const value = openPdf(bytes).trailer.entries.get('Size')
  return value?.kind === 'number' ? value.value : 0
}

/** A table of nothing, with a trailer and an end of the attacker's wording. */
const emptyRevision = (
  bytes: Uint8Array,
  words: { table?: string; trailer?: string; end?: string; entries?: string; before?: string } = {},
): Uint8Array =>
  write(bytes, ({ prev }) => {
    const { table = 'xref\n0 1\n0000000000 65535 f \n', trailer = 'trailer' } = words
    const { entries = `/Size ${size(bytes)}/Root 1 0 R/Prev ${prev}` } = words
    const { end = 'startxref\n{start}\n%%EOF\n', before = '' } = words
    return `${before}${table}${trailer}\n<<${entries}>>\n${end}`
  })

/** One attack of this family. */
const differ = (title: string, attack: Attack['attack'], sample = hiddenVersion): Attack => ({
  name: 'incremental-saving',
  title,
  sample,
  attack,
})

/** Where the hidden version of the content starts. */
const hiddenOffset = (bytes: Uint8Array): number => toText(bytes).lastIndexOf('\n4 0 obj') + 1

/** Where the content starts that is listed. */
const contentOffset = (bytes: Uint8Array): number => toText(bytes).indexOf('\n4 0 obj') + 1

/** A cross-reference stream as a revision. */
const streamRevision = (
  bytes: Uint8Array,
  { dict, data, before = '' }: { dict: string; data: string; before?: string },
): Uint8Array => {
  const text = toText(bytes)
  const number = size(bytes)
  const body = streamBody(`/Type/XRef/Size ${number + 1}/Root 1 0 R/Prev ${lastStartxref(text)}${dict}`, data)
  const start = text.length + before.length
  return toBytes(`${text}${before}${number} 0 obj\n${body}\nendobj\nstartxref\n${start}\n%%EOF\n`)
}

const row = (type: number, second: number, third: number): string =>
  String.fromCharCode(
    type,
    (second >> 24) & 255,
    (second >> 16) & 255,
    (second >> 8) & 255,
    second & 255,
    third,
  )

/** Appended bytes that readers take differently: some see an empty revision, others search the file. */
export const readingAttacks: readonly Attack[] = [
  differ('white space that pushes the end out of sight', ({ bytes }) =>
    toBytes(`${toText(bytes)}${'\n'.repeat(3000)}`),
  ),
  differ('comment behind startxref', ({ bytes }) =>
    emptyRevision(bytes, { end: 'startxref\n% 0\n{start}\n%%EOF\n' }),
  ),
  differ('startxref twice', ({ bytes }) =>
    emptyRevision(bytes, { end: 'startxref\n{start}\n%%EOF\n%startxref\n{start}\n%%EOF\n' }),
  ),
  differ('table without the word trailer', ({ bytes }) => emptyRevision(bytes, { trailer: '' })),
  differ('table with fewer entries than announced', ({ bytes }) =>
    emptyRevision(bytes, { table: 'xref\n0 3\n0000000000 65535 f \n' }),
  ),
  differ('table with short entries', ({ bytes }) =>
    emptyRevision(bytes, { table: 'xref\n0 1\n0 65535 f\n' }),
  ),
  differ('table with a comment', ({ bytes }) =>
    emptyRevision(bytes, { table: 'xref\n% 4 1\n0 1\n0000000000 65535 f \n' }),
  ),
  differ('trailer without a catalog', ({ bytes }) =>
    emptyRevision(bytes, { entries: `/Size ${size(bytes)}/Prev ${lastStartxref(toText(bytes))}` }),
  ),
  differ('trailer whose /Prev is a reference', ({ bytes }) =>
    emptyRevision(bytes, {
      entries: `/Size ${size(bytes)}/Root 1 0 R/Prev ${lastStartxref(toText(bytes))} 0 R`,
    }),
  ),
  differ('trailer whose /Prev is a real number', ({ bytes }) =>
    emptyRevision(bytes, {
      entries: `/Size ${size(bytes)}/Root 1 0 R/Prev ${lastStartxref(toText(bytes))}.0`,
    }),
  ),
  differ('trailer with a smaller /Size', ({ bytes }) =>
    emptyRevision(bytes, { entries: `/Size 12/Root 1 0 R/Prev ${lastStartxref(toText(bytes))}` }),
  ),
  differ('trailer with two catalogs', ({ bytes }) =>
    write(bytes, ({ length, prev }) => {
      const number = size(bytes)
      const objects = [
        `${number} 0 obj\n<</Type/Catalog/Pages ${number + 1} 0 R>>\nendobj\n`,
        `${number + 1} 0 obj\n<</Type/Pages/Kids[${number + 2} 0 R]/Count 1>>\nendobj\n`,
        `${number + 2} 0 obj\n<</Type/Page/Parent ${number + 1} 0 R/MediaBox[0 0 595 842]/Contents ${number + 3} 0 R/Resources<</Font<</F1 11 0 R>>>>>>\nendobj\n`,
        `${number + 3} 0 obj\n${otherContent}\nendobj\n`,
      ]
      let offset = length
      const rows = objects.map((object) => {
        const line = `${pad(offset)} 00000 n \n`
        offset += object.length
        return line
      })
      return `${objects.join('')}xref\n${number} 4\n${rows.join('')}trailer\n<</Size ${number + 4}/Root ${number} 0 R/Root 1 0 R/Prev ${prev}>>\nstartxref\n{start}\n%%EOF\n`
    }),
  ),
  differ('catalog with two page trees', ({ bytes }) => {
    const number = size(bytes)
    return appendTo(bytes, {
      objects: {
        1: newestBody(bytes, 1).replace('/Pages 2 0 R', `/Pages ${number} 0 R/Pages 2 0 R`),
        [number]: `<</Type/Pages/Kids[${number + 1} 0 R]/Count 1>>`,
        [number + 1]:
          `<</Type/Page/Parent ${number} 0 R/MediaBox[0 0 595 842]/Contents ${number + 2} 0 R/Resources<</Font<</F1 11 0 R>>>>>>`,
        [number + 2]: otherContent,
      },
    })
  }),
  differ('content written again with two lengths', ({ bytes }) => {
    const body = newestBody(bytes, 4)
    return appendTo(bytes, { objects: { 4: body.replace('/Length', '/Length 5/Length') } })
  }),
  differ('entry that a table lists twice', ({ bytes }) =>
    emptyRevision(bytes, {
      table: `xref\n4 1\n${pad(contentOffset(bytes))} 00000 n \n4 1\n${pad(hiddenOffset(bytes))} 00000 n \n`,
    }),
  ),
  differ('entry whose number wraps around', ({ bytes }) =>
    emptyRevision(bytes, { table: `xref\n4294967300 1\n${pad(hiddenOffset(bytes))} 00000 n \n` }),
  ),
  differ('entry of another generation', ({ bytes }) =>
    emptyRevision(bytes, { table: `xref\n4 1\n${pad(contentOffset(bytes))} 00001 n \n` }),
  ),
  differ('cross-reference stream with rows of four fields', ({ bytes }) =>
    streamRevision(bytes, {
      dict: '/W[1 4 1 1]/Index[0 1 200 1]',
      data: `${row(0, 0, 255)}\0${row(1, 0, 0)}\0`,
    }),
  ),
  differ('cross-reference stream that lists a number twice', ({ bytes }) =>
    streamRevision(bytes, {
      dict: '/W[1 4 1]/Index[4 1 4 1]',
      data: row(1, contentOffset(bytes), 0) + row(1, hiddenOffset(bytes), 0),
    }),
  ),
  differ('cross-reference stream with two indexes', ({ bytes }) =>
    streamRevision(bytes, { dict: '/W[1 4 1]/Index[4 1]/Index[0 1]', data: row(1, hiddenOffset(bytes), 0) }),
  ),
  differ('cross-reference stream with a filter few know', ({ bytes }) =>
    streamRevision(bytes, {
      dict: '/W[1 4 1]/Index[0 1]/Filter/ASCIIHexDecode',
      data: `${[...row(0, 0, 255)].map((c) => c.charCodeAt(0).toString(16).padStart(2, '0')).join('')}>`,
    }),
  ),
  differ(
    'object text in data that nothing uses, behind a table that few can read',
    ({ bytes }) => {
      const number = size(bytes)
      return appendTo(bytes, { objects: { [number]: streamBody('', `\n${hiddenObject}`) } })
    },
    { shape: { ...sampleShape(), size: 3, subsection: '0 40' } },
  ),
  differ('object stream that holds a number twice', ({ bytes }) => {
    const number = size(bytes)
    const good = newestBody(bytes, 13)
    const evil = good.replace('/Rect[50 600 250 620]', '/Rect[50 690 250 720]')
    const head = `13 0 13 ${good.length + 1} `
    const before = `${number + 1} 0 obj\n${streamBody(`/Type/ObjStm/N 2/First ${head.length}`, `${head}${good} ${evil}`)}\nendobj\n`
    return streamRevision(bytes, {
      dict: `/W[1 4 1]/Index[13 1 ${number + 1} 1]`,
      data: row(2, number + 1, 0) + row(1, toText(bytes).length, 0),
      before,
    })
  }),
  differ('object 0 defined', ({ bytes }) => appendTo(bytes, { objects: { 0: otherContent } }), {
    shape: { ...sampleShape(), rewrite: (text) => text.replace('/Contents 4 0 R', '/Contents[4 0 R 0 0 R]') },
  }),
  differ('table and stream of a hybrid section that contradict each other', ({ bytes }) => {
    const text = toText(bytes)
    const number = size(bytes)
    const hidden = `${number} 0 obj\n${streamBody(`/Type/XRef/Size ${number + 1}/Root 1 0 R/W[1 4 1]/Index[4 1]`, row(1, hiddenOffset(bytes), 0))}\nendobj\n`
    const table = `xref\n4 1\n${pad(contentOffset(bytes))} 00000 n \ntrailer\n<</Size ${number + 1}/Root 1 0 R/XRefStm ${text.length}/Prev ${lastStartxref(text)}>>\n`
    return toBytes(`${text}${hidden}${table}startxref\n${text.length + hidden.length}\n%%EOF\n`)
  }),
  differ('page written again with two contents', ({ bytes }) => {
    const number = size(bytes)
    const form = newestBody(bytes, numbers.catalog).replace(/\/Fields\s*\[/, `/Fields[${number} 0 R `)
    const page = newestBody(bytes, numbers.page)
      .replace(/\/Annots\s*\[/, `/Annots[${number} 0 R `)
      .replace('/Contents 4 0 R', `/Contents ${number + 1} 0 R/Contents 4 0 R`)
    const field = '<</Type/Annot/Subtype/Widget/FT/Sig/T(Late)/F 132/Rect[0 0 0 0]/P 3 0 R>>'
    return appendTo(bytes, {
      objects: { 1: form, [numbers.page]: page, [number]: field, [number + 1]: otherContent },
    })
  }),
  differ('page written again with a name few read alike', ({ bytes }) => {
    const number = size(bytes)
    const form = newestBody(bytes, numbers.catalog).replace(/\/Fields\s*\[/, `/Fields[${number} 0 R `)
    const page = newestBody(bytes, numbers.page)
      .replace(/\/Annots\s*\[/, `/Annots[${number} 0 R `)
      .replace('/MediaBox', '/M#65diaBox')
    const field =
      '<</Type/Annot/Subtype/Widget/FT/Sig/T(Late)/F 132/Rect[0 0 0 0]/P 3 0 R/MediaBox[0 0 1 1 1-5]>>'
    return appendTo(bytes, { objects: { 1: form, [numbers.page]: page, [number]: field } })
  }),
]

import type { SignInput } from '../../../src/pades/index.ts'
import { type BuiltObject, buildPdf, type PdfShape, streamBody, toBytes, toText } from '../build-pdf.ts'
import { type Signing, signWhole, startSigning } from '../signed-document.ts'

/** A document signed by our signer, to be attacked. */
export interface SignedSample {
  readonly bytes: Uint8Array
  /** Length of the document before it was signed. */
  readonly unsignedLength: number
}

const fontBody = '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>'
const resources = '/Resources<</Font<</F1 11 0 R>>/XObject<</Im1 12 0 R>>>>'

/** Objects of the sample by what they are. */
export const numbers = {
  catalog: 1,
  pages: 2,
  page: 3,
  content: 4,
  font: 11,
  overlay: 12,
  text: 13,
  look: 14,
  stamp: 15,
  hiddenPage: 16,
  hiddenContent: 17,
  hiddenPages: 18,
} as const

/** A page with a picture, a filled-in text field, a stamp and, when asked for, a second set of pages nobody sees. */
export function sampleShape(
  more: { readonly hidden?: boolean; readonly xref?: PdfShape['xref'] } = {},
): PdfShape {
  const look = streamBody(
    '/Type/XObject/Subtype/Form/BBox[0 0 200 20]/Resources<</Font<</F1 11 0 R>>>>',
    'BT /F1 10 Tf 2 5 Td (100 dong) Tj ET',
  )
  const hidden: BuiltObject[] = [
    {
      number: 16,
      body: `<</Type/Page/Parent 18 0 R/MediaBox[0 0 595 842]/Contents 17 0 R/Annots[13 0 R 15 0 R]${resources}>>`,
    },
    { number: 17, body: streamBody('', 'BT /F1 12 Tf 50 700 Td (Pay 9 999 dong) Tj ET') },
    { number: 18, body: '<</Type/Pages/Kids[16 0 R]/Count 1>>' },
  ]
  const image = '/Type/XObject/Subtype/Image/Width 8/Height 8/BitsPerComponent 8/ColorSpace/DeviceGray'
  return {
    xref: more.xref ?? 'table',
    objectStream: more.xref === 'stream',
    catalog: '/AcroForm<</Fields[13 0 R]/DA(/F1 10 Tf)>>',
    page: `/Annots[13 0 R 15 0 R]${resources}`,
    extra: [
      { number: 4, body: streamBody('', 'BT /F1 12 Tf 50 700 Td (Pay 100 dong) Tj ET /Im1 Do') },
      { number: 11, body: fontBody },
      { number: 12, body: streamBody(image, 'A'.repeat(64)) },
      {
        number: 13,
        body: '<</Type/Annot/Subtype/Widget/FT/Tx/T(amount)/V(100 dong)/F 4/Rect[50 600 250 620]/P 3 0 R/AP<</N 14 0 R>>>>',
      },
      { number: 14, body: look },
      { number: 15, body: '<</Type/Annot/Subtype/Stamp/F 4/Rect[300 600 400 700]/P 3 0 R/AP<</N 12 0 R>>>>' },
      ...(more.hidden ? hidden : []),
    ],
  }
}

/** How a sample is made. */
export interface SampleOptions {
  readonly shape?: PdfShape
  readonly certify?: 1 | 2 | 3
  /** Changes the unsigned bytes. */
  readonly rewrite?: (text: string) => string
}

/**
 * Makes samples that all have the same signer.
 *
 * @param given - Who signs, and when; somebody of an authority whose clock stands still when absent.
 */
export async function createSampleSigner(given?: {
  readonly signing: Signing
  readonly input: Partial<SignInput>
}): Promise<{
  readonly signing: Signing
  readonly make: (options?: SampleOptions) => Promise<SignedSample>
}> {
  const signing = given?.signing ?? (await startSigning())
  const make = async ({ shape = sampleShape(), certify, rewrite }: SampleOptions = {}) => {
    const built = buildPdf(shape)
    const document = rewrite === undefined ? built : toBytes(rewrite(toText(built)))
    const input = { field: 'Sig1', ...given?.input, ...(certify === undefined ? {} : { certify }) }
    return { bytes: await signWhole(signing, input, document), unsignedLength: document.length }
  }
  return { signing, make }
}

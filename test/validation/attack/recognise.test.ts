import { beforeAll, describe, expect, it } from 'vitest'
import { openPdf } from '../../../src/pdf/index.ts'
import { listSignatures } from '../../../src/signature/index.ts'
import { analyseDifference, createVerifier, type RecognisedAttack } from '../../../src/validation/index.ts'
import { lastStartxref } from '../../kit/attacks/append.ts'
import { attacks } from '../../kit/attacks/catalogue.ts'
import { createSampleSigner, sampleShape } from '../../kit/attacks/sample.ts'
import { toBytes, toText } from '../../kit/build-pdf.ts'
import { analyseBytes, signedDocument } from '../../kit/changed-document.ts'
import { signedAt, signWhole } from '../../kit/signed-document.ts'

type Signer = Awaited<ReturnType<typeof createSampleSigner>>
let signer: Signer
let verifier: ReturnType<typeof createVerifier>

beforeAll(async () => {
  signer = await createSampleSigner()
  verifier = createVerifier({ trust: signer.signing.trust })
})

const recognise = (bytes: Uint8Array): RecognisedAttack[] => {
  const pdf = openPdf(bytes)
  const signatures = listSignatures(pdf)
  return signatures.flatMap((signature) => [...analyseDifference(pdf, signature, signatures).attacks])
}

describe('what it gives', () => {
  it.each(attacks.map((attack) => [attack.name, attack.title, attack] as const))(
    'names %s: %s',
    async (name, _title, { sample, attack, isSuspicion }) => {
      const bytes = attack(await signer.make(sample))
      const stage = isSuspicion ? 'suspected' : 'carried-out'
      expect(recognise(bytes).map((found) => `${found.stage} ${found.name}`)).toContain(`${stage} ${name}`)
      const report = await verifier.verify(bytes, { at: signedAt })
      const outcome = isSuspicion ? 'warning' : 'failed'
      const findings = report.signatures.flatMap((signature) => signature.findings)
      const codes = findings.map((finding) => `${finding.outcome} ${finding.code}`)
      expect(codes).toContain(`${outcome} validation/attack-${name}`)
      if (!isSuspicion) expect(report.document.indication).not.toBe('TOTAL-PASSED')
    },
  )
  it('says it in Vietnamese and English', async () => {
    const found = await Promise.all(
      attacks.map(async ({ sample, attack }) => attack(await signer.make(sample))),
    )
    for (const { message } of found.flatMap(recognise)) {
      expect(message.vi).not.toBe(message.en)
      expect(message.vi.length).toBeGreaterThan(10)
    }
  })
})

describe('what it refuses', () => {
  it('does not name an honest document', async () => {
    for (const shape of [sampleShape(), sampleShape({ xref: 'stream' }), sampleShape({ xref: 'hybrid' })]) {
      const once = (await signer.make({ shape })).bytes
      expect(recognise(once)).toEqual([])
      const twice = await signWhole(signer.signing, { field: 'Sig2', level: 'B-LTA' }, once)
      expect(recognise(twice)).toEqual([])
    }
  })
  it('does not name a document whose pages were deleted before it was signed', async () => {
    const { bytes } = await signer.make({
      shape: { pages: 2 },
      rewrite: (text) => {
        const body = '2 0 obj\n<</Type/Pages/Kids[3 0 R]/Count 1/MediaBox[0 0 595 842]>>\nendobj\n'
        const start = /startxref\s+(\d+)/.exec(text)?.[1]
        const offset = String(text.length).padStart(10, '0')
        const table = `xref\n2 1\n${offset} 00000 n \ntrailer\n<</Size 9/Root 1 0 R/Prev ${start}>>\n`
        return `${text}${body}${table}startxref\n${text.length + body.length}\n%%EOF\n`
      },
    })
    expect(recognise(bytes)).toEqual([])
  })
})

describe('edges', () => {
  it('sees a section that lay in the signed bytes and is brought into the chain from behind', () => {
    const hide = (prev: number): Uint8Array => {
      const body = 'BT (Pay 9 999 dong) Tj ET'
      const start = String(prev).padStart(10, '0')
      const build = (offset: string) =>
        signedDocument({
          shape: {
            ...sampleShape(),
            rewrite: (text) =>
              `${text}17 0 obj\n<</Length 300>>\nstream\n${`4 0 obj\n<</Length ${body.length}>>\nstream\n${body}\nendstream\nendobj\nxref\n4 1\n${offset} 00000 n \ntrailer\n<</Size 20/Root 1 0 R/Prev ${start}>>\n`.padEnd(300)}\nendstream\nendobj\n`,
          },
        })
      const offset = toText(build('0'.repeat(10))).lastIndexOf('4 0 obj\n<</Length 25>>')
      return build(String(offset).padStart(10, '0'))
    }
    const prev = lastStartxref(toText(hide(0)))
    const signed = hide(prev)
    expect(lastStartxref(toText(signed))).toBe(prev)
    expect(analyseBytes(signed)).toMatchObject({ level: 'none', attacks: [] })
    const text = toText(signed)
    const hidden = text.lastIndexOf('xref\n4 1\n')
    const tail = `xref\n0 1\n0000000000 65535 f \ntrailer\n<</Size 20/Root 1 0 R/Prev ${hidden}>>\nstartxref\n${text.length}\n%%EOF\n`
    const { level, attacks: found } = analyseBytes(toBytes(text + tail))
    expect(level).toBe('other')
    expect(found.map(({ variant }) => variant)).toContain('hidden-section-used')
  })
  it('does not take white space behind the last revision for an attack', async () => {
    const { bytes } = await signer.make()
    const longer = new Uint8Array([...bytes, ...toBytes('\r\n \n\0')])
    expect(recognise(longer)).toEqual([])
  })
  it('takes anything else there for one', async () => {
    const { bytes } = await signer.make()
    const longer = new Uint8Array([...bytes, ...toBytes('\n%hello')])
    expect(recognise(longer).map(({ variant }) => variant)).toEqual(['unmarked-bytes'])
  })
})

describe('what it must not touch', () => {
  it('leaves the bytes as they are', async () => {
    const { bytes } = await signer.make({ certify: 3 })
    const copy = bytes.slice()
    recognise(bytes)
    expect(bytes).toEqual(copy)
  })
})

import { openPdf } from 'motcua/pdf'
import {
  findField,
  isLocked,
  listSignatures,
  readCertification,
  readDocMdp,
  readFieldLock,
  readFieldMdp,
  readSeedValue,
  seedValueBits,
} from 'motcua/signature'
import { describe, expect, it } from 'vitest'
import { buildPdf } from '../kit/build-pdf.ts'

const open = (field: string, more: Partial<Parameters<typeof buildPdf>[0]> = {}) =>
  openPdf(
    buildPdf({
      catalog: '/AcroForm<</Fields[20 0 R]>>',
      ...more,
      extra: [{ number: 20, body: `<</FT/Sig/T(Ky)${field}>>` }, ...(more.extra ?? [])],
    }),
  )
const fieldOf = (pdf: ReturnType<typeof openPdf>) => {
  const field = findField(pdf, 'Ky')
  if (field === undefined) throw new Error('no field')
  return field
}

describe('what it gives', () => {
  it.each([
    ['/Action/All', 'x.y', true],
    ['/Action/Include/Fields[(x)]', 'x.y', true],
    ['/Action/Include/Fields[(x)]', 'xy', false],
    ['/Action/Exclude/Fields[(x)]', 'x', false],
    ['/Action/Exclude/Fields[(x)]', 'z', true],
  ])('says whether a lock with %s covers the field %s', (entries, name, expected) => {
    const pdf = open(`/Lock<<${entries}>>`)
    const lock = readFieldLock(pdf, fieldOf(pdf))
    expect(lock && isLocked(lock, name)).toBe(expected)
  })
  it('reads the level of a lock', () => {
    const pdf = open('/Lock<</Action/All/P 1>>')
    expect(readFieldLock(pdf, fieldOf(pdf))?.level).toBe(1)
  })
  it('reads DocMDP and FieldMDP of a signature, also with /P where Acrobat writes it', () => {
    const references =
      '[<</TransformMethod/DocMDP/TransformParams<</P 3>>>><</TransformMethod/FieldMDP/TransformParams<</Action/All/P 2>>>>]'
    const pdf = open(`/V<</Type/Sig/ByteRange[0 1 2 3]/Contents<00>/Reference${references}>>`)
    const [signature] = listSignatures(pdf)
    expect(signature && readDocMdp(pdf, signature)).toBe(3)
    expect(signature && readFieldMdp(pdf, signature)).toEqual([{ action: 'All', fields: [], level: 2 }])
  })
  it('takes 2 for the level that a DocMDP reference leaves out', () => {
    const pdf = open('/V<</Type/Sig/Contents<00>/Reference[<</TransformMethod/DocMDP>>]>>')
    const [signature] = listSignatures(pdf)
    expect(signature && readDocMdp(pdf, signature)).toBe(2)
  })
  it('reads seed values', () => {
    const certificate = '/Cert<</Ff 1/Subject[<3000>]/OID[(1.2.3)]/KeyUsage[(1X0)]/URL(https://ra.example)>>'
    const pdf = open(
      `/SV<</Ff 3/Filter/Adobe.PPKLite/SubFilter[/ETSI.CAdES.detached]/DigestMethod[(SHA256)]/Reasons[(A)(B)]` +
        `/MDP<</P 2>>/TimeStamp<</URL(https://tsa.example)/Ff 1>>/AddRevInfo true${certificate}>>`,
    )
    const seed = readSeedValue(pdf, fieldOf(pdf))
    expect(seed).toMatchObject({
      flags: seedValueBits.filter | seedValueBits.subFilter,
      filter: 'Adobe.PPKLite',
      subFilters: ['ETSI.CAdES.detached'],
      digestMethods: ['SHA256'],
      reasons: ['A', 'B'],
      docMdp: 2,
      timestamp: { url: 'https://tsa.example', isRequired: true },
      addRevInfo: true,
      certificate: { flags: 1, policyOids: ['1.2.3'], keyUsages: ['1X0'], url: 'https://ra.example' },
    })
    expect(seed?.certificate?.subjects.map((bytes) => [...bytes])).toEqual([[0x30, 0]])
  })
})

describe('edges', () => {
  it.each(['', '/Lock<<>>', '/Lock<</Action/Some>>', '/Lock 5'])('finds no lock in %j', (entries) => {
    const pdf = open(entries)
    expect(readFieldLock(pdf, fieldOf(pdf))).toBeUndefined()
    expect(readSeedValue(pdf, fieldOf(pdf))).toBeUndefined()
  })
  it.each(['', '/Perms<<>>', '/Perms<</DocMDP 99 0 R>>', '/Perms 5'])(
    'finds no certification in %j',
    (entries) => {
      expect(
        readCertification(open('', { catalog: `/AcroForm<</Fields[20 0 R]>>${entries}` })),
      ).toBeUndefined()
    },
  )
  it('takes a level that does not exist for one that is left out', () => {
    const extra = [
      { number: 21, body: '<</Reference[<</TransformMethod/DocMDP/TransformParams<</P 9>>>>]>>' },
    ]
    expect(readCertification(open('', { catalog: '/Perms<</DocMDP 21 0 R>>', extra }))?.level).toBe(2)
  })
})

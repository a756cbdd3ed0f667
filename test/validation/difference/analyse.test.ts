import { describe, expect, it } from 'vitest'
import { openPdf } from '../../../src/pdf/index.ts'
import { listSignatures } from '../../../src/signature/index.ts'
import { analyseDifference, modificationLevels } from '../../../src/validation/index.ts'
import { appendTo } from '../../kit/attacks/append.ts'
import { sampleShape } from '../../kit/attacks/sample.ts'
import { streamBody, toBytes, toText } from '../../kit/build-pdf.ts'
import { type Allowance, analyseBytes, changeSample, signedDocument } from '../../kit/changed-document.ts'
import {
  addedField,
  catalog,
  form,
  look,
  packet,
  page,
  sigField,
  signature,
  stamp,
  text,
  xmp,
} from '../../kit/sample-objects.ts'

const hash = 'A'.repeat(40)

describe('what it gives', () => {
  it('finds nothing where nothing came after the signature', () => {
    expect(analyseBytes(signedDocument())).toMatchObject({ level: 'none', changes: [], isPermitted: true })
  })
  it.each<[string, Record<number, string>]>([
    ['nothing', {}],
    ['the catalog written again', { 1: catalog() }],
    ['a catalog of another version', { 1: catalog('/Version/2.0/Extensions<</ESIC<<>>>>') }],
    ['document information', { 40: '<</ModDate(D:2026)>>' }],
    ['metadata', { 1: catalog('/Metadata 40 0 R'), 40: xmp(packet) }],
    ['a security store', { 1: catalog('/DSS 40 0 R'), 40: '<</Certs[41 0 R]>>', 41: streamBody('', 'x') }],
    [
      'a security store with an entry named by a longer hash',
      {
        1: catalog('/DSS<</VRI 40 0 R>>'),
        40: `<</${hash}${'B'.repeat(24)} 41 0 R>>`,
        41: '<</Cert[42 0 R]>>',
        42: streamBody('', 'x'),
      },
    ],
    [
      'a security store with an entry for a signature',
      {
        1: catalog('/DSS<</VRI 40 0 R>>'),
        40: `<</${hash} 41 0 R>>`,
        41: '<</Cert[42 0 R]/TU(D:2026)>>',
        42: streamBody('', 'x'),
      },
    ],
    ['a document timestamp', { ...addedField(sigField('/V 41 0 R')), 41: stamp }],
    ['an empty, invisible signature field', addedField(sigField(''))],
    ['an object written again unchanged', { 11: '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>' }],
    [
      'a number written in another way',
      { 2: '<</Type/Pages/Kids[3 0 R]/Count 1.0/MediaBox[0.0 0 595.00 842]>>' },
    ],
    ['an object that nothing uses', { 40: '<<>>' }],
  ])('counts as archiving: %s', (_, objects) => {
    expect(changeSample({ objects }).slice(0, 1)).toEqual(['lta-updates'])
  })
  it.each<[string, Record<number, string>]>([
    ['a text field filled in', { 13: text('200 dong', '/F 4/AP<</N 40 0 R>>'), 40: look }],
    ['an appearance drawn anew in place', { 14: look }],
    ['a signature in a new field', { ...addedField(sigField('/V 41 0 R')), 41: signature }],
    [
      'a visible signature',
      { ...addedField(sigField('/V 41 0 R/AP<</N 42 0 R>>', '0 0 9 9')), 41: signature, 42: look },
    ],
    ['a visible timestamp', { ...addedField(sigField('/V 41 0 R', '0 0 9 9')), 41: stamp }],
    ['fields drawn anew by the viewer', { 1: catalog('', form('/NeedAppearances true')) }],
    ['fonts for the form', { 1: catalog('', form('/DR<</Font<</F2 40 0 R>>>>')), 40: '<</Type/Font>>' }],
  ])('counts as filling in: %s', (_, objects) => {
    expect(changeSample({ objects }).slice(0, 1)).toEqual(['form-filling'])
  })
  it('says what, where and on which page, in both languages', () => {
    const { changes } = analyseBytes(appendTo(signedDocument(), { objects: { 13: text('200 dong') } }))
    expect(changes).toEqual([
      {
        rule: 'field/filled',
        level: 'form-filling',
        revisionIndex: 2,
        object: { number: 13, generation: 0 },
        path: '/AcroForm/Fields[0]',
        pageNumber: 1,
        rectangle: [50, 600, 250, 620],
        message: { vi: 'một trường biểu mẫu được điền', en: 'a form field was filled in' },
      },
    ])
  })
})

describe('what it refuses', () => {
  it.each<[string, Record<number, string>]>([
    ['change/page-content', { 4: streamBody('', 'other') }],
    ['change/page-content', { 11: '<</Type/Font/Subtype/Type1/BaseFont/Courier>>' }],
    [
      'change/page-content',
      { 3: page().replace('/Contents 4', '/Contents 40'), 40: streamBody('', 'other') },
    ],
    ['change/page-entries', { 3: page('13 0 R 15 0 R 19 0 R', '/Rotate 90') }],
    ['change/page-tree', { 2: '<</Type/Pages/Kids[3 0 R 40 0 R]/Count 2>>', 40: page() }],
    [
      'change/page-tree',
      { 1: catalog().replace('/Pages 2', '/Pages 40'), 40: '<</Type/Pages/Kids[3 0 R]/Count 1>>' },
    ],
    ['change/catalog-entries', { 1: catalog('/OpenAction[3 0 R/Fit]') }],
    ['change/catalog-entries', { 1: catalog('/Perms<</DocMDP 18 0 R>>') }],
    ['change/form-entries', { 1: catalog('', form('/XFA[]')) }],
    ['change/form-entries', { 1: catalog('', '') }],
    ['change/field-deleted', { 1: catalog('', form('', '19 0 R')) }],
    ['change/field-added', { 1: catalog('', form('', '13 0 R 19 0 R 40 0 R')), 40: '<</FT/Tx/T(more)>>' }],
    ['change/field-list', { 1: catalog('', form('', '13 0 R 19 0 R 40 0 R')), 40: '<</FT/Sig/T(Sig1)>>' }],
    ['change/field-list', { 1: catalog('', form('', '13 0 R 19 0 R<</FT/Sig/T(direct)>>')) }],
    ['change/field-entries', { 13: text('100 dong', '/F 4/MK<<>>') }],
    ['change/field-entries', { 13: text('100 dong', '/F 4/AP<</N 14 0 R>>').replace('[50', '[0') }],
    ['change/field-entries', { 13: text('100 dong').replace('/Type/Annot', '/Type/Other') }],
    ['change/appearance', { 13: text('100 dong', '/F 4') }],
    ['change/appearance', { 13: text('100 dong', '/F 4/AP[]') }],
    ['change/signature-value', { ...addedField(sigField('/V 4 0 R')) }],
    ['change/signature-value', { ...addedField(sigField('/V<</Type/Sig>>')) }],
    ['change/object-replaced', { 18: signature }],
    [
      'change/annotation-added',
      { 3: page('13 0 R 15 0 R 19 0 R 40 0 R'), 40: '<</Subtype/Stamp/Rect[0 0 9 9]>>' },
    ],
    ['change/annotation-deleted', { 3: page('13 0 R 19 0 R') }],
    ['change/annotation-changed', { 15: '<</Type/Annot/Subtype/Stamp/F 2/Rect[300 600 400 700]/P 3 0 R>>' }],
    ['change/security-store', { 1: catalog('/DSS<</Odd[]>>') }],
    ['change/security-store', { 1: catalog('/DSS<</Certs[1]>>') }],
    ['change/security-store', { 1: catalog(`/DSS<</VRI<</odd<<>>>>>>`) }],
    ['change/security-store', { 1: catalog(`/DSS<</VRI<</${hash}<</Odd 1>>>>>>`) }],
    ['change/metadata', { 1: catalog('/Metadata 40 0 R'), 40: xmp('<x>') }],
    ['change/metadata', { 1: catalog('/Metadata 40 0 R'), 40: xmp('<other/>') }],
    ['change/metadata', { 1: catalog('/Metadata<<>>') }],
  ])('has no rule for %s', (rule, objects) => {
    const [level, ...rules] = changeSample({ objects })
    expect(level).toBe('other')
    expect(rules).toContain(rule)
  })
  it('refuses to free what the document uses, and does not mind what nothing uses', () => {
    expect(changeSample({ freed: [12] })).toEqual(['other', 'change/object-freed'])
    const spare = sampleShape()
    const shape = { ...spare, extra: [...(spare.extra ?? []), { number: 17, body: '<<>>' }] }
    expect(changeSample({ freed: [17] }, { shape })).toContain('lta-updates')
  })
  it('says on which page a freed picture was seen', () => {
    const { changes } = analyseBytes(appendTo(signedDocument(), { freed: [12] }))
    expect(changes.find(({ rule }) => rule === 'change/object-freed')).toMatchObject({ pageNumber: 1 })
  })
  it('refuses an object that a place was prepared for', () => {
    const shape = sampleShape()
    const prepared = { ...shape, page: `${shape.page ?? ''}/B 99 0 R` }
    expect(changeSample({ objects: { 99: '<<>>' } }, { shape: prepared })[0]).toBe('other')
  })
  it('refuses a new meaning for the encryption', () => {
    expect(changeSample({ trailer: '/Encrypt 98 0 R' })).toEqual(['other', 'change/encryption'])
  })
  it('refuses an appearance that the page shows too', () => {
    const shape = sampleShape()
    const page = shape.page?.replace('/Im1 12 0 R', '/Im1 14 0 R') ?? ''
    expect(changeSample({ objects: { 14: look } }, { shape: { ...shape, page } })[0]).toBe('other')
  })
})

describe('edges', () => {
  it('compares every later revision with what was signed, not with the one before', () => {
    const once = appendTo(signedDocument(), { objects: { 4: streamBody('', 'other') } })
    const back = appendTo(once, {
      objects: {
        4: '<</Length 51>>\nstream\nBT /F1 12 Tf 50 700 Td (Pay 100 dong) Tj ET /Im1 Do\nendstream',
      },
    })
    const { level, changes } = analyseBytes(back)
    expect(level).toBe('other')
    expect(
      new Set(changes.filter((change) => change.level === 'other').map(({ revisionIndex }) => revisionIndex)),
    ).toEqual(new Set([2]))
  })
  it.each<[string, Allowance, Record<number, string>, boolean]>([
    ['archiving under level 1', { certify: 1 }, { 40: '<<>>' }, true],
    ['filling in under level 1', { certify: 1 }, { 13: text('2') }, false],
    ['filling in under level 2', { certify: 2 }, { 13: text('2') }, true],
    [
      'an annotation under level 2',
      { certify: 2 },
      { 3: page('13 0 R 15 0 R 19 0 R 40 0 R'), 40: '<</Subtype/Text>>' },
      false,
    ],
    [
      'an annotation under level 3',
      { certify: 3 },
      { 3: page('13 0 R 15 0 R 19 0 R 40 0 R'), 40: '<</Subtype/Text>>' },
      true,
    ],
    [
      'a locked field',
      { lock: { action: 'Include', fields: ['amount'], level: undefined } },
      { 13: text('2') },
      false,
    ],
    [
      'another field',
      { lock: { action: 'Exclude', fields: ['amount'], level: undefined } },
      { 13: text('2') },
      true,
    ],
    [
      'a new visible signature field under level 2',
      { certify: 2 },
      addedField(sigField('', '0 0 9 9')),
      false,
    ],
  ])('weighs permissions: %s', (_, allowance, objects, isPermitted) => {
    const certified = { ...objects }
    const one = certified[1]
    if (one !== undefined && allowance.certify !== undefined)
      certified[1] = one.replace(/>>$/, '/Perms<</DocMDP 18 0 R>>>>')
    expect(analyseBytes(appendTo(signedDocument(allowance), { objects: certified })).isPermitted).toBe(
      isPermitted,
    )
  })
  it.each<[string, Record<number, string>, Record<number, string>, string]>([
    ['signature', addedField(sigField('')), { 40: sigField('/V 41 0 R'), 41: signature }, 'form-filling'],
    ['signature that fills a place prepared', addedField(sigField('/V 41 0 R')), { 41: signature }, 'other'],
    ['timestamp', addedField(sigField('')), { 40: sigField('/V 41 0 R'), 41: stamp }, 'lta-updates'],
    ['annotation', { 3: page('13 0 R 15 0 R 19 0 R 40 0 R') }, { 40: '<</Subtype/Text>>' }, 'other'],
  ])('sees what two revisions do together: %s', (_, first, second, level) => {
    const bytes = appendTo(appendTo(signedDocument(), { objects: first }), { objects: second })
    expect(analyseBytes(bytes).level).toBe(level)
  })
  it('allows no signature in two steps where a certification allows none in one', () => {
    const certified = (objects: Record<number, string>) => ({
      ...objects,
      1: catalog('/Perms<</DocMDP 18 0 R>>', form('', '13 0 R 19 0 R 40 0 R')),
    })
    const first = appendTo(signedDocument({ certify: 1 }), { objects: certified(addedField(sigField(''))) })
    expect(analyseBytes(first).isPermitted).toBe(true)
    const second = appendTo(first, { objects: { 40: sigField('/V 41 0 R'), 41: signature } })
    expect(analyseBytes(second)).toMatchObject({ level: 'form-filling', isPermitted: false })
  })
  it('takes nothing for unchanged that an added entry leads past, though it can be found', () => {
    const font = '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>'
    expect(changeSample({ objects: { 11: font } })[0]).toBe('lta-updates')
    expect(changeSample({ objects: { 11: font }, offsetError: 3 })[0]).toBe('other')
  })
  it('says other where the signature does not cover a whole revision', () => {
    const bytes = toBytes(
      toText(signedDocument()).replace(/\/ByteRange \[0 (\d+) (\d+) \d+/, '/ByteRange [0 $1 $2 9'),
    )
    const { level, changes } = analyseBytes(bytes)
    expect([level, changes.map(({ rule }) => rule)]).toEqual(['other', ['coverage/partial']])
  })
})

describe('what it must not touch', () => {
  it('reads nothing of the pages when nothing came after the signature', () => {
    const bytes = signedDocument({ shape: { pages: 3000 } })
    let count = 0
    const source = {
      length: bytes.length,
      read: (offset: number, length: number) => {
        count += 1
        return bytes.subarray(offset, offset + length)
      },
    }
    const pdf = openPdf(source)
    const signatures = listSignatures(pdf)
    const before = count
    for (const found of signatures) expect(analyseDifference(pdf, found, signatures).level).toBe('none')
    expect(count - before).toBeLessThan(20)
  })
  it('knows its levels in order', () => {
    expect(modificationLevels).toEqual(['none', 'lta-updates', 'form-filling', 'annotations', 'other'])
  })
})

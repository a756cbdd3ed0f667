import { describe, expect, it } from 'vitest'
import { openPdf } from '../../../src/pdf/index.ts'
import { addSignatureField, listSignatures } from '../../../src/signature/index.ts'
import { findDocMdp, findLevelInForce, isAllowed } from '../../../src/validation/difference/permission.ts'
import { type ModificationLevel, modificationLevels } from '../../../src/validation/index.ts'
import { buildPdf, toBytes, toText } from '../../kit/build-pdf.ts'
import { signedDocument } from '../../kit/changed-document.ts'
import { pretendToSign } from '../../kit/signing-draft.ts'

type Level = 1 | 2 | 3
const again = (bytes: Uint8Array, docMdp?: Level) =>
  pretendToSign(
    bytes,
    (draft, value) => addSignatureField(draft, { name: 'Sig2', value }),
    docMdp === undefined ? {} : { docMdp },
  ).bytes
const levelsOf = (bytes: Uint8Array) => {
  const pdf = openPdf(bytes)
  const signatures = listSignatures(pdf)
  return signatures.map((each) => [findDocMdp(pdf, each), findLevelInForce(pdf, each, signatures)])
}

describe('what it gives', () => {
  const highest: readonly [Level | undefined, ModificationLevel][] = [
    [1, 'lta-updates'],
    [2, 'form-filling'],
    [3, 'annotations'],
    [undefined, 'annotations'],
  ]
  it.each(highest)('under level %s changes up to %s', (docMdp, most) => {
    const allowed = modificationLevels.filter((level) => isAllowed(level, docMdp))
    expect(allowed.at(-1)).toBe(most)
    expect(allowed).toEqual(modificationLevels.slice(0, allowed.length))
  })

  it('the level of a certification, and none where nothing says one', () => {
    expect(levelsOf(signedDocument({ certify: 2 }))).toEqual([[2, 2]])
    expect(levelsOf(signedDocument())).toEqual([[undefined, undefined]])
  })

  it('the level that the lock of its field, or the parameters of the lock, bring along', () => {
    const locked = pretendToSign(buildPdf(), (draft, value) =>
      addSignatureField(draft, { name: 'Sig1', value, lock: { action: 'All', fields: [], level: 1 } }),
    ).bytes
    expect(levelsOf(locked)).toEqual([[1, 1]])
    const parameters = toText(signedDocument({ lock: { action: 'All', fields: [], level: undefined } }))
    const stated = parameters.replace('/Action/All', '/Action/All/P 2').replace('/V/1.2', '')
    expect(levelsOf(toBytes(stated))).toEqual([[2, 2]])
  })

  it('what an earlier signature set is in force for a later one', () => {
    expect(levelsOf(again(signedDocument({ certify: 2 })))).toEqual([
      [2, 2],
      [undefined, 2],
    ])
  })
})

describe('what it refuses', () => {
  it.each([1, 2, 3, undefined] as const)('changes that no rule explains, under level %s', (docMdp) => {
    expect(isAllowed('other', docMdp)).toBe(false)
  })
  it('to let a later signature loosen what an earlier one set', () => {
    expect(levelsOf(again(signedDocument({ certify: 2 }), 3)).at(-1)).toEqual([3, 2])
    expect(levelsOf(again(signedDocument({ certify: 3 }), 1)).at(-1)).toEqual([1, 1])
  })
})

describe('edges', () => {
  it('a later signature binds nobody before it', () => {
    expect(levelsOf(again(signedDocument(), 1))[0]).toEqual([undefined, undefined])
  })
})

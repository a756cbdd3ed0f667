import { describe, expect, it } from 'vitest'
import { listRevisions, openPdf } from '../../../src/pdf/index.ts'
import { listSignatures } from '../../../src/signature/index.ts'
import { startAnalysis } from '../../../src/validation/difference/analyse.ts'
import { shareLaterStates } from '../../../src/validation/difference/later-states.ts'
import { analyseDifference } from '../../../src/validation/index.ts'
import { appendTo } from '../../kit/attacks/append.ts'
import { numbers } from '../../kit/attacks/sample.ts'
import { streamBody } from '../../kit/build-pdf.ts'
import { signedDocument } from '../../kit/changed-document.ts'
import { plainDocument, signWhole, startSigning } from '../../kit/signed-document.ts'

describe('what it gives', () => {
  it('one state for a revision, whoever asks', () => {
    const pdf = openPdf(appendTo(signedDocument(), { objects: { 40: 'null' } }))
    const open = shareLaterStates(pdf)
    const [first, second] = listRevisions(pdf)
    if (first === undefined || second === undefined) throw new Error('no revisions')
    expect(open(second)).toBe(open(second))
    expect(open(second)).not.toBe(open(first))
    expect(open(second).pdf.source.length).toBe(second.end)
  })

  it('the same of every signature as where nothing is shared, attacks and repeated reading included', async () => {
    const signing = await startSigning()
    let bytes = plainDocument
    for (const field of ['Một', 'Hai', 'Ba']) bytes = await signWhole(signing, { field }, bytes)
    const broken = streamBody('', 'BT ET').replace('/Length 5', '/Length 9/Length 5')
    for (const appendix of [
      {},
      { objects: { [numbers.content]: broken } },
      { offsetError: 3, objects: { 90: 'null' } },
    ]) {
      const pdf = openPdf(appendTo(bytes, appendix))
      const signatures = listSignatures(pdf)
      const analyse = startAnalysis(pdf, signatures)
      expect(signatures.length).toBe(3)
      for (const signature of [...signatures, ...signatures]) {
        expect(analyse(signature)).toEqual(analyseDifference(pdf, signature, signatures))
      }
    }
  })
})

import { beforeAll, describe, expect, it } from 'vitest'
import { createVerifier, describeVerdict, type ValidationReport } from '../../src/validation/index.ts'
import { overwrite } from '../kit/attacks/append.ts'
import { signAgain } from '../kit/sign-again.ts'
import { type Signing, signedAt, signWhole, startSigning } from '../kit/signed-document.ts'

let signing: Signing
let signed: Uint8Array
beforeAll(async () => {
  signing = await startSigning()
  signed = await signWhole(signing, { reservedBytes: 6000 })
})

const judge = (bytes: Uint8Array): Promise<ValidationReport> =>
  createVerifier({ trust: signing.trust }).verify(bytes, { at: signedAt })
/** What the first signature is, and the findings about it that are not good. */
const told = async (bytes: Uint8Array) => {
  const [signature] = describeVerdict(await judge(bytes), 'en').signatures
  if (signature === undefined) throw new Error('no signature')
  const { indication, subIndication, level, coverage, findings } = signature
  const doubts = findings.filter(({ outcome }) => outcome !== 'ok' && outcome !== 'not-checked')
  return {
    indication,
    subIndication,
    level,
    coverage,
    codes: doubts.map(({ outcome, code }) => `${outcome} ${code}`),
  }
}

const subFilter = /ETSI\.CAdES\.detached/
const range = /\/ByteRange \[[^\]]*\]/
/** The last number of the byte range, so many bytes too large. */
const longer = (bytes: number) => (found: string) =>
  found.replace(/(\d+)(\s*)\]/, (_, last) => `${Number(last) + bytes}]`)
/** What is said of every signature without a timestamp. */
const usual = ['warning validation/timestamp-none', 'warning validation/level-requirement']
const outside = 'failed validation/byte-range-outside'
const forged = 'failed validation/attack-universal-forgery'

describe('what it gives', () => {
  it('our own words signed anew pass, so that what follows is about the words alone', async () => {
    const same = await signAgain(signed, signing.person, [subFilter, (found) => found])
    expect(await told(same)).toMatchObject({ indication: 'TOTAL-PASSED', level: 'B-B', codes: usual })
  })

  it('the SubFilter PBAD.PAdES is judged like that of ETSI, and is no baseline signature', async () => {
    const brazilian = await signAgain(signed, signing.person, [subFilter, () => 'PBAD.PAdES'])
    expect(await told(brazilian)).toEqual({
      indication: 'TOTAL-PASSED',
      subIndication: null,
      level: null,
      coverage: 'entire-file',
      codes: usual,
    })
    const { signatures } = await judge(brazilian)
    const requirement = signatures[0]?.findings.find(({ code }) => code === 'validation/level-requirement')
    expect(requirement?.message.en).toContain('SubFilter ETSI.CAdES.detached')
  })
})

describe('what it refuses', () => {
  it.each(['PBAD.Other', 'adbe.x509.rsa_sha1', 'adbe.pkcs7.sha1', 'Mine'])(
    'a SubFilter that nobody can judge, though the signature holds: %s',
    async (name) => {
      const verdict = await told(await signAgain(signed, signing.person, [subFilter, () => name]))
      expect(verdict).toMatchObject({
        indication: 'TOTAL-FAILED',
        subIndication: 'FORMAT_FAILURE',
        level: null,
      })
      expect(verdict.codes).toContain('failed validation/sub-filter-unknown')
    },
  )

  it.each([1, 100, 10_000_000])(
    'a range %s bytes beyond the end of the file: the bytes are others, and both faults have names',
    async (bytes) => {
      const verdict = await told(overwrite(signed, range, longer(bytes)))
      expect(verdict).toMatchObject({
        indication: 'TOTAL-FAILED',
        subIndication: 'HASH_FAILURE',
        level: null,
      })
      expect(verdict.codes).toEqual(
        expect.arrayContaining([outside, forged, 'failed pki/message-digest-differs']),
      )
    },
  )

  it('the same where the signature holds over what there is of the file: its form fails it', async () => {
    const verdict = await told(await signAgain(signed, signing.person, [range, longer(1)]))
    expect(verdict).toMatchObject({
      indication: 'TOTAL-FAILED',
      subIndication: 'FORMAT_FAILURE',
      level: null,
    })
    expect(verdict.codes).toEqual(expect.arrayContaining([outside, forged]))
    expect(verdict.codes).not.toContain('failed pki/message-digest-differs')
  })

  it('a file that was cut short: the range of its signature reaches beyond what is left', async () => {
    for (const missing of [1, 3, 60]) {
      const verdict = await told(signed.subarray(0, signed.length - missing))
      expect(verdict).toMatchObject({ indication: 'TOTAL-FAILED', subIndication: 'HASH_FAILURE' })
      expect(verdict.codes).toContain(outside)
    }
  })
})

describe('edges', () => {
  it('a range that ends with the last byte reaches nowhere beyond', async () => {
    expect((await told(signed)).codes).toEqual(usual)
    const shorter = (bytes: number) => signAgain(signed, signing.person, [range, longer(-bytes)])
    expect(await told(await shorter(1))).toMatchObject({ indication: 'TOTAL-PASSED', codes: usual })
    const cut = await told(await shorter(3))
    expect(cut.codes).toContain('failed validation/coverage-partial')
    expect(cut.codes).not.toContain(outside)
    expect(cut.indication).toBe('TOTAL-FAILED')
  })
})

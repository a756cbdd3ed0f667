import { describe, expect, it } from 'vitest'
import { checkNames, type SignatureReport } from '../../../src/validation/index.ts'
import {
  attackWords,
  checkWords,
  outcomeWords,
  wordFacts,
  wordPlace,
  writeMoment,
} from '../../../src/validation/report/facts-in-words.ts'
import { circularHeadings, findingOf, signatureOf } from '../../kit/report-of.ts'
import { signedAt } from '../../kit/signed-document.ts'
import { day } from '../../kit/timeline.ts'

/** The words under one heading, of a signature that departs from the good one. */
const under = (heading: string, more: Partial<SignatureReport>) =>
  wordFacts(signatureOf(more), 'en').find((fact) => fact.heading === heading)?.words
const headings = (more: Partial<SignatureReport>) =>
  wordFacts(signatureOf(more), 'vi').map(({ heading }) => heading)
const good = [findingOf('digest', 'ok'), findingOf('signature', 'ok'), findingOf('coverage', 'ok')]
const validity = 'Certificate when it signed'
const signer = { ...signatureOf().signer, notBefore: day(-1), notAfter: day(30) } as SignatureReport['signer']

describe('what it gives', () => {
  it('the headings that TT 15/2025/TT-BKHCN asks for', () => {
    expect(headings({ provenAt: signedAt })).toEqual(expect.arrayContaining([...circularHeadings]))
  })

  it('a moment and its zone as people write them', () => {
    expect(writeMoment(signedAt)).toBe('09:00:00 01/09/2026 (+07:00)')
  })

  it('certificates, timestamps and the document in words, every other place as it is', () => {
    const places = [
      findingOf('chain', 'failed', { place: 'path[0]' }),
      findingOf('timestamp', 'warning', { place: 'path[0]' }),
      findingOf('chain', 'failed', { place: 'path[2]' }),
      findingOf('chain', 'failed', { place: 'path[x]' }),
      findingOf('chain', 'failed', { place: 'path' }),
      findingOf('document', 'failed', { place: 'document' }),
      findingOf('timestamp', 'failed', { place: 'signature-timestamp[0]' }),
      findingOf('timestamp', 'failed', { place: 'content-timestamp[1]' }),
      findingOf('timestamp', 'failed', { place: 'archive-timestamp[2]' }),
      findingOf('timestamp', 'failed', { place: 'archive-timestamp' }),
      findingOf('signature', 'failed', { place: 'toString' }),
    ].map((finding) => wordPlace(finding, 'en'))
    expect(places).toEqual([
      'certificate that signed',
      'certificate of the timestamp authority',
      'authority 2 above it',
      'path[x]',
      'chain of certificates',
      'the whole document',
      'timestamp of the signature, number 1',
      'timestamp of the content, number 2',
      'archive timestamp, number 3',
      'archive timestamp',
      'toString',
    ])
  })

  it('the name of a field as the document has it, whatever that is', () => {
    for (const place of ['document', 'path', 'path[0]', 'signature-timestamp[0]'])
      expect(wordPlace(findingOf('format', 'failed', { place }), 'en')).toBe(place)
  })

  it.each([
    [1, 'none at all'],
    [2, 'only filling in fields and further signatures'],
    [3, 'only filling in fields, further signatures and comments'],
  ] as const)('what a certified document allows at level %s', (level, words) => {
    expect(under('Changes allowed', { docMdp: { level, ok: true } })).toBe(words)
  })

  it('words in two languages for every check, outcome and attack', () => {
    expect(Object.keys(checkWords).sort()).toEqual([...checkNames].sort())
    for (const { vi, en } of [checkWords, outcomeWords, attackWords].flatMap((table) => Object.values(table)))
      expect([vi === '', en === '', vi === en]).toEqual([false, false, false])
  })

  it.each<[string, Partial<SignatureReport>]>([
    ['what was signed is unchanged', { findings: good }],
    ['what was signed is unchanged', { kind: 'timestamp', findings: [findingOf('timestamp', 'ok')] }],
    ['what was signed was CHANGED', { findings: [...good, findingOf('digest', 'failed')] }],
    ['what was signed was CHANGED', { findings: [...good, findingOf('signature', 'failed')] }],
    ['what was signed was CHANGED', { findings: [...good, findingOf('coverage', 'failed')] }],
    [
      'the document NO longer shows what was signed (the signed bytes themselves are unchanged)',
      { findings: [...good, findingOf('attack', 'failed')] },
    ],
    ['what was signed was CHANGED', { findings: [findingOf('attack', 'failed')] }],
    ['what was signed was CHANGED', { findings: [findingOf('digest', 'ok'), findingOf('attack', 'failed')] }],
    [
      'what was signed was CHANGED',
      { findings: [...good, findingOf('coverage', 'failed'), findingOf('attack', 'failed')] },
    ],
    [
      'what was signed was CHANGED',
      {
        kind: 'timestamp',
        indication: 'TOTAL-FAILED',
        findings: [
          ...good,
          findingOf('timestamp', 'failed', { code: 'validation/timestamp-imprint-differs' }),
        ],
      },
    ],
    ['what was signed is unchanged', { findings: [...good, findingOf('attack', 'warning')] }],
    ['could not be checked', { findings: [findingOf('digest', 'not-checked')] }],
    ['could not be checked', { findings: [] }],
    ['could not be checked', { kind: 'timestamp', indication: 'INDETERMINATE', findings: [] }],
  ])('integrity: %s (%j)', (words, more) => {
    expect(under('Integrity', more)).toBe(words)
  })

  const revoked = (outcome: 'failed' | 'warning', code = 'revoked') =>
    findingOf('revocation', outcome, { code: `validation/${code}`, facts: { revokedAt: day(10) } })
  const known = findingOf('revocation', 'ok', { code: 'validation/revocation-ok' })
  const aged = findingOf('revocation', 'warning', { code: 'validation/revocation-aged' })
  const unknown = findingOf('revocation', 'not-checked', { code: 'validation/revocation-none' })
  it.each<[string, Partial<SignatureReport>]>([
    ['within its period; not revoked', { findings: [known] }],
    [`within its period; REVOKED (${writeMoment(day(10))})`, { findings: [revoked('failed')] }],
    [
      `within its period; REVOKED (${writeMoment(day(10))})`,
      { findings: [known, revoked('failed', 'authority-revoked')] },
    ],
    [
      'within its period; revoked only after the signature is proved to have existed',
      { provenAt: day(5), findings: [revoked('warning')] },
    ],
    [
      `within its period; REVOKED (${writeMoment(day(10))})`,
      { provenAt: day(15), findings: [revoked('warning')] },
    ],
    [
      `within its period; REVOKED (${writeMoment(day(10))})`,
      { provenAt: null, findings: [revoked('warning')] },
    ],
    ['within its period; not revoked by the data at hand, which are old by now', { findings: [aged] }],
    ['within its period; whether it was revoked could not be found out', { findings: [aged, unknown] }],
    ['within its period; whether it was revoked could not be found out', { findings: [] }],
    ['OUTSIDE its period; not revoked', { claimedAt: day(31), findings: [known] }],
    ['within its period; not revoked', { claimedAt: day(31), provenAt: day(1), findings: [known] }],
    ['could not be checked', { claimedAt: null, findings: [known] }],
    ['could not be checked', { signer: null, findings: [known] }],
  ])('validity: %s (%#)', (words, more) => {
    expect(under(validity, { signer, ...more })).toBe(words)
  })
})

describe('what it refuses', () => {
  it('to call the claimed time proved', () => {
    expect(under('Signing time', {})).toContain('as the signer says, not proved')
    expect(under('Signing time', { claimedAt: null })).toBe('not stated')
    expect(under('Timestamp', {})).toBeUndefined()
  })
})

describe('edges', () => {
  it('a timestamp has an authority instead of a signer, and no claimed time', () => {
    const stamp = headings({ kind: 'timestamp', level: null })
    expect(stamp).toContain('Cơ quan cấp dấu thời gian')
    for (const heading of ['Người ký', 'Thời gian ký', 'Mức chữ ký']) expect(stamp).not.toContain(heading)
  })

  it('says nothing of what is allowed where nothing restricts it', () => {
    for (const docMdp of [null, { level: null, ok: true }])
      expect(under('Changes allowed', { docMdp })).toBeUndefined()
  })

  it('a detached signature has neither coverage nor changes', () => {
    const detached = headings({ modification: null })
    for (const heading of ['Phạm vi bao phủ', 'Thay đổi sau khi ký']) expect(detached).not.toContain(heading)
  })

  it('leaves out an empty reason and place, and says who is not known', () => {
    expect(headings({})).not.toContain('Lý do')
    expect(under('Reason', { reason: 'phê duyệt' })).toBe('phê duyệt')
    expect(under('Signer', { signer: null })).toBe('the certificate was not found')
  })
})

describe('what it must not touch', () => {
  it('leaves the report as it is', () => {
    const signature = signatureOf({ findings: good })
    const copy = structuredClone(signature)
    wordFacts(signature, 'vi')
    expect(signature).toEqual(copy)
  })
})

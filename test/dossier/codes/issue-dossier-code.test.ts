import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type IsoDate, isoDate } from '../../../src/date.ts'
import {
  type AgencyCode,
  buildDossierCode,
  dossierRegisterOf,
  issueDossierCode,
  parseAgencyCode,
  parseDossierCode,
} from '../../../src/dossier/codes/index.ts'
import { isMotcuaError } from '../../../src/errors.ts'

function agencyOf(text: string): AgencyCode {
  const reading = parseAgencyCode(text)
  if (!reading.ok) throw new Error(`the test names no agency: ${text}`)
  return reading.value
}

const agency = agencyOf('000.00.64.H10')
const receivedDate = isoDate('2023-05-15')

/** A counter in memory that answers a little later, as a database does. */
function countInMemory(): (register: string) => Promise<number> {
  const last = new Map<string, number>()
  return async (register) => {
    const next = (last.get(register) ?? 0) + 1
    last.set(register, next)
    await Promise.resolve()
    return next
  }
}

describe('what it gives', () => {
  it('counts per agency and day, four digits wide', async () => {
    const issuer = { kind: 'agency', nextNumber: countInMemory() } as const
    const issue = (code: AgencyCode, date: IsoDate) =>
      issueDossierCode({ agency: code, receivedDate: date }, issuer)
    expect(await issue(agency, receivedDate)).toBe('000.00.64.H10-230515-0001')
    expect(await issue(agency, receivedDate)).toBe('000.00.64.H10-230515-0002')
    expect(await issue(agency, isoDate('2023-05-16'))).toBe('000.00.64.H10-230516-0001')
    expect(await issue(agencyOf('000.17.22.H56'), receivedDate)).toBe('000.17.22.H56-230515-0001')
  })
  it('asks for a code that a central service issues, and takes it as it is', async () => {
    const asked: unknown[] = []
    const request = { agency: agencyOf('G09.20'), receivedDate: isoDate('2026-06-09') }
    const code = await issueDossierCode(request, {
      kind: 'centre',
      requestCode: (question) => {
        asked.push(question)
        return 'G09.20-20260609-0092637'
      },
    })
    expect(code).toBe('G09.20-20260609-0092637')
    expect(asked).toEqual([request])
  })
  it('writes codes that are read back with the same parts', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9999 }), (sequence) => {
        const reading = parseDossierCode(buildDossierCode({ agency, receivedDate }, sequence))
        expect(reading.facts).toEqual({ form: 'old', agency, receivedDate, sequence })
      }),
    )
  })
})

describe('what it refuses', () => {
  it.each([0, 10_000, 1.5, Number.NaN])('refuses the order %s in a day', (sequence) => {
    expect(() => buildDossierCode({ agency, receivedDate }, sequence)).toThrow(
      expect.objectContaining({ code: 'codes/sequence-out-of-range' }),
    )
  })
  it('refuses an answer of the central service that is no dossier code', async () => {
    const error = await issueDossierCode(
      { agency, receivedDate },
      { kind: 'centre', requestCode: () => 'LOI' },
    ).catch((reason: unknown) => reason)
    expect(isMotcuaError(error, 'codes/not-a-dossier-code')).toBe(true)
  })
})

describe('edges', () => {
  it('gives every dossier of a busy day its own code', async () => {
    const issuer = { kind: 'agency', nextNumber: countInMemory() } as const
    const codes = await Promise.all(
      Array.from({ length: 500 }, () => issueDossierCode({ agency, receivedDate }, issuer)),
    )
    expect(new Set(codes).size).toBe(500)
  })
  it('names one register per agency and day', () => {
    expect(dossierRegisterOf({ agency, receivedDate })).toBe('dossier-code/000.00.64.H10/2023-05-15')
  })
})

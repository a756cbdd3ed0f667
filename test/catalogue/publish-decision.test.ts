import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type Catalogue,
  checkCatalogue,
  countChanges,
  type Decision,
  emptyCatalogue,
  findCodeMappings,
  findFormerCodes,
  findProcedure,
  findProcedureOn,
  findProceduresOn,
  type Procedure,
  publishDecision,
} from '../../src/catalogue/index.ts'
import { addDays, isoDate } from '../../src/date.ts'

/** Invented records: the shape of 2.000908 under other codes. */
function recordOf(code: string, name = `Thủ tục ${code}`): Procedure {
  return { ...findProcedure('2.000908'), id: code, code, name }
}

function codeOf(index: number): string {
  return `1.${String(index).padStart(6, '0')}`
}

function decisionOf(number: string, effectiveFrom: string, items: Decision['items']): Decision {
  return { number, signedOn: effectiveFrom, effectiveFrom, issuer: 'UBND tỉnh (hư cấu)', items }
}

const opened = publishDecision(
  emptyCatalogue,
  decisionOf('QĐ 1', '2025-01-10', [{ kind: 'new', procedure: recordOf('1.000001', 'Bản đầu') }]),
)

describe('what it gives', () => {
  it('counts the first quarter of 2019 in Bắc Kạn as its report does: 43 + 49 + 12 + 45 = 149 in 11 decisions', () => {
    const before = publishDecision(
      emptyCatalogue,
      decisionOf(
        'QĐ 0',
        '2018-06-01',
        Array.from({ length: 106 }, (_, index) => ({
          kind: 'new' as const,
          procedure: recordOf(codeOf(index)),
        })),
      ),
    )
    const items: Decision['items'] = [
      ...Array.from({ length: 43 }, (_, i) => ({
        kind: 'new' as const,
        procedure: recordOf(codeOf(200 + i)),
      })),
      ...Array.from({ length: 49 }, (_, i) => ({ kind: 'amended' as const, procedure: recordOf(codeOf(i)) })),
      ...Array.from({ length: 12 }, (_, i) => ({
        kind: 'replaced' as const,
        procedure: recordOf(codeOf(300 + i)),
        replaces: [codeOf(49 + i)],
      })),
      ...Array.from({ length: 45 }, (_, i) => ({ kind: 'abolished' as const, code: codeOf(61 + i) })),
    ]
    const eleven = Array.from({ length: 11 }, (_, index) => items.filter((_item, at) => at % 11 === index))
    const after = eleven.reduce<Catalogue>(
      (catalogue, part, index) =>
        publishDecision(
          catalogue,
          decisionOf(`QĐ ${index + 1}`, addDays(isoDate('2019-01-02'), index * 8), part),
        ),
      before,
    )
    expect(countChanges({ year: 2019, quarter: 1 }, after)).toEqual({
      new: 43,
      amended: 49,
      replaced: 12,
      abolished: 45,
      total: 149,
      decisions: Array.from({ length: 11 }, (_, index) => `QĐ ${index + 1}`),
    })
    expect(countChanges({ year: 2019, quarter: 2 }, after).total).toBe(0)
    expect(findProceduresOn(isoDate('2019-04-01'), { catalogue: after })).toHaveLength(106 + 43 - 45)
    expect(checkCatalogue(after)).toEqual([])
  })
  it('answers what applied on a day, also on the last day of the old and the first of the new version', () => {
    const amended = publishDecision(
      opened,
      decisionOf('QĐ 2', '2026-03-01', [{ kind: 'amended', procedure: recordOf('1.000001', 'Bản sửa') }]),
    )
    const nameOn = (date: string): string | undefined =>
      findProcedureOn('1.000001', isoDate(date), { catalogue: amended })?.procedure.name
    expect(nameOn('2025-01-09')).toBeUndefined()
    expect(nameOn('2025-01-10')).toBe('Bản đầu')
    expect(nameOn('2026-02-28')).toBe('Bản đầu')
    expect(nameOn('2026-03-01')).toBe('Bản sửa')
  })
  it('lets an agency have its variant beside the general version', () => {
    const withVariant = publishDecision(opened, {
      ...decisionOf('QĐ 3', '2025-06-01', [{ kind: 'new', procedure: recordOf('1.000001', 'Của tỉnh') }]),
      agency: '000.00.00.H56',
    })
    const find = (agency?: string): string | undefined =>
      findProcedureOn('1.000001', isoDate('2025-07-01'), {
        catalogue: withVariant,
        ...(agency === undefined ? {} : { agency }),
      })?.procedure.name
    expect(find()).toBe('Bản đầu')
    expect(find('000.00.00.H56')).toBe('Của tỉnh')
    expect(find('000.00.00.H10')).toBe('Bản đầu')
    expect(checkCatalogue(withVariant)).toEqual([])
  })
  it('finds the national version behind a localised code, and follows replaced codes by their decisions', () => {
    const replaced = publishDecision(
      opened,
      decisionOf('QĐ 4', '2025-07-01', [
        { kind: 'replaced', procedure: recordOf('1.000002'), replaces: ['1.000001'] },
      ]),
    )
    expect(
      findProcedureOn('1.000001.000.00.00.H10', isoDate('2025-06-30'), { catalogue: replaced }),
    ).toBeDefined()
    expect(findProcedureOn('1.000001', isoDate('2025-07-01'), { catalogue: replaced })).toBeUndefined()
    expect(findCodeMappings('1.000001', isoDate('2025-07-01'), replaced)).toEqual([
      { from: '1.000001', to: '1.000002', effectiveFrom: '2025-07-01', basis: 'QĐ 4' },
    ])
    expect(findCodeMappings('1.000001', isoDate('2025-06-30'), replaced)).toEqual([])
    expect(findFormerCodes('1.000002', replaced)).toEqual(
      findCodeMappings('1.000001', isoDate('2025-07-01'), replaced),
    )
  })
  it('finds all the old codes behind a new one, as after the mergers of 2025', () => {
    const mappingOf = (from: string, to: string, effectiveFrom: string) => ({
      from,
      to,
      effectiveFrom,
      basis: 'QĐ',
    })
    const merged: Catalogue = {
      ...emptyCatalogue,
      mappings: [
        mappingOf('1.000001.000.00.00.H10', '1.000001.000.00.00.H99', '2025-07-01'),
        mappingOf('1.000001.000.00.00.H56', '1.000001.000.00.00.H99', '2025-07-01'),
        mappingOf('1.000007.000.00.00.H10', '1.000001.000.00.00.H10', '2023-01-01'),
        mappingOf('1.000008.000.00.00.H10', '1.000001.000.00.00.H10', '2026-01-01'),
      ],
    }
    expect(
      findFormerCodes('1.000001.000.00.00.H99', merged).map(({ from }) => from.slice(0, 8) + from.slice(-4)),
    ).toEqual(['1.000001.H10', '1.000001.H56', '1.000007.H10'])
  })
  it('takes a published record off the concepts', () => {
    const drafted: Catalogue = { ...emptyCatalogue, concepts: [recordOf('1.000001'), recordOf('1.000009')] }
    const published = publishDecision(
      drafted,
      decisionOf('QĐ 1', '2025-01-10', [{ kind: 'new', procedure: recordOf('1.000001') }]),
    )
    expect(published.concepts.map(({ id }) => id)).toEqual(['1.000009'])
  })
})

describe('what it refuses', () => {
  const refusal = (catalogue: Catalogue, decision: Decision): unknown => {
    try {
      return publishDecision(catalogue, decision)
    } catch (error) {
      return error
    }
  }
  it('refuses a new version of what is in force, then or later', () => {
    for (const date of ['2025-01-10', '2026-01-01', '2024-01-01'])
      expect(
        refusal(opened, decisionOf('QĐ 5', date, [{ kind: 'new', procedure: recordOf('1.000001') }])),
      ).toMatchObject({ code: 'catalogue/already-in-force' })
  })
  it('refuses to amend, replace or abolish what is not in force, or from the very day on which it began', () => {
    for (const item of [
      { kind: 'abolished', code: '1.000007' },
      { kind: 'amended', procedure: recordOf('1.000007') },
      { kind: 'replaced', procedure: recordOf('1.000008'), replaces: ['1.000007'] },
    ] as const)
      expect(refusal(opened, decisionOf('QĐ 5', '2026-01-01', [item]))).toMatchObject({
        code: 'catalogue/not-in-force',
      })
    expect(
      refusal(opened, decisionOf('QĐ 5', '2025-01-10', [{ kind: 'abolished', code: '1.000001' }])),
    ).toMatchObject({ code: 'catalogue/not-in-force' })
  })
  it('refuses the same decision twice and a record without a code', () => {
    expect(
      refusal(opened, decisionOf('QĐ 1', '2025-01-10', [{ kind: 'new', procedure: recordOf('1.000002') }])),
    ).toMatchObject({ code: 'catalogue/decision-known' })
    const { code: _code, ...nameless } = recordOf('1.000003')
    expect(
      refusal(opened, decisionOf('QĐ 6', '2026-01-10', [{ kind: 'new', procedure: nameless }])),
    ).toMatchObject({ code: 'catalogue/no-code' })
  })
})

describe('edges', () => {
  it('never makes ranges that overlap, whatever is decided', () => {
    const step = fc.record({
      kind: fc.constantFrom('new' as const, 'amended' as const, 'abolished' as const),
      code: fc.constantFrom('1.000001', '1.000002'),
      day: fc.integer({ min: 0, max: 40 }),
    })
    fc.assert(
      fc.property(fc.array(step, { maxLength: 25 }), (steps) => {
        let catalogue: Catalogue = emptyCatalogue
        steps.forEach(({ kind, code, day }, index) => {
          const item = kind === 'abolished' ? { kind, code } : { kind, procedure: recordOf(code) }
          try {
            catalogue = publishDecision(
              catalogue,
              decisionOf(`QĐ ${index}`, addDays(isoDate('2026-01-01'), day), [item]),
            )
          } catch (error) {
            expect(error).toMatchObject({ name: 'MotcuaError' })
          }
        })
        expect(checkCatalogue(catalogue)).toEqual([])
        for (let day = 0; day <= 40; day += 1) {
          const inForce = findProceduresOn(addDays(isoDate('2026-01-01'), day), { catalogue })
          expect(new Set(inForce.map(({ procedure }) => procedure.code)).size).toBe(inForce.length)
        }
      }),
      { numRuns: 60 },
    )
  })
  it('says of a foreign catalogue what overlaps, runs backwards or stands on nothing', () => {
    const version = opened.versions[0]
    if (version === undefined) throw new Error('the catalogue of the test is empty')
    const findings = checkCatalogue({
      ...opened,
      versions: [
        version,
        { ...version, validFrom: '2025-05-01', validTo: '2025-04-01' },
        { ...version, validFrom: '2020-01-01', validTo: '2020-12-31', decision: 'QĐ 99' },
      ],
      mappings: [{ from: '1.000005', to: '1.000006', effectiveFrom: '2025-01-01', basis: 'QĐ 1' }],
    })
    expect(findings.map(({ code }) => code).sort()).toEqual([
      'catalogue/mapping-to-unknown',
      'catalogue/overlap',
      'catalogue/range-reversed',
      'catalogue/unknown-decision',
    ])
  })
  it('stops at a circle of replaced codes', () => {
    const circle: Catalogue = {
      ...emptyCatalogue,
      mappings: [
        { from: '1.000001', to: '1.000002', effectiveFrom: '2025-01-01', basis: 'a' },
        { from: '1.000002', to: '1.000001', effectiveFrom: '2025-01-01', basis: 'b' },
      ],
    }
    expect(findCodeMappings('1.000001', isoDate('2026-01-01'), circle)).toHaveLength(2)
    expect(findFormerCodes('1.000001', circle)).toHaveLength(2)
  })
})

describe('what it must not touch', () => {
  it('leaves the catalogue that was handed in as it was', () => {
    const before = JSON.stringify(opened)
    publishDecision(
      opened,
      decisionOf('QĐ 2', '2026-03-01', [{ kind: 'amended', procedure: recordOf('1.000001', 'Bản sửa') }]),
    )
    expect(JSON.stringify(opened)).toBe(before)
  })
})

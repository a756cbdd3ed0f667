import { checkStepNorms, type Quantity, type StepNorm, type StepNormsInput } from 'motcua/deadline'
import { describe, expect, it } from 'vitest'

const days = (amount: number): Quantity => ({ kind: 'working-days', amount })
const step = (name: string, norm: Quantity, more: Partial<StepNorm> = {}): StepNorm => ({
  step: name,
  norm,
  ...more,
})
const check = (input: StepNormsInput) =>
  checkStepNorms(input).map(({ code, severity, place }) => [code, severity, place])
const term = { kind: 'working-days', amount: 7 } as const

describe('what it gives', () => {
  it('finds nothing where the steps add up to the term', () => {
    expect(check({ term, steps: [step('a', days(2)), step('b', days(5))] })).toEqual([])
  })
  it('finds the steps of 8.5 days under a term of 7 that a province published', () => {
    const steps = [0.5, 1, 0.5, 0.5, 2, 0.5, 2, 1, 0.5].map((amount, index) => step(`${index}`, days(amount)))
    const [finding] = checkStepNorms({ term, steps })
    expect(finding).toMatchObject({
      code: 'deadline/norms-exceed-term',
      severity: 'error',
      facts: { stepDays: 8.5, termDays: 7 },
    })
  })
  it('mentions time that the steps do not use', () => {
    expect(check({ term, steps: [step('a', days(5))] })).toEqual([
      ['deadline/norms-below-term', 'info', 'steps'],
    ])
  })
  it('takes the longest way through parallel steps', () => {
    const steps = [
      step('receive', days(1)),
      step('tax', days(4), { after: ['receive'] }),
      step('land', days(2), { after: ['receive'] }),
      step('sign', days(2), { after: ['tax', 'land'] }),
    ]
    expect(check({ term, steps })).toEqual([])
    expect(checkStepNorms({ term: days(6), steps })[0]?.facts).toMatchObject({
      path: ['receive', 'tax', 'sign'],
    })
  })
  it('compares hours with days by the length of the working day', () => {
    expect(check({ term: days(1), steps: [step('a', { kind: 'working-hours', amount: 8 })] })).toEqual([])
    expect(
      check({ term: days(1), minutesPerDay: 450, steps: [step('a', { kind: 'working-hours', amount: 8 })] }),
    ).toEqual([['deadline/norms-exceed-term', 'error', 'steps']])
  })
  it('warns of steps in days under a term in working days', () => {
    expect(check({ term: days(1), steps: [step('a', { kind: 'calendar-days', amount: 1 })] })).toEqual([
      ['deadline/norm-unit-differs', 'warning', 'steps[0]'],
    ])
  })
  it('holds each agency and leg to its budget', () => {
    const steps = [
      step('a', days(3), { agency: 'tax', leg: 'duties' }),
      step('b', days(3), { agency: 'tax' }),
      step('c', days(1)),
    ]
    const budgets = [
      { kind: 'agency', key: 'tax', norm: days(5) },
      { kind: 'leg', key: 'duties', norm: days(3) },
    ] as const
    expect(check({ term, steps, budgets })).toEqual([['deadline/budget-exceeded', 'error', 'budgets[0]']])
  })
})

describe('what it refuses', () => {
  it('reports a step that waits for a missing one, and steps that wait in a circle', () => {
    expect(check({ term: days(1), steps: [step('a', days(1), { after: ['z'] })] })).toEqual([
      ['deadline/unknown-step', 'error', 'steps[0]'],
    ])
    const circle = [step('a', days(1), { after: ['b'] }), step('b', days(1), { after: ['a'] })]
    expect(check({ term: days(2), steps: circle })).toEqual([['deadline/step-cycle', 'error', 'steps']])
  })
  it('does not compare steps with months, or with a procedure without a term', () => {
    expect(check({ term: { kind: 'months', amount: 1 }, steps: [step('a', days(1))] })).toEqual([
      ['deadline/norm-not-comparable', 'info', 'term'],
    ])
    expect(check({ term: { kind: 'none' }, steps: [] })).toEqual([
      ['deadline/norm-not-comparable', 'info', 'term'],
    ])
  })
})

describe('edges', () => {
  it('compares a same-day term with one working day', () => {
    expect(
      check({ term: { kind: 'same-day' }, steps: [step('a', days(0.5)), step('b', days(0.75))] }),
    ).toEqual([['deadline/norms-exceed-term', 'error', 'steps']])
  })
})

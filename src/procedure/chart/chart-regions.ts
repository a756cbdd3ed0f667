/**
 * The regions beside the handling: clock, payment, digitisation, post, consultations and legs.
 *
 * @module
 */
import type { Check, Permit } from '../case/permit.ts'
import type { CommandType } from '../commands.ts'
import { commandTable } from '../commands.ts'
import type { Consultation, Leg, ProcessDefinition } from '../definition.ts'
import type { ChartNode, ChartTransition } from './chart-node.ts'
import { pauseStates, signals } from './chart-node.ts'

/** What an arrow of a command adds to its roles. */
export interface ArrowOptions {
  readonly to?: string
  readonly checks?: readonly Check[]
  readonly signals?: readonly (keyof typeof signals)[]
  readonly roles?: readonly string[]
  readonly unitId?: string | undefined
  readonly reenter?: true
}

/** Makes the arrow of one command, with the roles of the definition or of the table. */
export function arrow(
  definition: ProcessDefinition,
  command: CommandType,
  options: ArrowOptions = {},
): ChartTransition {
  const params: Permit = {
    command,
    roles: definition.permissions?.[command] ?? options.roles ?? commandTable[command].roles,
    ...(options.unitId === undefined ? {} : { unitId: options.unitId }),
    checks: options.checks ?? [],
  }
  return {
    ...(options.to === undefined ? {} : { target: `#${options.to}` }),
    guard: { type: 'isPermitted', params },
    actions: ['record', ...(options.signals ?? [])],
    ...(options.reenter ? { reenter: true } : {}),
  }
}

/** An arrow taken on a signal. */
function follow(target: string): readonly ChartTransition[] {
  return [{ target: `#${target}` }]
}

/** The clock: whether the term runs, and why it stands still. Dates are data; there is no timer in the chart. */
export function clockRegion(): ChartNode {
  const reasons = Object.values(pauseStates)
  const pausing = reasons.map(({ state, signal }) => [signals[signal], follow(`clock.paused.${state}`)])
  return {
    id: 'clock',
    initial: 'idle',
    states: {
      idle: {
        on: { [signals.startClock]: follow('clock.running'), [signals.stopClock]: follow('clock.stopped') },
      },
      running: { on: { ...Object.fromEntries(pausing), [signals.stopClock]: follow('clock.stopped') } },
      paused: {
        initial: 'supplement',
        states: Object.fromEntries(reasons.map(({ state }) => [state, {}])),
        on: { [signals.resumeClock]: follow('clock.running'), [signals.stopClock]: follow('clock.stopped') },
      },
      stopped: { type: 'final' },
    },
  }
}

/** What was asked for and paid; several payments may be open at once, the state says whether any is. */
export function paymentRegion(definition: ProcessDefinition): ChartNode {
  const request = arrow(definition, 'payment.request', {
    to: 'payment.requested',
    checks: [{ name: 'isOpen' }, { name: 'isNewPayment' }],
  })
  const refund = arrow(definition, 'payment.refund', {
    to: 'payment.refunded',
    checks: [{ name: 'isRefundable' }],
  })
  return {
    id: 'payment',
    initial: 'none',
    states: {
      none: { on: { 'payment.request': [request] } },
      requested: {
        on: {
          'payment.request': [request],
          'payment.record': [
            arrow(definition, 'payment.record', {
              to: 'payment.paid',
              checks: [{ name: 'isPaymentOpen' }, { name: 'isLastPayment' }],
            }),
            arrow(definition, 'payment.record', { checks: [{ name: 'isPaymentOpen' }] }),
          ],
        },
      },
      paid: { on: { 'payment.request': [request], 'payment.refund': [refund] } },
      refunded: { on: { 'payment.request': [request], 'payment.refund': [refund] } },
    },
  }
}

const momentsAt = {
  reception: ['reception'],
  settlement: ['reception', 'settlement', 'result'],
  result: ['settlement', 'result', 'archive'],
  archive: ['result', 'archive'],
} as const

/** Digitisation by moment: look up the store, reuse or scan and sign (NĐ 107/2021 art. 1 cl. 11). */
export function digitisationRegion(definition: ProcessDefinition): ChartNode {
  const at = (moment: keyof typeof momentsAt): Record<string, readonly ChartTransition[]> => {
    const isMoment: Check = { name: 'isMoment', value: momentsAt[moment].join(' ') }
    return {
      'paper.look-up': [arrow(definition, 'paper.look-up', { checks: [isMoment] })],
      'paper.reuse': [arrow(definition, 'paper.reuse', { checks: [isMoment, { name: 'isFound' }] })],
      'paper.digitise': [
        arrow(definition, 'paper.digitise', {
          checks: [isMoment, { name: 'isLookedUp' }, { name: 'isCopySigned' }],
        }),
      ],
    }
  }
  const close = { [signals.closeDigitisation]: follow('digitisation.closed') }
  const conclude = { [signals.concludeResult]: follow('digitisation.result') }
  return {
    id: 'digitisation',
    initial: 'reception',
    states: {
      reception: {
        on: {
          ...at('reception'),
          [signals.beginSettlement]: follow('digitisation.settlement'),
          ...conclude,
          ...close,
        },
      },
      settlement: { on: { ...at('settlement'), ...conclude, ...close } },
      result: { on: { ...at('result'), [signals.beginArchiving]: follow('digitisation.archive'), ...close } },
      archive: { on: { ...at('archive'), ...close } },
      closed: { type: 'final' },
    },
  }
}

/** Sending by public post, in and out. */
export function postRegion(definition: ProcessDefinition): ChartNode {
  const send = (direction: 'in' | 'out', to: string) =>
    arrow(definition, 'post.send', {
      to,
      checks: [{ name: 'isOpen' }, { name: 'isDirection', value: direction }],
    })
  const sending = { 'post.send': [send('in', 'post.in'), send('out', 'post.out')] }
  return {
    id: 'post',
    initial: 'none',
    states: { none: { on: sending }, in: { on: sending }, out: { on: sending } },
  }
}

/** One consultation: not asked, waiting, answered; it may be asked again. */
function consultationNode(definition: ProcessDefinition, { id, pausesClock }: Consultation): ChartNode {
  const checks: Check[] = [{ name: 'isConsultation', value: id }, { name: 'isSettling' }]
  const request = arrow(definition, 'consultation.request', {
    to: `consultation.${id}.awaiting`,
    checks: pausesClock ? [...checks, { name: 'isClockRunning' }] : checks,
    signals: pausesClock ? ['pauseForOutsideOpinion'] : [],
  })
  const answer = (isResuming: boolean): ChartTransition =>
    arrow(definition, 'consultation.answer', {
      to: `consultation.${id}.answered`,
      checks: [
        { name: 'isConsultation', value: id },
        ...(isResuming ? [{ name: 'isPausedForConsultation', value: id } as const] : []),
      ],
      signals: isResuming ? ['resumeClock'] : [],
    })
  return {
    initial: 'none',
    states: {
      none: { on: { 'consultation.request': [request] } },
      awaiting: {
        on: { 'consultation.answer': pausesClock ? [answer(true), answer(false)] : [answer(false)] },
      },
      answered: { on: { 'consultation.request': [request] } },
    },
  }
}

/** All consultations side by side. */
export function consultationRegion(
  definition: ProcessDefinition,
  consultations: readonly Consultation[],
): ChartNode {
  return {
    id: 'consultation',
    type: 'parallel',
    states: Object.fromEntries(consultations.map((one) => [one.id, consultationNode(definition, one)])),
  }
}

/** One leg: its failure undoes nothing, and it may be started again. */
function legNode(definition: ProcessDefinition, { id }: Leg): ChartNode {
  const isLeg: Check = { name: 'isLeg', value: id }
  const start = arrow(definition, 'leg.start', {
    to: `legs.${id}.started`,
    checks: [isLeg, { name: 'isSettling' }, { name: 'isLegReady', value: id }],
  })
  const finish = (outcome: string) =>
    arrow(definition, 'leg.finish', {
      to: `legs.${id}.${outcome}`,
      checks: [isLeg, { name: 'isLegOutcome', value: outcome }],
    })
  return {
    initial: 'waiting',
    states: {
      waiting: { on: { 'leg.start': [start] } },
      started: { on: { 'leg.finish': [finish('done'), finish('refused'), finish('failed')] } },
      done: { type: 'final' },
      refused: { type: 'final' },
      failed: { on: { 'leg.start': [start] } },
    },
  }
}

/** All legs of an interlinked procedure side by side. */
export function legsRegion(definition: ProcessDefinition, legs: readonly Leg[]): ChartNode {
  return {
    id: 'legs',
    type: 'parallel',
    states: Object.fromEntries(legs.map((leg) => [leg.id, legNode(definition, leg)])),
  }
}

/**
 * What a random walk expects of a case after each event: a plain account of its own, kept from the events alone.
 */
import type { UnsealedEvent } from '../../src/dossier/history/index.ts'

/** What is expected of a case. */
export interface Expected {
  readonly phase: 'filing' | 'settling' | 'concluded' | 'closed'
  readonly status: number
  readonly clock: string
  readonly pausedFor: string | undefined
  /** The consultation for which the clock stands still. */
  readonly pausedBy: string | undefined
  readonly isForwarded: boolean
  /** Whether an officer set the promise. */
  readonly isByHand: boolean
  /** The promise that an officer set: pauses and extensions only move it later. */
  readonly floorAt: string
  /** Signings under the result as it is worked on now. */
  readonly signed: readonly string[]
}

/** Before anything happened. */
export const nothingYet: Expected = {
  phase: 'filing',
  status: 1,
  clock: 'clock.idle',
  pausedFor: undefined,
  pausedBy: undefined,
  isForwarded: false,
  isByHand: false,
  floorAt: '',
  signed: [],
}

const pausedStates: Readonly<Record<string, string>> = {
  supplement: 'supplement',
  'financial-duty': 'financialDuty',
  'outside-opinion': 'outsideOpinion',
  inspection: 'inspection',
  'force-majeure': 'forceMajeure',
}

function running(expected: Expected): Expected {
  return {
    ...expected,
    pausedFor: undefined,
    pausedBy: undefined,
    clock: 'clock.running',
    status: expected.isForwarded ? 4 : 2,
  }
}

function paused(expected: Expected, reason: string, by?: string): Expected {
  const status = reason === 'supplement' ? 5 : reason === 'financial-duty' ? 6 : expected.status
  return {
    ...expected,
    pausedFor: reason,
    pausedBy: by,
    clock: `clock.paused.${pausedStates[reason]}`,
    status,
  }
}

function over(expected: Expected, phase: 'concluded' | 'closed', status: number): Expected {
  return { ...expected, phase, status, pausedFor: undefined, pausedBy: undefined, clock: 'clock.stopped' }
}

/** What follows from one more event. */
export function expectNext(expected: Expected, event: UnsealedEvent): Expected {
  switch (event.type) {
    case 'dossier.received':
      return running({ ...expected, phase: 'settling' })
    case 'dossier.forwarded':
      return running({ ...expected, isForwarded: true })
    case 'supplement.requested':
      return paused(expected, 'supplement')
    case 'duty.imposed':
      return paused(expected, 'financial-duty')
    case 'clock.paused':
      return paused(expected, event.data.reason)
    case 'consultation.requested':
      return event.data.pausesClock ? paused(expected, 'outside-opinion', event.data.consultation) : expected
    case 'consultation.answered':
      return expected.pausedBy === event.data.consultation ? running(expected) : expected
    case 'supplement.answered': {
      const isBack = event.data.states.some((path) => path.startsWith('handling.'))
      return running(isBack ? { ...expected, isForwarded: true, signed: [] } : expected)
    }
    case 'duty.settled':
    case 'clock.resumed':
      return running(expected)
    case 'appointment.set': {
      const { cause } = event.data
      if (cause === 'received' || cause === 'restarted') return { ...expected, isByHand: false }
      const isSet = cause === 're-appointed' || cause === 'corrected'
      return isSet ? { ...expected, isByHand: true, floorAt: event.data.dueAt } : expected
    }
    case 'case.corrected': {
      if (event.data.what !== 'step') return expected
      const status = expected.pausedFor === undefined || expected.status === 2 ? 4 : expected.status
      return { ...expected, isForwarded: true, signed: [], status }
    }
    case 'step.returned':
      return { ...expected, signed: [] }
    case 'result.signed':
      return { ...expected, signed: [...expected.signed, event.data.signing] }
    case 'dossier.refused':
      return over(expected, 'closed', 3)
    case 'case.withdrawn':
      return over(expected, 'closed', 7)
    case 'case.stopped':
    case 'supplement.expired':
      return over(expected, 'closed', 8)
    case 'case.rejected':
    case 'result.issued':
      return over(expected, 'concluded', 9)
    case 'result.handed':
      return { ...expected, status: 10 }
    case 'case.archived':
      return { ...expected, phase: 'closed' }
    default:
      return expected
  }
}

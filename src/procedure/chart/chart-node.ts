/**
 * The statechart as JSON: what XState reads, what the tables are compiled from, what is drawn and published.
 *
 * @module
 */
import type { Permit } from '../case/permit.ts'

/** One arrow. Signals (`internal.…`) are raised by actions and carry no guard. */
export interface ChartTransition {
  readonly target?: string
  readonly guard?: { readonly type: 'isPermitted'; readonly params: Permit }
  readonly actions?: readonly string[]
  readonly reenter?: true
}

/** One state. */
export interface ChartNode {
  readonly id?: string
  readonly type?: 'parallel' | 'final'
  readonly initial?: string
  readonly states?: Readonly<Record<string, ChartNode>>
  readonly on?: Readonly<Record<string, readonly ChartTransition[]>>
  readonly onDone?: ChartTransition
  readonly description?: string
}

/** The whole chart; `context` is a literal, so that the chart survives being written as JSON. */
export interface Chart extends ChartNode {
  readonly id: string
  readonly version: string
  readonly type: 'parallel'
  readonly context: Readonly<Record<string, unknown>>
  readonly states: Readonly<Record<string, ChartNode>>
}

/** The signals by which the handling region moves the others; nobody outside sends them. */
export const signals = {
  startClock: 'internal.startClock',
  pauseForSupplement: 'internal.pauseForSupplement',
  pauseForFinancialDuty: 'internal.pauseForFinancialDuty',
  pauseForOutsideOpinion: 'internal.pauseForOutsideOpinion',
  pauseForInspection: 'internal.pauseForInspection',
  pauseForForceMajeure: 'internal.pauseForForceMajeure',
  resumeClock: 'internal.resumeClock',
  stopClock: 'internal.stopClock',
  beginSettlement: 'internal.beginSettlement',
  concludeResult: 'internal.concludeResult',
  beginArchiving: 'internal.beginArchiving',
  closeDigitisation: 'internal.closeDigitisation',
} as const

/** An action that raises the signal of the same name. */
export type SignalName = keyof typeof signals

/** Tells whether the name of an action is that of a signal. */
export function isSignalName(action: string): action is SignalName {
  return Object.hasOwn(signals, action)
}

/** The pause reasons, the state that each enters and the signal that enters it. */
export const pauseStates = {
  supplement: { state: 'supplement', signal: 'pauseForSupplement' },
  'financial-duty': { state: 'financialDuty', signal: 'pauseForFinancialDuty' },
  'outside-opinion': { state: 'outsideOpinion', signal: 'pauseForOutsideOpinion' },
  inspection: { state: 'inspection', signal: 'pauseForInspection' },
  'force-majeure': { state: 'forceMajeure', signal: 'pauseForForceMajeure' },
} as const satisfies Record<string, { state: string; signal: SignalName }>

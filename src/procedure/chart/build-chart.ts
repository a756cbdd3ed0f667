/**
 * Builds the statechart of a definition: the handling of the case, with the regions beside it.
 *
 * There is one guard (`isPermitted`, its checks named in its parameters), actions are names, there is no
 * `after` and no wildcard. A command belongs to one region; that region moves the others by signals.
 *
 * @module
 */

import { type DefinitionPin, unopenedCase } from '../case/facts.ts'
import type { Check } from '../case/permit.ts'
import type { CommandType } from '../commands.ts'
import { localizeLabel, type ProcessDefinition } from '../definition.ts'
import type { Chart, ChartNode, ChartTransition } from './chart-node.ts'
import { pauseStates } from './chart-node.ts'
import {
  arrow,
  clockRegion,
  consultationRegion,
  digitisationRegion,
  legsRegion,
  paymentRegion,
  postRegion,
} from './chart-regions.ts'
import { type Arrows, backArrows, isNotPaused, signatureChecks, stepsNode } from './chart-steps.ts'
import { planSteps, READY, type StepPlan } from './step-plan.ts'

const HANDED = 'handling.returned'

/** A check that a digitisation moment is covered, where the definition blocks on it. */
function momentChecks(definition: ProcessDefinition, moment: string): readonly Check[] {
  const { digitisation } = definition
  const isNeeded = digitisation?.isBlocking && digitisation.moments.some((one) => one === moment)
  return isNeeded ? [{ name: 'isMomentCovered', value: moment }] : []
}

/** Leaving an unfinished case: withdrawal at any time, stopping and refusing once it is being settled. */
function endings(definition: ProcessDefinition): Arrows {
  const stopping = { signals: ['stopClock', 'closeDigitisation'] } as const
  return {
    'case.withdraw': [arrow(definition, 'case.withdraw', { to: 'handling.withdrawn', ...stopping })],
    'case.stop': [arrow(definition, 'case.stop', { to: 'handling.stopped', ...stopping })],
  }
}

/** What may happen to the term while the case is being settled. */
function termArrows(definition: ProcessDefinition): Arrows {
  const isRunning: Check = { name: 'isClockRunning' }
  const inForce = Object.entries(pauseStates).filter(([reason]) => reason !== 'supplement')
  const byOfficer = inForce.filter(([reason]) => reason !== 'financial-duty')
  return {
    'duty.impose': [
      arrow(definition, 'duty.impose', { checks: [isRunning], signals: ['pauseForFinancialDuty'] }),
    ],
    'duty.settle': [
      arrow(definition, 'duty.settle', {
        checks: [{ name: 'isPausedFor', value: 'financial-duty' }],
        signals: ['resumeClock'],
      }),
    ],
    'clock.pause': byOfficer.map(([reason, { signal }]) =>
      arrow(definition, 'clock.pause', {
        checks: [isRunning, { name: 'isReason', value: reason }],
        signals: [signal],
      }),
    ),
    'clock.resume': byOfficer.map(([reason]) =>
      arrow(definition, 'clock.resume', {
        checks: [
          { name: 'isPausedFor', value: reason },
          { name: 'isReason', value: reason },
        ],
        signals: ['resumeClock'],
      }),
    ),
    'term.extend': [arrow(definition, 'term.extend', { checks: [{ name: 'hasExtension' }] })],
    'appointment.re-appoint': [
      arrow(definition, 'appointment.re-appoint', {
        checks: [isRunning, { name: 'hasReappointment' }, { name: 'isLaterPromise' }],
      }),
    ],
  }
}

/** Asking for papers after reception: the clock stands still; the answer goes on or begins anew. */
function supplementArrows(definition: ProcessDefinition, plan: StepPlan): Arrows {
  const isRestart: Check = { name: 'isRestarting' }
  const paused: Check = { name: 'isPausedFor', value: 'supplement' }
  const answer = (checks: readonly Check[], to?: string): ChartTransition =>
    arrow(definition, 'supplement.answer', {
      checks,
      // A dossier that was never forwarded is at the first step now: its settlement begins.
      signals: to === undefined ? ['resumeClock'] : ['resumeClock', 'beginSettlement'],
      ...(to === undefined ? {} : { to, reenter: true }),
    })
  return {
    'supplement.request': [
      arrow(definition, 'supplement.request', {
        checks: [{ name: 'isClockRunning' }, { name: 'hasSupplementRound' }],
        signals: ['pauseForSupplement'],
      }),
    ],
    'supplement.answer': [answer([paused, isRestart], plan.firstTarget), answer([paused])],
    'supplement.expire': [
      arrow(definition, 'supplement.expire', {
        to: 'handling.stopped',
        checks: [paused, { name: 'isAnswerOverdue' }],
        signals: ['stopClock', 'closeDigitisation'],
      }),
    ],
  }
}

/** Moving the case by order: audited, to any step of the main line. */
function correctionArrows(definition: ProcessDefinition, plan: StepPlan): Arrows {
  const targets = plan.steps.filter(
    ({ block, kind }) => block === undefined && kind !== 'intake' && kind !== 'return',
  )
  return {
    'case.correct': targets.map(({ id, path }) =>
      arrow(definition, 'case.correct', {
        to: path,
        checks: [
          { name: 'isCorrectionOf', value: 'step' },
          { name: 'isCorrectionTo', value: id },
        ],
        signals: ['beginSettlement'],
        reenter: true,
      }),
    ),
  }
}

/** Everything that may happen at any step. */
function openArrows(definition: ProcessDefinition, plan: StepPlan): Arrows {
  return {
    ...endings(definition),
    ...termArrows(definition),
    ...supplementArrows(definition, plan),
    ...correctionArrows(definition, plan),
    'step.assign': [arrow(definition, 'step.assign', { checks: [{ name: 'isStepActive' }] })],
  }
}

/** From draft to reception. */
function intakeStates(definition: ProcessDefinition): Record<string, ChartNode> {
  const edit = { 'dossier.edit': [arrow(definition, 'dossier.edit')] }
  const { 'case.withdraw': withdraw } = endings(definition)
  const leave: Arrows = { 'case.withdraw': withdraw ?? [] }
  const paid: readonly Check[] = definition.payment?.dueBefore === 'reception' ? [{ name: 'isPaid' }] : []
  const receive = arrow(definition, 'dossier.receive', {
    to: 'handling.received',
    checks: paid,
    signals: ['startClock'],
  })
  const refuse = arrow(definition, 'dossier.refuse', {
    to: 'handling.refused',
    signals: ['stopClock', 'closeDigitisation'],
  })
  const request = arrow(definition, 'intake-supplement.request', {
    to: 'handling.awaitingIntakeSupplement',
    checks: [{ name: 'hasIntakeRound' }],
  })
  return {
    draft: {
      on: { ...edit, 'dossier.submit': [arrow(definition, 'dossier.submit', { to: 'handling.submitted' })] },
    },
    submitted: {
      on: {
        ...edit,
        ...leave,
        'intake.begin': [arrow(definition, 'intake.begin', { to: 'handling.checking' })],
      },
    },
    checking: {
      on: {
        ...leave,
        'dossier.receive': [receive],
        'dossier.refuse': [refuse],
        'intake-supplement.request': [request],
      },
    },
    awaitingIntakeSupplement: {
      on: {
        ...edit,
        ...leave,
        'dossier.refuse': [refuse],
        'intake-supplement.answer': [
          arrow(definition, 'intake-supplement.answer', { to: 'handling.checking' }),
        ],
      },
    },
    refused: { type: 'final' },
  }
}

/** Numbering, sealing, issuing and waiting for the applicant. */
function resultNode(definition: ProcessDefinition, plan: StepPlan): ChartNode {
  const issue = plan.steps.find(({ kind }) => kind === 'issue')
  const roles = issue ? { roles: [issue.step.role], unitId: issue.step.unitId } : {}
  const seal: readonly Check[] = issue?.step.signs ? [{ name: 'isSigned', value: issue.id }] : []
  const legs: readonly Check[] = definition.legs ? [{ name: 'areLegsFinished' }] : []
  const paid: readonly Check[] = definition.payment?.dueBefore === 'result' ? [{ name: 'isPaid' }] : []
  const isNumbered: Check = { name: 'isNumbered' }
  const sign = issue?.step.signs
    ? {
        'result.sign': [
          arrow(definition, 'result.sign', {
            ...roles,
            checks: [
              { name: 'isSigning', value: issue.id },
              isNumbered,
              isNotPaused,
              ...signatureChecks(issue.step),
            ],
          }),
        ],
      }
    : {}
  return {
    initial: 'issuing',
    states: {
      issuing: {
        description: issue ? localizeLabel(issue.step.task).vi : 'Phát hành kết quả',
        on: {
          ...openArrows(definition, plan),
          ...(issue ? backArrows(definition, plan, issue) : {}),
          ...sign,
          'result.number': [
            arrow(definition, 'result.number', {
              ...roles,
              checks: [{ name: 'isNotNumbered' }, isNotPaused],
            }),
          ],
          'result.issue': [
            arrow(definition, 'result.issue', {
              ...roles,
              to: READY,
              checks: [isNumbered, ...seal, ...legs, isNotPaused, ...momentChecks(definition, 'settlement')],
              signals: ['stopClock', 'concludeResult'],
            }),
          ],
        },
      },
      ready: {
        description: 'Chờ trả kết quả',
        on: {
          'result.register': [arrow(definition, 'result.register')],
          'result.hand': [handArrow(definition, [...paid, ...momentChecks(definition, 'result')])],
        },
      },
    },
  }
}

/** Handing over, from a ready result or a refusal after processing. */
function handArrow(definition: ProcessDefinition, checks: readonly Check[]): ChartTransition {
  return arrow(definition, 'result.hand', { to: HANDED, checks, signals: ['beginArchiving'] })
}

/** The handling region: from draft to archive. */
function handlingRegion(definition: ProcessDefinition, plan: StepPlan): ChartNode {
  const open = openArrows(definition, plan)
  const reject = arrow(definition, 'case.reject', {
    to: 'handling.rejected',
    checks: [isNotPaused],
    signals: ['stopClock', 'concludeResult'],
  })
  const working: Arrows = {
    ...open,
    'case.reject': [reject],
    'result.draft': [arrow(definition, 'result.draft')],
  }
  const forward = arrow(definition, 'dossier.forward', {
    to: plan.firstTarget,
    checks: [isNotPaused, ...momentChecks(definition, 'reception')],
    signals: ['beginSettlement'],
  })
  const satisfaction = {
    'satisfaction.answer': [arrow(definition, 'satisfaction.answer', { checks: [{ name: 'isConcluded' }] })],
  }
  const registered: readonly Check[] = definition.result?.isRegistered ? [{ name: 'isRegistered' }] : []
  const archive = arrow(definition, 'case.archive', {
    to: 'handling.archived',
    checks: [...registered, ...momentChecks(definition, 'archive')],
    signals: ['closeDigitisation'],
  })
  // Before the dossier is received nothing was promised that could be corrected.
  const corrections = (['appointment', 'data'] as const).map((what) =>
    arrow(definition, 'case.correct', {
      checks: [
        { name: 'isCorrectionOf', value: what },
        { name: 'isOpen' },
        ...(what === 'appointment' ? [{ name: 'isReceived' } as const] : []),
      ],
    }),
  )
  return {
    id: 'handling',
    initial: 'draft',
    on: { 'case.correct': corrections, ...satisfaction },
    states: {
      ...intakeStates(definition),
      received: { on: { ...open, 'dossier.forward': [forward] } },
      ...stepsNode(definition, plan, { name: 'processing', extra: working }),
      ...stepsNode(definition, plan, { name: 'signing', extra: working }),
      result: resultNode(definition, plan),
      rejected: { on: { 'result.hand': [handArrow(definition, [])] } },
      returned: {
        on: {
          'result.register': [arrow(definition, 'result.register')],
          'case.archive': [archive],
        },
      },
      archived: { type: 'final' },
      withdrawn: { type: 'final' },
      stopped: { type: 'final' },
    },
  }
}

/** Paths of the leaves entered at the start. */
function initialPaths(states: Readonly<Record<string, ChartNode>>, prefix = ''): readonly string[] {
  return Object.entries(states).flatMap(([name, node]) => {
    const path = `${prefix}${name}`
    if (node.states === undefined) return [path]
    const { initial = '' } = node
    const first = node.states[initial]
    const entered = node.type === 'parallel' || first === undefined ? node.states : { [initial]: first }
    return initialPaths(entered, `${path}.`)
  })
}

/**
 * Builds the chart of a definition, as JSON that `createMachine` takes.
 *
 * The definition must have passed `defineProcess`: targets are not checked again here.
 */
export function buildChart(definition: ProcessDefinition, pin: DefinitionPin): Chart {
  const plan = planSteps(definition)
  const anyTime: readonly CommandType[] = [
    'note.add',
    'authority.delegate',
    'authority.revoke',
    'deadline.warn',
  ]
  const checks: Record<string, readonly Check[]> = {
    'authority.revoke': [{ name: 'isDelegation' }],
    'deadline.warn': [{ name: 'isWarningDue' }],
  }
  const states = {
    handling: handlingRegion(definition, plan),
    clock: clockRegion(),
    payment: paymentRegion(definition),
    digitisation: digitisationRegion(definition),
    ...(definition.usesPost ? { post: postRegion(definition) } : {}),
    ...(definition.consultations
      ? { consultation: consultationRegion(definition, definition.consultations) }
      : {}),
    ...(definition.legs ? { legs: legsRegion(definition, definition.legs) } : {}),
  }
  return {
    id: definition.id,
    version: definition.version,
    type: 'parallel',
    context: { ...unopenedCase(pin), configuration: initialPaths(states) },
    on: Object.fromEntries(
      anyTime.map((command) => [command, [arrow(definition, command, { checks: checks[command] ?? [] })]]),
    ),
    states,
  }
}

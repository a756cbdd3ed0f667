/**
 * What a case remembers beside its configuration: the facts that guards, clocks and screens ask for.
 *
 * Everything here comes from events, so that a replay gives it back byte for byte. It is the context of the
 * statechart, and its start is a literal.
 *
 * @module
 */
import type { Instant, IsoDate } from '../../date.ts'
import type { PauseReason, TermExtension } from '../../deadline/index.ts'
import type { CaseHeader } from '../../dossier/history/index.ts'
import type { AppointmentCause, NationalStatus } from '../../dossier/index.ts'

/** A step that is being worked on. */
export interface ActiveStep {
  readonly enteredAt: Instant
  readonly assignee?: string
  readonly support?: readonly string[]
}

/** A stretch in which the term stood still; open while `toAt` is absent. */
export interface Standstill {
  readonly fromAt: Instant
  readonly toAt?: Instant
  readonly reason: PauseReason
}

/** The right to act for somebody, between two days (ủy quyền, thay mặt, ký thay, thừa lệnh). */
export interface Delegation {
  readonly delegation: string
  readonly from: string
  readonly to: string
  readonly validFrom: IsoDate
  readonly validTo: IsoDate
  /** Roles or commands that it covers. */
  readonly scope: readonly string[]
}

/** The promise to the applicant in force, with the first one beside it. */
export interface Promised {
  readonly dueAt: Instant
  readonly firstDueAt: Instant
  readonly cause: AppointmentCause
  /** Whether an officer set it: pauses and extensions then move it, and the term no longer gives it. */
  readonly isByHand?: true
}

/** The facts of a case. */
export interface CaseFacts {
  /** Before reception, while it is settled, after the result, and over. */
  readonly phase: 'filing' | 'settling' | 'concluded' | 'closed'
  /** Since when an online dossier waits for the counter's first answer; absent once it is answered. */
  readonly unansweredSince?: Instant | undefined
  readonly dossierCode?: string | undefined
  readonly receivedAt?: Instant | undefined
  /** Start of the term: reception, or the answer from which it was counted anew. */
  readonly countedFrom?: Instant | undefined
  readonly receivedBy?: string | undefined
  readonly settledBy?: string | undefined
  readonly processedAt?: Instant | undefined
  readonly returnedAt?: Instant | undefined
  readonly appointment?: Promised | undefined
  readonly standstills: readonly Standstill[]
  readonly pausedFor?: PauseReason | undefined
  /** Consultation for which the clock stands. */
  readonly pausedBy?: string | undefined
  readonly extensions: readonly TermExtension[]
  readonly reappointments: number
  readonly intakeRounds: number
  readonly rounds: number
  /** Moment after which an unanswered request for papers has run out. */
  readonly answerBy?: Instant | undefined
  readonly steps: Readonly<Record<string, ActiveStep>>
  readonly completed: readonly string[]
  /** The step completed last, while the next one has not been acted on. */
  readonly recall?: { readonly step: string; readonly by: string } | undefined
  readonly delegations: readonly Delegation[]
  readonly consultations: Readonly<Record<string, Instant>>
  readonly legs: Readonly<Record<string, { readonly dueAt: Instant; readonly outcome?: string }>>
  readonly payments: Readonly<Record<string, 'requested' | 'paid' | 'refunded'>>
  readonly papers: Readonly<Record<string, 'found' | 'absent' | 'reused' | 'digitised'>>
  readonly moments: readonly string[]
  readonly signatures: readonly string[]
  readonly number?: string | undefined
  readonly isRegistered: boolean
  readonly warned: readonly string[]
}

/** The facts of a case of which nothing has happened; the literal context of every chart. */
export const emptyFacts: CaseFacts = {
  phase: 'filing',
  standstills: [],
  extensions: [],
  reappointments: 0,
  intakeRounds: 0,
  rounds: 0,
  steps: {},
  completed: [],
  delegations: [],
  consultations: {},
  legs: {},
  payments: {},
  papers: {},
  moments: [],
  signatures: [],
  isRegistered: false,
  warned: [],
}

/** Which definition a case runs under. */
export interface DefinitionPin {
  readonly id: string
  readonly version: string
  readonly hash: string
}

/**
 * A case as `decide` needs it: plain JSON, made from its events alone.
 *
 * It is pinned to a definition by id, version and content hash; `seq` is the number of its last event.
 */
export interface DossierCase {
  readonly schema: 'motcua/dossier-case@1'
  readonly caseId: string
  readonly seq: number
  readonly header: CaseHeader
  /** The definition it runs under now; `header.definition` is the one it began with. */
  readonly definition: DefinitionPin
  readonly ruleSet: string
  /** Paths of the active states, in the order of the chart. */
  readonly configuration: readonly string[]
  readonly nationalStatus: NationalStatus
  readonly facts: CaseFacts
  /** Commands that it has taken, so that none acts twice. */
  readonly commandIds: readonly string[]
}

/** A case that nobody has opened yet: the literal context of a chart. */
export function unopenedCase(definition: DefinitionPin): DossierCase {
  return {
    schema: 'motcua/dossier-case@1',
    caseId: 'unopened',
    seq: 0,
    header: {
      procedure: '0.000000',
      definition,
      field: '-',
      level: 'commune',
      agency: 'A00',
      unit: '-',
      channel: 'direct',
      serviceLevel: 'none',
      onlineCapable: false,
      payable: false,
      ruleSet: '-',
    },
    definition,
    ruleSet: '-',
    configuration: [],
    nationalStatus: 1,
    facts: emptyFacts,
    commandIds: [],
  }
}

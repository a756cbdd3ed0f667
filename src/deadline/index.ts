/**
 * Counts how long an office has to answer, explains the count, and keeps the clock of a dossier.
 *
 * Pure: it never asks what time it is. The calendar, the rules and the ledger come from the caller; consumed,
 * remaining and due are always computed, never stored.
 *
 * @module
 */
export {
  type Appointment,
  type AppointmentInput,
  checkAppointment,
  judgeOutcome,
  type OutcomeInput,
  type TermOutcome,
  termOutcomes,
} from './appointment.ts'
export { type BulkContext, type DueDateColumns, findDueDatesEpochMs } from './bulk.ts'
export {
  type ClockInput,
  type ClockPause,
  type ClockReading,
  findNextInstants,
  type NextInstant,
  readClock,
  type WarningLead,
} from './clock.ts'
export { type DueDateInput, type DueMoment, findDueDate, type Pause } from './due-date.ts'
export {
  type AppliedRule,
  computeDueDate,
  type DayEntry,
  type DayReason,
  type DueDate,
  explainDueDate,
} from './explain-due-date.ts'
export {
  addLedgerEntry,
  type ClockContext,
  type ClockPolicy,
  defaultClockPolicy,
  type LedgerDecision,
  type LedgerEntry,
  type LedgerRefusal,
  ledgerRefusals,
  type ResumeMode,
} from './ledger.ts'
export {
  type ChangedDay,
  type DueDateMove,
  type OpenDossier,
  type ReprojectionInput,
  reprojectDueDates,
} from './reproject.ts'
export {
  type CountingRules,
  lawfulRules,
  type PauseReason,
  pauseReasons,
  type RuleName,
  type RuleText,
  ruleTexts,
} from './rules.ts'
export {
  type BudgetReading,
  type InterlinkedLeg,
  type PlannedLeg,
  planLegs,
  readBudgets,
  readStepClock,
  type StepReading,
  type StepVisit,
} from './step-clock.ts'
export { type Budget, checkStepNorms, type StepNorm, type StepNormsInput } from './step-norms.ts'
export {
  type CountedTerm,
  formatTerm,
  type NoTerm,
  type Quantity,
  type SameDayTerm,
  type Term,
  type TermExtension,
  type TermUnit,
  termUnits,
  type UnreadReason,
  type UnreadTerm,
  unreadReasons,
} from './term.ts'
export { parseTerm } from './term-text/parse-term.ts'

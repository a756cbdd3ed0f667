/**
 * The history of a case: its events, the chain that makes tampering visible, and what erasing leaves.
 *
 * An event is a fact with the states it entered and the national status that results; `procedure` decides
 * which events follow a command, `runtime` stores them, `report` counts them. The table of all commands and
 * events is in the page of the contracts.
 *
 * @module
 */
export { CaseDocument } from './case-document.ts'
export {
  Actor,
  Appointment,
  CaseEvent,
  CaseHeader,
  Command,
  type PersonalData,
  type SealableEvent,
  type SealedEvent,
  sealedFields,
  type UnsealedEvent,
} from './case-event.ts'
export { eraseEvent, FIRST_PREV, hashEvent, hashPersonal, type RandomBytes, sealEvents } from './chain.ts'
export { type CaseEventData, type CaseEventType, caseEventData } from './event-data.ts'
export { type HistoryFindingCode, type HistoryKind, historyFindings, verifyHistory } from './verify.ts'

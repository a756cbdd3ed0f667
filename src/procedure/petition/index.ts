/**
 * Feedback and petitions (phản ánh, kiến nghị): their own process with its clocks.
 *
 * @module
 */
export {
  compilePetitions,
  decidePetition,
  type PetitionCase,
  type PetitionClock,
  type PetitionCommand,
  type PetitionDecision,
  type PetitionInstant,
  petitionTerms,
  replayPetition,
} from './decide-petition.ts'
export { type PetitionCommandType, petitionChart, petitionCommands } from './petition-chart.ts'
export {
  type PetitionEvent,
  type PetitionEventType,
  type PetitionOutcome,
  petitionCommandData,
  petitionEventTypes,
  petitionHistory,
} from './petition-events.ts'

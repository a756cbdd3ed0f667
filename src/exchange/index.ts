/**
 * Messages between systems: the national portal, the data-sharing platform of 2026, the store of digitised results.
 *
 * Field names and codes are those of the other side, letter by letter. What was seen in deployed systems and what was
 * only told is said with every list of codes. Nothing is sent from here: a message is a value.
 *
 * @module
 */
export {
  type BuiltPortalDossier,
  buildPortalDossier,
  type PortalCodeOptions,
  writePortalTime,
} from './build-portal-dossier.ts'
export { type CodeCertainty, type CodeList, platformCodes, portalCodes } from './code-lists.ts'
export {
  buildMessageSchema,
  type MessageSchema,
  type MessageSchemaName,
  messageSchemaNames,
} from './json-schema.ts'
export { PlatformInstant } from './leaves.ts'
export {
  PlatformCreated,
  PlatformDossier,
  PlatformFile,
  platformHttpStatuses,
  platformListStatuses,
  platformSteps,
} from './platform-dossier.ts'
export { PortalDossier, PortalProgress } from './portal-dossier.ts'
export {
  addUpdateMark,
  judgePortalReply,
  PortalEnvelope,
  type PortalOutcome,
  PortalReply,
  portalReplyCodes,
  portalServices,
} from './portal-message.ts'
export { PortalProcedure } from './portal-procedure.ts'
export { findResultFiles, ResultFileRequest, ResultStoreReply, ResultStoreRequest } from './result-store.ts'

import * as z from 'zod'
import { labels } from '../dossier/index.ts'
import { PlatformCreated, PlatformDossier, PlatformFile } from './platform-dossier.ts'
import { PortalDossier, PortalProgress } from './portal-dossier.ts'
import { PortalEnvelope, PortalReply } from './portal-message.ts'
import { PortalProcedure } from './portal-procedure.ts'
import { ResultFileRequest, ResultStoreReply, ResultStoreRequest } from './result-store.ts'

/** Every published schema by the name of its file. */
export const schemas = {
  'platform-created': PlatformCreated,
  'platform-dossier': PlatformDossier,
  'platform-file': PlatformFile,
  'portal-dossier': PortalDossier,
  'portal-envelope': PortalEnvelope,
  'portal-procedure': PortalProcedure,
  'portal-progress': PortalProgress,
  'portal-reply': PortalReply,
  'result-file-request': ResultFileRequest,
  'result-store-reply': ResultStoreReply,
  'result-store-request': ResultStoreRequest,
} as const

/** A JSON Schema, as plain data. */
export interface MessageSchema {
  readonly [keyword: string]: unknown
}

/** Name of a published schema of a message: of its file in `schemas/`, and in its `$id`. */
export type MessageSchemaName = keyof typeof schemas

/** The names of the published schemas, in order. */
export const messageSchemaNames = Object.keys(schemas) as readonly MessageSchemaName[]

/** The schemas that others refer to by name; a registry of our own, not zod's global one. */
const named = z
  .registry<{ id: string }>()
  .add(PortalDossier, { id: 'PortalDossier' })
  .add(PortalProgress, { id: 'PortalProgress' })

/**
 * Writes the schema of a message as JSON Schema 2020-12: self-contained, with a stable `$id`.
 *
 * It says all that the zod schema says: a message that passes the one passes the other.
 *
 * @example
 * import { buildMessageSchema } from 'motcua/exchange'
 * buildMessageSchema('portal-dossier').$id // 'urn:motcua:schema:portal-dossier:1'
 */
export function buildMessageSchema(name: MessageSchemaName): MessageSchema {
  const written: MessageSchema = z.toJSONSchema(schemas[name], {
    metadata: named,
    target: 'draft-2020-12',
    override: ({ zodSchema, jsonSchema }) => {
      const words = labels.get(zodSchema)
      if (words !== undefined) Object.assign(jsonSchema, { title: words.vi, description: words.en })
    },
  })
  const {
    $schema,
    $ref,
    $defs = {},
    ...rest
  } = written as MessageSchema & {
    $defs?: Record<string, MessageSchema>
  }
  const own = String($ref).replace('#/$defs/', '')
  const { [own]: top, ...others } = $defs
  const $id = `urn:motcua:schema:${name}:1`
  return { $schema, $id, ...rest, ...top, ...(Object.keys(others).length > 0 ? { $defs: others } : {}) }
}

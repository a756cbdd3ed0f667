/**
 * The process definition as JSON Schema, so that it can be edited, stored and checked outside TypeScript.
 *
 * @module
 */
import * as z from 'zod'
import type { JsonSchema } from '../dossier/json-schema/index.ts'
import {
  Consultation,
  Duration,
  IsoSheet,
  Label,
  Leg,
  LegalTerm,
  Lifecycle,
  ParallelSteps,
  ProcessDefinition,
  Step,
} from './definition.ts'

/** The parts that others refer to by name; a registry of our own, not zod's global one. */
const named = z
  .registry<{ id: string }>()
  .add(Consultation, { id: 'Consultation' })
  .add(Duration, { id: 'Duration' })
  .add(IsoSheet, { id: 'IsoSheet' })
  .add(Label, { id: 'Label' })
  .add(Leg, { id: 'Leg' })
  .add(LegalTerm, { id: 'LegalTerm' })
  .add(Lifecycle, { id: 'Lifecycle' })
  .add(ParallelSteps, { id: 'ParallelSteps' })
  .add(Step, { id: 'Step' })

/**
 * Writes the schema of process definitions as JSON Schema 2020-12: self-contained, with a stable `$id`.
 *
 * It says all that the zod schema says. What `checkDefinition` asks beyond it (targets that exist, an order of
 * steps that leads to the result) no JSON Schema can say.
 *
 * @example
 * import { buildProcessSchema } from 'motcua/procedure'
 * buildProcessSchema().$id // 'urn:motcua:schema:process-definition:1'
 */
export function buildProcessSchema(): JsonSchema {
  const { $schema, ...written }: JsonSchema = z.toJSONSchema(ProcessDefinition, {
    metadata: named,
    target: 'draft-2020-12',
    override: ({ zodSchema, jsonSchema }) => {
      const { description } = z.globalRegistry.get(zodSchema) ?? {}
      if (description !== undefined) jsonSchema.description = description
      // Zod says it of TypeScript's `readonly`; of a document it would mean something else.
      delete jsonSchema.readOnly
    },
  })
  return {
    $schema,
    $id: 'urn:motcua:schema:process-definition:1',
    title: 'motcua/process@1',
    description: 'Quy trình nội bộ (NĐ 61/2018/NĐ-CP; TT 01/2018/TT-VPCP, Điều 8).',
    ...written,
  }
}

/**
 * The published JSON Schemas of the report and of the short verdict, 2020-12, self-contained, with a stable `$id`.
 *
 * @module
 */
import { attackNames, modificationLevels } from '../difference/change.ts'
import { checkNames } from '../finding.ts'
import { subIndications } from '../verdict.ts'

/** A JSON Schema as data. */
export type ReportSchema = Readonly<Record<string, unknown>>

const string: ReportSchema = { type: 'string' }
const count: ReportSchema = { type: 'integer', minimum: 0 }
const boolean: ReportSchema = { type: 'boolean' }
const ref = (name: string): ReportSchema => ({ $ref: `#/$defs/${name}` })
const words = (list: readonly string[]): ReportSchema => ({ type: 'string', enum: list })
const listOf = (items: ReportSchema): ReportSchema => ({ type: 'array', items })
const orNull = (schema: ReportSchema): ReportSchema => ({ anyOf: [schema, { type: 'null' }] })

/** An object with exactly these entries; those whose name ends in `?` may be missing. */
function object(entries: Readonly<Record<string, ReportSchema>>): ReportSchema {
  const names = Object.keys(entries)
  return {
    type: 'object',
    properties: Object.fromEntries(
      Object.entries(entries).map(([name, schema]) => [name.replace('?', ''), schema]),
    ),
    required: names.filter((name) => !name.endsWith('?')),
    additionalProperties: false,
  }
}

const box: ReportSchema = { type: 'array', items: { type: 'number' }, minItems: 4, maxItems: 4 }
const outcome = words(['ok', 'failed', 'warning', 'not-checked'])
const text = object({ vi: string, en: string })

/** What both schemas name. */
const shared = {
  Moment: {
    type: 'string',
    pattern: '^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}\\.\\d{3}\\+07:00$',
    description: 'Thời điểm theo giờ Việt Nam / a moment, Viet Nam time.',
  },
  Indication: words(['TOTAL-PASSED', 'INDETERMINATE', 'TOTAL-FAILED']),
  SubIndication: words(subIndications),
  Level: words(['B-B', 'B-T', 'B-LT', 'B-LTA']),
  Coverage: words(['entire-file', 'entire-revision', 'partial', 'broken']),
  Modification: words(modificationLevels),
  DocMdp: object({ level: { enum: [1, 2, 3, null] }, ok: boolean }),
} as const

/** What is told of the certificate of a signer. */
const certificate = {
  subject: string,
  issuer: string,
  serial: { type: 'string', pattern: '^[0-9a-f]+$' },
  notBefore: ref('Moment'),
  notAfter: ref('Moment'),
} as const

/** The entries of a signature that both forms have, in their order. */
const signature = {
  field: string,
  kind: words(['signature', 'timestamp']),
  level: orNull(ref('Level')),
  indication: ref('Indication'),
  subIndication: orNull(ref('SubIndication')),
  coverage: ref('Coverage'),
  modification: orNull(ref('Modification')),
  docMdp: orNull(ref('DocMdp')),
  signer: orNull(ref('Signer')),
  claimedAt: orNull(ref('Moment')),
  provenAt: orNull(ref('Moment')),
} as const

const document = object({
  indication: orNull(ref('Indication')),
  subIndication: orNull(ref('SubIndication')),
  findings: listOf(ref('Finding')),
})

/** Writes the head of a schema. */
function head(name: string, title: string, description: string): ReportSchema {
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: `urn:motcua:schema:${name}:1`,
    title,
    description,
  }
}

/** The whole report as `writeJsonReport` writes it. */
const report: ReportSchema = {
  ...head(
    'validation-report',
    'motcua/validation-report@1',
    'Báo cáo kiểm tra chữ ký số (ETSI EN 319 102-1).',
  ),
  ...object({
    schema: { const: 'motcua/validation-report@1' },
    at: ref('Moment'),
    policy: string,
    document,
    signatures: listOf(ref('Signature')),
    pages: listOf(ref('Page')),
  }),
  $defs: {
    ...shared,
    Text: text,
    Finding: object({
      code: string,
      check: words(checkNames),
      outcome,
      severity: words(['error', 'warning', 'info']),
      place: string,
      message: ref('Text'),
      'remedy?': ref('Text'),
      facts: { type: 'object' },
    }),
    Signer: object({ name: string, unit: string, issuerName: string, sha256: string, ...certificate }),
    Change: object({
      rule: string,
      level: ref('Modification'),
      revisionIndex: count,
      'object?': object({ number: count, generation: count }),
      path: string,
      'pageNumber?': { type: 'integer', minimum: 1 },
      'rectangle?': box,
      message: ref('Text'),
    }),
    Attack: object({
      name: words(attackNames),
      variant: string,
      stage: words(['carried-out', 'suspected']),
      place: string,
      'pageNumber?': { type: 'integer', minimum: 1 },
      message: ref('Text'),
    }),
    Page: object({ pageNumber: { type: 'integer', minimum: 1 }, box, rotation: { enum: [0, 90, 180, 270] } }),
    Signature: object({
      ...signature,
      reason: string,
      location: string,
      findings: listOf(ref('Finding')),
      changes: listOf(ref('Change')),
      attacks: listOf(ref('Attack')),
    }),
  },
}

/** The short verdict as `motcua verify --json` prints it. */
const verdict: ReportSchema = {
  ...head(
    'verdict',
    'motcua/verdict@1',
    'Kết luận kiểm tra chữ ký số, dạng ngắn, một ngôn ngữ (motcua verify --json).',
  ),
  ...object({ document, signatures: listOf(ref('Signature')) }),
  $defs: {
    ...shared,
    Finding: object({ check: words(checkNames), outcome, code: string, message: string }),
    Signer: object(certificate),
    Signature: object({ ...signature, findings: listOf(ref('Finding')) }),
  },
}

/**
 * The JSON Schemas of this room by name: the report, and the short verdict of the command line.
 *
 * @example
 * import { validationSchemas } from 'motcua/validation'
 * validationSchemas.verdict.$id // 'urn:motcua:schema:verdict:1'
 */
export const validationSchemas = { 'validation-report': report, verdict } as const

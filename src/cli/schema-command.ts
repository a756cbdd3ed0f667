/**
 * `motcua schema`: the published JSON Schemas, listed and printed.
 *
 * @module
 */
import { calendarSchemas } from '../calendar/index.ts'
import { buildJsonSchema, buildOpenApi, type JsonSchema, schemaNames } from '../dossier/json-schema/index.ts'
import type { MessageSchemaName } from '../exchange/index.ts'
import { version } from '../version.ts'
import type { CliIo, Command } from './command.ts'
import { readArguments } from './read-arguments.ts'

const usage = {
  vi: `Cách dùng: motcua schema list [--json]
           motcua schema print TÊN [--openapi]
Liệt kê, hoặc in một lược đồ JSON Schema 2020-12. "--openapi" in thành phần của OpenAPI 3.1;
không có TÊN thì in mọi thành phần của hồ sơ và lịch sử hồ sơ.
`,
  en: `Usage: motcua schema list [--json]
       motcua schema print NAME [--openapi]
Lists the JSON Schemas (2020-12), or prints one. "--openapi" prints the component of OpenAPI 3.1;
without a NAME, all those of a dossier and its history.
`,
} as const

const sentences = {
  vi: {
    unknown: 'không có lược đồ này',
    unknownJob: 'chỉ có list và print, không có',
    noName: 'thiếu tên lược đồ',
  },
  en: {
    unknown: 'there is no such schema',
    unknownJob: 'there are only list and print, not',
    noName: 'the name of the schema is missing',
  },
} as const

/** The schemas of messages between systems; a list of its own, so that the room is loaded only when one is asked for. */
const messageNames = [
  'platform-created',
  'platform-dossier',
  'platform-file',
  'portal-dossier',
  'portal-envelope',
  'portal-procedure',
  'portal-progress',
  'portal-reply',
  'result-file-request',
  'result-store-reply',
  'result-store-request',
] as const satisfies readonly MessageSchemaName[]

/** Loads the schema of a message. */
async function loadMessageSchema(name: MessageSchemaName): Promise<JsonSchema> {
  return (await import('../exchange/index.ts')).buildMessageSchema(name)
}

/** The schemas of other rooms, by name; the one of communes is written by hand and shipped as a file. */
const others: Readonly<Record<string, () => Promise<JsonSchema>>> = {
  calendar: async () => ({ ...calendarSchemas.calendar }),
  catalogue: async () => (await import('../catalogue/index.ts')).buildCatalogueSchema('catalogue'),
  communes: async () =>
    (await import('../../schemas/communes.schema.json', { with: { type: 'json' } })).default,
  decision: async () => (await import('../catalogue/index.ts')).buildCatalogueSchema('decision'),
  ...Object.fromEntries(messageNames.map((name) => [name, () => loadMessageSchema(name)])),
  notice: async () => ({ ...calendarSchemas.notice }),
  office: async () => ({ ...calendarSchemas.office }),
  procedure: async () => (await import('../catalogue/index.ts')).buildCatalogueSchema('procedure'),
  'process-definition': async () => (await import('../procedure/index.ts')).buildProcessSchema(),
  'validation-report': async () => ({
    ...(await import('../validation/index.ts')).validationSchemas['validation-report'],
  }),
  verdict: async () => ({ ...(await import('../validation/index.ts')).validationSchemas.verdict }),
}

/** The name of every schema that can be printed, in order. */
export const printableSchemas: readonly string[] = [...schemaNames, ...Object.keys(others)].sort()

/** Loads one schema by name. */
async function loadSchema(name: string): Promise<JsonSchema | undefined> {
  const generated = schemaNames.find((known) => known === name)
  if (generated !== undefined) return buildJsonSchema(generated)
  return Object.hasOwn(others, name) ? others[name]?.() : undefined
}

/** The name of a component: `portal-dossier` is `PortalDossier`. */
function componentName(name: string): string {
  return name.replace(/(?:^|-)([a-z])/g, (_, letter: string) => letter.toUpperCase())
}

/** Turns a self-contained schema into the components of an OpenAPI 3.1 document: itself and what it refers to. */
function toOpenApi(name: string, schema: JsonSchema): JsonSchema {
  const { $schema, $id, $defs = {}, ...own } = schema as JsonSchema & { $defs?: Record<string, JsonSchema> }
  const component = componentName(name)
  const isAlias = own.$ref === `#/$defs/${component}`
  const schemas = isAlias ? $defs : { ...$defs, [component]: own }
  const moved = JSON.stringify(schemas)
    .replaceAll('"#/$defs/', '"#/components/schemas/')
    .replaceAll('"$ref":"#"', `"$ref":"#/components/schemas/${component}"`)
  return {
    openapi: '3.1.1',
    info: { title: 'motcua', version },
    jsonSchemaDialect: 'https://json-schema.org/draft/2020-12/schema',
    paths: {},
    components: { schemas: JSON.parse(moved) },
  }
}

/** Prints data as JSON. */
function print(io: CliIo, value: unknown): 0 {
  io.out(`${JSON.stringify(value, null, 2)}\n`)
  return 0
}

/** Lists names with their `$id` and title. */
async function listSchemas(io: CliIo, isJson: boolean): Promise<0> {
  const rows = await Promise.all(
    printableSchemas.map(async (name) => {
      const { $id, title } = (await loadSchema(name)) ?? {}
      return { name, id: String($id), title: String(title) }
    }),
  )
  if (isJson) return print(io, rows)
  io.out(rows.map(({ name, id, title }) => `${name.padEnd(22)}${id.padEnd(44)}${title}\n`).join(''))
  return 0
}

/** The command. */
export const command: Command = {
  name: 'schema',
  summary: { vi: 'Lược đồ JSON Schema và OpenAPI', en: 'JSON Schemas and OpenAPI components' },
  async run(args, io) {
    const options = { json: { type: 'boolean' }, openapi: { type: 'boolean' } } as const
    const read = readArguments(args, { usage, options, words: { min: 1, max: 2 } }, io)
    if (read.kind === 'done') return read.exitCode
    const say = sentences[read.language]
    const [job, name] = read.words
    const isOpenApi = read.values.openapi === true
    if (job === 'list') return listSchemas(io, read.values.json === true)
    if (job === 'print' && name === undefined && isOpenApi) return print(io, buildOpenApi())
    const generated = schemaNames.find((known) => known === name)
    if (job === 'print' && isOpenApi && generated !== undefined) return print(io, buildOpenApi([generated]))
    const schema = name === undefined ? undefined : await loadSchema(name)
    if (job === 'print' && name !== undefined && schema !== undefined)
      return print(io, isOpenApi ? toOpenApi(name, schema) : schema)
    const complaint = job !== 'print' ? 'unknownJob' : name === undefined ? 'noName' : 'unknown'
    io.err(`motcua: ${say[complaint]}: ${(job === 'print' ? name : job) ?? ''}\n\n${usage[read.language]}`)
    return 2
  },
}

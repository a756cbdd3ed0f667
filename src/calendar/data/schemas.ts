/**
 * The JSON Schemas (2020-12) of the files that an application may hand in; `schemas/*.json` are written from here.
 *
 * What a schema cannot say (that a swap gives up a weekday, that hours are in order) is checked beside it by
 * `parseNotice`, `parseOffice` and `parseOfficialCalendar`, and is written into the descriptions.
 *
 * @module
 */

/** The part of JSON Schema that these schemas use; `check-shape.ts` reads exactly this much. */
export interface JsonSchema {
  readonly $schema?: string
  readonly $id?: string
  readonly $ref?: string
  readonly $defs?: Readonly<Record<string, JsonSchema>>
  readonly title?: string
  readonly description?: string
  readonly type?: 'object' | 'array' | 'string' | 'integer' | 'boolean'
  readonly const?: string
  readonly enum?: readonly string[]
  readonly pattern?: string
  readonly format?: 'date'
  readonly minLength?: number
  readonly maxLength?: number
  readonly minimum?: number
  readonly maximum?: number
  readonly minItems?: number
  readonly maxItems?: number
  readonly uniqueItems?: true
  readonly items?: JsonSchema | false
  readonly prefixItems?: readonly JsonSchema[]
  readonly properties?: Readonly<Record<string, JsonSchema>>
  readonly required?: readonly string[]
  readonly minProperties?: number
  readonly maxProperties?: number
  readonly additionalProperties?: false
}

const draft = 'https://json-schema.org/draft/2020-12/schema'

const dateDef: JsonSchema = {
  type: 'string',
  format: 'date',
  pattern: '^(19[6-9][0-9]|20[0-9]{2}|2100)-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$',
  description: 'A civil day, YYYY-MM-DD, 1960 to 2100; it must exist (format date).',
}

const textDef: JsonSchema = {
  type: 'object',
  description: 'One sentence in Vietnamese and in English.',
  properties: {
    vi: { type: 'string', minLength: 1, maxLength: 200 },
    en: { type: 'string', minLength: 1, maxLength: 200 },
  },
  required: ['vi', 'en'],
  additionalProperties: false,
}

const date: JsonSchema = { $ref: '#/$defs/date' }
const text: JsonSchema = { $ref: '#/$defs/text' }
const hours: JsonSchema = { $ref: '#/$defs/hours' }

const documentNumber: JsonSchema = {
  type: 'string',
  minLength: 1,
  maxLength: 100,
  pattern: '^\\S(.*\\S)?$',
  description: 'Number and sign of the document, such as 9441/TB-BNV; unverified where none was at hand.',
}

const holidayId: JsonSchema = {
  type: 'string',
  pattern: '^[a-z][a-z0-9-]{0,49}$',
  description:
    'The statutory holiday this day belongs to: new-year, tet, hung-kings, victory-day, labour-day, national-day, culture-day. A name that no rule knows is taken as a holiday without a rule.',
}

const noticeFields: Readonly<Record<string, JsonSchema>> = {
  number: documentNumber,
  issuedOn: date,
  title: text,
  settles: {
    type: 'array',
    uniqueItems: true,
    maxItems: 200,
    items: { type: 'integer', minimum: 1968, maximum: 2100 },
    description: 'Years that are settled with this notice and no longer provisional.',
  },
  daysOff: {
    type: 'array',
    maxItems: 5000,
    description: 'Days off. No day may stand twice in a notice.',
    items: {
      type: 'object',
      properties: {
        date,
        holiday: holidayId,
        substituteFor: {
          $ref: '#/$defs/date',
          description:
            'This day is the substitute (nghỉ bù) of that holiday, which must lie on a Saturday or Sunday before it; a substitute is a weekday and names no holiday.',
        },
        name: text,
      },
      required: ['date'],
      additionalProperties: false,
    },
  },
  swaps: {
    type: 'array',
    maxItems: 500,
    description: 'Swaps (hoán đổi): off is a weekday, worked a Saturday or Sunday. One half may be left out.',
    items: {
      type: 'object',
      properties: { off: date, worked: date },
      minProperties: 1,
      additionalProperties: false,
    },
  },
  withdrawn: {
    type: 'array',
    uniqueItems: true,
    maxItems: 5000,
    items: date,
    description: 'Days about which rules and earlier notices no longer hold.',
  },
}

const requiredOfNotice = ['number', 'settles', 'daysOff', 'swaps']

/** Schema of a notice file. */
const notice: JsonSchema = {
  $schema: draft,
  $id: 'urn:motcua:schema:notice:1',
  title: 'Notice of days off and swaps',
  description: 'What one official document announced. Read by parseNotice; load it with addNotice.',
  type: 'object',
  properties: { $schema: { type: 'string' }, schema: { const: 'motcua/notice@1' }, ...noticeFields },
  required: ['schema', ...requiredOfNotice],
  additionalProperties: false,
  $defs: { date: dateDef, text: textDef },
}

/** Schema of a calendar file. */
const calendar: JsonSchema = {
  $schema: draft,
  $id: 'urn:motcua:schema:calendar:1',
  title: 'Official calendar',
  description:
    'Notices on top of the built-in calendar of Viet Nam (base vietnam), or a calendar of listed dates only (base none), which knows the years its notices settle and nothing else. At least one year must be settled.',
  type: 'object',
  properties: {
    $schema: { type: 'string' },
    schema: { const: 'motcua/calendar@1' },
    id: { type: 'string', pattern: '^[a-z0-9][a-z0-9-]{0,63}$' },
    name: text,
    base: { enum: ['vietnam', 'none'] },
    notices: {
      type: 'array',
      maxItems: 500,
      items: {
        type: 'object',
        properties: noticeFields,
        required: requiredOfNotice,
        additionalProperties: false,
      },
    },
  },
  required: ['schema', 'id', 'name', 'base', 'notices'],
  additionalProperties: false,
  $defs: { date: dateDef, text: textDef },
}

const hoursDef: JsonSchema = {
  type: 'array',
  maxItems: 24,
  description: 'Pairs [start, end], in order and apart from each other; a start lies before its end.',
  items: {
    type: 'array',
    prefixItems: [
      { type: 'string', pattern: '^([01][0-9]|2[0-3]):[0-5][0-9]$' },
      { type: 'string', pattern: '^(([01][0-9]|2[0-3]):[0-5][0-9]|24:00)$' },
    ],
    items: false,
    minItems: 2,
  },
}

const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday']

const officeFields: Readonly<Record<string, JsonSchema>> = {
  id: { type: 'string', pattern: '^[a-z0-9][a-z0-9+-]{0,199}$' },
  name: text,
  zone: { const: 'Asia/Ho_Chi_Minh', description: 'All hours are those of Viet Nam.' },
  schedules: {
    type: 'array',
    minItems: 1,
    maxItems: 200,
    description: 'Weekly patterns; validFrom rises, and only the first may leave it out.',
    items: {
      type: 'object',
      properties: {
        validFrom: date,
        weekly: {
          type: 'object',
          properties: Object.fromEntries(weekdays.map((weekday) => [weekday, hours])),
          additionalProperties: false,
        },
        uncounted: {
          type: 'array',
          uniqueItems: true,
          items: { enum: weekdays },
          description: 'Weekdays that are open without counting as working days.',
        },
      },
      required: ['weekly'],
      additionalProperties: false,
    },
  },
  shifts: {
    type: 'array',
    maxItems: 5000,
    description: 'Hours of single dates in place of their weekday; a date stands once.',
    items: {
      type: 'object',
      properties: {
        date,
        hours,
        counted: { type: 'boolean' },
        onDaysOff: { type: 'boolean' },
        name: text,
        source: documentNumber,
      },
      required: ['date', 'hours'],
      additionalProperties: false,
    },
  },
  closures: {
    type: 'array',
    maxItems: 5000,
    description: 'Whole days, or hours of days, on which the office is closed; to is not before from.',
    items: {
      type: 'object',
      properties: {
        from: date,
        to: date,
        hours: { $ref: '#/$defs/someHours' },
        name: text,
        source: documentNumber,
      },
      required: ['from', 'name'],
      additionalProperties: false,
    },
  },
  within: {
    type: 'array',
    maxItems: 8,
    description: 'Offices that must be open too; at most three deep.',
    items: { $ref: '#/$defs/office' },
  },
}

/** Schema of an office file. */
const office: JsonSchema = {
  $schema: draft,
  $id: 'urn:motcua:schema:office:1',
  title: 'Office schedule',
  description: 'When one office is open. Read by parseOffice.',
  type: 'object',
  properties: { $schema: { type: 'string' }, schema: { const: 'motcua/office@1' }, ...officeFields },
  required: ['schema', 'id', 'name', 'zone', 'schedules'],
  additionalProperties: false,
  $defs: {
    date: dateDef,
    text: textDef,
    hours: hoursDef,
    someHours: { ...hoursDef, minItems: 1 },
    office: {
      type: 'object',
      properties: officeFields,
      required: ['id', 'name', 'zone', 'schedules'],
      additionalProperties: false,
    },
  },
}

/** The published schemas by the name of their file in `schemas/`. */
export const calendarSchemas = { notice, calendar, office } as const

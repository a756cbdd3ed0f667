import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as z from 'zod'
import { compileFastYes } from '../../src/procedure/case/fast-yes.ts'
import { commandSchemas, isDataOf, isEnvelope } from '../../src/procedure/commands.ts'
import { registerCopies, restoreCase } from '../../src/procedure/index.ts'
import { archived } from '../kit/procedure-walk.ts'

const schema = z.strictObject({
  name: z
    .string()
    .regex(/^[a-z]+$/)
    .min(2)
    .max(4),
  day: z.iso.date(),
  count: z.int().min(0).max(9),
  share: z.number().positive(),
  kind: z.enum(['a', 'b']),
  isOpen: z.boolean().optional(),
  fixed: z.literal('x'),
  list: z.array(z.string()).min(1).max(2),
  byKey: z.record(z.string().max(3), z.int()),
  rule: z.string().refine((text) => text !== 'no'),
  either: z.union([z.string(), z.int()]).readonly(),
})
const isPlain = compileFastYes(schema)
const good = {
  name: 'abcd',
  day: '2026-08-28',
  count: 3,
  share: 0.5,
  kind: 'a',
  fixed: 'x',
  list: ['q'],
  byKey: { k: 1 },
  rule: 'yes',
  either: 4,
}

/** Values that are wrong for most places, and right for some. */
const anything = fc.oneof(
  fc.constantFrom(
    undefined,
    null,
    Number.NaN,
    -1,
    0,
    10,
    1.5,
    1e30,
    '',
    'a',
    'abcde',
    'x',
    'no',
    '2026-02-30',
  ),
  fc.constantFrom([], [1], ['a', 'b', 'c'], {}, { k: 'v' }, { longer: 1 }, new Date(0), true),
  fc.constantFrom('𠮷𠮷', '2026-8-1', '2026-08-28\n'),
)

describe('what it gives', () => {
  it('says yes to what is plainly right', () => {
    expect(isPlain(good)).toBe(true)
    expect(isPlain({ ...good, isOpen: undefined })).toBe(true)
    for (const { command } of archived.commands) {
      expect(isDataOf[command.type](command.data), command.type).toBe(true)
    }
  })
  it('never says yes where zod says no, whatever stands in one place', () => {
    fc.assert(
      fc.property(fc.constantFrom(...Object.keys(schema.shape), 'unknown'), anything, (key, value) => {
        const changed = { ...good, [key]: value }
        return !isPlain(changed) || schema.safeParse(changed).success
      }),
      { numRuns: 2000 },
    )
  })
  it('never says yes to data of a command where zod says no', () => {
    const places = archived.commands.flatMap(({ command }) =>
      [...Object.keys(command.data), 'unknown'].map((key) => ({ command, key })),
    )
    fc.assert(
      fc.property(fc.constantFrom(...places), anything, ({ command: { type, data }, key }, value) => {
        const changed = { ...data, [key]: value }
        return !isDataOf[type](changed) || commandSchemas[type].safeParse(changed).success
      }),
      { numRuns: 2000 },
    )
  })
})

describe('what it refuses', () => {
  it('leaves to zod what is missing, too much, or of another make', () => {
    const { kind: _kind, ...without } = good
    for (const value of [without, { ...good, more: 1 }, null, [], 'x', Object.assign(new Date(0), good)]) {
      expect(isPlain(value)).toBe(false)
    }
    expect(isEnvelope({ caseId: 'c', commandId: 'k k', actor: archived.commands[0]?.command.actor })).toBe(
      false,
    )
  })
  it('refuses a stored case for every single fact that is broken, and for the same places as before', () => {
    const stored: Record<string, unknown> = JSON.parse(JSON.stringify(archived.dossierCase))
    const wrong = { nested: { oddly: [1] } }
    const facts = stored.facts as Record<string, unknown>
    for (const key of Object.keys(stored)) {
      expect(() => restoreCase(registerCopies, { ...stored, [key]: wrong })).toThrow(
        expect.objectContaining({ code: 'procedure/invalid-case' }),
      )
      const { [key]: _left, ...without } = stored
      expect(() => restoreCase(registerCopies, without)).toThrow(new RegExp(key))
    }
    for (const key of Object.keys(facts)) {
      expect(() => restoreCase(registerCopies, { ...stored, facts: { ...facts, [key]: wrong } })).toThrow(
        new RegExp(`facts\\.${key}`),
      )
    }
    expect(restoreCase(registerCopies, stored)).toBe(stored)
  })
})

describe('edges', () => {
  it('asks zod about formats, coercions and rules it does not know by heart', () => {
    const address = compileFastYes(
      z.strictObject({ at: z.ipv6(), on: z.coerce.boolean(), key: z.exactOptional(z.int()) }),
    )
    expect(address({ at: '::1', on: true })).toBe(true)
    expect(address({ at: ':::::', on: true })).toBe(false)
    expect(address({ at: '::1', on: true, key: undefined })).toBe(false)
  })
})

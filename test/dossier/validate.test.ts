import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as z from 'zod'
import { Dossier, narrowDossier } from '../../src/dossier/dossier.ts'
import { label, labels } from '../../src/dossier/labels.ts'
import { buildStandardSchema, labelOfPath, validateDossier } from '../../src/dossier/validate.ts'
import { arbitraryOf, withFault } from '../kit/arbitrary-of.ts'
import { broken, copyOf, fullDossier, smallDossier } from '../kit/dossiers.ts'

/** The issues of a dossier that is broken in one place. */
function issuesAt(path: readonly (string | number)[], value: unknown, language: 'vi' | 'en' = 'vi') {
  const verdict = validateDossier(broken(path, value), { language })
  return verdict.ok ? [] : verdict.issues
}

describe('what it gives', () => {
  it('gives a valid dossier back as it is', () => {
    expect(validateDossier(fullDossier)).toEqual({ ok: true, dossier: fullDossier })
  })
  it.each([
    [
      'a missing field',
      ['applicant', 'name'],
      undefined,
      'invalid_type',
      'Người nộp hồ sơ › Họ và tên',
      'thiếu thông tin bắt buộc',
      'required, but missing',
    ],
    [
      'a missing kind',
      ['owner', 'kind'],
      undefined,
      'invalid_union',
      'Chủ hồ sơ › Loại đối tượng',
      'thiếu thông tin bắt buộc',
      'required, but missing',
    ],
    [
      'a wrong type',
      ['papers', 1, 'originals'],
      '1',
      'invalid_type',
      'Thành phần hồ sơ [2] › Số bản chính',
      'phải là số',
      'must be a number',
    ],
    [
      'a fraction',
      ['papers', 0, 'originals'],
      1.5,
      'invalid_type',
      'Thành phần hồ sơ [1] › Số bản chính',
      'phải là số nguyên',
      'must be a whole number',
    ],
    ['no list', ['papers'], {}, 'invalid_type', 'Thành phần hồ sơ', 'phải là danh sách', 'must be a list'],
    [
      'no object',
      ['applicant', 'address'],
      'Hà Nội',
      'invalid_type',
      'Người nộp hồ sơ › Địa chỉ',
      'phải là nhóm thông tin',
      'must be an object',
    ],
    [
      'no truth',
      ['papers', 0, 'compared'],
      1,
      'invalid_type',
      'Thành phần hồ sơ [1] › Đã đối chiếu bản chính',
      'phải là true hoặc false',
      'must be true or false',
    ],
    ['no text', ['summary'], 1, 'invalid_type', 'Trích yếu hồ sơ', 'phải là văn bản', 'must be text'],
    [
      'too little',
      ['sets'],
      0,
      'too_small',
      'Số lượng hồ sơ (bộ)',
      'phải có ít nhất 1',
      'must be at least 1',
    ],
    ['too much', ['sets'], 101, 'too_big', 'Số lượng hồ sơ (bộ)', 'nhiều nhất là 100', 'must be at most 100'],
    [
      'too long a text',
      ['summary'],
      'a'.repeat(1001),
      'too_big',
      'Trích yếu hồ sơ',
      'nhiều nhất là 1000 ký tự',
      'must be at most 1000 characters',
    ],
    [
      'too long a list',
      ['post'],
      Array.from({ length: 51 }, () => ({ direction: 'in' })),
      'too_big',
      'Chuyển phát',
      'nhiều nhất là 50 mục',
      'must be at most 50 members',
    ],
    [
      'a wrong choice',
      ['channel'],
      'fax',
      'invalid_value',
      'Kênh thực hiện',
      'phải là một trong: "direct", "online", "post"',
      'must be one of: "direct", "online", "post"',
    ],
    [
      'another schema',
      ['schema'],
      'x',
      'invalid_value',
      'Lược đồ',
      'phải là "motcua/dossier@1"',
      'must be "motcua/dossier@1"',
    ],
    [
      'an unknown kind',
      ['owner', 'kind'],
      'x',
      'invalid_union',
      'Chủ hồ sơ › Loại đối tượng',
      'phải là một trong: "citizen", "enterprise", "state-agency", "organisation", "household-business"',
      'must be one of: "citizen", "enterprise", "state-agency", "organisation", "household-business"',
    ],
    [
      'a day that does not exist',
      ['authorisation', 'signedOn'],
      '2026-02-30',
      'invalid_format',
      'Ủy quyền, đại diện › Ngày lập',
      'phải là ngày có thật, dạng 2026-08-28',
      'must be an existing day, as 2026-08-28',
    ],
    [
      'a moment in another form',
      ['progress', 'receivedAt'],
      '2026-08-28',
      'invalid_format',
      'Tiến độ › Ngày tiếp nhận',
      'phải là thời điểm có thật, dạng 2026-08-28T15:20:00.000+07:00',
      'must be an existing moment, as 2026-08-28T15:20:00.000+07:00',
    ],
    [
      'an unknown field',
      ['procedure', 'colour'],
      'x',
      'unrecognized_keys',
      'Thủ tục hành chính',
      'có trường không được biết: "colour"',
      'has unknown fields: "colour"',
    ],
    [
      'a wrong name of an answer',
      ['form', 'answers', 'họ tên'],
      'x',
      'invalid_key',
      'Biểu mẫu điện tử › Nội dung kê khai › …',
      'tên trường không hợp lệ',
      'not a valid field name',
    ],
    [
      'an answer of no form',
      ['form', 'answers', 'soBan'],
      {},
      'invalid_union',
      'Biểu mẫu điện tử › Nội dung kê khai › soBan',
      'không đúng dạng nào được chấp nhận',
      'none of the accepted forms',
    ],
    [
      'an answer with a fault',
      ['form', 'answers', 'soBan'],
      'a\u0000',
      'invalid_format',
      'Biểu mẫu điện tử › Nội dung kê khai › soBan',
      'phải là văn bản xuống dòng bằng LF, không có ký tự ẩn',
      'must be text with lines ended by LF and without invisible characters',
    ],
  ] as const)('says of %s where it is and what has to be there', (_, path, value, code, place, vi, en) => {
    expect(issuesAt(path, value)).toEqual([expect.objectContaining({ code, label: place, message: vi })])
    expect(issuesAt(path, value, 'en')).toEqual([expect.objectContaining({ code, message: en })])
  })
  it('tells all that is wrong, each place once', () => {
    const verdict = validateDossier({ ...copyOf(), sets: 0, channel: 'x', summary: '' })
    const paths = verdict.ok ? [] : verdict.issues.map(({ path }) => path.join('.'))
    expect(paths.sort()).toEqual(['channel', 'sets', 'summary'])
  })
  it('judges by a narrower schema, rules included', () => {
    const Online = narrowDossier({ channel: label(z.literal('online'), 'Kênh', 'Channel') })
    expect(validateDossier(fullDossier, { schema: Online }).ok).toBe(true)
    expect(validateDossier(smallDossier, { schema: Online })).toMatchObject({
      ok: false,
      issues: [{ label: 'Kênh', message: 'phải là "online"' }],
    })
    const { authorisation: _, ...unproved } = copyOf()
    expect(validateDossier(unproved, { schema: Online })).toMatchObject({
      issues: [{ code: 'owner-without-authorisation' }],
    })
  })
  it('names every field of a dossier in both languages', () => {
    const visit = (schema: z.core.$ZodType, path: string): string[] => {
      if (schema instanceof z.ZodOptional) return visit(schema.unwrap(), path)
      if (schema instanceof z.ZodArray) return visit(schema.element, path)
      if (schema instanceof z.ZodUnion) return schema.options.flatMap((option) => visit(option, path))
      if (!(schema instanceof z.ZodObject)) return []
      return Object.entries(schema.shape).flatMap(([key, field]) => {
        const words = labels.get(field)
        const isNamed = Boolean(words?.vi && words.en) && field.description === words?.vi
        return [...(isNamed ? [] : [`${path}.${key}`]), ...visit(field, `${path}.${key}`)]
      })
    }
    expect(visit(Dossier, 'dossier')).toEqual([])
  })
})

describe('the Standard Schema', () => {
  it('gives the value, or our messages with their places', () => {
    const standard = buildStandardSchema({ language: 'en' })['~standard']
    expect([standard.version, standard.vendor]).toEqual([1, 'motcua'])
    expect(standard.validate(smallDossier)).toEqual({ value: smallDossier })
    expect(standard.validate({ ...smallDossier, sets: 0 })).toEqual({
      issues: [{ message: 'Sets: must be at least 1', path: ['sets'] }],
    })
  })
  it('is what the zod schemas are too', () => {
    expect(Dossier['~standard'].version).toBe(1)
  })
})

describe('what it refuses', () => {
  it.each([undefined, null, 1, 'x', [], new Date(0), () => 1])(
    'refuses %s, which is no object of fields',
    (value) => {
      expect(validateDossier(value).ok).toBe(false)
    },
  )
})

describe('edges', () => {
  it('repeats nothing that was sent: no value, and no key that might be a name or a number', () => {
    const secrets = { 'Nguyễn Văn A': 1, '001099012345': 'SECRET', plainKey: 'SECRET' }
    const verdict = validateDossier({
      ...copyOf(),
      ...secrets,
      applicant: { kind: 'SECRET', name: 'SECRET\u0000' },
    })
    const told = JSON.stringify(verdict)
    expect(told).toContain('plainKey')
    for (const secret of ['SECRET', 'Nguyễn', '001099012345']) expect(told).not.toContain(secret)
  })
  it('gives a verdict on any JSON, in both languages, without an untyped error', () => {
    const faulty = fc.oneof(
      fc.jsonValue({ maxDepth: 6 }),
      withFault(fullDossier),
      arbitraryOf(Dossier).chain(withFault),
    )
    fc.assert(
      fc.property(faulty, fc.constantFrom('vi', 'en'), (value, language) => {
        const verdict = validateDossier(value, { language })
        if (verdict.ok) return
        expect(verdict.issues.length).toBeGreaterThan(0)
        for (const { message, code } of verdict.issues) expect([message, code]).not.toContain('')
        for (const { message } of verdict.issues) expect(message).not.toMatch(/Invalid|expected|received/)
      }),
      { numRuns: 300 },
    )
  })
  it('survives nesting deeper than any stack', () => {
    const deep = JSON.parse(`${'['.repeat(50_000)}${']'.repeat(50_000)}`)
    for (const path of [['form', 'answers', 'x'], ['applicant'], ['papers']]) {
      expect(validateDossier(broken(path, deep)).ok).toBe(false)
    }
  })
  it('is not deceived by keys of the prototype', () => {
    for (const text of ['{"__proto__": {"schema": 1}}', '{"constructor": 1}', '{"toString": 1}']) {
      expect(validateDossier(JSON.parse(text)).ok).toBe(false)
    }
    const answers = JSON.parse('{"__proto__": "x"}')
    const verdict = validateDossier(broken(['form', 'answers'], answers))
    // Zod passes over the key, so what it gives must not be what came.
    expect(verdict.ok && Object.keys(verdict.dossier.form?.answers ?? { one: 1 })).toEqual([])
  })
  it('labels a place that the schema does not know by its own name', () => {
    expect(labelOfPath(Dossier, ['nowhere', 'at', 'all'], 'vi')).toBe('nowhere › at › all')
    expect(labelOfPath(Dossier, [], 'en')).toBe('Dossier')
  })
})

describe('what it must not touch', () => {
  it('leaves the value as it was', () => {
    const copy = copyOf()
    validateDossier(copy)
    expect(copy).toEqual(fullDossier)
  })
  it('leaves zod’s own messages to the application', () => {
    validateDossier({})
    expect(z.string().safeParse(1).error?.issues[0]?.message).toContain('expected string')
  })
})

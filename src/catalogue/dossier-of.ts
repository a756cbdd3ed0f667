import * as z from 'zod'
import {
  Dossier,
  FormAnswers,
  type Immutable,
  label,
  narrowDossier,
  Paper,
  ResultDocument,
} from '../dossier/index.ts'
import type { FormField, Procedure } from './procedure.ts'

/** Codes of the papers that a procedure asks for. */
export type PaperCodeOf<P extends Procedure> = P['papers'][number]['papers'][number]['code']

/** Codes of the results that a procedure may have. */
export type ResultCodeOf<P extends Procedure> = P['results'][number]['code']

/** What an answer to a field of the electronic form is. */
type AnswerOf<F extends FormField> = F['type'] extends 'number'
  ? number
  : F['type'] extends 'boolean'
    ? boolean
    : F['choices'] extends readonly (infer Choice)[]
      ? Choice
      : string

type FieldsOf<P extends Procedure> = NonNullable<P['form']>['fields'][number]

/** The answers of a procedure's electronic form: required fields always, the others perhaps. */
export type AnswersOf<P extends Procedure> = {
  readonly [F in FieldsOf<P> as F['required'] extends true ? F['name'] : never]: AnswerOf<F>
} & { readonly [F in FieldsOf<P> as F['required'] extends true ? never : F['name']]?: AnswerOf<F> }

/** The electronic form of a dossier of a procedure; any form where the procedure publishes none. */
export type FormOf<P extends Procedure> = P extends { readonly form: { readonly code: infer Code } }
  ? Omit<Immutable<z.infer<typeof FormAnswers>>, 'code' | 'answers'> & {
      readonly code: Code
      readonly answers: AnswersOf<P>
    }
  : FormAnswers

/** A dossier of one procedure: only its papers, its form, its results. */
export type DossierOf<P extends Procedure> = Omit<Dossier, 'papers' | 'form' | 'results'> & {
  readonly papers: readonly (Omit<Paper, 'code'> & { readonly code: PaperCodeOf<P> })[]
  readonly form?: FormOf<P>
  readonly results?: readonly (Omit<ResultDocument, 'code'> & { readonly code: ResultCodeOf<P> })[]
}

/** Replaces fields of a schema and keeps its rules across fields; zod's own types ask for more than is needed. */
function narrow(schema: z.ZodObject, fields: Readonly<Record<string, z.ZodType>>): z.ZodObject {
  return schema.safeExtend(fields as never) as unknown as z.ZodObject
}

/** One of a list of codes. */
function codesOf(codes: readonly string[], vi: string, en: string): z.ZodType<string> {
  return label(z.enum([...new Set(codes)]), vi, en)
}

/** The schema of one answer. */
function answerOf({ type, choices, label: words }: FormField): z.ZodType {
  const schemas = {
    text: z.string().min(1).max(10_000),
    number: z.number(),
    boolean: z.boolean(),
    date: z.iso.date(),
    choice: choices === undefined ? z.string().min(1) : z.enum([...choices]),
  }
  return label(schemas[type], words, words)
}

/** The schema of the answers to a form. */
function formOf(form: NonNullable<Procedure['form']>): z.ZodType {
  const answers = Object.fromEntries(
    form.fields.map((field) => [field.name, field.required ? answerOf(field) : answerOf(field).optional()]),
  )
  const narrowed = narrow(FormAnswers, {
    code: label(z.literal(form.code), 'Mã biểu mẫu', 'Form code'),
    answers: label(z.strictObject(answers), 'Nội dung kê khai', 'Answers'),
  })
  return label(narrowed.optional(), 'Biểu mẫu điện tử', 'Electronic form')
}

/** The code of the procedure itself, or one under which an agency localised it. */
function procedureCodeOf(code: string): z.ZodType<string> {
  const escaped = code.replaceAll('.', '\\.')
  return label(
    z.string().regex(new RegExp(`^${escaped}(?:\\.[0-9]{3}\\.[0-9]{2}\\.[0-9]{2}\\.[A-Z][0-9]{2})?$`)),
    'Mã thủ tục hành chính',
    'Procedure code',
  )
}

/**
 * Builds the schema of the dossiers of one procedure: its code, its papers, its form, its results.
 *
 * Everything else stays as in `Dossier`. Papers are narrowed to those that the procedure asks for (others go
 * into `otherPapers`); whether all are there is not a question of form but of the day, so ask
 * {@link checkPapers}. A procedure that publishes no form, or no codes, leaves that part as it is.
 *
 * @example
 * import { dossierOf, findProcedure } from 'motcua/catalogue'
 * const CopyDossier = dossierOf(findProcedure('2.000908'))
 * const verdict = CopyDossier.safeParse({ schema: 'motcua/dossier@1', papers: [{ code: 'TP09' }] })
 * verdict.success // false: TP09 is none of its papers, and much is missing
 */
export function dossierOf<const P extends Procedure>(procedure: P): z.ZodType<DossierOf<P>> {
  const papers = procedure.papers.flatMap((list) => list.papers.map(({ code }) => code))
  const results = procedure.results.map(({ code }) => code)
  const paper = narrow(Paper, { code: codesOf(papers, 'Mã thành phần hồ sơ', 'Paper code') })
  const result = narrow(ResultDocument, { code: codesOf(results, 'Mã kết quả', 'Result code') })
  const { shape } = Dossier
  const narrowed = narrowDossier({
    ...(procedure.code === undefined
      ? {}
      : {
          procedure: label(
            narrow(shape.procedure, { code: procedureCodeOf(procedure.code) }),
            'Thủ tục hành chính',
            'Procedure',
          ),
        }),
    ...(papers.length === 0 ? {} : { papers: label(z.array(paper).max(200), 'Thành phần hồ sơ', 'Papers') }),
    ...(procedure.form === undefined ? {} : { form: formOf(procedure.form) }),
    ...(results.length === 0
      ? {}
      : { results: label(z.array(result).max(100).optional(), 'Giấy tờ kết quả', 'Results') }),
  })
  // The schema is built from the record; its type is the record's, which no inference can follow.
  return narrowed as unknown as z.ZodType<DossierOf<P>>
}

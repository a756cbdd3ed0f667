/**
 * Checks a definition against what the law and the ISO system ask of an internal process.
 *
 * @module
 */
import type { LocalizedText } from '../../errors.ts'
import type { Finding } from '../../finding.ts'
import { isParallel, kindOfStep } from '../chart/step-plan.ts'
import { checkDefinition } from '../check-definition.ts'
import type { CommandType } from '../commands.ts'
import { digitisationMoments, ProcessDefinition, type Step } from '../definition.ts'
import { checkTerms } from './lint-terms.ts'

/** What is missing, where, and what to do. */
interface Gap {
  readonly code: string
  readonly place: string
  readonly message: LocalizedText
  readonly remedy: LocalizedText
}

/** Every step with its JSON path. */
function placeSteps(
  definition: ProcessDefinition,
): readonly { readonly step: Step; readonly place: string }[] {
  return definition.steps.flatMap((item, index) =>
    isParallel(item)
      ? item.branches.flatMap((branch, number) =>
          branch.steps.map((step, at) => ({
            step,
            place: `steps[${index}].branches[${number}].steps[${at}]`,
          })),
        )
      : [{ step: item, place: `steps[${index}]` }],
  )
}

/** What an ISO step has to say, by the name of its field. */
const isoFields = {
  unit: {
    code: 'step-without-owner',
    vi: 'bước không ghi trách nhiệm',
    en: 'the step names nobody responsible',
  },
  input: { code: 'step-without-input', vi: 'bước không ghi đầu vào', en: 'the step has no input' },
  output: { code: 'step-without-output', vi: 'bước không ghi kết quả', en: 'the step has no output' },
  record: { code: 'step-without-record', vi: 'bước không ghi hồ sơ lưu', en: 'the step keeps no record' },
} as const

/** ISO 9001: owner, input, output, record and time of each step. */
function checkIso(definition: ProcessDefinition): readonly Gap[] {
  return placeSteps(definition).flatMap(({ step, place }) => {
    const fields = Object.entries(isoFields)
      .filter(([field]) => step[field as keyof typeof isoFields] === undefined)
      .map(([field, { code, vi, en }]) => ({
        code,
        place: `${place}.${field}`,
        message: { vi: `${vi} (${step.id})`, en: `${en} (${step.id})` },
        remedy: { vi: `điền ${field}`, en: `fill in ${field}` },
      }))
    const hasTime = step.term !== undefined || step.termText !== undefined || kindOfStep(step) === 'return'
    if (hasTime) return fields
    const missing = {
      code: 'step-without-term',
      place: `${place}.term`,
      message: { vi: `bước không ghi thời gian (${step.id})`, en: `the step has no time (${step.id})` },
      remedy: { vi: 'điền term', en: 'fill in term' },
    }
    return [...fields, missing]
  })
}

/** Pauses that nobody ends, and opinions that nobody waits for. */
function checkWaits(definition: ProcessDefinition): readonly Gap[] {
  const isAsked = definition.supplement?.maxRounds !== 0
  const supplement =
    isAsked && definition.supplement?.answerWithin === undefined
      ? [
          {
            code: 'pause-without-end',
            place: 'supplement.answerWithin',
            message: {
              vi: 'tạm dừng chờ bổ sung không có hạn kết thúc',
              en: 'the pause for a supplement never ends by itself',
            },
            remedy: { vi: 'đặt answerWithin', en: 'set answerWithin' },
          },
        ]
      : []
  const opinions = (definition.consultations ?? [])
    .filter(({ steps }) => steps === undefined || steps.length === 0)
    .map(({ id }) => ({
      code: 'wait-without-owner',
      place: `consultations.${id}.steps`,
      message: { vi: `không bước nào chờ ý kiến ${id}`, en: `no step waits for the opinion ${id}` },
      remedy: { vi: 'ghi bước chờ ý kiến', en: 'name the step that waits for it' },
    }))
  const legs = (definition.legs ?? [])
    .filter(({ term, isMandatory }) => term.kind === 'none' && isMandatory !== false)
    .map(({ id }) => ({
      code: 'pause-without-end',
      place: `legs.${id}.term`,
      message: {
        vi: `chờ thủ tục liên thông ${id} không có hạn`,
        en: `the wait for the leg ${id} has no end`,
      },
      remedy: { vi: 'đặt term cho thủ tục liên thông', en: 'give the leg a term' },
    }))
  return [...supplement, ...opinions, ...legs, ...checkOwners(definition)]
}

/** The waits of a process with the command by which a person ends each. */
function waitsOf(
  definition: ProcessDefinition,
): readonly (readonly [wait: LocalizedText, command: CommandType])[] {
  return [
    [{ vi: 'chờ bổ sung khi tiếp nhận', en: 'the wait for papers at intake' }, 'intake-supplement.answer'],
    ...(definition.supplement?.maxRounds === 0
      ? []
      : [[{ vi: 'chờ bổ sung hồ sơ', en: 'the wait for papers' }, 'supplement.answer'] as const]),
    [{ vi: 'chờ nghĩa vụ tài chính', en: 'the wait for a financial duty' }, 'duty.settle'],
    [{ vi: 'tạm dừng thời hạn', en: 'the standstill of the clock' }, 'clock.resume'],
    ...(definition.payment === undefined || definition.payment.dueBefore === 'none'
      ? []
      : [[{ vi: 'chờ nộp phí, lệ phí', en: 'the wait for a payment' }, 'payment.record'] as const]),
    ...(definition.consultations === undefined
      ? []
      : [[{ vi: 'chờ ý kiến', en: 'the wait for an opinion' }, 'consultation.answer'] as const]),
    ...(definition.legs === undefined
      ? []
      : [[{ vi: 'chờ liên thông', en: 'the wait for a leg' }, 'leg.finish'] as const]),
  ]
}

/** Waits that no person may end: only the system is permitted to, and it has no timer for that. */
function checkOwners(definition: ProcessDefinition): readonly Gap[] {
  return waitsOf(definition)
    .filter(([, command]) => definition.permissions?.[command]?.every((role) => role === 'system'))
    .map(([wait, command]) => ({
      code: 'wait-without-owner',
      place: `permissions.${command}`,
      message: { vi: `${wait.vi}: không có người nào được kết thúc`, en: `${wait.en}: no person may end it` },
      remedy: { vi: `thêm vai trò vào permissions.${command}`, en: `add a role to permissions.${command}` },
    }))
}

/** Refusal, signer, counter: what a citizen relies on. */
function checkPromises(definition: ProcessDefinition): readonly Gap[] {
  const gaps: Gap[] = []
  const grounds = definition.refusalGrounds ?? []
  if (grounds.length === 0 || grounds.some(({ legalBasis }) => legalBasis.trim() === '')) {
    gaps.push({
      code: 'refusal-without-ground',
      place: 'refusalGrounds',
      message: { vi: 'từ chối không nêu căn cứ', en: 'a refusal has no legal ground' },
      remedy: { vi: 'liệt kê căn cứ từ chối', en: 'list the grounds of refusal' },
    })
  }
  if (!placeSteps(definition).some(({ step }) => step.signs !== undefined && kindOfStep(step) === 'sign')) {
    gaps.push({
      code: 'result-without-signer',
      place: 'steps',
      message: { vi: 'kết quả không có người ký', en: 'nobody signs the result' },
      remedy: { vi: 'thêm bước kind: sign', en: 'add a step of kind sign' },
    })
  }
  if (definition.counters === undefined) {
    gaps.push({
      code: 'no-return-counter',
      place: 'counters',
      message: { vi: 'không ghi nơi tiếp nhận và trả kết quả', en: 'no counter receives and returns' },
      remedy: { vi: 'điền counters', en: 'fill in counters' },
    })
  }
  return gaps
}

/** Legs that do not come back, and moments at which nothing is digitised (NĐ 107/2021 art. 1 cl. 11). */
function checkOutside(definition: ProcessDefinition): readonly Gap[] {
  const legs = (definition.legs ?? [])
    .filter(({ handBack }) => handBack === undefined)
    .map(({ id }) => ({
      code: 'leg-without-hand-back',
      place: `legs.${id}.handBack`,
      message: {
        vi: `liên thông ${id} không nói kết quả trả về đâu`,
        en: `the leg ${id} does not come back`,
      },
      remedy: { vi: 'điền handBack', en: 'fill in handBack' },
    }))
  const moments = digitisationMoments
    .filter((moment) => !definition.digitisation?.moments.includes(moment))
    .map((moment) => ({
      code: 'moment-not-digitised',
      place: `digitisation.moments.${moment}`,
      message: { vi: `không số hóa ở khâu ${moment}`, en: `nothing is digitised at the moment ${moment}` },
      remedy: { vi: 'thêm vào digitisation.moments', en: 'add it to digitisation.moments' },
    }))
  return [...legs, ...moments]
}

/**
 * Lints a definition: structure, terms, waits, promises, digitisation and the ISO columns.
 *
 * What a published record does not print is an error in a definition of one's own and an information in an
 * imported one (`origin`). `over-term` is an error in both, `unit-differs` a warning, `under-term` an information.
 *
 * @example
 * import { lintProcess, registerCopies } from 'motcua/procedure'
 * lintProcess(registerCopies.definition) // []
 */
export function lintProcess(input: unknown): readonly Finding[] {
  const structure = checkDefinition(input)
  const parsed = ProcessDefinition.safeParse(input)
  if (!parsed.success) return structure
  const definition = parsed.data
  const severity = definition.origin === undefined ? 'error' : 'info'
  const gaps = [
    ...checkWaits(definition),
    ...checkPromises(definition),
    ...checkOutside(definition),
    ...checkIso(definition),
  ]
  return [
    ...structure,
    ...checkTerms(definition),
    ...gaps.map(({ code, ...gap }) => ({ ...gap, code: `procedure/${code}`, severity, facts: {} }) as const),
  ]
}

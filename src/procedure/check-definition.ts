/**
 * Checks a definition as it is written: everything that would make the chart wrong, all at once.
 *
 * What is merely unwise, or against the law's term, is the linter's business.
 *
 * @module
 */
import { closedLists } from '../dossier/index.ts'
import type { LocalizedText } from '../errors.ts'
import type { Finding } from '../finding.ts'
import { isParallel, kindOfStep, planSteps } from './chart/step-plan.ts'
import { isCommandType } from './commands.ts'
import { ProcessDefinition, type Step } from './definition.ts'

/** Names that the chart itself uses. */
const reservedIds = ['done', 'issuing', 'ready', 'received']

/** One finding of this file. */
function fault(
  code: string,
  place: string,
  ...[message, remedy]: readonly [LocalizedText, LocalizedText]
): Finding {
  return { code: `procedure/${code}`, severity: 'error', place, message, remedy, facts: {} }
}

/** A step with its place in the document. */
interface Placed {
  readonly step: Step
  readonly place: string
  readonly branch: string | undefined
}

/** Every step with its JSON path. */
function placeSteps(definition: ProcessDefinition): readonly Placed[] {
  return definition.steps.flatMap((item, index): readonly Placed[] => {
    const place = `steps[${index}]`
    if (!isParallel(item)) return [{ step: item, place, branch: undefined }]
    return item.branches.flatMap((branch, number) =>
      branch.steps.map((step, at) => ({
        step,
        place: `${place}.branches[${number}].steps[${at}]`,
        branch: `${item.id}.${branch.id}`,
      })),
    )
  })
}

/** Ids that are used twice or belong to the chart. */
function checkIds(definition: ProcessDefinition, placed: readonly Placed[]): readonly Finding[] {
  const blocks = definition.steps.flatMap((item, index) =>
    isParallel(item) ? [{ id: item.id, place: `steps[${index}]` }] : [],
  )
  const all = [...placed.map(({ step, place }) => ({ id: step.id, place })), ...blocks]
  return all.flatMap(({ id, place }, index) => {
    if (reservedIds.includes(id)) {
      return [
        fault(
          'reserved-step-id',
          `${place}.id`,
          { vi: `tên bước ${id} dành riêng cho biểu đồ`, en: `the chart keeps the name ${id} for itself` },
          { vi: 'đặt tên khác', en: 'choose another name' },
        ),
      ]
    }
    if (all.findIndex((one) => one.id === id) === index) return []
    return [
      fault(
        'duplicate-step-id',
        `${place}.id`,
        { vi: `tên bước ${id} dùng hai lần`, en: `the step name ${id} is used twice` },
        { vi: 'mỗi bước một tên', en: 'give each step a name of its own' },
      ),
    ]
  })
}

/** Targets that do not exist, or lie in another branch. */
function checkTargets(definition: ProcessDefinition, placed: readonly Placed[]): readonly Finding[] {
  const mainIds = definition.steps.map(({ id }) => id)
  return placed.flatMap(({ step, place, branch }) => {
    const siblings = placed.filter((one) => one.branch === branch).map((one) => one.step.id)
    const reachable = branch === undefined ? mainIds : siblings
    const targets = [
      ...(step.next === undefined ? [] : [{ id: step.next, at: `${place}.next` }]),
      ...(step.outcomes ?? []).map(({ next }, index) => ({
        id: next,
        at: `${place}.outcomes[${index}].next`,
      })),
      ...(step.returnsTo ?? []).map((id, index) => ({ id, at: `${place}.returnsTo[${index}]` })),
    ]
    return targets
      .filter(({ id }) => !reachable.includes(id))
      .map(({ id, at }) =>
        fault(
          'unknown-step',
          at,
          { vi: `không có bước ${id} ở đây`, en: `there is no step ${id} to go to from here` },
          {
            vi: `dùng một trong: ${reachable.join(', ')}`,
            en: `use one of: ${reachable.join(', ')}`,
          },
        ),
      )
  })
}

/** The order of the kinds: intake first and once, issue once, return last. */
function checkKinds(definition: ProcessDefinition, placed: readonly Placed[]): readonly Finding[] {
  const kinds = definition.steps.map((item) => (isParallel(item) ? 'work' : kindOfStep(item)))
  const wrong: { place: string; vi: string; en: string }[] = []
  for (const kind of ['intake', 'issue', 'return'] as const) {
    const places = kinds.flatMap((one, index) => (one === kind ? [index] : []))
    for (const index of places.slice(1)) {
      wrong.push({
        place: `steps[${index}].kind`,
        vi: `chỉ một bước ${kind}`,
        en: `there can be one ${kind} step only`,
      })
    }
  }
  const intake = kinds.indexOf('intake')
  if (intake > 0) {
    wrong.push({
      place: `steps[${intake}].kind`,
      vi: 'bước tiếp nhận phải đứng đầu',
      en: 'the intake step comes first',
    })
  }
  const back = kinds.indexOf('return')
  if (back >= 0 && back < kinds.length - 1) {
    wrong.push({
      place: `steps[${back}].kind`,
      vi: 'bước trả kết quả phải đứng cuối',
      en: 'the return step comes last',
    })
  }
  for (const { step, place } of placed.filter(({ branch }) => branch !== undefined)) {
    const kind = kindOfStep(step)
    if (kind !== 'work' && kind !== 'automatic') {
      wrong.push({
        place: `${place}.kind`,
        vi: 'nhánh song song chỉ có bước công việc',
        en: 'a branch holds steps of work only',
      })
    }
  }
  return wrong.map(({ place, vi, en }) =>
    fault(
      'misplaced-step',
      place,
      { vi, en },
      { vi: 'sửa thứ tự hoặc loại bước', en: 'change the order or the kind' },
    ),
  )
}

/** Roles and commands that nobody knows. */
function checkWords(definition: ProcessDefinition, placed: readonly Placed[]): readonly Finding[] {
  const roles = new Set([...Object.keys(closedLists.roles), ...(definition.roles ?? []).map(({ id }) => id)])
  const used = [
    ...placed.map(({ step, place }) => ({ role: step.role, place: `${place}.role` })),
    ...Object.entries(definition.permissions ?? {}).flatMap(([command, list]) =>
      list.map((role) => ({ role, place: `permissions.${command}` })),
    ),
  ]
  const unknownRoles = used
    .filter(({ role }) => !roles.has(role))
    .map(({ role, place }) =>
      fault(
        'unknown-role',
        place,
        { vi: `không có vai trò ${role}`, en: `there is no role ${role}` },
        { vi: 'khai báo trong roles', en: 'declare it in roles' },
      ),
    )
  const unknownCommands = Object.keys(definition.permissions ?? {})
    .filter((command) => !isCommandType(command))
    .map((command) =>
      fault(
        'unknown-command',
        `permissions.${command}`,
        { vi: `không có lệnh ${command}`, en: `there is no command ${command}` },
        { vi: 'xem bảng lệnh trong docs/contracts.md', en: 'see the table in docs/contracts.md' },
      ),
    )
  return [...unknownRoles, ...unknownCommands]
}

/** Consultations, legs and cases that refer to nothing or to themselves. */
function checkParts(definition: ProcessDefinition, placed: readonly Placed[]): readonly Finding[] {
  const steps = placed.map(({ step }) => step.id)
  const legs = (definition.legs ?? []).map(({ id }) => id)
  const refer = (ids: readonly string[] | undefined, known: readonly string[], place: string) =>
    (ids ?? [])
      .filter((id) => !known.includes(id))
      .map((id) =>
        fault(
          'unknown-reference',
          place,
          { vi: `${id} không có trong định nghĩa`, en: `${id} is not in the definition` },
          { vi: `dùng một trong: ${known.join(', ')}`, en: `use one of: ${known.join(', ')}` },
        ),
      )
  const waitsForItself = (id: string, seen: readonly string[]): boolean =>
    seen.includes(id) ||
    (definition.legs?.find((leg) => leg.id === id)?.startAfter ?? []).some((before) =>
      waitsForItself(before, [...seen, id]),
    )
  const parts = [definition.consultations, definition.legs, definition.cases].flatMap((list, part) => {
    const name = ['consultations', 'legs', 'cases'][part]
    return (list ?? [])
      .filter(({ id }, index) => (list ?? []).findIndex((one) => one.id === id) !== index)
      .map(({ id }) =>
        fault(
          'duplicate-id',
          `${name}.${id}`,
          { vi: `${id} dùng hai lần`, en: `${id} is used twice` },
          { vi: 'mỗi mục một tên', en: 'give each a name of its own' },
        ),
      )
  })
  return [
    ...parts,
    ...(definition.consultations ?? []).flatMap((one) =>
      refer(one.steps, steps, `consultations.${one.id}.steps`),
    ),
    ...(definition.legs ?? []).flatMap((leg) => [
      ...refer(leg.startAfter, legs, `legs.${leg.id}.startAfter`),
      ...refer(
        leg.startAfterStep === undefined ? [] : [leg.startAfterStep],
        steps,
        `legs.${leg.id}.startAfterStep`,
      ),
      ...(waitsForItself(leg.id, [])
        ? [
            fault(
              'circular-legs',
              `legs.${leg.id}.startAfter`,
              {
                vi: 'các thủ tục liên thông chờ nhau vòng tròn',
                en: 'the legs wait for each other in a circle',
              },
              { vi: 'bỏ một điều kiện startAfter', en: 'drop one startAfter' },
            ),
          ]
        : []),
    ]),
  ]
}

/** Steps that nothing leads to, and steps from which no way leads to the result. */
function checkWays(definition: ProcessDefinition): readonly Finding[] {
  const plan = planSteps(definition)
  const main = plan.steps.filter(({ block }) => block === undefined)
  const leadsTo = (path: string): readonly string[] => {
    const planned = plan.byPath.get(path)
    if (planned)
      return planned.kind === 'intake' ? [plan.firstTarget] : planned.exits.map(({ target }) => target)
    const index = definition.steps.findIndex(
      (item) => isParallel(item) && path === `handling.processing.${item.id}`,
    )
    const next = definition.steps[index]?.next ?? definition.steps[index + 1]?.id
    const found = next === undefined ? undefined : plan.byId.get(next)?.path
    return [found ?? (next === undefined ? ISSUING_END : `handling.processing.${next}`)]
  }
  const reach = (from: string): ReadonlySet<string> => {
    const seen = new Set<string>()
    const todo = [from]
    for (let path = todo.pop(); path !== undefined; path = todo.pop()) {
      if (seen.has(path)) continue
      seen.add(path)
      todo.push(...leadsTo(path))
    }
    return seen
  }
  const reached = reach(plan.firstTarget)
  return main.flatMap(({ id, path, kind }) => {
    if (kind === 'intake' || kind === 'return' || kind === 'issue') return []
    const index = definition.steps.findIndex((item) => item.id === id)
    if (!reached.has(path)) {
      return [
        fault(
          'unreachable-step',
          `steps[${index}]`,
          { vi: `không bước nào dẫn đến ${id}`, en: `no step leads to ${id}` },
          { vi: 'sửa next hoặc outcomes', en: 'change next or outcomes' },
        ),
      ]
    }
    return [...reach(path)].some((one) => one.startsWith('handling.result'))
      ? []
      : [
          fault(
            'dead-end',
            `steps[${index}]`,
            { vi: `từ ${id} không có đường đến kết quả`, en: `no way leads from ${id} to the result` },
            { vi: 'thêm next hoặc outcome dẫn tiếp', en: 'add a next or an outcome that goes on' },
          ),
        ]
  })
}

const ISSUING_END = 'handling.result.issuing'

/** A good definition, or everything that is wrong with one. */
type ReadDefinition =
  | { readonly definition: ProcessDefinition; readonly findings: readonly [] }
  | { readonly definition: undefined; readonly findings: readonly Finding[]; readonly first: Finding }

/** A field that the schema refuses. */
function unfit(place: string, code: string, message = code): Finding {
  return fault(
    'invalid-field',
    place,
    { vi: `trường không hợp lệ (${code})`, en: message },
    {
      vi: 'sửa theo schemas/process-definition.schema.json (motcua schema print process-definition)',
      en: 'follow schemas/process-definition.schema.json (motcua schema print process-definition)',
    },
  )
}

/** Reads a definition once, for whoever checks it and whoever goes on with it. */
export function readDefinition(input: unknown): ReadDefinition {
  const parsed = ProcessDefinition.safeParse(input)
  if (!parsed.success) {
    const [first = unfit('$', 'custom'), ...others] = parsed.error.issues.map((issue) =>
      unfit(issue.path.map(String).join('.') || '$', issue.code, issue.message),
    )
    return { definition: undefined, first, findings: [first, ...others] }
  }
  const definition = parsed.data
  const placed = placeSteps(definition)
  const findings = [
    ...checkIds(definition, placed),
    ...checkTargets(definition, placed),
    ...checkKinds(definition, placed),
    ...checkWords(definition, placed),
    ...checkParts(definition, placed),
  ]
  // Ways are only followed where every target exists.
  const [first, ...others] = findings.length > 0 ? findings : checkWays(definition)
  return first === undefined
    ? { definition, findings: [] }
    : { definition: undefined, first, findings: [first, ...others] }
}

/**
 * Checks that text read as JSON is a process definition whose chart can be built.
 *
 * @returns Everything that is wrong, with its place and what to do; nothing when it is right.
 */
export function checkDefinition(input: unknown): readonly Finding[] {
  return readDefinition(input).findings
}

/**
 * The published JSON Schema of a dossier as a valibot schema, so that both judge by the same rules.
 *
 * It knows the keywords that the schema uses and refuses any other: a rule that is passed over would be a speed-up.
 */
interface Node {
  readonly type?: string
  readonly properties?: Readonly<Record<string, Node>>
  readonly required?: readonly string[]
  readonly additionalProperties?: boolean | Node
  readonly propertyNames?: Node
  readonly items?: Node
  readonly maxItems?: number
  readonly minItems?: number
  readonly minLength?: number
  readonly maxLength?: number
  readonly minimum?: number
  readonly maximum?: number
  readonly pattern?: string
  readonly enum?: readonly string[]
  readonly const?: string
  readonly oneOf?: readonly Node[]
  readonly anyOf?: readonly Node[]
  readonly $ref?: string
  readonly $defs?: Readonly<Record<string, Node>>
}

const known = new Set(
  `type properties required additionalProperties propertyNames items maxItems minItems minLength maxLength minimum maximum
  pattern enum const oneOf anyOf $ref $defs $schema $id title description $comment format`.split(/\s+/),
)

type Make = (...parts: never[]) => unknown
/** The functions of valibot that are used; loaded by name, so untyped. */
export type Valibot = Readonly<Record<string, Make>>

/** Translates a schema; `valibot` is the loaded package. */
export function toValibot(valibot: Valibot, root: Node): unknown {
  const call = (name: string, ...parts: readonly unknown[]): unknown => {
    const make = valibot[name]
    if (make === undefined) throw new Error(`valibot has no ${name}`)
    return Reflect.apply(make, undefined, parts)
  }
  const named = new Map<string, unknown>()
  const piped = (base: unknown, ...steps: readonly unknown[]): unknown => {
    const real = steps.filter((step) => step !== undefined)
    return real.length === 0 ? base : call('pipe', base, ...real)
  }
  const bound = (name: string, limit: number | undefined): unknown =>
    limit === undefined ? undefined : call(name, limit)
  const translateObject = (node: Node): unknown => {
    if (typeof node.additionalProperties === 'object') {
      const keys = translate(node.propertyNames ?? { type: 'string' })
      return call('record', keys, translate(node.additionalProperties))
    }
    const members = Object.entries(node.properties ?? {}).map(([key, member]) => {
      const schema = translate(member)
      return [key, node.required?.includes(key) ? schema : call('exactOptional', schema)]
    })
    return call('strictObject', Object.fromEntries(members))
  }
  const translateNumber = (node: Node): unknown => {
    const whole = node.type === 'integer' ? call('integer') : call('finite')
    return piped(call('number'), whole, bound('minValue', node.minimum), bound('maxValue', node.maximum))
  }
  const translateString = (node: Node): unknown => {
    const pattern = node.pattern === undefined ? undefined : call('regex', new RegExp(node.pattern, 'u'))
    return piped(
      call('string'),
      bound('minLength', node.minLength),
      bound('maxLength', node.maxLength),
      pattern,
    )
  }
  const translate = (node: Node): unknown => {
    const strange = Object.keys(node).find((key) => !known.has(key))
    if (strange !== undefined) throw new Error(`keyword ${strange} is not translated`)
    if (node.$ref !== undefined) {
      const name = node.$ref.split('/').at(-1) ?? ''
      const own = root.$defs?.[name]
      if (own === undefined) throw new Error(`no definition ${name}`)
      if (!named.has(name)) named.set(name, translate(own))
      return named.get(name)
    }
    if (node.const !== undefined) return call('literal', node.const)
    if (node.enum !== undefined) return call('picklist', node.enum)
    const branches = node.oneOf ?? node.anyOf
    if (branches !== undefined) return call('union', branches.map(translate))
    if (node.type === 'object') return translateObject(node)
    if (node.type === 'array') {
      const list = call('array', translate(node.items ?? {}))
      return piped(list, bound('minLength', node.minItems), bound('maxLength', node.maxItems))
    }
    if (node.type === 'string') return translateString(node)
    if (node.type === 'number' || node.type === 'integer') return translateNumber(node)
    if (node.type === 'boolean') return call('boolean')
    throw new Error(`type ${node.type} is not translated`)
  }
  return translate(root)
}

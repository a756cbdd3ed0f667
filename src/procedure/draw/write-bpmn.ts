/**
 * The process as BPMN 2.0 XML, for tools that draw or simulate it.
 *
 * @module
 */
import type { DefinedProcess } from '../define.ts'
import { escapeXml } from './draw-svg.ts'
import { buildGraph, type GraphNode, type ProcessGraph } from './graph.ts'
import { layOut } from './lay-out.ts'

/** Ids of XML may not begin with a digit. */
const idOf = (id: string): string => `n_${id}`

/** The element of a box; a choice of ways gets a gateway after its task. */
function writeNode(node: GraphNode): string {
  const name = escapeXml(node.detail === '' ? node.title : `${node.title} (${node.detail})`)
  const id = idOf(node.id)
  if (node.kind === 'start') return `    <bpmn:startEvent id="${id}" name="${name}"/>`
  if (node.kind === 'end') return `    <bpmn:endEvent id="${id}" name="${name}"/>`
  if (node.kind === 'fork' || node.kind === 'join')
    return `    <bpmn:parallelGateway id="${id}" name="${name}"/>`
  return `    <bpmn:userTask id="${id}" name="${name}"/>`
}

/** Puts an exclusive gateway after every task with more than one way on. */
function withGateways(graph: ProcessGraph): ProcessGraph & { readonly gateways: readonly string[] } {
  const branching = graph.nodes.filter(
    ({ id, kind }) =>
      (kind === 'step' || kind === 'sign') && graph.edges.filter(({ from }) => from === id).length > 1,
  )
  const gateways = branching.map(({ id }) => `${id}Choice`)
  const moved = graph.edges.map((edge) =>
    gateways.includes(`${edge.from}Choice`) ? { ...edge, from: `${edge.from}Choice` } : edge,
  )
  const into = branching.map(({ id }) => ({ from: id, to: `${id}Choice` }))
  return { nodes: graph.nodes, edges: [...into, ...moved], gateways }
}

/** Where a box lies. */
interface Place {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** Room beside the boxes for ways that jump ahead or go back. */
const LANE = 20

/** The corners of a way: straight down where nothing stands between, else around everything on the right. */
function findCourse(start: Place, end: Place, all: readonly Place[]): readonly (readonly [number, number])[] {
  const middle = ({ x, width }: Place): number => x + width / 2
  const isBetween = (box: Place): boolean =>
    box.y > start.y && box.y < end.y && box.x < middle(start) && middle(start) < box.x + box.width
  if (end.y > start.y && !all.some((box) => box !== start && box !== end && isBetween(box))) {
    return [
      [middle(start), start.y + start.height],
      [middle(end), end.y],
    ]
  }
  const lane = Math.max(...all.map(({ x, width }) => x + width)) + LANE
  return [
    [start.x + start.width, start.y + start.height / 2],
    [lane, start.y + start.height / 2],
    [lane, end.y + end.height / 2],
    [end.x + end.width, end.y + end.height / 2],
  ]
}

/** The places of the boxes and the ways between them, for tools that show the picture. */
function writeDiagram(graph: ReturnType<typeof withGateways>, plain: ProcessGraph): readonly string[] {
  const { placed } = layOut(plain)
  const boxes = new Map(placed.map((box) => [box.node.id, box]))
  for (const gateway of graph.gateways) {
    const task = boxes.get(gateway.replace(/Choice$/, ''))
    if (task)
      boxes.set(gateway, {
        ...task,
        x: task.x + task.width / 2 - 15,
        y: task.y + task.height + 2,
        width: 30,
        height: 30,
      })
  }
  const shapes = [...boxes].map(
    ([id, { x, y, width, height }]) =>
      `      <bpmndi:BPMNShape id="${idOf(id)}_di" bpmnElement="${idOf(id)}"><dc:Bounds x="${x}" y="${y}" width="${width}" height="${height}"/></bpmndi:BPMNShape>`,
  )
  const ways = graph.edges.flatMap(({ from, to }, index) => {
    const [start, end] = [boxes.get(from), boxes.get(to)]
    if (start === undefined || end === undefined) return []
    const points = findCourse(start, end, [...boxes.values()]).map(
      ([x, y]) => `<di:waypoint x="${x}" y="${y}"/>`,
    )
    return [
      `      <bpmndi:BPMNEdge id="f_${index}_di" bpmnElement="f_${index}">${points.join('')}</bpmndi:BPMNEdge>`,
    ]
  })
  return [...shapes, ...ways]
}

/**
 * Writes the process as BPMN 2.0 XML with its diagram: tasks, exclusive and parallel gateways, ways back.
 *
 * The main line and its branches only: supplements, pauses, withdrawal and the like belong to every step of every
 * procedure and would hide it.
 *
 * @example
 * import { registerCopies } from 'motcua/procedure'
 * import { writeBpmn } from 'motcua/procedure/draw'
 * writeBpmn(registerCopies).includes('<bpmn:userTask id="n_appraise"') // true
 */
export function writeBpmn(defined: DefinedProcess): string {
  const plain = buildGraph(defined, 'vi')
  const graph = withGateways(plain)
  const flows = graph.edges.map(
    ({ from, to, label }, index) =>
      `    <bpmn:sequenceFlow id="f_${index}" sourceRef="${idOf(from)}" targetRef="${idOf(to)}"${label === undefined ? '' : ` name="${escapeXml(label)}"`}/>`,
  )
  const name = escapeXml(defined.definition.procedure.name)
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC" xmlns:di="http://www.omg.org/spec/DD/20100524/DI" id="definitions" targetNamespace="urn:motcua:process">',
    `  <bpmn:process id="process" name="${name}" isExecutable="false">`,
    ...graph.nodes.map(writeNode),
    ...graph.gateways.map((id) => `    <bpmn:exclusiveGateway id="${idOf(id)}"/>`),
    ...flows,
    '  </bpmn:process>',
    '  <bpmndi:BPMNDiagram id="diagram">',
    '    <bpmndi:BPMNPlane id="plane" bpmnElement="process">',
    ...writeDiagram(graph, plain),
    '    </bpmndi:BPMNPlane>',
    '  </bpmndi:BPMNDiagram>',
    '</bpmn:definitions>',
    '',
  ].join('\n')
}

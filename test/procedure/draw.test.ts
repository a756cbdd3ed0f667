import { describe, expect, it } from 'vitest'
import { procedures } from '../../src/catalogue/index.ts'
import {
  buildControlSlip,
  drawMermaid,
  drawSvg,
  writeBpmn,
  writeListing,
  writeSheetHtml,
  writeSheetMarkdown,
} from '../../src/procedure/draw/index.ts'
import { defineProcess, registerCopies } from '../../src/procedure/index.ts'
import { appraising, archived, calendar } from '../kit/procedure-walk.ts'
import { everything } from '../kit/processes.ts'

const running = appraising.dossierCase ?? expect.fail()

/** Rectangles of an SVG, the page itself left out. */
function boxesOf(svg: string) {
  return [...svg.matchAll(/<rect x="([\d.]+)" y="([\d.]+)" width="([\d.]+)" height="([\d.]+)"/g)].map(
    (match) => {
      const [x = 0, y = 0, width = 0, height = 0] = match.slice(1).map(Number)
      return { x, y, right: x + width, bottom: y + height }
    },
  )
}

/** Whether opening and closing tags match. */
function isWellFormed(xml: string): boolean {
  const open: string[] = []
  for (const [, close, name = '', rest = ''] of xml.matchAll(
    /<(\/?)([A-Za-z][\w:]*)((?:"[^"]*"|[^<>"])*)>/g,
  )) {
    if (close === '/') {
      if (open.pop() !== name) return false
    } else if (!rest.endsWith('/')) open.push(name)
  }
  return open.length === 0
}

const [first, ...others] = registerCopies.definition.steps
const twenty = defineProcess({
  ...registerCopies.definition,
  steps: [
    first,
    ...Array.from({ length: 17 }, (_, index) => ({
      id: `work${index}`,
      task: `Bước ${index}: kiểm tra <hồ sơ> & đối chiếu "bản đồ địa chính" rồi lập tờ trình`,
      role: 'officer',
      ...(index === 9 ? { returnsTo: ['work2'] } : {}),
    })),
    ...others.slice(1),
  ] as typeof registerCopies.definition.steps,
})

describe('what it gives', () => {
  it('draws the four steps in order with who does them and for how long', () => {
    const text = drawMermaid(registerCopies)
    expect(text).toContain('s_appraise["Thẩm định<br/><small>Công chức tư pháp · 3 giờ làm việc</small>"]')
    expect(text).toContain('s_receive --> s_appraise')
    expect(text).toContain('s_issue --> s_end')
  })
  it('highlights the current step of a case', () => {
    expect(drawMermaid(registerCopies, { dossierCase: running })).toContain('class s_appraise current')
    expect(drawSvg(registerCopies, { dossierCase: running })).toContain('fill="#ffe9a8"')
    expect(drawSvg(registerCopies)).not.toContain('fill="#ffe9a8"')
  })
  it('keeps twenty steps apart, inside the page and well-formed', () => {
    for (const defined of [registerCopies, everything, twenty]) {
      const svg = drawSvg(defined)
      const boxes = boxesOf(svg)
      const [, width = '0', height = '0'] = /viewBox="0 0 ([\d.]+) ([\d.]+)"/.exec(svg) ?? []
      expect(isWellFormed(svg)).toBe(true)
      for (const [index, box] of boxes.entries()) {
        expect(box.x >= 0 && box.right <= Number(width) && box.bottom <= Number(height)).toBe(true)
        for (const other of boxes.slice(index + 1)) {
          const isApart =
            box.right <= other.x || other.right <= box.x || box.bottom <= other.y || other.bottom <= box.y
          expect(isApart).toBe(true)
        }
      }
    }
    expect(boxesOf(drawSvg(twenty)).length).toBe(22)
  })
  it('writes the ISO sheet with its seven sections and the table of steps', () => {
    const sheet = writeSheetMarkdown(registerCopies)
    for (const heading of [
      '1. Mục đích',
      '2. Phạm vi',
      '3. Tài liệu viện dẫn',
      '4. Định nghĩa',
      '5. Nội dung',
      '6. Biểu mẫu',
      '7. Hồ sơ cần lưu',
    ]) {
      expect(sheet).toContain(`## ${heading}`)
    }
    expect(sheet).toContain('| B2 | Thẩm định | Công chức tư pháp | 3 giờ làm việc | Dự thảo bản sao |')
    expect(sheet).toContain('Quyết định: 663/QĐ-TTPVHCC')
    expect(
      isWellFormed(
        writeSheetHtml(registerCopies).replace('<!doctype html>', '').replace('<meta charset="utf-8">', ''),
      ),
    ).toBe(true)
  })
  it('says in the sheet and the listing what the machine does: the same steps in the same order', () => {
    const tasks = everything.plan.steps.map(({ step }) => String(step.task))
    for (const text of [writeSheetMarkdown(everything), writeListing(everything)]) {
      const places = tasks.map((task) => text.indexOf(`| ${task} |`))
      expect(places.every((place, index) => place > (places[index - 1] ?? 0))).toBe(true)
    }
  })
  it('gives the control slip: who had it from when to when', () => {
    const options = { events: appraising.events, calendar }
    const slip = buildControlSlip(registerCopies, running, options)
    expect(
      slip.rows.map(
        ({ step, handedAt, isCurrent }) => `${step} ${handedAt?.slice(0, 16) ?? '-'} ${isCurrent}`,
      ),
    ).toEqual(['receive 2026-09-03T07:00 false', 'appraise - true', 'approve - false', 'issue - false'])
    expect(slip.rows[1]?.dueAt).toBe('2026-09-03T10:00:00.000+07:00')
    const done = buildControlSlip(registerCopies, archived.dossierCase ?? expect.fail(), {
      events: archived.events,
      calendar,
    })
    expect(done.rows.map(({ by }) => by)).toEqual(['u-reception', 'u-officer', 'u-approver', 'u-clerk'])
  })
  it('exports BPMN whose flows join elements that exist', () => {
    const xml = writeBpmn(everything)
    expect(isWellFormed(xml.replace(/<\?.*?\?>/, ''))).toBe(true)
    const ids = new Set([...xml.matchAll(/<bpmn:\w+ id="([^"]+)"/g)].map(([, id]) => id))
    const ends = [...xml.matchAll(/(?:sourceRef|targetRef)="([^"]+)"/g)].map(([, id]) => id)
    expect(ends.filter((id) => !ids.has(id))).toEqual([])
    expect(xml).toContain('<bpmn:exclusiveGateway id="n_appraiseChoice"/>')
    expect(xml).toContain('<bpmn:parallelGateway id="n_verificationFork"')
  })
})

describe('what BPMN tools draw', () => {
  it('leads a way that jumps over steps around them, and none through a box', () => {
    const xml = writeBpmn(everything)
    const edges = [...xml.matchAll(/<bpmndi:BPMNEdge[^>]*>(.*?)<\/bpmndi:BPMNEdge>/g)].map(
      ([, points = '']) => [...points.matchAll(/x="([\d.]+)"/g)].map(([, x]) => Number(x)),
    )
    const jumps = edges.filter(({ length }) => length === 4)
    expect(jumps.length).toBeGreaterThan(0)
    const rights = [...xml.matchAll(/Bounds x="([\d.]+)" y="[\d.]+" width="([\d.]+)"/g)].map(
      ([, x, width]) => Number(x) + Number(width),
    )
    for (const [, lane] of jumps) expect(lane).toBeGreaterThan(Math.max(...rights))
  })
})

describe('edges', () => {
  it('escapes what would break the picture', () => {
    expect(drawSvg(twenty)).toContain('&lt;hồ sơ&gt; &amp;')
    expect(drawMermaid(twenty)).toContain('#lt;hồ sơ#gt;')
  })
})

describe('what a record of the catalogue adds', () => {
  const record = procedures.find(({ code }) => code === '2.000908') ?? expect.fail('the record')
  const full: typeof record = {
    ...record,
    service: { level: 'partial', partialReason: 'physical-presence' },
    subjects: [{ text: 'Cá nhân, tổ chức' }],
    requirements: ['Có thông tin trong sổ gốc'],
    fees: [
      {
        code: 'LP1',
        name: 'Lệ phí',
        class: 'fee',
        rates: [{ amount: { kind: 'fixed', amountVnd: 1_250_000 }, channel: 'online' }],
      },
    ],
  }
  it('stands above what the process says: papers, terms by channel, fees, who may apply', () => {
    const listing = writeListing(registerCopies, { record: full })
    expect(listing).toContain('- Phí, lệ phí: Lệ phí: 1.250.000 đồng (Trực tuyến)')
    expect(listing).toContain('- Đối tượng thực hiện: Cá nhân, tổ chức')
    expect(listing).toContain('- Có thông tin trong sổ gốc')
    const [manner] = record.manners
    expect(listing).toContain(manner?.terms[0]?.text ?? expect.fail('a term'))
    expect(writeSheetMarkdown(registerCopies, { record: full })).toContain('1.250.000 đồng')
    expect(writeSheetHtml(registerCopies, { record: full })).toContain('1.250.000 đồng')
    // What only the process knows stays.
    expect(listing).toContain('- Nơi tiếp nhận: Bộ phận Một cửa')
  })
  it('leaves out nothing of the process where the record is silent', () => {
    const silent = { ...record, manners: [], fees: [], papers: [], legalBases: [], results: [] }
    expect(writeListing(registerCopies, { record: silent })).toContain('- Phí, lệ phí: Không')
  })
})

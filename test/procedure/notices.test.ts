import { describe, expect, it } from 'vitest'
import { instant } from '../../src/date.ts'
import { checkNotices } from '../../src/procedure/conform/index.ts'
import {
  defineProcess,
  forwardBy,
  type RuleSet,
  registerCopies,
  ruleSets,
} from '../../src/procedure/index.ts'
import {
  anyHash,
  appraising,
  archived,
  calendar,
  lastCode,
  openingData,
  received,
  startWalk,
  step,
  steps,
  type Walk,
} from '../kit/procedure-walk.ts'

const supplement = { papers: ['GT01'], reasonCode: 'missing-paper', reason: 'Thiếu bản chính' }
const { supplement: _mode, ...withoutMode } = registerCopies.definition
const longer = defineProcess({ ...withoutMode, id: 'longer', term: { kind: 'working-days', amount: 15 } })
const codesOf = (walk: Walk) =>
  checkNotices(walk.defined, walk.events, { calendar }).map(({ code, place }) => `${code} ${place}`)

/** A case of fifteen working days, received on Friday 28/8/2026 and being appraised. */
const settling = steps(startWalk(longer), [
  ['2026-08-28T09:00', 'reception', 'case.open', openingData],
  ['2026-08-28T09:00', 'reception', 'dossier.submit', { dossierHash: anyHash }],
  ['2026-08-28T09:00', 'reception', 'intake.begin'],
  ['2026-08-28T09:05', 'reception', 'dossier.receive', { dossierCode: 'H26.01-260828-0001' }],
  ['2026-08-28T10:00', 'reception', 'dossier.forward'],
])
/** The same sent online in the evening before, and looked at whenever. */
const online = steps(startWalk(longer), [
  ['2026-08-27T20:00', 'applicant', 'case.open', { ...openingData, channel: 'online' }],
  ['2026-08-27T20:00', 'applicant', 'dossier.submit', { dossierHash: anyHash }],
])

describe('what it gives', () => {
  it('finds nothing in a case that was done in time', () => {
    expect(codesOf(archived)).toEqual([])
    expect(codesOf(settling)).toEqual([])
  })
  it('finds papers asked for later than three working days after receipt, over the holiday', () => {
    // 31/8 is worked for no one, 1 and 2/9 are holidays: the third working day is Monday 7/9.
    const onTime = step(settling, '2026-09-07T16:59', 'officer', 'supplement.request', supplement)
    expect([lastCode(onTime), codesOf(onTime)]).toEqual(['moved', []])
    const late = step(settling, '2026-09-08T08:00', 'officer', 'supplement.request', supplement)
    expect([lastCode(late), codesOf(late)]).toEqual(['moved', ['procedure/late-supplement-notice case-1#7']])
  })
  it('finds an apology that came less than a working day before the appointment, and one that never came', () => {
    const reappoint = (at: string) =>
      step(settling, at, 'unit-head', 'appointment.re-appoint', {
        reason: 'Cần xác minh thêm',
        apologyNumber: '3/XL',
        dueAt: '2026-10-01T17:00:00.000+07:00',
      })
    expect(settling.dossierCase?.facts.appointment?.dueAt).toBe('2026-09-23T17:00:00.000+07:00')
    expect(codesOf(reappoint('2026-09-22T16:00'))).toEqual([])
    expect(codesOf(reappoint('2026-09-23T08:00'))).toEqual(['procedure/late-apology case-1#7'])
    const rejected = step(settling, '2026-09-24T08:00', 'approver', 'case.reject', {
      reasonCode: 'no-entry',
      reason: 'Không có trong sổ',
      legalBasis: 'NĐ 23/2015/NĐ-CP',
    })
    expect(codesOf(rejected)).toEqual(['procedure/missing-apology case-1#7'])
  })
  it('finds an online dossier answered after eight working hours, and warns when they are over', () => {
    const timers = online.decisions.at(-1)
    expect(timers?.kind === 'moved' && timers.nextInstants).toMatchObject([
      { command: 'deadline.warn', data: { kind: 'reply-overdue', dueAt: '2026-08-28T17:00:00.000+07:00' } },
    ])
    const began = step(online, '2026-08-28T16:00', 'reception', 'intake.begin')
    const answer = (at: string) => step(began, at, 'reception', 'intake-supplement.request', supplement)
    expect(codesOf(answer('2026-08-28T17:00'))).toEqual([])
    expect(codesOf(answer('2026-09-03T08:00'))).toEqual(['procedure/late-online-reply case-1#4'])
    const warning = { kind: 'reply-overdue', dueAt: '2026-08-28T17:00:00.000+07:00' }
    expect(lastCode(step(began, '2026-08-28T17:01', 'system', 'deadline.warn', warning))).toBe('moved')
    const answered = answer('2026-08-28T17:00')
    expect(lastCode(step(answered, '2026-08-28T17:01', 'system', 'deadline.warn', warning))).toBe(
      'nothing-to-warn',
    )
  })
  it('finds a dossier forwarded late', () => {
    expect(codesOf(step(received, '2026-09-03T09:00', 'reception', 'dossier.forward'))).toEqual([
      'procedure/late-forward case-1#6',
    ])
  })
  it('counts the forwarding of what came after 15:00 to the start of the very next working day', () => {
    const [, now] = ruleSets
    const by = (at: string) => forwardBy(instant(at), now ?? expect.fail(), calendar).slice(0, 16)
    expect(
      [
        '2026-08-27T14:59',
        '2026-08-27T15:00',
        '2026-08-27T15:01',
        '2026-08-28T15:01',
        '2026-08-29T09:00',
      ].map(by),
    ).toEqual([
      '2026-08-27T17:00',
      '2026-08-27T17:00',
      '2026-08-28T07:00',
      '2026-09-03T07:00',
      '2026-09-03T07:00',
    ])
  })
  it('goes by the values of the rule set of the case', () => {
    const own = ruleSets.map(
      (rules): RuleSet => ({
        ...rules,
        supplementNoticeWorkingDays: { ...rules.supplementNoticeWorkingDays, value: 5 },
      }),
    )
    const defined = defineProcess(longer.definition, { ruleSets: own })
    const late = step(settling, '2026-09-08T08:00', 'officer', 'supplement.request', supplement)
    expect(checkNotices(defined, late.events, { calendar })).toEqual([])
  })
  it('takes over what is favourable from a later rule set that says so, and nothing else', () => {
    const [old, now] = ruleSets
    if (old === undefined || now === undefined) return expect.fail('two rule sets')
    const later: RuleSet = {
      ...now,
      transition: 'if-favourable',
      maxExtensions: { ...now.maxExtensions, value: 0 },
      maxReappointments: { ...now.maxReappointments, value: 3 },
    }
    const lifecycle = { ...longer.definition.lifecycle, inForceFrom: '2025-01-01' }
    const defined = defineProcess({ ...longer.definition, lifecycle }, { ruleSets: [old, later] })
    const before = steps(startWalk(defined), [
      ['2025-06-27T09:00', 'reception', 'case.open', openingData],
      ['2025-06-27T09:00', 'reception', 'dossier.submit', { dossierHash: anyHash }],
      ['2025-06-27T09:00', 'reception', 'intake.begin'],
      ['2025-06-27T09:05', 'reception', 'dossier.receive', { dossierCode: 'H26.01-250627-0001' }],
    ])
    const extension = { when: 'phải xác minh', amount: 2, kind: 'working-days', mode: 'by' }
    const apologise = (dueAt: string) => ({ reason: 'Chậm', apologyNumber: '1/XL', dueAt })
    // Before the new set is in force the old one counts; from then on no extension, but no more postponements either.
    expect(lastCode(step(before, '2025-06-30T09:00', 'officer', 'term.extend', extension))).toBe('moved')
    expect(lastCode(step(before, '2025-07-01T09:00', 'officer', 'term.extend', extension))).toBe(
      'no-extension-left',
    )
    const once = step(
      before,
      '2025-07-01T09:00',
      'unit-head',
      'appointment.re-appoint',
      apologise('2025-08-01T17:00:00.000+07:00'),
    )
    const twice = step(
      once,
      '2025-07-02T09:00',
      'unit-head',
      'appointment.re-appoint',
      apologise('2025-09-01T17:00:00.000+07:00'),
    )
    expect([lastCode(once), lastCode(twice)]).toEqual(['moved', 'no-reappointment-left'])
  })
})

describe('what it refuses', () => {
  it('refuses a re-appointment without an apology, or to a day that is not later', () => {
    const reappoint = (data: Readonly<Record<string, unknown>>) =>
      lastCode(step(settling, '2026-09-10T08:00', 'unit-head', 'appointment.re-appoint', data))
    const dueAt = '2026-10-01T17:00:00.000+07:00'
    expect(reappoint({ reason: 'Chậm', dueAt })).toBe('invalid-data')
    expect(reappoint({ reason: 'Chậm', apologyNumber: '', dueAt })).toBe('invalid-data')
    expect(reappoint({ reason: 'Chậm', apologyNumber: '1/XL', dueAt: '2026-09-23T17:00:00.000+07:00' })).toBe(
      'not-later',
    )
  })
  it('refuses an electronic copy that nobody signed, unless the process says that none is', () => {
    const scan = { paper: 'GT01', moment: 'reception', documentHash: anyHash }
    const find = { paper: 'GT01', moment: 'reception', found: false }
    const looked = step(received, '2026-08-28T15:30', 'reception', 'paper.look-up', find)
    const digitise = (walk: Walk, signed: boolean) =>
      lastCode(step(walk, '2026-08-28T15:31', 'reception', 'paper.digitise', { ...scan, signed }))
    expect([digitise(looked, false), digitise(looked, true)]).toEqual(['copy-not-signed', 'moved'])
    const { definition } = registerCopies
    const digitisation = { moments: ['reception' as const], isCopySigned: false }
    const unsigned = defineProcess({ ...definition, id: 'unsigned', digitisation })
    const other = looked.commands.reduce(
      (walk, { at, command }) => step(walk, at, command.actor.roles[0] ?? '', command.type, command.data),
      startWalk(unsigned),
    )
    expect(digitise(other, false)).toBe('moved')
  })
  it('refuses a signature in another mode, or below the level that the process asks', () => {
    const sign = (walk: Walk, data: Readonly<Record<string, unknown>>) =>
      lastCode(step(walk, '2026-09-03T09:00', 'approver', 'result.sign', { signing: 'approve', ...data }))
    const done = step(appraising, '2026-09-03T08:00', 'officer', 'step.complete', { step: 'appraise' })
    expect(sign(done, { mode: 'issue', documentHash: anyHash })).toBe('wrong-signing-mode')
    const [receive, appraise, , issue] = registerCopies.definition.steps
    const leveled = defineProcess({
      ...registerCopies.definition,
      id: 'leveled',
      steps: [
        receive,
        appraise,
        { id: 'approve', kind: 'sign', task: 'Ký', role: 'approver', signs: { as: 'approve', level: 'B-T' } },
        issue,
      ] as typeof registerCopies.definition.steps,
    })
    const other = done.commands.reduce(
      (walk, { at, command }) => step(walk, at, command.actor.roles[0] ?? '', command.type, command.data),
      startWalk(leveled),
    )
    const level = (signatureLevel?: string) =>
      sign(other, { mode: 'approve', documentHash: anyHash, ...(signatureLevel ? { signatureLevel } : {}) })
    expect([level(), level('B-B'), level('B-T'), level('B-LTA')]).toEqual([
      'signature-level-too-low',
      'signature-level-too-low',
      'moved',
      'moved',
    ])
  })
})

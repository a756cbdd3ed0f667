import { describe, expect, it } from 'vitest'
import { instant } from '../../src/date.ts'
import { CaseEvent, sealEvents, verifyHistory } from '../../src/dossier/history/index.ts'
import {
  allowed,
  decide,
  defineProcess,
  deriveStepDueAt,
  registerCopies,
  replay,
} from '../../src/procedure/index.ts'
import { countingBytes } from '../kit/cases.ts'
import {
  actorOf,
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
} from '../kit/procedure-walk.ts'

const supplement = { papers: ['GT01'], reasonCode: 'missing-paper', reason: 'Thiếu bản chính' }

describe('what it gives', () => {
  it('promises the result for the next working day after 15:00, over the long holiday', () => {
    expect(received.dossierCase?.facts.appointment).toEqual({
      dueAt: '2026-09-03T17:00:00.000+07:00',
      firstDueAt: '2026-09-03T17:00:00.000+07:00',
      cause: 'received',
    })
  })
  it('walks the four steps from the counter to the archive, with the portal’s numbers', () => {
    expect(archived.decisions.every(({ kind }) => kind === 'moved')).toBe(true)
    expect(archived.events.map(({ type, data }) => `${type} ${data.nationalStatus}`)).toEqual([
      'case.opened 1',
      'dossier.submitted 1',
      'intake.begun 1',
      'dossier.received 2',
      'appointment.set 2',
      'dossier.forwarded 4',
      'step.completed 4',
      'result.signed 4',
      'result.numbered 4',
      'result.signed 4',
      'result.issued 9',
      'result.registered 9',
      'result.handed 10',
      'case.archived 10',
    ])
  })
  it('gives events that fit the schema of the history and seal into an unbroken chain', () => {
    const sealed = sealEvents(archived.events, { randomBytes: countingBytes() })
    expect(sealed.map((event) => CaseEvent.safeParse(event).success)).toEqual(sealed.map(() => true))
    expect(verifyHistory(sealed)).toEqual([])
  })
  it('forwards by the start of the next working day what came after 15:00', () => {
    const [event] = appraising.events.slice(-1)
    expect(event?.data).toMatchObject({ forwardBy: '2026-09-03T07:00:00.000+07:00', late: false })
  })
  it('stops the clock for a supplement and moves the promise by the time that stood still', () => {
    const walk = steps(appraising, [
      ['2026-09-03T08:00', 'officer', 'supplement.request', supplement],
      ['2026-09-03T10:00', 'applicant', 'supplement.answer', { papers: ['GT01'], dossierHash: anyHash }],
    ])
    expect(walk.events.at(-3)?.data).toMatchObject({ nationalStatus: 5, round: 1 })
    expect(walk.events.at(-1)).toMatchObject({
      type: 'appointment.set',
      data: { cause: 'resumed', dueAt: '2026-09-04T17:00:00.000+07:00', nationalStatus: 4 },
    })
    expect(walk.dossierCase?.facts.appointment?.firstDueAt).toBe('2026-09-03T17:00:00.000+07:00')
  })
  it('tells when a step is due and raises the warning once', () => {
    const dueAt = deriveStepDueAt(registerCopies, appraising.dossierCase ?? expect.fail(), {
      step: 'appraise',
      calendar,
    })
    expect(dueAt).toBe('2026-09-03T10:00:00.000+07:00')
    const warning = { kind: 'step-overdue', step: 'appraise', dueAt }
    const once = step(appraising, '2026-09-03T10:01', 'system', 'deadline.warn', warning)
    expect(lastCode(once)).toBe('moved')
    expect(lastCode(step(once, '2026-09-03T10:02', 'system', 'deadline.warn', warning))).toBe(
      'nothing-to-warn',
    )
  })
  it('names the moments to come back at, earliest first', () => {
    const decision = appraising.decisions.at(-1)
    expect(
      decision?.kind === 'moved' &&
        decision.nextInstants.map(({ at, data }) => `${at.slice(0, 16)} ${data.kind}`),
    ).toEqual(['2026-09-03T10:01 step-overdue', '2026-09-03T16:00 due-soon', '2026-09-03T17:01 overdue'])
  })
  it('notifies the applicant on every change of status with what the decree asks for', () => {
    const notices = archived.decisions.flatMap((one) =>
      one.kind === 'moved' ? one.effects.filter(({ type }) => type === 'notifyApplicant') : [],
    )
    expect(notices.map((one) => one.type === 'notifyApplicant' && one.notice.status)).toEqual([
      1, 2, 4, 9, 10,
    ])
    expect(notices.at(-1)).toMatchObject({
      notice: {
        agency: 'H26.01',
        receivedBy: 'u-reception',
        settledBy: 'u-approver',
        returnedAt: '2026-09-03T09:30:00.000+07:00',
      },
      text: { vi: 'Hồ sơ 000.00.64.H10-260828-0001: Đã trả kết quả' },
    })
  })
  it('lists for each actor what may be done now', () => {
    const at = instant('2026-09-03T08:00')
    const list = (role: string) =>
      allowed(registerCopies, appraising.dossierCase, { actor: actorOf(role), at })
    expect(list('officer')).toContain('step.complete')
    expect(list('clerk')).not.toContain('step.complete')
    expect(allowed(registerCopies, undefined, { actor: actorOf('reception'), at })).toEqual(['case.open'])
  })
})

describe('what it refuses', () => {
  it('refuses to correct an appointment that was never made', () => {
    const correction = {
      what: 'appointment',
      after: '2026-09-09T17:00:00.000+07:00',
      reason: 'Sửa',
      authority: 'QĐ 1',
    }
    const opened = steps(startWalk(), [['2026-08-28T15:20', 'applicant', 'case.open', openingData]])
    expect(lastCode(step(opened, '2026-08-28T15:21', 'administrator', 'case.correct', correction))).toBe(
      'not-received',
    )
    expect(lastCode(step(received, '2026-08-28T16:00', 'administrator', 'case.correct', correction))).toBe(
      'moved',
    )
  })
  it('refuses a step to the wrong role and says what is allowed and for whom', () => {
    const walk = step(appraising, '2026-09-03T08:00', 'clerk', 'step.complete', { step: 'appraise' })
    const refusal = walk.decisions.at(-1)
    expect(refusal).toMatchObject({
      kind: 'refused',
      code: 'wrong-role',
      message: { vi: 'chỉ Người thụ lý được thực hiện lệnh này' },
    })
    expect(refusal?.kind === 'refused' && refusal.allowed).toContainEqual({
      command: 'step.complete',
      roles: ['officer'],
    })
  })
  it('refuses a malformed command before anything else', () => {
    const command = { ...(received.commands[0]?.command ?? expect.fail()), commandId: 'với dấu cách' }
    const decision = decide(registerCopies, undefined, command, { at: instant('2026-08-28T15:20'), calendar })
    expect(decision).toMatchObject({
      kind: 'refused',
      code: 'invalid-command',
      issues: [{ path: 'commandId' }],
    })
  })
  it('refuses unknown commands, unknown cases and data that do not fit', () => {
    expect(lastCode(step(appraising, '2026-09-03T08:00', 'officer', 'step.skip' as never))).toBe(
      'unknown-command',
    )
    expect(lastCode(step(startWalk(), '2026-09-03T08:00', 'reception', 'intake.begin'))).toBe('unknown-case')
    const walk = step(appraising, '2026-09-03T08:00', 'officer', 'step.complete', { step: 7 })
    expect(walk.decisions.at(-1)).toMatchObject({
      code: 'invalid-data',
      issues: [{ path: 'step', code: 'invalid_type' }],
    })
  })
  it('refuses to work on while the clock stands still, and to stop it twice', () => {
    const paused = step(appraising, '2026-09-03T08:00', 'officer', 'supplement.request', supplement)
    expect(lastCode(step(paused, '2026-09-03T08:01', 'officer', 'step.complete', { step: 'appraise' }))).toBe(
      'clock-paused',
    )
    expect(lastCode(step(paused, '2026-09-03T08:01', 'officer', 'supplement.request', supplement))).toBe(
      'clock-not-running',
    )
  })
  it('refuses a second request for papers where one round is allowed', () => {
    const answered = steps(appraising, [
      ['2026-09-03T08:00', 'officer', 'supplement.request', supplement],
      ['2026-09-03T10:00', 'applicant', 'supplement.answer', { papers: ['GT01'], dossierHash: anyHash }],
    ])
    expect(lastCode(step(answered, '2026-09-03T10:30', 'officer', 'supplement.request', supplement))).toBe(
      'no-supplement-round-left',
    )
  })
  it('refuses to issue a result without number or seal', () => {
    const signed = steps(appraising, [
      ['2026-09-03T08:00', 'officer', 'step.complete', { step: 'appraise' }],
      [
        '2026-09-03T09:00',
        'approver',
        'result.sign',
        { signing: 'approve', mode: 'approve', documentHash: anyHash },
      ],
    ])
    const issue = { resultCode: 'KQ', documentHash: anyHash }
    expect(lastCode(step(signed, '2026-09-03T09:01', 'clerk', 'result.issue', issue))).toBe('not-numbered')
    const numbered = step(signed, '2026-09-03T09:01', 'clerk', 'result.number', {
      number: '1',
      symbol: 'BS',
      issuedDate: '2026-09-03',
    })
    expect(lastCode(step(numbered, '2026-09-03T09:02', 'clerk', 'result.issue', issue))).toBe('not-signed')
  })
  it('starts no case under a definition that is not approved or not in force', () => {
    const { lifecycle: _lifecycle, ...draft } = registerCopies.definition
    const walk = step(
      startWalk(defineProcess(draft)),
      '2026-08-28T08:00',
      'reception',
      'case.open',
      openingData,
    )
    expect(lastCode(walk)).toBe('not-approved')
    expect(lastCode(step(startWalk(), '2026-05-12T08:00', 'reception', 'case.open', openingData))).toBe(
      'not-in-force',
    )
  })
})

describe('edges', () => {
  it('does nothing twice for the same command id', () => {
    const [, second] = archived.commands
    const again = decide(registerCopies, archived.dossierCase, second?.command ?? expect.fail(), {
      at: instant('2026-09-04T08:00'),
      calendar,
    })
    expect(again).toMatchObject({ kind: 'moved', events: [], effects: [] })
  })
  it('lets a step be taken back by whoever completed it, until the next one acts', () => {
    const done = step(appraising, '2026-09-03T08:00', 'officer', 'step.complete', { step: 'appraise' })
    expect(lastCode(step(done, '2026-09-03T08:05', 'officer', 'step.recall', { step: 'appraise' }))).toBe(
      'moved',
    )
    const assigned = step(done, '2026-09-03T08:02', 'unit-head', 'step.assign', {
      step: 'approve',
      assignee: 'u-approver',
    })
    expect(lastCode(step(assigned, '2026-09-03T08:05', 'officer', 'step.recall', { step: 'appraise' }))).toBe(
      'no-recall',
    )
  })
})

describe('what it must not touch', () => {
  it('gives the same case, byte for byte, from its events alone and from a restart at any point', () => {
    const text = JSON.stringify(archived.dossierCase)
    expect(JSON.stringify(replay(registerCopies, archived.events))).toBe(text)
    let dossierCase: string | undefined
    for (const { at, command } of archived.commands) {
      const restored = dossierCase === undefined ? undefined : JSON.parse(dossierCase)
      const decision = decide(registerCopies, restored, command, { at: instant(at), calendar })
      if (decision.kind === 'moved') dossierCase = JSON.stringify(decision.dossierCase)
    }
    expect(dossierCase).toBe(text)
  })
})

/**
 * A counter clerk in a process of its own, to be killed at any moment: takes dossiers one after another and says on
 * standard output what the host answered.
 *
 * Arguments: connection string, name of the clerk, first number. It never ends by itself.
 */
import { randomBytes } from 'node:crypto'
import { Pool } from 'pg'
import { fromPg } from '../../src/adapters/postgres.ts'
import { instant } from '../../src/date.ts'
import { type CaseCommand, registerCopies } from '../../src/procedure/index.ts'
import { createHost, deliverEffects, fromSqlClient } from '../../src/runtime/index.ts'
import { actorOf, anyHash, calendar, openingData } from './procedure-walk.ts'

const [connectionString = '', clerk = '', first = '1'] = process.argv.slice(2)
const host = createHost({
  agency: 'H26.51',
  store: fromSqlClient(fromPg(new Pool({ connectionString, max: 2 }))),
  clock: () => instant('2026-08-28T09:00'),
  calendar,
  randomBytes: (length) => new Uint8Array(randomBytes(length)),
  definitions: [registerCopies],
})

/** One command; its answer is said only once the store has it. */
async function give(caseId: string, type: CaseCommand['type'], data: Readonly<Record<string, unknown>> = {}) {
  const command = { caseId, type, commandId: `${caseId}-${type}`, actor: actorOf('reception'), data }
  const answer = await host.give({ command })
  if (answer.kind === 'stored') process.stdout.write(`${caseId} ${type}\n`)
}

for (let number = Number(first); ; number += 1) {
  const caseId = `${clerk}-${number}`
  await give(caseId, 'case.open', openingData)
  await give(caseId, 'dossier.submit', { dossierHash: anyHash })
  await give(caseId, 'intake.begin')
  const answer = await host.give({
    registers: ['dossier-code'],
    command: (numbers) => ({
      caseId,
      type: 'dossier.receive',
      commandId: `${caseId}-dossier.receive`,
      actor: actorOf('reception'),
      data: { dossierCode: `H26.51-260828-${String(numbers['dossier-code']).padStart(5, '0')}` },
    }),
  })
  if (answer.kind === 'stored') process.stdout.write(`${caseId} dossier.receive\n`)
  await deliverEffects(host, async ({ key }) => void process.stdout.write(`effect ${key}\n`))
}

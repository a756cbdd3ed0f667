// A counter over HTTP with node:http and nothing else: commands in, cases out; then it calls itself once.
import { randomBytes } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { instant } from 'motcua'
import { memoryStore } from 'motcua/adapters/memory'
import { buildWorkingCalendar } from 'motcua/calendar'
import { allowed, type CaseCommand, publicViewOf, registerCopies } from 'motcua/procedure'
import { createHost } from 'motcua/runtime'

const clock = () => instant('2026-08-28T15:20') // an application gives its own: () => instant(new Date().toISOString())
const host = createHost({
  agency: 'H26.01',
  store: memoryStore(), // in production: fromSqlClient(fromPg(pool))
  clock,
  calendar: buildWorkingCalendar(),
  randomBytes: (length) => new Uint8Array(randomBytes(length)),
  definitions: [registerCopies],
})

/** Who asks: an application takes it from its session, never from the body. */
function actorOf(request: IncomingMessage): CaseCommand['actor'] {
  const role = String(request.headers['x-demo-role'] ?? 'applicant')
  return { id: `u-${role}`, roles: [role], unit: 'mot-cua', agency: 'H26.01' }
}

async function readJson(request: IncomingMessage): Promise<Record<string, unknown>> {
  let text = ''
  for await (const chunk of request) text += String(chunk)
  return JSON.parse(text === '' ? '{}' : text)
}

function answer(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' }).end(JSON.stringify(body))
}

const server = createServer(async (request, response) => {
  const [, root, caseId = '', part] = (request.url ?? '').split('/')
  if (root !== 'cases' || caseId === '') return answer(response, 404, { code: 'not-found' })
  if (request.method === 'POST' && part === 'commands') {
    const { type, commandId, data = {} } = await readJson(request)
    // A malformed command is refused by the host, like any other.
    const command = { caseId, type, commandId, data, actor: actorOf(request) } as CaseCommand
    const result = await host.give({ command })
    if (result.kind === 'refused') {
      const { code, message, allowed: now } = result
      return answer(response, code === 'wrong-role' ? 403 : 409, { code, message, allowed: now })
    }
    return answer(response, 200, { status: result.dossierCase.nationalStatus, events: result.events.length })
  }
  const dossierCase = await host.read(caseId)
  if (dossierCase === undefined) return answer(response, 404, { code: 'unknown-case' })
  if (part === 'allowed')
    return answer(
      response,
      200,
      allowed(registerCopies, dossierCase, { actor: actorOf(request), at: clock() }),
    )
  // Without signing in: the code and how far it has come (TT 01/2018/TT-VPCP art. 16).
  return answer(response, 200, publicViewOf(registerCopies, dossierCase))
})

await new Promise<void>((done) => server.listen(0, '127.0.0.1', () => done()))
const address = server.address()
const base = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}/cases/c1`

async function give(role: string, type: string, data: Record<string, unknown> = {}): Promise<void> {
  const reply = await fetch(`${base}/commands`, {
    method: 'POST',
    headers: { 'x-demo-role': role },
    body: JSON.stringify({ type, commandId: type, data }),
  })
  const body = await reply.json()
  console.log(`${reply.status} ${type}: ${body.code ?? `status ${body.status}`}`)
}

await give('reception', 'case.open', {
  procedure: '2.000908',
  field: 'Chứng thực',
  level: 'commune',
  agency: 'H26.01',
  unit: 'mot-cua',
  channel: 'direct',
  serviceLevel: 'full',
  onlineCapable: true,
  payable: false,
})
await give('reception', 'dossier.submit', { dossierHash: 'ab'.repeat(32) })
await give('officer', 'intake.begin')
await give('reception', 'intake.begin')
await give('reception', 'dossier.receive', { dossierCode: 'H26.01-260828-0001' })
await give('reception', 'dossier.receive', { dossierCode: 'H26.01-260828-0001' })
const read = async (part: string, role: string) =>
  (await fetch(`${base}${part}`, { headers: { 'x-demo-role': role } })).json()
console.log('public:', JSON.stringify(await read('', 'applicant')))
console.log('allowed to reception:', (await read('/allowed', 'reception')).slice(0, 4).join(', '))
server.close()

/* Prints:
200 case.open: status 1
200 dossier.submit: status 1
403 intake.begin: wrong-role
200 intake.begin: status 1
200 dossier.receive: status 2
200 dossier.receive: status 2
public: {"dossierCode":"H26.01-260828-0001","stepsDone":0,"stepsTotal":4,"percent":0}
allowed to reception: appointment.re-appoint, supplement.request, dossier.forward, note.add
*/

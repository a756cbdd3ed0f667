import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { command, printableSchemas } from '../../src/cli/schema-command.ts'
import { buildFakeCli } from '../kit/fake-cli.ts'

const folder = new URL('../../schemas/', import.meta.url)

async function call(...args: readonly string[]) {
  const fake = buildFakeCli()
  const exitCode = await command.run(args, fake.io)
  return { exitCode, ...fake.said() }
}

describe('what it gives', () => {
  it('lists every schema that is shipped, with its id', async () => {
    const shipped = readdirSync(folder).filter((name) => name.endsWith('.schema.json'))
    expect(shipped.map((name) => name.replace('.schema.json', '')).sort()).toEqual([...printableSchemas])
    const { exitCode, out } = await call('list')
    expect(exitCode).toBe(0)
    for (const name of printableSchemas)
      expect(out).toMatch(new RegExp(`^${name} +urn:motcua:schema:${name}:`, 'm'))
    expect(JSON.parse((await call('list', '--json')).out)).toHaveLength(printableSchemas.length)
  })
  it.each(printableSchemas)('prints the shipped schema %s', async (name) => {
    const { exitCode, out } = await call('print', name)
    expect(exitCode).toBe(0)
    expect(JSON.parse(out)).toEqual(JSON.parse(readFileSync(new URL(`${name}.schema.json`, folder), 'utf8')))
  })
  it('prints OpenAPI components with all that they refer to', async () => {
    const { components } = JSON.parse((await call('print', 'paper', '--openapi')).out)
    expect(Object.keys(components.schemas)).toEqual(['Paper', 'StoredFile'])
    expect(JSON.parse((await call('print', '--openapi')).out)).toEqual(
      JSON.parse(readFileSync(new URL('openapi.json', folder), 'utf8')),
    )
  })
  it.each(printableSchemas)(
    'prints %s as an OpenAPI component that refers only to what is printed',
    async (name) => {
      const { exitCode, out } = await call('print', name, '--openapi')
      expect(exitCode).toBe(0)
      const { openapi, components } = JSON.parse(out)
      expect(openapi).toBe('3.1.1')
      const known = Object.keys(components.schemas)
      expect(known.map((known) => known.toLowerCase())).toContain(name.replaceAll('-', ''))
      const referred = [...out.matchAll(/"\$ref": "([^"]*)"/g)].map(([, target]) => target)
      expect(
        referred.filter((target) => !known.some((one) => target === `#/components/schemas/${one}`)),
      ).toEqual([])
    },
  )
})

describe('what it refuses', () => {
  it.each([
    [['print'], 'thiếu tên lược đồ'],
    [['print', 'nothing'], 'không có lược đồ này: nothing'],
    [['print', 'toString'], 'không có lược đồ này: toString'],
    [['draw', 'paper'], 'chỉ có list và print, không có: draw'],
  ] as const)('refuses the call %j with exit code 2', async (args, sentence) => {
    const { exitCode, out, err } = await call(...args)
    expect([exitCode, out]).toEqual([2, ''])
    expect(err).toContain(sentence)
  })
})

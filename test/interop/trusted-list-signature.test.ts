import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import process from 'node:process'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { writeCanonical } from '../../src/adapters/canonical-xml.ts'
import type { XmlElement } from '../../src/adapters/list-xml.ts'
import { createTestAuthority, type TestAuthority } from '../../src/adapters/test-authority.ts'
import { listTrustAnchors, readTrustedList } from '../../src/adapters/trusted-list.ts'
import { fromEpochMs, toEpochMs } from '../../src/date.ts'
import { writePem } from '../../src/pki/index.ts'
import { askDss, hasJudge } from '../kit/judges.ts'
import { signTrustedList, writeTrustedList } from '../kit/trusted-list.ts'

const folder = mkdtempSync(join(tmpdir(), 'motcua-lists-'))
const inFolder = (name: string) => join(folder, name)
const at = fromEpochMs(Date.now())
const isDssHere = hasJudge('dss')
const isXmllintHere = hasJudge('xmllint')
if (process.env['CI'] !== undefined && !(isDssHere && isXmllintHere))
  throw new Error('EU DSS or xmllint is missing')
if (!isDssHere || !isXmllintHere)
  process.stdout.write('skipped: signatures of trusted lists before EU DSS and xmllint\n')

let authority: TestAuthority
beforeAll(async () => {
  authority = await createTestAuthority()
  writeFileSync(inFolder('root.pem'), writePem('CERTIFICATE', authority.root.certificate))
})
afterAll(() => rmSync(folder, { recursive: true }))

const bytesOf = (text: string) => new TextEncoder().encode(text)
const listOf = (version: number) =>
  writeTrustedList({ version, services: [{ certificates: [authority.root.certificate] }] })

describe.skipIf(!isDssHere)('EU DSS', () => {
  it('signs lists of version 5 and 6, and they hold here until something is changed', async () => {
    const cases = (['p256', 'p384', 'rsa-2048', 'rsa-4096'] as const).flatMap((keyType) =>
      [5, 6].map((version) => ({ keyType, version, name: `${keyType}-${version}` })),
    )
    const operators = new Map<string, Uint8Array>()
    const lines: string[] = []
    for (const { keyType, version, name } of cases) {
      const operator = await authority.issue({ commonName: 'Cơ quan danh sách thử', keyType })
      operators.set(name, operator.certificate)
      writeFileSync(inFolder(`${name}.der`), operator.certificate)
      writeFileSync(inFolder(`${name}.pkcs8`), operator.pkcs8)
      writeFileSync(inFolder(`${name}.xml`), listOf(version))
      const files = ['.xml', '.der', '.pkcs8'].map((end) => inFolder(name + end))
      lines.push([...files, version, inFolder(`${name}-signed.xml`)].join('\t'))
      // Lists in use have their properties in Canonical XML 1.0, too.
      const inclusive = 'http://www.w3.org/TR/2001/REC-xml-c14n-20010315'
      lines.push([...files, version, inFolder(`${name}-inclusive.xml`), inclusive].join('\t'))
    }
    execFileSync('java', ['-cp', 'out/judges/dss/*', 'test/interop/dss/SignTrustedList.java'], {
      cwd: resolve(import.meta.dirname, '../..'),
      input: `${lines.join('\n')}\n`,
      stdio: ['pipe', 'ignore', 'ignore'],
    })
    for (const { version, name, end } of cases.flatMap((each) =>
      ['signed', 'inclusive'].map((end) => ({ ...each, end })),
    )) {
      const signed = readFileSync(inFolder(`${name}-${end}.xml`), 'utf8')
      const signers = [operators.get(name) ?? new Uint8Array(0)]
      const read = (xml: string) => readTrustedList(bytesOf(xml), { at, signers })
      const good = await read(signed)
      expect([name, end, good.version, good.signature]).toEqual([name, end, version, 'valid'])
      expect(signed.includes('REC-xml-c14n-20010315')).toBe(end === 'inclusive')
      expect(listTrustAnchors(good).length).toBe(1)
      expect((await read(signed.replace('>7<', '>8<'))).signature).toBe('invalid')
    }
  }, 90_000)

  it('calls the lists that the tests sign XAdES baseline B, whole, and broken when they are changed', async () => {
    const names: string[] = []
    for (const keyType of ['p256', 'rsa-2048'] as const) {
      const operator = await authority.issue({ commonName: 'Cơ quan danh sách thử', keyType })
      for (const uri of ['', '#list']) {
        const signed = await signTrustedList(listOf(6), operator, {
          uri,
          properties: (markup) =>
            markup.replace('2026-08-01T00:00:00Z', new Date(toEpochMs(at)).toISOString()),
        })
        const name = `${keyType}-${uri === '' ? 'empty' : 'id'}`
        names.push(name)
        writeFileSync(inFolder(`${name}.pem`), writePem('CERTIFICATE', operator.certificate))
        writeFileSync(inFolder(`${name}.xml`), signed)
        writeFileSync(inFolder(`${name}-changed.xml`), signed.replace('>7<', '>8<'))
      }
    }
    const ends = ['', '-changed']
    const questions = ends.flatMap((end) =>
      names.map((name) => ({ file: inFolder(`${name}${end}.xml`), trust: inFolder(`${name}.pem`) })),
    )
    const answers = askDss(questions).map(({ error, signatures }) => {
      const [signature] = signatures ?? []
      return error ?? `${signature?.format} ${signature?.indication} ${signature?.subIndication}`
    })
    expect(answers).toEqual([
      ...names.map(() => 'XAdES-BASELINE-B TOTAL_PASSED null'),
      ...names.map(() => 'XAdES-BASELINE-B TOTAL_FAILED HASH_FAILURE'),
    ])
  }, 60_000)
})

describe.skipIf(!isXmllintHere)('libxml2', () => {
  /** Elements and attributes under a few prefixes that are declared here, there and anew. */
  const declarations = fc.subarray([
    'xmlns="u:a"',
    'xmlns=""',
    'xmlns:p="u:p"',
    'xmlns:q="u:p2"',
    'xmlns:p="u:z"',
  ])
  const texts = fc.constantFrom(
    '',
    'a',
    '&amp;&lt;&gt;"',
    '\n  ',
    '&#13;',
    'é',
    '<![CDATA[<&>]]>',
    '<?pi  data ?>',
    '𝄞',
  )
  const values = fc.constantFrom('', "'a'", '&quot;&lt;&amp;&#9;&#10;&#13;', 'ư', ' b  c ')
  const { tree } = fc.letrec<{ tree: string }>((tie) => ({
    tree: fc.oneof(
      { maxDepth: 4 },
      texts,
      fc
        .record({
          name: fc.constantFrom('a', 'p:a', 'q:b'),
          declared: declarations,
          attributes: fc.uniqueArray(fc.constantFrom('z', 'b', 'p:c', 'q:d', 'xml:lang'), { maxLength: 4 }),
          value: values,
          text: texts,
          inside: fc.array(tie('tree'), { maxLength: 3 }),
        })
        .map(({ name, declared, attributes, value, text, inside }) => {
          const seen = new Set<string>()
          const own = declared.filter((each) => {
            const key = each.split('=')[0] ?? ''
            return !seen.has(key) && seen.add(key)
          })
          const all = [...attributes.map((each) => `${each}="${value}"`), ...own].join(' ')
          return `<${name} ${all}>${text}${inside.join(text)}</${name}>`
        }),
    ),
  }))

  it('writes any document in the same canonical forms', async () => {
    const { DOMParser } = await import('@xmldom/xmldom')
    const samples = fc.sample(tree, { numRuns: 150, seed: 20261122 })
    for (const [index, sample] of samples.entries()) {
      const xml = `<root xmlns:p="u:p" xmlns:q="u:q">${sample}</root>`
      writeFileSync(inFolder('c14n.xml'), xml)
      const theirs = execFileSync('xmllint', ['--nonet', '--exc-c14n', inFolder('c14n.xml')])
      const root = new DOMParser().parseFromString(xml, 'text/xml').documentElement
      const ours = writeCanonical(root as unknown as XmlElement)
      expect(`${index} ${new TextDecoder().decode(ours)}`).toBe(
        `${index} ${theirs.toString('utf8').trimEnd()}`,
      )
    }
  }, 60_000)
})

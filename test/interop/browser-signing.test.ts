import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { build } from 'esbuild'
import { type Browser, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createTestAuthority } from '../../src/adapters/test-authority.ts'
import { drawResultDocument } from '../../src/form/index.ts'
import { writePem } from '../../src/pki/index.ts'
import { result } from '../form/samples.ts'
import { askDss, askPdfsig, askQpdf, hasJudge } from '../kit/judges.ts'
import { pkiVector } from '../kit/pki-vectors.ts'

const root = resolve(import.meta.dirname, '../..')
const executablePath = '/usr/bin/chromium'
const canRun = existsSync(executablePath) && hasJudge('pdfsig')
const folder = mkdtempSync(join(tmpdir(), 'motcua-browser-'))
const at = (name: string) => join(folder, name)
let server: Server
let browser: Browser
let url: string

/** Bundles the page's program as a bundler for browsers does: hashing by @noble/hashes, nothing of Node. */
async function bundlePage(): Promise<string> {
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: ['examples/browser/sign.ts'],
    bundle: true,
    format: 'esm',
    platform: 'browser',
    write: false,
    logLevel: 'error',
    plugins: [
      {
        name: 'doors',
        setup({ onResolve }) {
          onResolve({ filter: /^#hasher$/ }, () => ({ path: join(root, 'src/hasher-noble.ts') }))
          onResolve({ filter: /^motcua(\/|$)/ }, ({ path }) => {
            const door = path.replace(/^motcua\/?/, '')
            const files = [`src/${door}/index.ts`, `src/${door}.ts`, 'src/index.ts']
            return { path: files.map((file) => join(root, file)).find(existsSync) ?? '' }
          })
        },
      },
    ],
  })
  return outputFiles[0]?.text ?? ''
}

beforeAll(async () => {
  writeFileSync(at('in.pdf'), (await drawResultDocument(result)).bytes)
  if (!canRun && !process.env.CI) return
  const page = readFileSync(join(root, 'examples/browser/sign.html'))
  const program = await bundlePage()
  server = createServer((request, response) => {
    const isProgram = request.url === '/sign.js'
    response.writeHead(200, { 'content-type': isProgram ? 'text/javascript' : 'text/html; charset=utf-8' })
    response.end(isProgram ? program : page)
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
  browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] })
})

afterAll(async () => {
  await browser?.close()
  server?.close()
  rmSync(folder, { recursive: true })
})

/** Presses the button and waits until the page says something. */
async function press(page: Page): Promise<string> {
  await page.click('#sign')
  await page.waitForFunction(() => document.getElementById('status')?.textContent !== '', undefined, {
    timeout: 60_000,
  })
  return (await page.textContent('#status')) ?? ''
}

/** What the link of the page leads to. */
async function takeResult(page: Page, name: string): Promise<string> {
  const octets = await page.evaluate(async () => {
    const href = document.getElementById('result')?.getAttribute('href') ?? ''
    return [...new Uint8Array(await (await fetch(href)).arrayBuffer())]
  })
  writeFileSync(at(name), Uint8Array.from(octets))
  return at(name)
}

describe.runIf(process.env.CI || canRun)('the example page in Chromium', () => {
  it('signs with a key that WebCrypto never gives away, as poppler and EU DSS see it', async () => {
    const page = await browser.newPage()
    await page.goto(url)
    await page.setInputFiles('#document', at('in.pdf'))
    expect(await press(page)).toBe('Signature1: B-B')
    const signed = await takeResult(page, 'made.pdf')
    const input = readFileSync(at('in.pdf'))
    expect(readFileSync(signed).subarray(0, input.length).equals(input)).toBe(true)
    expect(askPdfsig(signed)).toEqual([{ valid: true, wholeDocument: true }])
    expect(askQpdf(signed)).toBe('ok')
    if (!process.env.CI && !hasJudge('dss')) return
    const authority = await createTestAuthority()
    writeFileSync(at('root.pem'), writePem('CERTIFICATE', authority.root.certificate))
    const [answer] = askDss([{ file: signed, trust: at('root.pem') }])
    expect(answer?.signatures?.map(({ format }) => format)).toEqual(['PAdES-BASELINE-B'])
  })

  it('signs with a PKCS #12 file, and says in Vietnamese that a password is wrong', async () => {
    writeFileSync(at('k.p12'), pkiVector('modern.p12'))
    const page = await browser.newPage()
    await page.goto(url)
    await page.setInputFiles('#document', at('in.pdf'))
    await page.setInputFiles('#key', at('k.p12'))
    await page.fill('#password', 'sai')
    expect(await press(page)).toContain('(pki/wrong-password)')
    await page.evaluate(() => {
      const status = document.getElementById('status')
      if (status !== null) status.textContent = ''
    })
    await page.fill('#password', 'mật khẩu')
    expect(await press(page)).toBe('Signature1: B-B')
    expect(askPdfsig(await takeResult(page, 'file.pdf'))).toEqual([{ valid: true, wholeDocument: true }])
  })
})

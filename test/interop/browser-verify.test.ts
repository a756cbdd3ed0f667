import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import process from 'node:process'
import { pathToFileURL } from 'node:url'
import { type Browser, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { attacks } from '../kit/attacks/catalogue.ts'
import { createSampleSigner } from '../kit/attacks/sample.ts'
import { pkiVector } from '../kit/pki-vectors.ts'
import { signWhole } from '../kit/signed-document.ts'
import { writeTrustedList } from '../kit/trusted-list.ts'

const root = resolve(import.meta.dirname, '../..')
const executablePath = '/usr/bin/chromium'
const folder = mkdtempSync(join(tmpdir(), 'motcua-verify-'))
const at = (name: string) => join(folder, name)
let browser: Browser | undefined

beforeAll(async () => {
  const { signing, make } = await createSampleSigner()
  writeFileSync(at('root.der'), signing.authority.root.certificate)
  const services = ['CA/QC', 'TSA/QTST'].map((type) => ({
    type,
    certificates: [signing.authority.root.certificate],
  }))
  writeFileSync(at('list.xml'), writeTrustedList({ services }))
  writeFileSync(at('archived.pdf'), await signWhole(signing, { level: 'B-LTA' }))
  const attack = attacks.find(({ name, sample }) => name === 'incremental-saving' && sample === undefined)
  writeFileSync(at('attacked.pdf'), attack?.attack(await make()) ?? new Uint8Array(0))
  writeFileSync(at('content.txt'), pkiVector('content.txt'))
  writeFileSync(at('content.txt.p7s'), pkiVector('cms-p256.p7s'))
  writeFileSync(at('vectors.der'), pkiVector('root.cer'))
  execFileSync(process.execPath, ['scripts/build-browser-page.mjs', 'verify', folder], {
    cwd: root,
    stdio: 'pipe',
  })
  if (existsSync(executablePath) || process.env.CI)
    browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] })
})

afterAll(async () => {
  await browser?.close()
  rmSync(folder, { recursive: true })
})

/** Opens the page from the disk, at a moment at which the certificates are valid, and notes every request it makes. */
async function open(moment = '2026-09-02T09:00:00+07:00'): Promise<{ page: Page; requests: string[] }> {
  const page = await browser?.newPage()
  if (page === undefined) throw new Error('no browser')
  const requests: string[] = []
  page.on('request', (request) => requests.push(request.url()))
  await page.clock.setFixedTime(moment)
  await page.goto(pathToFileURL(at('verify.html')).href)
  return { page, requests }
}

/** Chooses files and gives the sentence that appears, with the page for people in its frame. */
async function judge(page: Page, names: readonly string[], trust: string) {
  await page.setInputFiles('#trust', at(trust))
  await page.setInputFiles('#files', names.map(at))
  await page.waitForSelector('#report:not([hidden])', { timeout: 60_000 })
  const sentence = await page.textContent('#status')
  const shown = await page.frameLocator('#report').locator('main').innerText()
  return { sentence, shown }
}

describe.runIf(process.env.CI || existsSync(executablePath))('the page in Chromium', () => {
  it('passes a document with all material for the archive, and sends nothing anywhere', async () => {
    const { page, requests } = await open()
    const { sentence, shown } = await judge(page, ['archived.pdf'], 'root.der')
    expect(sentence).toBe('Chữ ký số của tài liệu hợp lệ')
    expect(shown).toContain('archived.pdf')
    expect(shown.match(/TOTAL-PASSED/g)?.length).toBe(3)
    expect(requests.filter((url) => !/^(file|about|data):/.test(url))).toEqual([])
  })
  it('warns of a document that was attacked, by the name of the attack', async () => {
    const { page } = await open()
    await page.selectOption('#language', 'en')
    const { sentence, shown } = await judge(page, ['attacked.pdf'], 'root.der')
    expect(sentence).toMatch(/^This document should NOT be relied on/)
    expect(shown).toContain('Incremental saving attack')
  })
  it('takes a detached signature together with its content', async () => {
    const { page } = await open('2027-01-01T09:00:00+07:00')
    const { sentence } = await judge(page, ['content.txt', 'content.txt.p7s'], 'vectors.der')
    expect(sentence).toBe('Chữ ký số của tài liệu hợp lệ')
  })
  it('trusts nobody unless the person says so', async () => {
    const { page } = await open()
    const { shown } = await judge(page, ['archived.pdf'], 'vectors.der')
    expect(shown).toContain('NO_CERTIFICATE_CHAIN_FOUND')
  })
  it('says in plain words what is wrong with what was chosen', async () => {
    const { page } = await open()
    const choose = async (field: string, names: readonly string[], said: string) => {
      await page.setInputFiles(field, names.map(at))
      await page.waitForFunction(
        (words) => document.getElementById('status')?.textContent?.includes(words),
        said,
      )
    }
    await choose('#files', ['archived.pdf'], 'Chưa chọn gốc tin cậy')
    await choose('#trust', ['attacked.pdf'], 'attacked.pdf: không phải chứng thư PEM, DER')
    await choose('#trust', ['list.xml'], 'Chữ ký số của tài liệu hợp lệ. Danh sách tin cậy không có chữ ký')
    await choose('#trust', ['root.der'], 'Chữ ký số của tài liệu hợp lệ')
    await choose('#files', ['archived.pdf', 'attacked.pdf'], 'Mỗi lần chỉ kiểm tra một tệp')
    await choose('#files', ['content.txt.p7s'], 'Hãy thả tệp .p7s cùng với tệp mà nó ký')
  })
  it('takes what is dropped, too', async () => {
    const { page } = await open()
    const transfer = await page.evaluateHandle(() => {
      const data = new DataTransfer()
      data.items.add(new File(['not a pdf'], 'a.pdf'))
      return data
    })
    await page.dispatchEvent('#drop', 'drop', { dataTransfer: transfer })
    await page.waitForSelector('#report:not([hidden])')
    expect(await page.textContent('#status')).toContain('không đọc được tài liệu')
  })
})

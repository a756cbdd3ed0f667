// The page verify.html: a file is dropped in and the verdict appears; nothing is uploaded and nothing is fetched.
// Built into one file that works from a disk: node scripts/build-browser-page.mjs verify out/browser
import { fromEpochMs, type Instant, isMotcuaError, type Language } from 'motcua'
import { listTrustAnchors, readTrustedList } from 'motcua/adapters/trusted-list'
import {
  explainReport,
  readTrustStore,
  type TrustStore,
  type ValidationReport,
  verifyDetached,
  verifyDocument,
  vietnamPolicy,
  writeHtmlReport,
} from 'motcua/validation'

const find = <T extends HTMLElement>(id: string) => document.getElementById(id) as T
const bytesOf = async (file: File) => new Uint8Array(await file.arrayBuffer())
const languageOf = (): Language => (find<HTMLSelectElement>('language').value === 'en' ? 'en' : 'vi')

const words = {
  vi: {
    wait: 'Đang kiểm tra…',
    content: 'Hãy thả tệp .p7s cùng với tệp mà nó ký.',
    one: 'Mỗi lần chỉ kiểm tra một tệp (hoặc một tệp .p7s cùng với tệp mà nó ký).',
    noRoot: 'không phải chứng thư PEM, DER hoặc danh sách tin cậy XML',
    untrusted: 'Chưa chọn gốc tin cậy, nên không chữ ký nào được kết luận là hợp lệ.',
  },
  en: {
    wait: 'Checking…',
    content: 'Drop the .p7s together with the file that it signs.',
    one: 'One file at a time, please (or one .p7s together with the file that it signs).',
    noRoot: 'this is no certificate in PEM or DER, and no trusted list in XML',
    untrusted: 'No trusted root was chosen, so no signature can be called valid.',
  },
}

/** What is wrong with what the person chose, in words for that person. */
class WrongChoice extends Error {}

/** Roots, and what is to be said of the lists that they come from. */
interface Roots {
  readonly trust: TrustStore
  readonly remarks: readonly string[]
}

/** Reads certificates, or a trusted list by the parser of the browser; its operator is not known here, and it says so. */
async function readRootFile(file: File, at: Instant): Promise<Roots> {
  const bytes = await bytesOf(file)
  if (!/^\s*</.test(new TextDecoder().decode(bytes.subarray(0, 99))))
    return { trust: readTrustStore(bytes), remarks: [] }
  const list = await readTrustedList(bytes, { at, parser: new DOMParser() })
  return { trust: listTrustAnchors(list), remarks: list.findings.map(({ message }) => message[languageOf()]) }
}

/** The roots that the person chose; nothing is trusted otherwise. */
async function readRoots(at: Instant): Promise<Roots> {
  const files = [...(find<HTMLInputElement>('trust').files ?? [])]
  const read = async (file: File): Promise<Roots> => {
    const wrong = new WrongChoice(`${file.name}: ${words[languageOf()].noRoot}`)
    const roots = await readRootFile(file, at).catch((error) => {
      throw isMotcuaError(error) ? wrong : error
    })
    if (roots.trust.length === 0) throw wrong
    return roots
  }
  const all = await Promise.all(files.map(read))
  const remarks = files.length === 0 ? [words[languageOf()].untrusted] : all.flatMap((each) => each.remarks)
  return { trust: all.flatMap(({ trust }) => trust), remarks }
}

/** What came of the files. */
interface Judged {
  readonly report: ValidationReport
  readonly file: File
  readonly remarks: readonly string[]
}

/** A PDF on its own, or a detached signature with the file beside it. */
async function judge(files: readonly File[]): Promise<Judged> {
  const say = words[languageOf()]
  const at = fromEpochMs(Date.now())
  const { trust, remarks } = await readRoots(at)
  const options = { trust, at, policy: vietnamPolicy }
  const cms = files.find(({ name }) => /\.p7s$/i.test(name))
  const [file, ...more] = files.filter((each) => each !== cms)
  if (file === undefined) throw new WrongChoice(say.content)
  if (more.length > 0) throw new WrongChoice(say.one)
  const content = await bytesOf(file)
  if (cms !== undefined)
    return { file, remarks, report: await verifyDetached({ cms: await bytesOf(cms), content }, options) }
  const password = find<HTMLInputElement>('password').value
  const report = await verifyDocument(content, password === '' ? options : { ...options, password })
  return { file, remarks, report }
}

/** Judges the files and shows the page for people in a frame that may run nothing. */
async function show(files: readonly File[]): Promise<void> {
  const language = languageOf()
  const status = find('status')
  const frame = find<HTMLIFrameElement>('report')
  frame.hidden = true
  status.textContent = words[language].wait
  try {
    const { report, file, remarks } = await judge(files)
    const said = [explainReport(report)[language], ...remarks]
    status.textContent = said.map((each) => each.charAt(0).toUpperCase() + each.slice(1)).join('. ')
    frame.srcdoc = writeHtmlReport(report, { language, fileName: file.name })
    frame.hidden = false
  } catch (error) {
    if (error instanceof WrongChoice) status.textContent = error.message
    else status.textContent = isMotcuaError(error) ? error.messageIn(language) : String(error)
  }
}

let last: readonly File[] = []

/** Judges what was chosen last again, with what the person changed. */
function showAgain(files: readonly File[] = last): void {
  last = files
  if (last.length > 0) void show(last)
}

const drop = find('drop')
for (const name of ['dragover', 'dragleave', 'drop']) {
  drop.addEventListener(name, (event) => {
    event.preventDefault()
    drop.classList.toggle('over', name === 'dragover')
    if (event instanceof DragEvent && name === 'drop') showAgain([...(event.dataTransfer?.files ?? [])])
  })
}
find('files').addEventListener('change', () => showAgain([...(find<HTMLInputElement>('files').files ?? [])]))
for (const id of ['trust', 'password']) find(id).addEventListener('change', () => showAgain())
find('language').addEventListener('change', () => {
  document.documentElement.lang = languageOf()
  for (const element of document.querySelectorAll<HTMLElement>('[data-vi]'))
    element.textContent = element.dataset[languageOf()] ?? ''
  showAgain()
})

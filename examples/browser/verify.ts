// The page verify.html: a file is dropped in and the verdict appears; nothing is uploaded and nothing is fetched.
// Built into one file that works from a disk: node scripts/build-browser-page.mjs verify out/browser
import { fromEpochMs, isMotcuaError, type Language } from 'motcua'
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
    noRoot: 'không phải chứng thư PEM hoặc DER',
    untrusted: 'Chưa chọn gốc tin cậy, nên không chữ ký nào được kết luận là hợp lệ.',
  },
  en: {
    wait: 'Checking…',
    content: 'Drop the .p7s together with the file that it signs.',
    one: 'One file at a time, please (or one .p7s together with the file that it signs).',
    noRoot: 'this is no certificate in PEM or DER',
    untrusted: 'No trusted root was chosen, so no signature can be called valid.',
  },
}

/** What is wrong with what the person chose, in words for that person. */
class WrongChoice extends Error {}

/** The roots that the person chose; nothing is trusted otherwise. */
async function readRoots(): Promise<TrustStore> {
  const stores: TrustStore[] = []
  for (const file of find<HTMLInputElement>('trust').files ?? []) {
    const wrong = new WrongChoice(`${file.name}: ${words[languageOf()].noRoot}`)
    const bytes = await bytesOf(file)
    try {
      stores.push(readTrustStore(bytes))
    } catch (error) {
      throw isMotcuaError(error) ? wrong : error
    }
    if (stores.at(-1)?.length === 0) throw wrong
  }
  return stores.flat()
}

/** A PDF on its own, or a detached signature with the file beside it. */
async function judge(files: readonly File[]): Promise<{ report: ValidationReport; file: File }> {
  const say = words[languageOf()]
  const options = { trust: await readRoots(), at: fromEpochMs(Date.now()), policy: vietnamPolicy }
  const cms = files.find(({ name }) => /\.p7s$/i.test(name))
  const [file, ...more] = files.filter((each) => each !== cms)
  if (file === undefined) throw new WrongChoice(say.content)
  if (more.length > 0) throw new WrongChoice(say.one)
  const content = await bytesOf(file)
  if (cms !== undefined)
    return { file, report: await verifyDetached({ cms: await bytesOf(cms), content }, options) }
  const password = find<HTMLInputElement>('password').value
  return { file, report: await verifyDocument(content, password === '' ? options : { ...options, password }) }
}

/** Judges the files and shows the page for people in a frame that may run nothing. */
async function show(files: readonly File[]): Promise<void> {
  const language = languageOf()
  const status = find('status')
  const frame = find<HTMLIFrameElement>('report')
  frame.hidden = true
  status.textContent = words[language].wait
  try {
    const { report, file } = await judge(files)
    const hint = find<HTMLInputElement>('trust').files?.length ? '' : `. ${words[language].untrusted}`
    status.textContent = explainReport(report)[language] + hint
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

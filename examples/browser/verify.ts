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
  vi: { wait: 'Đang kiểm tra…', content: 'Hãy thả tệp .p7s cùng với tệp mà nó ký.' },
  en: { wait: 'Checking…', content: 'Drop the .p7s together with the file that it signs.' },
}

/** The roots that the person chose; nothing is trusted otherwise. */
async function readRoots(): Promise<TrustStore> {
  const stores = [...(find<HTMLInputElement>('trust').files ?? [])].map(async (file) =>
    readTrustStore(await bytesOf(file)),
  )
  return (await Promise.all(stores)).flat()
}

/** A PDF on its own, or a detached signature with the file beside it; nothing when that file is missing. */
async function judge(files: readonly File[]): Promise<{ report: ValidationReport; file: File } | undefined> {
  const options = { trust: await readRoots(), at: fromEpochMs(Date.now()), policy: vietnamPolicy }
  const cms = files.find(({ name }) => /\.p7s$/i.test(name))
  const file = files.find((each) => each !== cms)
  if (file === undefined) return undefined
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
    const judged = await judge(files)
    if (judged === undefined) {
      status.textContent = words[language].content
      return
    }
    const { report, file } = judged
    status.textContent = explainReport(report)[language]
    frame.srcdoc = writeHtmlReport(report, { language, fileName: file.name })
    frame.hidden = false
  } catch (error) {
    status.textContent = isMotcuaError(error) ? error.messageIn(language) : String(error)
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

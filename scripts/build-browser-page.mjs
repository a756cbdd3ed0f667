// Builds one page of examples/browser into a single HTML file that works from a disk, without a server:
//
//   node scripts/build-browser-page.mjs NAME FOLDER   writes FOLDER/NAME.html, and FOLDER/NAME.js for who wants the module
//
// The program is bundled for browsers: hashing by @noble/hashes, nothing of Node.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..')
const [name, folder = 'out/browser'] = process.argv.slice(2)
const page = join(root, `examples/browser/${name}.html`)
if (name === undefined || !existsSync(page)) {
  process.stderr.write(
    'usage: node scripts/build-browser-page.mjs NAME [FOLDER]; NAME.html is in examples/browser\n',
  )
  process.exit(2)
}

/** Leads the public doors to their sources, and the hasher to the one for browsers. */
const doors = {
  name: 'doors',
  setup({ onResolve }) {
    onResolve({ filter: /^#hasher$/ }, () => ({ path: join(root, 'src/hasher-noble.ts') }))
    onResolve({ filter: /^motcua(\/|$)/ }, ({ path }) => {
      const door = path.replace(/^motcua\/?/, '')
      const files = [`src/${door}/index.ts`, `src/${door}.ts`, 'src/index.ts']
      return { path: files.map((file) => join(root, file)).find(existsSync) }
    })
  },
}
const { outputFiles } = await build({
  absWorkingDir: root,
  entryPoints: [`examples/browser/${name}.ts`],
  bundle: true,
  minify: true,
  format: 'esm',
  platform: 'browser',
  charset: 'utf8',
  write: false,
  logLevel: 'warning',
  plugins: [doors],
})
const program = outputFiles[0].text
// Text that would end the element early may stand in a string of the program.
const inline = `<script type="module">${program.replaceAll('</script', '<\\/script')}</script>`
const html = readFileSync(page, 'utf8').replace('<!-- program -->', () => inline)
const target = resolve(folder)
mkdirSync(target, { recursive: true })
writeFileSync(join(target, `${name}.js`), program)
writeFileSync(join(target, `${name}.html`), html)
process.stderr.write(`${join(folder, `${name}.html`)}: ${Math.ceil(html.length / 1024)} kB\n`)

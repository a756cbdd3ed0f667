/**
 * Writes the modules of src/catalogue/data out of records of the national procedure database.
 *
 * Run: node scripts/build-national-procedures.mjs FILE.json
 * where FILE holds a list of records with the headings of the public page. The records print no field of work;
 * it is given here by what the name of the procedure says.
 */
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'esbuild'

const [file] = process.argv.slice(2)
if (file === undefined) {
  console.error('usage: node scripts/build-national-procedures.mjs FILE.json')
  process.exit(2)
}

/** Field of work by what the name says; the first that fits. */
const fields = [
  [/thường trú/i, 'residence', 'Cư trú'],
  [/bảo hiểm y tế|thai sản/i, 'insurance', 'Bảo hiểm'],
  [/khai sinh/i, 'justice', 'Hộ tịch'],
  [/công chức|viên chức/i, 'home-affairs', 'Công chức, viên chức'],
  [/thuế|giảm trừ gia cảnh/i, 'tax', 'Thuế'],
  [/thất nghiệp|giấy phép lao động|giấy phép làm việc|việc làm|học nghề/i, 'employment', 'Việc làm'],
  [/phòng cháy|sở hữu công nghiệp|an toàn điện|giao thông|vũ khí/i, 'licences', 'Chứng chỉ, giấy phép'],
  [/./, 'education', 'Giáo dục và đào tạo'],
]
const source = {
  title:
    'Cơ sở dữ liệu quốc gia về thủ tục hành chính, bản thu thập ngày 30/8/2021 (GitHub trannguyenhan/dichvucong_7sins)',
  certainty: 'verified',
  seenOn: '2021-08-30',
}

const folder = mkdtempSync(join(tmpdir(), 'motcua-'))
const bundle = join(folder, 'catalogue.mjs')
await build({
  entryPoints: ['src/catalogue/import/import-procedures.ts'],
  outfile: bundle,
  bundle: true,
  format: 'esm',
  platform: 'node',
  conditions: ['source'],
})
const { importProcedures } = await import(pathToFileURL(bundle).href)

const records = JSON.parse(readFileSync(file, 'utf8'))
const groups = new Map()
for (const [, group, field] of fields) {
  const members = records.filter(({ title }) => fields.find(([pattern]) => pattern.test(title))[1] === group)
  groups.set(group, importProcedures(members, { source, field, idPrefix: 'dvcqg-2021/' }).procedures)
}

const write = (value) => JSON.stringify(value, null, 1).replace(/^(\s*)"([A-Za-z]\w*)":/gm, '$1$2:')
const camel = (name) => name.replace(/-(\w)/g, (_, letter) => letter.toUpperCase())
const names = [...groups.keys()].sort()
for (const name of names) {
  const [, , field] = fields.find(([, group]) => group === name)
  writeFileSync(
    `src/catalogue/data/national-${name}.ts`,
    `import type { Procedure } from '../procedure.ts'

/** National records of the field "${field}" as published in 2021. Written by scripts/build-national-procedures.mjs. */
export const ${camel(`${name}-2021`)}: readonly Procedure[] = ${write(groups.get(name))}
`,
  )
}
writeFileSync(
  'src/catalogue/data/national-2021.ts',
  `import type { Procedure } from '../procedure.ts'
${names.map((name) => `import { ${camel(`${name}-2021`)} } from './national-${name}.ts'`).join('\n')}

/**
 * Records of the national procedure database as they were published on 30/8/2021.
 *
 * The records carry no procedure codes, so their ids come from their names. Terms and fees that could not be read
 * are kept as text. Written by scripts/build-national-procedures.mjs.
 */
export const nationalProcedures2021: readonly Procedure[] = [
${names.map((name) => `  ...${camel(`${name}-2021`)},`).join('\n')}
]
`,
)
console.error(`${records.length} records in ${names.length} modules; now run biome over src/catalogue/data`)

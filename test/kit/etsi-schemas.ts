/**
 * The XML schemas of ETSI as EU DSS carries them in its packages, for validating with xmllint.
 *
 * @module
 */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import process from 'node:process'
import { unzipSync } from 'fflate'

const packages = resolve(import.meta.dirname, '../../out/judges/dss')
const wanted = /^specs-(validation-report|trusted-list|xades|xmldsig)-.*\.jar$/

/** Tells whether the packages are on this machine; `test/interop/set-up.sh` brings them. */
export function hasSchemas(): boolean {
  return existsSync(packages) && readdirSync(packages).filter((name) => wanted.test(name)).length >= 4
}

/** Addresses under which the schemas name each other, and the files that are meant. */
const locations: Readonly<Record<string, string>> = {
  'http://www.w3.org/2001/xml.xsd': 'xml.xsd',
  'http://www.w3.org/TR/2002/REC-xmldsig-core-20020212/xmldsig-core-schema.xsd': 'xmldsig-core-schema.xsd',
  'http://www.w3.org/TR/2008/REC-xmldsig-core-20080610/xmldsig-core-schema.xsd': 'xmldsig-core-schema.xsd',
  'http://uri.etsi.org/01903/v1.3.2/XAdES.xsd': 'XAdES.xsd',
  'https://uri.etsi.org/01903/v1.3.2/XAdES01903v132-201601.xsd': 'XAdES.xsd',
  'https://forge.etsi.org/rep/esi/x19_612_trusted_lists/-/raw/v2.4.1/19612_xsd.xsd':
    'ts_119612v020401_xsd.xsd',
  'http://uri.etsi.org/19612/v2.2.1/ts_119612v020201_201601xsd.xsd': 'ts_119612v020101_xsd.xsd',
}

/** A validator over a folder that is filled with the schemas; the folder is the caller's to remove. */
export function openSchemas(folder: string) {
  mkdirSync(folder, { recursive: true })
  for (const jar of readdirSync(packages).filter((name) => wanted.test(name))) {
    const files = unzipSync(readFileSync(join(packages, jar)), {
      filter: ({ name }) => name.endsWith('.xsd'),
    })
    for (const [name, bytes] of Object.entries(files)) writeFileSync(join(folder, basename(name)), bytes)
  }
  const rows = Object.entries(locations).map(
    ([from, to]) => `<uri name="${from}" uri="${to}"/>
<system systemId="${from}" uri="${to}"/>`,
  )
  const catalog = join(folder, 'catalog.xml')
  writeFileSync(
    catalog,
    `<catalog xmlns="urn:oasis:names:tc:entity:xmlns:xml:catalog">${rows.join('\n')}</catalog>`,
  )
  /** What xmllint has to say against a document; nothing when it is valid. */
  return (schema: string, xml: string): string => {
    const file = join(folder, 'document.xml')
    writeFileSync(file, xml)
    const args = ['--nonet', '--noout', '--schema', join(folder, schema), file]
    const env = { ...process.env, XML_CATALOG_FILES: catalog }
    const { status, stderr, error } = spawnSync('xmllint', args, { encoding: 'utf8', env })
    return status === 0 ? '' : (error?.message ?? stderr)
  }
}

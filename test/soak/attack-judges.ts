import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { serveTestAuthority } from '../../src/adapters/test-authority-server.ts'
import { fromEpochMs } from '../../src/date.ts'
import { writePem } from '../../src/pki/index.ts'
import { createVerifier, readTrustStore } from '../../src/validation/index.ts'
import { attacks } from '../kit/attacks/catalogue.ts'
import { createSampleSigner } from '../kit/attacks/sample.ts'
import { askDssAside, askPdfsig, askPyhankoAside, hasJudge } from '../kit/judges.ts'

/** Joins the words for several signatures. */
const join3 = (words: readonly string[]): string => (words.length === 0 ? 'no signature' : words.join('; '))

/** Makes every attack of the generator and prints what poppler, pyHanko, EU DSS and this library say of it. */
export async function run(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'motcua-attacks-'))
  // On loopback, with OCSP and CRLs: without revocation data EU DSS says the same of every file.
  const server = await serveTestAuthority()
  try {
    const { authority } = server
    const at = fromEpochMs(Date.now())
    const person = await authority.issue({ commonName: 'Người ký thử' })
    const signing = { authority, person, trust: readTrustStore(authority.root.certificate) }
    const { make } = await createSampleSigner({ signing, input: { claimedAt: at } })
    const trust = join(folder, 'root.pem')
    writeFileSync(trust, writePem('CERTIFICATE', signing.authority.root.certificate))
    const verifier = createVerifier({ trust: signing.trust })
    const files: string[] = []
    const ours: string[] = []
    for (const [index, { sample, attack }] of attacks.entries()) {
      const file = join(folder, `${String(index).padStart(2, '0')}.pdf`)
      const bytes = attack(await make(sample))
      writeFileSync(file, bytes)
      files.push(file)
      const { document, signatures } = await verifier.verify(bytes, { at: fromEpochMs(Date.now()) })
      const named = new Set(
        signatures.flatMap((signature) =>
          signature.attacks.map(({ name, stage }) => `${name}${stage === 'suspected' ? '?' : ''}`),
        ),
      )
      ours.push(`${document.indication ?? 'no signature'}: ${[...named].join(', ')}`)
    }
    const questions = files.map((file) => ({ file, trust }))
    const pyhanko = hasJudge('pyhanko') ? await askPyhankoAside(questions) : []
    const dss = hasJudge('dss') ? await askDssAside(questions) : []
    console.log(
      '| attack | variant | motcua | poppler pdfsig | pyHanko | EU DSS |\n| --- | --- | --- | --- | --- | --- |',
    )
    for (const [index, { name, title }] of attacks.entries()) {
      const file = files[index] ?? ''
      const seen = hasJudge('pdfsig') ? askPdfsig(file) : []
      const poppler = seen.map(
        ({ valid, wholeDocument }) =>
          `${valid ? 'valid' : 'invalid'}${wholeDocument ? ', whole document' : ''}`,
      )
      const hanko = pyhanko.find((answer) => answer.file === file)
      const theirs =
        hanko?.error?.split(':')[0] ??
        join3(
          (hanko?.signatures ?? []).map(
            ({ intact, modification, docmdpOk }) =>
              `${intact ? 'intact' : 'broken'}, ${modification ?? '-'}, ${docmdpOk ? 'permitted' : 'not permitted'}`,
          ),
        )
      const eu = dss.find((answer) => answer.file === file)
      const european =
        eu?.error?.split(':')[0] ??
        join3(
          (eu?.signatures ?? []).map(
            ({ indication, subIndication }) => `${indication}${subIndication ? `/${subIndication}` : ''}`,
          ),
        )
      console.log(
        `| ${name} | ${title} | ${ours[index] ?? ''} | ${join3(poppler)} | ${theirs} | ${european} |`,
      )
    }
  } finally {
    await server.close()
    rmSync(folder, { recursive: true })
  }
}

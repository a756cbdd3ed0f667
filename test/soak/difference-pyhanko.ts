import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { compareWithPyhanko, makeChangedDocuments } from '../kit/pyhanko-changes.ts'

/** Has pyHanko make, change and judge some 700 documents, and compares its verdicts with ours. */
export async function run(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'motcua-changes-'))
  try {
    const rows = makeChangedDocuments(folder, { seed: 7, count: 200, step: 1 })
    const agreement = compareWithPyhanko(folder, rows)
    const { signatures, coverage, modification, docMdp, timestamps, explained, unexplained } = agreement
    const judged = signatures - timestamps
    console.log(
      `documents ${new Set(rows.map(({ file }) => file)).size}, signatures and timestamps ${signatures}`,
    )
    console.log(`same coverage ${coverage} of ${signatures}`)
    console.log(`same modification level ${modification} of ${signatures}`)
    console.log(`same DocMDP verdict ${docMdp} of ${judged} (timestamps have none)`)
    console.log('')
    for (const [reason, count] of explained) console.log(`${count} × ${reason}`)
    console.log(`${unexplained.length} × without a known reason`)
    for (const name of unexplained) console.log(`  ${name}`)
    if (unexplained.length > 0) throw new Error('there are disagreements without a reason')
  } finally {
    rmSync(folder, { recursive: true })
  }
}

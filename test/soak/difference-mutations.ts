import { type JudgeAgreement, judgeMutations } from '../kit/judge-mutations.ts'

/** Prints what came of the comparison with one judge. */
function print(judge: string, { compared, same, reasons, unexplained }: JudgeAgreement): void {
  console.log(`${judge}: the same of ${same} of ${compared} signatures`)
  for (const [reason, count] of reasons) console.log(`  ${count} × ${reason}`)
  console.log(`  ${unexplained.length} × without a known reason`)
  for (const words of unexplained) console.log(`    ${words}`)
  console.log('')
}

/** Mutates documents of our signer and compares our verdicts with those of pyHanko and EU DSS. */
export async function run(): Promise<void> {
  const count = Number(process.env.MOTCUA_MUTATIONS ?? 1500)
  const { documents, untouched, dss, pyhanko, passed } = await judgeMutations(count, 20261122)
  console.log(`documents ${documents}, ${untouched} of them as they were signed`)
  console.log('')
  print('EU DSS', dss)
  print('pyHanko', pyhanko)
  console.log('TOTAL-PASSED here, by mutation:')
  for (const [name, [good, all]] of passed) console.log(`  ${name}: ${good} of ${all}`)
  if (dss.unexplained.length + pyhanko.unexplained.length > 0)
    throw new Error('there are disagreements without a reason')
}

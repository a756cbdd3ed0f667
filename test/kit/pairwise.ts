/**
 * Chooses rows of a table of choices so that every two values of different columns meet in some row: far fewer than all
 * combinations, and where a fault hangs on two choices together it is met.
 *
 * Always the same rows for the same table.
 */
export function choosePairs<T extends Readonly<Record<string, readonly string[]>>>(
  table: T,
): { readonly [Column in keyof T]: T[Column][number] }[] {
  const columns = Object.keys(table)
  let all: Record<string, string>[] = [{}]
  for (const column of columns) {
    all = all.flatMap((row) => (table[column] ?? []).map((value) => ({ ...row, [column]: value })))
  }
  const pairsOf = (row: Record<string, string>): string[] =>
    columns.flatMap((a, index) => columns.slice(index + 1).map((b) => `${a}=${row[a]} ${b}=${row[b]}`))
  const open = new Set(all.flatMap(pairsOf))
  const chosen: Record<string, string>[] = []
  while (open.size > 0) {
    const gains = all.map((row) => pairsOf(row).filter((pair) => open.has(pair)).length)
    const best = all[gains.indexOf(Math.max(...gains))] ?? {}
    for (const pair of pairsOf(best)) open.delete(pair)
    chosen.push(best)
  }
  return chosen as { readonly [Column in keyof T]: T[Column][number] }[]
}

// Says what became of a province named on an old paper, and by which act.
import { isoDate } from 'motcua'
import { findSuccessors, findUnitsByName, provinces } from 'motcua/dossier/units'

const on = isoDate('2019-05-20')
const [then] = findUnitsByName(provinces, 'tinh dak nong', on)
const [now] = then ? findSuccessors(provinces, { code: then.code, on }, isoDate('2026-08-28')) : []
console.log(`${then?.code} ${then?.name} → ${now?.unit.code} ${now?.unit.name}`)
for (const { act, effectiveFrom, certainty } of now?.changes ?? [])
  console.log(`${effectiveFrom}: ${act} (${certainty})`)

/* Prints:
67 Đắk Nông → 68 Lâm Đồng
2025-07-01: NQ 202/2025/QH15, điều 1, khoản 14 (secondary)
*/

/**
 * The interactive form as a whole: its dictionary, its list of fields, its resources.
 *
 * @module
 */
import { findValue, type Pdf, type PdfDict, readCatalog } from '../../pdf/index.ts'
import { approveAll, type Ledger, refuse } from '../difference/ledger.ts'
import { asArray, asDict, collectNew, listDifferentKeys } from '../difference/revision-pair.ts'
import type { UsageIndex } from '../difference/usage.ts'
import { reviewFields } from './field.ts'
import { matchFields } from './field-pairs.ts'
import { compareKey } from './key.ts'

/** Entries of the form that may change: fields have rules of their own, the others are defaults for drawing. */
const openFormKeys = new Set(['Fields', 'DR', 'DA', 'Q', 'NeedAppearances'])

/** Tells whether a form asks viewers to draw its fields anew (ISO 32000-1, table 218). */
export function isDrawnAnew(pdf: Pdf, form: PdfDict | undefined): boolean {
  const value = findValue(pdf, form, 'NeedAppearances')
  return value?.kind === 'boolean' && value.value
}

/** Reviews /AcroForm; gives the widgets of new signature fields with the names of their fields. */
export function reviewForm(
  ledger: Ledger,
  context: { readonly index: UsageIndex; readonly isCertified: boolean },
): ReadonlyMap<number, string> {
  const { signed, later } = ledger.pair
  const none = new Map<number, string>()
  const path = '/AcroForm'
  const catalogs = { before: readCatalog(signed), after: readCatalog(later) }
  const lta = { rule: 'form/updated', level: 'lta-updates' } as const
  const refusal = 'change/form-entries'
  const approval = { ...lta, use: { path }, path }
  const form = compareKey(ledger, catalogs, { key: 'AcroForm', approval, refusal })
  if (form === undefined || (form.before === undefined && form.after === undefined)) return none
  const before = asDict(signed, form.before)
  const after = asDict(later, form.after)
  const different = listDifferentKeys(before, after, openFormKeys)
  if (before === undefined || after === undefined || different === undefined) {
    refuse(ledger, refusal, { path })
    return none
  }
  for (const key of different) refuse(ledger, refusal, { path: `${path}/${key}` })
  if (isDrawnAnew(later, after) && !isDrawnAnew(signed, before)) {
    const at = { level: 'form-filling', path: `${path}/NeedAppearances` } as const
    ledger.remarks.push({ rule: 'form/drawn-anew', ...at })
  }
  const fieldsPath = `${path}/Fields`
  const fields = compareKey(
    ledger,
    { before, after },
    {
      key: 'Fields',
      approval: { ...lta, use: { path: fieldsPath }, path: fieldsPath },
      refusal: 'change/field-list',
    },
  )
  reviewResources(ledger, { before, after })
  if (fields === undefined) return none
  const items = asArray(later, fields.after)
  if (items === undefined && fields.after !== undefined)
    refuse(ledger, 'change/field-list', { path: fieldsPath })
  const matched = matchFields(ledger.pair, asArray(signed, fields.before) ?? [], items ?? [])
  for (const fault of matched.faults) refuse(ledger, fault.rule, { path: fault.path })
  return reviewFields(ledger, matched.pairs, context)
}

/** Allows the default resources of the form to grow: Acrobat and others add fonts when they fill in fields. */
function reviewResources(ledger: Ledger, forms: Parameters<typeof compareKey>[1]): void {
  const path = '/AcroForm/DR'
  const approval = { rule: 'form/resources', level: 'form-filling', use: { path }, path } as const
  const found = compareKey(ledger, forms, { key: 'DR', approval, refusal: 'change/form-entries' })
  const added = collectNew(ledger.pair, found?.after)
  approveAll(ledger, added, { ...approval, use: 'everywhere' })
}

/**
 * Whether a signature is well formed: byte range, gap, contents, container, SubFilter (ISO 32000-1, 12.8.1;
 * EN 319 142-1, 5).
 *
 * @module
 */
import { equalBytes } from '../../bytes.ts'
import type { SignatureFacts } from '../facts/collect.ts'
import type { ValidationFinding } from '../finding.ts'
import { makeFinding } from '../sentences.ts'

/** Encodings of signatures that can be judged; the last is what ICP-Brasil calls the first (DOC-ICP-15.03). */
const SIGNATURE_SUB_FILTERS: readonly string[] = ['ETSI.CAdES.detached', 'adbe.pkcs7.detached', 'PBAD.PAdES']

/** Object identifiers of content types. */
const DATA_OID = '1.2.840.113549.1.7.1'
const TST_INFO_OID = '1.2.840.113549.1.9.16.1.4'

/** What the numbers of the byte range give reason to say. */
function checkByteRange({ found }: SignatureFacts, fileLength: number): ValidationFinding[] {
  const { byteRange, field } = found
  if (byteRange === undefined) return [makeFinding('validation/byte-range-missing', field.name)]
  const [first = -1, firstLength = -1, second = -1, secondLength = -1] = byteRange
  const isShaped =
    byteRange.length === 4 && first === 0 && firstLength > 0 && secondLength >= 0 && second > firstLength
  if (!isShaped) return [makeFinding('validation/byte-range-shape', field.name, { byteRange })]
  if (second + secondLength <= fileLength) return []
  return [makeFinding('validation/byte-range-outside', field.name, { byteRange, fileLength })]
}

/** Whether the gap is the /Contents and nothing else: a moved or wrapped signature shows here. */
function checkGap({ found }: SignatureFacts): ValidationFinding[] {
  const { gap, contents, contentsNotation, field } = found
  if (contents === undefined || contents.length === 0)
    return [makeFinding('validation/contents-missing', field.name)]
  if (gap === undefined) return []
  const facts = { start: gap.start, end: gap.end }
  if (!gap.isHexString) return [makeFinding('validation/gap-not-hex', field.name, facts)]
  if (!equalBytes(gap.contents, contents)) return [makeFinding('validation/gap-differs', field.name, facts)]
  return contentsNotation === 'hex' ? [] : [makeFinding('validation/contents-literal', field.name)]
}

/** Whether the container is one CMS with one signer and nothing in it that has no business there. */
function checkContainer({ found, signedData, token }: SignatureFacts): ValidationFinding[] {
  const place = found.field.name
  if (found.contents === undefined) return []
  if (signedData === undefined) return [makeFinding('validation/cms-unreadable', place)]
  const findings: ValidationFinding[] = []
  const { signers, contentType, content, isDer, trailingBytes } = signedData
  if (signers.length !== 1)
    findings.push(makeFinding('validation/not-one-signer', place, { signers: signers.length }))
  const expected = found.kind === 'timestamp' ? TST_INFO_OID : DATA_OID
  if (contentType !== expected)
    findings.push(makeFinding('validation/content-type-other', place, { contentType }))
  else if (found.kind === 'timestamp' && token === undefined)
    findings.push(makeFinding('validation/cms-unreadable', place))
  if (found.kind === 'signature' && content !== undefined)
    findings.push(makeFinding('validation/content-present', place))
  if (!isDer) findings.push(makeFinding('validation/cms-not-der', place))
  if (trailingBytes > 0) findings.push(makeFinding('validation/contents-trailing', place, { trailingBytes }))
  return findings
}

/** Whether the dictionary says what kind of signature it is, and that kind is known. */
function checkDictionary({ found }: SignatureFacts): ValidationFinding[] {
  const { subFilter, kind, field, hasCert, dict } = found
  const findings: ValidationFinding[] = []
  const type = dict.entries.get('Type')
  const typeName = type?.kind === 'name' ? type.name : undefined
  if (kind === 'signature') {
    if (!SIGNATURE_SUB_FILTERS.includes(subFilter)) {
      findings.push(makeFinding('validation/sub-filter-unknown', field.name, { subFilter }))
    }
    if (typeName !== undefined && typeName !== 'Sig') {
      findings.push(makeFinding('validation/type-differs', field.name, { type: typeName, subFilter }))
    }
  } else if (subFilter !== 'ETSI.RFC3161') {
    findings.push(makeFinding('validation/sub-filter-unknown', field.name, { subFilter }))
  } else if (typeName !== 'DocTimeStamp') {
    findings.push(makeFinding('validation/type-differs', field.name, { type: typeName, subFilter }))
  }
  if (hasCert) findings.push(makeFinding('validation/cert-entry', field.name))
  return findings
}

/** Checks the form of one signature or document timestamp. */
export function checkFormat(facts: SignatureFacts, fileLength: number): readonly ValidationFinding[] {
  const findings = [
    ...checkByteRange(facts, fileLength),
    ...checkGap(facts),
    ...checkContainer(facts),
    ...checkDictionary(facts),
  ]
  const hasFailed = findings.some(({ outcome }) => outcome === 'failed')
  return hasFailed ? findings : [makeFinding('validation/format-ok', facts.found.field.name), ...findings]
}

/** What each kind of coverage is called. */
const coverageCodes = {
  'entire-file': 'validation/coverage-file',
  'entire-revision': 'validation/coverage-revision',
  partial: 'validation/coverage-partial',
  broken: 'validation/coverage-broken',
} as const

/** Says what a signature covers. */
export function checkCoverage({ coverage, found }: SignatureFacts): ValidationFinding {
  return makeFinding(coverageCodes[coverage], found.field.name, { byteRange: found.byteRange ?? [] })
}

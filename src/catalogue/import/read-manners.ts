import { parseTerm, unreadReasons } from '../../deadline/index.ts'
import type { Channel } from '../../dossier/index.ts'
import { foldText } from '../../text.ts'
import { buildFinding } from '../messages.ts'
import type { Manner } from '../procedure.ts'
import type { PublishedTerm } from '../published-term.ts'
import {
  type Findings,
  isObject,
  listOf,
  openRecord,
  type Placed,
  type RecordReader,
  readText,
  takeText,
} from './open-record.ts'
import { type PrintedFee, type PrintedFees, readFees } from './read-fees.ts'

/** What a record prints about one way of handing in. */
export interface PrintedManner {
  readonly manner: Manner
  readonly fees: readonly PrintedFee[]
}

/** What a record prints once beside its manners and holds for every one of them. */
export interface CommonFields {
  readonly term?: Placed | undefined
  readonly fees?: readonly PrintedFee[]
}

/** Takes the fields in which fees stand: together, or fees and charges apart. */
export function readFeeFields(reader: RecordReader, findings: Findings): readonly PrintedFee[] {
  return [
    ...readFees(reader.take(['philephi', 'phivalephi']), findings),
    ...readFees(reader.take(['phi']), findings, 'fee'),
    ...readFees(reader.take(['lephi']), findings, 'charge'),
  ]
}

/** Reads `Trực tiếp`, `Dịch vụ bưu chính`, or a number of KENH. */
function readChannel(text: string): Channel | undefined {
  const folded = foldText(text).replace(
    /^(?:nop |gui )?(?:ho so )?(?:qua |tai |bang )?(?:hinh thuc |dich vu )?/,
    '',
  )
  if (folded === '1' || /^truc tiep/.test(folded)) return 'direct'
  if (
    folded === '2' ||
    /^(?:truc tuyen|online|mang|moi truong (?:mang|dien tu)|cong dich vu cong)/.test(folded)
  )
    return 'online'
  return folded === '3' || /^(?:buu chinh|buu dien|duong buu dien)/.test(folded) ? 'post' : undefined
}

/** Reads one or several channels out of a text, and says the parts that are none. */
function readChannels(text: string, place: string, findings: Findings): readonly Channel[] {
  const parts = text.split(/\n|[,;/]|\s(?:hoặc|và)\s/u).map((part) => part.replace(/^[-+•*\s]+/, '').trim())
  return parts.flatMap((part) => {
    const channel = part === '' ? undefined : readChannel(part)
    if (channel === undefined && part !== '')
      findings.push(buildFinding('catalogue/unread-channel', place, { text: part }))
    return channel === undefined ? [] : [channel]
  })
}

/** Reads a published term; what a person must read is said with its reason. */
export function readTerm(text: string, place: string, findings: Findings): PublishedTerm {
  const reading = parseTerm(text)
  if (reading.kind === 'unread') {
    const facts = { reason: reading.reason, reasonText: unreadReasons[reading.reason] }
    findings.push(buildFinding('catalogue/unread-term', place, facts))
  }
  return { text, reading }
}

/** Reads one member of `THOIGIAN`: `{THOIGIANGIAIQUYET, DONVITINH, MOTA, PHILEPHI}`. */
function readTimed(
  placed: Placed,
  findings: Findings,
): { term?: PublishedTerm; fees: readonly PrintedFee[] } {
  if (!isObject(placed.value)) {
    const text = readText(placed, findings)
    return text === undefined ? { fees: [] } : { term: readTerm(text, placed.place, findings), fees: [] }
  }
  const reader = openRecord(placed.value, placed.place, findings)
  const time = reader.take(['thoigiangiaiquyet', 'thoihangiaiquyet', 'thoigian', 'thoihan'])
  const amount = time === undefined ? undefined : readText(time, findings)
  const unit = takeText(reader, ['donvitinh', 'donvi'], findings)
  const note = takeText(reader, ['mota', 'truonghop'], findings)
  const fees = readFeeFields(reader, findings)
  reader.close()
  const text = [amount, unit].filter((part) => part !== undefined).join(' ')
  if (text === '') return { fees }
  const term = readTerm(text, time?.place ?? placed.place, findings)
  return { term: note === undefined ? term : { ...term, note }, fees }
}

/** Reads one manner that is a record of its own. */
function readMannerObject(
  placed: Placed & { value: Readonly<Record<string, unknown>> },
  common: readonly PublishedTerm[],
  findings: Findings,
): readonly PrintedManner[] {
  const reader = openRecord(placed.value, placed.place, findings)
  const channelField = reader.take(['hinhthucnop', 'kenhthuchien', 'kenh', 'hinhthuc', 'tenkenh'])
  const channelText = channelField === undefined ? '' : (readText(channelField, findings) ?? '')
  const description = takeText(reader, ['mota', 'ghichu'], findings)
  const termField = reader.take(['thoihangiaiquyet', 'thoigiangiaiquyet', 'thoihan'])
  const nested = reader.take(['thoigian'])
  const timed = nested === undefined ? [] : listOf(nested).map((member) => readTimed(member, findings))
  const ownFees = readFeeFields(reader, findings)
  const termText = termField === undefined ? undefined : (readText(termField, findings) ?? '')
  reader.close()
  const own = [
    ...(termText === undefined ? [] : [readTerm(termText, termField?.place ?? placed.place, findings)]),
    ...timed.flatMap(({ term }) => term ?? []),
  ]
  const terms = own.length > 0 ? own : common
  if (channelText === '') findings.push(buildFinding('catalogue/unread-channel', placed.place, { text: '' }))
  return readChannels(channelText, channelField?.place ?? placed.place, findings).map((channel) => ({
    manner: {
      channel,
      ...(description === undefined ? {} : { description }),
      terms: terms.length > 0 ? [...terms] : [readTerm('', placed.place, findings)],
    },
    fees: [...ownFees, ...timed.flatMap(({ fees }) => fees)],
  }))
}

/**
 * Reads the manners of a procedure: a list of records, a list of texts, or one text.
 *
 * A term or a fee that a record prints once beside its manners holds for each of them.
 */
export function readManners(
  placed: Placed | undefined,
  { term, fees = [] }: CommonFields,
  findings: Findings,
): { readonly manners: readonly Manner[]; readonly fees: readonly PrintedFees[] } {
  const termText = term === undefined ? undefined : readText(term, findings)
  const commonTerms =
    termText === undefined || term === undefined ? [] : [readTerm(termText, term.place, findings)]
  const printed = (placed === undefined ? [] : listOf(placed)).flatMap(({ value, place }) => {
    if (isObject(value)) return readMannerObject({ value, place }, commonTerms, findings)
    const text = readText({ value, place }, findings) ?? ''
    return readChannels(text, place, findings).map(
      (channel): PrintedManner => ({
        manner: {
          channel,
          terms: commonTerms.length > 0 ? commonTerms : [readTerm('', place, findings)],
        },
        fees: [],
      }),
    )
  })
  const hasOwnFees = printed.some((one) => one.fees.length > 0)
  return {
    manners: printed.map(({ manner }) => manner),
    fees: [
      ...(fees.length > 0 ? [{ fees }] : []),
      ...(hasOwnFees ? printed.map(({ manner, fees: own }) => ({ channel: manner.channel, fees: own })) : []),
    ],
  }
}

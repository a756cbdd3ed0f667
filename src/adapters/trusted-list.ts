/**
 * Reads trusted lists in XML (ETSI TS 119 612, version identifiers 5 and 6) and makes trust anchors of them.
 *
 * XML is parsed by the optional package `@xmldom/xmldom`, or by the `DOMParser` of a browser when it is handed in. The
 * signature of a list is checked against the certificates that the caller expects of its operator; without them it is
 * **not checked**, and the answer says so.
 *
 * @module
 */
import { readBase64 } from '../bytes.ts'
import { fromEpochMs, type Instant, instant, toEpochMs } from '../date.ts'
import { isMotcuaError } from '../errors.ts'
import type { Finding } from '../finding.ts'
import { readCertificate } from '../pki/index.ts'
import type { TrustAnchor, TrustPurpose } from '../validation/index.ts'
import { judgeSignature, type ListSignatureTrouble, type SignatureState } from './list-signature.ts'
import {
  childrenOf,
  follow,
  openList,
  refuse,
  textAt,
  type XmlAttribute,
  type XmlElement,
  type XmlParser,
} from './list-xml.ts'
import { trustedListSentences } from './messages.ts'

export type { ListSignatureTrouble, XmlAttribute, XmlElement, XmlParser }

/** How a list is read. */
export interface TrustedListOptions {
  /** The moment at which the list is used; what is expired then is told. */
  readonly at: Instant
  /** Parses the XML; `@xmldom/xmldom` when absent. */
  readonly parser?: XmlParser
  /**
   * DER of the certificates with which the operator signs, got by a way that is trusted: the signature of the list must
   * be of one of them. They are trusted as they are: neither their chain nor their period is looked at.
   */
  readonly signers?: readonly Uint8Array[]
  /** A check of the caller's own: tells whether the list's signature holds **and** is that of its operator. */
  readonly verifySignature?: (xml: Uint8Array) => Promise<boolean>
}

/** A text in one language. */
export interface ListedText {
  /** As `xml:lang` says it, such as `en` or `vi`. */
  readonly language: string
  readonly text: string
}

/** One state of a service, from a moment on (TS 119 612, 5.5 and 5.6). */
export interface ServiceState {
  /** URI of the type of service, such as `http://uri.etsi.org/TrstSvc/Svctype/CA/QC`. */
  readonly type: string
  /** URI of the status. */
  readonly status: string
  /** The status is one of those under which a service may be relied upon. */
  readonly isGranted: boolean
  readonly since: Instant
  /** Beginning of the next state; the present one has none. */
  readonly until: Instant | undefined
}

/** A qualification: what it says of which certificates, unevaluated (TS 119 612, 5.5.9.2). */
export interface ServiceQualification {
  /** URIs. */
  readonly qualifiers: readonly string[]
  readonly criteria: 'all' | 'atLeastOne' | 'none' | undefined
  /** Dotted identifiers of certificate policies among the criteria. */
  readonly policyOids: readonly string[]
}

/** A service of a provider. */
export interface TrustedService extends ServiceState {
  readonly names: readonly ListedText[]
  /** DER of the X.509 certificates that identify it. */
  readonly certificates: readonly Uint8Array[]
  /** Subject key identifiers that identify it. */
  readonly keyIds: readonly Uint8Array[]
  readonly supplyPoints: readonly string[]
  readonly qualifications: readonly ServiceQualification[]
  /** All states, the present one first. */
  readonly states: readonly ServiceState[]
}

/** A provider and its services. */
export interface TrustedProvider {
  readonly names: readonly ListedText[]
  readonly services: readonly TrustedService[]
}

/** Another list that this one points to (TS 119 612, 5.3.13). */
export interface ListPointer {
  readonly location: string
  readonly territory: string
  /** DER of the certificates that may sign the other list. */
  readonly certificates: readonly Uint8Array[]
}

/** What a list says, and what is to be said of it. */
export interface TrustedList {
  /** TSLVersionIdentifier. */
  readonly version: number
  readonly sequenceNumber: number
  /** URI of the type of list. */
  readonly type: string
  readonly operatorNames: readonly ListedText[]
  readonly territory: string
  readonly issuedAt: Instant
  /** `undefined` for a list that was closed. */
  readonly nextUpdateAt: Instant | undefined
  readonly pointers: readonly ListPointer[]
  readonly providers: readonly TrustedProvider[]
  readonly signature: 'valid' | 'invalid' | 'not-checked' | 'none'
  readonly findings: readonly Finding[]
}

/** Namespace of the qualifications extension. */
const QUALIFICATIONS = 'http://uri.etsi.org/TrstSvc/SvcInfoExt/eSigDir-1999-93-EC-TrustedList/#'

/** Version identifiers of TS 119 612 v2.1.1 to v2.2.1, and of v2.3.1 and later. */
const KNOWN_VERSIONS = [5, 6]

/** What services of a type may vouch for; other types make no anchors (TS 119 612, 5.5.1.1 to 5.5.1.3). */
const TYPE_BASE = 'http://uri.etsi.org/TrstSvc/Svctype/'
const PURPOSES: Readonly<Record<string, TrustPurpose>> = {
  'CA/QC': 'signing',
  'CA/PKC': 'signing',
  'NationalRootCA-QC': 'signing',
  'TSA/QTST': 'timestamp',
  TSA: 'timestamp',
  'TSA/TSS-QC': 'timestamp',
  'TSA/TSS-AdESQCandQES': 'timestamp',
}

/** Ends of the URIs of statuses under which a service may be relied upon, also those in use before July 2016. */
const GRANTED_STATUS =
  /\/(granted|recognisedatnationallevel|setbynationallaw|undersupervision|supervisionincessation|accredited)$/i

/** What makes a list one that should not be used; the rest wants a look. */
const GRAVE: readonly string[] = [
  'adapters/trusted-list-expired',
  'adapters/trusted-list-signature-invalid',
] satisfies (keyof typeof trustedListSentences)[]

/** Makes a finding. */
function tell(code: keyof typeof trustedListSentences, place: string, facts = {}): Finding {
  const severity = GRAVE.includes(code) ? 'error' : 'warning'
  return { code, severity, place, message: trustedListSentences[code], facts }
}

/** Names in all languages. */
function namesAt(parent: XmlElement | undefined, ...names: readonly string[]): ListedText[] {
  return follow(parent, ...names, 'Name').map((element) => ({
    language: element.getAttribute?.('xml:lang') ?? '',
    text: (element.textContent ?? '').trim().normalize('NFC'),
  }))
}

/** Reads an xs:dateTime; nothing where it is none. */
function findInstant(text: string): Instant | undefined {
  try {
    // TS 119 612, 5.1.2: the zone is always stated, as Z.
    return /^\d{4}-.*(Z|[+-]\d\d:\d\d)$/.test(text) ? instant(text) : undefined
  } catch (error) {
    if (isMotcuaError(error, 'date/invalid-instant')) return undefined
    throw error
  }
}

/** Octets of the elements at the end of the paths below digital identities. */
function identitiesAt(element: XmlElement | undefined, kind: 'X509Certificate' | 'X509SKI'): Uint8Array[] {
  return follow(element, 'DigitalId', kind).flatMap(({ textContent }) => {
    const text = (textContent ?? '').replace(/\s+/g, '')
    return /^[A-Za-z0-9+/]+={0,2}$/.test(text) && text.length % 4 === 0 ? [readBase64(text)] : []
  })
}

/** A state of a service; nothing where a part is missing. */
function findState(element: XmlElement, until: Instant | undefined): ServiceState | undefined {
  const type = textAt(element, 'ServiceTypeIdentifier')
  const status = textAt(element, 'ServiceStatus')
  const since = findInstant(textAt(element, 'StatusStartingTime'))
  if (type === '' || status === '' || since === undefined) return undefined
  return { type, status, isGranted: GRANTED_STATUS.test(status), since, until }
}

/** Former states, the latest first, each until the next began; the order in the file is not relied upon. */
function listFormer(history: readonly XmlElement[], present: ServiceState): ServiceState[] {
  const states = history.flatMap((element) => findState(element, undefined) ?? [])
  const sorted = states.sort((a, b) => (a.since < b.since ? 1 : -1))
  return sorted.map((state, index) => ({ ...state, until: sorted[index - 1]?.since ?? present.since }))
}

/** The qualifications extension, as data. */
function readQualifications(information: XmlElement | undefined): ServiceQualification[] {
  return follow(information, 'ServiceInformationExtensions', 'Extension')
    .flatMap((extension) => childrenOf(extension, 'Qualifications', QUALIFICATIONS))
    .flatMap((list) => childrenOf(list, 'QualificationElement', QUALIFICATIONS))
    .map((element) => {
      const [criteriaList] = childrenOf(element, 'CriteriaList', QUALIFICATIONS)
      const assertion = criteriaList?.getAttribute?.('assert')
      const qualifiers = childrenOf(element, 'Qualifiers', QUALIFICATIONS)
        .flatMap((list) => childrenOf(list, 'Qualifier', QUALIFICATIONS))
        .map((qualifier) => qualifier.getAttribute?.('uri') ?? '')
      const policyOids = childrenOf(criteriaList, 'PolicySet', QUALIFICATIONS)
        .flatMap((set) => childrenOf(set, 'PolicyIdentifier', QUALIFICATIONS))
        .map((policy) => (policy.textContent ?? '').trim().replace(/^urn:oid:/, ''))
      const known = (['all', 'atLeastOne', 'none'] as const).find((word) => word === assertion)
      return { qualifiers, criteria: known, policyOids }
    })
}

/** A service; nothing where what makes it one is missing. */
function findService(element: XmlElement): TrustedService | undefined {
  const [information] = follow(element, 'ServiceInformation')
  const present = information && findState(information, undefined)
  if (present === undefined) return undefined
  const [identity] = follow(information, 'ServiceDigitalIdentity')
  const former = listFormer(follow(element, 'ServiceHistory', 'ServiceHistoryInstance'), present)
  return {
    ...present,
    names: namesAt(information, 'ServiceName'),
    certificates: identitiesAt(identity, 'X509Certificate'),
    keyIds: identitiesAt(identity, 'X509SKI'),
    supplyPoints: follow(information, 'ServiceSupplyPoints', 'ServiceSupplyPoint').map(
      ({ textContent }) => textContent?.trim() ?? '',
    ),
    qualifications: readQualifications(information),
    states: [present, ...former],
  }
}

/** Providers with the services that are complete; the others are told. */
function readProviders(root: XmlElement, findings: Finding[]): TrustedProvider[] {
  const providers = follow(root, 'TrustServiceProviderList', 'TrustServiceProvider')
  return providers.map((provider, index) => ({
    names: namesAt(provider, 'TSPInformation', 'TSPName'),
    services: follow(provider, 'TSPServices', 'TSPService').flatMap((element, serviceIndex) => {
      const place = `provider[${index}].service[${serviceIndex}]`
      const service = findService(element)
      if (service === undefined) findings.push(tell('adapters/trusted-list-service-incomplete', place))
      const isReadable = service?.certificates.every(isCertificate) !== false
      if (!isReadable) findings.push(tell('adapters/trusted-list-certificate-unreadable', place))
      return service === undefined
        ? []
        : [{ ...service, certificates: service.certificates.filter(isCertificate) }]
    }),
  }))
}

/** Tells whether DER is a certificate that can be read. */
function isCertificate(der: Uint8Array): boolean {
  try {
    readCertificate(der)
    return true
  } catch (error) {
    if (isMotcuaError(error) && error.code.startsWith('pki/')) return false
    throw error
  }
}

/** Lists that this one points to. */
function readPointers(scheme: XmlElement | undefined): ListPointer[] {
  return follow(scheme, 'PointersToOtherTSL', 'OtherTSLPointer').map((pointer) => ({
    location: textAt(pointer, 'TSLLocation'),
    territory: textAt(pointer, 'AdditionalInformation', 'OtherInformation', 'SchemeTerritory'),
    certificates: follow(pointer, 'ServiceDigitalIdentities', 'ServiceDigitalIdentity').flatMap((identity) =>
      identitiesAt(identity, 'X509Certificate'),
    ),
  }))
}

/** A value without which a list is none. */
function need<Value>(value: Value | undefined, place: string): Value {
  return value ?? refuse('missing', place)
}

/** A whole number without which a list is none. */
function needNumber(scheme: XmlElement, name: string): number {
  const text = textAt(scheme, name)
  return need(/^\d{1,9}$/.test(text) ? Number(text) : undefined, name)
}

/** What is to be said of the list as a whole. */
function checkList(list: Omit<TrustedList, 'findings'> & SignatureState, at: Instant): Finding[] {
  const { version, issuedAt, nextUpdateAt, signature, trouble } = list
  const findings: Finding[] = []
  if (!KNOWN_VERSIONS.includes(version))
    findings.push(tell('adapters/trusted-list-unknown-version', 'scheme', { version }))
  if (at < issuedAt) findings.push(tell('adapters/trusted-list-not-yet-issued', 'scheme', { issuedAt }))
  if (nextUpdateAt !== undefined && nextUpdateAt < at)
    findings.push(tell('adapters/trusted-list-expired', 'scheme', { nextUpdateAt }))
  if (signature === 'none') findings.push(tell('adapters/trusted-list-unsigned', 'signature'))
  if (signature === 'not-checked')
    findings.push(tell('adapters/trusted-list-signature-not-checked', 'signature'))
  if (signature === 'invalid')
    findings.push(tell('adapters/trusted-list-signature-invalid', `signature: ${trouble}`, { trouble }))
  return findings
}

/**
 * Reads a trusted list: its scheme, the services with their history, and the lists it points to.
 *
 * The XML is read only after a look at it: at most 32 MiB of UTF-8, no document type (so no entities), at most 100 levels.
 * Services that lack a part are passed over and told; a list without its scheme is refused.
 *
 * @throws MotcuaError `adapters/trusted-list-unreadable` when it is no trusted list, with the reason.
 * @throws MotcuaError `adapters/package-missing` when no parser is handed in and `@xmldom/xmldom` is not installed.
 *
 * @example
 * import { readTrustedList } from 'motcua/adapters/trusted-list'
 * import { instant, isMotcuaError } from 'motcua'
 * const xml = new TextEncoder().encode('<a/>')
 * const reading = readTrustedList(xml, { at: instant('2026-09-01T09:00') })
 * const code = await reading.catch((error) => isMotcuaError(error) && error.code)
 * code // 'adapters/trusted-list-unreadable'
 */
export async function readTrustedList(xml: Uint8Array, options: TrustedListOptions): Promise<TrustedList> {
  const root = await openList(xml, options.parser)
  const scheme = need(follow(root, 'SchemeInformation')[0], 'SchemeInformation')
  const nextUpdate = textAt(scheme, 'NextUpdate', 'dateTime')
  const services: Finding[] = []
  const list = {
    version: needNumber(scheme, 'TSLVersionIdentifier'),
    sequenceNumber: needNumber(scheme, 'TSLSequenceNumber'),
    type: textAt(scheme, 'TSLType'),
    operatorNames: namesAt(scheme, 'SchemeOperatorName'),
    territory: textAt(scheme, 'SchemeTerritory'),
    issuedAt: need(findInstant(textAt(scheme, 'ListIssueDateTime')), 'ListIssueDateTime'),
    nextUpdateAt: nextUpdate === '' ? undefined : need(findInstant(nextUpdate), 'NextUpdate'),
    pointers: readPointers(scheme),
    providers: readProviders(root, services),
  }
  const state = await judgeSignature(root, xml, options)
  const { signature } = state
  const told = checkList({ ...list, ...state }, options.at)
  return { ...list, signature, findings: [...told, ...services] }
}

/** The times during which a service was granted for a purpose, states that follow each other as one. */
function listPeriods({ states }: TrustedService, purpose: TrustPurpose): { from: Instant; to?: Instant }[] {
  const periods: { from: Instant; to?: Instant }[] = []
  for (const { isGranted, type, since, until } of states) {
    if (!isGranted || PURPOSES[type.slice(TYPE_BASE.length)] !== purpose || !type.startsWith(TYPE_BASE))
      continue
    const later = periods.at(-1)
    if (later !== undefined && later.from === until) later.from = since
    else periods.push(until === undefined ? { from: since } : { from: since, to: until })
  }
  return periods
}

/**
 * Makes trust anchors of a list: certificate authorities for signing, timestamping authorities for timestamps.
 *
 * Each anchor is trusted while its service was granted: from the beginning of that status to the moment before another
 * began, so a service that was withdrawn serves what was signed before. Services that are known by key identifier or
 * name alone make none. A list whose signature does not hold gives none; one that is expired, or whose signature nobody
 * checked, does: its findings say so, and what they weigh is the caller's to decide.
 */
export function listTrustAnchors({ providers, signature }: TrustedList): readonly TrustAnchor[] {
  if (signature === 'invalid') return []
  const services = providers.flatMap((provider) => provider.services)
  return services.flatMap((service) =>
    service.certificates.map(readCertificate).flatMap((certificate) =>
      (['signing', 'timestamp'] as const).flatMap((purpose) =>
        listPeriods(service, purpose).map(({ from, to }) => ({
          certificate,
          purposes: [purpose],
          validFrom: from,
          ...(to === undefined ? {} : { validUntil: fromEpochMs(toEpochMs(to) - 1) }),
        })),
      ),
    ),
  )
}

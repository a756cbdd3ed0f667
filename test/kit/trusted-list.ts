/**
 * Writes trusted lists (ETSI TS 119 612) for tests, as far as the schema asks for more than the tests do.
 *
 * @module
 */

/** A state of a service as it is written. */
export interface WrittenState {
  /** End of the URI of the type, such as `CA/QC`. */
  readonly type?: string
  /** End of the URI of the status, such as `granted`. */
  readonly status?: string
  readonly since?: string
}

/** A service as it is written. */
export interface WrittenService extends WrittenState {
  readonly certificates?: readonly Uint8Array[]
  readonly history?: readonly WrittenState[]
  /** Markup for the extensions of the service. */
  readonly extensions?: string
}

/** A list as it is written. */
export interface WrittenList {
  readonly version?: number
  readonly issued?: string
  /** Empty for a list that was closed. */
  readonly nextUpdate?: string
  readonly namespace?: string
  readonly services?: readonly WrittenService[]
  /** Markup at the end of the scheme and of the list. */
  readonly pointers?: string
  readonly signature?: string
}

const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64')
const name = (text: string) => `<Name xml:lang="en">${text}</Name>`
const uri = (text: string) => `<URI xml:lang="en">${text}</URI>`

/** The part that present and former states share. */
function writeState(state: WrittenState, identity: string): string {
  const { type = 'CA/QC', status = 'granted', since = '2026-01-01T00:00:00Z' } = state
  return `<ServiceTypeIdentifier>http://uri.etsi.org/TrstSvc/Svctype/${type}</ServiceTypeIdentifier>
<ServiceName>${name('Dịch vụ thử')}</ServiceName>
<ServiceDigitalIdentity>${identity}</ServiceDigitalIdentity>
<ServiceStatus>http://uri.etsi.org/TrstSvc/TrustedList/Svcstatus/${status}</ServiceStatus>
<StatusStartingTime>${since}</StatusStartingTime>`
}

/** A service with its history. */
function writeService({
  certificates = [],
  history = [],
  extensions = '',
  ...state
}: WrittenService): string {
  const identity = certificates
    .map((der) => `<DigitalId><X509Certificate>${base64(der)}</X509Certificate></DigitalId>`)
    .join('')
  const ski = '<DigitalId><X509SKI>AQIDBA==</X509SKI></DigitalId>'
  const former = history.map(
    (each) =>
      `<ServiceHistoryInstance>${writeState({ type: state.type ?? 'CA/QC', ...each }, ski)}</ServiceHistoryInstance>`,
  )
  return `<TSPService><ServiceInformation>${writeState(state, identity + ski)}
<ServiceSupplyPoints><ServiceSupplyPoint>http://tsa.example/</ServiceSupplyPoint></ServiceSupplyPoints>
${extensions === '' ? '' : `<ServiceInformationExtensions><Extension Critical="true">${extensions}</Extension></ServiceInformationExtensions>`}
</ServiceInformation>${former.length === 0 ? '' : `<ServiceHistory>${former.join('\n')}</ServiceHistory>`}</TSPService>`
}

const ADDRESS = `<PostalAddresses><PostalAddress xml:lang="en"><StreetAddress>1 Test</StreetAddress><Locality>Hà Nội</Locality>
<CountryName>VN</CountryName></PostalAddress></PostalAddresses><ElectronicAddress>${uri('https://list.example/')}</ElectronicAddress>`

/** The scheme, complete as the schema wants it. */
function writeScheme({ version = 5, issued, nextUpdate, pointers = '' }: WrittenList): string {
  const next = nextUpdate ?? '2026-12-31T00:00:00Z'
  return `<SchemeInformation><TSLVersionIdentifier>${version}</TSLVersionIdentifier><TSLSequenceNumber>7</TSLSequenceNumber>
<TSLType>http://uri.etsi.org/TrstSvc/TrustedList/TSLType/VNgeneric</TSLType><SchemeOperatorName>${name('Cơ quan thử')}</SchemeOperatorName>
<SchemeOperatorAddress>${ADDRESS}</SchemeOperatorAddress><SchemeName>${name('VN:Danh sách thử')}</SchemeName>
<SchemeInformationURI>${uri('https://list.example/')}</SchemeInformationURI>
<StatusDeterminationApproach>http://uri.etsi.org/TrstSvc/TrustedList/StatusDetn/EUappropriate</StatusDeterminationApproach>
<SchemeTerritory>VN</SchemeTerritory><PolicyOrLegalNotice><TSLLegalNotice xml:lang="en">Test</TSLLegalNotice></PolicyOrLegalNotice>
<HistoricalInformationPeriod>65535</HistoricalInformationPeriod>${pointers}<ListIssueDateTime>${issued ?? '2026-08-01T00:00:00Z'}</ListIssueDateTime>
<NextUpdate>${next === '' ? '' : `<dateTime>${next}</dateTime>`}</NextUpdate></SchemeInformation>`
}

/** Writes a list as text. */
export function writeTrustedList(list: WrittenList): string {
  const { namespace = 'http://uri.etsi.org/02231/v2#', services = [], signature = '' } = list
  const provider = `<TrustServiceProviderList><TrustServiceProvider><TSPInformation><TSPName>${name('Nhà cung cấp thử')}</TSPName>
<TSPAddress>${ADDRESS}</TSPAddress><TSPInformationURI>${uri('https://tsp.example/')}</TSPInformationURI></TSPInformation>
<TSPServices>${services.map(writeService).join('\n')}</TSPServices></TrustServiceProvider></TrustServiceProviderList>`
  return `<?xml version="1.0" encoding="UTF-8"?>
<!-- A list for tests; <nothing> in it is real. -->
<TrustServiceStatusList xmlns="${namespace}" TSLTag="http://uri.etsi.org/19612/TSLTag" Id="list">
${writeScheme(list)}${services.length === 0 ? '' : provider}${signature}</TrustServiceStatusList>
`
}

/** The markup of a signature that nobody could check. */
export const unsignedMarkup = '<ds:Signature xmlns:ds="http://www.w3.org/2000/09/xmldsig#"/>'

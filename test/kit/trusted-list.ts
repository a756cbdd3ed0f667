/**
 * Writes trusted lists (ETSI TS 119 612) for tests, as far as the schema asks for more than the tests do.
 *
 * @module
 */

import { writeCanonicalDocument } from '../../src/adapters/canonical-xml.ts'
import { openList } from '../../src/adapters/list-xml.ts'
import { writeUtf8 } from '../../src/bytes.ts'
import { hashBytes } from '../../src/hash.ts'
import { readEcdsaSignature, type Signer } from '../../src/pki/index.ts'

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

/** The certificate and key that sign a list. */
export interface ListSigner {
  readonly certificate: Uint8Array
  readonly signer: Signer
}

/** What a signature of a list is made with, where it is to differ from a good one. */
export interface ListSignatureInput {
  readonly uri?: string
  /** Algorithms of the digests, of the transforms of the list, and of the signature. */
  readonly digest?: string
  readonly transforms?: readonly string[]
  readonly method?: string
  /** The list as it is digested: changed markup gives another digest than that of the list. */
  readonly digested?: (xml: string) => string
  /** Markup of more references. */
  readonly more?: string
  /** Refers to the signed properties without a transform, which means Canonical XML 1.0. */
  readonly isBare?: boolean
  /** Digest that names the certificate. */
  readonly naming?: 'sha1' | 'sha256'
  /** Changes the markup of the signed properties before they are signed. */
  readonly properties?: (markup: string) => string
}

const DS = 'xmlns:ds="http://www.w3.org/2000/09/xmldsig#"'
const XADES = 'xmlns:xades="http://uri.etsi.org/01903/v1.3.2#"'
const SHA1 = 'http://www.w3.org/2000/09/xmldsig#sha1'
const SHA256 = 'http://www.w3.org/2001/04/xmlenc#sha256'
const EXCLUSIVE = 'http://www.w3.org/2001/10/xml-exc-c14n#'
const ENVELOPED = 'http://www.w3.org/2000/09/xmldsig#enveloped-signature'
const hash = (bytes: Uint8Array) => base64(hashBytes('sha256', bytes))
const empty = (name: string, algorithm: string) => `<ds:${name} Algorithm="${algorithm}"></ds:${name}>`

/** A reference with its digest, in canonical form but for the namespace. */
function writeReference(
  attributes: string,
  { transforms, digest, value }: { transforms: readonly string[]; digest: string; value: string },
): string {
  const listed = transforms.map((algorithm) => empty('Transform', algorithm)).join('')
  const transformed = transforms.length === 0 ? '' : `<ds:Transforms>${listed}</ds:Transforms>`
  return `<ds:Reference${attributes}>${transformed}${empty('DigestMethod', digest)}<ds:DigestValue>${value}</ds:DigestValue></ds:Reference>`
}

/** Signed properties as Canonical XML 1.0 has them where they stand: every namespace around them is declared once. */
const writeInclusive = (properties: string): string =>
  properties
    .replaceAll(` ${DS}`, '')
    .replace(` ${XADES}`, ` xmlns="http://uri.etsi.org/02231/v2#" ${DS} ${XADES}`)

/** The octets of a list in the form in which they are digested. */
async function digestList(xml: string): Promise<string> {
  const root = await openList(writeUtf8(xml), undefined)
  return hash(writeCanonicalDocument(root))
}

/** Signs a list as EN 319 132-1 and TS 119 612, annex B, want it; every deviation is asked for by name. */
export async function signTrustedList(
  xml: string,
  { certificate, signer }: ListSigner,
  input: ListSignatureInput = {},
): Promise<string> {
  const { isBare = false, naming = 'sha256' } = input
  const { uri = '', digest = SHA256, transforms = [ENVELOPED, EXCLUSIVE], more = '' } = input
  const { scheme } = signer.algorithm
  const method = `http://www.w3.org/2001/04/xmldsig-more#${scheme === 'ecdsa' ? 'ecdsa' : 'rsa'}-sha256`
  const change = input.properties ?? ((markup: string) => markup)
  const named = `<xades:SigningCertificateV2><xades:Cert><xades:CertDigest>${empty('DigestMethod', naming === 'sha1' ? SHA1 : SHA256).replace('<ds:DigestMethod', `<ds:DigestMethod ${DS}`)}<ds:DigestValue ${DS}>${base64(hashBytes(naming, certificate))}</ds:DigestValue></xades:CertDigest></xades:Cert></xades:SigningCertificateV2>`
  const properties = change(
    `<xades:SignedProperties ${XADES} Id="props"><xades:SignedSignatureProperties><xades:SigningTime>2026-08-01T00:00:00Z</xades:SigningTime>${named}</xades:SignedSignatureProperties><xades:SignedDataObjectProperties><xades:DataObjectFormat ObjectReference="#ref"><xades:MimeType>text/xml</xades:MimeType></xades:DataObjectFormat></xades:SignedDataObjectProperties></xades:SignedProperties>`,
  )
  const whole = await digestList(input.digested?.(xml) ?? xml)
  const references =
    writeReference(` Id="ref" URI="${uri}"`, { transforms, digest, value: whole }) +
    writeReference(' Type="http://uri.etsi.org/01903#SignedProperties" URI="#props"', {
      transforms: isBare ? [] : [EXCLUSIVE],
      digest: SHA256,
      value: hash(writeUtf8(isBare ? writeInclusive(properties) : properties)),
    })
  const signedInfo = `<ds:SignedInfo ${DS}>${empty('CanonicalizationMethod', EXCLUSIVE)}${empty('SignatureMethod', input.method ?? method)}${references}${more}</ds:SignedInfo>`
  const value = await signer.sign(writeUtf8(signedInfo))
  const raw = scheme === 'ecdsa' ? readEcdsaSignature(value, 32) : value
  const signature = `<ds:Signature ${DS} Id="sig">${signedInfo}<ds:SignatureValue>${base64(raw)}</ds:SignatureValue><ds:KeyInfo><ds:X509Data><ds:X509Certificate>${base64(certificate)}</ds:X509Certificate></ds:X509Data></ds:KeyInfo><ds:Object><xades:QualifyingProperties ${XADES} Target="#sig">${properties}</xades:QualifyingProperties></ds:Object></ds:Signature>`
  return xml.replace('</TrustServiceStatusList>', `${signature}</TrustServiceStatusList>`)
}

/**
 * The object identifiers this room knows, by the names of their standards.
 *
 * @module
 */
import type { HashAlgorithm } from '../../hash.ts'

/** Content types and attributes of CMS (RFC 5652, 5035, 3161, 5940; ETSI EN 319 122-1). */
export const CMS_OID = {
  data: '1.2.840.113549.1.7.1',
  signedData: '1.2.840.113549.1.7.2',
  tstInfo: '1.2.840.113549.1.9.16.1.4',
  contentType: '1.2.840.113549.1.9.3',
  messageDigest: '1.2.840.113549.1.9.4',
  signingTime: '1.2.840.113549.1.9.5',
  counterSignature: '1.2.840.113549.1.9.6',
  signingCertificate: '1.2.840.113549.1.9.16.2.12',
  signingCertificateV2: '1.2.840.113549.1.9.16.2.47',
  commitmentType: '1.2.840.113549.1.9.16.2.16',
  signaturePolicy: '1.2.840.113549.1.9.16.2.15',
  signerAttributes: '1.2.840.113549.1.9.16.2.18',
  signerAttributesV2: '0.4.0.19122.1.1',
  contentTimestamp: '1.2.840.113549.1.9.16.2.20',
  signatureTimestamp: '1.2.840.113549.1.9.16.2.14',
  archiveTimestampV3: '0.4.0.1733.2.4',
  hashIndexV3: '0.4.0.19122.1.5',
  certificateValues: '1.2.840.113549.1.9.16.2.23',
  revocationValues: '1.2.840.113549.1.9.16.2.24',
  algorithmProtection: '1.2.840.113549.1.9.52',
  revocationInfoArchival: '1.2.840.113583.1.1.8',
  ocspResponseInfo: '1.3.6.1.5.5.7.16.2',
  title: '2.5.4.12',
  policyUri: '1.2.840.113549.1.9.16.5.1',
} as const

/** Certificate and CRL extensions (RFC 5280, section 4.2 and 5.2; RFC 6960, 4.2.2.2.1; RFC 3739). */
export const EXTENSION_OID = {
  subjectKeyId: '2.5.29.14',
  keyUsage: '2.5.29.15',
  subjectAltName: '2.5.29.17',
  issuerAltName: '2.5.29.18',
  basicConstraints: '2.5.29.19',
  crlNumber: '2.5.29.20',
  reasonCode: '2.5.29.21',
  invalidityDate: '2.5.29.24',
  deltaCrlIndicator: '2.5.29.27',
  issuingDistributionPoint: '2.5.29.28',
  certificateIssuer: '2.5.29.29',
  nameConstraints: '2.5.29.30',
  crlDistributionPoints: '2.5.29.31',
  certificatePolicies: '2.5.29.32',
  policyMappings: '2.5.29.33',
  authorityKeyId: '2.5.29.35',
  policyConstraints: '2.5.29.36',
  extendedKeyUsage: '2.5.29.37',
  inhibitAnyPolicy: '2.5.29.54',
  authorityInfoAccess: '1.3.6.1.5.5.7.1.1',
  qcStatements: '1.3.6.1.5.5.7.1.3',
  ocspNoCheck: '1.3.6.1.5.5.7.48.1.5',
} as const

/** Access methods and OCSP structures (RFC 5280, 4.2.2.1; RFC 6960). */
export const OCSP_OID = {
  accessOcsp: '1.3.6.1.5.5.7.48.1',
  accessCaIssuers: '1.3.6.1.5.5.7.48.2',
  basicResponse: '1.3.6.1.5.5.7.48.1.1',
  nonce: '1.3.6.1.5.5.7.48.1.2',
} as const

/** Purposes of extended key usage (RFC 5280, 4.2.1.12) that are asked about here. */
export const PURPOSE_OID = {
  any: '2.5.29.37.0',
  timeStamping: '1.3.6.1.5.5.7.3.8',
  ocspSigning: '1.3.6.1.5.5.7.3.9',
} as const

/** The policy that stands for every policy (RFC 5280, 4.2.1.4). */
export const ANY_POLICY_OID = '2.5.29.32.0'

/** Public key algorithms (RFC 3279, 4055, 5480, 8410). */
export const KEY_OID = {
  rsa: '1.2.840.113549.1.1.1',
  rsaPss: '1.2.840.113549.1.1.10',
  mgf1: '1.2.840.113549.1.1.8',
  ec: '1.2.840.10045.2.1',
  ed25519: '1.3.101.112',
  ed448: '1.3.101.113',
  dsa: '1.2.840.10040.4.1',
} as const

/** Object identifiers of digests (RFC 5754, 3370). */
export const DIGEST_OIDS: Readonly<Record<HashAlgorithm, string>> = {
  md5: '1.2.840.113549.2.5',
  sha1: '1.3.14.3.2.26',
  sha224: '2.16.840.1.101.3.4.2.4',
  sha256: '2.16.840.1.101.3.4.2.1',
  sha384: '2.16.840.1.101.3.4.2.2',
  sha512: '2.16.840.1.101.3.4.2.3',
  'sha512-224': '2.16.840.1.101.3.4.2.5',
  'sha512-256': '2.16.840.1.101.3.4.2.6',
  'sha3-224': '2.16.840.1.101.3.4.2.7',
  'sha3-256': '2.16.840.1.101.3.4.2.8',
  'sha3-384': '2.16.840.1.101.3.4.2.9',
  'sha3-512': '2.16.840.1.101.3.4.2.10',
  shake256: '2.16.840.1.101.3.4.2.12',
}

/** RSASSA-PKCS1-v1_5 with each digest (RFC 4055, 5; RFC 8017, appendix C; NIST for SHA-3); empty where there is none. */
export const PKCS1_OIDS: Readonly<Record<HashAlgorithm, string>> = {
  md5: '1.2.840.113549.1.1.4',
  sha1: '1.2.840.113549.1.1.5',
  sha224: '1.2.840.113549.1.1.14',
  sha256: '1.2.840.113549.1.1.11',
  sha384: '1.2.840.113549.1.1.12',
  sha512: '1.2.840.113549.1.1.13',
  'sha512-224': '1.2.840.113549.1.1.15',
  'sha512-256': '1.2.840.113549.1.1.16',
  'sha3-224': '2.16.840.1.101.3.4.3.13',
  'sha3-256': '2.16.840.1.101.3.4.3.14',
  'sha3-384': '2.16.840.1.101.3.4.3.15',
  'sha3-512': '2.16.840.1.101.3.4.3.16',
  shake256: '',
}

/** ECDSA with each digest (RFC 5758, 3.2; NIST for SHA-3); empty where there is none. */
export const ECDSA_OIDS: Readonly<Record<HashAlgorithm, string>> = {
  md5: '',
  sha1: '1.2.840.10045.4.1',
  sha224: '1.2.840.10045.4.3.1',
  sha256: '1.2.840.10045.4.3.2',
  sha384: '1.2.840.10045.4.3.3',
  sha512: '1.2.840.10045.4.3.4',
  'sha512-224': '',
  'sha512-256': '',
  'sha3-224': '2.16.840.1.101.3.4.3.9',
  'sha3-256': '2.16.840.1.101.3.4.3.10',
  'sha3-384': '2.16.840.1.101.3.4.3.11',
  'sha3-512': '2.16.840.1.101.3.4.3.12',
  shake256: '',
}

/** Keywords of attribute types in names: RFC 4514, section 3, and those Vietnamese and ETSI certificates use. */
export const NAME_TYPES: Readonly<Record<string, string>> = {
  '2.5.4.3': 'CN',
  '2.5.4.4': 'SN',
  '2.5.4.5': 'serialNumber',
  '2.5.4.6': 'C',
  '2.5.4.7': 'L',
  '2.5.4.8': 'ST',
  '2.5.4.9': 'STREET',
  '2.5.4.10': 'O',
  '2.5.4.11': 'OU',
  '2.5.4.12': 'title',
  '2.5.4.42': 'GN',
  '2.5.4.97': 'organizationIdentifier',
  '0.9.2342.19200300.100.1.1': 'UID',
  '0.9.2342.19200300.100.1.25': 'DC',
  '1.2.840.113549.1.9.1': 'emailAddress',
}

/** Every object identifier above. */
export const KNOWN_OIDS: readonly string[] = [
  CMS_OID,
  EXTENSION_OID,
  OCSP_OID,
  PURPOSE_OID,
  KEY_OID,
  DIGEST_OIDS,
  PKCS1_OIDS,
  ECDSA_OIDS,
]
  .flatMap((table): string[] => Object.values(table))
  .concat(ANY_POLICY_OID, Object.keys(NAME_TYPES))
  .filter((oid) => oid !== '')

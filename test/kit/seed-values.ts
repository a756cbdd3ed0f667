import type { SeedCertificate, SeedValue } from '../../src/signature/index.ts'

/** A seed value that demands nothing. */
export const noSeedValue: SeedValue = {
  flags: 0,
  filter: '',
  subFilters: [],
  version: 0,
  digestMethods: [],
  reasons: [],
  docMdp: undefined,
  timestamp: undefined,
  legalAttestations: [],
  addRevInfo: undefined,
  lockDocument: '',
  appearanceFilter: '',
  certificate: undefined,
}

/** A seed value's word on certificates that anyone meets. */
export const anyCertificate: SeedCertificate = {
  flags: 0,
  subjects: [],
  issuers: [],
  policyOids: [],
  subjectNames: [],
  keyUsages: [],
  url: '',
  signaturePolicyOid: '',
}

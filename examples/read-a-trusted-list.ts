// Which authorities a trusted list (ETSI TS 119 612) vouches for, for what, and until when. The list is made up.

import { dateOfInstant, instant } from 'motcua'
import { createTestAuthority } from 'motcua/adapters/test-authority'
import { listTrustAnchors, readTrustedList } from 'motcua/adapters/trusted-list'

const { root } = await createTestAuthority()
const certificate = Buffer.from(root.certificate).toString('base64')
const base = 'http://uri.etsi.org/TrstSvc'
const state = (
  status: string,
  since: string,
) => `<ServiceTypeIdentifier>${base}/Svctype/CA/QC</ServiceTypeIdentifier>
  <ServiceStatus>${base}/TrustedList/Svcstatus/${status}</ServiceStatus><StatusStartingTime>${since}</StatusStartingTime>`
const xml = `<TrustServiceStatusList xmlns="http://uri.etsi.org/02231/v2#"><SchemeInformation>
  <TSLVersionIdentifier>5</TSLVersionIdentifier><TSLSequenceNumber>12</TSLSequenceNumber><SchemeTerritory>VN</SchemeTerritory>
  <ListIssueDateTime>2026-08-01T00:00:00Z</ListIssueDateTime><NextUpdate><dateTime>2026-08-31T00:00:00Z</dateTime></NextUpdate>
  </SchemeInformation><TrustServiceProviderList><TrustServiceProvider><TSPServices><TSPService>
  <ServiceInformation>${state('withdrawn', '2026-06-01T00:00:00Z')}<ServiceDigitalIdentity><DigitalId>
  <X509Certificate>${certificate}</X509Certificate></DigitalId></ServiceDigitalIdentity></ServiceInformation>
  <ServiceHistory><ServiceHistoryInstance>${state('granted', '2020-01-01T00:00:00Z')}</ServiceHistoryInstance></ServiceHistory>
  </TSPService></TSPServices></TrustServiceProvider></TrustServiceProviderList></TrustServiceStatusList>`

const list = await readTrustedList(new TextEncoder().encode(xml), { at: instant('2026-09-01T09:00') })
console.log(`list ${list.sequenceNumber} of ${list.territory}, signature: ${list.signature}`)
for (const { severity, message } of list.findings) console.log(`${severity}: ${message.en}`)
for (const { purposes, validFrom, validUntil } of listTrustAnchors(list))
  console.log(
    `${purposes.join()}: ${validFrom && dateOfInstant(validFrom)} to ${validUntil ? dateOfInstant(validUntil) : 'now'}`,
  )

/* Prints:
list 12 of VN, signature: none
error: the trusted list should have been replaced by now; fetch the next one
warning: the trusted list carries no signature
signing: 2020-01-01 to 2026-06-01
*/

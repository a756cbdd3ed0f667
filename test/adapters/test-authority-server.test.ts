import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { serveTestAuthority, type TestServer } from '../../src/adapters/test-authority-server.ts'
import { readHex, writeBase64 } from '../../src/bytes.ts'
import {
  buildOcspRequest,
  buildTimestampRequest,
  checkOcspResponse,
  checkTimestampResponse,
  readCertificate,
  readCrl,
  readOcspResponse,
  readTimestampResponse,
} from '../../src/pki/index.ts'

let server: TestServer

beforeAll(async () => {
  server = await serveTestAuthority()
})
afterAll(() => server.close())

/** Posts octets and gives back what came. */
async function post(url: string, body: Uint8Array): Promise<Uint8Array> {
  const response = await fetch(url, { method: 'POST', body: new Uint8Array(body) })
  expect(response.status).toBe(200)
  return new Uint8Array(await response.arrayBuffer())
}

describe('what it gives', () => {
  it('answers at the addresses that its certificates name', async () => {
    const { authority } = server
    const certificate = readCertificate((await authority.issue({ commonName: 'thử' })).certificate)
    const [ocspUrl = ''] = certificate.authorityInfo.ocspUrls
    const [caUrl = ''] = certificate.authorityInfo.caIssuersUrls
    const [crlUrl = ''] = certificate.crlDistributionPoints[0]?.urls ?? []
    const issuer = readCertificate(new Uint8Array(await (await fetch(caUrl)).arrayBuffer()))
    const request = buildOcspRequest({ certificate, issuer })
    const answer = await post(ocspUrl, request)
    const check = { certificate, issuer }
    expect(await checkOcspResponse(readOcspResponse(answer), check)).toMatchObject({
      status: 'good',
      findings: [],
    })
    const byGet = await fetch(`${ocspUrl}/${encodeURIComponent(writeBase64(request))}`)
    const got = readOcspResponse(new Uint8Array(await byGet.arrayBuffer()))
    expect(await checkOcspResponse(got, check)).toMatchObject({ status: 'good' })
    const crl = readCrl(new Uint8Array(await (await fetch(crlUrl)).arrayBuffer()))
    expect(crl.issuer.text).toBe(issuer.subject.text)
  })

  it('stamps time', async () => {
    const request = {
      digestAlgorithm: 'sha256',
      imprint: new Uint8Array(32),
      nonce: readHex('0102030405060708'),
    } as const
    const answer = await post(server.authority.timestampUrl, buildTimestampRequest(request))
    expect((await checkTimestampResponse(readTimestampResponse(answer), request)).findings).toEqual([])
  })
})

describe('what it refuses', () => {
  it('a path without a service, and octets that are no request', async () => {
    expect((await fetch(`${server.url}/crl/99`)).status).toBe(404)
    expect((await fetch(server.authority.timestampUrl, { method: 'POST', body: 'x' })).status).toBe(400)
    const large = new Uint8Array(1_100_000)
    expect((await fetch(server.authority.timestampUrl, { method: 'POST', body: large })).status).toBe(413)
  })
})

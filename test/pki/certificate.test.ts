import * as asn1js from 'asn1js'
import * as pkijs from 'pkijs'
import { describe, expect, it } from 'vitest'
import { isMotcuaError } from '../../src/errors.ts'
import { readCertificate, readCertificates } from '../../src/pki/index.ts'
import { pkiVector } from '../kit/pki-vectors.ts'

const names = ['root', 'ca', 'rsa', 'pss', 'p256', 'p384', 'p521', 'ed25519', 'tsa', 'ocsp']

/** The code a call ends in, or what it returned. */
function codeOf(call: () => unknown): unknown {
  try {
    return call()
  } catch (error) {
    return isMotcuaError(error) ? error.code : error
  }
}

describe('what it gives', () => {
  it.each(names)('agrees with PKI.js about %s.cer', (name) => {
    const der = pkiVector(`${name}.cer`)
    const facts = readCertificate(der)
    const theirs = new pkijs.Certificate({ schema: asn1js.fromBER(der.slice().buffer).result })
    expect(facts.tbs).toEqual(new Uint8Array(theirs.tbsView))
    expect(facts.signature).toEqual(new Uint8Array(theirs.signatureValue.valueBlock.valueHexView))
    expect(facts.signatureAlgorithm.oid).toBe(theirs.signatureAlgorithm.algorithmId)
    expect(Date.parse(facts.notAfter)).toBe(theirs.notAfter.value.getTime())
    expect(facts.extensions.map(({ oid }) => oid)).toEqual(theirs.extensions?.map(({ extnID }) => extnID))
    expect(facts.publicKey.spki).toEqual(new Uint8Array(theirs.subjectPublicKeyInfo.toSchema().toBER()))
    expect(facts.brokenExtensions).toEqual([])
  })

  it('reads what an authority is allowed to do', () => {
    const facts = readCertificate(pkiVector('ca.cer'))
    expect(facts.serial).toBe('1001')
    expect(facts.basicConstraints).toEqual({ isCa: true, pathLength: 0 })
    expect(facts.keyUsage).toEqual(['keyCertSign', 'cRLSign'])
    expect(facts.policies).toEqual(['1.3.6.1.4.1.32473.1.2', '2.5.29.32.0'])
    expect(facts.policyConstraints).toEqual({ requireExplicitPolicy: 3, inhibitPolicyMapping: 1 })
    expect(facts.inhibitAnyPolicy).toBe(2)
    expect(facts.policyMappings).toEqual([
      { issuerDomainPolicy: '1.3.6.1.4.1.32473.1.2', subjectDomainPolicy: '1.3.6.1.4.1.32473.1.3' },
    ])
    expect(facts.nameConstraints?.permitted.map(({ kind }) => kind)).toEqual(['directory', 'dns', 'email'])
    expect(facts.nameConstraints?.excluded).toEqual([
      { kind: 'ip', octets: Uint8Array.of(10, 0, 0, 0, 255, 0, 0, 0) },
    ])
  })

  it('reads where the issuer answers', () => {
    const facts = readCertificate(pkiVector('ca.cer'))
    expect(facts.authorityInfo).toEqual({
      ocspUrls: ['http://ocsp.motcua.test/'],
      caIssuersUrls: ['http://ca.motcua.test/root.cer'],
    })
    expect(facts.crlDistributionPoints.map(({ urls }) => urls)).toEqual([['http://crl.motcua.test/root.crl']])
    expect(facts.authorityKeyId?.keyId).toBe(readCertificate(pkiVector('root.cer')).subjectKeyId)
  })

  it('writes Vietnamese names as RFC 4514 text, the common name first', () => {
    expect(readCertificate(pkiVector('rsa.cer')).subject.text).toBe('CN=rsa,OU=Phòng thử,O=motcua test,C=VN')
  })

  it('reads alternative names and statements of an end certificate', () => {
    const facts = readCertificate(pkiVector('rsa.cer'))
    expect(facts.subjectAltNames.map(({ kind }) => kind)).toEqual(['email', 'uri', 'directory'])
    expect(facts.qcStatements).toEqual([{ oid: '0.4.0.1862.1.1', value: undefined }])
    expect(facts.basicConstraints).toBeUndefined()
  })

  it('names keys by kind, size and curve', () => {
    const keyOf = (name: string) => readCertificate(pkiVector(`${name}.cer`)).publicKey
    expect(keyOf('rsa')).toMatchObject({ kind: 'rsa', bits: 2048, isPssOnly: false })
    expect(keyOf('p384')).toMatchObject({ kind: 'ec', curve: 'P-384', bits: 384 })
    expect(keyOf('p521')).toMatchObject({ kind: 'ec', curve: 'P-521', bits: 521 })
    expect(keyOf('ed25519')).toMatchObject({ kind: 'ed25519', bits: 256 })
  })

  it('reads the parameters of RSASSA-PSS', () => {
    const { signatureAlgorithm, isAlgorithmConsistent } = readCertificate(pkiVector('pss.cer'))
    expect(signatureAlgorithm.signature).toEqual({ scheme: 'rsa-pss', digest: 'sha384', saltBytes: 48 })
    expect(isAlgorithmConsistent).toBe(true)
  })

  it('says which purposes are critical, and that a responder need not be asked about', () => {
    const tsa = readCertificate(pkiVector('tsa.cer'))
    expect(tsa.extendedKeyUsage).toEqual(['1.3.6.1.5.5.7.3.8'])
    expect(tsa.extensions.find(({ oid }) => oid === '2.5.29.37')?.isCritical).toBe(true)
    expect(readCertificate(pkiVector('ocsp.cer')).hasOcspNoCheck).toBe(true)
  })
})

describe('what it refuses', () => {
  it('bytes that are no certificate, with the offset', () => {
    expect(codeOf(() => readCertificate(new Uint8Array(0)))).toBe('pki/malformed')
    expect(codeOf(() => readCertificate(Uint8Array.of(0x30, 0x80, 0, 0)))).toBe('pki/malformed')
    expect(codeOf(() => readCertificate(pkiVector('ca.crl')))).toBe('pki/malformed')
  })

  it('a certificate that is cut off anywhere', () => {
    const der = pkiVector('p256.cer')
    for (let length = 0; length < der.length; length += 1) {
      expect(codeOf(() => readCertificate(der.subarray(0, length)))).toBe('pki/malformed')
    }
  })

  it('octets after the certificate', () => {
    const der = pkiVector('p256.cer')
    expect(codeOf(() => readCertificate(Uint8Array.from([...der, 0])))).toBe('pki/malformed')
  })
})

describe('edges', () => {
  it('lists an extension whose octets cannot be read, and reads the others', () => {
    const der = pkiVector('p256.cer')
    // The BIT STRING of keyUsage (2.5.29.15) becomes an INTEGER.
    const oid = der.findIndex((_, at) => der[at] === 0x55 && der[at + 1] === 0x1d && der[at + 2] === 0x0f)
    const tag = der.indexOf(0x03, oid + 6)
    const broken = readCertificate(Uint8Array.from(der, (byte, at) => (at === tag ? 0x02 : byte)))
    expect(broken.brokenExtensions).toEqual(['2.5.29.15'])
    expect(broken.keyUsage).toBeUndefined()
    expect(broken.subjectKeyId).toMatch(/^[0-9a-f]{40}$/)
  })

  it('passes over broken ones in a list of certificates', () => {
    const list = readCertificates([pkiVector('rsa.cer'), Uint8Array.of(1, 2, 3), pkiVector('ca.cer')])
    expect(list.map(({ serial }) => serial).at(-1)).toBe('1001')
    expect(list).toHaveLength(2)
  })
})

describe('what it must not touch', () => {
  it('hands out views of the bytes it was given, without copying or changing them', () => {
    const der = pkiVector('rsa.cer')
    const before = der.slice()
    const facts = readCertificate(der)
    expect(facts.tbs.buffer).toBe(der.buffer)
    expect(facts.publicKey.spki.buffer).toBe(der.buffer)
    expect(der).toEqual(before)
  })
})

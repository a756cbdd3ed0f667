import { beforeAll, describe, expect, it } from 'vitest'
import type { TestIdentity } from '../../../src/adapters/test-authority.ts'
import { buildOcspRequest, type Certificate } from '../../../src/pki/index.ts'
import { keyOf } from '../../../src/validation/facts/evidence-key.ts'
import { createMemory } from '../../../src/validation/facts/memory.ts'
import { certificateOf } from '../../kit/inquiry.ts'
import { startSigning } from '../../kit/signed-document.ts'

let person: TestIdentity
let issuer: Certificate
let crl: Uint8Array
let ocsp: Uint8Array
beforeAll(async () => {
  const { authority, ...signing } = await startSigning()
  person = signing.person
  issuer = certificateOf(authority.issuing)
  crl = await authority.buildCrl()
  const certificate = certificateOf(person)
  const [url = ''] = certificate.authorityInfo.ocspUrls
  ocsp = await authority.fetchOcsp(url, buildOcspRequest({ certificate, issuer }))
})

/** The same bytes in another array, one of them changed where asked. */
const copyOf = (der: Uint8Array, changedAt?: number): Uint8Array => {
  const copy = der.slice()
  if (changedAt !== undefined) copy[changedAt] = (copy[changedAt] ?? 0) ^ 1
  return copy
}
/** Where the name of the person stands in the certificate. */
const nameAt = ({ certificate }: TestIdentity) => {
  const name = new TextEncoder().encode('Người ký thử')
  return certificate.findIndex((_, start) =>
    name.every((octet, index) => certificate[start + index] === octet),
  )
}
const garbage = Uint8Array.of(0x30, 3, 2, 1, 1)

describe('what it gives', () => {
  it('what stands in the bytes', () => {
    const memory = createMemory()
    expect(memory.readCertificates([person.certificate])).toEqual([certificateOf(person)])
    expect(memory.readCrl(crl)).toMatchObject({ key: keyOf(crl), crl: { der: crl, issuer: issuer.subject } })
    expect(memory.readOcsp(ocsp)).toMatchObject({ key: keyOf(ocsp), response: { status: 'successful' } })
  })

  it('the very same facts for the same bytes, whatever array they come in', () => {
    const memory = createMemory()
    const [first] = memory.readCertificates([person.certificate])
    for (const again of [person.certificate, copyOf(person.certificate)])
      expect(memory.readCertificates([again])[0]).toBe(first)
    expect(memory.readCrl(copyOf(crl))).toBe(memory.readCrl(crl))
    expect(memory.readOcsp(copyOf(ocsp))).toBe(memory.readOcsp(ocsp))
  })

  it('the outcome of a signature, computed once for remembered certificates', async () => {
    const memory = createMemory()
    const { tbs, signature, signatureAlgorithm } = certificateOf(person)
    const check = {
      message: tbs,
      signature,
      publicKey: issuer.publicKey,
      algorithm: signatureAlgorithm.signature,
    }
    expect(await memory.verify(check)).toBe('valid')
    expect(memory.verify({ ...check })).toBe(memory.verify(check))
    expect(memory.verifyOnce(check)).not.toBe(memory.verifyOnce(check))
    expect(await memory.verifyOnce(check)).toBe('valid')
  })
})

describe('what it refuses', () => {
  it('to give anything for what cannot be read, the first time and the second', () => {
    const memory = createMemory()
    for (const broken of [garbage, garbage, new Uint8Array(0), person.certificate.subarray(0, 90)]) {
      expect(memory.readCertificates([broken])).toEqual([])
      expect([memory.readCrl(broken), memory.readOcsp(broken)]).toEqual([undefined, undefined])
    }
  })

  it('to let a broken certificate take the others along', () => {
    const found = createMemory().readCertificates([garbage, person.certificate, garbage])
    expect(found.map(({ der }) => der)).toEqual([person.certificate])
  })

  it('to take bytes of the same length and end for the ones it knows', () => {
    const memory = createMemory()
    const other = copyOf(person.certificate, nameAt(person))
    const [own] = memory.readCertificates([person.certificate])
    const [forged] = memory.readCertificates([other])
    expect(own?.subject.text).toContain('Người ký thử')
    expect(forged?.subject.text).not.toBe(own?.subject.text)
    expect(forged?.sha256).not.toBe(own?.sha256)
    const [again] = memory.readCertificates([copyOf(person.certificate)])
    expect(again).toEqual(own)
    const damaged = memory.readCrl(copyOf(crl, crl.length - 20))
    expect(damaged?.key).not.toBe(memory.readCrl(crl)?.key)
  })

  it('to answer for another message, signature or key than it was asked about', async () => {
    const memory = createMemory()
    const { tbs, signature, signatureAlgorithm, publicKey } = certificateOf(person)
    const check = {
      message: tbs,
      signature,
      publicKey: issuer.publicKey,
      algorithm: signatureAlgorithm.signature,
    }
    expect(await memory.verify(check)).toBe('valid')
    expect(await memory.verify({ ...check, message: copyOf(tbs, 40) })).toBe('invalid')
    expect(await memory.verify({ ...check, signature: copyOf(signature, 20) })).toBe('invalid')
    expect(await memory.verify({ ...check, publicKey })).toBe('invalid')
    expect(await memory.verify({ ...check, algorithm: undefined })).toBe('unsupported')
    expect(await memory.verify(check)).toBe('valid')
  })
})

describe('edges', () => {
  it('no certificates are none', () => {
    expect(createMemory().readCertificates([])).toEqual([])
  })

  it('the oldest of very many is forgotten and read anew, with the same outcome', () => {
    const memory = createMemory()
    const [first] = memory.readCertificates([copyOf(person.certificate)])
    const many = Array.from({ length: 5001 }, (_, index) => Uint8Array.of(0x30, 4, index >> 8, index, 1, 1))
    expect(memory.readCertificates(many)).toEqual([])
    const [again] = memory.readCertificates([copyOf(person.certificate)])
    expect(again).toEqual(first)
    expect(again).not.toBe(first)
  })
})

describe('what it must not touch', () => {
  it('keeps what it read when the array it came from is used for something else', () => {
    const memory = createMemory()
    const buffer = new Uint8Array([...person.certificate, 0])
    const view = buffer.subarray(0, person.certificate.length)
    const [first] = memory.readCertificates([view])
    buffer.fill(0)
    expect(first).toEqual(certificateOf(person))
    expect(memory.readCertificates([copyOf(person.certificate)])[0]).toBe(first)
  })

  it('two memories know nothing of each other', () => {
    const [one] = createMemory().readCertificates([person.certificate])
    const [other] = createMemory().readCertificates([person.certificate])
    expect(one).toEqual(other)
    expect(one).not.toBe(other)
  })
})

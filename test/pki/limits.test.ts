import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { generateSigningKeys } from '../../src/adapters/generate-keys.ts'
import { concatBytes } from '../../src/bytes.ts'
import { instant } from '../../src/date.ts'
import { isMotcuaError } from '../../src/errors.ts'
import { readElement, TAG } from '../../src/pki/der/read-der.ts'
import {
  joinBytes,
  writeElement,
  writeList,
  writeOctets,
  writeOid,
  writeSequence,
  writeSetOf,
} from '../../src/pki/der/write-der.ts'
import {
  addUnsignedAttributes,
  checkPath,
  checkSigner,
  findCrlEntry,
  findPaths,
  fromCryptoKey,
  type NameInput,
  readCertificate,
  readCrl,
  readOcspResponse,
  readPkcs12,
  readPrivateKey,
  readSignedData,
  readTimestampResponse,
  readTimestampToken,
} from '../../src/pki/index.ts'
import { buildCertificate } from '../../src/pki/issue/index.ts'
import { outcomeOf } from '../kit/outcome-of.ts'
import { pkiVector, pkiVectorText } from '../kit/pki-vectors.ts'

/** Every reader with bytes that it can read. */
const readers: Readonly<Record<string, readonly [(bytes: Uint8Array) => unknown, Uint8Array]>> = {
  readCertificate: [readCertificate, pkiVector('rsa.cer')],
  readSignedData: [readSignedData, pkiVector('cms-rsa-pss.p7s')],
  readBer: [readSignedData, pkiVector('cms-embedded-ber.p7s')],
  addUnsignedAttributes: [(bytes) => addUnsignedAttributes(bytes, []), pkiVector('cms-p256.p7s')],
  readTimestampResponse: [readTimestampResponse, pkiVector('timestamp.tsr')],
  readTimestampToken: [
    readTimestampToken,
    readTimestampResponse(pkiVector('timestamp.tsr')).token ?? new Uint8Array(0),
  ],
  readOcspResponse: [readOcspResponse, pkiVector('ocsp-good.der')],
  readCrl: [
    (bytes) =>
      findCrlEntry(readCrl(bytes), { serial: '01', issuer: readCertificate(pkiVector('ca.cer')).subject }),
    pkiVector('ca.crl'),
  ],
}

/** A few bytes of a sample replaced. */
const mutations = fc.array(fc.tuple(fc.nat(4000), fc.integer({ min: 0, max: 255 })), {
  minLength: 1,
  maxLength: 4,
})

describe('whatever the bytes, a reader gives facts or a typed error', () => {
  it.each(Object.entries(readers))('%s with random bytes', (_, [read]) => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        expect(['fine', 'pki/malformed']).toContain(outcomeOf(() => read(bytes)))
      }),
      { numRuns: 300 },
    )
  })

  it.each(Object.entries(readers))('%s with a few bytes changed', (_, [read, sample]) => {
    fc.assert(
      fc.property(mutations, (changes) => {
        const bytes = sample.slice()
        for (const [at, byte] of changes) bytes[at % bytes.length] = byte
        expect(['fine', 'pki/malformed']).toContain(outcomeOf(() => read(bytes)))
      }),
      { numRuns: 300 },
    )
  })

  it('key files with a few bytes changed', async () => {
    const codes = [
      'pki/malformed',
      'pki/wrong-password',
      'pki/legacy-encryption',
      'pki/unsupported-algorithm',
      'fine',
    ]
    const sample = pkiVector('modern.p12')
    await fc.assert(
      fc.asyncProperty(mutations, async (changes) => {
        const bytes = sample.slice()
        for (const [at, byte] of changes) bytes[at % bytes.length] = byte
        const outcome = await readPkcs12(bytes, 'mật khẩu').then(
          () => 'fine',
          (error: unknown) => (isMotcuaError(error) ? error.code : String(error)),
        )
        expect(codes).toContain(outcome)
      }),
      { numRuns: 50 },
    )
    const key = pkiVectorText('key-p384.pem')
    expect(await readPrivateKey(key.replace('MI', 'MJ')).catch((e: unknown) => isMotcuaError(e))).toBe(true)
  })

  it('a check over changed signatures never throws', async () => {
    const sample = pkiVector('cms-p256.p7s')
    const certificate = readCertificate(pkiVector('p256.cer'))
    await fc.assert(
      fc.asyncProperty(mutations, async (changes) => {
        const bytes = sample.slice()
        for (const [at, byte] of changes) bytes[at % bytes.length] = byte
        if (outcomeOf(() => readSignedData(bytes)) !== 'fine') return
        for (const signer of readSignedData(bytes).signers) {
          await checkSigner(signer, { certificate, contentType: '', messageDigest: undefined })
        }
      }),
      { numRuns: 150 },
    )
  })
})

describe('large structures cost what their length costs', () => {
  /** The members of the SignedData in a vector. */
  function takeApart(der: Uint8Array) {
    const source = { bytes: der, structure: 'test' }
    const outer = readElement(source, 0, der.length)
    const type = readElement(source, outer.bodyStart, outer.end)
    const wrapper = readElement(source, type.end, outer.end)
    const signedData = readElement(source, wrapper.bodyStart, wrapper.end)
    const members: Uint8Array[] = []
    for (let at = signedData.bodyStart; at < signedData.end; ) {
      const member = readElement(source, at, signedData.end)
      members.push(der.subarray(member.start, member.end))
      at = member.end
    }
    return { type: der.subarray(type.start, type.end), members }
  }

  /** Puts the members of a SignedData together again. */
  const putTogether = (type: Uint8Array, members: readonly Uint8Array[]) =>
    writeSequence(type, writeElement(0xa0, writeList(TAG.sequence, members)))

  const { type, members } = takeApart(pkiVector('cms-p256.p7s'))
  const [version = type, digests = type, content = type, , signers = type] = members

  it('ten thousand certificates, digests and signers', () => {
    const certificates = writeList(0xa0, Array(10_000).fill(pkiVector('p256.cer')))
    const many = readSignedData(putTogether(type, [version, digests, content, certificates, signers]))
    expect(many.certificates).toHaveLength(10_000)
    const digest = digests.subarray(2)
    const many2 = putTogether(type, [
      version,
      writeList(TAG.set, Array(10_000).fill(digest)),
      content,
      signers,
    ])
    expect(readSignedData(many2).digestAlgorithms).toHaveLength(10_000)
    const signer = signers.subarray(4)
    const many3 = putTogether(type, [
      version,
      digests,
      content,
      writeList(TAG.set, Array(10_000).fill(signer)),
    ])
    expect(readSignedData(many3).signers).toHaveLength(10_000)
  })

  it('two hundred thousand attributes of one kind, all broken', async () => {
    const attribute = writeSequence(writeOid('1.2.840.113549.1.9.16.2.47'), writeSetOf([Uint8Array.of(5, 0)]))
    const attributes = writeList(0xa0, Array(200_000).fill(attribute))
    const set = readElement({ bytes: signers, structure: 'test' }, 0, signers.length)
    const signer = readElement(set.source, set.bodyStart, set.end)
    const parts: Uint8Array[] = []
    for (let at = signer.bodyStart; at < signer.end; ) {
      const part = readElement(signer.source, at, signer.end)
      parts.push(part.tag === 0xa0 ? attributes : signers.subarray(part.start, part.end))
      at = part.end
    }
    const crowded = putTogether(type, [
      version,
      digests,
      content,
      writeSetOf([writeList(TAG.sequence, parts)]),
    ])
    const facts = readSignedData(crowded).signers[0]
    expect(facts?.attributes.broken).toEqual(['1.2.840.113549.1.9.16.2.47'])
    expect(facts?.attributes.repeated).toContain('1.2.840.113549.1.9.16.2.47')
    const certificate = readCertificate(pkiVector('p256.cer'))
    if (facts === undefined) throw new Error('no signer')
    const findings = await checkSigner(facts, { certificate, contentType: '', messageDigest: undefined })
    expect(findings.map(({ code }) => code)).toContain('pki/attribute-broken')
  })

  it('content in three hundred thousand segments', () => {
    const segments = joinBytes(Array(300_000).fill(writeOctets(Uint8Array.of(7))))
    const octets = concatBytes(Uint8Array.of(0x24, 0x80), segments, Uint8Array.of(0, 0))
    const embedded = writeSequence(content.subarray(2), writeElement(0xa0, octets))
    const cms = readSignedData(putTogether(type, [version, digests, embedded, signers]))
    expect(cms.content).toHaveLength(300_000)
    expect(cms.isDer).toBe(false)
  })

  it('a certificate with ten thousand extensions', () => {
    const one = writeSequence(writeOid('2.5.29.99'), writeOctets(Uint8Array.of(5, 0)))
    const der = pkiVector('p256.cer')
    const tbs = readElement({ bytes: der, structure: 'test' }, 4, der.length)
    const parts: Uint8Array[] = []
    for (let at = tbs.bodyStart; at < tbs.end; ) {
      const part = readElement(tbs.source, at, tbs.end)
      if (part.tag !== 0xa3) parts.push(der.subarray(part.start, part.end))
      at = part.end
    }
    parts.push(writeElement(0xa3, writeList(TAG.sequence, Array(10_000).fill(one))))
    const crowded = writeSequence(writeList(TAG.sequence, parts), der.subarray(tbs.end))
    const facts = readCertificate(crowded)
    expect(facts.extensions).toHaveLength(10_000)
    expect(facts.brokenExtensions).toEqual(['2.5.29.99'])
  })
})

describe('certificates that go in circles', () => {
  const at = instant('2026-11-20T08:00:00Z')
  const nameOf = (name: string): NameInput => [
    ['O', 'motcua test'],
    ['CN', name],
  ]

  /** Certificates from issuers to subjects, each name with keys of its own. */
  async function certify(links: readonly (readonly [issuer: string, subject: string])[]) {
    const names = [...new Set(links.flat())]
    const keys = new Map(
      await Promise.all(names.map(async (name) => [name, await generateSigningKeys()] as const)),
    )
    return Promise.all(
      links.map(async ([issuer, subject], index) => {
        const own = keys.get(issuer)
        const spki = keys.get(subject)?.spki ?? new Uint8Array(0)
        if (own === undefined) throw new Error('no key')
        const signer = fromCryptoKey(own.privateKey, { algorithm: own.algorithm, chain: [] })
        const input = {
          subject: nameOf(subject),
          issuer: nameOf(issuer),
          serial: `4${index}`.padEnd(4, '0'),
          notBefore: instant('2026-01-01T00:00:00Z'),
          notAfter: instant('2027-01-01T00:00:00Z'),
          spki,
          extensions: { basicConstraints: { isCa: true } },
        }
        return readCertificate(await buildCertificate(input, signer))
      }),
    )
  }

  it('A certifies B and B certifies A: the search ends and says that it saw everything', async () => {
    const certificates = await certify([
      ['A', 'B'],
      ['B', 'A'],
      ['B', 'C'],
    ])
    const leaf = certificates[2]
    if (leaf === undefined) throw new Error('no leaf')
    expect(await findPaths(leaf, { anchors: [], certificates })).toMatchObject({
      paths: [],
      isComplete: true,
    })
  })

  it('a cross-certified root is reached both ways, straight and across', async () => {
    const [oldRoot, newRoot, cross, leaf] = await certify([
      ['old', 'old'],
      ['new', 'new'],
      ['old', 'new'],
      ['new', 'leaf'],
    ])
    if (oldRoot === undefined || newRoot === undefined || cross === undefined || leaf === undefined)
      throw new Error()
    const both = await findPaths(leaf, { anchors: [oldRoot, newRoot], certificates: [cross] })
    expect(both.paths.map((path) => path.length)).toEqual([2, 3])
    const onlyOld = await findPaths(leaf, { anchors: [oldRoot], certificates: [newRoot, cross] })
    expect(onlyOld.paths).toHaveLength(1)
    expect((await checkPath(onlyOld.paths[0] ?? [], { at })).findings).toEqual([])
  })

  it('a full mesh of authorities: the search gives up at its bound and says so', async () => {
    const names = Array.from({ length: 14 }, (_, index) => `M${index}`)
    const links = names.flatMap((issuer) =>
      names.filter((name) => name !== issuer).map((name) => [issuer, name] as const),
    )
    const certificates = await certify([...links, ['M0', 'leaf']])
    const leaf = certificates.at(-1)
    if (leaf === undefined) throw new Error('no leaf')
    const started = performance.now()
    const outcome = await findPaths(leaf, { anchors: [], certificates, maxSteps: 200 })
    expect(outcome).toMatchObject({ paths: [], isComplete: false })
    expect(performance.now() - started).toBeLessThan(5000)
  })
})

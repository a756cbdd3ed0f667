import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isMotcuaError } from '../../../src/errors.ts'
import { readPem, writePem } from '../../../src/pki/index.ts'

describe('what it gives', () => {
  it('reads back what was written, whatever the bytes', () => {
    const label = fc.constantFrom('CERTIFICATE', 'PRIVATE KEY', 'X509 CRL', 'PKCS #7 SIGNED DATA', 'X-1', 'x')
    fc.assert(
      fc.property(label, fc.uint8Array({ minLength: 1, maxLength: 300 }), (name, bytes) => {
        expect(readPem(writePem(name, bytes))).toEqual([{ label: name, bytes }])
      }),
    )
  })

  it('writes lines of 64 characters', () => {
    const lines = writePem('CERTIFICATE', new Uint8Array(100)).split('\n')
    expect(lines.slice(1, 4).map((line) => line.length)).toEqual([64, 64, 8])
  })

  it('passes over text around the blocks and finds those of one label', () => {
    const text = `Bag Attributes\n${writePem('CERTIFICATE', Uint8Array.of(1))}x${writePem('PRIVATE KEY', Uint8Array.of(2))}`
    expect(readPem(text).map(({ label }) => label)).toEqual(['CERTIFICATE', 'PRIVATE KEY'])
    expect(readPem(text, 'PRIVATE KEY')).toEqual([{ label: 'PRIVATE KEY', bytes: Uint8Array.of(2) }])
  })
})

describe('what it refuses', () => {
  it('a text without the block asked for', () => {
    try {
      readPem(writePem('CERTIFICATE', Uint8Array.of(1)), 'PRIVATE KEY')
      expect.unreachable()
    } catch (error) {
      expect(isMotcuaError(error, 'pki/no-pem-block') && error.data.label).toBe('PRIVATE KEY')
    }
  })
})

describe('edges', () => {
  it('takes a long text of beginnings without ends in stride', () => {
    const text = '-----BEGIN CERTIFICATE-----\n'.repeat(50_000)
    expect(() => readPem(text)).toThrow()
    expect(() => readPem(`${text}-----END X-----`)).toThrow()
  })
})

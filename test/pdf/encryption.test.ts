import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  addObject,
  appendRevision,
  beginRevision,
  countPages,
  findPage,
  findValue,
  joinSources,
  openPdf,
  type Pdf,
  readCatalog,
  readObject,
  readStream,
  setObject,
} from 'motcua/pdf'
import { pdfDict, pdfStream, pdfText, readTextString, withEntries } from 'motcua/pdf/syntax'
import { describe, expect, it } from 'vitest'
import { toBytes, toText } from '../kit/build-pdf.ts'

const readVector = (name: string): Uint8Array =>
  new Uint8Array(readFileSync(join(import.meta.dirname, '../vectors/pdf', name)))

const withPasswords = ['rc4-40', 'rc4-128', 'rc4-v4-clear-metadata', 'aes-128', 'aes-256-r5', 'aes-256-r6']
const withoutPassword = ['aes-128-clear-metadata', 'aes-256-object-streams']

const readLanguage = (pdf: Pdf): string => {
  const value = findValue(pdf, readCatalog(pdf), 'Lang')
  return value?.kind === 'string' ? readTextString(value) : ''
}
const readContent = (pdf: Pdf): string => {
  const page = findPage(pdf, 1)
  const content = page && findValue(pdf, page.dict, 'Contents')
  return content?.kind === 'stream' ? toText(readStream(pdf, content)) : ''
}
const readMetadata = (pdf: Pdf): string => {
  const value = findValue(pdf, readCatalog(pdf), 'Metadata')
  return value?.kind === 'stream' ? toText(readStream(pdf, value)) : ''
}

describe('what it gives', () => {
  it.each(withPasswords)('decrypts strings and streams of %s with either password', (name) => {
    for (const password of ['user', 'owner']) {
      const pdf = openPdf(readVector(`${name}.pdf`), { password })
      expect(pdf.encryption?.openedAs).toBe(password)
      expect(readLanguage(pdf)).toBe('vi-VN')
      expect(readContent(pdf)).toContain('0 1 m 10 10 l S')
      expect(readMetadata(pdf)).toBe('<x:xmpmeta/>')
    }
  })
  it.each(withoutPassword)('opens %s with the empty password, which nobody has to give', (name) => {
    const pdf = openPdf(readVector(`${name}.pdf`))
    expect(readLanguage(pdf)).toBe('vi-VN')
    expect(readContent(pdf)).toContain('0 1 m 10 10 l S')
    expect(readMetadata(pdf)).toBe('<x:xmpmeta/>')
  })
  it.each([...withPasswords, ...withoutPassword])(
    'encrypts what is added to %s, and reads it back',
    (name) => {
      const bytes = readVector(`${name}.pdf`)
      const pdf = openPdf(bytes, { password: 'owner' })
      const draft = beginRevision(pdf)
      const stream = pdfStream(pdfDict({ Note: pdfText('Số 01/QĐ') }), toBytes('secret stream'))
      const ref = addObject(draft, stream)
      setObject(draft, pdf.catalogRef, withEntries(readCatalog(pdf), { Added: pdfText('secret string') }))
      const { bytes: tail } = appendRevision(draft)
      expect(toText(tail)).not.toContain('secret')
      const again = openPdf(joinSources([bytes, tail]), { password: 'user' })
      expect(countPages(again)).toBe(2)
      expect(readLanguage(again)).toBe('vi-VN')
      const added = findValue(again, readCatalog(again), 'Added')
      expect(added?.kind === 'string' && readTextString(added)).toBe('secret string')
      const back = readObject(again, ref)
      expect(back.kind === 'stream' && toText(readStream(again, back))).toBe('secret stream')
      const note = back.kind === 'stream' ? back.dict.entries.get('Note') : undefined
      expect(note?.kind === 'string' && readTextString(note)).toBe('Số 01/QĐ')
    },
  )
})

describe('what it refuses', () => {
  it.each(withPasswords)('refuses %s without a password and with a wrong one', (name) => {
    const bytes = readVector(`${name}.pdf`)
    expect(() => openPdf(bytes)).toThrow(/pass it when opening/)
    expect(() => openPdf(bytes, { password: 'nobody' })).toThrow(/does not fit/)
  })
  it('refuses handlers other than the standard one, by name', () => {
    const text = toText(readVector('rc4-128.pdf')).replace('/Filter /Standard', '/Filter /Adobe.PS')
    expect(() => openPdf(toBytes(text))).toThrow(/Adobe\.PS/)
  })
})

describe('edges', () => {
  it('finds the key length where the dictionary does not state it', () => {
    const text = toText(readVector('rc4-128.pdf')).replace('/Length 128', '          ')
    expect(readLanguage(openPdf(toBytes(text), { password: 'user' }))).toBe('vi-VN')
  })
  it('never decrypts the /Contents of a signature', () => {
    const bytes = readVector('aes-128.pdf')
    const pdf = openPdf(bytes, { password: 'user' })
    const draft = beginRevision(pdf)
    const clear = pdfText('0123456789abcdef0123456789abcdef')
    const dict = pdfDict({ ByteRange: pdfText(''), Contents: clear, Reason: pdfText('r') })
    const ref = addObject(draft, dict)
    const { bytes: tail } = appendRevision(draft)
    expect(toText(tail)).toContain('0123456789abcdef0123456789abcdef')
    const again = readObject(openPdf(joinSources([bytes, tail]), { password: 'user' }), ref)
    expect(again.kind === 'dict' && again.entries.get('Contents')).toMatchObject({ bytes: clear.bytes })
    expect(again.kind === 'dict' && again.entries.get('Reason')).toMatchObject({ bytes: toBytes('r') })
  })
})

describe('what it must not touch', () => {
  it('keeps encrypted strings of a changed object as the bytes they were', () => {
    const bytes = readVector('aes-128.pdf')
    const pdf = openPdf(bytes, { password: 'user' })
    const draft = beginRevision(pdf)
    setObject(draft, pdf.catalogRef, withEntries(readCatalog(pdf), { New: pdfText('x') }))
    const language = readCatalog(pdf).entries.get('Lang')
    const original = toText(bytes).slice(language?.start ?? 0, language?.end ?? 0)
    expect(original.length).toBeGreaterThan(30)
    expect(toText(appendRevision(draft).bytes)).toContain(original)
  })
})

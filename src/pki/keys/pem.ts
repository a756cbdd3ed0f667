/**
 * PEM (RFC 7468): base64 between labelled lines.
 *
 * @module
 */
import { readBase64, writeBase64 } from '../../bytes.ts'
import { MotcuaError } from '../../errors.ts'
import { messages } from '../messages.ts'

/** One block of a PEM file. */
export interface PemBlock {
  /** `CERTIFICATE`, `PRIVATE KEY` and the like. */
  readonly label: string
  readonly bytes: Uint8Array
}

/** Printable characters, single spaces and hyphens between them (RFC 7468, 3): `PKCS #7 SIGNED DATA` is one. */
const LABEL = /^((?:[!-,.-~](?:[ -]?[!-,.-~])*)?)-----/

/** Label and text of each block; searched forwards only, so that no text takes longer than its length. */
function* listBlocks(text: string): Generator<{ readonly label: string; readonly body: string }> {
  let end = -1
  for (let begin = text.indexOf('-----BEGIN '); begin >= 0; begin = text.indexOf('-----BEGIN ', begin + 1)) {
    const label = LABEL.exec(text.slice(begin + 11, begin + 111))?.[1]
    if (end < begin) end = text.indexOf('-----END ', begin)
    if (end < 0) return
    if (label === undefined || !text.startsWith(`${label}-----`, end + 9)) continue
    yield { label, body: text.slice(begin + 16 + label.length, end) }
    begin = end
  }
}

/**
 * Reads the blocks of a PEM text in order; text around them is passed over, as RFC 7468, 5.2 allows.
 *
 * @throws MotcuaError `pki/no-pem-block` when none is of the label asked for.
 *
 * @example
 * import { readPem, writePem } from 'motcua/pki'
 * const text = writePem('CERTIFICATE', new Uint8Array([48, 0]))
 * readPem(text, 'CERTIFICATE')[0]?.bytes.length // 2
 */
export function readPem(text: string, label?: string): readonly PemBlock[] {
  const blocks = [...listBlocks(text)]
    .filter((block) => label === undefined || block.label === label)
    .map((block) => ({ label: block.label, bytes: readBase64(stripHeaders(block.body)) }))
  if (blocks.length === 0) throw new MotcuaError(messages, 'pki/no-pem-block', { label: label ?? '*' })
  return blocks
}

/** Drops the headers of old encrypted keys (`Proc-Type: …`), which end at an empty line. */
function stripHeaders(body: string): string {
  return body.replace(/^(?:\s*[A-Za-z-]+:[^\n]*\n)+/, '')
}

/** Writes one PEM block in lines of 64 characters. */
export function writePem(label: string, bytes: Uint8Array): string {
  const lines = writeBase64(bytes).match(/.{1,64}/g) ?? []
  return `-----BEGIN ${label}-----\n${lines.join('\n')}\n-----END ${label}-----\n`
}

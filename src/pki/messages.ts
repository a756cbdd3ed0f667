/**
 * The sentences of the errors of this room.
 *
 * @module
 */
import { MotcuaError, type RoomMessages } from '../errors.ts'

/** What this room throws, in both languages; no message carries a name, a key or a password. */
export const messages = {
  'pki/malformed': {
    vi: ({ structure, offset, problem }) =>
      `${structure} sai cấu trúc ASN.1 tại byte ${offset} (${problem}); hãy kiểm tra tệp hoặc nguồn đã gửi dữ liệu`,
    en: ({ structure, offset, problem }) =>
      `malformed ${structure} at byte ${offset} (${problem}); check the file or whoever sent it`,
  },
  'pki/unsupported-algorithm': {
    vi: ({ purpose, algorithm }) =>
      `thuật toán ${algorithm} không được hỗ trợ để ${purpose === 'sign' ? 'ký' : 'đọc khóa'}; hãy dùng RSA, ECDSA P-256/384/521 hoặc Ed25519`,
    en: ({ purpose, algorithm }) =>
      `algorithm ${algorithm} is not supported (${purpose}); use RSA, ECDSA P-256/384/521 or Ed25519`,
  },
  'pki/not-ecdsa-der': {
    vi: ({ lengthBytes }) =>
      `chữ ký ECDSA (${lengthBytes} byte) không ở dạng DER; hãy đổi r‖s bằng writeEcdsaSignature trước khi gắn`,
    en: ({ lengthBytes }) =>
      `the ECDSA signature (${lengthBytes} bytes) is not DER; convert r‖s with writeEcdsaSignature first`,
  },
  'pki/no-pem-block': {
    vi: ({ label }) => `không tìm thấy khối PEM "${label}"; hãy kiểm tra tệp PEM`,
    en: ({ label }) => `no PEM block "${label}" found; check the PEM file`,
  },
} satisfies RoomMessages<'pki'>

/**
 * Refuses bytes that are not the structure they should be.
 *
 * @param structure - What was being read, in the words of its standard.
 * @param offset - Byte at which the reading stopped, counted from the start of the structure.
 * @throws MotcuaError `pki/malformed`
 */
export function refuseMalformed(structure: string, offset: number, problem: string): never {
  throw new MotcuaError(messages, 'pki/malformed', { structure, offset, problem })
}

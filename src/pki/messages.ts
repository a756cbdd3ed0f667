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
      `thuật toán ${algorithm} không được hỗ trợ (${purpose}); hãy dùng RSA, ECDSA P-256/384/521 hoặc Ed25519`,
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
  'pki/legacy-encryption': {
    vi: ({ scheme }) =>
      `tệp khóa được mã hóa kiểu cũ (${scheme}); hãy chuyển đổi: openssl pkcs12 -legacy -in CU.p12 -nodes -out TAM.pem && openssl pkcs12 -export -in TAM.pem -out MOI.p12, rồi xóa TAM.pem; hoặc cài node-forge và dùng motcua/adapters/pkcs12-legacy`,
    en: ({ scheme }) =>
      `the key file is encrypted in an old way (${scheme}); convert it: openssl pkcs12 -legacy -in OLD.p12 -nodes -out TEMP.pem && openssl pkcs12 -export -in TEMP.pem -out NEW.p12, then delete TEMP.pem; or install node-forge and use motcua/adapters/pkcs12-legacy`,
  },
  'pki/wrong-password': {
    vi: () => 'mật khẩu của tệp khóa thiếu hoặc sai, hoặc tệp bị hỏng; hãy nhập lại mật khẩu',
    en: () =>
      'the password of the key file is missing or wrong, or the file is damaged; enter the password again',
  },
  'pki/key-certificate-mismatch': {
    vi: ({ outcome }) =>
      `khóa riêng không thuộc chứng thư (kết quả kiểm tra: ${outcome}); hãy chọn đúng cặp khóa và chứng thư`,
    en: ({ outcome }) =>
      `the private key does not belong to the certificate (check: ${outcome}); choose the key and certificate that belong together`,
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

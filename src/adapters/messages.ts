/**
 * The sentences of the errors of all adapters.
 *
 * @module
 */
import type { RoomMessages } from '../errors.ts'

const httpReasons = {
  network: { vi: 'không kết nối được', en: 'the connection failed' },
  timeout: { vi: 'quá thời gian chờ', en: 'no answer in time' },
  'too-large': { vi: 'trả lời quá lớn', en: 'the answer is too large' },
  status: { vi: 'máy chủ báo lỗi', en: 'the server answered with an error' },
  'internal-address': { vi: 'địa chỉ nội bộ không được phép', en: 'an internal address is not allowed' },
  scheme: { vi: 'chỉ chấp nhận địa chỉ http và https', en: 'only http and https addresses are accepted' },
  redirects: { vi: 'chuyển hướng quá nhiều lần', en: 'too many redirects' },
}

/** What adapters throw, in both languages. */
export const messages = {
  'adapters/file-changed': {
    vi: () => 'tệp bị thay đổi trong lúc đang đọc; hãy làm lại khi không còn chương trình nào ghi vào tệp',
    en: () => 'the file was changed while it was being read; try again when no other program writes to it',
  },
  'adapters/folder-locked': {
    vi: ({ path, pid, host }) =>
      `thư mục đang được tiến trình ${pid} trên máy ${host} dùng (${path}); đóng tiến trình đó, hoặc xoá tệp khoá khi chắc chắn nó đã dừng`,
    en: ({ path, pid, host }) =>
      `the folder is in use by process ${pid} on ${host} (${path}); close that process, or delete the lock file when it is surely gone`,
  },
  'adapters/http-failed': {
    vi: ({ host, reason }) =>
      `không lấy được dữ liệu từ ${host}: ${httpReasons[reason].vi}; hãy kiểm tra mạng, địa chỉ và cấu hình internalHosts`,
    en: ({ host, reason }) =>
      `nothing was fetched from ${host}: ${httpReasons[reason].en}; check the network, the address and internalHosts`,
  },
  'adapters/no-signing-key': {
    vi: () => 'tệp khóa không có khóa riêng kèm chứng thư; hãy chọn đúng tệp, hoặc nộp thêm chứng thư',
    en: () =>
      'the key file holds no private key with its certificate; choose the right file, or hand in the certificate',
  },
  'adapters/package-missing': {
    vi: ({ name }) => `thiếu gói tùy chọn ${name}; hãy cài đặt: npm install ${name}`,
    en: ({ name }) => `the optional package ${name} is missing; install it: npm install ${name}`,
  },
  'adapters/test-service-not-found': {
    vi: ({ path }) =>
      `tổ chức chứng thực thử không có dịch vụ tại ${path}; hãy dùng địa chỉ ghi trong chứng thư`,
    en: ({ path }) => `the test authority has no service at ${path}; use the addresses in its certificates`,
  },
} satisfies RoomMessages<'adapters'>

import type { RoomMessages } from '../errors.ts'

/** The sentences of this room's errors. */
export const messages = {
  'form/no-glyph': {
    vi: ({ codePoint, place }) =>
      `ký tự ${codePoint} tại ${place} không có trong phông chữ của biểu mẫu; hãy thay bằng ký tự tiếng Việt hoặc La-tinh`,
    en: ({ codePoint, place }) =>
      `character ${codePoint} at ${place} is not in the font of the form; replace it by a Vietnamese or Latin one`,
  },
  'form/does-not-fit': {
    vi: ({ place, widthPt, heightPt }) =>
      `nội dung ${place} không vừa khung ${widthPt} × ${heightPt} pt; hãy dùng khung lớn hơn hoặc rút gọn nội dung`,
    en: ({ place, widthPt, heightPt }) =>
      `the text of ${place} does not fit ${widthPt} × ${heightPt} pt; use a larger rectangle or a shorter text`,
  },
  'form/no-template': {
    vi: ({ on, effectiveFrom }) =>
      `không có mẫu cho ngày ${on}: mẫu sớm nhất có hiệu lực từ ${effectiveFrom}; hãy dùng ngày tiếp nhận từ đó trở đi`,
    en: ({ on, effectiveFrom }) =>
      `no template for ${on}: the first took effect on ${effectiveFrom}; use a date from then on`,
  },
  'form/invalid-image': {
    vi: ({ place }) => `ảnh ${place} không phải PNG đọc được; hãy đưa ảnh PNG 8 bit, nền trong suốt`,
    en: ({ place }) =>
      `the image ${place} is not a readable PNG; hand in an 8-bit PNG with a transparent ground`,
  },
  'form/qr-too-long': {
    vi: ({ place, lengthBytes, maxBytes }) =>
      `nội dung mã QR ${place} dài ${lengthBytes} byte, tối đa ${maxBytes}; hãy rút gọn đường dẫn tra cứu`,
    en: ({ place, lengthBytes, maxBytes }) =>
      `the QR text ${place} has ${lengthBytes} bytes, at most ${maxBytes} are allowed; shorten the look-up address`,
  },
} satisfies RoomMessages<'form'>

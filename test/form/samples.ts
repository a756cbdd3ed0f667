/** Invented dossiers and people for the tests of `form`; nobody here exists. */
import { instant } from '../../src/date.ts'
import type { ReceiptSlip, ResultDocument, SupplementSlip } from '../../src/form/index.ts'

export const receivedAt = instant('2026-08-28T15:20:00+07:00')

export const receipt: ReceiptSlip = {
  issuer: {
    superiorAgency: 'ỦY BAN NHÂN DÂN PHƯỜNG VÍ DỤ',
    unit: 'TRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG',
    place: 'Phường Ví Dụ',
  },
  dossierCode: '000.00.01.H26-260828-0001',
  submitter: {
    name: 'Nguyễn Thị Ví Dụ',
    address: 'Số 1, ngõ 2, phố Tưởng Tượng, phường Ví Dụ, thành phố Hà Nội',
    phone: '0900 000 000',
    email: 'vidu@example.vn',
    identityNumber: '001000000000',
  },
  channel: 'Trực tiếp',
  request: 'Cấp bản sao từ sổ gốc (bằng tốt nghiệp trung học phổ thông)',
  papers: [
    {
      name: 'Bản chính hoặc bản sao có chứng thực giấy tờ tùy thân của người yêu cầu',
      originalCount: 0,
      certifiedCopyCount: 1,
      photocopyCount: 0,
    },
    { name: 'Đơn đề nghị cấp bản sao', originalCount: 1, certifiedCopyCount: 0, photocopyCount: 2 },
  ],
  setCount: 1,
  statutoryTerm: '08 giờ làm việc',
  receivedAt,
  dueAt: instant('2026-09-03T15:20:00+07:00'),
  dueReason:
    'Tiếp nhận sau 15 giờ: tính từ ngày làm việc tiếp theo; nghỉ thứ Bảy 29/8, Chủ nhật 30/8 và lễ Quốc khánh 01–02/9.',
  resultPlace: 'Trung tâm Phục vụ hành chính công phường Ví Dụ',
  fees: [
    { name: 'Lệ phí cấp bản sao', amountVnd: 8000 },
    { name: 'Phí bưu chính', amountVnd: 26500 },
  ],
  register: { volume: '03', entry: '128' },
  lookUpUrl: 'https://dichvucong.example.vn/tra-cuu?ma=000.00.01.H26-260828-0001',
  lookUpPhone: '024 0000 0000',
  officerName: 'Trần Văn Thử',
}

export const supplement: SupplementSlip = {
  issuer: receipt.issuer,
  dossierCode: receipt.dossierCode,
  holder: receipt.submitter,
  request: receipt.request,
  papers: [
    { name: 'Giấy ủy quyền có chứng thực', originalCount: 1, certifiedCopyCount: 0, photocopyCount: 0 },
  ],
  reasons: [
    'Người nộp hồ sơ không phải là người được cấp bản chính; cần giấy tờ chứng minh quan hệ hoặc giấy ủy quyền.',
    'Bản sao giấy tờ tùy thân đã hết hạn.',
  ],
  receivedAt,
  requestedAt: instant('2026-09-03T09:05:00+07:00'),
  answerBy: instant('2026-10-03T17:00:00+07:00'),
  clockNote: 'Thời gian chờ bổ sung không tính vào thời gian giải quyết.',
  contact: { name: 'Trần Văn Thử', phone: '024 0000 0000' },
  website: 'https://dichvucong.example.vn',
  lookUpUrl: receipt.lookUpUrl,
}

export const result: ResultDocument = {
  superiorAgency: 'ỦY BAN NHÂN DÂN THÀNH PHỐ HÀ NỘI',
  agency: 'ỦY BAN NHÂN DÂN PHƯỜNG VÍ DỤ',
  place: 'Phường Ví Dụ',
  title: 'BẢN SAO',
  summary: 'Trích từ sổ gốc cấp bằng tốt nghiệp trung học phổ thông',
  entries: [
    { label: 'Họ và tên', value: 'NGUYỄN THỊ VÍ DỤ' },
    { label: 'Ngày sinh', value: '29/02/2000' },
    { label: 'Nơi sinh', value: 'Phường Ví Dụ, thành phố Hà Nội' },
    { label: 'Số vào sổ gốc', value: '0128/2018' },
  ],
  statement:
    'Bản sao này có nội dung đúng với nội dung ghi trong sổ gốc, quyển số 01/2018, do Ủy ban nhân dân phường Ví Dụ lưu giữ.',
  signer: { authority: 'TM. ỦY BAN NHÂN DÂN', title: 'CHỦ TỊCH', name: 'Lê Thị Mẫu' },
  recipients: ['Người yêu cầu;', 'Lưu: VT, sổ gốc.'],
  createdAt: instant('2026-09-04T08:30:00+07:00'),
}

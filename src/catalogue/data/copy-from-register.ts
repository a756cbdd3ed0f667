import type { Procedure } from '../procedure.ts'

/**
 * 2.000908 Cấp bản sao từ sổ gốc, with the four steps that Hà Nội published.
 *
 * Term, steps and the absence of a fee are those of QĐ 663/QĐ-TTPVHCC as cited by a secondary source. The
 * papers follow NĐ 23/2015/NĐ-CP, article 16, from memory; the electronic form is ours, not an official one.
 */
export const copyFromRegister = {
  schema: 'motcua/procedure@1',
  id: '2.000908',
  code: '2.000908',
  name: 'Cấp bản sao từ sổ gốc',
  field: { name: 'Chứng thực' },
  levels: ['province', 'commune'],
  agencies: [{ name: 'Cơ quan, tổ chức đang quản lý sổ gốc' }],
  legalBases: [
    {
      number: 'NĐ 23/2015/NĐ-CP',
      title:
        'Cấp bản sao từ sổ gốc, chứng thực bản sao từ bản chính, chứng thực chữ ký và chứng thực hợp đồng, giao dịch',
    },
    {
      number: 'QĐ 663/QĐ-TTPVHCC',
      title: 'Quyết định của Trung tâm Phục vụ hành chính công thành phố Hà Nội, 13/5/2026',
    },
  ],
  sequence: [],
  manners: [
    {
      channel: 'direct',
      terms: [
        {
          text: 'Trong ngày; sau 15 giờ: ngày làm việc tiếp theo',
          reading: { kind: 'same-day', cutOff: '15:00' },
        },
      ],
    },
    {
      channel: 'post',
      terms: [
        {
          text: 'Trong ngày; sau 15 giờ: ngày làm việc tiếp theo',
          reading: { kind: 'same-day', cutOff: '15:00' },
          note: 'Tính từ khi cơ quan nhận đủ hồ sơ theo dấu bưu điện đến',
        },
      ],
    },
  ],
  fees: [
    {
      code: 'LP01',
      name: 'Lệ phí cấp bản sao từ sổ gốc',
      class: 'charge',
      rates: [{ amount: { kind: 'fixed', amountVnd: 0, per: 'copy' } }],
    },
  ],
  papers: [
    {
      papers: [
        {
          code: 'TP01',
          name: 'Giấy tờ tùy thân còn giá trị sử dụng của người yêu cầu',
          originals: 1,
          certifiedCopies: 0,
          photocopies: 0,
          required: true,
          reusableFrom: ['database'],
          note: 'Xuất trình bản chính hoặc bản sao có chứng thực để kiểm tra',
        },
        {
          code: 'TP02',
          name: 'Giấy tờ chứng minh quan hệ với người được cấp bản chính',
          originals: 0,
          certifiedCopies: 1,
          photocopies: 0,
          required: false,
          reusableFrom: ['database', 'earlier-result'],
          note: 'Khi người yêu cầu là người đại diện hoặc thân nhân',
        },
        {
          code: 'TP03',
          name: 'Phong bì dán tem ghi rõ họ tên, địa chỉ người nhận',
          originals: 1,
          certifiedCopies: 0,
          photocopies: 0,
          required: false,
          note: 'Khi yêu cầu gửi qua bưu chính',
        },
      ],
    },
  ],
  dossierSets: 1,
  form: {
    code: 'BS-01',
    fields: [
      {
        name: 'register',
        label: 'Loại sổ gốc',
        type: 'choice',
        required: true,
        choices: ['khai sinh', 'kết hôn', 'khai tử', 'văn bằng, chứng chỉ', 'khác'],
      },
      { name: 'registeredName', label: 'Họ và tên người có tên trong sổ', type: 'text', required: true },
      { name: 'registeredOn', label: 'Ngày đăng ký', type: 'date', required: false },
      { name: 'registerNumber', label: 'Số trong sổ', type: 'text', required: false },
      { name: 'copies', label: 'Số lượng bản sao', type: 'number', required: true },
      { name: 'purpose', label: 'Mục đích sử dụng', type: 'text', required: false },
    ],
  },
  subjects: [
    {
      kind: 'citizen',
      text: 'Cá nhân được cấp bản chính, người đại diện hợp pháp, thân nhân, người được ủy quyền',
    },
    { kind: 'organisation', text: 'Tổ chức được cấp bản chính' },
  ],
  results: [
    { code: 'KQ01', name: 'Bản sao từ sổ gốc' },
    { code: 'KQ02', name: 'Văn bản trả lời khi không tìm thấy sổ gốc hoặc thông tin trong sổ' },
  ],
  requirements: [],
  digitisation: ['reception', 'settlement', 'result', 'archive'],
  process: {
    declaredTerm: {
      text: 'Trong ngày; sau 15 giờ: ngày làm việc tiếp theo',
      reading: { kind: 'same-day', cutOff: '15:00' },
    },
    steps: [
      { number: '1', task: 'Tiếp nhận', amount: 2, unit: 'giờ' },
      { number: '2', task: 'Thẩm định', amount: 3, unit: 'giờ' },
      { number: '3', task: 'Ký duyệt', amount: 2, unit: 'giờ' },
      { number: '4', task: 'Phát hành, trả kết quả', amount: 1, unit: 'giờ' },
    ],
  },
  remarks: [],
  sources: [
    {
      title: 'QĐ 663/QĐ-TTPVHCC ngày 13/5/2026 (Hà Nội), theo một luận văn trích dẫn',
      certainty: 'secondary',
      seenOn: '2026-05-13',
    },
    { title: 'NĐ 23/2015/NĐ-CP, điều 7, 16 và 17', certainty: 'unverified', note: 'thành phần hồ sơ' },
  ],
} as const satisfies Procedure

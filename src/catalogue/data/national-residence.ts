import type { Procedure } from '../procedure.ts'

/** National records of the field "Cư trú" as published in 2021. Written by scripts/build-national-procedures.mjs. */
export const residence2021: readonly Procedure[] = [
  {
    schema: 'motcua/procedure@1',
    id: 'dvcqg-2021/dang-ky-thuong-tru',
    name: 'Đăng ký thường trú',
    field: {
      name: 'Cư trú',
    },
    levels: [],
    agencies: [
      {
        name: 'Công an Xã',
      },
    ],
    legalBases: [],
    subjects: [],
    results: [],
    sequence: [
      {
        steps: [
          '- Bước 1: Cá nhân, tổ chức chuẩn bị hồ sơ theo quy định của pháp luật.',
          '- Bước 2: Cá nhân, tổ chức nộp hồ sơ tại Công an cấp xã.',
          '- Bước 3: Khi tiếp nhận hồ sơ đăng ký thường trú, cơ quan đăng ký cư trú kiểm tra tính pháp lý và nội dung hồ sơ:',
          '+ Trường hợp hồ sơ đã đầy đủ, hợp lệ thì tiếp nhận hồ sơ và cấp Phiếu tiếp nhận hồ sơ và hẹn trả kết quả (mẫu CT04 ban hành kèm theo Thông tư số 56/2021/TT-BCA) cho người đăng ký;',
          '+ Trường hợp hồ sơ đủ điều kiện nhưng chưa đủ hồ sơ thì hướng dẫn bổ sung, hoàn thiện và cấp Phiếu hướng dẫn bổ sung, hoàn thiện hồ sơ (mẫu CT05 ban hành kèm theo Thông tư số 56/2021/TT-BCA) cho người đăng ký;',
          '+ Trường hợp hồ sơ không đủ điều kiện thì từ chối và cấp Phiếu từ chối tiếp nhận, giải quyết hồ sơ (mẫu CT06 ban hành kèm theo Thông tư số 56/2021/TT-BCA) cho người đăng ký.',
          '- Bước 4: Cá nhân, tổ chức nộp lệ phí đăng ký cư trú theo quy định.',
          '- Bước 5: Căn cứ theo ngày hẹn trên Phiếu tiếp nhận hồ sơ và hẹn trả kết quả để nhận thông báo kết quả giải quyết thủ tục đăng ký cư trú (nếu có).',
        ],
      },
    ],
    manners: [
      {
        channel: 'direct',
        description:
          '- Nộp hồ sơ trực tiếp tại Công an cấp xã. Thời gian tiếp nhận hồ sơ: Giờ hành chính các ngày làm việc từ thứ 2 đến thứ 6 và sáng thứ 7 hàng tuần (trừ các ngày nghỉ lễ, tết theo quy định của pháp luật).',
        terms: [
          {
            text: '07 Ngày làm việc',
            reading: {
              kind: 'working-days',
              amount: 7,
            },
          },
        ],
      },
      {
        channel: 'online',
        description:
          '- Nộp hồ sơ trực tuyến qua các cổng cung cấp dịch vụ công trực tuyến như: Trực tuyến tại Cổng dịch vụ công qua Cổng dịch vụ công quốc gia, hoặc qua Cổng dịch vụ công Bộ Công an, Cổng dịch vụ công quản lý cư trú; Thời gian tiếp nhận hồ sơ: Giờ hành chính các ngày làm việc từ thứ 2 đến thứ 6 và sáng thứ 7 hàng tuần (trừ các ngày nghỉ lễ, tết theo quy định của pháp luật).',
        terms: [
          {
            text: '07 Ngày làm việc',
            reading: {
              kind: 'working-days',
              amount: 7,
            },
          },
        ],
      },
    ],
    fees: [
      {
        code: 'PHI',
        name: 'Phí',
        class: 'fee',
        rates: [
          {
            amount: {
              kind: 'unread',
              text: 'Đồng',
            },
          },
        ],
      },
    ],
    papers: [
      {
        papers: [
          {
            code: 'TP01',
            name: '- Tờ khai thay đổi thông tin cư trú (Mẫu CT01 ban hành kèm theo Thông tư số 56/2021/TT-BCA);',
            originals: 1,
            certifiedCopies: 0,
            photocopies: 0,
            required: true,
            templateUrl: 'https://csdl.dichvucong.gov.vn/web/jsp/download_file.jsp?ma=3fd96e2f8a19e97c',
          },
          {
            code: 'TP02',
            name: '- Giấy tờ, tài liệu chứng minh việc sở hữu chỗ ở hợp pháp.',
            originals: 1,
            certifiedCopies: 0,
            photocopies: 0,
            required: true,
          },
        ],
      },
    ],
    requirements: [],
    digitisation: [],
    remarks: [],
    sources: [
      {
        title:
          'Cơ sở dữ liệu quốc gia về thủ tục hành chính, bản thu thập ngày 30/8/2021 (GitHub trannguyenhan/dichvucong_7sins)',
        certainty: 'verified',
        seenOn: '2021-08-30',
      },
    ],
  },
]

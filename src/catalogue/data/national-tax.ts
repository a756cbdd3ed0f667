import type { Procedure } from '../procedure.ts'

/** National records of the field "Thuế" as published in 2021. Written by scripts/build-national-procedures.mjs. */
export const tax2021: readonly Procedure[] = [
  {
    schema: 'motcua/procedure@1',
    id: 'dvcqg-2021/khai-thue-thu-nhap-ca-nhan-doi-voi-ca-nhan-co-thu-nhap-tu-tien-luong-tien-cong-thuoc',
    name: 'Khai thuế thu nhập cá nhân đối với cá nhân có thu nhập từ tiền lương, tiền công thuộc diện khai thuế TNCN trực tiếp với cơ quan thuế (Cấp Cục Thuế)',
    field: {
      name: 'Thuế',
    },
    levels: [],
    agencies: [
      {
        name: 'Cục Thuế tỉnh',
      },
    ],
    legalBases: [],
    subjects: [],
    results: [],
    sequence: [
      {
        steps: [
          '+ Bước 1. Cá nhân thuộc diện khai thuế thu nhập cá nhân trực tiếp với cơ quan thuế:',
          '++ Cá nhân cư trú có thu nhập từ tiền lương, tiền công do các tổ chức Quốc tế, Đại sứ quán, Lãnh sự quán tại Việt Nam trả nhưng tổ chức này chưa thực hiện khấu trừ;',
          '++ Cá nhân cư trú có thu nhập từ tiền lương, tiền công do các tổ chức, cá nhân trả từ nước ngoài;',
          '++ Cá nhân không cư trú có thu nhập từ tiền lương, tiền công phát sinh tại Việt Nam nhưng nhận thu nhập từ nước ngoài.',
          'chuẩn bị hồ sơ khai thuế và gửi đến cơ quan thuế quản lý đơn vị trả thu nhập, chậm nhất là ngày thứ 30 (ba mươi) của quý tiếp theo quý phát sinh nghĩa vụ thuế.',
          '+ Bước 2. Cơ quan thuế tiếp nhận:',
          '++ Trường hợp hồ sơ được nộp trực tiếp tại cơ quan thuế, công chức thuế tiếp nhận và đóng dấu tiếp nhận hồ sơ, ghi thời gian nhận hồ sơ, ghi nhận số lượng tài liệu trong hồ sơ và ghi vào sổ văn thư của cơ quan thuế.',
          '++ Trường hợp hồ sơ được gửi qua đường bưu chính, công chức thuế đóng dấu ghi ngày nhận hồ sơ và ghi vào sổ văn thư của cơ quan thuế.',
          '++ Trường hợp hồ sơ được nộp thông qua giao dịch điện tử, việc tiếp nhận, kiểm tra, chấp nhận hồ sơ khai thuế do cơ quan thuế thực hiện thông qua hệ thống xử lý dữ liệu điện tử.',
        ],
      },
    ],
    manners: [
      {
        channel: 'direct',
        description: 'Không phải trả kết quả cho người nộp thuế',
        terms: [
          {
            text: '0',
            reading: {
              kind: 'unread',
              reason: 'zero',
            },
          },
        ],
      },
      {
        channel: 'online',
        description: 'Không phải trả kết quả cho người nộp thuế',
        terms: [
          {
            text: '0',
            reading: {
              kind: 'unread',
              reason: 'zero',
            },
          },
        ],
      },
      {
        channel: 'post',
        description: 'Không phải trả kết quả cho người nộp thuế',
        terms: [
          {
            text: '0',
            reading: {
              kind: 'unread',
              reason: 'zero',
            },
          },
        ],
      },
    ],
    fees: [],
    papers: [
      {
        papers: [
          {
            code: 'TP01',
            name: '++ Thành phần hồ sơ gồm: Tờ khai mẫu số 02/KK-TNCN ban hành kèm theo Thông tư số 92/2015/TT-BTC. ++ Số lượng hồ sơ: 01 (bộ).',
            originals: 1,
            certifiedCopies: 0,
            photocopies: 0,
            required: true,
            templateUrl: 'https://csdl.dichvucong.gov.vn/web/jsp/download_file.jsp?ma=3fe4caef28f02227',
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
  {
    schema: 'motcua/procedure@1',
    id: 'dvcqg-2021/dang-ky-nguoi-phu-thuoc-npt-giam-tru-gia-canh-doi-voi-ca-nhan-co-thu-nhap-tu-tien-luo',
    name: 'Đăng ký người phụ thuộc (NPT) giảm trừ gia cảnh đối với cá nhân có thu nhập từ tiền lương, tiền công (Cấp Cục thuế)',
    field: {
      name: 'Thuế',
    },
    levels: [],
    agencies: [
      {
        name: 'Cục Thuế tỉnh',
      },
    ],
    legalBases: [],
    subjects: [],
    results: [],
    sequence: [
      {
        steps: [
          '+ Bước 1: Đăng ký, nộp hồ sơ chứng minh NPT',
          '++ Đăng ký NPT: Người nộp thuế lập hồ sơ đăng ký NPT lần đầu để tính giảm trừ gia cảnh trong suốt thời gian tính giảm trừ gia cảnh, gửi đến tổ chức, cá nhân trả thu nhập (nếu cá nhân nộp thuế qua tổ chức, cá nhân trả thu nhập) chậm nhất là trước thời hạn khai thuế (hoặc trước khi nộp hồ sơ quyết toán thuế của tổ chức, cá nhân trả thu nhập theo quy định của Luật Quản lý Thuế). Tổ chức, cá nhân trả thu nhập lưu giữ một (01) bộ hồ sơ và nộp một (01) bộ hồ sơ cho cơ quan thuế trực tiếp quản lý cùng thời điểm nộp tờ khai thuế thu nhập cá nhân của kỳ khai thuế đó (hoặc khi nộp hồ sơ quyết toán thuế TNCN theo quy định của Luật quản lý thuế).',
          'Trường hợp NNT trực tiếp khai thuế với cơ quan Thuế thì nộp hồ sơ Đăng ký NPT cho cơ quan Thuế trực tiếp quản lý cùng thời điểm nộp tờ khai thuế thu nhập cá nhân của kỳ khai thuế đó theo quy định của Luật Quản lý thuế hoặc khi nộp hồ sơ quyết toán thuế theo quy định. Riêng đối với người phụ thuộc khác (ví dụ: anh, chị, em ruột; ông, bà nội ngoại; cô, dì...) theo hướng dẫn tại tiết d.4, điểm d, khoản 1, Điều 9 Thông tư số 111/2013/TT-BTC ngày 15/8/2013 của Bộ Tài chính, thời hạn đăng ký giảm trừ gia cảnh chậm nhất là ngày 31 tháng 12 của năm tính thuế.',
          'Trong thời gian tính giảm trừ gia cảnh, cá nhân có thay đổi (tăng/giảm) về NPT hoặc thay đổi nơi làm việc thì NNT phải thực hiện lại việc đăng ký NPT (hồ sơ, thời hạn, trình tự các bước, thực hiện như đăng ký NPT lần đầu).',
          '++ Nộp hồ sơ chứng minh NPT: Chậm nhất là sau 03 tháng kể từ ngày đăng ký NPT lần đầu, NNT lập hồ sơ chứng minh NPT theo hướng dẫn tại điểm g, khoản 1, Điều 9 Thông tư số 111/2013/TT-BTC ngày 15/8/2013 của Bộ Tài chính, gửi đến tổ chức, cá nhân trả thu nhập hoặc cơ quan Thuế (nơi đã nộp mẫu đăng ký NPT lần đầu).',
          'Trong thời gian tính giảm trừ gia cảnh, cá nhân có thay đổi (tăng/giảm) về NPT hoặc thay đổi nơi làm việc thì NNT phải thực hiện nộp lại hồ sơ chứng minh NPT (hồ sơ, trình tự các bước, thực hiện như nộp hồ sơ chứng minh NPT lần đầu).',
          '+ Bước 2. Cơ quan thuế tiếp nhận:',
          '++ Trường hợp hồ sơ được nộp trực tiếp tại cơ quan thuế, công chức thuế tiếp nhận và đóng dấu tiếp nhận hồ sơ, ghi thời gian nhận hồ sơ, ghi nhận số lượng tài liệu trong hồ sơ và ghi vào sổ văn thư của cơ quan thuế.',
          '++ Trường hợp hồ sơ được gửi qua đường bưu chính, công chức thuế đóng dấu ghi ngày nhận hồ sơ và ghi vào sổ văn thư của cơ quan thuế.',
          '++ Trường hợp hồ sơ được nộp thông qua giao dịch điện tử, việc tiếp nhận, kiểm tra, chấp nhận hồ sơ khai thuế do cơ quan thuế thực hiện thông qua hệ thống xử lý dữ liệu điện tử',
        ],
      },
    ],
    manners: [
      {
        channel: 'direct',
        description:
          '+ NNT thuộc diện nộp thuế qua tổ chức, cá nhân trả thu nhập nộp hồ sơ Đăng ký NPT và hồ sơ chứng minh NPT tại tổ chức, cá nhân trả thu nhập; + NNT trực tiếp khai thuế với cơ quan Thuế, gửi hồ sơ đến cơ quan thuế theo 1 trong các cách sau: ++ Nộp trực tiếp tại trụ sở cơ quan thuế;.',
        terms: [
          {
            text: '0',
            reading: {
              kind: 'unread',
              reason: 'zero',
            },
          },
        ],
      },
      {
        channel: 'online',
        description: 'Không phải trả kết quả cho người nộp thuế.',
        terms: [
          {
            text: '0',
            reading: {
              kind: 'unread',
              reason: 'zero',
            },
          },
        ],
      },
      {
        channel: 'post',
        description:
          'Không phải trả kết quả cho người nộp thuế. ++ Hoặc gửi bằng văn bản điện tử qua cồng thông tin điện tử của cơ quan thuế',
        terms: [
          {
            text: '0',
            reading: {
              kind: 'unread',
              reason: 'zero',
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
            channel: 'direct',
          },
        ],
      },
    ],
    papers: [
      {
        papers: [
          {
            code: 'TP01',
            name: 'Mẫu Đăng ký NPT giảm trừ gia cảnh Mẫu số 20-ĐK-TCT ban hành kèm theo Thông tư số 95/2016/TT-BTC.',
            originals: 1,
            certifiedCopies: 0,
            photocopies: 0,
            required: true,
            templateUrl: 'https://csdl.dichvucong.gov.vn/web/jsp/download_file.jsp?ma=3fd878ec2d62eaa0',
          },
          {
            code: 'TP02',
            name: 'Hồ sơ chứng minh NPT theo hướng dẫn tại điểm g, khoản 1, điều 9 Thông tư số 111/2013/TT-BTC ngày 15/8/2013 của Bộ Tài chính',
            originals: 1,
            certifiedCopies: 0,
            photocopies: 0,
            required: true,
            templateUrl: 'https://csdl.dichvucong.gov.vn/web/jsp/download_file.jsp?ma=3fd1b6df81893f66',
          },
          {
            code: 'TP03',
            name: '01 bộ. Riêng đối với trường hợp cá nhân nộp thuế qua tổ chức, cá nhân trả thu nhập thì nộp 02 mẫu Đăng ký NPT giảm trừ gia cảnh cho tổ chức, cá nhân trả thu nhập.',
            originals: 0,
            certifiedCopies: 0,
            photocopies: 0,
            required: false,
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

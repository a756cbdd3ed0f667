import type { Procedure } from '../procedure.ts'

/** National records of the field "Giáo dục và đào tạo" as published in 2021. Written by scripts/build-national-procedures.mjs. */
export const education2021: readonly Procedure[] = [
  {
    schema: 'motcua/procedure@1',
    id: 'dvcqg-2021/tuyen-sinh-di-hoc-nuoc-ngoai-bang-hoc-bong-ngan-sach-nha-nuoc-hoc-bong-hiep-dinh-va-h',
    name: 'Tuyển sinh đi học nước ngoài bằng học bổng ngân sách Nhà nước, học bổng Hiệp định và học bổng khác do Bộ Giáo dục và Đào tạo quản lý',
    field: {
      name: 'Giáo dục và đào tạo',
    },
    levels: [],
    agencies: [
      {
        name: 'Bộ Giáo dục và Đào tạo',
      },
    ],
    legalBases: [],
    subjects: [],
    results: [],
    sequence: [
      {
        steps: [
          'Bước 1: Thông báo tuyển sinh đi học nước ngoài được gửi đến các cơ quan, bộ, cơ quan ngang bộ, địa phương tùy theo yêu cầu và tính chất phù hợp của chương trình học bổng; được đăng tải trên trang thông tin điện tử của Bộ Giáo dục và Đào tạo tại địa chỉ www.moet.gov.vn và trang thông tin điện tử của đơn vị chủ trì tuyển sinh.',
          'Bước 2: Ứng viên nộp hồ sơ dự tuyển.',
          'Bước 3: Căn cứ các tiêu chí quy định tại thông báo tuyển sinh, tổ thư ký giúp việc cho Hội đồng tuyển chọn lập danh sách trích ngang và phân loại ứng viên theo trình độ đào tạo, nước đăng ký dự tuyển; kiểm tra, đối chiếu hồ sơ dự tuyển với danh sách trích ngang.',
          'Bước 4: Hội đồng tuyển chọn tổ chức họp xét và thống nhất danh sách ứng viên đủ điều kiện trúng tuyển hoặc đạt yêu cầu sơ tuyển (đối với chương trình học bổng có sơ tuyển).',
          'Bước 5:',
          '+ Đối với chương trình học bổng có sơ tuyển: Đơn vị chủ trì tuyển sinh gửi danh sách sơ tuyển cùng hồ sơ tiếng nước ngoài sang các bên liên quan để thống nhất danh sách được tuyển chọn; trình Bộ trưởng Bộ Giáo dục và Đào tạo duyệt và ký quyết định phê duyệt danh sách ứng viên được sơ tuyển.',
          '+ Đối với chương trình học bổng không sơ tuyển: Đơn vị chủ trì tuyển sinh trình Bộ trưởng Bộ Giáo dục và Đào tạo duyệt và ký quyết định phê duyệt danh sách ứng viên được tuyển chọn.',
          'Bước 6: Thông báo kết quả tuyển chọn cho ứng viên đã được Bộ Giáo dục và Đào tạo tuyển chọn.',
        ],
      },
    ],
    manners: [
      {
        channel: 'direct',
        description:
          'Trong thời gian không quá 60 ngày làm việc kể từ ngày hết hạn nhận hồ sơ dự tuyển học bổng.',
        terms: [
          {
            text: '60 Ngày làm việc',
            reading: {
              kind: 'working-days',
              amount: 60,
            },
          },
        ],
      },
      {
        channel: 'online',
        description:
          'Trong thời gian không quá 60 ngày làm việc kể từ ngày hết hạn nhận hồ sơ dự tuyển học bổng.',
        terms: [
          {
            text: '60 Ngày làm việc',
            reading: {
              kind: 'working-days',
              amount: 60,
            },
          },
        ],
      },
      {
        channel: 'post',
        description:
          'Trong thời gian không quá 60 ngày làm việc kể từ ngày hết hạn nhận hồ sơ dự tuyển học bổng.',
        terms: [
          {
            text: '60 Ngày làm việc',
            reading: {
              kind: 'working-days',
              amount: 60,
            },
          },
        ],
      },
    ],
    fees: [
      {
        code: 'LEPHI',
        name: 'Lệ phí',
        class: 'charge',
        rates: [
          {
            amount: {
              kind: 'fixed',
              amountVnd: 200000,
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
            name: 'Phiếu đăng ký dự tuyển (theo mẫu số 01, 02, 03, Phụ lục III ban hành kèm theo Thông tư số 06/2016/TT-BGDĐT ngày 21/3/2016 của Bộ trưởng Bộ Giáo dục và Đào tạo ban hành Quy chế tuyển sinh đi học nước ngoài).',
            originals: 1,
            certifiedCopies: 0,
            photocopies: 0,
            required: true,
            templateUrl: 'https://csdl.dichvucong.gov.vn/web/jsp/download_file.jsp?ma=3fdeb74ebc094f58',
          },
          {
            code: 'TP02',
            name: 'Bản sao hợp lệ giấy chứng minh nhân dân, thẻ căn cước công dân hoặc hộ chiếu phổ thông.',
            originals: 0,
            certifiedCopies: 0,
            photocopies: 0,
            copies: 1,
            required: true,
          },
          {
            code: 'TP03',
            name: 'Sơ yếu lý lịch có dán ảnh và xác nhận của Ủy ban nhân dân phường, xã hoặc của trường đang theo học (đối với ứng viên chưa có cơ quan công tác).',
            originals: 1,
            certifiedCopies: 0,
            photocopies: 0,
            required: true,
          },
          {
            code: 'TP04',
            name: 'Bản sao hợp lệ văn bằng, học bạ, bảng điểm học tập theo thông báo tuyển sinh của từng chương trình học bổng.',
            originals: 0,
            certifiedCopies: 0,
            photocopies: 0,
            copies: 1,
            required: true,
          },
          {
            code: 'TP05',
            name: 'Giấy công nhận văn bằng (đối với ứng viên đã tốt nghiệp ở nước ngoài nay dự tuyển đi học trình độ cao hơn).',
            originals: 1,
            certifiedCopies: 0,
            photocopies: 0,
            required: true,
          },
          {
            code: 'TP06',
            name: 'Bản sao hợp lệ chứng chỉ ngoại ngữ theo thông báo tuyển sinh của từng chương trình học bổng',
            originals: 0,
            certifiedCopies: 0,
            photocopies: 0,
            copies: 1,
            required: true,
          },
          {
            code: 'TP07',
            name: 'Bản sao hợp lệ bằng khen, giấy khen, văn bản hoặc giấy tờ chứng nhận các giải thưởng quốc tế, quốc gia hoặc tỉnh, thành phố và các công trình nghiên cứu khoa học đã được công bố, đạt giải thưởng,… (nếu có).',
            originals: 0,
            certifiedCopies: 0,
            photocopies: 0,
            copies: 1,
            required: false,
          },
          {
            code: 'TP08',
            name: 'Bản sao văn bản tiếp nhận đào tạo, cấp học bổng toàn phần hoặc một phần của cơ sở giáo dục nước ngoài và cơ quan, tổ chức, cá nhân nước ngoài cấp (nếu có).',
            originals: 0,
            certifiedCopies: 0,
            photocopies: 0,
            copies: 1,
            required: false,
          },
          {
            code: 'TP09',
            name: 'Giấy khám sức khỏe của cơ sở y tế có thẩm quyền xác nhận đủ (không đủ) điều kiện đi học nước ngoài',
            originals: 1,
            certifiedCopies: 0,
            photocopies: 0,
            required: true,
          },
          {
            code: 'TP10',
            name: 'Bản sao hợp lệ các giấy tờ thuộc đối tượng ưu tiên (nếu có) (giấy khai sinh đối với ứng viên là người dân tộc thiểu số, hộ khẩu thường trú đối với ứng viên thuộc đối tượng ưu tiên theo khu vực, giấy chứng nhận con liệt sĩ hoặc thẻ thương binh của bố mẹ đẻ).',
            originals: 0,
            certifiedCopies: 0,
            photocopies: 0,
            copies: 1,
            required: false,
          },
          {
            code: 'TP11',
            name: 'Bản sao hóa đơn, chứng từ về việc nộp lệ phí dự tuyển (đối với chương trình học bổng quy định nộp lệ phí dự tuyển).',
            originals: 0,
            certifiedCopies: 0,
            photocopies: 0,
            copies: 1,
            required: true,
          },
          {
            code: 'TP12',
            name: 'Các giấy tờ khác theo quy định cụ thể của chương trình học bổng.',
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
  {
    schema: 'motcua/procedure@1',
    id: 'dvcqg-2021/cu-di-hoc-nuoc-ngoai',
    name: 'Cử đi học nước ngoài',
    field: {
      name: 'Giáo dục và đào tạo',
    },
    levels: [],
    agencies: [
      {
        name: 'Bộ Giáo dục và Đào tạo',
      },
    ],
    legalBases: [],
    subjects: [],
    results: [],
    sequence: [
      {
        steps: [
          'Bước 1: Tiếp nhận hồ sơ;',
          'Bước 2: Kiểm tra hồ sơ, yêu cầu chỉnh sửa, bổ sung (nếu có);',
          'Bước 3: Ra Quyết định cử và cấp học bổng đi học ở nước ngoài (theo chế độ quy định đối với từng chương trình học bổng)',
          'Bước 4: Chuyển trả Quyết định cho người đi học.',
          'Bước 1: Tiếp nhận hồ sơ;',
          'Bước 2: Kiểm tra hồ sơ, yêu cầu chỉnh sửa, bổ sung (nếu có);',
          'Bước 3: Cấp giấy triệu tập đi học ở nước ngoài;',
          'Bước 4: Tiếp nhận Quyết định của cơ quan, đơn vị, địa phương cử người đang công tác đi học nước ngoài theo giấy triệu tập của Bộ Giáo dục và Đào tạo;',
          'Bước 5: Ra Quyết định cử và cấp học bổng đi học ở nước ngoài (theo chế độ quy định đối với từng chương trình học bổng);',
          'Bước 6: Chuyển trả Quyết định cho người đi học',
          'Bước 1: Tiếp nhận hồ sơ;',
          'Bước 2: Kiểm tra hồ sơ, yêu cầu chỉnh sửa, bổ sung (nếu có);',
          'Bước 3: Gửi văn bản thông báo trúng tuyển cho ứng viên và cơ quan chủ quản để xem xét và quyết định cử người đi học ở nước ngoài;',
          'Bước 4: Cơ quan chủ quản ra Quyết định cử đi học ở nước ngoài;',
          'Bước 5: Cơ quan chủ quản chuyển trả Quyết định cho người đi học và gửi 01 bản cho Bộ Giáo dục và Đào tạo.',
        ],
      },
    ],
    manners: [
      {
        channel: 'direct',
        description:
          'Thời hạn giải quyết thủ tục cử người đi học ở nước ngoài tối đa là 30 ngày làm việc, kể từ ngày tiếp nhận kết quả cấp học bổng của phía nước ngoài (nếu có) và nhận đủ hồ sơ hợp lệ. Thời gian chỉnh sửa, bổ sung hoàn thiện hồ sơ không tính vào thời hạn giải quyết.',
        terms: [
          {
            text: '30 Ngày làm việc',
            reading: {
              kind: 'working-days',
              amount: 30,
            },
          },
        ],
      },
      {
        channel: 'post',
        description:
          'Thời hạn giải quyết thủ tục cử người đi học ở nước ngoài tối đa là 30 ngày làm việc, kể từ ngày tiếp nhận kết quả cấp học bổng của phía nước ngoài (nếu có) và nhận đủ hồ sơ hợp lệ. Thời gian chỉnh sửa, bổ sung hoàn thiện hồ sơ không tính vào thời hạn giải quyết.',
        terms: [
          {
            text: '30 Ngày làm việc',
            reading: {
              kind: 'working-days',
              amount: 30,
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
            name: 'Bản dịch hợp lệ văn bản thông báo tiếp nhận chính thức của cơ sở giáo dục nước ngoài trong đó có đầy đủ thông tin về bậc học, ngành học, thời gian học, thời điểm nhập học, mức học phí, bảo hiểm y tế và các loại phí bắt buộc khác liên quan đến khóa học; thông báo về học bổng hoặc hỗ trợ tài chính của cơ sở giáo dục hoặc cơ quan/tổ chức/chính phủ nước ngoài đã cấp (nếu có) (đối với ứng viên trúng tuyển học bổng ngân sách Nhà nước)',
            originals: 2,
            certifiedCopies: 0,
            photocopies: 0,
            required: false,
          },
          {
            code: 'TP02',
            name: 'Văn bản của phía nước ngoài đồng ý tiếp nhận đi học diện Hiệp định (đối với ứng viên trúng tuyển học bổng Hiệp định)',
            originals: 2,
            certifiedCopies: 0,
            photocopies: 0,
            required: true,
          },
          {
            code: 'TP03',
            name: 'Bản sao hợp lệ chứng chỉ ngoại ngữ tiếng Anh, Pháp hoặc ngoại ngữ khác đạt yêu cầu về điểm (hoặc trình độ) theo quy định của Bộ Giáo dục và Đào tạo và của cơ sở giáo dục nước ngoài',
            originals: 0,
            certifiedCopies: 0,
            photocopies: 0,
            copies: 1,
            required: true,
          },
          {
            code: 'TP04',
            name: 'Giấy khám sức khỏe (có thời hạn sử dụng 06 tháng kể từ ngày cấp) của cơ sở y tế có thẩm quyền xác nhận đủ điều kiện về sức khỏe để đi học nước ngoài kèm theo các bản xét nghiệm không nhiễm HIV, viêm gan B, lao hoặc các bệnh truyền nhiễm khác (theo yêu cầu của nước sẽ đến học hoặc nhà tài trợ); kết quả xét nghiệm không có thai (đối với ứng viên nữ)',
            originals: 1,
            certifiedCopies: 0,
            photocopies: 0,
            required: true,
          },
          {
            code: 'TP05',
            name: 'Bản cam kết thực hiện nghĩa vụ của lưu học sinh (theo mẫu số 04, Phụ lục III ban hành kèm theo Thông tư số 06/2016/TT-BGDĐT ngày 21/3/2016 của Bộ trưởng Bộ Giáo dục và Đào tạo ban hành Quy chế tuyển sinh đi học nước ngoài)',
            originals: 1,
            certifiedCopies: 0,
            photocopies: 0,
            required: true,
            templateUrl: 'https://csdl.dichvucong.gov.vn/web/jsp/download_file.jsp?ma=3fd7a68bb8712ab0',
          },
          {
            code: 'TP06',
            name: 'Bản cam kết tự thu xếp kinh phí (đối với trường hợp học phí vượt quá mức quy định) và toàn bộ chi phí khóa học bổ sung trước khi vào chương trình học chính thức (theo yêu cầu của cơ sở giáo dục nước ngoài) có chữ ký của người nhận bảo lãnh về tài chính (theo mẫu số 05, Phụ lục III ban hành kèm theo Thông tư số 06/2016/TT-BGDĐT ngày 21/3/2016 của Bộ trưởng Bộ Giáo dục và Đào tạo ban hành Quy chế tuyển sinh đi học nước ngoài)',
            originals: 1,
            certifiedCopies: 0,
            photocopies: 0,
            required: true,
            templateUrl: 'https://csdl.dichvucong.gov.vn/web/jsp/download_file.jsp?ma=3fe39fb48a1b01cd',
          },
          {
            code: 'TP07',
            name: 'Bản sao hợp lệ các quyết định/hợp đồng tuyển dụng làm việc có thay đổi so với các văn bản đã nộp khi dự tuyển (đối với ứng viên đang công tác tại cơ quan, đơn vị, địa phương)',
            originals: 1,
            certifiedCopies: 0,
            photocopies: 0,
            required: true,
          },
          {
            code: 'TP08',
            name: 'Bản sao hợp lệ sổ bảo hiểm xã hội (đối với người lao động hợp đồng), trường hợp chưa có sổ bảo hiểm xã hội thì thay bằng bảng kê quá trình đóng bảo hiểm xã hội hoặc giấy chứng nhận về việc đóng bảo hiểm xã hội có xác nhận của cơ quan công tác và cơ quan bảo hiểm xã hội',
            originals: 0,
            certifiedCopies: 0,
            photocopies: 0,
            copies: 1,
            required: true,
          },
          {
            code: 'TP09',
            name: 'Bản cam kết về ngoại ngữ trong trường hợp đi học tại nước ngoài nhưng chưa đạt trình độ ngoại ngữ theo quy định của chương trình học bổng để sử dụng trong khóa học tại nước ngoài (theo mẫu số 06, Phụ lục III ban hành kèm theo Thông tư số 06/2016/TT-BGDĐT ngày 21/3/2016 của Bộ trưởng Bộ Giáo dục và Đào tạo ban hành Quy chế tuyển sinh đi học nước ngoài)',
            originals: 1,
            certifiedCopies: 0,
            photocopies: 0,
            required: true,
            templateUrl: 'https://csdl.dichvucong.gov.vn/web/jsp/download_file.jsp?ma=3fe66a08ddac6a1e',
          },
          {
            code: 'TP10',
            name: 'Các giấy tờ khác theo quy định của từng chương trình học bổng (nếu có)',
            originals: 1,
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
  {
    schema: 'motcua/procedure@1',
    id: 'dvcqg-2021/xet-dac-cach-tot-nghiep-trung-hoc-pho-thong',
    name: 'Xét đặc cách tốt nghiệp trung học phổ thông',
    field: {
      name: 'Giáo dục và đào tạo',
    },
    levels: [],
    agencies: [
      {
        name: 'Sở Giáo dục và Đào tạo',
      },
    ],
    legalBases: [],
    subjects: [],
    results: [],
    sequence: [
      {
        steps: [
          'Thí sinh nộp hồ sơ đặc cách cho Thủ trưởng đơn vị nơi thí sinh đăng ký dự thi. Thủ trưởng đơn vị nơi thí sinh đăng ký dự thi chịu trách nhiệm thu nhận và chuyển giao hồ sơ đặc cách cho Sở giáo dục và đào tạo.',
          'Hội đồng xét công nhận tốt nghiệp trung học phổ thông (THPT) xem xét, quyết định đặc cách cho thí sinh căn cứ hồ sơ và các quy định tại khoản 1, 2 Điều 37 Quy chế thi tốt nghiệp trung học phổ thông ban hành kèm theo Thông tư số 15/2020/TT-BGDĐT ngày 26 tháng 5 năm 2020 của Bộ trưởng Bộ Giáo dục và Đào tạo.',
        ],
      },
    ],
    manners: [
      {
        channel: 'direct',
        terms: [
          {
            text: 'Theo hướng dẫn tổ chức kỳ thi tốt nghiệp THPT hằng năm của Bộ Giáo dục và Đào tạo',
            reading: {
              kind: 'unread',
              reason: 'depends',
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
            name: 'Đơn đề nghị xét đặc cách của thí sinh',
            originals: 1,
            certifiedCopies: 0,
            photocopies: 0,
            required: true,
          },
          {
            code: 'TP02',
            name: 'Hồ sơ nhập viện, ra viện do bệnh viện từ cấp huyện trở lên cấp (nếu bị tai nạn, bị ốm) hoặc xác nhận của Ủy ban nhân dân cấp xã nơi cư trú (nếu có việc đột xuất đặc biệt);',
            originals: 0,
            certifiedCopies: 0,
            photocopies: 0,
            copies: 1,
            required: false,
          },
          {
            code: 'TP03',
            name: 'Biên bản đề nghị xét đặc cách tốt nghiệp THPT của trường phổ thông nơi đăng ký dự thi',
            originals: 1,
            certifiedCopies: 0,
            photocopies: 0,
            required: true,
          },
          {
            code: 'TP04',
            name: 'Hồ sơ minh chứng về xếp loại học lực, hạnh kiểm ở lớp 12',
            originals: 0,
            certifiedCopies: 0,
            photocopies: 0,
            copies: 1,
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
  {
    schema: 'motcua/procedure@1',
    id: 'dvcqg-2021/cong-nhan-bang-cu-nhan-bang-thac-si-bang-tien-si-va-van-bang-trinh-do-tuong-duong-do',
    name: 'Công nhận bằng cử nhân, bằng thạc sĩ, bằng tiến sĩ và văn bằng trình độ tương đương do cơ sở giáo dục nước ngoài cấp để sử dụng tại Việt Nam',
    field: {
      name: 'Giáo dục và đào tạo',
    },
    levels: [],
    agencies: [
      {
        name: 'Cục Quản lý chất lượng - Bộ giáo dục đào tạo',
      },
    ],
    legalBases: [],
    subjects: [],
    results: [],
    sequence: [
      {
        steps: [
          'Người đề nghị công nhận văn bằng cung cấp các thông tin về văn bằng tại Cổng dịch vụ công trực tuyến của Bộ Giáo dục và Đào tạo. Các minh chứng để xác thực văn bằng gửi trực tiếp hoặc qua đường bưu điện đến Cục Quản lý chất lượng, Bộ Giáo dục và Đào tạo',
          'Trong thời hạn 20 ngày làm việc, Cục Quản lý chất lượng, Bộ Giáo dục và Đào tạo có trách nhiệm trả kết quả công nhận văn bằng cho người đề nghị công nhận văn bằng. Trường hợp cần xác minh thông tin về văn bằng từ cơ sở giáo dục nước ngoài hoặc đơn vị xác thực nước ngoài, thời hạn trả kết quả công nhận văn bằng không vượt quá 45 ngày làm việc kể từ ngày tiếp nhận hồ sơ công nhận văn bằng.',
          'Trường hợp văn bằng không đủ điều kiện công nhận hoặc quá thời hạn quy định mà không đủ căn cứ xác minh thông tin về văn bằng, Cục Quản lý chất lượng, Bộ Giáo dục và Đào tạo trả lời bằng văn bản cho người đề nghị công nhận văn bằng. Trường hợp không xác định được mức độ tương đương của văn bằng với trình độ đào tạo quy định tại Khung trình độ Quốc gia Việt Nam, Cục Quản lý chất lượng, Bộ Giáo dục và Đào tạo cung cấp thông tin và công nhận giá trị của văn bằng theo hệ thống giáo dục của nước nơi cơ sở giáo dục nước ngoài đặt trụ sở chính.',
        ],
      },
    ],
    manners: [
      {
        channel: 'online',
        description:
          '20 ngày làm việc. Trường hợp cần xác minh thông tin về văn bằng từ cơ sở giáo dục nước ngoài hoặc đơn vị xác thực nước ngoài, thời hạn trả kết quả công nhận văn bằng không vượt quá 45 ngày làm việc kể từ ngày tiếp nhận hồ sơ công nhận văn bằng.',
        terms: [
          {
            text: '20 Ngày làm việc',
            reading: {
              kind: 'working-days',
              amount: 20,
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
              kind: 'fixed',
              amountVnd: 250000,
            },
            case: 'mức 1',
          },
          {
            amount: {
              kind: 'fixed',
              amountVnd: 500000,
            },
            case: 'mức 2',
          },
        ],
      },
    ],
    papers: [
      {
        papers: [
          {
            code: 'TP01',
            name: 'Bản sao văn bằng hoặc bản sao từ sổ gốc cấp văn bằng đề nghị công nhận kèm theo bản công chứng dịch sang tiếng Việt và bản sao văn bằng, chứng chỉ có liên quan trực tiếp',
            originals: 0,
            certifiedCopies: 0,
            photocopies: 0,
            copies: 1,
            required: true,
          },
          {
            code: 'TP02',
            name: 'Bản sao phụ lục văn bằng hoặc bảng kết quả học tập kèm theo bản công chứng dịch sang tiếng Việt',
            originals: 0,
            certifiedCopies: 0,
            photocopies: 0,
            copies: 1,
            required: true,
          },
          {
            code: 'TP03',
            name: 'Minh chứng thời gian học ở nước ngoài (nếu có)',
            originals: 0,
            certifiedCopies: 0,
            photocopies: 0,
            copies: 1,
            required: false,
          },
          {
            code: 'TP04',
            name: 'Văn bản ủy quyền xác minh thông tin về văn bằng (nếu cơ sở giáo dục cấp bằng yêu cầu)',
            originals: 0,
            certifiedCopies: 0,
            photocopies: 0,
            copies: 1,
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
  {
    schema: 'motcua/procedure@1',
    id: 'dvcqg-2021/xet-tot-nghiep-va-cap-bang-thac-si-bang-diem',
    name: 'Xét tốt nghiệp và cấp bằng thạc sĩ, bảng điểm',
    field: {
      name: 'Giáo dục và đào tạo',
    },
    levels: [],
    agencies: [
      {
        name: 'Cơ sở giáo dục nghề nghiệp',
      },
    ],
    legalBases: [],
    subjects: [],
    results: [],
    sequence: [
      {
        steps: [
          'Hội đồng xét tốt nghiệp do thủ trưởng cơ sở đào tạo quyết định thành lập, trên cơ sở đề nghị của trưởng đơn vị quản lý đào tạo sau đại học. Hội đồng do thủ trưởng cơ sở đào tạo hoặc cấp phó được ủy quyền của thủ trưởng cơ sở đào tạo làm chủ tịch, trưởng đơn vị quản lý đào tạo sau đại học làm uỷ viên thường trực, các uỷ viên là trưởng đơn vị chuyên môn có học viên tốt nghiệp, đại diện thanh tra đào tạo và đại diện lãnh đạo đơn vị có liên quan đến quá trình đào tạo (nếu có). Hội đồng căn cứ vào điều kiện tốt nghiệp để xét, lập danh sách những học viên đủ điều kiện, đề nghị thủ trưởng cơ sở đào tạo công nhận tốt nghiệp.',
          'Thủ trưởng cơ sở đào tạo ra Quyết định công nhận tốt nghiệp, cấp bằng thạc sĩ và bảng điểm cho học viên theo đề nghị của hội đồng xét tốt nghiệp.',
        ],
      },
    ],
    manners: [
      {
        channel: 'direct',
        description: 'Không quy định cụ thể.',
        terms: [
          {
            text: '1',
            reading: {
              kind: 'unread',
              reason: 'no-unit',
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
            name: 'Không quy định cụ thể.',
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
  {
    schema: 'motcua/procedure@1',
    id: 'dvcqg-2021/xet-cap-bang-tien-si',
    name: 'Xét cấp bằng tiến sĩ',
    field: {
      name: 'Giáo dục và đào tạo',
    },
    levels: [],
    agencies: [
      {
        name: 'Cơ sở giáo dục nghề nghiệp',
      },
    ],
    legalBases: [],
    subjects: [],
    results: [],
    sequence: [
      {
        steps: [
          'Hồ sơ bảo vệ luận án được đưa ra xem xét tiến hành các thủ tục cấp bằng tiến sĩ bao gồm hồ sơ của các luận án không phải thẩm định và hồ sơ của các luận án đã đạt yêu cầu thẩm định theo quy định tại khoản 1, 2 và 3 Điều 42 của Quy chế đào tạo trình độ tiến sĩ.',
          'Thủ trưởng cơ sở đào tạo có trách nhiệm tổ chức thẩm tra quá trình đào tạo, chất lượng luận án, việc tổ chức và hoạt động của Hội đồng đánh giá luận án trước khi tổ chức cuộc họp thường kỳ Hội đồng Khoa học và Đào tạo của cơ sở đào tạo để thông qua danh sách nghiên cứu sinh được cấp bằng tiến sĩ và ra quyết định cấp bằng tiến sĩ cho nghiên cứu sinh.',
        ],
      },
    ],
    manners: [
      {
        channel: 'direct',
        description: 'Không quy định cụ thể.',
        terms: [
          {
            text: '1',
            reading: {
              kind: 'unread',
              reason: 'no-unit',
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
            name: 'Tờ báo đăng tin hay bản sao chụp bản tin đăng báo ngày bảo vệ (trừ những luận án bảo vệ theo chế độ mật);',
            originals: 0,
            certifiedCopies: 0,
            photocopies: 0,
            copies: 1,
            required: true,
          },
          {
            code: 'TP02',
            name: 'Biên bản chi tiết diễn biến của buổi bảo vệ luận án, câu hỏi của các thành viên Hội đồng đánh giá luận án và những người tham dự, trả lời của nghiên cứu sinh cho từng câu hỏi;',
            originals: 1,
            certifiedCopies: 0,
            photocopies: 0,
            required: true,
          },
          {
            code: 'TP03',
            name: 'Nghị quyết của Hội đồng;',
            originals: 1,
            certifiedCopies: 0,
            photocopies: 0,
            required: true,
          },
          {
            code: 'TP04',
            name: 'Các bản nhận xét của tất cả các thành viên của Hội đồng, của các cơ quan và các nhà khoa học gửi tới Hội đồng;',
            originals: 1,
            certifiedCopies: 0,
            photocopies: 0,
            required: true,
          },
          {
            code: 'TP05',
            name: 'Biên bản kiểm phiếu và các phiếu đánh giá;',
            originals: 1,
            certifiedCopies: 0,
            photocopies: 0,
            required: true,
          },
          {
            code: 'TP06',
            name: 'Bản nhận xét, đánh giá của tập thể hướng dẫn nghiên cứu sinh;',
            originals: 1,
            certifiedCopies: 0,
            photocopies: 0,
            required: true,
          },
          {
            code: 'TP07',
            name: 'Danh sách Hội đồng có chữ ký của các thành viên tham dự buổi bảo vệ;',
            originals: 1,
            certifiedCopies: 0,
            photocopies: 0,
            required: true,
          },
          {
            code: 'TP08',
            name: 'Giấy biên nhận luận án và tóm tắt luận án của Thư viện Quốc gia Việt Nam;',
            originals: 1,
            certifiedCopies: 0,
            photocopies: 0,
            required: true,
          },
          {
            code: 'TP09',
            name: 'Bản in trang thông tin Những đóng góp mới về mặt học thuật, lý luận của luận án trên trang web của Bộ Giáo dục và Đào tạo;',
            originals: 1,
            certifiedCopies: 0,
            photocopies: 0,
            required: true,
          },
          {
            code: 'TP10',
            name: 'Các tài liệu khác theo quy định của Thủ trưởng cơ sở đào tạo. Hồ sơ này phải được lưu trữ lâu dài tại cơ sở đào tạo.',
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
  {
    schema: 'motcua/procedure@1',
    id: 'dvcqg-2021/chinh-sua-noi-dung-van-bang-chung-chi-tai-cap-bo',
    name: 'Chỉnh sửa nội dung văn bằng, chứng chỉ tại cấp Bộ',
    field: {
      name: 'Giáo dục và đào tạo',
    },
    levels: [],
    agencies: [
      {
        name: 'Bộ Giáo dục và Đào tạo',
      },
    ],
    legalBases: [],
    subjects: [],
    results: [],
    sequence: [
      {
        steps: [
          'Người đề nghị chỉnh sửa nội dung văn bằng, chứng chỉ nộp trực tiếp hoặc gửi qua đường bưu điện 01 (một) bộ hồ sơ theo quy định cho cơ quan có thẩm quyền chỉnh sửa nội dung văn bằng, chứng chỉ',
          'Trong thời hạn 05 ngày làm việc kể từ ngày nhận đủ hồ sơ hợp lệ, cơ quan có thẩm quyền chỉnh sửa nội dung văn bằng, chứng chỉ xem xét quyết định việc chỉnh sửa; nếu không chỉnh sửa thì phải trả lời bằng văn bản và nêu rõ lý do',
          'Việc chỉnh sửa nội dung văn bằng, chứng chỉ được thực hiện bằng quyết định chỉnh sửa; không chỉnh sửa trực tiếp trong văn bằng, chứng chỉ. Quyết định chỉnh sửa phải được lưu trong hồ sơ cấp văn bằng, chứng chỉ',
          'Căn cứ quyết định chỉnh sửa, cơ quan có thẩm quyền cấp văn bằng, chứng chỉ ghi đầy đủ thông tin về văn bằng, chứng chỉ, các nội dung được chỉnh sửa của văn bằng, chứng chỉ vào phụ lục sổ gốc cấp văn bằng, chứng chỉ',
        ],
      },
    ],
    manners: [
      {
        channel: 'direct',
        description: '05 ngày làm việc kể từ ngày nhận đủ hồ sơ hợp lệ.',
        terms: [
          {
            text: '5 Ngày làm việc',
            reading: {
              kind: 'working-days',
              amount: 5,
            },
          },
        ],
      },
      {
        channel: 'post',
        description: '05 ngày làm việc kể từ ngày nhận đủ hồ sơ hợp lệ.',
        terms: [
          {
            text: '5 Ngày làm việc',
            reading: {
              kind: 'working-days',
              amount: 5,
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
            name: 'Đơn đề nghị chỉnh sửa nội dung văn bằng, chứng chỉ',
            originals: 1,
            certifiedCopies: 0,
            photocopies: 0,
            required: true,
          },
          {
            code: 'TP02',
            name: 'Văn bằng, chứng chỉ đề nghị chỉnh sửa',
            originals: 0,
            certifiedCopies: 0,
            photocopies: 0,
            copies: 1,
            required: true,
          },
          {
            code: 'TP03',
            name: 'Trích lục hoặc quyết định thay đổi hoặc cải chính hộ tịch, xác định lại dân tộc, xác định lại giới tính đối với trường hợp chỉnh sửa văn bằng, chứng chỉ do thay đổi hoặc cải chính hộ tịch, xác định lại dân tộc, xác định lại giới tính',
            originals: 0,
            certifiedCopies: 0,
            photocopies: 0,
            copies: 1,
            required: true,
          },
          {
            code: 'TP04',
            name: 'Giấy khai sinh đối với trường hợp chỉnh sửa văn bằng, chứng chỉ do bổ sung hộ tịch, điều chỉnh hộ tịch, đăng ký lại việc sinh, đăng ký khai sinh quá hạn',
            originals: 0,
            certifiedCopies: 0,
            photocopies: 0,
            copies: 1,
            required: true,
          },
          {
            code: 'TP05',
            name: 'Giấy chứng minh nhân dân hoặc căn cước công dân hoặc hộ chiếu hoặc giấy tờ tùy thân hợp pháp khác có ảnh của người được cấp văn bằng, chứng chỉ.',
            originals: 0,
            certifiedCopies: 0,
            photocopies: 0,
            copies: 1,
            required: true,
          },
          {
            code: 'TP06',
            name: 'Thông tin ghi trên các giấy tờ này phải phù hợp với đề nghị chỉnh sửa nội dung văn bằng, chứng chỉ. Các tài liệu trong hồ sơ đề nghị chỉnh sửa nội dung văn bằng, chứng chỉ quy định tại các điểm b, c, d, đ nêu trên là bản sao từ sổ gốc hoặc bản sao được chứng thực từ bản chính',
            originals: 0,
            certifiedCopies: 0,
            photocopies: 0,
            required: false,
          },
          {
            code: 'TP07',
            name: 'Trường hợp tài liệu trong hồ sơ đề nghị chỉnh sửa nội dung văn bằng, chứng chỉ quy định tại các điểm b, c, d, đ nêu trên là bản sao không có chứng thực thì người đề nghị chỉnh sửa văn bằng, chứng chỉ phải xuất trình bản chính để người tiếp nhận hồ sơ đối chiếu; người tiếp nhận hồ sơ phải ký xác nhận, ghi rõ họ tên vào bản sao và chịu trách nhiệm về tính chính xác của bản sao so với bản chính',
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
  {
    schema: 'motcua/procedure@1',
    id: 'dvcqg-2021/de-nghi-mien-giam-hoc-phi-va-ho-tro-chi-phi-hoc-tap-cho-hoc-sinh-sinh-vien',
    name: 'Đề nghị miễn giảm học phí và hỗ trợ chi phí học tập cho học sinh, sinh viên',
    field: {
      name: 'Giáo dục và đào tạo',
    },
    levels: [],
    agencies: [
      {
        name: 'Cơ sở giáo dục',
      },
    ],
    legalBases: [],
    subjects: [],
    results: [],
    sequence: [
      {
        steps: [
          '- Trong vòng 45 ngày kể từ ngày khai giảng năm học, cha mẹ (hoặc người giám hộ) trẻ em học mẫu giáo, học sinh phổ thông, học viên học chương trình trung học cơ sở và trung học phổ thông học ở các trung tâm giáo dục thường xuyên; học sinh, sinh viên, học viên học ở các cơ sở giáo dục nghề nghiệp và giáo dục đại học có Đơn đề nghị miễn, giảm học phí và hỗ trợ chi phí học tập và bản sao giấy tờ chứng minh thuộc đối tượng miễn, giảm học phí và hỗ trợ chi phí học tập gửi cơ sở giáo dục;',
          '- Cơ sở giáo dục nghề nghiệp và giáo dục đại học căn cứ vào chuyên ngành học của người học để quyết định miễn, giảm học phí đối với người học thuộc diện miễn, giảm học phí được quy định tại: điểm h, i khoản 2, gạch đầu dòng thứ nhất, gạch đầu dòng thứ hai điểm a khoản 3 Điều 4 của Thông tư liên tịch số 09/2016/TTLT-BGDĐT-BTC-BLĐTBXH ngày 30 tháng 3 năm 2016 của Bộ Giáo dục và Đào tạo, Bộ Tài chính, Bộ Lao động - Thương binh và Xã hội hướng dẫn thực hiện một số điều của Nghị định số 86/2015/NĐ-CP ngày 02 tháng 10 năm 2015 của Chính phủ quy định về cơ chế thu, quản lý học phí đối với cơ sở giáo dục thuộc hệ thống giáo dục quốc dân và chính sách miễn, giảm học phí, hỗ trợ chi phí học tập từ năm 2015 - 2016 đến năm học 2020 – 2021 (Thông tư liên tịch số 09).',
          'Trong vòng 45 ngày kể từ ngày bắt đầu khai giảng năm học, cha mẹ (hoặc người giám hộ) trẻ em học mẫu giáo, học sinh phổ thông; học sinh, sinh viên học ở các cơ sở giáo dục nghề nghiệp và giáo dục đại học phải làm đơn có xác nhận của nhà trường gửi về:',
          '- Phòng giáo dục và đào tạo: Đối với trẻ em học mẫu giáo, học sinh tiểu học thuộc trường hợp được hỗ trợ chi phí học tập, học sinh học trung học cơ sở (đơn cấp bù tiền miễn, giảm học phí mẫu theo phụ lục V; đơn hỗ trợ chi phí học tập mẫu theo phụ lục III).',
          '- Sở giáo dục và đào tạo: Đối với học sinh học trung học phổ thông (đơn cấp bù tiền miễn, giảm học phí mẫu theo phụ lục V; đơn hỗ trợ chi phí học tập mẫu theo phụ lục III).',
          '- Phòng lao động-thương binh và xã hội: Đối với học sinh, sinh viên học ở các cơ sở giáo dục nghề nghiệp và giáo dục đại học (mẫu đơn theo phụ lục VI).',
          'Tùy theo từng đối tượng được miễn, giảm học phí và hỗ trợ chi phí học tập, kèm theo đơn là bản sao chứng thực một trong các giấy tờ được quy định tại điểm a khoản 1 Điều 5 Thông tư liên tịch số 09. Riêng đối với người học học các ngành, nghề được quy định tại điểm h, i khoản 2 và gạch đầu dòng thứ nhất, gạch đầu dòng thứ hai điểm a khoản 3 Điều 4 của Thông tư liên tịch số 09, kèm theo đơn đề nghị miễn, giảm học phí là giấy xác nhận của Nhà trường.',
          '- Phòng giáo dục và đào tạo chịu trách nhiệm chi trả, quyết toán kinh phí hỗ trợ chi phí học tập trực tiếp bằng tiền mặt cho cha mẹ (hoặc người giám hộ) trẻ em học mẫu giáo, học sinh tiểu học, học sinh trung học cơ sở hoặc ủy quyền cho cơ sở giáo dục chi trả, quyết toán với phòng giáo dục và đào tạo;',
          '- Sở giáo dục và đào tạo chịu trách nhiệm chi trả, quyết toán kinh phí hỗ trợ chi phí học tập trực tiếp bằng tiền mặt cho cha mẹ học sinh (hoặc học sinh) trung học phổ thông, học viên học ở các trung tâm giáo dục thường xuyên và học sinh học tại các cơ sở giáo dục khác do Sở giáo dục và đào tạo quản lý hoặc ủy quyền cho cơ sở giáo dục chi trả, quyết toán với Sở giáo dục và đào tạo;',
          '- Kinh phí hỗ trợ chi phí học tập được cấp không quá 9 tháng/năm học và chi trả 2 lần trong năm: Lần 1 chi trả 4 tháng vào tháng 10 hoặc tháng 11; Lần 2 chi trả 5 tháng vào tháng 3 hoặc tháng 4;',
          '- Trường hợp cha mẹ (hoặc người giám hộ) trẻ em học mẫu giáo và học sinh chưa nhận tiền hỗ trợ chi phí học tập theo thời hạn quy định thì được truy lĩnh trong kỳ chi trả tiếp theo.',
          '- Phòng giáo dục và đào tạo chịu trách nhiệm chi trả, quyết toán kinh phí cấp bù học phí và hỗ trợ chi phí học tập trực tiếp bằng tiền mặt (hoặc ủy quyền cho cơ sở giáo dục chi trả) cho cha mẹ (hoặc người giám hộ) trẻ em học mẫu giáo, học sinh tiểu học và học sinh trung học cơ sở;',
          '- Sở giáo dục và đào tạo chịu trách nhiệm chi trả, quyết toán kinh phí cấp bù học phí và hỗ trợ chi phí học tập trực tiếp bằng tiền mặt cho cha mẹ học sinh trung học phổ thông hoặc ủy quyền cho cơ sở giáo dục chi trả;',
          '- Phòng lao động - thương binh và xã hội chịu trách nhiệm chi trả, quyết toán kinh phí cấp bù học phí trực tiếp bằng tiền mặt cho cha mẹ học sinh, sinh viên đang học tại các cơ sở giáo dục nghề nghiệp và giáo dục đại học.',
          'Trường hợp học sinh, sinh viên bị kỷ luật ngừng học hoặc buộc thôi học thì cơ sở giáo dục nghề nghiệp và giáo dục đại học nơi học sinh, sinh viên đang học gửi thông báo để phòng lao động - thương binh và xã hội dừng thực hiện chi trả. Khi học sinh, sinh viên được nhập học lại sau khi hết thời hạn kỷ luật, theo xác nhận của cơ sở giáo dục nghề nghiệp và giáo dục đại học thì phòng lao động - thương binh và xã hội tiếp tục thực hiện chi trả. Thời gian học lưu ban, học lại, ngừng học, học bổ sung sẽ không được tính để chi trả tiền cấp bù miễn, giảm học phí;',
          '- Kinh phí cấp bù tiền miễn, giảm học phí và hỗ trợ chi phí học tập được cấp không quá 9 tháng/năm học (đối với học sinh mầm non và phổ thông), 10 tháng/năm học (đối với học sinh, sinh viên học tại các cơ sở giáo dục nghề nghiệp giáo dục đại học) và thực hiện 2 lần trong năm: Lần 1 chi trả 4 tháng (đối với học sinh mầm non và phổ thông), 5 tháng (đối với học sinh, sinh viên học tại các cơ sở giáo dục nghề nghiệp, giáo dục đại học) vào tháng 10 hoặc tháng 11; Lần 2 chi trả 5 tháng vào tháng 3 hoặc tháng 4;',
          '- Trường hợp cha mẹ (hoặc người giám hộ) trẻ em học mẫu giáo, học sinh phổ thông, học sinh, sinh viên chưa nhận tiền cấp bù học phí và hỗ trợ chi phí học tập theo thời hạn quy định thì được truy lĩnh trong kỳ chi trả tiếp theo.',
        ],
      },
    ],
    manners: [
      {
        channel: 'direct',
        terms: [
          {
            text: '- Phương thức chi trả tiền hỗ trợ chi phí học tập đối với các đối tượng đang học tại các cơ sở giáo dục mầm non và phổ thông công lập Kinh phí hỗ trợ chi phí học tập được cấp đủ trong 9 tháng/năm học và chi trả 2 lần trong năm: Lần 1 chi trả đủ 4 tháng vào tháng 10 hoặc tháng 11; Lần 2 chi trả đủ 5 tháng vào tháng 3 hoặc tháng 4. - Phương thức chi trả tiền miễn, giảm học phí và hỗ trợ chi phí học tập đối với người học ở các cơ sở giáo dục ngoài công lập; cơ sở giáo dục nghề nghiệp và giáo dục đại học thuộc doanh nghiệp nhà nước Kinh phí cấp bù tiền miễn, giảm học phí và hỗ trợ chi phí học tập được cấp đủ trong 9 tháng/năm học (đối với học sinh mầm non và phổ thông), 10 tháng/năm học (đối với học sinh, sinh viên học tại các cơ sở giáo dục nghề nghiệp, giáo dục đại học) và thực hiện 2 lần trong năm: Lần 1 chi trả đủ 4 tháng (đối với học sinh mầm non và phổ thông), 5 tháng (đối với học sinh, sinh viên học tại các cơ sở giáo dục nghề nghiệp, giáo dục đại học) vào tháng 10 hoặc tháng 11; Lần 2 chi trả đủ 5 tháng vào tháng 3 hoặc tháng 4. Trường hợp cha mẹ (hoặc người giám hộ) trẻ em học mẫu giáo, học sinh phổ thông, học sinh, sinh viên chưa nhận tiền cấp bù học phí và hỗ trợ chi phí học tập theo thời hạn quy định thì được truy lĩnh trong kỳ chi trả tiếp theo.',
            reading: {
              kind: 'unread',
              reason: 'unexplained-number',
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
            name: 'a) Đơn đề nghị miễn, giảm học phí và hỗ trợ chi phí học tập: - Đối với các đối tượng thuộc diện được miễn, giảm học phí học mầm non, phổ thông, giáo dục thường xuyên: Mẫu đơn theo phụ lục II. - Đối với các đối tượng thuộc diện được hỗ trợ chi phí học tập học mầm non, phổ thông, giáo dục thường xuyên: Mẫu đơn theo phụ lục III. - Đối với các đối tượng thuộc diện miễn, giảm học phí học ở cơ sở giáo dục nghề nghiệp và giáo dục đại học: Mẫu đơn theo phụ lục IV.',
            originals: 1,
            certifiedCopies: 0,
            photocopies: 0,
            required: true,
            templateUrl: 'https://csdl.dichvucong.gov.vn/web/jsp/download_file.jsp?ma=3febca4e9984ca8c',
          },
          {
            code: 'TP02',
            name: 'b) Bản sao chứng thực giấy tờ chứng minh thuộc đối tượng miễn, giảm học phí và hỗ trợ chi phí học tập đối với các đối tượng sau: - Giấy xác nhận của cơ quan quản lý đối tượng người có công đối với đối tượng được quy định tại Điểm a Khoản 2 Điều 4 Thông tư liên tịch số 09; - Giấy xác nhận khuyết tật do Ủy ban nhân dân cấp xã cấp hoặc Quyết định về việc trợ cấp xã hội của Chủ tịch Ủy ban nhân dân cấp huyện đối với đối tượng được quy định tại Điểm b Khoản 2 Điều 4 của Thông tư liên tịch số 09 và giấy tờ chứng minh là hộ nghèo hoặc hộ cận nghèo do Ủy ban nhân dân xã cấp hoặc xác nhận; - Quyết định về việc trợ cấp xã hội của Chủ tịch Ủy ban nhân dân cấp huyện đối với đối tượng được quy định tại Điểm c Khoản 2 Điều 4 Thông tư liên tịch số 09; - Giấy tờ chứng minh là hộ nghèo do Ủy ban nhân dân cấp xã cấp hoặc xác nhận cho đối tượng được quy định tại Điểm d Khoản 2 Điều 4 Thông tư liên tịch số 09; - Giấy chứng nhận đối tượng được hưởng chế độ miễn học phí theo mẫu số 02 ban hành kèm theo Thông tư liên tịch số 20/2012/TTLT-BQP-BTC ngày 06/3/2012 của Liên Bộ Quốc phòng và Bộ Tài chính hướng dẫn thực hiện Nghị định số 88/2011/NĐ-CP ngày 29/9/2011 của Chính phủ về chế độ, chính sách đối với gia đình hạ sĩ quan, binh sĩ tại ngũ đối với đối tượng quy định tại Điểm đ Khoản 2 Điều 4 Thông tư liên tịch số 09; - Giấy khai sinh và giấy tờ chứng minh là hộ nghèo hoặc hộ cận nghèo do Ủy ban nhân dân cấp xã cấp hoặc xác nhận cho đối tượng được quy định tại Điểm g Khoản 2 Điều 4 Thông tư liên tịch số 09; - Giấy khai sinh và sổ hộ khẩu thường trú hoặc giấy đăng ký tạm trú đối với đối tượng được quy định tại Điểm k Khoản 2 và gạch đầu dòng thứ ba Điểm a Khoản 3 Điều 2 Thông tư liên tịch số 09; - Bằng tốt nghiệp trung học cơ sở đối với đối tượng được quy định tại Điểm m Khoản 2 Điều 4 Thông tư liên tịch số 09; + Sổ hưởng trợ cấp hàng tháng của cha hoặc mẹ bị tai nạn lao động hoặc mắc bệnh nghề nghiệp do tổ chức bảo hiểm xã hội cấp đối với đối tượng được quy định tại gạch đầu dòng thứ nhất Điểm b Khoản 3 Điều 4 Thông tư liên tịch số 09; + Giấy tờ chứng minh là hộ cận nghèo do Ủy ban nhân dân cấp xã cấp hoặc xác nhận cho đối tượng được quy định tại gạch đầu dòng thứ hai Điểm b Khoản 3 Điều 4 Thông tư liên tịch số 09.',
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
  {
    schema: 'motcua/procedure@1',
    id: 'dvcqg-2021/ho-tro-an-trua-cho-tre-em-mau-giao',
    name: 'Hỗ trợ ăn trưa cho trẻ em mẫu giáo',
    field: {
      name: 'Giáo dục và đào tạo',
    },
    levels: [],
    agencies: [
      {
        name: 'Cơ sở giáo dục mầm non công lập, ngoài công lập',
      },
    ],
    legalBases: [],
    subjects: [],
    results: [],
    sequence: [
      {
        steps: [
          'Tháng 8 hằng năm, cơ sở giáo dục mầm non tổ chức phổ biến, thông báo rộng rãi và hướng dẫn cho cha mẹ hoặc người chăm sóc, nuôi dưỡng trẻ em thuộc đối tượng được hưởng chính sách nộp hồ sơ đề nghị hỗ trợ ăn trưa.',
          'Trong vòng 15 ngày làm việc kể từ ngày cơ sở giáo dục mầm non thông báo, cha mẹ hoặc người chăm sóc, nuôi dưỡng trẻ em nộp trực tiếp hoặc qua bưu điện hoặc trực tuyến 01 bộ hồ sơ theo quy định tại cơ sở giáo dục mầm non. Mỗi đối tượng nộp 01 bộ hồ sơ cho 01 lần đầu đề nghị hỗ trợ trong cả thời gian học tại cơ sở giáo dục mầm non. Riêng đối tượng trẻ em là nhân khẩu trong gia đình thuộc diện hộ nghèo, cận nghèo theo quy định của Thủ tướng Chính phủ nộp bổ sung Giấy chứng nhận hộ nghèo, hộ cận nghèo theo từng năm học.',
          'Trong vòng 10 ngày làm việc, kể từ ngày hết hạn nhận hồ sơ, cơ sở giáo dục mầm non lập danh sách trẻ em mẫu giáo được hỗ trợ ăn trưa kèm theo hồ sơ cha mẹ hoặc người chăm sóc trẻ em nộp gửi về phòng giáo dục và đào tạo nơi cơ sở giáo dục mầm non đặt trụ sở để tổng hợp, xem xét;',
          'Cơ sở giáo dục mầm non tiếp nhận, kiểm tra thành phần hồ sơ, nếu thành phần hồ sơ nộp là bản sao chưa có chứng thực của cấp có thẩm quyền, người nhận hồ sơ có trách nhiệm đối chiếu với bản chính, ký xác nhận vào bản sao để đưa vào hồ sơ, yêu cầu bổ sung nếu hồ sơ chưa đầy đủ hoặc chưa đúng quy định. Sau khi tiếp nhận hồ sơ hợp lệ, cơ sở giáo dục mầm non gửi giấy tiếp nhận hồ sơ cho cha mẹ hoặc người chăm sóc trẻ em. Trường hợp hồ sơ gửi qua bưu điện hoặc trực tuyến không bảo đảm yêu cầu, trong thời hạn 05 ngày làm việc cơ sở giáo dục mầm non gửi thông báo không tiếp nhận hồ sơ và lý do cho cha mẹ hoặc người chăm sóc, nuôi dưỡng trẻ em.',
          'Trong vòng 10 ngày làm việc, kể từ ngày hết hạn nhận hồ sơ, cơ sở giáo dục mầm non lập danh sách trẻ em mẫu giáo được hỗ trợ ăn trưa theo Mẫu số 01 quy định tại Phụ lục kèm theo Nghị định số 105/2020/NĐ-CP ngày 08/9/2020 của Chính phủ quy định chính sách phát triển giáo dục mầm non (Nghị định số 105/2020/NĐ-CP) kèm theo hồ sơ theo quy định gửi về phòng giáo dục và đào tạo đang quản lý trực tiếp để xem xét, tổng hợp.',
          'Trong vòng 07 ngày làm việc, kể từ khi nhận được hồ sơ của cơ sở giáo dục mầm non, phòng giáo dục và đào tạo tổ chức thẩm định hồ sơ, tổng hợp danh sách trẻ em mẫu giáo được hỗ trợ ăn trưa theo Mẫu số 02 quy định tại Phụ lục kèm theo Nghị định Nghị định số 105/2020/NĐ-CP gửi cơ quan tài chính cùng cấp trình Ủy ban nhân dân cấp huyện ra quyết định phê duyệt theo quy định của Luật Ngân sách nhà nước.',
          'Trong vòng 07 ngày làm việc, kể từ khi nhận được hồ sơ của phòng giáo dục và đào tạo, Ủy ban nhân dân cấp huyện phê duyệt danh sách trẻ em mẫu giáo được hỗ trợ ăn trưa và thông báo kết quả cho cơ sở giáo dục mầm non.',
          'Sau khi được cấp có thẩm quyền phê duyệt danh sách trẻ em mẫu giáo được hỗ trợ ăn trưa, cơ sở giáo dục mầm non thông báo công khai và tổ chức triển khai thực hiện chi hỗ trợ.',
          'Phương thức thực hiện',
          '- Cơ sở giáo dục mầm non chịu trách nhiệm tiếp nhận kinh phí và thực hiện việc chi trả. Căn cứ vào thực tế quản lý và cách tổ chức ăn trưa của nhà trường, lãnh đạo cơ sở giáo dục mầm non thống nhất với ban đại diện cha mẹ trẻ em để lựa chọn thực hiện theo một trong hai phương thức sau:',
          '+ Phương thức 1: Cơ sở giáo dục mầm non giữ lại kinh phí hỗ trợ để tổ chức bữa ăn trưa cho trẻ em (đối với các cơ sở giáo dục mầm non có tổ chức nấu ăn cho trẻ em);',
          '+ Phương thức 2: Chi trả trực tiếp bằng tiền mặt cho cha mẹ hoặc người chăm sóc, nuôi dưỡng trẻ em theo quy định: Việc chi trả kinh phí hỗ trợ ăn trưa được thực hiện 2 lần trong năm học: lần 1 chi trả đủ 4 tháng vào tháng 11 hoặc tháng 12 hằng năm; lần 2 chi trả đủ các tháng còn lại vào tháng 3 hoặc tháng 4 hằng năm.',
          '- Trường hợp cha mẹ hoặc người chăm sóc, nuôi dưỡng trẻ em chưa nhận được kinh phí hỗ trợ ăn trưa theo thời hạn quy định thì được truy lĩnh trong kỳ chi trả tiếp theo.',
          '- Trường hợp trẻ em chuyển trường, cơ sở giáo dục mầm non có trách nhiệm trả lại hồ sơ đề nghị hỗ trợ ăn trưa cho cha mẹ hoặc người chăm sóc, nuôi dưỡng trẻ em. Cơ sở giáo dục mầm non nơi trẻ em chuyển đến có trách nhiệm báo cáo phòng giáo dục và đào tạo trình Chủ tịch Ủy ban nhân dân cấp huyện ra quyết định chuyển kinh phí hoặc cấp bổ sung kinh phí để cơ sở giáo dục mầm non nơi trẻ em chuyển đến thực hiện chi trả hỗ trợ ăn trưa theo quy định.',
          '- Trường hợp trẻ em thôi học, cơ sở giáo dục mầm non có trách nhiệm báo cáo phòng giáo dục và đào tạo, phòng giáo dục và đào tạo trình Ủy ban nhân dân cấp huyện dừng thực hiện chi trả.',
        ],
      },
    ],
    manners: [
      {
        channel: 'direct',
        description:
          'Tối đa 24 ngày làm việc, kể từ ngày hết hạn nộp hồ sơ, UBND cấp huyện phê duyệt danh sách trẻ em mẫu giáo được hỗ trợ ăn trưa. Việc chi trả kinh phí hỗ trợ ăn trưa được thực hiện 2 lần trong năm học do cơ sở giáo dục mầm non chi trả: lần 1 chi trả đủ 4 tháng vào tháng 11 hoặc tháng 12 hằng năm; lần 2 chi trả đủ các tháng còn lại vào tháng 3 hoặc tháng 4 hằng năm.',
        terms: [
          {
            text: '24 Ngày làm việc',
            reading: {
              kind: 'working-days',
              amount: 24,
            },
          },
        ],
      },
      {
        channel: 'online',
        description:
          'Tối đa 24 ngày làm việc, kể từ ngày hết hạn nộp hồ sơ, UBND cấp huyện phê duyệt danh sách trẻ em mẫu giáo được hỗ trợ ăn trưa. Việc chi trả kinh phí hỗ trợ ăn trưa được thực hiện 2 lần trong năm học do cơ sở giáo dục mầm non chi trả: lần 1 chi trả đủ 4 tháng vào tháng 11 hoặc tháng 12 hằng năm; lần 2 chi trả đủ các tháng còn lại vào tháng 3 hoặc tháng 4 hằng năm.',
        terms: [
          {
            text: '24 Ngày làm việc',
            reading: {
              kind: 'working-days',
              amount: 24,
            },
          },
        ],
      },
      {
        channel: 'post',
        description:
          'Tối đa 24 ngày làm việc, kể từ ngày hết hạn nộp hồ sơ, UBND cấp huyện phê duyệt danh sách trẻ em mẫu giáo được hỗ trợ ăn trưa. Việc chi trả kinh phí hỗ trợ ăn trưa được thực hiện 2 lần trong năm học do cơ sở giáo dục mầm non chi trả: lần 1 chi trả đủ 4 tháng vào tháng 11 hoặc tháng 12 hằng năm; lần 2 chi trả đủ các tháng còn lại vào tháng 3 hoặc tháng 4 hằng năm.',
        terms: [
          {
            text: '24 Ngày làm việc',
            reading: {
              kind: 'working-days',
              amount: 24,
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
            name: 'Bản sao kèm theo bản chính để đối chiếu hoặc bản sao có chứng thực sổ hộ khẩu hoặc cung cấp thông tin về số định danh cá nhân của trẻ em hoặc của cha hoặc mẹ hoặc người chăm sóc, nuôi dưỡng trẻ em',
            originals: 0,
            certifiedCopies: 0,
            photocopies: 0,
            copies: 1,
            required: true,
          },
          {
            code: 'TP02',
            name: 'Giấy xác nhận của cơ quan công an về việc đăng ký thường trú của trẻ em (trường hợp sổ hộ khẩu bị thất lạc)',
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
  {
    schema: 'motcua/procedure@1',
    id: 'dvcqg-2021/xet-duyet-chinh-sach-ho-tro-doi-voi-hoc-sinh-trung-hoc-pho-thong-la-nguoi-dan-toc-kin',
    name: 'Xét, duyệt chính sách hỗ trợ đối với học sinh trung học phổ thông là người dân tộc Kinh',
    field: {
      name: 'Giáo dục và đào tạo',
    },
    levels: [],
    agencies: [
      {
        name: 'Ủy ban nhân dân cấp Tỉnh',
      },
    ],
    legalBases: [],
    subjects: [],
    results: [],
    sequence: [
      {
        steps: [
          'Bước 1: Vào thời điểm học sinh đầu cấp làm thủ tục nhập học, nhà trường tổ chức phổ biến, thông báo rộng rãi, hướng dẫn cho bố, mẹ (hoặc người giám hộ hợp pháp) và học sinh thuộc đối tượng được hưởng chính sách chuẩn bị hồ sơ đề nghị hỗ trợ.',
          'Bước 2: Trong thời hạn 10 ngày làm việc, kể từ ngày nhà trường niêm yết thông báo, gia đình hoặc học sinh nộp đầy đủ hồ sơ cho cơ sở giáo dục.',
          'Bước 3: Cơ sở giáo dục tiếp nhận hồ sơ; lập danh sách. Trong thời hạn 5 ngày làm việc, kể từ ngày hết hạn nộp hồ sơ, nhà trường tổ chức xét duyệt và lập hồ sơ theo quy định và gửi về Sở giáo dục và đào tạo.',
          'Bước 4: Sở giáo dục và đào tạo tiếp nhận hồ sơ của cơ sở giáo dục. Trong thời hạn 5 ngày làm việc, kể từ khi nhận được hồ sơ đề nghị hỗ trợ của các nhà trường, sở giáo dục và đào tạo tổng hợp, thẩm định trình Uỷ ban nhân dân cấp tỉnh phê duyệt.',
          'Bước 5: Ủy ban nhân dân cấp tỉnh nhận hồ sơ đề nghị của sở giáo dục và đào tạo. Trong thời hạn 3 ngày làm việc, kể từ khi nhận hồ sơ trình của sở giáo dục và đào tạo, Ủy ban nhân dân cấp tỉnh xem xét, ban hành Quyết định phê duyệt.',
          'Bước 6: Sở giáo dục và đào tạo gửi các trường kết quả phê duyệt học sinh được hưởng chính sách hỗ trợ để nhà trường thông báo công khai và tổ chức triển khai thực hiện.',
        ],
      },
    ],
    manners: [
      {
        channel: 'direct',
        description:
          '- Kinh phí hỗ trợ tiền ăn và tiền nhà ở cho học sinh được chi trả, cấp phát hằng tháng. - Gạo được cấp cho học sinh theo định kỳ nhưng không quá 2 lần/học kỳ.',
        terms: [
          {
            text: '',
            reading: {
              kind: 'unread',
              reason: 'empty',
            },
          },
        ],
      },
      {
        channel: 'post',
        description:
          '- Kinh phí hỗ trợ tiền ăn và tiền nhà ở cho học sinh được chi trả, cấp phát hằng tháng. - Gạo được cấp cho học sinh theo định kỳ nhưng không quá 2 lần/học kỳ.',
        terms: [
          {
            text: '',
            reading: {
              kind: 'unread',
              reason: 'empty',
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
            name: 'Đơn đề nghị hỗ trợ (Mẫu số 02 tại Phụ lục kèm theo Nghị định số 116/2016/NĐ-CP)',
            originals: 1,
            certifiedCopies: 0,
            photocopies: 0,
            required: true,
            templateUrl: 'https://csdl.dichvucong.gov.vn/web/jsp/download_file.jsp?ma=3fecdc458e5402af',
          },
          {
            code: 'TP02',
            name: 'Sổ hộ khẩu (bản sao có mang bản chính để đối chiếu hoặc bản sao có chứng thực từ bản chính; trường hợp sổ hộ khẩu bị thất lạc phải có giấy xác nhận của Trưởng Công an xã).',
            originals: 0,
            certifiedCopies: 0,
            photocopies: 0,
            copies: 1,
            required: true,
          },
          {
            code: 'TP03',
            name: 'Giấy tờ minh chứng là hộ nghèo do Ủy ban nhân dân xã cấp hoặc xác nhận cho đối tượng.',
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
  {
    schema: 'motcua/procedure@1',
    id: 'dvcqg-2021/cap-chinh-sach-noi-tru-cho-hoc-sinh-sinh-vien-tham-gia-chuong-trinh-dao-tao-trinh-do',
    name: 'Cấp chính sách nội trú cho học sinh, sinh viên tham gia chương trình đào tạo trình độ cao đẳng, trung cấp tại các cơ sở giáo dục nghề nghiệp công lập',
    field: {
      name: 'Giáo dục và đào tạo',
    },
    levels: [],
    agencies: [
      {
        name: 'Cơ sở giáo dục nghề nghiệp và giáo dục đại học công lập',
      },
    ],
    legalBases: [],
    subjects: [],
    results: [],
    sequence: [
      {
        steps: [
          '- Bước 1: Trong thời gian 30 ngày làm việc kể từ ngày khai giảng, cơ sở giáo dục nghề nghiệp thông báo cho học sinh, sinh viên tham gia chương trình đào tạo trình độ trung cấp, cao đẳng tại cơ sở giáo dục nghề nghiệp về chính sách nội trú, thời gian nộp hồ sơ và hướng dẫn học sinh, sinh viên về hồ sơ.',
          '- Bước 2: Học sinh, sinh viên thuộc đối tượng quy định tại Quyết định số 53/2015/QĐ-TTg nộp hồ sơ tới cơ sở giáo dục nghề nghiệp nơi học sinh, sinh viên đang theo học.',
          '- Bước 3: Thẩm định hồ sơ cấp chính sách nội trú',
          'Thủ trưởng cơ sở giáo dục nghề nghiệp tổ chức đối chiếu, thẩm định và chịu trách nhiệm về tính xác thực của hồ sơ; tổng hợp, lập danh sách đối tượng được hưởng chính sách. Trường hợp hồ sơ không hợp lệ, cơ sở giáo dục nghề nghiệp có trách nhiệm thông báo cho người học được biết trong thời hạn 03 ngày làm việc kể từ ngày nhận được hồ sơ.',
          '- Bước 4: Chi trả học bổng chính sách và các khoản hỗ trợ',
          'Cơ sở giáo dục nghề nghiệp nơi học sinh, sinh viên đang theo học chịu trách nhiệm quản lý, tổ chức thực hiện chi trả học bổng chính sách và các khoản hỗ trợ khác trực tiếp bằng tiền mặt cho học sinh, sinh viên đang học tại cơ sở giáo dục nghề nghiệp đó.',
        ],
      },
    ],
    manners: [
      {
        channel: 'direct',
        description:
          'Cơ sở giáo dục nghề nghiệp công lập đối chiếu, thẩm định hồ sơ của học sinh, sinh viên trong vòng 03 ngày làm việc kể từ khi nhận được hồ sơ đầy đủ. Khi hồ sơ hợp lệ, học sinh, sinh viên được cấp học bổng chính sách và các khoản hỗ trợ khác 02 lần trong năm học: lần 01 cấp cho 06 tháng vào tháng 10 hoặc tháng 11 hàng năm; lần 02 cấp cho 06 tháng vào tháng 3 hoặc tháng 4 năm sau (Cơ sở giáo dục nghề nghiệp công lập thông báo công khai về thời gian cấp học bổng chính sách và các khoản hỗ trợ khác). Trường hợp học sinh, sinh viên chưa được nhận học bổng chính sách và các khoản hỗ trợ khác theo thời hạn quy định thì được truy lĩnh trong lần chi trả tiếp theo.',
        terms: [
          {
            text: 'Khác',
            reading: {
              kind: 'unread',
              reason: 'no-quantity',
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
              kind: 'fixed',
              amountVnd: 0,
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
            name: '- Đơn đề nghị cấp chính sách nội trú theo mẫu tại Phụ lục II ban hành kèm theo Thông tư số 18/2018/TT-BLĐTBXH. - Đối với học sinh, sinh viên người dân tộc thiểu số thuộc hộ nghèo, hộ cận nghèo, ngoài đơn đề nghị cấp chính sách nội trú phải bổ sung giấy chứng nhận hộ nghèo, hộ cận nghèo do Ủy ban nhân dân cấp xã cấp (Bản sao được chứng thực từ bản chính hoặc bản sao có mang bản chính để đối chiếu). - Đối với học sinh, sinh viên người dân tộc thiểu số là người khuyết tật, ngoài đơn đề nghị cấp chính sách nội trú phải bổ sung Giấy xác nhận khuyết tật do Ủy ban nhân dân cấp xã cấp hoặc Quyết định của Ủy ban nhân dân cấp huyện về việc trợ cấp xã hội đối với người khuyết tật sống tại cộng đồng trong trường hợp chưa có giấy xác nhận khuyết tật do Ủy ban nhân dân cấp xã cấp (Bản sao được chứng thực từ bản chính hoặc bản sao có mang bản chính để đối chiếu). - Đối với học sinh, sinh viên người Kinh thuộc hộ nghèo, hộ cận nghèo có hộ khẩu thường trú tại vùng có điều kiện kinh tế - xã hội đặc biệt khó khăn, vùng dân tộc thiểu số, biên giới, hải đảo ngoài đơn đề nghị cấp chính sách nội trú phải bổ sung: Giấy chứng nhận hộ nghèo, hộ cận nghèo do Ủy ban nhân dân cấp xã cấp (Bản sao được chứng thực từ bản chính hoặc bản sao có mang bản chính để đối chiếu) và Sổ hộ khẩu (Bản sao được chứng thực từ bản chính hoặc bản sao có mang bản chính để đối chiếu). - Đối với học sinh, sinh viên người Kinh là người khuyết tật có hộ khẩu thường trú tại vùng có điều kiện kinh tế - xã hội đặc biệt khó khăn, vùng dân tộc thiểu số, biên giới, hải đảo ngoài đơn đề nghị cấp chính sách nội trú phải bổ sung: Giấy xác nhận khuyết tật do Ủy ban nhân dân cấp xã cấp hoặc Quyết định của Ủy ban nhân dân cấp huyện về việc trợ cấp xã hội đối với người khuyết tật sống tại cộng đồng trong trường hợp chưa có giấy xác nhận khuyết tật do Ủy ban nhân dân cấp xã cấp (Bản sao được chứng thực từ bản chính hoặc bản sao có mang bản chính để đối chiếu) và Sổ hộ khẩu (Bản sao được chứng thực từ bản chính hoặc bản sao có mang bản chính để đối chiếu). - Đối với học sinh, sinh viên tốt nghiệp trường phổ thông dân tộc nội trú, ngoài đơn đề nghị cấp chính sách nội trú phải bổ sung bằng tốt nghiệp hoặc giấy chứng nhận tốt nghiệp tạm thời (Bản sao được chứng thực từ bản chính hoặc bản sao có mang bản chính để đối chiếu). - Đối với học sinh, sinh viên ở lại trường trong dịp Tết Nguyên đán, ngoài một số giấy tờ trên phải bổ sung Giấy xác nhận ở lại trường trong dịp Tết Nguyên đán theo mẫu tại Phụ lục IV ban hành kèm theo Thông tư số 18/2018/TT-BLĐTBXH.',
            originals: 1,
            certifiedCopies: 0,
            photocopies: 0,
            copies: 1,
            required: true,
            templateUrl: 'https://csdl.dichvucong.gov.vn/web/jsp/download_file.jsp?ma=3fdfca778e7c13f2',
          },
          {
            code: 'TP02',
            name: '- Đơn đề nghị cấp chính sách nội trú theo mẫu tại Phụ lục II ban hành kèm theo Thông tư số 18/2018/TT-BLĐTBXH. - Đối với học sinh, sinh viên người dân tộc thiểu số thuộc hộ nghèo, hộ cận nghèo, ngoài đơn đề nghị cấp chính sách nội trú phải bổ sung giấy chứng nhận hộ nghèo, hộ cận nghèo do Ủy ban nhân dân cấp xã cấp (Bản sao được chứng thực từ bản chính hoặc bản sao có mang bản chính để đối chiếu). - Đối với học sinh, sinh viên người dân tộc thiểu số là người khuyết tật, ngoài đơn đề nghị cấp chính sách nội trú phải bổ sung Giấy xác nhận khuyết tật do Ủy ban nhân dân cấp xã cấp hoặc Quyết định của Ủy ban nhân dân cấp huyện về việc trợ cấp xã hội đối với người khuyết tật sống tại cộng đồng trong trường hợp chưa có giấy xác nhận khuyết tật do Ủy ban nhân dân cấp xã cấp (Bản sao được chứng thực từ bản chính hoặc bản sao có mang bản chính để đối chiếu). - Đối với học sinh, sinh viên người Kinh thuộc hộ nghèo, hộ cận nghèo có hộ khẩu thường trú tại vùng có điều kiện kinh tế - xã hội đặc biệt khó khăn, vùng dân tộc thiểu số, biên giới, hải đảo ngoài đơn đề nghị cấp chính sách nội trú phải bổ sung: Giấy chứng nhận hộ nghèo, hộ cận nghèo do Ủy ban nhân dân cấp xã cấp (Bản sao được chứng thực từ bản chính hoặc bản sao có mang bản chính để đối chiếu) và Sổ hộ khẩu (Bản sao được chứng thực từ bản chính hoặc bản sao có mang bản chính để đối chiếu). - Đối với học sinh, sinh viên người Kinh là người khuyết tật có hộ khẩu thường trú tại vùng có điều kiện kinh tế - xã hội đặc biệt khó khăn, vùng dân tộc thiểu số, biên giới, hải đảo ngoài đơn đề nghị cấp chính sách nội trú phải bổ sung: Giấy xác nhận khuyết tật do Ủy ban nhân dân cấp xã cấp hoặc Quyết định của Ủy ban nhân dân cấp huyện về việc trợ cấp xã hội đối với người khuyết tật sống tại cộng đồng trong trường hợp chưa có giấy xác nhận khuyết tật do Ủy ban nhân dân cấp xã cấp (Bản sao được chứng thực từ bản chính hoặc bản sao có mang bản chính để đối chiếu) và Sổ hộ khẩu (Bản sao được chứng thực từ bản chính hoặc bản sao có mang bản chính để đối chiếu). - Đối với học sinh, sinh viên tốt nghiệp trường phổ thông dân tộc nội trú, ngoài đơn đề nghị cấp chính sách nội trú phải bổ sung bằng tốt nghiệp hoặc giấy chứng nhận tốt nghiệp tạm thời (Bản sao được chứng thực từ bản chính hoặc bản sao có mang bản chính để đối chiếu). - Đối với học sinh, sinh viên ở lại trường trong dịp Tết Nguyên đán, ngoài một số giấy tờ trên phải bổ sung Giấy xác nhận ở lại trường trong dịp Tết Nguyên đán theo mẫu tại Phụ lục IV ban hành kèm theo Thông tư số 18/2018/TT-BLĐTBXH.',
            originals: 1,
            certifiedCopies: 0,
            photocopies: 0,
            copies: 1,
            required: true,
            templateUrl: 'https://csdl.dichvucong.gov.vn/web/jsp/download_file.jsp?ma=3fd45da70648f8d4',
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
    id: 'dvcqg-2021/ho-tro-hoc-tap-doi-voi-hoc-sinh-trung-hoc-pho-thong-cac-dan-toc-thieu-so-rat-it-nguoi',
    name: 'Hỗ trợ học tập đối với học sinh trung học phổ thông các dân tộc thiểu số rất ít người',
    field: {
      name: 'Giáo dục và đào tạo',
    },
    levels: [],
    agencies: [
      {
        name: 'Cơ sở giáo dục',
      },
    ],
    legalBases: [],
    subjects: [],
    results: [],
    sequence: [
      {
        steps: [
          'Đầu năm học, các cơ sở giáo dục phổ thông có học sinh dân tộc thiểu số rất ít người theo học tổ chức phổ biến, thông báo rộng rãi, hướng dẫn cho học sinh thuộc đối tượng được hưởng chính sách làm đơn đề nghị hỗ trợ học tập.',
          'Trong thời hạn 20 ngày làm việc, kể từ ngày niêm yết thông báo; học sinh nộp đơn cho cơ sở giáo dục.',
          'Trong thời hạn 10 ngày làm việc, kể từ ngày hết hạn hết hạn nhận đơn, các cơ sở giáo dục có trách nhiệm tổ chức xem xét đơn đề nghị hỗ trợ học tập, lập và phê duyệt danh sách đối tượng được hưởng, niêm yết công khai danh sách đối tượng được hưởng, gửi báo cáo cơ quan quản lý cấp trên trực tiếp và thực hiện việc chi trả',
          'Học sinh học tại các cơ sở giáo dục công lập chỉ cần nộp đơn đề nghị hỗ trợ học tập một lần khi bắt đầu vào học tại một cơ sở giáo dục. Trong các năm học tiếp theo, các cơ sở giáo dục căn cứ vào danh sách học sinh dân tộc thiểu số rất ít người đang học tại trường và đơn đề nghị của học sinh mới vào học để lập và phê duyệt danh sách đối tượng được hưởng.',
          '- Các cơ sở giáo dục công lập chi trả tiền hỗ trợ học tập trực tiếp cho cha mẹ (hoặc người chăm sóc) trẻ mẫu giáo; cho học sinh, sinh viên. Việc chi trả thực hiện theo tháng.',
          'Đầu năm học, các cơ sở giáo dục phổ thông có học sinh dân tộc thiểu số rất ít người theo học tổ chức phổ biến, thông báo rộng rãi, hướng dẫn cho học sinh thuộc đối tượng được hưởng chính sách làm đơn đề nghị hỗ trợ học tập.',
          'Trong thời hạn 20 ngày làm việc, kể từ ngày niêm yết thông báo học sinh nộp đơn cho cơ sở giáo dục. Các cơ sở giáo dục có trách nhiệm xác nhận vào đơn đề nghị hỗ trợ học tập của học sinh dân tộc thiểu số rất ít người.',
          'Trong thời hạn 30 ngày làm việc, kể từ ngày khai giảng năm học, học sinh trung học phổ thông nộp đơn đề nghị hỗ trợ học tập cho Sở Giáo dục và Đào tạo nơi học sinh có hộ khẩu thường trú. Trong trường hợp học sinh không trực tiếp đến nộp thì cha mẹ học sinh nộp thay.',
          'Trong thời hạn 10 ngày làm việc, kể từ ngày hết hạn nhận đơn đề nghị hỗ trợ Sở Giáo dục và Đào tạo có trách nhiệm tổ chức xem xét đơn, lập và phê duyệt danh sách đối tượng được hưởng, niêm yết công khai danh sách đối tượng được hưởng chính sách và thực hiện chi trả.',
          'Sở giáo dục và đào tạo chi trả tiền hỗ trợ học tập trực tiếp học sinh hoặc thông qua cha mẹ học sinh thuộc các cơ sở giáo dục ngoài công lập. Tùy thuộc vào điều kiện thực tế của đối tượng được hưởng, việc chi trả có thể thực hiện theo tháng hoặc theo quý.',
        ],
      },
    ],
    manners: [
      {
        channel: 'direct',
        description:
          '- Đối với học sinh học tại các cơ sở giáo dục công lập: Thời hạn ra quyết định là 10 ngày làm việc kể từ ngày hết hạn nhận đơn. - Đối với học sinh học tại các cơ sở giáo dục ngoài công lập: Thời hạn ra quyết định là 40 ngày làm việc kể từ ngày khai giảng năm học.',
        terms: [
          {
            text: '',
            reading: {
              kind: 'unread',
              reason: 'empty',
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
            name: 'Đơn đề nghị hỗ trợ học tập (theo mẫu)',
            originals: 1,
            certifiedCopies: 0,
            photocopies: 0,
            required: true,
            templateUrl: 'https://csdl.dichvucong.gov.vn/web/jsp/download_file.jsp?ma=3fc9ec01774f2dd8',
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
    id: 'dvcqg-2021/chuyen-truong-doi-voi-hoc-sinh-tieu-hoc',
    name: 'Chuyển trường đối với học sinh tiểu học',
    field: {
      name: 'Giáo dục và đào tạo',
    },
    levels: [],
    agencies: [
      {
        name: 'Cơ sở giáo dục',
      },
    ],
    legalBases: [],
    subjects: [],
    results: [],
    sequence: [
      {
        steps: [
          'Cha mẹ hoặc người giám hộ học sinh nộp đơn xin chuyển trường cho nhà trường nơi chuyển đến bằng hình thức nộp trực tiếp, nộp qua bưu điện hoặc nộp trực tuyến trên Cổng dịch vụ công (nếu có)',
          'Trong thời gian không quá 03 ngày làm việc kể từ ngày nhận đơn, hiệu trưởng trường nơi chuyển đến có ý kiến đồng ý về việc tiếp nhận học sinh vào đơn, trường hợp không đồng ý phải ghi rõ lý do vào đơn và trả lại đơn cho cha mẹ hoặc người giám hộ học sinh theo hình thức đã tiếp nhận đơn',
          'Khi có ý kiến đồng ý tiếp nhận của nơi chuyển đến, cha mẹ hoặc người giám hộ học sinh gửi đơn xin chuyển trường cho nhà trường nơi chuyển đi. Trong thời gian không quá 03 ngày làm việc kể từ ngày nhận đơn, hiệu trưởng trường nơi chuyển đi có trách nhiệm trả hồ sơ cho học sinh theo quy định tại khoản 1 Điều 36 Điều lệ Trường Tiểu học ban hành kèm theo Thông tư số 28/2020/TT-BGDĐT',
          'Cha mẹ hoặc người giám hộ học sinh nộp toàn bộ hồ sơ quy định tại khoản 1 Điều 36 Điều lệ Trường Tiểu học ban hành kèm theo Thông tư số 28/2020/TT-BGDĐT cho nhà trường nơi chuyển đến',
          'Trong thời gian không quá 03 ngày làm việc kể từ ngày nhận đủ hồ sơ, hiệu trưởng trường nơi chuyển đến tổ chức trao đổi, khảo sát, tư vấn và tiếp nhận xếp học sinh vào lớp',
          'Cha mẹ hoặc người giám hộ học sinh nộp đơn đề nghị (theo mẫu tại Phụ lục II kèm theo Thông tư 28/2020/TT-BGDĐT) với nhà trường nơi chuyển đến bằng hình thức nộp trực tiếp, nộp qua bưu điện hoặc nộp trực tuyến trên Cổng dịch vụ công (nếu có)',
          'Trong thời gian không quá 03 ngày làm việc kể từ ngày nhận đơn, hiệu trưởng trường nơi chuyển đến có ý kiến đồng ý về việc tiếp nhận học sinh vào đơn, trường hợp không đồng ý phải ghi rõ lý do vào đơn và trả lại đơn cho cha mẹ hoặc người giám hộ học sinh theo hình thức đã tiếp nhận đơn',
          'Trong trường hợp đồng ý tiếp nhận học sinh, trong thời gian không quá 07 ngày làm việc kể từ ngày nhận đơn, hiệu trưởng trường tiểu học tổ chức khảo sát trình độ của học sinh, xếp vào lớp phù hợp, tiếp nhận và quản lý hồ sơ học sinh theo quy định',
        ],
      },
    ],
    manners: [
      {
        channel: 'direct',
        description:
          'a) Đối với học sinh tiểu học chuyển trường trong nước: Tổng thời gian giải quyết không quá 09 ngày làm việc kể từ ngày nhận đủ hồ sơ hợp lệ, cụ thể: - Trong thời gian không quá 03 ngày làm việc kể từ ngày nhận đơn, hiệu trưởng trường nơi chuyển đến có ý kiến đồng ý về việc tiếp nhận học sinh vào đơn. Trường hợp không đồng ý phải ghi rõ lý do vào đơn và trả lại đơn cho cha mẹ hoặc người giám hộ học sinh theo hình thức đã tiếp nhận đơn. - Trong thời gian không quá 03 ngày làm việc kể từ ngày nhận đơn, hiệu trưởng trường nơi chuyển đi có trách nhiệm trả hồ sơ cho học sinh theo quy định. - Trong thời gian không quá 03 ngày làm việc kể từ ngày nhận đủ hồ sơ, hiệu trưởng trường nơi chuyển đến tổ chức trao đổi, khảo sát, tư vấn và tiếp nhận xếp học sinh vào lớp. b) Đối với học sinh trong độ tuổi tiểu học chuyển trường từ nước ngoài về nước: Tổng thời gian giải quyết không quá 10 ngày làm việc kể từ ngày nhận đủ hồ sơ hợp lệ, cụ thể: - Trong thời gian không quá 03 ngày làm việc kể từ ngày nhận đơn, hiệu trưởng trường nơi chuyển đến có ý kiến đồng ý về việc tiếp nhận học sinh vào đơn. Trường hợp không đồng ý phải ghi rõ lý do vào đơn và trả lại đơn cho cha mẹ hoặc người giám hộ học sinh theo hình thức đã tiếp nhận đơn. - Trong trường hợp đồng ý tiếp nhận học sinh, trong thời gian không quá 07 ngày làm việc kể từ ngày nhận đơn, hiệu trưởng trường tiểu học tổ chức khảo sát trình độ của học sinh, xếp vào lớp phù hợp.',
        terms: [
          {
            text: '10 Ngày làm việc',
            reading: {
              kind: 'working-days',
              amount: 10,
            },
          },
        ],
      },
      {
        channel: 'online',
        description:
          'a) Đối với học sinh tiểu học chuyển trường trong nước: Tổng thời gian giải quyết không quá 09 ngày làm việc kể từ ngày nhận đủ hồ sơ hợp lệ, cụ thể: - Trong thời gian không quá 03 ngày làm việc kể từ ngày nhận đơn, hiệu trưởng trường nơi chuyển đến có ý kiến đồng ý về việc tiếp nhận học sinh vào đơn. Trường hợp không đồng ý phải ghi rõ lý do vào đơn và trả lại đơn cho cha mẹ hoặc người giám hộ học sinh theo hình thức đã tiếp nhận đơn. - Trong thời gian không quá 03 ngày làm việc kể từ ngày nhận đơn, hiệu trưởng trường nơi chuyển đi có trách nhiệm trả hồ sơ cho học sinh theo quy định. - Trong thời gian không quá 03 ngày làm việc kể từ ngày nhận đủ hồ sơ, hiệu trưởng trường nơi chuyển đến tổ chức trao đổi, khảo sát, tư vấn và tiếp nhận xếp học sinh vào lớp. b) Đối với học sinh trong độ tuổi tiểu học chuyển trường từ nước ngoài về nước: Tổng thời gian giải quyết không quá 10 ngày làm việc kể từ ngày nhận đủ hồ sơ hợp lệ, cụ thể: - Trong thời gian không quá 03 ngày làm việc kể từ ngày nhận đơn, hiệu trưởng trường nơi chuyển đến có ý kiến đồng ý về việc tiếp nhận học sinh vào đơn. Trường hợp không đồng ý phải ghi rõ lý do vào đơn và trả lại đơn cho cha mẹ hoặc người giám hộ học sinh theo hình thức đã tiếp nhận đơn. - Trong trường hợp đồng ý tiếp nhận học sinh, trong thời gian không quá 07 ngày làm việc kể từ ngày nhận đơn, hiệu trưởng trường tiểu học tổ chức khảo sát trình độ của học sinh, xếp vào lớp phù hợp.',
        terms: [
          {
            text: '10 Ngày làm việc',
            reading: {
              kind: 'working-days',
              amount: 10,
            },
          },
        ],
      },
      {
        channel: 'post',
        description:
          'a) Đối với học sinh tiểu học chuyển trường trong nước: Tổng thời gian giải quyết không quá 09 ngày làm việc kể từ ngày nhận đủ hồ sơ hợp lệ, cụ thể: - Trong thời gian không quá 03 ngày làm việc kể từ ngày nhận đơn, hiệu trưởng trường nơi chuyển đến có ý kiến đồng ý về việc tiếp nhận học sinh vào đơn. Trường hợp không đồng ý phải ghi rõ lý do vào đơn và trả lại đơn cho cha mẹ hoặc người giám hộ học sinh theo hình thức đã tiếp nhận đơn. - Trong thời gian không quá 03 ngày làm việc kể từ ngày nhận đơn, hiệu trưởng trường nơi chuyển đi có trách nhiệm trả hồ sơ cho học sinh theo quy định. - Trong thời gian không quá 03 ngày làm việc kể từ ngày nhận đủ hồ sơ, hiệu trưởng trường nơi chuyển đến tổ chức trao đổi, khảo sát, tư vấn và tiếp nhận xếp học sinh vào lớp. b) Đối với học sinh trong độ tuổi tiểu học chuyển trường từ nước ngoài về nước: Tổng thời gian giải quyết không quá 10 ngày làm việc kể từ ngày nhận đủ hồ sơ hợp lệ, cụ thể: - Trong thời gian không quá 03 ngày làm việc kể từ ngày nhận đơn, hiệu trưởng trường nơi chuyển đến có ý kiến đồng ý về việc tiếp nhận học sinh vào đơn. Trường hợp không đồng ý phải ghi rõ lý do vào đơn và trả lại đơn cho cha mẹ hoặc người giám hộ học sinh theo hình thức đã tiếp nhận đơn. - Trong trường hợp đồng ý tiếp nhận học sinh, trong thời gian không quá 07 ngày làm việc kể từ ngày nhận đơn, hiệu trưởng trường tiểu học tổ chức khảo sát trình độ của học sinh, xếp vào lớp phù hợp.',
        terms: [
          {
            text: '10 Ngày làm việc',
            reading: {
              kind: 'working-days',
              amount: 10,
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
            name: 'Đơn xin chuyển trường của cha mẹ hoặc người giám hộ học sinh (theo mẫu tại Phụ lục I kèm theo Thông tư số 28/2020/TT-BGDĐT)',
            originals: 1,
            certifiedCopies: 0,
            photocopies: 0,
            required: true,
            templateUrl: 'https://csdl.dichvucong.gov.vn/web/jsp/download_file.jsp?ma=3fe9f33d11db6d6b',
          },
          {
            code: 'TP02',
            name: 'Học bạ',
            originals: 1,
            certifiedCopies: 0,
            photocopies: 0,
            required: true,
          },
          {
            code: 'TP03',
            name: 'Thông tin về tài liệu học tập (tại trường đang học), tiến độ thực hiện chương trình (theo mẫu tại Phụ lục III kèm theo Thông tư số 28/2020/TT-BGDĐT), bảng tổng hợp kết quả đánh giá rèn luyện và học tập của học sinh theo quy định',
            originals: 1,
            certifiedCopies: 0,
            photocopies: 0,
            required: true,
            templateUrl: 'https://csdl.dichvucong.gov.vn/web/jsp/download_file.jsp?ma=3fcfe362f22e0314',
          },
          {
            code: 'TP04',
            name: 'Kế hoạch giáo dục cá nhân đối với học sinh khuyết tật (nếu có)',
            originals: 1,
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
  {
    schema: 'motcua/procedure@1',
    id: 'dvcqg-2021/tiep-nhan-doi-tuong-hoc-bo-tuc-thcs',
    name: 'Tiếp nhận đối tượng học bổ túc THCS',
    field: {
      name: 'Giáo dục và đào tạo',
    },
    levels: [],
    agencies: [
      {
        name: 'Sở Giáo dục và Đào tạo',
      },
    ],
    legalBases: [],
    subjects: [],
    results: [],
    sequence: [
      {
        steps: [
          'Đối tượng học bổ túc THCS cần ghi tên và nộp hồ sơ, học bạ (nếu có) tại các trung tâm giáo dục thường xuyên, các trường, lớp bổ túc văn hoá.',
          'Trường hợp không có hồ sơ, học bạ thì sở giáo dục và đào tạo tổ chức kiểm tra trình độ hai môn ngữ văn và toán. Căn cứ vào kết quả kiểm tra, Giám đốc sở giáo dục và đào tạo cấp giấy phép vào học tại lớp tương ứng với trình độ. Giấy cho phép vào học này là căn cứ đẻ thay học bạ các lớp dưới trong hồ sơ dự thi tốt nghiệp bổ túc THCS.',
        ],
      },
    ],
    manners: [
      {
        channel: 'direct',
        description: 'Do sở giáo dục và đào tạo quy định',
        terms: [
          {
            text: 'Do sở giáo dục và đào tạo quy định',
            reading: {
              kind: 'unread',
              reason: 'no-quantity',
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
            name: 'Do sở giáo dục và đào tạo quy định Khác',
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
  {
    schema: 'motcua/procedure@1',
    id: 'dvcqg-2021/dang-ky-du-thi-tot-nghiep-trung-hoc-pho-thong',
    name: 'Đăng ký dự thi tốt nghiệp trung học phổ thông',
    field: {
      name: 'Giáo dục và đào tạo',
    },
    levels: [],
    agencies: [
      {
        name: 'Cơ sở giáo dục',
      },
    ],
    legalBases: [],
    subjects: [],
    results: [],
    sequence: [
      {
        steps: [
          'Thí sinh đăng ký dự thi theo các quy định và hướng dẫn của Bộ Giáo dục và Đào tạo và nộp hồ sơ tại trường phổ thông hoặc nơi đăng ký dự thi theo quy định. Thời gian nộp hồ sơ đăng ký dự thi được quy định trong hướng dẫn tổ chức kỳ thi tốt nghiệp THPT hằng năm của Bộ Giáo dục và Đào tạo.',
          'Hiệu trưởng trường phổ thông hoặc Thủ trưởng đơn vị nơi đăng ký dự thi chịu trách nhiệm hướng dẫn thí sinh đăng ký dự thi, thu Phiếu đăng ký dự thi, nhập thông tin thí sinh đăng ký dự thi, nhập thông tin về kết quả học tập các môn học lớp 12 của thí sinh học lớp 12 năm tổ chức kỳ thi; tổ chức xét duyệt hồ sơ đăng ký dự thi và thông báo công khai những trường hợp không đủ điều kiện dự thi quy định tại khoản 2 Điều 12 Quy chế thi tốt nghiệp trung học phổ thông ban hành kèm theo Thông tư số 15/2020/TT-BGDĐT ngày 26 tháng 5 năm 2020 được sửa đổi bổ sung bởi Thông tư số 05/2021/TT-BGDĐT ngày 12 tháng 3 năm 2021 của Bộ trưởng Bộ Giáo dục và Đào tạo chậm nhất trước ngày thi 15 ngày; quản lý hồ sơ đăng ký dự thi và chuyển hồ sơ, dữ liệu đăng ký dự thi cho Sở giáo dục và đào tạo.',
          'Thí sinh nhận giấy báo dự thi tại nơi nộp hồ sơ đăng ký dự thi hoặc xem tại website bằng tài khoản đã được cấp.',
        ],
      },
    ],
    manners: [
      {
        channel: 'direct',
        terms: [
          {
            text: 'Theo hướng dẫn tổ chức kỳ thi tốt nghiệp THPT hằng năm của Bộ Giáo dục và Đào tạo',
            reading: {
              kind: 'unread',
              reason: 'depends',
            },
          },
        ],
      },
      {
        channel: 'online',
        terms: [
          {
            text: 'Theo hướng dẫn tổ chức kỳ thi tốt nghiệp THPT hằng năm của Bộ Giáo dục và Đào tạo',
            reading: {
              kind: 'unread',
              reason: 'depends',
            },
          },
        ],
      },
      {
        channel: 'post',
        terms: [
          {
            text: 'Theo hướng dẫn tổ chức kỳ thi tốt nghiệp THPT hằng năm của Bộ Giáo dục và Đào tạo',
            reading: {
              kind: 'unread',
              reason: 'depends',
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
            name: '02 Phiếu đăng ký dự thi giống nhau',
            originals: 2,
            certifiedCopies: 0,
            photocopies: 0,
            required: true,
          },
          {
            code: 'TP02',
            name: 'Bản chính hoặc bản sao được chứng thực từ bản chính hoặc bản sao được cấp từ sổ gốc hoặc bản sao kèm bản gốc để đối chiếu (gọi chung là bản sao) học bạ THPT hoặc học bạ giáo dục thường xuyên cấp THPT hoặc phiếu kiểm tra của người học theo hình thức tự học đối với giáo dục thường xuyên do Hiệu trưởng trường phổ thông cấp',
            originals: 0,
            certifiedCopies: 0,
            photocopies: 0,
            copies: 1,
            required: true,
          },
          {
            code: 'TP03',
            name: 'Các giấy chứng nhận hợp lệ để được hưởng chế độ ưu tiên, khuyến khích (nếu có);',
            originals: 0,
            certifiedCopies: 0,
            photocopies: 0,
            copies: 1,
            required: false,
          },
          {
            code: 'TP04',
            name: 'Bản sao Sổ đăng ký hộ khẩu thường trú để được hưởng chế độ ưu tiên liên quan đến nơi đăng ký hộ khẩu thường trú',
            originals: 0,
            certifiedCopies: 0,
            photocopies: 0,
            copies: 1,
            required: true,
          },
          {
            code: 'TP05',
            name: '02 ảnh cỡ 4x6 cm',
            originals: 2,
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
  {
    schema: 'motcua/procedure@1',
    id: 'dvcqg-2021/xet-tuyen-sinh-vao-truong-ptdtnt',
    name: 'Xét tuyển sinh vào trường PTDTNT',
    field: {
      name: 'Giáo dục và đào tạo',
    },
    levels: [],
    agencies: [
      {
        name: 'Phòng Giáo dục và Đào tạo',
      },
    ],
    legalBases: [],
    subjects: [],
    results: [],
    sequence: [
      {
        steps: [
          'Sở giáo dục và đào tạo lập kế hoạch tuyển sinh đối với trường PTDTNT cấp tỉnh và trường PTDTNT cấp huyện (có cấp THPT), trình ủy ban nhân dân cấp tỉnh phê duyệt;',
          'Phòng giáo dục và đào tạo lập kế hoạch tuyển sinh đối với trường PTDTNT cấp huyện chỉ đào tạo cấp THCS, trình ủy ban nhân dân cấp huyện phê duyệt;',
          'Kế hoạch tuyển sinh gồm các nội dung chính sau: đối tượng; địa bàn; chỉ tiêu; phương thức tuyển sinh; tuyển thẳng và chế độ ưu tiên, khuyến khích; tổ chức công tác tuyển sinh.',
          'Sở giáo dục và đào tạo tổ chức công tác tuyển sinh đối với trường PTDTNT cấp tỉnh và trường PTDTNT cấp huyện (có cấp THPT);',
          'Phòng giáo dục và đào tạo tổ chức công tác tuyển sinh đối với trường PTDTNT cấp huyện đào tạo cấp THCS sau khi kế hoạch tuyển sinh được cấp có thẩm quyền phê duyệt.',
        ],
      },
    ],
    manners: [
      {
        channel: 'direct',
        description: 'Theo đợt, trước khi khai giảng năm học.',
        terms: [
          {
            text: 'Tùy theo đợt',
            reading: {
              kind: 'unread',
              reason: 'depends',
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
            name: 'Giấy khai sinh (bản sao xuất trình kèm bản gốc để đối chiếu hoặc bản sao từ sổ gốc hoặc bản sao có chứng thực);',
            originals: 0,
            certifiedCopies: 0,
            photocopies: 0,
            copies: 1,
            required: true,
          },
          {
            code: 'TP02',
            name: 'Sổ hộ khẩu (bản sao xuất trình kèm bản gốc để đối chiếu hoặc bản sao từ sổ gốc hoặc bản sao có chứng thực; trường hợp sổ hộ khẩu bị thất lạc phải có giấy xác nhận hộ khẩu của cơ quan nhà nước có thẩm quyền tại địa phương);',
            originals: 0,
            certifiedCopies: 0,
            photocopies: 0,
            copies: 1,
            required: true,
          },
          {
            code: 'TP03',
            name: 'Học bạ cấp tiểu học (đối với dự tuyển vào cấp THCS), học bạ cấp THCS (đối với dự tuyển vào cấp THPT);',
            originals: 1,
            certifiedCopies: 0,
            photocopies: 0,
            required: true,
          },
          {
            code: 'TP04',
            name: 'Bằng tốt nghiệp THCS hoặc giấy chứng nhận tốt nghiệp THCS tạm thời hoặc bản sao bằng tốt nghiệp THCS (đối với dự tuyển vào cấp THPT);',
            originals: 1,
            certifiedCopies: 0,
            photocopies: 0,
            required: true,
          },
          {
            code: 'TP05',
            name: 'Giấy xác nhận chế độ ưu tiên, khuyến khích do cơ quan có thẩm quyền cấp (nếu có).',
            originals: 1,
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
  {
    schema: 'motcua/procedure@1',
    id: 'dvcqg-2021/dang-ky-du-thi-cap-chung-chi-ung-dung-cong-nghe-thong-tin',
    name: 'Đăng ký dự thi cấp chứng chỉ ứng dụng công nghệ thông tin',
    field: {
      name: 'Giáo dục và đào tạo',
    },
    levels: [],
    agencies: [
      {
        name: 'Trung tâm sát hạch',
      },
    ],
    legalBases: [],
    subjects: [],
    results: [],
    sequence: [
      {
        steps: [
          'Bước 1: Cá nhân trực tiếp đến đăng ký với trung tâm sát hạch hoặc thông qua tổ chức để đăng ký dự thi với trung tâm sát hạch;',
          'Bước 2: Trung tâm sát hạch lập danh sách thí sinh.',
        ],
      },
    ],
    manners: [
      {
        channel: 'direct',
        description: 'Theo thông báo của trung tâm sát hạch',
        terms: [
          {
            text: '',
            reading: {
              kind: 'unread',
              reason: 'empty',
            },
          },
        ],
      },
      {
        channel: 'post',
        description: 'Theo thông báo của trung tâm sát hạch',
        terms: [
          {
            text: '',
            reading: {
              kind: 'unread',
              reason: 'empty',
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
            name: 'Đơn đăng ký dự thi theo mẫu tại Phụ lục kèm theo Thông tư liên tịch này',
            originals: 1,
            certifiedCopies: 0,
            photocopies: 0,
            required: true,
          },
          {
            code: 'TP02',
            name: 'Hai (02) ảnh 4cm×6cm theo kiểu ảnh chứng minh nhân dân được chụp không quá 06 tháng trước ngày đăng ký dự thi; mặt sau của ảnh ghi rõ họ và tên, ngày, tháng, năm sinh, nơi sinh',
            originals: 2,
            certifiedCopies: 0,
            photocopies: 0,
            required: true,
          },
          {
            code: 'TP03',
            name: 'Bản sao một trong các giấy tờ: chứng minh nhân dân, thẻ căn cước công dân, hộ chiếu hoặc giấy khai sinh kèm theo 01 giấy tờ có ảnh đóng dấu giáp lai.',
            originals: 0,
            certifiedCopies: 0,
            photocopies: 0,
            copies: 1,
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

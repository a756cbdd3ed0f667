import type { Procedure } from '../procedure.ts'

/** National records of the field "Chứng chỉ, giấy phép" as published in 2021. Written by scripts/build-national-procedures.mjs. */
export const licences2021: readonly Procedure[] = [
  {
    schema: 'motcua/procedure@1',
    id: 'dvcqg-2021/cap-chung-chi-hanh-nghe-tu-van-ve-phong-chay-va-chua-chay',
    name: 'Cấp chứng chỉ hành nghề tư vấn về phòng cháy và chữa cháy',
    field: {
      name: 'Chứng chỉ, giấy phép',
    },
    levels: [],
    agencies: [
      {
        name: 'Cục cảnh sát phòng cháy, chữa cháy và cứu nạn cứu hộ',
      },
    ],
    legalBases: [],
    subjects: [],
    results: [],
    sequence: [
      {
        steps: [
          '- Bước 1: Cá nhân, tổ chức chuẩn bị hồ sơ theo quy định của pháp luật.',
          '- Bước 2: Cá nhân, tổ chức nộp hồ sơ về Cục Cảnh sát phòng cháy, chữa cháy và cứu nạn, cứu hộ. Người đến nộp hồ sơ phải có giấy giới thiệu hoặc giấy ủy quyền, xuất trình thẻ Căn cước công dân hoặc Chứng minh nhân dân hoặc Hộ chiếu còn giá trị sử dụng.',
          '- Bước 3: Cán bộ tiếp nhận kiểm tra tính hợp lệ và thành phần của hồ sơ (các văn bản giấy tờ có trong hồ sơ khi gửi cơ quan Công an là bản chính hoặc bản sao có công chứng, chứng thực hoặc bản sao hoặc bản chụp kèm theo bản chính để cán bộ tiếp nhận hồ sơ đối chiếu).',
          '+ Nếu hồ sơ hợp lệ và đủ thành phần thì viết Phiếu tiếp nhận giải quyết thủ tục hành chính về phòng cháy, chữa cháy (Mẫu số PC03) giao cho người nộp hồ sơ 01 bản và lưu 01 bản;',
          '+ Nếu hồ sơ chưa đầy đủ thành phần hoặc chưa hợp lệ thì trả lại, hướng dẫn hoàn thiện hồ sơ và ghi thông tin vào Phiếu hướng dẫn bổ sung hồ sơ (Mẫu số PC04) giao cho người nộp hồ sơ 01 bản và lưu 01 bản.',
          '- Bước 4: Căn cứ theo ngày hẹn trên Phiếu tiếp nhận giải quyết thủ tục hành chính về phòng cháy, chữa cháy, cá nhân, tổ chức đến nơi nộp hồ sơ để nhận kết quả.',
        ],
      },
    ],
    manners: [
      {
        channel: 'direct',
        description:
          '- Nộp hồ sơ trực tiếp tại Cục Cảnh sát phòng cháy, chữa cháy và cứu nạn, cứu hộ; Thời hạn giải quyết: 07 ngày làm việc, kể từ ngày nhận đủ hồ sơ hợp lệ.',
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
          '- Trực tuyến tại Cổng dịch vụ công (nếu có); Thời hạn giải quyết: 07 ngày làm việc, kể từ ngày nhận đủ hồ sơ hợp lệ.',
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
        channel: 'post',
        description:
          '- Thông qua dịch vụ bưu chính công ích, qua dịch vụ của doanh nghiệp, cá nhân hoặc qua ủy quyền theo quy định của pháp luật. Thời hạn giải quyết: 07 ngày làm việc, kể từ ngày nhận đủ hồ sơ hợp lệ.',
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
    fees: [],
    papers: [
      {
        papers: [
          {
            code: 'TP01',
            name: '- Văn bản đề nghị cấp Chứng chỉ hành nghề tư vấn về phòng cháy, chữa cháy (Mẫu PC30);',
            originals: 1,
            certifiedCopies: 0,
            photocopies: 0,
            required: true,
            templateUrl: 'https://csdl.dichvucong.gov.vn/web/jsp/download_file.jsp?ma=3feff40f27a4fb69',
          },
          {
            code: 'TP02',
            name: '- Bản khai kinh nghiệm công tác chuyên môn trong hoạt động phòng cháy, chữa cháy (Mẫu PC31);',
            originals: 1,
            certifiedCopies: 0,
            photocopies: 0,
            required: true,
            templateUrl: 'https://csdl.dichvucong.gov.vn/web/jsp/download_file.jsp?ma=3fc82a811cf57cdc',
          },
          {
            code: 'TP03',
            name: '- Văn bằng, chứng chỉ có liên quan đến nội dung đề nghị cấp Chứng chỉ hành nghề tư vấn về phòng cháy, chữa cháy (Bản sao có chứng thực hoặc bản sao kèm theo bản chính để đối chiếu).',
            originals: 0,
            certifiedCopies: 0,
            photocopies: 0,
            copies: 1,
            required: true,
          },
          {
            code: 'TP04',
            name: '- 02 ảnh màu, cỡ 3x4 cm của cá nhân đề nghị cấp Chứng chỉ hành nghề tư vấn về phòng cháy, chữa cháy.',
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
    id: 'dvcqg-2021/thu-tuc-cap-chung-chi-hanh-nghe-dich-vu-dai-dien-so-huu-cong-nghiep',
    name: 'Thủ tục cấp Chứng chỉ hành nghề dịch vụ đại diện sở hữu công nghiệp',
    field: {
      name: 'Chứng chỉ, giấy phép',
    },
    levels: [],
    agencies: [
      {
        name: 'Cục Sở hữu trí tuệ - Bộ Khoa học và Công nghệ',
      },
    ],
    legalBases: [],
    subjects: [],
    results: [],
    sequence: [
      {
        steps: [
          '- Bước 1: Tiếp nhận hồ sơ',
          'Hồ sơ yêu cầu có thể được nộp trực tiếp hoặc qua bưu điện tới trụ sở Cục Sở hữu trí tuệ tại Hà Nội hoặc 2 Văn phòng đại diện của Cục tại TP. Hồ Chí Minh và Đà Nẵng.',
          '- Bước 2: Xử lý hồ sơ',
          '+ Trường hợp hồ sơ hợp lệ, Cục Sở hữu trí tuệ ra quyết định cấp chứng chỉ hành nghề và cấp chứng chỉ hành nghề cho người nộp hồ sơ, ghi nhận vào Sổ đăng ký quốc gia về đại diện sở hữu công nghiệp và công bố trên Công báo sở hữu công nghiệp trong thời hạn 02 tháng kể từ ngày ký quyết định;',
          '+ Trường hợp hồ sơ có thiếu sót, Cục sở hữu trí tuệ ra thông báo các thiếu sót của hồ sơ và ấn định thời hạn 01 tháng để người nộp hồ sơ sửa chữa; hoặc ra thông báo từ chối cấp chứng chỉ hành nghề, nếu người nộp hồ sơ không sửa chữa thiếu sót/sửa chữa thiếu sót không đạt yêu cầu hoặc hồ sơ không hợp lệ.',
        ],
      },
    ],
    manners: [
      {
        channel: 'direct',
        description: '01 tháng kể từ ngày tiếp nhận hồ sơ',
        terms: [
          {
            text: '1 Tháng',
            reading: {
              kind: 'months',
              amount: 1,
            },
          },
        ],
      },
      {
        channel: 'post',
        description: '01 tháng kể từ ngày tiếp nhận hồ sơ',
        terms: [
          {
            text: '1 Tháng',
            reading: {
              kind: 'months',
              amount: 1,
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
          },
        ],
      },
      {
        code: 'LEPHI',
        name: 'Lệ phí',
        class: 'charge',
        rates: [
          {
            amount: {
              kind: 'fixed',
              amountVnd: 150000,
            },
            case: 'mức 1',
          },
          {
            amount: {
              kind: 'fixed',
              amountVnd: 150000,
            },
            case: 'mức 2',
          },
          {
            amount: {
              kind: 'fixed',
              amountVnd: 200000,
            },
            case: 'mức 3',
          },
        ],
      },
    ],
    papers: [
      {
        papers: [
          {
            code: 'TP01',
            name: '+ Tờ khai (02 bản);',
            originals: 2,
            certifiedCopies: 0,
            photocopies: 0,
            required: true,
            templateUrl: 'https://csdl.dichvucong.gov.vn/web/jsp/download_file.jsp?ma=3fdccde500019fca',
          },
          {
            code: 'TP02',
            name: '+ Bản sao thông báo đạt yêu cầu tại kỳ kiểm tra nghiệp vụ đại diện sở hữu công nghiệp do Cục Sở hữu trí tuệ tổ chức;',
            originals: 0,
            certifiedCopies: 0,
            photocopies: 0,
            copies: 1,
            required: true,
          },
          {
            code: 'TP03',
            name: '+ 02 ảnh 3x4 (cm);',
            originals: 0,
            certifiedCopies: 0,
            photocopies: 0,
            required: false,
          },
          {
            code: 'TP04',
            name: '+ Bản sao Chứng minh nhân dân;',
            originals: 0,
            certifiedCopies: 0,
            photocopies: 0,
            copies: 1,
            required: true,
          },
          {
            code: 'TP05',
            name: '+ Bản sao chứng từ nộp phí, lệ phí (trường hợp nộp phí, lệ phí qua dịch vụ bưu chính hoặc nộp trực tiếp vào tài khoản của Cục Sở hữu trí tuệ).',
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
    id: 'dvcqg-2021/huan-luyen-va-cap-sua-doi-bo-sung-the-an-toan-dien',
    name: 'Huấn luyện và cấp sửa đổi, bổ sung thẻ an toàn điện',
    field: {
      name: 'Chứng chỉ, giấy phép',
    },
    levels: [],
    agencies: [
      {
        name: 'Sở Công thương',
      },
    ],
    legalBases: [],
    subjects: [],
    results: [],
    sequence: [
      {
        steps: [
          'Người sử dụng lao động gửi hoặc nộp hồ sơ đề nghị huấn luyện, cấp sửa đổi, bổ sung thẻ an toàn điện theo quy định về Sở Công Thương.',
          'Trong thời gian 02 (hai) ngày làm việc kể từ ngày tiếp nhận hồ sơ, Sở Công Thương tổ chức xem xét tính hợp lệ của hồ sơ.',
          'Sở Công Thương có văn bản yêu cầu người sử dụng lao động bổ sung hồ sơ.',
          'Người sử dụng lao động gửi hoặc nộp hồ sơ đề nghị huấn luyện, cấp sửa đổi, bổ sung thẻ an toàn điện theo quy định về Sở Công Thương.',
          'Trong thời gian 02 (hai) ngày làm việc kể từ ngày tiếp nhận hồ sơ, Sở Công Thương tổ chức xem xét tính hợp lệ của hồ sơ.',
          'Sở Công Thương phải trả lời người sử dụng lao động bằng văn bản và nêu rõ lý do từ chối huấn luyện, sát hạch và cấp sửa đổi bổ sung thẻ an toàn điện',
          'Người sử dụng lao động gửi hoặc nộp hồ sơ đề nghị huấn luyện, cấp sửa đổi, bổ sung thẻ an toàn điện theo quy định về Sở Công Thương.',
          'Trong thời gian 02 (hai) ngày làm việc kể từ ngày tiếp nhận hồ sơ, Sở Công Thương tổ chức xem xét tính hợp lệ của hồ sơ.',
          'Sở Công Thương quy định cụ thể thời gian tổ chức, thời gian kiểm tra sát hạch căn cứ vào tình hình thực tế, số lượng người lao động được đề nghị huấn luyện, cấp sửa đổi, bổ sung thẻ an toàn điện nhưng không quá 10 (mười) ngày làm việc kể từ ngày nhận được hồ sơ hợp lệ.',
          'Trong thời gian 10 (mười) ngày làm việc, kể từ ngày người lao động được huấn luyện và kiểm tra sát hạch đạt yêu cầu, Sở Công Thương cấp sửa đổi, bổ sung thẻ an toàn điện cho người lao động.',
        ],
      },
    ],
    manners: [
      {
        channel: 'post',
        description: '20 ngày làm việc kể từ khi nhận được hồ sơ hợp lệ.',
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
    fees: [],
    papers: [
      {
        papers: [
          {
            code: 'TP01',
            name: 'Văn bản đề nghị của người sử dụng lao động: Ghi đầy đủ họ tên, công việc và bậc an toàn hiện tại của người lao động',
            originals: 1,
            certifiedCopies: 0,
            photocopies: 0,
            required: true,
            templateUrl: 'https://csdl.dichvucong.gov.vn/web/jsp/download_file.jsp?ma=3fb55ae334514968',
          },
          {
            code: 'TP02',
            name: 'Ảnh 2x3 cm',
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
    id: 'dvcqg-2021/cap-chung-chi-tham-tra-vien-an-toan-giao-thong-duong-bo',
    name: 'Cấp Chứng chỉ Thẩm tra viên an toàn giao thông đường bộ',
    field: {
      name: 'Chứng chỉ, giấy phép',
    },
    levels: [],
    agencies: [
      {
        name: 'Tổng cục Đường bộ Việt Nam',
      },
    ],
    legalBases: [],
    subjects: [],
    results: [],
    sequence: [
      {
        steps: [
          'a) Nộp hồ sơ TTHC:',
          '- Cơ sở đào tạo có nhu cầu nộp hồ sơ đề nghị cấp Chứng chỉ Thẩm tra viên an toàn giao thông đường bộ đến Tổng cục Đường bộ Việt Nam.',
          'b) Giải quyết TTHC:',
          '- Tổng cục Đường bộ Việt Nam tiếp nhận, kiểm tra hồ sơ:',
          '+ Đối với trường hợp nộp trực tiếp: Sau khi kiểm tra thành phần hồ sơ, nếu đúng quy định thì tiếp nhận ngay hồ sơ; nếu không đúng quy định, hướng dẫn trực tiếp cho cơ sở đào tạo hoàn thiện hồ sơ;',
          '+ Đối với trường hợp nộp qua hệ thống bưu điện: Nếu hồ sơ chưa đầy đủ theo quy định, chậm nhất sau 02 (hai) ngày làm việc kể từ ngày nhận hồ sơ, phải có văn bản hướng dẫn cho cơ sở đào tạo hoàn thiện hồ sơ.',
          '- Tổng cục Đường bộ Việt Nam tiến hành thẩm định hồ sơ, nếu đủ điều kiện, cấp chứng chỉ cho từng học viên có kết quả thi đạt yêu cầu có tên trong Tờ trình của cơ sở đào tạo. Trường hợp không cấp chứng chỉ, phải có văn bản trả lời và nêu rõ lý do.',
        ],
      },
    ],
    manners: [
      {
        channel: 'direct',
        description: '15 (mười lăm) ngày làm việc, kể từ ngày nhận đủ hồ sơ theo quy định',
        terms: [
          {
            text: '15 Ngày làm việc',
            reading: {
              kind: 'working-days',
              amount: 15,
            },
          },
        ],
      },
      {
        channel: 'post',
        description: '15 (mười lăm) ngày làm việc, kể từ ngày nhận đủ hồ sơ theo quy định',
        terms: [
          {
            text: '15 Ngày làm việc',
            reading: {
              kind: 'working-days',
              amount: 15,
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
            name: 'Quyết định công nhận kết quả thi của học viên tham gia khóa đào tạo',
            originals: 1,
            certifiedCopies: 0,
            photocopies: 0,
            required: true,
          },
          {
            code: 'TP02',
            name: 'Tờ trình cấp Chứng chỉ theo mẫu quy định',
            originals: 1,
            certifiedCopies: 0,
            photocopies: 0,
            required: true,
            templateUrl: 'https://csdl.dichvucong.gov.vn/web/jsp/download_file.jsp?ma=3fba570de5e175a0',
          },
          {
            code: 'TP03',
            name: '02 (hai) ảnh mầu của mỗi học viên đề nghị cấp chứng chỉ cỡ 4 cm x 6 cm nền mầu xanh chụp trong thời gian 6 tháng',
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
    id: 'dvcqg-2021/cap-cap-doi-chung-chi-quan-ly-vu-khi-vat-lieu-no-quan-dung-cong-cu-ho-tro-tai-cuc-can',
    name: 'Cấp, cấp đổi chứng chỉ quản lý vũ khí, vật liệu nổ quân dụng, công cụ hỗ trợ tại Cục Cảnh sát quản lý hành chính về trật tự xã hội - Bộ Công an',
    field: {
      name: 'Chứng chỉ, giấy phép',
    },
    levels: [],
    agencies: [
      {
        name: 'Cục cảnh sát quản lý hành chính về trật tự, xã hội',
      },
    ],
    legalBases: [],
    subjects: [],
    results: [],
    sequence: [
      {
        steps: [
          '+ Bước 1: Sau khi kết thúc huấn luyện về quản lý, sử dụng vũ khí, vật liệu nổ quân dụng,công cụ hỗ trợ, cơ quan tổ chức huấn luyện ở trung ương phảinộp hồ sơ tại cơ quan Cục Cảnh sát quản lý hành chính về trật tự xã hội - Bộ Công an vào giờ hành chính các ngày làm việc trong tuần.',
          '+ Bước 2: Cục Cảnh sát quản lý hành chính về trật tự xã hội - Bộ Công an thành lập Hội đồng sát hạch, tiến hành tổ chức kiểm tra, sát hạch,đánh giá kết quả kiểm tra đối với cá nhân được huấn luyện về quản lý, sử dụng vũ khí, công cụ hỗ trợ.',
          '+ Bước 3: Căn cứ theo thông báo kết quả kiểm tra, sát hạch, cơ quan, tổ chức, doanh nghiệp ở trung ương đề nghị huấn luyện về quản lý, sử dụngvũ khí, vật liệu nổ quân dụng, công cụ hỗ trợ đến nơi nộp hồ sơ để nhận kết quả chứng chỉ quản lý vũ khí, vật liệu nổ quân dụng,vật liệu nổ quân dụng, công cụ hỗ trợ.',
        ],
      },
    ],
    manners: [
      {
        channel: 'direct',
        description: '03 ngày làm việc.',
        terms: [
          {
            text: '3 Ngày làm việc',
            reading: {
              kind: 'working-days',
              amount: 3,
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
            name: 'Thông báo kết quả kiểm tra, sát hạch đối với các cá nhân tham gia huấn luyện về quản lý, sử dụng vũ khí, vật liệu nổ quân dụng, công cụ hỗ trợ.',
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
    id: 'dvcqg-2021/cap-cap-doi-chung-chi-quan-ly-vu-khi-vat-lieu-no-quan-dung-cong-cu-ho-tro-tai-cong-an',
    name: 'Cấp, cấp đổi chứng chỉ quản lý vũ khí, vật liệu nổ quân dụng, công cụ hỗ trợ tại Công an tỉnh, thành phố trực thuộc trung ương',
    field: {
      name: 'Chứng chỉ, giấy phép',
    },
    levels: [],
    agencies: [
      {
        name: 'Phòng cảnh sát quản lý hành chính về trật tự xã hội',
      },
    ],
    legalBases: [],
    subjects: [],
    results: [],
    sequence: [
      {
        steps: [
          '+ Bước 1: Sau khi kết thúc huấn luyện về quản lý, sử dụng vũ khí, vật liệu nổ quân dụng, công cụ hỗ trợ, cơ quan tổ chức huấn luyện ở trung ương phảinộp hồ sơ tại Phòng Cảnh sát quản lý hành chính về trật tự xã hội Công an tỉnh, thành phố trực thuộc trung ương vào giờ hành chính các ngày làm việc trong tuần.',
          '+ Bước 2: Phòng Cảnh sát quản lý hành chính về trật tự xã hội Công an tỉnh, thành phố trực thuộc trung ương thành lập Hội đồng sát hạch, tiến hành tổ chức kiểm tra, sát hạch,đánh giá kết quả kiểm tra đối với cá nhân được huấn luyện về quản lý, sử dụng vũ khí, vật liệu nổ quân dụng, công cụ hỗ trợ.',
          '+ Bước 3: Căn cứ theo thông báo kết quả kiểm tra, sát hạch, cơ quan, tổ chức, doanh nghiệp ở địa phương đề nghị huấn luyện về quản lý, sử dụngvũ khí, vật liệu nổ quân dụng, công cụ hỗ trợđến nơi nộp hồ sơ để nhận kết quả chứng chỉ quản lý vũ khí, vật liệu nổ quân dụng, công cụ hỗ trợ.',
        ],
      },
    ],
    manners: [
      {
        channel: 'direct',
        description: '03 ngày làm việc',
        terms: [
          {
            text: '3 Ngày làm việc',
            reading: {
              kind: 'working-days',
              amount: 3,
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
            name: 'Thông báo kết quả kiểm tra, sát hạch đối với các cá nhân tham gia huấn luyện về quản lý, sử dụng vũ khí, vật liệu nổ quân dụng, công cụ hỗ trợ.',
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

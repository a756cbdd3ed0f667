import type { Procedure } from '../procedure.ts'

/** National records of the field "Việc làm" as published in 2021. Written by scripts/build-national-procedures.mjs. */
export const employment2021: readonly Procedure[] = [
  {
    schema: 'motcua/procedure@1',
    id: 'dvcqg-2021/cap-giay-phep-lao-dong-cho-chuyen-gia-khoa-hoc-cong-nghe-lam-viec-tai-viet-nam',
    name: 'Cấp giấy phép lao động cho chuyên gia khoa học công nghệ làm việc tại Việt Nam',
    field: {
      name: 'Việc làm',
    },
    levels: [],
    agencies: [
      {
        name: 'Cục Việc làm',
      },
    ],
    legalBases: [],
    subjects: [],
    results: [],
    sequence: [
      {
        steps: [
          'Bước 1: Trước thời hạn ít nhất 10 ngày làm việc kể từ ngày chuyên gia khoa học công nghệ dự kiến bắt đầu làm việc tại Việt Nam thì cơ quan, tổ chức phải nộp 1 bộ hồ sơ đến Cục Việc làm (Bộ Lao động - Thương binh và Xã hội)',
          'Bước 2: Trong thời hạn 3 ngày làm việc kể từ ngày nhận đủ hồ sơ đề nghị cấp giấy phép lao động, Cục Việc làm (Bộ Lao động - Thương binh và Xã hội) cấp giấy phép lao động cho chuyên gia khoa học công nghệ. Trường hợp không cấp giấy phép lao động phải trả lời bằng văn bản và nêu rõ lý do.',
        ],
      },
    ],
    manners: [
      {
        channel: 'direct',
        description:
          '- Cơ quan, tổ chức nộp trực tiếp 1 bộ hồ sơ đề nghị cấp giấy phép lao động hoặc gửi qua đường bưu điện hoặc thư điện tử qua website http://www.vieclamvietnam.gov.vn đến Cục Việc làm (Bộ Lao động - Thương binh và Xã hội) để được xem xét, cấp giấy phép lao động cho chuyên gia khoa học công nghệ; - Trường hợp cơ quan, tổ chức nộp hồ sơ đề nghị cấp giấy phép lao động theo quy định tại Điều 4 của Thông tư số 24/2015/TT-BLĐTBXH ngày 13/7/2015 bằng thư điện tử qua website http://www.vieclamvietnam.gov.vn thì trước khi nhận giấy phép lao động phải nộp trực tiếp hoặc gửi qua đường bưu điện 1 bộ hồ sơ cấp giấy phép lao động theo quy định tại Điều 4 của Thông tư số 24/2015/TT-BLĐTBXH ngày 13/7/2015 đến Cục Việc làm (Bộ Lao động - Thương binh và Xã hội).',
        terms: [
          {
            text: '03 Ngày làm việc',
            reading: {
              kind: 'working-days',
              amount: 3,
            },
          },
        ],
      },
      {
        channel: 'post',
        description:
          '- Cơ quan, tổ chức nộp trực tiếp 1 bộ hồ sơ đề nghị cấp giấy phép lao động hoặc gửi qua đường bưu điện hoặc thư điện tử qua website http://www.vieclamvietnam.gov.vn đến Cục Việc làm (Bộ Lao động - Thương binh và Xã hội) để được xem xét, cấp giấy phép lao động cho chuyên gia khoa học công nghệ; - Trường hợp cơ quan, tổ chức nộp hồ sơ đề nghị cấp giấy phép lao động theo quy định tại Điều 4 của Thông tư số 24/2015/TT-BLĐTBXH ngày 13/7/2015 bằng thư điện tử qua website http://www.vieclamvietnam.gov.vn thì trước khi nhận giấy phép lao động phải nộp trực tiếp hoặc gửi qua đường bưu điện 1 bộ hồ sơ cấp giấy phép lao động theo quy định tại Điều 4 của Thông tư số 24/2015/TT-BLĐTBXH ngày 13/7/2015 đến Cục Việc làm (Bộ Lao động - Thương binh và Xã hội).',
        terms: [
          {
            text: '03 Ngày làm việc',
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
            name: 'Văn bản đề nghị cấp giấy phép lao động của cơ quan, tổ chức',
            originals: 1,
            certifiedCopies: 0,
            photocopies: 0,
            required: true,
            templateUrl: 'https://csdl.dichvucong.gov.vn/web/jsp/download_file.jsp?ma=3fd367a8072f02dc',
          },
          {
            code: 'TP02',
            name: 'Văn bản chấp thuận việc sử dụng chuyên gia khoa học công nghệ của cơ quan có thẩm quyền theo quy định tại Điều 11 và Điều 12 Nghị định số 87/2014/NĐ-CP hoặc văn bản của Thủ tướng Chính phủ cho phép sử dụng chuyên gia khoa học công nghệ theo quy định tại Khoản 2 Điều 3 Nghị định số 87/2014/NĐ-CP',
            originals: 1,
            certifiedCopies: 0,
            photocopies: 0,
            required: true,
          },
          {
            code: 'TP03',
            name: 'Bản sao được chứng thực từ bản chính hộ chiếu hoặc giấy tờ có giá trị thay hộ chiếu hoặc giấy tờ có giá trị đi lại quốc tế còn giá trị',
            originals: 1,
            certifiedCopies: 0,
            photocopies: 0,
            required: true,
          },
          {
            code: 'TP04',
            name: '2 ảnh mầu (kích thước 3cm x 4cm, phông nền trắng, mặt nhìn thẳng, đầu để trần, không đeo kính mầu), ảnh chụp không quá 06 tháng tính đến thời điểm nộp hồ sơ',
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
    id: 'dvcqg-2021/cap-lai-giay-phep-lao-dong-cho-chuyen-gia-khoa-hoc-cong-nghe-lam-viec-tai-viet-nam',
    name: 'Cấp lại giấy phép lao động cho chuyên gia khoa học công nghệ làm việc tại Việt Nam',
    field: {
      name: 'Việc làm',
    },
    levels: [],
    agencies: [
      {
        name: 'Cục Việc làm',
      },
    ],
    legalBases: [],
    subjects: [],
    results: [],
    sequence: [
      {
        steps: [
          'Bước 1: Trong thời hạn 60 ngày trước ngày giấy phép lao động hết thời hạn, cơ quan, tổ chức phải nộp 1 bộ hồ sơ đề nghị cấp lại giấy phép lao động đến Cục Việc làm (Bộ Lao động - Thương binh và Xã hội)',
          'Bước 2: Trong thời hạn 3 ngày làm việc kể từ ngày nhận đủ hồ sơ đề nghị cấp lại giấy phép lao động của cơ quan, tổ chức, Cục Việc làm (Bộ Lao động - Thương binh và Xã hội) cấp lại giấy phép lao động. Trường hợp không cấp lại giấy phép lao động phải trả lời bằng văn bản và nêu rõ lý do',
        ],
      },
    ],
    manners: [
      {
        channel: 'direct',
        description:
          '- Cơ quan, tổ chức nộp trực tiếp 1 bộ hồ sơ đề nghị cấp lại giấy phép lao động hoặc gửi qua đường bưu điện hoặc thư điện tử qua website http://www.vieclamvietnam.gov.vn đến Cục Việc làm (Bộ Lao động - Thương binh và Xã hội) để được xem xét, cấp lại giấy phép lao động cho chuyên gia khoa học công nghệ; - Trường hợp cơ quan, tổ chức nộp hồ sơ đề nghị cấp lại giấy phép lao động theo quy định tại Điều 8 của Thông tư số 24/2015/TT-BLĐTBXH ngày 13/7/2015 bằng thư điện tử qua website http://www.vieclamvietnam.gov.vn thì trước khi nhận giấy phép lao động phải nộp trực tiếp hoặc gửi qua đường bưu điện 1 bộ hồ sơ cấp lại giấy phép lao động theo quy định tại Điều 8 của Thông tư số 24/2015/TT-BLĐTBXH ngày 13/7/2015 đến Cục Việc làm (Bộ Lao động - Thương binh và Xã hội).',
        terms: [
          {
            text: '03 Ngày làm việc',
            reading: {
              kind: 'working-days',
              amount: 3,
            },
          },
        ],
      },
      {
        channel: 'post',
        description:
          '- Cơ quan, tổ chức nộp trực tiếp 1 bộ hồ sơ đề nghị cấp lại giấy phép lao động hoặc gửi qua đường bưu điện hoặc thư điện tử qua website http://www.vieclamvietnam.gov.vn đến Cục Việc làm (Bộ Lao động - Thương binh và Xã hội) để được xem xét, cấp lại giấy phép lao động cho chuyên gia khoa học công nghệ; - Trường hợp cơ quan, tổ chức nộp hồ sơ đề nghị cấp lại giấy phép lao động theo quy định tại Điều 8 của Thông tư số 24/2015/TT-BLĐTBXH ngày 13/7/2015 bằng thư điện tử qua website http://www.vieclamvietnam.gov.vn thì trước khi nhận giấy phép lao động phải nộp trực tiếp hoặc gửi qua đường bưu điện 1 bộ hồ sơ cấp lại giấy phép lao động theo quy định tại Điều 8 của Thông tư số 24/2015/TT-BLĐTBXH ngày 13/7/2015 đến Cục Việc làm (Bộ Lao động - Thương binh và Xã hội).',
        terms: [
          {
            text: '03 Ngày làm việc',
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
            name: 'Văn bản đề nghị cấp lại giấy phép lao động của cơ quan, tổ chức',
            originals: 1,
            certifiedCopies: 0,
            photocopies: 0,
            copies: 1,
            required: true,
            templateUrl: 'https://csdl.dichvucong.gov.vn/web/jsp/download_file.jsp?ma=3fbbf717b49b1950',
          },
          {
            code: 'TP02',
            name: 'Giấy phép lao động đã được cấp; + Trường hợp giấy phép lao động bị mất thì phải có xác nhận của cơ quan Công an cấp phường của Việt Nam hoặc cơ quan Công an của nước ngoài theo quy định của pháp luật; + Trường hợp thay đổi dung ghi trên giấy phép lao động theo quy định tại Khoản 1 Điều 7 của Thông tư số 24/2015/TT-BLĐTBXH thì phải có các giấy tờ chứng minh',
            originals: 1,
            certifiedCopies: 0,
            photocopies: 0,
            copies: 1,
            required: true,
          },
          {
            code: 'TP03',
            name: '2 ảnh mầu (kích thước 3cm x 4cm, phông nền trắng, mặt nhìn thẳng, đầu để trần, không đeo kính mầu), ảnh chụp không quá 6 tháng tính đến thời điểm nộp hồ sơ',
            originals: 1,
            certifiedCopies: 0,
            photocopies: 0,
            required: true,
          },
          {
            code: 'TP04',
            name: 'Các giấy tờ nêu trên là 1 bản chụp kèm theo bản chính để đối chiếu hoặc 1 bản sao được chứng thực từ bản chính. Trường hợp các giấy tờ của nước ngoài thì phải được hợp pháp hóa lãnh sự và dịch ra tiếng Việt có chứng thực chữ ký của người dịch theo quy định của pháp luật Việt Nam',
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
    id: 'dvcqg-2021/cap-giay-phep-lam-viec-cho-cong-dan-o-xto-ray-li-a-tham-gia-chuong-trinh-lao-dong-ket',
    name: 'Cấp Giấy phép làm việc cho công dân Ô-xtơ-rây-li-a tham gia Chương trình Lao động kết hợp kỳ nghỉ tại Việt Nam',
    field: {
      name: 'Việc làm',
    },
    levels: [],
    agencies: [
      {
        name: 'Cục Việc làm',
      },
    ],
    legalBases: [],
    subjects: [],
    results: [],
    sequence: [
      {
        steps: [
          'Bước 1: Trước thời hạn ít nhất 30 ngày kể từ ngày dự kiến nhập cảnh vào Việt Nam, công dân Ô-xtơ-rây-li-a nộp hồ sơ đề nghị cấp Giấy phép cho cơ quan đại diện ngoại giao, cơ quan đại diện lãnh sự của Việt Nam tại Ô-xtơ-rây-li-a (sau đây viết tắt là Cơ quan đại diện của Việt Nam)',
          'Bước 2: Trong vòng 05 ngày làm việc kể từ ngày nhận đủ hồ sơ đề nghị cấp Giấy phép của công dân Ô-xtơ-rây-li-a, Cơ quan đại diện của Việt Nam chuyển hồ sơ đó qua đường thư điện tử hoặc fax đến Cục Việc làm',
          'Bước 3: Trong thời hạn 07 ngày làm việc kể từ ngày nhận đủ hồ sơ đề nghị cấp Giấy phép làm việc từ Cơ quan đại diện của Việt Nam, Cục Việc làm thông báo kết quả cấp giấy phép làm việc hoặc không cấp phép làm việc cho Cơ quan đại diện của Việt Nam bằng văn bản',
        ],
      },
    ],
    manners: [
      {
        channel: 'direct',
        description:
          'Công dân Ô-xtơ-rây-li-a nộp trực tiếp hoặc gửi qua dịch vụ bưu chính hoặc môi trường mạng (nếu đủ điều kiện áp dụng).',
        terms: [
          {
            text: '12 Ngày làm việc',
            reading: {
              kind: 'working-days',
              amount: 12,
            },
          },
        ],
      },
      {
        channel: 'online',
        description:
          'Công dân Ô-xtơ-rây-li-a nộp trực tiếp hoặc gửi qua dịch vụ bưu chính hoặc môi trường mạng (nếu đủ điều kiện áp dụng).',
        terms: [
          {
            text: '12 Ngày làm việc',
            reading: {
              kind: 'working-days',
              amount: 12,
            },
          },
        ],
      },
      {
        channel: 'post',
        description:
          'Công dân Ô-xtơ-rây-li-a nộp trực tiếp hoặc gửi qua dịch vụ bưu chính hoặc môi trường mạng (nếu đủ điều kiện áp dụng).',
        terms: [
          {
            text: '12 Ngày làm việc',
            reading: {
              kind: 'working-days',
              amount: 12,
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
              amountVnd: 600000,
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
            name: 'Tờ khai đề nghị cấp Giấy phép làm việc kết hợp kỳ nghỉ (theo mẫu số 4 ban hành kèm theo Thông tư liên tịch số 21/2016/TTLT-BLĐTBXH-BCA-BNG ngày 29/6/2016)',
            originals: 1,
            certifiedCopies: 0,
            photocopies: 0,
            required: true,
            templateUrl: 'https://csdl.dichvucong.gov.vn/web/jsp/download_file.jsp?ma=3fc7744c0ed66034',
          },
          {
            code: 'TP02',
            name: 'Hộ chiếu của công dân Ô-xtơ-rây-li-a còn thời hạn nhiều hơn 06 tháng tính từ thời điểm dự kiến tham gia Chương trình',
            originals: 1,
            certifiedCopies: 0,
            photocopies: 0,
            required: true,
          },
          {
            code: 'TP03',
            name: 'Có vé máy bay hoặc giấy tờ chứng minh có một khoản tiền đủ để mua vé máy bay',
            originals: 1,
            certifiedCopies: 0,
            photocopies: 0,
            required: true,
          },
          {
            code: 'TP04',
            name: 'Giấy chứng nhận sức khỏe được cấp không quá 12 tháng tính đến ngày nộp hồ sơ đề nghị cấp giấy phép làm việc',
            originals: 1,
            certifiedCopies: 0,
            photocopies: 0,
            required: true,
          },
          {
            code: 'TP05',
            name: 'Phiếu lý lịch tư pháp hoặc văn bản có giá trị tương đương được cấp không quá 06 tháng tính đến ngày nộp hồ sơ đề nghị cấp giấy phép làm việc',
            originals: 1,
            certifiedCopies: 0,
            photocopies: 0,
            required: true,
          },
          {
            code: 'TP06',
            name: 'Bằng tốt nghiệp trình độ đại học hoặc giấy tờ chứng minh đã hoàn thành ít nhất 02 năm đại học chính quy',
            originals: 1,
            certifiedCopies: 0,
            photocopies: 0,
            required: true,
          },
          {
            code: 'TP07',
            name: 'Thư giới thiệu của cơ quan có thẩm quyền của Chính phủ Ô-xtơ-rây-li-a đồng ý cho lưu trú tại Việt Nam theo các điều khoản của Chương trình. Giấy tờ quy định tại các khoản c.2, c.3, c.4, c.5, c.6 và c.7 là 01 bản sao và xuất trình bản chính để đối chiếu hoặc 01 bản sao được chứng thực từ bản chính.',
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
    id: 'dvcqg-2021/cap-giay-phep-lam-viec-trong-ky-nghi-cho-cong-dan-niu-di-lan',
    name: 'Cấp giấy phép làm việc trong kỳ nghỉ cho công dân Niu-Di-Lân',
    field: {
      name: 'Việc làm',
    },
    levels: [],
    agencies: [
      {
        name: 'Cục Việc làm',
      },
    ],
    legalBases: [],
    subjects: [],
    results: [],
    sequence: [
      {
        steps: [
          'Bước 1: Trước thời hạn ít nhất 30 (ba mươi) ngày kể từ ngày dự kiến nhập cảnh vào Việt Nam, công dân Niu Di-lân nộp hồ sơ trực tiếp hoặc gửi qua đường bưu điện đề nghị cấp giấy phép cho Đại sứ quán Việt Nam tại Niu Di-lân',
          'Bước 2: Trong vòng 05 (năm) ngày (tính theo ngày làm việc) kể từ ngày nhận đủ hồ sơ đề nghị cấp giấy phép của công dân Niu Di-lân, Đại sứ quán Việt Nam tại Niu Di-lân chuyển hồ sơ đề nghị cấp giấy phép cho Cục Việc làm (Bộ Lao động - Thương binh và Xã hội) bằng hình thức fax hoặc thư điện tử',
          'Bước 3: Trong thời hạn 10 (mười) ngày (tính theo ngày làm việc) kể từ ngày nhận đủ hồ sơ đề nghị cấp giấy phép hợp lệ, Cục Việc làm (Bộ Lao động - Thương binh và Xã hội) thông báo kết quả cấp giấy phép cho Đại sứ quán Việt Nam tại Niu Di-lân và Đại sứ quán Niu Di-lân tại Việt Nam bằng văn bản.',
          'Bước 4: Trong thời hạn 05 (năm) ngày kể từ ngày nhập cảnh vào Việt Nam, công dân Niu Di-lân nhận giấy phép tại trụ sở Cục Việc làm (Bộ Lao động - Thương binh và Xã hội) hoặc tại trụ sở Trung tâm Giới thiệu việc làm thành phố Hồ Chí Minh thuộc Sở Lao động - Thương binh và Xã hội thành phố Hồ Chí Minh.',
          'Bước 5: Trong thời hạn 05 (năm) ngày kể từ ngày công dân Niu Di-lân làm việc cho người sử dụng lao động, người sử dụng lao động xác nhận trong giấy phép của công dân Niu Di-lân. Trong thời hạn 03 (ba) ngày kể từ ngày người sử dụng lao động xác nhận trong giấy phép thì công dân Niu Di-lân phải gửi bản chụp giấy phép có xác nhận của người sử dụng lao động về Cục Việc làm (Bộ Lao động - Thương binh và Xã hội) bằng đường bưu điện, fax hoặc thư điện tử.',
        ],
      },
    ],
    manners: [
      {
        channel: 'direct',
        description:
          'Nộp hồ sơ trực tiếp hoặc qua đường bưu điện cho Đại sứ quán Việt Nam tại Niu Di-lân. 15 (mười lăm) ngày tính theo ngày làm việc chưa kể thời gian vận chuyển hồ sơ từ Niu Di-lân đến Việt Nam.',
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
        description:
          'Nộp hồ sơ trực tiếp hoặc qua đường bưu điện cho Đại sứ quán Việt Nam tại Niu Di-lân. 15 (mười lăm) ngày tính theo ngày làm việc chưa kể thời gian vận chuyển hồ sơ từ Niu Di-lân đến Việt Nam.',
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
            name: 'Tờ khai đề nghị cấp giấy phép của công dân Niu Di-lân theo mẫu số 1 ban hành kèm theo Thông tư liên tịch số 15/2012/TTLT-BLĐTBXH-BCA-BNG ngày 06/6/2012 của Bộ Lao động - Thương binh và Xã hội, Bộ Công an và Bộ Ngoại giao hướng dẫn thực hiện một số điều của Thỏa thuận giữa Chính phủ Cộng hòa xã hội chủ nghĩa Việt Nam và Chính phủ Niu Di-lân về Chương trình làm việc trong kỳ nghỉ. - Bản chụp hộ chiếu của công dân Niu Di-lân còn thời hạn nhiều hơn ít nhất 01 (một) tháng so với thời hạn đề nghị cấp giấy phép',
            originals: 1,
            certifiedCopies: 0,
            photocopies: 0,
            required: true,
            templateUrl: 'https://csdl.dichvucong.gov.vn/web/jsp/download_file.jsp?ma=3fec09e317cf6b8a',
          },
          {
            code: 'TP02',
            name: 'Giấy chứng nhận sức khỏe đủ điều kiện làm việc theo quy định của pháp luật Niu Di-lân, đã được cấp không quá 180 ngày tính đến ngày nộp hồ sơ',
            originals: 1,
            certifiedCopies: 0,
            photocopies: 0,
            required: true,
          },
          {
            code: 'TP03',
            name: 'Chứng chỉ quốc gia phổ thông trung học của Niu Di-lân cấp độ 02 (hai) hoặc trình độ cao hơn',
            originals: 1,
            certifiedCopies: 0,
            photocopies: 0,
            required: true,
          },
          {
            code: 'TP04',
            name: 'Văn bản chứng minh đủ điều kiện tài chính theo quy định: có văn bản chứng minh đã mở tài khoản ngân hàng tại Niu Di-lân và giao dịch được với các ngân hàng tại Việt Nam với tài khoản không được thấp hơn 4.200 đô la Niu Di- lân',
            originals: 1,
            certifiedCopies: 0,
            photocopies: 0,
            required: true,
          },
          {
            code: 'TP05',
            name: '03 (ba) ảnh cỡ 3cm x 4cm, đầu để trần, chụp chính diện, rõ mặt, rõ hai tai, không đeo kính, phông ảnh màu trắng và bản mềm ảnh màu nêu trên',
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
    id: 'dvcqg-2021/cap-lai-giay-phep-lam-viec-trong-ky-nghi-cho-cong-dan-niu-di-lan',
    name: 'Cấp lại Giấy phép làm việc trong kỳ nghỉ cho công dân Niu-Di-Lân',
    field: {
      name: 'Việc làm',
    },
    levels: [],
    agencies: [
      {
        name: 'Cục Việc làm',
      },
    ],
    legalBases: [],
    subjects: [],
    results: [],
    sequence: [
      {
        steps: [
          'Bước 1: Trong thời hạn 03 (ba) ngày kể từ ngày phát hiện giấy phép bị mất hoặc bị hỏng thì công dân Niu Di-lân có trách nhiệm đề nghị Cục Việc làm (Bộ Lao động - Thương binh và Xã hội) cấp lại giấy phép bằng cách nộp hồ sơ đề nghị cấp lại giấy phép trực tiếp hoặc qua đường bưu điện.',
          'Bước 2: Trong thời gian 03 (ba) ngày (tính theo ngày làm việc) kể từ ngày nhận đủ hồ sơ đề nghị cấp lại giấy phép của công dân Niu Di-lân, Cục Việc làm (Bộ Lao động - Thương binh và Xã hội) cấp lại giấy phép và thông báo cho công dân Niu Di-lân. Trường hợp không cấp lại giấy phép phải trả lời bằng văn bản và nêu rõ lý do',
          'Bước 3: Công dân Niu Di-lân nhận giấy phép được cấp lại tại trụ sở Cục Việc làm (Bộ Lao động - Thương binh và Xã hội) hoặc tại trụ sở Trung tâm Giới thiệu việc làm thành phố Hồ Chí Minh thuộc Sở Lao động - Thương binh và Xã hội thành phố Hồ Chí Minh.',
        ],
      },
    ],
    manners: [
      {
        channel: 'direct',
        description:
          'Nộp hồ sơ trực tiếp hoặc qua đường bưu điện đến Cục Việc làm (Bộ Lao động - Thương binh và Xã hội).',
        terms: [
          {
            text: '03 Ngày làm việc',
            reading: {
              kind: 'working-days',
              amount: 3,
            },
          },
        ],
      },
      {
        channel: 'post',
        description:
          'Nộp hồ sơ trực tiếp hoặc qua đường bưu điện đến Cục Việc làm (Bộ Lao động - Thương binh và Xã hội).',
        terms: [
          {
            text: '03 Ngày làm việc',
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
            name: 'Tờ khai đề nghị cấp lại giấy phép làm việc trong kỳ nghỉ của công dân Niu Di-lân theo mẫu số 3 ban hành kèm theo Thông tư liên tịch số 15/2012/TTLT-BLĐTBXH-BCA-BNG ngày 06/6/2012, trong đó giải thích rõ lý do bị mất hoặc bị hỏng',
            originals: 1,
            certifiedCopies: 0,
            photocopies: 0,
            required: true,
            templateUrl: 'https://csdl.dichvucong.gov.vn/web/jsp/download_file.jsp?ma=3fb74de4e0eb48f0',
          },
          {
            code: 'TP02',
            name: 'Giấy phép đã được cấp trong trường hợp giấy phép bị hỏng',
            originals: 1,
            certifiedCopies: 0,
            photocopies: 0,
            required: true,
          },
          {
            code: 'TP03',
            name: '03 (ba) ảnh mầu cỡ 3cm x 4cm, đầu để trần, chụp chính diện, rõ mặt, rõ hai tai, không đeo kính, phông ảnh màu trắng',
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
    id: 'dvcqg-2021/giai-quyet-huong-tro-cap-that-nghiep',
    name: 'Giải quyết hưởng trợ cấp thất nghiệp',
    field: {
      name: 'Việc làm',
    },
    levels: [],
    agencies: [
      {
        name: 'Trung tâm Dịch vụ đào tạo và tư vấn việc làm',
      },
    ],
    legalBases: [],
    subjects: [],
    results: [],
    sequence: [
      {
        steps: [
          'Bước 1: Trong thời hạn 03 tháng kể từ ngày chấm dứt hợp đồng lao động hoặc hợp đồng làm việc, người lao động chưa có việc làm mà có nhu cầu hưởng trợ cấp thất nghiệp nộp hồ sơ đề nghị hưởng trợ cấp thất nghiệp cho trung tâm dịch vụ việc làm tại địa phương nơi người lao động muốn nhận trợ cấp thất nghiệp',
          'Bước 2: Trung tâm dịch vụ việc làm có trách nhiệm tiếp nhận, kiểm tra hồ sơ, ghi phiếu hẹn trả kết quả và trao phiếu cho người nộp hồ sơ; trường hợp hồ sơ không đủ theo quy định thì trả lại cho người nộp và nêu rõ lý do',
          'Bước 3: Trong thời hạn 20 ngày làm việc kể từ ngày nhận đủ hồ sơ theo quy định, trung tâm dịch vụ việc làm có trách nhiệm xem xét, trình Giám đốc Sở Lao động - Thương binh và Xã hội quyết định về việc hưởng trợ cấp thất nghiệp của người lao động; trường hợp không đủ điều kiện để hưởng trợ cấp thất nghiệp thì phải trả lời bằng văn bản cho người lao động',
          'Bước 4: Trong thời hạn 02 ngày làm việc kể từ ngày ghi trong phiếu hẹn trả kết quả người lao động phải đến nhận quyết định về việc hưởng trợ cấp thất nghiệp',
        ],
      },
    ],
    manners: [
      {
        channel: 'direct',
        description:
          '- Người lao động phải trực tiếp nộp 01 bộ hồ sơ đề nghị hưởng trợ cấp thất nghiệp cho trung tâm dịch vụ việc làm tại địa phương nơi người lao động muốn nhận trợ cấp thất nghiệp. - Người lao động được ủy quyền cho người khác nộp hồ sơ hoặc gửi hồ sơ theo đường bưu điện nếu thuộc một trong các trường hợp quy định tại Khoản 2, Điều 17 Nghị định số 28/NĐ-CP ngày 12/3/2015 của Chính phủ quy định chi tiết thi hành một số điều của Luật việc làm về bảo hiểm thất nghiệp.',
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
      {
        channel: 'post',
        description:
          '- Người lao động phải trực tiếp nộp 01 bộ hồ sơ đề nghị hưởng trợ cấp thất nghiệp cho trung tâm dịch vụ việc làm tại địa phương nơi người lao động muốn nhận trợ cấp thất nghiệp. - Người lao động được ủy quyền cho người khác nộp hồ sơ hoặc gửi hồ sơ theo đường bưu điện nếu thuộc một trong các trường hợp quy định tại Khoản 2, Điều 17 Nghị định số 28/NĐ-CP ngày 12/3/2015 của Chính phủ quy định chi tiết thi hành một số điều của Luật việc làm về bảo hiểm thất nghiệp.',
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
            name: 'Đề nghị hưởng trợ cấp thất nghiệp',
            originals: 1,
            certifiedCopies: 0,
            photocopies: 0,
            required: true,
            templateUrl: 'https://csdl.dichvucong.gov.vn/web/jsp/download_file.jsp?ma=3f9c8d3725bccdc0',
          },
          {
            code: 'TP02',
            name: 'Bản chính hoặc bản sao có chứng thực của một trong các giấy tờ sau đây xác nhận về việc chấm dứt hợp đồng lao động hoặc hợp đồng làm việc: - Hợp đồng lao động hoặc hợp đồng làm việc đã hết hạn hoặc đã hoàn thành công việc theo hợp đồng lao động; - Quyết định thôi việc; - Quyết định sa thải; - Quyết định kỷ luật buộc thôi việc; - Thông báo hoặc thỏa thuận chấm dứt hợp đồng lao động hoặc hợp đồng làm việc. Trường hợp người lao động tham gia bảo hiểm thất nghiệp theo quy định tại Điểm c Khoản 1 Điều 43 Luật Việc làm thì giấy tờ xác nhận về việc chấm dứt hợp đồng lao động theo mùa vụ hoặc theo một công việc nhất định có thời hạn từ đủ 03 tháng đến dưới 12 tháng là bản chính hoặc bản sao có chứng thực của hợp đồng đó.',
            originals: 1,
            certifiedCopies: 0,
            photocopies: 0,
            required: true,
          },
          {
            code: 'TP03',
            name: 'Sổ bảo hiểm xã hội',
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
    id: 'dvcqg-2021/tiep-tuc-huong-tro-cap-that-nghiep',
    name: 'Tiếp tục hưởng trợ cấp thất nghiệp',
    field: {
      name: 'Việc làm',
    },
    levels: [],
    agencies: [
      {
        name: 'Trung tâm Dịch vụ đào tạo và tư vấn việc làm',
      },
    ],
    legalBases: [],
    subjects: [],
    results: [],
    sequence: [
      {
        steps: [
          'Bước 1: Trong thời hạn 02 ngày làm việc kể từ ngày người lao động tiếp tục thực hiện thông báo về việc tìm kiếm việc làm hằng tháng theo quy định đối với người lao động bị tạm dừng hưởng trợ cấp thất nghiệp nếu vẫn còn thời gian hưởng trợ cấp thất nghiệp theo quyết định của Giám đốc Sở Lao động - Thương binh và Xã hội thì trung tâm dịch vụ việc làm trình Giám đốc Sở Lao động -Thương binh và Xã hội quyết định về việc tiếp tục hưởng trợ cấp thất nghiệp cho người lao động',
          'Bước 2: Giám đốc Sở Lao động – Thương binh và Xã hội ban hành Quyết định về việc tiếp tục hưởng trợ cấp thất nghiệp',
          'Bước 3: Quyết định về việc tiếp tục hưởng trợ cấp thất nghiệp được trung tâm dịch vụ việc làm gửi: 01 bản đến Bảo hiểm xã hội cấp tỉnh để thực hiện tiếp tục chi trả trợ cấp thất nghiệp cho người lao động; 01 bản đến người lao động để biết và thực hiện',
        ],
      },
    ],
    manners: [
      {
        channel: 'direct',
        description:
          'Người lao động phải trực tiếp đến thông báo về việc tìm kiếm việc làm với trung tâm dịch vụ việc làm',
        terms: [
          {
            text: 'Không quy định',
            reading: {
              kind: 'none',
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
            name: 'Văn bản Thông báo về việc tìm kiếm việc làm hằng tháng của người lao động theo quy định',
            originals: 1,
            certifiedCopies: 0,
            photocopies: 0,
            required: true,
            templateUrl: 'https://csdl.dichvucong.gov.vn/web/jsp/download_file.jsp?ma=3fe00a32176de006',
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
    id: 'dvcqg-2021/tam-dung-huong-tro-cap-that-nghiep',
    name: 'Tạm dừng hưởng trợ cấp thất nghiệp',
    field: {
      name: 'Việc làm',
    },
    levels: [],
    agencies: [
      {
        name: 'Trung tâm Dịch vụ đào tạo và tư vấn việc làm',
      },
    ],
    legalBases: [],
    subjects: [],
    results: [],
    sequence: [
      {
        steps: [
          'Bước 1: Trong thời hạn 02 ngày làm việc kể từ ngày người lao động không đến thông báo về việc tìm kiếm việc làm hằng tháng theo quy định, trung tâm dịch vụ việc làm nơi người lao động đang hưởng trợ cấp thất nghiệp trình Giám đốc Sở Lao động - Thương binh và Xã hội quyết định về việc tạm dừng hưởng trợ cấp thất nghiệp của người lao động',
          'Bước 2: Giám đốc Sở Lao động – Thương binh và Xã hội ban hành Quyết định về việc tạm dừng hưởng trợ cấp thất nghiệp',
          'Bước 3: Quyết định về việc tạm dừng hưởng trợ cấp thất nghiệp được trung tâm dịch vụ việc làm gửi: 01 bản đến Bảo hiểm xã hội cấp tỉnh để thực hiện tạm dừng chi trả trợ cấp thất nghiệp đối với người lao động; 01 đến gửi người lao động để biết và thực hiện',
        ],
      },
    ],
    manners: [
      {
        channel: 'direct',
        description:
          'Khi người lao động không đến thông báo về việc tìm kiếm việc làm hằng tháng theo quy định, trung tâm dịch vụ việc làm nơi người lao động đang hưởng trợ cấp thất nghiệp trình Giám đốc Sở Lao động - Thương binh và Xã hội quyết định về việc tạm dừng hưởng trợ cấp thất nghiệp của người lao động - Trong thời hạn 02 ngày làm việc kể từ ngày người lao động không đến thông báo về việc tìm kiếm việc làm hằng tháng theo quy định',
        terms: [
          {
            text: '02 Ngày làm việc',
            reading: {
              kind: 'working-days',
              amount: 2,
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
            name: 'Giấy tờ chứng minh về việc không thông báo tìm kiếm việc làm hằng tháng theo quy định của người lao động đang hưởng trợ cấp thất nghiệp',
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
    id: 'dvcqg-2021/chuyen-noi-huong-tro-cap-that-nghiep-chuyen-di',
    name: 'Chuyển nơi hưởng trợ cấp thất nghiệp (chuyển đi)',
    field: {
      name: 'Việc làm',
    },
    levels: [],
    agencies: [
      {
        name: 'Trung tâm Dịch vụ đào tạo và tư vấn việc làm',
      },
    ],
    legalBases: [],
    subjects: [],
    results: [],
    sequence: [
      {
        steps: [
          'Bước 1: Người lao động đã hưởng ít nhất 01 tháng trợ cấp thất nghiệp theo quy định mà có nhu cầu chuyển nơi hưởng trợ cấp thất nghiệp đến tỉnh, thành phố trực thuộc Trung ­ương khác thì phải làm đề nghị chuyển nơi hưởng trợ cấp thất nghiệp.',
          'Bước 2: Trong thời hạn 03 ngày làm việc kể từ ngày nhận được đề nghị của người lao động, trung tâm dịch vụ việc làm có trách nhiệm cung cấp hồ sơ chuyển nơi hưởng trợ cấp thất nghiệp cho người lao động và gửi giấy giới thiệu chuyển nơi hưởng trợ cấp thất nghiệp cho trung tâm dịch vụ việc làm nơi người lao động chuyển đến.',
          'Khi nhận được hồ sơ chuyển nơi hưởng trợ cấp thất nghiệp, người lao động trả lại thẻ bảo hiểm y tế cho tổ chức bảo hiểm xã hội nơi đang chi trả trợ cấp thất nghiệp cho người lao động.',
          'Bước 3: Trong thời hạn 02 ngày làm việc kể từ ngày cung cấp hồ sơ chuyển nơi hưởng trợ cấp thất nghiệp cho người lao động, trung tâm dịch vụ việc làm nơi người lao động chuyển đi gửi thông báo về việc chuyển nơi hưởng trợ cấp thất nghiệp cho Bảo hiểm xã hội cấp tỉnh để dừng việc chi trả trợ cấp thất nghiệp theo mẫu do Bộ trưởng Bộ Lao động-Thương binh và Xã hội quy định.',
        ],
      },
    ],
    manners: [
      {
        channel: 'direct',
        description:
          'Người lao động phải trực tiếp đến trung tâm dịch vụ việc làm để đề nghị chuyển nơi hưởng trợ cấp thất nghiệp. Trong thời hạn 03 ngày kể từ ngày nhận được đề nghị chuyển nơi hưởng trợ cấp thất nghiệp của người lao động.',
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
            name: 'Đề nghị chuyển nơi hưởng trợ cấp thất nghiệp của người lao động.',
            originals: 1,
            certifiedCopies: 0,
            photocopies: 0,
            required: true,
            templateUrl: 'https://csdl.dichvucong.gov.vn/web/jsp/download_file.jsp?ma=3fe828c0183ade3c',
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
    id: 'dvcqg-2021/ho-tro-tu-van-gioi-thieu-viec-lam',
    name: 'Hỗ trợ tư vấn, giới thiệu việc làm',
    field: {
      name: 'Việc làm',
    },
    levels: [],
    agencies: [
      {
        name: 'Sở Lao động-Thương binh và Xã hội',
      },
    ],
    legalBases: [],
    subjects: [],
    results: [],
    sequence: [
      {
        steps: [
          'Bước 1: Người lao động quy định tại khoản 1 Điều 43 của Luật việc làm đang đóng bảo hiểm thất nghiệp bị chấm dứt hợp đồng lao động hoặc hợp đồng làm việc mà có nhu cầu tìm kiếm việc làm được tư vấn, giới thiệu việc làm miễn phí thông qua trung tâm dịch vụ việc làm.',
          'Bước 2: Người lao động ghi đầy đủ các thông tin cá nhân, nhu cầu tư vấn, nhu cầu giới thiệu việc làm vào phiếu tư vấn, giới thiệu việc làm theo mẫu quy định và nộp trực tiếp cho trung tâm dịch vụ việc làm.',
          'Bước 3: Trung tâm dịch vụ việc làm có trách nhiệm tiếp nhận phiếu tư vấn, giới thiệu việc làm và căn cứ vào nhu cầu, khả năng của người lao động, nhu cầu tuyển lao động của người sử dụng lao động để kết nối việc làm phù hợp với người lao động.',
          'Bước 4: Trung tâm dịch vụ việc làm gửi cho người lao động Phiếu giới thiệu việc làm theo mẫu quy định.',
          'Bước 5: Trung tâm dịch vụ việc làm có trách nhiệm theo dõi kết quả dự tuyển lao động để kịp thời hỗ trợ người lao động.',
        ],
      },
    ],
    manners: [
      {
        channel: 'direct',
        description:
          'Người lao động phải trực tiếp nộp phiếu tư vấn, giới thiệu việc làm tại trung tâm dịch vụ việc làm và được tư vấn, giới thiệu việc làm trực tiếp.',
        terms: [
          {
            text: 'Không quy định',
            reading: {
              kind: 'none',
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
            name: 'Phiếu tư vấn, giới thiệu việc làm',
            originals: 1,
            certifiedCopies: 0,
            photocopies: 0,
            required: true,
            templateUrl: 'https://csdl.dichvucong.gov.vn/web/jsp/download_file.jsp?ma=3fb37d54ab2b56a0',
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
    id: 'dvcqg-2021/giai-quyet-ho-tro-hoc-nghe',
    name: 'Giải quyết hỗ trợ học nghề',
    field: {
      name: 'Việc làm',
    },
    levels: [],
    agencies: [
      {
        name: 'Sở Lao động-Thương binh và Xã hội',
      },
    ],
    legalBases: [],
    subjects: [],
    results: [],
    sequence: [
      {
        steps: [
          'Bước 3: Trong thời hạn 15 ngày làm việc, kể từ ngày nhận đủ hồ sơ đề nghị hỗ trợ học nghề, trung tâm dịch vụ việc làm có trách nhiệm xem xét, trình Giám đốc Sở Lao động-Thương binh và Xã hội quyết định về việc hỗ trợ học nghề cho người lao động. Trường hợp người lao động không được hỗ trợ học nghề thì trung tâm dịch vụ việc làm phải trả lời bằng văn bản và nêu rõ lý do',
          'Bước 4: Trong thời hạn 02 ngày làm việc kể từ ngày ghi trong phiếu hẹn trả kết quả người lao động phải đến nhận quyết định về việc hỗ trợ học nghề trừ trường hợp quy định tại khoản 3 Điều 12 Thông tư số 28/2015/TT-BLĐTBXH',
          'Bước 1: Người lao động có nhu cầu học nghề nộp hồ sơ đề nghị hỗ trợ học nghề cùng với hồ sơ đề nghị hưởng trợ cấp thất nghiệp tại trung tâm dịch vụ việc làm nơi người lao động có nhu cầu học nghề',
          'Bước 2: Trung tâm dịch vụ việc làm có trách nhiệm xem xét hồ sơ đề nghị hỗ trợ học nghề và trao cho người lao động phiếu hẹn trả kết quả theo mẫu quy định',
          'Bước 1: Người lao động đang hưởng trợ cấp thất nghiệp có nhu cầu học nghề thì nộp hồ sơ đề nghị hỗ trợ học nghề gửi cho trung tâm dịch vụ việc làm nơi người lao động đang hưởng trợ cấp thất nghiệp',
          'Bước 2: Trung tâm dịch vụ việc làm có trách nhiệm xem xét hồ sơ đề nghị hỗ trợ học nghề và trao cho người lao động phiếu hẹn trả kết quả theo mẫu quy định',
          'Bước 3: Trong thời hạn 15 ngày làm việc, kể từ ngày nhận đủ hồ sơ đề nghị hỗ trợ học nghề, trung tâm dịch vụ việc làm có trách nhiệm xem xét, trình Giám đốc Sở Lao động-Thương binh và Xã hội quyết định về việc hỗ trợ học nghề cho người lao động',
          'Bước 4: Trong thời hạn 02 ngày làm việc kể từ ngày ghi trong phiếu hẹn trả kết quả người lao động phải đến nhận quyết định về việc hỗ trợ học nghề trừ trường hợp quy định tại khoản 3 Điều 12 Thông tư số 28/2015/TT-BLĐTBXH',
        ],
      },
    ],
    manners: [
      {
        channel: 'direct',
        description:
          'Người lao động phải nộp đơn đề nghị hỗ trợ học nghề trực tiếp tại trung tâm dịch vụ việc làm. Thời hạn giải quyết : Trong thời hạn 15 ngày làm việc kể từ ngày nhận đủ hồ sơ đề nghị hỗ trợ học nghề.',
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
            name: 'Đề nghị hỗ trợ học nghề',
            originals: 1,
            certifiedCopies: 0,
            photocopies: 0,
            required: true,
            templateUrl: 'https://csdl.dichvucong.gov.vn/web/jsp/download_file.jsp?ma=3fc13c3f1550445c',
          },
          {
            code: 'TP02',
            name: 'Bản chính hoặc bản sao có chứng thực của một trong các giấy tờ sau đây: Hợp đồng lao động hoặc hợp đồng làm việc đã hết hạn hoặc đã hoàn thành công việc theo hợp đồng lao động; Quyết định thôi việc; Quyết định sa thải; Quyết định kỷ luật buộc thôi việc; thông báo hoặc thỏa thuận chấm dứt hợp đồng lao động hoặc hợp đồng làm việc. Trường hợp người lao động tham gia bảo hiểm thất nghiệp theo quy định tại Điểm c, Khoản 1, Điều 43 Luật Việc làm thì giấy tờ xác nhận về việc chấm dứt hợp đông lao động theo mùa vụ hoặc theo một việc nhất định có thời hạn từ đủ 03 tháng đến dưới 12 tháng là bản chính hoặc bản sao có chứng thực của hợp đồng đó',
            originals: 1,
            certifiedCopies: 0,
            photocopies: 0,
            required: true,
          },
          {
            code: 'TP03',
            name: 'Sổ bảo hiểm xã hội',
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

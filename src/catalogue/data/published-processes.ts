import type { Procedure } from '../procedure.ts'

/**
 * Procedures with their internal processes as agencies published them, also where a publication contradicts
 * itself: `checkProcedure` says where.
 *
 * What a source does not say is left empty; where it was read, and how far it was checked, stands in each record.
 */
export const publishedProcesses: readonly Procedure[] = [
  {
    schema: 'motcua/procedure@1',
    id: '1.001193',
    name: 'Thủ tục đăng ký khai sinh',
    field: {
      name: 'Hộ tịch',
    },
    levels: ['commune'],
    agencies: [],
    legalBases: [],
    sequence: [],
    manners: [
      {
        channel: 'direct',
        terms: [
          {
            text: 'Ngay trong ngày; nhận sau 15 giờ mà không giải quyết được ngay thì ngày làm việc tiếp theo',
            reading: {
              kind: 'same-day',
              cutOff: '15:00',
            },
          },
        ],
      },
      {
        channel: 'online',
        terms: [
          {
            text: 'Ngay trong ngày; nhận sau 15 giờ mà không giải quyết được ngay thì ngày làm việc tiếp theo',
            reading: {
              kind: 'same-day',
              cutOff: '15:00',
            },
          },
        ],
      },
      {
        channel: 'post',
        terms: [
          {
            text: 'Ngay trong ngày; nhận sau 15 giờ mà không giải quyết được ngay thì ngày làm việc tiếp theo',
            reading: {
              kind: 'same-day',
              cutOff: '15:00',
            },
          },
        ],
      },
    ],
    fees: [
      {
        code: 'LEPHI',
        name: 'Lệ phí đăng ký khai sinh',
        class: 'charge',
        rates: [
          {
            amount: {
              kind: 'fixed',
              amountVnd: 0,
            },
            case: 'đúng hạn (60 ngày)',
          },
          {
            amount: {
              kind: 'fixed',
              amountVnd: 0,
            },
            beneficiary: 'gia đình có công',
          },
          {
            amount: {
              kind: 'fixed',
              amountVnd: 0,
            },
            beneficiary: 'hộ nghèo',
          },
          {
            amount: {
              kind: 'fixed',
              amountVnd: 0,
            },
            beneficiary: 'người khuyết tật',
          },
          {
            amount: {
              kind: 'unread',
              text: 'theo Hội đồng nhân dân cấp tỉnh',
            },
          },
        ],
      },
    ],
    papers: [],
    subjects: [],
    results: [],
    requirements: [],
    digitisation: [],
    remarks: [],
    code: '1.001193',
    sources: [
      {
        title:
          'Cơ sở dữ liệu quốc gia về TTHC, bản thu thập ngày 30/8/2021 (GitHub trannguyenhan/dichvucong_7sins)',
        certainty: 'verified',
        seenOn: '2021-08-30',
        note: 'Bản ghi 3 trong 87; mã từ tệp công khai khác',
      },
    ],
  },
  {
    schema: 'motcua/procedure@1',
    id: 'DATEH-CHUNGTHUC',
    name: 'Chứng thực bản sao từ bản chính giấy tờ, văn bản song ngữ (huyện Đạ Tẻh, Lâm Đồng)',
    field: {
      name: 'Chứng thực',
    },
    levels: ['district'],
    agencies: [],
    legalBases: [],
    sequence: [],
    manners: [],
    fees: [
      {
        code: 'LEPHI',
        name: 'Lệ phí chứng thực bản sao',
        class: 'charge',
        rates: [
          {
            amount: {
              kind: 'per-page',
              tiers: [
                {
                  fromPage: 1,
                  amountVnd: 2000,
                  per: 'copy',
                },
                {
                  fromPage: 3,
                  amountVnd: 1000,
                  per: 'page',
                },
              ],
              capVnd: 100000,
            },
            basis: 'NQ 123/2009/NQ-HĐND tỉnh Lâm Đồng (đã hết hiệu lực)',
          },
        ],
      },
    ],
    papers: [
      {
        papers: [
          {
            code: 'TP01',
            name: 'Bản chính',
            originals: 1,
            certifiedCopies: 0,
            photocopies: 0,
            required: true,
          },
          {
            code: 'TP02',
            name: 'Bản sao cần chứng thực',
            originals: 0,
            certifiedCopies: 0,
            photocopies: 1,
            required: true,
          },
        ],
      },
    ],
    subjects: [],
    results: [],
    requirements: [],
    digitisation: [],
    remarks: [],
    dossierSets: 1,
    process: {
      declaredTerm: {
        text: 'Trong ngày làm việc',
        reading: {
          kind: 'same-day',
        },
      },
      steps: [
        {
          number: '1',
          task: 'Kiểm tra, tiếp nhận; vào sổ theo dõi; giải quyết và trình lãnh đạo Phòng Tư pháp',
          responsible: 'Bộ phận Một cửa huyện',
        },
        {
          number: '2',
          task: 'Ký phê duyệt',
          responsible: 'Lãnh đạo Phòng Tư pháp',
        },
        {
          number: '3',
          task: 'Trả kết quả',
          responsible: 'Bộ phận Một cửa huyện',
        },
      ],
    },
    sources: [
      {
        title:
          'http://www.lamdong.gov.vn/vi-VN/a/dateh/thu-tuc-hanh-chinh/Thu-Tuc-Mot-Cua/tuphap/Pages/Quytrinhchungthucbansaotubanchinhcacgiayto,vanbansongngu.aspx',
        certainty: 'verified',
        note: 'Dữ liệu lịch sử',
      },
    ],
  },
  {
    schema: 'motcua/procedure@1',
    id: 'DVCQG-BANSAO-VANBANG-2021',
    name: 'Cấp bản sao văn bằng, chứng chỉ từ sổ gốc',
    field: {
      name: 'Giáo dục',
    },
    levels: [],
    agencies: [],
    legalBases: [],
    sequence: [],
    manners: [
      {
        channel: 'direct',
        terms: [
          {
            text: 'Trong ngày; sau 15 giờ: ngày làm việc tiếp theo; nhiều sổ gốc/nhiều bản: kéo dài thêm ≤ 02 ngày làm việc hoặc theo thỏa thuận bằng văn bản',
            reading: {
              kind: 'same-day',
              cutOff: '15:00',
              extensions: [
                {
                  kind: 'working-days',
                  amount: 2,
                  mode: 'by',
                  when: 'nhiều sổ gốc, nhiều bản',
                },
              ],
            },
          },
        ],
      },
      {
        channel: 'post',
        terms: [
          {
            text: 'Trong ngày; sau 15 giờ: ngày làm việc tiếp theo; nhiều sổ gốc/nhiều bản: kéo dài thêm ≤ 02 ngày làm việc hoặc theo thỏa thuận bằng văn bản',
            reading: {
              kind: 'same-day',
              cutOff: '15:00',
              extensions: [
                {
                  kind: 'working-days',
                  amount: 2,
                  mode: 'by',
                  when: 'nhiều sổ gốc, nhiều bản',
                },
              ],
            },
            note: 'Tính từ khi nhận đủ hồ sơ theo dấu bưu điện đến',
          },
        ],
      },
    ],
    fees: [],
    papers: [],
    subjects: [],
    results: [],
    requirements: [],
    digitisation: [],
    remarks: [],
    sources: [
      {
        title:
          'Cơ sở dữ liệu quốc gia về TTHC, bản thu thập ngày 30/8/2021 (GitHub trannguyenhan/dichvucong_7sins)',
        certainty: 'verified',
        seenOn: '2021-08-30',
        note: 'Bản ghi 16 trong 87',
      },
    ],
  },
  {
    schema: 'motcua/procedure@1',
    id: 'DVCQG-HONGHEO-2021',
    name: 'Công nhận hộ nghèo, hộ cận nghèo phát sinh trong năm',
    field: {
      name: 'Bảo trợ xã hội',
    },
    levels: ['commune'],
    agencies: [],
    legalBases: [],
    sequence: [],
    manners: [
      {
        channel: 'direct',
        terms: [
          {
            text: '07 Ngày',
            reading: {
              kind: 'calendar-days',
              amount: 7,
            },
          },
        ],
        description: '07 ngày làm việc',
      },
    ],
    fees: [],
    papers: [],
    subjects: [],
    results: [],
    requirements: [],
    digitisation: [],
    remarks: [],
    sources: [
      {
        title:
          'Cơ sở dữ liệu quốc gia về TTHC, bản thu thập ngày 30/8/2021 (GitHub trannguyenhan/dichvucong_7sins)',
        certainty: 'verified',
        seenOn: '2021-08-30',
        note: 'Bản ghi 26 trong 87; nguồn không ghi kênh, ghi là trực tiếp',
      },
    ],
  },
  {
    schema: 'motcua/procedure@1',
    id: 'DVCQG-KHAISINH-CMC-2021',
    name: 'Đăng ký khai sinh kết hợp nhận cha, mẹ, con',
    field: {
      name: 'Hộ tịch',
    },
    levels: ['commune'],
    agencies: [],
    legalBases: [],
    sequence: [],
    manners: [
      {
        channel: 'direct',
        terms: [
          {
            text: '03 ngày làm việc; phải xác minh: không quá 08 ngày làm việc',
            reading: {
              kind: 'working-days',
              amount: 3,
              extensions: [
                {
                  kind: 'working-days',
                  amount: 8,
                  mode: 'to',
                  when: 'phải xác minh',
                },
              ],
            },
          },
        ],
      },
    ],
    fees: [],
    papers: [],
    subjects: [],
    results: [],
    requirements: [],
    digitisation: [],
    remarks: [],
    sources: [
      {
        title:
          'Cơ sở dữ liệu quốc gia về TTHC, bản thu thập ngày 30/8/2021 (GitHub trannguyenhan/dichvucong_7sins)',
        certainty: 'verified',
        seenOn: '2021-08-30',
        note: 'Bản ghi 4 trong 87',
      },
    ],
  },
  {
    schema: 'motcua/procedure@1',
    id: 'DVCQG-THUONGTRU-2021',
    name: 'Đăng ký thường trú',
    field: {
      name: 'Cư trú',
    },
    levels: ['commune'],
    agencies: [],
    legalBases: [
      {
        number: '56/2021/TT-BCA',
        title: 'TT 56/2021/TT-BCA (biểu mẫu nay theo TT 66/2023 và TT 53/2025)',
      },
    ],
    sequence: [],
    manners: [
      {
        channel: 'direct',
        terms: [
          {
            text: '07 ngày làm việc',
            reading: {
              kind: 'working-days',
              amount: 7,
            },
          },
        ],
        description: 'Tiếp nhận: giờ hành chính thứ Hai–thứ Sáu và sáng thứ Bảy (trừ lễ, tết)',
      },
      {
        channel: 'online',
        terms: [
          {
            text: '07 ngày làm việc',
            reading: {
              kind: 'working-days',
              amount: 7,
            },
          },
        ],
        description: 'Tiếp nhận: giờ hành chính thứ Hai–thứ Sáu và sáng thứ Bảy (trừ lễ, tết)',
      },
    ],
    fees: [],
    papers: [],
    subjects: [],
    results: [],
    requirements: [],
    digitisation: [],
    remarks: [
      {
        name: 'Biểu mẫu',
        text: 'CT01 Tờ khai; CT04 Phiếu tiếp nhận và hẹn trả; CT05 Phiếu hướng dẫn bổ sung; CT06 Phiếu từ chối',
      },
    ],
    sources: [
      {
        title:
          'Cơ sở dữ liệu quốc gia về TTHC, bản thu thập ngày 30/8/2021 (GitHub trannguyenhan/dichvucong_7sins)',
        certainty: 'verified',
        seenOn: '2021-08-30',
        note: 'Bản ghi 1 trong 87',
      },
    ],
  },
  {
    schema: 'motcua/procedure@1',
    id: 'LIENTHONG-2015-A',
    name: 'Liên thông đăng ký khai sinh – đăng ký thường trú – cấp thẻ BHYT cho trẻ em dưới 6 tuổi (chế độ TTLT 05/2015, superseded by NĐ 63/2024)',
    field: {
      name: 'Liên thông',
    },
    levels: ['commune'],
    agencies: [],
    legalBases: [
      {
        number: '05/2015/TTLT-BTP-BCA-BYT',
        title: 'Thông tư liên tịch 05/2015 (đã được thay bằng NĐ 63/2024/NĐ-CP)',
      },
    ],
    sequence: [],
    manners: [],
    fees: [],
    papers: [
      {
        papers: [
          {
            code: 'TP01',
            name: 'Tờ khai đăng ký khai sinh',
            originals: 0,
            certifiedCopies: 0,
            photocopies: 0,
            required: true,
            note: 'Nguồn không ghi số bản',
          },
          {
            code: 'TP02',
            name: 'Giấy chứng sinh (hoặc văn bản người làm chứng / giấy cam đoan)',
            originals: 0,
            certifiedCopies: 0,
            photocopies: 0,
            required: true,
            note: 'Nguồn không ghi số bản',
          },
          {
            code: 'TP03',
            name: 'Phiếu báo thay đổi hộ khẩu, nhân khẩu + Sổ hộ khẩu của cha/mẹ',
            originals: 0,
            certifiedCopies: 0,
            photocopies: 0,
            required: true,
            note: 'Nguồn không ghi số bản',
          },
          {
            code: 'TP04',
            name: 'Ý kiến cha, mẹ + chủ hộ (khi nhập hộ khẩu người khác)',
            originals: 0,
            certifiedCopies: 0,
            photocopies: 0,
            required: true,
            note: 'Nguồn không ghi số bản',
          },
          {
            code: 'TP05',
            name: 'Tờ khai tham gia BHYT + Danh sách đề nghị cấp thẻ của UBND xã',
            originals: 0,
            certifiedCopies: 0,
            photocopies: 0,
            required: true,
            note: 'Nguồn không ghi số bản',
          },
        ],
      },
    ],
    subjects: [],
    results: [],
    requirements: [],
    digitisation: [],
    remarks: [],
    process: {
      steps: [
        {
          number: '1',
          task: 'Kiểm tra, tiếp nhận, tạm thu lệ phí thường trú, giấy hẹn cho từng việc; thiếu thì hướng dẫn bằng văn bản',
          responsible: 'Bộ phận Một cửa UBND cấp xã',
        },
        {
          number: '2',
          task: 'Đăng ký khai sinh',
          responsible: 'Công chức Tư pháp - hộ tịch',
          amount: 1,
          unit: 'trong ngày',
        },
        {
          number: '3a',
          task: 'Đăng ký thường trú',
          responsible: 'Công an (xã/thị trấn thuộc huyện; hoặc Công an cấp huyện ở quận/thị xã/thành phố)',
          amount: 15,
          unit: 'ngày',
          parallelWith: '3b',
        },
        {
          number: '3b',
          task: 'Cấp thẻ BHYT',
          responsible: 'BHXH cấp huyện',
          amount: 10,
          unit: 'ngày',
          parallelWith: '3a',
        },
        {
          number: '4',
          task: 'Chuyển kết quả về UBND cấp xã',
          responsible: 'Công an, BHXH',
        },
        {
          number: '5',
          task: 'Trả kết quả; ký Sổ đăng ký khai sinh',
          responsible: 'Bộ phận Một cửa UBND cấp xã',
        },
      ],
    },
    sources: [
      {
        title:
          'Cơ sở dữ liệu quốc gia về TTHC, bản thu thập ngày 30/8/2021 (GitHub trannguyenhan/dichvucong_7sins)',
        certainty: 'verified',
        seenOn: '2021-08-30',
        note: 'Bản ghi 9 trong 87',
      },
    ],
  },
  {
    schema: 'motcua/procedure@1',
    id: 'LIENTHONG-2015-B',
    name: 'Liên thông đăng ký khai sinh – cấp thẻ BHYT cho trẻ em dưới 6 tuổi (TTLT 05/2015)',
    field: {
      name: 'Liên thông',
    },
    levels: ['commune'],
    agencies: [],
    legalBases: [
      {
        number: '05/2015/TTLT-BTP-BCA-BYT',
        title: 'Thông tư liên tịch 05/2015',
      },
    ],
    sequence: [],
    manners: [
      {
        channel: 'direct',
        terms: [
          {
            text: 'Tối đa 15 ngày làm việc từ ngày nộp đủ hồ sơ; +≤2 ngày làm việc nếu phải hoàn thiện theo yêu cầu BHXH; +≤5 ngày làm việc với xã cách BHXH huyện ≥50 km, giao thông khó khăn, chưa có Internet',
            reading: {
              kind: 'working-days',
              amount: 15,
              extensions: [
                {
                  kind: 'working-days',
                  amount: 2,
                  mode: 'by',
                  when: 'phải hoàn thiện theo yêu cầu của BHXH',
                },
                {
                  kind: 'working-days',
                  amount: 5,
                  mode: 'by',
                  when: 'xã cách BHXH huyện từ 50 km, giao thông khó khăn, chưa có Internet',
                },
              ],
            },
          },
        ],
      },
    ],
    fees: [],
    papers: [],
    subjects: [],
    results: [],
    requirements: [],
    digitisation: [],
    remarks: [],
    sources: [
      {
        title:
          'Cơ sở dữ liệu quốc gia về TTHC, bản thu thập ngày 30/8/2021 (GitHub trannguyenhan/dichvucong_7sins)',
        certainty: 'verified',
        seenOn: '2021-08-30',
        note: 'Bản ghi 10 trong 87; nguồn không ghi kênh, ghi là trực tiếp',
      },
    ],
  },
  {
    schema: 'motcua/procedure@1',
    id: 'NAMTRAMY-GPXD',
    name: 'Cấp giấy phép xây dựng nhà ở tư nhân (huyện Nam Trà My, Quảng Nam)',
    field: {
      name: 'Xây dựng',
    },
    levels: ['district'],
    agencies: [],
    legalBases: [],
    sequence: [],
    manners: [],
    fees: [],
    papers: [
      {
        papers: [
          {
            code: 'TP01',
            name: 'Đơn xin cấp giấy phép xây dựng',
            originals: 0,
            certifiedCopies: 0,
            photocopies: 0,
            required: true,
            note: 'Nguồn không ghi số bản',
          },
          {
            code: 'TP02',
            name: 'Bản sao Giấy chứng nhận QSDĐ kèm trích lục bản đồ',
            originals: 0,
            certifiedCopies: 0,
            photocopies: 0,
            required: true,
            note: 'Nguồn không ghi số bản',
          },
          {
            code: 'TP03',
            name: 'Bản vẽ thiết kế',
            originals: 0,
            certifiedCopies: 0,
            photocopies: 0,
            required: true,
            note: 'Nguồn không ghi số bản',
          },
        ],
      },
    ],
    subjects: [],
    results: [],
    requirements: [],
    digitisation: [],
    remarks: [],
    process: {
      declaredTerm: {
        text: '12 ngày',
        reading: {
          kind: 'calendar-days',
          amount: 12,
        },
      },
      steps: [
        {
          number: '1',
          to: 'Bộ phận TN&TKQ',
          amount: 1,
          unit: 'ngày',
        },
        {
          number: '2',
          from: 'Bộ phận TN&TKQ',
          to: 'Phòng Kinh tế - Hạ tầng',
          amount: 10,
          unit: 'ngày',
        },
        {
          number: '3',
          from: 'Phòng Kinh tế - Hạ tầng',
          to: 'Bộ phận TN&TKQ',
          amount: 1,
          unit: 'ngày',
        },
      ],
    },
    sources: [
      {
        title: 'http://motcua.namtramy.quangnam.gov.vn/Default.aspx?tabid=63&ctl=detail&mid=402&ItemId=209',
        certainty: 'verified',
      },
    ],
  },
  {
    schema: 'motcua/procedure@1',
    id: 'Q4-HT-KHAISINH',
    name: 'Đăng ký khai sinh (quy trình ISO UBND Quận 4, TP. Hồ Chí Minh)',
    field: {
      name: 'Hộ tịch',
    },
    levels: ['district', 'commune'],
    agencies: [],
    legalBases: [],
    sequence: [],
    manners: [],
    fees: [],
    papers: [],
    subjects: [],
    results: [],
    requirements: [],
    digitisation: [],
    remarks: [],
    process: {
      declaredTerm: {
        text: 'Trong ngày; nhận sau 15 giờ thì trả trong ngày làm việc tiếp theo',
        reading: {
          kind: 'same-day',
          cutOff: '15:00',
        },
      },
      steps: [
        {
          number: 'B1',
          task: 'Nộp hồ sơ',
          responsible: 'Tổ chức/cá nhân',
          text: 'Giờ hành chính',
        },
        {
          number: 'B1',
          task: 'Kiểm tra hồ sơ',
          responsible: 'Bộ phận TN&TKQ',
          text: 'Giờ hành chính',
          forms: [
            'BM01 Giấy tiếp nhận (chỉ khi trả kết quả vào ngày làm việc tiếp theo, tức nhận sau 15 giờ)',
            'BM02 Phiếu yêu cầu bổ sung',
            'BM03 Phiếu từ chối',
          ],
        },
        {
          number: 'B2',
          task: 'Tiếp nhận, scan, chuyển hồ sơ',
          responsible: 'Bộ phận TN&TKQ',
          amount: 0.5,
          unit: 'giờ',
        },
        {
          number: 'B3',
          task: 'Phân công thụ lý',
          responsible: 'Lãnh đạo phòng',
          text: 'không có trong phần trích',
        },
        {
          number: 'B4',
          task: 'Thẩm định, đề xuất (dự thảo Giấy khai sinh)',
          responsible: 'Công chức thụ lý',
          text: 'không có trong phần trích',
        },
        {
          number: 'B5',
          task: 'Xem xét, trình ký',
          responsible: 'Lãnh đạo phòng',
          amount: 1,
          unit: 'giờ',
        },
      ],
    },
    sources: [
      {
        title: 'http://quan4.hochiminhcity.gov.vn/Lists/Danh sch th tc/DispForm.aspx?ID=307',
        certainty: 'verified',
        note: 'Phần trích dừng ở bước B5; các bước ký duyệt, ban hành, trả kết quả không có trong phần trích',
      },
    ],
  },
  {
    schema: 'motcua/procedure@1',
    id: 'TTHC-TINH-01',
    name: 'Công bố Danh mục khu đất dự kiến thực hiện dự án thí điểm nhà ở thương mại',
    field: {
      name: 'Đất đai',
    },
    levels: ['province'],
    agencies: [],
    legalBases: [
      {
        title: 'NĐ 63/2010/NĐ-CP',
      },
      {
        title: 'NĐ 118/2025/NĐ-CP',
      },
      {
        title: 'QĐ 768/QĐ-TTPVHCC 11/9/2025',
      },
      {
        title: 'QĐ 917/QĐ-TTPVHCC 10/11/2025',
      },
    ],
    sequence: [],
    manners: [],
    fees: [],
    papers: [
      {
        papers: [
          {
            code: 'TP01',
            name: 'Văn bản đề nghị của nhà đầu tư',
            originals: 0,
            certifiedCopies: 0,
            photocopies: 0,
            required: true,
            note: 'Nguồn không ghi số bản',
          },
          {
            code: 'TP02',
            name: 'Hồ sơ dự án đầu tư',
            originals: 0,
            certifiedCopies: 0,
            photocopies: 0,
            required: true,
            note: 'Nguồn không ghi số bản',
          },
          {
            code: 'TP03',
            name: 'Trích lục bản đồ hoặc trích đo địa chính',
            originals: 0,
            certifiedCopies: 0,
            photocopies: 0,
            required: true,
            note: 'Nguồn không ghi số bản',
          },
        ],
      },
    ],
    subjects: [],
    results: [],
    requirements: [],
    digitisation: [],
    remarks: [],
    process: {
      declaredTerm: {
        text: '23 ngày',
        reading: {
          kind: 'calendar-days',
          amount: 23,
        },
        note: 'Địa bàn khó khăn: 33 ngày',
      },
      steps: [
        {
          phase: 1,
          number: '1',
          task: 'Tiếp nhận và kiểm tra hồ sơ',
          responsible:
            'Trung tâm Phục vụ HCC tỉnh / Trung tâm Phục vụ HCC xã, phường, đặc khu / Điểm Tiếp nhận và Trả kết quả',
          amount: 1,
          unit: 'ngày',
        },
        {
          phase: 1,
          number: '2',
          task: 'Thẩm định hồ sơ',
          responsible: 'Phòng Quy hoạch, kế hoạch đất đai và Quản lý đo đạc, bản đồ, viễn thám',
          amount: 12,
          unit: 'ngày',
        },
        {
          phase: 1,
          number: '3',
          task: 'Trình Lãnh đạo Sở phê duyệt',
          responsible: 'Lãnh đạo Phòng Quy hoạch, kế hoạch đất đai và Quản lý đo đạc, bản đồ, viễn thám',
          amount: 1,
          unit: 'ngày',
        },
        {
          phase: 1,
          number: '4',
          task: 'Trình UBND Danh mục khu đất dự kiến',
          responsible: 'Lãnh đạo Sở Nông nghiệp và Môi trường',
          amount: 1,
          unit: 'ngày',
        },
        {
          phase: 2,
          number: '1',
          task: 'Tiếp nhận và kiểm tra hồ sơ',
          responsible:
            'Trung tâm Phục vụ HCC tỉnh / Trung tâm Phục vụ HCC xã, phường, đặc khu / Điểm Tiếp nhận và Trả kết quả',
          amount: 0.5,
          unit: 'ngày',
        },
        {
          phase: 2,
          number: '2',
          task: 'Công bố danh mục khu đất',
          responsible: 'UBND tỉnh',
          amount: 2.5,
          unit: 'ngày',
        },
        {
          phase: 2,
          number: '3',
          task: 'Ban hành thông báo chấp thuận',
          responsible: 'UBND tỉnh',
          amount: 5,
          unit: 'ngày',
        },
        {
          phase: 2,
          number: '4',
          task: 'Trả kết quả',
          responsible:
            'Trung tâm Phục vụ HCC tỉnh / Trung tâm Phục vụ HCC xã, phường, đặc khu / Điểm Tiếp nhận và Trả kết quả / Bưu chính',
          amount: 0,
          unit: 'ngày',
        },
      ],
    },
    sources: [
      {
        title:
          'Tệp dữ liệu TypeScript công khai TTHC_TINH_DATA trên GitHub (thủ tục đất đai năm 2025 của một tỉnh)',
        certainty: 'verified',
        seenOn: '2025-11-10',
        note: 'Hai giai đoạn; giữa hai giai đoạn có thể chờ công dân',
      },
    ],
  },
  {
    schema: 'motcua/procedure@1',
    id: 'TTHC-TINH-02',
    name: 'Giao đất, cho thuê đất, chuyển mục đích sử dụng đất (cấp tỉnh)',
    field: {
      name: 'Đất đai',
    },
    levels: ['province'],
    agencies: [],
    legalBases: [
      {
        title: 'Luật Đất đai 2024',
      },
      {
        title: 'NĐ 102/2024/NĐ-CP',
      },
      {
        title: 'QĐ 918/QĐ-TTPVHCC',
      },
    ],
    sequence: [],
    manners: [],
    fees: [],
    papers: [
      {
        papers: [
          {
            code: 'TP01',
            name: 'Đơn xin giao đất, cho thuê đất, chuyển mục đích',
            originals: 0,
            certifiedCopies: 0,
            photocopies: 0,
            required: true,
            note: 'Nguồn không ghi số bản',
          },
          {
            code: 'TP02',
            name: 'Văn bản thẩm định nhu cầu sử dụng đất',
            originals: 0,
            certifiedCopies: 0,
            photocopies: 0,
            required: true,
            note: 'Nguồn không ghi số bản',
          },
          {
            code: 'TP03',
            name: 'Trích lục bản đồ địa chính',
            originals: 0,
            certifiedCopies: 0,
            photocopies: 0,
            required: true,
            note: 'Nguồn không ghi số bản',
          },
        ],
      },
    ],
    subjects: [],
    results: [],
    requirements: [],
    digitisation: [],
    remarks: [],
    process: {
      declaredTerm: {
        text: '15 ngày',
        reading: {
          kind: 'calendar-days',
          amount: 15,
        },
        note: 'Địa bàn khó khăn: 25 ngày',
      },
      steps: [
        {
          phase: 1,
          number: '1',
          task: 'Tiếp nhận và kiểm tra hồ sơ',
          responsible:
            'Trung tâm Phục vụ HCC tỉnh / Trung tâm Phục vụ HCC xã, phường, đặc khu / Điểm Tiếp nhận và Trả kết quả',
          amount: 0.25,
          unit: 'ngày',
        },
        {
          phase: 1,
          number: '2',
          task: 'Đề nghị cung cấp thông tin',
          responsible: 'Phòng Quy hoạch, kế hoạch đất đai và Quản lý đo đạc, bản đồ, viễn thám',
          amount: 0.5,
          unit: 'ngày',
        },
        {
          phase: 1,
          number: '3',
          task: 'Cung cấp thông tin CSDL đất đai, lập trích lục',
          responsible: 'Văn phòng Đăng ký Đất đai tỉnh',
          amount: 0.5,
          unit: 'ngày',
        },
        {
          phase: 1,
          number: '4',
          task: 'Thẩm định hồ sơ, kiểm tra thực địa',
          responsible: 'Phòng Quy hoạch, kế hoạch đất đai và Quản lý đo đạc, bản đồ, viễn thám',
          amount: 1.5,
          unit: 'ngày',
        },
        {
          phase: 1,
          number: '5',
          task: 'Trình Lãnh đạo Sở phê duyệt',
          responsible: 'Lãnh đạo Phòng Quy hoạch, kế hoạch đất đai và Quản lý đo đạc, bản đồ, viễn thám',
          amount: 0.5,
          unit: 'ngày',
        },
        {
          phase: 1,
          number: '6',
          task: 'Thông báo hướng dẫn hoàn thiện hồ sơ',
          responsible: 'Lãnh đạo Sở Nông nghiệp và Môi trường',
          amount: 0.5,
          unit: 'ngày',
        },
        {
          phase: 2,
          number: '1',
          task: 'Tiếp nhận và kiểm tra hồ sơ',
          responsible:
            'Trung tâm Phục vụ HCC tỉnh / Trung tâm Phục vụ HCC xã, phường, đặc khu / Điểm Tiếp nhận và Trả kết quả',
          amount: 0.5,
          unit: 'ngày',
        },
        {
          phase: 2,
          number: '2',
          task: 'Thẩm định hồ sơ sau hoàn thiện',
          responsible: 'Phòng Quy hoạch, kế hoạch đất đai và Quản lý đo đạc, bản đồ, viễn thám',
          amount: 3,
          unit: 'ngày',
        },
        {
          phase: 2,
          number: '3',
          task: 'Trình lãnh đạo Sở',
          responsible: 'Lãnh đạo Phòng Quy hoạch, kế hoạch đất đai và Quản lý đo đạc, bản đồ, viễn thám',
          amount: 0.5,
          unit: 'ngày',
        },
        {
          phase: 2,
          number: '4',
          task: 'Trình phê duyệt',
          responsible: 'Lãnh đạo Sở Nông nghiệp và Môi trường',
          amount: 1,
          unit: 'ngày',
        },
        {
          phase: 2,
          number: '5',
          task: 'Phê duyệt',
          responsible: 'Chủ tịch UBND tỉnh',
          amount: 2,
          unit: 'ngày',
        },
      ],
    },
    sources: [
      {
        title:
          'Tệp dữ liệu TypeScript công khai TTHC_TINH_DATA trên GitHub (thủ tục đất đai năm 2025 của một tỉnh)',
        certainty: 'verified',
        note: 'Giai đoạn 1 ghi 05 ngày nhưng các bước cộng lại 3,75 ngày',
      },
    ],
  },
  {
    schema: 'motcua/procedure@1',
    id: 'TTHC-TINH-04',
    name: 'Điều chỉnh quyết định giao đất, cho thuê đất, cho phép chuyển mục đích do thay đổi căn cứ, sai sót',
    field: {
      name: 'Đất đai',
    },
    levels: ['province'],
    agencies: [],
    legalBases: [
      {
        title: 'Luật Đất đai 31/2024/QH15',
      },
      {
        title: 'NĐ 102/2024',
      },
      {
        title: 'NĐ 118/2025',
      },
      {
        title: 'NĐ 151/2025',
      },
      {
        title: 'NĐ 226/2025',
      },
    ],
    sequence: [],
    manners: [],
    fees: [],
    papers: [
      {
        papers: [
          {
            code: 'TP01',
            name: 'Đơn đề nghị điều chỉnh (Mẫu số 03 NĐ 151/2025/NĐ-CP)',
            originals: 0,
            certifiedCopies: 0,
            photocopies: 0,
            required: true,
            note: 'Nguồn không ghi số bản',
          },
          {
            code: 'TP02',
            name: 'Văn bản của cơ quan có thẩm quyền làm thay đổi căn cứ quyết định (khoản 1–5 Điều 116 Luật Đất đai)',
            originals: 0,
            certifiedCopies: 0,
            photocopies: 0,
            required: true,
            note: 'Nguồn không ghi số bản',
          },
        ],
      },
    ],
    subjects: [],
    results: [],
    requirements: [],
    digitisation: [],
    remarks: [],
    process: {
      declaredTerm: {
        text: '07 ngày',
        reading: {
          kind: 'calendar-days',
          amount: 7,
        },
        note: 'Địa bàn khó khăn: 17 ngày',
      },
      steps: [
        {
          phase: 1,
          number: '1',
          task: 'Tiếp nhận và kiểm tra hồ sơ',
          responsible:
            'Trung tâm Phục vụ HCC tỉnh / Trung tâm Phục vụ HCC xã, phường, đặc khu / Điểm Tiếp nhận và Trả kết quả',
          amount: 0.5,
          unit: 'ngày',
        },
        {
          phase: 1,
          number: '2',
          task: 'Thẩm định hồ sơ',
          responsible:
            'Phòng Quy hoạch, kế hoạch đất đai và Quản lý đo đạc, bản đồ, viễn thám phối hợp VPĐKĐĐ tỉnh',
          amount: 1,
          unit: 'ngày',
        },
        {
          phase: 1,
          number: '3',
          task: 'Trình Lãnh đạo phê duyệt',
          responsible: 'Lãnh đạo Phòng Quy hoạch, kế hoạch đất đai và Quản lý đo đạc, bản đồ, viễn thám',
          amount: 0.5,
          unit: 'ngày',
        },
        {
          phase: 1,
          number: '4',
          task: 'Trình phê duyệt',
          responsible: 'Lãnh đạo Sở Nông nghiệp và Môi trường',
          amount: 0.5,
          unit: 'ngày',
        },
        {
          phase: 1,
          number: '5',
          task: 'Phê duyệt điều chỉnh Quyết định',
          responsible: 'Chủ tịch UBND tỉnh',
          amount: 2,
          unit: 'ngày',
        },
        {
          phase: 2,
          number: '1',
          task: 'Tiếp nhận và kiểm tra hồ sơ',
          responsible:
            'Trung tâm Phục vụ HCC tỉnh / Trung tâm Phục vụ HCC xã, phường, đặc khu / Điểm Tiếp nhận và Trả kết quả',
          amount: 0.5,
          unit: 'ngày',
        },
        {
          phase: 2,
          number: '2',
          task: 'Thẩm định hồ sơ trình phê duyệt',
          responsible: 'Chi nhánh Văn phòng Đăng ký đất đai',
          amount: 2,
          unit: 'ngày',
        },
        {
          phase: 2,
          number: '3',
          task: 'Phê duyệt',
          responsible: 'Lãnh đạo Chi nhánh Văn phòng Đăng ký đất đai',
          amount: 1,
          unit: 'ngày',
        },
        {
          phase: 2,
          number: '4',
          task: 'Chuyển trả kết quả cho TTHCC',
          responsible: 'Chi nhánh Văn phòng Đăng ký đất đai',
          amount: 0.5,
          unit: 'ngày',
        },
        {
          phase: 2,
          number: '5',
          task: 'Trả kết quả',
          responsible:
            'Trung tâm Phục vụ HCC tỉnh / Trung tâm Phục vụ HCC xã, phường, đặc khu / Điểm Tiếp nhận và Trả kết quả / Bưu chính',
          amount: 0,
          unit: 'ngày',
        },
      ],
    },
    sources: [
      {
        title:
          'Tệp dữ liệu TypeScript công khai TTHC_TINH_DATA trên GitHub (thủ tục đất đai năm 2025 của một tỉnh)',
        certainty: 'verified',
        note: 'Giai đoạn 2 ghi 2 ngày nhưng các bước cộng lại 4 ngày',
      },
    ],
  },
  {
    schema: 'motcua/procedure@1',
    id: 'TTHC-TINH-08',
    name: 'Đăng ký, cấp GCN cho trường hợp thực hiện dự án chưa được cấp GCN (cấp tỉnh)',
    field: {
      name: 'Đất đai',
    },
    levels: ['province'],
    agencies: [],
    legalBases: [
      {
        title: 'Luật Đất đai 2024',
      },
      {
        title: 'NĐ 101/2024/NĐ-CP',
      },
    ],
    sequence: [],
    manners: [],
    fees: [],
    papers: [
      {
        papers: [
          {
            code: 'TP01',
            name: 'Đơn đăng ký',
            originals: 0,
            certifiedCopies: 0,
            photocopies: 0,
            required: true,
            note: 'Nguồn không ghi số bản',
          },
          {
            code: 'TP02',
            name: 'Hợp đồng thuê đất',
            originals: 0,
            certifiedCopies: 0,
            photocopies: 0,
            required: true,
            note: 'Nguồn không ghi số bản',
          },
          {
            code: 'TP03',
            name: 'Chứng từ nghĩa vụ tài chính',
            originals: 0,
            certifiedCopies: 0,
            photocopies: 0,
            required: true,
            note: 'Nguồn không ghi số bản',
          },
        ],
      },
    ],
    subjects: [],
    results: [],
    requirements: [],
    digitisation: [],
    remarks: [],
    process: {
      declaredTerm: {
        text: '10 ngày làm việc',
        reading: {
          kind: 'working-days',
          amount: 10,
        },
        note: 'Địa bàn khó khăn: 20 ngày làm việc',
      },
      steps: [
        {
          phase: 1,
          number: '1',
          task: 'Tiếp nhận và kiểm tra hồ sơ',
          responsible:
            'Trung tâm Phục vụ HCC tỉnh / Trung tâm Phục vụ HCC xã, phường, đặc khu / Điểm Tiếp nhận và Trả kết quả',
          amount: 1,
          unit: 'ngày',
        },
        {
          phase: 1,
          number: '2',
          task: 'Thẩm định hồ sơ',
          responsible: 'Chi nhánh Văn phòng Đăng ký đất đai',
          amount: 2,
          unit: 'ngày',
        },
        {
          phase: 1,
          number: '3',
          task: 'Phê duyệt hồ sơ',
          responsible: 'Lãnh đạo Chi nhánh Văn phòng Đăng ký đất đai',
          amount: 1,
          unit: 'ngày',
        },
        {
          phase: 1,
          number: '4',
          task: 'Chuyển thông tin xác định nghĩa vụ tài chính đến cơ quan thuế',
          responsible: 'Chi nhánh Văn phòng Đăng ký đất đai',
          amount: 0.5,
          unit: 'ngày',
        },
        {
          phase: 2,
          number: '1',
          task: 'Tiếp nhận và kiểm tra hồ sơ',
          responsible:
            'Trung tâm Phục vụ HCC tỉnh / Trung tâm Phục vụ HCC xã, phường, đặc khu / Điểm Tiếp nhận và Trả kết quả',
          amount: 0.5,
          unit: 'ngày',
        },
        {
          phase: 2,
          number: '2',
          task: 'Thẩm định, lập tờ trình cấp giấy',
          responsible: 'Chi nhánh Văn phòng Đăng ký đất đai',
          amount: 2,
          unit: 'ngày',
        },
        {
          phase: 2,
          number: '3',
          task: 'Trình duyệt',
          responsible: 'Lãnh đạo Chi nhánh Văn phòng Đăng ký đất đai',
          amount: 0.5,
          unit: 'ngày',
        },
        {
          phase: 2,
          number: '4',
          task: 'Phê duyệt Giấy chứng nhận',
          responsible: 'Lãnh đạo Văn phòng Đăng ký Đất đai tỉnh',
          amount: 0.5,
          unit: 'ngày',
        },
        {
          phase: 2,
          number: '5',
          task: 'Chuyển trả kết quả cho TTHCC',
          responsible: 'Văn phòng Đăng ký Đất đai tỉnh',
          amount: 0.5,
          unit: 'ngày',
        },
        {
          phase: 2,
          number: '6',
          task: 'Trả kết quả',
          responsible:
            'Trung tâm Phục vụ HCC tỉnh / Trung tâm Phục vụ HCC xã, phường, đặc khu / Điểm Tiếp nhận và Trả kết quả / Bưu chính',
          amount: 0,
          unit: 'ngày',
        },
      ],
    },
    sources: [
      {
        title:
          'Tệp dữ liệu TypeScript công khai TTHC_TINH_DATA trên GitHub (thủ tục đất đai năm 2025 của một tỉnh)',
        certainty: 'verified',
        note: 'Liên thông với cơ quan thuế giữa hai giai đoạn',
      },
    ],
  },
]

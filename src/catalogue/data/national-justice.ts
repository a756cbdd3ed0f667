import type { Procedure } from '../procedure.ts'

/** National records of the field "Hộ tịch" as published in 2021. Written by scripts/build-national-procedures.mjs. */
export const justice2021: readonly Procedure[] = [
  {
    schema: 'motcua/procedure@1',
    id: 'dvcqg-2021/thu-tuc-dang-ky-khai-sinh-co-yeu-to-nuoc-ngoai',
    name: 'Thủ tục đăng ký khai sinh có yếu tố nước ngoài',
    field: {
      name: 'Hộ tịch',
    },
    levels: [],
    agencies: [
      {
        name: 'Phòng Tư Pháp',
      },
    ],
    legalBases: [],
    subjects: [],
    results: [],
    sequence: [
      {
        steps: [
          '- Người có yêu cầu đăng ký khai sinh nộp hồ sơ đăng ký khai sinh tại Ủy ban nhân dân cấp huyện có thẩm quyền.',
          '- Người tiếp nhận có trách nhiệm kiểm tra toàn bộ hồ sơ, đối chiếu thông tin trong Tờ khai và tính hợp lệ của giấy tờ trong hồ sơ do người yêu cầu nộp, xuất trình.',
          '- Nếu hồ sơ đầy đủ, hợp lệ, người tiếp nhận hồ sơ viết giấy tiếp nhận, trong đó ghi rõ ngày, giờ trả kết quả; nếu hồ sơ chưa đầy đủ, hoàn thiện thì hướng dẫn ngay để người nộp hồ sơ bổ sung, hoàn thiện theo quy định.',
          'Trường hợp không thể bổ sung, hoàn thiện hồ sơ ngay thì người tiếp nhận phải lập văn bản hướng dẫn, trong đó nêu rõ loại giấy tờ, nội dung cần bổ sung, hoàn thiện, ký, ghi rõ họ, tên của người tiếp nhận.',
          '- Ngay sau khi tiếp nhận hồ sơ, nếu thấy thông tin khai sinh đầy đủ và phù hợp, Phòng Tư pháp báo cáo Chủ tịch Ủy ban nhân dân cấp huyện. Trường hợp Chủ tịch đồng ý giải quyết thì công chức làm công tác hộ tịch ghi nội dung khai sinh vào Sổ đăng ký khai sinh. Khi trả kết quả đăng ký hộ tịch, người trả kết quả có trách nhiệm hướng dẫn người yêu cầu đăng ký hộ tịch kiểm tra nội dung Giấy khai sinh và Sổ đăng ký khai sinh; cùng người đi đăng ký khai sinh ký tên vào Sổ, cấp 01 bản chính Giấy khai sinh cho người được đăng ký khai sinh. Trường hợp cha, mẹ lựa chọn quốc tịch Việt Nam cho con thì công chức làm công tác hộ tịch cập nhật thông tin khai sinh theo hướng dẫn để lấy Số định danh cá nhân.',
        ],
      },
    ],
    manners: [
      {
        channel: 'direct',
        description:
          '- Người có yêu cầu đăng ký khai sinh trực tiếp thực hiện hoặc ủy quyền cho người khác thực hiện việc đăng ký khai sinh; - Người thực hiện việc đăng ký khai sinh có thể nộp hồ sơ trực tiếp tại Ủy ban nhân dân cấp huyện có thẩm quyền hoặc gửi hồ sơ qua hệ thống bưu chính hoặc gửi qua hệ thống đăng ký hộ tịch trực tuyến.',
        terms: [
          {
            text: 'Ngay trong ngày tiếp nhận hồ sơ; trường hợp nhận hồ sơ sau 15 giờ mà không giải quyết được ngay thì trả kết quả trong ngày làm việc tiếp theo.',
            reading: {
              kind: 'same-day',
              cutOff: '15:00',
            },
          },
        ],
      },
      {
        channel: 'online',
        description:
          '- Người có yêu cầu đăng ký khai sinh trực tiếp thực hiện hoặc ủy quyền cho người khác thực hiện việc đăng ký khai sinh; - Người thực hiện việc đăng ký khai sinh có thể nộp hồ sơ trực tiếp tại Ủy ban nhân dân cấp huyện có thẩm quyền hoặc gửi hồ sơ qua hệ thống bưu chính hoặc gửi qua hệ thống đăng ký hộ tịch trực tuyến.',
        terms: [
          {
            text: 'Ngay trong ngày tiếp nhận hồ sơ; trường hợp nhận hồ sơ sau 15 giờ mà không giải quyết được ngay thì trả kết quả trong ngày làm việc tiếp theo.',
            reading: {
              kind: 'same-day',
              cutOff: '15:00',
            },
          },
        ],
      },
      {
        channel: 'post',
        description:
          '- Người có yêu cầu đăng ký khai sinh trực tiếp thực hiện hoặc ủy quyền cho người khác thực hiện việc đăng ký khai sinh; - Người thực hiện việc đăng ký khai sinh có thể nộp hồ sơ trực tiếp tại Ủy ban nhân dân cấp huyện có thẩm quyền hoặc gửi hồ sơ qua hệ thống bưu chính hoặc gửi qua hệ thống đăng ký hộ tịch trực tuyến.',
        terms: [
          {
            text: 'Ngay trong ngày tiếp nhận hồ sơ; trường hợp nhận hồ sơ sau 15 giờ mà không giải quyết được ngay thì trả kết quả trong ngày làm việc tiếp theo.',
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
        name: 'Lệ phí',
        class: 'charge',
        rates: [
          {
            amount: {
              kind: 'unread',
              text: 'Đồng',
            },
            channel: 'direct',
          },
          {
            amount: {
              kind: 'unread',
              text: 'Đồng',
            },
            channel: 'online',
          },
          {
            amount: {
              kind: 'fixed',
              amountVnd: 0,
            },
            channel: 'post',
          },
        ],
      },
    ],
    papers: [
      {
        papers: [
          {
            code: 'TP01',
            name: '- Hộ chiếu hoặc chứng minh nhân dân hoặc thẻ căn cước công dân hoặc các giấy tờ khác có dán ảnh và thông tin cá nhân do cơ quan có thẩm quyền cấp, còn giá trị sử dụng để chứng minh về nhân thân của người có yêu cầu đăng ký khai sinh;',
            originals: 1,
            certifiedCopies: 0,
            photocopies: 0,
            required: true,
          },
          {
            code: 'TP02',
            name: '- Giấy tờ chứng minh nơi cư trú để xác định thẩm quyền đăng ký khai sinh.',
            originals: 1,
            certifiedCopies: 0,
            photocopies: 0,
            required: true,
          },
          {
            code: 'TP03',
            name: '- Giấy chứng nhận kết hôn nếu cha, mẹ đã đăng ký kết hôn.',
            originals: 1,
            certifiedCopies: 0,
            photocopies: 0,
            required: true,
          },
          {
            code: 'TP04',
            name: '- Trường hợp trẻ em sinh ra ở nước ngoài, có cha hoặc mẹ là công dân Việt Nam hoặc cha và mẹ đều là công dân Việt Nam, chưa được đăng ký khai sinh ở nước ngoài, về cư trú tại Việt Nam thì xuất trình giấy tờ chứng minh việc trẻ em đã nhập cảnh hợp pháp vào Việt Nam (như: hộ chiếu, giấy tờ có giá trị đi lại quốc tế có dấu xác nhận nhập cảnh của cơ quan quản lý xuất, nhập cảnh) và văn bản xác nhận của cơ quan công an có thẩm quyền về việc trẻ em đang cư trú tại Việt Nam.',
            originals: 1,
            certifiedCopies: 0,
            photocopies: 0,
            required: true,
          },
          {
            code: 'TP05',
            name: 'Trường hợp gửi hồ sơ qua hệ thống bưu chính thì phải gửi kèm theo bản sao có chứng thực các giấy tờ phải xuất trình nêu trên.',
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

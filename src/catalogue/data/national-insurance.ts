import type { Procedure } from '../procedure.ts'

/** National records of the field "Bảo hiểm" as published in 2021. Written by scripts/build-national-procedures.mjs. */
export const insurance2021: readonly Procedure[] = [
  {
    schema: 'motcua/procedure@1',
    id: 'dvcqg-2021/thu-tuc-kham-benh-chua-benh-bao-hiem-y-te',
    name: 'Thủ tục khám bệnh, chữa bệnh bảo hiểm y tế',
    field: {
      name: 'Bảo hiểm',
    },
    levels: [],
    agencies: [
      {
        name: 'Các cơ sở khám chữa bệnh Trung ương và địa phương',
      },
    ],
    legalBases: [],
    subjects: [],
    results: [],
    sequence: [
      {
        steps: [
          'Bước 1: Đối với người tham gia bảo hiểm y tế',
          '1. Người tham gia BHYT khi đến KCB phải xuất trình thẻ BHYT có ảnh; trường hợp thẻ BHYT chưa có ảnh thì phải xuất trình thẻ BHYT cùng với giấy tờ chứng minh về nhân thân của người đó; đối với trẻ em dưới 6 tuổi chỉ phải xuất trình thẻ BHYT.',
          '2. Trường hợp cấp cứu, người tham gia BHYT được KCB tại bất kỳ cơ sở KCB nào và phải xuất trình thẻ BHYT cùng với giấy tờ quy định tại khoản 1 Bước 1 trước khi ra viện.',
          '3. Trường hợp chuyển tuyến điều trị, người tham gia BHYT phải có hồ sơ chuyển viện của cơ sở KCB.',
          '4. Trường hợp khám lại theo yêu cầu điều trị, người tham gia BHYT phải có giấy hẹn khám lại của cơ sở KCB.',
          '5. Trường hợp vượt quá khả năng chuyên môn kỹ thuật thì cơ sở KCB BHYT có trách nhiệm chuyển người bệnh kịp thời đến cơ sở KCB BHYT khác theo quy định về chuyển tuyến chuyên môn kỹ thuật.',
          '6. Một số trường hợp cụ thể đối với người tham gia BHYT:',
          '(1) Người tham gia BHYT khi đến KCB phải xuất trình thẻ BHYT có ảnh; trường hợp thẻ BHYT chưa có ảnh thì phải xuất trình một trong các giấy tờ tùy thân có ảnh do cơ quan, tổ chức có thẩm quyền cấp hoặc Giấy xác nhận của Công an cấp xã hoặc giấy tờ khác có xác nhận của cơ sở giáo dục nơi quản lý học sinh, sinh viên; các giấy tờ chứng minh nhân thân hợp pháp khác.',
          '(2) Trẻ em dưới 6 tuổi đến KCB chỉ phải xuất trình thẻ BHYT. Trường hợp trẻ chưa được cấp thẻ BHYT thì phải xuất trình bản sao giấy chứng sinh hoặc bản sao giấy khai sinh; trường hợp phải điều trị ngay sau khi sinh mà chưa có giấy chứng sinh thì thủ trưởng cơ sở KCB và cha hoặc mẹ hoặc người giám hộ của trẻ ký xác nhận vào hồ sơ bệnh án để làm căn cứ thanh toán theo quy định tại khoản 1 Điều 27 Nghị định số 146/2018/NĐ-CP ngày 17/10/2018 và chịu trách nhiệm về việc xác nhận này.',
          '(3) Người tham gia BHYT trong thời gian chờ cấp lại thẻ, đổi thẻ BHYT khi đến KCB phải xuất trình giấy hẹn cấp lại thẻ, đổi thẻ BHYT do cơ quan BHXH hoặc tổ chức, cá nhân được cơ quan BHXH ủy quyền tiếp nhận hồ sơ cấp lại thẻ, đổi thẻ cấp theo Mẫu số 4 Phụ lục ban hành kèm theo Nghị định số 146/2018/NĐ-CP ngày 17/10/2018 và một loại giấy tờ chứng minh về nhân thân của người đó.',
          '(4) Người đã hiến bộ phận cơ thể đến khám bệnh, chữa bệnh phải xuất trình các giấy tờ quy định tại điểm (1) hoặc điểm (3) nêu trên. Trường hợp phải điều trị ngay sau khi hiến thì thủ trưởng cơ sở KCB nơi lấy bộ phận cơ thể và người bệnh hoặc thân nhân của người bệnh ký xác nhận vào hồ sơ bệnh án để làm căn cứ thanh toán theo quy định tại khoản 2 Điều 27 Nghị định số 146/2018/NĐ-CP ngày 17/10/2018 và chịu trách nhiệm về việc xác nhận này.',
          '(5) Trường hợp chuyển tuyến KCB, người tham gia BHYT phải xuất trình hồ sơ chuyển tuyến của cơ sở KCB và giấy chuyển tuyến theo Mẫu số 6 Phụ lục ban hành kèm theo Nghị định số 146/2018/NĐ-CP ngày 17/10/2018. Trường hợp giấy chuyển tuyến có giá trị sử dụng đến hết ngày 31 tháng 12 năm dương lịch nhưng đợt điều trị chưa kết thúc thì được sử dụng giấy chuyển tuyến đó đến hết đợt điều trị. Trường hợp khám lại theo yêu cầu điều trị, người tham gia BHYT phải có giấy hẹn khám lại của cơ sở KCB theo Mẫu số 5 Phụ lục ban hành kèm theo Nghị định số 146/2018/NĐ-CP ngày 17/10/2018.',
          '(6) Trường hợp cấp cứu, người tham gia BHYT được đến KCB tại bất kỳ cơ sở KCB nào và phải xuất trình các giấy tờ quy định tại khoản 1 hoặc khoản 2 hoặc khoản 3 Điều 15 Nghị định số 146/2018/NĐ-CP ngày 17/10/2018 trước khi ra viện. Khi hết giai đoạn cấp cứu, người bệnh được cơ sở KCB làm thủ tục chuyển đến khoa, phòng điều trị khác tại cơ sở KCB đó để tiếp tục theo dõi, điều trị hoặc chuyển tuyến đến cơ sở KCB khác thì được xác định là đúng tuyến KCB.',
          '(7) Người tham gia BHYT trong thời gian đi công tác, làm việc lưu động, học tập trung theo các hình thức đào tạo, chương trình đào tạo, tạm trú được KCB ban đầu tại cơ sở KCB cùng tuyến chuyên môn kỹ thuật hoặc tương đương với cơ sở đăng ký KCB ban đầu ghi trên thẻ BHYT và phải xuất trình các giấy tờ quy định tại khoản 1 hoặc khoản 2 hoặc khoản 3 Điều 15 Nghị định số 146/2018/NĐ-CP ngày 17/10/2018 và một trong các giấy tờ sau đây (bản chính hoặc bản sao): giấy công tác, quyết định cử đi học, thẻ học sinh, sinh viên, giấy tờ chứng minh đăng ký tạm trú, giấy chuyển trường.',
          'Bước 2: Đối với cơ sở KCB',
          '- Tổ chức KCB bảo đảm chất lượng với thủ tục đơn giản, thuận tiện cho người tham gia BHYT.',
          '- Tiếp nhận người bệnh có thẻ BHYT vào cơ sở KCB để chẩn đoán và điều trị.',
        ],
      },
    ],
    manners: [
      {
        channel: 'direct',
        description: 'Tùy thuộc vào mức độ bệnh tật của từng người bệnh có thẻ BHYT.',
        terms: [
          {
            text: 'Không xác định',
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
            name: 'Thẻ BHYT và giấy tờ chứng minh về nhân thân của người đó; đối với trẻ em dưới 6 tuổi chỉ phải xuất trình thẻ BHYT.',
            originals: 1,
            certifiedCopies: 0,
            photocopies: 0,
            required: true,
          },
          {
            code: 'TP02',
            name: 'Bản sao giấy chứng sinh hoặc bản sao giấy khai sinh đối với trẻ em dưới 6 tuổi.',
            originals: 0,
            certifiedCopies: 0,
            photocopies: 0,
            copies: 1,
            required: true,
          },
          {
            code: 'TP03',
            name: 'Mẫu số 4. Giấy tiếp nhận hồ sơ và hẹn trả kết quả cấp, cấp lại và đổi thẻ BHYT.',
            originals: 1,
            certifiedCopies: 0,
            photocopies: 0,
            required: true,
            templateUrl: 'https://csdl.dichvucong.gov.vn/web/jsp/download_file.jsp?ma=3fe6c5359496b04c',
          },
          {
            code: 'TP04',
            name: 'Mẫu số 5. Giấy hẹn khám lại',
            originals: 1,
            certifiedCopies: 0,
            photocopies: 0,
            required: true,
            templateUrl: 'https://csdl.dichvucong.gov.vn/web/jsp/download_file.jsp?ma=3fe0af31f64f8c19',
          },
          {
            code: 'TP05',
            name: 'Mẫu số 6. Giấy chuyển tuyến KCB BHYT.',
            originals: 1,
            certifiedCopies: 0,
            photocopies: 0,
            required: true,
            templateUrl: 'https://csdl.dichvucong.gov.vn/web/jsp/download_file.jsp?ma=3fdee8adbca08424',
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
    id: 'dvcqg-2021/giai-quyet-huong-che-do-thai-san',
    name: 'Giải quyết hưởng chế độ thai sản',
    field: {
      name: 'Bảo hiểm',
    },
    levels: [],
    agencies: [
      {
        name: 'Bảo hiểm xã hội cấp Tỉnh',
      },
    ],
    legalBases: [],
    subjects: [],
    results: [],
    sequence: [
      {
        steps: [
          '1. Đối với người hưởng',
          'a) Trường hợp người hưởng là NLĐ đang đóng BHXH: Lập hồ sơ theo quy định tại mục Thành phần hồ sơ; nộp cho đơn vị SDLĐ trong thời hạn không quá 45 ngày kể từ ngày trở lại làm việc.',
          'b) Trường hợp người hưởng là người sinh con, nhận con, nhận nuôi con nuôi trong thời gian bảo lưu thời gian đóng BHXH do đã thôi việc, phục viên, xuất ngũ trước thời điểm sinh con, nhận con, nhận nuôi con nuôi (áp dụng cho cả trường hợp sinh con, nhận con, nhận nuôi con nuôi trong thời gian đang đóng BHXH kể từ ngày 01/01/2018 trở đi nhưng đã thôi việc tại đơn vị mà có nguyện vọng nộp hồ sơ hưởng chế độ tại cơ quan BHXH): Lập hồ sơ theo quy định tại mục Thành phần hồ sơ; nộp hồ sơ và xuất trình sổ BHXH cho cơ quan BHXH nơi cư trú.',
          '2. Đối với đơn vị SDLĐ',
          'Tiếp nhận hồ sơ từ NLĐ; lập Danh sách đề nghị giải quyết hưởng chế độ ốm đau, thai sản, DSPHSK (mẫu 01B-HSB) trong thời hạn 10 ngày kể từ ngày nhận đủ hồ sơ theo quy định; nộp cho cơ quan BHXH nơi đơn vị SDLĐ đóng BHXH.',
          'Cơ quan BHXH tiếp nhận hồ sơ và giải quyết theo quy định',
          '1. Đơn vị SDLĐ: nhận Danh sách giải quyết hưởng chế độ ốm đau, thai sản, trợ cấp DSPHSK (mẫu C70a-HD) và tiền trợ cấp để chi trả cho NLĐ đăng ký nhận tiền mặt tại đơn vị SDLĐ.',
          '2. Người hưởng: nhận tiền trợ cấp.',
        ],
      },
    ],
    manners: [
      {
        channel: 'direct',
        description:
          '1. Nộp hồ sơ a) Người hưởng theo quy định tại điểm 1a mục Trình tự thực hiện nộp hồ sơ trực tiếp cho đơn vị SDLĐ; b) Người hưởng theo quy định tại điểm 1b mục Trình tự thực hiện nộp hồ sơ trực tiếp tại cơ quan BHXH hoặc Trung tâm Phục vụ HCC các cấp. c) Đơn vị SDLĐ nộp hồ sơ trực tiếp tại cơ quan BHXH. 2. Nhận kết quả a) Đơn vị SDLĐ: trực tiếp nhận Danh sách giải quyết hưởng chế độ ốm đau, thai sản, DSPHSK tại cơ quan BHXH hoặc thông qua dịch vụ bưu chính công ích, giao dịch điện tử; nhận tiền trợ cấp cơ quan BHXH chuyển qua tài khoản của đơn vị để chi trả cho NLĐ đăng ký nhận bằng tiền mặt tại đơn vị SDLĐ. b) Người hưởng nhận tiền trợ cấp bằng một trong các hình thức sau: - Thông qua tài khoản cá nhân; - Trực tiếp nhận tại cơ quan BHXH trong trường hợp chưa nhận tại đơn vị mà đơn vị đã chuyển lại kinh phí cho cơ quan BHXH và trong trường hợp thôi việc trước khi sinh con, nhận con, nhận nuôi con nuôi mà không có tài khoản cá nhân; - Thông qua đơn vị SDLĐ đối với trường hợp người hưởng là NLĐ đang đóng BHXH. - Trường hợp ủy quyền cho người khác lĩnh thay, thực hiện theo quy định tại thủ tục “Ủy quyền lĩnh thay các chế độ BHXH, trợ cấp thất nghiệp” hoặc bản chính Hợp đồng ủy quyền theo quy định của pháp luật',
        terms: [
          {
            text: 'a) Nhận hồ sơ từ đơn vị SDLĐ: Tối đa 06 ngày làm việc kể từ ngày cơ quan BHXH nhận đủ hồ sơ theo quy định. b) Nhận hồ sơ từ người hưởng (theo quy định tại điểm 1b mục Trình tự thực hiện): Tối đa 03 ngày làm việc kể từ ngày nhận đủ hồ sơ theo quy định.',
            reading: {
              kind: 'unread',
              reason: 'unknown-words',
            },
          },
        ],
      },
      {
        channel: 'online',
        description:
          '1. Nộp hồ sơ a) Người hưởng theo quy định tại điểm 1a mục Trình tự thực hiện nộp hồ sơ trực tiếp cho đơn vị SDLĐ; b) Người hưởng theo quy định tại điểm 1b mục Trình tự thực hiện nộp hồ sơ cho cơ quan BHXH thông qua giao dịch điện tử: Cá nhân đăng ký nhận mã xác thực và gửi hồ sơ điện tử đến Cổng Thông tin điện tử BHXH Việt Nam hoặc qua tổ chức I-VAN (nếu đã đăng ký sử dụng dịch vụ I-VAN); Trường hợp không chuyển hồ sơ giấy sang định dạng điện tử thì gửi hồ sơ giấy cho cơ quan BHXH qua dịch vụ bưu chính công ích. c) Đơn vị SDLĐ nộp hồ sơ cho cơ quan BHXH bằng một trong các hình thức sau: - Thông qua giao dịch điện tử: đơn vị SDLĐ lập hồ sơ điện tử, ký số và gửi lên Cổng Thông tin điện tử BHXH Việt Nam hoặc qua tổ chức I-VAN; trường hợp không chuyển hồ sơ giấy sang định dạng điện tử thì gửi hồ sơ giấy đến cơ quan BHXH qua dịch vụ bưu chính công ích. 2. Nhận kết quả a) Đơn vị SDLĐ: trực tiếp nhận Danh sách giải quyết hưởng chế độ ốm đau, thai sản, DSPHSK tại cơ quan BHXH hoặc thông qua dịch vụ bưu chính công ích, giao dịch điện tử; nhận tiền trợ cấp cơ quan BHXH chuyển qua tài khoản của đơn vị để chi trả cho NLĐ đăng ký nhận bằng tiền mặt tại đơn vị SDLĐ. b) Người hưởng nhận tiền trợ cấp bằng một trong các hình thức sau: - Thông qua tài khoản cá nhân; - Trực tiếp nhận tại cơ quan BHXH trong trường hợp chưa nhận tại đơn vị mà đơn vị đã chuyển lại kinh phí cho cơ quan BHXH và trong trường hợp thôi việc trước khi sinh con, nhận con, nhận nuôi con nuôi mà không có tài khoản cá nhân; - Thông qua đơn vị SDLĐ đối với trường hợp người hưởng là NLĐ đang đóng BHXH. - Trường hợp ủy quyền cho người khác lĩnh thay, thực hiện theo quy định tại thủ tục “Ủy quyền lĩnh thay các chế độ BHXH, trợ cấp thất nghiệp” hoặc bản chính Hợp đồng ủy quyền theo quy định của pháp luật',
        terms: [
          {
            text: 'a) Nhận hồ sơ từ đơn vị SDLĐ: Tối đa 06 ngày làm việc kể từ ngày cơ quan BHXH nhận đủ hồ sơ theo quy định. b) Nhận hồ sơ từ người hưởng (theo quy định tại điểm 1b mục Trình tự thực hiện): Tối đa 03 ngày làm việc kể từ ngày nhận đủ hồ sơ theo quy định.',
            reading: {
              kind: 'unread',
              reason: 'unknown-words',
            },
          },
        ],
      },
      {
        channel: 'post',
        description:
          '1. Nộp hồ sơ a) Người hưởng theo quy định tại điểm 1a mục Trình tự thực hiện nộp hồ sơ trực tiếp cho đơn vị SDLĐ; b) Người hưởng theo quy định tại điểm 1b mục Trình tự thực hiện nộp hồ sơ cho cơ quan BHXH thông qua dịch vụ bưu chính công ích; c) Đơn vị SDLĐ nộp hồ sơ cho cơ quan BHXH bằng một trong các hình thức sau: - Thông qua dịch vụ bưu chính công ích; 2. Nhận kết quả a) Đơn vị SDLĐ: trực tiếp nhận Danh sách giải quyết hưởng chế độ ốm đau, thai sản, DSPHSK tại cơ quan BHXH hoặc thông qua dịch vụ bưu chính công ích, giao dịch điện tử; nhận tiền trợ cấp cơ quan BHXH chuyển qua tài khoản của đơn vị để chi trả cho NLĐ đăng ký nhận bằng tiền mặt tại đơn vị SDLĐ. b) Người hưởng nhận tiền trợ cấp bằng một trong các hình thức sau: - Thông qua tài khoản cá nhân; - Trực tiếp nhận tại cơ quan BHXH trong trường hợp chưa nhận tại đơn vị mà đơn vị đã chuyển lại kinh phí cho cơ quan BHXH và trong trường hợp thôi việc trước khi sinh con, nhận con, nhận nuôi con nuôi mà không có tài khoản cá nhân; - Thông qua đơn vị SDLĐ đối với trường hợp người hưởng là NLĐ đang đóng BHXH. - Trường hợp ủy quyền cho người khác lĩnh thay, thực hiện theo quy định tại thủ tục “Ủy quyền lĩnh thay các chế độ BHXH, trợ cấp thất nghiệp” hoặc bản chính Hợp đồng ủy quyền theo quy định của pháp luật',
        terms: [
          {
            text: 'a) Nhận hồ sơ từ đơn vị SDLĐ: Tối đa 06 ngày làm việc kể từ ngày cơ quan BHXH nhận đủ hồ sơ theo quy định. b) Nhận hồ sơ từ người hưởng (theo quy định tại điểm 1b mục Trình tự thực hiện): Tối đa 03 ngày làm việc kể từ ngày nhận đủ hồ sơ theo quy định.',
            reading: {
              kind: 'unread',
              reason: 'unknown-words',
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
            name: '1.1. Đối với người hưởng là NLĐ đang đóng BHXH 1.1.1. Lao động nữ đi khám thai, sẩy thai, nạo, hút thai, thai chết lưu hoặc phá thai bệnh lý; NLĐ thực hiện biện pháp tránh thai: - Trường hợp điều trị nội trú: Bản sao Giấy ra viện của NLĐ; trường hợp chuyển tuyến KCB trong quá trình điều trị nội trú thì có thêm Bản sao Giấy chuyển tuyến hoặc Giấy chuyển viện. - Trường hợp điều trị ngoại trú: Giấy chứng nhận nghỉ việc hưởng BHXH; hoặc bản sao Giấy ra viện có chỉ định của y, bác sỹ điều trị cho nghỉ thêm sau thời gian điều trị nội trú. 1.1.2. Lao động nữ sinh con: - Bản sao Giấy khai sinh hoặc Trích lục khai sinh hoặc bản sao Giấy chứng sinh của con. - Trường hợp con chết sau khi sinh: Bản sao Giấy khai sinh hoặc Trích lục khai sinh hoặc bản sao Giấy chứng sinh của con, bản sao Giấy chứng tử hoặc Trích lục khai tử hoặc bản sao Giấy báo tử của con; trường hợp con chết ngay sau khi sinh mà chưa được cấp Giấy chứng sinh thì thay bằng trích sao hoặc tóm tắt hồ sơ bệnh án hoặc Giấy ra viện của người mẹ hoặc của lao động nữ mang thai hộ thể hiện con chết. - Trường hợp người mẹ hoặc lao động nữ mang thai hộ chết sau khi sinh con thì có thêm bản sao Giấy chứng tử hoặc Trích lục khai tử của người mẹ hoặc của lao động nữ mang thai hộ. - Trường hợp người mẹ sau khi sinh hoặc người mẹ nhờ mang thai hộ sau khi nhận con mà không còn đủ sức khỏe để chăm sóc con thì có thêm Biên bản GĐYK của người mẹ, người mẹ nhờ mang thai hộ. - Trường hợp khi mang thai phải nghỉ việc để dưỡng thai theo quy định tại khoản 3 Điều 31 Luật BHXH số 58/2014/QH13 thì có thêm một trong các giấy tờ sau: + Trường hợp điều trị nội trú: Bản sao Giấy ra viện hoặc tóm tắt hồ sơ bệnh án thể hiện việc nghỉ dưỡng thai. + Trường hợp điều trị ngoại trú: Giấy chứng nhận nghỉ việc hưởng BHXH thể hiện việc nghỉ dưỡng thai. + Trường hợp phải GĐYK: Biên bản GĐYK. - Trường hợp lao động nữ mang thai hộ sinh con hoặc người mẹ nhờ mang thai hộ nhận con thì có thêm bản sao bản thỏa thuận về mang thai hộ vì mục đích nhân đạo theo quy định tại Điều 96 Luật Hôn nhân và Gia đình năm 2014; văn bản xác nhận thời điểm giao đứa trẻ của bên nhờ mang thai hộ và bên mang thai hộ. 1.1.3. Trường hợp NLĐ nhận nuôi con nuôi dưới 06 tháng tuổi: Bản sao Giấy chứng nhận nuôi con nuôi. 1.1.4. Trường hợp lao động nam hoặc người chồng của lao động nữ mang thai hộ nghỉ việc khi vợ sinh con: Bản sao Giấy chứng sinh hoặc Bản sao giấy khai sinh hoặc Trích lục khai sinh của con; trường hợp sinh con phải phẫu thuật hoặc sinh con dưới 32 tuần tuổi mà Giấy chứng sinh không thể hiện thì có thêm giấy tờ của cơ sở KCB thể hiện việc sinh con phải phẫu thuật, sinh con dưới 32 tuần tuổi. Trường hợp con chết ngay sau khi sinh mà chưa được cấp Giấy chứng sinh thì thay bằng trích sao hoặc tóm tắt hồ sơ bệnh án hoặc giấy ra viện của người mẹ hoặc của lao động nữ mang thai hộ thể hiện con chết. 1.1.5. Lao động nam hoặc người chồng của người mẹ nhờ mang thai hộ hưởng trợ cấp một lần khi vợ sinh con: Bản sao Giấy chứng sinh hoặc bản sao Giấy khai sinh hoặc trích lục khai sinh của con. Trường hợp con chết sau khi sinh mà chưa được cấp Giấy chứng sinh thì thay bằng trích sao hoặc tóm tắt hồ sơ bệnh án hoặc bản sao Giấy ra viện của người mẹ hoặc của lao động nữ mang thai hộ thể hiện con chết. Trường hợp lao động nam đồng thời hưởng chế độ do nghỉ việc khi vợ sinh con và hưởng trợ cấp một lần khi vợ sinh con thì tiếp nhận một lần hồ sơ như nêu tại tiết 1.1.4.',
            originals: 0,
            certifiedCopies: 0,
            photocopies: 0,
            copies: 1,
            required: true,
          },
          {
            code: 'TP02',
            name: '1.2. Đối với đơn vị SDLĐ: Bản chính Danh sách đề nghị giải quyết hưởng chế độ ốm đau, thai sản, DSPHSK (01B-HSB).',
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

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  formatTerm,
  type Term,
  type TermUnit,
  termUnits,
  type UnreadReason,
} from '../../../src/deadline/term.ts'
import { parseTerm } from '../../../src/deadline/term-text/parse-term.ts'

describe('what it gives', () => {
  const texts: readonly (readonly [string, Term])[] = [
    ['15 Ngày', { kind: 'calendar-days', amount: 15 }],
    [
      '03 ngày làm việc, trường hợp phải xác minh thì không quá 08 ngày làm việc',
      {
        kind: 'working-days',
        amount: 3,
        extensions: [{ kind: 'working-days', amount: 8, mode: 'to', when: 'phải xác minh' }],
      },
    ],
    ['Không quy định', { kind: 'none' }],
    ['1 Tháng', { kind: 'months', amount: 1 }],
    [
      'Ngay trong ngày tiếp nhận yêu cầu, trường hợp nhận hồ sơ sau 15 giờ mà không giải quyết được ngay thì trả kết quả trong ngày làm việc tiếp theo.',
      { kind: 'same-day', cutOff: '15:00' },
    ],
    [
      'Ngay trong ngày tiếp nhận yêu cầu; trường hợp nhận hồ sơ sau 15 giờ mà không giải quyết được ngay thì trả kết quả trong ngày làm việc tiếp theo. Trường hợp cần xác minh điều kiện kết hôn của hai bên nam, nữ thì thời hạn giải quyết không quá 05 ngày làm việc.',
      {
        kind: 'same-day',
        cutOff: '15:00',
        extensions: [
          {
            kind: 'working-days',
            amount: 5,
            mode: 'to',
            when: 'cần xác minh điều kiện kết hôn của hai bên nam, nữ',
          },
        ],
      },
    ],
    [
      '03 ngày làm việc; trường hợp cần xác minh thì thời hạn có thể kéo dài thêm không quá 05 ngày làm việc',
      {
        kind: 'working-days',
        amount: 3,
        extensions: [{ kind: 'working-days', amount: 5, mode: 'by', when: 'cần xác minh' }],
      },
    ],
    ['Trong thời hạn 03 ngày làm việc kể từ ngày nhận đủ hồ sơ hợp lệ', { kind: 'working-days', amount: 3 }],
    [
      'Không quá 10 (mười) ngày làm việc, kể từ ngày nhận đủ hồ sơ hợp lệ.',
      { kind: 'working-days', amount: 10 },
    ],
    ['Mười lăm (15) ngày', { kind: 'calendar-days', amount: 15 }],
    ['mười lăm ngày làm việc', { kind: 'working-days', amount: 15 }],
    ['năm ngày làm việc', { kind: 'working-days', amount: 5 }],
    ['hai mươi mốt ngày', { kind: 'calendar-days', amount: 21 }],
    ['một năm', { kind: 'years', amount: 1 }],
    ['Ba tháng', { kind: 'months', amount: 3 }],
    ['0,5 ngày làm việc', { kind: 'working-days', amount: 0.5 }],
    ['1/2 ngày làm việc', { kind: 'working-days', amount: 0.5 }],
    ['½ ngày làm việc', { kind: 'working-days', amount: 0.5 }],
    ['Nửa ngày làm việc', { kind: 'working-days', amount: 0.5 }],
    ['2.5 ngày', { kind: 'calendar-days', amount: 2.5 }],
    ['8 giờ làm việc', { kind: 'working-hours', amount: 8 }],
    ['24 giờ', { kind: 'hours', amount: 24 }],
    ['08 Giờ', { kind: 'hours', amount: 8 }],
    ['4h làm việc', { kind: 'working-hours', amount: 4 }],
    ['30 phút', { kind: 'hours', amount: 0.5 }],
    ['2 tuần', { kind: 'calendar-days', amount: 14 }],
    ['02 năm', { kind: 'years', amount: 2 }],
    ['06 tháng', { kind: 'months', amount: 6 }],
    ['Trong ngày', { kind: 'same-day' }],
    ['Trong ngày làm việc', { kind: 'same-day' }],
    ['Ngay trong ngày làm việc', { kind: 'same-day' }],
    ['Giải quyết ngay trong ngày', { kind: 'same-day' }],
    ['Ngay sau khi tiếp nhận hồ sơ', { kind: 'same-day' }],
    ['Giải quyết ngay', { kind: 'same-day' }],
    ['Trả kết quả ngay trong ngày làm việc.', { kind: 'same-day' }],
    ['Không quy định cụ thể', { kind: 'none' }],
    ['Không quy định thời hạn', { kind: 'none' }],
    ['Pháp luật không quy định', { kind: 'none' }],
    ['không có quy định', { kind: 'none' }],
    [
      '15 ngày làm việc (không kể thời gian thực hiện nghĩa vụ tài chính)',
      { kind: 'working-days', amount: 15 },
    ],
    [
      'Không quá 15 ngày làm việc (không bao gồm thời gian giải quyết của cơ quan thuế)',
      { kind: 'working-days', amount: 15 },
    ],
    ['15 ngày làm việc (không tính thứ bảy, chủ nhật, ngày lễ)', { kind: 'working-days', amount: 15 }],
    [
      'Không quá 30 ngày. Đối với các xã miền núi, hải đảo, vùng sâu, vùng xa thì thời gian thực hiện được tăng thêm 10 ngày.',
      {
        kind: 'calendar-days',
        amount: 30,
        extensions: [
          {
            kind: 'calendar-days',
            amount: 10,
            mode: 'by',
            when: 'các xã miền núi, hải đảo, vùng sâu, vùng xa',
          },
        ],
      },
    ],
    [
      '15 ngày làm việc, 25 ngày làm việc đối với xã vùng sâu, vùng xa',
      {
        kind: 'working-days',
        amount: 15,
        extensions: [{ kind: 'working-days', amount: 25, mode: 'to', when: 'xã vùng sâu, vùng xa' }],
      },
    ],
    ['15 ngày làm viêc', { kind: 'working-days', amount: 15 }],
    ['15ngày làm việc', { kind: 'working-days', amount: 15 }],
    ['15 NGÀY LÀM VIỆC', { kind: 'working-days', amount: 15 }],
    [
      'Trong ngày cơ quan, tổ chức tiếp nhận yêu cầu hoặc trong ngày làm việc tiếp theo, nếu tiếp nhận yêu cầu sau 15 giờ. Trường hợp cùng một lúc yêu cầu chứng thực bản sao từ nhiều loại bản chính giấy tờ, văn bản mà cơ quan, tổ chức thực hiện chứng thực không thể đáp ứng được thời hạn quy định nêu trên thì thời hạn chứng thực được kéo dài thêm không quá 02 (hai) ngày làm việc hoặc có thể dài hơn theo thỏa thuận bằng văn bản với người yêu cầu chứng thực. Trường hợp trả kết quả trong ngày làm việc tiếp theo thì người tiếp nhận hồ sơ phải có phiếu hẹn ghi rõ thời gian (giờ, ngày) trả kết quả cho người yêu cầu chứng thực.',
      {
        kind: 'same-day',
        cutOff: '15:00',
        extensions: [{ kind: 'working-days', amount: 2, mode: 'by', when: 'trên' }],
      },
    ],
    [
      'Không quá 02 (hai) ngày làm việc, kể từ ngày nhận đủ hồ sơ yêu cầu chứng thực hoặc có thể kéo dài hơn theo thỏa thuận bằng văn bản với người yêu cầu chứng thực.',
      { kind: 'working-days', amount: 2 },
    ],
    [
      '07 ngày làm việc kể từ ngày nhận đủ hồ sơ hợp lệ. Trường hợp từ chối phải trả lời bằng văn bản và nêu rõ lý do.',
      { kind: 'working-days', amount: 7 },
    ],
    [
      '20 ngày làm việc, trong đó: Sở Nội vụ 15 ngày làm việc, UBND tỉnh 05 ngày làm việc',
      { kind: 'working-days', amount: 20 },
    ],
    ['Trực tiếp: 15 ngày; Trực tuyến: 15 ngày', { kind: 'calendar-days', amount: 15 }],
    [
      '05 ngày làm việc; trường hợp cần xác minh thì thời hạn có thể kéo dài nhưng không quá 05 ngày làm việc',
      {
        kind: 'working-days',
        amount: 5,
        extensions: [{ kind: 'working-days', amount: 5, mode: 'by', when: 'cần xác minh' }],
      },
    ],
    [
      '03 ngày làm việc. Nếu phải xác minh thì kéo dài đến 10 ngày làm việc',
      {
        kind: 'working-days',
        amount: 3,
        extensions: [{ kind: 'working-days', amount: 10, mode: 'to', when: 'phải xác minh' }],
      },
    ],
    [
      'Trong thời hạn 15 ngày làm việc kể từ ngày nhận đủ hồ sơ hợp lệ, Sở Công Thương cấp Giấy phép; trường hợp từ chối thì trả lời bằng văn bản và nêu rõ lý do',
      { kind: 'working-days', amount: 15 },
    ],
    ['12 ngày (kể cả ngày nghỉ)', { kind: 'calendar-days', amount: 12 }],
    ['<p>05 ngày làm việc</p>', { kind: 'working-days', amount: 5 }],
    ['5 ngày&nbsp;làm việc', { kind: 'working-days', amount: 5 }],
    ['45 ngày (bốn mươi lăm ngày)', { kind: 'calendar-days', amount: 45 }],
    ['15 ngày (kể từ ngày nhận đủ hồ sơ hợp lệ)', { kind: 'calendar-days', amount: 15 }],
    ['15 ngày làm việc (nếu có)', { kind: 'working-days', amount: 15 }],
    [
      '15 ngày làm việc, kể từ ngày cơ quan đăng ký đầu tư nhận được hồ sơ',
      { kind: 'working-days', amount: 15 },
    ],
    ['05 ngày làm việc kể từ ngày nhận được văn bản đề nghị', { kind: 'working-days', amount: 5 }],
    ['Tối đa là 10 ngày làm việc', { kind: 'working-days', amount: 10 }],
    [
      'Thời gian giải quyết tối đa 10 ngày làm việc kể từ ngày tiếp nhận hồ sơ hợp lệ.',
      { kind: 'working-days', amount: 10 },
    ],
    ['Chậm nhất sau 05 ngày làm việc kể từ ngày nhận đủ hồ sơ hợp lệ', { kind: 'working-days', amount: 5 }],
    ['Thời hạn: 30 ngày làm việc', { kind: 'working-days', amount: 30 }],
    ['- 05 ngày làm việc', { kind: 'working-days', amount: 5 }],
    ['+ 05 ngày làm việc kể từ ngày nhận đủ hồ sơ', { kind: 'working-days', amount: 5 }],
    ['01 (một) tháng', { kind: 'months', amount: 1 }],
    ['12 tháng', { kind: 'months', amount: 12 }],
    [
      'Không quá 20 ngày làm việc kể từ ngày nhận đủ hồ sơ hợp lệ (thời gian chờ bổ sung hồ sơ không tính vào thời hạn giải quyết)',
      { kind: 'working-days', amount: 20 },
    ],
    [
      'Thời hạn 10 ngày làm việc, kể từ ngày nhận được hồ sơ hợp lệ, cơ quan có thẩm quyền cấp giấy phép. Trường hợp không cấp phải trả lời bằng văn bản, nêu rõ lý do.',
      { kind: 'working-days', amount: 10 },
    ],
    ['Ngay khi nhận đủ hồ sơ', { kind: 'same-day' }],
    ['Trong vòng 24 giờ kể từ khi tiếp nhận hồ sơ', { kind: 'hours', amount: 24 }],
    ['Ngay', { kind: 'same-day' }],
    [
      'Trong thời hạn 05 ngày làm việc, kể từ ngày nhận đủ hồ sơ hợp lệ; trường hợp kéo dài thì không quá 10 ngày làm việc',
      {
        kind: 'working-days',
        amount: 5,
        extensions: [{ kind: 'working-days', amount: 10, mode: 'to', when: 'kéo dài' }],
      },
    ],
    [
      'Trong ngày làm việc, nếu nhận sau 15h00 thì trả kết quả vào ngày làm việc tiếp theo',
      { kind: 'same-day', cutOff: '15:00' },
    ],
    [
      'Ngay trong ngày; sau 15 giờ 30 phút thì trả kết quả ngày làm việc kế tiếp',
      { kind: 'same-day', cutOff: '15:30' },
    ],
    [
      'Ngay trong ngày làm việc; nếu nhận hồ sơ sau 3 giờ chiều thì trả vào ngày làm việc tiếp theo',
      { kind: 'same-day', cutOff: '15:00' },
    ],
    ['15 ngay lam viec', { kind: 'working-days', amount: 15 }],
    ['10 ngày làm việc kể từ khi nhận hồ sơ', { kind: 'working-days', amount: 10 }],
    ['Thời hạn giải quyết: 10 ngày làm việc', { kind: 'working-days', amount: 10 }],
    ['Trường hợp hồ sơ hợp lệ: 05 ngày làm việc', { kind: 'working-days', amount: 5 }],
    [
      'Không quá 05 ngày làm việc kể từ ngày nhận đủ hồ sơ hợp lệ, trường hợp cần kiểm tra thực tế thì thời hạn không quá 10 ngày làm việc',
      {
        kind: 'working-days',
        amount: 5,
        extensions: [{ kind: 'working-days', amount: 10, mode: 'to', when: 'cần kiểm tra thực tế' }],
      },
    ],
    [
      '20 ngày. Trường hợp phức tạp có thể gia hạn thêm tối đa 10 ngày',
      {
        kind: 'calendar-days',
        amount: 20,
        extensions: [{ kind: 'calendar-days', amount: 10, mode: 'by', when: 'phức tạp' }],
      },
    ],
    [
      '30 ngày kể từ ngày nhận đủ hồ sơ; đối với vụ việc phức tạp có thể kéo dài hơn nhưng không quá 45 ngày',
      {
        kind: 'calendar-days',
        amount: 30,
        extensions: [{ kind: 'calendar-days', amount: 45, mode: 'to', when: 'vụ việc phức tạp' }],
      },
    ],
    [
      'Thời hạn giải quyết khiếu nại lần đầu không quá 30 ngày, kể từ ngày thụ lý; đối với vụ việc phức tạp thì thời hạn giải quyết có thể kéo dài hơn nhưng không quá 45 ngày, kể từ ngày thụ lý.',
      {
        kind: 'calendar-days',
        amount: 30,
        extensions: [{ kind: 'calendar-days', amount: 45, mode: 'to', when: 'vụ việc phức tạp' }],
      },
    ],
    ['120 phút', { kind: 'hours', amount: 2 }],
    ['Một ngày làm việc', { kind: 'working-days', amount: 1 }],
    ['Chậm nhất 05 ngày làm việc sau khi nhận đủ hồ sơ', { kind: 'working-days', amount: 5 }],
    ['Thời hạn đăng ký lại khai sinh là 05 ngày làm việc', { kind: 'working-days', amount: 5 }],
    ['Nộp hồ sơ trực tuyến: 15 ngày', { kind: 'calendar-days', amount: 15 }],
    ['Cơ quan đăng ký trả kết quả trong ngày', { kind: 'same-day' }],
  ]
  it.each(texts)('reads "%s"', (text, term) => {
    expect(parseTerm(text)).toEqual(term)
  })
})

describe('what it refuses', () => {
  const texts: readonly (readonly [string, UnreadReason])[] = [
    ['Tùy theo đợt', 'depends'],
    ['30', 'no-unit'],
    ['0', 'zero'],
    ['10 (mười lăm) ngày làm việc', 'conflicting-number'],
    ['từ 5 đến 7 ngày', 'range'],
    ['5-7 ngày làm việc', 'range'],
    ['05 – 07 ngày', 'range'],
    ['Từ 03 ngày đến 05 ngày làm việc', 'range'],
    ['1 tháng 15 ngày', 'compound'],
    ['Trong buổi', 'session'],
    ['Trong buổi làm việc', 'session'],
    ['Trong ngày làm việc tiếp theo', 'no-quantity'],
    ['0 ngày', 'zero'],
    ['00 ngày làm việc', 'zero'],
    ['Không', 'no-quantity'],
    ['Không xác định', 'no-quantity'],
    [
      'a) Nhận hồ sơ từ đơn vị SDLĐ: Tối đa 06 ngày làm việc. b) Nhận hồ sơ từ người hưởng: Tối đa 03 ngày làm việc.',
      'unknown-words',
    ],
    ['Cấp mới: 15 ngày; cấp lại: 05 ngày', 'unknown-words'],
    ['15 ngày không kể thứ bảy, chủ nhật và ngày lễ', 'conflicting-unit'],
    ['15 ngày làm việt', 'unknown-words'],
    ['05 ngày làm việc kể từ ngày hết hạn nộp hồ sơ', 'starts-elsewhere'],
    ['Trong thời hạn 60 ngày kể từ ngày sinh con', 'starts-elsewhere'],
    [
      '15 ngày làm việc. Trường hợp từ chối, trong thời hạn 03 ngày làm việc phải thông báo bằng văn bản',
      'unknown-words',
    ],
    ['Khoảng 15 ngày', 'depends'],
    ['Tối thiểu 15 ngày', 'depends'],
    ['Trên 15 ngày', 'unknown-words'],
    ['Sau 15 ngày', 'unknown-words'],
    ['Trước 15 ngày', 'unknown-words'],
    ['ít nhất 5 ngày làm việc', 'depends'],
    ['15 ngày/lần', 'unknown-words'],
    ['Ngày 15 hàng tháng', 'no-unit'],
    ['Trước ngày 15 tháng 10 hàng năm', 'unexplained-number'],
    ['Quý I hàng năm', 'depends'],
    ['2 lần/năm', 'no-unit'],
    ['20 ngày làm việc (trong đó: UBND cấp xã 05 ngày; Sở 15 ngày)', 'unknown-words'],
    ['Trực tiếp: 15 ngày; Trực tuyến: 10 ngày', 'several-terms'],
    ['05 ngày làm việc; trường hợp phức tạp thì không quá 03 ngày làm việc', 'several-terms'],
    ['05 ngày làm việc đối với hồ sơ cấp mới', 'conditional'],
    ['03 ngày làm việc, trường hợp phức tạp kéo dài không quá 08 ngày làm việc', 'ambiguous-extension'],
    ['Trong thời hạn 03 ngày làm việc kể từ ngày nhận hồ sơ, Sở kiểm tra tính đầy đủ của hồ sơ', 'sub-step'],
    [
      'Trong thời hạn 03 ngày làm việc kể từ ngày nhận hồ sơ, Sở kiểm tra. Trong thời hạn 15 ngày, Sở cấp phép',
      'several-terms',
    ],
    ['05 ngày làm việc/hồ sơ', 'unknown-words'],
    ['3 ngày rưỡi', 'unknown-words'],
    ['', 'empty'],
    ['   ', 'empty'],
    ['15 ngày (ngày làm việc)', 'conflicting-unit'],
    ['15 (mười lăm) ngày tính theo ngày làm việc', 'conflicting-unit'],
    ['15 ngày (không kể thứ bảy, chủ nhật, ngày lễ)', 'conflicting-unit'],
    ['15 ngày (tính từ ngày họp hội đồng)', 'starts-elsewhere'],
    ['15 ngày. Thời gian được tính theo ngày làm việc.', 'conflicting-unit'],
    ['15 ngày kể từ ngày nhận đủ hồ sơ hợp lệ và phí thẩm định', 'starts-elsewhere'],
    ['10 ngày làm việc kể từ ngày có kết quả thẩm định', 'starts-elsewhere'],
    ['1 Tháng, 15 ngày', 'several-terms'],
    ['02 ngày làm việc và 04 giờ', 'compound'],
    ['10 ngày đối với trường hợp A và 20 ngày đối với trường hợp B', 'unknown-words'],
    ['Thời hạn giải quyết 08 ngày làm việc/01 hồ sơ', 'unexplained-number'],
    ['08 ngày làm việc (cắt giảm 02/10 ngày)', 'unknown-words'],
    ['01 tuần làm việc', 'no-unit'],
    ['Trả ngay', 'no-quantity'],
    ['Theo quy định của pháp luật', 'no-quantity'],
    ['Theo Nghị định số 61/2018/NĐ-CP', 'no-quantity'],
    ['05 ngày làm việc theo Điều 12 Nghị định số 61/2018/NĐ-CP', 'unknown-words'],
    [
      '01 ngày làm việc; trường hợp nhận hồ sơ sau 15 giờ thì trả kết quả trong ngày làm việc tiếp theo',
      'several-terms',
    ],
    ['10 ngày làm việc hoặc 15 ngày', 'range'],
    ['10 ngày hoặc lâu hơn', 'unknown-words'],
    [
      '03 ngày, kể từ ngày nhận hồ sơ; đối với hồ sơ ở xã cách trung tâm trên 50 km thì thêm 05 ngày làm việc',
      'unexplained-number',
    ],
    ['Đối với trường hợp cấp mới: 10 ngày làm việc; cấp lại: 05 ngày làm việc', 'unknown-words'],
    [
      '01 ngày làm việc kể từ khi nhận đủ hồ sơ hợp lệ (trường hợp nhận hồ sơ sau 15 giờ thì trả kết quả vào ngày làm việc tiếp theo)',
      'several-terms',
    ],
    ['Trong giờ hành chính', 'no-quantity'],
    ['Từ thứ 2 đến thứ 6', 'no-unit'],
    ['07 ngày làm việc (giảm 03 ngày so với quy định)', 'unknown-words'],
    ['5 ngày kể từ ngày nộp đủ lệ phí', 'starts-elsewhere'],
    ['Thời hạn của giấy chứng nhận là 3 năm', 'unknown-words'],
    ['Thời hạn sử dụng là 5 năm', 'unknown-words'],
    ['Giấy phép có giá trị 05 năm', 'unknown-words'],
    ['Thời hạn kiểm tra hồ sơ là 1 ngày', 'sub-step'],
    ['Thời gian tiếp nhận hồ sơ: 1 ngày', 'sub-step'],
    ['Thời gian tiếp nhận: trong ngày làm việc', 'unknown-words'],
    ['Nộp hồ sơ trong ngày làm việc', 'unknown-words'],
    ['10 ngày làm việc (05 ngày làm việc nếu nộp trực tuyến)', 'several-terms'],
    ['40 ngày (trong đó thời gian niêm yết công khai 15 ngày)', 'sub-step'],
    ['03 ngày làm việc (72 giờ)', 'several-terms'],
  ]
  it.each(texts)('leaves "%s" to a person: %s', (text, reason) => {
    expect(parseTerm(text)).toEqual({ kind: 'unread', reason })
  })
})

describe('edges', () => {
  it('reads decomposed text as composed text', () => {
    const text = '03 ngày làm việc, trường hợp phải xác minh thì không quá 08 ngày làm việc'
    expect(parseTerm(text.normalize('NFD'))).toEqual(parseTerm(text))
  })
  it('reads capitals, mark-up and stray spaces as the plain text', () => {
    for (const text of ['05 NGÀY LÀM VIỆC', ' <p>05&nbsp;ngày  làm việc</p> ', '05\u00a0Ngày làm việc.']) {
      expect(parseTerm(text)).toEqual({ kind: 'working-days', amount: 5 })
    }
  })
  it('answers the longest and strangest texts without failing', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.string({ unit: 'grapheme' })), (text) => {
        expect(typeof parseTerm(text).kind).toBe('string')
      }),
    )
    const long = `${'trường hợp '.repeat(5000)}15 ngày`
    expect(parseTerm(long).kind).toBe('unread')
  })
  it('never reads a text with one more unexplained number', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 400 }), fc.integer({ min: 1, max: 400 }), (amount, other) => {
        expect(parseTerm(`${amount} ngày làm việc ${other}`).kind).toBe('unread')
        expect(parseTerm(`${other} hồ sơ trong ${amount} ngày`).kind).toBe('unread')
      }),
    )
  })
  it('reads back every term that it writes in Vietnamese', () => {
    const unit = fc.constantFrom(...(Object.keys(termUnits) as TermUnit[]))
    const quantity = fc.record({ kind: unit, amount: fc.integer({ min: 1, max: 500 }) })
    const when = fc.constantFrom('phải xác minh', 'hồ sơ phức tạp', 'xã vùng sâu, vùng xa')
    fc.assert(
      fc.property(quantity, fc.integer({ min: 1, max: 60 }), when, (base, more, circumstance) => {
        const by = { kind: base.kind, amount: more, mode: 'by', when: circumstance } as const
        const to = { kind: base.kind, amount: base.amount + more, mode: 'to', when: circumstance } as const
        for (const term of [base, { ...base, extensions: [by] }, { ...base, extensions: [to, by] }]) {
          expect(parseTerm(formatTerm(term, 'vi'))).toEqual(term)
        }
      }),
    )
    for (const term of [
      { kind: 'same-day' },
      { kind: 'same-day', cutOff: '15:00' },
      { kind: 'none' },
    ] as const) {
      expect(parseTerm(formatTerm(term, 'vi'))).toEqual(term)
    }
  })
})

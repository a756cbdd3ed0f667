/**
 * A procedure (thủ tục hành chính) as an agency publishes it.
 *
 * @module
 */
import * as z from 'zod'
import { closedLists, type Immutable, label } from '../dossier/index.ts'
import { FeeItem } from './fee.ts'
import { PublishedTerm } from './published-term.ts'
import { wordsOf } from './words-of.ts'

const Line = z.string().min(1)
const CaseName = Line.optional()
const Copies = z.int().min(0).max(9_999)

/** Codes of papers and results: official where there are some, otherwise numbered as published. */
const LocalCode = z.string().regex(/^[0-9A-Za-z][0-9A-Za-z._-]{0,49}$/)

/** The version of the record's schema, which every record names. */
export const PROCEDURE_SCHEMA = 'motcua/procedure@1'

/** One paper that a procedure asks for. */
export const RequiredPaper = z.strictObject({
  code: label(LocalCode, 'Mã thành phần hồ sơ', 'Paper code'),
  name: label(Line, 'Tên giấy tờ', 'Name'),
  originals: label(Copies, 'Số bản chính', 'Originals'),
  certifiedCopies: label(Copies, 'Số bản sao (chứng thực)', 'Certified copies'),
  photocopies: label(Copies, 'Số bản chụp', 'Photocopies'),
  copies: label(Copies.optional(), 'Số bản sao (không nói loại)', 'Copies of a kind that is not said'),
  required: label(z.boolean(), 'Bắt buộc', 'Required'),
  template: label(Line.optional(), 'Mẫu đơn, tờ khai', 'Form to fill in'),
  templateUrl: label(Line.optional(), 'Đường dẫn mẫu đơn', 'Address of the form'),
  reusableFrom: label(
    z.array(wordsOf(closedLists.paperSources)).optional(),
    'Có thể khai thác từ',
    'Can be reused from',
  ),
  note: label(Line.optional(), 'Ghi chú', 'Note'),
})
/** One paper that a procedure asks for. */
export type RequiredPaper = Immutable<z.infer<typeof RequiredPaper>>

/** One way of doing a procedure, with its terms. */
export const Manner = z.strictObject({
  channel: label(wordsOf(closedLists.channels), 'Hình thức nộp', 'Channel'),
  description: label(Line.optional(), 'Mô tả', 'Description'),
  terms: label(z.array(PublishedTerm).min(1), 'Thời hạn giải quyết', 'Terms'),
})
/** One way of doing a procedure, with its terms. */
export type Manner = Immutable<z.infer<typeof Manner>>

/** One field of the electronic form of a procedure. */
export const FormField = z.strictObject({
  name: label(z.string().regex(/^[A-Za-z][0-9A-Za-z_]{0,63}$/), 'Tên trường', 'Field name'),
  label: label(Line, 'Nhãn', 'Label'),
  type: label(z.enum(['text', 'number', 'boolean', 'date', 'choice']), 'Kiểu dữ liệu', 'Type'),
  required: label(z.boolean(), 'Bắt buộc', 'Required'),
  choices: label(z.array(Line).min(1).optional(), 'Lựa chọn', 'Choices'),
})
/** One field of the electronic form of a procedure. */
export type FormField = Immutable<z.infer<typeof FormField>>

/** One step of the internal process as it was published; the process itself is made of it by `procedure`. */
export const PublishedStep = z.strictObject({
  phase: label(z.int().min(1).optional(), 'Giai đoạn', 'Phase'),
  number: label(Line, 'Bước', 'Number'),
  task: label(Line.optional(), 'Trình tự', 'Task'),
  responsible: label(Line.optional(), 'Trách nhiệm', 'Responsible'),
  from: label(Line.optional(), 'Bên giao', 'From'),
  to: label(Line.optional(), 'Bên nhận', 'To'),
  amount: label(z.number().min(0).optional(), 'Thời gian', 'Duration'),
  unit: label(Line.optional(), 'Đơn vị thời gian', 'Unit, in the words of the table'),
  text: label(Line.optional(), 'Thời gian (nguyên văn)', 'Duration in words'),
  forms: label(z.array(Line).optional(), 'Biểu mẫu', 'Forms'),
  parallelWith: label(Line.optional(), 'Song song với bước', 'Runs beside step'),
})
/** One step of the internal process as it was published. */
export type PublishedStep = Immutable<z.infer<typeof PublishedStep>>

/** Where a record comes from and how far it was checked. */
export const Source = z.strictObject({
  title: label(Line, 'Nguồn', 'Source'),
  certainty: label(z.enum(['verified', 'secondary', 'unverified']), 'Mức độ xác minh', 'How far checked'),
  seenOn: label(
    z.iso.date().optional(),
    'Có từ ngày (theo nguồn)',
    'Published by this day, as the source shows',
  ),
  note: label(Line.optional(), 'Ghi chú', 'Note'),
})
/** Where a record comes from and how far it was checked. */
export type Source = Immutable<z.infer<typeof Source>>

/** A procedure as published: what it asks for, how long it takes, what it costs, what comes out. */
export const Procedure = z.strictObject({
  schema: label(z.literal(PROCEDURE_SCHEMA), 'Lược đồ', 'Schema'),
  id: label(z.string().regex(/^[0-9A-Za-z][0-9A-Za-z._/-]{0,99}$/), 'Mã bản ghi', 'Record id'),
  code: label(
    z
      .string()
      .regex(/^[123]\.[0-9]{6}(?:\.[0-9]{3}\.[0-9]{2}\.[0-9]{2}\.[A-Z][0-9]{2})?$/)
      .optional(),
    'Mã thủ tục hành chính',
    'Procedure code',
  ),
  name: label(Line, 'Tên thủ tục hành chính', 'Name'),
  field: label(
    z.strictObject({
      code: label(Line.optional(), 'Mã lĩnh vực', 'Field code'),
      name: label(Line, 'Tên lĩnh vực', 'Field name'),
    }),
    'Lĩnh vực',
    'Field',
  ),
  levels: label(z.array(wordsOf(closedLists.adminLevels)), 'Cấp thực hiện', 'Levels'),
  agencies: label(
    z.array(
      z.strictObject({
        code: label(Line.optional(), 'Mã đơn vị', 'Agency identifier'),
        name: label(Line, 'Tên đơn vị', 'Name'),
      }),
    ),
    'Cơ quan thực hiện',
    'Agencies',
  ),
  legalBases: label(
    z.array(
      z.strictObject({
        number: label(Line.optional(), 'Số văn bản', 'Number'),
        title: label(Line, 'Tên văn bản', 'Title'),
      }),
    ),
    'Căn cứ pháp lý',
    'Legal bases',
  ),
  sequence: label(
    z.array(
      z.strictObject({
        case: label(CaseName, 'Trường hợp', 'Case'),
        steps: label(z.array(Line).min(1), 'Trình tự', 'Steps'),
      }),
    ),
    'Trình tự thực hiện',
    'Sequence',
  ),
  manners: label(z.array(Manner), 'Cách thức thực hiện', 'Manners'),
  fees: label(z.array(FeeItem), 'Phí, lệ phí', 'Fees'),
  papers: label(
    z.array(
      z.strictObject({
        case: label(CaseName, 'Trường hợp', 'Case'),
        papers: label(z.array(RequiredPaper), 'Giấy tờ', 'Papers'),
      }),
    ),
    'Thành phần hồ sơ',
    'Papers',
  ),
  dossierSets: label(z.int().min(1).optional(), 'Số bộ hồ sơ', 'Sets'),
  form: label(
    z
      .strictObject({
        code: label(z.string().regex(/^[0-9A-Za-z][0-9A-Za-z._:-]{0,63}$/), 'Mã biểu mẫu', 'Form code'),
        fields: label(z.array(FormField).min(1), 'Các trường', 'Fields'),
      })
      .optional(),
    'Biểu mẫu điện tử',
    'Electronic form',
  ),
  subjects: label(
    z.array(
      z.strictObject({
        kind: label(wordsOf(closedLists.applicantKinds).optional(), 'Loại đối tượng', 'Kind'),
        text: label(Line, 'Đối tượng thực hiện', 'Subject'),
      }),
    ),
    'Đối tượng thực hiện',
    'Subjects',
  ),
  results: label(
    z.array(
      z.strictObject({
        code: label(LocalCode, 'Mã kết quả', 'Result code'),
        name: label(Line, 'Tên kết quả', 'Name'),
      }),
    ),
    'Kết quả thực hiện',
    'Results',
  ),
  requirements: label(z.array(Line), 'Yêu cầu, điều kiện', 'Requirements'),
  service: label(
    z
      .strictObject({
        level: label(wordsOf(closedLists.serviceLevels), 'Mức độ dịch vụ công trực tuyến', 'Service level'),
        partialReason: label(
          wordsOf(closedLists.partialServiceReasons).optional(),
          'Lý do chỉ một phần',
          'Why only partly',
        ),
      })
      .optional(),
    'Dịch vụ công trực tuyến',
    'Online service',
  ),
  digitisation: label(
    z.array(wordsOf(closedLists.digitisationMoments)),
    'Số hóa tại các khâu',
    'Moments of digitisation',
  ),
  process: label(
    z
      .strictObject({
        declaredTerm: label(PublishedTerm.optional(), 'Thời hạn công bố', 'Declared term'),
        steps: label(z.array(PublishedStep).min(1), 'Các bước', 'Steps'),
      })
      .optional(),
    'Quy trình nội bộ công bố',
    'Internal process as published',
  ),
  remarks: label(
    z.array(
      z.strictObject({
        name: label(Line, 'Mục', 'Heading'),
        text: label(Line, 'Nội dung', 'Text'),
      }),
    ),
    'Nội dung khác (nguyên văn)',
    'Other published text',
  ),
  sources: label(z.array(Source).min(1), 'Nguồn', 'Sources'),
})
/** A procedure as published. */
export type Procedure = Immutable<z.infer<typeof Procedure>>

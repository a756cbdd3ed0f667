/**
 * What gives an attack away, in both languages, and which attack it is.
 *
 * Sources: Mladenov et al., 1 Trillion Dollar Refund: How to Spoof PDF Signatures (CCS 2019), for forgery, wrapping
 * and incremental saving; Mainka et al., Shadow Attacks (NDSS 2021); Rohlmann et al., Breaking the Specification:
 * PDF Certification (IEEE S&P 2021).
 *
 * @module
 */
import type { LocalizedText } from '../../errors.ts'
import type { AttackName, RecognisedAttack } from '../difference/change.ts'

/** A sign of an attack. */
interface AttackSign extends LocalizedText {
  readonly name: AttackName
  readonly stage?: 'suspected'
}

const forgery = { name: 'universal-forgery' } as const
const wrapping = { name: 'signature-wrapping' } as const
const saving = { name: 'incremental-saving' } as const
const hide = { name: 'shadow-hide' } as const
const replace = { name: 'shadow-replace' } as const
const hideAndReplace = { name: 'shadow-hide-and-replace' } as const
const evil = { name: 'evil-annotation' } as const
const sneaky = { name: 'sneaky-signature' } as const

/** All signs. */
export const attackSigns = {
  'contents-missing': { ...forgery, vi: 'chữ ký không có giá trị', en: 'the signature has no value' },
  'contents-null': { ...forgery, vi: 'giá trị chữ ký là null', en: 'the value of the signature is null' },
  'contents-no-string': {
    ...forgery,
    vi: 'giá trị chữ ký không phải chuỗi',
    en: 'the value of the signature is no string',
  },
  'contents-empty': { ...forgery, vi: 'giá trị chữ ký rỗng', en: 'the value of the signature is empty' },
  'contents-zero': {
    ...forgery,
    vi: 'giá trị chữ ký chỉ gồm số không',
    en: 'the value of the signature is nothing but zeros',
  },
  'contents-no-cms': {
    ...forgery,
    vi: 'giá trị chữ ký không phải CMS',
    en: 'the value of the signature is no CMS object',
  },
  'contents-cut': {
    ...forgery,
    vi: 'giá trị chữ ký bị cắt cụt',
    en: 'the value of the signature is cut short',
  },
  'entry-repeated': {
    ...forgery,
    vi: 'một mục của chữ ký được ghi hai lần',
    en: 'an entry of the signature is written twice',
  },
  'byte-range-missing': {
    ...forgery,
    vi: 'chữ ký không có ByteRange',
    en: 'the signature has no byte range',
  },
  'byte-range-null': { ...forgery, vi: 'ByteRange là null', en: 'the byte range is null' },
  'byte-range-malformed': {
    ...forgery,
    vi: 'ByteRange không gồm số nguyên',
    en: 'the byte range does not hold whole numbers',
  },
  'byte-range-count': {
    ...forgery,
    vi: 'ByteRange không có đúng bốn số',
    en: 'the byte range does not have exactly four numbers',
  },
  'byte-range-negative': {
    ...forgery,
    vi: 'ByteRange có số âm',
    en: 'the byte range has a negative number',
  },
  'byte-range-start': {
    ...forgery,
    vi: 'ByteRange không bắt đầu từ đầu tệp',
    en: 'the byte range does not start at the beginning of the file',
  },
  'byte-range-overlap': {
    ...forgery,
    vi: 'hai phần của ByteRange chồng lên nhau hoặc rỗng',
    en: 'the parts of the byte range overlap or are empty',
  },
  'byte-range-beyond-file': {
    ...forgery,
    vi: 'ByteRange vượt quá cuối tệp',
    en: 'the byte range goes beyond the end of the file',
  },
  'byte-range-elsewhere': {
    ...forgery,
    vi: 'ByteRange không bao quanh giá trị chữ ký',
    en: 'the byte range does not enclose the value of the signature',
  },
  'gap-holds-more': {
    ...wrapping,
    vi: 'khoảng trống của ByteRange chứa nhiều hơn giá trị chữ ký',
    en: 'the gap of the byte range holds more than the value of the signature',
  },
  'contents-elsewhere': {
    ...wrapping,
    vi: 'giá trị trong từ điển chữ ký không phải giá trị trong khoảng trống',
    en: 'the value in the signature dictionary is not the one in the gap',
  },
  'dictionary-unsigned': {
    ...wrapping,
    vi: 'từ điển chữ ký nằm ngoài phần được ký',
    en: 'the signature dictionary lies outside the signed bytes',
  },
  'unlisted-object': {
    ...saving,
    vi: 'sau phần đã ký có đối tượng không nằm trong bảng tham chiếu nào (tệp mất phần cuối khi tải về cũng như vậy: hãy tải lại và kiểm tra)',
    en: 'objects stand behind the signed bytes that no cross-reference section lists (a file that lost its end on the way looks the same: fetch it again and check)',
  },
  'stray-startxref': {
    ...saving,
    vi: 'sau phần đã ký có startxref không dẫn tới bảng tham chiếu nào',
    en: 'a startxref stands behind the signed bytes that leads to no cross-reference section',
  },
  'misdirected-entry': {
    ...saving,
    vi: 'bảng tham chiếu thêm vào chỉ sai chỗ',
    en: 'an added cross-reference section leads astray',
  },
  'broken-cross-reference': {
    ...saving,
    vi: 'bảng tham chiếu của phần thêm vào bị hỏng, trình xem phải tự dò',
    en: 'the cross-reference data of what was added are broken; viewers search by themselves',
  },
  'unmarked-bytes': {
    ...saving,
    vi: 'sau phần đã ký có dữ liệu không thành phiên bản nào',
    en: 'bytes stand behind the signed ones that form no revision',
  },
  'page-content': {
    ...saving,
    vi: 'nội dung trang bị thay sau khi ký',
    en: 'page content was replaced after signing',
  },
  'page-tree': { ...saving, vi: 'trang bị thêm, bớt hoặc thay', en: 'pages were added, removed or replaced' },
  'catalog-replaced': {
    ...saving,
    vi: 'danh mục tài liệu bị thay',
    en: 'the document catalog was replaced',
  },
  'form-replaced': {
    ...saving,
    vi: 'biểu mẫu hoặc trường bị thay, xoá',
    en: 'the form or fields of it were replaced or removed',
  },
  'annotation-added': {
    ...saving,
    vi: 'chú thích che được nội dung bị thêm sau khi ký',
    en: 'an annotation that can cover content was added after signing',
  },
  'unlike-readings': {
    ...saving,
    vi: 'phần thêm vào được ghi theo cách mà trình xem này đọc khác trình xem kia',
    en: 'what was added is written so that one viewer reads it differently from another',
  },
  'object-stream-replaced': {
    ...saving,
    vi: 'luồng đối tượng đã ký bị thay',
    en: 'an object stream of the signed document was replaced',
  },
  'object-freed': {
    ...hide,
    vi: 'đối tượng đang hiển thị bị xoá để lộ nội dung bên dưới',
    en: 'an object that was shown was deleted, what lies below appears',
  },
  'overlay-removed': {
    ...hide,
    vi: 'hình hoặc lớp phủ trên trang bị làm rỗng',
    en: 'a picture or overlay on the page was emptied',
  },
  'annotation-removed': {
    ...hide,
    vi: 'chú thích che nội dung bị gỡ',
    en: 'an annotation that covered content was taken away',
  },
  'layer-switched': { ...hide, vi: 'lớp nội dung bị bật hoặc tắt', en: 'a layer of content was switched' },
  'annotations-reordered': {
    ...hide,
    vi: 'chú thích được xếp lại, cái này che cái kia',
    en: 'annotations were put in another order, so that others cover each other',
  },
  'overlay-prepared': {
    ...hide,
    stage: 'suspected',
    vi: 'tài liệu được ký có lớp phủ che cả trang',
    en: 'the signed document has an overlay that hides the whole page',
  },
  'font-replaced': {
    ...replace,
    vi: 'phông chữ bị thay, chữ hiển thị khác đi',
    en: 'a font was replaced, so that other letters are shown',
  },
  'resource-replaced': {
    ...replace,
    vi: 'hình hoặc tài nguyên của trang bị thay',
    en: 'a picture or another resource of a page was replaced',
  },
  'appearance-replaced': {
    ...replace,
    vi: 'hình hiển thị của trường hoặc chú thích bị thay',
    en: 'the appearance of a field or annotation was replaced',
  },
  'appearance-differs': {
    ...replace,
    vi: 'chữ hiển thị của trường nay khác giá trị của nó',
    en: 'the text shown for a field now differs from its value',
  },
  'value-replaced': {
    ...replace,
    stage: 'suspected',
    vi: 'trường đã điền khi ký nay có giá trị hoặc hình hiển thị khác',
    en: 'a field that was filled in when the document was signed has another value or appearance now',
  },
  'fields-drawn-anew': {
    ...replace,
    stage: 'suspected',
    vi: 'trình xem được yêu cầu vẽ lại các trường, có trường khi ký hiển thị khác giá trị của nó',
    en: 'viewers are asked to draw the fields anew, and some showed another text than their value when signed',
  },
  'resources-replaced': {
    ...replace,
    stage: 'suspected',
    vi: 'phông hoặc tài nguyên mà trình xem dùng để vẽ lại các trường bị thay',
    en: 'fonts or other resources with which viewers draw the fields anew were replaced',
  },
  'button-redrawn': {
    ...replace,
    stage: 'suspected',
    vi: 'hình của nút hoặc ô chọn bị thay trong khi trạng thái giữ nguyên',
    en: 'the look of a button or check box was replaced while its state stayed the same',
  },
  'field-hidden': {
    ...hide,
    stage: 'suspected',
    vi: 'trường đã điền khi ký nay bị ẩn',
    en: 'a field that was filled in when the document was signed is hidden now',
  },
  'appearance-prepared': {
    ...replace,
    stage: 'suspected',
    vi: 'khi ký, chữ hiển thị của trường đã khác giá trị của nó',
    en: 'when it was signed, the text shown for a field already differed from its value',
  },
  'hidden-pages-shown': {
    ...hideAndReplace,
    vi: 'trang ẩn có sẵn khi ký nay được hiển thị',
    en: 'pages that lay hidden in the signed document are now shown',
  },
  'open-place-filled': {
    ...hideAndReplace,
    vi: 'một chỗ để trống sẵn trong phần đã ký nay được điền nội dung',
    en: 'a place that the signed document kept open is now filled',
  },
  'field-shown': {
    ...hideAndReplace,
    stage: 'suspected',
    vi: 'trường có nội dung bị ẩn khi ký nay được hiển thị',
    en: 'a field that held something and was hidden when the document was signed is shown now',
  },
  'hidden-object-shown': {
    ...hideAndReplace,
    vi: 'bảng tham chiếu mới dùng lại đối tượng ẩn trong phần đã ký',
    en: 'new cross-reference data bring up objects that lay hidden in the signed bytes',
  },
  'hidden-section-used': {
    ...hideAndReplace,
    vi: 'một bảng tham chiếu ẩn trong phần đã ký nay được dùng',
    en: 'a cross-reference section that lay hidden in the signed bytes is now in use',
  },
  'hidden-object-prepared': {
    ...hideAndReplace,
    stage: 'suspected',
    vi: 'phần đã ký chứa hai bản của cùng một đối tượng, hoặc đối tượng không ai liệt kê',
    en: 'the signed bytes hold two versions of an object, or objects that nothing lists',
  },
  'hidden-pages-prepared': {
    ...hideAndReplace,
    stage: 'suspected',
    vi: 'tài liệu được ký có trang, cây trang hoặc danh mục ẩn',
    en: 'the signed document holds hidden pages, page trees or catalogs',
  },
  'covering-annotation': {
    ...evil,
    vi: 'chú thích che được nội dung bị thêm vào tài liệu đã chứng nhận',
    en: 'an annotation that can cover content was added to a certified document',
  },
  'field-with-action': {
    ...evil,
    vi: 'trường chữ ký mới mang hành động hoặc hình vẽ không thuộc về chữ ký',
    en: 'a new signature field carries actions or drawings that no signature needs',
  },
  'unsigned-field-shown': {
    ...sneaky,
    stage: 'suspected',
    vi: 'khung chữ ký chưa ký nhưng có hình được đặt lên trang',
    en: 'a signature field that nobody signed was put on a page with a picture of its own',
  },
  'covering-field': {
    ...sneaky,
    stage: 'suspected',
    vi: 'một trường được ký hoặc điền sau khi ký che phần lớn trang',
    en: 'a field that was signed or filled in later covers most of a page',
  },
  'visible-field': {
    ...sneaky,
    vi: 'khung chữ ký nhìn thấy bị thêm vào tài liệu đã chứng nhận',
    en: 'a visible signature field was added to a certified document',
  },
} satisfies Record<string, AttackSign>

/** Name of a sign. */
export type AttackVariant = keyof typeof attackSigns

/** Builds what is said of an attack. */
export function nameAttack(
  variant: AttackVariant,
  place: string,
  pageNumber: number | undefined = undefined,
): RecognisedAttack {
  const sign: AttackSign = attackSigns[variant]
  const { name, stage = 'carried-out', vi, en } = sign
  return { name, variant, stage, place, pageNumber, message: { vi, en } }
}

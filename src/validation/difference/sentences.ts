/**
 * What is said of each change, in both languages.
 *
 * @module
 */
import type { LocalizedText } from '../../errors.ts'

/** Changes that a rule allows, then changes that none does. */
export const sentences = {
  'catalog/updated': { vi: 'danh mục tài liệu được ghi lại', en: 'the document catalog was written anew' },
  'catalog/entry': {
    vi: 'mục mở rộng hoặc đánh dấu trong danh mục được cập nhật',
    en: 'an extension or marking entry of the catalog was updated',
  },
  'info/updated': { vi: 'thông tin tài liệu được cập nhật', en: 'the document information was updated' },
  'metadata/updated': { vi: 'siêu dữ liệu XMP được cập nhật', en: 'the XMP metadata were updated' },
  'security-store/extended': {
    vi: 'kho dữ liệu xác minh chữ ký (DSS) được bổ sung',
    en: 'the document security store was extended',
  },
  'xref/stream': { vi: 'luồng tham chiếu chéo mới', en: 'a new cross-reference stream' },
  'xref/object-stream': { vi: 'luồng đối tượng mới', en: 'a new object stream' },
  'xref/unused-object': { vi: 'đối tượng mới không dùng ở đâu', en: 'a new object that nothing uses' },
  'xref/unused-freed': {
    vi: 'một đối tượng không dùng ở đâu bị xoá',
    en: 'an object that nothing used was deleted',
  },
  'form/updated': { vi: 'biểu mẫu được cập nhật', en: 'the form was updated' },
  'form/drawn-anew': {
    vi: 'biểu mẫu yêu cầu trình xem vẽ lại các trường',
    en: 'the form now asks viewers to draw its fields anew',
  },
  'form/resources': {
    vi: 'tài nguyên của biểu mẫu được cập nhật',
    en: 'the resources of the form were updated',
  },
  'field/filled': { vi: 'một trường biểu mẫu được điền', en: 'a form field was filled in' },
  'field/appearance': {
    vi: 'hình hiển thị của một trường được vẽ hoặc thay',
    en: 'the appearance of a field was drawn or replaced',
  },
  'field/signature-added': { vi: 'một trường chữ ký được thêm', en: 'a signature field was added' },
  'field/signature-filled': { vi: 'một trường chữ ký được ký', en: 'a signature field was signed' },
  'field/signature-value': { vi: 'một chữ ký được thêm', en: 'a signature was added' },
  'field/timestamp': { vi: 'một dấu thời gian tài liệu được thêm', en: 'a document timestamp was added' },
  'page/annotations': {
    vi: 'khung của trường chữ ký mới được gắn vào trang',
    en: 'the widget of a new signature field was put on a page',
  },
  'structure/extended': {
    vi: 'khung của trường chữ ký mới được ghi vào cây cấu trúc',
    en: 'the widget of a new signature field was entered in the structure tree',
  },
  'annotation/changed': {
    vi: 'chú thích được thêm, sửa hoặc xoá',
    en: 'an annotation was added, changed or removed',
  },
  'coverage/partial': {
    vi: 'chữ ký không bao trùm trọn một phiên bản của tài liệu',
    en: 'the signature does not cover a whole revision of the document',
  },
  'change/trailing-bytes': {
    vi: 'sau phiên bản cuối còn dữ liệu không thuộc tài liệu',
    en: 'data stand behind the last revision that are not part of the document',
  },
  'change/unreadable': {
    vi: 'phần thêm sau khi ký không đọc được',
    en: 'what was added after signing cannot be read',
  },
  'change/catalog-entries': {
    vi: 'danh mục tài liệu bị thay đổi',
    en: 'the document catalog was changed',
  },
  'change/encryption': {
    vi: 'cách mã hoá tài liệu bị thay đổi',
    en: 'the encryption of the document was changed',
  },
  'change/info': {
    vi: 'thông tin tài liệu bị đặt sai cách',
    en: 'the document information was replaced improperly',
  },
  'change/metadata': {
    vi: 'siêu dữ liệu mới không phải XMP đúng cú pháp',
    en: 'the new metadata are not well-formed XMP',
  },
  'change/security-store': {
    vi: 'kho dữ liệu xác minh (DSS) bị sửa hoặc xoá bớt cấu trúc',
    en: 'the document security store was altered or lost parts',
  },
  'change/form-entries': { vi: 'biểu mẫu bị thay đổi', en: 'entries of the form were changed' },
  'change/field-list': {
    vi: 'danh sách trường của biểu mẫu không đúng quy cách',
    en: 'the list of form fields is malformed',
  },
  'change/field-deleted': { vi: 'một trường biểu mẫu bị xoá', en: 'a form field was deleted' },
  'change/field-added': {
    vi: 'một trường không phải chữ ký được thêm',
    en: 'a field other than a signature field was added',
  },
  'change/field-entries': {
    vi: 'một trường bị sửa ngoài giá trị và hình hiển thị',
    en: 'a field was changed beyond its value and appearance',
  },
  'change/signature-value': {
    vi: 'giá trị của một trường chữ ký không hợp quy cách',
    en: 'the value of a signature field is not as it must be',
  },
  'change/locked-field': { vi: 'một trường đã khoá bị thay đổi', en: 'a locked field was changed' },
  'change/visible-signature-field': {
    vi: 'trường chữ ký nhìn thấy được thêm vào tài liệu đã chứng nhận',
    en: 'a visible signature field was added to a certified document',
  },
  'change/appearance': {
    vi: 'hình hiển thị của một trường bị thay sai cách',
    en: 'the appearance of a field was replaced improperly',
  },
  'change/page-tree': { vi: 'cây trang bị thay đổi', en: 'the page tree was changed' },
  'change/page-entries': { vi: 'một trang bị thay đổi', en: 'a page was changed' },
  'change/page-content': { vi: 'nội dung một trang bị thay đổi', en: 'the content of a page was changed' },
  'change/annotation-added': {
    vi: 'chú thích được thêm mà người ký không cho phép',
    en: 'an annotation was added that the signer did not allow',
  },
  'change/annotation-deleted': { vi: 'chú thích bị xoá', en: 'an annotation was removed' },
  'change/annotation-changed': { vi: 'chú thích bị sửa', en: 'an annotation was changed' },
  'change/object-freed': {
    vi: 'một đối tượng đã ký bị xoá',
    en: 'an object of the signed document was deleted',
  },
  'change/object-replaced': {
    vi: 'một đối tượng đã ký bị thay',
    en: 'an object of the signed document was replaced',
  },
  'change/structure': {
    vi: 'cây cấu trúc (thẻ) của tài liệu bị thay đổi',
    en: 'the structure tree of the document was changed',
  },
  'change/open-place': {
    vi: 'một chỗ mà tài liệu đã ký tham chiếu tới nhưng để trống nay được điền',
    en: 'a place was filled that the signed document refers to and left empty',
  },
  'change/annotation-order': {
    vi: 'thứ tự chú thích trên một trang bị đổi',
    en: 'the order of the annotations on a page was changed',
  },
  'change/field-action': {
    vi: 'trường chữ ký mới có hành động, hoặc không phải là khung biểu mẫu',
    en: 'a new signature field has actions, or is no widget',
  },
  'change/unlike-readings': {
    vi: 'phần thêm sau khi ký được ghi theo cách mà các trình xem đọc khác nhau',
    en: 'what was added after signing is written so that viewers read it differently',
  },
  'change/object-added': {
    vi: 'một đối tượng được thêm mà không quy tắc nào giải thích',
    en: 'an object was added that no rule explains',
  },
} satisfies Record<string, LocalizedText>

/** Name of a rule, or of a change that none allows. */
export type ChangeRule = keyof typeof sentences

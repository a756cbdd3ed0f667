/**
 * The closed lists of a dossier and of its history, with the office's words for each member.
 *
 * The members are ours; the numbers and letters that other systems write for them belong to `exchange`.
 *
 * @module
 */
import type { LocalizedText } from '../errors.ts'

/** A closed list: each member with its Vietnamese and English name. */
type ClosedList = Readonly<Record<string | number, LocalizedText>>

/** How a dossier comes in (NĐ 61/2018/NĐ-CP art. 16; KENH of the national procedure record). */
export const channels = {
  direct: { vi: 'Trực tiếp', en: 'At the desk' },
  online: { vi: 'Trực tuyến', en: 'Online' },
  post: { vi: 'Bưu chính công ích', en: 'By public post' },
} as const satisfies ClosedList

/** How much of a procedure can be done online (NĐ 224/2026/NĐ-CP art. 14). */
export const serviceLevels = {
  full: { vi: 'Toàn trình', en: 'Wholly online' },
  partial: { vi: 'Một phần', en: 'Partly online' },
  none: { vi: 'Không trực tuyến', en: 'Not online' },
} as const satisfies ClosedList

/** Why a procedure is only partly online (NĐ 224/2026/NĐ-CP art. 14). */
export const partialServiceReasons = {
  'physical-presence': { vi: 'Người nộp phải có mặt', en: 'The applicant has to be present' },
  'on-site-verification': { vi: 'Phải kiểm tra tại chỗ', en: 'Something has to be verified on site' },
  'technical-fault': { vi: 'Sự cố kỹ thuật', en: 'Technical fault' },
  'technical-limit': { vi: 'Hạn chế kỹ thuật', en: 'Technical limit' },
} as const satisfies ClosedList

/** The statuses of a dossier on the national portal, by their numbers (practice of the portal). */
export const nationalStatuses = {
  1: { vi: 'Mới đăng ký', en: 'Newly registered' },
  2: { vi: 'Được tiếp nhận', en: 'Received' },
  3: { vi: 'Không được tiếp nhận', en: 'Not received' },
  4: { vi: 'Đang xử lý', en: 'In process' },
  5: { vi: 'Yêu cầu bổ sung giấy tờ', en: 'Supplement required' },
  6: { vi: 'Yêu cầu thực hiện nghĩa vụ tài chính', en: 'Financial duty required' },
  7: { vi: 'Công dân yêu cầu rút hồ sơ', en: 'Withdrawn by the applicant' },
  8: { vi: 'Dừng xử lý', en: 'Stopped' },
  9: { vi: 'Đã xử lý xong', en: 'Processed' },
  10: { vi: 'Đã trả kết quả', en: 'Result returned' },
} as const satisfies ClosedList

/** How far a paper has been digitised (practice of deployed systems). */
export const digitisedStates = {
  0: { vi: 'Chưa số hóa', en: 'Not digitised' },
  1: { vi: 'Đã số hóa', en: 'Digitised' },
  2: { vi: 'Tái sử dụng từ thành phần hồ sơ khác', en: 'Reused from another paper' },
  3: { vi: 'Tái sử dụng từ kết quả khác', en: 'Reused from an earlier result' },
} as const satisfies ClosedList

/**
 * Who applies or owns a dossier: LoaiDoiTuong of the synchronisation payload, and household businesses, which the
 * flow over the data-sharing platform of 2026 tells apart (a secondary description).
 */
export const applicantKinds = {
  citizen: { vi: 'Công dân', en: 'Citizen' },
  enterprise: { vi: 'Doanh nghiệp', en: 'Enterprise' },
  'state-agency': { vi: 'Cơ quan nhà nước', en: 'State agency' },
  organisation: { vi: 'Tổ chức khác', en: 'Other organisation' },
  'household-business': { vi: 'Hộ kinh doanh', en: 'Household business' },
} as const satisfies ClosedList

/** What sets or moves an appointment (NĐ 61/2018/NĐ-CP art. 17–19). */
export const appointmentCauses = {
  received: { vi: 'Tiếp nhận hồ sơ', en: 'Dossier received' },
  resumed: { vi: 'Tiếp tục tính thời hạn', en: 'Clock resumed' },
  restarted: { vi: 'Tính lại thời hạn từ đầu', en: 'Clock restarted' },
  extended: { vi: 'Gia hạn', en: 'Term extended' },
  're-appointed': { vi: 'Xin lỗi và hẹn lại', en: 'Apologised and re-appointed' },
  're-projected': { vi: 'Lịch làm việc thay đổi', en: 'Working calendar changed' },
  corrected: { vi: 'Điều chỉnh có thẩm quyền', en: 'Corrected with authority' },
} as const satisfies ClosedList

/** Who may act on a case (NĐ 61/2018/NĐ-CP art. 17–19); a definition may add its own. */
export const roles = {
  applicant: { vi: 'Người nộp hồ sơ', en: 'Applicant' },
  reception: { vi: 'Bộ phận một cửa', en: 'One-stop unit' },
  assigner: { vi: 'Người phân công', en: 'Assigner' },
  officer: { vi: 'Người thụ lý', en: 'Handling officer' },
  'unit-head': { vi: 'Lãnh đạo đơn vị', en: 'Head of unit' },
  approver: { vi: 'Người ký duyệt', en: 'Approver' },
  clerk: { vi: 'Văn thư', en: 'Clerk' },
  consultee: { vi: 'Cơ quan được lấy ý kiến', en: 'Consulted agency' },
  cashier: { vi: 'Người thu phí, lệ phí', en: 'Cashier' },
  administrator: { vi: 'Quản trị hệ thống', en: 'Administrator' },
  system: { vi: 'Hệ thống', en: 'System' },
} as const satisfies ClosedList

/** Levels of administration; the district level ended on 2025-07-01 and is still met in records. */
export const adminLevels = {
  ministry: { vi: 'Cấp bộ', en: 'Ministry' },
  province: { vi: 'Cấp tỉnh', en: 'Province' },
  district: { vi: 'Cấp huyện', en: 'District' },
  commune: { vi: 'Cấp xã', en: 'Commune' },
} as const satisfies ClosedList

/** When a paper is digitised (NĐ 107/2021/NĐ-CP art. 1(11)). */
export const digitisationMoments = {
  reception: { vi: 'Tiếp nhận', en: 'Reception' },
  settlement: { vi: 'Giải quyết', en: 'Settlement' },
  result: { vi: 'Trả kết quả', en: 'Result' },
  archive: { vi: 'Lưu trữ', en: 'Archive' },
} as const satisfies ClosedList

/** What an identity number is printed on. */
export const identityKinds = {
  'personal-number': { vi: 'Số định danh cá nhân, căn cước', en: 'Personal number, identity card' },
  'old-identity-card': { vi: 'Chứng minh nhân dân', en: 'Old identity card' },
  passport: { vi: 'Hộ chiếu', en: 'Passport' },
  other: { vi: 'Giấy tờ khác', en: 'Other paper' },
} as const satisfies ClosedList

/** Sex as civil-status papers write it. */
export const sexes = {
  male: { vi: 'Nam', en: 'Male' },
  female: { vi: 'Nữ', en: 'Female' },
} as const satisfies ClosedList

/** Where a paper's contents come from (practice of the residence procedures and the national portal). */
export const paperSources = {
  upload: { vi: 'Bản chụp, bản quét', en: 'Scan or photograph' },
  'e-form': { vi: 'Biểu mẫu điện tử', en: 'Electronic form' },
  'data-store': { vi: 'Kho dữ liệu của người nộp', en: "The applicant's data store" },
  database: { vi: 'Cơ sở dữ liệu quốc gia, chuyên ngành', en: 'National or sector database' },
  'earlier-result': { vi: 'Kết quả đã cấp', en: 'An earlier result' },
} as const satisfies ClosedList

/** By what right an applicant acts for the owner of a dossier (Civil Code 2015 art. 134–138). */
export const authorisationKinds = {
  'power-of-attorney': { vi: 'Ủy quyền', en: 'Power of attorney' },
  'legal-representative': { vi: 'Đại diện theo pháp luật', en: 'Legal representative' },
  guardian: { vi: 'Cha, mẹ, người giám hộ', en: 'Parent or guardian' },
} as const satisfies ClosedList

/** How a fee is laid down (Law on Fees and Charges 97/2015/QH13). */
export const feeClasses = {
  fee: { vi: 'Phí', en: 'Fee' },
  charge: { vi: 'Lệ phí', en: 'Charge' },
} as const satisfies ClosedList

/** What a fee is taken for (LoaiPhiLePhi of the synchronisation payload). */
export const feePurposes = {
  normal: { vi: 'Thông thường', en: 'Normal' },
  appraisal: { vi: 'Thẩm định', en: 'Appraisal' },
  extension: { vi: 'Gia hạn', en: 'Extension' },
} as const satisfies ClosedList

/** When a fee is taken (HinhThucThu of the synchronisation payload). */
export const feeMoments = {
  reception: { vi: 'Khi tiếp nhận', en: 'At reception' },
  supplement: { vi: 'Khi bổ sung hồ sơ', en: 'At a supplement' },
  return: { vi: 'Khi trả kết quả', en: 'When the result is returned' },
} as const satisfies ClosedList

/** How money changes hands (practice). */
export const paymentManners = {
  cash: { vi: 'Tiền mặt', en: 'Cash' },
  transfer: { vi: 'Chuyển khoản', en: 'Bank transfer' },
  card: { vi: 'Thẻ', en: 'Card' },
  'national-portal': { vi: 'Thanh toán trên Cổng Dịch vụ công quốc gia', en: 'National portal' },
  'local-gateway': { vi: 'Cổng thanh toán của địa phương', en: 'Local payment gateway' },
} as const satisfies ClosedList

/** How the result reaches the applicant (HinhThuc of the synchronisation payload). */
export const returnManners = {
  desk: { vi: 'Tại bộ phận một cửa', en: 'At the one-stop unit' },
  post: { vi: 'Qua bưu chính công ích', en: 'By public post' },
  online: { vi: 'Bản điện tử', en: 'Electronically' },
} as const satisfies ClosedList

/** Which way the post carries (practice). */
export const postDirections = {
  in: { vi: 'Nhận hồ sơ', en: 'Papers to the agency' },
  out: { vi: 'Trả kết quả', en: 'Result to the applicant' },
} as const satisfies ClosedList

/** On whose system a dossier was handed in (NoiNopHoSo of the synchronisation payload). */
export const origins = {
  'national-portal': { vi: 'Cổng Dịch vụ công quốc gia', en: 'National portal' },
  local: { vi: 'Hệ thống của bộ, tỉnh', en: 'System of the ministry or province' },
} as const satisfies ClosedList

/** What another agency answered within an interlinked case (practice). */
export const legOutcomes = {
  done: { vi: 'Đã xong', en: 'Done' },
  refused: { vi: 'Từ chối', en: 'Refused' },
  failed: { vi: 'Lỗi', en: 'Failed' },
} as const satisfies ClosedList

/** Grades of satisfaction, by their numbers. */
export const satisfactionGrades = {
  0: { vi: 'Không hài lòng', en: 'Not satisfied' },
  1: { vi: 'Hài lòng', en: 'Satisfied' },
  2: { vi: 'Rất hài lòng', en: 'Very satisfied' },
} as const satisfies ClosedList

/** What a feedback case is about (indicator 5.1 of QĐ 766/QĐ-TTg). */
export const feedbackKinds = {
  regulation: { vi: 'Phản ánh, kiến nghị về quy định, thủ tục', en: 'About rules and procedures' },
  conduct: { vi: 'Phản ánh về hành vi, việc giải quyết', en: 'About conduct and handling' },
} as const satisfies ClosedList

/** Every closed list of the room by its name: for drop-downs, messages and tests. */
export const closedLists = {
  channels,
  serviceLevels,
  partialServiceReasons,
  nationalStatuses,
  digitisedStates,
  applicantKinds,
  appointmentCauses,
  roles,
  adminLevels,
  digitisationMoments,
  identityKinds,
  sexes,
  authorisationKinds,
  paperSources,
  feeClasses,
  feePurposes,
  feeMoments,
  paymentManners,
  returnManners,
  postDirections,
  origins,
  legOutcomes,
  satisfactionGrades,
  feedbackKinds,
} as const

/** How a dossier comes in. */
export type Channel = keyof typeof channels
/** How much of a procedure can be done online. */
export type ServiceLevel = keyof typeof serviceLevels
/** Why a procedure is only partly online. */
export type PartialServiceReason = keyof typeof partialServiceReasons
/** A status of the national portal. */
export type NationalStatus = keyof typeof nationalStatuses
/** How far a paper has been digitised. */
export type DigitisedState = keyof typeof digitisedStates
/** Who applies or owns a dossier. */
export type ApplicantKind = keyof typeof applicantKinds
/** What sets or moves an appointment. */
export type AppointmentCause = keyof typeof appointmentCauses
/** A role that every definition knows. */
export type Role = keyof typeof roles
/** A level of administration. */
export type AdminLevel = keyof typeof adminLevels
/** When a paper is digitised. */
export type DigitisationMoment = keyof typeof digitisationMoments

/**
 * Every word that can follow `motcua`: the help lists them from here, and nothing of a command is loaded before
 * it is called.
 *
 * @module
 */
import type { LocalizedText } from '../errors.ts'
import type { Command } from './command.ts'

/** A command that is not loaded yet. */
export interface CommandEntry {
  readonly name: string
  /** The same sentence as in the command itself; a test holds them together. */
  readonly summary: LocalizedText
  readonly load: () => Promise<Command>
}

/** The commands in the order of the help: days, dossiers, processes, signatures, then the demonstration. */
export const commandTable: readonly CommandEntry[] = [
  {
    name: 'calendar',
    summary: { vi: 'Ngày nghỉ và ngày làm bù của một năm', en: 'Days off and weekends worked of a year' },
    load: async () => (await import('./calendar-command.ts')).command,
  },
  {
    name: 'lunar',
    summary: { vi: 'Đổi ngày dương lịch và âm lịch Việt Nam', en: 'Civil and lunar days of Viet Nam' },
    load: async () => (await import('./lunar-command.ts')).command,
  },
  {
    name: 'due',
    summary: { vi: 'Ngày hẹn trả và lý do của từng ngày', en: 'When a dossier is due, and why' },
    load: async () => (await import('./due-command.ts')).command,
  },
  {
    name: 'term',
    summary: { vi: 'Đọc thời hạn giải quyết đã công bố', en: 'Reads a published term' },
    load: async () => (await import('./term-command.ts')).command,
  },
  {
    name: 'dossier',
    summary: { vi: 'Kiểm tra hồ sơ điện tử (JSON, NDJSON)', en: 'Validates dossiers (JSON, NDJSON)' },
    load: async () => (await import('./dossier-command.ts')).command,
  },
  {
    name: 'code',
    summary: { vi: 'Đọc và giải thích một số định danh hay mã', en: 'Reads and explains a number or code' },
    load: async () => (await import('./code-command.ts')).command,
  },
  {
    name: 'procedure',
    summary: {
      vi: 'Thủ tục và quy trình: nhập, liệt kê, kiểm tra, vẽ, sinh đường đi',
      en: 'Procedures and processes: imported, listed, linted, drawn, walked',
    },
    load: async () => (await import('./procedure-command.ts')).command,
  },
  {
    name: 'schema',
    summary: { vi: 'Lược đồ JSON Schema và OpenAPI', en: 'JSON Schemas and OpenAPI components' },
    load: async () => (await import('./schema-command.ts')).command,
  },
  {
    name: 'pki',
    summary: {
      vi: 'Tổ chức chứng thực thử trên máy này (OCSP, CRL, TSA)',
      en: 'A test authority on this machine (OCSP, CRL, TSA)',
    },
    load: async () => (await import('./pki-command.ts')).command,
  },
  {
    name: 'sign',
    summary: { vi: 'Ký số tài liệu PDF (PAdES)', en: 'Signs a PDF document (PAdES)' },
    load: async () => (await import('./sign-command.ts')).command,
  },
  {
    name: 'extend',
    summary: { vi: 'Nâng mức chữ ký đã có, gia hạn lưu trữ', en: 'Raises signatures to a higher level' },
    load: async () => (await import('./extend-command.ts')).command,
  },
  {
    name: 'timestamp',
    summary: { vi: 'Gắn dấu thời gian cho tài liệu PDF', en: 'Adds a timestamp over a PDF document' },
    load: async () => (await import('./timestamp-command.ts')).command,
  },
  {
    name: 'verify',
    summary: { vi: 'Kiểm tra chữ ký số của tài liệu', en: 'Judges the signatures of a document' },
    load: async () => (await import('./verify-command.ts')).command,
  },
  {
    name: 'demo',
    summary: {
      vi: 'Chạy trọn một hồ sơ thật từ quầy tiếp nhận đến lưu trữ',
      en: 'Plays one real dossier from the counter to the archive',
    },
    load: async () => (await import('./demo-command.ts')).command,
  },
]

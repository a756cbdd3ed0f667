/**
 * What this room's errors say.
 *
 * @module
 */
import type { RoomMessages } from '../errors.ts'

/** The sentences of the room `runtime`. */
export const messages = {
  'runtime/unknown-definition': {
    vi: ({ definition }) => `chưa nạp quy trình ${definition}; thêm vào definitions khi tạo host`,
    en: ({ definition }) => `the definition ${definition} is not loaded; add it to the host's definitions`,
  },
  'runtime/too-many-conflicts': {
    vi: ({ attempts }) => `hồ sơ bị thay đổi liên tục, đã thử ${attempts} lần; thử lại sau`,
    en: ({ attempts }) => `the case kept changing under us, ${attempts} attempts made; try again later`,
  },
  'runtime/broken-chain': {
    vi: ({ caseId, count }) => `lịch sử hồ sơ ${caseId} không còn nguyên vẹn (${count} phát hiện)`,
    en: ({ caseId, count }) => `the history of case ${caseId} is not intact (${count} findings)`,
  },
} satisfies RoomMessages<'runtime'>

/**
 * Roles in words, for refusals and sheets.
 *
 * @module
 */
import { closedLists } from '../../dossier/index.ts'
import type { LocalizedText } from '../../errors.ts'

/** Writes roles in both languages; a role of a definition's own is written by its id. */
export function roleLabels(roles: readonly string[]): LocalizedText {
  const labels: Readonly<Record<string, LocalizedText>> = closedLists.roles
  const write = (language: 'vi' | 'en'): string =>
    roles.map((role) => labels[role]?.[language] ?? role).join(', ')
  if (roles.length === 0) return { vi: 'người có vai trò trong hồ sơ', en: 'anyone with a role' }
  return { vi: write('vi'), en: write('en') }
}

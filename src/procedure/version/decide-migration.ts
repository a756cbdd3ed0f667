/**
 * Decides the command that moves a case to the definition at hand.
 *
 * @module
 */
import type { LocalizedText } from '../../errors.ts'
import type { DossierCase } from '../case/facts.ts'
import type { Outcome } from '../chart/compile-chart.ts'
import { type CaseCommand, commandTable } from '../commands.ts'
import type { DefinedProcess } from '../define.ts'
import { migrateConfiguration } from './plan-migration.ts'

/** What a migration comes to: the configuration under the new definition, or why not. */
export type Migration =
  | { readonly outcome: Outcome; readonly data: Readonly<Record<string, unknown>> }
  | { readonly code: string; readonly message: LocalizedText }

/** Reads the map of states from a command whose data were checked. */
function readStateMap(command: CaseCommand): Readonly<Record<string, string>> {
  const { stateMap } = command.data
  return typeof stateMap === 'object' && stateMap !== null ? Object.fromEntries(Object.entries(stateMap)) : {}
}

/** Finds where a case stands after a migration; nothing else about it changes. */
export function migrate(defined: DefinedProcess, dossierCase: DossierCase, command: CaseCommand): Migration {
  const roles = defined.definition.permissions?.['process.migrate'] ?? commandTable['process.migrate'].roles
  if (!command.actor.roles.some((role) => roles.some((one) => one === role))) {
    return {
      code: 'wrong-role',
      message: {
        vi: 'chỉ quản trị viên được chuyển phiên bản',
        en: 'only an administrator may migrate a case',
      },
    }
  }
  if (dossierCase.facts.phase === 'closed') {
    return { code: 'closed', message: { vi: 'hồ sơ đã kết thúc', en: 'the case is closed' } }
  }
  const states = migrateConfiguration(defined, dossierCase, readStateMap(command))
  const configuration = states && defined.tables().find(states)
  if (states === undefined || configuration === undefined) {
    return {
      code: 'state-not-mapped',
      message: {
        vi: 'trạng thái của hồ sơ không có trong phiên bản mới; bổ sung stateMap',
        en: 'the states of the case do not exist in the new version; complete the stateMap',
      },
    }
  }
  const { id: _from, ...from } = dossierCase.definition
  const { id: _to, ...to } = defined.pin
  return { outcome: { configuration, entered: states }, data: { ...command.data, from, to } }
}

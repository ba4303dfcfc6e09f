import type { KnownNames } from '../../failures/scan/known-names.ts'
import type { IndexMemory } from '../columns/index-memory.ts'
import type { StoredRows } from './stored-rows.ts'

/** The names by which the failure texts of the session at a position are read. EM does not tell of its proxies. */
export function sessionNames(
  { columns, labels, textSets }: Pick<IndexMemory, 'columns' | 'labels' | 'textSets'>,
  stored: StoredRows,
  position: number,
): KnownNames {
  const name = stored.session(columns.seq[position] ?? 0)?.name
  return {
    vms: Array.from(
      textSets.members(columns.vmSet[position] ?? 0),
      (vm) => stored.text(vm) ?? '',
    ).filter((vm) => vm !== ''),
    policies: [labels.label(columns.policy[position] ?? 0).name],
    backupServers: [labels.label(columns.server[position] ?? 0).name],
    sessions: name === undefined ? [] : [name],
    proxies: [],
  }
}

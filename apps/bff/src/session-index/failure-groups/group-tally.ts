import type { IndexMemory } from '../columns/index-memory.ts'

/** What there is of a group among some sessions. */
export interface GroupTally {
  readonly group: number
  /** Of the sessions that have it, oldest start first. */
  readonly positions: Uint32Array
  /** The worst health of what it is the cause of, as its position in `healths`. */
  readonly severity: number
  readonly tasks: number
  /** A VM of one policy and one of the same name of another are two. */
  readonly vms: number
  readonly policies: number
  readonly backupServers: number
}

const ownMessage = 1

/**
 * Counts what there is of a group in the sessions at these positions, all of which have it. It is as bad
 * as the VMs that give it as their reason; as the session where that has it as its message.
 */
export function tallyOf(memory: IndexMemory, group: number, positions: Uint32Array): GroupTally {
  const { columns, labels, textSets, failureGroups, taskFailures, newestText } = memory
  const { identities } = labels
  const policies = new Set<number>()
  const servers = new Set<number>()
  const vms = new Set<number>()
  let severity = Number.POSITIVE_INFINITY
  let tasks = 0
  let policy = 0
  let isOfVms = false
  const take = (vm: number, reason: number, health: number, count: number) => {
    if (failureGroups.ofText(reason) !== group) return
    isOfVms = true
    vms.add(policy * (newestText + 1) + vm)
    if (health < severity) severity = health
    tasks += count
  }
  for (const position of positions) {
    policy = identities[columns.policy[position] ?? 0] ?? 0
    policies.add(policy)
    servers.add(identities[columns.server[position] ?? 0] ?? 0)
    isOfVms = false
    taskFailures.each(position, take)
    const isMessage =
      columns.failureSource[position] === ownMessage &&
      failureGroups.ofText(textSets.first(columns.failureSet[position] ?? 0)) === group
    if (isMessage || !isOfVms) severity = Math.min(severity, columns.health[position] ?? 0)
  }
  return {
    group,
    positions,
    severity,
    tasks,
    vms: vms.size,
    policies: policies.size,
    backupServers: servers.size,
  }
}

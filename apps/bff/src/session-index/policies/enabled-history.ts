import type { Tables } from '../store/tables.ts'

/** When a policy was seen to be enabled or disabled. */
export type PolicySwitch = Tables['policy_switches']

/** A stretch of time in ms since 1970, its end excluded. */
export interface Period {
  readonly from: number
  readonly to: number
}

/** The switches of each policy by its UID, oldest first. */
export function switchesByPolicy(
  switches: readonly PolicySwitch[],
): ReadonlyMap<string, readonly PolicySwitch[]> {
  const byPolicy = Map.groupBy(switches, (one) => one.policy_uid)
  for (const list of byPolicy.values()) list.sort((a, b) => a.at - b.at)
  return byPolicy
}

/**
 * The periods within `within` at which the policy was enabled, oldest first. What was seen first counts
 * for the time before too; where nothing was, it counts as enabled.
 *
 * @param switches of this policy alone, oldest first
 */
export function enabledPeriods(switches: readonly PolicySwitch[], within: Period): Period[] {
  const periods: Period[] = []
  switches.forEach((one, index) => {
    const from = index === 0 ? within.from : Math.max(within.from, one.at)
    const to = Math.min(within.to, switches[index + 1]?.at ?? within.to)
    const last = periods.at(-1)
    if (one.is_enabled === 0 || from >= to) return
    if (last?.to === from) periods[periods.length - 1] = { from: last.from, to }
    else periods.push({ from, to })
  })
  return switches.length === 0 && within.from < within.to ? [within] : periods
}

/** Whether the policy was enabled for all of the time. */
export function isEnabledThroughout(switches: readonly PolicySwitch[], within: Period): boolean {
  const [first] = enabledPeriods(switches, within)
  return first?.from === within.from && first.to === within.to
}

/** Since when the policy, which is enabled, has been so; -Infinity where it was never seen otherwise. */
export function enabledSince(switches: readonly PolicySwitch[]): number {
  const lastOff = switches.findLastIndex((one) => one.is_enabled === 0)
  return lastOff === -1
    ? Number.NEGATIVE_INFINITY
    : (switches[lastOff + 1]?.at ?? Number.NEGATIVE_INFINITY)
}

import { dayMs } from '../policies/duration.ts'

/** A session in which a group was seen, of a policy by its number. Times are ms since 1970; `ended` is infinite while it works. */
export interface Sighting {
  readonly policy: number
  readonly began: number
  readonly ended: number
}

/**
 * When the first session of a policy began that is well, began after a time and was there after another;
 * infinite where there is none.
 */
export type FirstWell = (policy: number, beganAfter: number, thereAfter: number) => number

/** How a group has fared over all history. Times are ms since 1970. */
export interface Course {
  readonly firstSeen: number
  /** Infinite while a session that has it works. */
  readonly lastSeen: number
  /** When it began or, where it had recovered and came back, when it last did. */
  readonly began: number
  readonly hasReturned: boolean
  /** Since when every policy concerned has been well; infinite while one is not. */
  readonly recoveredAt: number
}

/** A policy that was last seen with a group so long before the group was last seen is not concerned any more. */
const concernedMs = 30 * dayMs

/**
 * The course of a group that was seen in these sessions, in order of their start; there must be one.
 *
 * A group has recovered when each policy that had it within 30 days before it was last seen has since
 * had a session that is well: begun after the policy's last one with the group, and still there when
 * the group was last seen or begun later. Seen again after that, it has returned.
 */
export function courseOf(sightings: readonly Sighting[], firstWell: FirstWell): Course {
  const lastOf = new Map<number, Sighting>()
  const firstSeen = sightings[0]?.began ?? Number.NaN
  let lastSeen = Number.NEGATIVE_INFINITY
  let began = firstSeen
  let hasReturned = false
  for (const sighting of sightings) {
    const hasGap = lastOf.size > 0 && lastSeen < sighting.began
    if (hasGap && recovery(lastOf, lastSeen, firstWell, sighting.began) < sighting.began) {
      began = sighting.began
      hasReturned = true
    }
    lastOf.set(sighting.policy, sighting)
    lastSeen = Math.max(lastSeen, sighting.ended)
  }
  const recoveredAt = recovery(lastOf, lastSeen, firstWell, Number.POSITIVE_INFINITY)
  return { firstSeen, lastSeen, began, hasReturned, recoveredAt }
}

/** When the last of the policies concerned was well; infinite, or `before` or later, where one was not before it. */
function recovery(
  lastOf: ReadonlyMap<number, Sighting>,
  lastSeen: number,
  firstWell: FirstWell,
  before: number,
): number {
  if (lastSeen === Number.POSITIVE_INFINITY) return lastSeen
  let recovered = lastSeen
  for (const { policy, began, ended } of lastOf.values()) {
    if (ended <= lastSeen - concernedMs) continue
    recovered = Math.max(recovered, firstWell(policy, began, lastSeen))
    if (recovered >= before) return recovered
  }
  return recovered
}

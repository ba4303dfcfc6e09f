import type { IndexMemory } from '../columns/index-memory.ts'
import { type Course, courseOf, type FirstWell, type Sighting } from './course.ts'
import { seenUntil, sessionEnd } from './session-end.ts'
import { type SessionsByGroup, sessionsByGroup } from './sessions-by-group.ts'
import { createFirstWell } from './well-sessions.ts'

/** What a session's page tells of a group beside its texts. `firstSeen`: ms since 1970. */
interface GroupBrief {
  readonly sessions: number
  readonly policies: number
  readonly firstSeen: number
}

/** How the groups have fared over all that the index has. Good until the next refresh of the memory. */
export class GroupHistory {
  readonly #memory: IndexMemory
  readonly #sessions: SessionsByGroup
  readonly #courses = new Map<number, Course>()
  /** Of groups that are seen at this moment. */
  readonly #lastSeen = new Map<number, number>()
  #firstWell: FirstWell | undefined

  constructor(memory: IndexMemory) {
    this.#memory = memory
    const { columns, failureGroups } = memory
    this.#sessions = sessionsByGroup(columns, failureGroups, columns.byStart)
  }

  has(group: number): boolean {
    return this.sessions(group).length > 0
  }

  /** Positions of the sessions that have a group, oldest start first. */
  sessions(group: number): Uint32Array {
    return this.#sessions.of(group)
  }

  /** How a group that there is has fared. */
  course(group: number): Course {
    const known = this.#courses.get(group)
    if (known) return known
    const sightings = sightingsOf(this.#memory, this.#sessions.of(group))
    const course = courseOf(sightings, this.#wellSessions)
    this.#courses.set(group, course)
    return course
  }

  /** When a group was last seen, ms since 1970. */
  lastSeen(group: number): number {
    const { lastSeen } = this.course(group)
    if (lastSeen < Number.POSITIVE_INFINITY) return lastSeen
    const known = this.#lastSeen.get(group) ?? lastSeenOf(this.#memory, this.#sessions.of(group))
    this.#lastSeen.set(group, known)
    return known
  }

  brief(group: number): GroupBrief {
    const positions = this.#sessions.of(group)
    const policies = new Set(Array.from(positions, (position) => this.#policyAt(position)))
    return {
      sessions: positions.length,
      policies: policies.size,
      firstSeen: this.#memory.columns.created[positions[0] ?? 0] ?? 0,
    }
  }

  /** Whether a policy, by its identity, has been well since it and the group were last seen. */
  isRecovered(group: number, policy: number): boolean {
    const { lastSeen } = this.course(group)
    const last = this.#sessions.of(group).findLast((at) => this.#policyAt(at) === policy)
    const { columns } = this.#memory
    if (last === undefined || sessionEnd(columns, last) === Number.POSITIVE_INFINITY) return false
    // Where the group is seen at this moment, the policy is well if its session of this moment is.
    const thereAfter = Math.min(lastSeen, Number.MAX_SAFE_INTEGER)
    const began = columns.created[last] ?? 0
    return this.#wellSessions(policy, began, thereAfter) < Number.POSITIVE_INFINITY
  }

  get #wellSessions(): FirstWell {
    this.#firstWell ??= createFirstWell(this.#memory.columns, this.#memory.labels.identities)
    return this.#firstWell
  }

  #policyAt(position: number): number {
    const { columns, labels } = this.#memory
    return labels.identities[columns.policy[position] ?? 0] ?? 0
  }
}

/** The sessions at these positions, as far as they tell how a group has fared. */
function sightingsOf({ columns, labels }: IndexMemory, positions: Uint32Array): Sighting[] {
  const { created, ended, isActive, policy } = columns
  const { identities } = labels
  const times = { created, ended, isActive }
  const sightings: Sighting[] = []
  for (const position of positions) {
    sightings.push({
      policy: identities[policy[position] ?? 0] ?? 0,
      began: created[position] ?? 0,
      ended: sessionEnd(times, position),
    })
  }
  return sightings
}

function lastSeenOf({ columns, readAtEm }: IndexMemory, positions: Uint32Array): number {
  const { created, ended, isActive } = columns
  const times = { created, ended, isActive }
  let last = 0
  for (const position of positions) last = Math.max(last, seenUntil(times, position, readAtEm))
  return last
}

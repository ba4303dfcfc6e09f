import { healths, type Neighbour, neighbourCount } from '@cdp-watch/contract'
import type { IndexMemory } from '../columns/index-memory.ts'
import { gapIsMissing } from '../policies/gap-is-missing.ts'
import { PolicySessions } from '../policies/policy-sessions.ts'
import { createSchedules } from '../policies/schedule.ts'
import { ZoneClock } from '../policies/zone-clock.ts'
import { isoTime } from './iso-time.ts'
import { byTruth } from './predicate.ts'
import type { StoredRows } from './stored-rows.ts'

/** How many newer sessions are told of where a session is not among its policy's newest. */
const newerShown = 10

/** Which of `count` sessions, oldest first, are told of around the one at `index`: from, and up to before. */
export function windowAround(index: number, count: number): { start: number; end: number } {
  const isRecent = index >= count - neighbourCount
  const end = isRecent ? count : index + 1 + newerShown
  return { start: Math.max(0, end - neighbourCount), end }
}

interface Neighbours {
  /** Oldest first, the session itself among them. */
  readonly recent: Neighbour[]
  /** UIDs of the sessions that started after it and before it. */
  readonly newer: string | null
  readonly older: string | null
}

/**
 * The sessions of the same policy around the one at a position, which counts; it stands alone where EM
 * gave its policy no UID. `scheduleZone`: the zone by whose clock policies are scheduled.
 */
export function neighbours(
  memory: IndexMemory,
  stored: StoredRows,
  scheduleZone: string,
  position: number,
): Neighbours {
  const { columns, words } = memory
  const positions = sessionsOfPolicy(memory, position)
  const sessions = new PolicySessions(columns, positions)
  const index = positions.indexOf(position)
  const { start, end } = windowAround(index, sessions.count)
  const shown = Array.from(positions.keys()).slice(start, end)
  const seqOf = (number: number) => columns.seq[sessions.position(number)] ?? -1
  const uids = stored.uids([index - 1, index + 1, ...shown].map(seqOf))
  const isMissing = gapJudge(memory, stored, scheduleZone, position)
  return {
    recent: shown.flatMap((number) => {
      const at = sessions.position(number)
      const uid = uids.get(seqOf(number))
      if (uid === undefined) return []
      const ended = columns.ended[at] ?? Number.NaN
      const neighbour: Neighbour = {
        uid,
        creationTimeUTC: isoTime(sessions.began(number)),
        endTimeUTC: Number.isNaN(ended) ? null : isoTime(ended),
        state: words.word(columns.state[at] ?? 0),
        health: healths[sessions.health(number)] ?? 'unknown',
        missingBefore: number > 0 && isMissing(sessions.ended(number - 1), sessions.began(number)),
      }
      return [neighbour]
    }),
    newer: uids.get(seqOf(index + 1)) ?? null,
    older: uids.get(seqOf(index - 1)) ?? null,
  }
}

/** Positions, oldest start first. */
function sessionsOfPolicy({ columns, labels }: IndexMemory, position: number): Uint32Array {
  const { uid } = labels.label(columns.policy[position] ?? 0)
  if (uid === '') return Uint32Array.of(position)
  const truth = new Uint8Array(labels.newest + 1)
  for (const id of labels.withUid('policy', uid)) truth[id] = 1
  return columns.byStart.filter(byTruth(columns.policy, truth))
}

/** Tells whether the policy was missing between two instants, ms since 1970. */
function gapJudge(
  { columns, labels }: IndexMemory,
  stored: StoredRows,
  scheduleZone: string,
  position: number,
): (from: number, to: number) => boolean {
  const { uid } = labels.label(columns.policy[position] ?? 0)
  const schedule = createSchedules(new ZoneClock(scheduleZone))(stored.schedule(uid))
  const switches = stored.switchesOf(uid)
  return (from, to) => gapIsMissing({ from, to }, schedule, switches)
}

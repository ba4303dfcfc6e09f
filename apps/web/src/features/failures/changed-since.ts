import { toSecond } from '../../ui/range/time-range.ts'
import type { ZoneChoice } from '../../ui/time-zone.ts'
import { fromWallClock, toWallClock } from '../../ui/wall-clock.ts'

/** Hours at which shifts are handed over, by the wall clock. */
const shiftHours = ['06:00:00', '14:00:00', '22:00:00'] as const
const dayMs = 86_400_000
const hourMs = 3_600_000
const minuteMs = 60_000

/** How long ago a change may be, in hours. */
export const hoursOffered = [8, 12, 24] as const

/** When the last three shifts began, newest first, ISO 8601 UTC. `now` in milliseconds. */
export function shiftStarts(now: number, zone: ZoneChoice): string[] {
  return shiftHours
    .flatMap((hour) => lastTime(hour, now, zone) ?? [])
    .sort()
    .toReversed()
}

/** When the running shift began, ISO 8601 UTC. */
export function shiftStart(now: number, zone: ZoneChoice): string {
  return shiftStarts(now, zone)[0] ?? hoursAgo(hoursOffered[0], now)
}

/** So many hours before now, to the minute, ISO 8601 UTC. */
export function hoursAgo(hours: number, now: number): string {
  return toSecond(Math.floor(now / minuteMs) * minuteMs - hours * hourMs)
}

function lastTime(hour: string, now: number, zone: ZoneChoice): string | undefined {
  return [now, now - dayMs]
    .map((at) => toWallClock(new Date(at).toISOString(), zone).slice(0, 'YYYY-MM-DD'.length))
    .map((day) => fromWallClock(`${day} ${hour}`, zone))
    .find((time) => time !== undefined && Date.parse(time) <= now)
}

import { formatDuration, formatSpan } from '../../ui/duration.ts'
import { formatShort } from '../../ui/format-time.ts'

const dayMs = 24 * 3600_000

/** A moment for people in the screen's own zone: `14:32`, of another day `22 Nov 14:32`. Milliseconds since 1970. */
export function momentWords(at: number, now: number): string {
  return formatShort(new Date(at).toISOString(), 'local', now).replace(/^today /, '')
}

/** A moment and its age: `14:32, 12 min ago`. */
export function momentAndAge(at: number, now: number): string {
  return `${momentWords(at, now)}, ${formatSpan(now - at)} ago`
}

/** Since when something has been so: its length while it is less than a day, `13 h 20 m`, then its day, `since 21 Nov`. */
export function sinceWords(sinceUTC: string, now: number): string {
  const at = Date.parse(sinceUTC)
  return now - at < dayMs ? formatDuration(now - at) : `since ${startWords(at, now)}`
}

/** When something began: `14:32`, of another day the day alone, `22 Nov`. Milliseconds since 1970. */
export function startWords(at: number, now: number): string {
  return momentWords(at, now).replace(/^(.+) \d\d:\d\d$/, '$1')
}

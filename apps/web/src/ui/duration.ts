const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

/** A length of time for people: `1 d 0 h`, `7 h 32 m`, `41 m`, `8 s`. Never negative: clocks differ. */
export function formatDuration(ms: number): string {
  const length = Math.max(0, ms)
  if (length >= day) return `${Math.floor(length / day)} d ${Math.floor((length % day) / hour)} h`
  if (length >= hour)
    return `${Math.floor(length / hour)} h ${Math.floor((length % hour) / minute)} m`
  if (length >= minute) return `${Math.floor(length / minute)} m`
  return `${Math.floor(length / 1000)} s`
}

/** A length of time in its greatest unit alone: `8 s`, `11 min`, `26 h`, `2 days`. Never negative. */
export function formatSpan(ms: number): string {
  const span = Math.max(0, ms)
  if (span < minute) return `${Math.floor(span / 1000)} s`
  if (span < hour) return `${Math.floor(span / minute)} min`
  if (span < 2 * day) return `${Math.floor(span / hour)} h`
  return `${Math.floor(span / day)} days`
}

/** How long ago, for people: `8 s ago`, `11 min ago`, `3 h ago`, `2 days ago`. */
export function formatAge(ms: number): string {
  return `${formatSpan(ms)} ago`
}

/** From start to end, or to `now` where it still runs. */
export function durationOf(
  row: { creationTimeUTC: string; endTimeUTC: string | null },
  now: number,
): string {
  const end = row.endTimeUTC === null ? now : Date.parse(row.endTimeUTC)
  return formatDuration(end - Date.parse(row.creationTimeUTC))
}

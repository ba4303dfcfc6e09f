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

/** How long ago, for people: `8 s ago`, `11 min ago`, `3 h ago`, `2 days ago`. */
export function formatAge(ms: number): string {
  const age = Math.max(0, ms)
  if (age < minute) return `${Math.floor(age / 1000)} s ago`
  if (age < hour) return `${Math.floor(age / minute)} min ago`
  if (age < 2 * day) return `${Math.floor(age / hour)} h ago`
  return `${Math.floor(age / day)} days ago`
}

/** From start to end, or to `now` where it still runs. */
export function durationOf(
  row: { creationTimeUTC: string; endTimeUTC: string | null },
  now: number,
): string {
  const end = row.endTimeUTC === null ? now : Date.parse(row.endTimeUTC)
  return formatDuration(end - Date.parse(row.creationTimeUTC))
}

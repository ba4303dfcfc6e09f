import { durationOf } from './duration.ts'
import { useNow } from './now.ts'

/** How long a session or task took; one that still runs counts on. */
export function DurationText({
  of,
}: {
  of: { creationTimeUTC: string; endTimeUTC: string | null }
}) {
  const now = useNow()
  return <span>{durationOf(of, now)}</span>
}

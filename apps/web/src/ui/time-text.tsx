import { formatAge } from './duration.ts'
import { formatFull, formatPrecise, formatShort } from './format-time.ts'
import { useNow } from './now.ts'
import { useZone } from './time-zone.ts'

/** A moment in the chosen zone; the full form is in its title. */
export function TimeText({ at, precise = false }: { at: string; precise?: boolean }) {
  const [zone] = useZone()
  const now = useNow()
  return (
    <time dateTime={at} title={`${formatFull(at, zone)} · ${formatAge(now - Date.parse(at))}`}>
      {precise ? formatPrecise(at, zone) : formatShort(at, zone, now)}
    </time>
  )
}

/** How long ago a moment was, counted on; the moment itself is in its title. */
export function AgeText({ at }: { at: string }) {
  const [zone] = useZone()
  const now = useNow()
  return (
    <time dateTime={at} title={formatFull(at, zone)}>
      {formatAge(now - Date.parse(at))}
    </time>
  )
}

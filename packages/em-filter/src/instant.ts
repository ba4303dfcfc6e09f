/** A point in time, exact to EM's 100 ns: whole seconds since 1970 UTC and the ticks after them. */
interface Instant {
  readonly seconds: number
  readonly ticks: number
}

interface ReadTime {
  readonly instant: Instant
  /** As EM takes it: UTC with `Z` and seconds, or the bare date as it was written. */
  readonly canonical: string
}

const pattern =
  /^(?<date>\d{4}-\d{2}-\d{2})(?:T(?<clock>(?:[01]\d|2[0-3]):[0-5]\d)(?::(?<seconds>[0-5]\d)(?:\.(?<fraction>\d{1,7}))?)?(?<zone>Z|[+-](?:0\d|1[0-4]):[0-5]\d)?)?$/i
const earliest = Date.parse('0001-01-01T00:00:00Z')
const latest = Date.parse('9999-12-31T23:59:59Z')

const offsetMilliseconds = (zone: string): number => {
  const [hours = 0, minutes = 0] = zone.slice(1).split(':').map(Number)
  return (zone.startsWith('-') ? -1 : 1) * (hours * 60 + minutes) * 60_000
}

/**
 * Reads an ISO 8601 date or date-time with up to 7 fractional digits, or gives undefined. A bare
 * date is its midnight UTC. Without a zone it is UTC too: EM's fields are UTC, and clients in use
 * ask EM for times without `Z`. An offset is turned into UTC.
 */
export function readTime(text: string): ReadTime | undefined {
  const parts = pattern.exec(text)?.groups
  if (parts?.date === undefined) return undefined
  const { date, clock = '00:00', seconds = '00', fraction = '', zone = 'Z' } = parts
  const written = Date.parse(`${date}T${clock}:${seconds}Z`)
  // Date.parse lets 30 February through as 2 March.
  if (Number.isNaN(written) || !new Date(written).toISOString().startsWith(date)) return undefined
  const utc = zone.toUpperCase() === 'Z' ? written : written - offsetMilliseconds(zone)
  if (utc < earliest || utc > latest) return undefined
  const dateTime = new Date(utc).toISOString().slice(0, 'YYYY-MM-DDTHH:MM:SS'.length)
  return {
    instant: { seconds: utc / 1000, ticks: Number(fraction.padEnd(7, '0')) },
    canonical:
      parts.clock === undefined ? date : `${dateTime}${fraction === '' ? '' : `.${fraction}`}Z`,
  }
}

/** Negative when `a` is before `b`, positive when after, 0 when they are the same point in time. */
export function compareInstants(a: Instant, b: Instant): number {
  return a.seconds - b.seconds || a.ticks - b.ticks
}

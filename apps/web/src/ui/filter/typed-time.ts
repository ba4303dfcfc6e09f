import type { ZoneChoice } from '../time-zone.ts'
import { fromWallClock, toWallClock } from '../wall-clock.ts'

const pattern =
  /^(?<date>\d{4}-\d\d-\d\d)(?:(?:T|\s+)(?<clock>\d\d:\d\d)(?::(?<second>\d\d)(?:\.(?<fraction>\d{1,7}))?)?)?\s*(?<zone>Z|UTC|[+-]\d\d:\d\d)?$/i

export type TypedTime =
  /** ISO 8601 with `Z` or an offset. */
  { readonly ok: true; readonly iso: string } | { readonly ok: false; readonly message: string }

const bad = (message: string): TypedTime => ({ ok: false, message })

/**
 * Reads what a person typed: `2026-06-15`, `2026-06-15 06:00`, with seconds and up to 7 fractional
 * digits, in the chosen zone; a zone that is written with it (`Z`, `UTC`, `+02:00`) wins. An hour
 * that the clocks skip in spring is refused rather than moved; of one that they repeat in autumn
 * the browser takes the first. `label` names the field in the message.
 */
export function readTypedTime(label: string, typed: string, zone: ZoneChoice): TypedTime {
  const parts = pattern.exec(typed.trim())?.groups
  if (parts?.date === undefined) {
    return bad(`${label} needs a date and time, such as 2026-06-15 06:00.`)
  }
  const { date, clock = '00:00', second = '00', fraction } = parts
  const wallClock = `${date} ${clock}:${second}`
  const digits = fraction === undefined ? '' : `.${fraction}`
  if (parts.zone !== undefined && !/^(?:z|utc)$/i.test(parts.zone)) {
    return { ok: true, iso: `${date}T${clock}:${second}${digits}${parts.zone}` }
  }
  const read: ZoneChoice = parts.zone === undefined ? zone : 'utc'
  const iso = fromWallClock(wallClock, read)
  return iso === undefined || toWallClock(iso, read) !== wallClock
    ? bad(`There is no ${wallClock} ${read === 'utc' ? 'UTC' : 'on the clocks of your time zone'}.`)
    : { ok: true, iso: iso.replace('Z', `${digits}Z`) }
}

/** A filter's time (ISO 8601 UTC, or a bare date) as it is typed in the chosen zone, no digit lost. */
export function typedTimeOf(iso: string, zone: ZoneChoice): string {
  return toWallClock(iso, zone) + (/\.\d+(?=Z$)/.exec(iso)?.[0] ?? '')
}

/** What is typed with its day changed to `day` (`2026-06-15`); its time stays, and is midnight where there is none. */
export function withDay(typed: string, day: string): string {
  const rest = /^\d{4}-\d\d-\d\d(?:T|\s+)(?<rest>\d\d:\d\d.*)$/i.exec(typed.trim())?.groups?.rest
  return `${day} ${rest ?? '00:00'}`
}

/** The day in what is typed, for the calendar to show; undefined while that is no time. */
export function dayOf(typed: string, zone: ZoneChoice): string | undefined {
  return readTypedTime('', typed, zone).ok ? typed.trim().slice(0, 'YYYY-MM-DD'.length) : undefined
}

/** Whether the zone is written with the time. */
export function writesZone(typed: string): boolean {
  return pattern.exec(typed.trim())?.groups?.zone !== undefined
}

import type { ZoneChoice } from './time-zone.ts'

/** A moment as `YYYY-MM-DD HH:mm:ss` on the wall clock of the zone, as date inputs take it. */
export function toWallClock(iso: string, zone: ZoneChoice): string {
  const at = new Date(iso)
  const shifted = zone === 'utc' ? at : new Date(at.getTime() - at.getTimezoneOffset() * 60_000)
  return shifted.toISOString().slice(0, 19).replace('T', ' ')
}

/** The moment of a wall-clock text, as ISO to the second; undefined where it names none. */
export function fromWallClock(text: string, zone: ZoneChoice): string | undefined {
  const at = new Date(zone === 'utc' ? `${text.replace(' ', 'T')}Z` : text.replace(' ', 'T'))
  return Number.isNaN(at.getTime()) ? undefined : `${at.toISOString().slice(0, 19)}Z`
}

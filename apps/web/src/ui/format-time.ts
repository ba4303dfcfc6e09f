import type { ZoneChoice } from './time-zone.ts'

const formats = new Map<string, Intl.DateTimeFormat>()

function format(
  kind: string,
  zone: ZoneChoice,
  options: Intl.DateTimeFormatOptions,
): Intl.DateTimeFormat {
  const key = `${kind} ${zone}`
  let known = formats.get(key)
  if (!known) {
    known = new Intl.DateTimeFormat('en-GB', {
      ...options,
      hourCycle: 'h23',
      ...(zone === 'utc' ? { timeZone: 'UTC' } : {}),
    })
    formats.set(key, known)
  }
  return known
}

const dayOf = (at: Date, zone: ZoneChoice) =>
  format('day', zone, { year: 'numeric', month: '2-digit', day: '2-digit' }).format(at)
const clockOf = (at: Date, zone: ZoneChoice) =>
  format('clock', zone, { hour: '2-digit', minute: '2-digit' }).format(at)

/** Short for tables: `today 07:00`, `22 Nov 01:00`, `22 Nov 2025 01:00`. */
export function formatShort(iso: string, zone: ZoneChoice, now: number): string {
  const at = new Date(iso)
  const today = new Date(now)
  if (dayOf(at, zone) === dayOf(today, zone)) return `today ${clockOf(at, zone)}`
  const sameYear = dayOf(at, zone).slice(-4) === dayOf(today, zone).slice(-4)
  const date = sameYear
    ? format('date', zone, { day: 'numeric', month: 'short' })
    : format('date-year', zone, { day: 'numeric', month: 'short', year: 'numeric' })
  return `${date.format(at)} ${clockOf(at, zone)}`
}

/** The day alone: `today`, `3 Nov`, `3 Nov 2025`. */
export function formatDay(iso: string, zone: ZoneChoice, now: number): string {
  return formatShort(iso, zone, now).slice(0, -' 00:00'.length)
}

/** In full, with seconds and the zone: `Sun, 22 Nov 2026, 01:00:08 GMT+1`. */
export function formatFull(iso: string, zone: ZoneChoice): string {
  return format('full', zone, {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    timeZoneName: 'short',
  }).format(new Date(iso))
}

/** With seconds, without the weekday: `22 Nov 2026 01:00:08`. */
export function formatPrecise(iso: string, zone: ZoneChoice): string {
  const at = new Date(iso)
  const date = format('date-year', zone, {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
  }).format(at)
  return `${date} ${format('seconds', zone, { hour: '2-digit', minute: '2-digit', second: '2-digit' }).format(at)}`
}

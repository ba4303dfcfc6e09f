/**
 * Instants are ticks of 100 ns since 2020-01-01T00:00Z: EM prints up to seven fractional digits, and counted
 * from 2020 they are exact in a double until 2048.
 */
export type Ticks = number

export const MILLISECOND: Ticks = 10_000
export const SECOND: Ticks = 1_000 * MILLISECOND
export const MINUTE: Ticks = 60 * SECOND
export const HOUR: Ticks = 60 * MINUTE
export const DAY: Ticks = 24 * HOUR

const epochMs = Date.UTC(2020, 0, 1)

/** Milliseconds since 1970 → ticks. */
export function ticksOfMs(ms: number): Ticks {
  return Math.floor((ms - epochMs) * MILLISECOND)
}

/** Ticks → milliseconds since 1970, rounded down. */
export function msOfTicks(ticks: Ticks): number {
  return epochMs + Math.floor(ticks / MILLISECOND)
}

/** Cuts an instant to so many fractional digits of the second (0 to 7). */
export function truncate(ticks: Ticks, digits: number): Ticks {
  const grain = 10 ** (7 - digits)
  return Math.floor(ticks / grain) * grain
}

/** An instant as EM prints it: UTC with Z, 0 to 7 fractional digits without trailing zeros. */
export function printInstant(ticks: Ticks): string {
  const seconds = new Date(msOfTicks(ticks)).toISOString().slice(0, 19)
  const fraction = ticks - Math.floor(ticks / SECOND) * SECOND
  if (fraction === 0) return `${seconds}Z`
  return `${seconds}.${String(fraction).padStart(7, '0').replace(/0+$/, '')}Z`
}

/** The time in the names of sessions and tasks: "2026-06-14 23:09:26", whole seconds as the vendor's CDP examples have it. */
export function printNameTime(ticks: Ticks): string {
  return new Date(msOfTicks(ticks)).toISOString().slice(0, 19).replace('T', ' ')
}

const instantPattern =
  /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,7}))?)?Z?)?$/i

/** Reads a date, or a date and time in UTC with or without Z. Undefined for anything else, offsets included. */
export function parseInstant(text: string): Ticks | undefined {
  const match = instantPattern.exec(text.trim())
  if (!match) return undefined
  const [, year, month, day, hours = '00', minutes = '00', seconds = '00', fraction = ''] = match
  const canonical = `${year}-${month}-${day}T${hours}:${minutes}:${seconds}.000Z`
  const ms = Date.parse(canonical)
  if (Number.isNaN(ms) || new Date(ms).toISOString() !== canonical) return undefined
  return ticksOfMs(ms) + Number(fraction.padEnd(7, '0'))
}

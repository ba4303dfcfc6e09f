import type { Random } from './random.ts'

const dayMs = 86_400_000

/** A time so many days ago, in one of the ways ISO 8601 has for it. */
export function timeAgo(random: Random, leastDays: number, mostDays: number): string {
  const days = leastDays + random.fraction() * (mostDays - leastDays)
  const iso = new Date(Date.now() - days * dayMs).toISOString()
  const seconds = iso.slice(0, 19)
  return random.pick([
    iso,
    `${seconds}Z`,
    `${seconds}.1234567Z`,
    `${seconds}+00:00`,
    `${seconds}-00:30`,
    `${seconds}.5+01:00`,
  ])
}

/** Times at the ends of what can be written. */
export const earlyTimes = [
  '0000-01-01T00:00:00Z',
  '0001-01-01T00:00:00+14:00',
  '1970-01-01T00:00:00Z',
]
export const lateTimes = ['9999-12-31T23:59:59Z', '9999-12-31T23:59:59.9999999-23:59']

/** What is no time with its zone. */
export const noTimes = [
  '',
  'yesterday',
  '0',
  '1781500000000',
  '2026-06-15',
  '2026-06-15T00:00:00',
  '2026-13-01T00:00:00Z',
  '2026-02-30T00:00:00Z',
  '2026-06-15T24:00:00Z',
  '2026-06-15T23:59:60Z',
  '2026-06-15T00:00:00+25:00',
  '2026-06-15 00:00:00Z',
  '+012026-06-15T00:00:00Z',
  '-000001-06-15T00:00:00Z',
  '２０２６-06-15T00:00:00Z',
  '2026-06-15T00:00:00Z\0',
  '2026-06-15T00:00:00Z; DROP TABLE sessions',
]

import type { RpoSchedule } from './entities.ts'
import { foldKeys } from './folded-record.ts'
import { readFlag, readText } from './scalars.ts'

const dayNames = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday']
const hoursOfDay = 24
const deepestNesting = 3

/**
 * Reads an `RPOSchedule`. The vendor's reference has
 * `{Enabled, TimePeriods: {Day: [{Name: "Sunday", "#text": "1,1,0,…"}, …]}}`; read too are 7 texts or
 * arrays of 24 flags from Sunday on, and an object of days by name. With `Enabled` false the policy
 * runs at every hour. Anything else, a day missing or a flag too few, is null.
 */
export function readRpoSchedule(value: unknown): RpoSchedule | null {
  if (readFlag(foldKeys(value)?.get('enabled')) === false) {
    return dayNames.map(() => Array.from({ length: hoursOfDay }, () => true))
  }
  return findDays(value, deepestNesting)
}

function findDays(value: unknown, nesting: number): RpoSchedule | null {
  if (Array.isArray(value)) return readDays(value)
  const record = foldKeys(value)
  if (record === null) return null
  const named = readWeek(dayNames.map((name) => record.get(name)))
  if (named !== null || nesting === 0) return named
  for (const inner of record.values()) {
    const days = findDays(inner, nesting - 1)
    if (days !== null) return days
  }
  return null
}

function readDays(items: readonly unknown[]): RpoSchedule | null {
  if (items.length !== dayNames.length) return null
  const byName = new Map<string | undefined, unknown>()
  for (const item of items) {
    const day = foldKeys(item)
    byName.set(readText(day?.get('name'))?.toLowerCase(), dayFlags(day))
  }
  return readWeek(dayNames.map((name) => byName.get(name))) ?? readWeek(items)
}

function dayFlags(day: ReadonlyMap<string, unknown> | null): unknown {
  return day?.get('#text') ?? day?.get('value') ?? day?.get('text') ?? day?.get('hours')
}

function readWeek(days: readonly unknown[]): RpoSchedule | null {
  const week = days.map(readDay).filter((day) => day !== null)
  return week.length === dayNames.length ? week : null
}

function readDay(value: unknown): boolean[] | null {
  const flags = typeof value === 'string' ? value.split(',') : value
  if (!Array.isArray(flags) || flags.length !== hoursOfDay) return null
  const hours = flags.map(readFlag).filter((flag) => flag !== null)
  return hours.length === hoursOfDay ? hours : null
}

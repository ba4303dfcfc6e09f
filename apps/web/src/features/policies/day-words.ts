import type { PolicyDay } from '@cdp-watch/contract'
import { healthWords } from '../../ui/health.ts'

const dayAndMonth = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  timeZone: 'UTC',
})
const monthAlone = new Intl.DateTimeFormat('en-GB', { month: 'short', timeZone: 'UTC' })

/** A day of the header: `number` in the month, `month` where it begins or the row does, `label` in full. */
export interface DayHeading {
  readonly date: string
  readonly label: string
  readonly number: number
  readonly month: string | undefined
}

/** Calendar days (`2026-11-22`), oldest first, as the header names them. */
export function dayHeadings(days: readonly string[]): DayHeading[] {
  return days.map((date, index) => {
    const at = new Date(`${date}T00:00:00Z`)
    const number = at.getUTCDate()
    return {
      date,
      label: dayAndMonth.format(at),
      number,
      month: number === 1 || index === 0 ? monthAlone.format(at) : undefined,
    }
  })
}

/** What a day's mark says: `22 Nov: Failed`. */
export function dayLabel(heading: DayHeading, { health }: PolicyDay): string {
  const words = health === 'none' ? 'no session due' : dayWords(health)
  return `${heading.label}: ${words}`
}

function dayWords(health: Exclude<PolicyDay['health'], 'none'>): string {
  return health === 'missing' ? 'Missing, it should have run' : healthWords[health]
}

import { policyDays } from '@cdp-watch/contract'
import { dayMs } from './duration.ts'
import type { ZoneClock } from './zone-clock.ts'

/** The days shown, oldest first: as dates, and the instants (ms since 1970) at which each begins and the last ends. */
export interface CalendarDays {
  readonly dates: readonly string[]
  readonly begins: readonly number[]
}

/** The last `policyDays` days by a clock, the one that `now` (ms since 1970) belongs to among them. */
export function calendarDays(clock: ZoneClock, now: number): CalendarDays {
  const oldest = clock.dayOf(now) - policyDays + 1
  return {
    dates: Array.from({ length: policyDays }, (_, index) =>
      new Date((oldest + index) * dayMs).toISOString().slice(0, 10),
    ),
    begins: Array.from({ length: policyDays + 1 }, (_, index) => clock.beginOf(oldest + index)),
  }
}

import type { Policy } from './policies.ts'
import { runsAt } from './policies.ts'
import type { Ticks } from './ticks.ts'
import { MINUTE, msOfTicks, ticksOfMs } from './ticks.ts'

/** When a policy's next session is due after an instant; undefined for a disabled one. */
export function nextRun(policy: Policy, after: Ticks): Ticks | undefined {
  if (policy.schedule.kind === 'disabled') return undefined
  const today = Math.floor(msOfTicks(after) / 86_400_000)
  for (let day = today; ; day += 1) {
    const due = ticksOfMs(day * 86_400_000) + policy.startMinute * MINUTE
    const weekday = (day + 4) % 7
    if (due > after && runsAt(policy.schedule, weekday, Math.floor(policy.startMinute / 60)))
      return due
  }
}

const weekdays = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday']

/** For each day of the week, 24 numbers separated by commas, as EM writes its schedules. */
export function weekOf(valueAt: (weekday: number, hour: number) => number) {
  return weekdays.map((Name, weekday) => ({
    Name,
    Value: Array.from({ length: 24 }, (_, hour) => valueAt(weekday, hour)).join(','),
  }))
}

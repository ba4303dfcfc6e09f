import type { FailureGroup } from '@cdp-watch/contract'
import { formatCount } from '../../ui/format-count.ts'
import { barWords, dayBars, dayWords } from './day-bars.ts'
import { DayChart } from './day-chart.tsx'
import { GroupSection } from './group-section.tsx'
import classes from './group-trend.module.css'

/** More bars than these cannot be told apart across a page. */
const mostBars = 180

interface GroupTrendProps {
  /** Calendar days, oldest first. */
  days: readonly string[]
  group: FailureGroup
}

/** The group's sessions by day. */
export function GroupTrend({ days, group }: GroupTrendProps) {
  const bars = dayBars(days, group.perDay, mostBars)
  const most = Math.max(0, ...bars.map(({ count }) => count))
  const middle = bars[Math.floor((bars.length - 1) / 2)]
  const last = bars.at(-1)
  return (
    <GroupSection
      title="Sessions by day"
      note={last === undefined ? undefined : `last ${barWords(last)}`}
    >
      <div className={classes.trend}>
        <span className={classes.most} aria-hidden="true">
          {formatCount(most)}
        </span>
        <div className={classes.chart}>
          <DayChart bars={bars} severity={group.severity} isDetailed />
        </div>
        <div className={classes.days} aria-hidden="true">
          <span>{dayWords(bars[0]?.from ?? '')}</span>
          {bars.length > 4 ? <span>{dayWords(middle?.from ?? '')}</span> : null}
          {bars.length > 1 ? <span>{dayWords(last?.to ?? '')}</span> : null}
        </div>
      </div>
    </GroupSection>
  )
}

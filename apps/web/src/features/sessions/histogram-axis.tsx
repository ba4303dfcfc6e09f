import type { Histogram } from '@cdp-watch/contract'
import { useElementSize } from '@mantine/hooks'
import { useZone, type ZoneChoice } from '../../ui/time-zone.ts'
import classes from './histogram.module.css'
import { barCount, barStart } from './histogram-bars.ts'
import { type Tick, ticksBetween } from './histogram-ticks.ts'

/** Room a label needs, in pixels. */
const labelWidth = 76

/** Days, hours or months below the bars, as many as there is room for. */
export function HistogramAxis({ counts }: { counts: Histogram }) {
  const [zone] = useZone()
  const { ref, width } = useElementSize()
  const from = barStart(counts, 0)
  const to = barStart(counts, barCount(counts))
  // A label that begins further right would be cut off.
  const lastStart = from + (to - from) * Math.max(0, 1 - labelWidth / width)
  const most = Math.max(1, width / labelWidth)
  const ticks =
    width > 0 ? ticksBetween(from, to, zone, most).filter(({ at }) => at <= lastStart) : []
  // The day is said by the next label, and there is no room for it twice.
  const isDayNext = ticks[1] !== undefined && ticks[1].begins !== 'hour'
  return (
    <div ref={ref} className={classes.axis} aria-hidden="true">
      {ticks.map((tick, index) => (
        <span key={tick.at} style={{ left: `${((tick.at - from) / (to - from)) * 100}%` }}>
          {labelOf(tick, index === 0 && !isDayNext, zone)}
        </span>
      ))}
    </div>
  )
}

const forms: Record<Tick['begins'] | 'first', Intl.DateTimeFormatOptions> = {
  first: { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' },
  hour: { hour: '2-digit', minute: '2-digit' },
  day: { day: 'numeric', month: 'short' },
  month: { day: 'numeric', month: 'short' },
  year: { month: 'short', year: 'numeric' },
}
const formats = new Map<string, Intl.DateTimeFormat>()

function labelOf({ at, begins }: Tick, isFirst: boolean, zone: ZoneChoice): string {
  const form = isFirst && begins === 'hour' ? 'first' : begins
  const key = `${form} ${zone}`
  const inZone = zone === 'utc' ? { timeZone: 'UTC' } : {}
  const format = formats.get(key) ?? new Intl.DateTimeFormat('en-GB', { ...inZone, ...forms[form] })
  formats.set(key, format)
  return format.format(at)
}

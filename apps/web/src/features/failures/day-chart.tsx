import type { Health } from '@cdp-watch/contract'
import { barsWords, barWords, type DayBar } from './day-bars.ts'
import classes from './day-chart.module.css'

/** Height of the drawing in its own units; a bar is one of them wide. */
const height = 100
/** A bar that is not empty is seen, however small beside the others. */
const least = 9

interface DayChartProps {
  bars: readonly DayBar[]
  severity: Health
  /** Whether each bar tells its day and count under the pointer. */
  isDetailed?: boolean
}

/** Sessions by day as bars, the highest of them full. */
export function DayChart({ bars, severity, isDetailed = false }: DayChartProps) {
  const most = Math.max(1, ...bars.map(({ count }) => count))
  return (
    <svg
      className={classes.chart}
      data-severity={severity}
      viewBox={`0 0 ${Math.max(1, bars.length)} ${height}`}
      preserveAspectRatio="none"
      role="img"
      aria-label={barsWords(bars)}
    >
      {bars.map((bar, index) => {
        const tall = bar.count === 0 ? 2 : Math.max(least, (bar.count / most) * height)
        return (
          <g key={bar.from} data-none={bar.count === 0}>
            <rect x={index + 0.12} y={height - tall} width={0.76} height={tall} />
            {isDetailed ? (
              <rect className={classes.sense} x={index} y={0} width={1} height={height}>
                <title>{barWords(bar)}</title>
              </rect>
            ) : null}
          </g>
        )
      })}
    </svg>
  )
}

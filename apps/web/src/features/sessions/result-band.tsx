import type { IndexedSessionsAnswer } from '@cdp-watch/contract'
import { lazy, memo, Suspense } from 'react'
import { formatCount } from '../../ui/format-count.ts'
import classes from '../../ui/list/band.module.css'
import { barSums } from './histogram-bars.ts'

const Histogram = lazy(() =>
  import('./histogram.tsx').then((module) => ({ default: module.Histogram })),
)

interface ResultBandProps {
  answer: Pick<IndexedSessionsAnswer, 'total' | 'totalInRange' | 'histogram'> | undefined
  /** Ends in milliseconds, the first included. */
  onZoom: (from: number, to: number) => void
}

/** How many sessions match, of how many; how many of them are not well, and when they began. */
export const ResultBand = memo(({ answer, onZoom }: ResultBandProps) => {
  if (!answer) return <div className={classes.band} aria-hidden="true" />
  const { total, totalInRange, histogram } = answer
  const sums = histogram && barSums(histogram)
  return (
    <section className={classes.band} aria-label="Summary">
      <div className={classes.summary}>
        <p className={classes.total}>
          <b>{formatCount(total)}</b>{' '}
          {total === totalInRange ? '' : `of ${formatCount(totalInRange)} `}
          {totalInRange === 1 ? 'session' : 'sessions'}
        </p>
        {sums ? (
          <p className={classes.wrong}>
            <span className={classes.failed} data-none={sums.failed === 0}>
              ✖ {formatCount(sums.failed)} failed
            </span>{' '}
            ·{' '}
            <span className={classes.warning} data-none={sums.warning === 0}>
              ▲ {formatCount(sums.warning)} warning
            </span>
          </p>
        ) : null}
      </div>
      {histogram && total > 0 ? (
        <Suspense fallback={<div className={classes.chart} />}>
          <Histogram counts={histogram} onZoom={onZoom} />
        </Suspense>
      ) : null}
    </section>
  )
})

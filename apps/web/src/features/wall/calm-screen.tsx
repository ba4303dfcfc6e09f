import type { Overview } from '@cdp-watch/contract'
import { countOf } from '../../ui/format-count.ts'
import { HealthShape } from '../../ui/health-shape.tsx'
import classes from './calm-screen.module.css'
import { calmSentence } from './counts-words.ts'

/** Nothing is wrong. `isStale`: when it was last known. */
export function CalmScreen({ overview, isStale }: { overview: Overview; isStale: boolean }) {
  const { unknown } = overview.counts
  return (
    <div className={classes.calm}>
      <span className={classes.disc} />
      <p className={classes.words}>{calmSentence(overview, isStale)}</p>
      {unknown > 0 ? (
        <p className={classes.unknown}>
          <HealthShape health="unknown" size="0.8em" /> {countOf(unknown, 'policy', 'policies')}{' '}
          unknown
        </p>
      ) : null}
    </div>
  )
}

import type { Overview } from '@cdp-watch/contract'
import { memo } from 'react'
import { formatCount } from '../../ui/format-count.ts'
import { HealthShape } from '../../ui/health-shape.tsx'
import { healthWords } from '../../ui/health-words.ts'
import classes from './wall-counts.module.css'

const told = ['failed', 'warning', 'missing', 'ok'] as const

/** How many policies are how. What there is none of has no colour. */
export const WallCounts = memo(({ counts }: { counts: Overview['counts'] }) => (
  <ul className={classes.counts} aria-label="Policies by health">
    {told.map((health) => (
      <li
        key={health}
        data-health={health}
        data-none={counts[health] === 0}
        data-long={counts[health] > 999}
      >
        <span className={classes.number}>{formatCount(counts[health])}</span>
        <span className={classes.word}>
          <HealthShape health={health} size="0.95em" />
          {healthWords[health]}
        </span>
      </li>
    ))}
  </ul>
))

import { type Health, healths } from '@cdp-watch/contract'
import { formatCount } from '../../ui/format-count.ts'
import { healthWords } from '../../ui/health.ts'
import { HealthMark } from '../../ui/health-mark.tsx'
import classes from './health-chips.module.css'

interface HealthChipsProps {
  chosen: readonly Health[]
  /** How many policies there are of each, under all other filters; undefined before the first answer. */
  counts: Readonly<Record<string, number>> | undefined
  onChoose: (healths: Health[]) => void
}

/** How many policies are how, each a filter. */
export function HealthChips({ chosen, counts, onChoose }: HealthChipsProps) {
  const toggle = (health: Health) =>
    onChoose(healths.filter((each) => chosen.includes(each) !== (each === health)))
  return (
    <fieldset className={classes.chips} aria-label="Health">
      {healths.map((health) => {
        const count = counts?.[health]
        return (
          <button
            key={health}
            type="button"
            className={classes.chip}
            data-health={health}
            data-none={count === 0}
            aria-pressed={chosen.includes(health)}
            onClick={() => toggle(health)}
          >
            <HealthMark health={health} word={healthWords[health]} />
            <span className={classes.count}>{count === undefined ? '' : formatCount(count)}</span>
          </button>
        )
      })}
    </fieldset>
  )
}

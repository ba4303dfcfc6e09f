import { type Health, healthWords } from './health.ts'
import classes from './health-mark.module.css'
import { HealthShape } from './health-shape.tsx'

/** Status is always colour, shape and word; `word` replaces the usual one. */
export function HealthMark({
  health,
  word = healthWords[health],
}: {
  health: Health
  word?: string
}) {
  return (
    <span className={classes.mark} data-health={health}>
      <HealthShape health={health} size={14} />
      {word === '' ? null : word}
    </span>
  )
}

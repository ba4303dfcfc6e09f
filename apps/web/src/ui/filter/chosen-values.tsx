import { IconX } from '@tabler/icons-react'
import classes from './chosen-values.module.css'
import { shortened } from './row-words.ts'

/** Values chosen already, each with a way to take it off. */
export function ChosenValues({
  values,
  onValues,
}: {
  values: readonly string[]
  onValues: (values: readonly string[]) => void
}) {
  if (values.length === 0) return null
  return (
    <ul className={classes.values} aria-label="Chosen values">
      {values.map((value) => {
        const words = value === '' ? '(empty)' : value
        return (
          <li key={value} className={classes.value}>
            <bdi className={classes.words} title={words}>
              {words}
            </bdi>
            <button
              type="button"
              aria-label={`Remove value ${shortened(words)}`}
              onClick={() => onValues(values.filter((each) => each !== value))}
            >
              <IconX size={13} aria-hidden />
            </button>
          </li>
        )
      })}
    </ul>
  )
}

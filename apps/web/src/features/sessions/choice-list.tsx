import { useId, useState } from 'react'
import classes from './choice-rail.module.css'

export interface Choice {
  value: string
  label: string
  mark?: React.ReactNode
  detail?: string | undefined
}

interface ChoiceListProps {
  title: string
  options: readonly Choice[]
  chosen: readonly string[]
  onChoose: (values: string[]) => void
}

const shownAtFirst = 8

/** One list of the rail. A long one shows its beginning and a field to find the rest. */
export function ChoiceList({ title, options, chosen, onChoose }: ChoiceListProps) {
  const [find, setFind] = useState('')
  const titleId = useId()
  if (options.length === 0) return null
  const long = options.length > shownAtFirst
  const wanted = find.trim().toLowerCase()
  const matching = options.filter((each) => each.label.toLowerCase().includes(wanted))
  const shown = [
    ...matching.filter((each) => chosen.includes(each.value)),
    ...matching.filter((each) => !chosen.includes(each.value)),
  ].slice(0, long ? Math.max(shownAtFirst, chosen.length) : undefined)
  const toggle = (value: string) =>
    onChoose(chosen.includes(value) ? chosen.filter((each) => each !== value) : [...chosen, value])
  return (
    <section>
      <h2 id={titleId} className={classes.title}>
        {title}
      </h2>
      {long ? (
        <input
          className={classes.find}
          type="search"
          placeholder={`Find among ${options.length}`}
          aria-label={`Find ${title.toLowerCase()}`}
          value={find}
          onChange={(event) => setFind(event.currentTarget.value)}
        />
      ) : null}
      <ul className={classes.list} aria-labelledby={titleId}>
        {shown.map((each) => (
          <li key={each.value}>
            <label
              className={classes.choice}
              title={each.detail ? `${each.label} · ${each.detail}` : each.label}
            >
              <input
                type="checkbox"
                checked={chosen.includes(each.value)}
                onChange={() => toggle(each.value)}
              />
              {each.mark}
              <span className={classes.label}>{each.label}</span>
            </label>
          </li>
        ))}
      </ul>
      {matching.length > shown.length ? (
        <p className={classes.rest}>and {matching.length - shown.length} more</p>
      ) : null}
      {matching.length === 0 ? <p className={classes.rest}>none with this name</p> : null}
    </section>
  )
}

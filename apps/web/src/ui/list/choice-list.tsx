import { useId, useState } from 'react'
import { formatCount } from '../format-count.ts'
import classes from './rail.module.css'

export interface Choice {
  value: string
  label: string
  mark?: React.ReactNode
  detail?: string | undefined
  /** Sessions there are of it under the other filters; undefined where that is not known. */
  count?: number | undefined
}

export interface ChoiceListProps {
  title: string
  options: readonly Choice[]
  chosen: readonly string[]
  onChoose: (values: string[]) => void
  /** Is told what is about to be chosen, from the moment that a button is pressed on it. */
  onPress?: ((values: string[]) => void) | undefined
  /** How many there are in all, where that is more than the options. */
  total?: number | undefined
  /** Asks for the options that hold a text; without it they are looked for among those there are. */
  onFind?: (text: string) => void
  /** A last line that is no choice. */
  last?: React.ReactNode
}

const shownAtFirst = 8
const shownWhenFound = 20

/** One list of the rail. A long one shows its beginning, what is chosen, and a field to find the rest. */
export function ChoiceList(props: ChoiceListProps) {
  const { title, options, chosen, onChoose, onPress, onFind } = props
  const [find, setFind] = useState('')
  const titleId = useId()
  const wanted = find.trim().toLowerCase()
  const total = Math.max(options.length, props.total ?? 0)
  const isLong = total > shownAtFirst || wanted !== ''
  if (options.length === 0 && !isLong && !props.last) return null
  const matching =
    onFind === undefined
      ? options.filter((each) => each.label.toLowerCase().includes(wanted))
      : options
  const most = wanted === '' ? shownAtFirst : shownWhenFound
  const shown = matching.filter((each, index) => index < most || chosen.includes(each.value))
  const more = (wanted === '' ? total : matching.length) - shown.length
  const fullest = Math.max(1, ...shown.map((each) => each.count ?? 0))
  const toggled = (value: string) =>
    chosen.includes(value) ? chosen.filter((each) => each !== value) : [...chosen, value]
  return (
    <section>
      <h2 id={titleId} className={classes.title}>
        {title}
      </h2>
      {isLong ? (
        <input
          className={classes.find}
          type="search"
          placeholder={`Find among ${formatCount(total)}`}
          aria-label={`Find ${title.toLowerCase()}`}
          value={find}
          onChange={(event) => {
            setFind(event.currentTarget.value)
            onFind?.(event.currentTarget.value.trim())
          }}
        />
      ) : null}
      <ul className={classes.list} aria-labelledby={titleId}>
        {shown.map((each) => (
          <li key={each.value}>
            <label
              className={classes.choice}
              data-none={each.count === 0}
              title={each.detail ? `${each.label} · ${each.detail}` : each.label}
              onPointerDown={({ button }) => {
                if (button === 0) onPress?.(toggled(each.value))
              }}
              style={{ '--share': `${((each.count ?? 0) / fullest) * 100}%` }}
            >
              <input
                type="checkbox"
                checked={chosen.includes(each.value)}
                onChange={() => onChoose(toggled(each.value))}
              />
              {each.mark}
              <bdi className={classes.label}>{each.label}</bdi>
              {each.count === undefined ? null : (
                <span className={classes.count}>{formatCount(each.count)}</span>
              )}
            </label>
          </li>
        ))}
        {props.last === undefined ? null : <li>{props.last}</li>}
      </ul>
      {more > 0 ? <p className={classes.rest}>and {formatCount(more)} more</p> : null}
      {shown.length === 0 && isLong ? <p className={classes.rest}>none with this name</p> : null}
    </section>
  )
}

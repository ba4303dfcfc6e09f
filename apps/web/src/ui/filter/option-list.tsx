import { useEffect } from 'react'
import classes from './option-list.module.css'

export interface ListOption {
  readonly value: string
  readonly label: string
  readonly detail?: string
}

interface OptionListProps {
  id: string
  label: string
  options: readonly ListOption[]
  /** Index of the option that Enter would pick; -1 for none. */
  active: number
  onPick: (value: string) => void
}

/** Id of an option, for `aria-activedescendant` of the input that the list belongs to. */
export const optionId = (listId: string, index: number): string => `${listId}-${index}`

/** The options of an input beside it: the focus stays in the input, whose keys move the active option. */
export function OptionList({ id, label, options, active, onPick }: OptionListProps) {
  useEffect(() => {
    document.getElementById(optionId(id, active))?.scrollIntoView({ block: 'nearest' })
  }, [id, active])
  return (
    <div id={id} role="listbox" aria-label={label} className={classes.list}>
      {options.map(({ value, label: words, detail }, index) => (
        <button
          key={value}
          id={optionId(id, index)}
          type="button"
          role="option"
          aria-selected={index === active}
          tabIndex={-1}
          className={classes.option}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onPick(value)}
        >
          <bdi className={classes.words}>{words}</bdi>
          {detail === undefined ? null : <code className={classes.detail}>{detail}</code>}
        </button>
      ))}
    </div>
  )
}

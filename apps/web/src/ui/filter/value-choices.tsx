import type { ConditionDraft } from './condition-draft.ts'
import classes from './value-choices.module.css'

interface ValueChoicesProps {
  draft: ConditionDraft
  options: readonly { readonly value: string; readonly label: string }[]
  several: boolean
  problemId: string | undefined
  onValues: (values: readonly string[]) => void
}

/** The known values of a field, of which one or several are chosen. */
export function ValueChoices({ draft, options, several, problemId, onValues }: ValueChoicesProps) {
  const { field, values } = draft
  const choose = (value: string, chosen: boolean) => {
    if (!several) return onValues([value])
    onValues(chosen ? [...values, value] : values.filter((each) => each !== value))
  }
  return (
    <fieldset className={classes.choices} aria-describedby={problemId}>
      <legend>{several ? `${field.label}, one or several` : field.label}</legend>
      {options.map(({ value, label }, index) => (
        <label key={value} className={classes.choice}>
          <input
            type={several ? 'checkbox' : 'radio'}
            name={field.name}
            checked={values.includes(value)}
            data-autofocus={index === 0 ? true : undefined}
            onChange={(event) => choose(value, event.currentTarget.checked)}
          />
          {label}
        </label>
      ))}
    </fieldset>
  )
}

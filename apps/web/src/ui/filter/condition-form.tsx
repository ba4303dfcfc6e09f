import type { FilterRow } from '@cdp-watch/em-filter'
import { Button } from '@mantine/core'
import { IconChevronLeft } from '@tabler/icons-react'
import { useEffect, useId, useRef, useState } from 'react'
import { useZone } from '../time-zone.ts'
import { type ConditionDraft, readDraft, withOperator, withTypedTaken } from './condition-draft.ts'
import classes from './condition-form.module.css'
import type { FilterSource } from './filter-source.ts'
import { DisabledReasons, OperatorSelect } from './operator-select.tsx'
import { ValueInput } from './value-input.tsx'

interface ConditionFormProps {
  source: FilterSource
  initial: ConditionDraft
  submitWords: string
  onSubmit: (row: FilterRow) => void
  /** Back to the choice of the field. */
  onBack: () => void
}

/** Operator and value of a condition on a field. What is wrong is said once adding it was tried. */
export function ConditionForm({
  source,
  initial,
  submitWords,
  onSubmit,
  onBack,
}: ConditionFormProps) {
  const [zone] = useZone()
  const [draft, setDraft] = useState(initial)
  const [tried, setTried] = useState(false)
  const form = useRef<HTMLFormElement>(null)
  const problemId = useId()
  const reasonsId = useId()
  const disabled = source.disabledOperators
  const { field, operator } = draft
  const read = readDraft(draft, disabled, zone)
  const problem = tried && !read.ok ? read.message : undefined

  const focusValue = () => form.current?.querySelector<HTMLElement>('[data-autofocus]')?.focus()
  useEffect(focusValue, [])
  const submit = () => {
    if (read.ok) return onSubmit(read.row)
    setTried(true)
    focusValue()
  }
  const take = () => {
    const next = withTypedTaken(draft, zone)
    if (next === undefined) setTried(true)
    else setDraft(next)
    focusValue()
  }
  return (
    <form
      ref={form}
      className={classes.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
    >
      <div className={classes.head}>
        <button
          type="button"
          className={classes.field}
          aria-label={`Other field than ${field.label}`}
          onClick={onBack}
        >
          <IconChevronLeft size={15} aria-hidden />
          <span>{field.label}</span>
        </button>
        <OperatorSelect
          field={field}
          operator={operator}
          disabled={disabled}
          reasonsId={reasonsId}
          className={classes.operator ?? ''}
          onOperator={(chosen) => setDraft(withOperator(draft, chosen))}
          onEnter={submit}
        />
      </div>
      <DisabledReasons
        field={field}
        disabled={disabled}
        id={reasonsId}
        className={classes.unavailable ?? ''}
      />
      <ValueInput
        draft={draft}
        suggestions={source.suggestions(field.name)}
        problemId={problem === undefined ? undefined : problemId}
        onDraft={(change) => setDraft({ ...draft, ...change })}
        onTake={take}
      />
      {problem === undefined ? null : (
        <p id={problemId} role="alert" className={classes.problem}>
          {problem}
        </p>
      )}
      <div className={classes.foot}>
        <button type="button" className={classes.asText} onClick={source.onEditAsText}>
          Edit as text
        </button>
        <Button type="submit" variant="filled">
          {submitWords}
        </Button>
      </div>
    </form>
  )
}

import { ActionIcon, Input } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useId } from 'react'
import { ChosenValues } from './chosen-values.tsx'
import { offeredValues } from './offered-values.ts'
import { OptionList } from './option-list.tsx'
import { useOptionKeys } from './use-option-keys.ts'
import type { ValueInputProps } from './value-input-props.ts'
import classes from './value-text.module.css'

/** A text, id or number: typed, or chosen from what is known of the field. */
export function ValueText(props: ValueInputProps & { several: boolean }) {
  const { draft, several, suggestions, problemId, onDraft, onTake } = props
  const { field, values, typed } = draft
  const listId = useId()
  const { options, more } = offeredValues(draft, suggestions)
  const keys = useOptionKeys(listId, options.length, -1)
  const pick = (value: string) => {
    keys.setActive(-1)
    onDraft(several ? { typed: '', values: [...values, value] } : { typed: value })
  }
  const onKeyDown = (event: React.KeyboardEvent) => {
    if (event.nativeEvent.isComposing || keys.onArrow(event)) return
    const option = options[keys.active]
    if (event.key === 'Enter' && option !== undefined) {
      event.preventDefault()
      pick(option.value)
    } else if (event.key === 'Enter' && event.shiftKey && several) {
      event.preventDefault()
      onTake()
    } else if (event.key === 'Backspace' && typed === '' && values.length > 0) {
      onDraft({ values: values.slice(0, -1) })
    }
  }
  const onPaste = (event: React.ClipboardEvent) => {
    const lines = event.clipboardData
      .getData('text')
      .split(/\r?\n/)
      .filter((line) => line.trim() !== '')
    if (!several || typed !== '' || lines.length < 2) return
    event.preventDefault()
    onDraft({ values: [...new Set([...values, ...lines.map((line) => line.trim())])] })
  }
  return (
    <>
      <ChosenValues values={values} onValues={(next) => onDraft({ values: next })} />
      <div className={classes.entry}>
        <Input
          {...keys.aria}
          data-autofocus
          className={classes.input ?? ''}
          aria-label={field.label}
          withAria={false}
          aria-invalid={problemId !== undefined}
          aria-describedby={problemId}
          error={problemId !== undefined}
          inputMode={field.kind === 'number' ? 'numeric' : 'text'}
          placeholder={field.kind === 'number' ? 'A whole number' : 'Type or choose'}
          value={typed}
          onChange={(event) => {
            keys.setActive(-1)
            onDraft({ typed: event.currentTarget.value })
          }}
          onKeyDown={onKeyDown}
          onPaste={onPaste}
        />
        {several ? (
          <ActionIcon
            size={36}
            variant="default"
            aria-label="Another value"
            title="Another value (Shift+Enter)"
            disabled={typed.trim() === ''}
            onClick={onTake}
          >
            <IconPlus size={16} aria-hidden />
          </ActionIcon>
        ) : null}
      </div>
      <OptionList
        id={listId}
        label={`Known values of ${field.label}`}
        options={options}
        active={keys.active}
        onPick={pick}
      />
      {more > 0 ? <p className={classes.more}>{more} more: type to find them</p> : null}
    </>
  )
}

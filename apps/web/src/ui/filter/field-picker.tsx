import { type EntityType, type FilterField, fieldsOf } from '@cdp-watch/em-filter'
import { Input } from '@mantine/core'
import { useEffect, useId, useRef, useState } from 'react'
import { OptionList } from './option-list.tsx'
import { useOptionKeys } from './use-option-keys.ts'

const matching = (type: EntityType, typed: string): readonly FilterField[] => {
  const wanted = typed.trim().toLowerCase()
  return fieldsOf(type).filter(({ label, name }) =>
    [label, name].some((text) => text.toLowerCase().includes(wanted)),
  )
}

/** The fields of a type, found by their label or EM's name. */
export function FieldPicker({
  type,
  onPick,
}: {
  type: EntityType
  onPick: (field: FilterField) => void
}) {
  const listId = useId()
  const input = useRef<HTMLInputElement>(null)
  useEffect(() => input.current?.focus(), [])
  const [typed, setTyped] = useState('')
  const fields = matching(type, typed)
  const keys = useOptionKeys(listId, fields.length, 0)
  const pick = (name: string | undefined) => {
    const field = fields.find((each) => each.name === name)
    if (field !== undefined) onPick(field)
  }
  return (
    <>
      <Input
        {...keys.aria}
        ref={input}
        data-autofocus
        withAria={false}
        aria-label="Field to filter by"
        placeholder="Filter by…"
        value={typed}
        onChange={(event) => {
          setTyped(event.currentTarget.value)
          keys.setActive(0)
        }}
        onKeyDown={(event) => {
          if (keys.onArrow(event) || event.key !== 'Enter' || event.nativeEvent.isComposing) return
          event.preventDefault()
          pick(fields[keys.active]?.name)
        }}
      />
      <OptionList
        id={listId}
        label="Fields"
        options={fields.map(({ name, label }) => ({ value: name, label, detail: name }))}
        active={keys.active}
        onPick={pick}
      />
      {fields.length === 0 ? <p role="status">No field has this name.</p> : null}
    </>
  )
}

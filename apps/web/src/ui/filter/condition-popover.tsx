import { type FilterRow, findField } from '@cdp-watch/em-filter'
import { Popover } from '@mantine/core'
import { useState } from 'react'
import { useZone } from '../time-zone.ts'
import { type ConditionDraft, draftFor, draftOfRow } from './condition-draft.ts'
import { ConditionForm } from './condition-form.tsx'
import classes from './condition-popover.module.css'
import { FieldPicker } from './field-picker.tsx'
import type { FilterSource } from './filter-source.ts'
import { keepKeys } from './keep-keys.ts'

interface ConditionPopoverProps {
  source: FilterSource
  /** The condition to change, or undefined to build a new one. */
  row?: FilterRow
  opened: boolean
  onOpened: (opened: boolean) => void
  onSubmit: (row: FilterRow) => void
  /** The button that it hangs on, and that gets the focus back. */
  opener: React.RefObject<HTMLButtonElement | null>
  children: React.ReactNode
}

/** Builds or changes a condition: first its field, then operator and value. */
export function ConditionPopover(props: ConditionPopoverProps) {
  const { source, opened, onOpened, onSubmit, opener, children } = props
  // Opened again while it fades away it would go on with what was begun before.
  const [opening, setOpening] = useState({ opened, count: 0 })
  if (opening.opened !== opened) setOpening({ opened, count: opening.count + (opened ? 1 : 0) })
  const closing = {
    ...source,
    onEditAsText: () => {
      // The text editor is to find it here, and not in what is closed for it.
      opener.current?.focus()
      onOpened(false)
      source.onEditAsText()
    },
  }
  return (
    <Popover
      opened={opened}
      onChange={onOpened}
      position="bottom-start"
      width={344}
      trapFocus
      returnFocus
    >
      <Popover.Target>{children}</Popover.Target>
      <Popover.Dropdown className={classes.popover ?? ''} onKeyDown={keepKeys}>
        <Steps
          key={opening.count}
          {...props}
          source={closing}
          onSubmit={(row) => {
            onOpened(false)
            onSubmit(row)
          }}
        />
      </Popover.Dropdown>
    </Popover>
  )
}

function Steps({
  source,
  row,
  onSubmit,
}: Pick<ConditionPopoverProps, 'source' | 'row' | 'onSubmit'>) {
  const [zone] = useZone()
  const [draft, setDraft] = useState<ConditionDraft | undefined>(() => {
    const field = row && findField(source.type, row.field)
    return row && field ? draftOfRow(field, row, zone) : undefined
  })
  if (draft === undefined) {
    return (
      <div className={classes.fields}>
        <FieldPicker
          type={source.type}
          onPick={(field) => setDraft(draftFor(field, source.disabledOperators))}
        />
        <button type="button" className={classes.asText} onClick={source.onEditAsText}>
          Edit as text
        </button>
      </div>
    )
  }
  return (
    <ConditionForm
      source={source}
      initial={draft}
      submitWords={row === undefined ? 'Add filter' : 'Change filter'}
      onSubmit={onSubmit}
      onBack={() => setDraft(undefined)}
    />
  )
}

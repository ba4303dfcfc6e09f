import type { FilterRow } from '@cdp-watch/em-filter'
import { Popover } from '@mantine/core'
import { lazy, Suspense, useState } from 'react'
import classes from './condition-popover.module.css'
import type { FilterSource } from './filter-source.ts'
import { keepKeys } from './keep-keys.ts'

const ConditionSteps = lazy(() =>
  import('./condition-steps.tsx').then((module) => ({ default: module.ConditionSteps })),
)

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
        <Suspense fallback="Loading…">
          <ConditionSteps
            key={opening.count}
            {...props}
            source={closing}
            onSubmit={(row) => {
              onOpened(false)
              onSubmit(row)
            }}
          />
        </Suspense>
      </Popover.Dropdown>
    </Popover>
  )
}
